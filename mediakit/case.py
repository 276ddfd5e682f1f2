"""A case: the records of one dispute, and what of them was public on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from mediakit.records import (
    Claim,
    Decision,
    Detail,
    Disagreement,
    Document,
    Evidence,
    Hypothesis,
    Interest,
    Official,
    Question,
    Records,
    Reference,
    Report,
    Resolution,
    SearchResult,
    Slip,
    Source,
    When,
    unknown,
)

__all__ = ["Case", "list_cases", "load_case", "read_date"]

REALITIES = {
    "real": "real, from published sources",
    "fictional": "fictional",
    "synthetic": "synthetic: made by a program, the truth is known",
}


@dataclass(frozen=True, repr=False)
class Case:
    """The records of one dispute.

    Each group of records is a mapping from id to record: ``case.claims["bomb"]``.
    ``cut`` is the day of a time cut, None for the whole case.

    >>> case = load_case("larkhaven")
    >>> case.claims["fire-below"].text
    'The fire began on the car deck, below the passengers.'
    """

    id: str
    title: str
    reality: str
    summary: str
    reviewed_by: str
    main_document: str
    replay: tuple[When, ...]
    references: Records[Reference]
    sources: Records[Source]
    documents: Records[Document]
    questions: Records[Question]
    claims: Records[Claim]
    hypotheses: Records[Hypothesis]
    evidence: Records[Evidence]
    officials: Records[Official]
    details: Records[Detail]
    interests: Records[Interest]
    slips: Records[Slip]
    disagreements: Records[Disagreement]
    decisions: Records[Decision]
    results: Records[SearchResult]
    resolution: Resolution | None = None
    cut: date | None = None

    def as_of(self, day: str | date) -> Case:
        """The case as an outside reader could know it at the end of this day.

        Records that became public later are left out, and so are later parts of a record:
        a status, a change, a note on a source's past, a page that was not there yet. What is
        already cut stays cut: going forward in time again needs the whole case.

        Parameters
        ----------
        day : str or date
            ``"2015-12-26"`` or a date.

        Raises
        ------
        ValueError
            When the text is not a date written year-month-day.

        Examples
        --------
        >>> case = load_case("larkhaven")
        >>> "inquiry-report" in case.documents
        True
        >>> "inquiry-report" in case.as_of("2019-05-01").documents
        False
        """
        limit = read_date(day)
        if self.cut is not None and limit > self.cut:
            limit = self.cut
        return _cut(self, limit)

    def __repr__(self) -> str:
        when = f", as known on {When(self.cut)}" if self.cut else ""
        counts = ", ".join(
            f"{len(records)} {name if len(records) != 1 else noun}"
            for name, noun, records in (
                ("claims", "claim", self.claims),
                ("reports", "report", self.documents),
                ("official items", "official item", self.officials),
                ("items of evidence", "item of evidence", self.evidence),
                ("explanations", "explanation", self.hypotheses),
            )
        )
        return f"Case {self.id!r} ({REALITIES[self.reality]}){when}: {self.title}\n{counts}"


def read_date(day: str | date) -> date:
    """A date from text written year-month-day.

    >>> read_date("2015-12-26")
    datetime.date(2015, 12, 26)
    """
    if isinstance(day, datetime):
        return day.date()
    if isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except (TypeError, ValueError):
        raise ValueError(
            f"{day!r} is not a date; write year-month-day in quotation marks, like '2015-12-26'"
        ) from None


def _cut(case: Case, limit: date) -> Case:
    """A copy of the case with everything that became public after ``limit`` taken out."""
    kept: dict[str, Records[Any]] = {
        f.name: _kept(getattr(case, f.name), limit)
        for f in fields(case)
        if isinstance(getattr(case, f.name), Records)
    }
    # A page without a date may be younger than the cut, so it cannot be shown before it.
    kept["references"] = case.references.only(lambda r: r.public and r.public.on <= limit)
    # A source, and a detail of an allegation, appear with the first document that shows them.
    kept["details"] = kept["details"].only(lambda d: d.said_in in kept["documents"])
    kept["slips"] = kept["slips"].only(lambda s: s.document in kept["documents"])
    kept["disagreements"] = kept["disagreements"].only(lambda d: len(d.versions) > 1)
    speaking = {r.source for group in ("documents", "officials") for r in kept[group].values()}
    speaking |= {case.sources[s].part_of for s in speaking}
    kept["sources"] = kept["sources"].only(lambda s: s.id in speaking)
    kept["results"] = kept["results"].only(lambda r: r.subject in kept["sources"])
    kept["claims"] = Records("claim", {c.id: c for c in _known_claims(kept, limit)})
    kept = {
        group: Records(records.noun, {k: _only_known_ids(v, kept) for k, v in records.items()})
        for group, records in kept.items()
    }
    replay = tuple(w for w in case.replay if w.on <= limit)
    resolution = case.resolution if _out(case.resolution, limit) else None
    main = case.main_document if case.main_document in kept["documents"] else ""
    groups: Any = kept  # each field by its own name and type, which a dict can't say
    return replace(
        case,
        replay=replay,
        cut=limit,
        summary="",
        main_document=main,
        resolution=resolution,
        **groups,
    )


def _kept(records: Records[Any], limit: date) -> Records[Any]:
    """The records that were public by ``limit``, each without its later parts."""
    return Records(
        records.noun,
        {key: _trim(record, limit) for key, record in records.items() if _out(record, limit)},
    )


def _out(record: Any, limit: date) -> bool:
    """True when the record, or a part of one, was public by ``limit`` or carries no date."""
    public = getattr(record, "public", None)
    return public is None or public.on <= limit


def _trim(record: Any, limit: date) -> Any:
    """The record without dated parts that came later."""
    later = {}
    for f in fields(record):
        parts = getattr(record, f.name)
        if isinstance(parts, tuple) and any(hasattr(part, "public") for part in parts):
            later[f.name] = tuple(part for part in parts if _out(part, limit))
    return replace(record, **later) if later else record


# Fields that name other records by their ids, and the group those are in.
NAMES = {
    "claims": "claims",
    "says": "claims",
    "references": "references",
    "documents": "documents",
    "marks": "hypotheses",
    "reasons": "hypotheses",
}


def _only_known_ids(record: Any, kept: Mapping[str, Records[Any]]) -> Any:
    """The record without ids of records that the cut took out: an id alone can give much away."""
    known: dict[str, Any] = {}
    for name, group in NAMES.items():
        ids = getattr(record, name, ())
        if isinstance(ids, Mapping):
            known[name] = {k: v for k, v in ids.items() if k in kept[group]}
        elif ids:
            known[name] = tuple(k for k in ids if k in kept[group])
    for part in ("statuses", "changes", "record", "versions"):
        if getattr(record, part, ()):
            known[part] = tuple(_only_known_ids(note, kept) for note in getattr(record, part))
    if getattr(record, "origin", "") not in kept["documents"] and hasattr(record, "origin"):
        known["origin"] = ""
    if isinstance(record, Claim) and record.part_of not in kept["claims"]:
        known["part_of"] = ""
    if getattr(record, "took_from", ()):
        known["took_from"] = tuple(k for k in record.took_from if k.to in kept["documents"])
    return replace(record, **known) if known else record


def _known_claims(kept: Mapping[str, Records[Any]], limit: date) -> Iterable[Claim]:
    """Claims that somebody had made by then, with only the reports that were out by then."""
    told = attach_reports(kept["claims"].values(), kept["documents"], kept["sources"])
    return (c for c in told if c.reports or any(s.public.on <= limit for s in c.statuses))


def attach_reports(
    claims: Iterable[Claim],
    documents: Mapping[str, Document],
    sources: Mapping[str, Source],
) -> Iterable[Claim]:
    """Each claim with its reports: the documents that make it, oldest first."""
    making: dict[str, list[Report]] = {}
    for document in sorted(documents.values(), key=lambda d: d.public.on):
        source = sources[document.source]
        for claim in document.says:
            links = tuple(
                link
                for link in document.took_from
                if (claim in link.claims if link.claims else _says(documents, link.to, claim))
            )
            making.setdefault(claim, []).append(
                Report(document, source, source.part_of or source.id, links)
            )
    return (replace(claim, reports=tuple(making.get(claim.id, ()))) for claim in claims)


def _says(documents: Mapping[str, Document], document: str, claim: str) -> bool:
    return document in documents and claim in documents[document].says


def list_cases() -> list[str]:
    """The names of the cases that come with mediakit.

    >>> "metrojet" in list_cases()
    True
    """
    from mediakit.content import content

    return sorted(p.name[:-5] for p in content("cases").iterdir() if p.name.endswith(".yaml"))


def load_case(name: str) -> Case:
    """Load a case that comes with mediakit, or one of your own from its file.

    Parameters
    ----------
    name : str
        The name of a shipped case (see :func:`list_cases`), or the path of a ``.yaml`` file.

    Returns
    -------
    Case
        The whole case; ``case.as_of("2015-12-26")`` cuts it to a day.

    Raises
    ------
    LookupError
        When no case has this name; the message lists those there are.
    FileNotFoundError
        When a path is given and no file is there.
    ValueError
        When the file is not a valid case; the message names every fault with its line.

    Examples
    --------
    >>> load_case("larkhaven")
    Case 'larkhaven' (fictional): The fire on the ferry Larkhaven
    12 claims, 25 reports, 4 official items, 14 items of evidence, 8 explanations
    """
    from pathlib import Path

    from mediakit.casefile import parse_case

    if name.endswith((".yaml", ".yml")):
        path = Path(name)
        if not path.is_file():
            raise FileNotFoundError(f"there is no case file at {name!r}")
        return parse_case(path.read_bytes(), name)
    if name not in list_cases():
        raise LookupError(unknown("case", name, list_cases()))
    return _shipped(name)


@lru_cache(maxsize=16)
def _shipped(name: str) -> Case:
    """A shipped case, read once: records are frozen, so everybody may have the same one."""
    from mediakit.casefile import parse_case
    from mediakit.content import content

    file = content("cases") / f"{name}.yaml"
    return parse_case(file.read_bytes(), file.name)
