"""Provenance: chains, origins and circles."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.case import Case
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

DAY = date(2020, 1, 1)


def report(
    id_: str,
    *links: str,
    basis: Basis = Basis.CITED,
    own: bool = False,
    body: str = "",
    kind: DocumentKind = DocumentKind.ARTICLE,
    day: int = 0,
) -> Report:
    """One invented report; its source bears the same name in capitals."""
    source = Source(id_, id_.upper(), SourceKind.OUTLET)
    took = tuple(Link(to, basis) for to in links)
    ground = Ground.OWN if own else Ground.UNDISCLOSED
    document = Document(
        id_,
        id_,
        kind,
        When(DAY + timedelta(day)),
        f"Report {id_}",
        says=("c",),
        took_from=took,
        ground=ground,
        ground_note="it looked" if own else "",
    )
    return Report(document, source, body or id_, took)


def claim(*reports: Report) -> Claim:
    """A claim with these reports."""
    return Claim("c", "Something happened.", ClaimLevel.EVENT, reports=reports)


@pytest.fixture(scope="module")
def larkhaven() -> Case:
    """The shipped fictional case."""
    return mk.load_case("larkhaven")


# name of the graph -> (reports, at least, at most, circles)
GRAPHS = {
    "one report": ([report("a")], 1, 1, 0),
    "a chain of three": ([report("a"), report("b", "a"), report("c", "b")], 1, 1, 0),
    "nine copies of one": ([report("a"), *(report(f"r{i}", "a") for i in range(9))], 1, 1, 0),
    "two that show their ground": (
        [report("a", own=True), report("b", own=True), report("x", "a", "b")],
        2,
        2,
        0,
    ),
    "two that show none": ([report("a"), report("b"), report("x", "a", "b")], 1, 2, 0),
    "one shown, two quiet": ([report("a", own=True), report("b"), report("c")], 1, 3, 0),
    "two offices of one body": (
        [report("a", own=True, body="state"), report("b", own=True, body="state")],
        1,
        1,
        0,
    ),
    "a link we only infer": (
        [report("a"), report("b", "a", basis=Basis.INFERRED)],
        1,
        2,
        0,
    ),
    "a link by matching details": (
        [report("a"), report("b", "a", basis=Basis.MATCHING)],
        1,
        1,
        0,
    ),
    "a circle of two": ([report("a", "b"), report("b", "a")], 0, 1, 1),
    "a circle with a way out": ([report("o"), report("a", "b", "o"), report("b", "a")], 1, 1, 1),
    "a circle and an origin apart": ([report("a", "b"), report("b", "a"), report("o")], 1, 2, 1),
    "a chatbot alone": ([report("bot", kind=DocumentKind.AI_ANSWER)], 0, 0, 0),
    "a chatbot that cites two": (
        [
            report("a", own=True),
            report("b", "a"),
            report("bot", "a", "b", kind=DocumentKind.AI_ANSWER),
        ],
        1,
        1,
        0,
    ),
    "a paper that cites and looks for itself": (
        [report("a", own=True), report("b", "a", own=True)],
        2,
        2,
        0,
    ),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_origins_of_hand_made_graphs(name: str) -> None:
    """The count of origins is right on graphs small enough to count by hand."""
    reports, at_least, at_most, circles = GRAPHS[name]
    found = mk.corroborate(claim(*reports))
    assert (found.at_least, found.at_most, len(found.circles)) == (at_least, at_most, circles)


@st.composite
def graphs(draw: st.DrawFn) -> list[Report]:
    """Random reports that take from one another, circles included."""
    size = draw(st.integers(1, 12))
    rng = random.Random(draw(st.integers(0, 10**6)))
    reports = []
    for i in range(size):
        others = [f"n{j}" for j in range(size) if j != i]
        links = rng.sample(others, k=min(rng.choice([0, 0, 1, 1, 2]), len(others)))
        reports.append(
            report(f"n{i}", *links, basis=rng.choice(list(Basis)), own=rng.random() < 0.3, day=i)
        )
    return reports


@given(graphs(), st.data())
def test_republication_never_raises_the_count(reports: list[Report], data: st.DataObject) -> None:
    """A report that only repeats others changes neither end of the range."""
    before = mk.corroborate(claim(*reports))
    copied = data.draw(st.sampled_from([r.id for r in reports]))
    after = mk.corroborate(claim(*reports, report("copy", copied, day=99)))
    assert (after.at_least, after.at_most) == (before.at_least, before.at_most)


@given(graphs(), st.data())
def test_a_chatbot_never_raises_the_count(reports: list[Report], data: st.DataObject) -> None:
    """An answering machine adds no origin, whether or not it names pages."""
    before = mk.corroborate(claim(*reports))
    cited = data.draw(st.lists(st.sampled_from([r.id for r in reports]), max_size=3))
    bot = report("bot", *cited, kind=DocumentKind.AI_ANSWER, day=99)
    after = mk.corroborate(claim(*reports, bot))
    assert (after.at_least, after.at_most) == (before.at_least, before.at_most)


@given(graphs())
def test_the_range_is_in_order(reports: list[Report]) -> None:
    """At least never exceeds at most, and at most never the number of reports."""
    found = mk.corroborate(claim(*reports))
    assert 0 <= found.at_least <= found.at_most <= len(reports)


@given(graphs(), st.randoms())
def test_order_of_reports_does_not_matter(reports: list[Report], rng: random.Random) -> None:
    """Shuffling the reports leaves the count as it is."""
    before = mk.corroborate(claim(*reports))
    rng.shuffle(reports)
    after = mk.corroborate(claim(*reports))
    assert (after.at_least, after.at_most) == (before.at_least, before.at_most)


@given(graphs())
def test_every_circle_is_a_way_round(reports: list[Report]) -> None:
    """Each circle named is real: every report takes from the next, the last from the first."""
    for circle in mk.corroborate(claim(*reports)).circles:
        for here, following in zip(circle, [*circle[1:], circle[0]], strict=True):
            assert following.id in {link.to for link in here.links}


@given(graphs())
def test_traces_end_and_name_every_step_once(reports: list[Report]) -> None:
    """A chain lists each report in full once, and ends even where reports run in circles."""
    chain = mk.trace(claim(*reports), "n0")
    in_full = [s.report.id for s in chain.steps if not s.seen_above]
    assert len(in_full) == len(set(in_full))


def test_a_long_chain_needs_no_recursion() -> None:
    """Twenty thousand reports in a row are followed to the first."""
    reports = [report("n0"), *(report(f"n{i}", f"n{i - 1}") for i in range(1, 20_000))]
    made = claim(*reports)
    assert mk.corroborate(made).at_most == 1
    assert mk.trace(made).hops == 19_999


def test_circle_is_told_in_words(larkhaven: Case) -> None:
    """A circle is a sentence that names who names whom."""
    found = mk.corroborate(larkhaven.claims["alarm-known"])
    words = " ".join(repr(found).split())
    assert "Ferry Watch names Daily Merrow and Daily Merrow names Ferry Watch" in words


def test_circle_appears_when_the_link_does(larkhaven: Case) -> None:
    """Before the first report was brought up to date there was a chain and no circle."""
    early = mk.corroborate(larkhaven.as_of("2019-03-24").claims["alarm-known"])
    late = mk.corroborate(larkhaven.claims["alarm-known"])
    assert (len(early.circles), len(late.circles)) == (0, 1)


def test_a_chain_in_a_circle_says_that_no_origin_is_shown() -> None:
    """The trace of a circle ends with a sentence, not with an origin."""
    assert "No origin is shown" in repr(mk.trace(claim(report("a", "b"), report("b", "a"))))


def test_a_source_named_afterwards_does_not_undo_the_first_telling(larkhaven: Case) -> None:
    """Whoever told it first stays its origin when the page is brought up to date."""
    for day in ("2019-03-24", "2019-03-25"):
        found = mk.corroborate(larkhaven.as_of(day).claims["alarm-known"])
        assert [o.name for o in found.origins] == ["Ferry Watch"]
        assert (found.at_least, found.at_most) == (1, 1)


def test_a_source_found_out_later_does_undo_a_second_telling() -> None:
    """When it comes out that a report had an older one, the two were one all along."""
    older, newer = report("a"), report("b", "a", day=3)
    found_out = replace(newer.links[0], public=When(DAY + timedelta(9)))
    told = mk.corroborate(claim(older, replace(newer, links=(found_out,))))
    assert (told.at_least, told.at_most) == (1, 1)


def test_two_honest_origins_are_accepted(larkhaven: Case) -> None:
    """Two bodies that each show a ground of their own count as two."""
    found = mk.corroborate(larkhaven.as_of("2019-04-30").claims["fire-below"])
    assert (found.at_least, found.at_most) == (2, 2)


def test_six_links_of_a_chatbot_are_two_origins(larkhaven: Case) -> None:
    """The chatbot cites six pages, one of which is not there; two origins stand behind them."""
    found = mk.corroborate(larkhaven.claims["sister-ship"])
    assert (found.at_least, found.at_most) == (2, 2)
    assert [r.name for r in found.answers] == ["Answerly"]


def test_why_names_every_report(larkhaven: Case) -> None:
    """The reasons of a count name the records it rests on."""
    found = mk.corroborate(larkhaven.claims["who-ordered"])
    assert all(r.id in found.why() for r in found.reports)


def test_connecting_as_the_case_does_gives_the_same_count(larkhaven: Case) -> None:
    """The learner's links, when they are the case's, give the case's count."""
    told = larkhaven.claims["who-ordered"]
    links = {r.id: [link.to for link in r.links] for r in told.reports}
    assert mk.connect(told, links).at_most == mk.corroborate(told).at_most


