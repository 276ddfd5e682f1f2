"""``grades.csv``: one row per submission, stable columns, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from mediakit.exercises.questions import Result
from mediakit.grading.grade import GradedSubmission, points_text, reason_of

__all__ = ["gradebook_csv", "safe_cell", "write_gradebook", "write_whole"]

FIRST = (
    *("student", "file", "exercise", "points", "max", "for_instructor"),
    *("reason", "notes", "feedback"),
)
PER_QUESTION = ("points", "outcome", "misconception")
STARTS = tuple("=+-@＝＋－＠")  # the wide signs of East Asian keyboards begin a formula as well


def gradebook_csv(rows: Sequence[GradedSubmission], pages: Mapping[str, str]) -> str:
    """The table as text.

    After the first columns come three for each question: points, outcome, misconception. With
    several exercises in one folder the questions of all of them have columns.
    """
    several = len({row.exercise for row in rows if row.results}) > 1
    columns = list(dict.fromkeys(_column(row, r, several) for row in rows for r in row.results))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*FIRST, *(f"{c} {part}" for c in columns for part in PER_QUESTION)])
    for row in rows:
        found = {_column(row, r, several): r for r in row.results}
        cells = [*_first(row, pages), *(c for name in columns for c in _cells(found.get(name)))]
        writer.writerow([safe_cell(cell) for cell in cells])
    return text.getvalue()


def _column(row: GradedSubmission, result: Result, several: bool) -> str:
    return f"{row.exercise}/{result.question}" if several else result.question


def _first(row: GradedSubmission, pages: Mapping[str, str]) -> list[str]:
    notes = [*row.notes, *(f"{r.question}: {r.note}" for r in row.results if _noted(r))]
    graded = bool(row.results)
    return [
        row.student,
        row.file,
        row.exercise,
        _decimal(row.points) if graded else "",
        _decimal(row.max) if graded else "",
        str(row.for_instructor) if graded else "",
        reason_of(row),
        "; ".join(notes),
        pages.get(row.file, ""),
    ]


def _noted(result: Result) -> bool:
    return bool(result.note) and result.outcome.value != "could not read"


def _cells(result: Result | None) -> tuple[str, ...]:
    if result is None:
        return ("", "", "")
    points = "" if result.points is None else _decimal(result.points)
    return (points, result.outcome.value, result.misconception)


def _decimal(points: Fraction) -> str:
    """Points as a decimal, to four places: a spreadsheet takes 1/3 for the first of March.

    >>> _decimal(Fraction(5, 2)), _decimal(Fraction(4, 3))
    ('2.5', '1.3333')
    """
    text = points_text(points)
    return f"{float(points):.4f}" if "/" in text else text


def safe_cell(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula, on one line.

    >>> safe_cell("=1+1"), safe_cell("Ada")
    ("'=1+1", 'Ada')
    """
    flat = "".join(c if c.isprintable() else " " for c in text)
    return "'" + flat if flat.lstrip().startswith(STARTS) else flat


def write_gradebook(rows: Sequence[GradedSubmission], pages: Mapping[str, str], path: Path) -> None:
    """Write the table, whole or not at all."""
    # The mark at the start tells spreadsheets that this is UTF-8.
    write_whole(path, "\ufeff" + gradebook_csv(rows, pages))


def write_whole(path: Path, text: str) -> None:
    """Write a file so that a reader sees the old one or the new one, never half of one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
