"""A variant of an exercise for each student: another case of the same kind, the same questions.

The variant follows from a secret and the student's id alone, so the grader makes it again and no
file needs to hold it. Record ids of a case can tell what a record is ("copy-3"); in a variant
they are a letter and a number that say nothing.
"""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import pbkdf2_hmac, sha256
from typing import Any

from mediakit.case import Case, attach_reports
from mediakit.exercises.building import question_source
from mediakit.exercises.exercisefile import parse_exercise
from mediakit.exercises.making import MAKERS, Draft
from mediakit.exercises.making.draft import ACCUSING, look_up, named
from mediakit.exercises.questions import ExerciseData
from mediakit.records import Claim, Records

__all__ = [
    "ASKED",
    "DECISIONS",
    "SYNTHETIC",
    "Variant",
    "decisions",
    "neutral",
    "number_of",
    "same_person",
    "tag_of",
    "variant",
    "variant_days",
    "variant_of",
    "with_standing",
]

# What every variant asks, in this order. Each is answered from the texts of the case.
ASKED = (
    "how many origins stand behind a claim",
    "who told whom, in order",
    "where each report had the claim from",
    "who has a ground of their own",
    "from which day something could be known",
    "what was known by a day",
    "the order in which things became public",
    "what may be said of a claim",
    "how evidence fits each explanation",
    "how far a source can be relied on, and why",
    "a claim passed on fairly",
    "a text for a friend, with a rubric",
)
# The fewest and the most decisions in a variant. Others are drawn again: about one in eight.
DECISIONS = (40, 46)
TRIES = 400
INTRO = (
    "{count} questions on the dossier below. They ask who says what, who had it from whom, and "
    "what could be known when. None asks whether an open claim is true."
)
SYNTHETIC = "synthetic"
LEAST_ASKED = 8
RENAMED = {"documents": "D", "evidence": "E", "officials": "O"}


@dataclass(frozen=True)
class Variant:
    """One student's exercise: the case to read, the questions with their key, and a tag.

    The tag stands in the notebook. It shows whose variant it is to somebody who has the secret,
    and tells nothing to anybody else.
    """

    case: Case
    exercise: ExerciseData
    tag: str


def same_person(student: str) -> str:
    """An id as it is compared: one form of each letter, no case, single spaces.

    >>> same_person("  Ada\\u0301  B ") == same_person("adá b")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", student).casefold().split())


def tag_of(secret: str, student: str) -> str:
    """The tag of a student's variant: 16 signs that nobody can turn back.

    >>> tag_of("sesame", "ada") == tag_of("sesame", "ADA ")
    True
    >>> tag_of("sesame", "ada") == tag_of("sesame", "ben")
    False
    """
    return _digest(secret, "tag", student).hex()[:16]


def number_of(secret: str, student: str, attempt: int = 0) -> int:
    """The seed of a student's synthetic case. It has 63 bits, so nobody finds it by trying."""
    return int.from_bytes(_digest(secret, f"case {attempt}", student)[:8], "big") >> 1


def _digest(secret: str, use: str, student: str) -> bytes:
    said = f"{use}\0{same_person(student)}".encode()
    return hmac.new(_key(secret), said, sha256).digest()


@lru_cache(maxsize=16)
def _key(secret: str) -> bytes:
    """The key behind a secret. It is slow on purpose: a tag must not be an easy way to guess it."""
    same = unicodedata.normalize("NFKC", secret.strip())  # one form, whatever keyboard it is from
    return pbkdf2_hmac("sha256", same.encode(), b"mediakit hand-in", 200_000)


