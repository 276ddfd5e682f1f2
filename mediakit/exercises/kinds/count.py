"""A whole number: ``q2 = 1``, and also ``1.0``, ``"1"`` or ``"one"``."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from mediakit.exercises.kinds.base import Kind, Read, Unread
from mediakit.exercises.kinds.numerals import read_numeral
from mediakit.exercises.questions import Question

__all__ = ["Count"]


class Count(Kind):
    """How many there are."""

    uses = frozenset({"unit"})

    def example(self, question: Question) -> str:
        return f"{question.id} = {5 if question.answer != 5 else 8}"

    def read(self, question: Question, value: Any) -> Read | Unread:
        if isinstance(value, (tuple, frozenset)) and len(value) == 1:
            value = next(iter(value))
        if value is ... or isinstance(value, (bool, dict, tuple, frozenset)):
            return Unread(f"a whole number is asked for here, like {self.example(question)}")
        if isinstance(value, str):
            found = read_numeral(_without(value, question.unit))
            if found is None or found[1]:
                return Unread(f"this is no whole number; write one like {self.example(question)}")
            number = found[0]
        else:
            number = Fraction(value)
        if number.denominator != 1:
            return Unread("a count is a whole number; this one has a part left over")
        return Read(int(number))

    def fits(self, pattern: Mapping[str, Any], given: Any) -> bool:
        return outside(pattern, given)


def outside(pattern: Mapping[str, Any], given: Any) -> bool:
    """True when the value is above or below what the pattern says (``{above: 4}``)."""
    above, below = pattern.get("above"), pattern.get("below")
    return (above is not None and given > above) or (below is not None and given < below)


def _without(text: str, unit: str) -> str:
    """The text without its unit, and without a word like "origins" after the number."""
    words = text.split()
    if len(words) > 1 and (words[-1].isalpha() and words[-1].casefold() not in ("percent",)):
        kept = " ".join(words[:-1])
        if read_numeral(text) is None and read_numeral(kept) is not None:
            return kept
    return text.removesuffix(unit).strip() if unit else text
