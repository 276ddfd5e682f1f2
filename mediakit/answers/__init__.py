"""Answers as data: what a learner wrote, read without running any of it.

One reader serves ``check()`` in a notebook and the grader. It takes the bytes of a notebook,
the source of one cell, or a value, and gives for each question an :class:`Answer`: the value,
or the reason why it could not be read. It never raises for what a learner wrote.
"""

from __future__ import annotations

from mediakit.answers.literal import Answer, State, Unreadable, is_blank, read_value, show
from mediakit.answers.notebook import MIME, Notebook, read_notebook
from mediakit.answers.source import collect, read_source

__all__ = [
    "MIME",
    "Answer",
    "Notebook",
    "State",
    "Unreadable",
    "collect",
    "is_blank",
    "read_notebook",
    "read_source",
    "read_value",
    "show",
]
