"""A text of one's own beside three others: the learner rates it and names one change.

Nothing here scores prose. What the learner says about the own text is kept in the notebook as
two answers, ``q8_level = "Emergent"`` and ``q8_change = "…"``, and shown beside the mark of an
instructor when there is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mediakit.answers import Answer, State
from mediakit.exercises.kinds.base import Unread
from mediakit.exercises.kinds.picking import pick
from mediakit.exercises.questions import CHANGE, LEVEL, ExerciseData, Question

__all__ = ["OwnMark", "compared", "own_mark", "own_marks"]

LONGEST = 1_000


@dataclass(frozen=True)
class OwnMark:
    """What a learner says about a text of their own: its level, and one change.

    Either may be empty; ``reason`` says why a level could not be read.
    """

    question: str
    level: str = ""
    change: str = ""
    reason: str = ""


def own_mark(question: Question, level: Answer, change: Answer) -> OwnMark:
    """The learner's own mark from the two answers. Never raises."""
    found, reason = "", level.reason
    if level.state is State.READ:
        read = pick("level", level.value, question.rubric)
        found, reason = ("", read.why) if isinstance(read, Unread) else (read, "")
    said = change.value if change.state is State.READ else ""
    text = " ".join(said.split())[:LONGEST] if isinstance(said, str) else ""
    return OwnMark(question.id, found, text, reason)


def own_marks(exercise: ExerciseData, answers: Mapping[str, Answer]) -> tuple[OwnMark, ...]:
    """The learner's own marks of a whole notebook; questions without any are left out."""
    marks = (
        own_mark(q, answers[q.id + LEVEL], answers[q.id + CHANGE])
        for q in exercise.questions.values()
        if q.rubric
    )
    return tuple(mark for mark in marks if mark.level or mark.change)


def compared(question: Question, mark: OwnMark) -> tuple[str, ...]:
    """The rubric, the three answers to compare with, and what is still to be written."""
    levels = [f"{level}: {text}" for level, text in question.rubric.items()]
    samples = [f"An answer at the level {k}: {text}" for k, text in question.anchors.items()]
    head = "Read your text beside these. Look for what each does, not for the same words."
    return (head, "\n".join(["The three levels:", *levels]), *samples, *_asked(question, mark))


def _asked(question: Question, mark: OwnMark) -> tuple[str, ...]:
    level, change = question.id + LEVEL, question.id + CHANGE
    said = []
    if mark.reason:
        said.append(f"About {level}: {mark.reason}.")
    elif mark.level:
        said.append(f"You rate your text as {mark.level}. Which words of it show that?")
    else:
        said.append(f"Which level is yours nearest to? Write it: {_line(level, question)}")
    if mark.change:
        said.append(f"The one change you name: {mark.change}")
    else:
        said.append(f'Name one change that would help a reader: {change} = "…"')
    if mark.level and mark.change:
        said.append(
            "Both are kept in this notebook when you save it, and shown beside your instructor's "
            "mark. They earn no points and cost none."
        )
    return tuple(said)


def _line(name: str, question: Question) -> str:
    some: Any = list(question.rubric)
    return f'{name} = "{some[len(some) // 2]}"'