def variant(secret: str, student: str, exercise: str) -> Variant:
    """The variant of one student, on a synthetic case.

    The case is cut to the day before its truth came out, so nothing in it settles it. Cases that
    can't carry all the questions, or that ask for clearly more or fewer decisions than others
    (see :func:`decisions`), are drawn again.

    Parameters
    ----------
    secret : str
        What the instructor keeps: the same secret gives the same variants again.
    student : str
        The id of the student; case and spaces around it do not matter.
    exercise : str
        The id of the exercise as a whole.

    Raises
    ------
    ValueError
        When none of the draws gives a variant. With 400 draws this has not been seen.

    Examples
    --------
    >>> one, other = (variant("sesame", name, "week-3") for name in ("ada", "ben"))
    >>> one.exercise == variant("sesame", "Ada", "week-3").exercise
    True
    >>> one.case.title == other.case.title or one.tag == other.tag
    False
    """
    from mediakit.synthetic import synthetic_case

    for attempt in range(TRIES):
        whole = synthetic_case(number_of(secret, student, attempt))
        cut = neutral(whole.as_of(whole.replay[-2].on), exercise)
        drafts = _drafts(cut)
        if drafts is None:
            continue
        data = parse_exercise(question_source(cut, drafts, cut.id), exercise, lambda name: cut)  # noqa: B023  # read at once
        if DECISIONS[0] <= decisions(data) <= DECISIONS[1]:
            return _made(cut, data, secret, student)
    raise ValueError(f"none of {TRIES} draws gives a variant for {student!r}; give another secret")


def variant_days(case: Case) -> tuple[date, ...]:
    """The days on which a case can carry a variant, at least one.

    Raises
    ------
    ValueError
        When it can't on any day; the message says what the whole case lacks.
    """
    stops = {when.on for when in case.replay} | {d.public.on for d in case.documents.values()}
    carried = {day: len(_carried(neutral(case.as_of(day), "x"))) for day in sorted(stops)}
    if max(carried.values(), default=0) >= LEAST_ASKED:
        return tuple(day for day, count in carried.items() if count >= LEAST_ASKED)
    count = len(_carried(neutral(case, "x")))
    raise ValueError(
        f"the case {case.id!r} can carry {count} questions to hand in, and {LEAST_ASKED} are "
        "needed; `mediakit case check` lists what is missing for more"
    )


def variant_of(
    case: Case, days: Sequence[date], secret: str, student: str, exercise: str
) -> Variant:
    """The variant of one student on a given case: a day of it, and an order of its records.

    Students who have the same day are asked the same in another order. Nothing later than the
    day is in it. A claim that is open, or that accuses, is shown with its standing, so nobody is
    asked for that.
    """
    drawn = _digest(secret, "day", student)
    cut = case.as_of(days[int.from_bytes(drawn[:8], "big") % len(days)])
    cut = neutral(cut, exercise, drawn.hex())
    source = question_source(cut, _carried(cut), cut.id)
    data = parse_exercise(source, exercise, lambda name: cut)
    return _made(cut, data, secret, student)


def _made(case: Case, data: ExerciseData, secret: str, student: str) -> Variant:
    intro = INTRO.format(count=len(data.questions))
    data = replace(data, id=case.id, case="", as_of="", intro=intro)
    return Variant(case, data, tag_of(secret, student))


def _drafts(case: Case) -> list[Draft] | None:
    """The questions of a variant, or None when the case can't carry all of them."""
    drafts = _carried(case)
    return drafts if len(drafts) == len(ASKED) else None


def _carried(case: Case) -> list[Draft]:
    """Those of the questions that the case can carry, worded for a reader of the dossier."""
    drafts: list[Draft] = []
    for what in ASKED:
        found = MAKERS[what](case)
        if isinstance(found, str) or _asks_what_is_shown(case, found):
            continue
        prompt = found["prompt"]
        for claim in case.claims.values():
            prompt = prompt.replace(look_up(claim), f"The claim {claim.id} stands in the dossier.")
        drafts.append({**found, "prompt": prompt})
    if _told_elsewhere(case, drafts):
        drafts = [draft for draft in drafts if draft["kind"] != "choose"]
    return [{"id": f"q{number}", **draft} for number, draft in enumerate(drafts, 1)]


