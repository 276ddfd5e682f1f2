"""What an exercise is made of: questions, the misconceptions they know, outcomes, results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

__all__ = ["ENDINGS", "HAND_IN", "ExerciseData", "Misconception", "Outcome", "Question", "Result"]

HAND_IN = "hand-in"
CONFIDENCE, LEVEL, CHANGE = ENDINGS = ("_confidence", "_level", "_change")


class Outcome(StrEnum):
    """What came of an answer. "Could not read" and "not attempted" are never "wrong"."""

    RIGHT = "right"
    PARTLY = "partly"
    NOT_YET = "not yet"
    NOT_ATTEMPTED = "not attempted"
    COULD_NOT_READ = "could not read"
    FOR_INSTRUCTOR = "for your instructor"
    TO_COMPARE = "to compare"  # a text of no points: the learner rates it
    WRITTEN = "written down"  # on a question paper: it can be read, and no more is said


@dataclass(frozen=True)
class Misconception:
    """A mistake with a name, how to recognise it, and the four sentences that answer it.

    ``when`` holds whole wrong answers; each of them is a test. ``also`` is a looser pattern
    that the kind of the question knows how to match.
    """

    name: str
    fact: str
    tempting: str
    misleads: str
    better: str
    when: tuple[Any, ...] = ()
    also: Mapping[str, Any] = field(default_factory=dict, hash=False)
    records: tuple[str, ...] = ()
    section: str = ""


@dataclass(frozen=True)
class Question:
    """One question. Which fields it fills depends on its kind; see ``mediakit.exercises.kinds``.

    ``answer`` is what the kind made of the key: already computed from the case, already read.
    ``named`` maps each record id that the question points to onto a phrase for a reader.
    """

    id: str
    kind: str
    prompt: str
    right: str
    solution: str
    hints: tuple[str, ...]
    answer: Any = None
    points: Fraction = Fraction(1)
    case: str = ""  # the question's own case, empty for the exercise's
    as_of: str = ""  # its own day, empty for the exercise's
    options: Mapping[str, str] = field(default_factory=dict, hash=False)
    items: Mapping[str, str] = field(default_factory=dict, hash=False)
    tolerance: Fraction = Fraction(0)
    unit: str = ""
    length: tuple[int, int] = (0, 0)
    mentions: tuple[str, ...] = ()
    rubric: Mapping[str, str] = field(default_factory=dict, hash=False)
    anchors: Mapping[str, str] = field(default_factory=dict, hash=False)  # level -> sample answer
    grounds: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    yardstick: str = ""
    standing: str = ""
    records: tuple[str, ...] = ()
    section: str = ""
    misconceptions: tuple[Misconception, ...] = ()
    named: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class ExerciseData:
    """A whole exercise as its file tells it.

    ``mode`` is ``"hand-in"`` for a question paper, which holds no key; ``tag`` then shows whose
    variant it is to somebody who has the secret.
    """

    id: str
    title: str
    case: str
    questions: Mapping[str, Question]
    lesson: str = ""
    intro: str = ""
    as_of: str = ""  # the day of the time cut, empty for the whole case
    setup: tuple[str, ...] = ()  # lines of code for the first cell of the notebook
    mode: str = ""
    tag: str = ""

    @property
    def max(self) -> Fraction:
        """The points there are, an instructor's among them."""
        return sum((q.points for q in self.questions.values()), Fraction(0))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name an answer can have: questions, and what a learner says about an answer.

        Beside each answer there may be a confidence, and beside a text with a rubric the
        learner's own level and the one change they would make.
        """
        names: list[str] = []
        for question in self.questions.values():
            names += [question.id, question.id + CONFIDENCE]
            names += [question.id + end for end in (LEVEL, CHANGE) if question.rubric]
        return tuple(names)


@dataclass(frozen=True)
class Result:
    """What came of one answer: the same in ``check`` and in the grader.

    ``points`` is None while an instructor has not given them. ``given`` is the answer as the
    learner wrote it (a text of their own without its quotation marks), ``note`` what was mended
    on the way or why it could not be read.
    """

    question: str
    outcome: Outcome
    points: Fraction | None
    max: Fraction
    misconception: str = ""
    given: str = ""
    note: str = ""
    details: tuple[str, ...] = ()  # sentences about this answer, for the learner
