"""Single words: loaded ones, and those that take a side."""

from __future__ import annotations

from collections.abc import Iterator

from mediakit.wording import lexicon as lex
from mediakit.wording.sources import View

__all__ = ["avoided", "loaded"]


def avoided(v: View) -> Iterator[tuple[tuple[int, int], str]]:
    for i, t in enumerate(v.t):
        if t.quoted:
            continue
        after = v.low[i + 1] if i + 1 < len(v.low) else ""
        if t.low in ("conspiracy", "conspiratorial") and after.startswith("theor"):
            yield (i, i + 1), "an account that nobody has verified"
        elif t.low == "fake" and after == "news":
            yield (i, i + 1), "false report, and say what is false in it"
        elif t.low in lex.entries("avoid") and _is_avoided(v, i, after):
            yield (i, i), lex.entries("avoid")[t.low]


def _is_avoided(v: View, i: int, after: str) -> bool:
    low = v.low[i]
    p = v.back(i - 1)
    before = v.low[p] if p >= 0 else ""
    if low.startswith("claim"):
        return _is_claim_verb(v, i, p, before, after)
    if low.startswith("admit"):
        return (
            not (
                after == "to"
                and i + 2 < len(v.low)
                and v.low[i + 2]
                in ("hospital", "the", "evidence", "university", "intensive", "membership")
                and before in lex.BE
            )
            and before not in lex.BE
            and not (set(v.low) & lex.COURT)
        )
    if low.startswith("expos"):
        return (
            after not in ("to", "wiring", "wires", "cables", "brick", "metal")
            and (before not in lex.DETERMINERS or before in ("and", "that", "to"))
            and not (before in lex.BE and after in ("", ".", "for", "on"))
        )
    return True


def _is_claim_verb(v: View, i: int, p: int, before: str, after: str) -> bool:
    low = v.low[i]
    if after in (
        "responsibility",
        "asylum",
        "benefits",
        "damages",
        "compensation",
        "expenses",
        "insurance",
        "lives",
        "victims",
        "credit",
        "victory",
        "costs",
        "refugee",
        "back",
    ):
        return False
    if i + 2 < len(v.low) and v.low[i + 2] in ("lives", "victims"):
        return False
    if low in ("claimed", "claiming"):
        return before not in ("the", "a", "an", "of")
    subject = (
        p >= 0
        and before not in lex.DETERMINERS
        and (
            v.t[p].is_name
            or before in ("he", "she", "they", "who", "i", "we", "to", "not", "did")
            or before in lex.ROLES
            or before in lex.WEASEL
        )
    )
    verb_ahead = after in (
        "that",
        "to",
        "he",
        "she",
        "they",
        "the",
        "it",
        "his",
        "her",
        "a",
        "there",
    )
    if low == "claim" and before in ("to", "not", "did"):
        return after in ("that", "to", "he", "she", "they")
    return subject and verb_ahead


def loaded(v: View) -> Iterator[int]:
    for i, t in enumerate(v.t):
        if t.quoted and (v.covers_quotes or v.t[i].low not in lex.LOADED):
            continue
        low = t.low.removesuffix("'s")
        after = v.low[i + 1] if i + 1 < len(v.low) else ""
        if _is_proper(v, i):
            continue
        fits = low in lex.LOADED and after not in lex.entries("literal").get(low, "").split()
        if fits or (low in lex.REGIME and (t.low.endswith("'s") or (i and v.t[i - 1].is_name))):
            yield i


def _is_proper(v: View, i: int) -> bool:
    """Is a capital in running text the sign of a name (Dan Savage), not of a headline?"""
    t = v.t[i]
    return i > 0 and t.is_name and not t.word.isupper() and not v.titled and v.t[i - 1].is_word
