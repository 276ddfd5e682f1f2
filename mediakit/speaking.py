"""Who speaks in a sentence: the writer, or somebody whom the writer quotes or reports.

Two short reports to practise on come with their tags and the reasons for them. The first question
to ask of any article is this one, since a paper that prints a statement vouches for the
statement and not for what it says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from mediakit.records import unknown, wrapped

__all__ = ["Speaker", "SpokenSentence", "SpokenText", "Tagging", "practice_text", "tag_sentences"]

PAGE = "who-speaks.yaml"


class Speaker(StrEnum):
    """Who speaks in a sentence, as far as a reader can tell."""

    HEADLINE = "headline"
    WRITER = "writer"
    QUOTED = "quoted"
    REPORTED = "reported"
    VIEW = "view"

    @property
    def words(self) -> str:
        """What the tag means, in a few words."""
        return _WORDS[self]


_WORDS = {
    Speaker.HEADLINE: "the line above a report",
    Speaker.WRITER: "the writer, about something one could check",
    Speaker.QUOTED: "somebody's own words, in quotation marks",
    Speaker.REPORTED: "somebody's words, put by the writer",
    Speaker.VIEW: "the writer judges, guesses or concludes",
}


@dataclass(frozen=True)
class SpokenSentence:
    """One sentence with its tag and the reason for it."""

    text: str
    tag: Speaker
    why: str


@dataclass(frozen=True, repr=False)
class SpokenText:
    """A short report of our own, sentence by sentence."""

    name: str
    about: str
    sentences: tuple[SpokenSentence, ...]

    @property
    def text(self) -> str:
        """The report as it would be printed, the headline in a line of its own."""
        head, *rest = self.sentences
        return f"{head.text}\n\n{' '.join(s.text for s in rest)}"

    def __repr__(self) -> str:
        lines = [f"{n}. {s.text}" for n, s in enumerate(self.sentences, 1)]
        return "\n".join([self.about, "", *lines])


@dataclass(frozen=True, repr=False)
class Tagging:
    """Somebody's tags for a text, beside ours. The numbers count from 1."""

    text: SpokenText
    tags: Mapping[int, Speaker]

    @property
    def differing(self) -> tuple[int, ...]:
        """The numbers of the sentences that we tag otherwise."""
        return tuple(n for n, tag in self.tags.items() if self.text.sentences[n - 1].tag is not tag)

    @property
    def open(self) -> tuple[int, ...]:
        """The numbers of the sentences without a tag."""
        return tuple(n for n in range(1, len(self.text.sentences) + 1) if n not in self.tags)

    def __repr__(self) -> str:
        done, of = len(self.tags), len(self.text.sentences)
        if not done:
            return f"Sentences with a tag: none of {of} yet."
        same = done - len(self.differing)
        head = f"Sentences with a tag: {done} of {of}. Tagged as we tag them: {same}."
        if not self.differing:
            return head
        numbers = ", ".join(map(str, self.differing))
        return f"{head}\nLook again at {numbers}. `.why()` tells how we read what you tagged."

    def why(self) -> str:
        """For each sentence that has a tag: ours, and the reason."""
        lines = []
        for number, tag in sorted(self.tags.items()):
            ours = self.text.sentences[number - 1]
            yours = "" if ours.tag is tag else f" (you: {tag.value})"
            lines.append(f"{number}. {ours.tag.value}{yours}: {ours.why}")
        return wrapped("\n".join(lines)) or "Tag a sentence first; then we say how we read it."


@lru_cache(maxsize=1)
def _texts() -> Mapping[str, SpokenText]:
    from ruamel.yaml import YAML

    from mediakit.content import content

    yaml: Any = YAML(typ="safe", pure=True)
    read = yaml.load((content("pages") / PAGE).read_bytes().decode("utf-8"))
    return {name: _text(name, told) for name, told in read.items()}


def _text(name: str, told: Mapping[str, Any]) -> SpokenText:
    sentences = tuple(
        SpokenSentence(s["text"], Speaker(s["tag"]), s["why"].strip()) for s in told["sentences"]
    )
    return SpokenText(name, told["about"].strip(), sentences)


def practice_text(name: str) -> SpokenText:
    """A short report to practise on, written for the course: ``"sinai"`` or ``"ferry"``.

    Raises
    ------
    LookupError
        When no text has this name; the message lists those there are.

    Examples
    --------
    >>> len(practice_text("ferry").sentences)
    9
    """
    if name not in _texts():
        raise LookupError(unknown("practice text", name, list(_texts())))
    return _texts()[name]


def tag_sentences(name: str, tags: Mapping[int, str] | None = None) -> Tagging:
    """Your tags for the sentences of a practice text, beside ours.

    Parameters
    ----------
    name : str
        ``"sinai"`` or ``"ferry"``.
    tags : dict, sentence number -> tag, optional
        The number counts from 1. The tags are headline, writer, quoted, reported and view.

    Returns
    -------
    Tagging
        Its ``repr`` says how many agree; ``.why()`` explains those that have a tag, and no
        others.

    Raises
    ------
    LookupError
        When there is no such text, sentence or tag; the message lists what there is.

    Examples
    --------
    >>> tag_sentences("ferry", {2: "writer", 3: "writer"})
    Sentences with a tag: 2 of 9. Tagged as we tag them: 1.
    Look again at 3. `.why()` tells how we read what you tagged.
    """
    text = practice_text(name)
    found = {number: _tag(text, number, tag) for number, tag in (tags or {}).items()}
    return Tagging(text, dict(sorted(found.items())))


def _tag(text: SpokenText, number: object, tag: object) -> Speaker:
    numbers = range(1, len(text.sentences) + 1)
    if isinstance(number, bool) or number not in numbers:
        raise LookupError(f"there is no sentence {number!r}; they are numbered 1 to {numbers[-1]}")
    try:
        return Speaker(str(tag).strip().casefold())
    except ValueError:
        raise LookupError(unknown("tag", str(tag), [s.value for s in Speaker])) from None
