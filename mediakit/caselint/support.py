"""What a case says without showing on what: standings, grades, marks, verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from mediakit.caselint.found import Found
from mediakit.records import Claim, DocumentKind, Ground, ResultKind, Standing, Status, unknown
from mediakit.yamlfile import Problem

__all__ = [
    "answers_as_origins",
    "grades_without_reason",
    "unfounded_results",
    "unsupported",
    "verdicts",
    "wrong_marks",
]

MARKS = ("CC", "C", "N", "I", "II", "NA")


def unsupported(found: Found) -> Iterator[Problem]:
    """Standings "established" behind which the file shows no page, evidence or official item."""
    for claim in found.records("claims").values():
        for k, status in enumerate(claim.statuses):
            if status.standing is not Standing.ESTABLISHED:
                continue
            at = found.line("claims", claim.id, "statuses", str(k))
            if not status.note:
                fix = "write a note that names the body, the day and the document"
                yield Problem(
                    at, f"{claim.id!r} is called established, and nobody says by whom", fix
                )
            if not _shown(found, claim, status):
                what = f"{claim.id!r} is called established, and nothing in the file shows it"
                fix = (
                    "add references, or evidence or an official item public by then with this claim"
                )
                yield Problem(at, what, fix)


def _shown(found: Found, claim: Claim, status: Status) -> bool:
    return bool(status.references) or any(
        claim.id in item.claims and item.public <= status.public
        for group in ("evidence", "officials")
        for item in found.records(group).values()
    )


def answers_as_origins(found: Found) -> Iterator[Problem]:
    """Answers of machines with a ground of their own: they have none, only links to check."""
    for document in found.records("documents").values():
        if document.kind is DocumentKind.AI_ANSWER and document.ground is Ground.OWN:
            at = found.line("documents", document.id, "ground")
            what = f"{document.id!r} is an answer of a machine and is given a ground of its own"
            yield Problem(at, what, "take 'ground' out and list its links under took_from")


def unfounded_results(found: Found) -> Iterator[Problem]:
    """Search results that nobody can look up, and answers of machines called independent."""
    for result in found.records("results").values():
        at = found.line("results", result.id)
        if not (result.references or result.documents or result.invented):
            what = f"the search result {result.id!r} shows no page"
            yield Problem(at, what, "add references, or 'invented: yes' if you made it up")
        if result.kind in LEADS:
            if result.independent:
                at = found.line("results", result.id, "independent")
                what = f"{result.id!r} is a {result.kind.value} and is called independent"
                yield Problem(at, what, "take 'independent' out; it is a lead to follow")
            if not result.traced:
                what = f"nothing says where the {result.kind.value} {result.id!r} leads"
                yield Problem(at, what, "add 'traced'")


# What is never a source itself: one follows it to what it rests on.
LEADS = (ResultKind.CHATBOT, ResultKind.SCREENSHOT)


def grades_without_reason(found: Found) -> Iterator[Problem]:
    """Grades that come without their reason."""
    for group, grade in (("sources", "reliability"), ("documents", "credibility")):
        for record in found.records(group).values():
            if getattr(record, grade) and not getattr(record, f"{grade}_why"):
                at = found.line(group, record.id, grade)
                what = f"{record.id!r} has a {grade} grade and no reason for it"
                yield Problem(at, what, f"write it under {grade}_why")


def wrong_marks(found: Found) -> Iterator[Problem]:
    """Marks that are not on the scale."""
    for item in found.records("evidence").values():
        for hypothesis, mark in item.marks.items():
            if str(mark).upper() not in MARKS:
                at = found.line("evidence", item.id, "marks")
                what = f"{item.id!r} is marked {mark!r} against {hypothesis!r}"
                yield Problem(at, what, f"use {', '.join(MARKS)}")


def verdicts(found: Found) -> Iterator[Problem]:
    """Verdicts of a resolution that are neither true nor false, or that close an open claim."""
    resolution = found.head.get("resolution")
    at = found.line("", "", "resolution")
    claims = found.records("claims")
    for id_, verdict in resolution.claims.items() if resolution else ():
        if verdict not in ("true", "false"):
            what = unknown("verdict", verdict, ["true", "false"])
            yield Problem(at, f"the resolution of {id_!r}: {what}")
        if id_ in claims and claims[id_].open:
            what = f"the resolution gives a verdict on {id_!r}, which is marked open"
            yield Problem(at, what, "take the verdict out, or 'open' if the claim is settled")
