"""A find, and the edges of what is said: where a clause starts, ends, is broken off."""

from __future__ import annotations

from dataclasses import dataclass

from mediakit.reading.cues import COGNITION, SAYING, SHOWING, TELLING, words
from mediakit.reading.people import NOT_NAMES, ROLES, is_name_word
from mediakit.reading.phrases import PREPOSITIONS, Row, is_finite

__all__ = [
    "BE",
    "ENDS",
    "REPORTING",
    "Hit",
    "Range",
    "apposition_behind",
    "behind_hearer",
    "behind_insertion",
    "behind_relative",
    "clause_end",
    "clause_start",
    "front_start",
    "middle",
    "quote_at",
    "quoted",
    "second_part",
]

Range = tuple[int, int]

ENDS = frozenset({".", "!", "?", ";", ")", "…"})

BE = words("is are was were be been being isn't wasn't aren't weren't 's")

REPORTING = {**TELLING, **SHOWING, **COGNITION, **SAYING}


@dataclass(frozen=True)
class Hit:
    """One find in a row of items: ranges of items, and the rule that made it."""

    rule: str
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    source: Range | None
    apposition: Range | None = None
    front: bool = False  # the content stands before the cue

    @property
    def start(self) -> int:
        """Where the reporting clause starts."""
        at = [self.cue[0][0]] + ([self.source[0]] if self.source else [])
        return min(at)


def clause_end(row: Row, start: int) -> int:
    """The end of a clause: a semicolon or the end of the sentence, final marks left out."""
    end = len(row)
    under = row[0].lower in {"while", "although", "though", "as", "when", "if", "because", "since"}
    for k in range(start, len(row)):
        first_part = under and row[k].text == "," and "," not in (x.text for x in row[1:start])
        if row[k].text == ";" or (first_part and k > start + 2):
            end = k
            break
    while end > start and row[end - 1].text in {".", "!", "…", ")"}:
        end -= 1
    return end


def clause_start(row: Row, end: int, first: int) -> int:
    """The start of the clause that ends before ``end``: behind a semicolon, or the sentence's."""
    for k in range(end - 1, first, -1):
        if row[k].text == ";":
            return k + 1
    while first < end and row[first].lower in {"but", "and", "yet"}:
        first += 1
    return first


def apposition_behind(row: Row, end: int) -> tuple[Range | None, int]:
    """ ", a clerk at the port" or ", Ada Voss," behind a phrase, and where it ends."""
    if end + 1 >= len(row) or row[end].text != ",":
        return None, end
    k = end + 1
    opens = row[k].lower in {"a", "an", "the", "who", "whose"} or row[k].lower in ROLES
    named = is_name_word(row[k]) and row[k].lower not in NOT_NAMES
    aged = row[k].text[0].isdigit()
    if not (opens or named or aged):
        return None, end
    stop = k
    while stop < len(row) and stop - k < 20 and row[stop].is_word:
        stop += 1
    closed = stop >= len(row) or row[stop].text in {",", "."} or row[stop].is_quote
    if not closed or (named and any(is_finite(row, j) for j in range(k, stop))):
        return None, end
    if (
        opens
        and row[k].lower not in {"who", "whose"}
        and any(is_finite(row, j) for j in range(k, stop))
    ):
        return None, end
    return (k, stop), stop


def behind_relative(row: Row, end: int) -> int:
    """Behind "who left in 2009" where it follows a phrase without a comma."""
    if end < len(row) and row[end].lower in {"who", "which", "that"}:
        for k in range(end, min(end + 24, len(row))):
            if row[k].text in {",", "."} or row[k].is_quote:
                return k
    return end


def behind_insertion(row: Row, r: int) -> int:
    """Behind ", in plain words," when "that" follows it."""
    if r < len(row) and row[r].text == ",":
        for k in range(r + 1, min(r + 12, len(row) - 1)):
            if row[k].text == ",":
                return k + 1 if row[k + 1].lower == "that" else r
            if not row[k].is_word:
                return r
    return r


def behind_hearer(row: Row, start: int) -> int:
    """Behind who is told: "told **reporters in Hull** that"."""
    if start < len(row) and row[start].lower in {"him", "her", "them", "me", "us", "you", "it"}:
        return start + 1
    for k in range(start, min(start + 12, len(row))):
        item = row[k]
        if item.is_quote or item.text in {",", ":", ".", ";"} or item.lower in {"that", "how"}:
            return k
        if k > start and (item.lower in {"he", "she", "they", "it", "there", "we", "i", "his"}):
            return k
        if (
            k > start
            and item.lower in {"the", "a", "an"}
            and not (row[k - 1].lower in PREPOSITIONS or row[k - 1].lower in {"and"})
        ):
            return k
        if k > start and is_finite(row, k):
            return max(start + 1, k - 1)
    return start


def quote_at(row: Row, r: int) -> int | None:
    """A quotation at ``r``, behind a comma or colon if need be."""
    k = r
    while k < len(row) and (row[k].text in {",", ":", "—", "–", "-"} or row[k].lower == "that"):
        if row[k].lower == "that":
            return None
        k += 1
    return k if k < len(row) and row[k].is_quote else None


def quoted(row: Row, k: int) -> Range:
    """A quotation as content; with what follows when the sentence plainly runs on through it."""
    body = row[k].text.rstrip("\"”»’'")
    end = k + 1
    runs_on = end < len(row) and row[end].is_word and body[-1:] not in {".", "!", "?"}
    return (k, clause_end(row, k)) if runs_on else (k, end)


def second_part(row: Row, at: int) -> tuple[Range, ...]:
    """The other half of a broken quotation: '"Yes," she said, "we left."'"""
    if at < len(row) and row[at].text in {",", ";"} and at + 1 < len(row):
        k = at + 1
        if row[k].lower == "and" or row[k].lower in {"adding", "that"}:
            return ()
        if row[k].is_quote:
            return ((k, k + 1),)
    return ()


def front_start(row: Row, source_start: int) -> int | None:
    """Where words in front of a speaker end: a quotation, or a clause with a comma."""
    at = source_start - 1
    if at < 0:
        return None
    if row[at].is_quote:
        return at + 1
    if row[at].text == "," and at > 0:
        clause = row[at - 1].is_quote or any(is_finite(row, k) for k in range(max(0, at - 30), at))
        return at if clause else None
    return None


def middle(row: Row, start: int, r: int) -> bool:
    """ "The boat, she said, was gone": the reporting clause is short and stands between commas."""
    return r - start <= 8 and r + 1 < len(row)
