"""Case files: YAML in, a :class:`~mediakit.case.Case` out, every fault at its line.

How the YAML itself is read, see :mod:`mediakit.yamlfile`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mediakit import records as r
from mediakit.case import REALITIES, Case, attach_reports
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

MAX_QUOTED_WORDS = 25


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

HEAD: dict[str, Reader] = {
    "case": text,
    "title": text,
    "reality": text,
    "summary": text,
    "reviewed_by": text,
    "main_document": text,
    "replay": list_of(when),
}


def _read(source: bytes) -> tuple[Case | None, list[Problem]]:
    problems: list[Problem] = []
    root = compose(source, problems)
    if root is None:
        return None, problems or [Problem(1, "the file is empty", "see mediakit case new")]
    spec: dict[str, Reader] = HEAD | dict.fromkeys(GROUPS, raw_list)
    required = ("case", "title", "reality", "summary", "claims", "documents", "sources")
    raw = build(dict, spec, required)(root, problems)
    if raw is UNREAD:
        return None, sorted(problems)
    if raw["reality"] not in REALITIES:
        fix = f"use {', '.join(REALITIES)}"
        problems.append(Problem(1, f"reality {raw['reality']!r} is not on the list", fix))
    lines: dict[tuple[str, str], int] = {}
    groups: dict[str, Any] = {
        name: _group(name, raw.get(name, ()), lines, problems) for name in GROUPS
    }
    problems += _broken_links(groups, raw, lines)
    if problems:
        return None, sorted(problems)
    groups["claims"] = r.Records(
        "claim",
        {
            c.id: c
            for c in attach_reports(
                groups["claims"].values(), groups["documents"], groups["sources"]
            )
        },
    )
    head = {name: raw.get(name, "") for name in HEAD} | {"replay": raw.get("replay", ())}
    head["id"] = head.pop("case")
    return Case(**head, **groups), []


def _group(
    name: str, nodes: Any, lines: dict[tuple[str, str], int], problems: list[Problem]
) -> r.Records[Any]:
    noun, reader = GROUPS[name]
    found: dict[str, Any] = {}
    for node in nodes:
        record = reader(node, problems)
        if record is UNREAD:
            continue
        if record.id in found:
            problems.append(Problem(line_of(node), f"the {noun} id {record.id!r} is taken already"))
        found[record.id] = record
        lines[name, record.id] = line_of(node)
    return r.Records(noun, found)


# field of a record -> the group its ids belong to
POINTS_TO = {
    "references": "references",
    "source": "sources",
    "says": "claims",
    "claims": "claims",
    "origin": "documents",
    "said_in": "documents",
    "question": "questions",
    "marks": "hypotheses",
    "reasons": "hypotheses",
}
PART_OF = {"sources": "sources", "claims": "claims"}


def _broken_links(
    groups: Mapping[str, r.Records[Any]],
    raw: Mapping[str, Any],
    lines: Mapping[tuple[str, str], int],
) -> list[Problem]:
    """Ids that lead nowhere, dates in the wrong order, quotations that are too long."""
    problems: list[Problem] = []
    for name, found in groups.items():
        for record in found.values():
            at = lines[name, record.id]
            for ids, target in _pointers(name, record):
                for key in ids:
                    if key and key not in groups[target]:
                        message = r.unknown(groups[target].noun, key, groups[target])
                        problems.append(Problem(at, f"{record.id!r} names {message}"))
            problems += [Problem(at, m, fix) for m, fix in _out_of_order(record, groups)]
            quoted = len(getattr(record, "wording", "").split())
            if quoted > MAX_QUOTED_WORDS:
                fix = f"quote {MAX_QUOTED_WORDS} at most and tell the rest in your own words"
                problems.append(Problem(at, f"{record.id!r} quotes {quoted} words", fix))
    main = raw.get("main_document")
    if main and main not in groups["documents"]:
        problems.append(Problem(1, r.unknown("document", main, groups["documents"])))
    return problems


def _pointers(name: str, record: Any) -> list[tuple[tuple[str, ...], str]]:
    found = []
    for field, target in POINTS_TO.items():
        value = getattr(record, field, ())
        found.append(((value,) if isinstance(value, str) else tuple(value), target))
    if name in PART_OF:
        found.append(((record.part_of,), PART_OF[name]))
    for part in (*getattr(record, "statuses", ()), *getattr(record, "changes", ())):
        found.append((part.references, "references"))
    for link in getattr(record, "took_from", ()):
        found += [((link.to,), "documents"), (link.claims, "claims")]
    return found


def _out_of_order(record: Any, groups: Mapping[str, r.Records[Any]]) -> list[tuple[str, str]]:
    """Things that come before what they rest on."""
    faults = []
    if hasattr(record, "happened") and record.public < record.happened:
        faults.append((f"{record.id!r} was public before it happened", "swap or mend the dates"))
    for link in getattr(record, "took_from", ()):
        origin = groups["documents"].get(link.to)
        if origin and (link.public or record.public) < origin.public:
            fix = "mend a date, or give the link its own 'public' date if it was added later"
            faults.append((f"{record.id!r} took from {link.to!r}, which came later", fix))
    detail = getattr(record, "first_public", None)
    said_in = groups["documents"].get(getattr(record, "said_in", ""))
    if detail and said_in and said_in.public < detail:
        faults.append(
            (f"{record.id!r} was first public after the document that says it", "mend the date")
        )
    return faults
