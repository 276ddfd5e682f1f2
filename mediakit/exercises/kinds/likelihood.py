"""A likelihood word: ``q6 = "unlikely"``, read on the yardstick that the question names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from mediakit.answers import show
from mediakit.exercises.kinds.base import Judged, Kind, Read, Unread
from mediakit.exercises.kinds.numerals import read_numeral
from mediakit.exercises.kinds.picking import pick
from mediakit.exercises.questions import Outcome, Question

if TYPE_CHECKING:
    from mediakit.wording.likelihood import Yardstick

__all__ = ["LikelihoodPhrase", "steps"]

MAX_PHRASE = 80


_OPENING = re.compile(r"^(?:it is|it's|that is|this is)\s+", re.I)


class LikelihoodPhrase(Kind):
    """A step of a yardstick. The key is one step or several neighbours; each of them is right.

    A value that was read is a tuple of steps: one for a learner, all that are right for the key.
    Never for a claim that is marked open: nobody gives it a likelihood.
    """

    uses = frozenset({"yardstick"})
    needs = frozenset({"answer"})

    def example(self, question: Question) -> str:
        taken = question.answer or ()
        return f'{question.id} = "{next(s for s in reversed(steps(question)) if s not in taken)}"'

    def read(self, question: Question, value: Any) -> Read | Unread:
        wanted = question.yardstick
        if wanted and wanted not in {stick.id for stick in _sticks()}:
            return Unread(f"no yardstick is called {wanted!r}; write icd203 or phia")
        if isinstance(value, (tuple, frozenset)) and len(value) == 1:
            value = next(iter(value))
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            return Unread(f"one likelihood word is asked for, like {self.example(question)}")
        return self._one(question, value)

    def read_key(self, question: Question, value: Any) -> Read | Unread:
        """One step, or several neighbours that are all right."""
        steps = [self.read(question, part) for part in value] if isinstance(value, tuple) else []
        wrong = next((s for s in steps if isinstance(s, Unread)), None)
        if not steps or wrong:
            return wrong or self.read(question, value)
        return Read(tuple(s.value[0] for s in steps if isinstance(s, Read)))

    def _one(self, question: Question, value: str | float) -> Read | Unread:
        from mediakit.wording import likelihood

        said: str | float = value
        if isinstance(value, str):
            said = _OPENING.sub("", value[:MAX_PHRASE].strip(" !\"'“”‘’").rstrip(" ."))
            chance = read_numeral(said)
            if chance and 0 <= chance[0] <= 1 and (chance[1] or not said.isdigit()):
                said = float(chance[0])
        try:
            found = likelihood(said, question.yardstick or "icd203")
        except (LookupError, ValueError, TypeError):
            return self._step(question, value if isinstance(value, str) else show(value))
        if found.band is None:
            return Unread(f"{found.warning.rstrip('.')}; the steps are {_listed(question)}")
        step = found.band.words[0]
        plain = isinstance(said, str) and said.casefold() in found.band.words
        return Read((step,), () if plain else (f"read as “{step}”",))

    def _step(self, question: Question, said: str) -> Read | Unread:
        """A step with its range behind it, or in another form of its words."""
        known = steps(question)
        if re.fullmatch(r"(?:roughly|about|around)?[ -]*even[ -]*(?:odds|chances?)?", said.lower()):
            return Read((known[len(known) // 2],))
        found = pick("step", re.sub(r"\s*[(,].*$", "", said), dict.fromkeys(known, ""))
        if not isinstance(found, Unread):
            return Read((found,))
        if read_numeral(said):
            return Unread('a chance lies between 0 and 1; write a word, "3 %" or 0.03')
        wrong = pick("step", said, dict.fromkeys(known, ""))
        return wrong if isinstance(wrong, Unread) else Read((wrong,))

    def judge(self, question: Question, given: Any) -> Judged:
        if self.same(question, given, question.answer):
            return Judged(Outcome.RIGHT, Fraction(1))
        return Judged(
            Outcome.NOT_YET, details=(f"“{given[0]}” means {_range(question, given[0])}",)
        )

    def same(self, question: Question, given: Any, other: Any) -> bool:
        return bool(set(given) & set(other))

    def literal(self, value: Any) -> Any:
        return value[0]

    def fits(self, pattern: Mapping[str, Any], given: Any) -> bool:
        """``also: {above: likely}`` or ``{below: likely}``, on either yardstick."""
        low = {w: b.low for stick in _sticks() for b in stick.bands for w in b.words}
        here = [low[step] for step in given]
        above, below = pattern.get("above"), pattern.get("below")
        return (above is not None and max(here) > low[above]) or (
            below is not None and min(here) < low[below]
        )

    def lines(self, question: Question) -> list[str]:
        return [f"{step}: {_range(question, step)}" for step in steps(question)]


def _sticks() -> list[Yardstick]:
    from mediakit.wording.likelihood import YARDSTICKS

    return list(YARDSTICKS.values())


def _stick(question: Question) -> Yardstick:
    wanted = question.yardstick or "icd203"
    return next((stick for stick in _sticks() if stick.id == wanted), _sticks()[0])


def steps(question: Question) -> list[str]:
    return [band.words[0] for band in _stick(question).bands]


def _listed(question: Question) -> str:
    return ", ".join(steps(question))


def _range(question: Question, step: str) -> str:
    stick = _stick(question)
    band = next(b for b in stick.bands if step in b.words)
    return f"{band.range}, {stick.name}"
