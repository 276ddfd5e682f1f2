"""Questions about explanations and evidence: what separates, and how each row fits each one."""

from __future__ import annotations

from mediakit.case import Case
from mediakit.exercises.feedback import sentence
from mediakit.exercises.making.draft import (
    Draft,
    called,
    clean,
    mistake,
    safe,
    shuffled,
    with_mistakes,
)
from mediakit.records import Evidence, Hypothesis, Question
from mediakit.words import listed

__all__ = ["mark_cells", "what_separates"]

AGAINST = ("I", "II")
FITS = ("CC", "C")


def _table(case: Case) -> tuple[Question, list[Hypothesis], list[Evidence]] | None:
    """The settled or unsettled question with most rows that are marked in full."""
    best = None
    for question in case.questions.values():
        columns = [h for h in case.hypotheses.values() if h.question == question.id]
        rows = [
            e
            for e in case.evidence.values()
            if all(h.id in e.marks for h in columns) and clean(called(case, e))
        ]
        if len(columns) > 1 and rows and not question.open:
            found = (question, columns, rows)
            best = found if best is None or len(rows) > len(best[2]) else best
    return best


def _real(columns: list[Hypothesis]) -> list[Hypothesis]:
    """The columns without "not established", which next to nothing can speak against."""
    from mediakit.explanations import catch_all

    return [h for h in columns if not catch_all(h)]


def _parts(row: Evidence, columns: list[Hypothesis]) -> bool:
    marks = {row.marks[h.id].upper() for h in columns}
    return bool(marks & set(AGAINST)) and bool(marks & set(FITS))


def _flat(row: Evidence, columns: list[Hypothesis]) -> bool:
    return not {row.marks[h.id].upper() for h in columns} & set(AGAINST)


def what_separates(case: Case) -> Draft | str:
    """Which row tells the explanations apart."""
    table = _table(case)
    if table is None:
        return "no question that is settled or can be has evidence marked against explanations"
    question, columns, rows = table
    real = _real(columns)
    parting = [r for r in rows if _parts(r, real)]
    flat = [r for r in rows if _flat(r, real)]
    if not parting or len(flat) < 3:
        return "it needs a row that speaks against an explanation, and three that fit them all"
    right = max(parting, key=lambda r: (sum(r.marks[h.id].upper() in AGAINST for h in real), r.id))
    wrong = flat[:3]
    keys = shuffled(case, [right.id, *(r.id for r in wrong)])
    against = [h.label for h in real if right.marks[h.id].upper() in AGAINST]
    hurt = [h.id for h in real if right.marks[h.id].upper() in AGAINST]
    why = next((safe(right.reasons[key]) for key in hurt if right.reasons.get(key)), "")
    draft = {
        "kind": "choose",
        "prompt": (
            f"The question is: {safe(question.text)} The explanations are: "
            f"{'; '.join(safe(h.label) for h in columns)}. Which of these tells them apart?"
        ),
        "options": {key: called(case, case.evidence[key]) for key in keys},
        "answer": right.id,
        "points": 2,
        "records": [],
        "right": (
            f"It speaks against {listed(against)}, and fits another explanation."
            + (f" {sentence(why)}" if why and clean(why) else "")
        ),
        "hints": [
            "For each row, ask whether you would expect to see it under every explanation.",
            "What fits all of them tells none apart, however striking it is.",
        ],
        "solution": (
            f"{right.id}. {wrong[0].id} is tempting, because it fits what one has in mind. It fits "
            "the rivals as well."
        ),
    }
    texts = (
        ("fits-so-it-proves", "It fits one explanation well.",
         "Evidence that fits says nothing as long as it fits the rivals too.",
         "Ask which explanation would have trouble with it. Look for one that has."),
        ("striking-is-telling", "It stays in mind, and much was written about it.",
         "How striking something is does not show what it separates.",
         "Put it under each explanation in turn, and see whether any of them is hurt."),
        ("official-is-telling", "It comes from somebody with a name or an office.",
         "A sound source makes a row believable, and it may still fit everything.",
         "Keep two questions apart: is it so, and what would it rule out?"),
    )  # fmt: skip
    return with_mistakes(draft, right.id, [
        mistake(name, [row.id], f"{called(case, row)}: no explanation here has trouble with that.",
                tempting, misleads, better, records=[row.id])
        for row, (name, tempting, misleads, better) in zip(wrong, texts, strict=True)
    ])  # fmt: skip


