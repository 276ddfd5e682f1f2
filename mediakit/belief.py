"""Belief: how far evidence may move it, once per origin and not once per copy.

On an open claim, one that nobody has settled, nothing here takes a prior or gives a
probability: :func:`update` then says how often to multiply, and stops there.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mediakit.chances import (
    Range,
    frequency,
    percent,
    plural,
    read_count,
    read_probability,
    read_range,
    read_ratio,
)
from mediakit.coherence import Average, Coherent, average, coherent
from mediakit.corroboration import Corroboration, corroborate
from mediakit.frequencies import NaturalFrequency, natural_frequency
from mediakit.records import Claim

if TYPE_CHECKING:
    from mediakit.figures import Figure
    from mediakit.wording.likelihood import Likelihood

__all__ = [
    "Average",
    "Coherent",
    "Factor",
    "Hearsay",
    "Movers",
    "NaturalFrequency",
    "Sway",
    "Update",
    "average",
    "coherent",
    "hearsay",
    "natural_frequency",
    "update",
    "what_would_change",
]

ORIGINS = (
    "a claim, what mk.corroborate(claim) gave, a number of origins such as 1, "
    "or the fewest and the most, such as (2, 4)"
)


# --- updating, once per origin ---------------------------------------------------------


@dataclass(frozen=True, repr=False)
class Update:
    """A belief before and after: each copy counted, and each origin counted once.

    ``naive`` and ``collapsed`` are chances from 0 to 1, as ranges; both always stand together.
    """

    prior: Range
    ratio: Range
    at_least: int
    at_most: int
    reports: int
    naive: Range
    collapsed: Range
    rests_on: str = field(default="", compare=False)

    def in_words(self, yardstick: str = "icd203") -> Likelihood:
        """The likelihood word for the collapsed figure, with the range of that word.

        Only for a result that lies inside one step of the yardstick; a wider one gets no word.
        """
        from mediakit.wording.likelihood import likelihood

        return likelihood(tuple(round(end, 4) for end in self.collapsed), yardstick)

    def why(self) -> str:
        """The records it rests on, and the rule."""
        return (
            f"{self.rests_on}\nOdds after = odds before x ratio, once for each origin; a copy has "
            "nothing of its own to add. Origins are taken to be independent of each other."
        )

    def plot(self) -> Figure:
        """The three chances as a picture, with its words and its table."""
        from mediakit.figures import update_figure

        return update_figure(self)

    def __repr__(self) -> str:
        origins = _origins(self.at_least, self.at_most)
        rows = (
            ("before", self.prior),
            ("each copy counted (naive)", self.naive),
            ("each origin counted once", self.collapsed),
        )
        head = (
            f"{plural(self.reports, 'report')}, {origins}; "
            f"each origin multiplies the odds by {self.ratio}."
        )
        return "\n".join([head, *(f"{t + ':':<27}{frequency(c)} ({percent(c)})" for t, c in rows)])


@dataclass(frozen=True, repr=False)
class Factor:
    """What an open claim gets in place of a belief: the ratio, and how often to use it.

    It holds no chance and no product. The one number that is not a count is ``ratio``, which
    the learner gave.
    """

    claim: str
    ratio: Range
    at_least: int
    at_most: int
    reports: int
    rests_on: str = field(default="", compare=False)

    def why(self) -> str:
        """The records it rests on, and why there is no probability."""
        return (
            f"{self.rests_on}\nThe claim is open: nobody has settled it, so no later fact could "
            "show a probability for it to be well or badly chosen, and mediakit gives none."
        )

    def __repr__(self) -> str:
        return (
            f"{plural(self.reports, 'report')}, {_origins(self.at_least, self.at_most)}: multiply "
            f"{_times(self.at_least, self.at_most)}{self._not_more()}. "
            f"Your ratio is {self.ratio}.\n"
            "The claim is open, so no prior goes in and no probability comes out."
        )

    def _not_more(self) -> str:
        return (
            f", not {_times(self.reports, self.reports)}"
            if self.reports > max(self.at_most, 1)
            else ""
        )


def update(
    prior: object, ratio: object, origins: object, reports: int | None = None
) -> Update | Factor:
    """How far reports may move a belief, each copy counted and each origin counted once.

    The result is no better than the prior and the ratio, which are yours, and it takes
    origins to be independent of each other. On an open claim it gives only the factor.

    Parameters
    ----------
    prior : float, str or (low, high)
        Chance that the claim is true before these reports: 0.03, ``"3 %"``, ``"3 in 100"``.
        On an open claim it is not used; leave it as ``...``.
    ratio : float, str or (low, high)
        Likelihood ratio of one origin: how many times as likely it is to say so if the claim
        is true as if it is not. Above 1 speaks for the claim, below 1 against it.
    origins : Claim, Corroboration, int or (fewest, most)
        Where the reports come from. A claim is traced with ``mk.corroborate``.
    reports : int, optional
        How many reports there are, copies and all; only where ``origins`` is a number.

    Returns
    -------
    Update or Factor
        A Factor, without a probability, when the claim is open. A range of origins, a range of
        priors or a range of ratios gives a range.

    Raises
    ------
    ValueError
        When a number cannot be read, or there are more origins than reports.
    TypeError
        When ``origins`` is none of those listed.

    Examples
    --------
    >>> update("1 %", 3, origins=1, reports=6)
    6 reports, one origin; each origin multiplies the odds by 3.
    before:                    10 in 1,000 (1 %)
    each copy counted (naive): 880 in 1,000 (88 %)
    each origin counted once:  29 in 1,000 (2.94 %)

    References
    ----------
    Odds form of Bayes' rule: Good, I. J. (1950), Probability and the Weighing of Evidence.
    Yousif, S. R., Aboody, R. & Keil, F. C. (2019), Psychological Science 30(8): readers trust
    copies of one source as much as separate sources.
    """
    given = _counted(origins, reports)
    times = read_range(ratio, "ratio", read_ratio)
    if given.open_claim:
        return Factor(
            given.open_claim, times, given.at_least, given.at_most, given.reports, given.rests_on
        )
    start = read_range(prior, "prior", read_probability)
    return Update(
        start,
        times,
        given.at_least,
        given.at_most,
        given.reports,
        naive=_moved(start, times, Range(given.reports, given.reports)),
        collapsed=_moved(start, times, Range(given.at_least, given.at_most)),
        rests_on=given.rests_on,
    )


@dataclass(frozen=True)
class _Given:
    """Counts of origins and reports, with where they come from."""

    at_least: int
    at_most: int
    reports: int
    rests_on: str
    open_claim: str = ""


def _counted(origins: object, reports: int | None) -> _Given:
    if isinstance(origins, Claim):
        origins = corroborate(origins)
    if isinstance(origins, Corroboration):
        if reports is not None:
            raise TypeError("reports: leave it out; the claim brings its own reports")
        return _from_corroboration(origins)
    least, most = _ends(origins)
    many = most if reports is None else read_count(reports, "reports")
    if many < most:
        raise ValueError(
            f"reports: {plural(many, 'report')} cannot have {plural(most, 'origin')}; "
            "give at least as many reports as origins"
        )
    return _Given(least, most, many, "It rests on the counts you gave.")


def _from_corroboration(found: Corroboration) -> _Given:
    open_claim = found.claim.id if found.claim.open else ""
    return _Given(found.at_least, found.at_most, len(found.reports), found.why(), open_claim)


def _ends(origins: object) -> tuple[int, int]:
    ends = origins if isinstance(origins, (tuple, list)) else (origins, origins)
    if len(ends) != 2 or any(isinstance(n, bool) or not isinstance(n, int) for n in ends):
        raise TypeError(f"origins: {origins!r} is not a count; give {ORIGINS}")
    if not 0 <= ends[0] <= ends[1]:
        raise ValueError(
            f"origins: {origins!r} cannot be; write the fewest first, and none below 0"
        )
    return ends[0], ends[1]


def _moved(prior: Range, ratio: Range, times: Range) -> Range:
    """The belief after the ratio has been used so many times.

    The result rises or falls steadily with each input while the others stay, so its ends lie
    at the ends of the inputs.
    """
    ends = [_posterior(p, r, n) for p in prior for r in ratio for n in times]
    return Range(min(ends), max(ends))


def _posterior(prior: float, ratio: float, times: float) -> float:
    # On the scale of log odds a million copies neither overflow nor lose the small chances.
    if prior in (0, 1) or ratio == 1 or times == 0:
        return prior
    log_odds = math.log(prior) - math.log1p(-prior) + times * math.log(ratio)
    if log_odds >= 0:
        return 1 / (1 + math.exp(-log_odds))
    odds = math.exp(log_odds)
    return odds / (1 + odds)


# --- hearsay ---------------------------------------------------------------------------


@dataclass(frozen=True, repr=False)
class Hearsay:
    """What is left of a ratio after so many retellings. ``steps`` starts with the ratio."""

    ratio: Range
    fidelity: tuple[Range, ...]
    steps: tuple[Range, ...]

    @property
    def hops(self) -> int:
        """How often the account was passed on."""
        return len(self.fidelity)

    @property
    def left(self) -> Range:
        """The ratio at the end of the chain; 1 says nothing either way."""
        return self.steps[-1]

    def why(self) -> str:
        """The model, and where it comes from."""
        return (
            "Model: a faithful retelling passes the account on. One that is not faithful tells it "
            "whether or not it is so, and no more often than a mistaken first teller would. That "
            "is kind to the chain, so the result is the most it can carry. The model is our own, "
            "a simple case of cascaded inference (Tillers and Schum 1992, Schum 1994)."
        )

    def plot(self) -> Figure:
        """The ratio after each retelling as a picture, with its words and its table."""
        from mediakit.figures import hearsay_figure

        return hearsay_figure(self)

    def __repr__(self) -> str:
        end = " It says nothing either way." if self.left == Range(1, 1) else ""
        return (
            f"A ratio of {self.ratio} at first hand carries at most {self.left} "
            f"after {plural(self.hops, 'retelling')}.{end}"
        )


def hearsay(ratio: object, hops: int, fidelity: object) -> Hearsay:
    """What is left of a ratio when the account comes through other people.

    The model is simple and kind to the chain: take the result as an upper limit. It knows
    nothing of the people, only how often a retelling holds.

    Parameters
    ----------
    ratio : float, str or (low, high)
        Likelihood ratio at first hand, above 0.
    hops : int
        How often the account was passed on, 0 or more.
    fidelity : float, str, (low, high) or list
        Chance that one retelling passes on what was told: 0 to 1. A list gives each
        retelling its own.

    Returns
    -------
    Hearsay
        ``.left`` goes to 1 as hops are added, and is exactly 1 once a retelling has
        fidelity 0. ``.steps`` holds the ratio after each retelling.

    Raises
    ------
    ValueError
        When a number cannot be read, or the list has another length than ``hops``.

    Notes
    -----
    With F the product of the fidelities: 1 + F (ratio - 1) for a ratio of 1 or more, and
    1 / (1 + F (1/ratio - 1)) below, so that evidence for and against fades alike.

    Examples
    --------
    >>> hearsay(9, hops=2, fidelity=0.5)
    A ratio of 9 at first hand carries at most 3 after 2 retellings.

    References
    ----------
    Tillers, P. & Schum, D. (1992), Hearsay Logic, Minnesota Law Review 76.
    Schum, D. A. (1994), The Evidential Foundations of Probabilistic Reasoning.
    """
    start = read_range(ratio, "ratio", read_ratio)
    many = read_count(hops, "hops")
    each = fidelity if isinstance(fidelity, list) else [fidelity] * many
    if len(each) != many:
        raise ValueError(
            f"fidelity: the list has {len(each)} and there are {plural(many, 'hop')}; "
            "give one number for each hop, or one number for all"
        )
    kept = tuple(read_range(f, "fidelity", read_probability) for f in each)
    steps = [start]
    for i in range(many):
        low = math.prod(f.low for f in kept[: i + 1])
        high = math.prod(f.high for f in kept[: i + 1])
        ends = [_faded(r, f) for r in start for f in (low, high)]
        steps.append(Range(min(ends), max(ends)))
    return Hearsay(start, kept, tuple(steps))


def _faded(ratio: float, kept: float) -> float:
    return 1 + kept * (ratio - 1) if ratio >= 1 else 1 / (1 + kept * (1 / ratio - 1))


# --- what would change this ------------------------------------------------------------


@dataclass(frozen=True)
class Sway:
    """One input moved alone: how, and between which chances the result then lies."""

    name: str
    how: str
    result: Range

    @property
    def width(self) -> float:
        """How far the result moves, from 0 to 1."""
        return self.result.high - self.result.low


@dataclass(frozen=True, repr=False)
class Movers:
    """The inputs of an update, the one that moves the result most first.

    Empty for an open claim, which has no result to move.
    """

    sways: tuple[Sway, ...]

    def why(self) -> str:
        """How each input was moved."""
        return (
            "One input at a time: a range from end to end, a single number by a step we chose "
            "(odds and ratio halved and doubled, one origin more), while the others stay in the "
            "middle. Two inputs that are wrong together can move the result further."
        )

    def __repr__(self) -> str:
        if not self.sways:
            return (
                "The claim is open, so there is no result to move. What would change how far it "
                "may move you: another origin that did not have it from the first, or a ground "
                "that an outsider can check."
            )
        if not self.sways[0].width:
            return "None of the inputs moves the result by itself."
        lines = (f"- {s.name} ({s.how}): {percent(s.result)}" for s in self.sways)
        return "\n".join([f"What would change this most: {self.sways[0].name}.", *lines])


def what_would_change(finding: Update | Factor) -> Movers:
    """Which single input moves the result of an update most.

    It moves one input at a time, so it does not see inputs that are wrong together.

    Parameters
    ----------
    finding : Update or Factor
        What :func:`update` gave.

    Returns
    -------
    Movers
        The inputs in order, with the range of each; in words only for an open claim.

    Raises
    ------
    TypeError
        When it is given something else.

    Examples
    --------
    >>> what_would_change(update((0.01, 0.05), 3, origins=1, reports=6))
    What would change this most: the number of origins.
    - the number of origins (one more): 8.49 % to 21.8 %
    - the ratio (halved and doubled): 4.43 % to 15.7 %
    - the prior (from 1 % to 5 %): 2.94 % to 13.6 %
    """
    if isinstance(finding, Factor):
        return Movers(())
    if not isinstance(finding, Update):
        raise TypeError(f"what_would_change needs what mk.update(...) gave, not {finding!r}")
    prior, ratio = finding.prior, finding.ratio
    origins = Range(finding.at_least, finding.at_most)
    middle = {
        "prior": sum(prior) / 2,
        "ratio": math.sqrt(ratio.low * ratio.high),
        "times": sum(origins) / 2,
    }
    steps = (
        ("the prior", "prior", prior, _odds_step(prior.low), "odds halved and doubled"),
        ("the ratio", "ratio", ratio, Range(ratio.low / 2, ratio.low * 2), "halved and doubled"),
        ("the number of origins", "times", origins, _one_more(origins), "one more"),
    )
    sways = [
        Sway(name, _how(key, given, how), _swept(key, step if given.point else given, middle))
        for name, key, given, step, how in steps
    ]
    return Movers(tuple(sorted(sways, key=lambda s: -s.width)))


def _how(key: str, given: Range, step: str) -> str:
    if given.point:
        return step
    return f"from {percent(given) if key == 'prior' else given}"


def _swept(key: str, ends: Range, middle: Mapping[str, float]) -> Range:
    results = [_posterior(**{**middle, key: end}) for end in ends]
    return Range(min(results), max(results))


def _one_more(origins: Range) -> Range:
    return Range(origins.low, origins.low + 1)


def _odds_step(prior: float) -> Range:
    return Range(_posterior(prior, 0.5, 1), _posterior(prior, 2, 1))


# --- words -----------------------------------------------------------------------------

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
TIMES = ("not at all", "once", "twice")


def _times(least: int, most: int) -> str:
    if least == most:
        return TIMES[least] if least < len(TIMES) else f"{_word(least)} times"
    upper = f"{_times(most, most)} at most"
    return f"{_times(least, least)} at least and {upper}" if least else upper


def _origins(least: int, most: int) -> str:
    noun = "origin" if most == 1 else "origins"
    if least == most:
        return f"{_word(most)} {noun}"
    return f"{_word(least)} to {_word(most)} {noun}" if least else f"{_word(most)} {noun} at most"


def _word(count: int) -> str:
    return WORDS[count] if count < len(WORDS) else f"{count:,}"
