"""Answers in widgets without a browser: the forms, what is kept, and what check says of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.answers import MIME, State, read_notebook
from mediakit.exercises import Outcome, judge, kept, load_exercise, load_questions, session
from mediakit.exercises import answer_widgets as widgets
from mediakit.exercises.forms import FORMS, confidence_form
from mediakit.exercises.judging import answer_from
from mediakit.exercises.kinds import KINDS

WEIR = Path(__file__).parent / "fixtures" / "exercises" / "weir" / "questions.yaml"
DATA = load_questions(str(WEIR))
MORE = load_questions(str(WEIR.parent.parent / "weir-more"))
WITH_FORM = [q for e in (DATA, MORE) for q in e.questions.values()]
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.text(max_size=3), parts),
    max_leaves=6,
)


def running(*cells: str) -> SimpleNamespace:
    """A session in which these cells ran."""
    return SimpleNamespace(user_ns={"In": ["", *cells]}, _mediakit_friendly=True)


@pytest.fixture(autouse=True)
def _fresh_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing has been clicked yet, and nobody says which notebook this is."""
    monkeypatch.setattr(kept, "_given", {})
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A saved notebook of this session, with no cells yet."""
    path = tmp_path / "mine.ipynb"
    path.write_text(saved(), encoding="utf-8")
    monkeypatch.setenv("JPY_SESSION_NAME", str(path))
    monkeypatch.setattr(session, "shell", lambda: running())
    return path


def saved(*entries: Any, source: str = 'ex.widget("q1")') -> str:
    """A notebook with one cell, whose outputs hold these entries."""
    outputs = [{"output_type": "display_data", "data": {MIME: e}} for e in entries]
    return json.dumps({"cells": [{"cell_type": "code", "source": source, "outputs": outputs}]})


def right(question: Any) -> Any:
    """The key as a literal, or a text where an instructor reads it."""
    if not KINDS[question.kind].scored or question.answer is None:
        return "Some text of one's own."
    return answer_from("", KINDS[question.kind].literal(question.answer)).value


@pytest.mark.parametrize("question", WITH_FORM, ids=lambda q: f"{q.id}-{q.kind}")
def test_a_form_gives_back_what_it_starts_with(question: Any) -> None:
    """A form that opens on an answer says that answer, through JSON as well."""
    form = FORMS[question.kind](question, right(question))
    value = json.loads(json.dumps(form.value()))
    wanted = judge(question, answer_from(question.id, right(question)))
    assert judge(question, answer_from(question.id, value)).outcome is wanted.outcome


@pytest.mark.parametrize("question", WITH_FORM, ids=lambda q: f"{q.id}-{q.kind}")
def test_an_untouched_form_is_no_answer(question: Any) -> None:
    """Nothing is chosen for the learner, and nothing in a form shows the key."""
    assert FORMS[question.kind](question, ...).value() is None


@pytest.mark.parametrize("question", WITH_FORM, ids=lambda q: f"{q.id}-{q.kind}")
@given(start=JSON)
def test_a_form_opens_on_anything(question: Any, start: Any) -> None:
    """Whatever a saved file holds, the form opens, and what it says is JSON or nothing."""
    answer = answer_from(question.id, start)
    json.dumps(FORMS[question.kind](question, answer.value).value(), allow_nan=False)


@pytest.mark.parametrize("question", WITH_FORM, ids=lambda q: f"{q.id}-{q.kind}")
def test_every_field_has_a_label(question: Any) -> None:
    """A screen reader hears a name for each field, and no two alike."""
    labels = [f.description for f in FORMS[question.kind](question, ...).fields]
    labels += [f.description for f in confidence_form(...).fields]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_every_kind_can_be_answered_by_clicking() -> None:
    """No kind of question leaves a learner with a line of code alone, and each is tried here."""
    assert set(FORMS) == set(KINDS) == {q.kind for q in WITH_FORM}


def test_a_grade_without_grounds_is_kept_and_named() -> None:
    """Half a form is an answer that check can say something about."""
    question = next(q for q in MORE.questions.values() if q.kind == "grade_with_grounds")
    form = FORMS[question.kind](question, ...)
    letter, *boxes = form.fields
    letter.value = "F"
    said = judge(question, answer_from(question.id, form.value()))
    assert (said.outcome, "the grounds are missing" in said.note) == (Outcome.COULD_NOT_READ, True)
    letter.value, boxes[0].value = None, True
    assert "the grade is missing" in judge(question, answer_from(question.id, form.value())).note


def test_a_paper_without_a_key_asks_for_both_parts_of_a_grade() -> None:
    """Where nothing tells which is asked for, the letter and the figure can both be given."""
    question = next(q for q in MORE.questions.values() if q.kind == "grade_with_grounds")
    form = FORMS[question.kind](replace(question, answer=None), ...)
    form.fields[0].value, form.fields[1].value = "B", "2"
    assert form.value() == {"grade": "B2", "grounds": []}


def test_cells_left_open_are_left_out() -> None:
    """A table that is half marked says so; nothing is marked for the learner."""
    question = next(q for q in MORE.questions.values() if q.kind == "matrix_cells")
    form = FORMS[question.kind](question, ...)
    form.fields[-1].value = "II"
    assert form.value() == {"rust": {"gates": "II"}}


def test_places_taken_twice_are_no_order() -> None:
    """Two items on one place: the order is still open."""
    form = FORMS["order"](DATA.questions["q7"], ...)
    for field, place in zip(form.fields, "112", strict=True):
        field.value = place
    assert form.value() is None


def test_without_a_notebook_it_is_the_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Outside a notebook the widget is one line of text."""
    load_exercise(str(WEIR)).widget("q2")
    assert capsys.readouterr().out == "q2 = ...\n"


