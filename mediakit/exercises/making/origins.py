"""Questions about what stands behind reports: origins, grounds of their own, languages."""

from __future__ import annotations

from typing import Any

from mediakit.case import Case
from mediakit.exercises.making.draft import (
    Draft,
    called,
    central,
    dated,
    mistake,
    named,
    report_by,
    shuffled,
    with_mistakes,
)
from mediakit.records import Claim, Document, DocumentKind, Ground, Report
from mediakit.words import listed

__all__ = ["count_languages", "count_origins", "own_ground", "told"]


def told(case: Case) -> list[tuple[Claim, Any]]:
    """The claims that somebody reports, each with its origins."""
    from mediakit.corroboration import corroborate

    return [(claim, corroborate(claim)) for claim in case.claims.values() if claim.reports]


def count_origins(case: Case) -> Draft | str:
    """How many origins stand behind the claim that was copied most."""
    found = [
        (claim, c)
        for claim, c in told(case)
        if len(claim.reports) >= 3 and c.at_most and len(claim.reports) > c.at_most
    ]
    if not found:
        return "no claim has three reports, one of them taken from another"
    claim, c = max(
        found, key=lambda pair: (pair[1].at_least == pair[1].at_most,
                                 len(pair[0].reports) - pair[1].at_most)
    )  # fmt: skip
    exact = c.at_least == c.at_most
    ask = "How many independent origins stand behind them, as far as published?"
    if not exact:
        ask = (
            "Not every link can be checked, so the number is a range. What is the largest number "
            "of independent origins there may be?"
        )
    taker = _taker(claim.reports)
    behind = (
        listed([called(case, o.reports[0]) for o in c.origins]) if c.origins else "nobody shown"
    )
    many = len(claim.reports)
    draft = {
        "kind": "count",
        "prompt": f"Several reports make {named(claim)}. {ask}",
        "answer": {"finding": "origins_at_most", "claim": claim.id},
        "points": 2,
        "records": [taker.id],
        "right": (
            f"There are {many} reports, and followed back they end with {behind}. The others "
            "repeat. That makes the claim neither true nor false."
        ),
        "hints": [
            "For each report, ask where it has the claim from. Cross out every report that took "
            "it from another.",
            f'Run mk.trace(case.claims["{claim.id}"], "{taker.id}") and look at the last line. '
            "Then start from another report.",
        ],
        "solution": (
            f"{c.at_most} is right. {many} is tempting, because each report feels like one more "
            f"witness. Followed back, they end with {behind}."
        ),
    }
    return with_mistakes(draft, c.at_most, _miscounts(case, claim, c, taker))


def _taker(reports: tuple[Report, ...]) -> Report:
    return next((r for r in reversed(reports) if r.links), reports[-1])


def _miscounts(case: Case, claim: Claim, c: Any, taker: Report) -> list[Draft]:
    reports = claim.reports
    languages = len({r.document.language for r in reports})
    links = sum(len(r.links) for r in reports)
    name = called(case, taker)
    return [
        mistake(
            "counts-copies", [len(reports)],
            f"{len(reports)} reports make this claim, and not all of them began it. "
            f"One of them, {taker.id} ({name}), took it from another report.",
            "Each new page feels like one more witness.",
            "A page that repeats another adds readers, and no knowledge.",
            "Take the first report away, and see what the others could still print. Count where "
            "the account begins.",
        ),
        mistake(
            "nobody-knows", [0],
            f"Follow the report by {name} back, and somebody stands at its end.",
            "With so much copying, it seems as if nobody had known anything.",
            "A source that is hard to check is still where an account begins.",
            "Count it, and write beside it how far it can be checked.",
        ),
        mistake(
            "counts-languages", [languages] if languages > 1 else [],
            f"The reports are in {languages} languages.",
            "Editors in different countries seem to work each on their own.",
            "Translating is copying with a dictionary.",
            "Follow the links across the languages, and count where they end.",
        ),
        mistake(
            "counts-links", [links],
            f"{'One link joins' if links == 1 else f'{links} links join'} the reports to one "
            "another.",
            "Following links makes the number grow, and a number feels like a result.",
            "A link shows that a report depends on another. It is no origin.",
            "Count the ends of the chains.",
        ),
        mistake(
            "counts-a-carrier", [c.at_most + 1],
            f"{report_by(case, taker)} stands in the chain: it names or shows where it took the "
            "claim from.",
            "A report that many people read looks like a source of its own.",
            "How often somebody is read says nothing about where they have it from.",
            "Ask of each one where it has the claim from. Keep those who told it anew.",
        ),
        mistake(
            "merges-two", [c.at_most - 1] if c.at_most > 1 else [],
            "Two of the reports that sound alike do not lead back to the same place.",
            "Reports that agree look like copies once one has learned to look for copying.",
            "Agreement is what copies show. Witnesses show it too.",
            "Merge two reports only where a link between them is shown.",
        ),
    ]  # fmt: skip


