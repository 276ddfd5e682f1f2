"""Rival explanations of one question, and which evidence separates them.

A :class:`Matrix` holds explanations in columns and evidence in rows; the learner marks each
cell. It follows the Analysis of Competing Hypotheses (ACH): look for what speaks *against* an
explanation, because most evidence fits several. One matrix holds one question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from statistics import pstdev
from typing import TYPE_CHECKING

from mediakit.explanations import catch_all
from mediakit.inconsistency import (
    Change,
    Row,
    points,
    single_changes,
    smallest_change,
    totals,
    weight,
)
from mediakit.marks import Marks
from mediakit.rankings import (
    CellChange,
    Diagnosticity,
    Fragility,
    Place,
    Ranking,
    RowView,
    Separation,
)
from mediakit.scales import Consistency

if TYPE_CHECKING:
    from mediakit.figures import Figure

__all__ = ["Matrix"]

SIDES = (
    ("speaks against", (Consistency.II, Consistency.I)),
    ("fits", (Consistency.CC, Consistency.C)),
    ("can be read either way for", (Consistency.N,)),
    ("does not bear on", (Consistency.NA,)),
)


class Matrix(Marks):
    """Explanations of one question against the evidence, marked by the learner.

    Filling it in shows which evidence tells explanations apart. It does not make a judgement
    more accurate (see References), it cannot rank an explanation that nobody wrote down, and
    its numbers are sums of the learner's marks, not probabilities. On a question marked open
    there is no ranking at all.

    Parameters
    ----------
    case_or_hypotheses : Case, or Hypothesis records
        A case; or explanations of one question, as a list or a mapping by id.
    evidence : Evidence records, optional
        Needed when no case is given.
    question : str or Question, optional
        With a case: the id of the question; left out, the one question with explanations that
        is not open. Without a case: the Question record itself.

    Raises
    ------
    ValueError
        When explanations of two questions are mixed, or nothing is left to compare.
    LookupError
        When the question is not in the case.

    Examples
    --------
    >>> from mediakit.case import load_case
    >>> m = Matrix(load_case("larkhaven")).fill_from_case()
    >>> m = m.expect("ship-fault", "the ship's wiring on the car deck is burned")
    >>> m.rank()
    Not ranked yet: How did the fire begin?
      - What should we also see if 'vehicle-fault' were true? Write it down: \
m.expect("vehicle-fault", "…")
      - What should we also see if 'set-on-purpose' were true? Write it down: \
m.expect("set-on-purpose", "…")
    A display, not a verdict: experiments found no gain in accuracy from a matrix like this \
