"""A sentence put fairly: looked at for who says it, its standing and the lint, never for style."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mediakit.exercises.kinds.base import Judged, by_share
from mediakit.exercises.kinds.free_text import MAX_LINTED, FreeText, length_details, names_one
from mediakit.exercises.questions import Question

__all__ = ["STANDING_WORDS", "Rewrite"]

# What shows each standing in a sentence; folded, and read as the beginning of words.
STANDING_WORDS: Mapping[str, tuple[str, ...]] = {
    "said_not_verified": (
        *("not verified", "unverified", "not been verified", "nobody has verified", "unconfirmed"),
        *("not confirmed", "not been confirmed", "nobody has confirmed", "could not be verified"),
        *("cannot be verified", "not been checked", "nobody else has", "no one has verified"),
    ),
    "disputed": ("disput", "den", "contradict", "reject", "contest"),
    "not_established": (
        *("not established", "not been established", "nobody has established", "is open"),
        *("not shown", "no finding", "unestablished", "not been shown"),
    ),
    "reported": ("report", "according to", "say", "said", "wrote", "told"),
    "established": ("establish", "found", "finding", "ruled", "concluded"),
}


class Rewrite(FreeText):
    """A text that passes on an allegation fairly. Three parts, each worth its share.

    The lint flags nothing; one of ``mentions`` (who says it) is named; its ``standing`` is
    shown. Length is remarked on and earns nothing. Whether it reads well is for people.
    """

    uses = frozenset({"length", "mentions", "standing", "rubric", "anchors"})
    needs = frozenset({"answer", "mentions", "standing"})
    scored = True

    def example(self, question: Question) -> str:
        return f'{question.id} = """Your sentence here."""'

    def judge(self, question: Question, given: Any) -> Judged:
        lacking = list(_lacking(question, given))
        parts = {part for part, _ in lacking}
        said = [why for _, why in lacking]
        return by_share(3 - len(parts), 3, (*said, *length_details(question, given)))

    def same(self, question: Question, given: Any, other: Any) -> bool:
        return _flat(given) == _flat(other)

    def fits(self, pattern: Mapping[str, Any], given: Any) -> bool:
        """``also: {flag: KIND of the lint}``, or ``{lacks: words}`` none of which is there."""
        if set(pattern) - {"flag", "lacks"} or not pattern:
            raise ValueError("a pattern of a rewrite has 'flag' or 'lacks'")
        kinds = {flag.kind for flag in _flags(given)}
        flagged = "flag" not in pattern or pattern["flag"] in kinds
        return flagged and not (pattern.get("lacks") and names_one(pattern["lacks"], given))

    def faults(self, question: Question) -> list[str]:
        if question.standing not in STANDING_WORDS:
            return [f"{question.standing!r} is no standing; one of {', '.join(STANDING_WORDS)}"]
        why = [why for _, why in _lacking(question, question.answer)]
        faults = [f"the sentence in 'answer' does not pass: {w}" for w in why]
        return faults + ([] if len(question.rubric) in (0, 3) else ["a rubric has three levels"])

    def lines(self, question: Question) -> list[str]:
        return []


def _lacking(question: Question, text: str) -> Iterator[tuple[str, str]]:
    """What a text lacks: the part, and a sentence about it."""
    for flag in _flags(text)[:3]:
        yield "lint", f"the lint flags “{flag.words}”: {flag.why}; {flag.instead}".strip("; ")
    if not names_one(question.mentions, text):
        yield "who", "it does not name who says so"
    shown = STANDING_WORDS.get(question.standing, ())
    low = " ".join(text.casefold().split())
    if not any(re.search(rf"(?<!\w){re.escape(words)}", low) for words in shown):
        words = question.standing.replace("said_", "said, ").replace("_", " ")
        yield "standing", f"it does not show where the matter stands ({words})"


def _flags(text: str) -> tuple[Any, ...]:
    from mediakit.wording import lint_wording

    return tuple(lint_wording(text[:MAX_LINTED]).flags)


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())
