"""The arithmetic behind the matrix: what speaks against an explanation, and how much.

Only inconsistency counts: I is −1, II is −2, and everything that fits counts 0, because
evidence that fits one explanation usually fits its rivals as well. A row is weighted by how
credible and how relevant it is: Low 1/√2, Medium 1, High √2, multiplied. The score of an
explanation is 0 or below; nearer to 0 means that less of the evidence speaks against it.

Two things are added to PARC's sum. Rows of one origin count once: against each explanation,
the origin's strongest mark. A row that is the same for every explanation is left out, so
that it can change nothing.

References
----------
Good, Shrager, Stefik, Pirolli and Card with Heuer, "ACH 1.1: A Tool for Analyzing Competing
Hypotheses", technical description (PARC). The weights were checked against a summary of it
in a public forum post (HeroX, 2018), not against the description itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mediakit.scales import Consistency, Credibility, Reliability

__all__ = [
    "Change",
    "Row",
    "cell_score",
    "level",
    "points",
    "single_changes",
    "smallest_change",
    "totals",
    "weight",
]

# The exponent of √2: a product of two levels is then exact where it can be (2, 1, 0.5).
LEVELS = {"low": -1, "medium": 0, "high": 1}


def level(value: object) -> int | None:
    """How much a row counts on one side: −1 Low, 0 Medium, 1 High; None: cannot be judged.

    Grades A and B (1 and 2) are read as High, C (3) as Medium, D and E (4 and 5) as Low.
    That table is ours, not PARC's. F and 6 give None, never a middle value.

    >>> level("H"), level("medium"), level(Reliability("B")), level(Reliability("F"))
    (1, 0, 1, None)
    """
    if isinstance(value, Reliability | Credibility):
        return {1: 1, 2: 1, 3: 0, 4: -1, 5: -1}[value.step] if value.judged else None
    text = str(value).strip().casefold()
    for word, exponent in LEVELS.items():
        if text in (word, word[0]):
            return exponent
    raise ValueError(f"{value!r} is not a weight; use Low, Medium or High")


def points(mark: Consistency) -> int:
    """How far a mark speaks against an explanation: II 2, I 1, anything else 0."""
    return max(0, -mark.step) if mark.judged else 0


def cell_score(
    mark: str | Consistency, credibility: object = "Medium", relevance: object = "Medium"
) -> float | None:
    """What one cell adds to the score of its explanation.

    A cell says nothing about the other cells: a score of one explanation alone means little.

    Parameters
    ----------
    mark : str
        CC, C, N, I, II or NA.
    credibility, relevance : str
        Low, Medium or High.

    Returns
    -------
    float or None
        From −4 (very inconsistent, both weights High) to 0; None for ``NA``, which is left
        out of the sum.

    Raises
    ------
    ValueError
        When the mark or a weight is not on its scale.

    Examples
    --------
    >>> cell_score("II", "High", "High"), cell_score("I", "Low", "Low"), cell_score("CC")
    (-4.0, -0.5, 0.0)
    >>> round(cell_score("I", "Medium", "High"), 3), round(cell_score("II", "Low", "High"), 3)
    (-1.414, -2.0)

    References
    ----------
    PARC ACH 1.1, technical description (Good and others); see the module for what was checked.
    """
    read = Consistency(mark)
    sides = level(credibility), level(relevance)
    if not read.judged or None in sides:
        return None
    return 0.0 - points(read) * weight(*(side for side in sides if side is not None))


def weight(*levels: int) -> float:
    """The product of the weights: √2 to the power of the sum of the levels."""
    return float(2.0 ** (sum(levels) / 2))


@dataclass(frozen=True)
class Row:
    """One row as numbers: its origin, its weight, and points per explanation."""

    id: str
    origin: str
    weight: float
    points: Mapping[str, int]

    def same_for(self, rivals: Iterable[str]) -> bool:
        """True when the row speaks against all of the rivals alike, or against none."""
        return len({self.points[rival] for rival in rivals}) < 2


def by_origin(rows: Iterable[Row]) -> list[list[Row]]:
    """The rows in groups of one origin each, in an order that only the ids decide."""
    groups: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: row.id):
        groups.setdefault(row.origin, []).append(row)
    return list(groups.values())


def totals(
    rows: Iterable[Row], rivals: Sequence[str], also: Sequence[str] = ()
) -> dict[str, float]:
    """The score of each explanation: per origin, the strongest mark against it, summed.

    ``rivals`` are compared with each other; ``also`` are scored beside them.
    """
    groups = by_origin(row for row in rows if not row.same_for(rivals))
    # Scores are (a + b√2)/2 with small whole a and b, so two different ones lie much further
    # apart than nine decimals: rounding makes ties exact and hides no difference.
    return {
        one: round(0.0 - sum(max(row.weight * row.points[one] for row in g) for g in groups), 9)
        for one in (*rivals, *also)
    }


class Change(NamedTuple):
    """One cell with the points that it would need to have: 0 fits, 1 is I, 2 is II."""

    row: str
    explanation: str
    points: int


def smallest_change(
    rows: Iterable[Row], rivals: Sequence[str], leader: str
) -> tuple[str, tuple[Change, ...]] | None:
    """The smallest set of cells to change so that another explanation passes the leader.

    Exact at every size, in time that grows with a low power of the number of rows.

    *Why pairs are enough.* The leader has changed as soon as one rival scores above it, so
    the answer is the smallest over the rivals, taken one at a time.

    *Why two columns are enough.* A cell of a third explanation matters only by making its row
    the same for all, or no longer so. Whatever that gains, making the rival's cell in that row
    fit gains as well: the rival then loses nothing by the row, and the leader loses as much.

    *Why the rest is exact.* Origins add up independently. Within an origin only two maxima
    matter, so a table of (points against rival, points against leader) with the fewest changes
    for each holds all that can happen; a second table adds the origins up, for each number of
    changes the best difference. Nothing is left out by either.

    Returns
    -------
    (rival, changes) or None
        None when no row is left that could change anything.
    """
    found: tuple[str, tuple[Change, ...]] | None = None
    groups = by_origin(rows)
    for rival in sorted(set(rivals) - {leader}):
        changes = _overtake(groups, rivals, rival, leader)
        if changes is not None and (found is None or len(changes) < len(found[1])):
            found = rival, changes
    return found


def single_changes(rows: Sequence[Row], rivals: Sequence[str], leader: str) -> tuple[Change, ...]:
    """Every cell that by itself can put a rival before the leader, with the mildest such mark.

    Tried one by one: for each cell, the marks that it does not have.
    """
    found = []
    for row in sorted(rows, key=lambda row: row.id):
        others = [other for other in rows if other is not row]
        for name in rivals:
            # From the mark that it has, the nearest other marks first.
            near = sorted({0, 1, 2} - {row.points[name]}, key=lambda p: abs(p - row.points[name]))
            for new in near:
                changed = Row(row.id, row.origin, row.weight, {**row.points, name: new})
                scores = totals([*others, changed], rivals)
                if max(scores.values()) > scores[leader]:
                    found.append(Change(row.id, name, new))
                    break
    return tuple(found)


def _overtake(
    groups: list[list[Row]], rivals: Sequence[str], rival: str, leader: str
) -> tuple[Change, ...] | None:
    """The fewest changes that put this rival above the leader."""
    best: dict[int, tuple[float, tuple[Change, ...]]] = {0: (0.0, ())}
    for group in groups:
        options = _options(group, rivals, rival, leader)
        grown: dict[int, tuple[float, tuple[Change, ...]]] = {}
        for gain, made in best.values():
            for more, changes in options:
                count, total = len(made) + len(changes), round(gain + more, 9)
                if count not in grown or total > grown[count][0]:
                    grown[count] = total, made + changes
        best = grown
    ahead = (best[count][1] for count in sorted(best) if best[count][0] > 0)
    return next(ahead, None)


def _options(
    group: list[Row], rivals: Sequence[str], rival: str, leader: str
) -> list[tuple[float, tuple[Change, ...]]]:
    """What one origin can be made to say of the two: differences, with the fewest changes."""
    fewest: dict[tuple[float, float], tuple[Change, ...]] = {(0.0, 0.0): ()}
    for row in group:
        grown: dict[tuple[float, float], tuple[Change, ...]] = {}
        for (against_rival, against_leader), made in fewest.items():
            for one, other, changes in _row_options(row, rivals, rival, leader):
                state = max(against_rival, one), max(against_leader, other)
                if state not in grown or len(made + changes) < len(grown[state]):
                    grown[state] = made + changes
        fewest = grown
    best: dict[int, tuple[float, tuple[Change, ...]]] = {}
    for (against_rival, against_leader), made in fewest.items():
        gain = against_leader - against_rival
        if len(made) not in best or gain > best[len(made)][0]:
            best[len(made)] = gain, made
    return list(best.values())


def _row_options(
    row: Row, rivals: Sequence[str], rival: str, leader: str
) -> Iterator[tuple[float, float, tuple[Change, ...]]]:
    """Every pair of marks that the row could have for the two, with the cells to change."""
    for one in (row.points[rival], *({0, 1, 2} - {row.points[rival]})):
        for other in (row.points[leader], *({0, 1, 2} - {row.points[leader]})):
            changed = {rival: one, leader: other}
            changes = tuple(
                Change(row.id, name, new)
                for name, new in changed.items()
                if new != row.points[name]
            )
            new_row = Row(row.id, row.origin, row.weight, {**row.points, **changed})
            counts = 0.0 if new_row.same_for(rivals) else row.weight
            yield counts * one, counts * other, changes
