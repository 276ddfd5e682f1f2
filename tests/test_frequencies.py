"""Natural frequencies: one sentence, one table and one icon array that agree."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.frequencies import largest_remainder, natural_frequency

chances = st.floats(0, 1, allow_nan=False)
numbers = st.integers(1, 100_000)


@given(chances, chances, chances, numbers)
def test_whole_claims_always_sum_to_the_number_thought_of(
    prior: float, hit: float, alarm: float, people: int
) -> None:
    """No rounding loses a claim or finds one more."""
    found = natural_frequency(prior, hit, alarm, people)
    assert sum(count for _, count in found.icons) == people
    assert found.table[-1][3] == people


@given(chances, chances, chances)
def test_the_exact_chance_is_that_of_bayes(prior: float, hit: float, alarm: float) -> None:
    """Before rounding, the chance equals Bayes' rule to a billionth."""
    found = natural_frequency(prior, hit, alarm)
    both = prior * hit + (1 - prior) * alarm
    if both > 1e-300:
        assert found.posterior == pytest.approx(prior * hit / both, abs=1e-9)


@given(chances, chances, chances, numbers)
def test_every_group_is_less_than_one_claim_away_from_exact(
    prior: float, hit: float, alarm: float, people: int
) -> None:
    """Largest remainders move no group by a whole claim."""
    found = natural_frequency(prior, hit, alarm, people)
    assert abs(found.true_with - people * prior * hit) < 1 + 1e-6
    assert abs(found.false_with - people * (1 - prior) * alarm) < 1 + 1e-6


@given(chances, chances, chances, numbers)
def test_the_sentence_the_table_and_the_icons_agree(
    prior: float, hit: float, alarm: float, people: int
) -> None:
    """The same four numbers stand in all three, and the table's sums are sums."""
    found = natural_frequency(prior, hit, alarm, people)
    (_, a, b, n), (_, c, d, m), (_, e, f, total) = found.table
    assert [count for _, count in found.icons] == [a, b, c, d]
    assert (a + b, c + d, a + c, b + d, n + m) == (n, m, e, f, total)
    assert f"{a:,} of those" in found.sentence
    assert f"{c:,} of those" in found.sentence
    assert found.sentence in repr(found)


def test_the_lesson_numbers_come_out_in_words() -> None:
    """Ten true among a thousand, 107 reports, eight of them true."""
    found = natural_frequency(0.01, 0.8, 0.1)
    assert [count for _, count in found.icons] == [8, 2, 99, 891]
    assert "8 of these 107 are true" in found.sentence
    assert found.posterior == pytest.approx(8 / 107, abs=1e-12)


def test_chances_are_read_as_people_write_them() -> None:
    """Percent, "in" and decimals give one and the same finding."""
    assert natural_frequency("1 %", "8 in 10", "1/10") == natural_frequency(0.01, 0.8, 0.1)


def test_a_report_that_never_comes_cannot_be_judged() -> None:
    """Where nothing brings the report there is no chance, and no zero in its place."""
    found = natural_frequency(0.5, 0, 0)
    assert found.posterior is None
    assert "cannot be judged" in repr(found)


def test_too_few_claims_are_said_to_be_too_few() -> None:
    """Where rounding leaves no report, or no true one, the sentence asks for more claims."""
    assert "take more claims" in repr(natural_frequency(0.01, 0.5, 0.001, people=10))
    assert "take more claims to see the true ones" in repr(natural_frequency(0.0001, 0.5, 0.1, 100))


def test_one_claim_is_counted_in_the_singular() -> None:
    """One is true, and one brings."""
    assert "1 is true, and 1 of those brings such a report" in repr(
        natural_frequency(0.1, 1, 0, 10)
    )


def test_why_names_the_numbers_and_the_rounding() -> None:
    """The three numbers and the way of rounding are told."""
    why = natural_frequency("1 %", "80 %", "10 %").why()
    assert "80 %" in why
    assert "largest remainders" in why


@pytest.mark.parametrize("people", [0, -1, 2.5, True, "many"])
def test_a_number_of_claims_that_is_no_count_is_refused(people: object) -> None:
    """The message says what fits."""
    with pytest.raises(ValueError, match=r"people: .* is not a whole number of 1 or more"):
        natural_frequency(0.1, 0.5, 0.5, people)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["prior", "hit_rate", "false_alarm_rate"])
def test_a_chance_that_cannot_be_read_is_named(name: str) -> None:
    """The message begins with the argument that is wrong."""
    given_numbers: dict[str, object] = {"prior": 0.1, "hit_rate": 0.5, "false_alarm_rate": 0.5}
    with pytest.raises(ValueError, match=rf"{name}: 'often' is not a chance; write 0.03"):
        natural_frequency(**(given_numbers | {name: "often"}))  # type: ignore[arg-type]


@given(st.lists(st.integers(0, 50), min_size=1, max_size=8), st.integers(1, 500))
def test_largest_remainders_keep_the_sum_and_stay_close(weights: list[int], whole: int) -> None:
    """Whole numbers sum to the whole, and each is less than one from its part."""
    total = sum(weights) or 1
    weights = weights if sum(weights) else [1, *weights[1:]]
    parts = [Fraction(w * whole, total) for w in weights]
    counts = largest_remainder(parts)
    assert sum(counts) == whole
    assert all(abs(count - part) < 1 for count, part in zip(counts, parts, strict=True))
