"""Faulty texts to practise on: reconstructions, written for teaching and published by nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import fill

__all__ = ["TeachingText", "TextFault", "teaching_text"]

# case -> its page; one for the real case that the lessons turn on, one for the invented one
PAGES = {"metrojet": "teaching-text.md", "larkhaven": "teaching-text-ferry.md"}
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

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text's paragraphs, each on one line, without the line that says what it is."""
        return tuple(" ".join(part.split()) for part in self.text.split("\n\n")[1:])

    def why(self) -> str:
        """Every fault with its words in the text and what to write instead."""
        return "\n".join(fill(str(f), 70, subsequent_indent="  ") for f in self.faults)


def teaching_text(case: str = "metrojet") -> TeachingText:
    """The teaching text about the unverified account of a case, with its faults.

    It shows an unnamed source, a slip of attribution, loaded words, copies counted as sources
    and findings left out. It is our own wording. Whom the account names is left out of it.

    Parameters
    ----------
    case : str
        ``"metrojet"``, about the account of December 2015, or ``"larkhaven"``, about the letter
        of the invented ferry case.

    Returns
    -------
    TeachingText
        ``text`` to run a helper on, ``faults`` in the order of the page.

    Raises
    ------
    LookupError
        When there is no teaching text about this case; the message lists those there are.
    FileNotFoundError
        When the installation lacks its pages.

    Examples
    --------
    >>> teaching_text()
    A reconstruction for teaching, published by nobody, faulty on purpose: 184 words, 10 faults
    >>> len(teaching_text("larkhaven").faults)
    10
    """
    from mediakit.content import content
    from mediakit.records import unknown

    if case not in PAGES:
        raise LookupError(unknown("teaching text", case, list(PAGES)))
    page = (content("pages") / PAGES[case]).read_bytes().decode("utf-8")
    parts = dict(re.findall(r"(?ms)^## ([^\n]+)\n+(.*?)(?=^## |\Z)", page))
    items = re.findall(r"(?ms)^\d+\. .*?(?=^\d+\. |\Z)", parts["What is wrong with it"])
    found = [FAULT.match(" ".join(item.split())) for item in items]
    faults = tuple(TextFault(*match.groups()) for match in found if match)
    return TeachingText(parts["The text"].strip(), faults)
