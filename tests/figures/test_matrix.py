"""The matrix: every mark in its cell, hatched against and shaded for, no score anywhere."""

from __future__ import annotations

import re

import pytest

import mediakit as mk
from mediakit.figures.matrix import CELLS
from mediakit.hypotheses import Matrix
from mediakit.rankings import LIMIT, Separation
from mediakit.records import Evidence, Hypothesis, Question, When
from mediakit.scales import Consistency
from tests.figures.look import Look, contrast, looking

CASES = {name: mk.load_case(name) for name in mk.list_cases()}
MATRICES = [
    (name, question)
    for name, case in CASES.items()
    for question in sorted({h.question for h in case.hypotheses.values()})
]


@pytest.mark.parametrize(("name", "question"), MATRICES)
def test_table_holds_every_mark(name: str, question: str) -> None:
    """The table has the row of each item of evidence with its marks in their order."""
    matrix = Matrix(CASES[name], question=question).fill_from_case()
    figure = matrix.plot()
    assert figure.columns == ("evidence", *(h.label for h in matrix.hypotheses.values()))
    for item, row in zip(matrix.evidence.values(), figure.rows, strict=True):
        marks = [matrix.mark(item.id, name) for name in matrix.hypotheses]
        assert row == (
            f"{item.id}: {item.text}",
            *(mark.value if mark else "not rated yet" for mark in marks),
        )


@pytest.mark.parametrize(("name", "question"), MATRICES)
def test_alt_text_names_question_columns_and_rows(name: str, question: str) -> None:
    """Whoever hears the matrix hears its question, every explanation and every row."""
    matrix = Matrix(CASES[name], question=question).fill_from_case()
    alt = matrix.plot().alt
    assert matrix.question.text in alt
    assert all(h.label in alt for h in matrix.hypotheses.values())
    assert all(row in alt for row in matrix.evidence)
    assert LIMIT in matrix.plot().caption


def _numbers(look: Look, *more: str) -> set[str]:
    return set(re.findall(r"\d+", " ".join([*look.words, *more])))


@pytest.mark.parametrize("marked", [False, True])
def test_an_open_question_has_no_number_of_its_own(marked: bool) -> None:
    """On an open question only the numbers of the records are drawn, and no per cent."""
    case = CASES["metrojet"]
    matrix = Matrix(case, question="who-ordered")
    for row in matrix.evidence if marked else ():
        matrix.rate(row, dict(zip(matrix.hypotheses, "CNI", strict=False)))
        matrix.rate(row, {list(matrix.hypotheses)[-1]: "C"})
    with looking() as look:
        figure = matrix.plot()
    recorded = " ".join(f"{e.id} {e.text}" for e in matrix.evidence.values())
    assert _numbers(look, figure.alt) <= set(re.findall(r"\d+", recorded))
    assert "%" not in " ".join([*look.words, figure.alt])
    assert "open question" in figure.alt


def test_what_separates_is_drawn_without_an_order() -> None:
    """The picture of an open question lists evidence by what it does, and counts no account."""
    matrix = Matrix(CASES["metrojet"], question="who-ordered")
    names = list(matrix.hypotheses)
    for n, row in enumerate(matrix.evidence):
        marks = (("C", "I"), ("C", "C"), ("I", "I"))[n % 3]
        matrix.rate(row, {name: marks[i == 0] for i, name in enumerate(names)})
    found = matrix.rank()
    assert isinstance(found, Separation)
    with looking() as look:
        figure = found.plot()
    assert list(look.faults()) == []
    kinds = [row[0] for row in figure.rows]
    assert kinds.count("separates the accounts") == len(found.separates)
    assert kinds.count("missing") == len(found.missing)
    assert all(row.id in figure.alt for row in (*found.separates, *found.fits_all))
    counts = {str(len(g)) for g in (found.separates, found.fits_all, found.speaks_against_all)}
    assert _numbers(look) <= counts


def test_marks_differ_without_colour() -> None:
    """Against is hatched, in two densities; what fits is shaded and never hatched."""
    hatches = {mark: hatch for mark, (_, hatch) in CELLS.items()}
    assert set(hatches) == set(Consistency)
    assert len({hatches[m] for m in (Consistency.I, Consistency.II, Consistency.C)}) == 3
    assert hatches[Consistency.C] == hatches[Consistency.CC] == ""
    assert all(contrast("#222222", fill) >= 4.5 for fill, _ in CELLS.values())


def test_many_columns_are_headed_by_letters() -> None:
    """Eight explanations and a long name still fit: letters above, the names in a list."""
    day = When(CASES["larkhaven"].replay[0].on)
    names = [f"an explanation with a rather long name, number {n}" for n in range(8)]
    rivals = [Hypothesis(f"h{n}", name, "why") for n, name in enumerate(names)]
    items = [Evidence(f"e{n}", "A thing was seen. " * (n + 1), day, day) for n in range(3)]
    matrix = Matrix(rivals, items, Question("why", "Why did it happen?"))
    with looking() as look:
        figure = matrix.plot()
    assert list(look.faults()) == []
    assert figure.columns[1:] == tuple(names)
    assert f"H: {names[7]}" in look.words


@pytest.mark.parametrize("name", CASES)
def test_a_cut_shows_nothing_later(name: str) -> None:
    """At every stop of the replay the matrix holds only evidence that was public by then."""
    case = CASES[name]
    question = next(iter(case.hypotheses.values())).question
    for stop in case.replay:
        try:
            figure = Matrix(case.as_of(stop.on), question=question).fill_from_case().plot()
        except ValueError:
            continue  # too few explanations were public for a matrix
        later = [e for e in case.evidence.values() if e.public.on > stop.on]
        drawn = "\n".join([figure.alt, *map(str, figure.rows)])
        assert not [e.id for e in later if e.text in drawn or re.search(rf"\b{e.id}\b", drawn)]
