"""Who is said to have said what: the rules that join a speaker, a cue and words.

Each rule is a function with a name, and each find carries that name, so a reader can ask why.
"""

from __future__ import annotations

from dataclasses import replace

from mediakit.reading.clauses import (
    BE,
    ENDS,
    REPORTING,
    Hit,
    Range,
    behind_hearer,
    behind_insertion,
    clause_end,
    clause_start,
    front_start,
    middle,
    quote_at,
    quoted,
)
from mediakit.reading.cues import (
    ACCUSING,
    AUXILIARIES,
    CLAIMING,
    COGNITION,
    HEARING,
    LOOSE,
    OPEN_COGNITION,
    QUOTE_ONLY,
    SAYING,
    SHOWING,
    STRICT,
    TELLING,
    TO_ACTS,
    words,
)
from mediakit.reading.forms import according, accused, credit, heard, passive, told_by
from mediakit.reading.people import DOCUMENTS, ROLES
from mediakit.reading.phrases import (
    DETERMINERS,
    PREPOSITIONS,
    Row,
    back,
    clause_ahead,
    is_adverb,
    is_phrase,
    skip_adjuncts,
    subject,
)
from mediakit.reading.speakers import inverted, speaker_before

__all__ = ["Hit", "find_hits"]

MOST_HITS = 12  # a sentence; more than any that a person wrote

_PLURAL_FORMS = frozenset({v for v in REPORTING.values() if v not in {"find", "know", "read"}})

_PLURALS = words("i we you they who which people police men women some many others both media data")


def find_hits(row: Row) -> list[Hit]:
    """All finds in one sentence, in order."""
    hits: list[Hit] = []
    for i, item in enumerate(row):
        if not item.is_word or len(hits) >= MOST_HITS:
            continue
        hit = _hit_at(row, i, hits)
        if hit is not None:
            hits.append(hit)
    return _settle(row, hits or credit(row))


def _hit_at(row: Row, i: int, hits: list[Hit]) -> Hit | None:
    word = row[i].lower
    following = row[i + 1].lower if i + 1 < len(row) else ""
    if word == "according" and following == "to":
        return according(row, i)
    if word in HEARING:
        hit = heard(row, i, hits)
        if hit is not None:
            return hit
    if word in ACCUSING:
        return accused(row, i, hits)
    if word in REPORTING and not _is_noun(row, i):
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
        word.lower.endswith("s") and following in REPORTING and following.endswith(("ed", "s"))
    )


def _takes_plural(row: Row, i: int) -> bool:
    """ "police say", "critics note", "would claim"; but not "an encouraging note"."""
    before = row[i - 1]
    if before.lower in AUXILIARIES | _PLURALS or is_adverb(before) or not before.is_word:
        return True
    if before.lower.endswith("s") or before.lower in {"to", "and", "but", "or"}:
        return True
    plural = ROLES | DOCUMENTS
    return any(x.lower in plural and x.lower.endswith("s") for x in row[max(0, i - 8) : i])


def _verb(row: Row, i: int, hits: list[Hit]) -> Hit | None:
    """A verb of saying, telling, showing or thinking with its speaker and its words."""
    word = row[i].lower
    told = told_by(row, i) if i + 2 < len(row) else None
    if told is not None:
        return told
    k = i
    while k > 0 and (row[k - 1].lower in AUXILIARIES or is_adverb(row[k - 1])):
        k -= 1
    between = [x.lower for x in row[k:i]]
    if any(w in BE for w in between[-2:]) and not word.endswith("ing"):
        return passive(row, i, k)
    if word.endswith("ing"):
        if any(w in BE for w in between):
            pass
        else:
            return _participle(row, i, k, hits)
    if k == 0 and not (between and row[0].lower not in AUXILIARIES):
        return None
    if k and row[k - 1].lower == "to":
        return _infinitive(row, i, k, hits)
    found = speaker_before(row, i, k, hits)
    if found is None:
        return None
    source, apposition, front = found
    if source is None:
        return inverted(row, i)
    return _join(row, i, source, apposition, front)


