"""A case as plain text for a terminal, and as JSON for other programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from mediakit.case import REALITIES, Case
from mediakit.records import Claim, Document, Official, Records, Report, When

__all__ = ["case_json", "case_text"]


def case_text(case: Case, width: int = 80) -> str:
    """Claims with their standing, official items, reports and counts of evidence."""
    parts: list[tuple[str, Iterator[str]]] = [
        ("Claims", (_claim(c, case) for c in case.claims.values())),
        ("Official items", (_official(o) for o in case.officials.values())),
        ("Reports", (_document(d, case) for d in _by_date(case.documents.values()))),
        ("Evidence", _evidence(case)),
    ]
    lines = [f"{case.title} ({REALITIES[case.reality]})"]
    if case.cut:
        lines.append(f"As known on {When(case.cut)}. What became public later is left out.")
    lines.append(f"Reviewed by: {case.reviewed_by or 'nobody yet'}")
    if case.summary:
        lines += ["", textwrap.fill(case.summary, width)]
    for heading, items in parts:
        wrapped = [_item(item, width) for item in items]
        lines += ["", f"{heading}: {len(wrapped)}" if heading != "Evidence" else heading]
        lines += wrapped or ["  none"]
    return "\n".join(lines)


def _item(text: str, width: int) -> str:
    return textwrap.fill(text, width, initial_indent="  - ", subsequent_indent="    ")


def _by_date(documents: Iterable[Document]) -> list[Document]:
    return sorted(documents, key=lambda d: d.public.on)


def _claim(claim: Claim, case: Case) -> str:
    standing = "no status yet"
    if claim.status:
        note = f": {claim.status.note}" if claim.status.note else ""
        standing = f"{claim.status.standing.words}, {claim.status.public}{note}"
    told = f" {_count(len(claim.reports), 'report')}." if claim.reports else ""
    still_open = " Nobody has settled this." if claim.open else ""
    return f"{claim.id} ({claim.level.value}). {claim.text} [{standing}]{told}{still_open}"


def _official(item: Official) -> str:
    kind = item.kind.value.replace("_", " ")
    record = "" if item.on_record else ", not on the record"
    changed = " ".join(f"Changed {note.public}: {note.text}" for note in item.changes)
    return f"{item.public}, {item.body} ({kind}{record}): {item.said} {changed}".rstrip()


def _document(document: Document, case: Case) -> str:
    source = case.sources[document.source].name
    names = [
        f"{case.sources[case.documents[link.to].source].name} ({link.basis.words})"
        for link in document.took_from
        if link.to in case.documents
    ]
    taken = f" Took from: {', '.join(names)}." if names else ""
    return f"{document.public}, {source}: {document.title}.{taken}"


def _evidence(case: Case) -> Iterator[str]:
    yield f"{_count(len(case.evidence), 'item')} in all"
    for claim in case.claims.values():
        bearing = sum(claim.id in item.claims for item in case.evidence.values())
        if bearing:
            yield f"{_count(bearing, 'item')} on {claim.id}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def case_json(case: Case) -> dict[str, Any]:
    """The whole case as plain values: dates as text, the reports of a claim as ids."""
    return {f.name: _plain(getattr(case, f.name)) for f in fields(case)}


def _plain(value: Any) -> Any:
    if isinstance(value, Report):
        return value.id
    if isinstance(value, When):
        return {"on": value.on.isoformat(), "words": str(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Records):
        return [_plain(record) for record in value.values()]
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return dict(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
