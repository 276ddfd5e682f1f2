"""What a figure draws: its texts and where they stand, kept while it is being finished."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import pytest

from mediakit.figures import base

SLACK = 1.0  # pixels that two boxes may share: the edges of letters are soft


@dataclass
class Look:
    """Every canvas that was finished while looking, with what was written on it."""

    canvases: list[Any] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """Every text that was drawn."""
        return [text.get_text() for canvas in self.canvases for text in _texts(canvas)]

    def faults(self) -> Iterator[str]:
        """Texts that leave the canvas, meet another text, or are too small to read."""
        for canvas in self.canvases:
            canvas.canvas.draw()
            width, height = canvas.canvas.get_width_height()
            boxes = [(t.get_text(), t.get_window_extent()) for t in _texts(canvas)]
            for words, box in boxes:
                if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height:
                    yield f"{words!r} leaves the canvas"
            for (one, a), (other, b) in combinations(boxes, 2):
                across = min(a.x1, b.x1) - max(a.x0, b.x0)
                down = min(a.y1, b.y1) - max(a.y0, b.y0)
                if across > SLACK and down > SLACK:
                    yield f"{one!r} meets {other!r}"
            for text in _texts(canvas):
                if text.get_fontsize() < 7.5:
                    yield f"{text.get_text()!r} is too small to read"


def _texts(canvas: Any) -> list[Any]:
    from matplotlib.text import Text

    shown = canvas.findobj(lambda artist: isinstance(artist, Text) and artist.get_visible())
    axes_off = [axis for axes in canvas.axes if not axes.axison for axis in axes.findobj(_is_axis)]
    hidden = {id(part) for axis in axes_off for part in axis.findobj(Text)}
    return [text for text in shown if text.get_text().strip() and id(text) not in hidden]


def _is_axis(artist: Any) -> bool:
    from matplotlib.axis import Axis

    return isinstance(artist, Axis)


@contextmanager
def looking() -> Iterator[Look]:
    """Keep the canvases of the figures drawn inside."""
    look = Look()
    finish = base.finish

    def keep(canvas: Any) -> bytes:
        look.canvases.append(canvas)
        return finish(canvas)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(base, "finish", keep)
        yield look


def contrast(one: str, other: str = "#FFFFFF") -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    from matplotlib.colors import to_rgb

    def luminance(colour: str) -> float:
        parts = to_rgb(colour)
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
