"""Exercises made from cases: sound on every one, fair in every word, nothing known too early."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mediakit.answers import show
from mediakit.case import Case, list_cases, load_case
from mediakit.exercises import (
    Exercise,
    ExerciseData,
    Outcome,
    check_notebooks,
    fixtures,
    load_exercise,
)
from mediakit.exercises.building import build_exercise, possible_questions, write_exercise
from mediakit.exercises.making import MAKERS
from mediakit.grading import grade_bytes
from mediakit.show import case_json
from mediakit.wording import lint_wording
from tests.hostile import notebook

HERE = Path(__file__).parent / "fixtures/cases"
NAMES = [*list_cases(), str(HERE / "weir.yaml")]
DAY = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]+) (\d{4})\b|\b(\d{4})-(\d\d)-(\d\d)\b")


@cache
def built(name: str) -> ExerciseData:
    return build_exercise(load_case(name))


def texts(data: ExerciseData) -> Iterator[tuple[str, str]]:
    """Every text that a learner may read in our voice."""
    for q in data.questions.values():
        told = [q.prompt, q.right, q.solution, *q.hints, *q.options.values(), *q.items.values()]
        for m in q.misconceptions:
            told += [m.fact, m.tempting, m.misleads, m.better]
        yield from ((q.id, text) for text in [*told, *q.rubric.values()])


@pytest.mark.parametrize("name", NAMES)
def test_a_case_carries_eight_questions_that_hold(name: str) -> None:
    """Blank, right and every wrong answer of every question do what they must."""
    data = built(name)
    assert len(data.questions) >= 8
    for f in fixtures(data):
        feedback = Exercise(data).check(f.question, f.value)
        if f.outcome is not None:
            assert feedback.outcome == f.outcome.value, f
        else:
            assert feedback.outcome in (Outcome.PARTLY.value, Outcome.NOT_YET.value), f
        assert feedback.misconception == f.misconception, f


@pytest.mark.parametrize("name", NAMES)
def test_check_and_grade_agree_on_every_answer(name: str) -> None:
    """The same outcome, whether a learner checks an answer or a grader reads it in the file."""
    data = built(name)
    for f in fixtures(data):
        row = grade_bytes(notebook(f"{f.question} = {show(f.value, 50_000)}"), exercise=data)
        result = next(r for r in row.results if r.question == f.question)
        feedback = Exercise(data).check(f.question, f.value)
        assert (result.outcome.value, result.misconception) == (
            feedback.outcome,
            feedback.misconception,
        )


@pytest.mark.parametrize("name", NAMES)
def test_every_scored_question_knows_three_mistakes(name: str) -> None:
    """Each has three named misconceptions, two or three hints, a solution and a reason."""
    for q in built(name).questions.values():
        assert q.right
        assert q.solution
        assert len(q.hints) in (2, 3)
        if q.kind != "free_text":
            assert sum(bool(m.when) for m in q.misconceptions) >= 3, q.id


@pytest.mark.parametrize("name", NAMES)
def test_the_words_are_fair(name: str) -> None:
    """The lint is clean, and no text shouts, whatever the case says."""
    for where, text in texts(built(name)):
        assert not lint_wording(text).flags, (where, text)
        assert "!" not in text, (where, text)


@pytest.mark.parametrize("name", NAMES)
def test_no_open_claim_gets_a_probability_or_stands_in_a_stem(name: str) -> None:
    """Open claims are asked about by their ids: who says so, and where it stands."""
    case, data = load_case(name), built(name)
    assert not {q.kind for q in data.questions.values()} & {"likelihood", "number"}
    # What a record reports an office to have said stays as it was said.
    said = {o.said for o in case.officials.values()} | {e.text for e in case.evidence.values()}
    for where, text in texts(data):
        if not any(words[:60].rstrip(".") in text for words in said):
            assert not re.search(r"\d\s?%|probab|\blikely\b|how sure", text), (where, text)
        for claim in case.claims.values():
            assert not (claim.open and claim.text.rstrip(".") in text), (where, text)


@pytest.mark.parametrize("name", NAMES)
def test_no_explanation_of_a_mistake_gives_the_key_away(name: str) -> None:
    """Before the solution is asked for, neither a number, a day nor a standing is told."""
    for q in built(name).questions.values():
        told = " ".join(t for m in q.misconceptions for t in (m.fact, m.better))
        if q.kind == "count":
            assert not re.search(rf"(?<![\d.]){q.answer}(?![\d.])(?! \w+ \d{{4}})", told), q.id
        if q.kind == "date":
            assert q.answer.isoformat() not in told
            assert f"{q.answer.day} {q.answer:%B %Y}" not in told
        for hint in q.hints:
            assert q.kind != "date" or f"{q.answer.day} {q.answer:%B %Y}" not in hint


def _days(text: str) -> Iterator[date]:
    for found in DAY.finditer(text):
        if found[4]:
            yield date(int(found[4]), int(found[5]), int(found[6]))
        else:
            yield datetime.strptime(found[0], "%d %B %Y").date()


def _cuts() -> list[tuple[str, str]]:
    return [(n, str(w.on)) for n in list_cases() for w in load_case(n).replay]


@pytest.mark.parametrize(("name", "day"), _cuts())
def test_nothing_later_leaks_into_a_question_or_a_key(name: str, day: str) -> None:
    """On a case cut to a day, every record named was public, and every day told, by then.

    A record that was public may itself speak of a later day: an order that runs until July.
    """
    cut = load_case(name).as_of(day)
    carried = possible_questions(cut)
    told = set(_days(json.dumps(case_json(cut), ensure_ascii=False, default=str)))
    for _, draft in carried.drafts:
        text = json.dumps(draft, ensure_ascii=False, default=str)
        late = [d for d in _days(text) if d > date.fromisoformat(day) and d not in told]
        assert not late, (draft["id"], late)
        ids = {*draft.get("records", ()), *_ids(draft)}
        groups: tuple[Any, ...] = (cut.documents, cut.officials, cut.evidence, cut.claims,
                                   cut.details, cut.hypotheses)  # fmt: skip
        assert all(any(key in group for group in groups) for key in ids), draft["id"]


def _ends() -> list[tuple[str, str]]:
    """The first and the last day of each case's replay that carry an exercise."""
    days = [(n, [str(w.on) for w in load_case(n).replay]) for n in list_cases()]
    return [(n, day) for n, found in days for day in dict.fromkeys([*found[:1], *found[-1:]])]


