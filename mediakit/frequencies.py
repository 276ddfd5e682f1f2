"""Natural frequencies: chances as whole claims, before any formula.

Readers who count claims get such questions right far more often than readers of percentages.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from mediakit.chances import percent, read_count, read_probability

if TYPE_CHECKING:
    from mediakit.figures import Figure

__all__ = ["NaturalFrequency", "largest_remainder", "natural_frequency"]


@dataclass(frozen=True, repr=False)
class NaturalFrequency:
    """Whole claims in four groups, which a sentence, a table and an icon array share.

    ``true_with`` counts claims that are true and bring the report, ``false_without`` those
    that are neither, and so on. ``posterior`` is the exact chance before rounding, None
    when nothing brings the report.
    """

    prior: float
    hit_rate: float
    false_alarm_rate: float
    people: int
    things: str
    true_with: int
    true_without: int
    false_with: int
    false_without: int
    posterior: float | None

    @property
    def icons(self) -> tuple[tuple[str, int], ...]:
        """Label and number of each group of icons, in drawing order; they sum to ``people``."""
        return (
            ("true, with the report", self.true_with),
            ("true, without it", self.true_without),
            ("not true, with the report", self.false_with),
            ("not true, without it", self.false_without),
        )

    @property
    def table(self) -> tuple[tuple[str, int, int, int], ...]:
        """Rows of label, with the report, without it, all; the last row sums the others."""
        rows = (
            ("true", self.true_with, self.true_without),
            ("not true", self.false_with, self.false_without),
            ("all", self.true_with + self.false_with, self.true_without + self.false_without),
        )
        return tuple((label, a, b, a + b) for label, a, b in rows)

    @property
    def sentence(self) -> str:
        """The four groups in words."""
        true, false, _ = (row[3] for row in self.table)
        both = self.true_with + self.false_with
        return (
            f"Think of {self.people:,} {self.things} like this one. "
            f"{true:,} {_are(true)} true, and {self.true_with:,} of those "
            f"{_bring(self.true_with)} such a report. {false:,} {_are(false)} not true, and "
            f"{self.false_with:,} of those {_bring(self.false_with)} one too. {self._share(both)}"
        )

    def _share(self, both: int) -> str:
        if self.posterior is None:
            return "None of them ever brings such a report, so it cannot be judged."
        exact = f"{percent(self.posterior)} before rounding to whole {self.things}"
        if not both:
            return f"None is left with a report; take more {self.things} ({exact})."
        if self.posterior and not self.true_with:
            exact += f"; take more {self.things} to see the true ones"
        return (
            f"So {both:,} {_bring(both)} such a report, and "
            f"{self.true_with:,} of these {both:,} {_are(self.true_with)} true ({exact})."
        )

    def why(self) -> str:
        """The numbers it rests on, and how they were rounded."""
        return (
            "It rests on three numbers you gave: "
            f"{percent(self.prior)} are true before any report; a true one brings the report "
            f"{percent(self.hit_rate)} of the time; one that is not true still brings it "
            f"{percent(self.false_alarm_rate)} of the time. Whole {self.things} come from largest "
            "remainders: every group is rounded down, then those that lost most get one back."
        )

    def plot(self) -> Figure:
        """Every claim as a mark, in four groups, with its words and its table."""
        from mediakit.figures import icon_figure

        return icon_figure(self)

    def __repr__(self) -> str:
        head = f"{'':<10}{'with the report':>17}{'without it':>13}{'all':>9}"
        rows = (f"{label:<10}{a:>17,}{b:>13,}{n:>9,}" for label, a, b, n in self.table)
        return "\n".join([self.sentence, head, *rows])


def natural_frequency(
    prior: object,
    hit_rate: object,
    false_alarm_rate: object,
    people: int = 1000,
    *,
    things: str = "claims",
) -> NaturalFrequency:
    """How many of so many claims with such a report are true, in whole claims.

    It answers for claims *like* this one, a group that you choose, and never settles the
    claim itself. The counts are rounded by largest remainders, so they sum to ``people``.

    Parameters
    ----------
    prior : float or str
        Share of such claims that are true before any report: 0 to 1, ``"3 %"``, ``"3 in 100"``.
    hit_rate : float or str
        Chance that a true one brings the report.
    false_alarm_rate : float or str
        Chance that one that is not true brings the report all the same.
    people : int
        How many to think of, 1 or more.
    things : str
        What is counted, in the plural.

    Returns
    -------
    NaturalFrequency
        Sentence, ``.table``, ``.icons`` and the exact ``.posterior``; that is None, "cannot be
        judged", where no claim ever brings the report.

    Raises
    ------
    ValueError
        When a number cannot be read or lies outside its range; the message says what fits.

    Examples
    --------
    >>> natural_frequency("1 %", "80 %", "10 %")
    Think of 1,000 claims like this one. 10 are true, and 8 of those bring such a report. \
990 are not true, and 99 of those bring one too. So 107 bring such a report, and 8 of these 107 \
are true (7.48 % before rounding to whole claims).
                with the report   without it      all
    true                      8            2       10
    not true                 99          891      990
    all                     107          893    1,000

    References
    ----------
    Gigerenzer, G. & Hoffrage, U. (1995), Psychological Review 102(4), on frequency formats.
    Mandel, D. R. (2015), Frontiers in Psychology 6:387.
    """
    before = read_probability(prior, "prior")
    if_true = read_probability(hit_rate, "hit_rate")
    if_not = read_probability(false_alarm_rate, "false_alarm_rate")
    many = read_count(people, "people", least=1)
    # Through the decimal text, so that 0.1 is a tenth and ties do not hang on binary rounding.
    true, hit, alarm = (Fraction(str(share)) for share in (before, if_true, if_not))
    parts = (true * hit, true * (1 - hit), (1 - true) * alarm, (1 - true) * (1 - alarm))
    with_report = parts[0] + parts[2]
    posterior = float(parts[0] / with_report) if with_report else None
    a, b, c, d = largest_remainder([part * many for part in parts])
    return NaturalFrequency(before, if_true, if_not, many, things, a, b, c, d, posterior)


def largest_remainder(parts: Sequence[Fraction]) -> list[int]:
    """Whole numbers that sum to what the parts sum to, each less than 1 away from its part.

    Every part is rounded down; what is missing goes, one each, to the parts that lost most,
    the earlier one where two lost the same.

    >>> largest_remainder([Fraction(5, 2), Fraction(5, 2), Fraction(5)])
    [3, 2, 5]
    """
    counts = [math.floor(part) for part in parts]
    missing = round(sum(parts)) - sum(counts)
    by_loss = sorted(range(len(parts)), key=lambda i: (counts[i] - parts[i], i))
    for i in by_loss[:missing]:
        counts[i] += 1
    return counts


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _bring(count: int) -> str:
    return "brings" if count == 1 else "bring"
