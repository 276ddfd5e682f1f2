"""What bears on the questions of a synthetic case: evidence, officials, details, interests."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mediakit import records as r
from mediakit.records import SourceKind
from mediakit.synthetic.draw import Plan, Teller, Telling
from mediakit.synthetic.frame import (
    NOT_ESTABLISHED,
    PANEL,
    claims_told,
    panel_name,
    true_claims,
)
from mediakit.synthetic.words import on, resolution_text, said, sign

__all__ = ["details", "evidence", "interests", "officials"]


def evidence(plan: Plan) -> Iterator[r.Evidence]:
    """What was seen or measured, with marks, and one row that tells nothing apart."""
    for telling in plan.tellings:
        if telling.shown:
            name = plan.tellers[telling.teller].name
            yield _row(plan, telling, f"{name} says that {sign(plan, telling)}.")
    first = next(t for t in plan.tellings if t.shown)
    yield r.Evidence(
        "talk", f"People in {plan.place} talked about it on the same evening.", on(plan, 0),
        on(plan, first.day), ("event",), first.id, dict.fromkeys(_columns(plan), "C"),
        references=(f"ref-{first.id}",),
    )  # fmt: skip
    true = plan.topic.questions[0].answers[plan.truth[0]]
    yield r.Evidence(
        "opened", f"The review panel looked for itself: {true.found}.", on(plan, 0),
        on(plan, plan.resolved), (true.id,), f"{PANEL}-report",
        {h: "CC" if h == f"it-was-{true.id}" else "II" for h in _columns(plan)}
        | {NOT_ESTABLISHED: "I"},
        references=(f"ref-{PANEL}",),
    )  # fmt: skip


def _row(plan: Plan, telling: Telling, text: str) -> r.Evidence:
    answer = plan.topic.questions[0].answers[telling.answers[0]]
    marks = {h: "C" if h == f"it-was-{answer.id}" else "I" for h in _columns(plan)}
    return r.Evidence(
        f"seen-by-{telling.id}", text, on(plan, 0), on(plan, telling.day), (answer.id,),
        telling.id, marks | {NOT_ESTABLISHED: "N"}, references=(f"ref-{telling.id}",),
    )  # fmt: skip


def _columns(plan: Plan) -> list[str]:
    answers = [f"it-was-{answer.id}" for answer in plan.topic.questions[0].answers]
    return [*answers, NOT_ESTABLISHED]


def officials(plan: Plan) -> Iterator[r.Official]:
    """What offices said, and the finding of the panel at the end."""
    for telling in plan.tellings:
        teller = plan.tellers[telling.teller]
        if teller.kind is SourceKind.OFFICE:
            yield _official(plan, telling, teller)
    day = on(plan, plan.resolved)
    yield r.Official(
        PANEL, PANEL, panel_name(plan), r.OfficialKind.FINDING,
        "to find out what happened, with all papers open", day, day, resolution_text(plan),
        claims=tuple(true_claims(plan)), references=(f"ref-{PANEL}",),
    )  # fmt: skip


def _official(plan: Plan, telling: Telling, teller: Teller) -> r.Official:
    day = on(plan, telling.day)
    return r.Official(
        f"note-{telling.id}", teller.id, teller.name, r.OfficialKind.STATEMENT,
        "looks after public buildings; not asked to find causes", day, day, said(plan, telling),
        not_said="It did not say how it ruled out the other answers.",
        interest="It may have to pay for the repair.",
        claims=claims_told(plan, telling)[1:], references=(f"ref-{telling.id}",),
    )  # fmt: skip


def details(plan: Plan) -> Iterator[r.Detail]:
    """What the latest first-hand telling offers as new: some of it had been told before."""
    shown = [t for t in plan.tellings if t.shown]
    last = shown[-1]
    detail = partial(r.Detail, said_in=last.id)
    earlier = [t for t in shown[:-1] if t.day < last.day][:2]
    for number, telling in enumerate(earlier, start=1):
        name = plan.tellers[telling.teller].name
        text = f"It had been seen that {sign(plan, telling)}."
        yield detail(
            f"detail-{number}",
            text,
            first_public=on(plan, telling.day),
            first_where=f"the report of {name}",
            references=(f"ref-{telling.id}",),
        )
    yield detail("detail-new", "A stranger in a straw hat had asked about it the day before.")


def interests(plan: Plan) -> Iterator[r.Interest]:
    """A stake for whoever made something up, and for one who did not: it proves neither."""
    honest = next(t for t in plan.tellings if t.shown and not t.made_up)
    for telling in plan.tellings:
        teller = plan.tellers[telling.teller]
        if (telling is honest or _has_stake(plan, telling)) and teller.named:
            label = plan.topic.questions[0].answers[telling.answers[0]].label
            yield r.Interest(
                f"stake-{telling.id}", teller.name, f"that it was {label}",
                "Would have to pay if another answer were true.", on(plan, telling.day),
                (f"ref-{telling.id}",),
            )  # fmt: skip


def _has_stake(plan: Plan, telling: Telling) -> bool:
    teller = plan.tellers[telling.teller]
    invented = {t.id for t in plan.tellings if t.made_up}
    return teller.about == "a trader" and bool({telling.id, *telling.copied} & invented)
