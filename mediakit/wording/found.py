"""What a pattern finds: the words that accuse."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Accusation"]


class Accusation(NamedTuple):
    """The words that accuse, first and last; ``slipped`` is where an inserted clause begins."""

    first: int
    last: int
    slipped: int | None = None
