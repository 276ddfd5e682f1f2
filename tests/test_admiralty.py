"""Grading in two steps, and the comparison with a key of ranges."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.admiralty import AdmiraltyGrade, cohen_kappa, grade_report
from mediakit.scales import Credibility, Reliability

LETTERS = st.sampled_from("ABCDEF")
FIGURES = st.sampled_from("123456")


def test_the_second_step_hides_the_first() -> None:
    """Nothing that can be printed or asked in step 2 tells a grade of step 1."""
    cards = AdmiraltyGrade(["one", "two"]).grade_source("one", "B").grade_source("two", "E")
    assert cards.step == 2
    for shown in (repr(cards), repr(cards.grade_information("one", 3))):
        assert "put away" in shown
        assert "B" not in shown
        assert "E" not in shown
    with pytest.raises(ValueError, match="shown together when both steps are done"):
        cards.grades  # noqa: B018 - reading it is the point


def test_both_grades_come_back_when_both_steps_are_done() -> None:
    """Then each card has its two judgements."""
    cards = AdmiraltyGrade(["one"]).grade_source("one", "f").grade_information("one", "2")
    assert cards.step == 3
    assert cards.grades["one"] == (Reliability.F, Credibility.PROBABLY_TRUE)
    assert repr(cards) == "Both steps done: one F2"


def test_items_wait_for_the_sources() -> None:
    """The first step comes first, and what is left is named."""
    cards = AdmiraltyGrade(["one", "two"]).grade_source("one", "B")
    with pytest.raises(ValueError, match="grade every source before any item; still to do: two"):
        cards.grade_information("one", 2)


def test_a_source_can_be_changed_in_its_own_step_only() -> None:
    """In step 1 a grade can be mended; afterwards it is put away."""
    cards = AdmiraltyGrade(["one", "two"]).grade_source("one", "B").grade_source("one", "C")
    cards.grade_source("two", "A")
    with pytest.raises(ValueError, match="are put away, so 'one' cannot be graded again"):
        cards.grade_source("one", "D")


def test_a_finished_set_stays_as_it_is() -> None:
    """A grade that has seen the other one is no longer apart."""
    cards = AdmiraltyGrade(["one"]).grade_source("one", "B").grade_information("one", 2)
    with pytest.raises(ValueError, match="both steps are done; start a new set"):
        cards.grade_information("one", 3)


def test_a_set_needs_cards() -> None:
    """No cards, no grading."""
    with pytest.raises(ValueError, match="there is no card to grade"):
        AdmiraltyGrade([])


def test_a_wrong_card_lists_the_right_ones() -> None:
    """With a guess."""
    with pytest.raises(LookupError, match="did you mean 'card 1'"):
        AdmiraltyGrade(["card 1", "card 2"]).grade_source("card1", "B")


def test_the_share_on_the_diagonal_leaves_out_what_cannot_be_judged() -> None:
    """F6 is no step on any diagonal."""
    found = grade_report({"a": "A", "b": "B", "c": "C", "d": "F"}, {"a": 1, "b": 4, "c": 3, "d": 6})
    assert (found.cards, found.judged, found.diagonal) == (4, 3, 2)
    assert found.share == pytest.approx(2 / 3)
    assert repr(found) == "2 of 3 cards have the same step on both scales; 1 more hold an F or a 6"
    assert found.kappa_reliability is None


def test_without_a_judged_card_there_is_no_share() -> None:
    """None, not zero."""
    assert grade_report({"a": "F"}, {"a": 6}).share is None


def test_a_grade_inside_the_range_agrees() -> None:
    """The key is a range because careful people differ by a step."""
    key = {"a": ("A-C", "2-3"), "b": ("D-E", "4-5, 6")}
    found = grade_report({"a": "B", "b": "D"}, {"a": 3, "b": 6}, key)
    assert (found.agree_reliability, found.agree_credibility) == (2, 2)
    assert found.kappa_reliability == found.kappa_credibility == 1.0
    assert found.why() == "No card lies outside the key."


def test_a_low_grade_where_nothing_can_be_judged_is_explained() -> None:
    """The slip that the lesson is about: a first report is F, not E."""
    found = grade_report({"a": "E"}, {"a": 5}, {"a": ("F", "5")})
    assert found.agree_reliability == 0
    assert "There is no basis to judge here, which is not a low grade." in found.why()
    assert "kappa cannot be computed" in repr(found)


def test_f_where_there_is_a_record_is_explained() -> None:
    """The other way round there is something to look at."""
    found = grade_report({"a": "F"}, {"a": 5}, {"a": ("B", "2")})
    assert "There is a basis to judge here" in found.why()
    assert "a: 5 (improbable) was given; the key holds 2 (probably true)." in found.why()


def test_the_report_works_from_the_two_steps() -> None:
    """The set of cards hands its grades on."""
    cards = AdmiraltyGrade(["a"]).grade_source("a", "B").grade_information("a", 2)
    assert cards.report({"a": ("B", "2")}).agree_reliability == 1
    assert cards.report().diagonal == 1


@pytest.mark.parametrize(
    ("credibility", "key", "what"),
    [({"b": 1}, None, "the grades of the items"), ({"a": 1}, {"b": ("A", "1")}, "the key")],
)
def test_other_cards_are_named(credibility: Any, key: Any, what: str) -> None:
    """Two lists about different cards cannot be compared."""
    with pytest.raises(ValueError, match=f"{what} and the grades .* only one of them holds: a, b"):
        grade_report({"a": "A"}, credibility, key)


def test_nothing_to_compare_is_said() -> None:
    """An empty set of grades."""
    with pytest.raises(ValueError, match="there are no grades to compare"):
        grade_report({}, {})


def test_kappa_agrees_with_a_worked_example() -> None:
    """20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: agreement 0.7, by chance 0.5, kappa 0.4."""
    first = "y" * 25 + "n" * 25
    second = "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15
    assert cohen_kappa(first, second) == pytest.approx(0.4)


@given(st.lists(st.tuples(LETTERS, LETTERS), min_size=1, max_size=12))
def test_kappa_keeps_its_bounds(pairs: list[tuple[str, str]]) -> None:
    """At most 1, which means the same label throughout; the same both ways round."""
    first, second = zip(*pairs, strict=True)
    kappa = cohen_kappa(first, second)
    assert kappa == cohen_kappa(second, first)
    if kappa is not None:
        assert -1 <= kappa <= 1
        assert (kappa == 1) == (first == second)


@given(st.lists(st.tuples(LETTERS, FIGURES), min_size=1, max_size=12))
def test_a_key_of_the_own_grades_agrees_throughout(pairs: list[tuple[str, str]]) -> None:
    """Whatever was given, it lies within itself."""
    cards = {f"card {n}": pair for n, pair in enumerate(pairs)}
    letters = {card: pair[0] for card, pair in cards.items()}
    figures = {card: pair[1] for card, pair in cards.items()}
    found = grade_report(letters, figures, cards)
    assert found.agree_reliability == found.agree_credibility == len(cards)
    assert found.outside == ()
    assert found.kappa_reliability in (1.0, None)
