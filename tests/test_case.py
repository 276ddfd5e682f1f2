"""Cases: what they hold, and that a time cut leaks nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import Enum
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.case import Case, read_date
from mediakit.chronology import timeline
from mediakit.figures import base
from mediakit.hypotheses import Matrix
from mediakit.records import When
from mediakit.show import case_json, case_text
from tests.figures.look import looking
from tests.later import LATER, days_of, flat, poisoned

CASES = mk.list_cases()


@pytest.fixture
def without_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures lay out their words and leave the painting out."""
    monkeypatch.setattr(base, "finish", lambda canvas: b"")


# A case by day: its replay days in every run, every distinct day with the days around it at length.
REPLAY = [(name, stop.on) for name in CASES for stop in mk.load_case(name).replay]


def stops(case: Case) -> list[date]:
    """Every distinct day of a case, the day before and the day after."""
    return sorted({day + timedelta(d) for day in set(days_of(case)) for d in (-1, 0, 1)})


@pytest.mark.parametrize("name", CASES)
def test_a_cut_holds_nothing_later(name: str) -> None:
    """At every day of every case, what is left was public by that day."""
    case = mk.load_case(name)
    for day in sorted(set(days_of(case))):
        assert max(days_of(case.as_of(day)), default=day) <= day


def same_without_later(case: Case, day: date) -> None:
    """Whatever came later could have been otherwise, and the cut would be the same."""
    other = poisoned(case, day).as_of(day)
    assert flat(other) == flat(case.as_of(day)), f"{case.id}, {day}"


@pytest.mark.parametrize(("name", "day"), REPLAY)
def test_what_came_later_changes_nothing_in_a_cut(name: str, day: date) -> None:
    """Other words, days and verdicts after a replay day, and on its eve, leave the cut alone."""
    for stop in (day - timedelta(1), day):
        same_without_later(mk.load_case(name), stop)


@pytest.mark.full
@pytest.mark.parametrize("name", CASES)
def test_what_came_later_changes_nothing_on_any_day(name: str) -> None:
    """The same on every distinct day of the case, the day before and the day after."""
    case = mk.load_case(name)
    for day in stops(case):
        same_without_later(case, day)


def _itself(value: Any) -> Any:
    return value


def findings(cut: Case) -> Iterator[tuple[Any, Callable[[], Any]]]:
    """Everything that is worked out and drawn from a case, each with the records it rests on."""
    for claim in cut.claims.values():
        yield claim, partial(repr, claim)
        if claim.reports:
            yield (claim, "corroborate"), partial(mk.corroborate, claim)
            yield (claim, "trace"), partial(mk.trace, claim)
    for shows in ("officials", "evidence"):
        yield (getattr(cut, shows), cut.replay), partial(timeline, cut, shows)
    if cut.details:
        yield (cut.details, cut.documents), partial(mk.novelty, cut)
    for question in cut.questions:
        rivals = tuple(h for h in cut.hypotheses.values() if h.question == question)
        if len(rivals) > 1:
            matrix = Matrix(cut, question=question).fill_from_case()
            yield (rivals, cut.evidence, cut.claims), partial(_itself, matrix)
            if cut.questions[question].open:
                yield (rivals, cut.evidence, "open"), matrix.rank
    yield (cut.claims, cut.documents, cut.officials), lambda: case_text(cut, 80)
    yield cut.references, lambda: str(case_json(cut))


def told_by(finding: Any) -> Iterator[str]:
    """Every word of a finding: repr, reasons, labels, alt text, caption and table."""
    yield str(finding) if isinstance(finding, str) else repr(finding)
    if hasattr(finding, "why"):
        yield finding.why()
    if hasattr(finding, "plot"):
        with looking() as look:
            figure = finding.plot()
        yield from (*look.words, figure.alt, figure.caption, *map(str, figure.rows))


def strings(value: Any) -> Iterator[str]:
    """Every text inside plain values, and every day as it is written."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, date):
        yield str(When(value))


def nothing_later_told(case: Case, days: list[date]) -> None:
    """No text and no day of a later record is in what is told and drawn of a cut.

    A finding whose records did not change since the last day is not drawn anew.
    """
    everything = {text for text in strings(flat(case)) if len(text) > 12}
    seen: set[str] = set()
    for day in days:
        cut = case.as_of(day)
        known = "\n".join(strings(flat(cut)))
        later = [text for text in everything if text not in known]
        for rests_on, find in findings(cut):
            key = repr(flat(rests_on))
            if key not in seen:
                seen.add(key)
                told = "\n".join(told_by(find()))
                assert not [text for text in later if text in told], f"{case.id}, {day}"


@pytest.mark.parametrize("name", CASES)
def test_nothing_later_is_told_or_drawn(name: str, without_pixels: None) -> None:
    """On a day in the middle of the replay, no label, alt text, table or reason is from later."""
    case = mk.load_case(name)
    nothing_later_told(case, [case.replay[len(case.replay) // 2].on])


@pytest.mark.full
@pytest.mark.parametrize("name", CASES)
def test_nothing_later_is_told_or_drawn_on_any_day(name: str, without_pixels: None) -> None:
    """The same on every distinct day, the day before and the day after."""
    case = mk.load_case(name)
    nothing_later_told(case, stops(case))


@pytest.mark.full
@pytest.mark.parametrize("name", CASES)
def test_no_pixel_is_from_later(name: str) -> None:
    """On six days of each case, every figure is the same picture whatever came later."""
    case = mk.load_case(name)
    days = sorted(set(days_of(case)))
    for day in days[:: max(1, len(days) // 6)][:6]:
        cuts = (case.as_of(day), poisoned(case, day).as_of(day))
        found = [[find() for _, find in findings(cut)] for cut in cuts]
        pictures = [[f.plot().png for f in made if hasattr(f, "plot")] for made in found]
        assert pictures[0] == pictures[1], f"{name}, {day}"


def test_the_leak_test_would_see_a_leak() -> None:
    """A text that a cut should not hold, put into it, is found."""
    case = mk.load_case("larkhaven")
    day = date(2019, 5, 1)
    told = list(strings(flat(case)))
    assert "10 February 2020" in told
    assert "Report of the marine inquiry" in told
    leaking = replace(poisoned(case, day).as_of(day), summary=LATER)
    assert flat(leaking) != flat(case.as_of(day))
    assert poisoned(case, day).resolution != case.resolution
    assert LATER in repr(poisoned(case, day).claims["cooling-unit"])


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
    for day in sorted(set(days_of(case))):
        cut = case.as_of(day)
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
    for day in sorted(set(days_of(case))):
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