@pytest.mark.parametrize(("name", "day"), _ends())
def test_nothing_later_leaks_into_what_a_learner_reads(name: str, day: str) -> None:
    """Hints, keys, records to look at and every message, once the exercise is built and asked."""
    limit = date.fromisoformat(day)
    cut = load_case(name).as_of(day)
    told = set(_days(json.dumps(case_json(cut), ensure_ascii=False, default=str)))
    try:
        data = build_exercise(cut)
    except ValueError:  # too early for any question
        return
    told.add(date(2001, 7, 7))  # the example of how a day is written
    for q in data.questions.values():
        if isinstance(q.answer, date):
            assert q.answer <= limit, q.id
        said = [*q.hints, q.right, q.solution, *q.named.values(), repr(q.answer)]
        said += [Exercise(data).check(q.id, f.value).text for f in fixtures(data)
                 if f.question == q.id]  # fmt: skip
        late = {d for text in said for d in _days(text) if d > limit} - told
        assert not late, (q.id, late)


@pytest.mark.parametrize("name", NAMES)
def test_a_message_reads_well_and_tells_where_to_look(name: str) -> None:
    """The lint is clean on whole messages; a count of one has a singular; records are named."""
    data = built(name)
    for f in fixtures(data):
        if f.outcome is not None:
            continue
        q = data.questions[f.question]
        told = Exercise(data).check(f.question, f.value).paragraphs
        ours = [p for p in told[1:] if not p.startswith("Look at")]
        if q.kind != "rewrite":  # there a message repeats the learner's own words
            assert not [flag for p in ours for flag in lint_wording(p).flags], (q.id, ours)
        text = " ".join(ours)
        assert not re.search(r"\b1 (?:reports|links|languages|steps|cells|fit|are)\b", text), text
        assert ".." not in text.replace("…", ""), text
        assert told[0].startswith(f"{q.id} = "), told


def _ids(draft: dict[str, Any]) -> set[str]:
    if draft["kind"] in ("classify", "choose"):
        return set(draft.get("items", ()))
    return {*draft.get("items", ()), *draft.get("options", ())}


def test_a_small_case_says_what_it_cannot_carry() -> None:
    """With few records there are few questions, and a reason for each of the others."""
    carried = possible_questions(load_case(str(HERE / "pond.yaml")))
    assert 0 < len(carried.drafts) < 8
    assert not carried.enough
    assert len(carried.drafts) + len(carried.missing) == len(MAKERS)
    told = repr(carried)
    assert "no claim has three reports" in told
    assert "fewer than two official items" in told


def test_a_case_without_records_is_refused_with_a_sentence() -> None:
    """Before anything was public there is nothing to ask."""
    early = load_case("larkhaven").as_of("1999-01-01")
    assert isinstance(early, Case)
    with pytest.raises(ValueError, match="can carry no question yet"):
        build_exercise(early)


def test_the_same_case_gives_the_same_exercise() -> None:
    """Nothing depends on chance, so a class works on one and the same exercise."""
    case = load_case("larkhaven")
    assert build_exercise(case) == build_exercise(case)


