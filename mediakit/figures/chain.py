"""The chain of a claim: who took it from whom, as boxes and lines."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from mediakit.figures import base
from mediakit.figures.base import INK, WIDTH, Figure
from mediakit.figures.page import FONT, wrapped
from mediakit.records import Basis, DocumentKind, Ground, Link, Report

if TYPE_CHECKING:
    from mediakit.corroboration import Corroboration

__all__ = ["chain_figure"]

LINE: dict[Basis, Literal["-", "--", ":"]] = {
    Basis.CITED: "-",
    Basis.MATCHING: "--",
    Basis.INFERRED: ":",
    Basis.UNKNOWN: ":",
}
LOWEST, GAP_X, GAP_Y, NARROWEST, WIDEST = 0.64, 0.5, 0.14, 1.1, 2.1
SIZE, LINE_HEIGHT = 7.6, 0.127  # points; inches from line to line
LEGEND = 0.3  # room below the boxes
MARGINS = 0.3  # what the layout leaves free above and below


@dataclass(frozen=True)
class _Sheet:
    """Where each report stands: its column and row, and the size of a box."""

    places: Mapping[str, tuple[int, int]]
    words: Mapping[str, Sequence[str]]  # the lines in each box
    box: float
    height: float

    def left(self, id_: str) -> float:
        return self.places[id_][0] * (self.box + GAP_X)

    def middle(self, id_: str) -> float:
        return -self.places[id_][1] * (self.height + GAP_Y) - self.height / 2

    @property
    def rows(self) -> int:
        return max(row for _, row in self.places.values()) + 1

    @property
    def width(self) -> float:
        """A page as wide as a notebook; wider only for a chain of very many steps."""
        columns = max(column for column, _ in self.places.values()) + 1
        return max(WIDTH, columns * (self.box + GAP_X) - GAP_X)


def chain_figure(found: Corroboration) -> Figure:
    """Who took it from whom, origins at the left, copies to the right.

    Solid lines are cited in the text, dashed ones matched by details, dotted ones inferred.
    Origins have a thick border and the word *origin*, and are shaded when they show a ground of
    their own; a chatbot's answer has a dashed border.

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
    sheet = _sheet(found)
    height = sheet.rows * (sheet.height + GAP_Y) + LEGEND + (0.5 if found.circles else 0)
    canvas, axes = base.blank(height + GAP_Y + MARGINS, sheet.width)
    axes.set_axis_off()
    used = _draw_links(axes, found, sheet)
    origins = _origin_ids(found)
    for report in found.reports:
        _draw_box(axes, report, sheet, report.id in origins)
    axes.set_xlim(-0.05, sheet.width + 0.05)
    axes.set_ylim(-height, GAP_Y)
    _legend(axes, used)
    return Figure(
        base.finish(canvas),
        _chain_alt(found),
        "Origins stand at the left, shaded when they show a ground of their own. "
        "Each line leads from a report to where it was taken from.",
        ("report", "date", "took it from", "how we know"),
        found.table(),
    )


def _origin_ids(found: Corroboration) -> set[str]:
    return {r.id for origin in found.origins for r in origin.reports}


def _sheet(found: Corroboration) -> _Sheet:
    """Boxes as wide as the page allows, and as high as the longest name needs."""
    places, origins = _places(found), _origin_ids(found)
    columns = max(column for column, _ in places.values()) + 1
    box = min(WIDEST, max(NARROWEST, (WIDTH - (columns - 1) * GAP_X) / columns))
    words = {r.id: _words(r, box, r.id in origins) for r in found.reports}
    most = max(len(lines) for lines in words.values())
    return _Sheet(places, words, box, max(LOWEST, most * LINE_HEIGHT + 0.14))


def _words(report: Report, box: float, origin: bool) -> list[str]:
    """The whole name, the day, and what is special about the report."""
    kind = _kind(report, origin)
    parts = (report.name, _day(report), *([kind] if kind else []))
    return [line for part in parts for line in wrapped(part, 0.9 * box - 0.08, SIZE)]


def _kind(report: Report, origin: bool) -> str:
    if origin:
        return "origin, own ground" if report.document.ground is Ground.OWN else "origin"
    return "chatbot" if report.document.kind is DocumentKind.AI_ANSWER else ""


def _places(found: Corroboration) -> dict[str, tuple[int, int]]:
    """Column and row of each report: origins in column 0, copies right of what they copied."""
    columns: dict[str, int] = {}
    for report in _origins_first(found.reports):
        known = [columns[link.to] for link in report.links if link.to in columns]
        columns[report.id] = max(known, default=-1) + 1
    children: dict[str, list[str]] = {}
    for report in found.reports:
        parents = [link.to for link in report.links if link.to in columns]
        nearest = max(parents, key=lambda id_: columns[id_], default="")
        inward = nearest if columns.get(nearest, -1) < columns[report.id] else ""
        children.setdefault(inward, []).append(report.id)
    return _as_trees(children, columns)


