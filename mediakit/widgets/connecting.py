"""Connect each report to where it took the account from; the count follows every link."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mediakit.corroboration import Corroboration, connect
from mediakit.records import Claim
from mediakit.widgets.base import now, show_view, widgets_on

__all__ = ["connect_reports"]

FIRST = "nobody: it tells it first"
# A list is as high as a finger; on a narrow page it goes below its label.
STYLE = (
    ".mediakit-desk .widget-dropdown > select {height: 28px}"
    ".mediakit-desk .widget-dropdown > .widget-label {max-width: 100%}"
)


def connect_reports(claim: Claim, links: Mapping[str, str] | None = None) -> None:
    """Connect each report of a claim to where you think it took the account from.

    The count changes with every link. The line of code that gives the same state is
    ``mk.connect(claim, links)``; the widget writes your ``links`` out for you to copy.

    Parameters
    ----------
    claim : Claim
        A claim of a case, with its reports.
    links : dict, report id -> report id, optional
        Where to start. Left out: nothing is connected yet.

    Raises
    ------
    LookupError
        When an id is no report of this claim; the message lists the ids.

    Examples
    --------
    >>> import mediakit as mk
    >>> claim = mk.load_case("larkhaven").claims["who-ordered"]
    >>> connect_reports(claim, {"le-phare": "kuestenbote"})
    With these links: 6 reports, 5 possible origins.
    links = {"le-phare": "kuestenbote"}
    """
    start = dict(links or {})
    print(_state(connect(claim, start), start))
    if widgets_on():
        show_view(_desk(claim, start))


def _state(found: Corroboration, links: Mapping[str, str]) -> str:
    """The state of the desk in two lines: the count, and the links as code."""
    from mediakit.links import circle_in_words

    count = "1 origin" if found.at_most == 1 else f"{found.at_most} possible origins"
    lines = [f"With these links: {len(found.reports)} reports, {count}."]
    lines += [circle_in_words(circle) for circle in found.circles]
    pairs = ", ".join(f'"{taker}": "{to}"' for taker, to in links.items())
    return "\n".join([*lines, f"links = {{{pairs}}}"])


def _desk(claim: Claim, links: dict[str, str]) -> Any:
    """One labelled drop-down per report, and the state as live text below them."""
    import ipywidgets as w

    names = _distinct_names(claim)
    state = w.HTML()

    def show_state(_: object = None) -> None:
        chosen = {id_: box.value for id_, box in boxes.items() if box.value}
        state.value = now(_state(connect(claim, chosen), chosen), STYLE)

    boxes = {
        id_: w.Dropdown(
            options=[(FIRST, ""), *((names[i], i) for i in names if i != id_)],
            value=links.get(id_, ""),
            description=f"{name} took it from",
            style={"description_width": "min(26em, 100%)"},
            layout=w.Layout(
                width="97%",
                max_width="46em",
                height="auto",
                min_height="32px",
                flex_flow="row wrap",
            ),
        )
        for id_, name in names.items()
    }
    for box in boxes.values():
        box.observe(show_state, names="value")
    show_state()
    desk = w.VBox([*boxes.values(), state])
    desk.add_class("mediakit-desk")
    return desk


def _distinct_names(claim: Claim) -> dict[str, str]:
    """A name for each report; two reports of one outlet are told apart by their day."""
    told = [r.name for r in claim.reports]
    return {
        r.id: r.name if told.count(r.name) == 1 else f"{r.name}, {r.document.public}"
        for r in claim.reports
    }
