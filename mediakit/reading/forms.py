"""Reporting without a plain verb of saying: according to, is said to, accused, heard from."""

from __future__ import annotations

from mediakit.reading.clauses import (
    BE,
    ENDS,
    Hit,
    Range,
    apposition_behind,
    behind_relative,
    clause_end,
    clause_start,
)
from mediakit.reading.cues import (
    ACCUSING,
    AUXILIARIES,
    HEARING,
    HEARSAY,
    PASSIVE_SAID,
    TELLING,
)
from mediakit.reading.people import is_name_word
from mediakit.reading.phrases import (
    DETERMINERS,
    PREPOSITIONS,
    Row,
    antecedent,
    forward,
    is_adverb,
    is_finite,
    is_phrase,
)
from mediakit.reading.speakers import speaker_before

__all__ = ["according", "accused", "credit", "heard", "passive", "told_by"]


def according(row: Row, i: int) -> Hit | None:
    start = i + 2
    end = forward(row, start)
    if not is_phrase(row, start, end) and not (start < end and row[start].is_word):
        return None
    apposition, behind = apposition_behind(row, behind_relative(row, end))
    before = i - 1 if i and row[i - 1].text == "," else i
    comma = behind < len(row) and row[behind].text == ","
    after = behind + 1 if comma else behind
    rest = (after, clause_end(row, after))
    content = _around(row, before, rest, comma)
    if content is None:
        return None
    front = content[0][0] < i
    return Hit("according to", ((i, i + 2),), content, (start, end), apposition, front)


def _around(row: Row, before: int, rest: Range, comma: bool) -> tuple[Range, ...] | None:
    """The content beside "according to X": behind it, before it, or on both sides."""
    first = 0
    while first < before and row[first].lower in {"but", "and", "yet", "so", ",", "that", "which"}:
        first += 1
    opening = before - first <= 0 or row[before - 1].lower in {
        "that",
        "which",
        "but",
        "and",
        "also",
    }
    long_rest = rest[1] - rest[0] >= 2 and row[rest[0]].text not in ENDS
    if opening:
        return (rest,) if long_rest else None
    if comma and long_rest and _goes_on(row, rest[0]):
        return ((first, before), rest)
    return ((clause_start(row, before, first), before),)


def _goes_on(row: Row, at: int) -> bool:
    """A clause broken by ", according to X," goes on with its verb."""
    return is_finite(row, at) or row[at].lower in {"and", "but"} or row[at].is_quote


def passive(row: Row, i: int, k: int) -> Hit | None:
    """ "is said to have", "was told by X that": said by somebody the sentence may not name."""
    word = row[i].lower
    following = row[i + 1].lower if i + 1 < len(row) else ""
    if word in TELLING and following == "by":
        start = i + 2
        end = forward(row, start)
        if is_phrase(row, start, end) and end < len(row):
            content = (end, clause_end(row, end))
            if content[1] - content[0] > 1 and row[end].lower == "that":
                return Hit("told by", ((i, i + 1),), (content,), (start, end))
    if word in PASSIVE_SAID and following == "to":
        start = antecedent(row, k)
        first = (start, k) if is_phrase(row, start, k) else None
        rest = (i + 1, clause_end(row, i + 1))
        content2 = (first, rest) if first else (rest,)
        return Hit("passive, nobody named", ((i, i + 1),), content2, None)
    return None


def told_by(row: Row, i: int) -> Hit | None:
    """ "the story told by X": the phrase before the verb is what X says."""
    if row[i].lower not in {"told", "written", "given"} or row[i + 1].lower != "by":
        return None
    start, end = antecedent(row, i), forward(row, i + 2)
    thing = {x.lower for x in row[start:i]}
    if thing & HEARSAY and is_phrase(row, i + 2, end):
        return Hit("told by", ((i, i + 2),), ((start, i),), (i + 2, end))
    return None


def accused(row: Row, i: int, hits: list[Hit]) -> Hit | None:
    """ "X accused Y of Z", and "Y has been accused of Z", where nobody is named."""
    k = i
    while k > 0 and (row[k - 1].lower in AUXILIARIES or is_adverb(row[k - 1])):
        k -= 1
    wanted = ACCUSING[row[i].lower].split()
    if any(x.lower in BE for x in row[k:i]):
        following = row[i + 1].lower if i + 1 < len(row) else ""
        if following not in wanted or row[i].lower == "blamed":
            return None
        start = antecedent(row, k)
        first = ((start, k),) if is_phrase(row, start, k) else ()
        return Hit(
            "passive, nobody named",
            ((i, i + 1),),
            (*first, (i + 1, clause_end(row, i + 1))),
            None,
        )
    link = next((j for j in range(i + 1, min(i + 16, len(row))) if row[j].lower in wanted), None)
    if link is None or row[i].lower == "suspected" or k == 0:
        return None
    if row[k - 1].lower in DETERMINERS | PREPOSITIONS | {"the"}:
        return None
    found = speaker_before(row, i, k, hits)
    if found is None or found[0] is None:
        return None
    return Hit("accuses", ((i, i + 1),), ((i + 1, clause_end(row, i + 1)),), found[0], found[1])


def heard(row: Row, i: int, hits: list[Hit]) -> Hit | None:
    """ "received the account from a guard": the words came from somebody else before."""
    told = HEARING[row[i].lower]
    for k in range(i + 1, min(i + 14, len(row))):
        if not row[k].is_word and row[k].text != ",":
            return None
        if row[k].lower == "from":
            thing = {x.lower for x in row[i + 1 : k]}
            if (told and not thing & HEARSAY) or k + 1 >= len(row):
                return None
            end = forward(row, k + 1)
            if not is_phrase(row, k + 1, end):
                return None
            apposition, _ = apposition_behind(row, end)
            cue = ((i, i + 1), (k, k + 1))
            content = ((i + 1, k),) if k > i + 1 else ((max(0, i - 1), i),)
            return Hit("heard from", cue, content, (k + 1, end), apposition)
    return None


def credit(row: Row) -> list[Hit]:
    """'"It rained." - Ada Voss' and "Ada Voss: 'It rained.'"."""
    for i, item in enumerate(row[:6]):
        if item.is_quote and i + 1 < len(row) and row[i + 1].text in {"-", "—", "–"}:
            end = forward(row, i + 2)
            names = row[i + 2 : end]
            if names and all(is_name_word(x) for x in names) and len(names) <= 5:
                return [Hit("signed quotation", ((i + 1, i + 2),), ((i, i + 1),), (i + 2, end))]
    return []
