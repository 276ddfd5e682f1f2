"""A question that stands in one exercise and is asked in another as well.

``- {from: 03_one_source_or_nine, question: q3, id: q5}`` in place of a question. The other
exercise has to come with mediakit; the question keeps its case and its day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mediakit.records import unknown
from mediakit.yamlfile import UNREAD, Problem, build, compose, line_of, text

__all__ = ["Borrowed", "borrow", "is_borrowed"]

_READ = build(dict, {"from": text, "question": text, "id": text}, ("from", "question"))


@dataclass(frozen=True)
class Borrowed:
    """The root of the other file, its question, and the id that the question has here."""

    root: Any
    node: Any
    id: str


def is_borrowed(node: Any) -> bool:
    """True when the entry points to a question of another exercise."""
    return node.id == "mapping" and any(key.value == "from" for key, _ in node.value)


def borrow(node: Any, problems: list[Problem]) -> Borrowed | None:
    """The question that the entry points to, or None with a fault at the entry's line."""
    wanted = _READ(node, problems)
    if wanted is UNREAD:
        return None
    try:
        root = _root(wanted["from"])
        return Borrowed(root, _question(root, wanted["question"]), wanted.get("id", ""))
    except (LookupError, ValueError) as error:
        problems.append(Problem(line_of(node), str(error.args[0])))
        return None


def _root(exercise: str) -> Any:
    from mediakit.content import content

    folders = content("exercises")
    known = [p.name for p in folders.iterdir() if (p / "questions.yaml").is_file()]
    if exercise not in known:
        raise LookupError(unknown("exercise", exercise, known))
    root = compose((folders / exercise / "questions.yaml").read_bytes(), [])
    if root is None:
        raise ValueError(f"the exercise {exercise!r} can't be read itself")
    return root


def _question(root: Any, wanted: str) -> Any:
    listed = next((value for key, value in root.value if key.value == "questions"), None)
    by_id = {_id(node): node for node in (listed.value if listed else ()) if not is_borrowed(node)}
    if wanted not in by_id:
        raise LookupError(unknown("question", wanted, by_id))
    return by_id[wanted]


def _id(node: Any) -> str:
    return next((str(value.value) for key, value in node.value if key.value == "id"), "")
