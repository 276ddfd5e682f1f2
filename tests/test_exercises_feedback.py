"""What a learner reads: in the order that teaches, quoting the answer, and never a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.exercises import Exercise, Outcome, load_exercise, load_questions
from mediakit.exercises import session as session_module

WEIR = load_questions(str(Path(__file__).parent / "fixtures/exercises/weir"))
MORE = load_questions(str(Path(__file__).parent / "fixtures/exercises/weir-more"))


@pytest.fixture
def ex() -> Exercise:
    return Exercise(WEIR)


def test_a_mistake_is_explained_in_the_order_that_teaches(ex: Exercise) -> None:
    """The fact, what was tempting, why it misleads, the better explanation, then a record."""
    feedback = ex.check("q1", "C")
    m = WEIR.questions["q1"].misconceptions[0]
    told = feedback.paragraphs
    assert told[0] == 'q1 = "C": not yet.'
    assert told[1:5] == (m.fact, m.tempting, m.misleads, m.better)
    assert told[5].startswith("Look at herald-10: Mill Herald")
    assert told[-1] == 'A hint: ex.hint("q1")'


def test_success_is_explained_too(ex: Exercise) -> None:
    """A right answer brings its reason, and no praise."""
    text = repr(ex.check("q1", "b"))
    assert 'q1 = "b": right.' in text
    assert "came later and took it from there" in text.replace("\n", " ")
    assert "!" not in text


def test_part_of_an_answer_is_counted_out(ex: Exercise) -> None:
    """A partly right list says how much of it stands."""
    feedback = ex.check("q3", ["gauge"])
    assert feedback.outcome == "partly"
    assert "The one you named fits, and something is missing." in repr(feedback)
    assert "Of the 2 you named, 1 fits; something" in repr(ex.check("q3", ["gauge", "post-8"]))
    assert "None of the 2 you named fits." in repr(ex.check("q3", ["bote-9", "post-8"]))
    assert "Of the 3 you named, 2 fit." in repr(ex.check("q3", ["gauge", "flight", "post-8"]))


def test_the_same_mistake_twice_leads_back_to_the_lesson(ex: Exercise) -> None:
    """The first time explains; the second names the section to read."""
    assert "section" not in repr(ex.check("q2", 4))
    assert "“Count origins, not copies”" in ex.check("q2", "4").text
    assert "section" not in repr(ex.check("q2", 3))


def test_hints_come_one_at_a_time(ex: Exercise) -> None:
    """From a nudge to nearly there; the last one stays."""
    hints = [ex.hint("q1").paragraphs[0] for _ in range(3)]
    assert hints[0].startswith("Hint 1 of 2")
    assert hints[1] == hints[2]
    assert "ex.solution" in ex.hint("q1").text


def test_a_solution_asks_for_a_try_first(ex: Exercise) -> None:
    """A blank or unreadable answer is no try; a wrong one is."""
    ex.check("q1", ...)
    ex.check("q1", "Z")
    assert "Try q1 first" in ex.solution("q1").text
    ex.check("q1", "A")
    ex.check("q1", ...)
    assert "Mill Herald is tempting" in ex.solution("q1").text


def test_no_message_gives_the_key_away(ex: Exercise) -> None:
    """Before the solution, no explanation of a mistake names the right option."""
    for f in ("A", "C", "D"):
        assert "Ostrel Post" not in "".join(ex.check("q1", f).paragraphs[1:5])


def test_a_text_is_for_the_instructor(ex: Exercise) -> None:
    """Prose is looked at for its form, and the rubric is shown."""
    feedback = ex.check("q8", "They copied.")
    assert feedback.outcome == "for your instructor"
    assert "About its form: it has 2 words" in feedback.text
    assert "Proficient: " in feedback.text


def test_confidence_never_changes_an_outcome(ex: Exercise) -> None:
    """How sure somebody is brings a sentence and nothing else."""
    assert ex.check("q1", "B", confidence=20).outcome == "right"
    assert "20 % sure" in ex.check("q1", "B", confidence=20).text
    assert "doubt" in ex.check("q1", "A", confidence="20 %").text
    assert "0 to 100" in ex.check("q1", "A", confidence="very").text
    assert "80 % sure" in ex.check("q1_confidence", 80).text


def test_a_wrong_id_lists_the_ids(ex: Exercise) -> None:
    """A slip in the id brings a sentence, in every verb."""
    for feedback in (ex.check("q9", 1), ex.hint("q9"), ex.solution("q9"), ex.ask("q9")):
        assert feedback.outcome == "could not read"
        assert "the questions are: q1, q2" in feedback.text
    assert "your answer" in ex.check("q1").text


def test_an_exercise_lists_its_questions_and_outcomes(ex: Exercise) -> None:
    """Showing an exercise says where one stands."""
    ex.check("q1", "B")
    lines = repr(ex).split("\n")
    assert lines[0] == "Exercise 'weir': One paper, or four"
    assert lines[1].startswith("  q1  right: Which paper")
    assert lines[2].startswith("  q2  not attempted: ")
    assert ex.results["q1"].outcome is Outcome.RIGHT


def test_markup_in_an_answer_stays_text(ex: Exercise) -> None:
    """HTML and Markdown repeat the plain text, with every sign of the answer escaped."""
    feedback = ex.check("q1", "<img src=x onerror=alert(1)> **B**")
    assert "<img" not in feedback._repr_html_()
    assert "&lt;img" in feedback._repr_html_()
    assert "<img" not in feedback._repr_markdown_()
    assert "**" not in feedback._repr_markdown_()


def test_a_value_that_no_cell_spells_brings_the_line_to_paste(
    ex: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Worked out or passed in by hand, an answer is kept only once it is typed."""

    class Shell:
        user_ns: dict[str, Any]

    shell = Shell()
    monkeypatch.setattr(session_module, "shell", lambda: shell)
    for cells, pasted in (
        (["", "q2 = 1"], False),
        (["", "q2 = len([1])"], True),
        (["", "ex.check('q2', 1)"], True),
        (["", "q2 = 1", "q2 = q2 + 0"], True),
        ([""], False),  # run without a record of cells
    ):
        shell.user_ns = {"In": cells}
        assert ("paste this line: q2 = 1" in ex.check("q2", 1).text) is pasted, cells


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10)
    | st.binary(max_size=4) | st.complex_numbers() | st.just(object()) | st.just(len),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner)
    | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@given(st.sampled_from([*WEIR.questions, "q9", ""]) | anything, anything, anything)
