"""A variant of an exercise for each student: another case of the same kind, the same questions.

The variant follows from a secret and the student's id alone, so the grader makes it again and no
file needs to hold it. Record ids of a case can tell what a record is ("copy-3"); in a variant
they are a letter and a number that say nothing.
"""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import pbkdf2_hmac, sha256

from mediakit.case import Case
from mediakit.exercises.building import question_source
from mediakit.exercises.exercisefile import parse_exercise
from mediakit.exercises.making import MAKERS, Draft
from mediakit.exercises.making.draft import ACCUSING, look_up, named
from mediakit.exercises.neutral import neutral
from mediakit.exercises.questions import ExerciseData
from mediakit.records import Basis, Claim, Document, Ground, Records, Standing

__all__ = [
    "ASKED",
    "DECISIONS",
    "SYNTHETIC",
    "Variant",
    "decisions",
    "number_of",
    "same_person",
    "tag_of",
    "variant",
    "variant_days",
    "variant_of",
    "with_standing",
]

STANDING = "what may be said of a claim"
# What every variant asks, in this order. Each is answered from the texts of the case.
ASKED = (
    "how many origins stand behind a claim",
    "who told whom, in order",
    "where each report had the claim from",
    "who has a ground of their own",
    "from which day something could be known",
    "what was known by a day",
    "the order in which things became public",
    STANDING,
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
    can't carry all the questions, that ask for clearly more or fewer decisions than others
    (see :func:`decisions`), or whose texts leave a source open that is asked for, are drawn again.

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
        drafts = _drafts(cut, _digest(secret, f"standing {attempt}", student))
        if drafts is None or not _told_plainly(cut, drafts):
            continue
        data = _parsed(cut, drafts)
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
    return _made(cut, _parsed(cut, _carried(cut)), secret, student)


def _parsed(case: Case, drafts: list[Draft]) -> ExerciseData:
    return parse_exercise(question_source(case, drafts, case.id), case.id, lambda name: case)


def _made(case: Case, data: ExerciseData, secret: str, student: str) -> Variant:
    intro = INTRO.format(count=len(data.questions))
    data = replace(data, id=case.id, case="", as_of="", intro=intro)
    return Variant(case, data, tag_of(secret, student))


def _drafts(case: Case, drawn: bytes) -> list[Draft] | None:
    """The questions of a variant, or None when the case can't carry all of them.

    A claim is named without its standing, because one question asks for one. Which one is drawn,
    or it would be disputed for everybody.
    """
    shown = {named(c): named(c, standing=False) for c in case.claims.values()}
    drafts = _carried(case, {STANDING: _with_one_claim(case, drawn)}, shown)
    return drafts if len(drafts) == len(ASKED) else None


def _with_one_claim(case: Case, drawn: bytes) -> Case:
    """The case with the one claim whose standing is asked for: first a standing, then a claim."""
    groups: dict[str, list[Claim]] = {}
    for claim in case.claims.values():
        told = claim.status.standing if claim.status else None
        seen = any(r.document.ground is Ground.OWN for r in claim.reports)
        if told and not with_standing(claim) and not (told is Standing.REPORTED and seen):
            groups.setdefault(told.value, []).append(claim)
    if not groups:
        return case
    group = groups[sorted(groups)[drawn[0] % len(groups)]]
    claim = group[drawn[1] % len(group)]
    return replace(case, claims=Records("claim", {claim.id: claim}))


def _told_plainly(case: Case, drafts: list[Draft]) -> bool:
    """True when the texts show one source for each report whose source is asked for.

    They do not where an outlet that is named has two reports to choose from, or where two of
    them have the same turn of phrase.
    """
    draft = next(d for d in drafts if d["kind"] == "match")
    options = [case.documents[key] for key in draft["options"]]
    for item in (case.documents[key] for key in draft["items"]):
        link = item.took_from[0]
        taken = case.documents[link.to]
        alike = [d for d in options if d.public.on <= item.public.on and d.id != item.id]
        if link.basis is Basis.MATCHING:
            alike = [d for d in alike if _worded_by(case, d) == _worded_by(case, taken)]
        else:
            alike = [d for d in alike if d.source == taken.source]
        if alike != [taken]:
            return False
    return True


def _worded_by(case: Case, document: Document) -> str:
    """The document whose words these are: the same, or the one that it repeats to the letter."""
    while document.took_from and document.took_from[0].basis is Basis.MATCHING:
        document = case.documents[document.took_from[0].to]
    return document.id


def _carried(
    case: Case, cases: Mapping[str, Case] = {}, words: Mapping[str, str] = {}
) -> list[Draft]:
    """Those of the questions that the case can carry, worded for a reader of the dossier.

    ``cases`` has another case to make a question from, and ``words`` what to put for others.
    """
    drafts: list[Draft] = []
    for what in ASKED:
        found = MAKERS[what](cases.get(what, case))
        if isinstance(found, str) or _asks_what_is_shown(case, found):
            continue
        prompt = found["prompt"]
        for claim in case.claims.values():
            prompt = prompt.replace(look_up(claim), f"The claim {claim.id} stands in the dossier.")
        for long, short in words.items():
            prompt = prompt.replace(long, short)
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
