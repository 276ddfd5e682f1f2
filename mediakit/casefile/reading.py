"""YAML in, a case or its faults out. How the YAML itself is read, see :mod:`mediakit.yamlfile`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mediakit import records as r
from mediakit.case import Case, attach_reports
from mediakit.casefile.shape import GROUPS, HEAD, REQUIRED
from mediakit.caselint import Found, advise, lint, review
from mediakit.yamlfile import UNREAD, Problem, Reader, build, compose, line_of, raw_list

__all__ = ["advise_case", "check_case", "parse_case"]


def parse_case(source: bytes, name: str) -> Case:
    """Read a case from the bytes of its file.

    Only faults that leave no case to work with stop it: a field that cannot be read, an id that
    names nothing, dates out of order. What makes a case unfair or unsafe to hand out is told by
    :func:`check_case`.

    Raises
    ------
    ValueError
        Naming every fault with its line, when there is at least one.
    """
    raw, found, problems = _read(source)
    if problems:
        lines = "\n".join(f"  {name}, {problem}" for problem in problems)
        noun = "fault" if len(problems) == 1 else "faults"
        raise ValueError(f"the case file {name!r} has {len(problems)} {noun}:\n{lines}")
    return _assemble(raw, found)


def check_case(source: bytes) -> list[Problem]:
    """Every fault of a case file, in the order of its lines; empty when it is sound.

    Besides what stops a case from loading: a claim established by nobody, a question with one
    explanation only, an accusation in a title, a private name, a long quotation and the like.
    It knows words and dates, not the facts: a file without faults can still be wrong.
    """
    _, found, problems = _read(source)
    return sorted({*problems, *review(found)})


def advise_case(source: bytes) -> list[Problem]:
    """What a case file could still do with, in the order of its lines. None of it is a fault."""
    _, found, problems = _read(source)
    return [] if problems else sorted(advise(found))


def _read(source: bytes) -> tuple[dict[str, Any], Found, list[Problem]]:
    """The fields of the head, what the file holds, and the faults that stop it from loading."""
    problems: list[Problem] = []
    found = Found()
    root = compose(source, problems)
    if root is None:
        return {}, found, problems or [Problem(1, "the file is empty", "see a shipped case")]
    spec: dict[str, Reader] = HEAD | dict.fromkeys(GROUPS, raw_list)
    raw = build(dict, spec, REQUIRED)(root, problems)
    if root.id == "mapping":
        found.keep_lines(("", ""), root)
    if raw is UNREAD:  # read the groups all the same, so that an author hears of all faults
        raw = _groups_of(root)
    for name in GROUPS:
        _read_group(name, raw.get(name, ()), found, problems)
    found.head = {name: raw[name] for name in HEAD if name in raw}
    whole = any(name in raw for name in GROUPS)
    problems += lint(found) if whole else []
    return raw, found, sorted(problems)


def _groups_of(root: Any) -> dict[str, Any]:
    """The lists of records in a file whose head has a fault."""
    if root.id != "mapping":
        return {}
    return {
        key.value: tuple(value.value)
        for key, value in root.value
        if key.id == "scalar" and key.value in GROUPS and value.id == "sequence"
    }


def _read_group(name: str, nodes: Any, found: Found, problems: list[Problem]) -> None:
    """Read one group of records; an id counts as there even when its record has a fault."""
    noun, reader = GROUPS[name]
    records: dict[str, Any] = {}
    for node in nodes:
        id_ = _id_of(node)
        if (name, id_) in found.lines:
            problems.append(Problem(line_of(node), f"the {noun} id {id_!r} is taken already"))
        else:
            found.keep_lines((name, id_), node)
        record = reader(node, problems)
        if record is not UNREAD:
            records[record.id] = record
    found.groups[name] = r.Records(noun, records)


def _id_of(node: Any) -> str:
    if node.id != "mapping":
        return ""
    ids = (v.value for k, v in node.value if k.value == "id" and v.id == "scalar")
    return " ".join(next(ids, "").split())


def _assemble(raw: Mapping[str, Any], found: Found) -> Case:
    groups: dict[str, Any] = dict(found.groups)
    told = attach_reports(groups["claims"].values(), groups["documents"], groups["sources"])
    groups["claims"] = r.Records("claim", {claim.id: claim for claim in told})
    head = {name: raw.get(name, "") for name in HEAD if name != "private_names"}
    head |= {"replay": raw.get("replay", ()), "resolution": raw.get("resolution")}
    head["id"] = head.pop("case")
    return Case(**head, **groups)
