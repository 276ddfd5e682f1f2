"""Deeds told as nouns, and things called a wrong."""

from __future__ import annotations

from mediakit.wording import lexicon as lex
from mediakit.wording.agents import agent, agent_in, by_agent
from mediakit.wording.deeds import bad
from mediakit.wording.found import Accusation
from mediakit.wording.sources import View
from mediakit.wording.verbs import verbs

__all__ = [
    "compound",
    "gift",
    "nominal",
    "of_doom",
    "order",
    "reduced",
    "sham",
    "slur",
    "staged",
    "trail",
    "while_others",
    "work_of",
]

TIES = ("-ordered", "-sponsored", "-orchestrated", "-directed", "-engineered", "-planned",
        "-backed", "-funded", "-led", "-run", "-linked", "-approved")  # fmt: skip


def nominal(v: View, i: int) -> Accusation | None:
    """ "The killing of X by Y", "Y's poisoning of X"."""
    if v.low[i] not in lex.DEED_NOUNS:
        return None
    striking = v.low[i].startswith("strike") and lex.STRIKERS & set(v.low)
    if striking or (v.low[i + 1 : i + 2] == ["by"] and v.low[i + 2 : i + 3] == ["saying"]):
        return None
    by = by_agent(v, i, 13)
    if by is not None and (v.low[i + 1] in ("of", "by", "on") or v.low[i].endswith("ing")):
        return Accusation(i, by)
    if v.low[i + 1 : i + 2] == ["of"]:
        for k in range(i - 1, max(-1, i - 4), -1):
            if v.low[k].endswith(("'s", "s'")):
                return Accusation(k, i) if agent(v, k) else None
    return None


def of_doom(v: View, i: int) -> Accusation | None:
    """ "Marshal of death"."""
    if v.low[i] not in lex.DOOM or i < 2 or v.low[i - 1] != "of":
        return None
    return Accusation(i - 2, i) if agent(v, i - 2) else None


def gift(v: View, i: int) -> Accusation | None:
    """ "Bribes from the mine": what a corrupter gave."""
    if v.low[i] not in lex.GIFTS or v.low[i + 1 : i + 2] not in (["from"], ["by"], ["to"]):
        return None
    return Accusation(i, i + 1) if agent_in(v, i + 2, i + 7) else None


def sham(v: View, i: int) -> Accusation | None:
    """ "The trial was a sham", "the minister's denial is a lie"."""
    if v.low[i] not in lex.SHAMS or i < 2:
        return None
    k = i - 1
    while k > max(0, i - 4) and v.low[k] not in lex.BE and v.t[k].is_word:
        k -= 1
    nxt = v.low[i + 1 : i + 2]
    if v.low[k] not in lex.BE or nxt in (["of"], ["if"]):
        return None
    return Accusation(k, i) if k > 0 and not v.sentence.question else None


def compound(v: View, i: int) -> Accusation | None:
    """ "The palace-ordered hit": a body tied to a wrong by a hyphen."""
    if not v.low[i].endswith(TIES):
        return None
    for k in range(i + 1, min(i + 4, len(v.t))):
        if bad(v, k, "") or v.low[k] in lex.LABEL_NOUNS or v.low[k] == "hackers":
            return Accusation(i, k)
    return None


def staged(v: View, i: int) -> Accusation | None:
    """ "The results were rigged": a passive that accuses whoever did it."""
    if v.low[i] not in lex.STAGED and not (v.low[i] == "planted" and "evidence" in v.low[:i]):
        return None
    p = v.back(i - 1)
    if p <= 0 or v.low[p] not in lex.BE or v.low[p] == "be" or v.sentence.question:
        return None
    return Accusation(p, i)


def order(v: View, i: int) -> Accusation | None:
    """ "The order to shell the market was given by the colonel"."""
    if v.low[i] not in ("order", "orders", "instruction", "instructions", "command"):
        return None
    if v.low[i + 1 : i + 2] not in (["to"], ["for"], ["was"], ["were"]):
        return None
    ahead = v.low[i + 1 : i + 5]
    grave = any(low in lex.GRAVE or low in verbs() for low in ahead)
    for k in range(i + 2, min(i + 14, len(v.t))):
        if v.low[k] in ("given", "signed", "issued", "came", "comes") and (
            (by := by_agent(v, k, 5)) is not None
            or (v.low[k + 1 : k + 2] == ["from"] and agent_in(v, k + 2, k + 6))
        ):
            return Accusation(i, by or k) if grave else None
    return None


def reduced(v: View, i: int) -> Accusation | None:
    """ "The massacre he ordered", "the truth they buried": a deed in a clause without "that"."""
    verb = verbs().get(v.low[i])
    if verb is None or verb.form not in ("past", "pp") or i < 2:
        return None
    p = v.back(i - 1)
    if p < 1 or not (v.low[p] in ("he", "she", "they") or agent(v, p)):
        return None
    k = p - 1
    while k > 0 and (v.low[k] in lex.DETERMINERS or v.t[k].is_name):
        k -= 1
    wrong = bad(v, k, verb.base) or v.low[k] == "truth"
    return Accusation(k, i) if wrong else None


def while_others(v: View, i: int) -> Accusation | None:
    """ "He dined while patients died"."""
    if v.low[i] not in ("while", "as") or not agent_in(v, 0, i):
        return None
    ahead = v.low[i + 1 : i + 5]
    for k in range(len(ahead) - 1):
        if ahead[k] in lex.SUFFERERS and ahead[k + 1] in lex.SUFFERING:
            return Accusation(i, i + 2 + k)
    return None


def slur(v: View, i: int) -> Accusation | None:
    """ "The corrupt mayor", "the fraudulent election"."""
    if v.low[i] not in lex.SLUR or i + 1 >= len(v.t):
        return None
    nxt = i + 2 if v.low[i + 1] in ("old", "local", "former", "ex") else i + 1
    hit = nxt < len(v.t) and (v.low[nxt] in lex.SLURRED or agent(v, nxt))
    return Accusation(i, nxt) if hit and v.low[i - 1 : i] != ["if"] else None


def trail(v: View, i: int) -> Accusation | None:
    """ "The trail leads to the palace", "everything points to the colonel"."""
    if v.low[i] not in ("lead", "leads", "led", "point", "points", "pointed", "pointing"):
        return None
    clues = ("trail", "trails", "roads", "road", "evidence", "everything", "clues", "signs",
             "tracks", "fingers", "money")  # fmt: skip
    if not set(clues) & set(v.low[max(0, i - 4) : i]):
        return None
    for k in range(i + 1, min(i + 5, len(v.t))):
        if v.low[k] in ("to", "at"):
            return Accusation(i, k) if agent_in(v, k + 1, k + 5) else None
    return None


def work_of(v: View, i: int) -> Accusation | None:
    """ "The bombing was the work of the secret service"."""
    for line in lex.starts("WORK_TIES").get(v.low[i], ()):
        end = i + len(line)
        wrong = any(bad(v, k, "") or v.low[k] in lex.DEED_NOUNS for k in range(i))
        if tuple(v.low[i:end]) == line and wrong and agent_in(v, end, end + 4):
            return Accusation(i, end)
    return None
