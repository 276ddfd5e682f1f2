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
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from mediakit.provread import from_prov, kept_as_is
from mediakit.records import (
    Basis,
    Claim,
    DatedNote,
    Document,
    Link,
    Report,
    Source,
    SourceKind,
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
        with ``json.dumps``. :func:`mediakit.provread.from_prov` reads it back into an equal
        claim; the package ``prov`` (the extra ``prov``) reads it for its own programs.

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
                **_kept(claim),
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
            **_kept(link),
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
            "mk:ground": document.ground.value,
            **_kept(document),
        }
    )


def _plain_source(source: Source) -> Node:
    return _filled(
        {
            "prov:type": _term(AGENTS.get(source.kind, "prov:Organization")),
            "prov:label": source.name,
            "mk:kind": source.kind.value,
            "mk:unnamed": None if source.named else True,
            **_kept(source),
            "mk:record": _packed([_plain_note(n) for n in source.record]),
        }
    )


def _kept(record: Claim | Document | Link | Source) -> Node:
    """The fields that go out as they are."""
    return {
        there: _packed(list(getattr(record, here))) if several else getattr(record, here)
        for here, there, several in kept_as_is(type(record))
    }


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
