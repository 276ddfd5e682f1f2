"""What holds for every case that transfers to another matter: asked by each case's own tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from mediakit.case import Case
from mediakit.content import content
from mediakit.hypotheses import Matrix
from mediakit.rankings import Ranking
from mediakit.records import Document, Official, OfficialKind, Records, Source, When

MARKS = {"CC", "C", "N", "I", "II", "NA"}
AVOIDED = re.compile(
    r"\b(claims? that|claimed|admit(s|ted)|reveal(s|ed)|exposed?|debunked|conspiracy|fake news)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def groups(case: Case) -> dict[str, Records[Any]]:
    """Every group of records, by its name."""
    named = {f.name: getattr(case, f.name) for f in fields(case)}
    return {name: group for name, group in named.items() if isinstance(group, Records)}


def first_day(case: Case, source: str) -> date:
    """The first day on which a cut would show this source."""
    spoke: list[Document | Official] = [*case.documents.values(), *case.officials.values()]
    parts = {s.id for s in case.sources.values() if s.part_of == source} | {source}
    return min(r.public.on for r in spoke if r.source in parts)


def dated_texts(case: Case) -> Iterator[tuple[str, str, date]]:
    """(where, text, the day from which a cut shows it), without references and resolution."""
    for name, group in groups(case).items():
        if name == "references":
            continue
        for record in group.values():
            day = record.public.on if getattr(record, "public", None) else None
            if isinstance(record, Source):
                day = first_day(case, record.id)
            yield from _texts(f"{name}/{record.id}", record, day)


def _texts(where: str, record: Any, day: date | None) -> Iterator[tuple[str, str, date]]:
    day = record.public.on if getattr(record, "public", None) else day
    for f in fields(record):
        value = getattr(record, f.name)
        if isinstance(value, str) and day:
            yield f"{where}/{f.name}", value, day
        elif f.name == "reasons" and day:
            yield from ((f"{where}/reasons/{k}", text, day) for k, text in value.items())
        elif isinstance(value, tuple) and f.name != "reports":
            for part in value:
                if is_dataclass(part) and not isinstance(part, When):
                    yield from _texts(f"{where}/{f.name}", part, day)


def written(case: Case) -> Iterator[str]:
    """Our own words: every text but the titles and addresses of references."""
    yield from (case.title, case.summary)
    yield from (text for _, text, _ in dated_texts(case))
    yield from (claim.text for claim in case.claims.values())
    yield from (question.text for question in case.questions.values())
    for explanation in case.hypotheses.values():
        yield from (explanation.label, explanation.text)
    if case.resolution:
        yield from (case.resolution.text, case.resolution.sure)


def holds_enough(case: Case) -> None:
    """The head is filled, there is enough of everything, and nothing is listed for nothing."""
    text = (content("cases") / f"{case.id}.yaml").read_text(encoding="utf-8")
    assert (case.reality, case.reviewed_by) == ("real", "nobody yet")
    assert "CC BY 4.0, the mediakit contributors" in text
    assert len(case.replay) >= 4
    assert [w.on for w in case.replay] == sorted({w.on for w in case.replay})
    assert len(case.evidence) >= 12
    assert len({o.kind for o in case.officials.values()}) >= 3
    assert case.interests
    assert case.decisions
    assert case.disagreements
    for reference in case.references:
        assert len(re.findall(rf"(?<![\w-]){reference}(?![\w-])", text)) >= 2, reference
    speaking = {d.source for d in case.documents.values()}
    speaking |= {o.source for o in case.officials.values()}
    assert set(case.sources) == speaking | {s.part_of for s in case.sources.values()} - {""}


def weighs_every_explanation(case: Case) -> None:
    """Each item is marked, with reasons, for all explanations of the questions it bears on."""
    of_question: dict[str, set[str]] = {}
    for one in case.hypotheses.values():
        of_question.setdefault(one.question, set()).add(one.id)
    assert "not-established" in case.hypotheses
    for item in case.evidence.values():
        assert item.marks, item.id
        asked = {case.hypotheses[one].question for one in item.marks}
        wanted = set().union(*(of_question[question] for question in asked))
        assert set(item.marks) == set(item.reasons) == wanted, item.id
        assert set(item.marks.values()) <= MARKS, item.id
    assert any(len(set(item.marks.values())) == 1 for item in case.evidence.values())
    origins = [item.origin for item in case.evidence.values() if item.origin]
    assert len(origins) > len(set(origins))


def is_told_in_the_order_of_its_days(case: Case) -> None:
    """Documents, evidence, official items, references and decisions run from old to new."""
    for name in ("references", "documents", "evidence", "decisions"):
        days = [r.public.on for r in getattr(case, name).values() if r.public]
        assert days == sorted(days), name
    for claim in case.claims.values():
        days = [status.public.on for status in claim.statuses]
        assert days, claim.id
        assert days == sorted(days), claim.id


def names_no_later_year(case: Case) -> None:
    """No text speaks of a year after the day from which a cut shows it."""
    for where, text, day in dated_texts(case):
        assert not [y for y in YEAR.findall(text) if int(y) > day.year], where


def keeps_the_words(case: Case) -> None:
    """None of the words that decide a matter in passing stands in a text of ours."""
    assert not [text for text in written(case) if AVOIDED.search(text)]
    quoted = [o.wording for o in case.officials.values() if o.wording]
    assert all(len(words.split()) <= 25 for words in quoted)


def is_strict_with_findings(case: Case) -> None:
    """A finding is on the record, has a mandate and says what it did not settle."""
    found = [o for o in case.officials.values() if o.kind is OfficialKind.FINDING]
    assert all(o.on_record and o.mandate and o.not_said for o in found)


def settles_only_what_is_closed(case: Case) -> None:
    """The resolution has true and false claims, and none that is marked open."""
    assert case.resolution
    verdicts = case.resolution.claims
    assert set(verdicts.values()) == {"true", "false"}
    assert not [key for key in verdicts if case.claims[key].open]
    open_questions = {q.id for q in case.questions.values() if q.open}
    assert not [key for key in verdicts if case.claims[key].question in open_questions]


def leaders(case: Case) -> tuple[str, ...]:
    """The explanations that the least speaks against, on the marks of the case file."""
    matrix = Matrix(case).fill_from_case()
    for name in matrix.hypotheses:
        if name != "not-established":
            matrix = matrix.expect(name, "what else one would then find")
    ranking = matrix.rank()
    assert isinstance(ranking, Ranking)
    return ranking.leaders


ALL = (
    holds_enough,
    weighs_every_explanation,
    is_told_in_the_order_of_its_days,
    names_no_later_year,
    keeps_the_words,
    is_strict_with_findings,
    settles_only_what_is_closed,
)
