"""What can be wrong in a case whose every record reads well: ids, dates, quotations, links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from mediakit.records import Document, Link, Records, Resolution, unknown
from mediakit.yamlfile import Problem

__all__ = ["Found", "lint"]

MAX_QUOTED_WORDS = 25

# field of a record -> the group its ids belong to
POINTS_TO = {
    "references": "references",
    "source": "sources",
    "says": "claims",
    "claims": "claims",
    "claim": "claims",
    "origin": "documents",
    "document": "documents",
    "said_in": "documents",
    "question": "questions",
    "marks": "hypotheses",
    "reasons": "hypotheses",
}
PART_OF = ("sources", "claims")

Fault = tuple[str, str]  # message, what to do about it


@dataclass
class Found:
    """What a case file holds: its records by group, and the line of every id in it.

    An id has a line even when its record could not be read, so that one fault does not make
    every record that names it look broken as well.
    """

    groups: dict[str, Records[Any]] = field(default_factory=dict)
    lines: dict[tuple[str, str], int] = field(default_factory=dict)

    def ids(self, group: str) -> list[str]:
        """Every id of a group, readable or not."""
        return [id_ for name, id_ in self.lines if name == group and id_]


def lint(found: Found, main_document: str, resolution: Resolution | None = None) -> list[Problem]:
    """Every fault between the records of a case."""
    known = {group: set(found.ids(group)) for group in found.groups}
    problems = []
    if main_document and main_document not in known["documents"]:
        message = unknown("document", main_document, found.ids("documents"))
        problems.append(Problem(1, f"main_document: {message}"))
    if resolution is not None:
        for key, target in _pointers("", resolution):
            if key not in known[target]:
                message = unknown(found.groups[target].noun, key, found.ids(target))
                problems.append(Problem(1, f"the resolution names {message}"))
    for group, records in found.groups.items():
        for record in records.values():
            at = found.lines[group, record.id]
            for key, target in _pointers(group, record):
                if key and key not in known[target]:
                    message = unknown(found.groups[target].noun, key, found.ids(target))
                    problems.append(Problem(at, f"{record.id!r} names {message}"))
            faults = [*_out_of_order(record, found), *_too_long(record)]
            problems += [Problem(at, message, fix) for message, fix in faults]
    return problems


def _pointers(group: str, record: Any) -> Iterator[tuple[str, str]]:
    """Each id that a record names, with the group it should be in."""
    for name, target in POINTS_TO.items():
        value = getattr(record, name, ())
        for key in (value,) if isinstance(value, str) else value:
            yield key, target
    if group in PART_OF:
        yield record.part_of, group
    for part in ("statuses", "changes", "record", "versions"):
        for note in getattr(record, part, ()):
            for key in note.references:
                yield key, "references"
    for link in getattr(record, "took_from", ()):
        yield link.to, "documents"
        for key in link.claims:
            yield key, "claims"


def _out_of_order(record: Any, found: Found) -> Iterator[Fault]:
    """Things that come before what they rest on, and links that carry what neither says."""
    if hasattr(record, "happened") and record.public < record.happened:
        yield f"{record.id!r} was public before it happened", "swap or mend the dates"
    documents = found.groups["documents"]
    for link in getattr(record, "took_from", ()):
        origin = documents.get(link.to)
        if origin is not None:
            yield from _weak_link(record, link, origin)
    first = getattr(record, "first_public", None)
    said_in = documents.get(getattr(record, "said_in", ""))
    if first and said_in and said_in.public < first:
        yield f"{record.id!r} was first public after the document that says it", "mend the date"


def _weak_link(taker: Document, link: Link, origin: Document) -> Iterator[Fault]:
    if (link.public or taker.public) < origin.public:
        fix = "mend a date, or give the link its own 'public' date if it was added later"
        yield f"{taker.id!r} took from {link.to!r}, which came later", fix
    for claim in link.claims:
        for document in (taker, origin):
            if claim not in document.says:
                fix = f"add it to what {document.id!r} says, or take it out of the link"
                yield f"a link of {taker.id!r} carries {claim!r}, not said by {document.id!r}", fix


def _too_long(record: Any) -> Iterator[Fault]:
    quoted = len(getattr(record, "wording", "").split())
    if quoted > MAX_QUOTED_WORDS:
        fix = f"quote {MAX_QUOTED_WORDS} at most and tell the rest in your own words"
        yield f"{record.id!r} quotes {quoted} words", fix
