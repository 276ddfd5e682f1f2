"""A grade and what it rests on: ``q3 = {"grade": "F", "grounds": ["letter"]}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from mediakit.answers import show
from mediakit.exercises.kinds.base import Judged, Kind, Read, Unread
from mediakit.exercises.kinds.picking import fold, pick_all
from mediakit.exercises.questions import Outcome, Question
from mediakit.scales import Credibility, Reliability

__all__ = ["GradeWithGrounds", "Graded", "shape"]

ENDS = ("high", "low", "or")  # the best grade, the worst, and one more beside the range
NAMES = {
    "grade": "grade",
    "rating": "grade",
    "mark": "grade",
    "letter": "grade",
    "grounds": "grounds",
} | dict.fromkeys(
    ("ground", "because", "ids", "records", "record", "reason", "reasons", "evidence", "why"),
    "grounds",
)
# "F because post-8", "F (post-8)", "grade: F, grounds: post-8"
_SAID = re.compile(
    r"^(?:(?:grade|rating|mark|letter)\b[\s:=]*)?(?P<grade>[A-F]\s?[1-6]?|[1-6])(?!\w)[\s,.:;(-]*"
    r"(?:(?:because(?: of)?|(?:based |resting |rests )?on|from|since|grounds?|records?)\b[\s:=]*)?"
    r"(?P<grounds>.*)$",
    re.I | re.S,
)


@dataclass(frozen=True)
class Graded:
    """A grade with its grounds as a learner gave them."""

    grade: str
    grounds: tuple[str, ...]


@dataclass(frozen=True)
class Key:
    """Every grade that is right, and for each the records that bear it out."""

    grades: Mapping[str, tuple[str, ...]]


class GradeWithGrounds(Kind):
    """A letter A to F, a figure 1 to 6 or both, and the ids of the records it rests on.

    ``answer`` gives the range, ``{high: C, low: D, or: F}``; ``grounds`` tells for each option
    which end it bears out (``high``, ``low``, ``or``), an empty list where it bears out none. A
    grade in the middle may rest on what bears out either end. The grade earns half of the
    points, its grounds the other half, and grounds earn nothing under a grade they do not fit.
    """

    uses = frozenset({"options", "grounds"})
    needs = frozenset({"answer", "options", "grounds"})

    def example(self, question: Question) -> str:
        wrong = _off(question)
        literal = {"grade": wrong, "grounds": (next(iter(question.options)),)}
        return f"{question.id} = {show(literal)}"

    def read(self, question: Question, value: Any) -> Read | Unread:
        parts = _parts(value)
        if parts is None:
            why = "a grade and its grounds are asked for, like "
            return Unread(why + self.example(question))
        grade = _grade(parts.get("grade", ...), question)
        if isinstance(grade, Unread):
            return grade
        grounds = parts.get("grounds", ())
        grounds = tuple(grounds) if isinstance(grounds, dict) else grounds  # {"c2": "why"}
        named = pick_all("record", grounds, question.options)
        if isinstance(named, Unread):
            return named
        if not named:
            return Unread("the grounds are missing: name at least one record in a list, like "
                          + self.example(question))  # fmt: skip
        return Read(Graded(grade, tuple(key for key in question.options if key in named)))

    def read_key(self, question: Question, value: Any) -> Read | Unread:
        """The range of grades that are right: ``{high: C, low: D, or: F}``."""
        if not isinstance(value, dict) or "high" not in value:
            return Unread(_RANGE)
        return _key(question, value)

    def judge(self, question: Question, given: Any) -> Judged:
        right: Mapping[str, tuple[str, ...]] = question.answer.grades
        if given.grade not in right:
            return Judged(Outcome.NOT_YET, details=("the records do not bear this grade out",))
        loose = [key for key in given.grounds if key not in right[given.grade]]
        if not loose:
            return Judged(Outcome.RIGHT, Fraction(1))
        details = (
            f"the grade can be held; not with {', '.join(loose)} as its ground",
        )  # fmt: skip
        return Judged(Outcome.PARTLY, Fraction(1, 2), details)

    def literal(self, value: Any) -> Any:
        if isinstance(value, Key):
            grade = next(g for g, grounds in value.grades.items() if grounds)
            value = Graded(grade, value.grades[grade][:1])
        return {"grade": value.grade, "grounds": value.grounds}

    def fits(self, pattern: Mapping[str, Any], given: Any) -> bool:
        """``also: {grade: [A, B]}`` or ``{includes: [id]}``; both together must both fit."""
        grades, named = pattern.get("grade"), pattern.get("includes", ())
        if isinstance(given, Key):  # the test that no pattern fits what is right
            pairs = given.grades.items()
            return any(
                (grades is None or g in grades) and set(named) <= set(ids) for g, ids in pairs
            )
        return (grades is None or given.grade in grades) and set(named) <= set(given.grounds)

    def faults(self, question: Question) -> list[str]:
        known = set(question.options)
        strange = sorted(set(question.grounds) - known)
        missing = sorted(known - set(question.grounds))
        ends = {end for found in question.grounds.values() for end in found}
        faults = [f"'grounds' names {name!r}, which is no option" for name in strange]
        faults += [f"'grounds' says nothing about {name!r}; [] for no end" for name in missing]
        faults += [f"{end!r} is no end; write high, low or or" for end in sorted(ends - set(ENDS))]
        grades = question.answer.grades if question.answer else {}
        return faults + [f"nothing bears out the grade {g}" for g, ids in grades.items() if not ids]


def _parts(value: Any) -> dict[str, Any] | None:
    """The grade and the grounds of a dict, or of a pair of the two."""
    if isinstance(value, dict):
        found = {NAMES.get(fold(str(key)), ""): part for key, part in value.items()}
        if list(found) == [""] and len(value) == 1:  # {"F": ["post-8"]}
            grade, grounds = next(iter(value.items()))
            return {"grade": grade, "grounds": grounds}
        return found if "grade" in found and "" not in found else None
    if isinstance(value, str):
        said = _SAID.match(value.strip()[:2_000])
        if said:
            return said.groupdict()
        head, _, rest = value.strip().partition(" because ")
        head = head.strip(" ,.;:")
        return {"grade": head, "grounds": rest} if head else None
    if isinstance(value, tuple) and len(value) > 1:
        return {"grade": value[0], "grounds": value[1] if len(value) == 2 else value[1:]}
    return None


def shape(question: Question) -> str:
    """What a grade is here: "letter", "figure" or "both"; empty on a paper, which has no key."""
    some = next(iter(question.answer.grades), "F") if question.answer else ""
    return {"": "", "F": "letter"}.get(
        some, "both" if len(some) == 2 else "figure" if some.isdigit() else "letter"
    )


_WANTED = {
    "letter": "a letter A to F",
    "figure": "a figure 1 to 6",
    "both": "a letter A to F and a figure 1 to 6, like B2",
    "": "a letter A to F, a figure 1 to 6, or both",
}


def _grade(value: Any, question: Question) -> str | Unread:
    asked = shape(question)
    if value is ...:
        return Unread(f"the grade is missing: write {_WANTED[asked]}")
    wanted = Unread(f"{show(value, 40)} is no grade here; write {_WANTED[asked]}")
    if isinstance(value, bool) or not isinstance(value, (str, int, tuple)):
        return wanted
    if isinstance(value, tuple):
        value = "".join(str(part) for part in value[:2])
    text = re.sub(r"[\s/,.()-]+", "", str(value)[:60].upper())
    if not re.fullmatch(r"[A-F][1-6]|[A-F]|[1-6]", text):
        said = re.match(r"\s*([A-F][1-6]?|[1-6])\s*[(:,-]", str(value)[:60], re.I)
        text = said[1].upper() if said else ""
        rest = re.sub(r"[():,-]+", " ", str(value)[said.end() - 1 : 60]).strip() if said else ""
        if not said or _from_words(rest)[-1:] != text[-1:]:  # "F (cannot be judged)"
            text = _from_words(str(value)[:60])
    given = "both" if len(text) == 2 else "figure" if text.isdigit() else "letter"
    return text if text and asked in ("", given) else wanted


def _from_words(text: str) -> str:
    for scale in (Reliability, Credibility):
        try:
            return str(scale(text).value)
        except ValueError:
            continue
    return ""


_RANGE = "write the range as {high: C, low: D}, and 'or: F' beside it if need be"


def _key(question: Question, value: Mapping[str, Any]) -> Read | Unread:
    ends: dict[str, str] = {}
    for name, grade in value.items():
        found = _grade(grade, question)
        if name not in ENDS or isinstance(found, Unread):
            return Unread(_RANGE)
        ends[name] = found
    high, low = ends["high"], ends.get("low", ends["high"])
    grades = _between(high, low)
    if not grades:
        return Unread(f"{low} is not the same as {high} or worse; the range begins with the best")
    right = {g: _bearing(question, _at(g, high, low)) for g in grades}
    if "or" in ends:
        right[ends["or"]] = _bearing(question, {"or"})
    return Read(Key(right))


def _at(grade: str, high: str, low: str) -> set[str]:
    """The ends of the range that a grade stands at; both for one in the middle."""
    if high == low or grade not in (high, low):
        return {"high", "low"}
    return {"high"} if grade == high else {"low"}


def _bearing(question: Question, ends: set[str]) -> tuple[str, ...]:
    return tuple(k for k in question.options if ends & set(question.grounds.get(k, ())))


def _between(high: str, low: str) -> list[str]:
    """Every grade of a range: "B" to "D", or "B2" to "C3", which holds four."""
    if len(high) != len(low) or any(
        a.isdigit() != b.isdigit() for a, b in zip(high, low, strict=True)
    ):
        return []
    grades = [""]
    for first, last in zip(high, low, strict=True):
        signs = "123456" if first.isdigit() else "ABCDEF"
        grades = [g + s for g in grades for s in signs[signs.index(first) : signs.index(last) + 1]]
    return grades


def _off(question: Question) -> str:
    """A grade for the example that is not right."""
    right = question.answer.grades if question.answer else {}
    some = next(iter(right), "F")
    signs = ("A", "E", "F", "1", "5", "6", "A1", "E5", "F6", "A5")
    shaped = [s for s in signs if len(s) == len(some) and s[0].isdigit() == some[0].isdigit()]
    return next((s for s in shaped if s not in right), shaped[0])
