"""Set phrases that accuse, and words on how or why a thing was done."""

from __future__ import annotations

from mediakit.wording import lexicon as lex
from mediakit.wording.agents import agent, agent_in, by_agent, subject, tail_end
from mediakit.wording.found import Accusation
from mediakit.wording.sources import View
from mediakit.wording.verbs import verbs

__all__ = ["asked_deed", "context", "leading", "purpose", "set_phrase"]

OWNED_TIES = lex.words("orders instructions behest bidding command pocket pockets payroll pay")


def purpose(v: View, i: int) -> Accusation | None:
    """ "deliberately", "knowingly": with a person or body before it, any deed accuses."""
    if v.low[i] not in lex.PURPOSE and v.low[i : i + 2] != ["on", "purpose"]:
        return None
    start = max(1, i - 8)
    known = v.low[0] in lex.ROLES or agent_in(v, start, i)
    return Accusation(i, i) if known and v.low[0] not in verbs() else None


def context(v: View, i: int) -> Accusation | None:
    """ "to hide the leak", "without a warrant": said of a person or body, it accuses."""
    end = _phrase_at(v, i, "CONTEXTS")
    return Accusation(i, end - 1) if end is not None and agent_in(v, 0, i) else None


def set_phrase(v: View, i: int) -> Accusation | None:
    """ "blood on his hands", "the order came from ...": phrases that accuse as a whole."""
    if v.low[i] in ("came", "come", "comes") and v.low[i + 1 : i + 2] == ["from"]:
        back = v.low[max(0, i - 10) : i]
        if ("order" in back or "orders" in back) and agent_in(v, i + 2, i + 6):
            return Accusation(i, min(i + 2, len(v.t) - 1))
    if (end := _phrase_at(v, i, "BARE_IDIOMS")) is not None:
        return Accusation(i, end - 1)
    if (end := _phrase_at(v, i, "ANYWHERE_IDIOMS")) is not None and agent_in(v, 0, len(v.t)):
        return Accusation(i, end - 1)
    if (owner := _by_order(v, i)) is not None:
        return Accusation(owner, i)
    if (end := _phrase_at(v, i, "DOER_IDIOMS")) is None:
        return None
    ok, slipped = _idiom_subject(v, i, end)
    return Accusation(i, end - 1, slipped) if ok else None


def _by_order(v: View, i: int) -> int | None:
    """ "on the colonel's orders": where the owner of the order stands."""
    if v.low[i] not in OWNED_TIES:
        return None
    for k in range(i - 1, max(0, i - 4), -1):
        if v.low[k].endswith(("'s", "s'")):
            near = v.low[max(0, k - 4) : k]
            return k if agent(v, k) and {"on", "at", "under", "in"} & set(near) else None
    return None


def _phrase_at(v: View, i: int, heading: str) -> int | None:
    """The end of a set phrase that begins at ``i``."""
    for phrase in lex.starts(heading).get(v.low[i], ()):
        if tuple(v.low[i : i + len(phrase)]) == phrase:
            return i + len(phrase)
    return None


def _idiom_subject(v: View, i: int, end: int) -> tuple[bool, int | None]:
    if v.low[i] in ("order", "orders"):
        return agent_in(v, 0, len(v.t)), None
    p = v.back(i - 1)
    if p >= 0 and v.low[p] in lex.BE:
        by = by_agent(v, end - 1)
        if by is not None or not v.low[i].endswith("ing"):
            return by is not None, None
        p = v.back(p - 1)
    if v.low[i].endswith("ing"):
        return agent_in(v, 0, i), None
    if v.sentence.question and v.low[0] in ("did", "why", "has", "how", "does", "could", "have"):
        return agent_in(v, 1, i), None
    return subject(v, p, True)


def leading(v: View) -> Accusation | None:
    """ "How can anyone believe ...?": a question that holds its answer."""
    for i in range(len(v.t)):
        end = _phrase_at(v, i, "LEADING") if v.seen(i) else None
        if end is not None:
            return Accusation(i, end - 1)
    for line in lex.starts("LEADING_GAPS").get(v.low[0], ()):
        last = tail_end(v, 1, line[1:])
        if last is not None:
            return Accusation(0, last)
    return None


def asked_deed(v: View) -> Accusation | None:
    """ "Does the airline own the regulator?": a yes-or-no question about what somebody did."""
    if v.low[0] not in ("did", "does", "do", "has", "have") or lex.ORDINARY_ASK & set(v.low[1:]):
        return None
    last = 1
    while last < min(4, len(v.t)) and not agent(v, last):
        last += 1
    if last >= min(4, len(v.t)) or lex.TRUSTED & set(v.low[1 : last + 1]):
        return None
    return Accusation(0, last)
