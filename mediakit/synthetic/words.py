"""The plain sentences of a synthetic case: documents, notes on a teller's past, the resolution.

What a reader needs to tell origins from copies stands in these texts: a telling at first hand
says who looked and what was seen, a copy names where it has it from or repeats the very same
turn of phrase, and one that does neither says so.
"""

from __future__ import annotations

from datetime import timedelta

from mediakit.records import Basis, SourceKind, When
from mediakit.synthetic.draw import Plan, Teller, Telling

__all__ = [
    "WAS_RIGHT",
    "WAS_WRONG",
    "document_text",
    "past_note",
    "resolution_text",
    "said",
    "sign",
]

WAS_RIGHT = "was right"
WAS_WRONG = "was wrong"

QUIRKS = (
    "Plain as a plate", "Quiet as a cupboard", "It went by like a slow hat", "Cold soup, all of it",
    "You could have heard a button", "As odd as a left glove", "Neither fish nor ladder",
    "A day with two Mondays", "Long as a wet string", "Nobody had ironed the sky",
    "It sat there like a spare chair", "Thin as Tuesday's tea", "All elbows and no sleeve",
    "Like a drum full of wool", "As sure as a nailed boot", "A morning made of cardboard",
    "Round as an argument", "It smelled of pencils", "Slow as a borrowed clock",
    "Bright as a new spoon", "As empty as a lent umbrella", "Loud as a dropped tray",
    "Soft as a wrong answer", "It looked like somebody else's garden",
    "Two hats and no head", "Straight as a bent nail",
)  # fmt: skip

SUBJECTS = (
    "the price of firewood", "a new bus stop", "the opening of a shop", "a lost dog",
    "the date of the fair", "a burst water main", "the size of the harvest", "a change of teachers",
    "a broken lamp in the square", "the height of the river", "a road closed for a race",
    "the prize at the flower show", "a late parcel", "the number of swans",
    "a new roof on the hall",
    "the length of the queue at the ferry", "a cancelled play", "an early snow",
    "a rise in the fare", "a fallen sign", "the hours of the baths",
)  # fmt: skip


def on(plan: Plan, day: int) -> When:
    """A day of the plan as a date."""
    return When(plan.start + timedelta(days=day))


def past_note(number: int, right: bool) -> str:
    """One checked report from a teller's past, as a sentence."""
    verdict = WAS_RIGHT if right else WAS_WRONG
    return f"Reported on {SUBJECTS[number % len(SUBJECTS)]}; a check found that it {verdict}."


def said(plan: Plan, telling: Telling) -> str:
    """What a telling says, in full sentences."""
    sentences = [
        plan.topic.questions[question].answers[answer].claim.format(place=plan.place)
        for question, answer in sorted(telling.answers.items())
    ]
    return " ".join(sentences)


def sign(plan: Plan, telling: Telling) -> str:
    """What somebody says to have seen or measured on the main question."""
    answer = plan.topic.questions[0].answers[telling.answers[0]]
    office = plan.tellers[telling.teller].kind is SourceKind.OFFICE
    return answer.found if office else answer.seen


def quirk(plan: Plan, telling: Telling) -> str:
    """The turn of phrase by which a text can be known again; a silent copy repeats it."""
    if telling.copied and telling.basis is Basis.MATCHING:
        return quirk(plan, next(t for t in plan.tellings if t.id == telling.copied[0]))
    return QUIRKS[plan.tellings.index(telling) % len(QUIRKS)]


def document_text(plan: Plan, telling: Telling) -> str:
    """The document as it was published."""
    teller = plan.tellers[telling.teller]
    if teller.kind is SourceKind.ASSISTANT:
        return _answer_text(plan, telling)
    if not teller.named:
        return ""  # nobody has this person's own words
    event = plan.topic.event.format(place=plan.place, day=str(on(plan, 0)))
    opening = f"{event} " if 0 in telling.answers else ""
    return f"{opening}{_body(plan, telling, teller)} “{quirk(plan, telling)},” it says at the end."


def _body(plan: Plan, telling: Telling, teller: Teller) -> str:
    if telling.shown:
        return _first_hand(plan, telling, teller)
    claims = said(plan, telling)
    if not telling.copied:
        if telling.circle:
            return f"{claims} The page names no source."
        return f"{claims} {teller.name} has this from people who should know, and says no more."
    origin = next(t for t in plan.tellings if t.id == telling.copied[0])
    other = plan.tellers[origin.teller]
    if not other.named:
        return f"{teller.name} was not there. This was heard from {other.name}: {claims}"
    if telling.basis is Basis.CITED:
        return f"{teller.name} prints what {other.name} said: {claims} It sent nobody to look."
    return f"{claims} The report names no source."


def _first_hand(plan: Plan, telling: Telling, teller: Teller) -> str:
    looked = "sent a reporter to look" if teller.kind is SourceKind.OUTLET else "went to look"
    if teller.kind is SourceKind.OFFICE:
        return f"The {teller.name} measured and found that {sign(plan, telling)}. " + said(
            plan, telling
        )
    who = f"{teller.name}, {teller.about}," if teller.about else teller.name
    return f"{who} {looked} and saw that {sign(plan, telling)}. {said(plan, telling)}"


def _answer_text(plan: Plan, telling: Telling) -> str:
    by_id = {t.id: t for t in plan.tellings}
    names = [plan.tellers[by_id[to].teller].name for to in telling.copied]
    links = "  ".join(f"[{number}] {name}" for number, name in enumerate(names, start=1))
    return f"{said(plan, telling)} Here are my sources: {links}"


def resolution_text(plan: Plan) -> str:
    """How it came out, with everybody whose account had nothing behind it."""
    true = [
        question.answers[answer].claim.format(place=plan.place)
        for question, answer in zip(plan.topic.questions, plan.truth, strict=True)
    ]
    invented = sorted({plan.tellers[t.teller].name for t in plan.tellings if t.made_up and t.shown})
    told = f" Nobody had seen {' and '.join(invented)} there." if invented else ""
    return " ".join(true) + told
