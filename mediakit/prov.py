"""PROV-JSON: the reports of a claim in a form that other provenance programs read, and back.

How the records are said in PROV: a report is an *entity*, its source an *agent* to whom it is
attributed, the day it became public the time of its *generation*, and a link a *derivation*
that carries its basis. A link that the report itself names is a quotation as well, PROV's word
for repeating what somebody else had. PROV stores all this; counting origins stays with
:mod:`mediakit.provenance`.

References
----------
Moreau, L. and Missier, P. (eds) (2013), PROV-DM: The PROV Data Model, W3C Recommendation.
Huynh, T. D. et al. (2013), The PROV-JSON Serialization, W3C Member Submission.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import quote, unquote

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

__all__ = ["from_prov", "to_prov"]

Node = dict[str, Any]
Group = dict[str, Node]

PREFIXES = {
    "mk": "urn:x-mediakit:terms:",
    "claim": "urn:x-mediakit:claim:",
    "report": "urn:x-mediakit:report:",
    "source": "urn:x-mediakit:source:",
}
AGENTS = {
    SourceKind.PERSON: "prov:Person",
    SourceKind.ASSISTANT: "prov:SoftwareAgent",
}
OURS = "write the file with to_prov(claim), or compare it with one written that way"


def to_prov(claim: Claim) -> dict[str, Any]:
    """The reports of a claim as PROV-JSON.

    It holds what the records hold: who says it, from whom, how that is known, and when it was
    public. The hour is not known, so each time is given as midnight of its day. It says nothing
    about whether the claim is true.

    Parameters
    ----------
    claim : Claim
        A claim of a case, with its reports: ``case.claims["who-ordered"]``. Nobody need have
        made it yet: then there are no reports in the export.

    Returns
    -------
    dict
        Plain values in the order of the reports, the same for the same claim; write it out
        with ``json.dumps``. :func:`from_prov` reads it back into an equal claim, as does the
        package ``prov`` (``pip install mediakit-lessons[prov]``) for its own programs.

    Examples
    --------
    >>> import mediakit as mk
    >>> claim = mk.load_case("larkhaven").claims["who-ordered"]
    >>> found = to_prov(claim)
    >>> found["wasAttributedTo"]["_:id8"]
    {'prov:entity': 'report:vollmer-letter', 'prov:agent': 'source:vollmer'}
    >>> from_prov(found) == claim
    True

    References
    ----------
    Moreau and Missier (2013), PROV-DM; Huynh et al. (2013), The PROV-JSON Serialization.
    """
    out = _Writer()
    out.claim(claim)
    for place, report in enumerate(claim.reports):
        out.report(place, report)
    return out.document()


@dataclass
class _Writer:
    """PROV-JSON in the making: one dict per sort of record, relations numbered at the end."""

    entity: Group = field(default_factory=dict)
    agent: Group = field(default_factory=dict)
    generated: list[Node] = field(default_factory=list)
    attributed: list[Node] = field(default_factory=list)
    derived: list[Node] = field(default_factory=list)
    behalf: dict[str, Node] = field(default_factory=dict)

    def claim(self, claim: Claim) -> None:
        name = _name("claim", claim.id)
        self.entity[name] = _filled(
            {
                "prov:type": _term("mk:Claim"),
                "prov:label": claim.text,
                "mk:level": claim.level.value,
                "mk:partOf": claim.part_of,
                "mk:question": claim.question,
                "mk:open": claim.open or None,
                "mk:statuses": _packed([_plain_status(s) for s in claim.statuses]),
            }
        )

    def report(self, place: int, report: Report) -> None:
        name = _name("report", report.id)
        if name in self.entity:
            raise ValueError(
                f"two reports have the id {report.id!r}; PROV tells reports apart by their ids"
            )
        self.entity[name] = {**_plain_document(report.document), "mk:place": _count(place)}
        time = {"prov:time": f"{report.document.public.on.isoformat()}T00:00:00"}
        words = report.document.public.words
        self.generated.append(_filled({"prov:entity": name, **time, "mk:when": words}))
        source = _name("source", report.source.id)
        self.agent[source] = _plain_source(report.source)
        self.attributed.append({"prov:entity": name, "prov:agent": source})
        if report.body != report.source.id:
            body = _name("source", report.body)
            self.agent.setdefault(body, {"prov:type": _term("prov:Organization")})
            self.behalf[source] = {"prov:delegate": source, "prov:responsible": body}
        self.derived += _derivations(name, report)

    def document(self) -> dict[str, Any]:
        groups = {
            "wasGeneratedBy": self.generated,
            "wasAttributedTo": self.attributed,
            "actedOnBehalfOf": list(self.behalf.values()),
            "wasDerivedFrom": self.derived,
        }
        made: dict[str, Any] = {"prefix": dict(PREFIXES), "entity": self.entity}
        if self.agent:
            made["agent"] = self.agent
        number = 0
        for group, nodes in groups.items():
            if nodes:
                made[group] = {f"_:id{number + i}": node for i, node in enumerate(nodes, 1)}
                number += len(nodes)
        return made


def _derivations(name: str, report: Report) -> Iterator[Node]:
    """The links of the document, each marked if it carries the claim, then links of the claim's."""
    carrying = list(enumerate(report.links))
    for place, link in enumerate(report.document.took_from):
        match = next((pair for pair in carrying if pair[1] == link), None)
        if match:
            carrying.remove(match)
        yield _derivation(name, link, place, match[0] if match else None)
    for place, link in carrying:
        yield _derivation(name, link, None, place)


