"""Advice: what a sound case could still do with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mediakit.caselint.found import Found
from mediakit.yamlfile import Problem

__all__ = ["thin"]

ENOUGH_DAYS = 4


def thin(found: Found) -> Iterator[Problem]:
    """Everything that an author may want to add. None of it is a fault."""
    for rule in (_days, _early_days, _unexplained, _untold, _ungrounded, _interests, _unread):
        yield from rule(found)


def _some(ids: Sequence[str]) -> str:
    """The first few ids, and how many more."""
    shown = ", ".join(repr(id_) for id_ in ids[:3])
    return shown + (f" and {len(ids) - 3} more" if len(ids) > 3 else "")


def _advice(line: int, message: str, fix: str) -> Problem:
    return Problem(line, message, fix, advice=True)


def _days(found: Found) -> Iterator[Problem]:
    days = found.head.get("replay", ())
    if len(days) < ENOUGH_DAYS:
        count = f"{len(days) or 'no'} replay day{'' if len(days) == 1 else 's'}"
        fix = "list days on which somebody had to judge; four or more work well in class"
        yield _advice(found.line("", "", "replay"), f"the case has {count}", fix)


def _early_days(found: Found) -> Iterator[Problem]:
    first = min((d.public for d in found.records("documents").values()), default=None)
    for k, day in enumerate(found.head.get("replay", ())):
        if first and day < first:
            at = found.line("", "", "replay", str(k))
            fix = f"the first document is of {first}"
            yield _advice(at, f"on the replay day {day} nothing is public yet", fix)


def _unexplained(found: Found) -> Iterator[Problem]:
    asked = {h.question for h in found.records("hypotheses").values()}
    for question in found.records("questions").values():
        if question.id not in asked:
            at = found.line("questions", question.id)
            what = f"the question {question.id!r} has no explanations"
            yield _advice(at, what, "add hypotheses if learners are to weigh them")


def _untold(found: Found) -> Iterator[Problem]:
    told = {claim for d in found.records("documents").values() for claim in d.says}
    silent = [c for c in found.records("claims") if c not in told]
    if silent:
        what = f"no document says {_some(silent)}"
        fix = "nothing can be traced there; add it to what a document says"
        yield _advice(found.line("claims", silent[0]), what, fix)


def _ungrounded(found: Found) -> Iterator[Problem]:
    bare = [
        d.id
        for d in found.records("documents").values()
        if d.says and not d.took_from and not d.ground_note
    ]
    if bare:
        what = f"it is not told what {_some(bare)} rest{'s' if len(bare) == 1 else ''} on"
        fix = "add took_from, or ground and ground_note"
        yield _advice(found.line("documents", bare[0]), what, fix)


def _interests(found: Found) -> Iterator[Problem]:
    if len(found.records("interests")) == 1:
        only = next(iter(found.records("interests").values()))
        fix = "put the same questions to every party"
        yield _advice(found.line("interests", only.id), "one party's interests only", fix)


def _unread(found: Found) -> Iterator[Problem]:
    used = {key for _, record in found.everything() for key in getattr(record, "references", ())}
    for _, record in found.everything():
        for part in ("statuses", "changes", "record", "versions"):
            for note in getattr(record, part, ()):
                used.update(note.references)
    resolution = found.head.get("resolution")
    used.update(resolution.references if resolution else ())
    idle = [r for r in found.records("references") if r not in used]
    if idle:
        what = f"no record names the reference {_some(idle)}"
        fix = "name it where it is the ground of something, or take it out"
        yield _advice(found.line("references", idle[0]), what, fix)