(Dhami, Belton & Mandel 2019; Whitesmith 2018; Karvetski & Mandel 2020).

    References
    ----------
    Heuer, Psychology of Intelligence Analysis (1999), chapter 8. PARC ACH 1.1 for the weights.
    Dhami, Belton and Mandel 2019; Whitesmith 2018; Karvetski and Mandel 2020 for the limits.
    """

    def rank(self) -> Ranking | Separation:
        """Order the explanations by how much of the evidence speaks against them.

        The scale, weights and counting are those of :mod:`mediakit.inconsistency`: 0 or below,
        nearer to 0 means less against it; NA adds nothing and is counted apart. Scores wait
        until every cell has a mark and every explanation an expectation. "Not established" is
        scored and not ranked, because next to nothing can speak against it.

        Returns
        -------
        Ranking
            Or, on an open question, a :class:`~mediakit.rankings.Separation`, without numbers.

        Examples
        --------
        >>> from mediakit.case import load_case
        >>> m = Matrix(load_case("larkhaven")).fill_from_case()
        >>> for name in ("vehicle-fault", "ship-fault", "set-on-purpose"):
        ...     m = m.expect(name, "traces of it on the car deck")
        >>> m.rank().leaders
        ('vehicle-fault',)
        """
        if self.question.open:
            return self._separation()
        waiting = (*self.unrated, *self._unexpected())
        if waiting or not self.evidence:
            waiting = waiting or ("There is no evidence in this matrix yet.",)
            return Ranking(self.question.text, (), waiting=waiting)
        return self._ranking()

    def diagnosticity(self) -> Diagnosticity | Separation:
        """Order the rows by how far they tell the explanations apart, the most telling first.

        Measured as the standard deviation of a row's marks times its weight: 0 or above, 0
        separates nothing. ``NA`` and "not established" are left out of it.
        """
        if self.question.open:
            return self._separation()
        spread = {row: self._spread(row) for row in self.evidence if self._complete(row)}
        order = sorted(spread, key=lambda row: (-spread[row], row))
        return Diagnosticity(
            self.question.text,
            tuple(self._view(row) for row in order),
            tuple(spread[row] for row in order),
            (*self.unrated, *self._set_aside_notes()),
        )

    def fragility(self) -> Fragility | Separation:
        """Find the smallest set of marks whose change would put another explanation first.

        Exact at every size (the proof stands at :func:`mediakit.inconsistency.smallest_change`).
        """
        ranking = self.rank()
        if isinstance(ranking, Separation):
            return ranking
        if len(ranking.leaders) != 1:
            tied = " and ".join(self.hypotheses[one].label for one in ranking.leaders)
            waiting = ranking.waiting or (f"{tied} are tied: there is no leader to overturn.",)
            return Fragility(self.question.text, waiting=waiting)
        leader = ranking.leaders[0]
        found = smallest_change(self._rows(), self._rivals(), leader)
        if found is None:
            return Fragility(self.question.text, waiting=("No row counts, so no mark can.",))
        return self._fragility(leader, *found)

    def plot(self) -> Figure:
        """The marks as a picture, without a score, with its words and its table."""
        from mediakit.figures import matrix_figure

        return matrix_figure(self)

    def _scores(self, rows: Iterable[Row]) -> dict[str, float]:
        apart = [h.id for h in self.hypotheses.values() if catch_all(h)]
        return totals(rows, self._rivals(), apart)

    def _ranking(self) -> Ranking:
        scores, rivals = self._scores(self._rows()), self._rivals()
        order = sorted(rivals, key=lambda name: (-scores[name], name))
        ranks = {name: 1 + sum(scores[r] > scores[name] for r in rivals) for name in rivals}
        apart = [name for name in self.hypotheses if name not in rivals]
        notes = (*self._na_notes(rivals), *self._origin_notes(), *self._set_aside_notes())
        return Ranking(
            self.question.text,
            tuple(self._place(name, scores[name], ranks[name]) for name in order),
            tuple(self._place(name, scores[name]) for name in sorted(apart)),
            notes=(*notes, *self._apart_notes(apart), *self.warnings),
            reasons=tuple(self._reason(name) for name in order),
        )

    def _place(self, name: str, score: float, rank: int | None = None) -> Place:
        bears = sum(self._marks[row.id, name].judged for row in self._rows())
        return Place(name, self.hypotheses[name].label, score, bears, rank)

    def _reason(self, name: str) -> str:
        """The cells that count against one explanation."""
        rivals = self._rivals()
        cells = [
            f"{row.id} ({self._marks[row.id, name].value})"
            for row in self._rows()
            if row.points[name] and not row.same_for(rivals)
        ]
        return f"Against {name}: {', '.join(cells) or 'nothing in this evidence'}."

    def _na_notes(self, rivals: list[str]) -> list[str]:
        rows = self._rows()
        bears = {name: sum(self._marks[row.id, name].judged for row in rows) for name in rivals}
        return [
            f"Only {count} of {len(rows)} rows bear on {name}; the others are marked NA and left "
            "out, so less could speak against it."
            for name, count in bears.items()
            if count < len(rows)
        ]

    def _origin_notes(self) -> list[str]:
        how = "one voice" if self.question.open else "counted once with its strongest mark"
        groups: dict[str, list[str]] = {}
        for row in sorted(self.evidence):
            groups.setdefault(self._origins[row], []).append(row)
        return [
            f"One origin, {how}: {', '.join(rows)}." for rows in groups.values() if len(rows) > 1
        ]

    def _set_aside_notes(self) -> list[str]:
        return [
            f"{row} is set aside, not counted as middling: its source or what it says cannot be "
            f"judged. {self._if_counted(row)}"
            for row in self._set_aside()
            if self._complete(row)
        ]

    def _if_counted(self, row: str) -> str:
        if self.unrated:
            return ""
        now = _leading(self._scores(self._rows()), self._rivals())
        counted = (self._scores([*self._rows(), self._row(row, weight(n))]) for n in (-1, 1))
        same = all(_leading(scores, self._rivals()) == now for scores in counted)
        return f"Counting it would {'not ' if same else ''}change what comes first."

    def _apart_notes(self, apart: list[str]) -> list[str]:
        return [
            f"{name!r} is not ranked: next to nothing can speak against it. It is the right answer "
            "when no explanation stands clearly apart."
            for name in sorted(apart)
        ]

    def _spread(self, row: str) -> float:
        marks = [self._marks[row, name] for name in self._rivals()]
        steps = [mark.step for mark in marks if mark.judged]
        known = self._weight(row)
        return round(pstdev(steps) * (1.0 if known is None else known), 9) if steps else 0.0

    def _view(self, row: str) -> RowView:
        marks = {name: self._marks[row, name] for name in self.hypotheses}
        parts = []
        for verb, side in SIDES:
            names = [f"{n} ({m.value})" for n, m in marks.items() if m in side]
            parts += [f"{verb} {', '.join(names)}"] if names else []
        return RowView(row, self.evidence[row].text, "; ".join(parts))

    def _fragility(self, leader: str, rival: str, changes: Iterable[Change]) -> Fragility:
        cells = sorted(changes)
        alone = single_changes(self._rows(), self._rivals(), leader) if len(cells) == 1 else ()
        first, second = (self.hypotheses[name].label for name in (leader, rival))
        return Fragility(
            self.question.text,
            first,
            second,
            tuple(self._cell(change) for change in cells),
            tuple(self._cell(change) for change in alone),
        )

    def _cell(self, change: Change) -> CellChange:
        now = self._marks[change.row, change.explanation]
        return CellChange(
            change.row, change.explanation, now.value, ("C", "I", "II")[change.points]
        )

    def _separation(self) -> Separation:
        separates: list[RowView] = []
        fits: list[RowView] = []
        against: list[RowView] = []
        for row in filter(self._complete, self.evidence):
            marks = [self._marks[row, name] for name in self._rivals()]
            sides = {points(mark) > 0 for mark in marks if mark.judged}
            group = separates if len(sides) > 1 else against if True in sides else fits
            group.append(self._view(row))
        return Separation(
            self.question.text,
            tuple(separates),
            tuple(fits),
            tuple(against),
            tuple(self._missing()),
            (*self._origin_notes(), *self.warnings),
        )

    def _missing(self) -> Iterator[str]:
        """What an open question still lacks: marks, expectations, and a look for them."""
        yield from self.unrated
        if not self.evidence:
            yield "No evidence that bears on this question is public, as far as the case knows."
        yield from self._unexpected()
        for name, seen in self.expectations.items():
            yield from (f"If {name!r} were true: {one}. Did anyone look?" for one in seen)


def _leading(scores: Mapping[str, float], rivals: Iterable[str]) -> set[str]:
    among = {name: scores[name] for name in rivals}
    return {name for name, score in among.items() if score == max(among.values())}
