"""PROV-JSON: what goes out comes back, and the package ``prov`` reads the same."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.prov import from_prov, to_prov
from mediakit.records import (
    Basis,
    Claim,
    ClaimLevel,
    DatedNote,
    Document,
    DocumentKind,
    Ground,
    Link,
    Report,
    Source,
    SourceKind,
    Standing,
    Status,
    When,
)

CASES = {name: mk.load_case(name) for name in ("larkhaven", "metrojet")}
CLAIMS = [(case, claim) for case in CASES for claim in CASES[case].claims]
ORDERED = CASES["larkhaven"].claims["who-ordered"]

# Any text but lone surrogates, which no file in UTF-8 can hold.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ids = texts.filter(bool)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
whens = st.builds(When, days, texts)
links_to = st.lists(texts, max_size=3).map(tuple)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim with up to six reports that take from one another, and from others, at random."""
    names = draw(st.lists(ids, min_size=1, max_size=6, unique=True))
    links = st.builds(
        Link,
        st.sampled_from([*names, "elsewhere"]),
        st.sampled_from(Basis),
        texts,
        links_to,
        st.none() | whens,
    )
    reports = tuple(draw(reports_of(name, links)) for name in names)
    statuses = st.builds(Status, st.sampled_from(Standing), whens, texts, links_to)
    return Claim(
        draw(ids),
        draw(texts),
        draw(st.sampled_from(ClaimLevel)),
        draw(texts),
        draw(texts),
        draw(st.booleans()),
        tuple(draw(st.lists(statuses, max_size=2))),
        reports,
    )


def plain(record: type, *said: str) -> dict[str, Any]:
    """A strategy for each field of text and each list of ids, those to come included."""
    kinds = {"str": texts, "tuple[str, ...]": links_to}
    return {f.name: kinds[f.type] for f in fields(record) if f.type in kinds and f.name not in said}


@st.composite
def reports_of(draw: st.DrawFn, name: str, links: st.SearchStrategy[Link]) -> Report:
    """A report with this id, its source of the same name, its links in both places."""
    notes = st.builds(DatedNote, whens, texts, links_to)
    source = draw(
        st.builds(
            Source,
            id=st.just(name),
            name=texts,
            kind=st.sampled_from(SourceKind),
            named=st.booleans(),
            record=st.lists(notes, max_size=2).map(tuple),
            **plain(Source, "id", "name"),
        )
    )
    written = tuple(draw(st.lists(links, max_size=3)))
    document = draw(
        st.builds(
            Document,
            id=st.just(name),
            source=st.just(name),
            kind=st.sampled_from(DocumentKind),
            public=whens,
            took_from=st.just(written),
            ground=st.sampled_from(Ground),
            **plain(Document, "id", "source"),
        )
    )
    carried = draw(st.lists(st.sampled_from(written), max_size=3) if written else st.just([]))
    return Report(document, source, draw(ids), tuple(carried) or tuple(draw(st.lists(links))))


def full(claim: Claim) -> str:
    """Every field of a claim as text: words for a day, too, which equality leaves out."""
    return repr((claim, [vars(report) for report in claim.reports]))


@given(claims())
def test_what_goes_out_comes_back(claim: Claim) -> None:
    """Any claim, with any ids and links, is read back equal, field by field."""
    again = from_prov(to_prov(claim))
    assert again == claim
    assert full(again) == full(claim)


@given(claims())
def test_it_comes_back_from_a_file_too(claim: Claim) -> None:
    """As text and as bytes it gives the same claim as the values themselves."""
    text = json.dumps(to_prov(claim))
    assert from_prov(text) == from_prov(text.encode()) == claim


