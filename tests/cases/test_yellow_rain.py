"""Reports of a yellow rain: officials made a charge that was not borne out, and part stays open."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import mediakit as mk
from mediakit.case import Case
from mediakit.hypotheses import Matrix
from mediakit.rankings import Separation
from mediakit.records import Standing

from .invariants import ALL, leaders, written


@pytest.fixture(scope="module")
def case() -> Case:
    """The whole case."""
    return mk.load_case("yellow-rain")


@pytest.mark.parametrize("holds", ALL, ids=lambda holds: holds.__name__)
def test_it_is_a_full_case(case: Case, holds: Callable[[Case], None]) -> None:
    """What every transfer case must hold, this one holds."""
    holds(case)


def test_many_accounts_have_one_origin(case: Case) -> None:
    """Newspapers, two reports and a study of 2007 all go back to the same camps."""
    found = mk.corroborate(case.claims["rain-attacks"])
    assert len(found.reports) >= 6
    assert (found.at_least, found.at_most) == (1, 1)


def test_poisons_go_back_to_one_laboratory_and_their_absence_to_two(case: Case) -> None:
    """One positive laboratory stands against tests by bodies apart from each other."""
    assert mk.corroborate(case.claims["toxin-in-samples"]).at_most == 1
    assert mk.corroborate(case.claims["not-found-again"]).at_least >= 2


def test_pollen_was_found_by_those_who_disagreed(case: Case) -> None:
    """What deserved belief: two laboratories saw the same, and explained it differently."""
    cut = case.as_of("1983-07-01")
    assert mk.corroborate(cut.claims["pollen"]).at_least == 2
    assert "laid-out" in case.documents["australian-report"].says
    assert "bees" in case.documents["bee-announcement"].says


def test_the_spots_are_settled(case: Case) -> None:
    """Something natural leads among the spots from 1984 on, and nothing leads before."""
    assert case.resolution
    assert case.resolution.claims["bees"] == "true"
    assert case.resolution.claims["spots-from-weapon"] == "false"
    assert len(leaders(case.as_of("1982-12-31"))) > 1
    assert leaders(case.as_of("1984-05-01")) == ("natural",)


def test_the_question_of_attacks_stays_open_and_is_not_ranked(case: Case) -> None:
    """On the open question the marks show what separates the accounts, and no order."""
    assert case.questions["attacks"].open
    assert case.claims["toxin-attacks"].open
    matrix = Matrix(case, question="attacks").fill_from_case()
    assert isinstance(matrix.rank(), Separation)
    assert case.resolution
    settled = {case.claims[key].question for key in case.resolution.claims}
    assert "attacks" not in settled


def test_a_good_question_of_the_accuser_is_kept(case: Case) -> None:
    """Bees explain spots and not poisons: the item speaks for no explanation of the spots."""
    item = case.evidence["bees-and-poisons"]
    assert "natural" not in item.marks
    assert item.marks["toxin-weapon"] == "C"
    assert "three-other-results" in case.evidence


def test_what_people_suffered_is_established(case: Case) -> None:
    """The case says so itself, apart from any weapon, and names no witness."""
    status = case.claims["suffering"].status
    assert status
    assert status.standing is Standing.ESTABLISHED
    assert not case.sources["refugees"].named
    assert not case.sources["pilot"].named


def test_no_probability_is_written_for_the_open_question(case: Case) -> None:
    """No text gives a chance or a share of one."""
    chance = re.compile(r"\d\s*%|\bprobab|\bodds\b|\bper ?cent\b", re.IGNORECASE)
    assert not [text for text in written(case) if chance.search(text)]


def test_nothing_of_bees_leaks_into_the_first_years(case: Case) -> None:
    """At the end of 1982 no text speaks of bees, of pollen or of withdrawn accounts."""
    words = " ".join(written(case.as_of("1982-12-31")))
    assert not re.search(r"\b(bees?|pollen|withdrew|cables)\b", words)
    assert "put-there" not in case.as_of("1982-12-31").hypotheses
