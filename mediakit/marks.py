"""What a learner writes into a matrix: marks, weights, origins, and what to look for.

:class:`mediakit.hypotheses.Matrix` adds what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from typing import TYPE_CHECKING, Any, Self

from mediakit.explanations import (
    about,
    bearing,
    by_id,
    catch_all,
    hygiene,
    one_question,
    question_of,
    root,
)
from mediakit.inconsistency import Row, level, points, weight
from mediakit.rankings import LIMIT
from mediakit.records import Evidence, Hypothesis, Question, Records
from mediakit.scales import Consistency, Credibility, Reliability

if TYPE_CHECKING:
    from mediakit.case import Case

__all__ = ["Marks"]


class Marks:
    """Explanations in columns, evidence in rows, and the learner's marks in the cells."""

    def __init__(
        self,
        case_or_hypotheses: Case | Mapping[str, Hypothesis] | Iterable[Hypothesis],
        evidence: Mapping[str, Evidence] | Iterable[Evidence] | None = None,
        question: str | Question | None = None,
    ) -> None:
        from mediakit.case import Case

        self._case = case_or_hypotheses if isinstance(case_or_hypotheses, Case) else None
        if isinstance(case_or_hypotheses, Case):
            self.question = question_of(case_or_hypotheses, question)
            hypotheses = about(case_or_hypotheses, self.question)
            items = bearing(case_or_hypotheses, self.question) if evidence is None else evidence
        else:
            hypotheses = Records("explanation", by_id(case_or_hypotheses))
            items = evidence if evidence is not None else ()
            self.question = one_question(hypotheses, question)
        if len(hypotheses) < 2:
            raise ValueError(
                f"a matrix compares explanations, and {self.question.id!r} has {len(hypotheses)}; "
                "give two or more, with one called 'not established'"
            )
        self.hypotheses: Records[Hypothesis] = hypotheses
        self.evidence: Records[Evidence] = Records("item of evidence", by_id(items))
        self._marks: dict[tuple[str, str], Consistency] = {}
        self._expected: dict[str, list[str]] = {}
        self._levels: dict[str, dict[str, int | None]] = {}
        self._origins = {e.id: root(self._case, e) for e in self.evidence.values()}

    def copy(self) -> Self:
        """The same matrix with marks of its own: what is changed in it stays in it.

        Examples
        --------
        >>> from mediakit.case import load_case
        >>> from mediakit.hypotheses import Matrix
        >>> m = Matrix(load_case("larkhaven"))
        >>> changed = m.copy().rate("smoke-below", ship_fault="I")
        >>> m.mark("smoke-below", "ship-fault") is None
        True
        """
        twin = copy(self)
        twin._marks = dict(self._marks)
        twin._expected = {name: list(seen) for name, seen in self._expected.items()}
        twin._levels = {row: dict(levels) for row, levels in self._levels.items()}
        twin._origins = dict(self._origins)
        return twin

    def rate(self, evidence: str, marks: Mapping[str, Any] | None = None, **more: Any) -> Self:
        """Mark how one row fits the explanations: CC, C, N, I, II or NA.

        An id with hyphens goes into a mapping, or with underscores: ``set_on_purpose="I"``.
        ``...`` takes a mark away. Either every mark of the call is kept, or none.

        Raises
        ------
        LookupError
            When the row or an explanation is not in the matrix.
        ValueError
            When a mark is not on the scale.

        Examples
        --------
        >>> from mediakit.case import load_case
        >>> from mediakit.hypotheses import Matrix
        >>> m = Matrix(load_case("larkhaven")).rate("smoke-below", ship_fault="i")
        >>> m.mark("smoke-below", "ship-fault")
        Consistency I: inconsistent
        """
        row = self.evidence[evidence].id
        read: dict[tuple[str, str], Consistency | None] = {}
        for name, mark in {**(marks or {}), **more}.items():
            column = self._column(name)
            try:
                read[row, column] = None if mark in (..., None) else Consistency(mark)
            except ValueError as fault:
                raise ValueError(f"for {row!r} against {column!r}: {fault}") from None
        for cell, value in read.items():
            self._marks.pop(cell, None)
            if value is not None:
                self._marks[cell] = value
        return self

    def fill_from_case(self) -> Self:
        """Take over the marks that the case file proposes. They are somebody's judgement too."""
        for item in self.evidence.values():
            known = {h: mark for h, mark in item.marks.items() if h in self.hypotheses}
            self.rate(item.id, known)
        return self

    def expect(self, hypothesis: str, seen: Any) -> Self:
        """Write down what we should also see if this explanation were true.

        Raises
        ------
        ValueError
            When nothing that could be looked for is written.
        """
        column = self._column(hypothesis)
        if seen is ...:
            return self
        if len(str(seen).split()) < 3:
            raise ValueError(
                f"{seen!r} does not say what to look for; write in a few words what we should "
                f"also see if {column!r} were true, so that somebody could check it"
            )
        self._expected.setdefault(column, []).append(str(seen).strip())
        return self

    def weigh(
        self,
        evidence: str,
        *,
        credibility: object = None,
        relevance: object = None,
        reliability: object = None,
    ) -> Self:
        """Say how much a row counts: how credible and how relevant, Low, Medium or High.

        ``credibility`` may be a figure 1 to 6 of the Admiralty scale, and ``reliability`` a
        letter A to F: A, B, 1, 2 are read as High, C, 3 as Medium, D, E, 4, 5 as Low, which is
        our convention. Given both, the lower one counts. ``F`` and ``6`` set the row aside: it
        is shown and not counted, and the ranking says so. Left out: Medium.

        Raises
        ------
        ValueError
            When a weight or grade is not on its scale, or the question is open.
        """
        row = self.evidence[evidence].id
        if self.question.open:
            raise ValueError(
                f"{self.question.id!r} is an open question: nothing on it is scored, so a row has "
                "no weight; mark what the evidence fits with rate()"
            )
        levels = dict(self._levels.get(row, {}))
        if credibility is not None:
            levels["credibility"] = level(_figure(credibility))
        if relevance is not None:
            levels["relevance"] = level(relevance)
        if reliability is not None:
            levels["reliability"] = level(Reliability(reliability))
        self._levels[row] = levels
        return self

    def same_origin(self, *evidence: str) -> Self:
        """Say that these rows go back to one origin, so that they count once."""
        rows = [self.evidence[one].id for one in evidence]
        merged = {self._origins[row] for row in rows}
        for row, origin in self._origins.items():
            if origin in merged:
                self._origins[row] = self._origins[rows[0]]
        return self

    def mark(self, evidence: str, hypothesis: str) -> Consistency | None:
        """The mark of one cell, None while it is not rated."""
        return self._marks.get((self.evidence[evidence].id, self._column(hypothesis)))

    @property
    def expectations(self) -> dict[str, tuple[str, ...]]:
        """What was written with ``expect``, by explanation."""
        return {column: tuple(self._expected.get(column, ())) for column in self.hypotheses}

    @property
    def unrated(self) -> tuple[str, ...]:
        """A sentence for each row with cells that have no mark yet."""
        return tuple(self._gaps())

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to look at in the explanations themselves: a missing one, two that overlap."""
        return tuple(hygiene(self.hypotheses))

    def __repr__(self) -> str:
        head = f"Matrix: {self.question.text}" + (" (open question)" if self.question.open else "")
        names = list(self.hypotheses)
        first = max([8, *map(len, self.evidence)])
        lines = [head, " ".join([" " * first, *names])]
        for row in self.evidence:
            marks = (self._marks.get((row, name)) for name in names)
            cells = (
                (m.value if m else "·").ljust(len(n)) for m, n in zip(marks, names, strict=True)
            )
            lines.append(" ".join([row.ljust(first), *cells]).rstrip())
        lines += ["· not rated yet"] if self.unrated else []
        return "\n".join([*lines, *self.warnings, LIMIT])

    def _column(self, name: str) -> str:
        """The id of a column from what was typed; Python names have no hyphens."""
        return self.hypotheses[_column_id(str(name), self.hypotheses)].id

    def _rivals(self) -> list[str]:
        """The explanations that are ranked, in an order that only the ids decide."""
        return sorted(h.id for h in self.hypotheses.values() if not catch_all(h))

    def _gaps(self) -> Iterator[str]:
        for row in self.evidence:
            open_cells = [h for h in self.hypotheses if (row, h) not in self._marks]
            if len(open_cells) == len(self.hypotheses):
                yield f"{row} is not rated yet"
            elif open_cells:
                yield f"{row} is not rated against {', '.join(open_cells)} yet"

    def _complete(self, row: str) -> bool:
        return all((row, h) in self._marks for h in self.hypotheses)

    def _unexpected(self) -> list[str]:
        return [
            f'What should we also see if {name!r} were true? Write it down: m.expect("{name}", "…")'
            for name, hypothesis in self.hypotheses.items()
            if name not in self._expected and not catch_all(hypothesis)
        ]

    def _weight(self, row: str) -> float | None:
        """The weight of a row; None when its source or item cannot be judged."""
        levels = self._levels.get(row, {})
        if None in levels.values():
            return None
        known = {side: value for side, value in levels.items() if value is not None}
        trust = [known[side] for side in ("credibility", "reliability") if side in known]
        return weight(min(trust, default=0), known.get("relevance", 0))

    def _row(self, row: str, weighs: float) -> Row:
        against = {name: points(self._marks[row, name]) for name in self.hypotheses}
        return Row(row, self._origins[row], weighs, against)

    def _rows(self) -> list[Row]:
        weights = {row: self._weight(row) for row in self.evidence}
        return [self._row(row, w) for row, w in weights.items() if w is not None]

    def _set_aside(self) -> list[str]:
        return sorted(row for row in self.evidence if self._weight(row) is None)


def _column_id(typed: str, known: Iterable[str]) -> str:
    """The typed name, with hyphens where only that is a column; else as typed, for the message."""
    names = list(known)
    hyphens = typed.replace("_", "-")
    return hyphens if typed not in names and hyphens in names else typed


def _figure(value: object) -> object:
    """A figure 1 to 6 read as a grade of the information; words stay words."""
    return Credibility(value) if str(value).strip() in {"1", "2", "3", "4", "5", "6"} else value
