"""Keys computed from a case: a small table of named findings.

A question file writes ``answer: {finding: origins_at_most, claim: who-ordered}``; this module
works it out on the case, after its time cut. Another finding is one function and one line in
``FINDINGS``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mediakit.case import Case, read_date
from mediakit.records import Ground, unknown

__all__ = ["FINDINGS", "compute"]


def _claim(case: Case, claim: str) -> Any:
    from mediakit.corroboration import corroborate

    return corroborate(case.claims[claim])


def _record(case: Case, key: str) -> Any:
    """The document, official item or piece of evidence with this id."""
    groups = (case.documents, case.officials, case.evidence)
    for group in groups:
        if key in group:
            return group[key]
    raise LookupError(unknown("dated record", key, [k for group in groups for k in group]))


def _in_order(case: Case, records: list[str]) -> list[str]:
    return sorted(records, key=lambda key: (_record(case, key).public.on, key))


def _first_public(case: Case, detail: str) -> str:
    found = case.details[detail].first_public
    if found is None:
        raise ValueError(f"nothing says when the detail {detail!r} was first public")
    return str(found.on)


def _standing(case: Case, claim: str) -> str:
    status = case.claims[claim].status
    if status is None:
        raise ValueError(f"the claim {claim!r} has no status here")
    return str(status.standing.value)


def _known_before(case: Case, document: str) -> list[str]:
    day = case.documents[document].public
    return [
        d.id
        for d in case.details.values()
        if d.said_in == document and d.first_public and d.first_public < day
    ]


def _happened(case: Case, record: str) -> str:
    found = getattr(_record(case, record), "happened", None)
    if found is None:
        raise ValueError(f"{record!r} has no day on which it happened; use 'public'")
    return str(found.on)


def _known_by(case: Case, day: str, records: list[str]) -> list[str]:
    limit = read_date(day)
    return [key for key in records if _record(case, key).public.on <= limit]


def _grounded(case: Case, claim: str) -> list[str]:
    """The reports of a claim that tell what their source itself saw, measured or examined."""
    return [r.id for r in case.claims[claim].reports if r.document.ground is Ground.OWN]


def _took_from(case: Case, claim: str, records: list[str]) -> dict[str, str]:
    """For each report, the one it took this claim from; only where there is exactly one."""
    reports = {r.id: r for r in case.claims[claim].reports}
    found = {}
    for key in records:
        if key not in reports:
            raise LookupError(unknown("report", key, reports))
        if len(reports[key].links) != 1:
            raise ValueError(f"{key!r} took this claim from {len(reports[key].links)} places")
        found[key] = reports[key].links[0].to
    return found


def _cells(case: Case, question: str, records: list[str]) -> dict[str, dict[str, list[str]]]:
    """The accepted marks of each cell: the case's own and those on its side of the scale."""
    columns = [h.id for h in case.hypotheses.values() if h.question == case.questions[question].id]
    return {
        key: {c: list(SIDES[case.evidence[key].marks[c].upper()]) for c in columns}
        for key in records
    }


SIDES = {
    "CC": ("CC", "C"),
    "C": ("C", "CC"),
    "N": ("N", "NA"),
    "NA": ("NA", "N"),
    "I": ("I", "II"),
    "II": ("II", "I"),
}

# name -> (names of its arguments, the function)
FINDINGS: Mapping[str, tuple[tuple[str, ...], Callable[..., Any]]] = {
    "reports": (("claim",), lambda case, claim: len(_claim(case, claim).reports)),
    "report_ids": (("claim",), lambda case, claim: [r.id for r in _claim(case, claim).reports]),
    "origins_at_least": (("claim",), lambda case, claim: _claim(case, claim).at_least),
    "origins_at_most": (("claim",), lambda case, claim: _claim(case, claim).at_most),
    "origins": (
        ("claim",),
        lambda case, claim: [r.id for o in _claim(case, claim).origins for r in o.reports],
    ),
    "circles": (("claim",), lambda case, claim: len(_claim(case, claim).circles)),
    "languages": (
        ("claim",),
        lambda case, claim: len({r.document.language for r in _claim(case, claim).reports}),
    ),
    "standing": (("claim",), _standing),
    "public": (("record",), lambda case, record: str(_record(case, record).public.on)),
    "happened": (("record",), _happened),
    "first_public": (("detail",), _first_public),
    "official_kind": (("official",), lambda case, official: case.officials[official].kind.value),
    "official_kinds": (
        ("officials",),
        lambda case, officials: {key: case.officials[key].kind.value for key in officials},
    ),
    "in_order": (("records",), _in_order),
    "known_before": (("document",), _known_before),
    "known_by": (("day", "records"), _known_by),
    "grounded": (("claim",), _grounded),
    "took_from": (("claim", "records"), _took_from),
    "cells": (("question", "records"), _cells),
}


def compute(case: Case, spec: Mapping[str, Any]) -> Any:
    """The value of a named finding on this case.

    Parameters
    ----------
    case : Case
        The case, already cut to a day when the exercise has one.
    spec : dict
        ``{"finding": name, argument: id}``.

    Raises
    ------
    ValueError, LookupError
        With one line for the author: an unknown finding, argument or id.

    Examples
    --------
    >>> from mediakit.case import load_case
    >>> case = load_case("larkhaven")
    >>> compute(case, {"finding": "languages", "claim": "who-ordered"}) >= 1
    True
    """
    name = str(spec.get("finding"))
    if name not in FINDINGS:
        raise LookupError(unknown("finding", name, list(FINDINGS)))
    arguments, work = FINDINGS[name]
    given = {key: value for key, value in spec.items() if key != "finding"}
    if tuple(given) != arguments:
        asked = ", ".join(arguments)
        raise ValueError(f"the finding {name!r} takes {asked}, not {', '.join(given) or 'nothing'}")
    for argument, value in given.items():
        many = argument.endswith("s")
        if many is isinstance(value, str):
            raise ValueError(f"{argument!r} is {'a list of ids' if many else 'one id'} here")
    return work(case, **given)
