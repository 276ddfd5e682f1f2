"""TWA Flight 800: an official finding that held against a paper nobody could check."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import mediakit as mk
from mediakit.case import Case
from mediakit.rankings import Ranking
from mediakit.records import Ground, OfficialKind, Standing

from .invariants import ALL, written


@pytest.fixture(scope="module")
def case() -> Case:
    """The whole case."""
    return mk.load_case("twa800")


@pytest.mark.parametrize("holds", ALL, ids=lambda holds: holds.__name__)
def test_it_is_a_full_case(case: Case, holds: Callable[[Case], None]) -> None:
    """What every transfer case must hold, this one holds."""
    holds(case)


def test_the_paper_from_cannes_is_the_online_text(case: Case) -> None:
    """Until he was shown the text it looked like a second source; a day later it did not."""
    claim = "whose-missile"
    before = mk.corroborate(case.as_of("1996-11-08").claims[claim])
    after = mk.corroborate(case.as_of("1996-11-09").claims[claim])
    assert (before.at_most, after.at_most) == (2, 1)
    assert len(before.reports) == len(after.reports) >= 6
    assert [o.body for o in after.origins] == ["unnamed-friend"]
    assert not case.sources["unnamed-friend"].named


def test_nobody_who_told_of_a_missile_had_looked(case: Case) -> None:
    """No telling of the missile rests on something its speaker saw, measured or examined."""
    for claim in ("missile", "whose-missile", "second-aircraft"):
        assert not [r for r in case.claims[claim].reports if r.document.ground is Ground.OWN]


def test_the_wreckage_was_read_by_more_than_one_body(case: Case) -> None:
    """Offices of one government are one; with the accident board there are two at least."""
    found = mk.corroborate(case.claims["no-hit-marks"])
    assert found.at_least == 2
    assert {o.body for o in found.origins} == {"us-government", "ntsb"}


def test_tellings_are_not_tests(case: Case) -> None:
    """More reports tell of the missile than of the tank, which was right all the same."""
    missile = mk.corroborate(case.claims["missile"])
    tank = mk.corroborate(case.claims["tank"])
    assert len(missile.reports) > len(tank.reports)
    assert case.resolution
    assert case.resolution.claims["tank"] == "true"
    assert case.resolution.claims["missile"] == "false"


def test_the_spark_stays_open(case: Case) -> None:
    """What set the vapour off was not found for certain, and no verdict is given on it."""
    assert case.questions["ignition"].open
    assert case.claims["short-circuit"].open
    status = case.claims["short-circuit"].status
    assert status
    assert status.standing is Standing.NOT_ESTABLISHED
    assert case.resolution
    assert "short-circuit" not in case.resolution.claims


def test_only_the_accident_board_made_findings(case: Case) -> None:
    """The FBI's end of its inquiry is an assessment: no cause was its mandate."""
    findings = {o.source for o in case.officials.values() if o.kind is OfficialKind.FINDING}
    assert findings == {"ntsb"}
    assert case.officials["fbi-1997"].kind is OfficialKind.ASSESSMENT


def test_the_dog_exercise_takes_weight_from_the_traces_and_picks_nobody(case: Case) -> None:
    """It fits every account, so it counts for none; the traces before it did not fit the tank."""
    row = case.evidence["dogs-trained"].marks
    assert {mark for name, mark in row.items() if name != "not-established"} == {"N"}
    assert case.evidence["traces-found"].marks["tank-first"] == "I"


def test_the_submarines_are_not_known_before_they_were_told(case: Case) -> None:
    """In December 1996 nobody outside knew of them; the case keeps that."""
    early = " ".join(written(case.as_of("1996-12-31")))
    assert not [
        w for w in ("submarine", "petition", "China Lake", "explosives agency") if w in early
    ]


def test_insiders_were_right_about_the_work_and_not_about_the_cause(case: Case) -> None:
    """Their complaint about procedure is upheld; the blast beside the tank is not."""
    assert case.resolution
    assert case.resolution.claims["inquiry-faults"] == "true"
    assert case.resolution.claims["blast-outside"] == "false"


def test_in_1996_nothing_leads_and_in_the_end_the_tank_does(case: Case) -> None:
    """On our marks the first autumn leaves more than one account; the whole record does not."""

    def leaders(at: Case) -> tuple[str, ...]:
        matrix = mk.Matrix(at, question="cause").fill_from_case()
        for name in at.hypotheses:
            if name != "not-established":
                matrix = matrix.expect(name, "what one would also see")
        ranking = matrix.rank()
        assert isinstance(ranking, Ranking)
        return ranking.leaders

    assert leaders(case) == ("tank-first",)
    assert "tank-first" not in leaders(case.as_of("1996-09-10"))
