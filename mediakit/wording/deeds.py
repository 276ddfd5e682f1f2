"""Deeds that accuse: a verb, whose it is, and what it is done to."""

from __future__ import annotations

from collections.abc import Iterator

from mediakit.wording import lexicon as lex
from mediakit.wording.agents import agent, agent_in, by_agent, clause_start, subject, tail_end
from mediakit.wording.found import Accusation
from mediakit.wording.sources import View
from mediakit.wording.verbs import Verb, helpers, neutral_past, phrasal, verbs

__all__ = ["aiding", "bad", "bought", "deed", "phrasal_deed"]


def deed(v: View, i: int) -> Accusation | None:
    verb = verbs().get(v.low[i])
    if verb is None:
        return _must_have(v, i) or _open_verb(v, i)
    if verb.kind == "object" or verb.base in lex.DOUBLE:
        return _object_verb(v, i, verb)
    if verb.base in ("hide", "tap", "down", "leak", "drown", "burn", "mask") and _no_object(v, i):
        return None
    ok, slipped, last = _active(v, i, verb, verb.kind == "strong")
    return Accusation(i, max(i, last), slipped) if ok else None


def _open_verb(v: View, i: int) -> Accusation | None:
    """Any other past form: an accusable subject, and a wrong as its object."""
    low = v.low[i]
    if not low.endswith("ed") or low in neutral_past() or low in lex.REPORT_VERBS:
        return None
    after = v.low[i + 1] if i + 1 < len(v.low) else "."
    if v.t[i].is_name or i == 0 or after in ("of", "to", "by", "for", "prior", "when", "that"):
        return None
    end = next(
        (
            k
            for k in _object_places(v, i)
            if v.low[k] in lex.BAD_ADJECTIVES or v.low[k] in lex.HARMFUL or bad(v, k, "")
        ),
        None,
    )
    if end is None:
        return None
    ok, slipped, _ = _active(v, i, Verb(low, "past", "object"), False)
    return Accusation(i, end, slipped) if ok else None


def _must_have(v: View, i: int) -> Accusation | None:
    """ "The palace must have sent somebody": a guess about a person or body, given as a fact."""
    if v.low[i] != "must" or v.low[i + 1 : i + 2] != ["have"] or i == 0:
        return None
    return Accusation(i, i + 1) if agent(v, v.back(i - 1)) else None


def _no_object(v: View, i: int) -> bool:
    after = v.low[i + 1] if i + 1 < len(v.low) else "."
    return not v.sentence.question and after in lex.INTRANSITIVE


def phrasal_deed(v: View, i: int) -> Accusation | None:
    for verb, tail in phrasal().get(v.low[i], ()):
        end = tail_end(v, i + 1, tail)
        if end is None or (verb.base == "know" and _asked_of(v)):
            continue
        ok, slipped, last = _active(v, i, verb, False)
        if ok:
            return Accusation(i, max(end, last), slipped)
    return None


def aiding(v: View, i: int) -> Accusation | None:
    """ "recruited the bomber", "slipped polonium into the tea": a culprit or a means as object."""
    verb = helpers().get(v.low[i])
    if verb is None:
        return None
    bases = ((lex.CULPRITS, lex.AIDING), (lex.MEANS, lex.SUPPLYING))
    for k in _object_places(v, i):
        if any(v.low[k] in nouns and verb.base in some for nouns, some in bases):
            ok, slipped, last = _active(v, i, verb, False)
            return Accusation(i, max(k, last), slipped) if ok else None
    return None


def bought(v: View, i: int) -> Accusation | None:
    """ "The judge was bought", "Has the minister been bought?"."""
    p = v.back(i - 1)
    if v.low[i] not in lex.TURNED or p < 1 or v.low[p] not in lex.BE:
        return None
    if v.sentence.question:
        wh = v.low[0] in ("who", "how", "when", "what")
        return None if wh or not agent_in(v, 1, p) else Accusation(p, i)
    return Accusation(p, i) if agent(v, v.back(p - 1)) else None


def _asked_of(v: View) -> bool:
    """ "What do investigators know?": knowing as a matter of finding out."""
    return v.low[0] == "how" or (v.sentence.question and bool({"do", "does"} & set(v.low)))


def _object_verb(v: View, i: int, verb: Verb) -> Accusation | None:
    end = _bad_object(v, i, verb.base)
    if end is None:
        by = _bought(v, i, verb) or (by_agent(v, i) if _bad_before(v, i, verb.base) else None)
        return None if by is None else Accusation(i, by)
    if verb.form in ("past", "pp") and v.low[v.back(i - 1)] in lex.BE:
        return None
    ok, slipped, _ = _active(v, i, verb, False)
    return Accusation(i, end, slipped) if ok else None


def bad(v: View, k: int, base: str) -> bool:
    low = v.low[k]
    nxt = v.low[k + 1] if k + 1 < len(v.low) else ""
    if nxt in lex.SAFE_AFTER or (
        low.startswith("strike") and lex.STRIKERS & set(v.low[max(0, k - 8) : k])
    ):
        return False
    if low in lex.GRAVE and not lex.fair_with("WITH_GRAVE", base, low):
        return True
    return (
        base in lex.SPOIL
        and low in lex.BAD_NOUNS
        and low not in lex.GRAVE
        and not lex.fair_with("WITH_BAD", base, low)
    )


