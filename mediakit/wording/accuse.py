"""Where a sentence accuses somebody: verbs, labels, links and set phrases."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from mediakit.wording import lexicon as lex
from mediakit.wording.phrases import PHRASAL_BY
from mediakit.wording.sources import View

__all__ = ["Accusation", "accusations", "somebody"]

OBJECT_STOPS = lex.words(
    "after over into about since following before prior because when while despite "
    "during who which that "
    "on from in at with against , ; : — – ? but"
)
SAFE_AFTER = lex.words("safety service services brigade prevention alarm alarms drill drills")
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
NO_COMPOUND = lex.words(
    "spy criminal fraud butcher monster fixer terrorist cheat mole puppet quack"
)
GERUND_BEFORE = lex.words("by for after of while caught and , before from")
LINKING = lex.words("is are was were be been remains became protecting protected")
RELATIVE = frozenset(("who", "which", "that"))
STRIKERS = lex.words("union unions workers staff crew teachers drivers pilots nurses")
NEUTRAL_PAST = frozenset(w for w in lex.verb_forms(lex.NEUTRAL_VERBS, "neutral"))
RHETORICAL = frozenset(
    ("isn't", "aren't", "wasn't", "weren't", "doesn't", "don't", "didn't", "hasn't")
)
CLAUSE_ENDS = frozenset(",;.:!?—–")
INTRANSITIVE = lex.words("in from under behind there at out away inside into . , to on")
IDIOM_STARTS: dict[str, list[tuple[str, ...]]] = {}
for _line in lex.IDIOMS:
    IDIOM_STARTS.setdefault(_line[0], []).append(_line)

CONTEXT_STARTS: dict[str, list[tuple[str, ...]]] = {}
for _line in lex.CONTEXTS:
    CONTEXT_STARTS.setdefault(_line[0], []).append(_line)


class Accusation(NamedTuple):
    """The words that accuse, first and last; ``slipped`` is where an inserted clause begins."""

    first: int
    last: int
    slipped: int | None = None


def accusations(v: View) -> Iterator[Accusation]:
    """Every place where the sentence accuses somebody, covered or not."""
    asks = v.sentence.question and (v.low[0] in RHETORICAL or _done_to(v))
    if asks and _agent_in(v, 1, len(v.t)):
        yield Accusation(0, 0)
    for i in range(len(v.t)):
        if not v.t[i].is_word or not v.seen(i) or v.negated(i):
            continue
        found = (
            _set_phrase(v, i)
            or _phrasal(v, i)
            or _purpose(v, i)
            or _context(v, i)
            or _verb(v, i)
            or _label(v, i)
            or _link(v, i)
            or _owned(v, i)
        )
        if found:
            yield found


def _done_to(v: View) -> bool:
    """ "What did the coach do to the boys?" """
    pairs = set(itertools.pairwise(v.low))
    return v.low[0] == "what" and bool(pairs & {("do", "to"), ("done", "to"), ("doing", "to")})


def somebody(v: View, start: int = 0, end: int | None = None) -> bool:
    """Is a person or body named that could be accused, from word ``start`` to ``end``?"""
    return _agent_in(v, start, len(v.t) if end is None else end)


def _agent(v: View, i: int) -> bool:
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
    if len(low) > 4 and low.endswith(lex.PERSON_ENDINGS) and low not in lex.NOT_PERSONS:
        return t.is_name or low not in lex.GENERIC
    return t.is_name and t.low not in lex.DETERMINERS and t.low not in lex.GENERIC


def _named_after(v: View, i: int) -> bool:
    """ "Brandt Chemicals": a capital after a capital is a name, "Hurricane Ada" is none."""
    if v.titled or i == 0 or not v.t[i - 1].is_word or not v.t[i - 1].is_name:
        return False
    return not any(v.low[k] in lex.INANIMATE for k in range(max(0, i - 2), i))


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
    if low == "it":
        return _agent_in(v, _clause_start(v, p), p), None
    if _agent(v, p):
        return True, None
    if low in lex.GENERIC or low in lex.INANIMATE:
        return False, None
    if low in (",", "and", "or", "then", "but", ")"):
        return _agent_in(v, _clause_start(v, p), p), None
    if low in lex.DETERMINERS or not v.t[p].is_word:
        return False, None
    first = next((w for w in v.low[:p] if w not in lex.DETERMINERS), "")
    if first in lex.INANIMATE:
        return False, None
    return loose or _agent_in(v, max(_clause_start(v, p), p - 8), p), None


def _relative(v: View, p: int) -> tuple[bool, int | None]:
    k = p - 1
    if k >= 0 and v.low[k] == ",":
        k -= 1
        return (k >= 0 and (_agent(v, k) or _agent_in(v, k - 3, k))), p
    cleft = any(v.low[n : n + 2] in (["it", "was"], ["it", "is"]) for n in range(3))
    if k >= 0 and (v.low[p] == "who" or cleft) and _agent(v, k):
        return True, p
    return False, None


def _verb(v: View, i: int) -> Accusation | None:
    verb = lex.VERBS.get(v.low[i])
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
    if not low.endswith("ed") or low in NEUTRAL_PAST or low in lex.REPORT_VERBS:
        return None
    after = v.low[i + 1] if i + 1 < len(v.low) else "."
    if v.t[i].is_name or i == 0 or after in ("of", "to", "by", "for", "prior", "when", "that"):
        return None
    end = next(
        (
            k
            for k in _object_places(v, i)
            if v.low[k] in lex.BAD_ADJECTIVES or v.low[k] in lex.HARMFUL or _bad(v, k, "")
        ),
        None,
    )
    if end is None:
        return None
    ok, slipped, _ = _active(v, i, lex.Verb(low, "past", "object"), False)
    return Accusation(i, end, slipped) if ok else None


def _must_have(v: View, i: int) -> Accusation | None:
    """ "The palace must have sent somebody": a guess about a person or body, given as a fact."""
    if v.low[i] != "must" or v.low[i + 1 : i + 2] != ["have"] or i == 0:
        return None
    return Accusation(i, i + 1) if _agent(v, v.back(i - 1)) else None


def _no_object(v: View, i: int) -> bool:
    after = v.low[i + 1] if i + 1 < len(v.low) else "."
    return not v.sentence.question and after in INTRANSITIVE


def _phrasal(v: View, i: int) -> Accusation | None:
    for verb, tail in PHRASAL_BY.get(v.low[i], ()):
        end = _tail_end(v, i + 1, tail)
        if end is None:
            continue
        ok, slipped, last = _active(v, i, verb, False)
        if ok:
            return Accusation(i, max(end, last), slipped)
    return None


def _tail_end(v: View, k: int, tail: tuple[str, ...]) -> int | None:
    """The last place of a tail that begins at ``k``; "*" skips up to four words."""
    gap = 0
    for part in tail:
        if part == "*":
            gap = 4
            continue
        if part == "+":
            return k - 1 if k >= len(v.t) or v.low[k] in CLAUSE_ENDS else None
        stop = min(k + gap + 1, len(v.t))
        at = next((n for n in range(k, stop) if v.low[n] == part), None)
        if at is None or CLAUSE_ENDS & set(v.low[k:at]):
            return None
        k, gap = at + 1, 0
    return k - 1


def _purpose(v: View, i: int) -> Accusation | None:
    """ "deliberately", "knowingly": with a person or body before it, any deed accuses."""
    if v.low[i] not in lex.PURPOSE and v.low[i : i + 2] != ["on", "purpose"]:
        return None
    start = max(1, i - 8)
    known = v.low[0] in lex.ROLES or _agent_in(v, start, i)
    return Accusation(i, i) if known and v.low[0] not in lex.VERBS else None


def _context(v: View, i: int) -> Accusation | None:
    """ "to hide the leak", "without a warrant": said of a person or body, it accuses."""
    for line in CONTEXT_STARTS.get(v.low[i], ()):
        if tuple(v.low[i : i + len(line)]) == line and _agent_in(v, 0, i):
            return Accusation(i, i + len(line) - 1)
    return None


def _object_verb(v: View, i: int, verb: lex.Verb) -> Accusation | None:
    end = _bad_object(v, i, verb.base)
    if end is None:
        by = _bought(v, i, verb) or (_by_agent(v, i) if _bad_before(v, i, verb.base) else None)
        return None if by is None else Accusation(i, by)
    if verb.form in ("past", "pp") and v.low[v.back(i - 1)] in lex.BE:
        return None
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
    if base in ("pay", "hire") and (tool := _tool_at(v, i + 1)) is not None:
        return tool
    if base in lex.ON_PERSONS and (person := _person_at(v, i + 1)) is not None:
        return person
    for k in _object_places(v, i):
        if _bad(v, k, base) or (v.low[k] in lex.BAD_ADJECTIVES and base not in lex.NEUTRAL_VERBS):
            return k
    return None


def _tool_at(v: View, k: int) -> int | None:
    """ "paid the porter to put ...": a person paid to do something, with no wage in sight."""
    for n in range(k, min(k + 4, len(v.t) - 2)):
        if v.low[n] == "to":
            return n if n > k and _agent(v, n - 1) and v.low[n + 1] not in lex.DETERMINERS else None
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
        if v.low[k] in OBJECT_STOPS:
            return
        yield k


def _bad_before(v: View, i: int, base: str) -> bool:
    return any(_bad(v, k, base) for k in range(max(0, i - 8), i))


def _by_agent(v: View, i: int) -> int | None:
    for k in range(i + 1, min(i + 8, len(v.t))):
        if v.low[k] in (",", ";"):
            return None
        if v.low[k] == "by":
            for j in range(k + 1, min(k + 6, len(v.t))):
                if v.low[j] in lex.INANIMATE and not _agent(v, j):
                    return None
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
        return _gerund(v, i, p, loose), None, i
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
            return _agent_in(v, 1, len(v.t)), None, i
        q = v.back(p - 1)
        if q >= 0 and v.low[q] in lex.AUX:
            q = v.back(q - 1)
        return (*_subject(v, q, loose), i)
    by = _by_agent(v, i)
    return by is not None, None, by or i


def _bought(v: View, i: int, verb: lex.Verb) -> int | None:
    """ "He was paid by Kandor": a person or body as the tool of another."""
    p = v.back(i - 1)
    if verb.base not in ("pay", "buy", "plant", "bankroll") or p < 1 or v.low[p] not in lex.BE:
        return None
    by = _by_agent(v, i)
    return by if by is not None and v.t[by].is_name and _agent(v, v.back(p - 1)) else None


def _gerund(v: View, i: int, p: int, loose: bool) -> bool:
    if loose and p > 0 and v.sentence.question and v.low[0] in lex.BE:
        return True
    if p < 0 or v.low[p] not in GERUND_BEFORE:
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
    asked = v.sentence.question and v.low[0] in ("is", "was", "are", "were")
    if low in lex.LABEL_ADJECTIVES and asked and i > 1:
        return Accusation(i, i) if _agent_in(v, 1, i) else None
    if low in lex.LABEL_ADJECTIVES and i and low != "guilty" and v.low[v.back(i - 1)] in lex.BE:
        return Accusation(i, i) if _agent_in(v, _clause_start(v, i), i) else None
    if low not in lex.LABEL_NOUNS:
        return None
    fits = low not in NO_COMPOUND and nxt < len(v.t) and v.low[nxt] != "who"
    if fits and _agent(v, nxt) and (i == 0 or v.low[i - 1] not in ("convicted", "the", "a")):
        return Accusation(i, nxt)
    if i < 3 and not set(v.low[:i]) & lex.DETERMINERS and nxt < len(v.t) and _headline(v, i):
        return Accusation(i, i)
    if v.low[nxt : nxt + 1] == ["of"] and nxt + 1 < len(v.t) and v.t[nxt + 1].is_name:
        return Accusation(i, nxt + 1)
    return _label_after(v, i)


def _headline(v: View, i: int) -> bool:
    """A sentence that begins with the label itself, without an article."""
    if v.low[i] in ("criminal", "spy", "fraud", "terrorist"):
        return False
    return v.t[i + 1].is_word and v.low[i + 1] not in lex.BE and v.low[0] not in lex.FUNCTION


def _label_after(v: View, i: int) -> Accusation | None:
    if i + 1 < len(v.t) and (v.low[i + 1] in lex.GRAVE or v.low[i + 1] in lex.BAD_NOUNS):
        return None
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
        named = v.sentence.question or _agent_in(v, _clause_start(v, k), k)
        if low in LINKING and named:
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
        if low.endswith(("'s", "s'")):
            return Accusation(k, i) if _agent(v, k) else None
    return None


def _set_phrase(v: View, i: int) -> Accusation | None:
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