def _as_trees(
    children: Mapping[str, Sequence[str]], columns: Mapping[str, int]
) -> dict[str, tuple[int, int]]:
    """A row for each report: its first copy stands beside it, the others below."""
    places: dict[str, tuple[int, int]] = {}
    row = -1
    waiting = [(id_, True) for id_ in reversed(children.get("", ()))]
    while waiting:
        id_, starts_a_row = waiting.pop()
        row += starts_a_row
        places[id_] = (columns[id_], row)
        copies = children.get(id_, ())
        waiting += reversed([(copy, i > 0) for i, copy in enumerate(copies)])
    return places


def _origins_first(reports: Sequence[Report]) -> list[Report]:
    """Each report after those it took from; in a circle, the oldest first."""
    from mediakit.links import components, edges_of

    by_id = {r.id: r for r in reports}
    order = []
    for component in components(edges_of(reports)):
        order += sorted(component, key=lambda i: (by_id[i].document.public.on, i))
    return [by_id[i] for i in order]


def _draw_box(axes: Any, report: Report, sheet: _Sheet, origin: bool) -> None:
    from matplotlib.patches import FancyBboxPatch

    x, y = sheet.left(report.id), sheet.middle(report.id)
    chatbot = report.document.kind is DocumentKind.AI_ANSWER
    shows = origin and report.document.ground is Ground.OWN
    box = FancyBboxPatch(
        (x, y - sheet.height / 2),
        sheet.box,
        sheet.height,
        boxstyle="round,pad=0,rounding_size=0.06",
        facecolor="#FFEFC2" if shows else "white",
        edgecolor=INK,
        linewidth=2.6 if origin else 1.0,
        linestyle="--" if chatbot else "-",
        zorder=2,
    )
    axes.add_patch(box)
    axes.text(
        x + sheet.box / 2,
        y,
        "\n".join(sheet.words[report.id]),
        ha="center",
        va="center",
        fontsize=SIZE,
        family=FONT,
        color=INK,
        linespacing=1.15,
        parse_math=False,
        zorder=3,
    )


def _day(report: Report) -> str:
    """The day, or the words for it, with short months."""
    return " ".join(
        w[:3] if w in month_name[1:] else w for w in str(report.document.public).split()
    )


def _draw_links(axes: Any, found: Corroboration, sheet: _Sheet) -> set[Basis]:
    """A line from each report back to where it took the account from."""
    used = set()
    for report in found.reports:
        for link in report.links:
            if link.to in sheet.places:
                used.add(link.basis)
                _draw_link(axes, sheet, report.id, link)
    return used


def _draw_link(axes: Any, sheet: _Sheet, taker: str, link: Link) -> None:
    """A line with corners that never runs behind a box; in a circle, an arc from below."""
    style: dict[str, Any] = {"color": INK, "linewidth": 1.3, "linestyle": LINE[link.basis]}
    start = (sheet.left(taker), sheet.middle(taker))
    end = (sheet.left(link.to) + sheet.box, sheet.middle(link.to))
    columns = sheet.places[taker][0] - sheet.places[link.to][0]
    bend = "arc3,rad=0"
    if columns < 1:
        start = (start[0] + sheet.box / 2, start[1] - sheet.height / 2)
        end = (end[0] - sheet.box / 2, end[1] - sheet.height / 2)
        bend = "arc3,rad=0.4"
    elif columns > 1 or start[1] != end[1]:
        corners = _corners(sheet, start, end, link.to, straight=columns == 1)
        axes.plot([x for x, _ in corners], [y for _, y in corners], zorder=1, **style)
        start = corners[-1]
    arrow = {"arrowstyle": "-|>", "shrinkA": 0, "shrinkB": 1, "connectionstyle": bend, **style}
    axes.annotate("", xy=end, xytext=start, arrowprops=arrow, zorder=1)


def _corners(
    sheet: _Sheet, start: tuple[float, float], end: tuple[float, float], to: str, straight: bool
) -> list[tuple[float, float]]:
    """The corners of a link. Each report that was copied has a lane of its own in the gap."""
    lane = GAP_X * (0.2 + 0.13 * (sheet.places[to][1] % 3))
    near_end = end[0] + lane
    if straight:
        return [start, (near_end, start[1]), (near_end, end[1])]
    near_start = start[0] - GAP_X + lane
    between_rows = end[1] + (sheet.height + GAP_Y) / 2
    return [
        start,
        (near_start, start[1]),
        (near_start, between_rows),
        (near_end, between_rows),
        (near_end, end[1]),
    ]


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
