"""A case under ids that tell nothing: "copy-3" says what a record is, D7 does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from typing import Any

from mediakit.case import Case, attach_reports
from mediakit.records import Records

__all__ = ["neutral"]

RENAMED = {"documents": "D", "evidence": "E", "officials": "O"}


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
