"""Belief moves once per origin; on an open claim nothing gives it a probability."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediakit.belief import Factor, Update, hearsay, update, what_would_change
from mediakit.case import list_cases, load_case
from mediakit.chances import Range
from mediakit.corroboration import connect, corroborate
from mediakit.provenance import trace
from mediakit.records import (
    Basis,
    Claim,
    ClaimLevel,
    Document,
    DocumentKind,
    Ground,
    Link,
    Report,
    Source,
    SourceKind,
    When,
)

priors = st.floats(0, 1)
inner = st.floats(1e-6, 1 - 1e-6)
ratios = st.floats(1e-3, 1e3)
counts = st.integers(0, 12)


def a_report(name: str, took_from: tuple[str, ...] = ()) -> Report:
    """One made-up paper's report: a copy has no ground of its own."""
    ground = Ground.UNDISCLOSED if took_from else Ground.OWN
    day = When(date(2019, 4, 20))
    links = tuple(Link(to, Basis.CITED) for to in took_from)
    return Report(
        Document(name, name, DocumentKind.ARTICLE, day, name, took_from=links, ground=ground),
        Source(name, name.title(), SourceKind.OUTLET),
        name,
        links,
    )


def a_claim(*reports: Report, open_: bool = False) -> Claim:
    """A made-up claim with these reports."""
    return Claim("fire", "The fire began below.", ClaimLevel.CAUSE, open=open_, reports=reports)


def copied(times: int, open_: bool = False) -> Claim:
    """One origin and so many copies of it."""
    copies = (a_report(f"copy-{i}", ("first",)) for i in range(times))
    return a_claim(a_report("first"), *copies, open_=open_)


def settled(found: Update | Factor) -> Update:
    """The update of a claim that is not open."""
    assert isinstance(found, Update)
    return found


# --- updates --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prior", "ratio", "naive", "collapsed"),
    [(0.01, 3, 0.995, 0.0294), (0.05, 2, 0.964, 0.0952)],
)
def test_nine_copies_of_one_origin(
    prior: float, ratio: float, naive: float, collapsed: float
) -> None:
    """Counting copies makes near certainty of what one origin leaves unlikely."""
    found = settled(update(prior, ratio, 1, reports=9))
    assert round(float(found.naive), 3) == naive
    assert round(float(found.collapsed), 4) == collapsed


def test_both_figures_stand_side_by_side_with_whole_numbers() -> None:
    """The repr is plain text with the naive and the collapsed figure, in words and percent."""
    assert repr(update("1 %", 3, 1, reports=9)) == (
        "9 reports, one origin; each origin multiplies the odds by 3.\n"
        "before:                    10 in 1,000 (1 %)\n"
        "each copy counted (naive): 995 in 1,000 (99.5 %)\n"
        "each origin counted once:  29 in 1,000 (2.94 %)"
    )


def test_a_range_of_origins_gives_a_range() -> None:
    """Two origins at least and four at most: the result runs between the two."""
    found = settled(update(0.1, 3, (2, 4), reports=9))
    assert found.collapsed.low == float(settled(update(0.1, 3, 2)).collapsed)
    assert found.collapsed.high == float(settled(update(0.1, 3, 4)).collapsed)
    assert "two to four origins" in repr(found)


@given(priors, ratios, counts, st.integers(0, 1000), st.integers(0, 1000))
def test_republication_never_moves_a_belief(
    prior: float, ratio: float, origins: int, copies: int, more: int
) -> None:
    """Any number of further copies leaves the collapsed figure exactly as it is."""
    few = settled(update(prior, ratio, origins, reports=origins + copies))
    many = settled(update(prior, ratio, origins, reports=origins + copies + more))
    assert few.collapsed == many.collapsed


@given(inner, ratios, st.integers(0, 30))
def test_copies_added_to_a_claim_never_move_a_belief(
    prior: float, ratio: float, copies: int
) -> None:
    """The same through the reports themselves, counted by their links."""
    found = settled(update(prior, ratio, copied(copies)))
    assert found.reports == copies + 1
    assert found.collapsed == settled(update(prior, ratio, copied(0))).collapsed


@given(inner, ratios, counts)
def test_one_origin_each_equals_the_odds_form_of_bayes(
    prior: float, ratio: float, origins: int
) -> None:
    """Posterior odds are prior odds times the ratio to the power of the origins."""
    odds = prior / (1 - prior) * ratio**origins
    found = settled(update(prior, ratio, origins))
    assert float(found.collapsed) == pytest.approx(odds / (1 + odds), abs=1e-9)
    assert found.collapsed == found.naive


