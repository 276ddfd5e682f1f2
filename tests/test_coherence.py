"""Coherence repair and averaging."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.coherence import average, coherent

chances = st.floats(0, 1)
sets = st.lists(chances, min_size=1, max_size=8)
classes = st.integers(2, 5).flatmap(
    lambda n: st.lists(st.lists(chances, min_size=n, max_size=n), min_size=1, max_size=6)
)


@given(sets)
def test_repaired_chances_sum_to_one(given_chances: list[float]) -> None:
    """To a billionth, and every one lies between 0 and 1."""
    values = coherent(given_chances).values.values()
    assert sum(values) == pytest.approx(1, abs=1e-9)
    assert all(0 <= value <= 1 + 1e-12 for value in values)


@given(sets)
def test_repairing_twice_changes_nothing(given_chances: list[float]) -> None:
    """What sums to one comes back as it is."""
    once = coherent(given_chances).values
    assert coherent(once).values == once


@given(sets)
def test_repair_keeps_the_order(given_chances: list[float]) -> None:
    """What was thought likelier is never made less likely than the other."""
    values = list(coherent(given_chances).values.values())
    for a, after_a in zip(given_chances, values, strict=True):
        for b, after_b in zip(given_chances, values, strict=True):
            assert a < b or after_a >= after_b


@given(
    st.integers(1, 6).flatmap(lambda n: st.tuples(*[st.lists(chances, min_size=n, max_size=n)] * 2))
)
def test_no_coherent_set_is_nearer(pair: tuple[list[float], list[float]]) -> None:
    """Any other chances that sum to one are as far from what was given, or farther."""
    given_chances, other = pair
    weight = sum(other) or 1.0
    other = [o / weight for o in other] if sum(other) else [1.0, *other[1:]]
    nearest = list(coherent(given_chances).values.values())
    assert _distance(given_chances, nearest) <= _distance(given_chances, other) + 1e-9


def _distance(one: list[float], other: list[float]) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)))


def test_a_sum_of_130_percent_is_shared_out() -> None:
    """Ten points off each, and the repr says what the sum was."""
    found = coherent({"fire": "60 %", "collision": 0.5, "neither": "1 in 5"})
    assert list(found.values.values()) == pytest.approx([0.5, 0.4, 0.1])
    assert found.total == pytest.approx(1.3)
    assert "They summed to 130 %" in repr(found)
    assert "nearest" in found.why()


def test_an_explanation_does_not_fall_below_zero() -> None:
    """What would fall below stays at 0, and the others share the rest."""
    assert list(coherent([0.9, 0.9, 0.1]).values.values()) == pytest.approx([0.5, 0.5, 0])


def test_a_coherent_set_is_told_so() -> None:
    """Nothing was changed."""
    assert repr(coherent([0.3, 0.7])) == "They sum to 100 % already: 1 30 %, 2 70 %."


@given(classes)
def test_the_average_sums_to_one(judgements: list[list[float]]) -> None:
    """Means of coherent chances are coherent."""
    assert sum(average(judgements).values.values()) == pytest.approx(1, abs=1e-9)


@given(classes)
def test_repair_and_averaging_never_add_error(judgements: list[list[float]]) -> None:
    """Whatever the answer is: repaired is no worse than given, averaged no worse than that."""
    for answer in map(str, range(1, len(judgements[0]) + 1)):
        given_error, repaired, averaged = average(judgements, answer).errors
        assert averaged <= repaired + 1e-9
        assert repaired <= given_error + 1e-9


def test_the_average_shows_the_errors_of_a_settled_question() -> None:
    """As given, repaired, and averaged; none without an answer."""
    people = [{"fire": 0.9, "other": 0.5}, {"fire": 0.4, "other": 0.6}]
    assert average(people, "fire").errors == pytest.approx((0.49, 0.45, 0.405))
    assert "0.405 repaired and averaged" in repr(average(people, "fire"))
    assert average(people).errors == ()
    assert "2 judgements, of which 1 did not sum" in average(people).why()


def test_an_empty_set_of_chances_is_refused() -> None:
    """One chance for each explanation."""
    with pytest.raises(ValueError, match="there is no chance in it; give one for each"):
        coherent({})


@pytest.mark.parametrize("wrong", [0.5, "0.5", None])
def test_what_is_no_set_of_chances_is_refused(wrong: object) -> None:
    """The message shows a dict and a list."""
    with pytest.raises(TypeError, match=r"is not a set of chances; write a dict such as"):
        coherent(wrong)  # type: ignore[arg-type]


def test_a_chance_that_cannot_be_read_names_its_explanation() -> None:
    """The message begins with the explanation."""
    with pytest.raises(ValueError, match="fire: 'often' is not a chance"):
        coherent({"fire": "often"})


def test_an_empty_class_is_refused() -> None:
    """No judgement, no average."""
    with pytest.raises(ValueError, match="judgements: the list is empty"):
        average([])


def test_judgements_on_other_explanations_are_refused() -> None:
    """The message says whose and which."""
    with pytest.raises(ValueError, match="judgement 2 is on fire, storm and the first on fire, o"):
        average([{"fire": 0.5, "other": 0.5}, {"fire": 0.5, "storm": 0.5}])


def test_an_answer_that_is_no_explanation_lists_them() -> None:
    """With a guess at what was meant."""
    with pytest.raises(LookupError, match="no explanation called 'fier'; did you mean 'fire'"):
        average([{"fire": 0.5, "other": 0.5}], answer="fier")
