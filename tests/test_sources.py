"""The source descriptor: five fields, what is missing, one paragraph, and no grade."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from mediakit.case import load_case
from mediakit.provenance import trace
from mediakit.records import DatedNote, Source, SourceKind, When
from mediakit.sources import SourceDescriptor, describe_source

KEEPER = Source(
    "keeper",
    "Ada Quist",
    SourceKind.PERSON,
    record=(
        DatedNote(When(date(2017, 9, 12)), "Reported a leak; an inspection found it.", ("r1",)),
    ),
)
FULL: dict[str, Any] = {
    "access": "kept the lock at night",
    "motive": "none known",
    "chain": 1,
    "contact": "spoke to a reporter who names her",
}


def test_a_full_description_is_one_paragraph() -> None:
    """All five fields in one paragraph, the case's notes as the record; no line is too long."""
    found = describe_source(KEEPER, **FULL)
    assert found.status == "complete"
    assert found.missing == ()
    assert " ".join(repr(found).split()) == (
        "Ada Quist. Access: kept the lock at night. Motive: none known. Record: 12 September "
        "2017: Reported a leak; an inspection found it (r1). Chain: 1 step from where the "
        "account was first told, as far as published. Contact: spoke to a reporter who names her."
    )
    assert "\n\n" not in repr(found)
    assert max(map(len, repr(found).splitlines())) <= 72


@pytest.mark.parametrize("field", ["access", "motive", "record", "chain", "contact"])
def test_each_of_the_five_fields_is_needed(field: str) -> None:
    """Without any one of them the description is incomplete and names it."""
    given = {**FULL, "record": "none known"}
    del given[field]
    found = describe_source("Ada Quist", **given)
    assert found.status == "incomplete"
    assert found.missing == (field,)
    assert "(incomplete)" in repr(found)
    assert f"Still missing: {field} (" in " ".join(repr(found).split())


def test_an_empty_description_lists_all_five() -> None:
    """Three dots and empty text are "not yet"."""
    found = describe_source("Ada Quist", access="", motive=..., chain=None)
    assert found.missing == ("access", "motive", "record", "chain", "contact")


def test_not_known_is_an_answer() -> None:
    """Saying that nobody knows fills the field."""
    found = describe_source(
        "x", access="not known", motive="not known", record="none", chain="not known", contact="no"
    )
    assert found.status == "complete"
    assert "Chain: not known." in repr(found)
    assert found.why() == "Record: none"


def test_nought_steps_is_a_chain() -> None:
    """Zero is a count and not a gap."""
    assert "chain" not in describe_source("x", chain=0).missing
    assert "2 steps" in repr(describe_source("x", chain=2))


def test_the_chain_may_come_from_a_trace() -> None:
    """A finding of trace brings its count of steps."""
    claim = load_case("larkhaven").claims["who-ordered"]
    found = trace(claim, "harbour-times")
    assert describe_source("Harbour Times", chain=found).chain == found.hops == 2


def test_record_entries_add_to_those_of_the_case() -> None:
    """What the learner found comes after what the case holds."""
    entry = {"date": "2019-01-03", "text": "Named the wrong ship.", "source": "Port Gazette"}
    found = describe_source(KEEPER, record=[entry])
    assert len(found.record) == 2
    assert found.why().splitlines()[1] == "3 January 2019: Named the wrong ship (Port Gazette)"


@pytest.mark.parametrize(
    ("entry", "lack"),
    [
        ({"text": "It was right.", "source": "Gazette"}, "no date"),
        ({"date": "2019-01-03", "text": "It was right."}, "no source"),
        ("It was right.", "no date and no source"),
    ],
)
def test_a_record_entry_needs_a_date_and_a_source(entry: Any, lack: str) -> None:
    """The message says what is lacking and shows a full entry."""
    with pytest.raises(ValueError, match=f"record of Ada Quist has {lack}; write"):
        describe_source("Ada Quist", record=[entry])


def test_a_wrong_date_is_shown_the_right_form() -> None:
    """Dates are read as everywhere else."""
    with pytest.raises(ValueError, match="is not a date; write year-month-day"):
        describe_source("x", record=[{"date": "May 2019", "text": "t", "source": "s"}])


@pytest.mark.parametrize("chain", [-1, 1.5, True, "two", []])
def test_a_chain_is_a_count(chain: Any) -> None:
    """Anything else is answered with what is accepted."""
    with pytest.raises(ValueError, match="the chain of x is a count of steps, 0 or more"):
        describe_source("x", chain=chain)


def test_a_field_of_another_name_is_refused() -> None:
    """There is no field for character, and the five are listed."""
    with pytest.raises(TypeError, match="no field called 'character'; the fields are: access"):
        describe_source("x", character="honest")


def test_no_field_holds_a_grade() -> None:
    """The description has its five fields and a name, and nothing to score."""
    names = {f.name for f in fields(SourceDescriptor)}
    assert names == {"name", "access", "motive", "record", "chain", "contact"}


def test_an_empty_record_says_so() -> None:
    """Asked for the record, the description answers in words."""
    assert describe_source("x").why() == "No record entry yet."
