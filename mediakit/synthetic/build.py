"""From a plan to a case: the records that an outside reader could see, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from mediakit import records as r
from mediakit.case import Case, attach_reports
from mediakit.records import Basis, Ground, SourceKind, Standing
from mediakit.synthetic.bearing import details, evidence, interests, officials
from mediakit.synthetic.draw import Plan, Teller, Telling, draw_plan, slug
from mediakit.synthetic.frame import (
    NOT_ESTABLISHED,
    PANEL,
    claims_told,
    event,
    panel_name,
    tells_event,
    true_claims,
)
from mediakit.synthetic.words import document_text, on, past_note, resolution_text, sign

__all__ = ["build_case", "synthetic_case"]


def synthetic_case(seed: int) -> Case:
    """A case made by a program, in an invented place, whose truth is known.

    It teaches counting and grading on cases that nobody can look up. Its tellers are simpler
    than people: each is right at a steady rate, and errors are independent of each other.

    Parameters
    ----------
    seed : int
        Any whole number of 0 or more. The same seed gives the same case everywhere.

    Returns
    -------
    Case
        ``reality`` is "synthetic". ``resolution`` holds the truth, public on its last day;
        ``case.as_of(case.replay[-2].on)`` is the case before that day. It is always solvable:
        more origins show a ground of their own for the true answer to the main question than
        for any other, and each link is named, matched or marked as inferred.

    Raises
    ------
    ValueError
        When the seed is no whole number of 0 or more.

    Examples
    --------
    >>> import mediakit as mk
    >>> case = synthetic_case(12)
    >>> case.reality, case.as_of(case.replay[-2].on).resolution
    ('synthetic', None)
    >>> {answer for answer in case.resolution.claims.values()} == {"true", "false"}
    True
    """
    return build_case(draw_plan(seed))


def build_case(plan: Plan) -> Case:
    """The case of a plan."""
    groups: dict[str, Any] = {
        group: r.Records(noun, {record.id: record for record in make(plan)})
        for group, (noun, make) in GROUPS.items()
    }
    told = attach_reports(groups["claims"].values(), groups["documents"], groups["sources"])
    groups["claims"] = r.Records("claim", {claim.id: claim for claim in told})
    return Case(
        id=f"synthetic-{plan.seed}",
        title=plan.topic.title.format(place=plan.place),
        reality="synthetic",
        summary=f"{event(plan)} Accounts differ. Everything here is invented by a program.",
        reviewed_by="nobody: made by a program",
        main_document=_main(plan).id,
        replay=_replay(plan),
        resolution=_resolution(plan),
        **groups,
    )


def _main(plan: Plan) -> Telling:
    """The telling that most others took over, the first of equals."""
    told = [t for t in plan.tellings if 0 in t.answers and plan.tellers[t.teller].named]
    return max(told, key=lambda t: (sum(t.id in other.copied for other in told), -t.day))


def _replay(plan: Plan) -> tuple[r.When, ...]:
    days = sorted(t.day for t in plan.tellings)
    stops = {days[0], days[len(days) // 2], plan.resolved - 1, plan.resolved}
    return tuple(on(plan, day) for day in sorted(stops))


# --- references and sources ------------------------------------------------------------------


def _references(plan: Plan) -> Iterator[r.Reference]:
    for telling in plan.tellings:
        name = plan.tellers[telling.teller].name
        if plan.tellers[telling.teller].named:
            yield _page(plan, telling.id, f"Report of {name}", name, telling.day)
    yield _page(plan, PANEL, "Report of the review panel", panel_name(plan), plan.resolved)


def _page(plan: Plan, id_: str, title: str, publisher: str, day: int) -> r.Reference:
    url = f"https://{slug(publisher)}.example/{on(plan, day).on.isoformat()}/{id_}"
    return r.Reference(f"ref-{id_}", title, f"{publisher} (invented)", url, on(plan, day), "en",
                       "in full")  # fmt: skip


def _sources(plan: Plan) -> Iterator[r.Source]:
    for teller in plan.tellers.values():
        yield r.Source(
            teller.id, teller.name, teller.kind, teller.named,
            about=_sentence(teller.about), record=tuple(_past(plan, teller)), **_graded(teller),
        )  # fmt: skip
    yield r.Source(PANEL, panel_name(plan), SourceKind.OFFICE,
                   about="Looks into what went wrong, with every key and every book.")  # fmt: skip


def _sentence(about: str) -> str:
    return f"{about[0].upper()}{about[1:].rstrip('.')}." if about else ""


def _past(plan: Plan, teller: Teller) -> Iterator[r.DatedNote]:
    shift = sum(map(ord, teller.id))  # so that not every record begins with the firewood
    for number, (days, right) in enumerate(teller.past):
        yield r.DatedNote(on(plan, -days), past_note(shift + number, right))


# least share of right reports -> letter; ours, so that a grade says no more than the record
LETTERS = ((0.9, "A"), (0.75, "B"), (0.6, "C"), (0.4, "D"), (0.0, "E"))


def _graded(teller: Teller) -> dict[str, str]:
    if not teller.past:
        return {"reliability": "F", "reliability_why": "No earlier report of it was checked."}
    right, checked = sum(ok for _, ok in teller.past), len(teller.past)
    letter = next(letter for least, letter in LETTERS if right / checked >= least)
    why = f"{right} of {checked} earlier reports that were checked were right."
    return {"reliability": letter, "reliability_why": why}


# --- documents -------------------------------------------------------------------------------


def _documents(plan: Plan) -> Iterator[r.Document]:
    for telling in plan.tellings:
        teller = plan.tellers[telling.teller]
        yield r.Document(
            telling.id,
            telling.teller,
            _kind(teller),
            on(plan, telling.day),
            f"Report of {teller.name}" if teller.named else f"What {teller.name} is said to know",
            says=claims_told(plan, telling),
            took_from=tuple(_links(plan, telling)),
            ground=Ground.OWN if telling.shown else Ground.UNDISCLOSED,
            ground_note=_ground_note(plan, telling),
            text=document_text(plan, telling),
            references=(f"ref-{telling.id}",) if teller.named else (),
        )
    yield _panel_report(plan)


def _kind(teller: Teller) -> r.DocumentKind:
    if not teller.named:
        return r.DocumentKind.CONVERSATION
    return {
        SourceKind.OFFICE: r.DocumentKind.STATEMENT,
        SourceKind.PERSON: r.DocumentKind.POST,
        SourceKind.ASSISTANT: r.DocumentKind.AI_ANSWER,
    }.get(teller.kind, r.DocumentKind.ARTICLE)


def _ground_note(plan: Plan, telling: Telling) -> str:
    if telling.shown:
        return f"it says what was looked at: {sign(plan, telling)}"
    return "" if telling.copied else "it gives nothing that an outsider could check"


NOTES = {
    Basis.CITED: "it names {name}",
    Basis.MATCHING: "the same odd turn of phrase as in the report of {name}, and a later date",
    Basis.INFERRED: "the same answer some days after {name}, and no source named",
}


def _links(plan: Plan, telling: Telling) -> Iterator[r.Link]:
    by_id = {t.id: t for t in plan.tellings}
    for to in telling.copied:
        note = NOTES[telling.basis].format(name=plan.tellers[by_id[to].teller].name)
        yield r.Link(to, telling.basis, note)
    if telling.circle:
        later = by_id[telling.circle]
        name = plan.tellers[later.teller].name
        note = f"the page was changed to name {name}"
        yield r.Link(later.id, Basis.CITED, note, public=on(plan, later.day + 2))


def _panel_report(plan: Plan) -> r.Document:
    true = tuple(true_claims(plan))
    day = on(plan, plan.resolved)
    return r.Document(
        f"{PANEL}-report", PANEL, r.DocumentKind.STATEMENT, day, "Report of the review panel",
        says=("event", *true), ground=Ground.OWN,
        ground_note="it opened every book and looked for itself",
        text=f"{event(plan)} {resolution_text(plan)}", references=(f"ref-{PANEL}",),
    )  # fmt: skip


# --- questions, claims, explanations -----------------------------------------------------------


def _questions(plan: Plan) -> Iterator[r.Question]:
    return (r.Question(question.id, question.text) for question in plan.topic.questions)


def _claims(plan: Plan) -> Iterator[r.Claim]:
    first = next(t for t in plan.tellings if tells_event(plan, t))
    since = r.Status(
        Standing.ESTABLISHED,
        on(plan, first.day),
        "every report agrees on it",
        (f"ref-{first.id}",),
    )
    yield r.Claim("event", event(plan), r.ClaimLevel.EVENT, statuses=(since,))
    for number, question in enumerate(plan.topic.questions):
        level = r.ClaimLevel.SIDE if number else r.ClaimLevel.CAUSE
        for place, answer in enumerate(question.answers):
            statuses = tuple(_statuses(plan, number, place))
            if statuses:
                text = answer.claim.format(place=plan.place)
                yield r.Claim(answer.id, text, level, "event", question.id, statuses=statuses)


def _statuses(plan: Plan, question: int, answer: int) -> Iterator[r.Status]:
    """What could be said of an answer, day by day; nothing for one that nobody ever gave."""
    told = [t for t in plan.tellings if t.answers.get(question) == answer]
    rivals = [t for t in plan.tellings if t.answers.get(question, answer) != answer]
    if told:
        name = plan.tellers[told[0].teller].name
        yield r.Status(Standing.REPORTED, on(plan, told[0].day), f"by {name}")
    if told and rivals:
        name = plan.tellers[rivals[0].teller].name
        both = max(told[0].day, rivals[0].day)
        yield r.Status(Standing.DISPUTED, on(plan, both), f"by {name}")
    true = plan.truth[question] == answer
    if told or true:
        standing = Standing.ESTABLISHED if true else Standing.NOT_ESTABLISHED
        note = f"{panel_name(plan)}, report of {on(plan, plan.resolved)}"
        yield r.Status(standing, on(plan, plan.resolved), note, (f"ref-{PANEL}",))


def _hypotheses(plan: Plan) -> Iterator[r.Hypothesis]:
    for answer in plan.topic.questions[0].answers:
        yield r.Hypothesis(f"it-was-{answer.id}", answer.label, "main")
    yield r.Hypothesis(NOT_ESTABLISHED, "not established", "main")


def _resolution(plan: Plan) -> r.Resolution:
    true = set(true_claims(plan))
    claims = {c.id: "true" if c.id in true or c.id == "event" else "false" for c in _claims(plan)}
    return r.Resolution(
        resolution_text(plan),
        "A program drew the truth before it drew who says what, so it is known for certain.",
        on(plan, plan.resolved), claims, (f"ref-{PANEL}",),
    )  # fmt: skip


def _none(plan: Plan) -> Iterable[Any]:
    return ()


# group of a case -> (noun, what makes its records)
GROUPS: dict[str, tuple[str, Any]] = {
    "references": ("reference", _references),
    "sources": ("source", _sources),
    "documents": ("document", _documents),
    "questions": ("question", _questions),
    "claims": ("claim", _claims),
    "hypotheses": ("hypothesis", _hypotheses),
    "evidence": ("item of evidence", evidence),
    "officials": ("official item", officials),
    "details": ("detail", details),
    "interests": ("interest", interests),
    "slips": ("slip", _none),
    "disagreements": ("disagreement", _none),
    "decisions": ("decision", _none),
    "results": ("search result", _none),
}
