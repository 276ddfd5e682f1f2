"""Confidence in a judgement: about its grounds, never about the chance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mediakit.records import unknown

__all__ = ["LEVELS", "REASONS", "Confidence", "confidence"]

LEVELS = ("low", "moderate", "high")
REASONS = {
    "source count": "how many independent sources there are",
    "access": "how close the sources were to what they tell",
    "recency": "how fresh the information is",
    "agreement": "whether independent sources agree",
}


@dataclass(frozen=True)
class Confidence:
    """How firm the grounds of a judgement are, with the reasons.

    It holds no number, so that nothing can mix it with a likelihood.
    """

    level: str
    reasons: tuple[tuple[str, str], ...]

    def __repr__(self) -> str:
        parts = [f"{tag}: {note}" if note else tag for tag, note in self.reasons]
        return f"Confidence: {self.level}. Reasons: {'; '.join(parts)}."

    __str__ = __repr__

    def why(self) -> str:
        """What each reason is about."""
        return "\n".join(f"{tag}: {REASONS[tag]}" for tag, _ in self.reasons)


def confidence(level: str, reasons: Iterable[str] = ()) -> Confidence:
    """State how firm the grounds of a judgement are, with at least one reason.

    Confidence is about the grounds, likelihood is about the chance: give them in two
    sentences. Confidence changes no probability, and mediakit does not check the reasons.

    Parameters
    ----------
    level : str
        ``"low"``, ``"moderate"`` or ``"high"``.
    reasons : iterable of str
        Each begins with a tag: ``source count``, ``access``, ``recency`` or ``agreement``;
        after a colon comes your note ("access: nobody saw the wreck").

    Returns
    -------
    Confidence
        It prints as a sentence of its own. Grounds that cannot be judged are "low", with
        the reason.

    Raises
    ------
    LookupError
        For a level or a tag that is not known.
    ValueError
        Without a reason, or when a reason holds a likelihood in per cent.

    Examples
    --------
    >>> confidence("low", ["source count: one origin", "access"])
    Confidence: low. Reasons: source count: one origin; access.

    References
    ----------
    ICD 203 (2015) asks that a level of confidence and a degree of likelihood are not put into
    one sentence. The four tags are the course's own selection.
    """
    key = str(level).strip().lower()
    if key not in LEVELS:
        raise LookupError(unknown("confidence level", level, list(LEVELS)))
    given = (reasons,) if isinstance(reasons, str) else tuple(reasons)
    if not given:
        raise ValueError(
            f"confidence {key!r} came without a reason; give at least one of: {', '.join(REASONS)}"
        )
    return Confidence(key, tuple(_reason(r) for r in given))


def _reason(text: str) -> tuple[str, str]:
    tag, _, note = str(text).partition(":")
    tag, note = " ".join(tag.lower().replace("_", " ").split()), note.strip()
    if tag not in REASONS:
        raise LookupError(unknown("reason", tag, list(REASONS)))
    if "%" in note:
        raise ValueError(
            f"the reason {text!r} holds a per cent; put the likelihood into a sentence of its own"
        )
    return tag, note