@given(claims(), st.integers())
def test_order_in_the_file_does_not_matter(claim: Claim, seed: int) -> None:
    """A program that stores the parts in another order changes nothing."""
    order = random.Random(seed)

    def shuffled(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        keys = list(value)
        order.shuffle(keys)
        return {key: shuffled(value[key]) for key in keys}

    assert from_prov(shuffled(to_prov(claim))) == claim


@given(claims())
def test_the_package_prov_reads_it_and_writes_it_back_equal(claim: Claim) -> None:
    """Another program reads our PROV-JSON as PROV and writes the same again."""
    model = prov_model()
    ours = to_prov(claim)
    theirs = model.ProvDocument.deserialize(content=json.dumps(ours)).serialize()
    assert json.loads(theirs) == ours
    assert from_prov(theirs) == claim


@pytest.mark.parametrize(("case", "claim"), CLAIMS)
def test_every_shipped_claim_goes_through_both(case: str, claim: str) -> None:
    """The cases that come with mediakit, claim by claim, through mediakit and through prov."""
    model = prov_model()
    record = CASES[case].claims[claim]
    ours = to_prov(record)
    assert full(from_prov(ours)) == full(record)
    document = model.ProvDocument.deserialize(content=json.dumps(ours))
    assert json.loads(document.serialize()) == ours


def prov_model() -> Any:
    """The optional package, which the tests install."""
    if not os.environ.get("CI"):
        return pytest.importorskip("prov.model", reason="the package prov is not installed")
    import prov.model

    return prov.model


def test_the_words_of_prov() -> None:
    """Reports are entities, sources agents, links derivations with their basis."""
    found = to_prov(ORDERED)
    assert found["entity"]["report:kuestenbote"]["prov:label"]
    assert found["agent"]["source:colleague"]["prov:type"]["$"] == "prov:Person"
    assert found["agent"]["source:harbour-times"]["prov:type"]["$"] == "prov:Organization"
    derived = list(found["wasDerivedFrom"].values())
    one = next(d for d in derived if d["prov:generatedEntity"] == "report:kuestenbote")
    assert one["prov:usedEntity"] == "report:harbour-times"
    assert one["mk:basis"] == "cited"
    assert one["prov:type"]["$"] == "prov:Quotation"
    made = {g["prov:entity"]: g["prov:time"] for g in found["wasGeneratedBy"].values()}
    assert made["report:kuestenbote"] == "2019-04-21T00:00:00"


def test_only_a_cited_link_is_a_quotation() -> None:
    """What we matched or inferred is a derivation and is not put into the report's mouth."""
    for case in CASES.values():
        for claim in case.claims.values():
            for link in to_prov(claim).get("wasDerivedFrom", {}).values():
                assert ("prov:type" in link) == (link["mk:basis"] == "cited")


def test_an_answering_machine_is_software() -> None:
    """A chatbot is no person and no organisation."""
    agents = [
        agent
        for claim in CASES["larkhaven"].claims.values()
        for agent in to_prov(claim).get("agent", {}).values()
        if agent.get("mk:kind") == "assistant"
    ]
    assert agents
    assert {agent["prov:type"]["$"] for agent in agents} == {"prov:SoftwareAgent"}


def test_offices_act_for_their_body() -> None:
    """A body that speaks through an office stands behind it in the export."""
    for case in CASES.values():
        for claim in case.claims.values():
            apart = {r.source.id: r.body for r in claim.reports if r.body != r.source.id}
            behalf = to_prov(claim).get("actedOnBehalfOf", {}).values()
            assert {b["prov:delegate"]: b["prov:responsible"] for b in behalf} == {
                f"source:{one}": f"source:{body}" for one, body in apart.items()
            }


def test_the_same_claim_gives_the_same_export() -> None:
    """Nothing in it depends on the hour or the run."""
    assert json.dumps(to_prov(ORDERED)) == json.dumps(to_prov(ORDERED))


@given(st.dates(date(2019, 3, 1), date(2020, 3, 1)))
def test_a_time_cut_holds_in_the_export(day: date) -> None:
    """Nothing that became public after the day is in what is exported for that day."""
    for claim in CASES["larkhaven"].as_of(day).claims.values():
        times = to_prov(claim).get("wasGeneratedBy", {}).values()
        limit = (day + timedelta(1)).isoformat()
        assert all(node["prov:time"] < limit for node in times)


def test_counting_works_on_what_came_back() -> None:
    """A claim read back gives the same count of origins."""
    for claim in CASES["metrojet"].claims.values():
        if claim.reports:
            assert repr(mk.corroborate(from_prov(to_prov(claim)))) == repr(mk.corroborate(claim))


def test_it_works_without_the_package_prov() -> None:
    """Export and reading back need Python alone, even where ``prov`` can't be imported."""
    code = (
        "import sys; sys.modules['prov'] = None\n"
        "from mediakit import load_case\n"
        "from mediakit.prov import from_prov, to_prov\n"
        "claim = load_case('larkhaven').claims['who-ordered']\n"
        "assert from_prov(to_prov(claim)) == claim\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# --- what can't be read ------------------------------------------------------------------


def broken(change: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    """The export of the open claim with one thing spoiled."""
    document: dict[str, Any] = json.loads(json.dumps(to_prov(ORDERED)))
    change(document)
    return document


REPORT = "report:kuestenbote"
# what is wrong -> (the input, the error, what its message says)
FAULTS: dict[str, tuple[Any, type[Exception], str]] = {
    "no JSON at all": ("<prov/>", ValueError, "this is not JSON"),
    "a list": ("[]", ValueError, "begins with a brace"),
    "PROV of something else": ({"entity": {}}, ValueError, "holds no claim, and one is wanted"),
    "two claims": (
        broken(lambda d: d["entity"].update({"claim:b": d["entity"]["claim:who-ordered"]})),
        ValueError,
        "holds 2 claims",
    ),
    "a report without a source": (
        broken(lambda d: d.pop("wasAttributedTo")),
        ValueError,
        r"report:\S+ comes without its source \(wasAttributedTo\)",
    ),
    "a report without a day": (
        broken(lambda d: d.pop("wasGeneratedBy")),
        ValueError,
        r"report:\S+ comes without its day \(wasGeneratedBy\)",
    ),
    "a source not described": (
        broken(lambda d: d.pop("agent")),
        ValueError,
        "which is not described",
    ),
    "a basis of its own": (
        broken(lambda d: d["wasDerivedFrom"]["_:id13"].update({"mk:basis": "rumour"})),
        LookupError,
        "has 'rumour' for mk:basis; the words are: cited, matching, inferred, unknown",
    ),
    "a list that is no JSON": (
        broken(lambda d: d["entity"][REPORT].update({"mk:says": "[who"})),
        ValueError,
        "mk:says holds '\\[who', which is no list",
    ),
    "a day that is no date": (
        broken(lambda d: d["wasGeneratedBy"]["_:id1"].update({"prov:time": "in spring"})),
        ValueError,
        "'in spring' is no date",
    ),
    "a link that leads nowhere": (
        broken(lambda d: d["wasDerivedFrom"]["_:id13"].pop("prov:usedEntity")),
        ValueError,
        "is not whole, near 'prov:usedEntity'",
    ),
    "a part of the wrong sort": ({"entity": []}, ValueError, "'entity' .* is no list of records"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_named(fault: str) -> None:
    """What can't be read ends in one sentence that says what is wrong and what to do."""
    given_, error, message = FAULTS[fault]
    with pytest.raises(error, match=message) as caught:
        from_prov(given_)
    assert "\n" not in str(caught.value)


def test_two_reports_with_one_id_are_refused() -> None:
    """PROV would make one entity of them, so nothing is written."""
    twice = replace(ORDERED, reports=(*ORDERED.reports, ORDERED.reports[0]))
    with pytest.raises(ValueError, match="two reports have the id"):
        to_prov(twice)
