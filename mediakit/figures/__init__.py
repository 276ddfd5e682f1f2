"""Figures: matplotlib pictures that carry their words and their table with them.

A :class:`Figure` is a finding like any other: its repr is text. In a notebook it shows an
``<img>`` with alt text written from the data, because front ends drop the alt text of plain
images, and the same data as a table beside it. Colour never says anything alone: line style,
shape, hatch and words say it too. The background stays white in dark themes, so contrast holds.
"""

from __future__ import annotations

from mediakit.figures.base import INK, Figure, blank, finish
from mediakit.figures.calibration import calibration_figure
from mediakit.figures.chain import chain_figure
from mediakit.figures.errors import error_figure
from mediakit.figures.icons import icon_figure
from mediakit.figures.matrix import matrix_figure, separation_figure
from mediakit.figures.timeline import timeline_figure
from mediakit.figures.updates import hearsay_figure, update_figure
from mediakit.figures.yardsticks import yardstick_figure

__all__ = [
    "INK",
    "Figure",
    "blank",
    "calibration_figure",
    "chain_figure",
    "error_figure",
    "finish",
    "hearsay_figure",
    "icon_figure",
    "matrix_figure",
    "separation_figure",
    "timeline_figure",
    "update_figure",
    "yardstick_figure",
]
