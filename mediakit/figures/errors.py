"""Both errors of a reader in one picture: false items missed, true items wrongly rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediakit.figures.base import OKABE_ITO, WIDTH, Figure
from mediakit.figures.page import EDGE, SMALL, Page, heading, measure, note

if TYPE_CHECKING:
    from mediakit.calibration import Discernment

__all__ = ["error_figure"]

LEFT, RIGHT = 1.45, WIDTH - EDGE
BAR, LEAST = 0.4, 0.08
UNITS = 60  # up to so many items every item is a cell
RIGHT_FILL, WRONG_FILL, WRONG_HATCH = OKABE_ITO["sky"], "white", "////"


def error_figure(found: Discernment) -> Figure:
    """How many items were judged rightly and wrongly, both errors at the same scale.

    Plain cells were judged rightly, hatched cells wrongly. One error alone says little: who
    rejects everything misses nothing.

    Parameters
    ----------
    found : Discernment
        What ``mk.discernment(…)`` gives back.

    Returns
    -------
    Figure
        With the counts of false items caught and missed, and of true items accepted and
        rejected, and the answers "not established", counted apart.

    Examples
    --------
    >>> from mediakit.calibration import discernment_of_counts
    >>> error_figure(discernment_of_counts(7, 10, 3, 10)).rows
    (('false items', '7 caught', '3 missed', '0 not established'), \
('true items', '7 accepted', '3 wrongly rejected', '0 not established'))
    """
    page = Page()
    first, *rest = repr(found).splitlines()
    y = heading(page, first)
    for sentence in rest:
        y = note(page, sentence, y)
    y += 0.1
    groups = _groups(found)
    most = max(1, *(right + wrong for _, right, wrong, _, _, _ in groups))
    for name, right, wrong, good, bad, _ in groups:
        y = _bar(page, name, (right, good), (wrong, bad), most, y)
    rows = tuple(
        (name, f"{right:,} {good}", f"{wrong:,} {bad}", f"{apart:,} not established")
        for name, right, wrong, good, bad, apart in groups
    )
    words = "; ".join(f"{name}: {', '.join(cells)}" for name, *cells in rows)
    return page.figure(
        y - 0.04,
        f"Two bars of items, plain where judged rightly and hatched where wrongly. {words}. "
        f"{found.leaning}",
        "Plain cells were judged rightly, hatched ones wrongly. Look at both errors together.",
        ("items", "judged rightly", "judged wrongly", "counted apart"),
        rows,
    )


def _groups(found: Discernment) -> tuple[tuple[str, int, int, str, str, int], ...]:
    missed = found.false_items - found.hits
    accepted = found.true_items - found.false_alarms
    false_apart, true_apart = found.not_established
    return (
        ("false items", found.hits, missed, "caught", "missed", false_apart),
        (
            "true items",
            accepted,
            found.false_alarms,
            "accepted",
            "wrongly rejected",
            true_apart,
        ),
    )


def _bar(
    page: Page, name: str, right: tuple[int, str], wrong: tuple[int, str], most: int, y: float
) -> float:
    """One bar: cells judged rightly, then cells judged wrongly, and both counts below."""
    total = right[0] + wrong[0]
    unit = min((RIGHT - LEFT) / most, 0.5)
    page.text(LEFT - 0.15, y + BAR / 2, [name, f"({total:,})"], across="right")
    ends = LEFT + right[0] * unit
    if wrong[0] and right[0]:  # a few among thousands stay visible
        ends = min(ends, LEFT + total * unit - LEAST)
    for start, stop, count, fill, hatch in (
        (LEFT, ends, right[0], RIGHT_FILL, ""),
        (ends, LEFT + total * unit, wrong[0], WRONG_FILL, WRONG_HATCH),
    ):
        cells = count if most <= UNITS else min(count, 1)
        for n in range(cells):
            width = (stop - start) / cells
            page.box(
                start + n * width,
                y,
                width,
                BAR,
                fill=fill,
                hatch=hatch,
                hatching=OKABE_ITO["vermilion"],
            )
    if not total:
        page.text(LEFT, y + BAR / 2, "none judged", size=SMALL)
        return y + BAR + 0.2
    _labels(page, right, wrong, unit, y + BAR + 0.14)
    return y + BAR + 0.4


def _labels(
    page: Page, right: tuple[int, str], wrong: tuple[int, str], unit: float, y: float
) -> None:
    """Each count below the start of its cells; the second moves along where they would touch."""
    first, second = (f"{count:,} {word}" for count, word in (right, wrong))
    x = LEFT
    if right[0]:
        page.text(x, y, first)
        x = max(LEFT + right[0] * unit, LEFT + measure(first) + 0.25)
    if wrong[0]:
        page.text(min(x, RIGHT - measure(second, bold=True)), y, second, bold=True)
