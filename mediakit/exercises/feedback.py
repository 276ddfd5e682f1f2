"""Feedback: what a learner reads after ``check``, ``hint`` and ``solution``.

The order is the same everywhere: the fact, what was tempting, why it misleads, and the fact
again with the better explanation. The words come from the question file; this module only
puts them in order around the learner's own answer.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from html import escape

from mediakit.exercises.questions import ExerciseData, Misconception, Outcome, Question, Result

__all__ = ["Feedback", "explain_result", "outside_a_notebook", "paragraphs_for"]

WIDTH = 88
SHOWN = 120


@dataclass(frozen=True, repr=False)
class Feedback:
    """What came of an answer, and why, as paragraphs of plain text.

    The first paragraph states the outcome in words. ``misconception`` names the mistake that
    was recognised, or is empty.
    """

    question: str
    outcome: str
    paragraphs: tuple[str, ...]
    misconception: str = ""

    @property
    def text(self) -> str:
        """The paragraphs as they were written, one a line."""
        return "\n".join(self.paragraphs)

    def __repr__(self) -> str:
        wrapped = [textwrap.fill(part, WIDTH, break_on_hyphens=False) for part in self._lines()]
        return "\n".join(wrapped)

    def _lines(self) -> list[str]:
        return [line for part in self.paragraphs for line in part.split("\n") if line.strip()]

    def _repr_html_(self) -> str:
        parts = "".join(f"<p>{escape(line)}</p>" for line in self._lines())
        return f'<div class="mediakit-feedback">{parts}</div>'

    def _repr_markdown_(self) -> str:
        return "\n\n".join(_no_markdown(line) for line in self._lines())


def _no_markdown(text: str) -> str:
    """Text that Markdown shows as it is."""
    escaped = escape(text, quote=False)
    return "".join("\\" + sign if sign in "\\`*_{}[]()#+-.!|~$" else sign for sign in escaped)


def explain_result(
    exercise: ExerciseData, result: Result, before: int = 0, extra: tuple[str, ...] = ()
) -> Feedback:
    """Feedback on a result.

    Parameters
    ----------
    exercise : ExerciseData
        Where the question and the words come from.
    result : Result
        What came of the answer.
    before : int
        How often this learner met the same misconception here before.
    extra : tuple of str
        Paragraphs for the end: how sure they were, the line to paste.
    """
    question = exercise.questions[result.question]
    body = paragraphs_for(exercise, question, result, before)
    return Feedback(result.question, result.outcome.value, (*body, *extra), result.misconception)


def paragraphs_for(
    exercise: ExerciseData, question: Question, result: Result, before: int = 0
) -> tuple[str, ...]:
    """The paragraphs of a result, without anything about the learner's session."""
    work = {
        Outcome.NOT_ATTEMPTED: _not_attempted,
        Outcome.COULD_NOT_READ: _could_not_read,
        Outcome.RIGHT: _right,
        Outcome.FOR_INSTRUCTOR: _for_instructor,
        Outcome.TO_COMPARE: _for_instructor,
        Outcome.WRITTEN: _written,
    }.get(result.outcome)
    if work is not None:
        return work(exercise, question, result)
    return _wrong(exercise, question, result, before)


