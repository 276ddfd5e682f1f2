"""A whole number: ``q2 = 1``, and also ``1.0``, ``"1"`` or ``"one"``."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from mediakit.exercises.kinds.base import Kind, Read, Unread
from mediakit.exercises.kinds.numerals import PARTS, SIZES, TENS, WORDS, read_numeral
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
            found = read_numeral(without_noun(value, question.unit))
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


def without_noun(text: str, unit: str = "") -> str:
    """The text without its unit, and without a word or two after the number: "2 origins"."""
    text = text.removesuffix(unit).strip() if unit else text
    words = text.rstrip(" .!?").split()
    for many in (1, 2, 3):
        rest = [word.casefold() for word in words[-many:]]
        if len(words) <= many or not all(w.isalpha() and w not in _NO_NOUNS for w in rest):
            break
        kept = " ".join(words[:-many])
        if read_numeral(text) is None and read_numeral(kept) is not None:
            return kept
    return text


# After one of these the number is another one, or more than one: "2 thousand", "2 or three".
_NO_NOUNS = {*SIZES, *PARTS, *WORDS, *TENS, "percent", "pct", "billion", "or", "to", "and", "x"}
