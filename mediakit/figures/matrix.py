"""Evidence against explanations: the marks of a matrix, and what separates the accounts."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase
from typing import TYPE_CHECKING

from mediakit.figures.base import INK, OKABE_ITO, QUIET, WIDTH, Figure
from mediakit.figures.page import EDGE, SIZE, SMALL, Page, heading, measure, note, wrapped
from mediakit.rankings import LIMIT
from mediakit.scales import Consistency

if TYPE_CHECKING:
    from mediakit.marks import Marks
    from mediakit.rankings import RowView, Separation

__all__ = ["CELLS", "matrix_figure", "separation_figure"]

# shade and hatch of each mark: hatched speaks against, shaded fits, white does neither
CELLS: dict[Consistency, tuple[str, str]] = {
    Consistency.II: ("white", "xxxx"),
    Consistency.I: ("white", "////"),
    Consistency.N: ("white", ""),
    Consistency.C: ("#D9EDF9", ""),
    Consistency.CC: ("#8FCBEE", ""),
    Consistency.NA: ("#F2F2F2", "...."),
}
AGAINST = OKABE_ITO["vermilion"]
NARROW = 0.8  # inches: below it, columns are headed by letters
GAP = 0.12
NOT_YET = "·"


def matrix_figure(marks: Marks) -> Figure:
    """The marks of a matrix as text in cells, with a hatch where evidence speaks against.

    Nothing is added up here, so an open question is drawn like any other, without a score.

    Parameters
    ----------
    marks : Matrix
        What ``mk.Matrix(case)`` gives back, rated or not; a cell without a mark shows a dot.

    Returns
    -------
    Figure
        With a row for each item of evidence: its id and text, and its mark for each explanation.

    Examples
    --------
    >>> from mediakit.case import load_case
    >>> from mediakit.hypotheses import Matrix
    >>> matrix_figure(Matrix(load_case("larkhaven")).fill_from_case()).rows[0][1:]
    ('C', 'C', 'C', 'C')
    """
    labels = [h.label for h in marks.hypotheses.values()]
    columns = _columns(len(labels))
    page = Page()
    page_title = marks.question.text + (" (open question)" if marks.question.open else "")
    y = heading(page, page_title)
    y = _heads(page, labels, columns, y)
    for item in marks.evidence.values():
        cells = [marks.mark(item.id, name) for name in marks.hypotheses]
        y = _row(page, item.id, item.text, cells, columns, y)
    y = _key(page, marks, y + 0.12)
    rows = tuple(
        (f"{e.id}: {e.text}", *(_mark(marks.mark(e.id, name)) for name in marks.hypotheses))
        for e in marks.evidence.values()
    )
    return page.figure(
        y + EDGE / 2,
        _alt(marks, labels),
        f"Hatched cells speak against an explanation, shaded ones fit it. {LIMIT}",
        ("evidence", *labels),
        rows,
    )


def _columns(count: int) -> list[tuple[float, float]]:
    """Left end and width of each column; the rest of the page is for the evidence."""
    width = min(1.15, (WIDTH - 2 * EDGE - 3.0) / count)
    first = WIDTH - EDGE - count * width
    return [(first + n * width, width) for n in range(count)]


def _heads(
    page: Page, labels: Sequence[str], columns: Sequence[tuple[float, float]], y: float
) -> float:
    """The explanations above their columns; as letters with a list where columns are narrow."""
    names = list(labels)
    if columns[0][1] < NARROW:
        names = [ascii_uppercase[n % 26] for n in range(len(labels))]
        for letter, label in zip(names, labels, strict=True):
            y = note(page, f"{letter}: {label}", y)
    heads = [wrapped(name, columns[0][1] - 0.1, SMALL, bold=True) for name in names]
    height = max(len(lines) for lines in heads) * SMALL * 1.28 / 72
    for (x, width), lines in zip(columns, heads, strict=True):
        middle = y + height - len(lines) * SMALL * 1.28 / 144
        page.text(x + width / 2, middle, lines, size=SMALL, bold=True, across="center")
    return y + height + 0.07


def _row(
    page: Page,
    id_: str,
    text: str,
    cells: Sequence[Consistency | None],
    columns: Sequence[tuple[float, float]],
    y: float,
) -> float:
    room = columns[0][0] - EDGE - GAP
    name, lines = wrapped(id_, room, SMALL, bold=True), wrapped(text, room, SMALL)
    top = y + 0.05
    after = top + page.text(EDGE, top, name, size=SMALL, bold=True, down="top")
    bottom = after + page.text(EDGE, after, lines, size=SMALL, down="top") + 0.06
    page.line([EDGE, columns[0][0]], [bottom, bottom], colour="#BFBFBF", width=0.7)
    for (x, width), mark in zip(columns, cells, strict=True):
        _cell(page, mark, x, y, width, bottom - y)
    return bottom


def _cell(page: Page, mark: Consistency | None, x: float, y: float, w: float, h: float) -> None:
    fill, hatch = CELLS[mark] if mark else ("white", "")
    hatching = "#BFBFBF" if mark is Consistency.NA else AGAINST
    page.box(x, y, w, h, fill=fill, hatch=hatch, hatching=hatching, edge=QUIET, line=0.9)
    words = _mark(mark) if mark else NOT_YET
    size = SIZE if mark else 15
    page.text(x + w / 2, y + h / 2, words, size=size, bold=True, across="center", paper=bool(hatch))


def _mark(mark: Consistency | None) -> str:
    return mark.value if mark else "not rated yet"


def _key(page: Page, marks: Marks, y: float) -> float:
    """What the marks stand for, only those that are drawn."""
    drawn = {marks.mark(e, h) for e in marks.evidence for h in marks.hypotheses}
    x = EDGE
    for mark in (*Consistency, None):
        if mark not in drawn:
            continue
        words = mark.words if mark else "not rated yet"
        wide = 0.5 + measure(words, SMALL) + 0.25
        if x + wide > WIDTH - EDGE + 0.25:
            x, y = EDGE, y + 0.34
        _cell(page, mark, x, y, 0.42, 0.26)
        page.text(x + 0.5, y + 0.13, words, size=SMALL)
        x += wide
    return y + 0.3


def _alt(marks: Marks, labels: Sequence[str]) -> str:
    """The question, the columns, and every row with its marks in their order."""
    cells = {row: [marks.mark(row, name) for name in marks.hypotheses] for row in marks.evidence}
    parts = [f"{row}: {', '.join(map(_mark, c))}" for row, c in cells.items() if any(c)]
    if blank := [row for row, c in cells.items() if not any(c)]:
        parts.append(f"not rated yet at all: {', '.join(blank)}")
    rows = "; ".join(parts)
    kind = "an open question, nothing is scored" if marks.question.open else "one question"
    return (
        f"Table of marks on {kind}: {marks.question.text} Columns: {', '.join(labels)}. "
        f"Rows: {rows or 'no evidence yet'}."
    )


# --- an open question --------------------------------------------------------------------


def separation_figure(found: Separation) -> Figure:
    """Which evidence separates the accounts, which fits them all, and what is missing.

    The question is open, so there is no order of the accounts, no score and no leader.

    Parameters
    ----------
    found : Separation
        What ``mk.Matrix(case, question="…").rank()`` gives back on an open question.

    Returns
    -------
    Figure
        With a row for each item of evidence and each thing that is missing.

    Examples
    --------
    >>> from mediakit.rankings import Separation
    >>> separation_figure(Separation("Who, if anybody, did it?", missing=("a witness",))).rows
    (('missing', '', 'a witness'),)
    """
    groups = (
        ("separates the accounts", "half", found.separates),
        ("fits them all", "full", found.fits_all),
        ("speaks against them all", "hatched", found.speaks_against_all),
    )
    page = Page()
    y = heading(page, f"{found.question} (open question)")
    if not found.separates:
        y = note(page, "Nothing that is marked so far separates the accounts.", y)
    for name, sign, rows in groups:
        y = _group(page, f"{name[0].upper()}{name[1:]}: {len(rows)}", sign, rows, y)
    if found.missing:
        y += 0.06 + page.text(EDGE, y + 0.06, "Missing", bold=True, down="top") + 0.04
        for gap in found.missing:
            y = _said(page, "?", gap, y)
    table = [(name, row.id, row.words) for name, _, rows in groups for row in rows]
    table += [("missing", "", gap) for gap in found.missing]
    words = "; ".join(f"{name} {', '.join(r.id for r in rows)}" for name, _, rows in groups if rows)
    return page.figure(
        y + EDGE / 2,
        f"Lists of evidence on an open question, without an order of the accounts: "
        f"{found.question} {words or 'Nothing separates the accounts'}. "
        f"Missing: {'; '.join(found.missing) or 'nothing was named'}.",
        f"The question is open, so nothing is ranked. {LIMIT}",
        ("what it does", "evidence", "marks"),
        tuple(table),
    )


def _group(page: Page, head: str, sign: str, rows: Sequence[RowView], y: float) -> float:
    if not rows:
        return y
    y += 0.06 + page.text(EDGE, y + 0.06, head, bold=True, down="top") + 0.04
    for row in rows:
        y = _said(page, sign, f"{row.id}: {row.words}", y)
    return y


def _said(page: Page, sign: str, words: str, y: float) -> float:
    """One line of a list, with a sign that differs by its filling."""
    x, lines = EDGE + 0.38, wrapped(words, WIDTH - 2 * EDGE - 0.38)
    after = y + page.text(x, y, lines, down="top") + 0.03
    left, top = EDGE + 0.1, y + 0.025
    if sign == "?":
        page.text(left + 0.06, y + 0.09, "?", bold=True, across="center")
        return after
    page.box(left, top, 0.13, 0.13, fill=OKABE_ITO["sky"] if sign == "full" else "white")
    if sign == "half":
        page.box(left, top, 0.065, 0.13, fill=INK)
    if sign == "hatched":
        page.box(left, top, 0.13, 0.13, hatch="//////", hatching=AGAINST)
    return after
