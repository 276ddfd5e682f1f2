"""Where a sentence accuses somebody: verbs, labels, links and set phrases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mediakit.wording import lexicon as lex
from mediakit.wording.sources import View

__all__ = ["Accusation", "accusations"]

OBJECT_STOPS = frozenset(
    "after over into about since following before because when while despite during who which that "
    "on from in at with against , ; : — – ? but".split()
)
SAFE_AFTER = frozenset(
    "safety service services brigade prevention alarm alarms drill drills".split()
)
LINKS = {
    ("responsible", "for"),
    ("involved", "in"),
    ("linked", "to"),
    ("tied", "to"),
    ("part", "in"),
    ("role", "in"),
    ("hand", "in"),
    ("complicit", "in"),
    ("party", "to"),
    ("accomplice", "in"),
    ("blame", "for"),
    ("guilty", "of"),
    ("masterminds", "of"),
    ("architect", "of"),
}
NO_COMPOUND = frozenset(
    "spy criminal fraud butcher monster fixer terrorist cheat mole puppet quack".split()
)
GERUND_BEFORE = frozenset("by for after of while caught and , before from".split())
RELATIVE = frozenset(("who", "which", "that"))
STRIKERS = frozenset("union unions workers staff crew teachers drivers pilots nurses".split())
IDIOM_STARTS: dict[str, list[tuple[str, ...]]] = {}
for _idiom in lex.IDIOMS:
    IDIOM_STARTS.setdefault(_idiom[0], []).append(_idiom)


class Accusation(NamedTuple):
    """The words that accuse, first and last; ``slipped`` is where an inserted clause begins."""

    first: int
    last: int
    slipped: int | None = None


def accusations(v: View) -> Iterator[Accusation]:
    """Every place where the sentence accuses somebody, covered or not."""
    for i in range(len(v.t)):
        if not v.t[i].is_word or not v.seen(i) or v.negated(i):
            continue
        found = _idiom(v, i) or _verb(v, i) or _label(v, i) or _link(v, i) or _owned(v, i)
        if found:
            yield found


def _agent(v: View, i: int) -> bool:
    """Could this word be a person or a body?"""
    t = v.t[i]
    if not t.is_word or t.low in lex.INANIMATE or t.low.removesuffix("'s") in lex.INANIMATE:
        return False
    if t.low.removesuffix("'s") in lex.ROLES and t.low not in lex.GENERIC:
        return True
    return t.is_name and t.low not in lex.DETERMINERS and t.low not in lex.GENERIC


def _clause_start(v: View, i: int) -> int:
    k = i
    while k > 0 and v.low[k - 1] not in (";", ":") and i - k < 25:
        k -= 1
    return k


def _agent_in(v: View, start: int, end: int) -> bool:
    return any(_agent(v, k) for k in range(max(0, start), min(end, len(v.t))))


def _subject(v: View, p: int, loose: bool) -> tuple[bool, int | None]:
    """Does an accusable subject end at ``p``? And where does an inserted clause begin?"""
    if p < 0:
        return False, None
    low = v.low[p]
    if low in RELATIVE:
        return _relative(v, p)
    if low in lex.GENERIC or low in lex.INANIMATE:
        return False, None
    if _agent(v, p):
        return True, None
    if low in (",", "and", "or", "then", "but", ")"):
        return _agent_in(v, _clause_start(v, p), p), None
    if low in lex.DETERMINERS or not v.t[p].is_word:
        return False, None
    return loose or _agent_in(v, max(_clause_start(v, p), p - 8), p), None


def _relative(v: View, p: int) -> tuple[bool, int | None]:
    k = p - 1
    if k >= 0 and v.low[k] == ",":
        k -= 1
        return (k >= 0 and (_agent(v, k) or _agent_in(v, k - 3, k))), p
    if k >= 0 and v.low[p] == "who" and _agent(v, k):
        return True, p
    return False, None


def _verb(v: View, i: int) -> Accusation | None:
    verb = lex.VERBS.get(v.low[i])
    if verb is None:
        return None
    if verb.kind == "object" or verb.base in lex.DOUBLE:
        return _object_verb(v, i, verb)
    ok, slipped, last = _active(v, i, verb, verb.kind == "strong")
    return Accusation(i, max(i, last), slipped) if ok else None


def _object_verb(v: View, i: int, verb: lex.Verb) -> Accusation | None:
    end = _bad_object(v, i, verb.base)
    if end is None:
        by = _by_agent(v, i)
        if by is None or not _bad_before(v, i, verb.base):
            return None
        return Accusation(i, by)
    ok, slipped, _ = _active(v, i, verb, False)
    return Accusation(i, end, slipped) if ok else None


def _bad(v: View, k: int, base: str) -> bool:
    low = v.low[k]
    nxt = v.low[k + 1] if k + 1 < len(v.low) else ""
    if nxt in SAFE_AFTER or (low.startswith("strike") and STRIKERS & set(v.low[max(0, k - 8) : k])):
        return False
    if low in lex.GRAVE and low not in lex.NEUTRAL_GRAVE.get(base, ()):
        return True
    return (
        base in lex.SPOIL
        and low in lex.BAD_NOUNS
        and low not in lex.GRAVE
        and low not in lex.NEUTRAL_PAIRS.get(base, ())
    )


def _bad_object(v: View, i: int, base: str) -> int | None:
    for k in range(i + 1, min(i + 9, len(v.t))):
        if v.low[k] in OBJECT_STOPS:
            return None
        if _bad(v, k, base):
            return k
    return None


def _bad_before(v: View, i: int, base: str) -> bool:
    return any(_bad(v, k, base) for k in range(max(0, i - 8), i))


def _by_agent(v: View, i: int) -> int | None:
    for k in range(i + 1, min(i + 8, len(v.t))):
        if v.low[k] in (",", ";"):
            return None
        if v.low[k] == "by":
            for j in range(k + 1, min(k + 6, len(v.t))):
                if _agent(v, j):
                    return j
            return None
    return None


def _active(v: View, i: int, verb: lex.Verb, loose: bool) -> tuple[bool, int | None, int]:
    """Is the verb at ``i`` used of an accusable subject? (yes, inserted at, last word)."""
    had = i > 0 and any(w in ("has", "have", "had", "having") for w in v.low[max(0, i - 3) : i])
    p = v.back(i - 1)
    low = v.low[p] if p >= 0 else ""
    if low in lex.BE:
        return _after_be(v, i, p, verb, loose)
    if verb.form == "ing":
        return _gerund(v, i, p), None, i
    if verb.form == "base":
        return (*_base(v, i, p, loose), i)
    if verb.form == "s":
        ok = p >= 0 and (_agent(v, p) or low == "who") and not v.low[p].endswith("'s")
        ok = (
            ok and i + 1 < len(v.t) and v.low[i + 1] not in ("are", "were", "is", "of", "and", "to")
        )
        return (*(_subject(v, p, False) if ok else (False, None)), i)
    by = _by_agent(v, i)
    if by is not None and not had:
        return True, None, by
    if verb.form == "pp" and not had and verb.base in ("steal", "hide", "take", "give", "break"):
        return False, None, i
    if not had and (low in lex.DETERMINERS and low not in ("and", "but", "or", "that")):
        return False, None, i
    if low.endswith("'s") and not had:
        return False, None, i
    if v.sentence.question and had and p >= 0:
        return _agent_in(v, 0, i), None, i
    if had and low in ("may", "might", "could", "must", "to", "would", "can"):
        return _agent_in(v, _clause_start(v, i), i), None, i
    return (*_subject(v, p, loose), i)


def _after_be(v: View, i: int, p: int, verb: lex.Verb, loose: bool) -> tuple[bool, int | None, int]:
    if verb.form == "ing":
        if v.sentence.question and p <= 2:
            return _agent_in(v, p + 1, len(v.t)), None, i
        q = v.back(p - 1)
        if q >= 0 and v.low[q] in lex.AUX:
            q = v.back(q - 1)
        return (*_subject(v, q, loose), i)
    by = _by_agent(v, i)
    return by is not None, None, by or i


def _gerund(v: View, i: int, p: int) -> bool:
    if p < 0 or (v.low[p] not in GERUND_BEFORE and not _agent(v, p)):
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
            return _agent_in(v, 1, i)
        return False
    return _agent_in(v, 0, i)


def _base(v: View, i: int, p: int, loose: bool) -> tuple[bool, int | None]:
    low = v.low[p] if p >= 0 else ""
    if low == "to":
        window = v.low[max(0, p - 10) : p]
        ok = any(w in lex.INTENT for w in window) and _agent_in(v, _clause_start(v, p), p)
        return ok, None
    if low in lex.BASE_BEFORE:
        return _subject(v, v.back(p - 1), loose)
    if v.sentence.question and any(
        w in ("did", "does", "do", "could", "would", "will", "can") for w in v.low[: min(i, 8)]
    ):
        return p > 0 and _agent_in(v, 1, i) and low not in ("a", "the"), None
    plural = low == "they" or (low.endswith("s") and low in lex.ROLES)
    return plural, None


def _label(v: View, i: int) -> Accusation | None:
    low = v.low[i]
    nxt = i + 1
    if low in lex.LABEL_ADJECTIVES and i and low != "guilty" and v.low[v.back(i - 1)] in lex.BE:
        return Accusation(i, i) if _agent_in(v, _clause_start(v, i), i) else None
    if low not in lex.LABEL_NOUNS:
        return None
    if low not in NO_COMPOUND and nxt < len(v.t) and _agent(v, nxt) and v.t[nxt].low != "who":
        if i == 0 or v.low[i - 1] not in ("convicted", "the", "a"):
            return Accusation(i, nxt)
    return _label_after(v, i)


def _label_after(v: View, i: int) -> Accusation | None:
    if (
        i + 1 < len(v.t)
        and v.t[i + 1].is_word
        and v.low[i + 1]
        in (
            "trial",
            "case",
            "charges",
            "whale",
            "chief",
            "investigation",
            "squad",
            "office",
            "law",
            "court",
            "network",
            "film",
            "novel",
            "agency",
            "satellite",
            "gang",
            "organisation",
        )
    ):
        return None
    for k in range(i - 1, max(-1, i - 6), -1):
        low = v.low[k]
        if low in (",", "—", "–") and i - k <= 4 and k and v.t[k - 1].is_name:
            return Accusation(i, i)
        if low in ("is", "are", "was", "were", "remains", "became", "protecting", "protected"):
            if v.sentence.question or _agent_in(v, _clause_start(v, k), k):
                return Accusation(k, i)
        if low in (";", ":", ","):
            return None
    return None


def _link(v: View, i: int) -> Accusation | None:
    low = v.low[i]
    nxt = v.low[i + 1] if i + 1 < len(v.low) else ""
    behind = low == "behind" and v.low[v.back(i - 1)] in (*lex.BE, "man", "woman", "brains", ",")
    behind = behind or (low == "behind" and v.sentence.question)
    if not behind and (low, nxt) not in LINKS:
        return None
    for k in range(i + 1, min(i + 8, len(v.t))):
        if v.low[k] in (",", ";"):
            return None
        if v.low[k] in lex.GRAVE and _bad(v, k, ""):
            return Accusation(i, k) if _agent_in(v, _clause_start(v, i), i) else None
    return None


def _owned(v: View, i: int) -> Accusation | None:
    if v.low[i] not in lex.OWNED_CRIMES:
        return None
    if i + 1 < len(v.t) and v.low[i + 1] in ("squad", "office", "trial", "charges", "case", "law"):
        return None
    for k in range(i - 1, max(-1, i - 4), -1):
        low = v.low[k]
        if low.endswith("'s") or low.endswith("s'"):
            return Accusation(k, i) if _agent(v, k) else None
    return None


def _idiom(v: View, i: int) -> Accusation | None:
    if v.low[i] in ("came", "come", "comes") and v.low[i + 1 : i + 2] == ["from"]:
        back = v.low[max(0, i - 10) : i]
        if ("order" in back or "orders" in back) and _agent_in(v, i + 2, i + 6):
            return Accusation(i, min(i + 2, len(v.t) - 1))
    for idiom in IDIOM_STARTS.get(v.low[i], ()):
        end = i + len(idiom)
        if tuple(v.low[i:end]) == idiom:
            ok, slipped = _idiom_subject(v, i, end)
            if ok:
                return Accusation(i, end - 1, slipped)
    return None


def _idiom_subject(v: View, i: int, end: int) -> tuple[bool, int | None]:
    if v.low[i] not in lex.NEEDS_AGENT:
        return True, None
    if v.low[i] in ("on", "order", "orders"):
        return _agent_in(v, 0, len(v.t)), None
    p = v.back(i - 1)
    if p >= 0 and v.low[p] in lex.BE:
        by = _by_agent(v, end - 1)
        if by is not None or not v.low[i].endswith("ing"):
            return by is not None, None
        p = v.back(p - 1)
    if v.low[i].endswith("ing"):
        return _agent_in(v, 0, i), None
    if v.sentence.question and v.low[0] in ("did", "why", "has", "how", "does", "could", "have"):
        return _agent_in(v, 1, i), None
    return _subject(v, p, True)
