"""Verbs that accuse, in every inflected form."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from mediakit.wording import lexicon as lex

__all__ = ["Verb", "helpers", "neutral_past", "phrasal", "verb_forms", "verbs"]


class Verb(NamedTuple):
    """One inflected form: its base, its form (base, s, past, pp, ing) and its class."""

    base: str
    form: str
    kind: str


def s_form(base: str) -> str:
    """The third-person form: ``bribe`` -> ``bribes``, ``bury`` -> ``buries``."""
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def past_form(base: str) -> str:
    """The regular past form: ``bribe`` -> ``bribed``."""
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + ("d" if base.endswith("e") else "ed")


def ing_form(base: str) -> str:
    """The -ing form: ``bribe`` -> ``bribing``."""
    return (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"


@cache
def _irregular() -> dict[str, list[str]]:
    parts = (line.split() for line in lex.lines("irregular")[""])
    return {base: forms for base, *forms in parts}


def verb_forms(bases: frozenset[str], kind: str) -> dict[str, Verb]:
    """Every inflected form of these verbs."""
    out: dict[str, Verb] = {}
    for base in sorted(bases):
        regular = [past_form(base), past_form(base), ing_form(base)]
        past, pp, ing = _irregular().get(base, regular)
        for word, form in ((base, "base"), (s_form(base), "s"), (ing, "ing"), (pp, "pp")):
            out[word] = Verb(base, form, kind)
        out[past] = Verb(base, "past", kind)
    return out


@cache
def verbs() -> dict[str, Verb]:
    """Inflected form -> verb; where a verb is in several lists, the gravest class counts."""
    return {
        **verb_forms(lex.WITH_OBJECT, "object"),
        **verb_forms(lex.HARM - lex.WITH_OBJECT, "harm"),
        **verb_forms(lex.STRONG, "strong"),
    }


@cache
def helpers() -> dict[str, Verb]:
    """The forms of verbs that help a culprit or supply a means."""
    return verb_forms(lex.AIDING | lex.SUPPLYING, "object")


@cache
def neutral_past() -> frozenset[str]:
    """The forms of verbs that anybody may use of a wrong ("investigated the fraud")."""
    return frozenset(verb_forms(lex.NEUTRAL_VERBS, "neutral"))


@cache
def phrasal() -> dict[str, list[tuple[Verb, tuple[str, ...]]]]:
    """Inflected form -> the verb and what must follow it ("sold secrets")."""
    out: dict[str, list[tuple[Verb, tuple[str, ...]]]] = {}
    for line in lex.lines("phrasal")[""]:
        base, _, rest = line.partition(" ")
        for word, verb in verb_forms(frozenset((base,)), "strong").items():
            out.setdefault(word, []).extend((verb, tuple(t.split())) for t in rest.split("/"))
    return out
