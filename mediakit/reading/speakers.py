"""Who stands in front of a reporting verb, or behind it when the order is turned round."""

from __future__ import annotations

from mediakit.reading.clauses import (
    ENDS,
    Hit,
    Range,
    apposition_behind,
    clause_start,
    second_part,
)
from mediakit.reading.cues import SAYING
from mediakit.reading.people import NOT_NAMES, ROLES, is_name_word
from mediakit.reading.phrases import Row, antecedent, back, forward, is_adverb, is_phrase, subject

__all__ = ["inverted", "speaker_before"]


def speaker_before(
    row: Row, i: int, k: int, hits: list[Hit]
) -> tuple[Range | None, Range | None, bool] | None:
    """Source and apposition in front of a verb; source None asks for inverted order."""
    before = row[k - 1] if k else row[0]
    if before.lower in {"who", "which", "that"}:
        end = k - 2 if k >= 2 and row[k - 2].text == "," else k - 1
        start = antecedent(row, end)
        if start < end and is_phrase(row, start, end) and before.lower != "that":
            return (start, end), None, False
        return None
    if before.text == "," or (before.is_quote and not _is_subject_quote(row, k)):
        if inverted(row, i) is not None:
            return None, None, True
        return _behind_apposition(row, k) if before.text == "," else None
    if before.lower in {"and", "but", "or"}:
        return _shared(row, k, hits)
    start = back(row, k)
    if start >= k or not is_phrase(row, start, k):
        return None
    if row[start].lower in {"this", "these"} and k - start == 1:
        return None
    quoted = start > 0 and (row[start - 1].is_quote or row[start - 1].text == ",")
    start, apposition = _title_comma(row, start, k)
    return (start, k), apposition, quoted


def _title_comma(row: Row, start: int, end: int) -> tuple[int, Range | None]:
    """ "The minister, Ada Voss said": the role in front of the comma belongs to the phrase."""
    run = all(is_name_word(x) for x in row[start:end])
    if not run or end - start < 2 or start < 2 or row[start - 1].text != ",":
        return start, None
    first = back(row, start - 1)
    if first < start - 1 and row[start - 2].lower in ROLES and _opens_clause(row, first):
        return first, (start, end)
    return start, None


def _opens_clause(row: Row, i: int) -> bool:
    """A phrase that opens the sentence or follows a mark or a linking word."""
    return i == 0 or not row[i - 1].is_word or row[i - 1].lower in {"but", "and", "that", "while"}


def _is_subject_quote(row: Row, k: int) -> bool:
    """'The "harbour notes" say': a short quotation inside the subject."""
    return k >= 2 and row[k - 1].text.count(" ") <= 3 and row[k - 2].lower in {"the", "a"}


def _behind_apposition(row: Row, k: int) -> tuple[Range | None, Range | None, bool] | None:
    """ "Ada Voss, 45, a clerk at the port, said": walk back over the commas to the name."""
    close = k - 1
    at = close - 1
    best: tuple[Range, Range] | None = None
    for _ in range(3):
        while at >= 0 and row[at].text not in {",", ";", ":"} and close - at < 40:
            if row[at].is_quote:
                return (*best, False) if best else None
            at -= 1
        if at <= 0 or row[at].text != ",":
            break
        start = back(row, at)
        if start < at and is_phrase(row, start, at) and _opens_apposition(row, at + 1):
            named = any(is_name_word(x) and x.lower not in NOT_NAMES for x in row[start:at])
            if best is None or named:
                best = ((start, at), (at + 1, close))
            if start == 0 or row[start - 1].text != ",":
                break
        at -= 1
    if best is None:
        start = back(row, close)  # a comma too many: "The firm Voss, has said that"
        return (
            ((start, close), None, False)
            if start == 0 < close and is_phrase(row, 0, close)
            else None
        )
    (start, end), apposition = best
    quoted = start > 0 and (row[start - 1].is_quote or row[start - 1].text == ",")
    return (start, end), apposition, quoted and row[start - 1].is_quote


def _opens_apposition(row: Row, i: int) -> bool:
    item = row[i]
    if item.is_quote:
        return False
    if item.lower in {"he", "she", "they", "it", "we", "i", "there", "and", "but"}:
        return False
    return item.is_word


def _shared(row: Row, k: int, hits: list[Hit]) -> tuple[Range | None, Range | None, bool] | None:
    """ "..., and told": the speaker of the verb before, in the same sentence."""
    if hits and hits[-1].source is not None and not hits[-1].front:
        return hits[-1].source, hits[-1].apposition, False
    found = subject(row, k - 1)
    return (found, None, False) if found else None


def inverted(row: Row, i: int) -> Hit | None:
    """'"...", said Ada Voss, a clerk': the words, the verb, then who."""
    word = row[i].lower
    if word not in SAYING or word.endswith("ing") or i == 0:
        return None
    at = i - 1
    while at > 0 and is_adverb(row[at]):
        at -= 1
    quote_at = at if row[at].is_quote else at - 1
    quoted = quote_at >= 0 and row[quote_at].is_quote
    if not quoted and row[at].text != ",":
        return None
    start = i + 1
    end = forward(row, start)
    if not is_phrase(row, start, end):
        return None
    stop = (
        end >= len(row) or not row[end].is_word or row[end].lower in {"who", "as", "after", "when"}
    )
    if not quoted and not (stop and (end >= len(row) or row[end].text in ENDS | {","})):
        return None
    if not quoted and (
        SAYING[word] not in {"say", "write", "add", "warn"} or _has_clause(row, end)
    ):
        return None
    apposition, behind = apposition_behind(row, end)
    content: tuple[Range, ...] = (
        (clause_start(row, at, 0), at + 1 if quoted and at == quote_at else at),
    )
    content += second_part(row, behind)
    return Hit("inverted", ((i, i + 1),), content, (start, end), apposition, True)


def _has_clause(row: Row, at: int) -> bool:
    return at < len(row) and row[at].lower == "that"
