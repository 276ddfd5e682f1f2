"""Findings of the matrix: a ranking, what separates explanations, what the order hangs on.

Each says on its last line what the method cannot do, because a tidy table looks surer than
it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediakit.words import listed

if TYPE_CHECKING:
    from mediakit.figures import Figure

__all__ = [
    "LIMIT",
    "CellChange",
    "Diagnosticity",
    "Fragility",
    "Place",
    "Ranking",
    "RowView",
    "Separation",
]

# Checked: the abstracts of Whitesmith 2018 (doi 10.1080/02684527.2018.1534640) and of Karvetski
# and Mandel 2020 ("Coherence of probability judgments from uncertain evidence: Does ACH help?").
# Not checked by us beyond its record: Dhami, Belton and Mandel 2019 (doi 10.1002/acp.3550).
LIMIT = (
    "A display, not a verdict: experiments found no gain in accuracy from a matrix like this "
    "(Dhami, Belton & Mandel 2019; Whitesmith 2018; Karvetski & Mandel 2020)."
)


@dataclass(frozen=True)
class Place:
    """Where one explanation stands: 1 has least against it.

    ``score`` is 0 or below, nearer to 0 means less against it. ``bears`` counts the rows that
    bear on it at all. ``rank`` is None for "not established", which is not ranked.
    """

    id: str
    label: str
    score: float
    bears: int
    rank: int | None = None

    def __str__(self) -> str:
        place = f"{self.rank}." if self.rank else "–"
        return f"{place:>4} {self.label} [{self.id}]: {self.score:.3g}"


@dataclass(frozen=True)
class RowView:
    """One row in words: which explanations it speaks against, and which it fits."""

    id: str
    text: str
    words: str

    def __str__(self) -> str:
        return f"{self.id}: {self.words}"


@dataclass(frozen=True, repr=False)
class Ranking:
    """Explanations by how much of the evidence speaks against them, least first.

    The scores say how the learner's own marks add up. They are no probabilities, and a score
    near 0 can mean that nobody looked. ``waiting`` holds what has to be done before scores are
    shown; while it holds anything there are no places.
    """

    question: str
    places: tuple[Place, ...]
    apart: tuple[Place, ...] = ()
    waiting: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def leaders(self) -> tuple[str, ...]:
        """The ids with least against them: one, several when they are tied, or none yet."""
        return tuple(place.id for place in self.places if place.rank == 1)

    def __repr__(self) -> str:
        if self.waiting:
            return "\n".join([f"Not ranked yet: {self.question}", *_list(self.waiting), LIMIT])
        lines = [f"Least evidence against, first: {self.question}", *map(str, self.places)]
        lines += map(str, self.apart)
        lines.append(self._verdict())
        return "\n".join([*lines, *self.notes, LIMIT])

    def _verdict(self) -> str:
        labels = [place.label for place in self.places if place.rank == 1]
        if len(labels) > 1 and len(labels) == len(self.places):
            return f"All {len(labels)} are tied: this evidence does not separate them."
        if len(labels) > 1:
            return f"Tied: {listed(labels)}. This evidence does not separate them."
        return f"Least speaks against: {listed(labels)}."

    def why(self) -> str:
        """The marks that count against each explanation, and what was left out."""
        return "\n".join([*(self.waiting or self.reasons), *self.notes])


@dataclass(frozen=True, repr=False)
class Diagnosticity:
    """Rows by how far they separate the explanations, the most telling first.

    ``spreads`` holds, in the order of ``rows``, the standard deviation of the marks of a row
    (CC +2 … II −2) times its weight: 0 or above, 0 separates nothing. ``NA`` is left out of
    it. A row that fits every explanation separates nothing, however true it is.
    """

    question: str
    rows: tuple[RowView, ...]
    spreads: tuple[float, ...]
    notes: tuple[str, ...] = ()

    @property
    def same(self) -> tuple[str, ...]:
        """The ids of the rows that are the same for every explanation."""
        return tuple(
            row.id for row, spread in zip(self.rows, self.spreads, strict=True) if not spread
        )

    def __repr__(self) -> str:
        telling = [str(row) for row in self.rows if row.id not in self.same]
        lines = [f"What separates the explanations: {self.question}"]
        lines += [f"{n:>4}. {words}" for n, words in enumerate(telling, 1)]
        lines += [] if telling else ["  nothing yet"]
        if self.same:
            lines.append(f"The same for each explanation, struck out: {listed(self.same)}.")
        return "\n".join([*lines, *self.notes, LIMIT])

    def why(self) -> str:
        """Each row with its text and what it is marked as."""
        return "\n".join(f"{row.id}: {row.text} It {row.words}." for row in self.rows)


@dataclass(frozen=True)
class CellChange:
    """One cell, the mark that it has, and the mark that would turn the order."""

    evidence: str
    hypothesis: str
    now: str
    then: str

    def __str__(self) -> str:
        return f"{self.evidence} against {self.hypothesis} were {self.then} (now {self.now})"


@dataclass(frozen=True, repr=False)
class Fragility:
    """How few marks would have to change for another explanation to come first.

    ``changes`` is one smallest set. When a single mark is enough, ``alone`` holds every cell
    that would do by itself. A large set says that the order does not hang on one mark. It does
    not say that the marks are right.
    """

    question: str
    leader: str = ""
    rival: str = ""
    changes: tuple[CellChange, ...] = ()
    alone: tuple[CellChange, ...] = ()
    waiting: tuple[str, ...] = ()

    def __repr__(self) -> str:
        if self.waiting:
            return "\n".join([f"No single leader: {self.question}", *_list(self.waiting), LIMIT])
        if self.alone:
            head = f"One mark is enough to put another explanation before {self.leader!r}:"
            cells = " or\n".join(_list(f"if {cell}" for cell in self.alone))
            return "\n".join([head, cells, LIMIT])
        head = (
            f"{len(self.changes)} marks have to change before another explanation, "
            f"{self.rival!r}, comes before {self.leader!r}:"
        )
        cells = " and\n".join(_list(f"if {cell}" for cell in self.changes))
        return "\n".join([head, cells, LIMIT])

    def why(self) -> str:
        """The rows to look at again, and what to ask of them."""
        if self.waiting:
            return "\n".join(self.waiting)
        looked = listed(dict.fromkeys(cell.evidence for cell in self.alone or self.changes))
        return (
            f"The order hangs on {looked}: look again at what these marks rest on. "
            "No smaller set of changed marks would do; another set of the same size may."
        )


@dataclass(frozen=True, repr=False)
class Separation:
    """What evidence does on an open question: it separates accounts or fits them all.

    Nobody has settled the question, so there is no leader, no score and no order here, and
    nothing to compute one from.
    """

    question: str
    separates: tuple[RowView, ...] = ()
    fits_all: tuple[RowView, ...] = ()
    speaks_against_all: tuple[RowView, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def plot(self) -> Figure:
        """What separates the accounts as a picture, without scores."""
        from mediakit.figures import separation_figure

        return separation_figure(self)

    def __repr__(self) -> str:
        lines = [f"Open question, no ranking: {self.question}"]
        for head, rows in (
            ("Separates the accounts:", self.separates),
            ("Fits them all, so it favours none:", self.fits_all),
            ("Speaks against them all alike:", self.speaks_against_all),
        ):
            lines += [head, *_list(map(str, rows))] if rows else []
        if not self.separates:
            lines.append("Nothing that is marked so far separates the accounts.")
        lines += ["What is missing:", *_list(self.missing)] if self.missing else []
        return "\n".join([*lines, *self.notes, LIMIT])

    def why(self) -> str:
        """Each row with its text and what it is marked as."""
        rows = (*self.separates, *self.fits_all, *self.speaks_against_all)
        return "\n".join(
            [*(f"{row.id}: {row.text} It {row.words}." for row in rows), *self.missing]
        )


def _list(lines: Iterable[str]) -> list[str]:
    return [f"  - {line}" for line in lines]
