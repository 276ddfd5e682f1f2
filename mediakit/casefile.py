"""Case files: YAML in, a :class:`~mediakit.case.Case` out, every fault at its line.

How the YAML itself is read, see :mod:`mediakit.yamlfile`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mediakit import records as r
from mediakit.case import REALITIES, Case, attach_reports
from mediakit.caselint import Found, lint
from mediakit.yamlfile import (
    UNREAD,
    Problem,
    Reader,
    build,
    compose,
    line_of,
    list_of,
    prose,
    raw_list,
    text,
    texts_by_id,
    when,
    word,
    yes_no,
)

__all__ = ["Problem", "check_case", "parse_case"]


def parse_case(source: bytes, name: str) -> Case:
    """Read a case from the bytes of its file.

    Raises
    ------
    ValueError
        Naming every fault with its line, when there is at least one.
    """
    case, problems = _read(source)
    if case is None or problems:
        lines = "\n".join(f"  {name}, {problem}" for problem in problems)
        noun = "fault" if len(problems) == 1 else "faults"
        raise ValueError(f"the case file {name!r} has {len(problems)} {noun}:\n{lines}")
    return case


def check_case(source: bytes) -> list[Problem]:
    """Every fault of a case file, in the order of its lines; empty when it is sound."""
    return _read(source)[1]


# --- the shape of a case file ------------------------------------------------------------

_ids = list_of(text)

_note = build(r.DatedNote, {"public": when, "text": text, "references": _ids}, ("public", "text"))
_status = build(
    r.Status,
    {"standing": word(r.Standing), "public": when, "note": text, "references": _ids},
    ("standing", "public"),
)
_link = build(
    r.Link,
    {"to": text, "basis": word(r.Basis), "note": text, "claims": _ids, "public": when},
    ("to", "basis"),
)


def _one_of(*choices: str) -> Reader:
    """One of a few words, as they stand."""

    def read(node: Any, problems: list[Problem]) -> Any:
        value = text(node, problems)
        if value is UNREAD or value in choices:
            return value
        fix = f"use {', '.join(choices)}"
        problems.append(Problem(line_of(node), f"{value!r} is not on the list", fix))
        return UNREAD

    return read


# group of the file -> (noun, reader of one record)
GROUPS: dict[str, tuple[str, Reader]] = {
    "references": (
        "reference",
        build(
            r.Reference,
            {
                "id": text,
                "title": text,
                "publisher": text,
                "url": text,
                "public": when,
                "language": text,
                "read": text,
            },
            ("id", "title", "publisher", "url"),
        ),
    ),
    "sources": (
        "source",
        build(
            r.Source,
            {
                "id": text,
                "name": text,
                "kind": word(r.SourceKind),
                "named": yes_no,
                "part_of": text,
                "about": text,
                "reliability": _one_of(*"ABCDEF"),
                "reliability_why": text,
                "record": list_of(_note),
            },
            ("id", "name", "kind"),
        ),
    ),
    "documents": (
        "document",
        build(
            r.Document,
            {
                "id": text,
                "source": text,
                "kind": word(r.DocumentKind),
                "public": when,
                "title": text,
                "language": text,
                "summary": text,
                "says": _ids,
                "took_from": list_of(_link),
                "ground": word(r.Ground),
                "ground_note": text,
                "credibility": _one_of(*"123456"),
                "credibility_why": text,
                "text": prose,
                "references": _ids,
            },
            ("id", "source", "kind", "public", "title"),
        ),
    ),
    "questions": (
        "question",
        build(r.Question, {"id": text, "text": text, "open": yes_no}, ("id", "text")),
    ),
    "claims": (
        "claim",
        build(
            r.Claim,
            {
                "id": text,
                "text": text,
                "level": word(r.ClaimLevel),
                "part_of": text,
                "question": text,
                "open": yes_no,
                "statuses": list_of(_status),
            },
            ("id", "text", "level"),
        ),
    ),
    "hypotheses": (
        "hypothesis",
        build(
            r.Hypothesis,
            {"id": text, "label": text, "question": text, "text": text, "public": when},
            ("id", "label", "question"),
        ),
    ),
    "evidence": (
        "item of evidence",
        build(
            r.Evidence,
            {
                "id": text,
                "text": text,
                "happened": when,
                "public": when,
                "claims": _ids,
                "origin": text,
                "marks": texts_by_id,
                "reasons": texts_by_id,
                "references": _ids,
            },
            ("id", "text", "happened", "public", "references"),
        ),
    ),
    "officials": (
        "official item",
        build(
            r.Official,
            {
                "id": text,
                "source": text,
                "body": text,
                "kind": word(r.OfficialKind),
                "mandate": text,
                "happened": when,
                "public": when,
                "said": text,
                "wording": text,
                "not_said": text,
                "interest": text,
                "on_record": yes_no,
                "claims": _ids,
                "changes": list_of(_note),
                "references": _ids,
            },
            ("id", "source", "body", "kind", "mandate", "happened", "public", "said"),
        ),
    ),
    "details": (
        "detail",
        build(
            r.Detail,
            {
                "id": text,
                "text": text,
                "said_in": text,
                "first_public": when,
                "first_where": text,
                "references": _ids,
            },
            ("id", "text", "said_in"),
        ),
    ),
    "slips": (
        "slip",
        build(
            r.Slip,
            {
                "id": text,
                "document": text,
                "where": text,
                "type": text,
                "public": when,
                "correction": text,
                "claim": text,
                "references": _ids,
            },
            ("id", "document", "where", "type", "public", "correction"),
        ),
    ),
    "disagreements": (
        "disagreement",
        build(
            r.Disagreement,
            {"id": text, "about": text, "versions": list_of(_note)},
            ("id", "about", "versions"),
        ),
    ),
    "decisions": (
        "decision",
        build(
            r.Decision,
            {"id": text, "who": text, "what": text, "public": when, "references": _ids},
            ("id", "who", "what", "public"),
        ),
    ),
    "interests": (
        "interest",
        build(
            r.Interest,
            {
                "id": text,
                "party": text,
                "account": text,
                "stake": text,
                "public": when,
                "references": _ids,
            },
            ("id", "party", "account", "stake", "public"),
        ),
    ),
}


_resolution = build(
    r.Resolution,
    {"text": text, "sure": text, "public": when, "claims": texts_by_id, "references": _ids},
    ("text", "sure", "public"),
)

HEAD: dict[str, Reader] = {
    "case": text,
    "title": text,
    "reality": _one_of(*REALITIES),
    "summary": text,
    "reviewed_by": text,
    "main_document": text,
    "replay": list_of(when),
    "resolution": _resolution,
}


def _read(source: bytes) -> tuple[Case | None, list[Problem]]:
    problems: list[Problem] = []
    root = compose(source, problems)
    if root is None:
        return None, problems or [Problem(1, "the file is empty", "see a shipped case for one")]
    spec: dict[str, Reader] = HEAD | dict.fromkeys(GROUPS, raw_list)
    required = ("case", "title", "reality", "summary", "claims", "documents", "sources")
    raw = build(dict, spec, required)(root, problems)
    if raw is UNREAD:
        return None, sorted(problems)
    found = Found()
    for name in GROUPS:
        _read_group(name, raw.get(name, ()), found, problems)
    problems += lint(found, raw.get("main_document", ""), raw.get("resolution"))
    return (None, sorted(problems)) if problems else (_assemble(raw, found), [])


def _read_group(name: str, nodes: Any, found: Found, problems: list[Problem]) -> None:
    """Read one group of records; an id counts as there even when its record has a fault."""
    noun, reader = GROUPS[name]
    records: dict[str, Any] = {}
    for node in nodes:
        id_ = _id_of(node)
        if (name, id_) in found.lines:
            problems.append(Problem(line_of(node), f"the {noun} id {id_!r} is taken already"))
        found.lines[name, id_] = line_of(node)
        record = reader(node, problems)
        if record is not UNREAD:
            records[record.id] = record
    found.groups[name] = r.Records(noun, records)


def _id_of(node: Any) -> str:
    if node.id != "mapping":
        return ""
    return next((str(v.value) for k, v in node.value if k.value == "id"), "")


def _assemble(raw: Mapping[str, Any], found: Found) -> Case:
    groups: dict[str, Any] = dict(found.groups)
    told = attach_reports(groups["claims"].values(), groups["documents"], groups["sources"])
    groups["claims"] = r.Records("claim", {claim.id: claim for claim in told})
    head = {name: raw.get(name, "") for name in HEAD}
    head |= {"replay": raw.get("replay", ()), "resolution": raw.get("resolution")}
    head["id"] = head.pop("case")
    return Case(**head, **groups)
