"""Wider nets: motives, causes, owned acts and presupposed deeds, where nobody is named as source.

These rules know no single deed. They are tried only on a sentence in which nobody speaks, and
they will now and then flag a fair one: missing an accusation is the worse fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from mediakit.wording import lexicon as lex
from mediakit.wording.agents import agent, agent_in
from mediakit.wording.found import Accusation
from mediakit.wording.sources import View
from mediakit.wording.verbs import neutral_past, verbs

__all__ = ["broad"]

HE = ("he", "she", "it", "they")


def broad(v: View) -> Iterator[Accusation]:
    """Accusations that no narrower pattern found; none where somebody named speaks."""
    if v.named or {"you", "your"} & set(v.low):
        return
    for i in range(len(v.t)):
        if v.t[i].is_word and v.seen(i):
            found = next(filter(None, (rule(v, i) for rule in RULES)), None)
            if found is not None and not v.negated(found.first):
                yield found


def _dark(v: View, k: int) -> bool:
    """Is this word a wrong, a harm, or a verb of one?"""
    low = v.low[k].removesuffix("'s")
    verb = verbs().get(low)
    if verb is not None and verb.form == "base" and low not in lex.FIELD:
        return False
    if low in lex.GRAVE or low in lex.HARMFUL or low in lex.FIELD or low in lex.OWNED_CRIMES:
        return True
    return verb is not None and verb.kind != "object"


def _dark_in(v: View, start: int, end: int) -> bool:
    return any(_dark(v, k) for k in range(max(0, start), min(end, len(v.t))))


def _motive(v: View, i: int) -> Accusation | None:
    """ "because it wished to ...", "so that she could not ...": a mind read by the author."""
    ahead = v.low[i + 1 : i + 6]
    if i == 0 or not agent_in(v, 0, i):
        return None
    if v.low[i] in ("because", "as", "since") and set(ahead[:4]) & lex.WISHED:
        who = ahead[:1] and (ahead[0] in HE or agent_in(v, i + 1, i + 4))
        return Accusation(i, i + 1) if who else None
    if v.low[i] == "so" and set(v.low[i + 1 : i + 8]) & lex.PREVENTED:
        return Accusation(i, i + 1) if ahead[0] in ("that", *HE) else None
    if v.low[i] == "to" and ahead[:1] and ahead[0] in lex.SERVING:
        own = len(ahead) > 2 and ahead[1] in ("his", "her", "its", "their")
        fair = own and (set(ahead[2:4]) & lex.SERVED_WELL or v.low[i + 3] in lex.OBJECT_STOPS)
        return Accusation(i, i + 2) if own and not fair else None
    return None


def _knew(v: View, i: int) -> Accusation | None:
    """ "although it knew", "despite knowing", "but had been warned": knowing held against them."""
    if v.low[i] not in ("although", "though", "despite", "but", "yet", "while", "and", "who"):
        return None
    ahead = v.low[i + 1 : i + 5]
    knew = {"knew", "knowing", "warned"} & set(ahead) and "by" not in ahead
    who = v.low[i] == "despite" or (ahead and (ahead[0] in HE or ahead[0] in ("had", "were")))
    who = who or (v.low[i] != "and" and agent_in(v, i + 1, i + 4))
    return Accusation(i, i + 2) if knew and who and agent_in(v, 0, i) else None


def _cause(v: View, i: int) -> Accusation | None:
    """ "The jet crashed because the carrier ...", "cost eleven miners their lives"."""
    low = v.low[i]
    if low in ("cost", "costs", "costing") and {"life", "lives"} & set(v.low[i + 2 : i + 6]):
        return Accusation(i, i + 1) if agent_in(v, 0, i) else None
    tie = low == "because" or v.low[i : i + 2] in (["thanks", "to"], ["due", "to"], ["owing", "to"])
    if not tie or not agent_in(v, i + 1, i + 5):
        return None
    harm = set(v.low[:i]) & lex.LOSSES or _dark_in(v, 0, i)
    gain = set(v.low[:i]) & lex.GAINED and set(v.low[i:]) & lex.FAVOURS
    return Accusation(i, i + 1) if harm or gain else None


def _owned_act(v: View, i: int) -> Accusation | None:
    """ "The president's order to fire", "Kolar's hand in the fraud", "the chief's dirty calls"."""
    if not v.low[i].endswith(("'s", "s'")) or not agent(v, i):
        return None
    for k in range(i + 1, min(i + 4, len(v.t))):
        if v.low[k] in lex.SLUR or v.low[k] in lex.BAD_ADJECTIVES:
            return Accusation(i, k)
        after = v.low[k + 1 : k + 2]
        if _dark(v, k) and after and after[0] in lex.COMPOUNDED:
            return Accusation(i, k + 1)
        if v.low[k] in lex.OWNED_ACTS:
            to_do = v.low[k + 1 : k + 2] == ["to"] and set(v.low[k + 2 : k + 4]) & set(verbs())
            return Accusation(i, k) if to_do or _dark_in(v, k + 1, k + 9) else None
    return None


def _ordered_away(v: View, i: int) -> Accusation | None:
    """ "The chief had the witness moved": a thing done to somebody through others."""
    if v.low[i] not in ("had", "has", "have", "having", "gets", "got") or i == 0:
        return None
    if not agent(v, v.back(i - 1)) and v.low[v.back(i - 1)] not in HE:
        return None
    for k in range(i + 1, min(i + 6, len(v.t) - 1)):
        if k > i + 1 and agent(v, k) and v.low[i + 1] in lex.DETERMINERS:
            done = v.low[k + 1]
            if done.endswith("ed") and done not in neutral_past():
                return Accusation(i, k + 1)
    return None


def _how(v: View, i: int) -> Accusation | None:
    """ "How Norland bought the Games": a headline that takes the deed for granted."""
    if i or v.low[0] not in ("how", "why") or v.sentence.question or len(v.t) > 14:
        return None
    for k in range(2, min(7, len(v.t))):
        if v.low[k] in neutral_past() or v.low[k] in lex.ORDINARY_ASK:
            return None
        done = v.low[k].endswith("ed") or v.low[k] in lex.GAINED or v.low[k] in verbs()
        if done and agent_in(v, 1, k) and v.low[k] not in lex.REPORT_VERBS:
            return Accusation(0, k)
    return None


def _asks(v: View, i: int) -> Accusation | None:
    """ "Is the minister in the plot?", "Nadia Crane: minister or mob boss?"."""
    if i or not v.sentence.question:
        return None
    first = v.low[0]
    if first in lex.BE or first in ("could", "can", "will", "would", "should"):
        k = next((k for k in range(1, len(v.t)) if agent(v, k)), None)
        return Accusation(0, k) if k and _dark_in(v, 1, len(v.t)) else None
    if first == "how" and v.low[1:2] in (["could"], ["can"]) and "not" in v.low:
        return Accusation(0, 1) if agent_in(v, 1, len(v.t)) else None
    colon = v.low.index(":") if ":" in v.low[:6] else 0
    named = colon > 0 and all(t.is_name for t in v.t[:colon])
    return Accusation(0, colon) if named and "or" in v.low[colon : colon + 5] else None


def _tampered(v: View, i: int) -> Accusation | None:
    """ "replaced the samples", "threw out 40,000 ballots": a hand on what proves or counts."""
    low = v.low[i]
    if not (low.endswith("ed") or low in lex.HANDLED) or low in neutral_past() or i == 0:
        return None
    if low in lex.REPORT_VERBS or low in lex.FAIR_HANDLING or v.t[i].is_name:
        return None
    if v.low[v.back(i - 1)] in lex.BE:
        return None
    for k in range(i + 1, min(i + 6, len(v.t))):
        if v.low[k] in lex.OBJECT_STOPS:
            return None
        if v.low[k] in lex.PROOFS and not (low == "kept" and v.low[k] in ("records", "logs")):
            return Accusation(i, k) if agent_in(v, 0, i) else None
    return None


def _answers_for(v: View, i: int) -> Accusation | None:
    """ "bears the blame for", "was the result of", "led directly to": a tie to a harm."""
    ahead = v.low[i + 1 : i + 4]
    blame = v.low[i] in lex.BLAME and "for" in ahead
    effect = v.low[i] in ("result", "fault", "doing", "outcome") and "of" in ahead[:1]
    led = v.low[i] in ("led", "leads", "resulted") and set(ahead) & {"to", "in"}
    if not (blame or effect or led) or not agent_in(v, 0, len(v.t)):
        return None
    harm = (set(v.low) & lex.LOSSES) or _dark_in(v, 0, len(v.t))
    return Accusation(i, i + 1) if harm and not v.framed else None


def _by_force(v: View, i: int) -> Accusation | None:
    """ "was fired by the army": a deed in the passive, done by those with arms or secrets."""
    if v.low[i] != "by" or i < 3 or v.low[v.back(i - 2)] not in lex.BE:
        return None
    done = v.low[i - 1]
    if done in neutral_past() or done in lex.REPORT_VERBS or v.framed:
        return None
    end = next((k for k in range(i + 1, min(i + 6, len(v.t))) if v.low[k] in lex.ARMED), None)
    return Accusation(i - 1, end) if end is not None else None


def _crony(v: View, i: int) -> Accusation | None:
    """ "sold the land to a friend of the mayor": a favour to one's own."""
    if v.low[i] not in lex.HANDED or not agent_in(v, 0, i):
        return None
    for k in range(i + 1, min(i + 10, len(v.t) - 2)):
        if v.low[k] == "to":
            own = next((n for n in range(k + 1, min(k + 5, len(v.t))) if v.low[n] in lex.OWN), None)
            return Accusation(i, own) if own is not None else None
    return None


