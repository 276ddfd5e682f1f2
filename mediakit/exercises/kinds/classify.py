"""Sort items into categories: ``q6 = {"s1": "finding", "s2": "statement"}``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mediakit.answers import show
from mediakit.exercises.kinds.base import Judged, Kind, Read, Unread, by_share, pick
from mediakit.exercises.questions import Question

__all__ = ["Classify"]


class Classify(Kind):
    """Each item gets one category. Every item sorted rightly earns its share."""

    uses = frozenset({"items", "options"})
    needs = frozenset({"answer", "items", "options"})

    def example(self, question: Question) -> str:
        item = next(iter(question.items))
        right = (question.answer or {}).get(item)
        category = next(c for c in (*question.options, "…") if c != right)  # no hint
        others = {key: ... for key in question.items if key != item}
        return f"{question.id} = {show({item: category, **others}, 2_000)}"

    def read(self, question: Question, value: Any) -> Read | Unread:
        pairs = _pairs(value)
        if pairs is None:
            return Unread("pairs are asked for here, like " + self.example(question))
        sorted_: dict[str, str] = {}
        for item, category in pairs:
            if category is ...:
                continue
            which = pick("item", item, question.items)
            if isinstance(which, Unread):
                return which
            where = pick("category", category, question.options)
            if isinstance(where, Unread):
                return Unread(f"for {which}: {where.why}".replace("categorys", "categories"))
            sorted_[which] = where
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
    if isinstance(value, dict):
        return list(value.items())
    if isinstance(value, tuple) and all(isinstance(p, tuple) and len(p) == 2 for p in value):
        return [(p[0], p[1]) for p in value]
    return None
