"""A scale from left to right with a row for each thing: shared by the figures that need one."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mediakit.figures.base import QUIET
from mediakit.figures.page import SMALL, Page

__all__ = ["Scale", "linear", "logarithmic"]

GRID = "#D9D9D9"  # behind the drawing only: nothing has to be read from it


@dataclass(frozen=True)
class Scale:
    """Where a value stands between ``left`` and ``right``, in inches; and its ticks."""

    left: float
    right: float
    share: Callable[[float], float]  # a value to 0 … 1
    ticks: Sequence[tuple[float, str]]

    def at(self, value: float) -> float:
        """Inches from the left edge of the page."""
        return self.left + self.share(value) * (self.right - self.left)

    def grid(self, page: Page, top: float, bottom: float, name: str) -> float:
        """Draw the lines of the scale, its ticks and its name; gives back where it ends."""
        for value, words in self.ticks:
            x = self.at(value)
            page.line([x, x], [top, bottom], colour=GRID, width=0.8, above=0)
            page.line([x, x], [bottom, bottom + 0.05], colour=QUIET, width=0.8)
            page.text(x, bottom + 0.15, words, size=SMALL, across="center")
        page.line([self.left, self.right], [bottom, bottom], colour=QUIET, width=0.8)
        page.text((self.left + self.right) / 2, bottom + 0.35, name, size=SMALL, across="center")
        return bottom + 0.46


def linear(left: float, right: float, ticks: Sequence[tuple[float, str]]) -> Scale:
    """An even scale from the first tick to the last."""
    low, high = ticks[0][0], ticks[-1][0]
    return Scale(left, right, lambda value: (value - low) / (high - low), ticks)


def logarithmic(left: float, right: float, values: Sequence[float]) -> Scale:
    """A scale on which each step multiplies, wide enough for these values and for 1."""
    low = math.floor(_steps(min(1.0, *values)))
    high = math.ceil(_steps(max(1.0, *values)))
    low, high = (low - 1, high + 1) if low == high else (low, high)
    every = max(1, math.ceil((high - low) / 8))
    ticks = [(2.0**n, _ratio(n)) for n in range(low, high + 1) if n % every == 0]
    return Scale(left, right, lambda value: (_steps(value) - low) / (high - low), ticks)


def _steps(value: float) -> float:
    return math.log2(value)


def _ratio(doublings: int) -> str:
    return f"{2**doublings:,}" if doublings >= 0 else f"1/{2**-doublings:,}"
