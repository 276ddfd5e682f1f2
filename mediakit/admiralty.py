"""Grading in two steps that do not see each other, and a look at whether they were apart.

People who give both grades at once tend to give the same step twice: a good source, so a
likely item. Here all sources are graded first; then those grades are put away while the
items are graded.

References
----------
Baker and others 1968, on reports graded on both scales at once: 87 % of 1,400 reports fell on
the diagonal (read at second hand, through blockint.nl). Kappa: Cohen 1960 (its formula was
not checked against the paper, only by worked values).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from mediakit.records import unknown
from mediakit.scales import Credibility, Grades, Reliability, read_marks, read_range

__all__ = ["AdmiraltyGrade", "GradeReport", "cohen_kappa", "grade_report"]

SCALES: dict[str, type[Any]] = {"reliability": Reliability, "credibility": Credibility}


class AdmiraltyGrade:
    """Grades for a set of cards: first every source, then, with those hidden, every item.

    It keeps the two judgements apart in time. It cannot keep a person from remembering.

    Parameters
    ----------
    items : list of str, or dict
        The ids of the cards, at least one.

    Raises
    ------
    ValueError
        When there is no card.

    Examples
    --------
    >>> cards = AdmiraltyGrade(["card 1", "card 2"])
    >>> cards.grade_source("card 1", "B")
    Step 1 of 2, the sources: 1 of 2 graded. Still to do: card 2
    >>> cards.grade_source("card 2", "F")
    Step 2 of 2, the items: 0 of 2 graded. Still to do: card 1, card 2. The grades of the \
