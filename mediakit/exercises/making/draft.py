"""What the makers of questions share: how a draft looks, how records are named, what is left out.

A maker takes a case and gives a draft, which is a question as its file would hold it, or a
sentence that says why this case cannot carry such a question. Drafts are read by the same reader
as files that people write, so every rule for those holds for these.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from hashlib import sha256
from typing import Any

from mediakit.case import Case
from mediakit.records import Claim, ClaimLevel, Document, Evidence, Official, Report

__all__ = [
    "Draft",
    "Maker",
    "called",
    "central",
    "clean",
    "dated",
    "look_up",
    "mistake",
    "named",
    "report_by",
    "safe",
    "shuffled",
    "with_mistakes",
]

Draft = dict[str, Any]
Maker = Callable[[Case], "Draft | str"]
LEAST = 3
ACCUSING = (ClaimLevel.PERPETRATOR, ClaimLevel.ORDER, ClaimLevel.MOTIVE)


def mistake(
    name: str,
    when: Iterable[Any],
    fact: str,
    tempting: str,
    misleads: str,
    better: str,
    **more: Any,
) -> Draft:
    """A misconception as a file holds it: the wrong answers, and four sentences in order."""
    fact = fact[:1].upper() + fact[1:]  # a source without a name begins with a small letter
    told = {"fact": fact, "tempting": tempting, "misleads": misleads, "better": better}
    return {"name": name, "when": list(when), **told, **more}


def with_mistakes(
    draft: Draft, key: Any, mistakes: Iterable[Draft], same: Callable[[Any], Hashable] = repr
) -> Draft | str:
    """The draft with those mistakes that are mistakes here: neither right nor there already.

    A wrong answer computed from a case can happen to be right, or the same as another one. With
    fewer than three left, the question would not teach, and this says so.
    """
    taken = {same(key)}
    kept = []
    for one in mistakes:
        when = []
        for value in one["when"]:
            if same(value) not in taken:
                taken.add(same(value))
                when.append(value)
        if when:
            kept.append({**one, "when": when})
    if len(kept) < LEAST:
        return "its wrong answers come out the same here, so it could not explain a mistake"
    return {**draft, "misconceptions": kept}


def safe(text: str) -> str:
    """Text of a case for a file of questions, where braces would stand for a value."""
    return " ".join(text.replace("{", "(").replace("}", ")").split())


def clean(text: str) -> bool:
    """True when the lint has nothing against these words in our own voice."""
    from mediakit.wording import lint_wording

    return not lint_wording(text).flags and "!" not in text


def named(claim: Claim, standing: bool = True) -> str:
    """A claim as a phrase. Who accuses whom is in no question: there only the id stands."""
    where = f", {claim.status.standing.words}" if standing and claim.status else ""
    words = safe(claim.text).rstrip(".")
    if claim.open or claim.level in ACCUSING or len(words) > 160 or not clean(words):
        return f"the claim {claim.id}" + (f" ({where[2:]})" if where else "")
    return f"the claim {claim.id} (“{words}”{where})"


def look_up(claim: Claim) -> str:
    """How a learner with the case reads a claim whose words no question repeats."""
    return f'Run case.claims["{claim.id}"] to read it.'


def called(case: Case, record: Any) -> str:
    """Who speaks in a record, or what it observes."""
    if isinstance(record, Report):
        record = record.document
    if isinstance(record, Document):
        return safe(case.sources[record.source].name)
    if isinstance(record, Official):
        return safe(record.body)
    if isinstance(record, Evidence):
        return safe(record.text).rstrip(".")
    return str(record)


def report_by(case: Case, record: Any) -> str:
    """A report by its id and its source, whatever the name: one, many, with or without "the"."""
    return f"the report {record.id} ({called(case, record)})"


def dated(case: Case, record: Any) -> str:
    """The same with its day."""
    if isinstance(record, Report):
        record = record.document
    return f"{called(case, record)}, {record.public}"


def central(case: Case, records: Iterable[Any], least: int = 3) -> list[Any]:
    """Records about the main matter, without side claims; all of them when too few are left."""
    every = list(records)
    side = {c.id for c in case.claims.values() if c.level is ClaimLevel.SIDE}
    kept = [r for r in every if not _claims(r) or set(_claims(r)) - side]
    return kept if len(kept) >= least else every


def _claims(record: Any) -> tuple[str, ...]:
    return tuple(getattr(record, "says", ()) or getattr(record, "claims", ()))


def shuffled(case: Case, keys: Sequence[str]) -> list[str]:
    """The keys in an order that says nothing about them, the same at every run."""
    mixed = sorted(keys, key=lambda key: sha256(f"{case.id}/{key}".encode()).hexdigest())
    return mixed if mixed != list(keys) else [*mixed[1:], mixed[0]]
