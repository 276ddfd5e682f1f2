"""A day: ``q5 = "25 December 2015"`` or ``"2015-12-25"``."""

from __future__ import annotations

import re
import unicodedata
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
_ISO = re.compile(r"^(\d{4})([-/.]|(?=\d{4}$))(\d\d?)\2(\d\d?)(?:[t ]\d\d:\d\d.*)?$")
_DAY_FIRST = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)? ?(?:of )?([a-z]{3,9}) ?(\d{4})$")
_MONTH_FIRST = re.compile(r"^([a-z]{3,9}) ?(\d{1,2})(?:st|nd|rd|th)? (\d{4})$")
_YEAR_FIRST = re.compile(r"^(\d{4}) ?([a-z]{3,9}) ?(\d{1,2})(?:st|nd|rd|th)?$")
_FIGURES = re.compile(r"^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$")
_BEFORE = re.compile(
    r"^(?:(?:on|the|as of|it was|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)"
    r"(?: |$))+"
)
_NO_YEAR = re.compile(
    r"^(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?)$"
)
_SHORT_YEAR = re.compile(r"^\d{1,2}[./ -](?:\d{1,2}|[a-z]{3,9})[./ -]'?\d\d$")


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
            return Unread(
                "a date is asked for here, in quotation marks because Python calculates without "
                f"them: {self.example(question)}"
            )
        text = _flat(value)
        parts = _parts(text)
        if parts is None and (_NO_YEAR.match(text) or _SHORT_YEAR.match(text)):
            why = "the year is missing, or has two figures only; write one like "
            return Unread(why + self.example(question))
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


def _flat(text: str) -> str:
    """A date in small letters, with one kind of joint: "on Wednesday, 18-Nov-2015" and so on."""
    text = re.sub(r"[‐-―−]", "-", unicodedata.normalize("NFKC", text[:80])).casefold()
    text = re.sub(r"\s*([./-])\s*", r"\1", re.sub(r"[,()\s]+", " ", text)).strip(" .\"'“”‘’")
    text = re.sub(r"(?<=[a-z])[./-]+|[./-]+(?=[a-z])", " ", text)
    text = _BEFORE.sub("", re.sub(r" [a-z]{3,6}day$", "", text))
    return " ".join(text.split())


def _parts(text: str) -> tuple[int, int, int] | Unread | None:
    """Year, month and day."""
    if found := _ISO.match(text):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _YEAR_FIRST.match(text):
        month = _month(found[2])
        return (int(found[1]), month, int(found[3])) if month else None
    if found := _DAY_FIRST.match(text):
        month = _month(found[2])
        return (int(found[3]), month, int(found[1])) if month else None
    if found := _MONTH_FIRST.match(text):
        month = _month(found[1])
        return (int(found[3]), month, int(found[2])) if month else None
    if found := _FIGURES.match(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
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
