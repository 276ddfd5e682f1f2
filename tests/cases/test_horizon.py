"""The Horizon system: the institution was wrong, and the insiders were right."""

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
    return mk.load_case("horizon")


@pytest.mark.parametrize("holds", ALL, ids=lambda holds: holds.__name__)
def test_it_is_a_full_case(case: Case, holds: Callable[[Case], None]) -> None:
    """What every transfer case must hold, this one holds."""
    holds(case)


ONE_ROOT = ("debt-upheld", "jury-convicts", "told-parliament", "as-it-should")


def leaders(case: Case, *one_root: str) -> tuple[str, ...]:
    """The explanations that our marks contradict least, with these rows counted as one."""
    matrix = mk.Matrix(case).fill_from_case()
    if one_root:
        matrix = matrix.same_origin(*one_root)
    for name in case.hypotheses:
        if name != "not-established":
            matrix = matrix.expect(name, "what one would also see")
    ranking = matrix.rank()
    assert isinstance(ranking, Ranking)
    return ranking.leaders


def test_it_came_out_for_the_insiders(case: Case) -> None:
    """Both limbs are true, the word to Parliament is false, the visit of 2008 stays open."""
    assert case.resolution
    verdicts = case.resolution.claims
    assert verdicts["bugs"] == verdicts["remote"] == "true"
    assert verdicts["no-functionality"] == verdicts["data-sound"] == "false"
    assert case.claims["visit"].open


def test_judge_jury_and_press_office_have_one_root(case: Case) -> None:
    """In May 2015 every report that the figures are sound leads back to the supplier."""
    found = mk.corroborate(case.as_of("2015-05-01").claims["data-sound"])
    assert len(found.reports) >= 6
    assert {o.body for o in found.origins} == {"fujitsu"}
    assert found.at_least == 1


def test_a_judgment_is_used_as_proof_of_what_it_rested_on(case: Case) -> None:
    """The internal note goes back through the court to the supplier's own data."""
    chain = mk.trace(case.claims["data-sound"], "integrity-note")
    assert [o.id for o in chain.origins] == ["fujitsu-2007"]
    assert "castleton-judgment" in {step.report.id for step in chain.steps}
    assert "integrity-note" not in case.as_of("2025-07-09").documents


def test_seven_places_are_more_than_one_origin(case: Case) -> None:
    """Each saw losses in a branch of its own, so the losses were told anew at least three times."""
    assert mk.corroborate(case.as_of("2009-06-01").claims["unexplained-losses"]).at_least >= 3


def test_two_limbs_are_two_claims(case: Case) -> None:
    """Evidence for altering from afar is not by itself evidence for errors."""
    assert case.claims["bugs"].level != case.claims["remote"].level
    for id_ in ("visit-told", "told-parliament", "ways-listed"):
        assert "bugs" not in case.evidence[id_].claims


def test_an_answer_to_parliament_was_not_a_finding(case: Case) -> None:
    """Only the public inquiry made a finding; judgments are rulings."""
    findings = {o.id for o in case.officials.values() if o.kind is OfficialKind.FINDING}
    assert findings == {"inquiry-2025"}
    assert case.officials["post-office-2015"].kind is OfficialKind.STATEMENT


def test_on_first_june_2009_nothing_leads_for_sure(case: Case) -> None:
    """With one ruling and seven stories the explanations are not told apart."""
    cut = case.as_of("2009-06-01")
    assert len(cut.evidence) == 3
    assert "rare-cured" not in cut.hypotheses
    assert leaders(cut) != ("system",)


def test_four_voices_from_one_supplier_hide_the_answer(case: Case) -> None:
    """Counted one by one they make a tie; counted as the one root they are, the system leads."""
    assert all(case.evidence[row].marks["system"] == "I" for row in ONE_ROOT)
    assert set(leaders(case)) == {"honest-mistakes", "system"}
    assert leaders(case, *ONE_ROOT) == ("system",)


def test_in_september_2015_nothing_of_the_trial_is_known(case: Case) -> None:
    """No log, no judge, no warning inside; errors are reported and no more."""
    cut = case.as_of("2015-09-01")
    words = " ".join(written(cut))
    assert not [w for w in ("Fraser", "earth is flat", "egregious", "barrister") if w in words]
    status = cut.claims["bugs"].status
    assert status
    assert status.standing is Standing.REPORTED


def test_some_convictions_stood(case: Case) -> None:
    """The other side of the count is kept: three of 42 appeals were dismissed."""
    assert "39" in case.evidence["thirty-nine-of-42"].text
    three = case.evidence["three-of-42"]
    assert three.origin == case.evidence["thirty-nine-of-42"].origin
    assert three.marks["dishonesty"] == "C"


def test_counts_stand_with_their_day_and_page(case: Case) -> None:
    """The figures that lessons use stand in items of evidence with a page."""
    figures = {
        "settlement": ("555", "57.75 million"),
        "thirty-nine-of-42": ("42", "39"),
        "fifty-nine-quashed": ("59", "six", "twelve"),
        "seven-places": ("Seven",),
    }
    for id_, words in figures.items():
        item = case.evidence[id_]
        assert item.references
        assert all(word in item.text for word in words), id_


def test_only_people_in_public_roles_are_named(case: Case) -> None:
    """Engineers, managers and lawyers appear by what they did."""
    named = {s.name for s in case.sources.values() if s.kind == "person" and s.name[0].isupper()}
    assert named == {"Alan Bates", "Mr Castleton", "Andrew Bridgen MP"}


def test_grades_and_resolution_pass_the_lint(case: Case) -> None:
    """What we say of sources, days of decision and the outcome attributes what it says."""
    assert case.resolution
    told = [case.resolution.text, case.resolution.sure]
    told += [s.reliability_why for s in case.sources.values()]
    told += [d.credibility_why for d in case.documents.values()]
    told += [d.what for d in case.decisions.values()]
    told += [s.correction for s in case.slips.values()]
    assert [flag for text in told for flag in mk.lint_wording(text).flags] == []
