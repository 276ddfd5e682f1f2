"""Bulk telephone records: insiders were right, and an official answer was wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import mediakit as mk
from mediakit.case import Case
from mediakit.rankings import Ranking
from mediakit.records import OfficialKind, Standing

from .invariants import ALL, written


@pytest.fixture(scope="module")
def case() -> Case:
    """The whole case."""
    return mk.load_case("bulk-records")


@pytest.mark.parametrize("holds", ALL, ids=lambda holds: holds.__name__)
def test_it_is_a_full_case(case: Case, holds: Callable[[Case], None]) -> None:
    """What every transfer case must hold, this one holds."""
    holds(case)


def leaders(case: Case) -> tuple[str, ...]:
    """The explanations that our marks contradict least."""
    matrix = mk.Matrix(case).fill_from_case()
    for name in case.hypotheses:
        if name != "not-established":
            matrix = matrix.expect(name, "what one would also see")
    ranking = matrix.rank()
    assert isinstance(ranking, Ranking)
    return ranking.leaders


def test_it_came_out_for_the_insiders(case: Case) -> None:
    """The core is true, the answer of March 2013 is false, and neither is left open."""
    assert case.resolution
    assert case.resolution.claims["bulk-records"] == "true"
    assert case.resolution.claims["not-wittingly"] == "false"
    assert case.resolution.claims["plots-54"] == "false"


def test_being_right_is_not_being_right_on_every_detail(case: Case) -> None:
    """What was added around the core, by either side, is not settled with it."""
    assert case.resolution
    for claim in ("three-companies", "every-call", "wiretap-anyone", "trillions"):
        assert claim not in case.resolution.claims
        status = case.claims[claim].status
        assert status
        assert status.standing is not Standing.ESTABLISHED


def test_in_july_2006_lawmakers_and_insiders_are_two_origins_at_most(case: Case) -> None:
    """Nineteen lawmakers had it from one briefing; the insiders showed no ground."""
    found = mk.corroborate(case.as_of("2006-07-01").claims["bulk-records"])
    assert found.at_most == 2
    assert {o.body for o in found.origins} == {"records-insiders", "us-executive"}
    chain = mk.trace(case.claims["bulk-records"], "lawmakers-talk")
    assert [o.id for o in chain.origins] == ["agency-briefing"]


def test_the_order_is_an_origin_of_its_own(case: Case) -> None:
    """The court's order owes nothing to the insiders, and the government counts once."""
    found = mk.corroborate(case.claims["bulk-records"])
    bodies = [o.body for o in found.origins]
    assert {"secret-court", "us-executive"} <= set(bodies)
    assert len(bodies) == len(set(bodies))
    assert found.at_least == 2


def test_two_papers_on_coverage_may_be_one_origin(case: Case) -> None:
    """The link between the two reports is inferred, so the count is a range."""
    found = mk.corroborate(case.claims["under-thirty"])
    assert (found.at_least, found.at_most) == (1, 2)


def test_on_the_day_after_the_answer_nothing_of_the_order_is_known(case: Case) -> None:
    """In April 2013 there is no order, no contractor and no acknowledgement."""
    cut = case.as_of("2013-04-01")
    words = " ".join(written(cut))
    assert not [w for w in ("Snowden", "Guardian", "erroneous", "oversight board") if w in words]
    assert {"verizon-order", "seven-years", "every-call"}.isdisjoint(cut.claims)
    status = cut.claims["bulk-records"].status
    assert status
    assert status.standing is Standing.DISPUTED


def test_only_the_board_made_a_finding(case: Case) -> None:
    """Rulings and statements are called what they are."""
    kinds = {o.id for o in case.officials.values() if o.kind is OfficialKind.FINDING}
    assert kinds == {"board-2014"}


def test_a_good_item_on_another_matter_sets_nothing_apart(case: Case) -> None:
    """The technician's papers are sound and say nothing about call records."""
    marks = case.evidence["splitter"].marks
    assert marks["in-bulk"] == marks["targeted"] == marks["companies-only"] == "N"
    assert case.documents["klein-statement"].credibility == "2"


def test_counts_stand_with_their_day_and_page(case: Case) -> None:
    """The figures that lessons use stand word for word in items of evidence."""
    figures = {
        "nineteen-lawmakers": ("19 lawmakers", "Five", "four"),
        "renewed-34-times": ("34 times",),
        "of-54-plots": ("54", "one, perhaps two"),
        "share-of-calls": ("closer to 100", "under 30 in 100"),
        "board-three-to-two": ("Three", "five"),
    }
    for id_, words in figures.items():
        item = case.evidence[id_]
        assert item.references
        assert all(word in item.text for word in words), id_


def test_one_answer_did_not_turn_the_table(case: Case) -> None:
    """The answer of March 2013 is the one item against bulk records, and they stay ahead."""
    april = case.as_of("2013-04-01")
    against = [e.id for e in april.evidence.values() if e.marks["in-bulk"] in ("I", "II")]
    assert against == ["no-sir"]
    assert "in-bulk" in leaders(april)
    assert leaders(case) == ("in-bulk",)


def test_grades_and_resolution_pass_the_lint(case: Case) -> None:
    """What we say of sources, days of decision and the outcome attributes what it says."""
    assert case.resolution
    told = [case.resolution.text, case.resolution.sure]
    told += [s.reliability_why for s in case.sources.values()]
    told += [d.credibility_why for d in case.documents.values()]
    told += [d.what for d in case.decisions.values()]
    told += [s.correction for s in case.slips.values()]
    assert [flag for text in told for flag in mk.lint_wording(text).flags] == []
