"""Go through the days of a case, stop by stop, and read what was public on each."""

from __future__ import annotations

from datetime import date
from typing import Any

from mediakit.case import Case, read_date
from mediakit.knowable import Known, known_on
from mediakit.records import When
from mediakit.widgets.base import now, show_view, widgets_on

__all__ = ["date_control"]

OTHER = "another day"
# Fields and buttons are as high as a finger; on a narrow page they go below one another.
STYLE = (
    ".mediakit-days .widget-dropdown > select, .mediakit-days input {height: 28px}"
    ".mediakit-days .widget-button {height: 32px; min-width: 9em}"
    ".mediakit-days .widget-label {max-width: 100%}"
)


def date_control(case: Case, day: str | date | None = None) -> None:
    """Choose a day, and read what an outside reader could know at its end.

    The line of code that gives the same day is ``case.as_of("2015-11-07")``; the widget writes
    it out for the day you are at.

    Parameters
    ----------
    case : Case
        A case with days to stop at, ``case.replay``; or one cut to a day, which goes no further.
    day : str or date, optional
        Where to start. Left out: the first stop.

    Raises
    ------
    ValueError
        When the text is not a date, or the case has no stops and no day is given.

    Examples
    --------
    >>> import mediakit as mk
    >>> date_control(mk.load_case("larkhaven").as_of("2019-03-20"), "2019-03-20")
    Known on 20 March 2019: 2 official items, 14 reports.
    New since 17 March 2019:
      no official item
    How far each claim has been checked:
      fire: established
      fire-below: reported
      vehicle-likely: reported
    case.as_of("2019-03-20")
    """
    if day is None and not case.replay:
        raise ValueError(
            f"the case {case.id!r} names no days to stop at; give one, like '2015-12-26'"
        )
    start = known_on(case, case.replay[0].on if day is None else day)
    print(start)
    if widgets_on():
        show_view(_control(case, start))


def _control(case: Case, start: Known) -> Any:
    """Two buttons, a list of stops and a field for any day; the state as live text below."""
    import ipywidgets as w

    stops = [stop.on for stop in case.replay]
    wide = w.Layout(
        width="97%", max_width="30em", height="auto", min_height="32px", flex_flow="row wrap"
    )
    label = {"description_width": "min(12em, 100%)"}
    list_ = w.Dropdown(
        options=[*((str(When(d)), d) for d in stops), (OTHER, None)],
        description="Stop",
        style=label,
        layout=wide,
    )
    field = w.Text(
        description="Or type a day",
        placeholder="2015-12-26",
        continuous_update=False,
        style=label,
        layout=wide,
    )
    before, after = w.Button(description="Previous stop"), w.Button(description="Next stop")
    state = w.HTML()
    at = [start.day]

    def go(day: date) -> None:
        known = known_on(case, day)
        at[0] = known.day
        list_.value = known.day if known.day in stops else None
        field.value = known.day.isoformat()
        before.disabled = not any(stop < known.day for stop in stops)
        after.disabled = not any(stop > known.day for stop in stops)
        state.value = now(_told(known), STYLE)

    def typed(_: object) -> None:
        try:
            go(read_date(field.value.strip()))
        except ValueError as error:
            state.value = now(str(error), STYLE)

    before.on_click(lambda _: go(max((s for s in stops if s < at[0]), default=at[0])))
    after.on_click(lambda _: go(min((s for s in stops if s > at[0]), default=at[0])))
    list_.observe(lambda _: go(list_.value) if list_.value else None, names="value")
    go(start.day)
    field.observe(typed, names="value")
    row = w.HBox([before, after], layout=w.Layout(flex_flow="row wrap"))
    control = w.VBox([list_, row, field, state])
    control.add_class("mediakit-days")
    return control


def _told(known: Known) -> str:
    """The day for a page, which breaks lines itself and needs a wide space to set one in."""
    return "\n".join(line.replace("  ", "\u2003", 1) for line in known.lines)
