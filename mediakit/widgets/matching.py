"""Match the words of a yardstick with its ranges; what is matched stands below in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mediakit.records import unknown
from mediakit.widgets.base import now, show_view, widgets_on
from mediakit.wording.likelihood import Band, Yardstick, likelihood

__all__ = ["RangeMatch", "match_ranges", "matched"]

OPEN = "choose a range"
STYLE = (
    ".mediakit-ranges .widget-dropdown > select {height: 28px}"
    ".mediakit-ranges .widget-dropdown > .widget-label {max-width: 100%}"
)
Range = str | Sequence[float]


@dataclass(frozen=True)
class RangeMatch:
    """Words of a yardstick, each with the band that was chosen for it."""

    yardstick: Yardstick
    chosen: tuple[tuple[str, Band], ...]

    @property
    def right(self) -> tuple[str, ...]:
        """The words whose range is the one the yardstick gives them."""
        return tuple(word for word, band in self.chosen if word == band.words[0])

    def __repr__(self) -> str:
        steps = len(self.yardstick.bands)
        still = steps - len(self.chosen)
        left = f", {still} still open" if still else ""
        lines = [f"On {self.yardstick.name}: {len(self.right)} of {steps} matched{left}."]
        lines += [
            f'"{word}": {band.range} belongs to "{band.words[0]}" there.'
            for word, band in self.chosen
            if word not in self.right
        ]
        pairs = ", ".join(f'"{word}": "{band.range}"' for word, band in self.chosen)
        return "\n".join([*lines, f"ranges = {{{pairs}}}"])


def matched(ranges: Mapping[str, Range] | None = None, yardstick: str = "icd203") -> RangeMatch:
    """What a choice of ranges comes to: the state of the widget as a record.

    Examples
    --------
    >>> matched({"likely": "55–80 %"}).right
    ('likely',)
    """
    stick = likelihood("likely", yardstick).yardstick
    words = [band.words[0] for band in stick.bands]
    read = {}
    for given, range_ in (ranges or {}).items():
        band = next((b for b in stick.bands if " ".join(given.lower().split()) in b.words), None)
        if band is None:
            raise LookupError(unknown(f"word of {stick.name}", given, words))
        read[band.words[0]] = _band(stick, given, range_)
    return RangeMatch(stick, tuple(read.items()))


def _band(stick: Yardstick, word: str, given: Range) -> Band:
    """The band with these two ends, however they are written."""
    ends = re.findall(r"\d+(?:\.\d+)?", given) if isinstance(given, str) else given
    wanted = [float(end) for end in ends]
    for band in stick.bands:
        if wanted == [band.low, band.high]:
            return band
    listed = ", ".join(band.range for band in stick.bands)
    raise ValueError(
        f"{given!r}, given for {word!r}, is no range of {stick.name}; its ranges are: {listed}"
    )


def match_ranges(ranges: Mapping[str, Range] | None = None, yardstick: str = "icd203") -> None:
    """Match the words of a yardstick with its ranges.

    The count changes with every choice. The line of code that gives the same state is this
    function with your ``ranges``; the widget writes them out for you to copy.

    Parameters
    ----------
    ranges : dict, word -> range, optional
        Where to start: ``{"likely": "55–80 %"}``, ``"55 to 80"`` or ``(55, 80)``.
        Left out: nothing is matched yet.
    yardstick : str
        ``"icd203"`` or ``"phia"``.

    Raises
    ------
    LookupError
        For a yardstick, or a word, that is not known; the message lists those there are.
    ValueError
        For a range that the yardstick does not have.

    Examples
    --------
    >>> match_ranges({"likely": "55–80 %", "unlikely": (5, 20)})
    On ICD 203: 1 of 7 matched, 5 still open.
    "unlikely": 5–20 % belongs to "very unlikely" there.
    ranges = {"likely": "55–80 %", "unlikely": "5–20 %"}
    """
    found = matched(ranges, yardstick)
    print(found)
    if widgets_on():
        show_view(_board(found))


def _board(found: RangeMatch) -> Any:
    """One labelled list of ranges per word, in the alphabet's order, and the state below them."""
    import ipywidgets as w

    stick = found.yardstick
    start = {word: band.range for word, band in found.chosen}
    state = w.HTML()

    def show_state(_: object = None) -> None:
        chosen = {word: box.value for word, box in boxes.items() if box.value}
        state.value = now(repr(matched(chosen, stick.id)), STYLE)

    boxes = {
        word: w.Dropdown(
            options=[(OPEN, ""), *((band.range, band.range) for band in stick.bands)],
            value=start.get(word, ""),
            description=f"“{word}” means",
            style={"description_width": "min(16em, 100%)"},
            layout=w.Layout(
                width="97%",
                max_width="30em",
                height="auto",
                min_height="32px",
                flex_flow="row wrap",
            ),
        )
        for word in sorted(band.words[0] for band in stick.bands)
    }
    for box in boxes.values():
        box.observe(show_state, names="value")
    show_state()
    board = w.VBox([*boxes.values(), state])
    board.add_class("mediakit-ranges")
    return board