def _join(row: Row, i: int, source: Range, apposition: Range | None, front: bool) -> Hit | None:
    """Look behind the verb for what is said; if nothing is there, before the speaker."""
    word = row[i].lower
    lemma = REPORTING[word]
    telling = word in TELLING
    r = behind_hearer(row, i + 1) if telling else i + 1
    if lemma == "warn" and not (
        r < len(row) and (row[r].is_quote or row[r].lower in {"that", ":"})
    ):
        r = i + 1  # "warned the water could rise": nobody stands between
    r = skip_adjuncts(row, r)
    cue = ((i, i + 1),)
    claim = _claiming(row, i, lemma)
    if claim is not None:
        return Hit("claims a thing", cue, claim, source, apposition)
    r = behind_insertion(row, r)
    at_end = r >= len(row) or row[r].text in ENDS | {","}
    if at_end and source[0] == 1 and row[0].lower == "as" and r + 1 < len(row):
        return Hit("as X says", cue, ((r + 1, clause_end(row, r + 1)),), source, apposition)
    quote = quote_at(row, r)
    if front and at_end and front_start(row, source[0]) is not None and (word in REPORTING):
        return _fronted(row, i, r, source, apposition, quote)
    if quote is not None:
        return Hit("verb and quotation", cue, (quoted(row, quote),), source, apposition)
    if at_end and word in SAYING and row[source[0] - 1 : source[0]] and front:
        return None
    if r < len(row) and row[r].lower == "that" and lemma not in QUOTE_ONLY:
        end = clause_end(row, r)
        return Hit("verb that", cue, ((r, end),), source, apposition) if end - r > 1 else None
    if _takes_clause(row, i, r, word, lemma, telling):
        end = clause_end(row, r)
        return Hit("verb and clause", cue, ((r, end),), source, apposition) if end - r > 1 else None
    return _act(row, i, source, apposition)


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
        return ((i + 1, clause_end(row, i + 1)),)
    if lemma == "deny" and (
        following.endswith("ing") or following in {"any", "the", "having", "all", "these", "those"}
    ):
        return ((i + 1, clause_end(row, i + 1)),)
    return None


def _act(row: Row, i: int, source: Range, apposition: Range | None) -> Hit | None:
    """ "vowed to", "claimed to": the verb with "to" carries what is said."""
    if row[i].lower in TO_ACTS and i + 2 < len(row) and row[i + 1].lower == "to":
        end = clause_end(row, i + 1)
        return Hit("verb to", ((i, i + 1),), ((i + 1, end),), source, apposition)
    return None


def _fronted(
    row: Row, i: int, r: int, source: Range, apposition: Range | None, quote: int | None
) -> Hit | None:
    """'"...", Ada Voss said.' and 'It rained, Ada Voss said.'"""
    end = front_start(row, source[0])
    if end is None:
        return None
    word = row[i].lower
    quoted = row[end - 1].is_quote
    if not quoted and word in COGNITION:
        return None
    if not quoted and (REPORTING[word] in STRICT | QUOTE_ONLY or row[0].lower in PREPOSITIONS):
        if r >= len(row) or row[r].text in ENDS:
            if (
                row[0].lower in {"when", "while", "although", "as", "if"}
                or REPORTING[word] in QUOTE_ONLY
            ):
                return None
        else:
            return None
    if not quoted and r < len(row) and row[r].text == "," and not middle(row, source[0], r):
        return None
    start = clause_start(row, end, 0)
    content: tuple[Range, ...] = ((start, end),)
    if quote is not None:
        content += ((quote, quote + 1),)
    elif not quoted and r + 1 < len(row) and row[r].text == ",":
        content += ((r + 1, clause_end(row, r + 1)),)
    return Hit("words first", ((i, i + 1),), content, source, apposition, True)


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
    if later.front and later.source and later.source[0] > hit.cue[0][1]:
        at = later.source[0]
        return at - 1 if row[at - 1].text == "," and later.cue[0][0] > at else None
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
