"""Mark each cell of a matrix; the order, and what it hangs on, follow every mark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from mediakit.rankings import LIMIT, Fragility, Separation
from mediakit.scales import Consistency
from mediakit.widgets.base import now, show_view, widgets_on

if TYPE_CHECKING:
    from mediakit.hypotheses import Matrix

__all__ = ["matrix_grid"]

Cells = Mapping[tuple[str, str], str]

NOT_MARKED = "not marked yet"
# A list is as high as a finger; on a narrow page it goes below its label.
STYLE = (
    ".mediakit-grid .widget-dropdown > select {height: 28px; flex: 1 1 11em}"
    ".mediakit-grid .widget-dropdown > .widget-label {max-width: 100%; white-space: normal;"
    " line-height: 1.3; height: auto}"
)


def matrix_grid(matrix: Matrix, rows: Iterable[str] | None = None) -> None:
    """Mark the cells of a matrix: one list per cell, with the order below as live text.

    The text says which explanation has least against it, how few marks would change that, and
    what the method cannot do. On an open question it gives no order and no number, only what
    separates the accounts and what is missing. The matrix itself stays as it is: the widget
    writes your changes out as ``m.rate(…)`` for you to copy.

    Parameters
    ----------
    matrix : Matrix
        Marked or not; its marks are where the grid begins.
    rows : ids of evidence, optional
        The rows to show, where there are many. The others keep their marks and still count.

    Raises
    ------
    LookupError
        When an id is no row of this matrix; the message lists the ids.

    Examples
    --------
    >>> import mediakit as mk
    >>> m = mk.Matrix(mk.load_case("larkhaven")).fill_from_case()
    >>> m = m.expect("vehicle-fault", "a burned cable").expect("ship-fault", "a burned fuse box")
    >>> m = m.expect("set-on-purpose", "traces of poured fuel")
    >>> matrix_grid(m, rows=["insured"])
    Least evidence against, first: How did the fire begin?
      1. a fault in a parked vehicle [vehicle-fault]: 0
      2. set by somebody [set-on-purpose]: -1
      3. a fault in the ship [ship-fault]: -3
       – not established [not-established]: 0
    Hangs on one mark. It turns if engine-room-dry against vehicle-fault were II (now C); or if \
insured against vehicle-fault were II (now N); or if no-fuel-traces against vehicle-fault were II \
(now C); or if ship-wiring-sound against vehicle-fault were II (now C); or if smoke-below against \
vehicle-fault were II (now C); or if unit-left-running against vehicle-fault were II (now CC).
    A display, not a verdict: experiments found no gain in accuracy from a matrix like this \
(Dhami, Belton & Mandel 2019; Whitesmith 2018; Karvetski & Mandel 2020).
    No mark changed yet.
    """
    chosen = [matrix.evidence[row].id for row in (matrix.evidence if rows is None else rows)]
    start = matrix.copy()  # a cell below may mark the matrix; the grid keeps to where it began
    print(_state(start, {}))
    if widgets_on():
        show_view(_grid(start, chosen))


def _state(start: Matrix, changed: Cells) -> str:
    """The order, what it hangs on, the limits of the method, and the changes as code."""
    matrix = _with(start, changed)
    found = matrix.rank()
    if isinstance(found, Separation) or found.waiting:
        return "\n".join([repr(found), *_code(start, changed)])
    places = map(str, (*found.places, *found.apart))
    hangs = _hangs_on(matrix.fragility())
    head = f"Least evidence against, first: {found.question}"
    return "\n".join([head, *places, hangs, LIMIT, *_code(start, changed)])


def _with(start: Matrix, changed: Cells) -> Matrix:
    """A copy of the matrix with these cells marked; an empty mark takes the mark away."""
    matrix = start.copy()
    for (row, column), mark in changed.items():
        matrix.rate(row, {column: mark or ...})
    return matrix


def _hangs_on(found: Fragility | Separation) -> str:
    """In one line: how few marks turn the order, and which."""
    if isinstance(found, Separation):
        return "An open question has no order."
    if found.waiting:
        return " ".join(found.waiting)
    if found.alone:
        return f"Hangs on one mark. It turns if {'; or if '.join(map(str, found.alone))}."
    cells = " and if ".join(map(str, found.changes))
    return f"Hangs on {len(found.changes)} marks together. It turns if {cells}."


def _code(start: Matrix, changed: Cells) -> list[str]:
    """The changes as lines to copy, one for each row."""
    rows: dict[str, dict[str, str]] = {}
    for (row, column), mark in changed.items():
        if mark != _now(start, row, column):
            rows.setdefault(row, {})[column] = mark
    lines = []
    for row, cells in rows.items():
        marks = ", ".join(f'"{c}": "{m}"' if m else f'"{c}": ...' for c, m in cells.items())
        lines.append(f'm.rate("{row}", {{{marks}}})')
    return lines or ["No mark changed yet."]


def _now(matrix: Matrix, row: str, column: str) -> str:
    mark = matrix.mark(row, column)
    return mark.value if mark else ""


def _grid(start: Matrix, rows: list[str]) -> Any:
    """For each row its text and a labelled list per explanation, and the live text at the end."""
    import ipywidgets as w

    state = w.HTML()

    def show_state(_: object = None) -> None:
        state.value = now(
            _state(start, {cell: str(box.value) for cell, box in boxes.items()}), STYLE
        )

    boxes = {
        (row, column): _list(start, row, column) for row in rows for column in start.hypotheses
    }
    for box in boxes.values():
        box.observe(show_state, names="value")
    show_state()
    parts: list[Any] = []
    for row in rows:
        cells = [box for (of, _), box in boxes.items() if of == row]
        text = f"<b>{escape(row)}</b>: {escape(start.evidence[row].text)}"
        parts += [w.HTML(text), w.HBox(cells, layout=w.Layout(flex_flow="row wrap"))]
    grid = w.VBox([*parts, state])
    grid.add_class("mediakit-grid")
    return grid


def _list(start: Matrix, row: str, column: str) -> Any:
    """One cell: a list of the marks, named after its row and its explanation."""
    import ipywidgets as w

    return w.Dropdown(
        options=[(NOT_MARKED, ""), *((f"{m.value}, {m.words}", m.value) for m in Consistency)],
        value=_now(start, row, column),
        description=f"{row}: {start.hypotheses[column].label}",
        style={"description_width": "min(22em, 100%)"},
        layout=w.Layout(
            width="97%",
            max_width="46em",
            height="auto",
            min_height="32px",
            flex_flow="row wrap",
        ),
    )
