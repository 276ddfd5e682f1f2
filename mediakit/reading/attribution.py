"""Who is said to have said what: the rules that join a speaker, a cue and words.

Each rule is a function with a name, and each find carries that name, so a reader can ask why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mediakit.reading.cues import (
    ACCUSING,
    AUXILIARIES,
    CLAIMING,
    COGNITION,
    HEARING,
    HEARSAY,
    LOOSE,
    OPEN_COGNITION,
    PASSIVE_SAID,
    QUOTE_ONLY,
    SAYING,
    SHOWING,
    STRICT,
    TELLING,
    TO_ACTS,
    words,
)
from mediakit.reading.people import NOT_NAMES, ROLES, is_name_word
from mediakit.reading.phrases import (
    DETERMINERS,
    PREPOSITIONS,
    Row,
    antecedent,
    back,
    clause_ahead,
    forward,
    is_adverb,
    is_finite,
    is_phrase,
    skip_adjuncts,
    subject,
)

__all__ = ["Hit", "find_hits"]

Range = tuple[int, int]
MOST_HITS = 12  # a sentence; more than any that a person wrote
_BE = words("is are was were be been being isn't wasn't aren't weren't 's")
_ALL = {**TELLING, **SHOWING, **COGNITION, **SAYING}
_PLURAL_FORMS = frozenset({v for v in _ALL.values() if v not in {"find", "know", "read"}})
_PLURALS = words("i we you they who which people police men women some many others both media data")
_ENDS = frozenset({".", "!", "?", ";", ")", "…"})


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


def find_hits(row: Row) -> list[Hit]:
    """All finds in one sentence, in order."""
    hits: list[Hit] = []
    for i, item in enumerate(row):
        if not item.is_word or len(hits) >= MOST_HITS:
            continue
        hit = _hit_at(row, i, hits)
        if hit is not None:
            hits.append(hit)
    return _settle(row, hits or _credit(row))


def _hit_at(row: Row, i: int, hits: list[Hit]) -> Hit | None:
    word = row[i].lower
    following = row[i + 1].lower if i + 1 < len(row) else ""
    if word == "according" and following == "to":
        return _according(row, i)
    if word in HEARING:
        hit = _heard(row, i, hits)
        if hit is not None:
            return hit
    if word in ACCUSING:
        return _accused(row, i, hits)
    if word in _ALL and not _is_noun(row, i):
        return _verb(row, i, hits)
    return None


def _is_noun(row: Row, i: int) -> bool:
    """ "the claims", "recent reports have", "the State Department": no verb of saying here."""
    word, before = row[i], row[i - 1].lower if i else ""
    if word.is_capital and i and not word.text.isupper():
        return True
    if (
        before in DETERMINERS
        or (before in PREPOSITIONS and before != "to")
        or before.endswith("'s")
    ):
        return True
    following = row[i + 1].lower if i + 1 < len(row) else ""
    if word.lower in _PLURAL_FORMS and i and not _takes_plural(row, i):
        return True
    return following in AUXILIARIES - {"not", "never"} or (
        word.lower.endswith("s") and following in _ALL and following.endswith(("ed", "s"))
    )


def _takes_plural(row: Row, i: int) -> bool:
    """ "police say", "critics note", "would claim"; but not "an encouraging note"."""
    before = row[i - 1]
    if before.lower in AUXILIARIES | _PLURALS or is_adverb(before) or not before.is_word:
        return True
    return before.lower.endswith("s") or before.lower in {"to", "and", "but", "or"}


# ------------------------------------------------------------------ according to
def _according(row: Row, i: int) -> Hit | None:
    start = i + 2
    end = forward(row, start)
    if not is_phrase(row, start, end) and not (start < end and row[start].is_word):
        return None
    apposition, behind = _apposition_behind(row, _behind_relative(row, end))
    before = i - 1 if i and row[i - 1].text == "," else i
    comma = behind < len(row) and row[behind].text == ","
    after = behind + 1 if comma else behind
    rest = (after, _clause_end(row, after))
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
    long_rest = rest[1] - rest[0] >= 2 and row[rest[0]].text not in _ENDS
    if opening:
        return (rest,) if long_rest else None
    if comma and long_rest and _goes_on(row, rest[0]):
        return ((first, before), rest)
    return ((_clause_start(row, before, first), before),)


def _goes_on(row: Row, at: int) -> bool:
    """A clause broken by ", according to X," goes on with its verb."""
    return is_finite(row, at) or row[at].lower in {"and", "but"} or row[at].is_quote


def _behind_relative(row: Row, end: int) -> int:
    """Behind "who left in 2009" where it follows a phrase without a comma."""
    if end < len(row) and row[end].lower in {"who", "which", "that"}:
        for k in range(end, min(end + 24, len(row))):
            if row[k].text in {",", "."} or row[k].is_quote:
                return k
    return end


def _apposition_behind(row: Row, end: int) -> tuple[Range | None, int]:
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


# ------------------------------------------------------------------ verbs
def _verb(row: Row, i: int, hits: list[Hit]) -> Hit | None:
    """A verb of saying, telling, showing or thinking with its speaker and its words."""
    word = row[i].lower
    told = _told_by(row, i) if i + 2 < len(row) else None
    if told is not None:
        return told
    k = i
    while k > 0 and (row[k - 1].lower in AUXILIARIES or is_adverb(row[k - 1])):
        k -= 1
    between = [x.lower for x in row[k:i]]
    if any(w in _BE for w in between[-2:]) and not word.endswith("ing"):
        return _passive(row, i, k)
    if word.endswith("ing"):
        if any(w in _BE for w in between):
            pass
        else:
            return _participle(row, i, k, hits)
    if k == 0 and not (between and row[0].lower not in AUXILIARIES):
        return None
    if k and row[k - 1].lower == "to":
        return _infinitive(row, i, k, hits)
    found = _speaker_before(row, i, k, hits)
    if found is None:
        return None
    source, apposition, front = found
    if source is None:
        return _inverted(row, i)
    return _join(row, i, source, apposition, front)


def _speaker_before(
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
        if _inverted(row, i) is not None:
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
    if first < start - 1 and row[start - 2].lower in ROLES and first_is_clause_start(row, first):
        return first, (start, end)
    return start, None


def first_is_clause_start(row: Row, i: int) -> bool:
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


def _inverted(row: Row, i: int) -> Hit | None:
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
    if not quoted and not (stop and (end >= len(row) or row[end].text in _ENDS | {","})):
        return None
    if not quoted and (
        SAYING[word] not in {"say", "write", "add", "warn"} or _has_clause(row, end)
    ):
        return None
    apposition, behind = _apposition_behind(row, end)
    content: tuple[Range, ...] = (
        (_clause_start(row, at, 0), at + 1 if quoted and at == quote_at else at),
    )
    content += _second_part(row, behind)
    return Hit("inverted", ((i, i + 1),), content, (start, end), apposition, True)


def _has_clause(row: Row, at: int) -> bool:
    return at < len(row) and row[at].lower == "that"


def _second_part(row: Row, at: int) -> tuple[Range, ...]:
    """The other half of a broken quotation: '"Yes," she said, "we left."'"""
    if at < len(row) and row[at].text in {",", ";"} and at + 1 < len(row):
        k = at + 1
        if row[k].lower == "and" or row[k].lower in {"adding", "that"}:
            return ()
        if row[k].is_quote:
            return ((k, k + 1),)
    return ()


def _join(row: Row, i: int, source: Range, apposition: Range | None, front: bool) -> Hit | None:
    """Look behind the verb for what is said; if nothing is there, before the speaker."""
    word = row[i].lower
    lemma = _ALL[word]
    telling = word in TELLING
    r = _behind_hearer(row, i + 1) if telling else i + 1
    r = skip_adjuncts(row, r)
    cue = ((i, i + 1),)
    claim = _claiming(row, i, lemma)
    if claim is not None:
        return Hit("claims a thing", cue, claim, source, apposition)
    r = _behind_insertion(row, r)
    at_end = r >= len(row) or row[r].text in _ENDS | {","}
    if at_end and source[0] == 1 and row[0].lower == "as" and r + 1 < len(row):
        return Hit("as X says", cue, ((r + 1, _clause_end(row, r + 1)),), source, apposition)
    quote = _quote_at(row, r)
    if front and at_end and _front_start(row, source[0]) is not None and (word in _ALL):
        return _fronted(row, i, r, source, apposition, quote)
    if quote is not None:
        return Hit("verb and quotation", cue, (_quoted(row, quote),), source, apposition)
    if at_end and word in SAYING and row[source[0] - 1 : source[0]] and front:
        return None
    if r < len(row) and row[r].lower == "that" and lemma not in QUOTE_ONLY:
        end = _clause_end(row, r)
        return Hit("verb that", cue, ((r, end),), source, apposition) if end - r > 1 else None
    if _takes_clause(row, i, r, word, lemma, telling):
        end = _clause_end(row, r)
        return Hit("verb and clause", cue, ((r, end),), source, apposition) if end - r > 1 else None
    return _act(row, i, source, apposition)


def _behind_insertion(row: Row, r: int) -> int:
    """Behind ", in plain words," when "that" follows it."""
    if r < len(row) and row[r].text == ",":
        for k in range(r + 1, min(r + 12, len(row) - 1)):
            if row[k].text == ",":
                return k + 1 if row[k + 1].lower == "that" else r
            if not row[k].is_word:
                return r
    return r


def _takes_clause(row: Row, i: int, r: int, word: str, lemma: str, telling: bool) -> bool:
    """May a clause without "that" follow this verb here?"""
    if r >= len(row) or lemma in QUOTE_ONLY:
        return False
    following = row[r].lower
    if following in {"to", "of", "and", "or", "him", "them", "so"}:
        return False
    asks = following in {"why", "whether", "if", "how", "what", "where", "who", "when"}
    if word in TELLING and telling and lemma != "warn":
        return clause_ahead(row, r) and (following not in PREPOSITIONS)
    if asks:
        return lemma in {"say", "explain", "ask", "reveal", "tell", "know", "show", "note"}
    if lemma == "say" and len(row) - r >= 5 and following in DETERMINERS:
        return True
    if word in SHOWING and following in PREPOSITIONS:
        return False
    if word in SAYING and (lemma not in STRICT or lemma in LOOSE):
        return clause_ahead(row, r, 40 if lemma == "say" else 16)
    if lemma in OPEN_COGNITION or word in SHOWING or lemma in {"estimate", "predict"}:
        return clause_ahead(row, r, 14) and not following.endswith("ing")
    return False


def _claiming(row: Row, i: int, lemma: str) -> tuple[Range, ...] | None:
    """ "claimed responsibility for", "boasted of", "denied stealing"."""
    following = row[i + 1].lower if i + 1 < len(row) else ""
    wanted = CLAIMING.get(lemma)
    if wanted is None or not following:
        return None
    if following in wanted:
        return ((i + 1, _clause_end(row, i + 1)),)
    if lemma == "deny" and (
        following.endswith("ing") or following in {"any", "the", "having", "all", "these", "those"}
    ):
        return ((i + 1, _clause_end(row, i + 1)),)
    return None


def _act(row: Row, i: int, source: Range, apposition: Range | None) -> Hit | None:
    """ "vowed to", "claimed to": the verb with "to" carries what is said."""
    if row[i].lower in TO_ACTS and i + 2 < len(row) and row[i + 1].lower == "to":
        end = _clause_end(row, i + 1)
        return Hit("verb to", ((i, i + 1),), ((i + 1, end),), source, apposition)
    return None


def _behind_hearer(row: Row, start: int) -> int:
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


def _quote_at(row: Row, r: int) -> int | None:
    """A quotation at ``r``, behind a comma or colon if need be."""
    k = r
    while k < len(row) and (row[k].text in {",", ":", "—", "–", "-"} or row[k].lower == "that"):
        if row[k].lower == "that":
            return None
        k += 1
    return k if k < len(row) and row[k].is_quote else None


def _quoted(row: Row, k: int) -> Range:
    """A quotation as content; with what follows when the sentence plainly runs on through it."""
    body = row[k].text.rstrip("\"”»’'")
    end = k + 1
    runs_on = end < len(row) and row[end].is_word and body[-1:] not in {".", "!", "?"}
    return (k, _clause_end(row, k)) if runs_on else (k, end)


def _front_start(row: Row, source_start: int) -> int | None:
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


def _fronted(
    row: Row, i: int, r: int, source: Range, apposition: Range | None, quote: int | None
) -> Hit | None:
    """'"...", Ada Voss said.' and 'It rained, Ada Voss said.'"""
    end = _front_start(row, source[0])
    if end is None:
        return None
    word = row[i].lower
    quoted = row[end - 1].is_quote
    if not quoted and word in COGNITION:
        return None
    if not quoted and (_ALL[word] in STRICT | QUOTE_ONLY or row[0].lower in PREPOSITIONS):
        if r >= len(row) or row[r].text in _ENDS:
            if (
                row[0].lower in {"when", "while", "although", "as", "if"}
                or _ALL[word] in QUOTE_ONLY
            ):
                return None
        else:
            return None
    if not quoted and r < len(row) and row[r].text == "," and not _middle(row, source[0], r):
        return None
    start = _clause_start(row, end, 0)
    content: tuple[Range, ...] = ((start, end),)
    if quote is not None:
        content += ((quote, quote + 1),)
    elif not quoted and r + 1 < len(row) and row[r].text == ",":
        content += ((r + 1, _clause_end(row, r + 1)),)
    return Hit("words first", ((i, i + 1),), content, source, apposition, True)


def _middle(row: Row, start: int, r: int) -> bool:
    """ "The boat, she said, was gone": the reporting clause is short and stands between commas."""
    return r - start <= 8 and r + 1 < len(row)


# ------------------------------------------------------------------ other forms
def _participle(row: Row, i: int, k: int, hits: list[Hit]) -> Hit | None:
    """ ", saying that ...", "a note saying", "was quoted as saying"."""
    if k == 0:
        return None
    before = row[k - 1]
    source: Range | None
    apposition = None
    if before.text == ",":
        last = hits[-1] if hits else None
        source = last.source if last else subject(row, k - 1)
        apposition = last.apposition if last else None
    elif before.lower == "as" and k >= 2 and row[k - 2].lower == "quoted":
        found = subject(row, k - 2)
        source = found
    elif before.lower in {"and", "by", "while", "in"} or before.is_quote:
        return None
    else:
        start = back(row, k)
        while start < k and row[start].lower == "with":
            start += 1
        source = (start, k) if is_phrase(row, start, k) else _after_with(row, k)
    if source is None:
        return None
    hit = _join(row, i, source, apposition, False)
    return replace(hit, rule="participle") if hit and hit.rule.startswith("verb") else None


def _after_with(row: Row, k: int) -> Range | None:
    """ "with one resident saying"."""
    for at in range(k - 1, max(-1, k - 8), -1):
        if row[at].lower == "with":
            return (at + 1, k) if is_phrase(row, at + 1, k) else None
        if not row[at].is_word:
            return None
    return None


def _infinitive(row: Row, i: int, k: int, hits: list[Hit]) -> Hit | None:
    """ "went on to say that", "was the first to report that": the subject speaks."""
    lead = row[k - 2].lower if k >= 2 else ""
    if lead not in {"on", "continued", "proceeded"}:
        return None
    source = subject(row, k - 1)
    return _join(row, i, source, None, False) if source else None


def _passive(row: Row, i: int, k: int) -> Hit | None:
    """ "is said to have", "was told by X that": said by somebody the sentence may not name."""
    word = row[i].lower
    following = row[i + 1].lower if i + 1 < len(row) else ""
    if word in TELLING and following == "by":
        start = i + 2
        end = forward(row, start)
        if is_phrase(row, start, end) and end < len(row):
            content = (end, _clause_end(row, end))
            if content[1] - content[0] > 1 and row[end].lower == "that":
                return Hit("told by", ((i, i + 1),), (content,), (start, end))
    if word in PASSIVE_SAID and following == "to":
        start = antecedent(row, k)
        first = (start, k) if is_phrase(row, start, k) else None
        rest = (i + 1, _clause_end(row, i + 1))
        content2 = (first, rest) if first else (rest,)
        return Hit("passive, nobody named", ((i, i + 1),), content2, None)
    return None


def _told_by(row: Row, i: int) -> Hit | None:
    """ "the story told by X": the phrase before the verb is what X says."""
    if row[i].lower not in {"told", "written", "given"} or row[i + 1].lower != "by":
        return None
    start, end = antecedent(row, i), forward(row, i + 2)
    thing = {x.lower for x in row[start:i]}
    if thing & HEARSAY and is_phrase(row, i + 2, end):
        return Hit("told by", ((i, i + 2),), ((start, i),), (i + 2, end))
    return None


def _accused(row: Row, i: int, hits: list[Hit]) -> Hit | None:
    """ "X accused Y of Z", and "Y has been accused of Z", where nobody is named."""
    k = i
    while k > 0 and (row[k - 1].lower in AUXILIARIES or is_adverb(row[k - 1])):
        k -= 1
    wanted = ACCUSING[row[i].lower].split()
    if any(x.lower in _BE for x in row[k:i]):
        following = row[i + 1].lower if i + 1 < len(row) else ""
        if following not in wanted or row[i].lower == "blamed":
            return None
        start = antecedent(row, k)
        first = ((start, k),) if is_phrase(row, start, k) else ()
        return Hit(
            "passive, nobody named",
            ((i, i + 1),),
            (*first, (i + 1, _clause_end(row, i + 1))),
            None,
        )
    link = next((j for j in range(i + 1, min(i + 16, len(row))) if row[j].lower in wanted), None)
    if link is None or row[i].lower == "suspected" or k == 0:
        return None
    if row[k - 1].lower in DETERMINERS | PREPOSITIONS | {"the"}:
        return None
    found = _speaker_before(row, i, k, hits)
    if found is None or found[0] is None:
        return None
    return Hit("accuses", ((i, i + 1),), ((i + 1, _clause_end(row, i + 1)),), found[0], found[1])


def _heard(row: Row, i: int, hits: list[Hit]) -> Hit | None:
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
            apposition, _ = _apposition_behind(row, end)
            cue = ((i, i + 1), (k, k + 1))
            content = ((i + 1, k),) if k > i + 1 else ((max(0, i - 1), i),)
            return Hit("heard from", cue, content, (k + 1, end), apposition)
    return None


def _credit(row: Row) -> list[Hit]:
    """'"It rained." - Ada Voss' and "Ada Voss: 'It rained.'"."""
    for i, item in enumerate(row[:6]):
        if item.is_quote and i + 1 < len(row) and row[i + 1].text in {"-", "—", "–"}:
            end = forward(row, i + 2)
            names = row[i + 2 : end]
            if names and all(is_name_word(x) for x in names) and len(names) <= 5:
                return [Hit("signed quotation", ((i + 1, i + 2),), ((i, i + 1),), (i + 2, end))]
    return []


# ------------------------------------------------------------------ edges of clauses
def _clause_end(row: Row, start: int) -> int:
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


def _clause_start(row: Row, end: int, first: int) -> int:
    """The start of the clause that ends before ``end``: behind a semicolon, or the sentence's."""
    for k in range(end - 1, first, -1):
        if row[k].text == ";":
            return k + 1
    while first < end and row[first].lower in {"but", "and", "yet"}:
        first += 1
    return first


def _settle(row: Row, hits: list[Hit]) -> list[Hit]:
    """End a content where the next reporting clause of the same sentence begins."""
    settled: list[Hit] = []
    for n, hit in enumerate(hits):
        content = hit.content
        for later in hits[n + 1 : n + 4]:
            cut = _cut_at(row, hit, later)
            if cut is not None:
                content = tuple((s, min(e, cut)) for s, e in content if s < cut - 1)
        if content:
            settled.append(replace(hit, content=content))
    return settled


def _cut_at(row: Row, hit: Hit, later: Hit) -> int | None:
    """Where ``later`` ends the content of ``hit``; None when it lies inside that content."""
    if hit.front:
        return None
    at = later.start if later.source != hit.source else later.cue[0][0]
    while at > 0 and (row[at - 1].lower in AUXILIARIES or is_adverb(row[at - 1])):
        at -= 1
    if at == 0 or at <= hit.cue[0][0]:
        return None
    link = row[at - 1]
    if link.lower in {"and", "but", "while", "although", "whereas"}:
        return at - 2 if row[at - 2].text == "," else at - 1
    if link.text == "," and (later.rule in {"participle", "according to"} or not later.front):
        return at - 1 if later.source == hit.source or later.rule == "according to" else None
    return None