def own_ground(case: Case) -> Draft | str:
    """Who tells what they themselves saw, measured or examined."""
    groups = sorted((claim.reports for claim, _ in told(case)), key=len, reverse=True)
    spoken = [[r.document for r in reports] for reports in groups]
    spoken.append(central(case, case.documents.values()))
    own, others = next(
        (parts for parts in (_parted(case, documents) for documents in spoken) if all(parts)),
        ([], []),
    )
    if not own or len(own) + len(others) < 3:
        return "it needs three reports, some with a ground of their own and some without"
    right = [d.id for d in own]
    keys = shuffled(case, [d.id for d in (*own, *others)])
    last, first = others[-1], others[0]
    draft = {
        "kind": "choose_several",
        "prompt": (
            "Which of these told what they themselves saw, measured or examined? Choose all that "
            "did."
        ),
        "options": {key: dated(case, case.documents[key]) for key in keys},
        "answer": [key for key in keys if key in right],
        "points": 2,
        "records": [],
        "right": "What they rest on, as they told it. "
        + "; ".join(f"{called(case, d)}: {_why(d)}" for d in own)
        + ".",
        "hints": [
            "Saying that one knows is one thing. Saying what one examined is another.",
            f'Run case.documents["{keys[0]}"].ground, and do the same for the others.',
        ],
        "solution": (
            f"{', '.join(key for key in keys if key in right)}. The report by "
            f"{called(case, first)} is tempting, and shows no ground of its own."
        ),
    }
    return with_mistakes(draft, frozenset(right), [
        mistake(
            "everybody-knows", [keys],
            f"{report_by(case, last)} gives no ground of its own.",
            "All of them are about the same matter and sound sure.",
            "How sure somebody sounds is not what they rest on.",
            "Ask each one what was seen or examined, and by whom.",
            records=[last.id],
        ),
        mistake(
            "printed-is-seen", [[*right, first.id], [first.id]],
            f"{report_by(case, first)} names nothing that its source saw or examined.",
            "The story is told well, and in detail.",
            "Telling is not having seen.",
            "Look for the words about what was looked at, measured or tested.",
            also={"includes": [first.id]},
            records=[first.id],
        ),
        mistake(
            "one-is-enough", [[key] for key in right] if len(right) > 1 else [],
            "More than one of them told what was seen or examined.",
            "Once one is found, the search feels finished.",
            "The second is what turns one voice into corroboration.",
            "Go through the list to its end, and ask each one the same question.",
        ),
        mistake(
            "takes-the-others", [[d.id for d in others]],
            f"{report_by(case, others[0])} does not say what its source saw or examined.",
            "The reports that one remembers best are often those that retell.",
            "What is told best is not always what was examined.",
            "Turn the question around: who had been there, or had something to examine?",
            records=[first.id],
        ),
        mistake(
            "last-on-the-list", [[*right, last.id]],
            f"{report_by(case, last)} shows nothing that its source saw, measured or examined.",
            "Beside reports that do, it looks like one of them.",
            "Standing next to a report with a ground gives it none.",
            "Ask of this one alone what it rests on.",
            records=[last.id],
        ),
    ], same=_set)  # fmt: skip


