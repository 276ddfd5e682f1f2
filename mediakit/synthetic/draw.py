"""Drawing the truth of a synthetic case, and who tells what of it.

A :class:`Plan` holds everything, the hidden part as well: which answers are true, how often
each teller is right, who made something up, who only copied. :mod:`mediakit.synthetic.build`
turns it into a case that shows what an outside reader could see.

Only ``random.Random(seed).random()`` is used, because Python promises that this one method
gives the same numbers in every version.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from typing import TypeVar

from mediakit.records import Basis, SourceKind
from mediakit.synthetic.topics import NAMES, PLACES, TRADES, Topic, topics

__all__ = ["Draw", "Plan", "Teller", "Telling", "draw_plan", "solvable_by_count"]

T = TypeVar("T")
FIRST_DAY = date(2011, 1, 1).toordinal()
DAYS = 4700  # cases lie between 2011 and 2023
TRIES = 400  # a draw that cannot be solved is thrown away; more than half can be


class Draw:
    """Random choices that come out alike in every version of Python."""

    def __init__(self, seed: int) -> None:
        self._next = Random(seed).random

    def below(self, count: int) -> int:
        """A whole number from 0 up to, and without, ``count``."""
        return int(self._next() * count)

    def chance(self, share: float) -> bool:
        """True in this share of the draws."""
        return self._next() < share

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices, each as likely as the others."""
        return choices[self.below(len(choices))]

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """Different choices, in a random order."""
        left = list(choices)
        return [left.pop(self.below(len(left))) for _ in range(count)]

    def rate(self, rank: int, of: int) -> float:
        """The ``rank``-th smallest of so many even draws: a Beta(rank, of + 1 - rank) number."""
        return sorted(self._next() for _ in range(of))[rank - 1]


@dataclass(frozen=True)
class Teller:
    """Somebody who tells: how often right in truth, and how earlier reports turned out.

    ``past`` holds (days before the case, right or not), oldest first.
    """

    id: str
    name: str
    kind: SourceKind
    about: str = ""
    rate: float = 0.0
    past: tuple[tuple[int, bool], ...] = ()
    named: bool = True


@dataclass(frozen=True)
class Telling:
    """One document in the plan.

    ``answers`` maps the number of a question to the number of the answer told. ``shown`` says
    whether the text shows a ground of its own; ``made_up``, that nothing stands behind it.
    ``roots`` names the tellings where the account truly began.
    """

    id: str
    teller: str
    day: int
    answers: Mapping[int, int]
    shown: bool = False
    made_up: bool = False
    copied: tuple[str, ...] = ()
    basis: Basis = Basis.CITED
    roots: frozenset[str] = field(default_factory=frozenset)
    circle: str = ""  # the telling it was later changed to name


@dataclass(frozen=True)
class Plan:
    """A synthetic case before it is written out, the hidden truth included."""

    seed: int
    topic: Topic
    place: str
    start: date
    resolved: int  # days from the start to the day the truth came out
    truth: tuple[int, ...]  # for each question, the number of the true answer
    tellers: Mapping[str, Teller]
    tellings: tuple[Telling, ...]

    def roots(self, question: int, answer: int) -> frozenset[str]:
        """The tellings where this answer truly began: what a perfect reader would count."""
        found = [t.roots for t in self.tellings if t.answers.get(question) == answer]
        return frozenset().union(*found)


def draw_plan(seed: int) -> Plan:
    """The plan of this seed: drawn, and drawn again until it can be solved.

    Raises
    ------
    ValueError
        When the seed is no whole number of 0 or more.

    Examples
    --------
    >>> draw_plan(7).truth == draw_plan(7).truth
    True
    """
    if isinstance(seed, bool) or not isinstance(seed, int) or seed < 0:
        raise ValueError(f"the seed is {seed!r}; give a whole number of 0 or more, like 7")
    draw = Draw(seed)
    for _ in range(TRIES):
        plan = _Drawing(draw, seed).plan()
        if solvable_by_count(plan):
            return plan
    raise RuntimeError(f"no solvable case in {TRIES} draws from seed {seed}; take another seed")


def solvable_by_count(plan: Plan) -> bool:
    """True when the answer to the main question follows from counting grounds.

    At least two tellings show a ground of their own for the true answer, and for no other
    answer as many do. Everything that a reader needs for it stands in the texts.
    """
    counts = [0] * len(plan.topic.questions[0].answers)
    for telling in plan.tellings:
        if telling.shown:
            counts[telling.answers[0]] += 1
    true = counts.pop(plan.truth[0])
    return true >= 2 and true > max(counts)


