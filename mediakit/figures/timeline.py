"""The timeline of a case, from top to bottom: readable however close together the days are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from mediakit.figures.base import OKABE_ITO, QUIET, WIDTH, Figure
from mediakit.figures.page import EDGE, SMALL, Page, heading, measure, note, wrapped
from mediakit.records import OfficialKind, When

if TYPE_CHECKING:
    from mediakit.chronology import Moment, Timeline

__all__ = ["KINDS", "timeline_figure"]

# shape and filling of each kind; a leak is hollow, because nobody stands behind it by name
KINDS: dict[OfficialKind, tuple[str, str]] = {
    OfficialKind.FINDING: ("s", OKABE_ITO["blue"]),
    OfficialKind.ASSESSMENT: ("D", OKABE_ITO["sky"]),
    OfficialKind.STATEMENT: ("o", OKABE_ITO["orange"]),
    OfficialKind.COURT_RULING: ("^", OKABE_ITO["green"]),
    OfficialKind.LEAK: ("X", "white"),
}
EVIDENCE = ("o", OKABE_ITO["sky"])
SPINE, LABEL, ALSO = 2.05, 2.3, 5.55  # inches from the left
ROW, STOP, PAUSE = 0.25, 0.34, 0.26
LONG = 31  # days without an item that are worth a word


def timeline_figure(found: Timeline) -> Figure:
    """When each item became public, from top to bottom, with the stops of the replay.

    Rows stand at even distances, because most items fall into a few days; where a month or more
    passes, the line is dotted and says how long. Each kind has a shape of its own.

    Parameters
    ----------
    found : Timeline
        What ``mk.timeline(case)`` gives back.

    Returns
    -------
    Figure
        With a row for each item and each stop: when public, who, what kind, other dates.

    Examples
    --------
    >>> from mediakit.case import load_case
    >>> from mediakit.chronology import timeline
    >>> timeline_figure(timeline(load_case("larkhaven"))).columns
    ('became public', 'who', 'kind', 'other dates')
    """
    page = Page()
    known = f", as known on {When(found.cut)}" if found.cut else ""
    y = heading(page, f"{found.title}{known}")
    y = _key(page, found, y + 0.08)
    start = y
    before = None
    for moment, stop in _rows(found):
        when = moment.public if moment else stop
        if before and moment and when and (when.on - before.on).days >= LONG:
            y = _pause(page, y, before, when)
        y = _row(page, moment, y) if moment else _stop(page, found, stop, y)
        before = when
    if found.moments:
        page.line([SPINE, SPINE], [start, y], colour=QUIET, width=1.4, above=1)
    else:
        y = note(page, "Nothing was public yet.", y)
    table = tuple(_cells(found, moment, stop) for moment, stop in _rows(found))
    return page.figure(
        y + EDGE,
        _alt(found),
        _caption(found),
        ("became public", "who", "kind", "other dates"),
        table,
    )


def _rows(found: Timeline) -> Iterator[tuple[Moment | None, When | None]]:
    """Items and stops in order; a stop comes after everything that was public on its day."""
    order = [(m.public.on, 0, m, None) for m in found.moments]
    stops = [(s.on, 1, None, s) for s in found.stops]
    for _, _, moment, stop in sorted([*order, *stops], key=lambda row: row[:2]):
        yield moment, stop


def _key(page: Page, found: Timeline, y: float) -> float:
    """What each shape stands for, only those that are drawn."""
    x = EDGE + 0.08
    for kind, (shape, fill) in KINDS.items():
        if any(moment.kind is kind for moment in found.moments):
            words = kind.value.replace("_", " ")
            page.marks([x], [y + 0.1], shape, fill=fill)
            page.text(x + 0.13, y + 0.1, words, size=SMALL)
            x += 0.45 + measure(words, SMALL)
    return y + (0.34 if x > EDGE + 0.1 else 0.0)


def _row(page: Page, moment: Moment, y: float) -> float:
    """The day at the left of the line, who spoke at the right, other dates at the far right."""
    what = f", {moment.what}" if moment.kind else ""
    also = [
        part
        for words in moment.also.split("; ")
        for part in wrapped(words, WIDTH - ALSO - EDGE, SMALL)
    ]
    room = (ALSO if moment.also else WIDTH) - LABEL - EDGE
    columns = wrapped(str(moment.public), SPINE - EDGE - 0.2), wrapped(moment.who + what, room)
    height = ROW + 0.165 * (max(*map(len, columns), len(also)) - 1)
    middle = y + height / 2
    page.text(SPINE - 0.2, middle, columns[0], across="right")
    page.text(LABEL, middle, columns[1])
    page.text(ALSO, middle, also if moment.also else "", size=SMALL, colour=QUIET)
    shape, fill = KINDS[moment.kind] if moment.kind else EVIDENCE
    page.marks([SPINE], [middle], shape, fill=fill, size=8.5)
    return y + height


def _stop(page: Page, found: Timeline, stop: When | None, y: float) -> float:
    if stop is None:
        return y
    middle = y + STOP / 2
    number, count = found.stops.index(stop) + 1, found.public_by(stop)
    words = f"stop {number}: {stop}, {count} public so far"
    left = WIDTH - EDGE - measure(words, SMALL)
    page.line([EDGE, left - 0.08], [middle, middle], width=0.9, style=(0, (5, 3)))  # type: ignore[arg-type]
    page.text(left, middle, words, size=SMALL)
    return y + STOP


def _pause(page: Page, y: float, before: When, after: When) -> float:
    """A stretch of time in which nothing became public."""
    middle = y + PAUSE / 2
    page.box(SPINE - 0.05, y + 0.01, 0.1, PAUSE - 0.02, edge=None)
    page.line([SPINE, SPINE], [y, y + PAUSE], colour="white", width=3, above=2)
    page.line([SPINE, SPINE], [y, y + PAUSE], colour=QUIET, width=1.4, style=":", above=3)
    page.text(SPINE - 0.2, middle, _long(before, after), size=SMALL, colour=QUIET, across="right")
    return y + PAUSE


def _long(before: When, after: When) -> str:
    days = (after.on - before.on).days
    if days >= 730:
        return f"about {round(days / 365.25)} years pass"
    return f"about {round(days / 30.44)} months pass" if days >= 46 else "about a month passes"


def _cells(found: Timeline, moment: Moment | None, stop: When | None) -> tuple[str, ...]:
    if moment:
        return str(moment.public), moment.who, moment.what, moment.also
    return str(stop), "", f"stop {found.stops.index(stop) + 1} of the replay" if stop else "", ""


def _caption(found: Timeline) -> str:
    rows = "Rows stand at even distances; a dotted stretch of the line is a long pause. "
    if found.shows == "officials":
        return rows + (
            "Each official item stands at the day it became public, with its kind. "
            "'Changed' gives the day from which a later change of it could be known."
        )
    return rows + "Each item of evidence stands at the day it became public, by its id."


def _alt(found: Timeline) -> str:
    """How many of which kind, the first and the last, and what was public at each stop."""
    known = f", as known on {When(found.cut)}" if found.cut else ""
    head = f"Timeline of {found.title}{known}, read downwards: "
    if not found.moments:
        return f"{head}nothing was public yet."
    kinds = Counter(moment.what for moment in found.moments)
    counts = ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items()))
    first, last = found.moments[0], found.moments[-1]
    stops = "; ".join(f"{stop}: {found.public_by(stop)}" for stop in found.stops)
    return (
        f"{head}{len(found.moments)} items ({counts}). First: {first}. Last: {last}. "
        f"Public by each stop of the replay: {stops or 'no stops'}. "
        f"Longest pause: {_longest(found)}."
    )


def _longest(found: Timeline) -> str:
    gaps = [(b.public.on - a.public.on, a, b) for a, b in pairwise(found.moments)]
    if not gaps:
        return "none"
    _, before, after = max(gaps, key=lambda gap: gap[0])
    return f"from {before.public} to {after.public}"
