"""How often estimates from synthetic cases hold the truth that the program had drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from mediakit.calibration import Brier, Judgement, brier
from mediakit.chances import percent
from mediakit.corroboration import corroborate
from mediakit.records import Claim, Source
from mediakit.synthetic.build import build_case
from mediakit.synthetic.draw import Plan, draw_plan
from mediakit.synthetic.estimate import answer_chances, rate_range

__all__ = ["Coverage", "coverage"]


@dataclass(frozen=True, repr=False)
class Coverage:
    """How often estimates from synthetic cases held what the program had drawn."""

    cases: int
    share: float
    rates_held: int  # cases whose first source with a record has its true rate in the range
    every_rate: tuple[int, int]  # held, of: every source with a record
    origins: tuple[int, int]  # held, of: every answer told to the main question
    leaders_right: tuple[int, float]  # cases whose leading answer is true; the mean chance given
    by_origins: Brier
    by_reports: Brier

    @property
    def covered(self) -> float:
        """The share of cases whose range for a source's rate holds the true rate."""
        return self.rates_held / self.cases

    def __repr__(self) -> str:
        held, ranges = self.every_rate
        inside, answers = self.origins
        right, mean = self.leaders_right
        return "\n".join(
            [
                f"{self.cases} synthetic cases, each before its truth came out:",
                f"  {percent(self.share)} range of how often a source is right: held the true rate "
                f"in {self.rates_held} of {self.cases} cases ({percent(self.covered)}); "
                f"over all sources in {held} of {ranges} ({percent(held / ranges)})",
                f"  range of independent origins: held the true number for {inside} of {answers} "
                f"answers ({percent(inside / answers)})",
                f"  the leading answer was true in {right} of {self.cases} cases "
                f"({percent(right / self.cases)}); the chance given to it was {percent(mean)}",
                f"  Brier score {self.by_origins.score:.3f} counting origins, "
                f"{self.by_reports.score:.3f} counting every report (0 is best)",
            ]
        )

    def why(self) -> str:
        """What the figures mean."""
        return (
            "The estimates do not know how the program drew its rates. That their ranges hold the "
            "truth about as often as they say shows that the counting and the arithmetic are "
            "sound where past reports are a fair sample and errors are independent. It does not "
            "show that real sources are like that. The range of origins misses where a text says "
            "falsely that somebody looked, and where one outlet told an account anew twice. "
            "Draws that cannot be solved by counting are thrown away before, which flatters the "
            "leading answer."
        )


def coverage(seeds: Iterable[int], share: float = 0.8) -> Coverage:
    """Compare estimates with the drawn truth over synthetic cases.

    Parameters
    ----------
    seeds : list of int
        The cases to look at, at least one.
    share : float
        How much of the chance each range of rates should hold.

    Raises
    ------
    ValueError
        When there is no seed.
    """
    looks = [_look(draw_plan(seed), share) for seed in seeds]
    if not looks:
        raise ValueError("there are no seeds; give at least one, like range(500)")
    led = [look.led for look in looks]
    return Coverage(
        len(looks),
        share,
        sum(look.rates[0] for look in looks),
        _tally(held for look in looks for held in look.rates),
        _tally(held for look in looks for held in look.origins),
        (sum(true for true, _ in led), math.fsum(chance for _, chance in led) / len(led)),
        brier([j for look in looks for j in look.by_origins], bins=10),
        brier([j for look in looks for j in look.by_reports], bins=10),
    )


@dataclass(frozen=True)
class _Look:
    rates: list[bool]
    origins: list[bool]
    led: tuple[bool, float]
    by_origins: list[Judgement]
    by_reports: list[Judgement]


def _tally(held: Iterable[bool]) -> tuple[int, int]:
    every = list(held)
    return sum(every), len(every)


def _look(plan: Plan, share: float) -> _Look:
    """One case on the eve of its truth, held against the plan."""
    whole = build_case(plan)
    case = whole.as_of(whole.replay[-2].on)
    chances = answer_chances(case)
    answers = plan.topic.questions[0].answers
    true = answers[plan.truth[0]].id
    return _Look(
        [held for s in case.sources.values() if (held := _rate_held(plan, s, share)) is not None],
        [_origins_held(plan, c) for c in case.claims.values() if c.question == "main"],
        (chances.leader == true, chances.collapsed[chances.leader]),
        *(
            [
                Judgement(f"{plan.seed} {one}", "accept", chance, truth=one == true)
                for one, chance in counted.items()
            ]
            for counted in (chances.collapsed, chances.naive)
        ),
    )


def _rate_held(plan: Plan, source: Source, share: float) -> bool | None:
    found = rate_range(source, share)
    if found.low is None or found.high is None:
        return None
    return found.low <= plan.tellers[source.id].rate <= found.high


def _origins_held(plan: Plan, claim: Claim) -> bool:
    ids = [answer.id for answer in plan.topic.questions[0].answers]
    found = corroborate(claim)
    return found.at_least <= len(plan.roots(0, ids.index(claim.id))) <= found.at_most