def _only_one(v: View, i: int) -> Accusation | None:
    """ "it must be the president": a culprit by elimination."""
    guess = v.low[i : i + 3] == ["must", "have", "been"]
    if guess and agent_in(v, 0, i) and _dark_in(v, i + 3, i + 6):
        return Accusation(i, i + 2)
    if v.low[i] not in ("must", "has", "had", "only") or v.low[i - 1 : i] == ["not"]:
        return None
    for k in range(i + 1, min(i + 4, len(v.t))):
        if v.low[k] in ("be", "been"):
            who = agent_in(v, k + 1, k + 4)
            return Accusation(i, k + 1) if who and v.low[i - 1 : i] in _IT else None
    return None


_IT = (["it"], ["that"], ["this"], ["can"], ["could"])


def _omitted(v: View, i: int) -> Accusation | None:
    """ "failed to warn the crew": a duty left undone."""
    if v.low[i] not in ("failed", "neglected", "refused", "omitted", "forgot", "failing"):
        return None
    ahead = v.low[i + 1 : i + 4]
    duty = ahead[:1] == ["to"] and set(ahead) & lex.DUTIES
    return Accusation(i, i + 2) if duty and agent_in(v, 0, i) else None


def _why(v: View, i: int) -> Accusation | None:
    """ "Why did the club pay?": the deed is taken for granted, the reason asked."""
    if i or v.low[0] != "why" or not v.sentence.question or lex.ORDINARY_ASK & set(v.low):
        return None
    known = lex.TRUSTED & set(v.low[1:5])
    return Accusation(0, 1) if agent_in(v, 1, len(v.t)) and not known else None


