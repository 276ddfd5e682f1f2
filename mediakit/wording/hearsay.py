"""Accusations passed on without saying who makes them."""

from __future__ import annotations

from collections.abc import Iterator

from mediakit.wording import lexicon as lex
from mediakit.wording.agents import agent, somebody
from mediakit.wording.sources import View
from mediakit.wording.verbs import verbs

__all__ = ["alleged"]

TALK_BEFORE = frozenset(
    ("", "are", "were", "been", "is", "was", "a", "persistent", "growing", "many")
)


def alleged(v: View) -> Iterator[tuple[int, int]]:
    if v.named:
        return
    for cue in v.cues:
        low = v.low[cue.at]
        talk = not cue.named and lex.UNNAMED & set(v.low[:3]) and low not in lex.OWN_SHOWING
        if talk and not lex.SETTLED & set(v.low) and somebody(v, cue.at + 1, cue.at + 10):
            if v.low[cue.at + 1] in ("in", "at", "before"):  # said openly, somewhere
                continue
            yield cue.at, cue.at
    for i in range(len(v.t)):
        if not v.seen(i) or v.negated(i):
            continue
        before = v.low[v.back(i - 1)] if i else ""
        after = v.low[i + 1] if i + 1 < len(v.low) else ""
        if _is_bare(v, i, before, after):
            yield i, i
        elif _is_bare_passive(v, i, before, after) or _is_hearsay(v, i):
            yield i, i + 1


def _is_bare(v: View, i: int, before: str, after: str) -> bool:
    low = v.low[i]
    talk = low in lex.TALK and after == "that" and before in TALK_BEFORE
    if talk and not lex.SETTLED & set(v.low) and _accusing_after(v, i):
        return True
    if low in ("rumours", "rumors", "rumour", "rumor", "gossip"):
        return after in ("that", "of") and somebody(v)
    if low in ("reported", "rumoured", "rumored", "presumed") and before.endswith("'s"):
        return _accusing_after(v, i)
    if low in lex.ALLEGED_ADJECTIVES:
        return _is_adjective(v, i, before, after)
    return low in lex.ALLEGED_ADVERBS or (low in lex.SEEMING and somebody(v))


def _is_hearsay(v: View, i: int) -> bool:
    """ "They say that the governor ...", "Rumour has it ...", "According to rumours ...": talk."""
    after = v.low[i + 1] if i + 1 < len(v.low) else ""
    talk = (v.low[i] in lex.HEARSAY and i < 4 and after in lex.HEARSAY_VERBS) or (
        v.low[i] == "to" and v.low[max(0, i - 1)] == "according" and after in lex.WEASEL
    )
    if v.low[i] in ("they", "people", "word", "talk") and after == "has":
        return False
    believed = v.low[0] == "it" and after == "that" and v.low[i] in lex.BELIEVED
    whispered = v.low[i] in ("whisper", "whispers", "gossip") and after == "that"
    return (talk or believed or whispered) and somebody(v, i + 2, i + 8)


def _is_adjective(v: View, i: int, before: str, after: str) -> bool:
    if after in ("to", "that", "") or before in lex.BE:
        return False
    if v.low[i] == "suspected":
        return before in ("the", "a", "two", "three", "") and _accusing_after(v, i)
    return before in lex.DETERMINERS or before.endswith("'s") or before == "" or before == ","


def _is_bare_passive(v: View, i: int, before: str, after: str) -> bool:
    low = v.low[i]
    if low not in lex.ALLEGED_PASSIVES:
        return False
    if low == "accused":
        return after == "of"
    if after == "to" and v.low[i + 2 : i + 3] in (["be"], ["have"]) and before not in lex.BE:
        return before not in ("", ",") and somebody(v) and _accusing_after(v, i)
    if before not in lex.BE:
        return False
    if low in ("alleged", "suspected", "rumoured", "rumored", "reputed"):
        return after in ("to", "of", "that")
    passed_on = v.low[i + 2 : i + 3] in (["have"], ["be"]) and _owner(v, v.back(i - 1))
    passed_on = passed_on and not lex.REPORT_VERBS & set(v.low[i + 3 : i + 4])
    return after == "to" and (passed_on or _accusing_after(v, i))


def _owner(v: View, be: int) -> bool:
    """ "The referee is said to": does a person or body stand before the verb?"""
    p = v.back(be - 1)
    return p >= 0 and agent(v, p) and v.low[p] not in ("he", "she", "they", "who")


def _accusing_after(v: View, i: int) -> bool:
    return any(
        low in lex.GRAVE
        or low in lex.FIELD
        or low in lex.LABEL_NOUNS
        or low == "banned"
        or ((verb := verbs().get(low)) is not None and verb.kind != "object")
        for low in v.low[i + 1 : i + 12]
    )
