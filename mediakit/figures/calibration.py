"""The calibration curve: chances given against what was so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from mediakit.chances import plural
from mediakit.figures.base import INK, OKABE_ITO, QUIET, WIDTH, Figure
from mediakit.figures.page import EDGE, SMALL, Page, heading, measure, wrapped

if TYPE_CHECKING:
    from mediakit.calibration import CalibrationCurve

__all__ = ["calibration_figure"]

LEFT, SIDE = 0.95, 3.9  # inches: where the square begins, and how long it is
BESIDE = LEFT + SIDE + 0.45
TENTHS = range(0, 101, 20)
Box = tuple[float, float, float, float]


def calibration_figure(found: CalibrationCurve) -> Figure | str:
    """Points of chance given against share that was true, with the line where both agree.

    Under 20 scored answers it gives back the message of the curve as text, because a curve of
    so few answers would show chance.

    Parameters
    ----------
    found : CalibrationCurve
        What ``mk.calibration_curve(…)`` gives back.

    Returns
    -------
    Figure or str
        With a row for each point: chance given, share that was true, how many answers.

    Examples
    --------
    >>> from mediakit.calibration import Judgement, calibration_curve
    >>> calibration_figure(calibration_curve([Judgement("a", "accept", 0.9, True)]))
    'No curve yet: 1 scored answer, and a curve needs 20.'
    """
    if not found.points:
        return repr(found)
    page = Page()
    y = heading(page, f"Chances given and what was so, {plural(found.answers, 'answer')}")
    top = y + 0.16
    bottom = _axes(page, top)
    _points(page, found, top)
    _beside(page, top)
    rows = tuple((given, true, str(count)) for given, true, count in found.table)
    words = "; ".join(
        f"given {given}, true {true} ({plural(p.answers, 'answer')})"
        for p, (given, true, _) in zip(found.points, rows, strict=True)
    )
    return page.figure(
        bottom + EDGE,
        f"Points of the chance given and the share that was true, with a dashed line where both "
        f"agree. {words}.",
        found.why(),
        ("chance given", "was true", "answers"),
        rows,
    )


def _x(chance: float) -> float:
    return LEFT + chance * SIDE


def _y(top: float, share: float) -> float:
    return top + (1 - share) * SIDE


def _axes(page: Page, top: float) -> float:
    """The square with its ticks, names and the dashed line where both agree."""
    bottom = top + SIDE
    page.box(LEFT, top, SIDE, SIDE, edge=QUIET)
    for tick in TENTHS:
        x, y = _x(tick / 100), _y(top, tick / 100)
        page.line([x, x], [bottom, bottom + 0.05], colour=QUIET)
        page.line([LEFT - 0.05, LEFT], [y, y], colour=QUIET)
        page.text(x, bottom + 0.16, f"{tick} %", size=SMALL, across="center")
        page.text(LEFT - 0.1, y, f"{tick} %", size=SMALL, across="right")
    page.text(LEFT + SIDE / 2, bottom + 0.38, "chance that you gave", across="center")
    page.text(EDGE, top + SIDE / 2 - 0.3, ["were", "true"], down="top")
    page.line([LEFT, LEFT + SIDE], [bottom, top], colour=QUIET, width=1.4, style="--")
    return bottom + 0.5


def _points(page: Page, found: CalibrationCurve, top: float) -> None:
    xs = [_x(p.given) for p in found.points]
    ys = [_y(top, p.true) for p in found.points]
    page.line(xs, ys, colour=OKABE_ITO["blue"], width=1.4)
    page.marks(xs, ys, "o", fill=OKABE_ITO["blue"], size=9)
    taken = [_around(x, y, 0.09) for x, y in zip(xs, ys, strict=True)]
    lines = [_around(x, y, 0.03) for x, y in _along(xs, ys)]
    for x, y, point in zip(xs, ys, found.points, strict=True):
        words = plural(point.answers, "answer")
        width = measure(words, SMALL)
        place = _free(x, y, width, [*taken, *lines], top) or _free(x, y, width, taken, top)
        if place is not None:  # where there is no room, the table has the count
            taken.append(place)
            page.text(place[0], (place[1] + place[3]) / 2, words, size=SMALL, paper=True)


def _around(x: float, y: float, reach: float) -> Box:
    return x - reach, y - reach, x + reach, y + reach


def _along(xs: Sequence[float], ys: Sequence[float]) -> Iterator[tuple[float, float]]:
    """Places along the line through the points, close enough that no word slips between."""
    for (x, y), (to_x, to_y) in pairwise(zip(xs, ys, strict=True)):
        for n in range(41):
            yield x + (to_x - x) * n / 40, y + (to_y - y) * n / 40


def _free(x: float, y: float, width: float, taken: Sequence[Box], top: float) -> Box | None:
    """A place beside, above or below a point that no other point or word has."""
    height = 0.16
    for dx, dy in ((0.13, 0.15), (-width - 0.13, -0.15), (0.13, -0.15), (-width - 0.13, 0.15),
                   (-width / 2, 0.24), (-width / 2, -0.24)):  # fmt: skip
        box = (x + dx, y + dy - height / 2, x + dx + width, y + dy + height / 2)
        if _within(box, top) and not any(_meet(box, other) for other in taken):
            return box
    return None


def _within(box: Box, top: float) -> bool:
    left, above, right, below = box
    return left > LEFT and right < LEFT + SIDE and above > top and below < top + SIDE


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _beside(page: Page, top: float) -> None:
    """How to read the square, in three sentences beside it."""
    y = top + 0.1
    for head, words in (
        ("On the dashed line", "Things were true as often as you said."),
        ("Above it", "They were true more often than you said: trust such items more."),
        ("Below it", "They were true less often than you said: trust such items less."),
    ):
        y += page.text(BESIDE, y, head, bold=True, down="top")
        lines = wrapped(words, WIDTH - EDGE - BESIDE)
        y += page.text(BESIDE, y, lines, colour=INK, down="top") + 0.12
