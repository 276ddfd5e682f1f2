"""What every figure is made of: the finding, the colours, the picture's bytes."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass, field
from html import escape
from typing import Any

__all__ = ["DPI", "INK", "OKABE_ITO", "PAPER", "QUIET", "WIDTH", "Figure", "blank", "finish"]

# Okabe and Ito (2008): eight colours that stay apart under colour-vision deficiency.
OKABE_ITO = {
    "black": "#000000",
    "orange": "#E69F00",
    "sky": "#56B4E9",
    "green": "#009E73",
    "yellow": "#F0E442",
    "blue": "#0072B2",
    "vermilion": "#D55E00",
    "purple": "#CC79A7",
}
PAPER = "#FFFFFF"
INK = "#222222"  # 15:1 on white
QUIET = "#595959"  # 7:1 on white
WIDTH = 8.0  # inches: a notebook's column
DPI = 110


@dataclass(frozen=True, repr=False)
class Figure:
    """A picture with its alt text, its caption and its table.

    ``png`` is the picture as bytes, ``alt`` the picture in words (40 characters or more,
    written from the data), ``columns`` and ``rows`` the same data as a table.
    """

    png: bytes = field(repr=False)
    alt: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __repr__(self) -> str:
        return f"Figure: {self.alt}"

    def _repr_html_(self) -> str:
        data = base64.b64encode(self.png).decode("ascii")
        return (
            '<figure style="margin:0"><img style="max-width:100%;background:#fff" '
            f'alt="{escape(self.alt)}" src="data:image/png;base64,{data}">'
            f"<figcaption>{escape(self.caption)}</figcaption></figure>{self.table_html()}"
        )

    def table_html(self) -> str:
        """The figure's data as an HTML table."""
        left = 'style="text-align:left"'
        head = "".join(f'<th scope="col" {left}>{escape(c)}</th>' for c in self.columns)
        cells = ("".join(f"<td {left}>{escape(c)}</td>" for c in row) for row in self.rows)
        body = "".join(f"<tr>{row}</tr>" for row in cells)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def save(self, path: str) -> None:
        """Write the picture to a PNG file. Carry the alt text along where you show it."""
        with open(path, "wb") as file:
            file.write(self.png)


def blank(height: float, width: float = WIDTH) -> tuple[Any, Any]:
    """An empty white matplotlib figure with one plain axis, drawn without pyplot."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Canvas

    canvas = Canvas(figsize=(width, height), dpi=DPI, facecolor="white", layout="tight")
    FigureCanvasAgg(canvas)
    axes = canvas.add_subplot()
    return canvas, axes


def finish(canvas: Any) -> bytes:
    """The drawn figure as PNG bytes, without a date or version that would change them."""
    from matplotlib import rc_context

    buffer = io.BytesIO()
    with rc_context({"hatch.linewidth": 0.9, "savefig.bbox": None, "savefig.dpi": "figure"}):
        canvas.savefig(buffer, format="png", facecolor="white", metadata={"Software": None})
    return buffer.getvalue()
