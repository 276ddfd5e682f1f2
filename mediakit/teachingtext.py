"""A faulty text to practise on: a reconstruction, written for teaching and published by nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["TeachingText", "TextFault", "teaching_text"]

PAGE = "teaching-text.md"
FAULT = re.compile(r'\d+\. "([^"]+)" – \*([^*]+)\*\. (.+)')


@dataclass(frozen=True)
class TextFault:
    """One fault of the text: its words there, its kind, and what a careful text would say."""

    words: str
    kind: str
    instead: str

    def __str__(self) -> str:
        return f'"{self.words}" ({self.kind}): {self.instead}'


@dataclass(frozen=True, repr=False)
class TeachingText:
    """A text that is faulty on purpose, with its faults.

    It is no record of a case: it counts as no source, and no time cut shows it.
    """

    text: str
    faults: tuple[TextFault, ...]

    def __repr__(self) -> str:
        return (
            "A reconstruction for teaching, published by nobody, faulty on purpose: "
            f"{len(self.text.split())} words, {len(self.faults)} faults"
        )

    def why(self) -> str:
        """Every fault with its words in the text and what to write instead."""
        return "\n".join(map(str, self.faults))


def teaching_text() -> TeachingText:
    """The teaching text about the account of December 2015, with its faults.

    It shows an unnamed source, a slip of attribution, loaded words, copies counted as sources
    and findings left out. It is our own wording. Whom the account names is left out of it.

    Returns
    -------
    TeachingText
        ``text`` to run a helper on, ``faults`` in the order of the page.

    Raises
    ------
    FileNotFoundError
        When the installation lacks its pages.

    Examples
    --------
    >>> teaching_text()
    A reconstruction for teaching, published by nobody, faulty on purpose: 184 words, 10 faults
    """
    from mediakit.content import content

    page = (content("pages") / PAGE).read_bytes().decode("utf-8")
    parts = dict(re.findall(r"(?ms)^## ([^\n]+)\n+(.*?)(?=^## |\Z)", page))
    items = re.findall(r"(?ms)^\d+\. .*?(?=^\d+\. |\Z)", parts["What is wrong with it"])
    found = [FAULT.match(" ".join(item.split())) for item in items]
    faults = tuple(TextFault(*match.groups()) for match in found if match)
    return TeachingText(parts["The text"].strip(), faults)