class _Drawing:
    """One draw of a plan, kept together while it grows."""

    def __init__(self, draw: Draw, seed: int) -> None:
        self.draw, self.seed = draw, seed
        self.topic = draw.pick(topics())
        self.place = draw.pick(PLACES)
        self.start = date.fromordinal(FIRST_DAY + draw.below(DAYS))
        self.truth = tuple(draw.below(len(q.answers)) for q in self.topic.questions)
        self.names = draw.some(NAMES, 8)
        self.outlets = self._outlets()
        self.tellers: dict[str, Teller] = {}
        self.tellings: list[Telling] = []

    def plan(self) -> Plan:
        self._first_hand()
        if self.draw.chance(0.55):
            self._interested()
        if self.draw.chance(0.3):
            self._whispers()
        for number in range(3 + self.draw.below(5)):
            self._copy(number)
        if self.draw.chance(0.3):
            self._circle()
        if self.draw.chance(0.3):
            self._assistant()
        told = tuple(sorted(self.tellings, key=lambda t: (t.day, t.id)))
        resolved = max(t.day for t in told) + 30 + self.draw.below(200)
        return Plan(
            self.seed, self.topic, self.place, self.start, resolved, self.truth, self.tellers, told
        )

    # --- tellers ---------------------------------------------------------------------------

    def _outlets(self) -> list[str]:
        words = ("Gazette", "Lantern", "Weekly", "Notice Board", "Morning Page", "Chronicle")
        beside = ("Hill Letter", "Valley Radio", "Two Rivers Post", "Market Page", "Porch Notes")
        own = [f"{self.place} {word}" for word in self.draw.some(words, 5)]
        return own + self.draw.some(beside, 5)

    def _past(self, rate: float) -> tuple[tuple[int, bool], ...]:
        """Earlier reports that somebody checked; for some tellers there are none."""
        if self.draw.chance(0.15):
            return ()
        count = 6 + self.draw.below(15)
        days = sorted((30 + self.draw.below(2500) for _ in range(count)), reverse=True)
        return tuple((day, self.draw.chance(rate)) for day in days)

    def _teller(self, id_: str, name: str, kind: SourceKind, about: str = "") -> Teller:
        # Three sorts of teller, as mixed as people are; the estimates do not know the mix.
        rank, of = self.draw.pick(((7, 8), (4, 6), (2, 4)))
        rate = self.draw.rate(rank, of)
        teller = Teller(id_, name, kind, about, rate, self._past(rate))
        self.tellers[id_] = teller
        return teller

    def _outlet(self) -> Teller:
        name = self.outlets.pop(0)
        return self._teller(slug(name), name, SourceKind.OUTLET)

    # --- tellings --------------------------------------------------------------------------

    def _answer(self, question: int, rate: float) -> int:
        """What a teller with this rate says of a question."""
        true = self.truth[question]
        if self.draw.chance(rate):
            return true
        count = len(self.topic.questions[question].answers)
        return self.draw.pick([answer for answer in range(count) if answer != true])

    def _tell(self, telling: Telling) -> Telling:
        roots = telling.roots or frozenset({telling.id})
        self.tellings.append(replace(telling, roots=roots))
        return self.tellings[-1]

    def _first_hand(self) -> None:
        """People and offices that looked for themselves."""
        offices = ("Roads and Buildings Office", "Measuring Office")[: 1 + self.draw.below(2)]
        for office in offices:
            self._look(f"{self.place} {office}", SourceKind.OFFICE, "")
        for _ in range(2 + self.draw.below(3)):
            self._look(self.names.pop(0), SourceKind.PERSON, self.draw.pick(TRADES))

    def _look(self, name: str, kind: SourceKind, about: str) -> None:
        teller = self._teller(slug(name), name, kind, about)
        answers = {0: self._answer(0, teller.rate)}
        for question in (1, 2):
            if self.draw.chance(0.6):
                answers[question] = self._answer(question, teller.rate)
        self._tell(Telling(f"{teller.id}-1", teller.id, self.draw.below(9), answers, shown=True))

    def _interested(self) -> None:
        """Somebody with a stake tells a wrong answer, often through a person not named."""
        wrong = self._answer(0, 0.0)
        teller = self._teller(slug(name := self.names.pop(0)), name, SourceKind.PERSON, "a trader")
        day = 2 + self.draw.below(10)
        if self.draw.chance(0.4):  # says to have seen it, and has not
            self._tell(
                Telling(f"{teller.id}-1", teller.id, day, {0: wrong}, shown=True, made_up=True)
            )
            return
        hidden = self._unnamed(f"a friend whom {teller.name} does not name")
        first = self._tell(Telling(f"{hidden.id}-1", hidden.id, day, {0: wrong}, made_up=True))
        self._tell(
            Telling(
                f"{teller.id}-1", teller.id, day, {0: wrong}, copied=(first.id,), roots=first.roots
            )
        )

    def _unnamed(self, name: str) -> Teller:
        id_ = f"unnamed-{1 + sum(not t.named for t in self.tellers.values())}"
        self.tellers[id_] = Teller(id_, name, SourceKind.PERSON, named=False)
        return self.tellers[id_]

    def _whispers(self) -> None:
        """Two outlets that show no ground; half of such pairs share one source unseen."""
        answer = self._answer(0, 0.4)
        shared = self.draw.chance(0.5)
        for number in range(2):
            outlet = self._outlet()
            roots = frozenset({"a whisper"}) if shared else frozenset({f"whisper {number}"})
            day = 1 + self.draw.below(10)
            self._tell(Telling(f"{outlet.id}-1", outlet.id, day, {0: answer}, roots=roots))

    def _copy(self, number: int) -> None:
        """An outlet that takes over a telling; a wrong one is taken over a little more often."""
        outlet = self._outlet() if self.outlets[2:] and self.draw.chance(0.8) else self._old()
        from_ = self.draw.pick(self._worth_copying(outlet.id))
        draw = self.draw
        basis = draw.pick((Basis.CITED, Basis.CITED, Basis.CITED, Basis.MATCHING, Basis.INFERRED))
        kept = {q: a for q, a in from_.answers.items() if q == 0 or draw.chance(0.7)}
        id_ = f"{outlet.id}-copy-{number + 1}"
        day = from_.day + 1 + draw.below(5)
        # Now and then we think that it copied, and it did not.
        anew = basis is Basis.INFERRED and draw.chance(0.3)
        roots = frozenset({id_}) if anew else from_.roots
        lies = draw.chance(0.05)  # it says that its own reporter looked
        self._tell(
            Telling(
                id_, outlet.id, day, kept, shown=lies, copied=() if lies else (from_.id,),
                basis=basis, roots=roots, made_up=lies,
            )
        )  # fmt: skip

    def _old(self) -> Teller:
        outlets = [t for t in self.tellers.values() if t.kind is SourceKind.OUTLET]
        return self.draw.pick(outlets) if outlets else self._outlet()

    def _worth_copying(self, outlet: str) -> list[Telling]:
        printed = [t for t in self.tellings if self.tellers[t.teller].named]
        pool = [*printed, *(t for t in printed if t.answers[0] != self.truth[0])]
        return [t for t in pool if t.teller != outlet] or pool

    def _circle(self) -> None:
        """Two outlets that name each other for an answer to a smaller question."""
        question = 1 + self.draw.below(2)
        answers = {question: self._answer(question, 0.5)}
        first, second = self._outlet(), self._outlet()
        day = 3 + self.draw.below(8)
        roots = frozenset({"a circle"})
        one, two = f"{first.id}-circle", f"{second.id}-circle"
        self._tell(Telling(one, first.id, day, answers, roots=roots, circle=two))
        self._tell(Telling(two, second.id, day + 2, answers, copied=(one,), roots=roots))

    def _assistant(self) -> None:
        """A chatbot that repeats an answer with links to some of those who told it."""
        told = [t for t in self.tellings if 0 in t.answers]
        answer = self.draw.pick(told).answers[0]
        linked = [t for t in told if t.answers[0] == answer][: 2 + self.draw.below(4)]
        self.tellers["answerly"] = Teller(
            "answerly", "Answerly", SourceKind.ASSISTANT, "A chatbot."
        )
        self._tell(
            Telling(
                "answerly-1", "answerly", max(t.day for t in linked) + 1, {0: answer},
                copied=tuple(t.id for t in linked),
                roots=frozenset().union(*(t.roots for t in linked)),
            )
        )  # fmt: skip


def slug(name: str) -> str:
    """A name as an id: small letters and hyphens.

    >>> slug("Two Rivers Post")
    'two-rivers-post'
    """
    kept = "".join(c if c.isalnum() else " " for c in name.lower())
    return "-".join(kept.split())
