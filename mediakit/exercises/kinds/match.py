"""Match each item to one on the other side: ``q4 = {"copy": "letter", "page": "copy"}``."""

from __future__ import annotations

from typing import Any

from mediakit.exercises.kinds.base import Judged
from mediakit.exercises.kinds.classify import Classify
from mediakit.exercises.questions import Question

__all__ = ["Match"]


class Match(Classify):
    """Each item on the left goes with one option on the right. Every pair earns its share.

    Unlike in :class:`Classify`, an option may belong to one item only, to several or to none.
    """

    noun = "option"

    def judge(self, question: Question, given: Any) -> Judged:
        wanted = question.answer
        right = sum(given.get(item) == other for item, other in wanted.items())
        judged = super().judge(question, given)
        details = (f"{right} of {len(wanted)} matched as the records show", *judged.details[1:])
        if judged.outcome.value == "right":
            return judged
        twice = sorted({o for o in given.values() if list(given.values()).count(o) > 1})
        if twice and len(set(wanted.values())) == len(wanted):
            details += (f"used more than once: {', '.join(twice)}",)
        return Judged(judged.outcome, judged.share, details)

    def lines(self, question: Question) -> list[str]:
        items = [f"{key}: {text}" for key, text in question.items.items()]
        others = [f"{key} ({text})" if text else key for key, text in question.options.items()]
        return [*items, "To be matched with: " + "; ".join(others)]
