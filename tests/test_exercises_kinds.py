"""Each kind of question: what it reads, what it refuses with a sentence, how it judges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.answers import read_value
from mediakit.exercises import Outcome, load_questions
from mediakit.exercises.kinds import KINDS, Read, Unread
from mediakit.exercises.kinds.confidence import read_confidence
from mediakit.exercises.kinds.grade_with_grounds import Graded
from mediakit.exercises.kinds.numerals import read_numeral

WEIR = load_questions(str(Path(__file__).parent / "fixtures/exercises/weir"))
MORE = load_questions(str(Path(__file__).parent / "fixtures/exercises/weir-more"))
BY_KIND = {q.kind: q for e in (WEIR, MORE) for q in e.questions.values()}
LETTER = Graded("F", ("post-8",))
WATER = {"high-water": {"flood": ("CC",)}}


def reading(kind: str, value: Any, **changes: Any) -> Any:
    """What the kind makes of a value: the value it read, or its sentence."""
    question = replace(BY_KIND[kind], **changes)
    found = KINDS[kind].read(question, read_value(value))
    return found.value if isinstance(found, Read) else found.why


ACCEPTED: list[tuple[str, Any, Any]] = [
    ("choose", "B", "B"),
    ("choose", " b. ", "B"),
    ("choose", "(b)", "B"),
    ("choose", "option B", "B"),
    ("choose", "B: Ostrel Post", "B"),
    ("choose", "ostrel post", "B"),
    ("choose", ["B"], "B"),
    ("choose_several", ["flight", "gauge"], ("gauge", "flight")),
    ("choose_several", {"flight", "gauge"}, ("gauge", "flight")),
    ("choose_several", "gauge, flight", ("gauge", "flight")),
    ("choose_several", "gauge and flight", ("gauge", "flight")),
    ("choose_several", ["gauge", "Gauge", ...], ("gauge",)),
    ("choose_several", "post 8", ("post-8",)),
    ("count", 1, 1),
    ("count", 1.0, 1),
    ("count", "1", 1),
    ("count", "one", 1),
    ("count", "One origin", 1),
    ("count", "about 7", 7),
    ("number", 0.03, Fraction(3, 100)),
    ("number", "3 %", Fraction(3, 100)),
    ("number", "3%", Fraction(3, 100)),
    ("number", "3 percent", Fraction(3, 100)),
    ("number", "3 in 100", Fraction(3, 100)),
    ("number", "3 out of every 100", Fraction(3, 100)),
    ("number", "3/100", Fraction(3, 100)),
    ("number", "0,03", Fraction(3, 100)),
    ("number", "1,200", Fraction(1200)),
    ("date", "4 April 2031", date(2031, 4, 4)),
    ("date", "April 4, 2031", date(2031, 4, 4)),
    ("date", "4th of april 2031", date(2031, 4, 4)),
    ("date", "4 Apr 2031", date(2031, 4, 4)),
    ("date", "4 Sept 2031", date(2031, 9, 4)),
    ("date", "2031-04-04", date(2031, 4, 4)),
    ("date", "25/12/2031", date(2031, 12, 25)),
    ("date", "25.12.2031", date(2031, 12, 25)),
    ("date", (2031, 4, 4), date(2031, 4, 4)),
    ("date", date(2031, 4, 4), date(2031, 4, 4)),
    ("classify", {"office-note": "Finding"}, {"office-note": "finding"}),
    ("classify", {"office_note": "leak", "weir-report": ...}, {"office-note": "leak"}),
    ("classify", [["office-note", "leak"]], {"office-note": "leak"}),
    ("order", "gauge, post-8, phare-9", ("gauge", "post-8", "phare-9")),
    ("order", "gauge > post-8 > phare-9", ("gauge", "post-8", "phare-9")),
    ("order", ["River Office", "Ostrel Post", "Le Barrage"], ("gauge", "post-8", "phare-9")),
    ("free_text", " Some words. ", "Some words."),
    ("free_text", ["Some", "words."], "Some\nwords."),
    ("match", {"bote-9": "Ostrel Post"}, {"bote-9": "post-8"}),
    ("match", [["bote 9", "post-8"]], {"bote-9": "post-8"}),
    ("match", "bote-9 -> post-8, phare-9: bote-9", {"bote-9": "post-8", "phare-9": "bote-9"}),
    ("grade_with_grounds", {"grade": "F", "grounds": ["post-8"]}, LETTER),
    ("grade_with_grounds", {"Grade": " f. ", "because": "post 8"}, LETTER),
    ("grade_with_grounds", ["F", ["post-8"]], LETTER),
    ("grade_with_grounds", "F because post-8", LETTER),
    ("grade_with_grounds", ("reliability cannot be judged", "post-8"), LETTER),
    ("matrix_cells", {"high-water": {"flood": "cc"}}, WATER),
    ("matrix_cells", {"high_water": {"the flood": "Very consistent", "gates": ...}}, WATER),
    ("matrix_cells", [["high-water", "flood", "CC"], ["rust", "flood", ...]], WATER),
    ("likelihood", "Remote", ("almost no chance",)),
    ("likelihood", "a remote chance", ("almost no chance",)),
    ("likelihood", 0.03, ("almost no chance",)),
    ("likelihood", "3 %", ("almost no chance",)),
    ("likelihood", ["very likely."], ("very likely",)),
    ("rewrite", " Ostrel Post says so. ", "Ostrel Post says so."),
    # What a fifteen-year-old types, each of which was once refused or misread.
    ("choose", "Answer: B", "B"),
    ("choose", "B!", "B"),
    ("choose", "B - Ostrel Post", "B"),
    ("choose", "B, Ostrel Post", "B"),
    ("choose", "Option B: Ostrel Post", "B"),
    ("choose", "I think B", "B"),
    ("choose", "B because it was first", "B"),
    ("choose", "the Ostrel Post", "B"),
    ("choose", "\uff22", "B"),
    ("choose", "\u00abB\u00bb", "B"),
    ("choose", ["B", ...], "B"),
    ("choose", ["B", "B"], "B"),
    ("choose_several", "gauge flight", ("gauge", "flight")),
    ("choose_several", "post-8 bote 9", ("post-8", "bote-9")),
    ("choose_several", "gauge & flight", ("gauge", "flight")),
    ("choose_several", "gauge\nflight", ("gauge", "flight")),
    ("choose_several", "- gauge\n- flight", ("gauge", "flight")),
    ("choose_several", "1) gauge 2) flight", ("gauge", "flight")),
    ("choose_several", "both gauge and flight", ("gauge", "flight")),
    ("choose_several", ["gauge, flight"], ("gauge", "flight")),
    ("choose_several", [["gauge"], ["flight"]], ("gauge", "flight")),
    ("choose_several", {"gauge": True, "flight": True, "post-8": False}, ("gauge", "flight")),
    ("choose_several", "River Office, 4 April 2031; flight", ("gauge", "flight")),
    ("choose_several", "all of them", ("gauge", "flight", "post-8", "bote-9")),
    ("count", "just one", 1),
    ("count", "exactly 1!", 1),
    ("count", "there are 2", 2),
    ("count", "2 origins in all", 2),
    ("count", "twenty-one", 21),
    ("count", "two hundred", 200),
    ("count", "two dozen reports", 24),
    ("count", "\u201c1\u201d", 1),
    ("number", ".03", Fraction(3, 100)),
    ("number", "3 of 100", Fraction(3, 100)),
    ("number", "three in a hundred", Fraction(3, 100)),
    ("number", "3 from 100", Fraction(3, 100)),
    ("number", "6 in 200 stories", Fraction(3, 100)),
    ("number", "3 percent of them", Fraction(3, 100)),
    ("number", "3\u00a0\uff05", Fraction(3, 100)),
    ("number", "approx. 3 %", Fraction(3, 100)),
    ("number", "3e-2", Fraction(3, 100)),
    ("number", "3 x 10^-2", Fraction(3, 100)),
    ("number", "3 hundredths", Fraction(3, 100)),
    ("number", "6 \u00f7 200", Fraction(3, 100)),
    ("number", "one in four", Fraction(1, 4)),
    ("number", "three quarters", Fraction(3, 4)),
    ("number", "\u00bd", Fraction(1, 2)),
    ("number", "50/50", Fraction(1, 2)),
    ("number", "twenty five percent", Fraction(1, 4)),
    ("date", "18/11/2015", date(2015, 11, 18)),
    ("date", "the 18th of November, 2015", date(2015, 11, 18)),
    ("date", "Wednesday, 18 November 2015", date(2015, 11, 18)),
    ("date", "Mon 16 Nov 2015", date(2015, 11, 16)),
    ("date", "18 November 2015 (Wednesday)", date(2015, 11, 18)),
    ("date", "18-Nov-2015", date(2015, 11, 18)),
    ("date", "18Nov2015", date(2015, 11, 18)),
    ("date", "2015 Nov 18", date(2015, 11, 18)),
    ("date", "18 / 11 / 2015", date(2015, 11, 18)),
    ("date", "2015\u201311\u201318", date(2015, 11, 18)),
    ("date", "20151118", date(2015, 11, 18)),
    ("date", "2015-11-18T00:00:00", date(2015, 11, 18)),
    ("classify", "office-note: statement, weir-report: finding",
     {"office-note": "statement", "weir-report": "finding"}),
    ("classify", {"statement": ["office-note"], "finding": "weir-report"},
     {"office-note": "statement", "weir-report": "finding"}),
    ("classify", {"office-note": "a statement", "weir-report": ""}, {"office-note": "statement"}),
    ("classify", {"office-note": ["statement"]}, {"office-note": "statement"}),
    ("match", ["bote-9 -> post-8"], {"bote-9": "post-8"}),
    ("match", "bote-9 \u2192 post-8\nphare-9 \u2192 bote-9",
     {"bote-9": "post-8", "phare-9": "bote-9"}),
    ("order", "gauge post-8 phare-9", ("gauge", "post-8", "phare-9")),
    ("order", "gauge - post-8 - phare-9", ("gauge", "post-8", "phare-9")),
    ("order", "1. gauge 2. post-8 3. phare-9", ("gauge", "post-8", "phare-9")),
    ("order", "first gauge, then post-8, finally phare-9", ("gauge", "post-8", "phare-9")),
    ("order", {"post-8": 2, "gauge": 1, "phare-9": 3}, ("gauge", "post-8", "phare-9")),
    ("order", {1: "gauge", 2: "post-8", 3: "phare-9"}, ("gauge", "post-8", "phare-9")),
    ("grade_with_grounds", "F, because of post-8", LETTER),
    ("grade_with_grounds", "F: post-8", LETTER),
    ("grade_with_grounds", "f (post-8)", LETTER),
    ("grade_with_grounds", "grade: F, grounds: post-8", LETTER),
    ("grade_with_grounds", {"F": ["post-8"]}, LETTER),
    ("grade_with_grounds", {"letter": "F", "reason": "post-8"}, LETTER),
    ("grade_with_grounds", ["D", "post-8", "gauge"], Graded("D", ("post-8", "gauge"))),
    ("grade_with_grounds", {"grade": "F (cannot be judged)", "grounds": ["post-8"]}, LETTER),
    ("grade_with_grounds", {"grade": "F", "grounds": {"post-8": "no access"}}, LETTER),
    ("matrix_cells", {"high-water": {"flood": "C C"}}, WATER),
    ("matrix_cells", {"high-water": {"flood": "CC (very consistent)"}}, WATER),
    ("matrix_cells", {"high-water": ["CC", "N"]},
     {"high-water": {"flood": ("CC",), "gates": ("N",)}}),
    ("matrix_cells", {"high-water/flood": "CC"}, WATER),
    ("matrix_cells", {"flood": {"high-water": "CC"}}, WATER),
    ("likelihood", "it is likely", ("likely",)),
    ("likelihood", "Very likely!", ("very likely",)),
    ("likelihood", "0.03", ("almost no chance",)),
    ("likelihood", "3 in 100", ("almost no chance",)),
    ("likelihood", "almost no chance (1-5 %)", ("almost no chance",)),
    ("likelihood", "50/50", ("roughly even chance",)),
    ("likelihood", "about even", ("roughly even chance",)),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "read"), ACCEPTED)
def test_generous_forms_are_read(kind: str, value: Any, read: Any) -> None:
    """Each kind takes the forms in which people write its answers."""
    assert reading(kind, value) == read


REFUSED: list[tuple[str, Any, str]] = [
    ("choose", "E", "the options are A, B, C, D"),
    ("choose", "Ostrel Pots", "did you mean 'B'?"),
    ("choose", 2, "2 is no option"),
    ("choose", ["A", "B"], "one option"),
    ("choose_several", ["gage"], "did you mean 'gauge'?"),
    ("choose_several", {"gauge": 1}, "a list"),
    ("count", 1.5, "whole number"),
    ("count", "several", "no whole number"),
    ("count", "50 %", "no whole number"),
    ("count", True, "whole number"),
    ("number", "some", "no number"),
    ("number", "3 in 0", "no number"),
    ("number", [1, 2], "one number"),
    ("date", "yesterday", "no date"),
    ("date", "31 February 2031", "no such day"),
    ("date", "4/5/2031", "the month as a word"),
    ("date", 2031, "a date"),
    ("classify", "finding", "pairs"),
    ("classify", {"office": "leak"}, "no item here"),
    ("classify", {"office-note": "leek"}, "did you mean 'leak'?"),
    ("order", ["gauge", "post-8"], "not in the list yet: phare-9"),
    ("order", ["gauge", "gauge", "post-8"], "twice"),
    ("order", {"gauge", "post-8"}, "a list keeps its order"),
    ("free_text", 3, "a text"),
    ("match", "post-8", "pairs"),
    ("match", {"bote-9": "post-9"}, "did you mean 'post-8'?"),
    ("grade_with_grounds", "F", "the grounds are missing"),
    ("grade_with_grounds", {"grade": "F", "grounds": []}, "the grounds are missing"),
    ("grade_with_grounds", {"grade": "G", "grounds": ["post-8"]}, "a letter A to F"),
    ("grade_with_grounds", {"grade": "B2", "grounds": ["post-8"]}, "a letter A to F"),
    ("grade_with_grounds", {"grade": "F", "grounds": ["post-7"]}, "did you mean 'post-8'?"),
    ("grade_with_grounds", {"high": "D", "low": "E"}, "a grade and its grounds"),
    ("matrix_cells", "CC", "rows with their marks"),
    ("matrix_cells", {"rust": {"flood": "CCC"}}, "use one of CC, C, N"),
    ("matrix_cells", {"rust": {"flood": ["C", "I"]}}, "is no mark"),
    ("matrix_cells", {"rst": {"flood": "C"}}, "did you mean 'rust'?"),
    ("likelihood", "perhaps", "the steps are almost no chance"),
    ("likelihood", "remote posibility", "is no step here"),
    ("likelihood", "highly likely", "a word of PHIA"),
    ("likelihood", 3, "between 0 and 1"),
    ("likelihood", ["likely", "unlikely"], "one likelihood word"),
    ("rewrite", 3, "a text"),
    # Two answers in one, or none: never read as the first of them.
    ("choose", "A) or B)", "the options are"),
    ("choose", "A, B", "the options are"),
    ("choose", "A B", "the options are"),
    ("choose", "B: not A", "the options are"),
    ("choose_several", "gauge or flight", "the options are"),
    ("choose_several", {"gauge": "yes"}, "a list"),
    ("count", "2 or three", "no whole number"),
    ("count", "2 to 3", "no whole number"),
    ("count", "at least 1", "no whole number"),
    ("count", "2 billion", "no whole number"),
    ("number", "3\u20135 %", "no number"),
    ("number", "more than 3 %", "no number"),
    ("number", [0, 5], "write 0.5"),
    ("date", "18 November", "the year"),
    ("date", "18/11/15", "the year"),
    ("date", "201511", "no date"),
    ("date", 2015 - 11 - 18, "in quotation marks"),
    ("classify", [["office-note", "leak"], ["office_note", "finding"]], "stands there twice"),
    ("match", {"bote-9": "post-8", "Talbote": "phare-9"}, "stands there twice"),
    ("match", {"bote-9": "x"}, "is no option here"),
    ("order", "2. gauge 1. post-8 3. phare-9", "is no item"),
    ("order", {"gauge": 1, "post-8": 1, "phare-9": 2}, "a list keeps its order"),
    ("grade_with_grounds", {"grade": "D or E", "grounds": ["gauge"]}, "a letter A to F"),
    ("grade_with_grounds", "A source like this", "is no record"),
    ("matrix_cells", [["rust", "flood", "C"], ["rust", "flood", "I"]], "marked twice"),
    ("matrix_cells", {"rust": ["C"]}, "rows with their marks"),
]


@pytest.mark.parametrize(("kind", "value", "why"), REFUSED)
def test_what_a_kind_cannot_read_it_says(kind: str, value: Any, why: str) -> None:
    """The sentence says what is wrong and what is read; near misses are suggested."""
    assert why in reading(kind, value)


def test_a_unit_is_read_and_percent_is_a_unit() -> None:
    """ "12 km" and 12 are the same where the question asks for km; "3 %" is 3 for percent."""
    assert reading("number", "12 km", unit="km") == reading("number", 12, unit="km") == 12
    assert "in km" in reading("number", "12 miles", unit="km")
    for form in ("3 %", 3, "3", "3 in 100"):
        assert reading("number", form, unit="%") == 3


def test_part_of_a_list_earns_part_of_the_points() -> None:
    """Several, sorting and order give shares; taking everything does not pay."""

    def judged(kind: str, value: Any) -> Any:
        return KINDS[kind].judge(BY_KIND[kind], value)

    assert judged("choose_several", ("gauge",)).share == Fraction(1, 2)
    assert judged("choose_several", ("gauge",)).outcome is Outcome.PARTLY
    assert judged("choose_several", ("gauge", "flight", "post-8", "bote-9")).share == 0
    assert judged("classify", {"office-note": "statement"}).share == Fraction(1, 2)
    assert judged("order", ("phare-9", "gauge", "post-8")).share == Fraction(1, 2)
    assert judged("order", ("phare-9", "post-8", "gauge")).outcome is Outcome.NOT_YET


def test_a_grade_needs_grounds_that_bear_it_out() -> None:
    """A range is right; half is earned by a grade whose grounds do not fit, none by the rest."""

    def judged(grade: str, *grounds: str) -> Any:
        question = BY_KIND["grade_with_grounds"]
        return KINDS["grade_with_grounds"].judge(question, Graded(grade, grounds))

    for grade, ground in (("F", "post-8"), ("E", "post-8"), ("D", "gauge")):
        assert judged(grade, ground).outcome is Outcome.RIGHT
    assert judged("D", "post-8").share == Fraction(1, 2)
    assert judged("F", "post-8", "bote-9").outcome is Outcome.PARTLY
    assert judged("B", "post-8").share == 0


@pytest.mark.parametrize(
    ("high", "low", "holds"),
    [("B2", "C3", {"B2", "B3", "C2", "C3"}), ("2", "4", {"2", "3", "4"}), ("F6", "F6", {"F6"})],
)
def test_a_range_of_grades_holds_every_grade_in_it(high: str, low: str, holds: set[str]) -> None:
    """Letters, figures and pairs make ranges; the middle may rest on what bears out an end."""
    kind = KINDS["grade_with_grounds"]
    question = replace(BY_KIND["grade_with_grounds"], answer=None)
    read = kind.read_key(question, {"high": high, "low": low})
    assert isinstance(read, Read)
    assert set(read.value.grades) == holds


def test_what_only_a_key_may_say_is_no_answer() -> None:
    """On a paper without a key, a range or a list of marks is refused as it is when graded."""
    for kind, value in (
        ("likelihood", ["likely", "unlikely"]),
        ("grade_with_grounds", {"high": "D", "low": "E"}),
        ("matrix_cells", {"rust": {"flood": ["C", "I"]}}),
    ):
        assert isinstance(reading(kind, value, answer=None), str), kind


def test_a_rewrite_is_never_scored_for_style() -> None:
    """Clumsy words with a speaker and a standing are right; a length is only remarked on."""
    kind, question = KINDS["rewrite"], BY_KIND["rewrite"]
    clumsy = "gates open it was, ostrel post says, so the watchman, unverified"
    assert kind.judge(question, clumsy).outcome is Outcome.RIGHT
    long = kind.judge(question, clumsy + " and so on" * 40)
    assert long.outcome is Outcome.RIGHT
    flagged = kind.judge(question, "The keepers murdered the valley. Unverified, Ostrel Post.")
    assert flagged.share == Fraction(2, 3)
    assert "“murdered”" in flagged.details[0]


def test_several_marks_and_several_steps_can_be_right() -> None:
    """A cell accepts what can be argued for, and so does a likelihood with several steps."""
    cells, word = KINDS["matrix_cells"], KINDS["likelihood"]
    for mark in ("C", "CC"):
        given = {"high-water": {"flood": (mark,), "gates": ("N",)},
                 "rust": {"flood": ("N",), "gates": ("II",)}}  # fmt: skip
        assert cells.judge(BY_KIND["matrix_cells"], given).outcome is Outcome.RIGHT
    wide = replace(BY_KIND["likelihood"], answer=("likely", "very likely"))
    assert word.judge(wide, ("very likely",)).outcome is Outcome.RIGHT
    assert word.judge(wide, ("unlikely",)).outcome is Outcome.NOT_YET
    uk = replace(BY_KIND["likelihood"], yardstick="phia", answer=None)
    assert word.read(uk, "22 %") == Unread(
        'It falls between "highly unlikely" (10–20 %) and "unlikely" (25–35 %); the steps are '
        "remote chance, highly unlikely, unlikely, realistic possibility, likely, highly likely, "
        "almost certain"
    )


def test_a_text_is_looked_at_for_structure_only() -> None:
    """Length, a named source, and wording are remarked on; the outcome is the same."""
    kind, question = KINDS["free_text"], BY_KIND["free_text"]
    short = kind.judge(question, "Papers copied.")
    sound = kind.judge(question, "Ostrel Post wrote first and the others copied it. " * 4)
    assert short.outcome is sound.outcome is Outcome.FOR_INSTRUCTOR
    assert "2 words" in short.details[0]
    assert "names no source" in short.details[1]
    assert sound.details == ()
    assert short.share == sound.share == 0


@pytest.mark.parametrize(("value", "sure"), [(80, 80), (0.8, 80), ("80 %", 80), ("80", 80), (1, 1)])
def test_confidence_is_read(value: Any, sure: int) -> None:
    """How sure somebody is, in percent or as a share."""
    assert read_confidence(value) == sure


@pytest.mark.parametrize("value", [101, -1, "very", True, ("a",), ...])
def test_other_confidence_is_refused(value: Any) -> None:
    """Anything else brings the sentence that asks for a number."""
    assert isinstance(read_confidence(value), Unread)


KEYS = ["gauge", "office-note", "x", "grade", "grounds", "high", "rust", "flood", "bote-9"]
values = st.recursive(
    st.text(max_size=20) | st.integers(-(10**9), 10**9) | st.booleans() | st.just(...)
    | st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12)
    | st.sampled_from(["gauge", "post-8", "B", "finding", "3 in 100", "4 April 2031", "one"])
    | st.sampled_from(["F", "B2", "CC", "likely", "bote-9 -> post-8", "F because post-8"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@given(st.sampled_from(sorted(KINDS)), values)
def test_no_kind_raises(kind: str, value: Any) -> None:
    """Any literal is read and judged, or refused with a sentence."""
    question = BY_KIND[kind]
    found = KINDS[kind].read(question, read_value(value))
    if isinstance(found, Unread):
        assert found.why
    else:
        judged = KINDS[kind].judge(question, found.value)
        assert 0 <= judged.share <= 1
        assert (judged.share == 1) == (judged.outcome is Outcome.RIGHT)


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize(
    "value", [[[{}]], [{}], [{"a": {}}], {"a": [[{}]]}, [[[["B"]]]], {1: {2: 3}}]
)
def test_brackets_in_brackets_break_no_kind(kind: str, value: Any) -> None:
    """What a slip with brackets leaves behind is read or refused, in every kind."""
    assert isinstance(KINDS[kind].read(BY_KIND[kind], read_value(value)), (Read, Unread))


@given(st.text(max_size=100))
def test_any_text_is_a_numeral_or_none(text: str) -> None:
    """No text breaks the reading of numbers."""
    assert read_numeral(text) is None or isinstance(read_numeral(text), tuple)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_example_can_be_read_and_is_not_the_key(kind: str) -> None:
    """The line that shows the form of an answer gives no answer away."""
    from mediakit.answers import collect, read_source

    question = BY_KIND[kind]
    line = KINDS[kind].example(question).replace(", …", "")
    answer = collect(read_source(line), [question.id])[question.id]
    found = KINDS[kind].read(question, answer.value)
    assert isinstance(found, Read)
    assert KINDS[kind].judge(question, found.value).outcome is not Outcome.RIGHT