def _bad_object(v: View, i: int, base: str) -> int | None:
    if base in ("pay", "hire") and (tool := _tool_at(v, i + 1)) is not None:
        return tool
    if base in lex.ON_PERSONS and (person := _person_at(v, i + 1)) is not None:
        return person
    for k in _object_places(v, i):
        if bad(v, k, base) or (v.low[k] in lex.BAD_ADJECTIVES and base not in lex.NEUTRAL_VERBS):
            return k
    return None


def _tool_at(v: View, k: int) -> int | None:
    """ "paid the porter to put ...": a person paid to do something, with no wage in sight."""
    for n in range(k, min(k + 4, len(v.t) - 2)):
        if v.low[n] == "to":
            return n if n > k and agent(v, n - 1) and v.low[n + 1] not in lex.DETERMINERS else None
    return None


def _person_at(v: View, k: int) -> int | None:
    for n in range(k, min(k + 3, len(v.t))):
        if v.low[n] in ("him", "them", "me") or v.low[n] in lex.KIN:
            return n
        if v.low[n] not in lex.DETERMINERS:
            return None
    return None


def _object_places(v: View, i: int) -> Iterator[int]:
    for k in range(i + 1, min(i + 9, len(v.t))):
        if v.low[k] in lex.OBJECT_STOPS:
            return
        yield k


def _bad_before(v: View, i: int, base: str) -> bool:
    return any(bad(v, k, base) for k in range(max(0, i - 8), i))


def _active(v: View, i: int, verb: Verb, loose: bool) -> tuple[bool, int | None, int]:
    """Is the verb at ``i`` used of an accusable subject? (yes, inserted at, last word)."""
    had = i > 0 and any(w in ("has", "have", "had", "having") for w in v.low[max(0, i - 3) : i])
    p = v.back(i - 1)
    low = v.low[p] if p >= 0 else ""
    if low in lex.BE:
        return _after_be(v, i, p, verb, loose)
    if verb.form == "ing":
        return _gerund(v, i, p, loose), None, i
    if verb.form == "base":
        return (*_base(v, i, p, loose), i)
    if verb.form == "s":
        ok = p >= 0 and (agent(v, p) or low == "who") and not v.low[p].endswith("'s")
        ok = (
            ok and i + 1 < len(v.t) and v.low[i + 1] not in ("are", "were", "is", "of", "and", "to")
        )
        return (*(subject(v, p, False) if ok else (False, None)), i)
    by = by_agent(v, i)
    if by is not None and not had:
        return True, None, by
    if verb.form == "pp" and not had and verb.base in ("steal", "hide", "take", "give", "break"):
        return False, None, i
    if not had and (low in lex.DETERMINERS and low not in ("and", "but", "or", "that")):
        return False, None, i
    if low.endswith("'s") and not had:
        return False, None, i
    if v.sentence.question and had and p >= 0:
        return agent_in(v, 0, i), None, i
    if had and low in ("may", "might", "could", "must", "to", "would", "can"):
        return agent_in(v, clause_start(v, i), i), None, i
    return (*subject(v, p, loose), i)


def _after_be(v: View, i: int, p: int, verb: Verb, loose: bool) -> tuple[bool, int | None, int]:
    if verb.form == "ing":
        if v.sentence.question and p <= 2:
            return agent_in(v, 1, len(v.t)), None, i
        q = v.back(p - 1)
        if q >= 0 and v.low[q] in lex.AUX:
            q = v.back(q - 1)
        return (*subject(v, q, loose), i)
    by = by_agent(v, i)
    return by is not None, None, by or i


def _bought(v: View, i: int, verb: Verb) -> int | None:
    """ "He was paid by Kandor": a person or body as the tool of another."""
    p = v.back(i - 1)
    if verb.base not in ("pay", "buy", "plant", "bankroll") or p < 1 or v.low[p] not in lex.BE:
        return None
    by = by_agent(v, i)
    return by if by is not None and v.t[by].is_name and agent(v, v.back(p - 1)) else None


def _gerund(v: View, i: int, p: int, loose: bool) -> bool:
    if loose and p > 0 and v.sentence.question and v.low[0] in lex.BE:
        return True
    if p < 0 or v.low[p] not in lex.GERUND_BEFORE:
        if v.sentence.question and v.low[0] in (
            "is",
            "are",
            "was",
            "were",
            "has",
            "could",
            "have",
            "why",
            "what",
        ):
            return agent_in(v, 1, i)
        return False
    first = next((w for w in v.low[:i] if w not in lex.DETERMINERS), "")
    return agent_in(v, 0, i) and (v.titled or first not in lex.INANIMATE)


def _base(v: View, i: int, p: int, loose: bool) -> tuple[bool, int | None]:
    low = v.low[p] if p >= 0 else ""
    if low == "to":
        window = v.low[max(0, p - 10) : p]
        ok = any(w in lex.INTENT for w in window) and agent_in(v, clause_start(v, p), p)
        return ok, None
    if low in lex.BASE_BEFORE:
        return subject(v, v.back(p - 1), loose)
    if v.sentence.question and any(
        w in ("did", "does", "do", "could", "would", "will", "can") for w in v.low[: min(i, 8)]
    ):
        return p > 0 and agent_in(v, 1, i) and low not in ("a", "the"), None
    plural = low == "they" or (low.endswith("s") and low in lex.ROLES)
    return plural, None
