"""Reports of mobile laboratories in Iraq: an insider was wrong, and governments believed him."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import mediakit as mk
from mediakit.case import Case
from mediakit.records import Standing

from .invariants import ALL, leaders, written


@pytest.fixture(scope="module")
def case() -> Case:
    """The whole case."""
    return mk.load_case("curveball")


@pytest.mark.parametrize("holds", ALL, ids=lambda holds: holds.__name__)
def test_it_is_a_full_case(case: Case, holds: Callable[[Case], None]) -> None:
    """What every transfer case must hold, this one holds."""
    holds(case)


def test_four_cited_sources_are_one_to_four_origins(case: Case) -> None:
    """On the day after the speech a reader could count one origin at least, and no ground."""
    found = mk.corroborate(case.as_of("2003-02-10").claims["plants"])
    assert found.at_least == 1
    assert found.at_most >= 4
    assert not [r for r in found.reports if r.document.ground.value == "own"]


def test_a_hundred_reports_go_back_to_one_man(case: Case) -> None:
    """The chain of the reports to US offices ends with the engineer alone."""
    chain = mk.trace(case.claims["accident"], "dia-reports")
    assert [origin.id for origin in chain.origins] == ["engineer-account"]
    assert mk.corroborate(case.claims["accident"]).at_most == 1


def test_searches_on_the_ground_have_origins_of_their_own(case: Case) -> None:
    """What deserved belief was found twice, by two bodies that both looked themselves."""
    assert mk.corroborate(case.claims["no-trace"]).at_least >= 2


def test_trailers_and_account_confirm_each_other_in_a_circle(case: Case) -> None:
    """The circle is found, and only since the commission described it."""
    claim = "trailers-match"
    assert mk.corroborate(case.claims[claim]).circles
    assert not mk.corroborate(case.as_of("2003-06-01").claims[claim]).circles


def test_his_name_is_not_known_before_it_was_public(case: Case) -> None:
    """Before November 2007 nothing in the case gives the name of the engineer."""
    cut = case.as_of("2007-11-03")
    assert not [text for text in written(cut) if "Janabi" in text]
    assert "his-name" not in cut.claims
    assert "his-name" in case.as_of("2007-11-04").claims


def test_nothing_of_germany_or_the_code_name_leaks_before_the_war(case: Case) -> None:
    """In March 2003 an outsider knew no service, no doubt and no circle."""
    words = " ".join(written(case.as_of("2003-03-17")))
    later = ("German", "BND", "fabricator", "Survey Group", "trailer", "before the war")
    assert not [word for word in later if word in words]


def test_it_came_out_against_the_account(case: Case) -> None:
    """The resolution is false for the plants and true for the searches; motives stay open."""
    assert case.resolution
    assert case.resolution.claims["plants"] == "false"
    assert case.resolution.claims["no-trace"] == "true"
    assert case.claims["wanted-change"].open
    assert case.claims["warned"].open


def test_a_past_deception_did_not_decide_it(case: Case) -> None:
    """That Iraq had hidden a programme is established and fits every explanation alike."""
    status = case.claims["earlier-programme"].status
    assert status
    assert status.standing is Standing.ESTABLISHED
    assert len(set(case.evidence["hidden-before"].marks.values())) == 1


def test_the_right_explanation_leads_in_the_end_and_not_before_the_war(case: Case) -> None:
    """On our marks the made-up account comes first at the end; in February nothing leads."""

    assert leaders(case) == ("made-up",)
    assert len(leaders(case.as_of("2003-02-10"))) > 1
