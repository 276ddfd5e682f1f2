"""Hospitals in Kuwait, 1990: a witness whose story failed, and what was left of it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import mediakit as mk
from mediakit.case import Case
from mediakit.content import content
from mediakit.rankings import Ranking
from mediakit.records import OfficialKind, Standing

from .invariants import (
    ALL,
    groups,
    holds_enough,
    is_strict_with_findings,
    written,
)

HERE = [check for check in ALL if check not in (holds_enough, is_strict_with_findings)]


@pytest.fixture(scope="module")
def case() -> Case:
    """The whole case."""
    return mk.load_case("nayirah")


@pytest.mark.parametrize("holds", HERE, ids=lambda holds: holds.__name__)
def test_it_is_a_full_case(case: Case, holds: Callable[[Case], None]) -> None:
    """What every transfer case must hold, this one holds."""
    holds(case)


def test_there_is_enough_of_everything(case: Case) -> None:
    """As in the other cases, but for kinds of official items: nobody official examined it."""
    assert (case.reality, case.reviewed_by) == ("real", "nobody yet")
    assert len(case.replay) >= 4
    assert len(case.evidence) >= 12
    for name in ("interests", "decisions", "disagreements", "officials"):
        assert len(getattr(case, name)) >= 3
    speaking = {r.source for g in (case.documents, case.officials) for r in g.values()}
    assert set(case.sources) == speaking | {s.part_of for s in case.sources.values()} - {""}


def test_no_official_body_made_a_finding(case: Case) -> None:
    """Staff, reporters and rights groups looked; no office did, and the file says so."""
    kinds = {o.kind for o in case.officials.values()}
    assert kinds == {OfficialKind.STATEMENT, OfficialKind.ASSESSMENT}


def test_the_witness_appears_by_role(case: Case) -> None:
    """No family name stands in the file, and her first name in our words only in the head."""
    text = (content("cases") / "nayirah.yaml").read_text(encoding="utf-8").lower()
    assert "sabah" not in text
    assert not [words for words in written(case) if "nayirah" in words.lower()]
    ids = [key for group in groups(case).values() for key in group]
    assert not [key for key in ids if "nayirah" in key]
    assert case.sources["witness"].reliability == "F"


def test_who_she_was_is_not_known_before_1992(case: Case) -> None:
    """Until then an outsider knew neither whose daughter she was nor who had brought her."""
    words = " ".join(written(case.as_of("1992-01-05")))
    assert not re.search(r"daughter|ambassador|Free Kuwait|MacArthur", words)
    assert "identity" in case.as_of("1992-01-06").claims


def test_a_confirmation_that_holds_what_it_confirms(case: Case) -> None:
    """Amnesty's report of December took the words of the witness: no second origin."""
    early = case.as_of("1991-01-12").claims["seen-fifteen"]
    found = mk.corroborate(early)
    assert len(found.reports) == 3
    assert (found.at_least, found.at_most) == (1, 1)
    chain = mk.trace(early, "amnesty-december")
    assert [origin.id for origin in chain.origins] == ["testimony"]


def test_the_hundreds_are_one_doctors_word(case: Case) -> None:
    """President, senators and Amnesty all go back to one doctor without a name."""
    found = mk.corroborate(case.claims["hundreds"])
    assert len(found.reports) == 4
    assert [o.body for o in found.origins] == ["red-crescent-doctor"]
    assert not case.sources["red-crescent-doctor"].named


def test_those_who_looked_are_many(case: Case) -> None:
    """What deserved belief has origins that each looked for themselves."""
    found = mk.corroborate(case.claims["no-support"])
    assert found.at_least >= 4
    assert {"abc", "amnesty", "watch"} <= {o.body for o in found.origins}


def test_repeating_tells_nothing_apart(case: Case) -> None:
    """A president and senators who repeat an account bring no second look."""
    for key in ("president-repeats", "senators-cite"):
        assert set(case.evidence[key].marks.values()) == {"N"}


def test_not_as_told_is_not_nothing_happened(case: Case) -> None:
    """The large account is false, abuses and deaths are true, the small number stays open."""
    assert case.resolution
    verdicts = case.resolution.claims
    assert verdicts["seen-fifteen"] == verdicts["hundreds"] == "false"
    assert verdicts["abuses"] == verdicts["babies-died"] == "true"
    assert case.claims["some-removed"].open
    assert "some-removed" not in verdicts


def test_a_correction_is_part_of_the_record(case: Case) -> None:
    """Amnesty's number is not established since its own withdrawal, and its past says so."""
    status = case.claims["hundreds"].status
    assert status
    assert status.standing is Standing.NOT_ESTABLISHED
    assert "withdrew" in case.sources["amnesty"].record[0].text


def test_as_told_falls_behind_once_somebody_looked(case: Case) -> None:
    """On our marks it stands level before the vote, and is not among the leaders after."""

    def leaders(at: Case) -> tuple[str, ...]:
        matrix = mk.Matrix(at, question="as-told").fill_from_case()
        for name in at.hypotheses:
            if name != "not-established":
                matrix = matrix.expect(name, "what one would also see")
        ranking = matrix.rank()
        assert isinstance(ranking, Ranking)
        return ranking.leaders

    assert "as-told" in leaders(case.as_of("1991-01-12"))
    assert "as-told" not in leaders(case.as_of("1991-04-20"))
    assert set(leaders(case)) == {"few-cases", "rumour"}
