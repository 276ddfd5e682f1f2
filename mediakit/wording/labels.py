"""Words that call somebody a wrongdoer, or tie somebody to a wrong."""

from __future__ import annotations

from mediakit.wording import lexicon as lex
from mediakit.wording.agents import agent, agent_in, clause_start
from mediakit.wording.deeds import bad
from mediakit.wording.found import Accusation
from mediakit.wording.sources import View

__all__ = ["field", "label", "link", "owned"]


def label(v: View, i: int) -> Accusation | None:
    """ "The killer nurse", "she is a spy", "queen of fraud": what somebody is called."""
    low = v.low[i].removesuffix("'s")
    nxt = i + 1
    crowned = low in lex.CROWNS and v.low[nxt : nxt + 1] == ["of"] and nxt + 1 < len(v.t)
    if crowned and (v.low[nxt + 1] in lex.GRAVE or v.low[nxt + 1] in lex.OWNED_CRIMES):
        return Accusation(i, nxt + 1)
    asked = v.sentence.question and v.low[0] in ("is", "was", "are", "were")
    if low in lex.LABEL_ADJECTIVES and asked and i > 1:
        return Accusation(i, i) if agent_in(v, 1, i) else None
    if low in lex.LABEL_ADJECTIVES and i and v.low[v.back(i - 1)] in lex.BE:
        return Accusation(i, i) if agent_in(v, clause_start(v, i), i) else None
    if low not in lex.LABEL_NOUNS:
        return None
    fits = low not in lex.NO_COMPOUND and nxt < len(v.t) and v.low[nxt] != "who"
    plain = i == 0 or v.low[i - 1] not in ("convicted", "the", "a")
    if fits and agent(v, nxt) and (plain or v.low[nxt] in lex.ROLES):
        return Accusation(i, nxt)
    if i < 3 and not set(v.low[:i]) & lex.DETERMINERS and nxt < len(v.t) and _headline(v, i):
        return Accusation(i, i)
    if v.low[nxt : nxt + 1] == ["of"] and nxt + 1 < len(v.t) and v.t[nxt + 1].is_name:
        return Accusation(i, nxt + 1)
    bare = len(v.t) < 8 and v.low[i - 1 : i] in (["a"], ["an"]) and v.low[0] not in lex.FUNCTION
    if i > 1 and v.sentence.question and agent_in(v, 0, i) and (bare or _offers(v, i)):
        return Accusation(i, i)
    return _label_after(v, i)


def _offers(v: View, i: int) -> bool:
    """ "Saint or killer?": a label as one of two choices."""
    return "or" in v.low[max(0, i - 3) : i + 3] or ":" in v.low[max(0, i - 3) : i]


def _headline(v: View, i: int) -> bool:
    """A sentence that begins with the label itself, without an article."""
    if v.low[i] in ("criminal", "spy", "fraud", "terrorist"):
        return False
    return v.t[i + 1].is_word and v.low[i + 1] not in lex.BE and v.low[0] not in lex.FUNCTION


def _label_after(v: View, i: int) -> Accusation | None:
    if i + 1 < len(v.t) and (v.low[i + 1] in lex.GRAVE or v.low[i + 1] in lex.BAD_NOUNS):
        return None
    if i + 1 < len(v.t) and v.t[i + 1].is_word and v.low[i + 1] in lex.LABEL_OF:
        return None
    for k in range(i - 1, max(-1, i - 6), -1):
        low = v.low[k]
        if low in (",", "—", "–") and i - k <= 4 and k and v.t[k - 1].is_name:
            return Accusation(i, i)
        named = v.sentence.question or agent_in(v, clause_start(v, k), k)
        if low in lex.LINKING and named:
            return Accusation(k, i)
        if low in (";", ":", ","):
            return None
    return None


def link(v: View, i: int) -> Accusation | None:
    low = v.low[i]
    nxt = v.low[i + 1] if i + 1 < len(v.low) else ""
    behind = low == "behind" and v.low[v.back(i - 1)] in (*lex.BE, "man", "woman", "brains", ",")
    behind = behind or (low == "behind" and v.sentence.question)
    if low == "behind" and i == 0:
        return _behind_first(v)
    if not behind and (low, nxt) not in lex.starts("LINKS").get(low, ()):
        return None
    for k in range(i + 1, min(i + 8, len(v.t))):
        if v.low[k] in (",", ";"):
            return None
        if v.low[k] in lex.GRAVE and bad(v, k, ""):
            return Accusation(i, k) if agent_in(v, clause_start(v, i), i) else None
    return None


def _behind_first(v: View) -> Accusation | None:
    """ "Behind the leak was the deputy": the tie comes first."""
    for k in range(1, min(9, len(v.t))):
        if v.low[k] in (*lex.BE, "stands", "stood", "sits", "sat", "lies", "lurks"):
            wrong = any(bad(v, n, "") or v.low[n] in lex.OWNED_CRIMES for n in range(1, k))
            return Accusation(0, k) if wrong and agent_in(v, k + 1, k + 7) else None
    return None


def owned(v: View, i: int) -> Accusation | None:
    if v.low[i] not in lex.OWNED_CRIMES:
        return None
    if i + 1 < len(v.t) and v.low[i + 1] in ("squad", "office", "trial", "charges", "case", "law"):
        return None
    for k in range(i - 1, max(-1, i - 4), -1):
        low = v.low[k]
        if low.endswith(("'s", "s'")):
            return Accusation(k, i) if agent(v, k) else None
    return None


def field(v: View, i: int) -> Accusation | None:
    """A word bound to a wrong, somebody in the sentence, and nothing that frames it."""
    if v.low[i] not in lex.FIELD or v.named or v.framed:
        return None
    if i and v.low[i - 1] in ("on", "about", "against"):
        return None
    return Accusation(i, i) if agent_in(v, 0, len(v.t)) else None
