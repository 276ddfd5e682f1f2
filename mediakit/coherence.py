"""Coherence: chances of explanations that exclude each other, made to sum to one.

For settled, made-up or fictional questions. What people say of several explanations often
sums to more than one; mending that first, and averaging afterwards, made judgements better
in an experiment with analysts. It mends the sum and cannot tell which explanation is right.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mediakit.chances import percent, plural, read_probability
from mediakit.records import unknown

__all__ = ["Average", "Coherent", "average", "coherent"]

# A sum this near to one is rounding in the last digits of the numbers, no fault in them.
NEAR = 1e-12


@dataclass(frozen=True, repr=False)
class Coherent:
    """Chances before and after they were made to sum to one."""

    before: Mapping[str, float] = field(hash=False)
    values: Mapping[str, float] = field(hash=False)

    @property
    def total(self) -> float:
        """What they summed to before."""
        return math.fsum(self.before.values())

    def why(self) -> str:
        """The rule."""
        return (
            "The nearest chances that sum to one: what is too much or missing is shared out "
            "equally, and an explanation that would fall below 0 stays at 0."
        )

    def __repr__(self) -> str:
        if self.before == self.values:
            return f"They sum to 100 % already: {_listed(self.values)}."
        return (
            f"They summed to {_sum_in_percent(self.total)}. "
            f"Nearest chances that sum to 100 %: {_listed(self.values)}."
        )


def coherent(chances: Mapping[str, object] | Sequence[object]) -> Coherent:
    """The nearest chances that sum to one.

    For explanations that exclude each other and cover every possibility. It mends the sum
    alone and knows nothing about which explanation is right.

    Parameters
    ----------
    chances : dict or list
        Explanation -> chance (0.03, ``"3 %"``, ``"3 in 100"``), or a list of chances, which
        are then called "1", "2", and so on.

    Returns
    -------
    Coherent
        ``.values`` by explanation, each from 0 to 1, sum 1. Chances that sum to one already
        come back as they are.

    Raises
    ------
    ValueError
        When there is no chance in it, or one cannot be read.
    TypeError
        When it is neither a dict nor a list.

    Examples
    --------
    >>> coherent({"fire": 0.6, "collision": 0.5, "neither": 0.2})
    They summed to 130 %. Nearest chances that sum to 100 %: fire 50 %, collision 40 %, \
neither 10 %.

    References
    ----------
    Duchi, J., Shalev-Shwartz, S., Singer, Y. & Chandra, T. (2008), Efficient projections onto
    the l1-ball, ICML. Mandel, D. R., Karvetski, C. W. & Dhami, M. K. (2018), Judgment and
    Decision Making 13(6), on repair and averaging.
    """
    before = _read(chances)
    values = _projected(list(before.values()))
    return Coherent(before, dict(zip(before, values, strict=True)))


@dataclass(frozen=True, repr=False)
class Average:
    """The mean of several people's chances, each made to sum to one first.

    ``errors`` is empty without a known answer; with one it holds the mean squared distance
    from it as given, after repair, and of the average: 0 is best, 2 worst.
    """

    values: Mapping[str, float] = field(hash=False)
    repaired: tuple[Coherent, ...]
    answer: str = ""
    errors: tuple[float, ...] = ()

    def why(self) -> str:
        """The judgements it rests on, and the rule."""
        mended = sum(c.before != c.values for c in self.repaired)
        return (
            f"It rests on {plural(len(self.repaired), 'judgement')}, of which {mended} did not "
            "sum to 100 % and were repaired first. Then the plain mean for each explanation."
        )

    def __repr__(self) -> str:
        text = f"Mean of {plural(len(self.repaired), 'judgement')}: {_listed(self.values)}."
        if not self.errors:
            return text
        given, mended, mean = self.errors
        return (
            f"{text}\nDistance from the known answer, {self.answer} (0 is best, 2 is worst): "
            f"{given:.3f} as given, {mended:.3f} repaired, {mean:.3f} repaired and averaged."
        )


def average(
    judgements: Sequence[Mapping[str, object]] | Sequence[Sequence[object]],
    answer: str | None = None,
) -> Average:
    """The mean of several people's chances, each repaired first with :func:`coherent`.

    An average helps where people err in different directions; it keeps a mistake they share.

    Parameters
    ----------
    judgements : list of dict or list of list
        One for each person, all on the same explanations.
    answer : str, optional
        The explanation that turned out right, for a settled question: adds the errors before
        repair, after it and of the average.

    Returns
    -------
    Average
        ``.values`` by explanation, sum 1, and ``.errors``.

    Raises
    ------
    ValueError
        When there is no judgement, or two name different explanations.
    LookupError
        When the answer is none of the explanations; the message lists them.

    Examples
    --------
    >>> average([{"fire": 0.9, "other": 0.5}, {"fire": 0.4, "other": 0.6}], answer="fire")
    Mean of 2 judgements: fire 55 %, other 45 %.
    Distance from the known answer, fire (0 is best, 2 is worst): 0.490 as given, 0.450 \