def test_a_wrong_id_lists_the_questions() -> None:
    """A slip in the id brings the ids there are, not an error."""
    said = load_exercise(str(WEIR)).widget("q99")
    assert said is not None
    assert "q1, q2" in said.text


def test_what_is_written_is_what_is_read() -> None:
    """The entry in the output comes back through the reader, the confidence too."""
    question = DATA.questions["q3"]
    kept.remember(DATA.id, "q3", ["gauge", "flight"])
    kept.remember(DATA.id, "q3_confidence", 70)
    bundle = widgets._bundle(DATA, question)
    answers = read_notebook(saved(bundle[MIME]).encode()).answers(DATA.names)
    assert answers["q3"].value == ("gauge", "flight")
    assert answers["q3_confidence"].value == 70
    assert bundle["text/plain"].startswith('q3 = ["gauge", "flight"]\nq3_confidence = 70\n')


def test_a_typed_line_wins_over_a_widget() -> None:
    """The literal in a cell counts; three dots leave the word to the widget."""
    entry = {"question": "q1", "value": "B"}
    for source, value in (('q1 = "C"', "C"), ("q1 = ...", "B")):
        answers = read_notebook(saved(entry, source=source).encode()).answers(["q1"])
        assert answers["q1"].value == value


@given(value=JSON, sure=JSON)
def test_the_reader_takes_any_entry(value: Any, sure: Any) -> None:
    """A forged entry is read or refused with a reason; nothing is raised."""
    entry = {"question": "q1", "value": value, "confidence": sure}
    for answer in read_notebook(saved(entry).encode()).answers(DATA.names).values():
        assert answer.state in State
        judge(DATA.questions["q1"], answer)


def test_check_takes_the_widget_where_nothing_is_typed() -> None:
    """Blank or left out: what was clicked is checked; what is typed goes before it."""
    ex = load_exercise(str(WEIR))
    kept.remember("weir", "q1", "B")
    assert ex.check("q1", ...).outcome == Outcome.RIGHT
    assert ex.check("q1").outcome == Outcome.RIGHT
    assert ex.check("q1", "C").outcome == Outcome.NOT_YET


def test_check_shows_the_line_where_the_page_is_unknown() -> None:
    """Where nobody says which file this is, the line to paste stands in the feedback."""
    kept.remember("weir", "q1", "B")
    assert 'q1 = "B"' in load_exercise(str(WEIR)).check("q1").paragraphs[-1]


def test_check_names_what_is_not_saved(notebook: Path) -> None:
    """Not in the file yet: the line to paste. Once it is there, nothing more is said."""
    ex = load_exercise(str(WEIR))
    kept.remember("weir", "q1", "B")
    assert "not in the saved file yet" in ex.check("q1").paragraphs[-1]
    notebook.write_text(saved({"question": "q1", "value": "B"}), encoding="utf-8")
    assert "paste" not in ex.check("q1").text


def test_a_saved_answer_comes_back_in_a_new_session(notebook: Path) -> None:
    """After a restart the file still knows what was clicked, and check agrees with it."""
    notebook.write_text(saved({"question": "q1", "value": "B", "confidence": 70}), "utf-8")
    assert kept.from_widget("weir", "q1").value == "B"
    said = load_exercise(str(WEIR)).check("q1")
    assert said.outcome == Outcome.RIGHT
    assert "You were 70 % sure." in said.text


