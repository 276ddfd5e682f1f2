"""The three scales: what they read, how they order, and what cannot be judged."""

from __future__ import annotations

import operator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.scales import (
    Consistency,
    Credibility,
    Grades,
    Reliability,
    grade,
    read_marks,
    read_range,
)

CANNOT_BE_JUDGED = [Reliability.F, Credibility.CANNOT_BE_JUDGED, Consistency.NA]
COMPARISONS: list[Any] = [
    operator.lt,
    operator.le,
    operator.gt,
    operator.ge,
    Reliability.better_than,
]
SCALES: list[type[Any]] = [Reliability, Credibility, Consistency]


@pytest.mark.parametrize("typed", ["b", "B", " b ", "B.", "usually reliable", "Usually Reliable"])
def test_reliability_reads_what_a_person_types(typed: str) -> None:
    """A letter in either case or the words of the scale give the same grade."""
    assert Reliability(typed) is Reliability.B


@pytest.mark.parametrize("typed", [2, "2", " 2", "probably true", "２"])
def test_credibility_reads_figures_and_words(typed: object) -> None:
    """A figure may be typed as a number or as text."""
    assert Credibility(typed) is Credibility.PROBABLY_TRUE


@pytest.mark.parametrize("typed", ["na", "N/A", "not applicable", "NA"])
def test_na_is_read_in_its_usual_spellings(typed: str) -> None:
    """The mark for "does not bear on it" has several spellings."""
    assert Consistency(typed) is Consistency.NA


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("typed", ["G", "0", "", "good", "None", "..."])
def test_a_wrong_grade_is_answered_with_the_right_ones(
    scale: type[Reliability], typed: str
) -> None:
    """The message names what was typed and every grade that there is."""
    with pytest.raises(ValueError, match="use one of") as caught:
        scale(typed)
    assert repr(typed) in str(caught.value)
    assert all(member.value in str(caught.value) for member in scale)


@pytest.mark.parametrize("mark", CANNOT_BE_JUDGED)
@pytest.mark.parametrize("number", [int, float, lambda mark: mark.step])
def test_cannot_be_judged_is_never_a_number(mark: Reliability, number: Any) -> None:
    """F, 6 and NA raise, in a sentence, when something asks for a number."""
    with pytest.raises(TypeError, match="it is not a number"):
        number(mark)


@pytest.mark.parametrize("mark", CANNOT_BE_JUDGED)
def test_cannot_be_judged_is_neither_better_nor_worse(mark: Reliability) -> None:
    """No grade stands above or below F, 6 or NA, and they stand beside nothing either."""
    for other in type(mark):
        for compare in COMPARISONS:
            with pytest.raises(TypeError, match="not better or worse than anything"):
                compare(mark, other)
            with pytest.raises(TypeError, match="not better or worse than anything"):
                compare(other, mark)


def test_a_list_with_an_ungraded_source_cannot_be_sorted() -> None:
    """Sorting would have to invent a place for F."""
    with pytest.raises(TypeError, match="not better or worse"):
        sorted([Reliability.F, Reliability.A, Reliability.C])


@pytest.mark.parametrize("scale", SCALES)
def test_the_order_is_that_of_the_printed_scale(scale: type[Reliability]) -> None:
    """The best grade comes first when grades are sorted, whatever order they came in."""
    judged = [member for member in scale if member.judged]
    worst_first = judged[::-1]
    assert sorted(worst_first) == judged
    for above, below in pairwise(judged):
        assert above < below
        assert above <= below
        assert below > above
        assert below >= above
        assert above.better_than(below)
        assert not below.better_than(above)
    assert judged[0] <= judged[0]
    assert judged[0] >= judged[0]
    assert not judged[0] < judged[0]
    assert not judged[0] > judged[0]


def test_grades_count_from_the_best_and_marks_from_the_middle() -> None:
    """A and 1 are step 1; the marks of fit run from +2 to -2."""
    assert [int(letter) for letter in Reliability if letter.judged] == [1, 2, 3, 4, 5]
    assert [float(figure) for figure in Credibility if figure.judged] == [1.0, 2.0, 3.0, 4.0, 5.0]
    assert [int(mark) for mark in Consistency if mark.judged] == [2, 1, 0, -1, -2]


def test_a_source_is_not_compared_with_an_item() -> None:
    """The two scales answer two questions."""
    with pytest.raises(TypeError, match="cannot be compared with Credibility 1"):
        Reliability.A.better_than(Credibility.CONFIRMED)


@given(st.sampled_from(Reliability), st.sampled_from(Credibility), st.sampled_from(["", " ", "/"]))
def test_every_pair_is_read_as_two_judgements(
    letter: Reliability, figure: Credibility, between: str
) -> None:
    """A pair falls into its two parts, and each part is a grade of its own scale."""
    pair = grade(f"{letter.value.lower()}{between}{figure.value}")
    assert pair == Grades(letter, figure)
    assert "two judgements" in repr(pair)


@pytest.mark.parametrize("typed", ["B", "2", "2B", "BB2", "", "B22"])
def test_half_a_pair_is_answered_with_the_form(typed: str) -> None:
    """The message shows how a pair is written."""
    with pytest.raises(ValueError, match="is not a pair of grades; write a letter A to F"):
        grade(typed)


@pytest.mark.parametrize(("typed", "fault"), [("G2", "scale of reliability"), ("B7", "credib")])
def test_a_pair_names_the_half_that_is_off(typed: str, fault: str) -> None:
    """Only the wrong half is complained about."""
    with pytest.raises(ValueError, match=fault):
        grade(typed)


def test_ranges_hold_the_grades_between_their_ends() -> None:
    """A span holds both ends; what cannot be judged stands apart."""
    assert read_range(Reliability, "B-D") == (Reliability.B, Reliability.C, Reliability.D)
    assert read_range(Credibility, "2–3, 6") == tuple(Credibility(n) for n in (2, 3, 6))
    assert read_range(Credibility, 4) == (Credibility.DOUBTFUL,)
    assert read_range(Reliability, "F") == (Reliability.F,)


@pytest.mark.parametrize("typed", ["E-F", "A-B-C", "F-A"])
def test_a_range_cannot_run_into_what_cannot_be_judged(typed: str) -> None:
    """F is no step after E."""
    with pytest.raises(ValueError, match="'cannot be judged' is written apart, like 'D-E, F'"):
        read_range(Reliability, typed)


def test_a_backward_range_is_shown_the_right_way_round() -> None:
    """The message holds the range as it should be."""
    with pytest.raises(ValueError, match="runs backwards; write the better grade first, like 'B-D"):
        read_range(Reliability, "D-B")


def test_a_wrong_mark_in_a_set_names_its_item() -> None:
    """With twelve cards one wants to know which."""
    with pytest.raises(ValueError, match="for 'card 3': 'good' is not on the scale"):
        read_marks(Reliability, {"card 1": "B", "card 3": "good"})
