"""Question files: every fault at its line, all at once; every wrong answer does its work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mediakit.case import Case, load_case
from mediakit.exercises import Outcome, fixtures, list_exercises, load_exercise, load_questions
from mediakit.exercises.computed import FINDINGS, compute
from mediakit.exercises.exercisefile import check_exercise, parse_exercise
from mediakit.exercises.notebook import notebook_text

HERE = Path(__file__).parent / "fixtures"
WEIR = HERE / "exercises/weir/questions.yaml"
MORE = HERE / "exercises/weir-more/questions.yaml"
CASE = load_case(str(HERE / "cases/weir.yaml"))


def faults(change: Callable[[str], str]) -> list[str]:
    """What is said about the sound file after a change."""
    text = change(WEIR.read_text(encoding="utf-8"))
    return [str(p) for p in check_exercise(text.encode(), lambda name: CASE)]


def swap(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def test_the_example_is_sound() -> None:
    """The commented example of the format is read without a fault."""
    assert faults(lambda text: text) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    answer: B  ", "    answer: E  ", "q1: the answer can't be read"),
        ("    answer: B  ", "    anwser: B  ", "did you mean 'answer'?"),
        ("kind: choose\n", "kind: chose\n", "did you mean 'choose'?"),
        ("when: [C]", "when: [B]", "is right"),
        ("when: [C]", "when: [E]", "can't be read"),
        ("when: [C]", "when: [A]", "two misconceptions"),
        ("when: [C]", "also: {x: 1}", "3 misconceptions"),
        ("records: [post-8] ", "records: [post-9] ", "did you mean 'post-8'?"),
        ("{finding: origins_at_most,", "{finding: origin_at_most,", "'origins_at_most'"),
        ("claim: gates-left}\n\nq", "claim: gate-left}\n\nq", "did you mean 'gates-left'?"),
        ("also: {above: 4}", "also: {above: 0}", "fits the right answer"),
        ("also: {above: 4}", "also: {above: x}", "not written as this kind"),
        ("also: {before: [post-8, gauge]}", "also: {before: [x, gauge]}", "not written as"),
        ("Every one of the {reports}", "Every one of the {report}", "did you mean 'reports'?"),
        ("id: q2", "id: q1", "taken already"),
        ("id: q2", "id: 2 q", "no question id"),
        ("points: 2", "points: many", "no such number"),
        ("points: 2", "tolerance: 2", "has no field 'tolerance'"),
        ("length: [20, 120]", "length: [120, 20]", "a length is expected"),
        ("# as_of: 2031-05-01", "as_of: 2031-04-05", "no "),
        ("    items: {phare-9: Le Barrage, gauge: River Office, post-8: Ostrel Post}",
         "    items: {gauge: River Office, post-8: Ostrel Post, phare-9: Le Barrage}", "shuffle"),
        ("      office-note: River Office, 4 April 2031\n",
         "      office-note: River Office\n      new: x\n", "says nothing about new"),
        ("      Basic: Says that the articles are alike.\n", "", "three levels"),
        ("title: One paper, or four", "title: [", "not YAML"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line(old: str, new: str, said: str) -> None:
    """Each slip an author can make brings a line number and what to do."""
    found = faults(swap(old, new))
    assert any(said in fault for fault in found), found
    assert all(fault.startswith("line ") for fault in found)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("      bote-9: []\n", "", "'grounds' says nothing about 'bote-9'"),
        ("      bote-9: []\n", "      bote-9: []\n      x: [high]\n", "'x', which is no option"),
        ("gauge: [high]", "gauge: [top]", "'top' is no end"),
        ("gauge: [high]", "gauge: [low]", "nothing bears out the grade D"),
        ("gauge: [high]", "gauge: high", "grounds are expected here"),
        ("{high: D, low: E, or: F}", "{high: E, low: D}", "begins with the best"),
        ("{high: D, low: E, or: F}", "{high: D, low: E5}", "begins with the best"),
        ("{high: D, low: E, or: F}", "{high: D, also: F}", "write the range as"),
        ("gates: N}\n", "gates: X}\n", "is no mark"),
        ("high-water: {flood: [CC, C], gates: N}", "high-water: {flood: C}", "high-water/gates"),
        (
            "also: {high-water: {gates: [I, II]}}",
            "also: {high-water: {gates: N}}",
            "fits the right",
        ),
        ("yardstick: icd203", "yardstick: icd", "no yardstick"),
        ("answer: remote ", "answer: perhaps ", "answer can't be read"),
        ("also: {above: likely}", "also: {below: likely}", "fits the right answer"),
        ("right: 3 of 100", "records: [gates-left]\n    right: 3 of 100", "an open claim"),
        ("standing: said_not_verified", "standing: unsure", "is no standing"),
        ("mentions: [Ostrel Post, watchman]", "mentions: [Talbote]", "does not name who"),
        (
            "also: {flag: unattributed accusation}",
            "also: {tone: harsh}",
            "not written as this kind",
        ),
    ],
)
def test_a_fault_in_a_further_kind_is_named(old: str, new: str, said: str) -> None:
    """The fields of grades, cells, likelihoods and rewrites are checked when a file is read."""
    text = swap(old, new)(MORE.read_text("utf-8"))
    found = [str(p) for p in check_exercise(text.encode(), lambda name: CASE)]
    assert any(said in fault for fault in found), found


def test_all_faults_come_at_once() -> None:
    """An author mends a file in one pass."""
    found = faults(
        lambda text: text.replace("when: [C]", "when: [B]").replace("points: 3", "points: x")
    )
    assert len(found) == 2


@pytest.mark.parametrize("source", [b"", b"\xff", b"3", b"a: *b", b"[", b"questions: 3"])
def test_what_is_no_question_file_has_its_faults(source: bytes) -> None:
    """Any bytes bring faults and no exception."""
    assert check_exercise(source, lambda name: CASE)


def test_paths_and_names_are_found_or_explained(tmp_path: Path) -> None:
    """A wrong name lists the right ones; a wrong path says so; a fault names the file."""
    with pytest.raises(LookupError, match="no exercise called 'zero'"):
        load_questions("zero")
    with pytest.raises(FileNotFoundError, match="there is no question file"):
        load_questions(str(tmp_path / "x.yaml"))
    (tmp_path / "questions.yaml").write_text("exercise: x\ncase: nowhere\n")
    with pytest.raises(ValueError, match="has 2 faults:\n"):
        load_questions(str(tmp_path))


def test_a_time_cut_leaks_nothing_into_a_key() -> None:
    """Keys are computed on what was public by the day of the exercise."""
    early = CASE.as_of("2031-04-09")
    assert compute(early, {"finding": "reports", "claim": "gates-left"}) == 3
    with pytest.raises(LookupError):
        compute(early, {"finding": "official_kind", "official": "weir-report"})


@pytest.mark.parametrize(
    ("spec", "value"),
    [
        ({"finding": "reports", "claim": "gates-left"}, 4),
        ({"finding": "report_ids", "claim": "flood"}, ["gauge", "flight"]),
        ({"finding": "origins_at_least", "claim": "flood"}, 2),
        ({"finding": "origins_at_most", "claim": "gates-left"}, 1),
        ({"finding": "origins", "claim": "gates-left"}, ["post-8"]),
        ({"finding": "circles", "claim": "flood"}, 0),
        ({"finding": "languages", "claim": "gates-left"}, 3),
        ({"finding": "standing", "claim": "gates-left"}, "said_not_verified"),
        ({"finding": "public", "record": "weir-report"}, "2031-09-15"),
        ({"finding": "happened", "record": "weir-report"}, "2031-09-01"),
        ({"finding": "first_public", "detail": "two-gates"}, "2029-05-01"),
        ({"finding": "official_kind", "official": "weir-report"}, "finding"),
        ({"finding": "official_kinds", "officials": ["office-note"]}, {"office-note": "statement"}),
        ({"finding": "in_order", "records": ["post-8", "gauge"]}, ["gauge", "post-8"]),
        ({"finding": "known_before", "document": "post-8"}, ["two-gates"]),
        ({"finding": "grounded", "claim": "flood"}, ["gauge", "flight"]),
        (
            {"finding": "known_by", "day": "2031-04-08", "records": ["bote-9", "post-8", "gauge"]},
            ["post-8", "gauge"],
        ),
        (
            {"finding": "took_from", "claim": "gates-left", "records": ["bote-9", "herald-10"]},
            {"bote-9": "post-8", "herald-10": "phare-9"},
        ),
    ],
)
def test_named_findings_are_computed_from_the_case(spec: dict[str, object], value: object) -> None:
    """Each named finding gives what the case holds."""
    assert compute(CASE, spec) == value


def test_every_named_finding_is_tried() -> None:
    """The list above covers the table."""
    marks = getattr(test_named_findings_are_computed_from_the_case, "pytestmark")  # noqa: B009
    assert {spec["finding"] for spec, _ in marks[0].args[1]} | {"cells"} == set(FINDINGS)


def test_marks_of_a_case_accept_their_own_side_of_the_scale() -> None:
    """How strongly a row fits is a matter of judgement; whether it fits is what is asked."""
    spec = {"finding": "cells", "question": "cause", "records": ["ship-wiring-sound"]}
    cells = compute(load_case("larkhaven"), spec)["ship-wiring-sound"]
    assert cells["ship-fault"] == ["II", "I"]
    assert cells["vehicle-fault"] == ["C", "CC"]


@pytest.mark.parametrize("name", [str(WEIR), str(MORE), *list_exercises()])
def test_every_question_is_proven_blank_right_and_wrong(name: str) -> None:
    """Blank is open, the key is right, and each wrong answer brings its own explanation."""
    exercise = load_exercise(name)
    for f in fixtures(exercise.data):
        feedback = load_exercise(name).check(f.question, f.value)
        if f.outcome is not None:
            assert feedback.outcome == f.outcome.value, f
        else:
            assert feedback.outcome in (Outcome.PARTLY.value, Outcome.NOT_YET.value), f
        assert feedback.misconception == f.misconception, f


@pytest.mark.parametrize("name", list_exercises())
def test_what_ships_is_clean(name: str) -> None:
    """Shipped questions accuse nobody, shout at nobody and give no probability."""
    from mediakit.wording import lint_wording

    exercise = load_questions(name)
    for q in exercise.questions.values():
        texts = [q.prompt, q.right, q.solution, *q.hints, *q.options.values(), *q.items.values()]
        for m in q.misconceptions:
            texts += [m.fact, m.tempting, m.misleads, m.better]
        for text in texts:
            assert "!" not in text
            assert not lint_wording(text).flags, lint_wording(text).why()


# --- questions on another case, on another day, of another exercise --------------------------

ON_THE_FERRY = """exercise: x
title: Two cases
case: weir
questions:
  - id: q1
    kind: count
    case: larkhaven
    as_of: 2019-04-30
    prompt: How many reports tell it?
    answer: {finding: reports, claim: fire-below}
    records: [camera]
    right: "{there} of them, and the weir has {here}."
    hints: [Count them., Ask for them.]
    solution: Count them.
    misconceptions:
      - {name: a, when: [90], fact: f, tempting: t, misleads: m, better: b}
      - {name: b, when: [91], fact: f, tempting: t, misleads: m, better: b}
      - {name: c, when: [92], fact: f, tempting: t, misleads: m, better: b}
  - {from: 03_one_source_or_nine, question: q1, id: q2}
