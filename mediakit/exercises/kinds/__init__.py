"""The kinds of question. A new kind is one file beside these, a line here, and its tests."""

from __future__ import annotations

from collections.abc import Mapping

from mediakit.exercises.kinds.base import Judged, Kind, Read, Unread
from mediakit.exercises.kinds.choose import Choose
from mediakit.exercises.kinds.choose_several import ChooseSeveral
from mediakit.exercises.kinds.classify import Classify
from mediakit.exercises.kinds.count import Count
from mediakit.exercises.kinds.date import Date
from mediakit.exercises.kinds.free_text import FreeText
from mediakit.exercises.kinds.grade_with_grounds import GradeWithGrounds
from mediakit.exercises.kinds.likelihood import LikelihoodPhrase
from mediakit.exercises.kinds.match import Match
from mediakit.exercises.kinds.matrix_cells import MatrixCells
from mediakit.exercises.kinds.number import Number
from mediakit.exercises.kinds.order import Order
from mediakit.exercises.kinds.rewrite import Rewrite

__all__ = ["KINDS", "Judged", "Kind", "Read", "Unread"]

KINDS: Mapping[str, Kind] = {
    "choose": Choose(),
    "choose_several": ChooseSeveral(),
    "classify": Classify(),
    "count": Count(),
    "date": Date(),
    "free_text": FreeText(),
    "grade_with_grounds": GradeWithGrounds(),
    "likelihood": LikelihoodPhrase(),
    "match": Match(),
    "matrix_cells": MatrixCells(),
    "number": Number(),
    "order": Order(),
    "rewrite": Rewrite(),
}
