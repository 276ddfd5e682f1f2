"""Ids that name nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mediakit.caselint.found import Found
from mediakit.records import unknown
from mediakit.yamlfile import Problem

__all__ = ["dangling"]

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
    "subject": "sources",
    "documents": "documents",
}
PART_OF = ("sources", "claims")
NOTES = ("statuses", "changes", "record", "versions")

Pointer = tuple[str, str, tuple[str, ...]]  # id, the group it should be in, where it stands


def dangling(found: Found) -> Iterator[Problem]:
    """Every id that a record, the head or the resolution names and that is not there."""
    known = {group: set(found.ids(group)) for group in found.groups}

    def missing(key: str, target: str) -> str:
        return unknown(found.groups[target].noun, key, found.ids(target))

    main = found.head.get("main_document", "")
    if main and main not in known["documents"]:
        at = found.line("", "", "main_document")
        yield Problem(at, f"main_document: {missing(main, 'documents')}")
    resolution = found.head.get("resolution")
    for key, target, _ in _pointers("", resolution) if resolution else ():
        if key not in known[target]:
            at = found.line("", "", "resolution")
            yield Problem(at, f"the resolution names {missing(key, target)}")
    for group, record in found.everything():
        for key, target, path in _pointers(group, record):
            if key and key not in known[target]:
                at = found.line(group, record.id, *path)
                yield Problem(at, f"{record.id!r} names {missing(key, target)}")


def _pointers(group: str, record: Any) -> Iterator[Pointer]:
    """Each id that a record names, with the group it should be in and its field."""
    for name, target in POINTS_TO.items():
        value = getattr(record, name, ())
        for key in (value,) if isinstance(value, str) else value:
            yield key, target, (name,)
    if group in PART_OF:
        yield record.part_of, group, ("part_of",)
    for part in NOTES:
        for k, note in enumerate(getattr(record, part, ())):
            for key in note.references:
                yield key, "references", (part, str(k))
    for k, link in enumerate(getattr(record, "took_from", ())):
        yield link.to, "documents", ("took_from", str(k))
        for key in link.claims:
            yield key, "claims", ("took_from", str(k))
