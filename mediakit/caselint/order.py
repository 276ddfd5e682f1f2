"""Things that come before what they rest on, and circles that nobody declared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mediakit.caselint.found import Found
from mediakit.records import Document, Link
from mediakit.yamlfile import Problem

__all__ = ["circles", "out_of_order", "weak_links"]


def out_of_order(found: Found) -> Iterator[Problem]:
    """Dates that cannot both be right."""
    documents = found.records("documents")
    for group, record in found.everything():
        at = found.line(group, record.id, "public")
        if hasattr(record, "happened") and record.public < record.happened:
            yield Problem(at, f"{record.id!r} was public before it happened", "mend the dates")
        first = getattr(record, "first_public", None)
        said_in = documents.get(getattr(record, "said_in", ""))
        if first and said_in and said_in.public < first:
            at = found.line(group, record.id, "first_public")
            what = f"{record.id!r} was first public after the document that says it"
            yield Problem(at, what, "mend the date")
        yield from _statuses(found, group, record)


def _statuses(found: Found, group: str, record: Any) -> Iterator[Problem]:
    """Statuses run from the oldest to the newest: the last one is the one that counts."""
    statuses = getattr(record, "statuses", ())
    for k in range(1, len(statuses)):
        if statuses[k].public < statuses[k - 1].public:
            at = found.line(group, record.id, "statuses", str(k))
            what = f"a status of {record.id!r} is older than the one above it"
            yield Problem(at, what, "put the oldest first")


def weak_links(found: Found) -> Iterator[Problem]:
    """Links to documents that came later, or that carry what neither side says."""
    documents = found.records("documents")
    for taker in documents.values():
        for k, link in enumerate(taker.took_from):
            at = found.line("documents", taker.id, "took_from", str(k))
            if link.to in documents:
                for message, fix in _weak(taker, link, documents[link.to]):
                    yield Problem(at, message, fix)


def _weak(taker: Document, link: Link, origin: Document) -> Iterator[tuple[str, str]]:
    if (link.public or taker.public) < origin.public:
        fix = "mend a date, or give the link its own 'public' date if it was added later"
        yield f"{taker.id!r} took from {link.to!r}, which came later", fix
    if link.public and link.public < taker.public:
        fix = "leave its 'public' out, or give the day on which it was added"
        yield f"a link of {taker.id!r} is older than {taker.id!r}", fix
    for claim in link.claims:
        for document in (taker, origin):
            if claim not in document.says:
                fix = f"add it to what {document.id!r} says, or take it out of the link"
                yield f"a link of {taker.id!r} carries {claim!r}, not said by {document.id!r}", fix


def circles(found: Found) -> Iterator[Problem]:
    """Circles of reports in which no link has a later day of its own.

    Of two documents, one was first. A circle comes about when a page is brought up to date
    afterwards, so one of its links must carry the day on which that happened.
    """
    documents = found.records("documents")
    ways = {
        d.id: [k.to for k in d.took_from if k.public is None and k.to in documents]
        for d in documents.values()
    }
    done: set[str] = set()
    for start in ways:
        circle = _circle_from(start, ways, done)
        if circle:
            told = " from ".join(repr(id_) for id_ in circle)
            yield Problem(
                found.line("documents", circle[0], "took_from"),
                f"a circle nobody declared: {told}",
                "give the link that was added later its own 'public' date, or take one link out",
            )


def _circle_from(start: str, ways: dict[str, list[str]], done: set[str]) -> list[str]:
    """A circle that can be reached from here, or nothing. Each document is visited once."""
    if start in done:
        return []
    path = {start: None}  # in order, and quick to look into
    rest = [(start, iter(ways[start]))]
    while rest:
        here, onward = rest[-1]
        there = next(onward, None)
        if there is None:
            done.add(here)
            rest.pop()
            del path[here]
        elif there in path:
            done.update(path)
            walked = list(path)
            return [*walked[walked.index(there) :], there]
        elif there not in done:
            path[there] = None
            rest.append((there, iter(ways[there])))
    return []
