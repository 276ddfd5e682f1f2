"""A day: ``q5 = "25 December 2015"`` or ``"2015-12-25"``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from mediakit.exercises.kinds.base import Kind, Read, Unread
from mediakit.exercises.questions import Question

__all__ = ["Date"]

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_DAY_FIRST = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$")
_MONTH_FIRST = re.compile(r"^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$")
_FIGURES = re.compile(r"^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$")


class Date(Kind):
    """A day in the calendar, with the month as a word or in the order year-month-day."""

    def example(self, question: Question) -> str:
        return f'{question.id} = "7 July 2001"'

    def read(self, question: Question, value: Any) -> Read | Unread:
        if isinstance(value, tuple) and len(value) == 1:
            value = value[0]
        if isinstance(value, tuple) and len(value) == 3:
            value = "-".join(str(part) for part in value)[:40]
        if not isinstance(value, str):
            return Unread(f"a date is asked for here, like {self.example(question)}")
        text = " ".join(value[:60].casefold().replace("on ", "").split()).rstrip(".")
        parts = _parts(text)
        if parts is None:
            return Unread(f"this is no date; write one like {self.example(question)}")
        if isinstance(parts, Unread):
            return parts
        try:
            return Read(date(*parts))
        except ValueError:
            return Unread("there is no such day in the calendar")

    def literal(self, value: Any) -> Any:
        return value.isoformat()

    def fits(self, pattern: Mapping[str, Any], given: Any) -> bool:
        before, after = (_day(pattern.get(key)) for key in ("before", "after"))
        return (before is not None and given < before) or (after is not None and given > after)


def _day(text: Any) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _parts(text: str) -> tuple[int, int, int] | Unread | None:
    """Year, month and day."""
    if found := _ISO.match(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.match(text):
        month = _month(found[2])
        return (int(found[3]), month, int(found[1])) if month else None
    if found := _MONTH_FIRST.match(text):
        month = _month(found[1])
        return (int(found[3]), month, int(found[2])) if month else None
    if found := _FIGURES.match(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        if first > 12 >= second:
            return year, second, first
        if second > 12 >= first:
            return year, first, second
        if first == second:
            return year, first, first
        return Unread("day and month can be read two ways here; write the month as a word")
    return None


def _month(word: str) -> int:
    found = [i for i, name in enumerate(MONTHS, 1) if name.startswith(word) or word == name[:4]]
    return found[0] if len(found) == 1 else 0
