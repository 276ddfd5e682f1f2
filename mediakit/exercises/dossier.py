"""A case as a text to read: who says what on which day, and none of what follows from it.

A variant that is handed in comes with its dossier in place of a case file. Links, grounds,
standings and marks are what its questions ask for, so the dossier has the words alone: those of
a report, or what is noted of one whose words we do not have.
"""

from __future__ import annotations

from collections.abc import Iterator

from mediakit.case import Case
from mediakit.exercises.variants import with_standing
from mediakit.records import Document, Source
from mediakit.synthetic.words import WAS_RIGHT, WAS_WRONG

__all__ = ["dossier"]

OPENING = """\
## The dossier

Everything you need to know stands here. Each record has a sign, such as `{sign}`; the questions
name records by these signs. Read first who says what, and from whom they say they have it."""


def dossier(case: Case) -> list[str]:
    """The parts of the dossier as Markdown, in the order of reading.

    Examples
    --------
    >>> from mediakit.case import load_case
    >>> from mediakit.exercises.neutral import neutral
    >>> parts = dossier(neutral(load_case("larkhaven"), "week-3"))
    >>> [part.splitlines()[0] for part in parts][1:]
    ['### Claims', '### Reports', '### What officials said', '### What was seen', '### Who speaks']
    """
    sign = next(iter(case.documents), "D1")
    parts = {
        "Claims": _claims(case),
        "Reports": _reports(case),
        "What officials said": _officials(case),
        "What was seen": _evidence(case),
        "Who speaks": _sources(case),
    }
    texts = {head: "\n\n".join(lines) for head, lines in parts.items()}
    opening = f"{OPENING.format(sign=sign)}\n\n{case.summary}"
    return [opening, *(f"### {head}\n\n{text}" for head, text in texts.items() if text)]


def _claims(case: Case) -> Iterator[str]:
    for claim in case.claims.values():
        shown = with_standing(claim) and claim.status
        standing = f" ({claim.status.standing.words})" if shown and claim.status else ""
        yield f"**{claim.id}** {claim.text}{standing}"


def _reports(case: Case) -> Iterator[str]:
    for document in sorted(case.documents.values(), key=lambda d: (d.public.on, d.id)):
        who = case.sources[document.source].name
        kind = document.kind.value.replace("_", " ")
        told = document.text or f"{document.summary} {_known_of(document)}".strip()
        yield f"**`{document.id}`** {who}, {document.public} ({kind}). {told}".strip()


def _known_of(document: Document) -> str:
    """What is noted of a report whose own words we do not have: whom it names, what it shows.

    A report in its own words says so itself, and those who know the words can find it there.
    """
    notes = [document.ground_note, *(link.note for link in document.took_from)]
    noted = "; ".join(dict.fromkeys(note.rstrip(".") for note in notes if note))
    return f"What is known of it: {noted}." if noted else ""


def _officials(case: Case) -> Iterator[str]:
    for item in sorted(case.officials.values(), key=lambda o: (o.public.on, o.id)):
        mandate = f" Its task: {item.mandate.rstrip('.')}." if item.mandate else ""
        yield f"**`{item.id}`** {item.body}, {item.public}.{mandate} {item.said}"


def _evidence(case: Case) -> Iterator[str]:
    for item in sorted(case.evidence.values(), key=lambda e: (e.public.on, e.id)):
        yield f"**`{item.id}`** {item.text} (public {item.public})"


def _sources(case: Case) -> Iterator[str]:
    for source in case.sources.values():
        about = [part for part in (source.about, _record(source)) if part]
        if about:
            yield f"**{source.name}.** {' '.join(about)}"


def _record(source: Source) -> str:
    """A source's past reports: counted where each was checked as right or wrong, else told."""
    right = sum(note.text.rstrip(".").endswith(WAS_RIGHT) for note in source.record)
    wrong = sum(note.text.rstrip(".").endswith(WAS_WRONG) for note in source.record)
    if not source.record:
        return ""
    if right + wrong == len(source.record):
        were = "was" if right == 1 else "were"
        return f"Of {right + wrong} earlier reports that were checked, {right} {were} right."
    return " ".join(f"{note.public}: {note.text}" for note in source.record)
