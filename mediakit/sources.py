"""Describing a source: could it know, what drives it, how has it done, how far is it away.

A description states facts that others can check. It grades nobody: reliability is judged
apart, on :class:`mediakit.scales.Reliability`, and a person's character not at all.

References
----------
The fields follow the idea of a source descriptor in the US Intelligence Community Directive
206 (what bears on the quality of a source, said beside the citation). The selection of five
is ours; the directive's own text was not checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from mediakit.case import read_date
from mediakit.records import Source, When, unknown, wrapped

if TYPE_CHECKING:
    from mediakit.provenance import Provenance

__all__ = ["RecordEntry", "SourceDescriptor", "describe_source"]

# field -> the question that it answers
FIELDS = {
    "access": "how it could know",
    "motive": "what it stands to gain or lose",
    "record": "how earlier reports of it turned out, each with a date and a source",
    "chain": "how many steps lie between it and somebody who was there",
    "contact": "how it was reached, and whether it could be asked",
}


@dataclass(frozen=True)
class RecordEntry:
    """One earlier report of a source and how it turned out: dated, and with its own source."""

    when: When
    text: str
    source: str

    def __str__(self) -> str:
        return f"{self.when}: {self.text} ({self.source})"


@dataclass(frozen=True, repr=False)
class SourceDescriptor:
    """A source in five fields; ``incomplete`` until all five are there.

    It says what is known of a source's position and past reports. It does not say whether
    the item at hand is true, and it holds no grade. "Not known" is a full answer in ``access``,
    ``motive`` and ``contact``, and so is ``chain="not known"``; an empty field is a gap.
    """

    name: str
    access: str = ""
    motive: str = ""
    record: tuple[RecordEntry, ...] | str = ()
    chain: int | str = ""
    contact: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the fields that are still empty."""
        return tuple(f for f in FIELDS if getattr(self, f) in ("", ()))

    @property
    def status(self) -> str:
        """``"complete"`` or ``"incomplete"``."""
        return "incomplete" if self.missing else "complete"

    def with_(self, **more: Any) -> SourceDescriptor:
        """A copy with further fields filled in."""
        return replace(self, **_read_fields(self.name, more))

    def __repr__(self) -> str:
        said = " ".join(line for line in self._sentences() if line)
        if not self.missing:
            return wrapped(f"{self.name}. {said}")
        gaps = "; ".join(f"{field} ({FIELDS[field]})" for field in self.missing)
        told = f"{self.name} (incomplete). {said} Still missing: {gaps}."
        return wrapped(told.replace("  ", " "))

    def why(self) -> str:
        """The record entry by entry, each with its date and source."""
        if isinstance(self.record, str):
            return f"Record: {self.record}"
        return wrapped("\n".join(map(str, self.record))) or "No record entry yet."

    def _sentences(self) -> Iterable[str]:
        yield f"Access: {_stop(self.access)}" if self.access else ""
        yield f"Motive: {_stop(self.motive)}" if self.motive else ""
        if self.record:
            told = self.record if isinstance(self.record, str) else "; ".join(map(str, self.record))
            yield f"Record: {_stop(told)}"
        yield _chain_words(self.chain)
        yield f"Contact: {_stop(self.contact)}" if self.contact else ""


def describe_source(source: Source | str, **fields: Any) -> SourceDescriptor:
    """Describe a source by access, motive, record, chain and contact.

    It describes a position and earlier reports, never a character, and a good past is no
    proof of this report.

    Parameters
    ----------
    source : Source or str
        A source of a case, whose dated notes are taken over as its record; or a name.
    access, motive, contact : str
        A sentence each. "Not known" is an answer.
    record : list of entries
        Further entries, each ``{"date": "2017-09-12", "text": "…", "source": "…"}``, or
        "none known".
    chain : int or Provenance
        Steps between the source and somebody who was there, 0 or more; a finding of
        ``trace(…)`` counts them. "Not known" is an answer.

    Returns
    -------
    SourceDescriptor
        ``.status`` is "incomplete" and ``.missing`` names the gaps until all five are there.

    Raises
    ------
    TypeError
        When a field does not exist.
    ValueError
        When a record entry has no date or no source, or the chain is no count.

    Examples
    --------
    >>> found = describe_source("The keeper of the light", access="saw the quay from above")
    >>> found.status, found.missing
    ('incomplete', ('motive', 'record', 'chain', 'contact'))
    >>> found.with_(motive="none known", record="none known", chain=0, contact="asked by letter")
    The keeper of the light. Access: saw the quay from above. Motive: none known. Record: none \
known. Chain: it speaks of what it says it saw or measured itself. Contact: asked by letter.
    """
    name = source if isinstance(source, str) else source.name
    read = _read_fields(name, fields)
    if isinstance(source, Source) and not isinstance(read.get("record"), str):
        notes = tuple(
            RecordEntry(
                note.public, note.text.rstrip("."), ", ".join(note.references) or "the case file"
            )
            for note in source.record
        )
        read["record"] = (*notes, *read.get("record", ()))
    return SourceDescriptor(name, **read)


def _read_fields(name: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The learner's fields, read; ``...`` and an empty text are "not yet"."""
    read: dict[str, Any] = {}
    for field, value in fields.items():
        if field not in FIELDS:
            raise TypeError(f"for {name}: {unknown('field', field, list(FIELDS))}")
        if value is ... or value is None or value == "":
            continue
        if field == "record" and not isinstance(value, str):
            read[field] = tuple(_entry(name, entry) for entry in value)
        elif field == "chain":
            read[field] = _chain(name, value)
        else:
            read[field] = " ".join(str(value).split())
    return read


def _entry(name: str, entry: Any) -> RecordEntry:
    """One entry of a record; without a date and a source it is hearsay, so it is refused."""
    if isinstance(entry, RecordEntry):
        return entry
    given = entry if isinstance(entry, Mapping) else {"text": entry}
    lacking = [part for part in ("date", "text", "source") if not given.get(part)]
    if lacking:
        raise ValueError(
            f"an entry in the record of {name} has no {' and no '.join(lacking)}; write "
            '{"date": "2017-09-12", "text": "what it reported and how it turned out", '
            '"source": "who says so"}'
        )
    day: date = read_date(given["date"])
    return RecordEntry(When(day), str(given["text"]).strip().rstrip("."), str(given["source"]))


def _chain(name: str, value: int | str | Provenance) -> int | str:
    """The number of steps: counted, or from a traced chain, or in words that it is not known."""
    hops = getattr(value, "hops", value)
    if isinstance(hops, int) and not isinstance(hops, bool) and hops >= 0:
        return hops
    if isinstance(hops, str) and "know" in hops.casefold():
        return hops.strip()
    raise ValueError(
        f"the chain of {name} is a count of steps, 0 or more, or what trace(…) found, or "
        f"'not known'; {value!r} is none of these"
    )


def _chain_words(chain: int | str) -> str:
    if chain == "":
        return ""
    if isinstance(chain, str):
        return f"Chain: {_stop(chain)}"
    if chain == 0:
        return "Chain: it speaks of what it says it saw or measured itself."
    steps = "1 step" if chain == 1 else f"{chain} steps"
    return f"Chain: {steps} from where the account was first told, as far as published."


def _stop(text: str) -> str:
    return f"{text.rstrip('.')}."
