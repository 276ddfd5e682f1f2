"""What every kind of question can do, and the small helpers they share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from mediakit.exercises.questions import Outcome, Question

__all__ = ["Judged", "Kind", "Read", "Unread", "by_share", "fold", "pick", "split_ids"]


@dataclass(frozen=True)
class Read:
    """A value as its kind understands it, and what was mended to get there."""

    value: Any
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Unread:
    """A sentence that says why the kind can't read a value, and what it reads."""

    why: str


@dataclass(frozen=True)
class Judged:
    """What came of a value, the share of the points it earns, and sentences about it."""

    outcome: Outcome
    share: Fraction = Fraction(0)
    details: tuple[str, ...] = ()


class Kind:
    """A kind of question: how to ask, how to read an answer, how to judge it.

    ``uses`` names the fields of a question file that this kind reads beside the common ones,
    ``needs`` those it can't do without.
    """

    uses: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset({"answer"})
    scored = True

    def example(self, question: Question) -> str:
        """What an answer looks like in a cell, without giving the key away."""
        raise NotImplementedError

    def read(self, question: Question, value: Any) -> Read | Unread:
        """The value as this kind understands it, or why it can't. Never raises."""
        raise NotImplementedError

    def judge(self, question: Question, given: Any) -> Judged:
        """What came of a value that was read. The usual rule: equal or not."""
        right = self.same(question, given, question.answer)
        return Judged(Outcome.RIGHT, Fraction(1)) if right else Judged(Outcome.NOT_YET)

    def same(self, question: Question, given: Any, other: Any) -> bool:
        """True when two values that were read say the same."""
        return bool(given == other)

    def literal(self, value: Any) -> Any:
        """A value that was read, as an answer a learner could type."""
        return value

    def fits(self, pattern: Mapping[str, Any], given: Any) -> bool:
        """True when the value fits a misconception's looser pattern (``also:``)."""
        return False

    def faults(self, question: Question) -> list[str]:
        """What an author got wrong that only this kind can see."""
        return []

    def lines(self, question: Question) -> list[str]:
        """The choices as lines under the prompt."""
        return [f"{key}: {text}" for key, text in (question.options or question.items).items()]


def fold(text: str) -> str:
    """Text for comparing: no case, no outer signs, one kind of joint.

    >>> fold(" Ostrel_Post. ")
    'ostrel-post'
    """
    return re.sub(r"[\s_–—-]+", "-", text.casefold().strip(" \t\n.,;:()[]\"'“”„‘’"))


def pick(noun: str, value: Any, choices: Mapping[str, str]) -> str | Unread:
    """The choice that a value names, by its key or by its text; else why not."""
    if not isinstance(value, str):
        return Unread(f"{_one(value)} is no {noun}; {_listed(noun, choices)}")
    by_name = {fold(key): key for key in choices}
    by_text = {fold(text): key for key, text in choices.items() if text}
    wanted = fold(value[:500])
    wanted = re.sub(rf"^(?:option|answer|{noun})-(?=.)", "", wanted)
    if wanted in by_name or wanted in by_text:
        return by_name.get(wanted) or by_text[wanted]
    head = fold(re.split(r"[:.)]", value[:500], maxsplit=1)[0])  # "B: Ostrel Post"
    if head in by_name:
        return by_name[head]
    close = get_close_matches(wanted[:60], [*by_name, *by_text], n=1)
    guess = f"did you mean {_key(by_name, by_text, close[0])!r}? " if close else ""
    return Unread(f"{_one(value)} is no {noun} here; {guess}{_listed(noun, choices)}")


def _key(by_name: Mapping[str, str], by_text: Mapping[str, str], found: str) -> str:
    return by_name.get(found) or by_text[found]


def _listed(noun: str, choices: Iterable[str]) -> str:
    return f"the {noun}s are {', '.join(choices)}"


def _one(value: Any) -> str:
    from mediakit.answers import show

    return show(value, 40)


_SEPARATOR = re.compile(r" ?(?:[,;>]|\band\b|→|->) ?")


def split_ids(value: Any) -> tuple[Any, ...]:
    """The parts of a list, a set, or a text like ``"c2, c5 and c7"``; open parts left out."""
    if isinstance(value, str):
        parts: Iterable[Any] = _SEPARATOR.split(" ".join(value[:2_000].strip("[](){} ").split()))
    elif isinstance(value, frozenset):
        parts = sorted(value, key=repr)
    else:
        parts = value if isinstance(value, tuple) else (value,)
    return tuple(p for p in parts if p is not ... and p != "")


def by_share(right: int, of: int, details: tuple[str, ...] = ()) -> Judged:
    """Right, partly or not yet, by how many of the parts are right."""
    share = Fraction(max(right, 0), of) if of else Fraction(0)
    if share == 1:
        return Judged(Outcome.RIGHT, share)
    return Judged(Outcome.PARTLY if share else Outcome.NOT_YET, share, details)
