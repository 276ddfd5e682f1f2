"""Chances and ratios as people write them: read generously, printed in words.

``0.03``, ``"3 %"`` and ``"3 in 100"`` are the same chance. A range says how far one
number may be off: ``(0.02, 0.05)`` or ``"2 % to 5 %"``. A number that cannot be read
brings one sentence that lists what can.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from numbers import Real

from mediakit.records import plural_of

__all__ = [
    "Range",
    "frequency",
    "out_of",
    "percent",
    "plural",
    "read_count",
    "read_probability",
    "read_range",
    "read_ratio",
]

NUMBER = r"\d[\d,]*(?:\.\d+)?|\.\d+"
PERCENT = re.compile(rf"({NUMBER})\s*(?:%|percent|per cent)", re.IGNORECASE)
SHARE = re.compile(rf"({NUMBER})\s*(?:/|in|of|out of)\s*({NUMBER})", re.IGNORECASE)
PLAIN = re.compile(NUMBER)
ODDS = re.compile(rf"({NUMBER})\s*[/:]\s*({NUMBER})")
THOUSANDS = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?")

A_CHANCE = "0.03, '3 %' or '3 in 100'"
A_RATIO = "a number above 0 such as 3, 0.5 or '1/3'"


@dataclass(frozen=True)
class Range:
    """A number, or the two ends between which it lies.

    Both ends are the same where one number was given; only then is ``float()`` of it defined.

    >>> Range(0.02, 0.05)
    0.02 to 0.05
    >>> float(Range(3, 3))
    3.0
    """

    low: float
    high: float

    @property
    def point(self) -> bool:
        """True when both ends are the same number."""
        return self.low == self.high

    def __iter__(self) -> Iterator[float]:
        return iter((self.low, self.high))

    def __float__(self) -> float:
        if not self.point:
            raise ValueError(f"this is a range, {self}: take its .low or its .high")
        return float(self.low)

    def __repr__(self) -> str:
        low, high = f"{self.low:.4g}", f"{self.high:.4g}"
        return low if low == high else f"{low} to {high}"


def read_probability(value: object, name: str = "the chance") -> float:
    """Read a chance as people write it.

    Parameters
    ----------
    value : float or str
        ``0.03``, ``"3 %"``, ``"3 in 100"`` or ``"3/100"``; from 0 (never) to 1 (always).
    name : str
        What the number is for; error messages begin with it.

    Returns
    -------
    float
        From 0 to 1.

    Raises
    ------
    ValueError
        When it cannot be read, is blank (``...``), or lies outside 0 to 1.

    Examples
    --------
    >>> read_probability("3 in 100"), read_probability("3 %"), read_probability(0.03)
    (0.03, 0.03, 0.03)
    """
    _not_blank(value, name, A_CHANCE)
    chance = _chance_in_words(value) if isinstance(value, str) else _real(value)
    if chance is None or math.isnan(chance):
        raise ValueError(f"{name}: {value!r} is not a chance; write {A_CHANCE}")
    if not 0 <= chance <= 1:
        percent_hint = f"; for percent write '{chance:g} %'" if 1 < chance <= 100 else ""
        raise ValueError(f"{name}: {value!r} is not between 0 and 1{percent_hint}")
    return chance


def read_ratio(value: object, name: str = "ratio") -> float:
    """Read a likelihood ratio: how many times as likely the report is if the claim is true.

    Parameters
    ----------
    value : float or str
        Above 0. ``3`` speaks for the claim, ``1`` for neither side, ``"1/3"`` against it.
    name : str
        What the number is for; error messages begin with it.

    Returns
    -------
    float
        Above 0.

    Raises
    ------
    ValueError
        When it cannot be read, is blank (``...``), or is not above 0.

    Examples
    --------
    >>> read_ratio("3"), read_ratio("1/4"), read_ratio("4:1")
    (3.0, 0.25, 4.0)
    """
    _not_blank(value, name, A_RATIO)
    ratio = _ratio_in_words(value) if isinstance(value, str) else _real(value)
    if ratio is None or not 0 < ratio < math.inf:
        raise ValueError(f"{name}: {value!r} is not a ratio; write {A_RATIO}")
    return ratio


def read_range(value: object, name: str, read: Callable[[object, str], float]) -> Range:
    """Read one number, or a range written ``(low, high)`` or ``"low to high"``.

    >>> read_range("2 % to 5 %", "prior", read_probability)
    0.02 to 0.05
    """
    ends: object = value
    if isinstance(value, str) and re.search(r"\sto\s|–", value):
        ends = tuple(part.strip() for part in re.split(r"\sto\s|–", value))
    if not isinstance(ends, (tuple, list, Range)):
        number = read(ends, name)
        return Range(number, number)
    numbers = [read(end, name) for end in ends]
    if len(numbers) != 2:
        raise ValueError(f"{name}: {value!r} is not a range; write two numbers, (low, high)")
    if numbers[0] > numbers[1]:
        raise ValueError(f"{name}: {value!r} runs backwards; write the lower end first")
    return Range(*numbers)


def read_count(value: object, name: str, least: int = 0) -> int:
    """Read a whole number that is ``least`` or more.

    >>> read_count(9, "reports")
    9
    """
    _not_blank(value, name, f"a whole number, {least} or more")
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise ValueError(f"{name}: {value!r} is not a whole number of {least} or more")
    return value


def percent(chance: float | Range) -> str:
    """A chance as percent, three figures at most; never 0 % or 100 % unless it is exactly so.

    >>> percent(0.0294117), percent(Range(0.02, 0.05)), percent(0.99999)
    ('2.94 %', '2 % to 5 %', 'more than 99.99 %')
    """
    if isinstance(chance, Range):
        low, high = percent(chance.low), percent(chance.high)
        return low if low == high else f"{low} to {high}"
    hundred = chance * 100
    if 0 < hundred < 0.01:
        return "less than 0.01 %"
    if 99.99 < hundred < 100:
        return "more than 99.99 %"
    return f"{hundred:.4g} %" if 99.95 <= hundred < 100 else f"{hundred:.3g} %"


def frequency(chance: float | Range) -> str:
    """A chance as so many in a thousand, or in more where a thousand is too few.

    >>> frequency(0.0294117), frequency(Range(0.01, 0.05)), frequency(0.0004)
    ('29 in 1,000', '10 to 50 in 1,000', '4 in 10,000')
    """
    ends = tuple(chance) if isinstance(chance, Range) else (chance,)
    many = out_of(ends)
    counts = list(dict.fromkeys(round(c * many) for c in ends))
    return f"{' to '.join(f'{count:,}' for count in counts)} in {many:,}"


def out_of(chances: Iterable[float]) -> int:
    """A thousand, or the power of ten above it in which none of them rounds to none or to all.

    >>> out_of([0.02, 0.5]), out_of([0.0004, 0.5])
    (1000, 10000)
    """
    listed = tuple(chances)
    many = 1000
    while many < 10**9 and any(0 < c < 1 and round(c * many) in (0, many) for c in listed):
        many *= 10
    return many


def plural(count: int, noun: str) -> str:
    """The count with its noun: ``1 report``, ``9 reports``.

    >>> plural(1, "origin"), plural(2, "origin")
    ('1 origin', '2 origins')
    """
    return f"{count:,} {noun if count == 1 else plural_of(noun)}"


def _not_blank(value: object, name: str, accepted: str) -> None:
    if value is ...:
        raise ValueError(f"{name} is still blank; in place of the dots write {accepted}")


def _real(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, Real):
        return None
    number = float(value)
    return None if math.isnan(number) else number


def _chance_in_words(text: str) -> float | None:
    text = text.strip()
    if found := PERCENT.fullmatch(text):
        return _number(found[1]) / 100
    if found := SHARE.fullmatch(text):
        return _divided(found)
    return _number(text) if PLAIN.fullmatch(text) else None


def _ratio_in_words(text: str) -> float | None:
    text = text.strip()
    if found := ODDS.fullmatch(text):
        return _divided(found)
    return _number(text) if PLAIN.fullmatch(text) else None


def _divided(found: re.Match[str]) -> float | None:
    whole = _number(found[2])
    return _number(found[1]) / whole if whole else None


def _number(text: str) -> float:
    """``1,000`` is a thousand; ``0,03`` is the comma that many countries write for a point."""
    if THOUSANDS.fullmatch(text):
        return float(text.replace(",", ""))
    comma, point = text.count(","), text.count(".")
    return float(text.replace(",", ".")) if comma == 1 and not point else _plain(text)


def _plain(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan
