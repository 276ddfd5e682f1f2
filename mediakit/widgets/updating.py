"""Move a belief by hand: prior, ratio, reports and origins, copies and origins side by side."""

from __future__ import annotations

from html import escape
from typing import Any

from mediakit.belief import Factor, Update, update
from mediakit.chances import Range, out_of, percent
from mediakit.widgets.base import now, show_view, widgets_on

__all__ = ["update_tree"]

MOST_REPORTS = 20
MARKS = 100  # in ten rows of ten
TRUE, PERHAPS, NOT = "●", "◐", "○"
KEY = f"of {MARKS} claims: {TRUE} true  {NOT} not true"
KEY_RANGE = f"{KEY}  {PERHAPS} by the range"
STYLE = (
    ".mediakit-update input, .mediakit-update .widget-dropdown > select {height: 28px}"
    ".mediakit-update .widget-label {max-width: 100%}"
    ".mediakit-update pre {white-space: pre; overflow-x: auto; line-height: 1.3; margin: 0}"
)


def update_tree(
    prior: object = "1 %", ratio: object = 3, origins: object = 1, reports: int | None = 6
) -> None:
    """Change a prior, a ratio, the reports and their origins, and see how far a belief moves.

    Each copy counted and each origin counted once stand side by side, as counts and as marks.
    The line of code that gives the same is ``mk.update(…)``; the widget writes yours out.

    Parameters
    ----------
    prior : float, str or (low, high)
        As in ``mk.update``.
    ratio : float, str or (low, high)
        As in ``mk.update``.
    origins : Claim, Corroboration, int or (fewest, most)
        As in ``mk.update``. For an open claim there is the factor, and nothing to move.
    reports : int, optional
        How many reports there are. Left as it is for a claim, which brings its own.

    Raises
    ------
    ValueError
        When a number cannot be read, or there are more origins than reports.

    Examples
    --------
    >>> update_tree("20 %", 2, origins=(1, 2), reports=4)
    4 reports, one to two origins; each origin multiplies the odds by 2.
    of 1,000 claims          true    not true
    before                    200         800  20 %
    each copy (naive)         800         200  80 %
    each origin once   333 to 500  500 to 667  33.3 % to 50 %
    <BLANKLINE>
    before      copies      origins
    ●●●●●●●●●●  ●●●●●●●●●●  ●●●●●●●●●●
    ●●●●●●●●●●  ●●●●●●●●●●  ●●●●●●●●●●
    ○○○○○○○○○○  ●●●●●●●●●●  ●●●●●●●●●●
    ○○○○○○○○○○  ●●●●●●●●●●  ●●●◐◐◐◐◐◐◐
    ○○○○○○○○○○  ●●●●●●●●●●  ◐◐◐◐◐◐◐◐◐◐
    ○○○○○○○○○○  ●●●●●●●●●●  ○○○○○○○○○○
    ○○○○○○○○○○  ●●●●●●●●●●  ○○○○○○○○○○
    ○○○○○○○○○○  ●●●●●●●●●●  ○○○○○○○○○○
    ○○○○○○○○○○  ○○○○○○○○○○  ○○○○○○○○○○
    ○○○○○○○○○○  ○○○○○○○○○○  ○○○○○○○○○○
    of 100 claims: ● true  ○ not true  ◐ by the range
    <BLANKLINE>
    mk.update("20 %", 2, origins=(1, 2), reports=4)
    """
    counted = isinstance(origins, (int, tuple, list))
    found = update(prior, ratio, origins, reports if counted else None)
    if isinstance(found, Factor):
        print(found)
        return
    code = _code(prior, ratio, found)
    print("\n\n".join([_counts(found), _marks(found), code]))
    if widgets_on():
        show_view(_desk(found, prior, ratio))


# --- the state in text -------------------------------------------------------------------------


def _rows(found: Update) -> tuple[tuple[str, Range], ...]:
    return (
        ("before", found.prior),
        ("each copy (naive)", found.naive),
        ("each origin once", found.collapsed),
    )


def _counts(found: Update) -> str:
    """The counts of true and not true before and after, below the line that says what was done."""
    rows = _rows(found)
    many = out_of(end for _, chance in rows for end in chance)
    cells = [(label, *_split(chance, many), percent(chance)) for label, chance in rows]
    wide = [
        max(len(text), *(len(c[n]) for c in cells)) for n, text in ((1, "true"), (2, "not true"))
    ]
    lines = [(f"of {many:,} claims", "true", "not true", ""), *cells]
    first = max(len(line[0]) for line in lines)
    head = repr(found).partition("\n")[0]
    body = (
        f"{label:<{first}}  {true:>{wide[0]}}  {other:>{wide[1]}}  {share}".rstrip()
        for label, true, other, share in lines
    )
    return "\n".join([head, *body])


