"""What every part of a synthetic case needs: the event, the panel, the ids of claims."""

from __future__ import annotations

from collections.abc import Iterator

from mediakit.records import SourceKind
from mediakit.synthetic.draw import Plan, Telling
from mediakit.synthetic.words import on

__all__ = [
    "NOT_ESTABLISHED",
    "PANEL",
    "claims_told",
    "event",
    "panel_name",
    "tells_event",
    "true_claims",
]

PANEL = "panel"
NOT_ESTABLISHED = "not-established"


def event(plan: Plan) -> str:
    """What happened, with place and day."""
    return plan.topic.event.format(place=plan.place, day=str(on(plan, 0)))


def claims_told(plan: Plan, telling: Telling) -> tuple[str, ...]:
    """The ids of the claims that a telling makes."""
    answers = sorted(telling.answers.items())
    ids = tuple(plan.topic.questions[q].answers[a].id for q, a in answers)
    return ("event", *ids) if tells_event(plan, telling) else ids


def tells_event(plan: Plan, telling: Telling) -> bool:
    """True when a telling says what happened as well, not an answer alone."""
    teller = plan.tellers[telling.teller]
    return 0 in telling.answers and teller.named and teller.kind is not SourceKind.ASSISTANT


def panel_name(plan: Plan) -> str:
    """The body that finds the truth out in the end."""
    return f"{plan.place} Review Panel"


def true_claims(plan: Plan) -> Iterator[str]:
    """The ids of the true answers."""
    for question, answer in zip(plan.topic.questions, plan.truth, strict=True):
        yield question.answers[answer].id
