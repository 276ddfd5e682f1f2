"""Grading a folder of notebooks: answers read as data, nothing run, one row each, always."""

from __future__ import annotations

from mediakit.grading.grade import GradedSubmission, Grades, grade, grade_bytes
from mediakit.grading.submissions import Submission, submissions

__all__ = [
    "GradedSubmission",
    "Grades",
    "Submission",
    "grade",
    "grade_bytes",
    "submissions",
]