sources are put away.
    >>> cards.grade_information("card 1", 4).grade_information("card 2", 2)
    Both steps done: card 1 B4, card 2 F2
    """

    def __init__(self, items: Iterable[str]) -> None:
        self.items = tuple(dict.fromkeys(items))
        if not self.items:
            raise ValueError("there is no card to grade; give the ids of the cards in a list")
        self._given: dict[str, dict[str, Any]] = {"reliability": {}, "credibility": {}}

    @property
    def step(self) -> int:
        """1 while sources are graded, 2 while items are graded, 3 when both are done."""
        done = (len(given) == len(self.items) for given in self._given.values())
        return 1 + sum(done)

    def grade_source(self, item: str, reliability: object) -> Self:
        """Step 1: the reliability A to F of the source of one card."""
        card = self._card(item)
        if self.step > 1:
            raise ValueError(
                f"the grades of the sources are put away, so {item!r} cannot be graded again; "
                "grade the information on each card, or start a new set"
            )
        self._given["reliability"] |= read_marks(Reliability, {card: reliability})
        return self

    def grade_information(self, item: str, credibility: object) -> Self:
        """Step 2: the credibility 1 to 6 of the information on one card."""
        card = self._card(item)
        if self.step == 1:
            raise ValueError(
                f"grade every source before any item; still to do: {', '.join(self._todo())}"
            )
        if self.step == 3:
            raise ValueError("both steps are done; start a new set to grade again")
        self._given["credibility"] |= read_marks(Credibility, {card: credibility})
        return self

    @property
    def grades(self) -> dict[str, Grades]:
        """Both grades of each card, when both steps are done."""
        if self.step < 3:
            raise ValueError(
                f"the two grades are shown together when both steps are done; {self!r}"
            )
        first, second = self._given.values()
        return {item: Grades(first[item], second[item]) for item in self.items}

    def report(self, key: Mapping[str, Any] | None = None) -> GradeReport:
        """How far the two grades went together, and how they compare with a key of ranges."""
        grades = self.grades
        return grade_report(
            {item: pair.reliability for item, pair in grades.items()},
            {item: pair.credibility for item, pair in grades.items()},
            key,
        )

    def _card(self, item: str) -> str:
        if item not in self.items:
            raise LookupError(unknown("card", item, list(self.items)))
        return item

    def _todo(self) -> list[str]:
        given = self._given["reliability" if self.step == 1 else "credibility"]
        return [item for item in self.items if item not in given]

    def __repr__(self) -> str:
        if self.step == 3:
            pairs = (f"{i} {g[0].value}{g[1].value}" for i, g in self.grades.items())
            return f"Both steps done: {', '.join(pairs)}"
        todo, total = self._todo(), len(self.items)
        name = "the sources" if self.step == 1 else "the items"
        away = ". The grades of the sources are put away." if self.step == 2 else ""
        return (
            f"Step {self.step} of 2, {name}: {total - len(todo)} of {total} graded. "
            f"Still to do: {', '.join(todo)}{away}"
        )


@dataclass(frozen=True, repr=False)
class GradeReport:
    """How far two sets of grades went together, and how they compare with a key.

    ``diagonal`` of ``judged`` cards have the same step on both scales (A1, B2, …, E5); cards
    with F or 6 have no step and are not among them. A high share is a question, no fault: some
    sets of cards lie on the diagonal. ``kappa_*`` is Cohen's kappa against the key: 1 full
    agreement, 0 what chance would give, below 0 less; None without a key, or when both gave
    one and the same grade throughout. A grade inside the key's range counts as agreement.
    """

    cards: int
    judged: int
    diagonal: int
    agree_reliability: int | None = None
    agree_credibility: int | None = None
    kappa_reliability: float | None = None
    kappa_credibility: float | None = None
    outside: tuple[str, ...] = ()

    @property
    def share(self) -> float | None:
        """The share of judged cards on the diagonal, 0 to 1; None when no card is judged."""
        return self.diagonal / self.judged if self.judged else None

    def __repr__(self) -> str:
        lines = [
            f"{self.diagonal} of {self.judged} cards have the same step on both scales"
            + (f"; {self.cards - self.judged} more hold an F or a 6" * (self.cards > self.judged))
        ]
        for name, agree, kappa in (
            ("sources", self.agree_reliability, self.kappa_reliability),
            ("items", self.agree_credibility, self.kappa_credibility),
        ):
            if agree is not None:
                told = "cannot be computed" if kappa is None else f"{kappa:.2f}"
                lines.append(f"{name}: {agree} of {self.cards} within the key, kappa {told}")
        return "\n".join(lines)

    def why(self) -> str:
        """The cards outside the key, each with what was given and what the key holds."""
        return "\n".join(self.outside) or "No card lies outside the key."


def grade_report(
    reliability: Mapping[str, object],
    credibility: Mapping[str, object],
    key: Mapping[str, Any] | None = None,
) -> GradeReport:
    """Compare the two grades of each card with each other, and with a key of ranges.

    A small set of cards gives a rough kappa; under a dozen it is a hint at most.

    Parameters
    ----------
    reliability, credibility : dict, card -> grade
        Letters A to F, and figures 1 to 6, for the same cards.
    key : dict, card -> (letters, figures), optional
        Ranges as :func:`mediakit.scales.read_range` takes them: ``{"card 1": ("B-C", "3-4")}``.

    Raises
    ------
    ValueError
        When the cards differ, or a grade or range cannot be read.

    Examples
    --------
    >>> grade_report({"a": "B", "b": "F"}, {"a": 2, "b": 3}, {"a": ("B-C", "4"), "b": ("F", "3")})
    1 of 1 cards have the same step on both scales; 1 more hold an F or a 6
    sources: 2 of 2 within the key, kappa 1.00
    items: 1 of 2 within the key, kappa 0.33
    """
    given = {
        "reliability": read_marks(Reliability, reliability),
        "credibility": read_marks(Credibility, credibility),
    }
    cards = list(given["reliability"])
    _same_cards("the grades of the items", cards, given["credibility"])
    pairs = [(given["reliability"][card], given["credibility"][card]) for card in cards]
    steps = [(a.step, b.step) for a, b in pairs if a.judged and b.judged]
    counts = len(cards), len(steps), sum(a == b for a, b in steps)
    if key is None:
        return GradeReport(*counts)
    _same_cards("the key", cards, key)
    outside: list[str] = []
    agree, kappa = [], []
    for side, (name, scale) in enumerate(SCALES.items()):
        ranges = {card: read_range(scale, key[card][side]) for card in cards}
        wrong = [card for card in cards if given[name][card] not in ranges[card]]
        outside += [_outside(card, given[name][card], ranges[card]) for card in wrong]
        keyed = [_nearest(given[name][card], ranges[card]) for card in cards]
        agree.append(len(cards) - len(wrong))
        kappa.append(cohen_kappa([given[name][card] for card in cards], keyed))
    return GradeReport(*counts, agree[0], agree[1], kappa[0], kappa[1], tuple(outside))


def cohen_kappa(first: Iterable[object], second: Iterable[object]) -> float | None:
    """Agreement of two lists of labels beyond chance: 1 full, 0 as chance, None undefined.

    >>> cohen_kappa("AABB", "AABB"), cohen_kappa("AABB", "ABAB"), cohen_kappa("AA", "AA")
    (1.0, 0.0, None)
    """
    pairs = list(zip(first, second, strict=True))
    total = len(pairs)
    a, b = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(a[label] * b[label] for label in a)
    if by_chance == total * total:
        return None
    agreed = sum(one == other for one, other in pairs)
    return (agreed * total - by_chance) / (total * total - by_chance)


def _nearest(given: Any, allowed: tuple[Any, ...]) -> Any:
    """The grade of the key that stands against this one: itself when it is in the range."""
    if given in allowed:
        return given
    judged = [one for one in allowed if one.judged]
    if not given.judged or not judged:
        return allowed[0]
    return min(judged, key=lambda one: abs(one.step - given.step))


def _outside(card: str, given: Any, allowed: tuple[Any, ...]) -> str:
    """One card outside the key in words, and what the commonest slips miss."""
    text = f"{card}: {given} was given; the key holds {', '.join(map(str, allowed))}."
    if given.judged and not any(one.judged for one in allowed):
        return f"{text} There is no basis to judge here, which is not a low grade."
    if not given.judged:
        return f"{text} There is a basis to judge here: look for what is dated and sourced."
    return text


def _same_cards(what: str, cards: list[str], other: Mapping[str, object]) -> None:
    if not cards:
        raise ValueError("there are no grades to compare; give at least one card")
    odd = sorted(set(cards) ^ set(other))
    if odd:
        raise ValueError(
            f"{what} and the grades of the sources are not about the same cards; "
            f"only one of them holds: {', '.join(odd)}"
        )
