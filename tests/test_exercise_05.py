"""The exercise of lesson 5: printing is not enough; the evening's questions keep to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

import mediakit as mk
from mediakit.answers import read_value
from mediakit.case import Case
from mediakit.exercises import load_questions
from mediakit.exercises.kinds import KINDS
from mediakit.exercises.kinds.base import Read
from mediakit.exercises.questions import Question
from tests.lesson_words import dates_in

# the exercise, the evening of its note, the question that is the note, the questions before it
EVENINGS = {
    "05_what_was_knowable": (date(2015, 12, 26), "q5", ("q1", "q2", "q3", "q4", "q5")),
    "05_what_was_knowable_fictional": (date(2019, 4, 24), "q4", ("q1", "q2", "q3", "q4")),
}


def public(case: Case, key: str) -> date:
    """The day of a record, as its own line prints it."""
    group = case.officials if key in case.officials else case.documents
    return group[key].public.on


def printed(name: str) -> dict[str, Any]:
    """The answers of a learner who prints every finding that fits, and copies it."""
    exercise = load_questions(name)
    day, note, _ = EVENINGS[name]
    whole = mk.load_case(exercise.case)
    case = whole.as_of(day)
    kinds = {key: case.officials[key].kind.value for key in exercise.questions["q1"].items}
    novelty = mk.novelty(case)
    details = [d.id for d in novelty.already_public]
    told = f"{case.claims['who-ordered']!r} {mk.timeline(case)!r} {novelty!r}"
    if name.endswith("_fictional"):
        return {"q1": kinds, "q2": details, note: told}
    horizon = mk.load_case("horizon").as_of("2013-07-09")
    order = sorted(exercise.questions["q2"].items, key=lambda key: public(case, key))
    on_the_day = [k for k in exercise.questions["q8"].options if k in horizon.documents]
    return {"q1": kinds, "q2": order, "q3": details, note: told, "q8": on_the_day}


def share(question: Question, value: Any) -> Fraction:
    """The share of the points that a value earns; none for what can't be read."""
    kind = KINDS[question.kind]
    read = kind.read(question, read_value(value))
    if not kind.scored or not isinstance(read, Read):
        return Fraction(0)
    return Fraction(kind.judge(question, read.value).share)


@pytest.mark.parametrize("name", EVENINGS)
def test_printing_and_copying_earns_half_at_most(name: str) -> None:
    """Whoever prints every finding has some points, all that printing can give, and not half."""
    questions, answers = load_questions(name).questions, printed(name)
    earned = sum(
        share(questions[key], value) * questions[key].points for key, value in answers.items()
    )
    total = sum(q.points for q in questions.values())
    by_machine = sum(q.points for q in questions.values() if KINDS[q.kind].scored)
    assert 0 < earned <= Fraction(total, 2)
    assert earned <= Fraction(by_machine, 2)
    assert all(share(questions[k], answers[k]) == 1 for k in ("q1", "q2"))


def texts(value: Any) -> Iterator[str]:
    """Every text inside a question, its key and its messages."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(key)
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


def said(question: Question) -> Iterator[str]:
    """What a learner can get to see of a question."""
    yield from texts([question.prompt, question.right, question.solution, list(question.hints)])
    yield from texts([dict(question.items), dict(question.options)])
    yield from texts([dict(question.rubric), dict(question.anchors)])
    for m in question.misconceptions:
        yield from (m.fact, m.tempting, m.misleads, m.better)


@pytest.mark.parametrize("name", EVENINGS)
def test_nothing_later_stands_in_the_questions_of_the_evening(name: str) -> None:
    """Prompt, hints, messages, rubric and anchors name no later day and no later record."""
    day, _, before = EVENINGS[name]
    exercise = load_questions(name)
    case = mk.load_case(exercise.case).as_of(day)
    known = {*case.officials, *case.documents, *case.evidence}
    for key in before:
        question = exercise.questions[key]
        for text in said(question):
            later = [m.text for m in dates_in(text) if m.begins(day.year) > day]
            assert later == [], f"{key}: {text}"
        named = {*question.records, *(r for m in question.misconceptions for r in m.records)}
        assert named <= known, key


@pytest.mark.parametrize("name", EVENINGS)
def test_the_best_note_keeps_to_its_evening_and_is_clean(name: str) -> None:
    """The example at the highest level names who told whom and passes the wording lint."""
    _, note, _ = EVENINGS[name]
    question = load_questions(name).questions[note]
    best = question.anchors["Proficient"]
    assert mk.lint_wording(best).flags == ()
    assert "not verified" in best
    assert "does not name" in best
