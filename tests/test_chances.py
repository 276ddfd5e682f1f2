"""Reading chances, ratios and ranges, and printing them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.chances import (
    Range,
    frequency,
    percent,
    read_count,
    read_probability,
    read_range,
    read_ratio,
)

chances = st.floats(0, 1, allow_nan=False)


@pytest.mark.parametrize(
    "text",
    ["0.03", ".03", "0,03", "3 %", "3%", "3 per cent", "3 percent", "3 in 100", "3 out of 100",
     "3 of 100", "3/100", " 3 in 100 ", "30 in 1,000", "3,0 %"],
)  # fmt: skip
def test_a_chance_is_read_however_it_is_written(text: str) -> None:
    """All of these are three in a hundred."""
    assert read_probability(text) == pytest.approx(0.03, abs=1e-15)


@pytest.mark.parametrize(
    "value", ["often", "", "3 in", "1,2,3", None, True, [0.1], math.nan, "0/0"]
)
def test_what_is_no_chance_brings_the_list_of_what_is(value: object) -> None:
    """One sentence: what was given, and three ways to write it."""
    with pytest.raises(ValueError, match=r"prior: .* is not a chance; write 0.03, '3 %' or '3 in"):
        read_probability(value, "prior")


def test_a_bare_percentage_is_told_how_to_be_written() -> None:
    """60 is not between 0 and 1, and the message shows the percent sign."""
    with pytest.raises(ValueError, match="60 is not between 0 and 1; for percent write '60 %'"):
        read_probability(60)


@pytest.mark.parametrize("value", [-0.1, 101, "120 %", math.inf])
def test_a_chance_outside_its_range_is_refused(value: object) -> None:
    """Nothing is cut to fit."""
    with pytest.raises(ValueError, match="is not between 0 and 1"):
        read_probability(value)


def test_a_blank_chance_is_called_blank() -> None:
    """Dots that are still there are named as dots."""
    with pytest.raises(ValueError, match=r"prior is still blank; in place of the dots write 0.03"):
        read_probability(..., "prior")


@pytest.mark.parametrize(
    ("value", "ratio"), [(3, 3.0), ("3", 3.0), ("1/4", 0.25), ("4:1", 4.0), ("0,5", 0.5)]
)
def test_a_ratio_is_read_however_it_is_written(value: object, ratio: float) -> None:
    """Numbers, fractions and odds."""
    assert read_ratio(value) == ratio


@pytest.mark.parametrize("value", [0, -2, "much", math.inf, math.nan, None, True, "1/0"])
def test_what_is_no_ratio_brings_what_is(value: object) -> None:
    """A ratio of nothing would make the claim impossible for good."""
    with pytest.raises(ValueError, match=r"ratio: .* is not a ratio; write a number above 0"):
        read_ratio(value)


def test_a_blank_ratio_is_called_blank() -> None:
    """Dots that are still there are named as dots."""
    with pytest.raises(ValueError, match="ratio is still blank"):
        read_ratio(...)


@pytest.mark.parametrize("value", [(0.02, 0.05), [0.02, 0.05], "2 % to 5 %", "2 %–5 %"])
def test_a_range_is_read_however_it_is_written(value: object) -> None:
    """Pairs and words."""
    assert read_range(value, "prior", read_probability) == Range(0.02, 0.05)


def test_a_range_that_runs_backwards_is_refused() -> None:
    """The lower end comes first."""
    with pytest.raises(ValueError, match=r"prior: .* runs backwards; write the lower end first"):
        read_range((0.5, 0.2), "prior", read_probability)


@pytest.mark.parametrize("value", [(), (0.1,), (0.1, 0.2, 0.3)])
def test_a_range_has_two_ends(value: object) -> None:
    """One or three numbers are no range."""
    with pytest.raises(ValueError, match=r"is not a range; write two numbers, \(low, high\)"):
        read_range(value, "prior", read_probability)


@pytest.mark.parametrize("value", [-1, 1.5, "nine", True])
def test_what_is_no_count_is_refused(value: object) -> None:
    """Counts are whole."""
    with pytest.raises(ValueError, match=r"reports: .* is not a whole number of 0 or more"):
        read_count(value, "reports")


def test_a_range_is_no_single_number() -> None:
    """Only a range of one number turns into a number."""
    assert float(Range(3, 3)) == 3.0
    with pytest.raises(ValueError, match=r"this is a range, 2 to 4: take its .low or its .high"):
        float(Range(2, 4))


@given(chances)
def test_only_never_and_always_print_as_0_and_100_percent(chance: float) -> None:
    """Rounding makes nothing certain."""
    assert (percent(chance) == "0 %") == (chance == 0)
    assert (percent(chance) == "100 %") == (chance == 1)


@given(chances)
def test_a_printed_percentage_is_near_its_chance(chance: float) -> None:
    """Three figures are right to half a per cent of themselves, or to a tenth of a point."""
    text = percent(chance)
    if not text.startswith(("less", "more")):
        assert read_probability(text) == pytest.approx(chance, rel=0.006, abs=5e-5)


@given(chances)
def test_a_frequency_never_rounds_a_chance_away(chance: float) -> None:
    """Something that can happen is never none in a thousand, down to one in a billion."""
    few, many = frequency(chance).replace(",", "").split(" in ")
    if 1e-9 < chance < 1 - 1e-9:
        assert 0 < int(few) < int(many)


def test_an_unequal_range_prints_once_when_it_rounds_to_the_same() -> None:
    """No "10 to 10"."""
    assert frequency(Range(0.01, 0.01000001)) == "10 in 1,000"
    assert percent(Range(0.01, 0.01000001)) == "1 %"
