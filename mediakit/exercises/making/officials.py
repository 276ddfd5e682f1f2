"""Questions about official items and standings: what kind of word is this, and how far it goes."""

from __future__ import annotations

from mediakit.case import Case
from mediakit.exercises.making.draft import (
    Draft,
    called,
    central,
    clean,
    dated,
    look_up,
    mistake,
    named,
    safe,
    shuffled,
    with_mistakes,
)
from mediakit.records import Claim, Official, OfficialKind, Standing

__all__ = ["choose_standing", "classify_officials"]

KINDS = {
    "finding": "a body with a mandate, a method and published evidence",
    "assessment": "a judgement, its grounds partly or wholly unpublished",
    "statement": "somebody in office said so",
    "court_ruling": "a court decided a case",
    "leak": "unnamed officials, through the press",
}
MOST = 5


def classify_officials(case: Case) -> Draft | str:
    """What each official item is: finding, assessment, statement, ruling or leak."""
    chosen = _spread(case)
    if len(chosen) < 2:
        return "fewer than two official items"
    right = {o.id: o.kind.value for o in chosen}
    findings = [o for o in chosen if o.kind is OfficialKind.FINDING]
    some = next((o for o in chosen if o.kind is not OfficialKind.FINDING), chosen[0])
    keys = shuffled(case, list(right))
    draft = {
        "kind": "classify",
        "prompt": "What is each of these official items?",
        "items": {key: _item(case.officials[key]) for key in keys},
        "options": KINDS,
        "answer": {"finding": "official_kinds", "officials": keys},
        "points": 2,
        "records": [some.id],
        "right": (
            "An office makes a sentence official. What makes it a finding is a mandate for this "
            "question, a method, and evidence that others can examine."
        ),
        "hints": [
            "Ask of each: was this body asked this question, and did it publish what it rests on?",
            f'Run case.officials["{some.id}"] and read its mandate.',
        ],
        "solution": (
            "; ".join(f"{o.id}: {o.kind.value.replace('_', ' ')}" for o in chosen)
            + ". It is tempting to call everything official a finding."
        ),
    }
    other = findings[0] if findings else some
    return with_mistakes(draft, right, [
        mistake(
            "official-is-finding", [dict.fromkeys(right, "finding")],
            f"{dated(case, some)}: its mandate was {safe(some.mandate) or 'another one'}.",
            "An office has a seal, and a seal looks like proof.",
            "A seal is no method.",
            "Ask for mandate, method and published evidence before you write finding.",
            also={some.id: "finding"} if some.kind is not OfficialKind.FINDING else {},
            records=[some.id],
        ),
        mistake(
            "nobody-finds", [dict.fromkeys(right, "statement")],
            f"{dated(case, other)}: there is more behind this one than somebody's word.",
            "Doubting every office alike feels safe.",
            "It throws away what deserves belief.",
            "Look at what was published, item by item.",
            records=[other.id],
        ),
        mistake(
            "everything-is-judged", [dict.fromkeys(right, "assessment")],
            "These items do not all rest on the same.",
            "Assessment is a careful word, and it seems to fit them all.",
            "One word for different things hides what they rest on.",
            "Ask of each whether its grounds were published, partly or not at all.",
        ),
        mistake(
            "everything-leaks", [dict.fromkeys(right, "leak")],
            "At least one of these was said on the record, by a body that gave its name.",
            "What comes through the press looks like a leak.",
            "The press also prints what is said openly.",
            "Ask whether the one who spoke can be named and asked again.",
        ),
        mistake(
            "courts-decide-all", [dict.fromkeys(right, "court_ruling")],
            "Not every one of these bodies is a court.",
            "A decision sounds like a judgement.",
            "Courts decide cases that are brought to them, and no others.",
            "Look at the body that spoke.",
        ),
    ], same=_sorted)  # fmt: skip


def _sorted(value: dict[str, str]) -> str:
    return repr(sorted(value.items()))


