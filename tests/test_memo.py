"""The source memo: every section there, or none of it is written out."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.case import Case
from mediakit.memo import SECTIONS, Memo, source_memo
from mediakit.sources import SourceDescriptor, describe_source
from mediakit.wording import confidence, hash_name, likelihood

CASE = mk.load_case("larkhaven")
OPEN = "who-ordered"
SETTLED = "fire-below"
TELLER: SourceDescriptor = describe_source(
    "A keeper",
    access="saw the quay from above",
    motive="none known",
    record="none known",
    chain=0,
    contact="asked by letter",
)
WHOLE: dict[str, Any] = {
    "question": "How did the fire begin?",
    "sources": TELLER,
    "independence": mk.corroborate(CASE.claims[SETTLED]),
    "likelihood": "very likely",
    "confidence": confidence("moderate", ["source count: two origins"]),
    "alternatives": "The fire began in the engine room.",
    "gaps": ["The lorry was not recovered.", "The alarm log is not public."],
    "would_change": "A camera log that shows smoke elsewhere first.",
}
GIVEN = [key for key in SECTIONS if key != "claims"]


def memo(claim: str | list[str] = SETTLED, case: Case = CASE, **changed: Any) -> Memo:
    """A whole memo on a settled claim, with these sections changed."""
    return source_memo(case, claim, **{**WHOLE, **changed})


def text_of(html: str) -> str:
    """What a reader sees of a page, on one line."""
    from html import unescape

    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_a_whole_memo_says_so() -> None:
    """Nine sections, nothing missing, and the repr lists them."""
    found = memo()
    assert found.complete
    assert repr(found) == (
        "Source memo on 'larkhaven': 9 of 9 sections.\n"
        "  there: question, claims, sources, independence, likelihood, confidence, "
        "alternatives, gaps, would_change"
    )


@pytest.mark.parametrize("section", [key for key in GIVEN if key != "question"])
@pytest.mark.parametrize("empty", ["", None, ..., []])
def test_each_section_is_needed(section: str, empty: object) -> None:
    """Without any one of them nothing is written out, and one sentence names it."""
    if section == "confidence" and empty == []:
        empty = ...
    changed: dict[str, Any] = {section: {} if section == "likelihood" else empty}
    found = memo(**changed)
    assert found.missing == (section,)
    assert f"missing: {section} (" in repr(found)
    for write in (found.markdown, found.html):
        with pytest.raises(ValueError, match=rf"while a section is missing: {section} \("):
            write()


def test_a_claim_without_a_question_needs_one() -> None:
    """The case gives the question where it has one; for other claims the writer does."""
    assert memo(question="").complete
    assert memo("alarm-known", question="").missing == ("question",)
    assert source_memo(CASE, []).missing[:2] == ("question", "claims")


def test_all_gaps_are_named_at_once() -> None:
    """An empty memo names every gap in one message."""
    with pytest.raises(ValueError, match="is missing") as caught:
        source_memo(CASE, SETTLED).markdown()
    for section in ("sources", "independence", "likelihood", "confidence", "gaps"):
        assert f"{section} (" in str(caught.value)


def test_half_a_description_is_a_gap() -> None:
    """A source without all five fields keeps the memo back, and the field is named."""
    found = memo(sources=[TELLER, describe_source("A caller", access="not known")])
    assert found.missing == ("sources",)
    assert "A caller lacks motive and record and chain and contact" in repr(found)


def test_the_memo_reads_in_order() -> None:
    """The nine headings come in their order, in Markdown and on the page."""
    headings = [heading for heading, _ in SECTIONS.values()]
    assert re.findall(r"^## (.*)$", memo().markdown(), re.M) == headings
    assert re.findall(r"<h2>(.*?)</h2>", memo().html()) == headings


def test_claims_bring_their_standing() -> None:
    """Each claim stands with what may be said of it, since when, and on whose word."""
    assert (
        "The fire began on the car deck, below the passengers. (established, 10 February 2020: "
        "Merrow Marine Inquiry, report of 10 February 2020)" in text_of(memo().html())
    )


def test_independence_from_a_finding() -> None:
    """What corroborate found stands there with what it rests on."""
    told = text_of(memo().html())
    assert "Corroboration of 'fire-below'" in told
    assert "[camera] is an origin with a ground of its own" in told


def test_likelihood_and_confidence_stand_apart() -> None:
    """Two sections: the word with its range in one, the grounds in the other."""
    sections = {s.key: s.paragraphs for s in memo().sections}
    assert sections["likelihood"] == ("very likely (80–95 %, ICD 203)",)
    assert sections["confidence"] == ("Confidence: moderate. Reasons: source count: two origins.",)


@pytest.mark.parametrize("said", [0.9, "90 %", "very likely", likelihood("very likely")])
def test_a_likelihood_in_any_form_gets_its_range(said: object) -> None:
    """Word, number, per cent or finding: the memo shows the word with its range."""
    section = next(s for s in memo(likelihood=said).sections if s.key == "likelihood")
    assert "very likely (80–95 %, ICD 203)" in section.paragraphs[0]


def test_cannot_be_judged_is_an_answer() -> None:
    """No judgement is a value, not a gap."""
    assert memo(likelihood="This cannot be judged from two logs.").complete


def test_an_open_claim_says_why_no_likelihood_is_given() -> None:
    """The section is there without any doing, and it holds words."""
    section = next(s for s in memo(OPEN, likelihood=...).sections if s.key == "likelihood")
    assert not section.missing
    assert section.paragraphs[0].startswith("open: no likelihood is given")
    assert not re.search(r"\d", section.paragraphs[0])


def test_the_writer_may_say_why_there_is_none() -> None:
    """Words of the writer's own stand after the fixed ones."""
    found = memo(OPEN, likelihood="One man's word, passed on once.")
    section = next(s for s in found.sections if s.key == "likelihood")
    assert section.paragraphs == ("open: no likelihood is given. One man's word, passed on once.",)


