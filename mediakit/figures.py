"""Figures: matplotlib pictures that carry their words and their table with them.

A :class:`Figure` is a finding like any other: its repr is text. In a notebook it shows an
``<img>`` with alt text written from the data, because front ends drop the alt text of plain
images, and the same data as a table beside it. Colour never says anything alone: line style,
border and words say it too. The background stays white in dark themes, so contrast holds.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Literal

from mediakit.records import Basis, DocumentKind, Report

if TYPE_CHECKING:
    from mediakit.provenance import Corroboration

__all__ = ["INK", "Figure", "blank", "chain_figure", "finish"]

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
    buffer = io.BytesIO()
    canvas.savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()


# --- the chain -------------------------------------------------------------------------------

LINE: dict[Basis, Literal["-", "--", ":"]] = {
    Basis.CITED: "-",
    Basis.MATCHING: "--",
    Basis.INFERRED: ":",
    Basis.UNKNOWN: ":",
}
BOX_WIDTH, BOX_HEIGHT, GAP_X, GAP_Y = 1.42, 0.56, 0.5, 0.2


def chain_figure(found: Corroboration) -> Figure:
    """Who took it from whom, origins at the left, copies to the right.

    Solid lines are cited in the text, dashed ones matched by details, dotted ones inferred.
    Origins have a thick border and the word *origin*; a chatbot's answer has a dashed border.

    Parameters
    ----------
    found : Corroboration
        What ``mk.corroborate(claim)`` gives back.

    Returns
    -------
    Figure
        With the table of reports, dates, links and how each link is known.

    Examples
    --------
    >>> import mediakit as mk
    >>> chain_figure(mk.corroborate(mk.load_case("larkhaven").claims["alarm-known"])).columns
    ('report', 'date', 'took it from', 'how we know')
    """
    places = _places(found)
    ends = {r.id for origin in found.origins for r in origin.reports}
    across = max(x for x, _ in places.values())
    down = max(y for _, y in places.values())
    width = (across + 1) * (BOX_WIDTH + GAP_X) - GAP_X
    height = (down + 1) * (BOX_HEIGHT + GAP_Y) + (0.95 if found.circles else 0.45)
    canvas, axes = blank(max(1.4, height * WIDTH / max(width, WIDTH)))
    axes.set_axis_off()
    used = _draw_links(axes, found, places)
    for report in found.reports:
        _draw_box(axes, report, places[report.id], report.id in ends)
    axes.set_xlim(-0.05, max(width, WIDTH) + 0.05)
    axes.set_ylim(-(height - 0.1), 0.15)
    _legend(axes, used)
    return Figure(
        finish(canvas),
        _chain_alt(found),
        "Origins stand at the left; each line leads from a report to where it was taken from.",
        ("report", "date", "took it from", "how we know"),
        found.table(),
    )


def _places(found: Corroboration) -> dict[str, tuple[int, float]]:
    """Column and row of each report: origins in column 0, copies right of what they copied."""
    columns: dict[str, int] = {}
    here = {r.id for r in found.reports}
    for report in _origins_first(found.reports):
        known = [columns[k.to] for k in report.links if k.to in columns]
        columns[report.id] = max(known, default=-1) + 1
    rows: dict[str, tuple[int, float]] = {}
    filled: dict[int, int] = {}
    for report in sorted(found.reports, key=lambda r: columns[r.id]):
        column = columns[report.id]
        beside = [rows[k.to][1] for k in report.links if k.to in here and k.to in rows]
        row = max(filled.get(column, 0), min(beside, default=0))
        rows[report.id] = (column, row)
        filled[column] = int(row) + 1
    return rows


def _origins_first(reports: Sequence[Report]) -> list[Report]:
    """Each report after those it took from; in a circle, the oldest first."""
    from mediakit.provenance import _components, _edges

    by_id = {r.id: r for r in reports}
    order = []
    for component in _components(_edges(reports)):
        order += sorted(component, key=lambda i: (by_id[i].document.public.on, i))
    return [by_id[i] for i in order]


def _corner(place: tuple[int, float]) -> tuple[float, float]:
    column, row = place
    return column * (BOX_WIDTH + GAP_X), -row * (BOX_HEIGHT + GAP_Y) - BOX_HEIGHT


def _draw_box(axes: Any, report: Report, place: tuple[int, float], origin: bool) -> None:
    from matplotlib.patches import FancyBboxPatch

    x, y = _corner(place)
    chatbot = report.document.kind is DocumentKind.AI_ANSWER
    box = FancyBboxPatch(
        (x, y),
        BOX_WIDTH,
        BOX_HEIGHT,
        boxstyle="round,pad=0,rounding_size=0.06",
        facecolor="#FFF4D6" if origin else "white",
        edgecolor=INK,
        linewidth=2.6 if origin else 1.0,
        linestyle="--" if chatbot else "-",
        zorder=2,
    )
    axes.add_patch(box)
    name = wrap(report.name, 22)[:2]
    kind = "origin, " if origin else "chatbot, " if chatbot else ""
    when = kind + _short_date(report)
    axes.text(
        x + BOX_WIDTH / 2,
        y + BOX_HEIGHT / 2,
        "\n".join([*name, when]),
        ha="center",
        va="center",
        fontsize=7.2,
        color=INK,
        linespacing=1.15,
        zorder=3,
    )


def _short_date(report: Report) -> str:
    day = report.document.public.on
    return f"{day.day} {day:%b %Y}"


def _draw_links(axes: Any, found: Corroboration, places: Mapping[str, Any]) -> set[Basis]:
    """An arrow from each report back to where it took the account from."""
    used = set()
    for report in found.reports:
        for link in report.links:
            if link.to not in places:
                continue
            used.add(link.basis)
            x, y = _corner(places[report.id])
            to_x, to_y = _corner(places[link.to])
            back = to_x >= x  # a circle: the line must run against the reading direction
            start = (x + BOX_WIDTH / 2, y) if back else (x, y + BOX_HEIGHT / 2)
            end = (
                (to_x + BOX_WIDTH / 2, to_y) if back else (to_x + BOX_WIDTH, to_y + BOX_HEIGHT / 2)
            )
            axes.annotate(
                "",
                xy=end,
                xytext=start,
                arrowprops={
                    "arrowstyle": "-|>",
                    "linestyle": LINE[link.basis],
                    "color": INK,
                    "linewidth": 1.3,
                    "shrinkA": 0,
                    "shrinkB": 1,
                    "connectionstyle": "arc3,rad=0.45" if back else "arc3,rad=0.0",
                },
                zorder=1,
            )
    return used


def _legend(axes: Any, used: set[Basis]) -> None:
    from matplotlib.lines import Line2D

    shown = {LINE[basis]: basis for basis in sorted(used, key=list(Basis).index)}
    lines = [Line2D([], [], color=INK, linestyle=style) for style in shown]
    if lines:
        words = [basis.words for basis in shown.values()]
        axes.legend(
            lines, words, loc="lower left", ncols=3, frameon=False, fontsize=7.5, borderpad=0
        )


def _chain_alt(found: Corroboration) -> str:
    """The whole picture in words: the origins, then every link."""
    origins = "; ".join(f"{r.name}, {r.document.public}" for o in found.origins for r in o.reports)
    names = {r.id: r.name for r in found.reports}
    links = "; ".join(
        f"{r.name} took it from {names[link.to]} ({link.basis.words})"
        for r in found.reports
        for link in r.links
        if link.to in names
    )
    return (
        f"Boxes and arrows for {len(found.reports)} reports. "
        f"Origins: {origins or 'none shown'}. Links: {links or 'none'}."
    )
