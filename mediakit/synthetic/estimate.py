"""What the helpers can recover of a synthetic truth, and how often they do.

Three things are estimated from a case as it stood before its truth came out:

- *how often a source is right*, as a range, from the checked reports in its record;
- *how many origins* stand behind an answer, as the range that ``corroborate`` gives;
- *how likely each answer is*, moved by ``update`` once for each origin that shows a ground,
  with a ratio from the source's record; and, to compare, once for each report, copies and all.

:func:`mediakit.synthetic.coverage.coverage` compares all three with what the program had
drawn. Good figures there say that counting and arithmetic hold where their assumptions do: past
reports are a fair sample, and errors are independent. Real sources promise neither.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mediakit.belief import update
from mediakit.case import Case
from mediakit.chances import percent, plural
from mediakit.corroboration import corroborate
from mediakit.records import Ground, Source
from mediakit.synthetic.words import WAS_RIGHT, WAS_WRONG

__all__ = ["AnswerChances", "RateRange", "answer_chances", "rate_range"]


# --- how often a source is right ---------------------------------------------------------------


@dataclass(frozen=True, repr=False)
class RateRange:
    """How often a source is right, as a range; None, "cannot be judged", without a record."""

    source: str
    right: int
    checked: int
    share: float
    low: float | None
    high: float | None

    def __repr__(self) -> str:
        if self.low is None or self.high is None:
            return f"{self.source}: cannot be judged, no earlier report was checked."
        return (
            f"{self.source}: {self.right} of {self.checked} checked reports were right; "
            f"{percent(self.share)} range for how often it is right: "
            f"{percent(round(self.low, 2))} to {percent(round(self.high, 2))}."
        )

    def why(self) -> str:
        """What the range rests on, and what it does not know."""
        return (
            f"It rests on the {self.checked} notes in the record of {self.source}, counted as "
            "right or wrong, and on nothing else: before the first note every rate is taken as "
            "equally likely. It says nothing about the report at hand: a source with a good past "
            "can make this one up."
        )


def rate_range(source: Source, share: float = 0.8) -> RateRange:
    """How often a source is right, from the checked reports in its record.

    It takes those reports for a fair sample of all its reports. Of a real source the striking
    ones are remembered, so the range is then too sure of itself.

    Parameters
    ----------
    source : Source
        A source of a synthetic case; its notes end in "was right" or "was wrong".
    share : float
        How much of the chance the range should hold, between 0 and 1.

    Returns
    -------
    RateRange
        ``.low`` and ``.high`` from 0 to 1, with as much chance below as above. Both are None,
        "cannot be judged", for a source without a checked report.

    Examples
    --------
    >>> from mediakit.synthetic import synthetic_case
    >>> rate_range(synthetic_case(1).sources["panel"])
    Hollinferry Review Panel: cannot be judged, no earlier report was checked.

    References
    ----------
    Bayes (1763), with all rates equally likely beforehand.
    """
    right, wrong = _counts(source)
    if not right + wrong:
        return RateRange(source.name, 0, 0, share, None, None)
    tail = (1 - share) / 2
    low, high = (_beta_quantile(right + 1, wrong + 1, p) for p in (tail, 1 - tail))
    return RateRange(source.name, right, right + wrong, share, low, high)


def _counts(source: Source) -> tuple[int, int]:
    texts = [note.text.rstrip(".") for note in source.record]
    return sum(t.endswith(WAS_RIGHT) for t in texts), sum(t.endswith(WAS_WRONG) for t in texts)


def _beta_quantile(a: int, b: int, p: float) -> float:
    """The point below which a Beta(a, b) number lies with chance ``p``, by halving.

    >>> round(_beta_quantile(1, 1, 0.3), 9)
    0.3
    """
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _beta_below(a, b, middle) < p else (low, middle)
    return (low + high) / 2


def _beta_below(a: int, b: int, x: float) -> float:
    """The chance that a Beta(a, b) number is below x: at least a of a + b - 1 draws succeed."""
    n = a + b - 1
    return math.fsum(math.comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))


# --- how likely each answer is -------------------------------------------------------------------


@dataclass(frozen=True, repr=False)
class AnswerChances:
    """The chance of each answer to one question of a synthetic case, counted in two ways.

    ``collapsed`` moves once for each origin that shows a ground; ``naive``, for each report.
    """

    question: str
    collapsed: Mapping[str, float]
    naive: Mapping[str, float]
    origins: Mapping[str, int]
    reports: Mapping[str, int]

    @property
    def leader(self) -> str:
        """The answer with the highest chance when each origin is counted once."""
        return max(self.collapsed, key=lambda one: (self.collapsed[one], one))

    def __repr__(self) -> str:
        order = sorted(self.collapsed, key=lambda one: (-self.collapsed[one], one))
        lines = (
            f"  {one}: {percent(self.collapsed[one])} from {plural(self.origins[one], 'origin')} "
            f"with a ground ({percent(self.naive[one])} if {plural(self.reports[one], 'report')} "
            "counted alike)"
            for one in order
        )
        return "\n".join([self.question, *lines])

    def why(self) -> str:
        """How the chances were found."""
        return (
            "Every answer starts with the same chance. An origin that shows a ground multiplies "
            "the odds of its answer by how much more often it would say so if that were true, "
            "taken from its record. An origin without a checked record, or without a ground, "
            "moves nothing: it cannot be judged."
        )


def answer_chances(case: Case, question: str = "main") -> AnswerChances:
    """How likely each answer to a question of a synthetic case is.

    Only for synthetic cases: there exactly one of the answers is true, tellers err
    independently, and their records are fair samples. Real disputes promise none of this.

    Parameters
    ----------
    case : Case
        A synthetic case, cut to a day before its truth came out.
    question : str
        The id of the question.

    Returns
    -------
    AnswerChances
        From 0 to 1, summing to 1 over the answers that somebody gave.

    Raises
    ------
    ValueError
        When the case is not synthetic.
    LookupError
        When nobody has answered the question yet.
    """
    if case.reality != "synthetic":
        raise ValueError(
            f"{case.id!r} is not synthetic; chances of answers are given for synthetic cases only"
        )
    asked = case.questions[question]
    told = {c.id: c for c in case.claims.values() if c.question == question and c.reports}
    if not told:
        raise LookupError(f"nobody has answered {question!r} yet; look at a later day")
    found = {id_: corroborate(claim) for id_, claim in told.items()}
    grounded = {
        id_: [o.reports[0].source for o in f.origins if o.ground is Ground.OWN]
        for id_, f in found.items()
    }
    copies = {id_: [report.source for report in claim.reports] for id_, claim in told.items()}
    return AnswerChances(
        asked.text,
        _chances(grounded, max(len(told), 2)),
        _chances(copies, max(len(told), 2)),
        {id_: len(sources) for id_, sources in grounded.items()},
        {id_: len(sources) for id_, sources in copies.items()},
    )


def _chances(voices: Mapping[str, Iterable[Source]], answers: int) -> dict[str, float]:
    odds = {id_: _odds(sources, answers) for id_, sources in voices.items()}
    total = math.fsum(odds.values())
    return {id_: value / total for id_, value in odds.items()}


def _odds(sources: Iterable[Source], answers: int) -> float:
    """The odds of an answer after each of these sources has spoken for it."""
    chance = 1 / answers
    for source in sources:
        ratio = _ratio(source, answers)
        moved: Any = update(chance, ratio, origins=1)
        # A long row of copies would reach certainty, and odds of it cannot be written.
        chance = min(max(float(moved.collapsed), 1e-9), 1 - 1e-9)
    return chance / (1 - chance)


def _ratio(source: Source, answers: int) -> float:
    """How many times as likely it says so if it is true as if a given other answer is."""
    right, wrong = _counts(source)
    if not right + wrong:
        return 1.0
    rate = (right + 1) / (right + wrong + 2)
    return rate * (answers - 1) / (1 - rate)
