"""Widgets: a second way into what a line of code does.

A widget function prints its state as text and shows the widget only where widgets are on:
in a notebook with ipywidgets, unless the environment says ``MEDIAKIT_WIDGETS=off``. The text
is what lessons are compared on, and what a reader without widgets works with.
"""

from __future__ import annotations

from mediakit.widgets.base import show_view, widgets_on
from mediakit.widgets.connecting import connect_reports
from mediakit.widgets.dating import date_control
from mediakit.widgets.desk import reading_desk
from mediakit.widgets.grading_cards import grade_cards
from mediakit.widgets.grid import matrix_grid
from mediakit.widgets.matching import match_ranges
from mediakit.widgets.rewriting import rewrite_bench
from mediakit.widgets.tagging import tag_sentences
from mediakit.widgets.updating import update_tree

__all__ = [
    "connect_reports",
    "date_control",
    "grade_cards",
    "match_ranges",
    "matrix_grid",
    "reading_desk",
    "rewrite_bench",
    "show_view",
    "tag_sentences",
    "update_tree",
    "widgets_on",
]
