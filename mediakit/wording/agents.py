"""Who in a sentence could be accused, and of which verb they are the subject."""

from __future__ import annotations

from functools import cache

from mediakit.wording import lexicon as lex
from mediakit.wording.sources import View

__all__ = ["agent", "agent_in", "by_agent", "clause_start", "somebody", "subject", "tail_end"]

RELATIVE = frozenset(("who", "which", "that"))


@cache
def _person_endings() -> tuple[str, ...]:
    return tuple(sorted(lex.PERSON_ENDINGS))


def agent(v: View, i: int) -> bool:
    """Could this word be a person or a body?"""
    t = v.t[i]
    low = t.low.removesuffix("'s")
    if not t.is_word or low in lex.INANIMATE:
        return t.is_word and t.is_name and _named_after(v, i)
    if low in lex.FUNCTION:
        return False
    low = low.removeprefix("ex-")
    if (low in lex.ROLES or low.removesuffix("s") in lex.ROLES) and low not in lex.GENERIC:
        return True
    if len(low) > 4 and low.endswith(_person_endings()) and low not in lex.NOT_PERSONS:
        return t.is_name or low not in lex.GENERIC
    return t.is_name and t.low not in lex.DETERMINERS and t.low not in lex.GENERIC


def _named_after(v: View, i: int) -> bool:
    """ "Brandt Chemicals": a capital after a capital is a name, "Hurricane Ada" is none."""
    if v.titled or i == 0 or not v.t[i - 1].is_word or not v.t[i - 1].is_name:
        return False
    return not any(v.low[k] in lex.INANIMATE for k in range(max(0, i - 2), i))


def clause_start(v: View, i: int) -> int:
    k = i
    while k > 0 and v.low[k - 1] not in (";", ":") and i - k < 25:
        k -= 1
    return k


def agent_in(v: View, start: int, end: int) -> bool:
    return any(agent(v, k) for k in range(max(0, start), min(end, len(v.t))))


def somebody(v: View, start: int = 0, end: int | None = None) -> bool:
    """Is a person or body named that could be accused, from word ``start`` to ``end``?"""
    return agent_in(v, start, len(v.t) if end is None else end)


def subject(v: View, p: int, loose: bool) -> tuple[bool, int | None]:
    """Does an accusable subject end at ``p``? And where does an inserted clause begin?"""
    if p < 0:
        return False, None
    low = v.low[p]
    if low in RELATIVE:
        return _relative(v, p)
    if low == "it":
        return agent_in(v, clause_start(v, p), p), None
    if agent(v, p):
        return True, None
    if low in lex.GENERIC or low in lex.INANIMATE:
        return False, None
    if low in (",", "and", "or", "then", "but", ")"):
        return agent_in(v, clause_start(v, p), p), None
    if low in lex.DETERMINERS or not v.t[p].is_word:
        return False, None
    first = next((w for w in v.low[:p] if w not in lex.DETERMINERS), "")
    if first in lex.INANIMATE:
        return False, None
    return loose or agent_in(v, max(clause_start(v, p), p - 8), p), None


def _relative(v: View, p: int) -> tuple[bool, int | None]:
    k = p - 1
    if k >= 0 and v.low[k] == ",":
        k -= 1
        return (k >= 0 and (agent(v, k) or agent_in(v, k - 3, k))), p
    cleft = any(v.low[n : n + 2] in (["it", "was"], ["it", "is"]) for n in range(3))
    if k >= 0 and (v.low[p] == "who" or cleft) and agent(v, k):
        return True, p
    return False, None


def by_agent(v: View, i: int, reach: int = 8) -> int | None:
    """The place of the person or body after "by", within ``reach`` words."""
    for k in range(i + 1, min(i + reach, len(v.t))):
        if v.low[k] in (",", ";"):
            return None
        if v.low[k] == "by":
            for j in range(k + 1, min(k + 6, len(v.t))):
                if v.low[j] in lex.INANIMATE and not agent(v, j):
                    return None
                if agent(v, j):
                    return j
            return None
    return None


def tail_end(v: View, k: int, tail: tuple[str, ...]) -> int | None:
    """The last place of a tail that begins at ``k``; "*" skips up to four words."""
    gap = 0
    for part in tail:
        if part == "*":
            gap = 5
            continue
        if part == "+":
            return k - 1 if k >= len(v.t) or v.low[k] in lex.CLAUSE_ENDS else None
        stop = min(k + gap + 1, len(v.t))
        at = next((n for n in range(k, stop) if v.low[n] == part), None)
        if at is None or lex.CLAUSE_ENDS & set(v.low[k:at]):
            return None
        k, gap = at + 1, 0
    return k - 1
