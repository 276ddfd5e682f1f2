"""Explanations before they are compared: one question, none missing, none the same twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from mediakit.records import Evidence, Hypothesis, Question, Records

if TYPE_CHECKING:
    from mediakit.case import Case

R = TypeVar("R", Hypothesis, Evidence)

# Labels that explain nothing: evidence can hardly speak against them, so they are not ranked.
CATCH_ALL = {"not established", "none of these", "not known", "unknown", "undetermined"}
SMALL_WORDS = frozenset(
    re.findall(r"\w+", "a an and at by for from in it its of on or that the this to was were with")
)


def by_id(records: Mapping[str, R] | Iterable[R]) -> dict[str, R]:
    """The records by id, from a mapping or a list. Two with one id are refused."""
    found: dict[str, R] = {}
    for record in records.values() if isinstance(records, Mapping) else records:
        if record.id in found:
            raise ValueError(f"two records are called {record.id!r}; give each an id of its own")
        found[record.id] = record
    return found


def question_of(case: Case, question: str | Question | None) -> Question:
    """The question that a matrix of this case is about.

    Left out, it is the only one with explanations that somebody could settle.
    """
    if question is not None:
        return case.questions[question if isinstance(question, str) else question.id]
    asked = {h.question for h in case.hypotheses.values()}
    settled = [q for q in case.questions.values() if q.id in asked and not q.open]
    if len(settled) != 1:
        choices = ", ".join(sorted(asked)) or "none"
        raise ValueError(f'a matrix holds one question; say which one with question="…": {choices}')
    return settled[0]


def one_question(hypotheses: Mapping[str, Hypothesis], question: str | Question | None) -> Question:
    """The question that loose explanations share; two questions are refused."""
    asked = sorted({h.question for h in hypotheses.values()})
    if len(asked) > 1:
        raise ValueError(
            f"these explanations answer {len(asked)} questions ({', '.join(asked)}); "
            "a matrix holds one: make a matrix for each"
        )
    if not isinstance(question, Question):
        raise ValueError(
            "without a case a matrix needs the question as a record, which says whether it is "
            'open: question=case.questions["…"] or question=Question(id, text)'
        )
    if asked and asked[0] != question.id:
        raise ValueError(
            f"these explanations answer {asked[0]!r}, and the question given is {question.id!r}; "
            "a matrix holds one question"
        )
    return question


def about(case: Case, question: Question) -> Records[Hypothesis]:
    """The explanations of this question."""
    return case.hypotheses.only(lambda h: h.question == question.id)


def bearing(case: Case, question: Question) -> Records[Evidence]:
    """The evidence of a case on this question: marked against it, or tied to its claims."""
    explained = set(about(case, question))

    def bears(item: Evidence) -> bool:
        asked = {case.claims[c].question for c in item.claims if c in case.claims}
        return bool(explained & set(item.marks)) or (not item.marks and question.id in asked)

    return case.evidence.only(bears)


def root(case: Case | None, item: Evidence) -> str:
    """Where a row goes back to: the one origin of its document when there is one.

    A row that names no document stands for itself.
    """
    if case is None or item.origin not in case.documents:
        return item.origin or f"row {item.id}"
    from mediakit.provenance import trace

    ends = {
        end.id
        for claim in item.claims
        if claim in case.claims and item.origin in {r.id for r in case.claims[claim].reports}
        for end in trace(case.claims[claim], item.origin).origins
    }
    return ends.pop() if len(ends) == 1 else item.origin


def catch_all(hypothesis: Hypothesis) -> bool:
    """True for "not established" and its like: the explanation that explains nothing."""
    plain = {re.sub(r"[\W_]+", " ", t).strip().lower() for t in (hypothesis.id, hypothesis.label)}
    return bool(plain & CATCH_ALL)


def hygiene(hypotheses: Mapping[str, Hypothesis]) -> Iterator[str]:
    """What is odd about the explanations: none says "not established", or two overlap.

    Overlap is seen from the words alone, so it is a question to the author, not a finding.
    """
    if not any(catch_all(h) for h in hypotheses.values()):
        yield (
            "No explanation here says 'not established'. Add one: the true explanation may be "
            "one that nobody has thought of."
        )
    ranked = [h for h in hypotheses.values() if not catch_all(h)]
    for one, other in combinations(sorted(ranked, key=lambda h: h.id), 2):
        a, b = _words(one), _words(other)
        if a and b and (a <= b or b <= a):
            yield (
                f"{one.id!r} and {other.id!r} may overlap: can both be true at once? Explanations "
                "in one matrix should exclude each other."
            )


def _words(hypothesis: Hypothesis) -> set[str]:
    return set(re.findall(r"\w+", hypothesis.label.lower())) - SMALL_WORDS
