"""The fields of a question file, each with its reader."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from mediakit.exercises.questions import Misconception, Question
from mediakit.yamlfile import (
    UNREAD,
    Problem,
    Reader,
    build,
    line_of,
    list_of,
    raw_list,
    scalar,
    text,
    texts_by_id,
)

__all__ = ["BY_KIND", "COMMON", "HEAD", "QUESTION"]


def _paragraphs(node: Any, problems: list[Problem]) -> Any:
    """Text whose paragraphs are kept and whose lines are joined."""
    value = scalar(node, problems, "text")
    if value is UNREAD:
        return UNREAD
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", value.strip()))


def _literal(node: Any, problems: list[Problem]) -> Any:
    """A value as an answer would hold it: numbers stay numbers, the rest is text."""
    if node.id == "sequence":
        return tuple(_literal(child, problems) for child in node.value)
    if node.id == "mapping":
        return {str(key.value): _literal(value, problems) for key, value in node.value}
    kind = node.tag.rsplit(":", 1)[-1]
    try:
        if kind == "int":
            return int(node.value)
        return float(node.value) if kind == "float" else str(node.value)
    except ValueError:
        return str(node.value)


def _fraction(node: Any, problems: list[Problem]) -> Any:
    value = text(node, problems)
    if value is UNREAD:
        return UNREAD
    try:
        found = Fraction(value)
    except (ValueError, ZeroDivisionError):
        found = Fraction(-1)
    if found < 0 or found > 10**6:
        problems.append(Problem(line_of(node), f"{value!r} is no such number", "write 1 or 1/2"))
        return UNREAD
    return found


def _length(node: Any, problems: list[Problem]) -> Any:
    value = _literal(node, problems)
    sound = isinstance(value, tuple) and len(value) == 2 and all(isinstance(v, int) for v in value)
    if not sound or not 0 <= value[0] <= value[1]:
        fix = "write [at least, at most] in words, like [40, 120]"
        problems.append(Problem(line_of(node), "a length is expected here", fix))
        return UNREAD
    return value


def _values(node: Any, problems: list[Problem]) -> Any:
    value = _literal(node, problems)
    if not isinstance(value, dict) or not all(isinstance(v, dict) for v in value.values()):
        fix = "write 'name: {finding: ..., claim: ...}'"
        problems.append(Problem(line_of(node), "named findings are expected here", fix))
        return UNREAD
    return value


def _texts(node: Any, problems: list[Problem]) -> Any:
    """Longer texts by their names, paragraphs kept."""
    found = texts_by_id(node, problems)
    if found is UNREAD:
        return UNREAD
    return {str(key.value): _paragraphs(value, problems) for key, value in node.value}


def _grounds(node: Any, problems: list[Problem]) -> Any:
    value = _literal(node, problems)
    if not isinstance(value, dict) or not all(isinstance(v, tuple) for v in value.values()):
        fix = "write 'id: [high, low]', and 'id: []' for what bears out no grade"
        problems.append(Problem(line_of(node), "grounds are expected here", fix))
        return UNREAD
    return value


_misconception = build(
    Misconception,
    {
        "name": text,
        "when": list_of(_literal),
        "also": _literal,
        "fact": text,
        "tempting": text,
        "misleads": text,
        "better": text,
        "records": list_of(text),
        "section": text,
    },
    ("name", "fact", "tempting", "misleads", "better"),
)
COMMON: dict[str, Reader] = {
    "id": text,
    "kind": text,
    "prompt": _paragraphs,
    "answer": _literal,
    "points": _fraction,
    "case": text,
    "as_of": text,
    "records": list_of(text),
    "section": text,
    "right": _paragraphs,
    "hints": list_of(_paragraphs),
    "solution": _paragraphs,
    "misconceptions": list_of(_misconception),
}
BY_KIND: dict[str, Reader] = {
    "options": texts_by_id,
    "items": texts_by_id,
    "tolerance": _fraction,
    "unit": text,
    "length": _length,
    "mentions": list_of(text),
    "rubric": texts_by_id,
    "anchors": _texts,
    "grounds": _grounds,
    "yardstick": text,
    "standing": text,
}
HEAD: dict[str, Reader] = {
    "exercise": text,
    "title": text,
    "lesson": text,
    "case": text,
    "as_of": text,
    "intro": _paragraphs,
    "mode": text,
    "tag": text,
    "setup": list_of(text),
    "values": _values,
    "questions": raw_list,
}
QUESTION = build(Question, COMMON | BY_KIND, ("id", "kind", "prompt", "right", "hints", "solution"))