def _derivation(name: str, link: Link, written: int | None, carries: int | None) -> Node:
    return _filled(
        {
            "prov:generatedEntity": name,
            "prov:usedEntity": _name("report", link.to),
            "prov:type": _term("prov:Quotation") if link.basis is Basis.CITED else None,
            "mk:basis": link.basis.value,
            "mk:note": link.note,
            "mk:claims": _packed(list(link.claims)),
            "mk:public": _packed(_plain_when(link.public)) if link.public else "",
            "mk:written": _count(written),
            "mk:carriesClaim": _count(carries),
        }
    )


def _plain_document(document: Document) -> Node:
    return _filled(
        {
            "prov:type": _term("mk:Report"),
            "prov:label": document.title,
            "mk:kind": document.kind.value,
            "mk:language": document.language,
            "mk:summary": document.summary,
            "mk:says": _packed(list(document.says)),
            "mk:ground": document.ground.value,
            "mk:groundNote": document.ground_note,
            "mk:text": document.text,
            "mk:references": _packed(list(document.references)),
        }
    )


def _plain_source(source: Source) -> Node:
    return _filled(
        {
            "prov:type": _term(AGENTS.get(source.kind, "prov:Organization")),
            "prov:label": source.name,
            "mk:kind": source.kind.value,
            "mk:unnamed": None if source.named else True,
            "mk:partOf": source.part_of,
            "mk:about": source.about,
            "mk:record": _packed([_plain_note(n) for n in source.record]),
        }
    )


def _name(prefix: str, id_: str) -> str:
    """An id as a qualified name; what a name may not hold is written as %-codes."""
    return f"{prefix}:{quote(id_, safe='')}"


def _term(name: str) -> Node:
    return {"$": name, "type": "xsd:QName"}


def _count(number: int | None) -> Node | None:
    return None if number is None else {"$": str(number), "type": "xsd:int"}


def _filled(node: Node) -> Node:
    """The node without empty values: in PROV, what is not known is left out."""
    return {key: value for key, value in node.items() if value is not None and value != ""}


def _packed(value: Any) -> str:
    """A list as one text, because PROV keeps several values of one attribute in no order."""
    return json.dumps(value, ensure_ascii=False) if value else ""


def _plain_when(when: When) -> list[str]:
    return [when.on.isoformat(), when.words]


def _plain_note(note: DatedNote) -> list[Any]:
    return [*_plain_when(note.public), note.text, list(note.references)]


def _plain_status(status: Status) -> list[Any]:
    return [
        status.standing.value,
        *_plain_when(status.public),
        status.note,
        list(status.references),
    ]


# --- back ------------------------------------------------------------------------------------


def from_prov(prov: Mapping[str, Any] | str | bytes) -> Claim:
    """Read a claim with its reports from PROV-JSON that :func:`to_prov` wrote.

    It reads mediakit's own export, also after another program has stored it and put its parts
    in another order. PROV from elsewhere lacks what a claim needs, and it says what.

    Parameters
    ----------
    prov : dict, str or bytes
        What :func:`to_prov` gave, or the text or bytes of a file with it.

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
        _id(name),
        _text(node, "prov:label"),
        _word(ClaimLevel, node, "mk:level", name),
        _text(node, "mk:partOf"),
        _text(node, "mk:question"),
        bool(_value(node.get("mk:open", False))),
        tuple(_status(s) for s in _unpacked(node, "mk:statuses")),
        tuple(reader.report(n, e) for n, e in reports),
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
            _id(name),
            source,
            _word(DocumentKind, node, "mk:kind", name),
            _when([_text(made, "prov:time")[:10], _text(made, "mk:when")]),
            _text(node, "prov:label"),
            _text(node, "mk:language"),
            _text(node, "mk:summary"),
            tuple(_unpacked(node, "mk:says")),
            links,
            _word(Ground, node, "mk:ground", name),
            _text(node, "mk:groundNote"),
            _text(node, "mk:text"),
            tuple(_unpacked(node, "mk:references")),
        )


def _links(nodes: Iterable[Node], order: str) -> tuple[Link, ...]:
    """The links that have a place in this order, in that order."""
    placed = [node for node in nodes if order in node]
    placed.sort(key=lambda node: _number(node[order]))
    return tuple(
        Link(
            _id(node["prov:usedEntity"]),
            _word(Basis, node, "mk:basis", node["prov:generatedEntity"]),
            _text(node, "mk:note"),
            tuple(_unpacked(node, "mk:claims")),
            _when(_unpacked(node, "mk:public")) if "mk:public" in node else None,
        )
        for node in placed
    )


def _source(name: str, node: Node) -> Source:
    return Source(
        _id(name),
        _text(node, "prov:label"),
        _word(SourceKind, node, "mk:kind", name),
        not _value(node.get("mk:unnamed", False)),
        _text(node, "mk:partOf"),
        _text(node, "mk:about"),
        tuple(DatedNote(_when(n), n[2], tuple(n[3])) for n in _unpacked(node, "mk:record")),
    )


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
