"""A text beside three others: the learner rates it, and that is kept beside the mark."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.exercises import Exercise, load_questions
from mediakit.exercises import session as session_module
from mediakit.exercises.questions import Outcome
from mediakit.grading import grade_bytes
from mediakit.grading.pages import feedback_page
from tests.hostile import notebook

NAME = "03_one_source_or_nine"
DATA = load_questions(NAME)
TEXT = (
    "The Daily Mail had it from Boris Karpichkov, who had it from an officer without a name. " * 5
)


@pytest.fixture
def ex() -> Exercise:
    return Exercise(DATA)


def test_others_are_shown_after_a_try_only(ex: Exercise) -> None:
    """Who has not written yet sees no sample answer."""
    assert "Write your own text first" in ex.compare("q8").text
    ex.check("q8", TEXT)
    told = ex.compare("q8").text
    for level in ("Basic", "Emergent", "Proficient"):
        assert f"An answer at the level {level}:" in told
    assert 'q8_level = "Emergent"' in told
    assert 'q8_change = "…"' in told


def test_a_check_of_a_text_points_to_the_comparison(ex: Exercise) -> None:
    """The way on is named where a learner needs it."""
    assert 'ex.compare("q8")' in ex.check("q8", TEXT).text


@pytest.mark.parametrize("level", ["Emergent", "emergent", " EMERGENT. ", ["Emergent"]])
def test_a_level_is_read_generously(ex: Exercise, level: Any) -> None:
    """Case and stops do not matter; what is read is said back."""
    ex.check("q8", TEXT)
    told = ex.compare("q8", level, "say how one sees a copy").text
    assert "You rate your text as Emergent" in told
    assert "Both are kept in this notebook" in told


def test_a_near_miss_is_suggested(ex: Exercise) -> None:
    """A slip in the level names the levels there are."""
    ex.check("q8", TEXT)
    assert "did you mean 'Emergent'?" in ex.compare("q8", "Emergnt").text


def test_cells_that_ran_are_read(ex: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    """``ex.compare("q8")`` alone finds what the learner typed."""
    cells = ["", 'q8_level = "Basic"\nq8_change = "name the officer"']
    shell = type("Shell", (), {"user_ns": {"In": cells}})()
    ex.check("q8", TEXT)
    monkeypatch.setattr(session_module, "shell", lambda: shell)
    told = ex.compare("q8").text
    assert "You rate your text as Basic" in told
    assert "The one change you name: name the officer" in told


def test_a_question_with_a_key_has_nothing_to_compare(ex: Exercise) -> None:
    """A sentence says so, and a wrong id lists the ids."""
    assert "has a key and no rubric" in ex.compare("q1").text
    assert "the questions are" in ex.compare("q99").text


def test_the_own_mark_stands_beside_the_instructors() -> None:
    """Level and change are literals in the file, and the page shows them, escaped."""
    cells = (f'q8 = """{TEXT}"""', 'q8_level = "proficient"', 'q8_change = "<b>shorter</b>"')
    marked = "01_read_the_claim"  # its text earns points; the one above is for comparing alone
    row = grade_bytes(notebook(*cells, mediakit={"exercise": marked}), "ada", "ada.ipynb")
    assert [(m.question, m.level, m.change) for m in row.own_marks] == [
        ("q8", "Proficient", "<b>shorter</b>")
    ]
    page = feedback_page(row)
    assert "Your own level: Proficient. Your instructor&#x27;s mark: open of 6." in page or (
        "Your own level: Proficient. Your instructor's mark: open of 6." in page
    )
    assert "&lt;b&gt;shorter&lt;/b&gt;" in page
    assert "ex.compare" not in page


def test_a_text_of_no_points_waits_for_nobody() -> None:
    """It is the learner's to compare: no instructor is promised, and the page shows no mark."""
    cells = (f'q8 = """{TEXT}"""', 'q8_level = "basic"')
    row = grade_bytes(notebook(*cells, mediakit={"exercise": NAME}), "ada", "ada.ipynb")
    result = next(r for r in row.results if r.question == "q8")
    assert (result.outcome, result.max, row.for_instructor) == (Outcome.TO_COMPARE, Fraction(0), 0)
    page = feedback_page(row)
    assert "Your own level: Basic." in page
    assert "nstructor" not in page
    told = Exercise(DATA).check("q8", TEXT)
    assert told.outcome == "to compare"
    assert "yours to compare; it earns no points" in told.text


def test_without_an_own_mark_nothing_is_shown() -> None:
    """A blank level leaves no trace on the page and takes no point."""
    row = grade_bytes(notebook(f'q8 = """{TEXT}"""', mediakit={"exercise": NAME}))
    assert row.own_marks == ()
    assert "How you rate it" not in feedback_page(row)


@given(st.text(max_size=10) | st.integers() | st.none(), st.text(max_size=9) | st.floats())
def test_compare_never_raises(level: Any, change: Any) -> None:
    """Whatever is passed in, there is feedback."""
    ex = Exercise(DATA)
    ex.check("q8", TEXT)
    told = ex.compare("q8", level, change)
    assert told.paragraphs
    assert told.outcome in {o.value for o in Outcome}