def outside_a_notebook(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The paragraphs without those that offer a command of the notebook.

    >>> outside_a_notebook(("The records do not bear it out.", 'A hint: ex.hint("q1")'))
    ('The records do not bear it out.',)
    """
    return tuple(part for part in parts if not any(command in part for command in _COMMANDS))


_COMMANDS = ("ex.hint(", "ex.compare(")


def _head(result: Result) -> str:
    given = result.given if len(result.given) <= SHOWN else result.given[: SHOWN - 1] + "…"
    return f"{result.question} = {given}: {result.outcome.value}."


def _not_attempted(exercise: ExerciseData, question: Question, result: Result) -> tuple[str, ...]:
    from mediakit.exercises.kinds import KINDS

    example = KINDS[question.kind].example(question)
    return (
        f"{result.question}: not attempted yet.",
        f"Put your answer in place of the dots. It looks like this: {example}",
    )


def _could_not_read(exercise: ExerciseData, question: Question, result: Result) -> tuple[str, ...]:
    from mediakit.exercises.kinds import KINDS

    example = KINDS[question.kind].example(question)
    head = _head(result) if result.given else f"{result.question}: could not read this."
    return (
        head,
        f"{sentence(result.note)} Nothing is lost and no point is taken: write it again.",
        f"An answer looks like this: {example}",
    )


def _right(exercise: ExerciseData, question: Question, result: Result) -> tuple[str, ...]:
    return (_head(result), *_noted(result), question.right, *_look(question, question.records))


def _written(exercise: ExerciseData, question: Question, result: Result) -> tuple[str, ...]:
    return (_head(result), *_noted(result), "It can be read. Grading says what came of it.")


def _for_instructor(exercise: ExerciseData, question: Question, result: Result) -> tuple[str, ...]:
    missing = [f"About its form: {_full_stop(d)}" for d in result.details]
    levels = "\n".join(f"{level}: {text}" for level, text in question.rubric.items())
    own = result.outcome is Outcome.TO_COMPARE
    whose = "yours to compare; it earns no points" if own else "kept for your instructor"
    reader = "Read it yourself" if own else "Your instructor reads it"
    compare = f'Then see how others put it, and rate yours: ex.compare("{question.id}")'
    return (
        f"{result.question}: your text is {whose}. Nothing here scores prose.",
        *_noted(result),
        *(missing or ["Its form is as asked."]),
        *((question.right,) if question.right else ()),
        f"{reader} by these three levels.\n{levels}",
        *((compare,) if question.anchors else ()),
    )


def _wrong(
    exercise: ExerciseData, question: Question, result: Result, before: int
) -> tuple[str, ...]:
    fits = {m.name: m for m in question.misconceptions}.get(result.misconception)
    details = tuple(sentence(d) for d in result.details)
    head = (_head(result), *_noted(result), *details)
    records = (fits.records if fits else ()) or _not_the_key(question)
    if fits is None:
        explained: tuple[str, ...] = (_UNNAMED[result.outcome],)
    else:
        explained = (fits.fact, fits.tempting, fits.misleads, fits.better)
    booster = _booster(exercise, question, fits) if before else ()
    ask = f'A hint: ex.hint("{question.id}")'
    return (*head, *explained, *_look(question, records, known=False), *booster, ask)


def _not_the_key(question: Question) -> tuple[str, ...]:
    """The records of the question, but none where they are what is asked for."""
    answer = question.answer if isinstance(question.answer, (tuple, frozenset)) else ()
    asked = set(answer) & set(question.options)
    return () if asked.intersection(question.records) else question.records


_UNNAMED = {
    Outcome.PARTLY: "Part of it stands on the records. Look again at the rest.",
    Outcome.NOT_YET: "The records do not bear this answer out.",
}


def _noted(result: Result) -> tuple[str, ...]:
    return (f"Noted: {sentence(result.note)}",) if result.note else ()


def _look(question: Question, records: tuple[str, ...], known: bool = True) -> tuple[str, ...]:
    """The records to look at, each with its id and what it is.

    While the answer is not ``known``, a record's day or kind is left to be looked up where that is
    what the question asks for.
    """
    if not known and (question.kind in ("date", "order") or set(records) & set(question.items)):
        return tuple(f"Look up {key} and see." for key in records)
    return tuple(f"Look at {key}: {_full_stop(question.named[key])}" for key in records)


def _booster(
    exercise: ExerciseData, question: Question, fits: Misconception | None
) -> tuple[str, ...]:
    """Where to go after the same mistake twice."""
    section = (fits.section if fits else "") or question.section
    where = f"the section “{section}”" if section else "the worked example"
    lesson = f" in the lesson {exercise.lesson}" if exercise.lesson else " in the lesson"
    return (f"You have met this one before. Go back to {where}{lesson}, then try again.",)


def sentence(text: str) -> str:
    """The text with a capital and a full stop.

    >>> sentence("this is no date; write one like q5 = 1")
    'This is no date; write one like q5 = 1.'
    """
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + _full_stop(text[1:])


def _full_stop(text: str) -> str:
    return text + ("" if text.endswith((".", "!", "?", "…", '"', "'", "”")) else ".")