def _parted(case: Case, documents: list[Document]) -> tuple[list[Document], list[Document]]:
    """Up to three reports with a ground of their own, and three without; none when too few."""
    spoken = [d for d in documents if d.kind is not DocumentKind.AI_ANSWER]
    own = _apart(case, [d for d in spoken if d.ground is Ground.OWN])[:3]
    others = _apart(case, [d for d in spoken if d.ground is not Ground.OWN], own)[:3]
    return (own, others) if len(own) + len(others) >= 3 else ([], [])


def _set(value: Any) -> frozenset[Any]:
    return frozenset(value)


def _apart(case: Case, documents: list[Any], others: Any = ()) -> list[Any]:
    """One document for each source, so that no two lines of a list look alike."""
    seen = {d.source for d in others}
    kept = []
    for document in documents:
        if document.source not in seen:
            seen.add(document.source)
            kept.append(document)
    return kept


def _why(document: Any) -> str:
    from mediakit.exercises.making.draft import clean, safe

    note = safe(document.ground_note)
    return note if note and clean(note) else "a ground of its own"


def count_languages(case: Case) -> Draft | str:
    """In how many languages a claim was told, and what that does not show."""
    found = [
        (len({r.document.language for r in claim.reports}), claim, c) for claim, c in told(case)
    ]
    wide = [entry for entry in found if entry[0] > 1]
    if not wide:
        return "no claim was reported in two languages"
    count, claim, c = max(wide, key=lambda entry: (entry[0], len(entry[1].reports)))
    many = len(claim.reports)
    foreign = next((r for r in claim.reports if r.document.language != "en"), claim.reports[0])
    draft = {
        "kind": "count",
        "prompt": f"In how many languages did reports make {named(claim)}?",
        "answer": {"finding": "languages", "claim": claim.id},
        "records": [foreign.id],
        "right": (
            f"{many} reports in {count} languages. The number of languages shows how far a claim "
            "went, and nothing about how many people knew it."
        ),
        "hints": [
            "Each report carries the language it is written in.",
            f'Run [r.document.language for r in case.claims["{claim.id}"].reports] and count '
            "each language once.",
        ],
        "solution": (
            f"{count} is right. The number of reports, {many}, is tempting; some share a language."
        ),
    }
    return with_mistakes(draft, count, [
        mistake(
            "counts-reports", [many],
            f"There are {many} reports, and more than one is in the same language.",
            "One counts what one sees.",
            "Reports and languages are two numbers, and neither counts witnesses.",
            "Write down each language once.",
        ),
        mistake(
            "own-language-only", [1],
            "At least one report is in another language than English.",
            "One reads what one can read.",
            "What one cannot read drops out of sight, and may be where a claim began.",
            "Look at the language of every report, also of those you would need to translate.",
        ),
        mistake(
            "counts-origins", [c.at_most] if c.at_most else [0],
            "How many origins there are is another question.",
            "Having learned to count origins, one counts them everywhere.",
            "A number answers the question it was counted for.",
            "Read the question again: it asks how widely the claim went.",
        ),
        mistake(
            "leaves-out-the-first", [count - 1] if count > 2 else [],
            "The report that came first has a language as well.",
            "One counts the translations, because they stand out.",
            "The original is part of how far a claim went.",
            "Begin the list with the language of the earliest report.",
        ),
        mistake(
            "one-too-many", [count + 1],
            "One language in your count stands there twice.",
            "Papers from two countries seem to be in two languages.",
            "Countries can share a language.",
            "Sort the reports by language, not by country.",
        ),
    ])  # fmt: skip
