"""Cells of a matrix: ``q5 = {"smoke": {"ship-fault": "I", "set": "C"}}``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mediakit.answers import show
from mediakit.exercises.kinds.base import Judged, Kind, Read, Unread, by_share
from mediakit.exercises.kinds.picking import fold, pick
from mediakit.exercises.questions import Question
from mediakit.scales import Consistency

__all__ = ["MatrixCells"]

MARKS = "CC, C, N, I, II or NA"
Cells = Mapping[str, Mapping[str, tuple[str, ...]]]


class MatrixCells(Kind):
    """Marks for rows of evidence (``items``) against explanations (``options``).

    The key gives each cell one mark or several, because neighbours can be argued for. A value
    that was read holds the accepted marks of each cell, one for a learner.
    """

    uses = frozenset({"items", "options"})
    needs = frozenset({"answer", "items", "options"})

    def example(self, question: Question) -> str:
        row, column = next(iter(question.items)), next(iter(question.options))
        right = (question.answer or {}).get(row, {}).get(column, ())
        mark = next(m for m in ("N", "NA", "II", "CC") if m not in right)
        cells = {r: dict.fromkeys(question.options, ...) for r in question.items}
        literal = {**cells, row: {**cells[row], column: mark}}
        return f"{question.id} = {show(literal, 2_000)}"

    def read(self, question: Question, value: Any) -> Read | Unread:
        return self._read(question, value, several=False)

    def read_key(self, question: Question, value: Any) -> Read | Unread:
        """Each cell with one mark, or a list of those that can be argued for."""
        return self._read(question, value, several=True)

    def _read(self, question: Question, value: Any, several: bool) -> Read | Unread:
        cells = _cells(value, list(question.options), list(question.items))
        if cells is None:
            return Unread("rows with their marks are asked for, like " + self.example(question))
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for row, column, mark in cells:
            if mark is ... or mark == "":
                continue
            place = _place(question, row, column)
            if isinstance(place, Unread):
                return place
            marks = _marks(mark, several)
            if isinstance(marks, Unread):
                return Unread(f"for {place[0]} against {place[1]}: {marks.why}")
            row_so_far = found.setdefault(place[0], {})
            if row_so_far.setdefault(place[1], marks) != marks:
                return Unread(f"{place[0]} against {place[1]} is marked twice, each time otherwise")
        if not found:
            return Unread("no cell has a mark here; write " + self.example(question))
        return Read(_in_order(question, found))

    def judge(self, question: Question, given: Any) -> Judged:
        wanted = list(_pairs(question.answer))
        right = sum(_mark(given, row, column) in marks for row, column, marks in wanted)
        hold = "1 holds" if right == 1 else f"{right or 'none'} hold{'' if right else 's'}"
        details = [f"of {len(wanted)} cells, {hold} a mark that the case bears out"]
        empty = [f"{row}/{column}" for row, column, _ in wanted if not _mark(given, row, column)]
        if empty:
            details.append(f"not marked yet: {', '.join(empty[:6])}")
        return by_share(right, len(wanted), tuple(details))

    def literal(self, value: Any) -> Any:
        return {row: {c: marks[0] for c, marks in cells.items()} for row, cells in value.items()}

    def fits(self, pattern: Mapping[str, Any], given: Any) -> bool:
        """``also: {row: {column: [marks]}}``: fits when every cell named holds such a mark."""
        found = []
        for row, cells in pattern.items():
            for column, mark in cells.items():
                marks = _marks(mark, True)
                if isinstance(marks, Unread):
                    raise ValueError(marks.why)
                found.append(_mark(given, row, column) in marks)
        return bool(found) and all(found)

    def lines(self, question: Question) -> list[str]:
        rows = [f"{key}: {text}" for key, text in question.items.items()]
        columns = [f"{key} ({text})" if text else key for key, text in question.options.items()]
        return [*rows, "Against: " + "; ".join(columns), _SCALE]

    def faults(self, question: Question) -> list[str]:
        answer: Cells = question.answer or {}
        missing = [
            f"{row}/{column}"
            for row in question.items
            for column in question.options
            if column not in answer.get(row, {})
        ]
        return [f"the answer says nothing about {', '.join(missing)}"] if missing else []


_SCALE = "Marks: " + "; ".join(f"{mark.value} ({mark.words})" for mark in Consistency)


def _pairs(cells: Cells) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for row, columns in cells.items():
        for column, marks in columns.items():
            yield row, column, marks


def _mark(given: Cells, row: str, column: str) -> str:
    return given.get(row, {}).get(column, ("",))[0]


def _cells(value: Any, columns: list[str], rows: list[str]) -> list[tuple[Any, Any, Any]] | None:
    """The cells of nested pairs, of rows of marks, or of a list of [row, column, mark].

    Pairs may stand the other way round, columns outside, and a row may be a list with one mark
    for each column: there both can be seen from the names.
    """
    if isinstance(value, dict) and all(isinstance(k, str) and "/" in k for k in value):
        return [(*key.split("/", 1), mark) for key, mark in value.items()]
    if isinstance(value, dict):
        inner = [(row, _row(cells, columns)) for row, cells in value.items() if cells is not ...]
        if not all(isinstance(cells, dict) for _, cells in inner):
            return None
        cells = [(row, column, mark) for row, cells in inner for column, mark in cells.items()]
        outside = {fold(str(row)) for row, _ in inner}
        turned = outside <= {fold(c) for c in columns} and not outside & {fold(r) for r in rows}
        return [(row, column, mark) for column, row, mark in cells] if turned else cells
    if isinstance(value, tuple) and all(isinstance(c, tuple) and len(c) == 3 for c in value):
        return [(cell[0], cell[1], cell[2]) for cell in value]
    return None


def _row(cells: Any, columns: list[str]) -> Any:
    """``["CC", "N"]`` as pairs, where there is one mark for each column."""
    if isinstance(cells, tuple) and len(cells) == len(columns):
        return dict(zip(columns, cells, strict=True))
    return cells


def _place(question: Question, row: Any, column: Any) -> tuple[str, str] | Unread:
    left = pick("row", row, question.items)
    if isinstance(left, Unread):
        return left
    above = pick("explanation", column, question.options)
    return Unread(f"for {left}: {above.why}") if isinstance(above, Unread) else (left, above)


def _marks(value: Any, several: bool) -> tuple[str, ...] | Unread:
    parts = value if isinstance(value, tuple) and (several or len(value) == 1) else (value,)
    parts = tuple(_bare(part) if isinstance(part, str) else part for part in parts)
    try:
        return tuple(Consistency(part).value for part in parts)
    except ValueError:
        return Unread(f"{show(value, 40)} is no mark; use one of {MARKS}")


def _bare(mark: str) -> str:
    """``"C C"`` and ``"CC (very consistent)"`` without what stands around the mark."""
    said = re.match(r"\s*(CC|C C|C|II|I I|I|N ?/ ?A|NA|N)\s*(?:$|[(:,.])", mark[:60], re.I)
    return re.sub(r"[\s/]", "", said[1]) if said else mark


def _in_order(question: Question, found: Cells) -> dict[str, dict[str, tuple[str, ...]]]:
    return {
        row: {c: found[row][c] for c in question.options if c in found[row]}
        for row in question.items
        if row in found
    }