@given(inner, inner, st.floats(1, 100), counts, counts)
def test_a_belief_rises_with_each_of_its_inputs(
    one: float, other: float, ratio: float, few: int, more: int
) -> None:
    """A higher prior never ends lower, and another supporting origin never lowers it."""
    low, high = sorted((one, other))
    assert _end(low, ratio, few) <= _end(high, ratio, few)
    assert _end(low, ratio, few) <= _end(low, ratio, few + more)
    assert _end(low, 1 / ratio, few + more) <= _end(low, 1 / ratio, few)


def _end(prior: float, ratio: float, origins: int) -> float:
    return float(settled(update(prior, ratio, origins)).collapsed)


@given(st.tuples(inner, inner), st.tuples(ratios, ratios), st.tuples(counts, counts), st.data())
def test_every_point_inside_the_inputs_ends_inside_the_range(
    prior: tuple[float, float],
    ratio: tuple[float, float],
    origins: tuple[int, int],
    data: st.DataObject,
) -> None:
    """The range that is printed leaves out no combination of what was given."""
    p, r, n = (tuple(sorted(ends)) for ends in (prior, ratio, origins))
    found = settled(update(p, r, n))
    point = _end(
        data.draw(st.floats(p[0], p[1])),
        data.draw(st.floats(r[0], r[1])),
        data.draw(st.integers(int(n[0]), int(n[1]))),
    )
    assert found.collapsed.low - 1e-12 <= point <= found.collapsed.high + 1e-12


@given(priors, counts)
def test_evidence_that_fits_both_sides_moves_nothing(prior: float, origins: int) -> None:
    """A ratio of 1 leaves the prior exactly as it was, and so does no origin at all."""
    assert settled(update(prior, 1, origins)).collapsed == Range(prior, prior)
    assert settled(update(prior, 7, 0, reports=0)).collapsed == Range(prior, prior)


def test_a_million_copies_neither_overflow_nor_become_certain_when_collapsed() -> None:
    """Large counts stay numbers."""
    found = settled(update(0.01, 1000, 1, reports=1_000_000))
    assert float(found.naive) == 1.0
    assert float(found.collapsed) == pytest.approx(10 / 10.99, abs=1e-9)
    assert float(settled(update(0.01, 0.001, 0, reports=1_000_000)).naive) == 0.0


def test_a_corroboration_counts_like_its_claim() -> None:
    """A claim, and what corroborate made of it, give the same update."""
    claim = a_claim(a_report("first"), a_report("second"), a_report("third", ("second",)))
    assert update(0.1, 3, claim) == update(0.1, 3, corroborate(claim))
    assert settled(update(0.1, 3, claim)).at_most == 2
    assert settled(update(0.1, 3, claim)).reports == 3


def test_why_names_the_reports() -> None:
    """The update of a claim tells the records it rests on; of counts, that you gave them."""
    assert "copy-0" in update(0.1, 3, copied(1)).why()
    assert "counts you gave" in update(0.1, 3, 1).why()
    assert "once for each origin" in update(0.1, 3, 1).why()


def test_a_likelihood_word_comes_only_when_asked_and_with_its_range() -> None:
    """Not in the repr; on request with the range of the word, and none for a wide result."""
    found = settled(update("1 %", 3, 1, reports=9))
    assert repr(found.in_words()).startswith("almost no chance")
    assert "unlikely" not in repr(found)
    assert settled(update((0.05, 0.6), 3, 1)).in_words().band is None


def test_a_mistaken_origins_argument_lists_what_fits() -> None:
    """A sentence with the four things that can be given."""
    for wrong in ("nine", 1.5, True, None, (1, 2, 3), (1, "x")):
        with pytest.raises(TypeError, match=r"origins: .* is not a count; give a claim, what mk"):
            update(0.1, 3, wrong)


@pytest.mark.parametrize("wrong", [-1, (4, 2), (-1, 2)])
def test_impossible_counts_of_origins_are_refused(wrong: object) -> None:
    """The fewest first, none below zero."""
    with pytest.raises(ValueError, match="cannot be; write the fewest first, and none below 0"):
        update(0.1, 3, wrong)


def test_more_origins_than_reports_are_refused() -> None:
    """Every origin is a report."""
    with pytest.raises(ValueError, match="reports: 3 reports cannot have 5 origins; give at least"):
        update(0.1, 3, 5, reports=3)


def test_a_count_of_reports_beside_a_claim_is_refused() -> None:
    """The claim brings its own reports."""
    with pytest.raises(TypeError, match="reports: leave it out; the claim brings its own reports"):
        update(0.1, 3, copied(2), reports=9)


def test_a_blank_prior_on_a_settled_claim_is_called_blank() -> None:
    """Dots are fine on an open claim only."""
    with pytest.raises(ValueError, match="prior is still blank"):
        update(..., 3, 1)


# --- open claims ----------------------------------------------------------------------------


