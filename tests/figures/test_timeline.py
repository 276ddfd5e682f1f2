"""The timeline: both dates of each item, the stops, and nothing from later."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import mediakit as mk
from mediakit.chronology import timeline
from mediakit.figures.timeline import KINDS, timeline_figure
from mediakit.records import Evidence, Official, OfficialKind
from tests.figures.look import looking

CASES = {name: mk.load_case(name) for name in mk.list_cases()}
DATES = [
    (name, stop.on + timedelta(days=shift))
    for name, case in CASES.items()
    for stop in case.replay
    for shift in (-1, 0)
]


def _later(case: mk.Case, day: date, shows: str) -> set[str]:
    """Dates and ids that belong to records that were not public on this day."""
    records: list[Official | Evidence] = [*case.officials.values(), *case.evidence.values()]
    known = {str(w) for r in records for w in (r.public, r.happened) if r.public.on <= day}
    late = [r for r in records if r.public.on > day]
    words = {str(r.public) for r in late} - known
    return words | ({r.id for r in late} if shows == "evidence" else set())


@pytest.mark.parametrize(("name", "day"), DATES)
def test_a_cut_shows_nothing_later(name: str, day: date) -> None:
    """At every stop, and the day before, no text, alt text or table holds anything later."""
    case = CASES[name]
    for shows in ("officials", "evidence"):
        with looking() as look:
            figure = timeline(case.as_of(day), shows).plot()
        drawn = "\n".join([*look.words, figure.alt, figure.caption, *map(str, figure.rows)])
        assert not [words for words in _later(case, day, shows) if words in drawn]
        later_stops = {str(stop) for stop in case.replay if stop.on > day}
        assert not [words for words in later_stops if f"stop: {words}" in drawn]


@pytest.mark.parametrize("name", CASES)
def test_every_item_and_every_stop_has_a_row(name: str) -> None:
    """The table has the drawn rows in their order, by the day of becoming public."""
    case = CASES[name]
    found = timeline(case)
    rows = found.plot().rows
    assert len(rows) == len(case.officials) + len(case.replay)
    items = [row for row in rows if row[1]]
    assert [(m.public, m.who) for m in found.moments] == sorted(
        ((o.public, o.body) for o in case.officials.values()), key=lambda pair: pair[0].on
    )
    assert [row[:3] for row in items] == [(str(m.public), m.who, m.what) for m in found.moments]


@pytest.mark.parametrize("name", CASES)
def test_body_and_kind_of_every_item_are_drawn(name: str) -> None:
    """Labels are the body and the kind, read together where they take two lines."""
    with looking() as look:
        timeline(CASES[name]).plot()
    drawn = " ".join(look.words)
    assert all(f"{m.who}, {m.what}" in drawn for m in timeline(CASES[name]).moments)


def test_what_was_said_is_in_no_label() -> None:
    """The picture says who spoke and what kind of item it is, never what they said."""
    case = CASES["metrojet"]
    with looking() as look:
        figure = timeline(case).plot()
    drawn = "\n".join([*look.words, figure.alt, *map(str, figure.rows)])
    assert not [o.id for o in case.officials.values() if o.said in drawn]


def test_alt_text_counts_kinds_and_names_both_ends() -> None:
    """Whoever hears the picture hears how many of which kind, the first and the last."""
    alt = timeline(CASES["larkhaven"]).plot().alt
    assert "4 items (assessment 1, finding 1, statement 2)" in alt
    assert "First: 15 March 2019: Port Quill Harbour Authority, statement" in alt
    assert "Last: 10 February 2020: Merrow Marine Inquiry, finding" in alt


def test_evidence_shows_when_it_happened() -> None:
    """An item that became public later than it happened shows both dates."""
    rows = {row[1]: row for row in timeline(CASES["larkhaven"], "evidence").plot().rows}
    assert rows["unit-left-running"][0] == "10 February 2020"
    assert rows["unit-left-running"][3] == "happened 14 March 2019"


def test_kinds_differ_by_shape_and_a_leak_is_hollow() -> None:
    """Shape alone tells the kinds apart, without any colour."""
    assert set(KINDS) == set(OfficialKind)
    assert len({shape for shape, _ in KINDS.values()}) == len(KINDS)
    assert KINDS[OfficialKind.LEAK][1] == "white"


def test_before_anything_was_public_it_says_so() -> None:
    """A day before the first item gives an empty timeline in words, not an error."""
    found = timeline(CASES["larkhaven"].as_of("2001-01-01"))
    assert "nothing was public yet" in timeline_figure(found).alt
    assert found.why() == "Records: none."


def test_a_wrong_choice_lists_the_right_ones() -> None:
    """Asking for something else names the two choices."""
    with pytest.raises(LookupError, match="timelines are: evidence, officials"):
        timeline(CASES["larkhaven"], "offcials")
