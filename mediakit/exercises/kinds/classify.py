"""Sort items into categories: ``q6 = {"s1": "finding", "s2": "statement"}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mediakit.answers import show
from mediakit.exercises.kinds.base import Judged, Kind, Read, Unread, by_share
from mediakit.exercises.kinds.picking import fold, pick, split_ids
from mediakit.exercises.questions import Question

__all__ = ["Classify"]


class Classify(Kind):
    """Each item gets one category. Every item sorted rightly earns its share."""

    noun = "category"
    uses = frozenset({"items", "options"})
    needs = frozenset({"answer", "items", "options"})

    def example(self, question: Question) -> str:
        item = next(iter(question.items))
        right = (question.answer or {}).get(item)
        category = next(c for c in (*question.options, "…") if c not in (right, item))  # no hint
        others = {key: ... for key in question.items if key != item}
        return f"{question.id} = {show({item: category, **others}, 2_000)}"

    def read(self, question: Question, value: Any) -> Read | Unread:
        pairs = _pairs(_turned(question, value))
        if pairs is None:
            return Unread("pairs are asked for here, like " + self.example(question))
        sorted_: dict[str, str] = {}
        for item, category in pairs:
            if category is ... or category == "":
                continue
            which = pick("item", item, question.items)
            if isinstance(which, Unread):
                return which
            where = pick(self.noun, category, question.options)
            if isinstance(where, Unread):
                return Unread(f"for {which}: {where.why}")
            if sorted_.setdefault(which, where) != where:
                return Unread(f"{which} stands there twice, with {sorted_[which]} and {where}")
        if not sorted_:
            return Unread("no item is sorted here; write " + self.example(question))
        return Read({item: sorted_[item] for item in question.items if item in sorted_})

    def judge(self, question: Question, given: Any) -> Judged:
        wanted = question.answer
        right = sum(given.get(item) == category for item, category in wanted.items())
        details = [f"{right} of {len(wanted)} sorted as the records show"]
        left = [item for item in wanted if item not in given]
        if left:
            details.append(f"not sorted yet: {', '.join(left)}")
        return by_share(right, len(wanted), tuple(details))

    def fits(self, pattern: Mapping[str, Any], given: Any) -> bool:
        return bool(pattern) and all(given.get(item) == where for item, where in pattern.items())

    def lines(self, question: Question) -> list[str]:
        items = [f"{key}: {text}" for key, text in question.items.items()]
        return [*items, "Categories: " + "; ".join(_named(question.options))]

    def faults(self, question: Question) -> list[str]:
        missing = [item for item in question.items if item not in (question.answer or {})]
        return [f"the answer says nothing about {', '.join(missing)}"] if missing else []


def _named(options: Mapping[str, str]) -> list[str]:
    return [f"{key} ({text})" if text else key for key, text in options.items()]


def _pairs(value: Any) -> list[tuple[Any, Any]] | None:
    """The pairs of a dict, of a list of pairs, or of a text like ``"a -> x, b: y"``."""
    if isinstance(value, dict):
        return list(value.items())
    if isinstance(value, str):
        parts: tuple[Any, ...] = split_ids(_JOINT.sub(": ", value[:2_000]))
    else:
        parts = value if isinstance(value, tuple) else (None,)
    pairs = [_pair(part) for part in parts]
    return [p for p in pairs if p] if all(pairs) else None


_JOINT = re.compile(r"\s*(?:->|=>|→|=|:)\s*")


def _pair(part: Any) -> tuple[Any, Any] | None:
    """One pair; text without a joint between two names is none."""
    if isinstance(part, str):
        left, joint, right = _JOINT.sub(":", part).partition(":")
        return (left.strip(" {}\"'"), right.strip(" {}\"'")) if joint else None
    return (part[0], part[1]) if isinstance(part, tuple) and len(part) == 2 else None


def _turned(question: Question, value: Any) -> Any:
    """``{"finding": ["s1"], "leak": ["s2"]}``, sorted by category, as pairs; else as it is."""
    if not isinstance(value, dict) or not all(isinstance(k, str) for k in value):
        return value
    items, categories = ({fold(key) for key in ids} for ids in (question.items, question.options))
    if not all(fold(key) in categories - items for key in value):
        return value
    return tuple((item, key) for key, items in value.items() for item in split_ids(items))
