"""Details of an account: which of them were already public when it was told.

A detail that had stood in the papers shows no inside knowledge: whoever read the papers could
have put it in. A detail found nowhere earlier shows none either, until somebody checks it.
"""

from __future__ import annotations

from dataclasses import dataclass

from mediakit.case import Case
from mediakit.records import Detail, Document, unknown, wrapped

__all__ = ["Novelty", "novelty"]


@dataclass(frozen=True, repr=False)
class Novelty:
    """The details of one account, those already public apart from those not found earlier."""

    document: Document
    already_public: tuple[Detail, ...]
    not_found_earlier: tuple[Detail, ...]

    def __repr__(self) -> str:
        known, new = self.already_public, self.not_found_earlier
        total = len(known) + len(new)
        noun = "detail" if total == 1 else "details"
        head = (
            f"Novelty of {self.document.id!r}, {self.document.public}: "
            f"{total} {noun}, {len(known)} already public."
        )
        lines = [f"  public since {d.first_public}: {d.text}" for d in known]
        lines += [f"  not found earlier, not checkable here: {d.text}" for d in new]
        return wrapped("\n".join([head, *lines]))

    def why(self) -> str:
        """Where each detail had stood, and how many days before."""
        lines = [
            f"{d.id}: {d.first_where or 'in the press'}, {d.first_public}, "
            f"{_days(self.document, d)} before [{', '.join(d.references) or 'no page listed'}]."
            for d in self.already_public
        ]
        lines += [
            f"{d.id}: we found no earlier page with it. That is no proof that there was none."
            for d in self.not_found_earlier
        ]
        return wrapped("\n".join(lines))


def _days(document: Document, detail: Detail) -> str:
    if detail.first_public is None:
        return ""
    days = (document.public.on - detail.first_public.on).days
    return "1 day" if days == 1 else f"{days} days"


def novelty(case: Case, document: str | None = None) -> Novelty:
    """Sort the details of an account by whether they had been public before.

    More details already public => less that speaks for inside knowledge. It says nothing about
    truth: a person who knows can repeat what papers have printed. Only details that the case
    lists are looked at.

    Parameters
    ----------
    case : Case
        A case with details. Under a time cut, only what was public by then is used.
    document : str, optional
        The id of the account whose details are meant. Left out: the one that offers the most.

    Returns
    -------
    Novelty
        ``.already_public`` oldest first, ``.not_found_earlier``. A detail first seen on the very
        day of the account counts as not found earlier: nobody can say which came first.

    Raises
    ------
    LookupError
        When the document offers no details; the message lists those that do.

    Examples
    --------
    >>> import mediakit as mk
    >>> mk.novelty(mk.load_case("larkhaven"))  # doctest: +ELLIPSIS
    Novelty of 'vollmer-letter', 20 April 2019: 3 details, 2 already public.
      public since 15 March 2019: The fire began on the car deck.
      public since 15 March 2019: The fire began at about ten past two.
      not found earlier, not checkable here: A man in a grey van left ... before it sailed.
    """
    offered: dict[str, list[Detail]] = {}
    for detail in case.details.values():
        offered.setdefault(detail.said_in, []).append(detail)
    chosen = (
        document
        if document is not None
        else max(offered, key=lambda d: len(offered[d]), default="")
    )
    if chosen not in offered:
        raise LookupError(unknown("document with details", chosen, offered))
    account = case.documents[chosen]
    known: list[Detail] = []
    new: list[Detail] = []
    for detail in offered[chosen]:
        earlier = detail.first_public is not None and detail.first_public < account.public
        (known if earlier else new).append(detail)
    known.sort(key=lambda d: d.first_public or account.public)
    return Novelty(account, tuple(known), tuple(new))