values:
  here: {finding: reports, claim: gates-left}
  there: {finding: reports, claim: fire-below, case: larkhaven, as_of: 2019-04-30}
"""


def either(name: str) -> Case:
    return CASE if name == "weir" else load_case(name)


def two_cases(old: str = "", new: str = "") -> list[str]:
    """What is said about the file of two cases after a change."""
    text = swap(old, new)(ON_THE_FERRY) if old else ON_THE_FERRY
    return [str(p) for p in check_exercise(text.encode(), either)]


def test_a_question_can_be_on_a_case_and_a_day_of_its_own() -> None:
    """Its key, its records and its values come from there; the others keep theirs."""
    data = parse_exercise(ON_THE_FERRY.encode(), "x", either)
    cut = load_case("larkhaven").as_of("2019-04-30")
    expected = len(cut.claims["fire-below"].reports)
    here = len(CASE.claims["gates-left"].reports)
    question = data.questions["q1"]
    assert (question.case, question.as_of) == ("larkhaven", "2019-04-30")
    assert question.answer == expected
    assert question.right == f"{expected} of them, and the weir has {here}."
    assert "Harbour" in question.named["camera"]


def test_a_borrowed_question_is_the_same_question() -> None:
    """Only its id is new; it says which case it is on."""
    there = load_questions("03_one_source_or_nine").questions["q1"]
    here = parse_exercise(ON_THE_FERRY.encode(), "x", either).questions["q2"]
    assert here == replace(there, id="q2", case="metrojet")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    case: larkhaven", "    case: larkheaven", "line 7: no case called"),
        ("as_of: 2019-04-30", "as_of: 2019-04-31", "line 8: '2019-04-31'"),
        ("as_of: 2019-04-30", "as_of: 2019-03-13", "no "),
        ("from: 03_one_source_or_nine", "from: 03_one_source_or_ten", "did you mean"),
        ("question: q1", "question: q99", "no question called 'q99'"),
        ("question: q1, id: q2", "id: q2", "'question' is missing"),
        ("question: q1, id: q2", "question: q1", "taken already"),
        ("case: larkhaven, as", "case: larkheaven, as", "no case called"),
        ("as_of: 2019-04-30}", "as_of: 2019-04}", "'2019-04'"),
    ],
)
def test_faults_of_other_cases_and_exercises(old: str, new: str, said: str) -> None:
    """A wrong name, day or exercise is told at its line, with the nearest right one."""
    found = two_cases(old, new)
    assert any(said in fault for fault in found), found


def test_a_notebook_says_where_such_a_question_has_its_records() -> None:
    """A learner can open the other case from the line above the question."""
    data = parse_exercise(ON_THE_FERRY.encode(), "x", either)
    assert '`mk.load_case("larkhaven").as_of("2019-04-30")`' in notebook_text(data).replace(
        '\\"', '"'
    )