def mark_cells(case: Case) -> Draft | str:
    """How two rows fit each explanation."""
    table = _table(case)
    if table is None:
        return "no question that is settled or can be has evidence marked against explanations"
    question, columns, rows = table
    real = _real(columns)
    parting = [r for r in rows if _parts(r, real)]
    flat = [r for r in rows if _flat(r, real)]
    if not parting or not flat:
        return "it needs a row that speaks against an explanation, and one that fits them all"
    chosen = [parting[-1], flat[-1]]
    marks = {r.id: {h.id: r.marks[h.id].upper() for h in columns} for r in chosen}
    some = next(h for h in real if marks[chosen[0].id][h.id] in AGAINST)
    other = next(h for h in real if marks[chosen[0].id][h.id] in FITS)
    base = {row: dict(cells) for row, cells in marks.items()}
    turned = {"CC": "II", "C": "I", "I": "C", "II": "CC", "N": "N", "NA": "NA"}
    draft = {
        "kind": "matrix_cells",
        "prompt": (
            f"The question is: {safe(question.text)} Mark how each row fits each explanation. "
            "Neighbours on the scale are accepted; what counts is the side."
        ),
        "items": {r.id: called(case, r) for r in chosen},
        "options": {h.id: safe(h.label) for h in columns},
        "answer": {"finding": "cells", "question": question.id, "records": [r.id for r in chosen]},
        "points": 2,
        "records": [chosen[0].id],
        "right": (
            f"{chosen[0].id} speaks against {some.label}. {chosen[1].id} speaks against none of "
            "them: it separates nothing."
        ),
        "hints": [
            "Ask of each cell: if this explanation were true, would we expect to see this?",
            "One of the two rows has trouble with at least one explanation.",
        ],
        "solution": "; ".join(
            f"{row}: " + ", ".join(f"{h} {mark}" for h, mark in cells.items())
            for row, cells in marks.items()
        )
        + ". It is tempting to mark what one believes, and not what one would expect to see.",
    }
    first, second = (r.id for r in chosen)
    return with_mistakes(draft, repr(base), [
        mistake(
            "everything-fits", [{r: dict.fromkeys(cells, "C") for r, cells in marks.items()}],
            "One of the two rows is hard to expect under one of the explanations.",
            "With some good will, everything can be made to fit.",
            "A table in which everything fits cannot tell anything apart.",
            "Ask what we would not expect to see, and mark that with I.",
        ),
        mistake(
            "everything-against", [{r: dict.fromkeys(cells, "I") for r, cells in marks.items()}],
            "One of the two rows is what we would expect under more than one explanation.",
            "Looking for what speaks against, one finds it everywhere.",
            "A row against everything separates as little as a row that fits everything.",
            "Ask of each column by itself what we would expect to see.",
        ),
        mistake(
            "scale-turned-around",
            [{r: {h: turned[m] for h, m in cells.items()} for r, cells in marks.items()}],
            "The scale runs from CC, which fits very well, to II, which hardly fits at all.",
            "C and I look like a grade and its opposite, in either direction.",
            "A slip in reading turns the whole table around.",
            "Read the scale once more, then mark again.",
        ),
        mistake(
            "marks-a-belief", [{**base, first: {**base[first], some.id: "CC", other.id: "II"}}],
            f"Under {some.label}, we would hardly expect the row {first}.",
            "One marks high what one holds to be true.",
            "The mark says how the row fits, and not which explanation is right.",
            "Suppose the explanation were true. Would you expect to see this row?",
            records=[first],
        ),
        mistake(
            "fits-one-so-hurts-the-rest",
            [{**base, second: {h: (m if m in FITS else "II") for h, m in base[second].items()}}],
            f"The row {second} can be expected under several of the explanations.",
            "What supports one explanation seems to speak against the others.",
            "A row can fit several.",
            "Ask each column by itself, without looking at the others.",
            records=[second],
        ),
    ], same=_same)  # fmt: skip


def _same(value: object) -> str:
    return value if isinstance(value, str) else repr(value)
