"""Records: what is written down about a dispute.

A record is a small frozen dataclass, filled from a case file and never changed.
What the library works out from records is a *finding* and lives elsewhere.

Every dated record carries up to two dates: ``happened``, when the thing took place,
and ``public``, when an outside reader could first know of it. Time cuts use ``public``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from textwrap import wrap
from typing import Any, Generic, TypeVar

__all__ = [
    "Basis",
    "Claim",
    "ClaimLevel",
    "DatedNote",
    "Decision",
    "Detail",
    "Disagreement",
    "Document",
    "DocumentKind",
    "Evidence",
    "Ground",
    "Hypothesis",
    "Interest",
    "Link",
    "Official",
    "OfficialKind",
    "Question",
    "Records",
    "Reference",
    "Report",
    "Resolution",
    "ResultKind",
    "SearchResult",
    "Slip",
    "Source",
    "SourceKind",
    "Standing",
    "Status",
    "When",
]


class Basis(StrEnum):
    """How we know that one report took its account from another."""

    CITED = "cited"  # the report names where it has it from
    MATCHING = "matching"  # same figures, wording or slips, and a later date
    INFERRED = "inferred"  # we think so; the report does not say
    UNKNOWN = "unknown"  # it has the account from somewhere, and does not say where

    @property
    def firm(self) -> bool:
        """True when a reader can check the link in the report itself."""
        return self in (Basis.CITED, Basis.MATCHING)

    @property
    def words(self) -> str:
        """The basis as a phrase for a sentence."""
        return {
            "cited": "cited in the text",
            "matching": "matching details",
            "inferred": "inferred by us",
            "unknown": "not said where from",
        }[self.value]


class Ground(StrEnum):
    """What an origin rests on, as far as it has said in public."""

    OWN = "own"  # it says what it saw, measured or examined itself
    UNDISCLOSED = "undisclosed"  # it gives no ground that an outsider could tell apart


class SourceKind(StrEnum):
    """What sort of source speaks."""

    PERSON = "person"
    OFFICE = "office"  # a state body, court, inquiry or company office
    OUTLET = "outlet"  # newspaper, agency, broadcaster, site
    GROUP = "group"  # party, armed group, campaign
    ASSISTANT = "assistant"  # a chatbot or other answering machine


class DocumentKind(StrEnum):
    """What sort of document a report is."""

    ARTICLE = "article"
    STATEMENT = "statement"
    CONVERSATION = "conversation"
    DOSSIER = "dossier"
    BROADCAST = "broadcast"
    POST = "post"
    SCREENSHOT = "screenshot"
    AI_ANSWER = "ai_answer"  # never an origin: its sources are links to check


class ClaimLevel(StrEnum):
    """Where a claim stands in the claim tree."""

    EVENT = "event"
    CAUSE = "cause"
    PERPETRATOR = "perpetrator"
    ORDER = "order"
    MOTIVE = "motive"
    SIDE = "side"


class OfficialKind(StrEnum):
    """What an official item is. Only a *finding* may be called a finding."""

    FINDING = "finding"  # a body with a mandate, a method and published evidence
    ASSESSMENT = "assessment"  # a judgement, its grounds partly or wholly unpublished
    STATEMENT = "statement"  # somebody in office said so
    COURT_RULING = "court_ruling"
    LEAK = "leak"  # unnamed officials, through the press


class Standing(StrEnum):
    """What may be said of a claim, in the five words that the course uses."""

    ESTABLISHED = "established"
    REPORTED = "reported"
    SAID = "said_not_verified"
    DISPUTED = "disputed"
    NOT_ESTABLISHED = "not_established"

    @property
    def words(self) -> str:
        """The standing as a phrase for a sentence."""
        return {"said_not_verified": "said, not verified"}.get(
            self.value, self.value.replace("_", " ")
        )


@dataclass(frozen=True, order=True)
class When:
    """A day, and the words for it when the day is only roughly known.

    >>> str(When(date(2015, 11, 17)))
    '17 November 2015'
    >>> str(When(date(2015, 12, 26), "about 25–27 December 2015"))
    'about 25–27 December 2015'
    """

    on: date
    words: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.words or f"{self.on.day} {self.on:%B %Y}"


@dataclass(frozen=True)
class Reference:
    """A page that a reader can open: title, publisher, date, address.

    ``read`` says how much of it we read ("in full", "in part", "as a repost").
    ``public`` is None for a page that carries no date.
    """

    id: str
    title: str
    publisher: str
    url: str
    public: When | None = None
    language: str = "en"
    read: str = "in part"


@dataclass(frozen=True)
class DatedNote:
    """A sentence with the day from which it could be known."""

    public: When
    text: str
    references: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """Who says it: a person, an office, an outlet, a group.

    ``named`` is False for somebody a report does not name. ``part_of`` is the id of the
    body it speaks for: two offices of one government are one body when origins are counted.
    """

    id: str
    name: str
    kind: SourceKind
    named: bool = True
    part_of: str = ""
    about: str = ""
    reliability: str = ""  # A to F, with the reason beside it; "" when the case does not grade it
    reliability_why: str = ""
    record: tuple[DatedNote, ...] = ()

    def __repr__(self) -> str:
        lines = [f"Source {self.id!r}: {self.name}. {self.about}".rstrip()]
        lines += [f"  {note.public}: {note.text}" for note in self.record]
        return wrapped("\n".join(lines))


@dataclass(frozen=True)
class Link:
    """One step of a chain: this report took its account from the report ``to``.

    ``public`` is set only when the link came later than its report: a page brought up to
    date, a source named afterwards. That is how circles of reports come about.
    """

    to: str
    basis: Basis
    note: str = ""
    claims: tuple[str, ...] = ()  # empty: every claim that both reports make
    public: When | None = None


@dataclass(frozen=True)
class Document:
    """Something said or published on a day by one source.

    ``says`` lists the ids of the claims it makes; ``took_from`` where it has them from.
    A document that took a claim from nowhere shown is an origin of it, and ``ground``
    tells what that origin rests on.
    """

    id: str
    source: str
    kind: DocumentKind
    public: When
    title: str
    language: str = "en"
    summary: str = ""
    says: tuple[str, ...] = ()
    took_from: tuple[Link, ...] = ()
    ground: Ground = Ground.UNDISCLOSED
    ground_note: str = ""
    credibility: str = ""  # 1 to 6, of what it says; "" when the case does not grade it
    credibility_why: str = ""
    text: str = ""
    references: tuple[str, ...] = ()

    def __repr__(self) -> str:
        lines = [f"Report {self.id!r} (public {self.public}): {self.title}", self.summary]
        if self.says:
            lines.append(f"It tells: {', '.join(self.says)}.")
        lines += [f"It took from {link.to}: {link.basis.words}." for link in self.took_from]
        if self.ground is Ground.OWN:
            lines.append(f"A ground of its own: {self.ground_note}.")
        elif self.ground_note:
            lines.append(f"No ground of its own is shown: {self.ground_note}.")
        return wrapped("\n".join(line for line in lines if line))


@dataclass(frozen=True)
class Report:
    """One document as a report of one claim, with the links that carry this claim."""

    document: Document
    source: Source
    body: str  # id of the body the source speaks for, itself when it is its own
    links: tuple[Link, ...] = ()

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.document.id

    @property
    def name(self) -> str:
        """The name of the source, as a figure or a sentence shows it."""
        return self.source.name

    def __repr__(self) -> str:
        document = self.document
        return f"Report {self.id!r}: {self.name}, {document.public} ({document.language})"


@dataclass(frozen=True)
class Status:
    """What could be said of a claim from a day on, and on whose word."""

    standing: Standing
    public: When
    note: str = ""
    references: tuple[str, ...] = ()


@dataclass(frozen=True)
class Claim:
    """One statement that could be true or false, with its place in the claim tree.

    ``open`` marks a claim that nobody has settled: no finding gives it a probability.
    ``statuses`` runs from the oldest to the newest. ``reports`` is filled by the case:
    every document that makes this claim.
    """

    id: str
    text: str
    level: ClaimLevel
    part_of: str = ""
    question: str = ""
    open: bool = False
    statuses: tuple[Status, ...] = ()
    reports: tuple[Report, ...] = field(default=(), repr=False)

    @property
    def status(self) -> Status | None:
        """The latest status known, or None when the claim has none yet."""
        return self.statuses[-1] if self.statuses else None

    def __repr__(self) -> str:
        standing = self.status.standing.words if self.status else "no status yet"
        return wrapped(f"Claim {self.id!r} ({standing}): {self.text}")


@dataclass(frozen=True)
class Evidence:
    """An observation, or the absence of an expected one, that bears on claims."""

    id: str
    text: str
    happened: When
    public: When
    claims: tuple[str, ...] = ()
    origin: str = ""  # id of the document it comes from, when that matters for counting
    marks: Mapping[str, str] = field(default_factory=dict, hash=False)  # hypothesis -> CC…II, NA
    reasons: Mapping[str, str] = field(default_factory=dict, hash=False)  # hypothesis -> why
    references: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return wrapped(f"Evidence {self.id!r} (public {self.public}): {self.text}")


@dataclass(frozen=True)
class Official:
    """What an official body said: which body, which kind, with what mandate, when."""

    id: str
    source: str
    body: str
    kind: OfficialKind
    mandate: str
    happened: When
    public: When
    said: str
    wording: str = ""  # the words themselves, 25 at most
    not_said: str = ""
    interest: str = ""
    on_record: bool = True
    claims: tuple[str, ...] = ()
    changes: tuple[DatedNote, ...] = ()
    references: tuple[str, ...] = ()

    def __repr__(self) -> str:
        kind = self.kind.value.replace("_", " ")
        return wrapped(f"Official {kind} of {self.public}, {self.body}: {self.said}")


@dataclass(frozen=True)
class Question:
    """A question that explanations answer. One matrix holds one question."""

    id: str
    text: str
    open: bool = False


@dataclass(frozen=True)
class Hypothesis:
    """An explanation that could turn out false. The label is neutral and short."""

    id: str
    label: str
    question: str
    text: str = ""
    public: When | None = None  # None: could be thought of from the first day

    def __repr__(self) -> str:
        return wrapped(f"Explanation {self.id!r}: {self.label}")


@dataclass(frozen=True)
class Detail:
    """A detail of an allegation, and when it had first been public, if it had."""

    id: str
    text: str
    said_in: str  # id of the document that offers it as new
    first_public: When | None = None
    first_where: str = ""
    references: tuple[str, ...] = ()

    def __repr__(self) -> str:
        known = f"public since {self.first_public}" if self.first_public else "not found earlier"
        return wrapped(f"Detail {self.id!r} ({known}): {self.text}")


@dataclass(frozen=True)
class Interest:
    """What a party stood to gain or lose. A reason to check, no proof of falsehood."""

    id: str
    party: str
    account: str
    stake: str
    public: When
    references: tuple[str, ...] = ()


@dataclass(frozen=True)
class Slip:
    """A fault in how a document tells it: where, of which type, and what is so instead.

    ``public`` is the day from which a reader could have known better.
    """

    id: str
    document: str
    where: str  # what the document says there, in our words
    type: str  # factual error, missing context, loaded words, …
    public: When
    correction: str
    claim: str = ""
    references: tuple[str, ...] = ()


@dataclass(frozen=True)
class Disagreement:
    """Something that published sources tell differently, each version with its day."""

    id: str
    about: str
    versions: tuple[DatedNote, ...]


@dataclass(frozen=True)
class Decision:
    """A day on which somebody had to act on what was known: replay stops there."""

    id: str
    who: str
    what: str
    public: When
    references: tuple[str, ...] = ()


class ResultKind(StrEnum):
    """What kind of page a search found."""

    PROFILE = "profile"
    NEWS = "news"
    OFFICIAL = "official"
    RECORD = "record"
    POST = "post"
    CHATBOT = "chatbot"
    SCREENSHOT = "screenshot"


@dataclass(frozen=True)
class SearchResult:
    """A page that a search for a source would have found, in our own words.

    ``shown`` is what the list of results shows, ``opened`` what a reader finds on the page, and
    ``traced`` where it leads when one looks for what it rests on. ``independent`` is True for a
    page that does not rest on the account in hand or on the person it is about. ``invented`` marks
    a page that we made up for teaching.
    """

    id: str
    subject: str  # id of the source that was searched for
    site: str
    kind: ResultKind
    public: When
    shown: str
    opened: str
    traced: str = ""
    independent: bool = False
    invented: bool = False
    documents: tuple[str, ...] = ()
    references: tuple[str, ...] = ()

    def __repr__(self) -> str:
        made_up = "; an example of ours, no real page" if self.invented else ""
        head = f"Result {self.id!r}: {self.site}, {self.public} ({self.kind.value}{made_up})"
        return wrapped(f"{head}\n  {self.shown}")


@dataclass(frozen=True)
class Resolution:
    """How the dispute came out, as far as it did, and how sure we are of that."""

    text: str
    sure: str  # why we are this sure and no surer
    public: When
    claims: Mapping[str, str] = field(default_factory=dict, hash=False)  # claim -> true, false
    references: tuple[str, ...] = ()


R = TypeVar("R")


class Records(Mapping[str, R], Generic[R]):
    """Records by id, in the order of the case file. A wrong id lists the right ones."""

    def __init__(self, noun: str, items: Mapping[str, R]) -> None:
        self.noun = noun
        self._items = dict(items)

    def __getitem__(self, key: str) -> R:
        try:
            return self._items[key]
        except KeyError:
            raise LookupError(unknown(self.noun, key, self._items)) from None

    def get(self, key: str, default: Any = None) -> Any:  # Mapping.get waits for a KeyError
        """The record with this id, or ``default``."""
        return self._items.get(key, default)

    def only(self, keep: Callable[[R], object]) -> Records[R]:
        """The records for which ``keep`` answers yes, in the same order."""
        return Records(self.noun, {key: r for key, r in self._items.items() if keep(r)})

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return f"{len(self)} {plural_of(self.noun)}: {', '.join(self._items) or 'none'}"


def wrapped(text: str, width: int = 72) -> str:
    """Text with no line too long for a notebook's column: long lines go on, indented.

    >>> print(wrapped("A line that is a little too long for its column.", 30))
    A line that is a little too
      long for its column.
    """
    lines = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        lines += wrap(line, width, subsequent_indent=indent, break_on_hyphens=False) or [line]
    return "\n".join(lines)


def unknown(noun: str, key: object, known: Mapping[str, object] | list[str]) -> str:
    """The sentence for an id that is not there: what was given, a guess, the choices.

    >>> unknown("case", "metrojt", ["larkhaven", "metrojet"])
    "no case called 'metrojt'; did you mean 'metrojet'? The cases are: larkhaven, metrojet"
    """
    choices = sorted(known)
    close = get_close_matches(str(key), choices, n=1)
    guess = f"did you mean {close[0]!r}? The" if close else "the"
    listed = ", ".join(choices) or "none"
    return f"no {noun} called {str(key)!r}; {guess} {plural_of(noun)} are: {listed}"


def plural_of(noun: str) -> str:
    """The plural of a noun that stands in a message.

    >>> plural_of("claim"), plural_of("hypothesis"), plural_of("item of evidence")
    ('claims', 'hypotheses', 'items of evidence')
    """
    for joint in (" of ", " with "):
        head, found, rest = noun.partition(joint)
        if found:
            return f"{plural_of(head)}{found}{rest}"
    return f"{noun[:-2]}es" if noun.endswith("is") else f"{noun}s"
