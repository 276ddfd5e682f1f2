"""Estimates from synthetic cases: they hold the drawn truth about as often as they say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.records import DatedNote, Source, SourceKind, When
from mediakit.synthetic import synthetic_case
from mediakit.synthetic.coverage import coverage
from mediakit.synthetic.estimate import answer_chances, rate_range
from mediakit.synthetic.words import past_note
from tests.coverage_synthetic import main


def with_record(right: int, wrong: int) -> Source:
    """A source with so many checked reports."""
    notes = [past_note(n, n < right) for n in range(right + wrong)]
    dated = tuple(DatedNote(When(date(2015, 1, 1)), text) for text in notes)
    return Source("quill", "Ada Quillon", SourceKind.PERSON, record=dated)


def test_range_of_a_known_record() -> None:
    """Nine right of ten: the ends of the 80 % range solve 11 x^10 - 10 x^11 = 0.1 and 0.9."""
    found = rate_range(with_record(9, 1))
    assert (found.right, found.checked) == (9, 10)
    ends = [11 * x**10 - 10 * x**11 for x in (found.low or 0, found.high or 0)]
    assert ends == pytest.approx([0.1, 0.9])
    assert "9 of 10 checked reports were right" in repr(found)
    assert "Ada Quillon" in found.why()


def test_no_record_cannot_be_judged() -> None:
    """Without a checked report there is no range, which is not the same as a low one."""
    found = rate_range(with_record(0, 0))
    assert (found.low, found.high) == (None, None)
    assert "cannot be judged" in repr(found)


@given(st.integers(0, 40), st.integers(0, 40))
def test_range_lies_around_the_record_and_narrows_with_the_share(right: int, wrong: int) -> None:
    """Ends between 0 and 1, in order, and a smaller share gives a narrower range inside."""
    if right + wrong == 0:
        return
    wide, narrow = rate_range(with_record(right, wrong)), rate_range(with_record(right, wrong), 0.5)
    ends = [wide.low, narrow.low, narrow.high, wide.high]
    assert all(end is not None for end in ends)
    assert ends == sorted(ends, key=lambda end: end or 0.0)
    assert 0 <= (wide.low or 0) < (wide.high or 0) <= 1


def test_one_more_right_report_moves_the_range_up() -> None:
    """More right reports, a higher range; more wrong ones, a lower one."""
    lows = [rate_range(with_record(right, 5)).low or 0 for right in range(12)]
    highs = [rate_range(with_record(5, wrong)).high or 0 for wrong in range(12)]
    assert lows == sorted(lows)
    assert highs == sorted(highs, reverse=True)


def test_chances_sum_to_one_and_rest_on_counts() -> None:
    """The chances share out one; copies count in the naive figure alone."""
    case = synthetic_case(12)
    found = answer_chances(case.as_of(case.replay[-2].on))
    for counted in (found.collapsed, found.naive):
        assert sum(counted.values()) == pytest.approx(1)
    assert all(found.origins[one] <= found.reports[one] for one in found.origins)
    assert found.leader in found.collapsed
    assert "counted alike" in repr(found)
    assert "cannot be judged" in found.why()


def test_chances_are_for_synthetic_cases_only() -> None:
    """A case that was not drawn by the program gets no chances."""
    with pytest.raises(ValueError, match="synthetic cases only"):
        answer_chances(mk.load_case("larkhaven"))
    with pytest.raises(LookupError, match="nobody has answered"):
        answer_chances(synthetic_case(1).as_of("2001-01-01").as_of("2001-01-01"), "main")


def test_ranges_hold_the_truth_about_as_often_as_they_say() -> None:
    """A seeded share of the benchmark, with the wider bounds that fewer cases need."""
    found = coverage(range(120))
    assert 0.7 <= found.covered <= 0.9
    held, ranges = found.every_rate
    assert 0.75 <= held / ranges <= 0.86
    assert found.origins[0] / found.origins[1] >= 0.9


def test_counting_origins_beats_counting_reports() -> None:
    """Chances that count every report alike are further from the truth."""
    found = coverage(range(120))
    assert (found.by_origins.score or 1) < (found.by_reports.score or 0)
    right, mean = found.leaders_right
    assert abs(right / found.cases - mean) < 0.1


def test_no_seeds_is_an_error() -> None:
    """Nothing to look at is said plainly."""
    with pytest.raises(ValueError, match="there are no seeds"):
        coverage([])


def test_benchmark_prints_its_figure(capsys: pytest.CaptureFixture[str]) -> None:
    """The benchmark prints the share of cases held, and what it means."""
    main(["60"])
    out = capsys.readouterr().out
    assert "held the true rate in" in out
    assert "of 60 cases" in out


@pytest.mark.full
def test_benchmark_at_full_size(capsys: pytest.CaptureFixture[str]) -> None:
    """Over 500 cases the 80 % ranges hold the true rate in 75 to 85 % of them."""
    assert main([]) == 0
    assert "500 synthetic cases" in capsys.readouterr().out
