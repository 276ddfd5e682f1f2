"""The anthrax outbreak in Sverdlovsk: officials were wrong, and the talk was right at its core."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import mediakit as mk
from mediakit.case import Case
from mediakit.records import OfficialKind, Standing

from .invariants import ALL, leaders, written


@pytest.fixture(scope="module")
def case() -> Case:
    """The whole case."""
    return mk.load_case("sverdlovsk")


@pytest.mark.parametrize("holds", ALL, ids=lambda holds: holds.__name__)
def test_it_is_a_full_case(case: Case, holds: Callable[[Case], None]) -> None:
    """What every transfer case must hold, this one holds."""
    holds(case)


def test_meat_is_one_source_in_many_dresses(case: Case) -> None:
    """In 1988 a ministry, a journal, a lecture tour and a reviewer go back to one state."""
    found = mk.corroborate(case.as_of("1988-10-01").claims["meat"])
    assert len(found.reports) >= 4
    assert (found.at_least, found.at_most) == (1, 1)


def test_a_fair_reviewer_is_no_new_origin(case: Case) -> None:
    """The review of September 1988 leads back to the lectures of one side."""
    chain = mk.trace(case.claims["meat"], "meselson-review")
    assert [origin.id for origin in chain.origins] == ["soviet-lectures"]


def test_breathing_it_in_was_found_by_those_who_looked(case: Case) -> None:
    """Tissue is a ground of its own, and the map builds on it and looks for itself."""
    found = mk.corroborate(case.claims["inhaled"])
    assert found.at_least >= 2
    assert case.documents["autopsy-paper"].ground.value == "own"


def test_the_slides_shown_in_1988_were_real_and_told_nothing_apart(case: Case) -> None:
    """Damage in the gut fits every explanation alike; the chest, shown in 1993, does not."""
    assert len(set(case.evidence["guts-in-39"].marks.values())) == 1
    assert case.evidence["chests-in-42"].marks["food"] == "II"
    assert case.evidence["guts-in-39"].origin == case.evidence["chests-in-42"].origin


def test_the_core_was_right_and_details_were_not(case: Case) -> None:
    """Compound and air are true, a thousand dead is false, and what failed stays open."""
    assert case.resolution
    assert case.resolution.claims["airborne-release"] == "true"
    assert case.resolution.claims["meat"] == "false"
    assert case.resolution.claims["thousand-dead"] == "false"
    assert case.claims["explosion"].open
    assert case.claims["filter"].open


def test_no_official_item_is_a_finding(case: Case) -> None:
    """No official body published its evidence; the answer came from scientists."""
    kinds = {o.kind for o in case.officials.values()}
    assert OfficialKind.FINDING not in kinds
    assert len(kinds) >= 3


def test_the_autopsies_leave_the_place_open(case: Case) -> None:
    """In April 1993 meat is out and the place of the air is not yet established."""
    cut = case.as_of("1993-04-01")
    assert cut.claims["inhaled"].status
    assert cut.claims["inhaled"].status.standing is Standing.ESTABLISHED
    assert cut.claims["airborne-release"].status
    assert cut.claims["airborne-release"].status.standing is not Standing.ESTABLISHED
    assert cut.evidence["chests-in-42"].marks["other-air"] == "C"


def test_the_explanations_come_apart_with_the_map(case: Case) -> None:
    """On our marks several explanations share the lead until 1994; then one has it."""
    assert len(leaders(case.as_of("1980-04-01"))) > 1
    assert len(leaders(case.as_of("1993-04-01"))) > 1
    assert leaders(case.as_of("1994-12-01")) == ("from-the-compound",)


def test_nothing_of_tissue_or_map_leaks_into_the_years_before(case: Case) -> None:
    """In 1988 no text speaks of kept tissue, of autopsies or of Boris Yeltsin."""
    words = " ".join(written(case.as_of("1988-10-01")))
    later = ("autops", "Yeltsin", "Alibek", "downwind", "kept tissue", "What failed")
    assert not [word for word in later if word in words]
