"""One judgement for ``check`` and for the grader: an answer in, a result out."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from mediakit.answers import Answer, State, Unreadable, read_value, show
from mediakit.exercises.kinds import KINDS, Kind, Unread
from mediakit.exercises.questions import ExerciseData, Misconception, Outcome, Question, Result
from mediakit.records import unknown

__all__ = ["answer_from", "judge", "question_called"]


def answer_from(question: str, value: object) -> Answer:
    """A Python value as an answer, in the form in which the reader of notebooks gives it."""
    try:
        return Answer(question, read_value(value))
    except Unreadable as reason:
        return Answer(question, reason=str(reason))
    except RecursionError:
        return Answer(question, reason="brackets or signs are nested too deep here")


def question_called(exercise: ExerciseData, name: object) -> Question:
    """The question with this id.

    Raises
    ------
    LookupError
        Listing the ids there are.
    """
    if isinstance(name, str) and name in exercise.questions:
        return exercise.questions[name]
    raise LookupError(unknown("question", str(name)[:60], list(exercise.questions)))


def judge(question: Question, answer: Answer) -> Result:
    """What came of an answer. Depends on nothing but the two.

    Parameters
    ----------
    question : Question
        The question, with its key.
    answer : Answer
        What the reader made of the learner's words.

    Returns
    -------
    Result
        ``points`` from 0 to ``question.points``, exact; None where an instructor gives them.
    """
    kind = KINDS[question.kind]
    blank = Result(question.id, Outcome.NOT_ATTEMPTED, Fraction(0), question.points)
    note = "; ".join(answer.notes)
    if answer.state is State.BLANK:
        return replace(blank, note=note)
    unread = replace(blank, outcome=Outcome.COULD_NOT_READ)
    if answer.state is State.UNREADABLE:
        return replace(unread, note="; ".join(filter(None, [answer.reason, note])))
    given = show(answer.value, 20_000)
    found = kind.read(question, answer.value)
    if isinstance(found, Unread):
        return replace(unread, given=given, note="; ".join(filter(None, [found.why, note])))
    if kind.scored and question.answer is None:  # a question paper has no key
        notes = "; ".join([*answer.notes, *found.notes])
        return replace(blank, outcome=Outcome.WRITTEN, points=None, given=given, note=notes)
    judged = kind.judge(question, found.value)
    fits = None
    if judged.outcome in (Outcome.PARTLY, Outcome.NOT_YET):
        fits = recognise(question, kind, found.value)
    return Result(
        question.id,
        judged.outcome,
        question.points * judged.share if kind.scored else None,
        question.points,
        fits.name if fits else "",
        given if kind.scored else found.value,
        "; ".join([*answer.notes, *found.notes]),
        judged.details,
    )


def recognise(question: Question, kind: Kind, given: Any) -> Misconception | None:
    """The misconception behind a wrong answer: one given exactly, else the first that fits."""
    for m in question.misconceptions:
        if any(kind.same(question, given, wrong) for wrong in m.when):
            return m
    for m in question.misconceptions:
        if m.also and kind.fits(m.also, given):
            return m
    return None