def test_a_connection_counts_whatever_the_report_shows() -> None:
    """The learner's link decides, also for a report that has a ground of its own."""
    told = claim(report("a"), report("b", own=True))
    assert mk.connect(told, {"b": "a"}).at_most == 1


def test_a_chatbot_without_pages_goes_back_to_nobody() -> None:
    """It is not said of an answer that names no page that it goes back to the origin."""
    told = claim(report("a"), report("b", "a"), report("bot", kind=DocumentKind.AI_ANSWER))
    assert "Every report" not in repr(mk.corroborate(told))


def test_each_connection_lowers_the_count_by_one(larkhaven: Case) -> None:
    """Six unconnected reports may be six origins; each link takes one away."""
    told = larkhaven.claims["who-ordered"]
    links: dict[str, str] = {}
    counts = [mk.connect(told, links).at_most]
    for taker, to in [("le-phare", "kuestenbote"), ("kuestenbote", "harbour-times")]:
        links[taker] = to
        counts.append(mk.connect(told, links).at_most)
    assert counts == [6, 5, 4]


def test_unknown_report_lists_the_reports(larkhaven: Case) -> None:
    """A wrong id is answered with a guess and the ids there are."""
    with pytest.raises(LookupError, match="did you mean 'le-phare'"):
        mk.trace(larkhaven.claims["who-ordered"], "le-phar")
    with pytest.raises(LookupError, match="harbour-times, kuestenbote"):
        mk.connect(larkhaven.claims["who-ordered"], {"le-phare": "nobody"})


