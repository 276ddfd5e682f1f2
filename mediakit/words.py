"""Counts and lists as words in a sentence: "1 report", "2 reports", "a, b and c"."""

from __future__ import annotations

from collections.abc import Iterable

from mediakit.records import plural_of

__all__ = ["counted", "listed"]


def listed(words: Iterable[object]) -> str:
    """Words as a list in a sentence; nothing for none.

    >>> listed(["a", "b", "c"]), listed(["a"]), listed([])
    ('a, b and c', 'a', '')
    """
    every = [str(word) for word in words]
    return " and ".join([", ".join(every[:-1]), every[-1]] if len(every) > 1 else every)


def counted(count: int, noun: str) -> str:
    """A count with its noun, in the singular for one.

    >>> counted(1, "line"), counted(2, "hypothesis"), counted(0, "item of evidence")
    ('1 line', '2 hypotheses', '0 items of evidence')
    """
    return f"{count} {noun if count == 1 else plural_of(noun)}"
