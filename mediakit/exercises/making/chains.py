"""Questions about who told whom: a chain in its order, and each report with its source."""

from __future__ import annotations

from mediakit.case import Case
from mediakit.exercises.making.draft import (
    Draft,
    called,
    dated,
    mistake,
    named,
    report_by,
    shuffled,
    with_mistakes,
)
from mediakit.exercises.making.origins import told
from mediakit.records import Claim, Report

__all__ = ["match_sources", "order_chain"]

MOST_ITEMS = 5


def order_chain(case: Case) -> Draft | str:
    """Who told whom, from the origin to the reader."""
    chains = sorted((_chain(claim) for claim, _ in told(case)), key=len, reverse=True)
    chain = next((c for c in chains if len({r.document.source for r in c}) == len(c) >= 3), ())
    if not chain:
        return "no report stands two steps away from an origin"
    chain = (*chain[: MOST_ITEMS - 1], chain[-1]) if len(chain) > MOST_ITEMS else chain
    right = [r.id for r in reversed(chain)]
    end, start = chain[0], chain[-1]
    second = chain[-2]
    draft = {
        "kind": "order",
        "prompt": (
            f"Put the chain behind the report by {called(case, end)} ({end.document.public}) in "
            "order, from the origin to the reader."
        ),
        "items": {key: called(case, case.documents[key]) for key in shuffled(case, right)},
        "answer": right,
        "records": [end.id],
        "right": (
            f"{len(right) - 1} steps lie between the reader and {called(case, start)}. Each step "
            "rests on the one before it."
        ),
        "hints": [
            "Begin with whoever had it from nobody else on the list.",
            "mk.trace prints a chain from the reader back. You are asked for the other direction.",
        ],
        "solution": (
            f"{', '.join(right)}. It is tempting to put the page first that one reads first. "
            "The order of telling runs the other way."
        ),
    }
    return with_mistakes(draft, right, [
        mistake(
            "reads-the-chain-backwards", [right[::-1]],
            f"{report_by(case, end)} is what a reader meets, at the end of the chain.",
            "We follow a chain from the page in our hands, so that page feels like the start.",
            "The order of reading is the reverse of the order of telling.",
            "Ask who told whom, and begin with whoever told it first.",
            also={"before": [right[-1], right[0]]},
        ),
        mistake(
            "second-before-the-first", [[right[1], right[0], *right[2:]]],
            f"{report_by(case, second)} has the account from somebody else on the list.",
            "Whoever made it known looks like the one with whom it began.",
            "Starting there turns something that was heard into something that was seen.",
            "Put the one in front who told it without having it from another.",
            also={"before": [right[1], right[0]]},
            records=[second.id],
        ),
        mistake(
            "copy-before-its-source", [[*right[:-2], right[-1], right[-2]]],
            f"{report_by(case, end)} had it from another report on the list.",
            "A report that is well known seems to stand nearer to events.",
            "How well known a report is says nothing about its place in the chain.",
            "Look for the report that it names or repeats, and put that one before it.",
            also={"before": [right[-1], right[-2]]},
        ),
    ])  # fmt: skip


def _chain(claim: Claim) -> tuple[Report, ...]:
    """One way from the report farthest away back to an origin."""
    from mediakit.provenance import trace

    steps = trace(claim).steps
    chain: list[Report] = []
    for step in steps:
        if step.depth != len(chain) or step.seen_above:
            break
        chain.append(step.report)
    return tuple(chain)


def match_sources(case: Case) -> Draft | str:
    """Where each report had the claim from."""
    best: tuple[Claim, list[Report]] | None = None
    for claim, _ in told(case):
        firm = [r for r in claim.reports if len(r.links) == 1 and r.links[0].basis.firm]
        if len({r.links[0].to for r in firm}) > 1 and (not best or len(firm) > len(best[1])):
            best = claim, firm
    if best is None or len(best[1]) < 3:
        return "no claim has three reports that show one source each, and not all the same"
    claim, firm = best[0], best[1][:MOST_ITEMS]
    pairs = {r.id: r.links[0].to for r in firm}
    if len(set(pairs.values())) < 2:
        return "no claim has three reports that show one source each, and not all the same"
    items, targets = (
        shuffled(case, list(pairs)),
        shuffled(case, list(dict.fromkeys(pairs.values()))),
    )
    first = min(targets, key=lambda key: (key in pairs, case.documents[key].public.on, key))
    last = max(targets, key=lambda key: (case.documents[key].public.on, key))
    odd = next(key for key in pairs if pairs[key] != first)
    turned = dict(zip(pairs, [*list(pairs.values())[1:], next(iter(pairs.values()))], strict=True))
    draft = {
        "kind": "match",
        "prompt": f"Each of these reports makes {named(claim)}. Where did each have it from?",
        "items": {key: dated(case, case.documents[key]) for key in items},
        "options": {key: dated(case, case.documents[key]) for key in targets},
        "answer": {"finding": "took_from", "claim": claim.id, "records": list(pairs)},
        "points": 2,
        "records": [odd],
        "right": (
            "Each names another report, or has its details. Links are followed one step at a time."
        ),
        "hints": [
            f'Run case.documents["{odd}"].took_from and read where it points.',
            "Nobody takes an account from a report that came out later.",
        ],
        "solution": (
            "; ".join(f"{key} from {to}" for key, to in pairs.items())
            + ". The first report is tempting for all of them, and some copied a copy."
        ),
    }
    return with_mistakes(draft, pairs, [
        mistake(
            "all-from-the-first", [dict.fromkeys(pairs, first)],
            f"{report_by(case, case.documents[odd])} names or repeats another one than the first.",
            "The first report looks like the source of every later one.",
            "A copy can be copied in its turn, and slips travel with it.",
            "Go one step at a time: whom does this report itself name?",
        ),
        mistake(
            "all-from-the-last", [dict.fromkeys(pairs, last)],
            "Some of these reports came out before the one you chose for them.",
            "The report one has just read is easiest to think of.",
            "Nobody can copy what is not there yet.",
            "Compare the days first, then look at what each report names.",
        ),
        mistake(
            "shifted", [turned],
            "The reports stand in a mixed order on both sides.",
            "Matching from top to top feels like a pattern.",
            "The order of a list is no link.",
            "Read for each report whom it names.",
        ),
        mistake(
            "one-slip", [{**pairs, odd: first}],
            f"{report_by(case, case.documents[odd])} was not made from the earliest report here.",
            "It is about the same thing as the first report.",
            "The same subject is no link. What counts is whom it names, or whose details it has.",
            "Look at its own words for the source.",
        ),
    ])  # fmt: skip