def test_a_report_is_not_its_own_source(larkhaven: Case) -> None:
    """Connecting a report to itself is answered with a sentence."""
    with pytest.raises(ValueError, match="can't have taken the account from itself"):
        mk.connect(larkhaven.claims["who-ordered"], {"le-phare": "le-phare"})


def test_a_claim_without_reports_says_what_to_do(larkhaven: Case) -> None:
    """Counting reports of a claim nobody has made points to a later day."""
    nobody = replace(larkhaven.claims["fire"], reports=())
    with pytest.raises(ValueError, match="look at a later day"):
        mk.corroborate(nobody)


def test_a_deep_chain_is_written_in_step_with_its_length() -> None:
    """Past twelve steps the indent stays and the step is numbered: text grows as the chain does."""
    reports = [report("r0"), *(report(f"r{i}", f"r{i - 1}") for i in range(1, 2000))]
    lines = repr(mk.trace(claim(*reports))).splitlines()
    steps = [line for line in lines if "←" in line]
    assert steps[11].startswith(" " * 38 + "← R1987")
    assert steps[12].startswith(" " * 38 + "step 13 ← R1986")
    assert max(map(len, lines)) < 100


def test_steps_walked_grow_with_the_links() -> None:
    """Twice the reports take twice the calls, chain, copies or circle: no step is taken twice."""
    took: dict[str, Callable[[int], int]] = {
        "chain": lambda i: i - 1,
        "copies": lambda i: 0,
        "circle": lambda i: i - 1,
    }

    def calls(count: int, shape: str) -> int:
        first = report("r0", f"r{count - 1}") if shape == "circle" else report("r0")
        later = [report(f"r{i}", f"r{took[shape](i)}") for i in range(1, count)]
        whole = claim(first, *later)
        made = 0

        def count_call(frame: FrameType, event: str, argument: object) -> None:
            nonlocal made
            made += event in ("call", "c_call")

        sys.setprofile(count_call)
        try:
            for finding in (mk.corroborate(whole), mk.trace(whole)):
                assert repr(finding)
                assert finding.why()
        finally:
            sys.setprofile(None)
        return made

    for shape in took:
        assert calls(4000, shape) < 2.2 * calls(2000, shape)


def test_the_longest_way_counts_though_a_shorter_one_is_shown_first() -> None:
    """A report reached by two ways is listed once; the steps back are those of the longer way."""
    made = claim(report("d"), report("b", "d"), report("c", "b"), report("a", "b", "c"))
    chain = mk.trace(made, "a")
    assert chain.hops == 3
    assert "from A, 3 steps back" in repr(chain)