def _spread(case: Case) -> list[Official]:
    """Official items of as many kinds as there are, five at most."""
    usable = [o for o in central(case, case.officials.values()) if clean(_item(o))]
    firsts = list({o.kind: o for o in reversed(usable)}.values())
    more = [o for o in usable if o not in firsts]
    return sorted([*firsts, *more][:MOST], key=lambda o: (o.public.on, o.id))


def _item(official: Official) -> str:
    said = safe(official.said)
    said = said if len(said) <= 170 else said[:170].rsplit(" ", 1)[0] + " …"
    return f"{safe(official.body)}, {official.public}: {said}"


def choose_standing(case: Case) -> Draft | str:
    """What may be said of a claim, on the day at which the case stands."""
    claims = [c for c in case.claims.values() if c.status and clean(c.status.note)]
    if not claims:
        return "no claim has a status"
    claim = max(claims, key=_telling)
    status = claim.status
    assert status is not None  # the list above holds only claims with one
    right = status.standing.value
    note = safe(status.note).rstrip(".")
    told = _reporter(case, claim)
    draft = {
        "kind": "choose",
        "prompt": (
            f"What may be said of {named(claim, standing=False)}, as far as this case goes? "
            f"{look_up(claim)}"
        ),
        "options": {s.value: s.words for s in Standing},
        "answer": {"finding": "standing", "claim": claim.id},
        # Not the claim: it is shown with its standing, which is the key here.
        "records": [r.id for r in claim.reports[:1]],
        "right": f"{status.standing.words.capitalize()}, since {status.public}"
        + (f": {note}." if note else "."),
        "hints": [
            "Ask who says so, what they rest on, and whether a body with a mandate examined it.",
            "Ask whether somebody who could know says otherwise.",
        ],
        "solution": (
            f"{status.standing.words.capitalize()}"
            + (f": {note}. " if note else ". ")
            + "It is tempting to say more, or less, than the records hold."
        ),
    }
    return with_mistakes(draft, right, _misjudged(claim, told))


def _telling(claim: Claim) -> tuple[int, int]:
    """Claims about which most can be got wrong come first: disputed, said, not established."""
    order = ["established", "reported", "not_established", "said_not_verified", "disputed"]
    status = claim.status
    return (order.index(status.standing.value) if status else -1, len(claim.reports))


def _reporter(case: Case, claim: Claim) -> str:
    return called(case, claim.reports[0]) if claim.reports else "somebody"


def _misjudged(claim: Claim, told: str) -> list[Draft]:
    return [
        mistake(
            "told-so-established", ["established"],
            f"It was told by {told}. No body, date and document that settle it are in the records.",
            "A claim that is told in detail, and often, seems settled.",
            "Detail and repetition are no proof.",
            "Ask which body established it, on which day, in which document.",
        ),
        mistake(
            "any-word-is-a-report", ["reported"],
            f"The records hold more than that it was told by {told}.",
            "Reported is a safe word that seems to fit everything.",
            "It hides whether anybody examined it, denies it or cannot be asked.",
            "Look at the other voices, and at what each rests on.",
        ),
        mistake(
            "unchecked-voice", ["said_not_verified"],
            "The records say more about it than that somebody told it and nobody checked.",
            "Doubting every voice alike feels careful.",
            "What was examined, or what others say against it, drops out of sight.",
            "Look at who else speaks, and at what they had to examine.",
        ),
        mistake(
            "two-sides-always", ["disputed"],
            "Its status does not rest on two accounts that stand against each other.",
            "Fairness seems to ask for two sides.",
            "Where nobody disputes a claim, a second side is made up.",
            "Name the one who disputes it. If you cannot, use another word.",
        ),
        mistake(
            "nothing-is-known", ["not_established"],
            "The records hold who says so, and on which day.",
            "Not established sounds modest.",
            "It is the word for a question that was examined or asked without a result.",
            "Say what is there: who speaks, and what it rests on.",
        ),
    ]  # fmt: skip