def _aware(v: View, i: int) -> Accusation | None:
    """ "The boss knew": what somebody knew, told by an author who names no source for it."""
    if v.low[i] not in ("knew", "aware", "known") or v.sentence.question or v.framed:
        return None
    p = v.back(i - 1)
    known = v.low[i] == "knew" or (p > 0 and v.low[p] in (*lex.BE, "had"))
    what = v.low[i + 1] if i + 1 < len(v.t) else "."
    fact = what in ("that", "about", "of", "what", "and", "it", "from", "all", ".", ",")
    return Accusation(i, i) if known and fact and p >= 0 and _doer(v, p) else None


def _doer(v: View, p: int) -> bool:
    return agent_in(v, max(0, p - 6), p + 1) and not lex.TRUSTED & set(v.low[:p]) - set(HE)


def _paid(v: View, i: int) -> Accusation | None:
    """ "paid three journalists", "paid the inspectors": money to those who must not take it."""
    if v.low[i] not in ("paid", "pays", "paying", "pay") or not agent_in(v, 0, i) or v.framed:
        return None
    if v.low[v.back(i - 1)] in lex.BE:
        return None
    for k in range(i + 1, min(i + 4, len(v.t))):
        if v.low[k] in lex.INCORRUPT:
            return Accusation(i, k)
    return None


def _soft(v: View, i: int) -> Accusation | None:
    """Somebody first, then a word that seldom stands for anything good."""
    if v.low[i] not in lex.TAINTED or v.framed or v.sentence.question or not agent_in(v, 0, i):
        return None
    fair = lex.ORDINARY_ASK | lex.TELLING_OF | neutral_past()
    return None if fair & set(v.low[:i]) else Accusation(i, i)


def _backstop(v: View, i: int) -> Accusation | None:
    """A person or body first, then a wrong, and nothing that frames it."""
    if i or v.framed or v.sentence.question:
        return None
    k = next((k for k in range(min(6, len(v.t))) if agent(v, k) and v.low[k] not in HE), None)
    if k is None or v.low[k] in lex.PAPERS or set(v.low[k + 1 : k + 4]) & (lex.LOSSES | lex.BE):
        return None
    for n in range(k + 1, len(v.t)):
        low = v.low[n]
        stops = low in neutral_past() or low in lex.ORDINARY_ASK or low in lex.TELLING_OF
        if stops or not v.t[n].is_word or v.negated(n):
            return None
        if _dark(v, n) and (n > k + 1 or low.endswith("ed")):
            return Accusation(k, n)
    return None


RULES = (
    _motive,
    _knew,
    _cause,
    _owned_act,
    _ordered_away,
    _how,
    _asks,
    _tampered,
    _answers_for,
    _by_force,
    _crony,
    _only_one,
    _omitted,
    _why,
    _aware,
    _paid,
    _soft,
    _backstop,
)
