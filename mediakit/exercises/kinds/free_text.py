"""A text of one's own: looked at for its structure, read by an instructor, never scored here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from mediakit.exercises.kinds.base import Judged, Kind, Read, Unread
from mediakit.exercises.questions import Outcome, Question

__all__ = ["MAX_LINTED", "FreeText", "length_details", "names_one"]

MAX_LINTED = 10_000


class FreeText(Kind):
    """Prose with a rubric of three levels beside it: for an instructor, or with ``points: 0`` for
    the learner to compare with the anchors.
    """

    uses = frozenset({"length", "mentions", "rubric", "anchors"})
    needs = frozenset({"rubric"})
    scored = False

    def example(self, question: Question) -> str:
        return f'{question.id} = """Your sentences here."""'

    def read(self, question: Question, value: Any) -> Read | Unread:
        if isinstance(value, tuple) and value and all(isinstance(v, str) for v in value):
            value = "\n".join(value)
        if not isinstance(value, str):
            return Unread(f"a text is asked for here, like {self.example(question)}")
        return Read(value.strip())

    def judge(self, question: Question, given: Any) -> Judged:
        missing = [*length_details(question, given), *_mentions(question, given), *_wording(given)]
        outcome = Outcome.FOR_INSTRUCTOR if question.points else Outcome.TO_COMPARE
        return Judged(outcome, details=tuple(missing))

    def lines(self, question: Question) -> list[str]:
        return [f"{level}: {text}" for level, text in question.rubric.items()]

    def faults(self, question: Question) -> list[str]:
        faults = []
        if len(question.rubric) != 3:
            faults.append("a rubric has three levels: Basic, Emergent and Proficient")
        if question.anchors and set(question.anchors) != set(question.rubric):
            faults.append("anchors are one text for each level of the rubric")
        return faults


def length_details(question: Question, given: str) -> list[str]:
    """A sentence when a text is shorter or longer than asked."""
    least, most = question.length
    words = len(given.split())
    if words < least:
        return [f"it has {words} words; aim for {least} to {most}"]
    if most and words > most:
        return [f"it has {words} words; shorten it to {most} at most"]
    return []


def names_one(wanted: Iterable[str], text: str) -> bool:
    """True when at least one of the words stands in the text, in whatever case."""
    low = text.casefold()
    return any(re.search(rf"(?<!\w){re.escape(w.casefold())}(?!\w)", low) for w in wanted)


def _mentions(question: Question, given: str) -> list[str]:
    wanted = question.mentions
    if not wanted or names_one(wanted, given):
        return []
    return [f"it names no source yet; name one of: {', '.join(wanted)}"]


def _wording(given: str) -> list[str]:
    """What the wording lint flags, the first three."""
    from mediakit.wording import lint_wording

    flags = lint_wording(given[:MAX_LINTED]).flags[:3]
    return [f"“{flag.words}”: {flag.why}; {flag.instead}".strip("; ") for flag in flags]