def test_an_open_claim_gets_the_factor_and_no_probability() -> None:
    """One origin: multiply once, not six times."""
    found = update(..., 3, copied(5, open_=True))
    assert repr(found) == (
        "6 reports, one origin: multiply once, not six times. Your ratio is 3.\n"
        "The claim is open, so no prior goes in and no probability comes out."
    )
    assert isinstance(found, Factor)


@pytest.mark.parametrize("prior", [..., 0.5, "90 %", (0.1, 0.2), "not a number"])
def test_no_prior_gets_into_the_finding_of_an_open_claim(prior: object) -> None:
    """Whatever is given as a prior, the finding is the same."""
    claim = copied(5, open_=True)
    assert update(prior, 3, claim) == update(..., 3, claim)
    assert repr(update(prior, 3, corroborate(claim))) == repr(update(..., 3, claim))


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (2, 4, "two to four origins: multiply twice at least and four times at most, not nine"),
        (0, 1, "one origin at most: multiply once at most, not nine times"),
        (0, 0, "no origins: multiply not at all, not nine times"),
        (9, 9, "nine origins: multiply nine times. Your"),
        (1, 14, "one to 14 origins: multiply once at least and 14 times at most. Your"),
    ],
)
def test_the_factor_says_how_often_in_words(least: int, most: int, words: str) -> None:
    """Ranges, none, and as many origins as reports."""
    assert words in repr(Factor("fire", Range(3, 3), least, most, 9))


def floats_in(thing: object, at: str = "") -> Iterator[str]:
    """The path of every float inside a finding, records and containers included."""
    if isinstance(thing, (float, complex)):
        yield at
    elif isinstance(thing, Range):
        yield from (f"{at}.low", f"{at}.high")
    elif is_dataclass(thing):
        for f in fields(thing):
            yield from floats_in(getattr(thing, f.name), f"{at}.{f.name}")
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield from floats_in(value, f"{at}.{key}")
    elif isinstance(thing, (tuple, list, set, frozenset)):
        for value in thing:
            yield from floats_in(value, f"{at}[]")


FINDINGS: list[Callable[[Claim], object]] = [
    corroborate,
    trace,
    lambda claim: connect(claim, {}),
    lambda claim: update(..., 3, claim),
    lambda claim: update(0.4, (2, 5), claim),
    lambda claim: update((0.1, 0.4), "1/3", corroborate(claim)),
    lambda claim: what_would_change(update(0.4, 3, claim)),
]

OPEN_CLAIMS = [
    claim
    for name in list_cases()
    for claim in load_case(name).claims.values()
    if claim.open and claim.reports
]


def test_the_shipped_cases_have_open_claims_to_try() -> None:
    """Otherwise the next test would hold of nothing."""
    assert OPEN_CLAIMS


@pytest.mark.parametrize("finding", FINDINGS)
def test_no_finding_on_an_open_claim_holds_a_number_but_counts_and_your_ratio(
    finding: Callable[[Claim], object],
) -> None:
    """Every field of every finding, however deep: no float beyond the learner's own ratio."""
    for claim in [*OPEN_CLAIMS, copied(5, open_=True)]:
        found = finding(claim)
        assert set(floats_in(found)) <= {".ratio.low", ".ratio.high"}
        assert "%" not in repr(found)
        assert not hasattr(found, "collapsed")


def test_the_search_for_floats_finds_them_in_a_settled_update() -> None:
    """The test above can fail."""
    assert ".collapsed.low" in set(floats_in(update(0.1, 3, copied(2))))


def test_opening_a_claim_is_all_it_takes() -> None:
    """The same reports give an update when settled and a factor when open."""
    assert isinstance(update(0.1, 3, copied(3)), Update)
    assert isinstance(update(0.1, 3, replace(copied(3), open=True)), Factor)


def test_why_of_a_factor_says_why_there_is_no_probability() -> None:
    """And names the reports."""
    why = update(..., 3, copied(1, open_=True)).why()
    assert "copy-0" in why
    assert "nobody has settled it" in why


# --- hearsay --------------------------------------------------------------------------------

fidelities = st.floats(0, 1)


@given(ratios, st.integers(0, 12), fidelities)
def test_hearsay_goes_to_one_and_never_past_it(ratio: float, hops: int, fidelity: float) -> None:
    """Each retelling leaves the ratio as far from 1 or nearer, on the same side."""
    steps = [float(step) for step in hearsay(ratio, hops, fidelity).steps]
    assert len(steps) == hops + 1
    assert steps[0] == ratio
    for before, after in pairwise(steps):
        assert min(before, 1) <= after * (1 + 1e-12)
        assert after <= max(before, 1) * (1 + 1e-12)


