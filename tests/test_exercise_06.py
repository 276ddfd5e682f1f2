"""The exercise of lesson 6: what the matrix prints answers half of it at most."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import mediakit as mk
from mediakit.exercises import load_questions
from mediakit.exercises.judging import answer_from, judge

DATA = load_questions("06_rival_explanations")


def marked(case: str) -> Any:
    """The matrix of a case as its file has it, ready to be ranked."""
    m = mk.Matrix(mk.load_case(case)).fill_from_case()
    for name in m.hypotheses:
        m.expect(name, "something to look for")
    return m


def printed() -> dict[str, Any]:
    """The answers of somebody who copies what findings print, and judges nothing."""
    crash, trucks, twa = marked("metrojet"), marked("curveball"), marked("twa800")
    one_origin = next(note for note in trucks.rank().notes if note.startswith("One origin"))
    same = trucks.diagnosticity().same
    rows, columns = DATA.questions["q4"].items, DATA.questions["q4"].options
    return {
        "q2": [row.id for row in crash.diagnosticity().rows[:2]],
        "q3": [row for row in DATA.questions["q3"].options if row in same],
        "q4": {row: {c: twa.mark(row, c).value for c in columns} for row in rows},
        "q5": [row for row in DATA.questions["q5"].options if row in one_origin],
    }


@pytest.mark.parametrize("name", ["q2", "q3", "q4", "q5"])
def test_what_a_finding_prints_is_the_key(name: str) -> None:
    """The questions that can be looked up agree with the findings they are looked up in."""
    result = judge(DATA.questions[name], answer_from(name, printed()[name]))
    assert result.points == DATA.questions[name].points


def test_copying_findings_earns_half_at_most() -> None:
    """Printing every finding and copying it is not enough: most points are for a judgement."""
    answers = printed()
    earned = Fraction(0)
    for name, value in answers.items():
        earned += judge(DATA.questions[name], answer_from(name, value)).points or 0
    assert 0 < earned <= sum(q.points for q in DATA.questions.values()) / 2


def test_the_grid_result_of_the_question_is_the_one_the_grid_gives() -> None:
    """The change that q6 asks for leaves a bomb first, with a smaller lead."""
    before = marked("metrojet")
    after = before.copy().rate(
        "explosive-traces", {"technical-failure": "N", "outside-effect": "N"}
    )
    leads = [m.rank().places[0].score - m.rank().places[1].score for m in (before, after)]
    assert before.rank().leaders == after.rank().leaders == ("bomb-on-board",)
    assert leads[1] < leads[0]


def test_no_question_ranks_the_open_one() -> None:
    """No key gives a number, a mark or an order on the question nobody has settled."""
    case = mk.load_case("metrojet")
    accounts = {h.id for h in case.hypotheses.values() if h.question == "who-ordered"}
    for question in DATA.questions.values():
        assert question.kind not in ("number", "likelihood", "confidence", "order")
        assert not accounts & {*question.options, *question.items} - {"not-established"}
