"""Reading back the PROV-JSON that :mod:`mediakit.prov` writes, whoever stored it meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import unquote

from mediakit.records import (
    Basis,
    Claim,
    ClaimLevel,
    DatedNote,
    Document,
    DocumentKind,
    Ground,
    Link,
    Report,
    Source,
    SourceKind,
    Standing,
    Status,
    When,
)

__all__ = ["from_prov"]

Node = dict[str, Any]
Group = dict[str, Node]

OURS = "write the file with to_prov(claim), or compare it with one written that way"
# Fields that PROV's own names, labels and relations say.
SAID: dict[type, set[str]] = {
    Claim: {"id", "text"},
    Document: {"id", "source", "title"},
    Source: {"id", "name"},
    Link: {"to"},
}


def kept_as_is(record: type) -> Iterator[tuple[str, str, bool]]:
    """Fields that need no word of PROV's own: name here, name there, and if it is a list of ids.

    A field that a record gains later is among them without any doing.
    """
    for field in fields(record):
        if field.type in ("str", "tuple[str, ...]") and field.name not in SAID[record]:
            first, *others = field.name.split("_")
            there = "mk:" + first + "".join(word.capitalize() for word in others)
            yield field.name, there, field.type != "str"


def from_prov(prov: Mapping[str, Any] | str | bytes) -> Claim:
    """Read a claim with its reports from PROV-JSON that :func:`mediakit.prov.to_prov` wrote.

    It reads mediakit's own export, also after another program has stored it and put its parts
    in another order. PROV from elsewhere lacks what a claim needs, and it says what.

    Parameters
    ----------
    prov : dict, str or bytes
        What :func:`mediakit.prov.to_prov` gave, or the text or bytes of a file with it.

    Returns
    -------
    Claim
        Equal to the claim that was exported, reports, links and statuses included.

    Raises
    ------
    ValueError
        When it is not PROV-JSON, or not of a claim; the message says which part is missing.
    LookupError
        When a word, such as a basis, is not one mediakit knows; the message lists those.

    Examples
    --------
    >>> import json
    >>> import mediakit as mk
    >>> from mediakit.prov import to_prov
    >>> claim = mk.load_case("larkhaven").claims["sister-ship"]
    >>> again = from_prov(json.dumps(to_prov(claim)))
    >>> mk.corroborate(again).at_most
    2
    """
    try:
        return _claim(_document(prov))
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        # A part is missing or of another sort, somewhere among many; the error names it at best.
        raise ValueError(f"this PROV-JSON is not whole, near {error}; {OURS}") from None


def _claim(document: Mapping[str, Any]) -> Claim:
    entities = _group(document, "entity")
    claims = {n: e for n, e in entities.items() if _type(e) == "mk:Claim"}
    if len(claims) != 1:
        found = f"holds {len(claims)} claims" if claims else "holds no claim"
        raise ValueError(f"this PROV-JSON {found}, and one is wanted; {OURS}")
    name, node = next(iter(claims.items()))
    reader = _Reader(document)
    reports = [(n, e) for n, e in entities.items() if _type(e) == "mk:Report"]
    reports.sort(key=lambda pair: _number(pair[1].get("mk:place")))
    return Claim(
        id=_id(name),
        text=_text(node, "prov:label"),
        level=_word(ClaimLevel, node, "mk:level", name),
        open=bool(_value(node.get("mk:open", False))),
        statuses=tuple(_status(s) for s in _unpacked(node, "mk:statuses")),
        reports=tuple(reader.report(n, e) for n, e in reports),
        **_kept(Claim, node),
    )


class _Reader:
    """The relations of a PROV document, found by the report or source they speak of."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.agents = _group(document, "agent")
        self.generated = _by(document, "wasGeneratedBy", "prov:entity")
        self.attributed = _by(document, "wasAttributedTo", "prov:entity")
        self.behalf = _by(document, "actedOnBehalfOf", "prov:delegate")
        self.derived = _by(document, "wasDerivedFrom", "prov:generatedEntity")

    def report(self, name: str, node: Node) -> Report:
        source = _one(self.attributed, name, "source (wasAttributedTo)")["prov:agent"]
        if source not in self.agents:
            raise ValueError(f"{name} is attributed to {source}, which is not described; {OURS}")
        behalf = self.behalf.get(source)
        body = _id(behalf[0]["prov:responsible"]) if behalf else _id(source)
        links = self.derived.get(name, [])
        document = self._document(name, node, _id(source), _links(links, "mk:written"))
        carried = _links(links, "mk:carriesClaim")
        return Report(document, _source(source, self.agents[source]), body, carried)

    def _document(self, name: str, node: Node, source: str, links: tuple[Link, ...]) -> Document:
        made = _one(self.generated, name, "day (wasGeneratedBy)")
        return Document(
            id=_id(name),
            source=source,
            kind=_word(DocumentKind, node, "mk:kind", name),
            public=_when([_text(made, "prov:time")[:10], _text(made, "mk:when")]),
            title=_text(node, "prov:label"),
            took_from=links,
            ground=_word(Ground, node, "mk:ground", name),
            **_kept(Document, node),
        )