def test_check_never_raises(question: Any, value: Any, confidence: Any) -> None:
    """Whatever a learner passes, there is feedback with text."""
    feedback = Exercise(WEIR).check(question, value, confidence)
    assert feedback.paragraphs
    assert feedback.outcome in {o.value for o in Outcome}
    assert repr(feedback)
    assert feedback._repr_html_()


@given(
    st.sampled_from(sorted(MORE.questions)),
    anything | st.fixed_dictionaries({"grade": anything, "grounds": anything})
    | st.dictionaries(st.sampled_from(["rust", "high-water", "bote-9", "high"]), anything)
    | st.lists(st.lists(st.sampled_from(["rust", "flood", "CC", "bote-9", "post-8"]), max_size=4)),
)  # fmt: skip
def test_check_never_raises_in_any_kind(question: str, value: Any) -> None:
    """The kinds with answers of several parts hold as well, whatever the parts are."""
    feedback = Exercise(MORE).check(question, value)
    assert feedback.paragraphs
    assert repr(feedback)


def test_loading_outside_a_notebook_changes_nothing() -> None:
    """Without IPython running, no handler is installed and nothing is printed."""
    assert session_module.shell() is None
    load_exercise(str(Path(__file__).parent / "fixtures/exercises/weir"))
    assert session_module.typed_in_session("q1") is None
