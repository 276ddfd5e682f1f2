"""Every question tried blank, right and wrong: what the suite runs an exercise through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mediakit.exercises.kinds import KINDS
from mediakit.exercises.questions import ExerciseData, Outcome

__all__ = ["Fixture", "fixtures"]


@dataclass(frozen=True)
class Fixture:
    """A literal somebody could type, and what must come of it.

    ``outcome`` is None for a wrong answer: "partly" or "not yet", as its kind decides, never
    "right". ``misconception`` is the name that must be recognised, empty for none.
    """

    question: str
    value: Any
    outcome: Outcome | None
    misconception: str = ""


def fixtures(exercise: ExerciseData) -> Iterator[Fixture]:
    """Blank, right and every wrong answer of every question.

    Parameters
    ----------
    exercise : ExerciseData
        From :func:`mediakit.exercises.load_questions`.

    Examples
    --------
    >>> from mediakit.exercises import load_questions
    >>> next(fixtures(load_questions("00_start_here"))).outcome.value
    'not attempted'
    """
    for question in exercise.questions.values():
        kind = KINDS[question.kind]
        yield Fixture(question.id, ..., Outcome.NOT_ATTEMPTED)
        if not kind.scored:
            words = " ".join(["Our words."] * max(1, question.length[0]))
            outcome = Outcome.FOR_INSTRUCTOR if question.points else Outcome.TO_COMPARE
            yield Fixture(question.id, words, outcome)
            continue
        yield Fixture(question.id, kind.literal(question.answer), Outcome.RIGHT)
        for m in question.misconceptions:
            for value in m.when:
                yield Fixture(question.id, kind.literal(value), None, m.name)