def _asks_what_is_shown(case: Case, draft: Draft) -> bool:
    """True when it asks where a claim stands that the dossier shows with its standing."""
    return draft["kind"] == "choose" and with_standing(case.claims[draft["answer"]["claim"]])


def with_standing(claim: Claim) -> bool:
    """True for a claim that is never shown without its standing: open, or accusing somebody."""
    return claim.open or claim.level in ACCUSING


def _told_elsewhere(case: Case, drafts: list[Draft]) -> bool:
    """True when one question asks for the standing of a claim and another one says it."""
    asked = [d["answer"]["claim"] for d in drafts if d["kind"] == "choose"]
    others = " ".join(d["prompt"] for d in drafts if d["kind"] != "choose")
    return any(named(case.claims[claim]) in others for claim in asked)


def decisions(exercise: ExerciseData) -> int:
    """How many decisions an exercise asks for: our measure of how hard its variants are.

    Each item to place, each choice to take or leave, each cell to mark and each report to trace
    counts as one. It says nothing about how hard one decision is.

    Examples
    --------
    >>> low, high = DECISIONS
    >>> low <= decisions(variant("sesame", "ada", "week-3").exercise) <= high
    True
    """
    total = 0
    for question in exercise.questions.values():
        items, options = len(question.items), len(question.options)
        total += {
            "matrix_cells": items * options,
            "choose_several": options,
            "grade_with_grounds": options,
        }.get(question.kind, items or 1)
        if question.kind == "count":
            total += int(question.answer)
    return total


# --- a case whose ids tell nothing -----------------------------------------------------------


def neutral(case: Case, name: str, salt: str = "") -> Case:
    """The same case under another name, its documents, evidence and officials as D1, E1, O1.

    The numbers follow no order that a reader could use; another salt gives another order.

    Examples
    --------
    >>> from mediakit.case import load_case
    >>> case = neutral(load_case("larkhaven"), "week-3")
    >>> case.id, sorted(case.officials)
    ('week-3', ['O1', 'O2', 'O3', 'O4'])
    """
    new = {group: _numbered(case, group, letter, salt) for group, letter in RENAMED.items()}
    groups: dict[str, Any] = {
        f.name: _regrouped(getattr(case, f.name), new.get(f.name, {}), new)
        for f in fields(case)
        if isinstance(getattr(case, f.name), Records)
    }
    told = attach_reports(groups["claims"].values(), groups["documents"], groups["sources"])
    groups["claims"] = Records("claim", {claim.id: claim for claim in told})
    main = new["documents"].get(case.main_document, case.main_document)
    return replace(case, id=name, main_document=main, **groups)


def _numbered(case: Case, group: str, letter: str, salt: str) -> dict[str, str]:
    mixed = sorted(
        getattr(case, group), key=lambda key: sha256(f"{salt}{case.id}/{key}".encode()).hexdigest()
    )
    return {key: f"{letter}{number}" for number, key in enumerate(mixed, 1)}


def _regrouped(
    records: Records[Any], own: Mapping[str, str], new: Mapping[str, Mapping[str, str]]
) -> Any:
    documents = new["documents"]
    found = {own.get(key, key): _renamed(record, own, documents) for key, record in records.items()}
    return Records(records.noun, found)


def _renamed(value: Any, own: Mapping[str, str], documents: Mapping[str, str]) -> Any:
    """A record with its own id and the documents it points to under their new names."""
    if isinstance(value, tuple):
        return tuple(_renamed(part, own, documents) for part in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = dict(_changes(value, own, documents))
    return replace(value, **changed) if changed else value


def _changes(
    record: Any, own: Mapping[str, str], documents: Mapping[str, str]
) -> Iterator[tuple[str, Any]]:
    for f in fields(record):
        value = getattr(record, f.name)
        if f.name == "id":
            yield "id", own.get(value, value)
        elif f.name in ("to", "origin", "document", "said_in"):
            yield f.name, documents.get(value, value)
        elif isinstance(value, tuple) and f.name != "reports":
            yield f.name, _renamed(value, own, documents)
