"""Put items in order: ``q7 = ["s2", "s1", "s3"]``."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from mediakit.answers import show
from mediakit.exercises.kinds.base import Judged, Kind, Read, Unread, by_share
from mediakit.exercises.kinds.picking import pick_all
from mediakit.exercises.questions import Question

__all__ = ["Order"]


class Order(Kind):
    """All items, each once. Every neighbouring pair of the right order earns its share."""

    uses = frozenset({"items"})
    needs = frozenset({"answer", "items"})

    def example(self, question: Question) -> str:
        return f"{question.id} = {show(tuple(question.items))}"

    def read(self, question: Question, value: Any) -> Read | Unread:
        value = _by_places(value)
        if isinstance(value, (dict, frozenset)):
            return Unread(
                "a list keeps its order, other brackets do not; write " + self.example(question)
            )
        placed = pick_all("item", value, question.items)
        if isinstance(placed, Unread):
            return placed
        twice = next((key for key in placed if placed.count(key) > 1), None)
        if twice:
            return Unread(f"{twice!r} stands in the list twice")
        missing = [key for key in question.items if key not in placed]
        if missing:
            return Unread(
                f"all {len(question.items)} items are asked for; "
                f"not in the list yet: {', '.join(missing)}"
            )
        return Read(tuple(placed))

    def judge(self, question: Question, given: Any) -> Judged:
        wanted = list(pairwise(question.answer))
        there = set(pairwise(given))
        right = sum(pair in there for pair in wanted)
        so_far = "none is" if not right else "1 is" if right == 1 else f"{right} are"
        steps = f"of the {len(wanted)} steps from one item to the next, {so_far} as it should be"
        details = ("the two stand the wrong way round" if len(wanted) == 1 else steps,)
        return by_share(right, len(wanted), details)

    def fits(self, pattern: Mapping[str, Any], given: Any) -> bool:
        first, second = pattern["before"]
        return bool(given.index(first) < given.index(second))

    def faults(self, question: Question) -> list[str]:
        if len(question.items) < 2:
            return ["an order needs two items or more"]
        if tuple(question.items) == question.answer:
            return ["the items stand in the right order already; shuffle them"]
        return []


def _by_places(value: Any) -> Any:
    """``{"c2": 1, "c5": 2}`` or ``{1: "c2", 2: "c5"}`` as a list; anything else as it is."""
    if not isinstance(value, dict) or not value:
        return value
    places = list(range(1, len(value) + 1))
    for pairs in (value.items(), [(place, item) for item, place in value.items()]):
        by_place = {place: item for place, item in pairs if type(place) is int}
        if sorted(by_place) == places:
            return tuple(by_place[place] for place in places)
    return value
