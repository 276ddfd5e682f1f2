"""Two published yardsticks for likelihood words, one below the other on one scale."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mediakit.figures.base import INK, OKABE_ITO, WIDTH, Figure
from mediakit.figures.page import EDGE, SMALL, Page, measure, note
from mediakit.figures.scale import Scale, linear

if TYPE_CHECKING:
    from mediakit.wording.likelihood import Likelihood, Yardstick

__all__ = ["yardstick_figure"]

LEFT, RIGHT = 2.8, WIDTH - 1.45
ROW = 0.29
PER_CENT = [(n, f"{n}") for n in range(0, 101, 10)]


def yardstick_figure(placed: str | float | tuple[float, float] | None = None) -> Figure:
    """The words of ICD 203 and of PHIA with their ranges, and a phrase of yours on both.

    The words rate a statement, never who makes it. PHIA leaves gaps between its steps on
    purpose; they are hatched. The step that a phrase falls on has a thick border and an arrow.

    Parameters
    ----------
    placed : str, float or pair of floats, optional
        What ``mk.likelihood`` takes: a word, a number from 0 to 1, a per cent, a range.

    Returns
    -------
    Figure
        With a row for each step of both yardsticks: words, range, and whether the phrase falls
        on it. Where it falls on none, the figure says why.

    Raises
    ------
    LookupError
        For a phrase that is on neither yardstick and not known otherwise.
    ValueError
        For a number outside 0 to 1, or a range with its ends the wrong way round.

    Examples
    --------
    >>> yardstick_figure("likely").rows[4]
    ('ICD 203', 'likely, probable, probably', '55–80 %', 'likely')
    """
    from mediakit.wording.likelihood import YARDSTICKS, likelihood

    page = Page()
    y = EDGE
    rows: list[tuple[str, ...]] = []
    said = []
    scale = linear(LEFT, RIGHT, PER_CENT)
    for stick in YARDSTICKS.values():
        found = None if placed is None else likelihood(placed, stick.id)
        y = _panel(page, stick, found, scale, y)
        for band in stick.bands:
            here = found.given if found and found.band is band else ""
            rows.append((stick.name, ", ".join(band.words), band.range, here))
        if found:
            said.append(_said(found))
            y = note(page, _said(found), y, x=EDGE)
        y += 0.12
    return page.figure(
        y,
        _alt(rows, said),
        "Each bar is the range of a word; hatched stretches belong to no word. The words rate "
        "the statement, never who makes it.",
        ("yardstick", "words", "range", "your phrase"),
        tuple(rows),
    )


def _panel(page: Page, stick: Yardstick, found: Likelihood | None, scale: Scale, y: float) -> float:
    """One yardstick: its name, a bar for each step, the scale below."""
    gaps = ", with gaps between the steps" if stick.gaps else ", whose steps meet"
    y += page.text(EDGE, y, stick.name + gaps, size=10.5, bold=True, down="top") + 0.06
    bottom = y + len(stick.bands) * ROW
    for low, high in _gaps(stick):
        width = scale.at(high) - scale.at(low)
        page.box(scale.at(low), y, width, bottom - y, edge=None, hatch="////", hatching="#8C8C8C")
    for n, band in enumerate(stick.bands):
        middle = y + (n + 0.5) * ROW
        here = found is not None and found.band is band
        words = _fitting(band.words, LEFT - EDGE - 0.4)
        page.text(LEFT - 0.14, middle, words, bold=here, across="right")
        page.box(
            scale.at(band.low),
            middle - 0.09,
            scale.at(band.high) - scale.at(band.low),
            0.18,
            fill=OKABE_ITO["blue"] if here else OKABE_ITO["sky"],
            line=2.4 if here else 1.0,
        )
        page.text(RIGHT + 0.16, middle, band.range, size=SMALL, bold=here)
        if here:
            page.marks([EDGE + 0.05], [middle], ">", fill=INK, size=8)
    _number(page, found, scale, y, bottom)
    return scale.grid(page, y, bottom, "chance in per cent")


def _number(page: Page, found: Likelihood | None, scale: Scale, top: float, bottom: float) -> None:
    """Where a number or a range of the learner's lies: one or two dashed lines."""
    if found is None or found.low is None or found.high is None:
        return
    if found.band is not None and (found.low, found.high) == (found.band.low, found.band.high):
        return  # it came from the word, so the bar shows it
    for value in sorted({found.low, found.high}):
        page.line([scale.at(value)] * 2, [top, bottom], width=1.6, style="--", above=4)


def _gaps(stick: Yardstick) -> list[tuple[int, int]]:
    """The stretches from 0 to 100 % that no word covers."""
    ends = [0, *(end for band in stick.bands for end in (band.low, band.high)), 100]
    return [(a, b) for a, b in pairwise(ends) if b > a and not _covered(stick, a, b)]


def _covered(stick: Yardstick, low: int, high: int) -> bool:
    return any(band.low <= low and high <= band.high for band in stick.bands)


def _fitting(words: tuple[str, ...], width: float) -> str:
    """As many of the words as fit on one line; the table has them all."""
    line = words[0]
    for word in words[1:]:
        if measure(f"{line}, {word}", bold=True) > width:
            break
        line = f"{line}, {word}"
    return line


def _said(found: Likelihood) -> str:
    if found.band is None:
        return f"{found.given}: {found.warning}"
    if found.word in found.band.words and not found.given[0].isdigit():
        return f'"{found.word}" means {found.band.range} here.'
    return f'{found.given} falls on "{found.word}" ({found.band.range}). {found.warning}'.strip()


def _alt(rows: list[tuple[str, ...]], said: list[str]) -> str:
    names = list(dict.fromkeys(row[0] for row in rows))
    parts = []
    for name in names:
        steps = "; ".join(f"{words}: {range_}" for stick, words, range_, _ in rows if stick == name)
        parts.append(f"{name}: {steps}.")
    where = [f"On {name}, {text}" for name, text in zip(names, said, strict=False)]
    return " ".join(["Likelihood words as bars from 0 to 100 %.", *parts, *where])
