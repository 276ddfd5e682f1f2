"""A white page measured in inches from its top left corner.

Figures made of rows and words are laid out by hand on it: text is measured before it is placed,
so a long name wraps instead of running into its neighbour.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from mediakit.figures import base
from mediakit.figures.base import DPI, INK, QUIET, WIDTH, Figure

__all__ = ["EDGE", "SIZE", "SMALL", "Page", "measure", "wrapped"]

EDGE = 0.12  # inches left free at every side
SIZE, SMALL = 9.5, 8.5  # points; 7.5 is the least that stays readable at notebook width
LEADING = 1.28  # of the size, from line to line
FONT = "DejaVu Sans"  # comes with matplotlib, so that every machine draws the same


class Page:
    """A page to draw on, 8 inches wide, as high as what is drawn in the end."""

    def __init__(self) -> None:
        self.canvas, self.axes = base.blank(1.0)
        self.canvas.set_layout_engine("none")
        self.axes.set_position((0, 0, 1, 1))
        self.axes.set_axis_off()

    def text(
        self,
        x: float,
        y: float,
        words: str | Sequence[str],
        *,
        size: float = SIZE,
        bold: bool = False,
        colour: str = INK,
        across: str = "left",
        down: str = "middle",
        paper: bool = False,
    ) -> float:
        """Write one line, or lines below each other; gives back how high they are in inches."""
        lines = [words] if isinstance(words, str) else list(words)
        step = size * LEADING / 72
        first = y + step / 2 if down == "top" else y - step * (len(lines) - 1) / 2
        for n, line in enumerate(lines):
            self.axes.text(
                x,
                first + n * step,
                line,
                family=FONT,
                fontsize=size,
                weight="bold" if bold else "normal",
                color=colour,
                ha=across,
                va="center_baseline",
                parse_math=False,  # a dollar sign in a name is a dollar sign
                zorder=5,
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 2.2} if paper else None,
            )
        return step * len(lines)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "white",
        edge: str | None = INK,
        hatch: str = "",
        hatching: str = INK,
        line: float = 1.0,
        style: str = "-",
    ) -> None:
        """A rectangle from its top left corner, with a hatch of its own colour."""
        from matplotlib.patches import Rectangle

        place: Any = ((x, y), width, height)
        self.axes.add_patch(Rectangle(*place, facecolor=fill, edgecolor="none", zorder=1))
        if hatch:
            self.axes.add_patch(
                Rectangle(
                    *place, fill=False, edgecolor=hatching, hatch=hatch, linewidth=0, zorder=2
                )
            )
        if edge:
            self.axes.add_patch(
                Rectangle(
                    *place, fill=False, edgecolor=edge, linewidth=line, linestyle=style, zorder=3
                )
            )

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        *,
        colour: str = INK,
        width: float = 1.0,
        style: str = "-",
        above: int = 2,
    ) -> None:
        """A line through points."""
        self.axes.plot(
            xs,
            ys,
            color=colour,
            linewidth=width,
            linestyle=style,
            marker="",
            solid_capstyle="butt",
            zorder=above,
        )

    def marks(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        shape: str,
        *,
        fill: str = "white",
        edge: str = INK,
        size: float = 8.0,
        line: float = 1.2,
    ) -> None:
        """Markers of one shape, ``size`` points wide."""
        self.axes.plot(
            xs,
            ys,
            linestyle="none",
            marker=shape,
            markersize=size,
            markerfacecolor=fill,
            markeredgecolor=edge,
            markeredgewidth=line,
            zorder=4,
        )

    def figure(
        self,
        height: float,
        alt: str,
        caption: str,
        columns: tuple[str, ...],
        rows: tuple[tuple[str, ...], ...],
    ) -> Figure:
        """The finished figure, cut off at ``height`` inches."""
        self.canvas.set_size_inches(WIDTH, height)
        self.axes.set_xlim(0, WIDTH)
        self.axes.set_ylim(height, 0)
        return Figure(base.finish(self.canvas), alt, caption, columns, rows)


@cache
def measure(words: str, size: float = SIZE, bold: bool = False) -> float:
    """How wide a line of text is, in inches."""
    from matplotlib.font_manager import FontProperties

    font = FontProperties(family=FONT, size=size, weight="bold" if bold else "normal")
    width, _, _ = _renderer().get_text_width_height_descent(words, font, ismath=False)
    return float(width) / DPI


@cache
def _renderer() -> Any:
    from matplotlib.backends.backend_agg import RendererAgg

    return RendererAgg(1, 1, DPI)  # type: ignore[no-untyped-call]


def wrapped(words: str, width: float, size: float = SIZE, bold: bool = False) -> list[str]:
    """The text in lines that are no wider than ``width`` inches.

    A single word that is too wide is broken; no word is left out.
    """
    lines = [""]
    for word in words.split():
        for part in _pieces(word, width, size, bold):
            longer = f"{lines[-1]} {part}".strip()
            if not lines[-1] or measure(longer, size, bold) <= width:
                lines[-1] = longer
            else:
                lines.append(part)
    return lines


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    pieces = [""]
    for sign in word:
        if pieces[-1] and measure(pieces[-1] + sign, size, bold) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def heading(page: Page, words: str, y: float = EDGE) -> float:
    """A bold line or two over the whole width; gives back where the next thing may begin."""
    lines = wrapped(words, WIDTH - 2 * EDGE, 11, bold=True)
    return y + page.text(EDGE, y, lines, size=11, bold=True, down="top") + 0.06


def note(page: Page, words: str, y: float, x: float = EDGE, width: float | None = None) -> float:
    """A quiet sentence under or beside a drawing; gives back where the next thing may begin."""
    lines = wrapped(words, width or WIDTH - EDGE - x, SMALL)
    return y + page.text(x, y, lines, size=SMALL, colour=QUIET, down="top") + 0.04
