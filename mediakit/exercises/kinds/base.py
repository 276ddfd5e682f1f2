"""What every kind of question can do, and how parts of an answer make shares of its points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from mediakit.exercises.questions import Outcome, Question

__all__ = ["Judged", "Kind", "Read", "Unread", "by_share"]


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

    def read_key(self, question: Question, value: Any) -> Read | Unread:
        """The key of a file. Where a range may be right it says more than one answer can."""
        return self.read(question, value)

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


def by_share(right: int, of: int, details: tuple[str, ...] = ()) -> Judged:
    """Right, partly or not yet, by how many of the parts are right."""
    share = Fraction(max(right, 0), of) if of else Fraction(0)
    if share == 1:
        return Judged(Outcome.RIGHT, share)
    return Judged(Outcome.PARTLY if share else Outcome.NOT_YET, share, details)
