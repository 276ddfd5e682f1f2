"""A case in which everything that a day could not know says something else.

If a cut at that day is the same whether it is made from the case or from this copy, then nothing
later reaches it: no text, no day, no id. What is worked out from a cut can hold no more than it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import Any

from mediakit.case import Case, attach_reports
from mediakit.caselint.links import POINTS_TO
from mediakit.records import Records, Report, When

__all__ = ["LATER", "days_of", "flat", "poisoned"]

LATER = "ZLATERZ"
POINTERS = {*POINTS_TO, "id", "part_of", "to", "main_document"}
PLACES = ("references", "sources", "documents", "claims", "hypotheses", "evidence", "officials",
          "details", "slips", "disagreements", "decisions", "interests", "questions",
          "results")  # fmt: skip


def days_of(value: Any) -> Iterator[date]:
    """Every day on which something inside became public."""
    if isinstance(value, Records | Mapping):
        for inner in value.values():
            yield from days_of(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from days_of(inner)
    elif isinstance(value, When):
        yield value.on
    elif is_dataclass(value):
        for f in fields(value):
            if f.name not in ("happened", "cut", "reports"):
                yield from days_of(getattr(value, f.name))


def poisoned(case: Case, day: date) -> Case:
    """A copy of the case in which all that came after the day has other words and other days."""
    cut = case.as_of(day)
    groups: dict[str, Any] = {}
    for name in PLACES:
        records = getattr(case, name)
        kept = getattr(cut, name)
        groups[name] = Records(
            records.noun,
            {k: _parts(r, day) if k in kept else _other(r) for k, r in records.items()},
        )
    told = attach_reports(groups["claims"].values(), groups["documents"], groups["sources"])
    groups["claims"] = Records("claim", {c.id: c for c in told})
    resolution = case.resolution
    if resolution and resolution.public.on > day:
        resolution = _other(resolution)
    return replace(
        case,
        summary=LATER,
        replay=tuple(w if w.on <= day else _later(w) for w in case.replay),
        resolution=resolution,
        **groups,
    )


def _later(when: When) -> When:
    return When(when.on + timedelta(days=400), LATER)


def _other(value: Any) -> Any:
    """The same record with all its words and days changed; what it points to stays."""
    if isinstance(value, When):
        return _later(value)
    if isinstance(value, Enum | bool) or value is None:
        return value
    if isinstance(value, str):
        return LATER
    if isinstance(value, tuple):
        return tuple(map(_other, value))
    if isinstance(value, Mapping):
        return {key: _other(inner) for key, inner in value.items()}
    return replace(value, **{f.name: _other(getattr(value, f.name)) for f in _told(value)})


def _told(record: Any) -> Iterator[Any]:
    """The fields that say something, rather than point to a record."""
    return (f for f in fields(record) if f.name not in POINTERS | {"reports"})


def _parts(record: Any, day: date) -> Any:
    """The record with its later parts changed: statuses, notes, links."""
    changed = {}
    for f in fields(record):
        parts = getattr(record, f.name)
        if isinstance(parts, tuple) and any(hasattr(part, "public") for part in parts):
            changed[f.name] = tuple(
                _other(part) if part.public and part.public.on > day else part for part in parts
            )
    return replace(record, **changed) if changed else record


def flat(value: Any) -> Any:
    """A record, a group or a case as plain values that compare in full, words of days included."""
    if isinstance(value, Report):
        return (value.id, flat(value.document), flat(value.source), value.body, flat(value.links))
    if isinstance(value, Records | Mapping):
        return {key: flat(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return tuple(map(flat, value))
    if is_dataclass(value):
        return {f.name: flat(getattr(value, f.name)) for f in fields(value)}
    return value
