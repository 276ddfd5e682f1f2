"""Lesson 7 and its exercises: findings answer half at most, and an open claim has no number."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import mediakit as mk
from mediakit.belief import Factor, Update
from mediakit.exercises import ExerciseData, load_questions
from mediakit.exercises.judging import answer_from, judge

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("07_how_far", "07_how_far_fictional")
LESSONS = ("lessons/07_how_far.ipynb", "lessons/fictional/07_how_far.ipynb")


@pytest.fixture(params=NAMES)
def data(request: pytest.FixtureRequest) -> ExerciseData:
    """The exercise on either path."""
    return load_questions(request.param)


def printed(data: ExerciseData) -> dict[str, Any]:
    """The answers of somebody who runs a helper for each question and copies what it prints."""
    seven = mk.load_case("horizon").as_of("2015-05-01").claims["data-sound"]
    sister = mk.load_case("larkhaven").claims["sister-ship"]
    counted = seven if data.case == "horizon" else sister
    eight = mk.update("10 %", 3, origins=1, reports=8)
    assert isinstance(eight, Update)
    return {
        "q1": mk.natural_frequency("4 %", "75 %", "10 %").posterior,
        "q3": eight.collapsed.low,
        "q5": mk.corroborate(counted).at_most,
        "q9": mk.hearsay(9, hops=2, fidelity="50 %").left.low,
    }


@pytest.mark.parametrize("name", ["q1", "q3", "q5", "q9"])
def test_what_a_helper_prints_is_the_key(data: ExerciseData, name: str) -> None:
    """The questions that can be worked out agree with the helpers they are worked out with."""
    result = judge(data.questions[name], answer_from(name, printed(data)[name]))
    assert result.points == data.questions[name].points


def test_copying_findings_earns_half_at_most(data: ExerciseData) -> None:
    """Most points, and most questions, are for a judgement."""
    earned = Fraction(0)
    for name, value in printed(data).items():
        earned += judge(data.questions[name], answer_from(name, value)).points or 0
    assert 0 < earned <= sum(q.points for q in data.questions.values()) / 2
    assert len(printed(data)) <= len(data.questions) / 2


@pytest.mark.parametrize("answer", ["0.238", '"24 %"', '"30 in 126"', '"23.8 percent"', "30/126"])
def test_a_chance_is_read_as_people_write_it(data: ExerciseData, answer: str) -> None:
    """A share, a percentage and so many in so many are the same answer."""
    value: Any = 30 / 126 if answer == "30/126" else json.loads(answer)
    assert judge(data.questions["q1"], answer_from("q1", value)).points == 1


@pytest.mark.parametrize(
    ("question", "value", "name"),
    [
        ("q1", 0.75, "transposed-conditional"),
        ("q2", "D", "transposed-conditional"),
        ("q3", "99.9 %", "double-counting"),
        ("q3", 0.75, "base-rate-neglect"),
        ("q7", "A", "rare-so-impossible"),
    ],
)
def test_the_slips_that_matter_are_named(
    data: ExerciseData, question: str, value: Any, name: str
) -> None:
    """Each of the four misconceptions of the lesson has its own message."""
    result = judge(data.questions[question], answer_from(question, value))
    assert result.misconception == name


def test_the_samples_are_as_long_as_asked(data: ExerciseData) -> None:
    """Each of the three sample answers keeps to the length that the question asks for."""
    question = data.questions["q10"]
    least, most = question.length
    assert set(question.anchors) == {"Basic", "Emergent", "Proficient"}
    assert all(least <= len(text.split()) <= most for text in question.anchors.values())


def test_no_question_wants_a_chance_on_an_open_claim(data: ExerciseData) -> None:
    """A question about a claim that is open asks for words, and its key has no chance in it."""
    about = []
    for question in data.questions.values():
        claims = mk.load_case(question.case or data.case).claims.values()
        if any(c.open and c.id in question.prompt for c in claims):
            about.append(question.id)
            assert question.kind == "choose"
            assert not re.search(r"\d|%|hundred", question.options[question.answer])
    assert about == ["q6"]


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_open_question_has_no_number(lesson: str) -> None:
    """In the saved lesson the open claim has its factor and dots for a prior, and no chance."""
    cells = json.loads((ROOT / lesson).read_text("utf-8"))["cells"]
    code = {"".join(c["source"]): c["outputs"] for c in cells if c["cell_type"] == "code"}
    outputs = [json.dumps(out) for source, out in code.items() if "account" in source]
    assert len(outputs) == 2
    assert not [text for text in outputs if re.search(r"%| in 1,?0|chance of", text)]
    assert "mk.update(..., 1, account)" in code


@pytest.mark.parametrize("case", ["metrojet", "larkhaven"])
def test_the_ratio_of_the_lesson_says_nothing(case: str) -> None:
    """The ratio that the lesson puts in for the learner's own speaks for neither side."""
    found = mk.update(..., 1, mk.load_case(case).claims["who-ordered"])
    assert isinstance(found, Factor)
    assert (found.ratio.low, found.ratio.high) == (1, 1)


@pytest.mark.parametrize("lesson", LESSONS)
def test_worked_numbers_are_not_those_of_the_real_case(lesson: str) -> None:
    """No worked update has as many reports as tell the open account."""
    open_counts = len(mk.load_case("metrojet").claims["who-ordered"].reports)
    cells = json.loads((ROOT / lesson).read_text("utf-8"))["cells"]
    code = "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "code")
    counts = [int(n) for n in re.findall(r"reports=(\d+)", code)]
    assert counts
    assert open_counts not in counts
