"""Exercises: questions about a case, with feedback that explains.

``load_exercise`` opens one. What a question is, how its answers are read and judged, and the
words of the feedback are the same for ``check`` here and for :mod:`mediakit.grading`.
"""

from __future__ import annotations

from mediakit.exercises.checking import CheckedNotebook, Checks, check_notebooks
from mediakit.exercises.exercise import Exercise, list_exercises, load_exercise, load_questions
from mediakit.exercises.feedback import Feedback
from mediakit.exercises.fixtures import Fixture, fixtures
from mediakit.exercises.judging import judge
from mediakit.exercises.questions import ExerciseData, Misconception, Outcome, Question, Result

__all__ = [
    "CheckedNotebook",
    "Checks",
    "Exercise",
    "ExerciseData",
    "Feedback",
    "Fixture",
    "Misconception",
    "Outcome",
    "Question",
    "Result",
    "check_notebooks",
    "fixtures",
    "judge",
    "list_exercises",
    "load_exercise",
    "load_questions",
]
