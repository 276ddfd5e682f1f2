"""The exercise of lesson 8: printing is not enough, and what it asks for can be had by reading."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

import mediakit as mk
from mediakit.answers import read_value
from mediakit.exercises import load_questions
from mediakit.exercises.kinds import KINDS
from mediakit.exercises.kinds.base import Read
from mediakit.exercises.questions import Question
from mediakit.wording import YARDSTICKS, lint_wording

NAMES = ("08_say_it_right", "08_say_it_right_fictional")
WORDS = {
    "08_say_it_right": {
        "cameron": "more likely than not",
        "obama": "a possibility",
        "downing": "may well",
        "official": "99.9 %",
        "director": "unlikely",
    },
    "08_say_it_right_fictional": {
        "inquiry": "most probable",
        "coastguard": "more likely than a fault in the ship",
        "experts": "unlikely",
        "reader": "possible",
    },
}


def printed(name: str) -> dict[str, Any]:
    """The answers of a learner who prints every finding that fits, and copies it."""
    exercise = load_questions(name)
    case = mk.load_case(exercise.case)
    ranges = {band.words[0]: band.range for band in YARDSTICKS["phia"].bands}
    q2 = exercise.questions["q2"]
    letters = {text: key for key, text in q2.options.items()}
    return {
        "q1": mk.likelihood(34 / 40).word,
        "q2": {key: letters[ranges[word]] for key, word in q2.items.items()},
        "q3": {key: _fit(word) for key, word in WORDS[name].items()},
        "q8": [d.id for d in mk.load_case("larkhaven").as_of("2019-03-17").documents.values()],
        "q9": repr(case.claims["who-ordered"]),
        "q10": f"{case.claims['who-ordered']!r} {mk.corroborate(case.claims['who-ordered'])!r}",
    }


def _fit(word: str) -> str:
    """What the printed answer says of a word, in the options' terms."""
    try:
        told = repr(mk.likelihood(word))
    except LookupError:
        return "compares"
    ends = {"no upper end": "half", "beyond": "beyond", "is likelier": "compares"}
    open_ = "open" if "no step" in told else "step"
    return next((option for words, option in ends.items() if words in told), open_)


def share(question: Question, value: Any) -> Fraction:
    """The share of the points that a value earns; none for what can't be read."""
    kind = KINDS[question.kind]
    read = kind.read(question, read_value(value))
    if not kind.scored or not isinstance(read, Read):
        return Fraction(0)
    return Fraction(kind.judge(question, read.value).share)


def earned(name: str, answers: Mapping[str, Any]) -> Fraction:
    """The share of all points that these answers earn."""
    questions = load_questions(name).questions
    got = sum(
        share(questions[key], value) * questions[key].points for key, value in answers.items()
    )
    return Fraction(got) / sum(q.points for q in questions.values())


@pytest.mark.parametrize("name", NAMES)
def test_printing_every_finding_earns_at_most_half(name: str) -> None:
    """Something is earned by it, so the test does print what fits; the rest is judgement."""
    assert Fraction(1, 5) < earned(name, printed(name)) <= Fraction(1, 2)


@pytest.mark.parametrize("name", NAMES)
def test_the_last_question_is_the_blank_slip_with_its_anchors(name: str) -> None:
    """Three anchors, as long as asked, none of them flagged, and only the best keeps all parts."""
    question = list(load_questions(name).questions.values())[-1]
    assert question.kind == "free_text"
    least, most = question.length
    for text in question.anchors.values():
        assert least <= len(text.split()) <= most
        assert lint_wording(text).clean
    best = question.anchors["Proficient"]
    assert "nobody has verified" in best
    assert "does not name" in " ".join(best.split())
    assert "confidence" in best
    assert "%" not in "".join(question.anchors.values())


@pytest.mark.parametrize("name", NAMES)
def test_no_key_or_option_gives_the_open_account_a_likelihood(name: str) -> None:
    """What is asked as a likelihood is an invented count, and no record of a claim is in it."""
    asked = [q for q in load_questions(name).questions.values() if q.kind == "likelihood"]
    assert [q.id for q in asked] == ["q1"]
    assert asked[0].records == ()


@pytest.mark.parametrize("name", NAMES)
def test_right_choices_stand_at_different_places(name: str) -> None:
    """Always taking the first option earns nothing."""
    choices = [q for q in load_questions(name).questions.values() if q.kind == "choose"]
    assert len({q.answer for q in choices}) == len(choices) == 3
    assert "A" not in {q.answer for q in choices}
