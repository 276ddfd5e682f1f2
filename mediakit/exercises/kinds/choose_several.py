"""Choose all that fit: ``q3 = ["c2", "c5"]``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mediakit.answers import show
from mediakit.exercises.kinds.base import Judged, Kind, Read, Unread, by_share
from mediakit.exercises.kinds.picking import fold, pick_all
from mediakit.exercises.questions import Question

__all__ = ["ChooseSeveral"]


class ChooseSeveral(Kind):
    """Several of the options. One taken wrongly undoes one taken rightly, down to nothing."""

    uses = frozenset({"options"})
    needs = frozenset({"answer", "options"})

    def example(self, question: Question) -> str:
        keys = list(question.options)
        some = (keys[0], keys[-1])
        if set(some) == set(question.answer or ()):  # an example is no hint
            some = (keys[0], keys[1])
        return f"{question.id} = {show(some)}"

    def read(self, question: Question, value: Any) -> Read | Unread:
        if isinstance(value, dict):  # {"c2": True, "c5": False} is a list of ticks
            if not all(isinstance(tick, bool) for tick in value.values()):
                return Unread("a list is asked for here, like " + self.example(question))
            value = tuple(key for key, tick in value.items() if tick)
        if isinstance(value, str) and fold(value) in ("all", "all-of-them"):
            value = tuple(question.options)
        chosen = pick_all("option", value, question.options)
        if isinstance(chosen, Unread):
            return chosen
        if not chosen:
            return Unread("no option is named here; write " + self.example(question))
        notes = ("an option named twice counts once",) if len(set(chosen)) < len(chosen) else ()
        return Read(tuple(key for key in question.options if key in chosen), notes)

    def judge(self, question: Question, given: Any) -> Judged:
        wanted = set(question.answer)
        hits = len(wanted & set(given))
        extra = len(set(given) - wanted)
        details = (_named(hits, extra, len(wanted) - hits),)
        return by_share(hits - extra, len(wanted), details)

    def fits(self, pattern: Mapping[str, Any], given: Any) -> bool:
        has = all(key in given for key in pattern.get("includes", ()))
        return has and not any(key in given for key in pattern.get("misses", ()))

    def faults(self, question: Question) -> list[str]:
        return [] if len(question.options) > 2 else ["this needs three options or more"]


def _named(hits: int, extra: int, missing: int) -> str:
    """How much of a list fits. How many there are to find stays open."""
    many = hits + extra
    if not hits:
        return "what you named does not fit" if many == 1 else f"none of the {many} you named fits"
    if not extra:
        fits = "the one you named fits" if many == 1 else f"the {many} you named fit"
        return f"{fits}, and something is missing"
    more = "; something is missing" if missing else ""
    return f"of the {many} you named, {hits} {'fits' if hits == 1 else 'fit'}{more}"
