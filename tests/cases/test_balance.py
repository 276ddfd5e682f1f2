"""All shipped cases together: no country or institution is always the accused."""

from __future__ import annotations

from collections import Counter

import mediakit as mk

# Whom the main accusation of each case is made against, whether it held or not.
ACCUSED = {
    "bulk-records": "United States",
    "curveball": "Iraq",
    "horizon": "Post Office (UK)",
    "larkhaven": "an invented company",
    "litvinenko": "Russia or the Soviet Union",
    "metrojet": "Russia or the Soviet Union",
    "nayirah": "Iraq",
    "sverdlovsk": "Russia or the Soviet Union",
    "twa800": "United States",
    "yellow-rain": "Russia or the Soviet Union",
}


def test_every_case_is_counted() -> None:
    """A new case says here whom its main accusation is made against."""
    assert set(ACCUSED) == set(mk.list_cases())


def test_nobody_is_the_accused_in_more_than_two_fifths() -> None:
    """No country or institution is accused in more than 40 % of all cases."""
    most = max(Counter(ACCUSED.values()).values())
    assert most <= 0.4 * len(ACCUSED)


def test_the_cases_come_out_in_different_ways() -> None:
    """Some accusations held, some did not, and some are open: no way of doubting is rewarded."""
    settled = [mk.load_case(name).resolution for name in ACCUSED]
    verdicts = {v for r in settled if r for v in r.claims.values()}
    assert verdicts == {"true", "false"}
    assert None in settled