def test_an_emptied_widget_does_not_fall_back_on_the_file(notebook: Path) -> None:
    """Who clears a field means it."""
    notebook.write_text(saved({"question": "q1", "value": "B"}), "utf-8")
    kept.remember("weir", "q1", None)
    assert kept.from_widget("weir", "q1").state is State.BLANK


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"cells": 3}'])
def test_a_broken_file_is_no_file(notebook: Path, broken: str) -> None:
    """A file that is no notebook is treated as unknown, with no error."""
    notebook.write_text(broken, "utf-8")
    assert kept.saved_notebook() is None
    assert load_exercise(str(WEIR)).hand_in().file == ""


# --- hand in -----------------------------------------------------------------------------------


def data_right() -> dict[str, Any]:
    """A sound answer to every question, as a widget would keep it."""
    return {q.id: widgets._plain(right(q)) for q in DATA.questions.values()}


def test_hand_in_tells_what_is_open_and_unread(notebook: Path) -> None:
    """Each question is read, open or unreadable, and the file has a name."""
    entries = [{"question": "q1", "value": "B"}, {"question": "q2", "value": {"many": 1}}]
    notebook.write_text(saved(*entries), "utf-8")
    found = load_exercise(str(WEIR)).hand_in()
    assert "q1" not in found.open
    assert [name for name, _ in found.unread] == ["q2"]
    assert {*found.open, "q1", "q2"} == set(DATA.questions)
    assert found.file == "mine.ipynb"
    assert not found.complete


def test_hand_in_says_nothing_about_right_or_wrong(notebook: Path) -> None:
    """A wrong answer and a right one get the same words."""
    said = set()
    for value in ("A", "B"):
        notebook.write_text(saved({"question": "q1", "value": value}), "utf-8")
        said.add(repr(load_exercise(str(WEIR)).hand_in()))
    assert len(said) == 1


def test_hand_in_is_complete_when_all_is_saved(notebook: Path) -> None:
    """Every answer in the file: it says so, and which file to upload."""
    entries = [{"question": name, "value": value} for name, value in data_right().items()]
    notebook.write_text(saved(*entries), "utf-8")
    found = load_exercise(str(WEIR)).hand_in()
    assert found.complete, found
    assert repr(found).endswith("All of it is in the saved file.\nThe file to upload: mine.ipynb")


def test_hand_in_names_what_is_not_saved(notebook: Path) -> None:
    """An answer that the session has and the file has not."""
    kept.remember("weir", "q1", "B")
    found = load_exercise(str(WEIR)).hand_in()
    assert found.unsaved == ("q1",)
    assert "Not in the saved file yet: q1." in repr(found)


def test_hand_in_without_a_file_asks_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the page does not tell its file, the cells that ran and the widgets count."""
    cells = running('q1 = "B"', "q2 = [")
    monkeypatch.setattr(session, "shell", lambda: cells)
    kept.remember("weir", "q3", ["gauge"])
    found = load_exercise(str(WEIR)).hand_in()
    assert set(found.open) == set(DATA.questions) - {"q1", "q2", "q3"}
    assert "its name stands on its tab" in repr(found)


def test_an_emptied_line_leaves_the_word_to_the_widget(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that was C and is open again: the widget counts, here as in the saved file."""
    session_now = running('q1 = "C"', "q1 = ...")
    session_now.user_ns["q1"] = ...
    monkeypatch.setattr(session, "shell", lambda: session_now)
    kept.remember("weir", "q1", "B")
    assert load_exercise(str(WEIR)).check("q1").outcome == Outcome.RIGHT
    session_now.user_ns["q1"] = "C"
    assert load_exercise(str(WEIR)).check("q1").outcome == Outcome.NOT_YET


def test_a_typed_line_beside_a_widget_is_told() -> None:
    """Which of the two counts stands beside the widget."""
    kept.remember("weir", "q1", "B")
    cells = running('q1 = "C"')
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session, "shell", lambda: cells)
        text = widgets._text(DATA, DATA.questions["q1"])
    assert 'A cell says q1 = "C". What stands in a cell counts.' in text


def test_the_exercise_is_part_of_what_is_remembered() -> None:
    """Two exercises in one session do not answer each other's questions."""
    kept.remember("weir", "q1", "B")
    assert kept.from_widget("00_start_here", "q1").state is State.BLANK
