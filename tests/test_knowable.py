"""What was public at the end of a day, in text."""

from __future__ import annotations

from datetime import timedelta

import pytest

import mediakit as mk
from mediakit.knowable import known_on
from tests.later import LATER, poisoned

CASES = ["metrojet", "larkhaven", "horizon", "bulk-records"]


@pytest.mark.parametrize("name", CASES)
def test_counts_are_those_of_the_cut(name: str) -> None:
    """The line of code at the end gives the same numbers as the text."""
    case = mk.load_case(name)
    for stop in case.replay:
        known, cut = known_on(case, stop.on), case.as_of(stop.on)
        assert (known.officials, known.reports) == (len(cut.officials), len(cut.documents))
        assert known.code == f'case.as_of("{stop.on}")'
        assert set(known.new) <= set(cut.officials.values())


@pytest.mark.parametrize("name", CASES)
def test_nothing_later_is_told(name: str) -> None:
    """A case whose later records say other things gives the same text on every day."""
    case = mk.load_case(name)
    for stop in case.replay:
        for day in (stop.on - timedelta(1), stop.on, stop.on + timedelta(1)):
            text = repr(known_on(poisoned(case, day), day))
            assert LATER not in text
            # a later stop may have moved, an earlier one may not: the text stays as it is
            assert text == repr(known_on(case, day))


def test_more_is_known_as_days_go_by() -> None:
    """Counts never fall, and no item is new twice."""
    case = mk.load_case("metrojet")
    days = [known_on(case, stop.on) for stop in case.replay]
    assert [d.officials for d in days] == sorted(d.officials for d in days)
    told = [item.id for d in days for item in d.new]
    assert len(told) == len(set(told))


def test_what_bears_on_side_matters_only_is_not_told() -> None:
    """An older inquest about another matter is counted, and the first stop does not list it."""
    first = known_on(mk.load_case("metrojet"), "2015-10-31")
    assert {item.id for item in first.new} == {"sokolov-first-day", "egypt-pm-first-day"}
    assert first.officials > len(first.new)


def test_a_cut_case_goes_no_further_than_its_day() -> None:
    """A later day is answered with the last day there is, and says so."""
    known = known_on(mk.load_case("metrojet").as_of("2015-12-26"), "2020-03-04")
    assert "This copy of the case ends on 26 December 2015." in repr(known)
    assert known.code == 'case.as_of("2015-12-26")'


def test_the_ids_behind_it_are_named() -> None:
    """A reader can look up each item, and a day without news says none."""
    ferry = mk.load_case("larkhaven")
    assert known_on(ferry, "2019-04-24").why() == "Records: company-note."
    assert known_on(ferry, "2019-03-20").why() == "Records: none."
