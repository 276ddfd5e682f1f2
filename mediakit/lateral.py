"""Lateral reading on a frozen desk: leave the page, look at what others say, come back.

Fact checkers leave a page early and look over several results before they open one. Here the
results lie in the case file, dated and in our own words, so that the exercise works without a
network and is the same next year. A budget of six actions makes one choose.

Reference: the moves follow what is taught as lateral reading and click restraint, as in S. Wineburg
and others, Journal of Educational Psychology 114(5), 2022 (its abstract was read).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mediakit.case import Case
from mediakit.records import SearchResult, unknown, wrapped

__all__ = ["BUDGET", "Action", "ActionLog", "read_laterally"]

BUDGET = 6
AT_ONCE = 3  # results that a search shows, and that "more" adds
ENOUGH = 5  # results looked over before the first is opened
KINDS = ("page", "search", "more", "open", "trace")


@dataclass(frozen=True)
class Action:
    """One thing done: read the page again, search, look at more results, open or trace one."""

    kind: str
    result: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.result}".strip()


@dataclass(frozen=True, repr=False)
class ActionLog:
    """What was done on the desk, and what it showed. It is feedback, never a mark.

    ``seen`` holds the results that the list has shown so far, in its order.
    """

    case: Case
    subject: str
    done: tuple[Action, ...]
    seen: tuple[SearchResult, ...]
    told: str = ""  # what the last action showed

    @property
    def left(self) -> int:
        """How many actions of the budget are left."""
        return BUDGET - len(self.done)

    @property
    def on_the_page(self) -> int | None:
        """How many actions went into the page before it was left; None while it was not."""
        for number, action in enumerate(self.done):
            if action.kind == "search":
                return number
        return None

    @property
    def looked_over(self) -> int | None:
        """How many results had been shown when the first was opened; None while none is open."""
        shown = 0
        for action in self.done:
            if action.kind in ("search", "more"):
                shown += AT_ONCE
            elif action.kind == "open":
                return min(shown, len(_results(self.case, self.subject)))
        return None

    @property
    def opened(self) -> tuple[SearchResult, ...]:
        """The results that were opened, each once, in order."""
        ids = dict.fromkeys(a.result for a in self.done if a.kind == "open")
        return tuple(self.case.results[id_] for id_ in ids)

    @property
    def independent(self) -> tuple[SearchResult, ...]:
        """Those of them that rest neither on the account in hand nor on the one who tells it."""
        return tuple(result for result in self.opened if result.independent)

    def __repr__(self) -> str:
        if not self.done:
            return f'Nothing done yet. You have {BUDGET} actions. Start with: "search"'
        spent = f"{len(self.done)} of {BUDGET} actions used: {', '.join(map(str, self.done))}."
        parts = [spent, *([self.told] if self.told else [])]
        return wrapped("\n".join(parts))

    def why(self) -> str:
        """What the log shows of the way you read, in three sentences."""
        return wrapped("\n".join([_leaving(self), _looking(self), _opening(self)]))


def _leaving(log: ActionLog) -> str:
    if log.on_the_page is None:
        return "Leaving: you have not left the page yet. What it says of itself is all you know."
    if log.on_the_page == 0:
        return "Leaving: you left the page at once, and asked others before you read on."
    times = "one action" if log.on_the_page == 1 else f"{log.on_the_page} actions"
    return f"Leaving: you spent {times} on the page first. It shows what it wants to show."


def _looking(log: ActionLog) -> str:
    if log.looked_over is None:
        return "Looking over: you have opened no result yet."
    if log.looked_over >= ENOUGH:
        return f"Looking over: you had {log.looked_over} results in view before you opened one."
    return (
        f"Looking over: you had {log.looked_over} results in view before you opened one. More of "
        "them cost one action, and the first in a list is not first because it is best."
    )


def _opening(log: ActionLog) -> str:
    if not log.opened:
        return "Opening: nothing was opened, so nothing was checked."
    if not log.independent:
        return (
            "Opening: whatever you opened rests on the same account or on the one who tells it. "
            "Look for somebody who could know without them."
        )
    names = ", ".join(result.site for result in log.independent)
    return f"Opening: you opened somebody who does not depend on the account: {names}."


def read_laterally(case: Case, subject: str, actions: Sequence[str] = ()) -> ActionLog:
    """Do these actions on the desk, one after the other, and show what they bring.

    Parameters
    ----------
    case : Case
        A case with search results. Cut to a day, it shows only what lay open by then.
    subject : str
        The id of the source that is searched for: ``"karpichkov"``.
    actions : sequence of str
        ``"page"`` (read the page in hand once more), ``"search"`` (three results), ``"more"``
        (three more, below those in view), ``"open ID"`` and ``"trace ID"`` for a result that is in
        view. Six at most.

    Returns
    -------
    ActionLog
        Its ``repr`` says what was done and what the last action showed; ``.why()`` says what
        that tells of the way of reading.

    Raises
    ------
    LookupError
        When nothing can be searched for under this subject, an action is unknown, or a result
        is not in view; the message lists what there is.
    ValueError
        When there are more than six actions.

    Examples
    --------
    >>> from mediakit.case import load_case
    >>> log = read_laterally(load_case("larkhaven"), "vollmer", ["search", "more"])
    >>> log.left, len(log.seen), log.on_the_page
    (4, 6, 0)
    """
    subjects = sorted({result.subject for result in case.results.values()})
    if subject not in subjects:
        raise LookupError(unknown("subject", subject, subjects))
    if len(actions) > BUDGET:
        raise ValueError(f"there are {BUDGET} actions, and this is a list of {len(actions)}")
    log = ActionLog(case, subject, (), ())
    for action in actions:
        log = _do(log, _read(action))
    return log


def _results(case: Case, subject: str) -> tuple[SearchResult, ...]:
    return tuple(result for result in case.results.values() if result.subject == subject)


def _read(text: object) -> Action:
    kind, _, result = " ".join(str(text).split()).partition(" ")
    kind = kind.casefold()
    if kind not in KINDS or (kind in ("open", "trace")) is not bool(result):
        said = "page, search, more, open ID, trace ID"
        raise LookupError(f"{str(text)[:60]!r} is no action; the actions are: {said}")
    return Action(kind, result)


def _do(log: ActionLog, action: Action) -> ActionLog:
    every = _results(log.case, log.subject)
    seen = log.seen
    if action.kind in ("search", "more"):
        before = len(seen) if action.kind == "more" else 0
        seen = every[: max(before + AT_ONCE, len(seen))]
        told = _listed(seen) if len(seen) > before else "There are no more results."
    elif action.kind == "page":
        told = "The page again. It tells the account, and says of itself that it is to be trusted."
    else:
        told = _shown(action, {result.id: result for result in seen})
    return ActionLog(log.case, log.subject, (*log.done, action), seen, told)


def _listed(results: Sequence[SearchResult]) -> str:
    return "\n".join(repr(result) for result in results)


def _shown(action: Action, seen: dict[str, SearchResult]) -> str:
    if action.result not in seen:
        if not seen:
            raise LookupError("no result is in view yet; begin with: search")
        raise LookupError(unknown("result in view", action.result, list(seen)))
    result = seen[action.result]
    if action.kind == "open":
        return f"{result.site}: {result.opened}"
    return f"Traced: {result.traced or 'it says itself what it rests on; open it.'}"
