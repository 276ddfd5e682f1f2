"""How far reports move a belief, and what is left of a ratio after it was passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediakit.chances import Range, frequency, percent, plural
from mediakit.figures.base import INK, OKABE_ITO, WIDTH, Figure
from mediakit.figures.page import EDGE, SMALL, Page, heading, note
from mediakit.figures.scale import Scale, linear, logarithmic

if TYPE_CHECKING:
    from mediakit.belief import Hearsay, Update

__all__ = ["hearsay_figure", "update_figure"]

LEFT, RIGHT = 2.2, WIDTH - 1.9
ROW = 0.42
MOST_STEPS = 12
TENTHS = [(n / 10, f"{n * 100:,}") for n in range(0, 11, 2)]


def update_figure(found: Update) -> Figure:
    """A belief before, with each copy counted, and with each origin counted once.

    A range is a bar between its two ends. There is no such figure for an open claim, because
    nothing is worked out there.

    Parameters
    ----------
    found : Update
        What ``mk.update(…)`` gives back for a claim that can be settled.

    Returns
    -------
    Figure
        With the three chances, as counts in 1,000 and in per cent.

    Examples
    --------
    >>> from mediakit.belief import update
    >>> update_figure(update("1 %", 3, origins=1, reports=6)).rows[2]
    ('each origin counted once', '29 in 1,000', '2.94 %')
    """
    parts = (
        ("before", found.prior, "o", "white"),
        ("each copy counted (naive)", found.naive, "X", OKABE_ITO["vermilion"]),
        ("each origin counted once", found.collapsed, "D", OKABE_ITO["blue"]),
    )
    page = Page()
    origins = plural(found.at_most, "origin")
    if found.at_least != found.at_most:
        origins = f"{found.at_least} to {origins}"
    y = heading(page, f"{plural(found.reports, 'report')}, {origins}")
    scale = linear(LEFT, RIGHT, TENTHS)
    for n, (label, chance, shape, fill) in enumerate(parts):
        middle = y + (n + 0.5) * ROW
        page.text(LEFT - 0.15, middle, label, across="right")
        _span(page, scale, chance, middle, shape, fill)
        page.text(RIGHT + 0.18, middle, [frequency(chance), f"({percent(chance)})"], size=SMALL)
    bottom = scale.grid(page, y, y + 3 * ROW, "how many of 1,000 claims like this one are true")
    rows = tuple((label, frequency(chance), percent(chance)) for label, chance, _, _ in parts)
    words = "; ".join(f"{label}: {many} ({share})" for label, many, share in rows)
    return page.figure(
        bottom + EDGE,
        f"Three rows on a scale of chances. {plural(found.reports, 'report')}, {origins}, each "
        f"multiplying the odds by {found.ratio}. {words}.",
        "A copy has nothing of its own to add, so the last row counts each origin once. "
        "A bar runs from one end of a range to the other.",
        ("row", "chance", "per cent"),
        rows,
    )


def _span(page: Page, scale: Scale, chance: Range, y: float, shape: str, fill: str) -> None:
    """A mark for a number; for a range a bar with a mark at each end."""
    xs = [scale.at(end) for end in chance]
    if not chance.point:
        page.box(xs[0], y - 0.06, xs[1] - xs[0], 0.12, fill=fill)
    page.marks(sorted(set(xs)), [y] * len(set(xs)), shape, fill=fill, size=10)


def hearsay_figure(found: Hearsay) -> Figure:
    """How a ratio comes nearer to 1, which says nothing, with each retelling.

    Parameters
    ----------
    found : Hearsay
        What ``mk.hearsay(…)`` gives back. Of a very long chain it draws twelve rows.

    Returns
    -------
    Figure
        With the ratio at first hand and after each retelling that is drawn.

    Examples
    --------
    >>> from mediakit.belief import hearsay
    >>> hearsay_figure(hearsay(9, hops=2, fidelity=0.5)).rows
    (('at first hand', '9'), ('after 1 retelling', '5'), ('after 2 retellings', '3'))
    """
    shown = _shown(len(found.steps))
    rows = tuple((_told(n), f"{found.steps[n]}") for n in shown)
    page = Page()
    y = heading(page, "What a ratio can carry after it was passed on")
    scale = logarithmic(LEFT, RIGHT, [end for n in shown for end in found.steps[n]])
    row = 0.34
    for place, n in enumerate(shown):
        middle = y + (place + 0.5) * row
        page.text(LEFT - 0.15, middle, rows[place][0], across="right")
        page.line([scale.at(1), *map(scale.at, found.steps[n])], [middle] * 3, width=1.6, above=0)
        _span(page, scale, found.steps[n], middle, "D", OKABE_ITO["sky"])
        page.text(RIGHT + 0.18, middle, rows[place][1])
    bottom = y + len(shown) * row
    page.line([scale.at(1)] * 2, [y, bottom], colour=INK, width=1.6, style="--", above=3)
    bottom = scale.grid(page, y, bottom, "ratio; at the dashed line, 1, it says nothing either way")
    if len(shown) < len(found.steps):
        bottom = note(page, f"{len(shown)} of {len(found.steps)} rows are drawn.", bottom + 0.04)
    words = "; ".join(f"{told}: {ratio}" for told, ratio in rows)
    return page.figure(
        bottom + EDGE,
        "Marks with a line from 1, where a ratio says nothing, to what it can carry at most. "
        f"{words}.",
        "Each step of the scale doubles. Take the marks as upper limits: the model is kind to "
        "the chain.",
        ("where", "ratio"),
        rows,
    )


def _shown(steps: int) -> list[int]:
    """The rows that are drawn: all, or twelve that are spread evenly, first and last included."""
    if steps <= MOST_STEPS:
        return list(range(steps))
    return sorted({round(n * (steps - 1) / (MOST_STEPS - 1)) for n in range(MOST_STEPS)})


def _told(times: int) -> str:
    return f"after {plural(times, 'retelling')}" if times else "at first hand"