@pytest.mark.parametrize(
    "said",
    [
        "likely",
        0.2,
        (0.1, 0.3),
        "20 %",
        likelihood("unlikely"),
        "Almost certain, I think.",
        "1 in 5",
    ],
)
def test_an_open_claim_takes_no_likelihood(said: object) -> None:
    """Word, number, range or phrase: on an open claim it is refused in one sentence."""
    with pytest.raises(ValueError, match="'who-ordered' is open, so the memo gives no likelihood"):
        memo(OPEN, likelihood=said)


def test_a_per_cent_on_an_open_claim_is_pointed_at() -> None:
    """Elsewhere in the memo a per cent may be a measured share, so it is listed, not refused."""
    found = memo(OPEN, likelihood=..., gaps="About 40 % of the deck was never searched.")
    assert [(r.section, r.words) for r in found.remarks] == [("Gaps", "40 %")]
    assert "the claim is open" in found.markdown()
    assert not memo(gaps="About 40 % of the deck was never searched.").remarks
    assert not memo([SETTLED, OPEN]).remarks


def test_several_claims_have_a_likelihood_each() -> None:
    """The open one has words, the other its range, each under its number."""
    found = memo([SETTLED, OPEN], likelihood={SETTLED: "likely"})
    section = next(s for s in found.sections if s.key == "likelihood")
    assert section.paragraphs[0] == "Claim 1: likely (55–80 %, ICD 203)"
    assert section.paragraphs[1].startswith("Claim 2: open: no likelihood is given")
    assert memo([SETTLED, OPEN], likelihood="likely").sections == found.sections


def test_flagged_wording_is_listed_with_the_memo() -> None:
    """The lint keeps nothing back; what it flags stands at the end, with a better way."""
    found = memo(gaps="The regime's brutal lackeys burned the ship on purpose.")
    assert found.remarks
    for told in (found.markdown(), found.html()):
        assert "Wording to look at again" in told
    assert "Wording to look at again" not in memo().markdown()


def test_a_private_name_is_pointed_at() -> None:
    """A name on the case's private list is found through its hash."""
    secret = hash_name("Orla Penhallow", "salt")
    found = memo(gaps="What Orla Penhallow saw.", private_names=[secret])
    assert [r.words for r in found.remarks] == ["Orla Penhallow"]


def test_explanations_may_be_given_by_their_ids() -> None:
    """An id of the case stands there with its label."""
    name, hypothesis = next(iter(CASE.hypotheses.items()))
    section = next(s for s in memo(alternatives=[name]).sections if s.key == "alternatives")
    assert section.paragraphs[0].startswith(hypothesis.label)
    assert memo(alternatives=hypothesis).sections == memo(alternatives=[name]).sections