repaired, 0.405 repaired and averaged.

    References
    ----------
    Mandel, D. R., Karvetski, C. W. & Dhami, M. K. (2018), Judgment and Decision Making 13(6).
    """
    repaired = tuple(coherent(j) for j in judgements)
    if not repaired:
        raise ValueError("judgements: the list is empty; give at least one dict of chances")
    names = list(repaired[0].values)
    for i, judgement in enumerate(repaired, start=1):
        if set(judgement.values) != set(names):
            raise ValueError(
                f"judgement {i} is on {', '.join(judgement.values)} and the first on "
                f"{', '.join(names)}; give every judgement the same explanations"
            )
    mean = {n: math.fsum(j.values[n] for j in repaired) / len(repaired) for n in names}
    if answer is None:
        return Average(mean, repaired)
    if answer not in names:
        raise LookupError(unknown("explanation", answer, names))
    errors = (
        _mean(_distance(j.before, answer) for j in repaired),
        _mean(_distance(j.values, answer) for j in repaired),
        _distance(mean, answer),
    )
    return Average(mean, repaired, answer, errors)


def _read(chances: object) -> dict[str, float]:
    if isinstance(chances, Mapping):
        named = {str(name): value for name, value in chances.items()}
    elif isinstance(chances, Sequence) and not isinstance(chances, str):
        named = {str(i): value for i, value in enumerate(chances, start=1)}
    else:
        raise TypeError(
            f"{chances!r} is not a set of chances; write a dict such as "
            "{'fire': 0.6, 'other': 0.4}, or a list such as [0.6, 0.4]"
        )
    if not named:
        raise ValueError("there is no chance in it; give one for each explanation")
    return {name: read_probability(value, name) for name, value in named.items()}


def _projected(chances: list[float]) -> list[float]:
    """The Euclidean projection onto the simplex, by sorting (Duchi and others, 2008)."""
    if abs(math.fsum(chances) - 1) <= NEAR:
        return chances
    falling = sorted(chances, reverse=True)
    shift = 0.0
    for count, smallest in enumerate(falling, start=1):
        candidate = (math.fsum(falling[:count]) - 1) / count
        if smallest - candidate > 0:
            shift = candidate
    return [max(c - shift, 0.0) for c in chances]


def _distance(chances: Mapping[str, float], answer: str) -> float:
    return math.fsum((c - (name == answer)) ** 2 for name, c in chances.items())


def _mean(numbers: Iterable[float]) -> float:
    listed = list(numbers)
    return math.fsum(listed) / len(listed)


def _sum_in_percent(total: float) -> str:
    """A sum of chances as percent; it may be above 100."""
    return f"{total * 100:.4g} %"


def _listed(chances: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {percent(chance)}" for name, chance in chances.items())
