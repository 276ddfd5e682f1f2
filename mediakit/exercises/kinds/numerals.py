"""Numbers as people write them: ``0.03``, ``"3 %"``, ``"3 in 100"``, ``"three"``, ``"1,200"``."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

__all__ = ["PARTS", "SIZES", "TENS", "WORDS", "read_numeral"]

WORDS: dict[str, Fraction] = {
    word: Fraction(number)
    for number, words in enumerate(
        (
            *("zero none no nil nobody nothing", "one once", "two twice", "three", "four", "five"),
            *("six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen"),
            *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        )
    )
    for word in words.split()
} | {"none of them": Fraction(0)}
WORDS |= dict.fromkeys(("50/50", "50-50", "50:50", "fifty-fifty", "fifty/fifty"), Fraction(1, 2))
TENS = dict(
    zip(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        range(20, 100, 10),
        strict=True,
    )
)
SIZES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4}
PARTS |= {"fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100}

_BEFORE = re.compile(
    r"^(?:(?:about|around|roughly|approximately|approx\.?|ca\.?|circa|only|just|exactly|nearly"
    r"|there (?:is|are)|it is|i (?:count|think|say|get)|answer|=|:|~|≈)\s*)+"
)
_PLAIN = r"[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})"
_SMALL = re.compile(rf"^({_PLAIN})(?:e|\s*[x*×]\s*10\s*(?:\^|\*\*)\s*)([+-]?\d{{1,2}})$")
_OF = re.compile(r"^(.+?)\s*(?:\b(?:out of|in|of|from|per)\b|[/:÷])\s*(?:every\s+)?(.+)$")


def read_numeral(text: str) -> tuple[Fraction, bool] | None:
    """The number a text spells, and whether it was given in percent; None when it is none.

    >>> read_numeral("3 %"), read_numeral("three in a hundred"), read_numeral("about seven")
    ((Fraction(3, 100), True), (Fraction(3, 100), False), (Fraction(7, 1), False))
    """
    text = unicodedata.normalize("NFKC", text[:80]).casefold().replace("−", "-").replace("⁄", "/")
    text = " ".join(text.split()).strip(" !?\"'“”„‘’()[]").rstrip(". ")
    text = _BEFORE.sub("", text)
    percent = re.sub(r"\s*(?:%|per cent|percent|pct)$", "", text)
    if percent != text:
        value = _plain(percent)
        return None if value is None else (value / 100, True)
    value = _plain(text)
    if value is None:
        value = _share(text)
    return None if value is None else (value, False)


def _share(text: str) -> Fraction | None:
    """``3 in 100``, ``one of four``, ``3/100``."""
    found = _OF.match(text)
    above, below = (_plain(found[1]), _plain(found[2])) if found else (None, None)
    return above / below if above is not None and below else None


def _plain(text: str) -> Fraction | None:
    if text in WORDS:
        return WORDS[text]
    if found := _SMALL.match(text):
        return Fraction(found[1]) * Fraction(10) ** int(found[2])
    if re.fullmatch(r"[+-]?\d{1,3}(?:[,' ’]\d{3})+(?:\.\d+)?", text):
        text = re.sub(r"[,' ’]", "", text)  # thousands
    elif re.fullmatch(r"[+-]?\d{0,15},\d{1,15}", text):
        text = text.replace(",", ".")  # a decimal comma
    if re.fullmatch(_PLAIN, text):
        return Fraction(text)
    return _in_words(text.replace("-", " ").split())


def _in_words(words: list[str]) -> Fraction | None:
    """``twenty one``, ``two hundred``, ``a dozen``, ``three quarters``, ``half``."""
    if words and words[-1] in PARTS:
        many = Fraction(1) if words[:-1] in ([], ["a"], ["an"]) else _in_words(words[:-1])
        return None if many is None else many / PARTS[words[-1]]
    if words and words[-1] in SIZES:
        many = Fraction(1) if words[:-1] in ([], ["a"]) else _in_words(words[:-1])
        return None if many is None else many * SIZES[words[-1]]
    if len(words) == 2 and words[0] in TENS and 0 < WORDS.get(words[1], 0) < 10:
        return TENS[words[0]] + WORDS[words[1]]
    if len(words) != 1:
        return None
    word = words[0]
    if word in TENS:
        return Fraction(TENS[word])
    return WORDS[word] if word in WORDS else Fraction(word) if re.fullmatch(_PLAIN, word) else None