@pytest.mark.parametrize("case", ["larkhaven", str(HERE / "weir.yaml")])
def test_the_files_work_by_themselves(case: str, tmp_path: Path) -> None:
    """Notebook and questions load from their folder; what is answered there is graded."""
    out = tmp_path / "handed out"
    written = write_exercise(case, out)
    assert {"questions.yaml", "exercise.ipynb"} <= set(written.files)
    exercise = load_exercise(str(out))
    first = next(iter(exercise.data.questions.values()))
    right = next(f for f in fixtures(exercise.data) if f.outcome is Outcome.RIGHT)
    assert exercise.check(first.id, right.value).outcome == "right"
    text = (out / "exercise.ipynb").read_text("utf-8")
    row = grade_bytes(text.encode(), exercise=exercise.data)
    assert {r.outcome for r in row.results} == {Outcome.NOT_ATTEMPTED}
    assert row.notes == ()
    answered = text.replace(f"{first.id} = ...", f"{first.id} = {show(right.value)}")
    row = grade_bytes(answered.encode(), exercise=exercise.data)
    assert row.results[0].outcome is Outcome.RIGHT


def test_a_learner_checks_it_in_a_terminal(tmp_path: Path) -> None:
    """``mediakit check`` finds the questions beside the notebook, and only the right ones."""
    write_exercise("larkhaven", tmp_path / "a")
    checked = check_notebooks([tmp_path / "a/exercise.ipynb"]).notebooks[0]
    assert not checked.reason
    assert len(checked.results) == len(built("larkhaven").questions)
    write_exercise("metrojet", tmp_path / "b")
    (tmp_path / "b/questions.yaml").write_bytes((tmp_path / "a/questions.yaml").read_bytes())
    assert "no exercise called" in check_notebooks([tmp_path / "b"]).notebooks[0].reason


def test_a_notebook_holds_no_key(tmp_path: Path) -> None:
    """No misconception, solution or reason stands in what a learner opens."""
    write_exercise("larkhaven", tmp_path / "x")
    text = (tmp_path / "x/exercise.ipynb").read_text("utf-8")
    for q in built("larkhaven").questions.values():
        assert q.solution not in text
        assert q.right not in text
        assert not any(m.fact in text for m in q.misconceptions)


def test_a_cut_stands_in_the_notebook(tmp_path: Path) -> None:
    """Learners look things up in the case as it was on the day of the exercise."""
    write_exercise("larkhaven", tmp_path / "x", as_of="2019-05-02")
    assert '.as_of(\\"2019-05-02\\")' in (tmp_path / "x/exercise.ipynb").read_text("utf-8")
    assert load_exercise(str(tmp_path / "x")).data.as_of == "2019-05-02"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A folder with somebody's work in it is left alone, all of it."""
    (tmp_path / "exercise.ipynb").write_text("mine")
    with pytest.raises(ValueError, match="there already"):
        write_exercise("larkhaven", tmp_path)
    assert (tmp_path / "exercise.ipynb").read_text() == "mine"
    assert not (tmp_path / "questions.yaml").exists()
    with pytest.raises(ValueError, match="is a file"):
        write_exercise("larkhaven", tmp_path / "exercise.ipynb")


def test_a_case_beside_its_exercise_is_kept(tmp_path: Path) -> None:
    """Built into the folder of the case file, the file stays as it is."""
    case = tmp_path / "weir.yaml"
    case.write_bytes((HERE / "weir.yaml").read_bytes())
    write_exercise(case, tmp_path)
    assert case.read_bytes() == (HERE / "weir.yaml").read_bytes()
    assert load_exercise(str(tmp_path)).data.case == "weir.yaml"


def test_the_command_line_builds_and_lists(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``exercise list``, ``exercise build`` and the end of ``case check`` say what there is."""
    from mediakit.cli import main

    assert main(["exercise", "list"]) == 0
    assert "03_one_source_or_nine" in capsys.readouterr().out
    out = str(tmp_path / "out")
    assert main(["exercise", "build", str(HERE / "weir.yaml"), "--out", out]) == 0
    told = capsys.readouterr().out
    assert "Questions that 'weir' can carry" in told
    assert f"--exercise {out}" in told
    assert main(["exercise", "build", str(HERE / "weir.yaml"), "--out", out]) == 2
    assert "there already" in capsys.readouterr().err
    assert main(["exercise", "build", str(HERE / "pond.yaml"), "--out", out + "2"]) == 1
    capsys.readouterr()
    assert main(["case", "check", str(HERE / "weir.yaml")]) == 0
    assert "Questions that 'weir' can carry: 12" in capsys.readouterr().out
    assert main(["exercise", "build", "nowhere"]) == 2
    assert "no case called 'nowhere'" in capsys.readouterr().err