def test_a_time_cut_is_stated_and_held() -> None:
    """The memo of a cut case says the day and knows nothing later."""
    cut = CASE.as_of("2019-05-01")
    whole = {**WHOLE, "independence": "Two logs."}
    told = source_memo(cut, CASE.claims[SETTLED], **whole).markdown()
    assert "As known on 1 May 2019" in told
    assert "2020" not in told


def test_the_records_behind_it() -> None:
    """Why names each claim and the reports that make it."""
    assert memo().why().startswith("fire-below: camera, engineer-statement")


HOSTILE = "<script>alert(1)</script> # no heading\n\n# A heading\n\n[x](http://e.example) **b** `c`"


def test_the_writers_words_take_no_effect() -> None:
    """Tags, headings and links in an answer are shown as they were typed."""
    found = memo(gaps=HOSTILE)
    page = found.html()
    assert "<script" not in page
    assert "<a " not in page
    rendered = markdown.markdown(found.markdown())
    assert not re.search(r"<(?!/?(?:h1|h2|p|ul|li)>)", rendered)
    assert rendered.count("<h2>") == len(SECTIONS)
    assert "[x](http://e.example) **b** `c`" in text_of(rendered)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_any_words_show_as_typed(words: str) -> None:
    """Whatever is written, Markdown and page show it and no more than it."""
    line = " ".join(words.split())
    found = memo(gaps=words)
    if not line:
        assert found.missing == ("gaps",)
        return
    assert line in text_of(found.html())
    rendered = markdown.markdown(found.markdown())
    assert not re.search(r"<(?!/?(?:h1|h2|p|ul|li)>)", rendered)
    assert rendered.count("<h2>") == found.html().count("<h2>")
    assert line in text_of(rendered)


def test_the_page_stands_alone() -> None:
    """It loads nothing, runs nothing, knows dark screens and paper."""
    page = memo().html()
    assert "default-src 'none'" in page
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page
    assert not re.search(r"(?:src|href)=|url\(|@import", page)


def test_the_same_memo_twice() -> None:
    """Nothing in it depends on the hour."""
    assert memo().html() == memo().html()
    assert memo().markdown() == memo().markdown()


def test_no_number_on_an_open_claim_but_counts_and_dates() -> None:
    """The memo holds records and words; it has no field for a figure."""
    assert {f.name for f in fields(Memo)} == {"case", "claims", "sections", "remarks"}


# --- wrong arguments ----------------------------------------------------------------------


FAULTS: dict[str, tuple[dict[str, Any], type[Exception], str]] = {
    "a claim that is not there": (
        {"claims": "fire-bellow"},
        LookupError,
        "did you mean 'fire-below'",
    ),
    "a number for claims": ({"claims": 3}, TypeError, "claims are ids of the case or claims"),
    "a name for a source": ({"sources": "A keeper"}, TypeError, "described with describe_source"),
    "a number for a source": ({"sources": 3}, TypeError, "described with describe_source"),
    "a word for confidence": ({"confidence": "low"}, TypeError, "confidence\\(level, reasons\\)"),
    "a number for gaps": ({"gaps": 7}, TypeError, "gaps is text, or a list of texts"),
    "one likelihood for two claims": (
        {"claims": [SETTLED, "fire"], "likelihood": "likely"},
        ValueError,
        "one likelihood for 2 claims; give each its own: \\{'fire-below': …, 'fire': …\\}",
    ),
    "a likelihood for a stranger": (
        {"likelihood": {"fire": "likely"}},
        LookupError,
        "given for 'fire'; the claims of this memo are: fire-below",
    ),
    "a word on no yardstick": ({"likelihood": "sort of"}, LookupError, "no likelihood word"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_named(fault: str) -> None:
    """A wrong argument ends in one sentence that says what is wanted."""
    changed, error, message = FAULTS[fault]
    claims = changed.get("claims", SETTLED)
    with pytest.raises(error, match=message):
        source_memo(
            CASE, claims, **{**WHOLE, **{k: v for k, v in changed.items() if k != "claims"}}
        )
