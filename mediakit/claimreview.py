"""ClaimReview: what may be said of a claim, in the form that fact-checkers publish.

The rating is a word. Search engines ask for a number from 1 to 5 beside it; "said, not
verified" has no place on such a scale, so none is given here, for any claim.

References
----------
schema.org (version 30), types ClaimReview, Claim and Rating.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mediakit.case import Case, read_date
from mediakit.records import Claim, Report, Source, SourceKind, When

__all__ = ["ClaimReview", "claim_review"]

Node = dict[str, Any]

AUTHOR = '"Port Quill Fact Desk", or {"type": "Person", "name": "…", "url": "https://…"}'


@dataclass(frozen=True, repr=False)
class ClaimReview:
    """One review of one claim, as schema.org JSON-LD."""

    claim: Claim
    data: Mapping[str, Any]

    def __repr__(self) -> str:
        rating = self.data["reviewRating"]["alternateName"]
        author = self.data["author"]["name"]
        pages = len(self.data["citation"])
        return (
            f"ClaimReview of {self.claim.id!r} by {author}, {When(self._day)}: {rating}. "
            f"It rests on {pages} {'page' if pages == 1 else 'pages'}; the rating is in words, "
            "no number is given."
        )

    @property
    def _day(self) -> date:
        return date.fromisoformat(self.data["datePublished"])

    def why(self) -> str:
        """The pages it rests on, and the reports that make the claim."""
        pages = ", ".join(page["url"] for page in self.data["citation"])
        reports = ", ".join(r.id for r in self.claim.reports) or "none"
        return f"Pages: {pages}.\nReports of {self.claim.id!r}: {reports}."

    def json_ld(self) -> str:
        """The review as text, safe to put between script tags of a page."""
        text = json.dumps(self.data, ensure_ascii=False, indent=2)
        # Inside a script a page ends at the first "</script"; JSON reads \u003c as the same sign.
        return (
            text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        )


def claim_review(
    case: Case,
    claim: str | Claim,
    *,
    author: str | Mapping[str, str] = "",
    date: str | date = "",
    url: str = "",
    sources: Iterable[str] = (),
    explanation: str = "",
) -> ClaimReview:
    """Review one claim: its standing in words, who made it first, and the pages it rests on.

    The standing is the case's, not worked out here. The reviews of one case share no scale,
    and a search engine that wants a number will show none of them.

    Parameters
    ----------
    case : Case
        The case; cut to a day, it reviews what was public by then.
    claim : str or Claim
        A claim of the case, or its id.
    author : str or dict
        Who reviews: the name of an organisation, or ``{"type": "Person", "name": …}``, with
        ``url`` if you like.
    date : str or date
        The day of the review: ``"2026-11-22"``.
    url : str, optional
        The page on which the review stands.
    sources : list of str, optional
        Addresses of pages, or ids of the case's references. Left out: the references of the
        claim's status, and where it has none those of its reports.
    explanation : str, optional
        Why the rating is what it is. Left out: the note of the claim's status.

    Returns
    -------
    ClaimReview
        ``.data`` holds plain values, ``.json_ld()`` the text. "Not established" and "said, not
        verified" are ratings like any other, in words.

    Raises
    ------
    LookupError
        When the claim is not in the case; the message lists those there are.
    ValueError
        When author, date or source is missing, or the claim has no standing yet.

    Examples
    --------
    >>> import mediakit as mk
    >>> case = mk.load_case("larkhaven")
    >>> found = claim_review(case, "who-ordered", author="Port Quill Fact Desk", date="2020-03-01")
    >>> found
    ClaimReview of 'who-ordered' by Port Quill Fact Desk, 1 March 2020: said, not verified. It
    rests on 1 page; the rating is in words, no number is given.
    >>> found.data["reviewRating"]["alternateName"]
    'said, not verified'

    References
    ----------
    schema.org (version 30), ClaimReview. Google Search Central, Fact check (ClaimReview)
    structured data, for what search engines ask beyond it (read through Full Fact's notes).
    """
    record = case.claims[claim.id if isinstance(claim, Claim) else claim]
    status = record.status
    pages = _pages(case, record, sources)
    day = _given(author, date, pages, record)
    if status is None:
        raise ValueError(
            f"the claim {record.id!r} has no status yet, so there is nothing to say of it; give "
            "it one in the case file, or look at a later day"
        )
    rating = {
        "@type": "Rating",
        "alternateName": status.standing.words,
        "ratingExplanation": " ".join((explanation or status.note).split()),
    }
    data = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": url,
        "datePublished": day.isoformat(),
        "author": _author(author),
        "claimReviewed": record.text,
        "reviewRating": _filled(rating),
        "itemReviewed": _item(case, record),
        "citation": pages,
    }
    return ClaimReview(record, _filled(data))


def _given(author: object, day: str | date, pages: list[Node], claim: Claim) -> date:
    """The day of the review; what is missing, all of it, in one sentence."""
    name = author.get("name") if isinstance(author, Mapping) else author
    lacking = [
        *(["an author, such as " + AUTHOR] if name in ("", None, ...) else []),
        *(["a date, such as '2026-11-22'"] if day in ("", None, ...) else []),
        *([] if pages else ["a source: the address of a page it rests on, as sources=[…]"]),
    ]
    if lacking:
        raise ValueError(f"the review of {claim.id!r} lacks {'; and '.join(lacking)}")
    return read_date(day)


def _author(author: str | Mapping[str, str]) -> Node:
    given = {"name": author} if isinstance(author, str) else dict(author)
    kind = given.pop("type", "Organization")
    strange = sorted(set(given) - {"name", "url"})
    if kind not in ("Organization", "Person") or strange:
        wrong = repr(strange[0] if strange else kind)
        raise ValueError(f"{wrong} says nothing about an author here; write {AUTHOR}")
    return {"@type": kind, **given}


def _pages(case: Case, claim: Claim, sources: Iterable[str]) -> list[Node]:
    """The pages that the review rests on: those given, or the case's."""
    given = [sources] if isinstance(sources, str) else list(sources)
    if not given and claim.status is not None:
        given = list(claim.status.references)
    if not given:
        given = [page for report in claim.reports for page in report.document.references]
    return [_page(case, page) for page in dict.fromkeys(given)]


def _page(case: Case, page: str) -> Node:
    if page in case.references:
        known = case.references[page]
        made = {
            "@type": "CreativeWork",
            "name": known.title,
            "url": known.url,
            "publisher": {"@type": "Organization", "name": known.publisher},
            "inLanguage": known.language,
        }
        return made | _published(known.public)
    if not page.startswith(("https://", "http://")):
        raise ValueError(
            f"{page!r} is no address and no reference of the case; write https://…, or one of: "
            f"{', '.join(case.references) or 'none'}"
        )
    return {"@type": "CreativeWork", "url": page}


def _item(case: Case, claim: Claim) -> Node:
    """The claim itself: who said it first, where, and where else it stood."""
    made: Node = {"@type": "Claim", "text": claim.text}
    # Somebody a report does not name has published nothing that could be looked up.
    shown = [r for r in claim.reports if r.source.named]
    if not shown:
        return made
    first = _first(shown)
    item = {
        **made,
        **_speaker(first.source),
        **_published(first.document.public),
        "firstAppearance": _work(case, first),
        "appearance": [_work(case, r) for r in shown if r is not first],
    }
    return _filled(item)


def _first(reports: Sequence[Report]) -> Report:
    """The oldest report; of those of one day, one that took from none of the others."""
    here = {r.id for r in reports}
    return min(
        reports, key=lambda r: (r.document.public.on, any(link.to in here for link in r.links))
    )


def _work(case: Case, report: Report) -> Node:
    document = report.document
    made = {
        "@type": "CreativeWork",
        "name": document.title,
        **_speaker(report.source),
        "inLanguage": document.language,
        **_address(case, report),
    }
    return _filled(made) | _published(document.public)


def _address(case: Case, report: Report) -> Node:
    """The address of its own page; of a page that only tells of it, as just that."""
    known = [case.references[p] for p in report.document.references if p in case.references]
    own = [page.url for page in known if page.publisher.startswith(report.source.name)]
    if own:
        return {"url": own[0]}
    return {"subjectOf": [{"@type": "CreativeWork", "url": page.url} for page in known]}


def _speaker(source: Source) -> Node:
    """The author, for schema.org a person or an organisation: a program is neither."""
    if source.kind is SourceKind.ASSISTANT:
        return {}
    kind = "Person" if source.kind is SourceKind.PERSON else "Organization"
    return {"author": {"@type": kind, "name": source.name}}


def _published(public: When | None) -> Node:
    """The day; where it is known only roughly, the words for it and no day."""
    if public is None:
        return {}
    return {"temporal": public.words} if public.words else {"datePublished": public.on.isoformat()}


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in ("", None, [])}
