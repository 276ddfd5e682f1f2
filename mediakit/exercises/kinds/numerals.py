"""Numbers as people write them: ``0.03``, ``"3 %"``, ``"3 in 100"``, ``"three"``, ``"1,200"``."""

from __future__ import annotations

import re
from fractions import Fraction

__all__ = ["WORDS", "read_numeral"]

WORDS: dict[str, Fraction] = {
    word: Fraction(number)
    for number, words in enumerate(
        (
            *("zero none no", "one once", "two twice", "three", "four", "five", "six"),
            *("seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen"),
            *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        )
    )
    for word in words.split()
} | {"half": Fraction(1, 2), "a half": Fraction(1, 2), "a quarter": Fraction(1, 4)}

_ABOUT = re.compile(r"^(?:about|around|roughly|approximately|ca\.?|circa|only|~|≈)\s*")
_PLAIN = r"[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})"
_OF = re.compile(rf"^({_PLAIN})\s*(?:in|of|out of|/|per|:)\s*(?:every\s+)?({_PLAIN})$")


def read_numeral(text: str) -> tuple[Fraction, bool] | None:
    """The number a text spells, and whether it was given in percent; None when it is none.

    >>> read_numeral("3 %"), read_numeral("3 in 100"), read_numeral("about seven")
    ((Fraction(3, 100), True), (Fraction(3, 100), False), (Fraction(7, 1), False))
    """
    text = " ".join(text[:80].casefold().replace("−", "-").split()).strip(".")
    text = _ABOUT.sub("", text)
    percent = re.sub(r"\s*(?:%|per cent|percent|pct)$", "", text)
    if percent != text:
        value = _plain(percent)
        return None if value is None else (value / 100, True)
    share = _OF.match(text)
    if share:
        below = Fraction(share[2])
        return (Fraction(share[1]) / below, False) if below else None
    value = _plain(text)
    return None if value is None else (value, False)


def _plain(text: str) -> Fraction | None:
    if text in WORDS:
        return WORDS[text]
    if re.fullmatch(r"[+-]?\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?", text):
        text = re.sub(r"[,' ]", "", text)  # thousands
    elif re.fullmatch(r"[+-]?\d{0,15},\d{1,15}", text):
        text = text.replace(",", ".")  # a decimal comma
    return Fraction(text) if re.fullmatch(_PLAIN, text) else None
