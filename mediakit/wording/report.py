"""What the lint hands back: flags with reasons, and the report that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["ADVICE", "KINDS", "Flag", "WordingReport"]

KINDS = {
    "unattributed accusation": (
        "it says in the author's own voice that somebody did wrong, and nobody "
        "named answers for it",
        'write who says it, how they know, and where it stands: "X says that Y told her …; '
        'nobody has verified this", or name the body, the date and the document',
    ),
    "accusation as a question": (
        "a question plants the accusation, and readers keep it when they have forgotten the "
        "question mark",
        'ask what is known: "What has been established about …?", "Who says so, and how do '
        'they know?"',
    ),
    "loaded word": (
        "it tells the reader what to feel and adds no fact",
        "write what happened, or quote the word and say whose it is",
    ),
    "bare alleged": (
        "it passes an accusation on and hides who makes it",
        'name who says it and how they know: "X says that …", "prosecutors charged …"',
    ),
    "word to avoid": (
        "it takes a side on whether the thing is true",
        "",
    ),
    "private name": (
        "this name is on the list of people whom the case keeps private",
        "leave the name out; the argument does not need it",
    ),
    "likelihood with confidence": (
        "a likelihood and a confidence in one clause are read as one thing",
        "use two sentences: the likelihood with its range, then the confidence with its reasons",
    ),
    "likelihood without a range": (
        "readers put very different numbers on this word",
        'add the range in brackets, for instance "likely (55–80 %)"',
    ),
}
ADVICE = frozenset({"likelihood without a range"})


@dataclass(frozen=True, order=True)
class Flag:
    """One remark: where (offsets into the text), what kind, why, and what to write instead."""

    start: int
    end: int
    kind: str
    words: str
    why: str = field(repr=False)
    instead: str = field(repr=False)

    def __str__(self) -> str:
        return f'{self.kind}, {self.start}–{self.end}: "{self.words}"'


@dataclass(frozen=True)
class WordingReport:
    """What the lint found. ``flags`` need a change; ``advice`` is for you to weigh.

    The report has the length of its flags, so ``if report:`` means that something is flagged.
    """

    flags: tuple[Flag, ...]
    advice: tuple[Flag, ...] = ()
    sentences: int = 0

    @property
    def clean(self) -> bool:
        """True when nothing is flagged; advice does not count."""
        return not self.flags

    def __len__(self) -> int:
        return len(self.flags)

    def __iter__(self) -> Iterator[Flag]:
        return iter(self.flags)

    def __repr__(self) -> str:
        read = f"{self.sentences} sentence{'' if self.sentences == 1 else 's'} read"
        count = f"{len(self)} flagged" if self.flags else "Nothing flagged"
        head = f"{count} ({read}){':' if self.flags else '.'}"
        lines = [head, *(f"- {flag}" for flag in self.flags[:8])]
        if len(self) > 8:
            lines.append(f"- and {len(self) - 8} more; .why() lists them all")
        lines += [f"- advice: {flag}" for flag in self.advice[:3]]
        return "\n".join(lines)

    __str__ = __repr__

    def why(self) -> str:
        """Every remark with its reason and what to write instead."""
        if not self.flags and not self.advice:
            return "Nothing flagged. The lint reads wording, not truth: a clean text can be wrong."
        return "\n".join(
            f'"{f.words}" ({f.kind}): {f.why}. Instead: {f.instead}.'
            for f in (*self.flags, *self.advice)
        )
