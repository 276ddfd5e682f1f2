"""Choose one of the options: ``q1 = "B"``."""

from __future__ import annotations

from typing import Any

from mediakit.exercises.kinds.base import Kind, Read, Unread
from mediakit.exercises.kinds.picking import pick
from mediakit.exercises.questions import Question

__all__ = ["Choose"]


class Choose(Kind):
    """One of the options, by its letter or by its text."""

    uses = frozenset({"options"})
    needs = frozenset({"answer", "options"})

    def example(self, question: Question) -> str:
        return f'{question.id} = "{next(iter(question.options))}"'

    def read(self, question: Question, value: Any) -> Read | Unread:
        if isinstance(value, (tuple, frozenset)):
            said = [part for part in value if part is not ...]
            value = said[0] if said and all(part == said[0] for part in said) else value
        if isinstance(value, (tuple, frozenset, dict)):
            letters = ", ".join(question.options)
            return Unread(f"one option is asked for here: one of {letters}")
        found = pick("option", value, question.options)
        return found if isinstance(found, Unread) else Read(found)

    def faults(self, question: Question) -> list[str]:
        return [] if len(question.options) > 1 else ["a choice needs two options or more"]
