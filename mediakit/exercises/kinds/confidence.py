"""How sure a learner is, beside any answer: ``q1_confidence = 80``. Feedback, never points."""

from __future__ import annotations

from typing import Any

from mediakit.exercises.kinds.base import Unread
from mediakit.exercises.kinds.numerals import read_numeral
from mediakit.exercises.questions import Outcome

__all__ = ["SUFFIX", "read_confidence", "say_confidence"]

SUFFIX = "_confidence"
SURE = 80
UNSURE = 50


def read_confidence(value: Any) -> int | Unread:
    """Percent from 0 to 100; ``0.8``, ``"80 %"`` and 80 are the same.

    >>> read_confidence(0.8), read_confidence("80 %"), read_confidence(80)
    (80, 80, 80)
    """
    wanted = Unread("say how sure you are as a number from 0 to 100, like 80")
    if isinstance(value, str):
        found = read_numeral(value)
        if found is None:
            return wanted
        number = float(found[0]) * (100 if found[1] else 1)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        number = float(value)
    else:
        return wanted
    if 0 < number < 1:
        number *= 100
    return round(number) if 0 <= number <= 100 else wanted


def say_confidence(sure: int, outcome: Outcome) -> str:
    """One sentence on how sure somebody was, beside what came of it."""
    said = f"You were {sure} % sure."
    if outcome is Outcome.RIGHT and sure < UNSURE:
        return f"{said} The answer holds: your reasons were better than you thought."
    if outcome is Outcome.RIGHT:
        return f"{said} The answer holds."
    if outcome is Outcome.NOT_YET and sure >= SURE:
        return f"{said} What we hold with confidence and must change is what we learn most from."
    if outcome is Outcome.NOT_YET:
        return f"{said} The doubt was worth listening to."
    return said
