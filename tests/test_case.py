"""Cases: what they hold, and that a time cut leaks nothing."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.case import Case, read_date
from mediakit.records import Records, When

CASES = mk.list_cases()


def dates_in(value: Any) -> list[date]:
    """Every ``public`` day inside a record, a mapping of records or a case."""
    if isinstance(value, Records):
        return [day for record in value.values() for day in dates_in(record)]
    if isinstance(value, tuple):
        return [day for part in value for day in dates_in(part)]
    if isinstance(value, When):
        return [value.on]
    if is_dataclass(value):
        # A detail's first day in the press may be known later than the detail; the rest is public.
        return [
            day
            for f in fields(value)
            if f.name not in ("happened", "cut")
            for day in dates_in(getattr(value, f.name))
        ]
    return []


def stops(case: Case) -> list[date]:
    """Every distinct day of a case, the day before and the day after."""
    days = set(dates_in(case))
    return sorted({day + timedelta(d) for day in days for d in (-1, 0, 1)})


@pytest.mark.parametrize("name", CASES)
def test_a_cut_holds_nothing_later(name: str) -> None:
    """At every day of every case, what is left was public by that day."""
    case = mk.load_case(name)
    for day in stops(case):
        cut = case.as_of(day)
        assert max(dates_in(cut), default=day) <= day


@pytest.mark.parametrize("name", CASES)
def test_no_later_words_in_text_figure_or_table(name: str) -> None:
    """Titles of reports that came later stand in no repr, reason, table or alt text."""
    case = mk.load_case(name)
    for day in (stop.on for stop in case.replay):
        later = [s.name for s in case.sources.values() if s.id not in case.as_of(day).sources]
        shown = []
        for claim in case.as_of(day).claims.values():
            shown.append(repr(claim))
            if claim.reports:
                found = mk.corroborate(claim)
                shown += [repr(found), found.why(), repr(found.plot()), repr(found.table())]
        text = "\n".join(shown)
        assert not [name for name in later if f"[{name}]" in text or f"\n{name}," in text]


def ids_in(case: Case) -> set[str]:
    """Every id that a record of the case names, however it names it."""
    named: set[str] = set()
    for group in ("documents", "evidence", "officials", "details", "interests", "claims"):
        for record in getattr(case, group).values():
            for field in ("claims", "says", "references", "marks", "reasons"):
                named.update(getattr(record, field, ()))
            named.update(link.to for link in getattr(record, "took_from", ()))
            named.update(filter(None, [getattr(record, "origin", "")]))
    return named


@pytest.mark.parametrize("name", CASES)
def test_a_cut_names_no_record_it_took_out(name: str) -> None:
    """An id can give away what it stands for, so ids of later records go as well."""
    case = mk.load_case(name)
    for stop in case.replay:
        cut = case.as_of(stop.on)
        groups = (cut.claims, cut.documents, cut.references, cut.hypotheses)
        assert ids_in(cut) <= {key for group in groups for key in group}


@pytest.mark.parametrize("name", CASES)
def test_cutting_twice_is_cutting_at_the_earlier_day(name: str) -> None:
    """A later cut of an earlier cut brings nothing back."""
    case = mk.load_case(name)
    first, last = case.replay[0].on, case.replay[-1].on
    assert repr(case.as_of(first).as_of(last)) == repr(case.as_of(first))
    assert repr(case.as_of(last).as_of(first)) == repr(case.as_of(first))


@pytest.mark.parametrize("name", CASES)
def test_knowledge_only_grows(name: str) -> None:
    """Whatever record a day knows, each later day knows too."""
    case = mk.load_case(name)
    known: set[str] = set()
    for day in stops(case):
        now = {r.id for r in case.as_of(day).documents.values()}
        assert known <= now
        known = now


def test_a_status_is_cut_with_its_day() -> None:
    """Before the inquiry, the claim was reported; after it, established."""
    case = mk.load_case("larkhaven")
    before = case.as_of("2019-06-01").claims["fire-below"].status
    after = case.claims["fire-below"].status
    assert before
    assert after
    assert (before.standing.words, after.standing.words) == ("reported", "established")


def test_a_claim_nobody_has_made_yet_is_not_there() -> None:
    """Before the letter, the case does not know its allegation, its author or its details."""
    case = mk.load_case("larkhaven").as_of("2019-04-19")
    assert "who-ordered" not in case.claims
    assert "vollmer" not in case.sources
    assert not case.details


def test_a_wrong_id_lists_the_right_ones() -> None:
    """Asking for a record that is not there brings a guess and the ids."""
    case = mk.load_case("larkhaven")
    with pytest.raises(LookupError, match="did you mean 'who-ordered'"):
        case.claims["who-orderd"]
    assert case.claims.get("nothing") is None


def test_a_wrong_case_lists_the_cases() -> None:
    """A mistyped case name brings the names there are."""
    with pytest.raises(LookupError, match="did you mean 'larkhaven'"):
        mk.load_case("larkhavn")


def test_a_missing_case_file_is_named() -> None:
    """A path that leads nowhere is named in the message."""
    with pytest.raises(FileNotFoundError, match=r"no case file at 'nowhere\.yaml'"):
        mk.load_case("nowhere.yaml")


def test_a_fictional_case_says_so() -> None:
    """Nobody can take an invented case for a real one."""
    assert "(fictional)" in repr(mk.load_case("larkhaven"))


@pytest.mark.parametrize("wrong", ["26 December 2015", "2015-13-01", "", 2015, None])
def test_a_wrong_date_shows_the_right_form(wrong: Any) -> None:
    """A date in another form is answered with the form we read."""
    with pytest.raises(ValueError, match="write year-month-day"):
        read_date(wrong)


@given(st.dates())
def test_dates_are_read_in_every_form(day: date) -> None:
    """Text, date and date with a time of day are read alike."""
    assert read_date(day.isoformat()) == read_date(day) == day
    assert read_date(datetime(day.year, day.month, day.day, 12)) == day
