"""The Metrojet case: what the file holds, what was knowable when, and what it must never hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import unquote

import pytest

import mediakit as mk
from mediakit.case import Case
from mediakit.content import content
from mediakit.records import (
    Basis,
    ClaimLevel,
    Ground,
    OfficialKind,
    Records,
    Reference,
    SourceKind,
    Standing,
    When,
)

CAUSES = {"bomb-on-board", "technical-failure", "outside-effect", "not-established"}
MARKS = {"CC", "C", "N", "I", "II", "NA"}
ACCUSED = re.compile(r"putin|president|kremlin|head of state|moscow", re.IGNORECASE)
ACCUSING = re.compile(
    r"\border(ed|s)?\b|\bbehind\b|false.flag|own people|murder|killer", re.IGNORECASE
)
PROBABILITY = re.compile(
    r"\d\s*%|\bprobab|\blikely\b|\bodds\b|\bchance|\balmost certain|\bper ?cent\b", re.IGNORECASE
)
SEAT = re.compile(r"(?<![0-9A-Za-z%])3[01]\s?-?[A-F](?![0-9A-Za-z])")
AVOIDED = re.compile(
    r"\b(claim(ed|s that)|admitted|revealed|exposed|debunked|conspiracy|fake news)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def case() -> Case:
    """The whole case."""
    return mk.load_case("metrojet")


@pytest.fixture(scope="module")
def file_text() -> str:
    """The file as people read it."""
    return (content("cases") / "metrojet.yaml").read_text(encoding="utf-8")


def groups(case: Case) -> dict[str, Records[Any]]:
    """Every group of records, by its name."""
    named = {f.name: getattr(case, f.name) for f in fields(case)}
    return {name: group for name, group in named.items() if isinstance(group, Records)}


def parts(record: Any) -> Iterator[Any]:
    """A record and the records inside it, without the reports a claim is filled with."""
    yield record
    for f in fields(record):
        value = getattr(record, f.name)
        if f.name != "reports" and isinstance(value, tuple):
            for part in value:
                if is_dataclass(part) and not isinstance(part, When):
                    yield from parts(part)


def all_parts(case: Case) -> list[Any]:
    """Every record of the case and every dated part of one."""
    return [
        p for group in groups(case).values() for record in group.values() for p in parts(record)
    ]


def texts(case: Case) -> Iterator[str]:
    """Our own words: every text of the case but the titles and addresses of references."""
    yield from (case.title, case.summary)
    for part in all_parts(case):
        if isinstance(part, Reference):
            continue
        for f in fields(part):
            value = getattr(part, f.name)
            if isinstance(value, str):
                yield value
            elif f.name == "reasons":
                yield from value.values()


def days(case: Case) -> list[date]:
    """Every day on which something became public."""
    found = {p.public.on for p in all_parts(case) if getattr(p, "public", None)}
    return sorted(found)


# --- what the file holds ------------------------


def test_head_of_the_case(case: Case) -> None:
    """The head names the flight, says that the case is real and that nobody has reviewed it."""
    assert (case.id, case.title) == ("metrojet", "Metrojet Flight 9268")
    assert case.reality == "real"
    assert case.reviewed_by == "nobody yet"
    assert case.main_document == "inquisitr"
    assert [w.on for w in case.replay] == sorted({w.on for w in case.replay})
    assert len(case.replay) >= 6


def test_there_is_enough_of_everything(case: Case) -> None:
    """The case holds at least what was asked of it."""
    assert len(case.claims) >= 12
    assert len(case.evidence) >= 20
    assert len(case.officials) >= 10
    assert len({o.kind for o in case.officials.values()}) >= 4
    assert {c.level for c in case.claims.values()} == set(ClaimLevel)


def test_the_tree_runs_from_the_event_to_the_order(case: Case) -> None:
    """Going up from the order one meets the cause and then the event, and never a circle."""
    above = []
    here = case.claims["who-ordered"]
    while here.part_of:
        here = case.claims[here.part_of]
        assert here.id not in above
        above.append(here.id)
    assert [case.claims[i].level for i in above] == [ClaimLevel.CAUSE, ClaimLevel.EVENT]


def test_every_claim_has_statuses_in_order_with_a_note(case: Case) -> None:
    """Each status says on whose word, and the oldest comes first."""
    for claim in case.claims.values():
        dates = [s.public.on for s in claim.statuses]
        assert dates, claim.id
        assert dates == sorted(dates), claim.id
        assert all(s.note and s.references for s in claim.statuses), claim.id


def test_something_deserves_belief(case: Case) -> None:
    """The break-up is established, with the body and the day."""
    status = case.claims["break-up"].status
    assert status is not None
    assert status.standing is Standing.ESTABLISHED


def test_evidence_rests_on_pages(case: Case) -> None:
    """Every item of evidence has a page behind it and bears on a claim."""
    assert all(e.references and e.claims for e in case.evidence.values())


def test_marks_are_for_the_cause_only(case: Case) -> None:
    """A marked row weighs every explanation of the cause, with words of the scale, and why."""
    marked = [e for e in case.evidence.values() if e.marks]
    assert len(marked) >= 10
    assert all(set(e.marks) == CAUSES and set(e.marks.values()) <= MARKS for e in marked)
    assert all(e.reasons and set(e.reasons) <= CAUSES for e in marked)
    assert sum(len(set(e.marks.values())) > 1 for e in marked) >= 10


def test_both_questions_allow_for_not_established(case: Case) -> None:
    """Each question has its own explanations, and "not established" is among them."""
    for question in case.questions:
        labels = [h.label for h in case.hypotheses.values() if h.question == question]
        assert len(labels) >= 4
        assert "not established" in labels


def test_every_reference_is_used(case: Case) -> None:
    """No page stands in the list for nothing."""
    used = {key for p in all_parts(case) for key in getattr(p, "references", ())}
    assert used == set(case.references)


def test_interests_are_asked_of_everybody(case: Case) -> None:
    """States, armed group, airline, maker, claimant and newspapers get the same questions."""
    parties = " / ".join(i.party for i in case.interests.values())
    for party in ("Egypt", "Russian", "armed group", "Kogalymavia", "Airbus", "UK and US"):
        assert party in parties
    for party in ("Karpichkov", "Daily Mail", "Inquisitr", "families"):
        assert party in parties
    assert all("Gain:" in i.stake and "Lose:" in i.stake for i in case.interests.values())


# --- official items ------------------------


def test_a_finding_is_rare(case: Case) -> None:
    """No item on this crash is called a finding; the two there are concern other matters."""
    findings = {o.id for o in case.officials.values() if o.kind is OfficialKind.FINDING}
    assert findings == {"coroner-2012", "dutch-board-2015"}


def test_official_items_say_what_they_left_out(case: Case) -> None:
    """Each has a mandate, an interest, something it did not say, and a page."""
    for item in case.officials.values():
        assert item.mandate, item.id
        assert item.interest, item.id
        assert item.not_said, item.id
        assert item.references, item.id


def test_leaks_are_off_the_record(case: Case) -> None:
    """A leak is unnamed and off the record; nothing else is."""
    for item in case.officials.values():
        leak = item.kind is OfficialKind.LEAK
        assert item.on_record is not leak, item.id
        assert case.sources[item.source].named is not leak, item.id


def test_official_bodies_disagree(case: Case) -> None:
    """On the bomb, one says certain, one says more likely than not, one has nothing so far."""
    on_bomb = {o.id for o in case.officials.values() if "bomb" in o.claims}
    assert {"fsb-november", "cameron-november", "preliminary-report"} <= on_bomb
    assert sum(bool(o.changes) for o in case.officials.values()) >= 5


def test_changes_come_after(case: Case) -> None:
    """What changed an item later is later than the item."""
    for item in case.officials.values():
        assert all(change.public.on > item.public.on for change in item.changes), item.id


# --- who told whom ------------------------


def test_the_december_account_in_many_papers(case: Case) -> None:
    """At least nine reports in three languages carry it."""
    reports = case.claims["who-ordered"].reports
    papers = [r for r in reports if r.source.kind is SourceKind.OUTLET]
    assert len(papers) >= 9
    assert {"en", "pl", "ar"} <= {r.document.language for r in papers}


def test_the_december_account_has_one_origin(case: Case) -> None:
    """Everybody goes back to one officer without a name, as far as published."""
    count = mk.corroborate(case.claims["who-ordered"])
    assert (count.at_least, count.at_most) == (1, 1)
    assert [o.body for o in count.origins] == ["gru-officer"]
    assert not case.sources["gru-officer"].named
    assert not count.circles


def test_the_chain_of_the_article(case: Case) -> None:
    """From the article to the Mail, to the dossier, to the officer without a name."""
    chain = mk.trace(case.claims["who-ordered"], "inquisitr")
    names = [step.report.id for step in chain.steps]
    assert names == ["inquisitr", "daily-mail", "karpichkov-dossier", "gru-officer"]
    assert all(step.link.basis is Basis.CITED for step in chain.steps if step.link)


def test_the_bomb_has_a_range_of_origins(case: Case) -> None:
    """At least the bodies that examined something, at most all that may not share a source."""
    count = mk.corroborate(case.claims["bomb"])
    own = {o.body for o in count.origins if o.ground is Ground.OWN}
    assert own == {"russian-state", "recorder-investigators"}
    assert count.at_least == len(own) == 2
    assert count.at_most == len(count.origins)
    assert count.at_least < count.at_most


def test_offices_of_one_state_are_one_origin(case: Case) -> None:
    """The FSB and unnamed people close to the Russian inquiry count once."""
    bodies = [o.body for o in mk.corroborate(case.claims["bomb"]).origins]
    assert len(bodies) == len(set(bodies))
    assert {"fsb", "kommersant-sources", "downing-street", "cia"}.isdisjoint(bodies)


def test_links_say_how_we_know(case: Case) -> None:
    """Each link carries a note; each origin of its own ground says what it looked at."""
    for document in case.documents.values():
        assert all(link.note for link in document.took_from), document.id
        if document.ground is Ground.OWN:
            assert document.ground_note, document.id


def test_pages_that_could_not_be_read_say_so(case: Case) -> None:
    """The Mail's report and the Sunday paper's were not read, and the file says so."""
    assert "could not be read" in case.documents["daily-mail"].summary
    assert "Not read" in case.documents["sunday-express"].summary


def test_three_details_had_been_public_before(case: Case) -> None:
    """Exactly three details of the account were in the press before it."""
    known = {d.id: d.first_public.on for d in case.details.values() if d.first_public}
    assert known == {
        "one-kilogram": date(2015, 11, 17),
        "under-a-seat": date(2015, 11, 18),
        "plastic-explosive": date(2015, 12, 15),
    }
    for id_ in known:
        detail = case.details[id_]
        assert detail.first_where
        assert detail.references
        assert known[id_] < case.documents[detail.said_in].public.on
    told = mk.novelty(case, "karpichkov-dossier")
    assert {d.id for d in told.already_public} == set(known)
    assert len(told.not_found_earlier) == 3


# --- the open question ------------------------


def test_who_ordered_is_open(case: Case) -> None:
    """The question and every claim that hangs on it are open; the account is not verified."""
    claim = case.claims["who-ordered"]
    assert case.questions["who-ordered"].open
    assert not case.questions["cause"].open
    assert {s.standing for s in claim.statuses} == {Standing.SAID}
    for other in case.claims.values():
        if other.question == "who-ordered":
            assert other.open, other.id
        if other.question == "cause":
            assert not other.open, other.id


def test_who_told_whom_is_in_the_claim(case: Case) -> None:
    """The claim names the man who says it and says that his source has no name."""
    text = case.claims["who-ordered"].text
    assert text.startswith(
        "Boris Karpichkov, a former KGB officer, says that a GRU officer he does"
    )


def test_no_probability_for_who_ordered(case: Case) -> None:
    """Neither number nor likelihood word stands with the open question."""
    about = {c.id for c in case.claims.values() if c.question == "who-ordered"} - {"armed-group"}
    chain = {r.id for id_ in about for r in case.claims[id_].reports}
    words = [case.claims[id_].text for id_ in about]
    words += [s.note for id_ in about for s in case.claims[id_].statuses]
    words += [h.label + h.text for h in case.hypotheses.values() if h.question == "who-ordered"]
    words += [case.documents[id_].summary for id_ in chain]
    words += [
        e.text for e in case.evidence.values() if about.intersection(e.claims) and not e.marks
    ]
    assert [w for w in words if PROBABILITY.search(w)] == []


def test_no_accusation_in_titles_ids_and_labels(case: Case) -> None:
    """The accusation stands in no title, id, question or label."""
    shown = [case.title, *(d.title for d in case.documents.values())]
    shown += [q.text for q in case.questions.values() if q.id != "who-ordered"]
    shown += [key for group in groups(case).values() for key in group if key != "who-ordered"]
    assert [s for s in shown if ACCUSING.search(s)] == []
    labels = [h.label for h in case.hypotheses.values()]
    assert [s for s in labels if ACCUSED.search(s)] == []
    assert "ordered by a state (said, not verified)" in labels


def test_no_published_response_is_said_in_these_words(case: Case) -> None:
    """We say that we found none, which is not the same as that there was none."""
    status = case.claims["who-ordered"].status
    assert status is not None
    assert "We found no published response to the allegation" in status.note


# --- the article, its problems and its neighbours ------------------------


def test_thirty_problems_of_the_article(case: Case) -> None:
    """They are numbered from 1 to 30, all in the article, each with a claim and a correction."""
    slips = list(case.slips.values())
    assert [s.id[:3] for s in slips] == [f"e{n:02}" for n in range(1, 31)]
    assert {s.document for s in slips} == {"inquisitr"}
    assert all(s.claim and s.correction and s.references for s in slips)
    assert len({s.type for s in slips}) >= 15


def test_most_problems_could_be_seen_when_the_article_came_out(case: Case) -> None:
    """For nearly all of them a reader could have known better by then."""
    late = [s.id for s in case.slips.values() if s.public.on > date(2015, 12, 26)]
    assert late == ["e15-detail-left-out"]
    assert set(case.as_of("2015-12-26").slips) == set(case.slips) - set(late)
    assert not case.as_of("2015-12-24").slips


def test_the_article_is_told_in_our_words(case: Case) -> None:
    """At most eight of its words stand in quotation marks at a time, and twelve in one record."""
    for slip in case.slips.values():
        quoted = [len(q.split()) for q in re.findall(r'"([^"]*)"', slip.where)]
        assert max(quoted, default=0) <= 8, slip.id
        assert sum(quoted) <= 12, slip.id
        assert '"' not in slip.correction, slip.id


def test_problems_pass_the_lint_that_they_teach(case: Case) -> None:
    """What we write about loaded words and attribution has neither fault itself."""
    told = [(s.id, text) for s in case.slips.values() for text in (s.where, s.correction)]
    told += [(d.id, v.text) for d in case.disagreements.values() for v in d.versions]
    told += [(d.id, d.what) for d in case.decisions.values()]
    ours = [(id_, re.sub(r'"[^"]*"', '"…"', text)) for id_, text in told]
    assert [(id_, f) for id_, text in ours for f in mk.lint_wording(text).flags] == []


def test_sources_disagree_with_dates(case: Case) -> None:
    """Each disagreement has at least two versions, and the older one comes first."""
    assert len(case.disagreements) >= 10
    for item in case.disagreements.values():
        days_told = [v.public.on for v in item.versions]
        assert len(days_told) >= 2, item.id
        assert days_told == sorted(days_told), item.id


def test_somebody_had_to_decide(case: Case) -> None:
    """Governments, the inquiry, a council, a court and two editors, in the order of the days."""
    decided = [d.public.on for d in case.decisions.values()]
    assert len(decided) >= 6
    assert decided == sorted(decided)
    assert len({d.who for d in case.decisions.values()}) >= 6


def test_grades_come_with_reasons(case: Case) -> None:
    """A letter or number stands only beside its reason, and F and 6 are among them."""
    letters = [s for s in case.sources.values() if s.reliability]
    numbers = [d for d in case.documents.values() if d.credibility]
    assert all(s.reliability_why for s in letters)
    assert all(d.credibility_why for d in numbers)
    assert not [s.id for s in case.sources.values() if s.reliability_why and not s.reliability]
    assert {"A", "B", "C", "F"} <= {s.reliability for s in letters}
    assert {"2", "3", "6"} <= {d.credibility for d in numbers}


def test_whoever_has_no_name_cannot_be_graded(case: Case) -> None:
    """An unnamed source is an F wherever it is graded, whichever side it speaks for."""
    unnamed = [s for s in case.sources.values() if not s.named and s.reliability]
    assert {s.reliability for s in unnamed} == {"F"}
    assert len(unnamed) >= 5


def test_the_open_account_is_a_six_and_nothing_else(case: Case) -> None:
    """Whatever carries the account of December 2015 cannot be judged, and says so."""
    for report in case.claims["who-ordered"].reports:
        assert report.document.credibility in ("", "6"), report.id
    assert case.documents["karpichkov-dossier"].credibility == "6"


# --- what it must never hold ------------------------


def test_no_seats_anywhere(file_text: str) -> None:
    """No seat number, not in an address either."""
    assert SEAT.findall(file_text) == []
    assert SEAT.findall(unquote(file_text)) == []


def test_pages_that_name_passengers_are_not_linked(case: Case) -> None:
    """Pages known to give names, ages or seats are left out of the references."""
    left_out = ("teenage-girl", "sinoca.com", "businessechoes.com", "o2.pl", "fronda.pl")
    addresses = [r.url for r in case.references.values()]
    assert [u for u in addresses if any(part in u for part in left_out)] == []
    assert case.documents["o2"].references == case.documents["fronda"].references == ()


def test_no_long_quotation(case: Case) -> None:
    """No quoted passage is longer than 25 words."""
    for text in texts(case):
        for quoted in re.findall(r"“([^”]*)”|\"([^\"]*)\"", text):
            assert len("".join(quoted).split()) <= 25, text
    assert all(len(o.wording.split()) <= 25 for o in case.officials.values())


def test_words_to_avoid(case: Case) -> None:
    """The file says said and reported, not words that judge."""
    assert [t for t in texts(case) if AVOIDED.search(t)] == []


def test_ids_are_readable(case: Case) -> None:
    """Ids are lower-case words with hyphens."""
    ids = [key for group in groups(case).values() for key in group]
    assert [i for i in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)] == []


# --- what was knowable when ------------------------


def test_before_the_bomb_report(case: Case) -> None:
    """On 16 November 2015 there is neither dossier nor article nor any of the details."""
    early = case.as_of("2015-11-16")
    assert {"karpichkov-dossier", "daily-mail", "inquisitr", "gru-officer"}.isdisjoint(
        early.documents
    )
    assert {"who-ordered", "courier", "pretext"}.isdisjoint(early.claims)
    assert len(early.details) == 0
    assert "a-state" not in early.hypotheses
    assert early.main_document == ""
    assert "fsb-meeting" not in early.documents


def test_on_the_day_of_the_article(case: Case) -> None:
    """On 26 December 2015 the account is there, and nothing of 2016."""
    cut = case.as_of("2015-12-26")
    assert cut.main_document == "inquisitr"
    assert mk.corroborate(cut.claims["who-ordered"]).at_most == 1
    assert {"brennan-2016", "sisi-2016", "iac-2016"}.isdisjoint(cut.officials)
    assert {"in-the-hold", "inside-out"}.isdisjoint(cut.claims)
    assert not any("2016" in t or "2020" in t for t in texts(cut))


def test_every_cut_holds_only_what_was_public(case: Case) -> None:
    """On every distinct date, and the day before and after, nothing later is shown."""
    one = timedelta(1)
    for day in sorted({d + shift for d in days(case) for shift in (-one, timedelta(0), one)}):
        cut = case.as_of(day)
        late = [p for p in all_parts(cut) if getattr(p, "public", None) and p.public.on > day]
        assert late == [], day
        assert all(r.document.public.on <= day for c in cut.claims.values() for r in c.reports)


def test_texts_name_no_later_day(case: Case) -> None:
    """No record's words speak of a year after the year it became public."""
    for part in all_parts(case):
        public = getattr(part, "public", None)
        if isinstance(part, Reference) or public is None:
            continue
        for f in fields(part):
            value = getattr(part, f.name)
            if isinstance(value, str):
                years = [int(y) for y in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", value)]
                assert all(year <= public.on.year for year in years), (f.name, value)