def _split(chance: Range, many: int) -> tuple[str, str]:
    """How many of so many are true and how many are not; a range gives its two ends."""
    low, high = (round(end * many) for end in chance)
    return _span(low, high), _span(many - high, many - low)


def _span(low: int, high: int) -> str:
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _marks(found: Update) -> str:
    """Three blocks of a hundred marks side by side, with their key."""
    heads = ("before", "copies", "origins")
    blocks = [_block(chance) for _, chance in _rows(found)]
    rows = ["  ".join(parts) for parts in zip(*blocks, strict=True)]
    title = "".join(f"{head:<12}" for head in heads).rstrip()
    return "\n".join([title, *rows, KEY_RANGE if any(PERHAPS in r for r in rows) else KEY])


def _block(chance: Range) -> list[str]:
    low, high = (_filled(end) for end in chance)
    row = TRUE * low + PERHAPS * (high - low) + NOT * (MARKS - high)
    return [row[n : n + 10] for n in range(0, MARKS, 10)]


def _filled(chance: float) -> int:
    """Marks for a chance; one that is not quite 0 or 1 has at least one mark on either side."""
    return (
        min(max(round(chance * MARKS), 1), MARKS - 1) if 0 < chance < 1 else round(chance) * MARKS
    )


def _code(prior: object, ratio: object, found: Update) -> str:
    """The line that gives the same, ready to be copied."""
    least, most = found.at_least, found.at_most
    ends = f"{most}" if least == most else f"({least}, {most})"
    return f"mk.update({_typed(prior)}, {_typed(ratio)}, origins={ends}, reports={found.reports})"


def _typed(value: object) -> str:
    if isinstance(value, (tuple, list)):
        return f"({', '.join(_typed(v) for v in value)})"
    return f'"{value}"' if isinstance(value, str) else f"{value}"


# --- the widget --------------------------------------------------------------------------------


def _desk(found: Update, prior: object, ratio: object) -> Any:
    """Two boxes to type in, three lists, and the state below them as live text and marks."""
    import ipywidgets as w

    style = {"description_width": "min(16em, 100%)"}
    layout = w.Layout(width="97%", max_width="32em", height="auto", min_height="32px",
                      flex_flow="row wrap")  # fmt: skip
    look = {"style": style, "layout": layout}
    typed = {"continuous_update": False, **look}  # with Enter or on leaving, not at each letter
    numbers = range(max(MOST_REPORTS, found.reports) + 1)
    boxes = {
        "prior": w.Text(_shown(prior), description="Chance before", **typed),
        "ratio": w.Text(_shown(ratio), description="Ratio of one origin", **typed),
        "reports": w.Dropdown(options=numbers[1:], value=found.reports, description="Reports",
                              **look),
        "least": w.Dropdown(options=numbers, value=found.at_least, description="Origins, at least",
                            **look),
        "most": w.Dropdown(options=numbers, value=found.at_most, description="Origins, at most",
                           **look),
    }  # fmt: skip
    state = w.HTML()

    def show_state(change: object = None) -> None:
        chosen = {name: box.value for name, box in boxes.items()}
        state.value = _answer(chosen, whole=change is not None)

    for box in boxes.values():
        box.observe(show_state, names="value")
    show_state()
    desk = w.VBox([*boxes.values(), state])
    desk.add_class("mediakit-update")
    return desk


def _shown(value: object) -> str:
    return " to ".join(str(v) for v in value) if isinstance(value, (tuple, list)) else str(value)


def _answer(chosen: dict[str, Any], whole: bool = True) -> str:
    """What the widget shows below its boxes: the result, or what cannot be read and why.

    At first it is the sentence alone: the counts and the marks stand above the boxes as text.
    """
    ends = (chosen["least"], chosen["most"])
    prior, ratio = _number(chosen["prior"]), _number(chosen["ratio"])
    try:
        found = update(prior, ratio, ends, chosen["reports"])
    except (ValueError, TypeError) as error:
        return now(str(error), STYLE)
    if not isinstance(found, Update):  # counts never make a claim that is open
        raise TypeError("an update by counts gives no factor")
    told = now(f"{_spoken(found)}\n{_code(prior, ratio, found)}", STYLE)
    if not whole:
        return told
    counts = _counts(found).partition("\n")[2]
    pictured = (
        f'<pre role="img" aria-label="{escape(_spoken(found))}">{escape(_marks(found))}</pre>'
    )
    return f"{told}<pre>{escape(counts)}</pre>{pictured}"


def _number(text: str) -> object:
    """What was typed, as a number where it is one: the line to copy is then easier to read."""
    return int(text) if text.strip().isdecimal() else text.strip()


def _spoken(found: Update) -> str:
    """The result in a sentence for a screen reader."""
    before, naive, collapsed = (percent(chance) for _, chance in _rows(found))
    return f"Before: {before}. Each copy counted: {naive}. Each origin counted once: {collapsed}."
