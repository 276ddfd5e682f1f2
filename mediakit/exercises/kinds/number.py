"""A number with a tolerance: ``q4 = 0.03``, ``"3 %"``, ``"3 in 100"``, ``3/100``."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from mediakit.exercises.kinds.base import Kind, Read, Unread
from mediakit.exercises.kinds.count import outside, without_noun
from mediakit.exercises.kinds.numerals import read_numeral
from mediakit.exercises.questions import Question

__all__ = ["Number"]


class Number(Kind):
    """A number, in the question's unit when it has one.

    With the unit ``%`` a bare 3 means 3 %. Without a unit, "3 %" is 0.03.
    """

    uses = frozenset({"tolerance", "unit"})

    def example(self, question: Question) -> str:
        if question.unit and question.unit != "%":
            return f'{question.id} = "12 {question.unit}"'
        return f'{question.id} = "12 %"' if question.unit else f"{question.id} = 0.12"

    def read(self, question: Question, value: Any) -> Read | Unread:
        if isinstance(value, (tuple, frozenset)) and len(value) == 1:
            value = next(iter(value))
        if _decimal_comma(value):
            return Unread(
                f"one number is asked for, and a comma makes two; write {value[0]}.{value[1]}"
            )
        if value is ... or isinstance(value, (bool, dict, tuple, frozenset)):
            return Unread(f"one number is asked for here, like {self.example(question)}")
        if not isinstance(value, str):
            return Read(Fraction(str(value)))
        text = value.strip()
        if question.unit and question.unit != "%":
            text = _without_unit(text, question.unit)
        other_unit = question.unit and question.unit != "%"  # "12 miles" are no kilometres
        found = read_numeral(text if other_unit else without_noun(text))
        if found is None:
            unit = f" in {question.unit}" if question.unit else ""
            return Unread(f"this is no number{unit}; write one like {self.example(question)}")
        number, in_percent = found
        share = in_percent or any(sign in text for sign in _SHARES)
        return Read(number * 100 if question.unit == "%" and share else number)

    def same(self, question: Question, given: Any, other: Any) -> bool:
        return bool(abs(given - other) <= question.tolerance)

    def literal(self, value: Any) -> Any:
        return int(value) if value.denominator == 1 else float(value)

    def fits(self, pattern: Mapping[str, Any], given: Any) -> bool:
        return outside({key: Fraction(str(v)) for key, v in pattern.items()}, given)


_SHARES = (" in ", " of ", " from ", " per ", "/", "÷")


def _decimal_comma(value: Any) -> bool:
    """``q4 = 0,5`` is two numbers for Python."""
    return isinstance(value, tuple) and len(value) == 2 and all(type(v) is int for v in value)


def _without_unit(text: str, unit: str) -> str:
    low = text.casefold()
    for ending in (unit.casefold() + "s", unit.casefold()):
        if low.endswith(ending):
            return text[: -len(ending)].strip()
    return text
