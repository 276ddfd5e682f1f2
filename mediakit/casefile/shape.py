"""The shape of a case file: every group, every field, what each takes, which must be there.

This is the one specification. The reader reads by it, the JSON Schema is made from it, and the
skeleton of a new case has a line for each of its fields.
"""

from __future__ import annotations

from typing import Any

from mediakit import records as r
from mediakit.case import REALITIES
from mediakit.yamlfile import (
    UNREAD,
    Problem,
    Reader,
    build,
    line_of,
    list_of,
    prose,
    shaped,
    text,
    texts_by_id,
    when,
    word,
    yes_no,
)

__all__ = ["GROUPS", "HEAD", "REQUIRED"]

REQUIRED = ("case", "title", "reality", "summary", "claims", "documents", "sources")

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

    @shaped({"enum": [*choices, *(int(c) for c in choices if c.isdigit())]})
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
    "results": (
        "search result",
        build(
            r.SearchResult,
            {
                "id": text,
                "subject": text,
                "site": text,
                "kind": word(r.ResultKind),
                "public": when,
                "shown": text,
                "opened": text,
                "traced": text,
                "independent": yes_no,
                "invented": yes_no,
                "documents": _ids,
                "references": _ids,
            },
            ("id", "subject", "site", "kind", "public", "shown", "opened"),
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

_private_names = build(dict, {"salt": text, "hashes": _ids}, ("salt", "hashes"))

HEAD: dict[str, Reader] = {
    "case": text,
    "title": text,
    "reality": _one_of(*REALITIES),
    "summary": text,
    "reviewed_by": text,
    "main_document": text,
    "replay": list_of(when),
    "private_names": _private_names,
    "resolution": _resolution,
}
