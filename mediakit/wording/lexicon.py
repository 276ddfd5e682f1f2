"""The words that the lint knows, read from the lists in ``words/`` when first asked for.

The lists are our own and cover allegations in general (money, violence, science, sport, votes,
records). ``lexicon.GRAVE`` is the list headed ``[GRAVE]``; importing this module reads none.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["entries", "fair_with", "lines", "lists", "starts", "words"]

FILES = ("broad", "deeds", "grammar", "loaded", "people", "telling", "wrongs")


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def lines(name: str) -> dict[str, list[str]]:
    """The lines of one file of ``words/`` under their headings; "" where there is none."""
    out: dict[str, list[str]] = {}
    heading = ""
    text = files("mediakit.wording").joinpath("words", f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line and not line.startswith("#"):
            out.setdefault(heading, []).append(line)
    return out


@cache
def lists() -> dict[str, frozenset[str]]:
    """Every list of single words, by its heading."""
    return {
        heading: words(" ".join(part)) for name in FILES for heading, part in lines(name).items()
    }


def __getattr__(name: str) -> frozenset[str]:
    if name.startswith("__"):  # asked by the import system itself
        raise AttributeError(name)
    if name not in lists():
        raise AttributeError(f"the word lists have no heading {name!r}; they have {[*lists()]}")
    globals()[name] = lists()[name]
    return lists()[name]


@cache
def entries(name: str) -> dict[str, str]:
    """A file of ``key: text`` lines."""
    pairs = (line.partition(":") for part in lines(name).values() for line in part)
    return {key: text.strip() for key, _, text in pairs}


@cache
def _neutral(heading: str) -> dict[str, tuple[bool, frozenset[str]]]:
    out: dict[str, tuple[bool, frozenset[str]]] = {}
    for verb, rest in ((k, r.strip()) for k, _, r in map(_parted, lines("neutral")[heading])):
        nouns = rest.removeprefix("ALL").removeprefix(" but")
        out[verb] = (rest.startswith("ALL"), words(nouns))
    return out


def _parted(line: str) -> tuple[str, str, str]:
    return line.partition(":")


def fair_with(heading: str, verb: str, noun: str) -> bool:
    """May anybody do this with that: investigate a fraud, pay a fund?"""
    most, nouns = _neutral(heading).get(verb, (False, frozenset()))
    return (noun in nouns) != most


@cache
def starts(heading: str) -> dict[str, list[tuple[str, ...]]]:
    """The set phrases under a heading, by their first word."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for line in lines("idioms")[heading]:
        phrase = tuple(line.split())
        out.setdefault(phrase[0], []).append(phrase)
    return out
