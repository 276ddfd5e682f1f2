"""Alexander Litvinenko: an accusation later upheld by a public inquiry and a court."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import mediakit as mk
from mediakit.case import Case
from mediakit.rankings import Ranking
from mediakit.records import Ground, OfficialKind, Standing

from .invariants import ALL, groups, written

NAMED = re.compile(r"Lugovoi|Kovtun")
DENIED = re.compile(r"\bden(y|ies|ied)\b", re.IGNORECASE)
INQUIRY = re.compile(r"\bsure that (it was )?Andrei|\benough to charge")


@pytest.fixture(scope="module")
def case() -> Case:
    """The whole case."""
    return mk.load_case("litvinenko")


@pytest.mark.parametrize("holds", ALL, ids=lambda holds: holds.__name__)
def test_it_is_a_full_case(case: Case, holds: Callable[[Case], None]) -> None:
    """What every transfer case must hold, this one holds."""
    holds(case)


def test_names_of_the_two_men_bring_their_denial(case: Case) -> None:
    """Wherever an official result names them, the same text says that they deny it."""
    accusing = [text for text in written(case) if NAMED.search(text) and INQUIRY.search(text)]
    assert len(accusing) >= 3
    assert all(DENIED.search(text) for text in accusing)


def test_no_accusation_in_titles_ids_or_labels(case: Case) -> None:
    """Neither man and no head of state stands in an id, a label or a title of ours."""
    ids = [key for group in groups(case).values() for key in group if group.noun != "reference"]
    labels = [h.label for h in case.hypotheses.values()]
    titles = [case.title, *(d.title for d in case.documents.values())]
    questions = [q.text for q in case.questions.values()]
    accused = re.compile(r"putin|kovtun|president|kremlin-did", re.IGNORECASE)
    assert not [text for text in (*ids, *labels, *titles, *questions) if accused.search(text)]


def test_no_one_is_named_as_a_suspect_in_2006(case: Case) -> None:
    """On the day after the statement the case names nobody at the table."""
    assert not [text for text in written(case.as_of("2006-11-25")) if NAMED.search(text)]


def test_whether_it_was_approved_stays_open(case: Case) -> None:
    """The inquiry gave its view on secret ground, so the case gives no verdict on it."""
    assert case.questions["approval"].open
    assert case.claims["approved"].open
    assert case.resolution
    assert "approved" not in case.resolution.claims


def test_each_part_by_the_speakers_access_to_it(case: Case) -> None:
    """His account of the table has a ground of its own; his account of an order has none."""
    assert case.documents["bedside"].ground is Ground.OWN
    assert "approved" not in case.documents["bedside"].says
    assert case.documents["statement-signed"].ground is Ground.UNDISCLOSED


def test_many_stories_are_one_origin(case: Case) -> None:
    """In November 2006 every telling of who wanted it goes back to one statement."""
    found = mk.corroborate(case.as_of("2006-11-25").claims["approved"])
    assert (found.at_least, found.at_most) == (1, 1)
    assert [o.body for o in found.origins] == ["litvinenko"]


def test_a_charge_is_a_reading_of_the_file(case: Case) -> None:
    """Police and prosecutors are one origin; the inquiry, which looked itself, is another."""
    early = mk.corroborate(case.as_of("2007-06-01").claims["two-men"])
    late = mk.corroborate(case.claims["two-men"])
    assert early.at_most == 1
    assert late.at_least == 2


def test_the_court_leans_on_the_inquiry(case: Case) -> None:
    """The judgment goes back to the inquiry; it adds a test of the answer, no new facts."""
    chain = mk.trace(case.claims["two-men"], "judgment")
    assert {"inquiry-report", "police-file"} >= {origin.id for origin in chain.origins}
    assert case.evidence["court-holds-state"].origin == case.evidence["inquiry-sure"].origin


def test_another_state_measured_it_too(case: Case) -> None:
    """What deserved belief did not come from the man who accused."""
    assert "german-prosecutors" in {o.body for o in mk.corroborate(case.claims["hamburg"]).origins}
    assert case.evidence["traces-near-hamburg"].marks["himself"] == "I"


def test_degrees_of_certainty_are_the_inquirys_own(case: Case) -> None:
    """Only the inquiry's record speaks of a strong probability, in its very words."""
    item = case.officials["inquiry-2016"]
    assert item.kind is OfficialKind.FINDING
    assert item.wording == "strong probability"
    status = case.claims["for-state"].status
    assert status
    assert status.standing is Standing.ESTABLISHED
    assert "dissenting" in status.note


def test_denial_refusal_and_answer_tell_nothing_apart(case: Case) -> None:
    """An innocent and a guilty state both deny and both keep to their constitution."""
    for key in ("kremlin-denies", "not-extradited"):
        assert len(set(case.evidence[key].marks.values())) == 1


def test_it_came_out_for_the_accusation(case: Case) -> None:
    """On our marks it leads at the end, and not on the day after the statement."""

    def leaders(at: Case) -> tuple[str, ...]:
        matrix = mk.Matrix(at, question="who").fill_from_case()
        for name in at.hypotheses:
            if name != "not-established":
                matrix = matrix.expect(name, "what one would also see")
        ranking = matrix.rank()
        assert isinstance(ranking, Ranking)
        return ranking.leaders

    assert case.resolution
    assert case.resolution.claims["for-state"] == "true"
    assert leaders(case) == ("for-a-state",)
    assert len(leaders(case.as_of("2006-11-25"))) > 1