def _links(nodes: Iterable[Node], order: str) -> tuple[Link, ...]:
    """The links that have a place in this order, in that order."""
    placed = [node for node in nodes if order in node]
    placed.sort(key=lambda node: _number(node[order]))
    return tuple(
        Link(
            to=_id(node["prov:usedEntity"]),
            basis=_word(Basis, node, "mk:basis", node["prov:generatedEntity"]),
            public=_when(_unpacked(node, "mk:public")) if "mk:public" in node else None,
            **_kept(Link, node),
        )
        for node in placed
    )


def _source(name: str, node: Node) -> Source:
    notes = _unpacked(node, "mk:record")
    return Source(
        id=_id(name),
        name=_text(node, "prov:label"),
        kind=_word(SourceKind, node, "mk:kind", name),
        named=not _value(node.get("mk:unnamed", False)),
        record=tuple(DatedNote(_when(n), n[2], tuple(n[3])) for n in notes),
        **_kept(Source, node),
    )


def _kept(record: type, node: Node) -> dict[str, Any]:
    """The fields that stand there as they are; one that is left out was empty."""
    return {
        here: tuple(_unpacked(node, there)) if several else _text(node, there)
        for here, there, several in kept_as_is(record)
    }


def _status(parts: list[Any]) -> Status:
    standing, on, words, note, references = parts
    read = _word(Standing, {"mk:statuses": standing}, "mk:statuses", "the claim")
    return Status(read, _when([on, words]), note, tuple(references))


def _when(parts: list[Any]) -> When:
    try:
        return When(date.fromisoformat(parts[0]), parts[1])
    except ValueError:
        raise ValueError(
            f"{parts[0]!r} is no date in this PROV-JSON; dates are written year-month-day"
        ) from None


def _document(prov: Mapping[str, Any] | str | bytes) -> Mapping[str, Any]:
    if isinstance(prov, Mapping):
        return prov
    try:
        read = json.loads(prov)
    except ValueError as error:
        raise ValueError(f"this is not JSON, so not PROV-JSON either ({error}); {OURS}") from None
    if not isinstance(read, dict):
        raise ValueError(f"PROV-JSON begins with a brace, and this is a list or a value; {OURS}")
    return read


def _group(document: Mapping[str, Any], name: str) -> Group:
    group = document.get(name, {})
    if not isinstance(group, dict):
        raise ValueError(f"the part {name!r} of this PROV-JSON is no list of records; {OURS}")
    return group


def _by(document: Mapping[str, Any], name: str, key: str) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for node in _group(document, name).values():
        found.setdefault(str(node.get(key)), []).append(node)
    return found


def _one(found: Mapping[str, list[Node]], name: str, what: str) -> Node:
    if name not in found:
        raise ValueError(f"{name} comes without its {what}; {OURS}")
    return found[name][0]


def _id(name: str) -> str:
    return unquote(name.partition(":")[2])


def _value(value: Any) -> Any:
    return value["$"] if isinstance(value, dict) else value


def _number(value: Any) -> int:
    return int(_value(value) or 0)


def _type(node: Node) -> str:
    return str(_value(node.get("prov:type", "")))


def _text(node: Node, key: str) -> str:
    return str(_value(node.get(key, "")))


def _unpacked(node: Node, key: str) -> list[Any]:
    text = _text(node, key) or "[]"
    try:
        return list(json.loads(text))
    except ValueError:
        raise ValueError(
            f"{key} holds {text!r}, which is no list written as JSON; {OURS}"
        ) from None


W = TypeVar("W", bound=StrEnum)


def _word(kind: type[W], node: Node, key: str, where: str) -> W:
    given = _text(node, key)
    try:
        return kind(given)
    except ValueError:
        words = ", ".join(word.value for word in kind)
        raise LookupError(f"{where} has {given!r} for {key}; the words are: {words}") from None
