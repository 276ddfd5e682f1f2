"""A reader of dossiers: answers a synthetic variant from its notebook alone, as a student would.

It knows no key, no case and no secret. It reads the text cells, follows the sentences by which
the invented reports show where they have something from, and gives every answer that the texts
allow. One answer to a question means that a careful reader can find it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise, permutations
from typing import Any

from mediakit.exercises.questions import ExerciseData, Question

__all__ = ["Dossier", "answers", "read_dossier"]

NO_TEXT = "What is known of it: "
DAY = r"\d{1,2} [A-Z][a-z]+ \d{4}"
_RECORD = re.compile(r"^\*\*`(?P<id>[DEO]\d+)`\*\* (?P<rest>.+)$", re.MULTILINE)
_REPORT = re.compile(rf"^(?P<who>.+), (?P<day>{DAY}) \((?P<kind>[a-z_ ]+)\)\.(?: (?P<text>.*))?$")
_OFFICIAL = re.compile(rf"^(?P<who>.+), (?P<day>{DAY})\. (?P<text>.*)$")
_SEEN = re.compile(rf"^(?P<text>.*) \(public (?P<day>{DAY})\)$")
_CLAIM = re.compile(r"^\*\*(?P<id>[a-z0-9-]+)\*\* (?P<text>.+)$", re.MULTILINE)
_PAST = re.compile(
    r"^\*\*(?P<who>.+)\.\*\* .*?Of (?P<all>\d+) earlier reports .*, (?P<right>\d+) w", re.MULTILINE
)
_OWN = re.compile(r"(?:measured and found|went to look and saw|a reporter to look and saw) that")
_FROM = (
    re.compile(r"prints what (?P<who>.+?) said: "),
    re.compile(r"This was heard from (?P<who>.+?): "),
)
_LINKS = re.compile(r"\[\d+\] (.+?)(?=  \[|$)")
_PHRASE = re.compile(r"“([^”]+),” it says at the end")


@dataclass(frozen=True)
class Record:
    """What stands in the dossier under one sign."""

    id: str
    who: str
    day: date
    text: str

    @property
    def own(self) -> bool:
        """True when it tells what it saw, measured or examined itself."""
        return bool(_OWN.search(self.text))


@dataclass(frozen=True)
class Dossier:
    """The dossier as it stands in a notebook."""

    claims: dict[str, str]
    records: dict[str, Record]
    past: dict[str, tuple[int, int]]  # right, checked

    def says(self, claim: str) -> list[Record]:
        """The reports that make a claim, those behind them without a text of their own too."""
        found = [r for r in self.reports if self.claims[claim] in r.text]
        unheard = [s for r in found for s in self.sources(r) if s.text.startswith(NO_TEXT)]
        behind = unheard if claim != "event" else []
        return list({r.id: r for r in (*found, *behind)}.values())

    @property
    def reports(self) -> list[Record]:
        return [r for r in self.records.values() if r.id.startswith("D")]

    def sources(self, record: Record) -> list[Record]:
        """The reports from which a report may have it, by what it says or how it is worded."""
        names = [found["who"] for way in _FROM for found in way.finditer(record.text)]
        if "Here are my sources: " in record.text:
            names += _LINKS.findall(record.text.split("Here are my sources: ")[1])
        earlier = [r for r in self.reports if r.day <= record.day and r.id != record.id]
        if names:
            return [r for r in earlier if r.who in names]
        phrase = _PHRASE.search(record.text)
        if record.own or not phrase or "The report names no source" not in record.text:
            return []
        return [r for r in earlier if f"“{phrase[1]},”" in r.text]


def _day(text: str) -> date:
    return datetime.strptime(text, "%d %B %Y").date()


def read_dossier(notebook: str) -> Dossier:
    """The dossier from the bytes of a notebook."""
    cells = ["".join(c["source"]) for c in json.loads(notebook)["cells"]]
    parts = {c.splitlines()[0]: c for c in cells if c.startswith("### ")}
    claims = {m["id"]: m["text"] for m in _CLAIM.finditer(parts["### Claims"])}
    past = {m["who"]: (int(m["right"]), int(m["all"]))
            for m in _PAST.finditer(parts.get("### Who speaks", ""))}  # fmt: skip
    records = {}
    for head, form in (("Reports", _REPORT), ("What officials said", _OFFICIAL),
                       ("What was seen", _SEEN)):  # fmt: skip
        for entry in _RECORD.finditer(parts.get(f"### {head}", "")):
            told = form.match(entry["rest"])
            assert told, entry[0]
            said = told.groupdict()
            records[entry["id"]] = Record(
                entry["id"], said.get("who", ""), _day(said["day"]), said["text"] or ""
            )
    return Dossier(claims, records, past)


def answers(dossier: Dossier, paper: ExerciseData) -> Iterator[tuple[Question, list[Any]]]:
    """Each question that can be solved by reading, with every answer that the texts allow."""
    for question in paper.questions.values():
        for mark, solve in _SOLVERS.items():
            if mark in question.prompt:
                yield question, list(solve(dossier, question))
                break


def _claim_of(dossier: Dossier, question: Question) -> str:
    found = re.search(r"the claim ([a-z0-9-]+)", question.prompt)
    assert found
    return found[1]


def _origins(dossier: Dossier, question: Question) -> Iterator[Any]:
    said = dossier.says(_claim_of(dossier, question))
    ids = {r.id for r in said}
    ends = [r for r in said if not [s for s in dossier.sources(r) if s.id in ids]]
    yield len({r.who for r in ends})  # one outlet with two reports is one origin


def _chain(dossier: Dossier, question: Question) -> Iterator[Any]:
    named = re.search(rf"report by (.+) \(({DAY})\)", question.prompt)
    assert named
    end = {r.id for r in dossier.reports if (r.who, str(r.day)) == (named[1], str(_day(named[2])))}
    for order in permutations(question.items):
        told = [dossier.records[key] for key in order]
        if order[-1] in end and all(_may_follow(dossier, a, b) for a, b in pairwise(told)):
            yield list(order)


def _may_follow(dossier: Dossier, one: Record, other: Record) -> bool:
    """True when the other report leads back to this one, or to one that shows no source at all."""
    reached, ends = [other], []
    for record in reached:
        sources = dossier.sources(record)
        reached += [s for s in sources if s not in reached]
        silent = "The report names no source" in record.text
        ends += [record] if silent and not sources and one.day <= record.day else []
    return one in reached[1:] or bool(ends)


def _took_from(dossier: Dossier, question: Question) -> Iterator[Any]:
    one: dict[str, str] = {}
    for key in question.items:
        found = [s.id for s in dossier.sources(dossier.records[key]) if s.id in question.options]
        if len(found) != 1:
            return
        one[key] = found[0]
    yield one


def _own(dossier: Dossier, question: Question) -> Iterator[Any]:
    yield [key for key in question.options if dossier.records[key].own]


def _first_public(dossier: Dossier, question: Question) -> Iterator[Any]:
    found = re.search(r"it had been seen that (.+?)\. On which day", question.prompt)
    assert found
    yield str(min(r.day for r in dossier.records.values() if found[1] in r.text))


def _of_record(dossier: Dossier, question: Question) -> Iterator[Any]:
    said = question.prompt.rstrip(".").split("first know this: ")[1]
    yield from {str(r.day) for r in dossier.records.values() if r.text.rstrip(".") == said}


def _known(dossier: Dossier, question: Question) -> Iterator[Any]:
    day = re.search(DAY, question.prompt)
    assert day
    yield [key for key in question.options if dossier.records[key].day <= _day(day[0])]


def _in_order(dossier: Dossier, question: Question) -> Iterator[Any]:
    for order in permutations(question.items):
        if all(dossier.records[a].day <= dossier.records[b].day for a, b in pairwise(order)):
            yield list(order)


def _standing(dossier: Dossier, question: Question) -> Iterator[Any]:
    claim = _claim_of(dossier, question)
    if claim == "event":
        yield "established"
        return
    rivals = _rivals(dossier, claim)
    yield "disputed" if any(dossier.says(other) for other in rivals) else "reported"


def _rivals(dossier: Dossier, claim: str) -> list[str]:
    """Other answers to the same question: main ones have a plain id, smaller ones a number."""
    side = claim.rpartition("-")[0]
    return [c for c in dossier.claims
            if c not in ("event", claim) and c.rpartition("-")[0] == side]  # fmt: skip


def _cells(dossier: Dossier, question: Question) -> Iterator[Any]:
    """Whoever says what was seen also says what it means; what is seen anyway parts nothing."""
    marked: dict[str, dict[str, str]] = {}
    for row in question.items:
        seen = re.match(r"(.+?) says that (.+)\.$", dossier.records[row].text)
        cells = {}
        for column in question.options:
            claim = column.removeprefix("it-was-")
            told = [r for r in dossier.reports if seen and seen[2] in r.text and r.own]
            borne = any(dossier.claims.get(claim, "\0") in r.text for r in told)
            mark = "N" if column == "not-established" else "C" if borne else "I"
            cells[column] = mark if seen else "C"
        marked[row] = cells
    yield marked


def _graded(dossier: Dossier, question: Question) -> Iterator[Any]:
    found = re.search(r"\((D\d+)\)\? Give", question.prompt)
    assert found
    record = dossier.records[found[1]]
    right, checked = dossier.past.get(record.who, (0, 0))
    letter = "F"
    if checked:
        steps = ((0.9, "A"), (0.75, "B"), (0.6, "C"), (0.4, "D"), (0.0, "E"))
        letter = next(letter for least, letter in steps if right / checked >= least)
    yield {"grade": letter, "grounds": [record.id]}


_SOLVERS = {
    "independent origins": _origins,
    "Put the chain behind": _chain,
    "Where did each have it from": _took_from,
    "told what they themselves saw": _own,
    "first public?": _first_public,
    "first know this: ": _of_record,
    "an outside reader know?": _known,
    "could first see them": _in_order,
    "What may be said of": _standing,
    "Mark how each row": _cells,
    "How far can this source": _graded,
}
