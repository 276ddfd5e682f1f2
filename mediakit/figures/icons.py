"""Natural frequencies as icons: every claim a mark, in four groups that differ by shape."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mediakit.figures.base import OKABE_ITO, WIDTH, Figure
from mediakit.figures.page import EDGE, SMALL, Page, heading, measure, note

if TYPE_CHECKING:
    from mediakit.frequencies import NaturalFrequency

__all__ = ["SHAPES", "icon_figure"]

MOST = 1000  # marks on one page; beyond it a mark stands for several
# in the order of NaturalFrequency.icons: the shape says whether it is true, a full mark has
# the report, a hollow one has not
SHAPES = (
    ("o", OKABE_ITO["blue"], OKABE_ITO["blue"]),
    ("o", "white", OKABE_ITO["blue"]),
    ("s", OKABE_ITO["vermilion"], OKABE_ITO["vermilion"]),
    ("s", "white", OKABE_ITO["vermilion"]),
)
WITH, WITHOUT = (0, 2), (1, 3)


def icon_figure(found: NaturalFrequency) -> Figure:
    """Each claim a mark: round for true, square for not true, full where the report is there.

    Claims with the report stand together at the top, because the question is about those. Over
    1,000 claims a mark stands for several, and the figure says for how many.

    Parameters
    ----------
    found : NaturalFrequency
        What ``mk.natural_frequency(…)`` gives back.

    Returns
    -------
    Figure
        With the four groups and their exact counts.

    Examples
    --------
    >>> from mediakit.frequencies import natural_frequency
    >>> icon_figure(natural_frequency("1 %", "80 %", "10 %")).rows[0]
    ('true, with the report', '8')
    """
    page = Page()
    per_mark = math.ceil(found.people / MOST)
    words = f"{found.people:,} {found.things} like this one"
    y = heading(page, words)
    if per_mark > 1:
        y = note(page, f"Each mark stands for up to {per_mark:,} {found.things}.", y)
    y = _block(page, found, WITH, "with the report", per_mark, y + 0.05)
    y = _block(page, found, WITHOUT, "without it", per_mark, y + 0.16)
    rows = tuple((label, f"{count:,}") for label, count in found.icons)
    return page.figure(y + EDGE, _alt(found), _caption(), ("group", found.things), rows)


def _block(
    page: Page, found: NaturalFrequency, groups: tuple[int, int], title: str, each: int, y: float
) -> float:
    """One block of marks below a line that counts them."""
    counts = [found.icons[group][1] for group in groups]
    _counted(page, groups, counts, f"{sum(counts):,} {title}:", y)
    order = [
        g for g, count in zip(groups, counts, strict=True) for _ in range(math.ceil(count / each))
    ]
    across = _across(min(found.people, MOST))
    step = min((WIDTH - 2 * EDGE) / across, 0.25)
    top = y + 0.36
    for group in groups:
        places = [n for n, g in enumerate(order) if g == group]
        xs = [EDGE + (n % across + 0.5) * step for n in places]
        ys = [top + n // across * step for n in places]
        shape, fill, edge = SHAPES[group]
        page.marks(xs, ys, shape, fill=fill, edge=edge, size=step * 47, line=1.1)
    return top + math.ceil(len(order) / across) * step - step / 2


def _across(marks: int) -> int:
    """How many marks stand side by side: tens, so that they are quick to count."""
    return next((n for n, most in ((20, 100), (40, 400)) if marks <= most), 50)


def _counted(page: Page, groups: tuple[int, int], counts: list[int], title: str, y: float) -> None:
    """The head of a block: how many in all, and of each shape."""
    middle = y + 0.12
    page.text(EDGE, middle, title, bold=True)
    x = EDGE + measure(title, bold=True) + 0.22
    for group, count, truth in zip(groups, counts, ("true", "not true"), strict=True):
        shape, fill, edge = SHAPES[group]
        page.marks([x], [middle], shape, fill=fill, edge=edge, size=7.2, line=1.1)
        words = f"{count:,} {truth}"
        page.text(x + 0.12, middle, words, size=SMALL + 0.5)
        x += measure(words, SMALL + 0.5) + 0.4


def _caption() -> str:
    return (
        "Round marks are true, square ones are not. Full marks have the report, hollow ones "
        "have none. Compare the two shapes in the upper block."
    )


def _alt(found: NaturalFrequency) -> str:
    groups = "; ".join(f"{label}: {count:,}" for label, count in found.icons)
    both = found.true_with + found.false_with
    each = math.ceil(found.people / MOST)
    stands = f"each stands for up to {each:,}" if each > 1 else "one for each"
    return (
        f"Marks in two blocks for {found.people:,} {found.things}, {stands}. {groups}. "
        f"In the block with the report, {found.true_with:,} of {both:,} are true."
    )
