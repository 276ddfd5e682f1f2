"""The ferry Larkhaven: a fictional case of the same shape as the real one."""

from __future__ import annotations

import pytest

import mediakit as mk
from mediakit.caselint.fairness import quoted
from mediakit.records import DocumentKind, Ground
from mediakit.wording import lint_wording

CASE = mk.load_case("larkhaven")
WRITTEN_OUT = {
    "harbour-times": DocumentKind.ARTICLE,
    "agency-2019": DocumentKind.ARTICLE,
    "coastguard-statement": DocumentKind.STATEMENT,
    "engineer-statement": DocumentKind.STATEMENT,
    "company-statement": DocumentKind.STATEMENT,
    "vollmer-letter": DocumentKind.DOSSIER,
    "quay-blog": DocumentKind.POST,
    "chat-screenshot": DocumentKind.SCREENSHOT,
    "answerly": DocumentKind.AI_ANSWER,
}


def test_it_has_every_part_that_the_real_case_has() -> None:
    """Whoever opts out of the real case can do the same exercises."""
    assert CASE.reality == "fictional"
    assert len(CASE.replay) >= 6
    for group in ("slips", "disagreements", "decisions", "details", "interests", "officials"):
        assert len(getattr(CASE, group)) >= 2
    assert CASE.resolution


@pytest.mark.parametrize("name", WRITTEN_OUT)
def test_documents_of_every_kind_are_written_in_full(name: str) -> None:
    """A letter, a post, a statement, a report, an article, a screenshot, a chatbot's answer."""
    document = CASE.documents[name]
    assert document.kind is WRITTEN_OUT[name]
    assert len(document.text.split()) > 10
    assert all(len(words.split()) <= 25 for words in quoted(document.text))


def test_the_reader_finds_who_speaks_in_the_article() -> None:
    """The article's named and unnamed sources are found by the helper for texts."""
    sheet = repr(mk.read(CASE.documents["harbour-times"].text))
    assert "Ines Vollmer" in sheet
    assert "unnamed" in sheet
    assert "Merrow Coastguard" in repr(mk.read(CASE.documents["agency-2019"].text))


def test_the_slips_are_in_the_article() -> None:
    """What the slips say of the article can be seen in its text, which the lint flags too."""
    text = CASE.documents["harbour-times"].text
    for words in ("2015", "grey van", "only an insider", "Everybody on the quay", "Experts"):
        assert words in text
    assert "coastguard" not in text.lower()
    assert {slip.document for slip in CASE.slips.values()} == {"harbour-times"}
    assert {f.kind for f in lint_wording(text).flags} >= {"loaded word"}


def test_copies_of_the_letter_stay_one_origin() -> None:
    """Three papers and a post go back to one colleague whom nobody else has met."""
    found = mk.corroborate(CASE.claims["who-ordered"])
    assert (found.at_least, found.at_most) == (1, 1)
    assert "a colleague she does not name" in repr(found)


def test_a_screenshot_that_spread_is_one_origin_and_the_log_another() -> None:
    """The right move is to accept the log, which was written that night."""
    spread = mk.corroborate(CASE.claims["captain-boat"])
    assert len(CASE.claims["captain-boat"].reports) == 3
    assert spread.at_most == 1
    before = CASE.as_of("2019-03-20").claims["captain-boat"].status
    after = CASE.as_of("2019-03-22").claims["captain-boat"].status
    assert before
    assert after
    assert (before.standing.words, after.standing.words) == ("said, not verified", "disputed")
    assert CASE.documents["rescue-log"].ground is Ground.OWN


def test_who_wanted_it_stays_open() -> None:
    """Both sides' claims are open, and the resolution gives no verdict on them."""
    for name in ("who-ordered", "nobody-wanted", "insurance"):
        assert CASE.claims[name].open
    assert CASE.resolution
    assert not {n for n in CASE.resolution.claims if CASE.claims[n].open}
    labels = [h.label for h in CASE.hypotheses.values() if h.question == "who-ordered"]
    assert "not established" in labels
    assert "wanted by the company (said, not verified)" in labels


def test_every_party_is_asked_for_its_interest() -> None:
    """The accused, the accuser, the offices, the papers: nobody is left out."""
    parties = {interest.party for interest in CASE.interests.values()}
    assert {"Strait Ferries", "Ines Vollmer", "the newspapers", "Merrow Coastguard"} <= parties
    assert len(parties) == len(CASE.interests)


def test_sources_are_graded_with_reasons_from_a_to_f() -> None:
    """The grades use the whole scale, and F is among them."""
    grades = {s.reliability for s in CASE.sources.values() if s.reliability}
    assert grades >= {"A", "B", "C", "F"}
    assert all(s.reliability_why for s in CASE.sources.values() if s.reliability)
