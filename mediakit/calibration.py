"""Discernment and calibration: both errors, side by side, and how well confidence fits.

Accepting what is false and rejecting what is true are two errors. Nothing here shows one
without the other: rejecting everything catches every false item and discerns nothing.
Only items whose answer is known count; the rest are left out and counted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from statistics import NormalDist
from typing import TYPE_CHECKING

from mediakit.chances import percent, plural, read_count, read_probability

if TYPE_CHECKING:
    from mediakit.figures import Figure

__all__ = [
    "Brier",
    "CalibrationCurve",
    "CurvePoint",
    "Discernment",
    "Judgement",
    "Verdict",
    "auc",
    "brier",
    "calibration_curve",
    "discernment",
    "discernment_of_counts",
    "quadratic_cost",
]

ENOUGH_FOR_A_CURVE = 20
ENOUGH_FOR_A_LEANING = 10
LEANING = 0.2  # ours: below it, a bias is too small to be worth a sentence


class Verdict(StrEnum):
    """What a reader may say of an item."""

    ACCEPT = "accept"
    REJECT = "reject"
    NOT_ESTABLISHED = "not established"


YES = {"true", "yes", "accept"}
NO = {"false", "no", "reject"}
UNRESOLVED = {"", "open", "unresolved", "unknown", "not established"}


@dataclass(frozen=True)
class Judgement:
    """What one reader said of one item, how sure, and what is known of the item.

    Parameters
    ----------
    item : str
        The id of the item.
    said : str
        ``"accept"``, ``"reject"`` or ``"not established"``; ``...`` for no answer.
    confidence : float or str, optional
        Chance that this verdict is right, 0 to 1 or ``"80 %"``. "not established" stands for
        one half whatever is given here.
    truth : bool, str or None
        True or False where the answer is known; None where nobody has settled it. Such an
        item is never scored.

    Raises
    ------
    ValueError
        When one of them cannot be read; the message names the item and what fits.

    Examples
    --------
    >>> Judgement("ferry-3", "reject", "80 %", truth=True).chance
    0.2
    """

    item: str
    said: object
    confidence: object = None
    truth: object = None

    def __post_init__(self) -> None:
        # Read everything once, so that a mistake is told where the answer is written down.
        _ = self.verdict, self.chance, self.true

    @property
    def verdict(self) -> Verdict | None:
        """The verdict, None where nothing was answered."""
        if self.said is ... or self.said is None:
            return None
        text = str(self.said).strip().lower().replace("_", " ")
        if text not in list(Verdict):
            raise ValueError(
                f"item {self.item!r}: {self.said!r} is not a verdict; "
                "write 'accept', 'reject' or 'not established'"
            )
        return Verdict(text)

    @property
    def chance(self) -> float | None:
        """The chance given to the item being true; None without a verdict or a confidence."""
        if self.verdict is Verdict.NOT_ESTABLISHED:
            return 0.5
        if self.verdict is None or self.confidence is None or self.confidence is ...:
            return None
        sure = read_probability(self.confidence, f"item {self.item!r}: confidence")
        # Through tenths of a billionth, so that "reject, 80 %" and "accept, 20 %" are equal.
        return sure if self.verdict is Verdict.ACCEPT else round(1 - sure, 10)

    @property
    def true(self) -> bool | None:
        """Whether the item is true; None where it is not settled."""
        if isinstance(self.truth, bool) or self.truth is None:
            return self.truth
        text = str(self.truth).strip().lower().replace("_", " ")
        if text not in YES | NO | UNRESOLVED:
            raise ValueError(
                f"item {self.item!r}: truth {self.truth!r} cannot be read; "
                "write True, False, or None where it is not settled"
            )
        return None if text in UNRESOLVED else text in YES


# --- discernment -----------------------------------------------------------------------


@dataclass(frozen=True, repr=False)
class Discernment:
    """Both errors of a reader: false items caught, true items wrongly rejected.

    ``d_prime`` is 0 for guessing, higher is better; ``bias`` below 0 rejects too readily and
    above 0 accepts too readily; ``auc`` is 0.5 for guessing and 1 at best. They are None,
    "cannot be judged", until a true and a false item have been judged.
    """

    hits: int
    false_items: int
    false_alarms: int
    true_items: int
    d_prime: float | None
    bias: float | None
    auc: float | None
    not_established: tuple[int, int] = (0, 0)  # of false items, of true items
    unresolved: int = 0
    unanswered: int = 0
    missed: tuple[str, ...] = ()
    wrongly_rejected: tuple[str, ...] = ()

    @property
    def leaning(self) -> str:
        """Which way the reader leans, in a sentence."""
        if self.bias is None or self.false_items + self.true_items < ENOUGH_FOR_A_LEANING:
            return "Too few answers to say which way you lean."
        if abs(self.bias) < LEANING:
            return "You lean neither way."
        return (
            "You reject too readily: practise accepting what is well supported."
            if self.bias < 0
            else "You accept too readily: practise checking before you accept."
        )

    def why(self) -> str:
        """The items behind both errors, and the measures behind the words."""
        return "\n".join(
            [
                f"False items accepted: {_listed(self.missed)}.",
                f"True items rejected: {_listed(self.wrongly_rejected)}.",
                self._measures(),
            ]
        )

    def _measures(self) -> str:
        if self.d_prime is None or self.bias is None:
            return "d′, c and AUC cannot be judged: they need a true item and a false one, judged."
        area = "not computed from counts alone" if self.auc is None else f"{self.auc:.3f}"
        return (
            f"d′ {self.d_prime:.3f} (0 is guessing, higher is better), c {self.bias:.3f} "
            f"(below 0 rejects too readily), AUC {area}. Counts were corrected in proportion to "
            "the number of true and false items, so accepting or rejecting everything gives 0."
        )

    def plot(self) -> Figure:
        """Both errors as counts in a picture, with its words and its table."""
        from mediakit.figures import error_figure

        return error_figure(self)

    def __repr__(self) -> str:
        lines = [
            f"Caught {self.hits} of {plural(self.false_items, 'false item')}, "
            f"wrongly rejected {self.false_alarms} of {plural(self.true_items, 'true item')}.",
            self.leaning,
        ]
        false, true = self.not_established
        if false or true:
            lines.append(
                f"Counted apart: {plural(false + true, 'answer')} 'not established' "
                f"({false} on false items, {true} on true ones)."
            )
        if left := _left_out(unresolved=self.unresolved, unanswered=self.unanswered):
            lines.append(left)
        return "\n".join(lines)


def discernment(judgements: Iterable[Judgement]) -> Discernment:
    """How well a reader tells false items from true ones, both errors together.

    A hit is a false item rejected; a false alarm is a true item rejected. Few answers give a
    rough figure. "Not established" is counted apart and moves neither rate, so read the
    result together with how often it was said.

    Parameters
    ----------
    judgements : list of Judgement
        Items whose truth is None are left out and counted.

    Returns
    -------
    Discernment
        In words first; ``.d_prime``, ``.bias`` (c) and ``.auc`` are None, "cannot be judged",
        without a true and a false item that were accepted or rejected.

    Raises
    ------
    TypeError
        When the list holds something other than a Judgement.

    Examples
    --------
    >>> said = [Judgement(f"f{i}", "reject" if i < 7 else "accept", truth=False) for i in range(10)]
    >>> said += [Judgement(f"t{i}", "reject" if i < 3 else "accept", truth=True) for i in range(10)]
    >>> discernment(said)
    Caught 7 of 10 false items, wrongly rejected 3 of 10 true items.
    You lean neither way.

    References
    ----------
    Green, D. M. & Swets, J. A. (1966), Signal Detection Theory and Psychophysics.
    Hautus, M. J. (1995), Behavior Research Methods 27(1), on corrections for rates of 0 and 1.
    Here half an answer is not added to each group alike, as there, but in proportion to its size.
    """
    every = _checked(judgements)
    settled = [j for j in every if j.true is not None and j.verdict is not None]
    apart = [j for j in settled if j.verdict is Verdict.NOT_ESTABLISHED]
    judged = [j for j in settled if j.verdict is not Verdict.NOT_ESTABLISHED]
    false = [j for j in judged if not j.true]
    true = [j for j in judged if j.true]
    missed = tuple(j.item for j in false if j.verdict is Verdict.ACCEPT)
    rejected = tuple(j.item for j in true if j.verdict is Verdict.REJECT)
    hits = len(false) - len(missed)
    d_prime, bias = _d_prime_and_bias(hits, len(false), len(rejected), len(true))
    return Discernment(
        hits,
        len(false),
        len(rejected),
        len(true),
        d_prime,
        bias,
        auc(judged),
        (sum(not j.true for j in apart), sum(bool(j.true) for j in apart)),
        sum(j.true is None for j in every),
        sum(j.true is not None and j.verdict is None for j in every),
        missed,
        rejected,
    )


def discernment_of_counts(
    hits: int, false_items: int, false_alarms: int, true_items: int
) -> Discernment:
    """Discernment from four counts, for a class or a table in print.

    The counts do not say which items they were, so there is no AUC and no list of items.

    Parameters
    ----------
    hits, false_items : int
        False items rejected, out of how many.
    false_alarms, true_items : int
        True items rejected, out of how many.

    Returns
    -------
    Discernment
        With ``.d_prime`` and ``.bias`` None, "cannot be judged", where one of the two groups
        is empty.

    Raises
    ------
    ValueError
        When a count is not a whole number, or larger than its group.

    Examples
    --------
    >>> found = discernment_of_counts(hits=9, false_items=10, false_alarms=5, true_items=10)
    >>> found
    Caught 9 of 10 false items, wrongly rejected 5 of 10 true items.
    You reject too readily: practise accepting what is well supported.
    """
    for name, part, group, whole in (
        ("hits", hits, "false_items", false_items),
        ("false_alarms", false_alarms, "true_items", true_items),
    ):
        if read_count(part, name) > read_count(whole, group):
            raise ValueError(f"{name}: {part} is more than {group}, which is {whole}")
    d_prime, bias = _d_prime_and_bias(hits, false_items, false_alarms, true_items)
    return Discernment(hits, false_items, false_alarms, true_items, d_prime, bias, None)


def _d_prime_and_bias(
    hits: int, n_false: int, false_alarms: int, n_true: int
) -> tuple[float | None, float | None]:
    """d′ and c, with the correction shared out in proportion to the size of each group.

    In exact fractions: then accepting or rejecting everything gives two equal rates, and a d′
    of exactly 0, whatever the mix.
    """
    if not n_false or not n_true:
        return None, None
    share = Fraction(n_false, n_false + n_true)
    z_hit = _z((hits + share) / (n_false + 2 * share))
    z_alarm = _z((false_alarms + 1 - share) / (n_true + 2 * (1 - share)))
    return z_hit - z_alarm, -(z_hit + z_alarm) / 2 + 0.0  # + 0.0: no minus zero


def _z(rate: Fraction) -> float:
    """The normal quantile, exactly antisymmetric about one half."""
    if rate > Fraction(1, 2):
        return -_z(1 - rate)
    return NormalDist().inv_cdf(float(rate)) if rate != Fraction(1, 2) else 0.0


def auc(judgements: Iterable[Judgement]) -> float | None:
    """The chance that a true item was thought likelier than a false one, ties counting half.

    With a confidence on every answer it uses the chances; otherwise the verdicts alone. It
    says how well items were put in order and nothing about whether the chances fit.

    Parameters
    ----------
    judgements : list of Judgement
        Items without an answer or a known truth are left out.

    Returns
    -------
    float or None
        0.5 for guessing, 1 at best, 0 at worst; None without a true and a false item.

    Raises
    ------
    TypeError
        When the list holds something other than a Judgement.

    Examples
    --------
    >>> auc([Judgement("a", "accept", 0.9, True), Judgement("b", "accept", 0.9, False)])
    0.5

    References
    ----------
    Hanley, J. A. & McNeil, B. J. (1982), Radiology 143(1).
    """
    used = [j for j in _checked(judgements) if j.true is not None and j.verdict is not None]
    graded = all(j.chance is not None for j in used)
    scores = [(_score(j, graded), bool(j.true)) for j in used]
    true = [s for s, is_true in scores if is_true]
    false = [s for s, is_true in scores if not is_true]
    if not true or not false:
        return None
    won = sum((t > f) - (t < f) for t in true for f in false)
    return (won / (len(true) * len(false)) + 1) / 2


def _score(judgement: Judgement, graded: bool) -> float:
    if graded and judgement.chance is not None:
        return judgement.chance
    return {Verdict.ACCEPT: 1.0, Verdict.REJECT: 0.0}.get(judgement.verdict or Verdict.REJECT, 0.5)


# --- confidence ------------------------------------------------------------------------


def quadratic_cost(judgement: Judgement) -> float | None:
    """What one answer costs under a proper rule: the squared distance from the truth.

    Saying what one really thinks costs least on average, and so does "not established" when
    one has no idea either way. It costs 0.25 whatever the truth.

    Parameters
    ----------
    judgement : Judgement
        One answer with its confidence.

    Returns
    -------
    float or None
        0 at best, 1 at worst; None for an unsettled item, or an answer without a confidence.

    Examples
    --------
    >>> quadratic_cost(Judgement("ferry-3", "accept", 0.9, truth=False))
    0.81
    >>> quadratic_cost(Judgement("ferry-3", "not established", truth=False))
    0.25

    References
    ----------
    Brier, G. W. (1950), Monthly Weather Review 78(1).
    Gneiting, T. & Raftery, A. E. (2007), Journal of the American Statistical Association 102.
    """
    chance, true = judgement.chance, judgement.true
    return None if chance is None or true is None else round((chance - true) ** 2, 12)


@dataclass(frozen=True, repr=False)
class Brier:
    """The mean squared distance between chances given and what was so: 0 best, 1 worst.

    ``score`` = ``reliability`` - ``resolution`` + ``uncertainty`` + ``within``. ``within`` is 0
    where answers were grouped by the chance given; it is what bins leave inside them. All five
    are None, "cannot be judged", without a scored answer.
    """

    answers: int
    score: float | None
    reliability: float | None
    resolution: float | None
    uncertainty: float | None
    within: float | None
    bins: int | None
    not_established: int
    unresolved: int
    without_confidence: int

    def why(self) -> str:
        """The parts of the score, and how answers were grouped."""
        if self.score is None:
            return "It needs an answer with a confidence on an item that is settled."
        grouped = "the chance given" if self.bins is None else f"{self.bins} bins of equal width"
        return (
            f"Reliability {self.reliability:.4f} (0 is best), resolution {self.resolution:.4f} "
            f"(higher is better), uncertainty {self.uncertainty:.4f} (the items, not you), within "
            f"bins {self.within:.4f}. Grouped by {grouped}: score = reliability - resolution + "
            "uncertainty + within."
        )

    def __repr__(self) -> str:
        left = _left_out(self.unresolved, 0, self.without_confidence)
        if self.score is None:
            return f"No answer can be scored yet. {left}".strip()
        apart = f" ({self.not_established} of them 'not established')"
        return (
            f"Brier score {self.score:.3f} over {plural(self.answers, 'answer')}"
            f"{apart if self.not_established else ''}: 0 is best, 0.25 is what saying "
            f"'not established' every time gives. {left}"
        ).strip()


def brier(judgements: Iterable[Judgement], bins: int | None = None) -> Brier:
    """The Brier score with Murphy's three parts.

    Compare it only between readers of the same items: it depends on how many are true.

    Parameters
    ----------
    judgements : list of Judgement
        Unsettled items, and answers without a confidence, are left out and counted.
    bins : int, optional
        Number of bins of equal width, 1 or more. Left out: answers are grouped by the chance
        itself and the three parts alone sum to the score.

    Returns
    -------
    Brier
        0 best, 1 worst; None, "cannot be judged", without a scored answer.

    Raises
    ------
    ValueError
        When ``bins`` is no whole number of 1 or more.
    TypeError
        When the list holds something other than a Judgement.

    Examples
    --------
    >>> said = [Judgement("a", "accept", 0.9, True), Judgement("b", "not established", truth=True)]
    >>> brier(said)
    Brier score 0.130 over 2 answers (1 of them 'not established'): 0 is best, 0.25 is what
    saying 'not established' every time gives.

    References
    ----------
    Murphy, A. H. (1973), Journal of Applied Meteorology 12(4).
    Stephenson, D. B., Coelho, C. A. S. & Jolliffe, I. T. (2008), Weather and Forecasting 23(4),
    on the terms within bins.
    """
    if bins is not None:
        read_count(bins, "bins", least=1)
    every = _checked(judgements)
    pairs = _pairs(every)
    none = (None, None, None, None, None)
    score, reliability, resolution, uncertainty, within = (
        _murphy(pairs, _grouped(pairs, bins)) if pairs else none
    )
    return Brier(
        len(pairs),
        score,
        reliability,
        resolution,
        uncertainty,
        within,
        bins,
        sum(j.verdict is Verdict.NOT_ESTABLISHED and j.true is not None for j in every),
        sum(j.true is None for j in every),
        sum(j.true is not None and j.chance is None for j in every),
    )


Pair = tuple[float, int]


def _pairs(judgements: Sequence[Judgement]) -> list[Pair]:
    """Chance given and outcome, for every answer that can be scored."""
    return [
        (j.chance, int(j.true)) for j in judgements if j.chance is not None and j.true is not None
    ]


def _grouped(pairs: Sequence[Pair], bins: int | None) -> list[list[Pair]]:
    key: Callable[[float], float] = (
        (lambda chance: chance)
        if bins is None
        else (lambda chance: min(int(chance * bins + 1e-9), bins - 1))
    )
    groups: dict[float, list[Pair]] = {}
    for pair in sorted(pairs):
        groups.setdefault(key(pair[0]), []).append(pair)
    return list(groups.values())


def _murphy(
    pairs: Sequence[Pair], groups: Sequence[Sequence[Pair]]
) -> tuple[float, float, float, float, float]:
    """Score, reliability, resolution, uncertainty, and what lies within the groups."""
    n = len(pairs)
    base = sum(o for _, o in pairs) / n
    reliability = resolution = within = 0.0
    for group in groups:
        chance, share = _means(group)
        reliability += len(group) * (chance - share) ** 2
        resolution += len(group) * (share - base) ** 2
        within += math.fsum((f - chance) ** 2 - 2 * (o - share) * (f - chance) for f, o in group)
    score = math.fsum((f - o) ** 2 for f, o in pairs) / n
    return score, reliability / n, resolution / n, base * (1 - base), within / n


def _means(group: Sequence[Pair]) -> tuple[float, float]:
    """The mean chance given and the share that was true."""
    same = group[0][0] == group[-1][0]  # groups are sorted; the mean of equals is exact
    chance = group[0][0] if same else math.fsum(f for f, _ in group) / len(group)
    return chance, sum(o for _, o in group) / len(group)


@dataclass(frozen=True)
class CurvePoint:
    """One group of answers: the mean chance given, the share that was true, how many."""

    given: float
    true: float
    answers: int


@dataclass(frozen=True, repr=False)
class CalibrationCurve:
    """Chances given against what was so. ``points`` is empty under 20 scored answers."""

    points: tuple[CurvePoint, ...]
    answers: int
    unresolved: int
    without_confidence: int

    @property
    def table(self) -> tuple[tuple[str, str, int], ...]:
        """Rows of chance given, share that was true, answers."""
        return tuple((percent(p.given), percent(p.true), p.answers) for p in self.points)

    def why(self) -> str:
        """What a point is."""
        return (
            "A point is a group of answers with like chances: the mean chance given that the item "
            "is true, and the share that was. On the diagonal the two agree; with few answers in "
            "a group chance alone moves a point far off it."
        )

    def plot(self) -> Figure | str:
        """The curve as a picture; under 20 answers the message, as text."""
        from mediakit.figures import calibration_figure

        return calibration_figure(self)

    def __repr__(self) -> str:
        left = _left_out(self.unresolved, 0, self.without_confidence)
        if not self.points:
            return (
                f"No curve yet: {plural(self.answers, 'scored answer')}, and a curve needs "
                f"{ENOUGH_FOR_A_CURVE}. {left}"
            ).strip()
        lines = [
            f"Where you gave {percent(p.given)}, {round(p.true * p.answers)} of "
            f"{plural(p.answers, 'item')} {'was' if p.answers == 1 else 'were'} true."
            for p in self.points
        ]
        return "\n".join([*lines, left] if left else lines)


def calibration_curve(judgements: Iterable[Judgement], bins: int = 5) -> CalibrationCurve:
    """How chances given compare with what was so; a message under 20 scored answers.

    Even 20 answers draw a rough curve: read it as a hint.

    Parameters
    ----------
    judgements : list of Judgement
        Unsettled items, and answers without a confidence, are left out and counted.
    bins : int
        Number of groups of equal width between 0 and 1, 1 or more.

    Returns
    -------
    CalibrationCurve
        ``.points`` and ``.table``, both empty, with a message, under 20 scored answers.

    Raises
    ------
    ValueError
        When ``bins`` is no whole number of 1 or more.
    TypeError
        When the list holds something other than a Judgement.

    Examples
    --------
    >>> calibration_curve([Judgement("a", "accept", 0.9, True)])
    No curve yet: 1 scored answer, and a curve needs 20.
    """
    read_count(bins, "bins", least=1)
    every = _checked(judgements)
    pairs = _pairs(every)
    groups = _grouped(pairs, bins) if len(pairs) >= ENOUGH_FOR_A_CURVE else []
    return CalibrationCurve(
        tuple(CurvePoint(*_means(group), len(group)) for group in groups),
        len(pairs),
        sum(j.true is None for j in every),
        sum(j.true is not None and j.chance is None for j in every),
    )


# --- shared ----------------------------------------------------------------------------


def _checked(judgements: Iterable[Judgement]) -> list[Judgement]:
    if isinstance(judgements, (str, Mapping)) or not isinstance(judgements, Iterable):
        raise TypeError(f"{judgements!r} is not a list of judgements; {HOW}")
    every = list(judgements)
    for judgement in every:
        if not isinstance(judgement, Judgement):
            raise TypeError(f"{judgement!r} is not a judgement; {HOW}")
    return every


HOW = "write Judgement(item, 'accept', confidence=0.8, truth=True) for each answer"


def _left_out(unresolved: int = 0, unanswered: int = 0, without_confidence: int = 0) -> str:
    parts = [
        f"{count:,} {words}"
        for count, words in (
            (unresolved, "not settled"),
            (unanswered, "not answered"),
            (without_confidence, "without a confidence"),
        )
        if count
    ]
    return f"Left out: {', '.join(parts)}." if parts else ""


def _listed(items: Sequence[str]) -> str:
    return ", ".join(items) or "none listed"
