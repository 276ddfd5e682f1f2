"""Novelty: what an account adds to what had been printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mediakit as mk
from mediakit.records import Records, When

CASE = mk.load_case("larkhaven")


def test_details_are_sorted_by_whether_they_were_public() -> None:
    """Two details had been in the camera log; one was found nowhere earlier."""
    found = mk.novelty(CASE)
    assert [d.id for d in found.already_public] == ["car-deck", "two-ten"]
    assert [d.id for d in found.not_found_earlier] == ["grey-van"]


def test_metrojet_has_three_details_that_were_public() -> None:
    """On the real case the test returns exactly the three, oldest first."""
    known = mk.novelty(mk.load_case("metrojet")).already_public
    days = [str(d.first_public) for d in known]
    assert days == ["17 November 2015", "18 November 2015", "15 December 2015"]


def test_every_detail_is_on_one_side() -> None:
    """No detail is lost and none is counted twice."""
    found = mk.novelty(CASE)
    sides = [*found.already_public, *found.not_found_earlier]
    assert {d.id for d in sides} == set(CASE.details)
    assert len(sides) == len(CASE.details)


@given(st.integers(-400, 0))
def test_only_an_earlier_day_counts(days: int) -> None:
    """A detail seen before the account was public; one of the same day was not."""
    account = CASE.documents["vollmer-letter"].public.on
    detail = replace(CASE.details["grey-van"], first_public=When(account + timedelta(days)))
    case = replace(CASE, details=Records("detail", {"grey-van": detail}))
    assert bool(mk.novelty(case).already_public) == (days < 0)


def test_before_the_account_there_is_nothing_to_sort() -> None:
    """Before the letter was printed the question says that no document offers details."""
    with pytest.raises(LookupError, match="no document with details"):
        mk.novelty(CASE.as_of("2019-04-01"))


def test_a_wrong_document_lists_the_right_ones() -> None:
    """A document without details is answered with those that have some."""
    with pytest.raises(LookupError, match="vollmer-letter"):
        mk.novelty(CASE, "camera")


def test_why_gives_place_and_distance() -> None:
    """The reasons say where a detail had stood and how long before."""
    why = " ".join(mk.novelty(CASE).why().split())
    assert "camera log of the harbour authority, 15 March 2019, 36 days before" in why