@given(ratios, st.lists(fidelities, max_size=8), st.integers(0, 8))
def test_a_retelling_without_fidelity_leaves_exactly_one(
    ratio: float, others: list[float], place: int
) -> None:
    """Wherever in the chain it stands."""
    chain = [*others[:place], 0.0, *others[place:]]
    assert hearsay(ratio, len(chain), chain).left == Range(1, 1)


@given(ratios, st.integers(0, 8))
def test_perfect_retellings_lose_nothing(ratio: float, hops: int) -> None:
    """Fidelity 1 keeps the ratio."""
    assert float(hearsay(ratio, hops, 1).left) == pytest.approx(ratio, rel=1e-12)


@given(ratios, st.integers(0, 8), fidelities)
def test_evidence_for_and_against_fades_alike(ratio: float, hops: int, fidelity: float) -> None:
    """The ratio of the opposite claim is one over it, after the chain as before."""
    one = float(hearsay(ratio, hops, fidelity).left)
    assert float(hearsay(1 / ratio, hops, fidelity).left) == pytest.approx(1 / one, rel=1e-9)


@given(ratios, st.lists(st.tuples(fidelities, fidelities), max_size=5), st.data())
def test_a_range_of_fidelities_holds_every_point(
    ratio: float, ends: list[tuple[float, float]], data: st.DataObject
) -> None:
    """Whatever fidelity inside the ranges is true, the result lies inside the range."""
    chain = [tuple(sorted(pair)) for pair in ends]
    points = [data.draw(st.floats(low, high)) for low, high in chain]
    found = hearsay(ratio, len(chain), chain).left
    point = float(hearsay(ratio, len(chain), points).left)
    assert found.low * (1 - 1e-12) <= point <= found.high * (1 + 1e-12)


def test_hearsay_speaks_in_a_line_and_names_its_model() -> None:
    """What is left, after how many retellings, and that the model is ours."""
    assert repr(hearsay(9, 2, 0.5)) == (
        "A ratio of 9 at first hand carries at most 3 after 2 retellings."
    )
    assert "It says nothing either way." in repr(hearsay(9, 1, 0))
    assert "our own" in hearsay(9, 2, 0.5).why()
    assert hearsay(9, 2, 0.5).hops == 2


def test_a_list_of_fidelities_must_fit_the_hops() -> None:
    """One number for each hop, or one for all."""
    with pytest.raises(ValueError, match="fidelity: the list has 1 and there are 3 hops; give one"):
        hearsay(9, 3, [0.5])


def test_hops_are_counted_in_whole_numbers() -> None:
    """The message says what fits."""
    with pytest.raises(ValueError, match="hops: -1 is not a whole number of 0 or more"):
        hearsay(9, -1, 0.5)


def test_a_fidelity_that_cannot_be_read_is_named() -> None:
    """The message begins with the argument that is wrong."""
    with pytest.raises(ValueError, match="fidelity: 'high' is not a chance"):
        hearsay(9, 1, "high")


# --- what would change this -----------------------------------------------------------------


def test_the_input_that_moves_most_comes_first() -> None:
    """A wide prior beats a narrow ratio, and the other way round."""
    wide_prior = what_would_change(update((0.01, 0.6), (2.9, 3.1), (1, 1)))
    wide_ratio = what_would_change(update((0.09, 0.1), (0.5, 50), (1, 1)))
    assert wide_prior.sways[0].name == "the prior"
    assert wide_ratio.sways[0].name == "the ratio"
    assert repr(wide_ratio).startswith("What would change this most: the ratio.")


@given(inner, ratios, st.integers(1, 5))
def test_inputs_are_ordered_by_how_far_they_move_the_result(
    prior: float, ratio: float, origins: int
) -> None:
    """All three are there, widest first, inside 0 to 1."""
    sways = what_would_change(update(prior, ratio, origins)).sways
    assert {s.name for s in sways} == {"the prior", "the ratio", "the number of origins"}
    assert sorted((s.width for s in sways), reverse=True) == [s.width for s in sways]
    assert all(0 <= s.result.low <= s.result.high <= 1 for s in sways)


def test_a_certain_prior_is_moved_by_nothing() -> None:
    """From 0 no evidence leads away, which is why a prior of 0 is no humility."""
    assert repr(what_would_change(update(0, 3, 1))) == (
        "None of the inputs moves the result by itself."
    )
    assert "one input at a time" in what_would_change(update(0, 3, 1)).why().lower()


def test_an_open_claim_is_told_in_words_what_would_change_it() -> None:
    """No number at all."""
    found = what_would_change(update(..., 3, copied(5, open_=True)))
    assert found.sways == ()
    assert "another origin" in repr(found)


def test_what_would_change_needs_an_update() -> None:
    """The message says where to get one."""
    with pytest.raises(TypeError, match=r"needs what mk.update\(...\) gave, not 0.3"):
        what_would_change(0.3)  # type: ignore[arg-type]
