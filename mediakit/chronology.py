"""When things happened, and when an outside reader could first know of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mediakit.records import Evidence, Official, OfficialKind, When, unknown

if TYPE_CHECKING:
    from mediakit.case import Case
    from mediakit.figures import Figure

__all__ = ["Moment", "Timeline", "timeline"]

SHOWS = {"officials": "official item", "evidence": "item of evidence"}


@dataclass(frozen=True)
class Moment:
    """One row of a timeline: two dates, who spoke, and what kind of item it is.

    ``kind`` is empty for an item of evidence. ``changed`` holds the days from which a later
    change of an official item could be known.
    """

    id: str
    public: When
    happened: When
    who: str
    kind: OfficialKind | None = None
    changed: tuple[When, ...] = ()

    @property
    def what(self) -> str:
        """The kind of the item in words."""
        return self.kind.value.replace("_", " ") if self.kind else "evidence"

    @property
    def waited(self) -> bool:
        """True when it became public on another day than it happened."""
        return self.happened.on != self.public.on

    @property
    def also(self) -> str:
        """The other dates of the row: when it happened, and when it was changed."""
        parts = [f"happened {self.happened}"] if self.waited else []
        parts += [f"changed {', '.join(map(str, self.changed))}"] if self.changed else []
        return "; ".join(parts)

    def __str__(self) -> str:
        what = f", {self.what}" if self.kind else ""
        return f"{self.public}: {self.who}{what}{f' ({self.also})' if self.also else ''}"


@dataclass(frozen=True, repr=False)
class Timeline:
    """The items of a case in the order in which they became public.

    ``stops`` are the days at which the case may be replayed. ``cut`` is the day of a time cut.
    """

    title: str
    shows: str
    moments: tuple[Moment, ...]
    stops: tuple[When, ...] = ()
    cut: date | None = None

    def public_by(self, stop: When) -> int:
        """How many of the items were public at the end of this day."""
        return sum(moment.public.on <= stop.on for moment in self.moments)

    def why(self) -> str:
        """The ids of the records it rests on."""
        return f"Records: {', '.join(m.id for m in self.moments) or 'none'}."

    def plot(self) -> Figure:
        """The timeline as a picture, with its words and its table."""
        from mediakit.figures import timeline_figure

        return timeline_figure(self)

    def __repr__(self) -> str:
        count = len(self.moments)
        known = f", as known on {When(self.cut)}" if self.cut else ""
        noun = SHOWS[self.shows] if count == 1 else SHOWS[self.shows].replace("item", "items", 1)
        lines = [f"{self.title}{known}: {count} {noun} in the order of becoming public."]
        return "\n".join([*lines, *map(str, self.moments)])


def timeline(case: Case, shows: str = "officials") -> Timeline:
    """Put the items of a case in the order in which they became public.

    It shows when something could be known, not whether it was noticed, and it says nothing of
    what an item is worth.

    Parameters
    ----------
    case : Case
        A case, or a case cut to a day: ``case.as_of("2015-11-07")``. Nothing later is shown.
    shows : str
        ``"officials"``: what official bodies said, by kind. ``"evidence"``: the items of
        evidence, by their ids, with the day each happened where that is another day.

    Returns
    -------
    Timeline
        ``.moments`` with both dates of each item; empty where nothing was public yet.

    Raises
    ------
    LookupError
        When ``shows`` is none of the two.

    Examples
    --------
    >>> from mediakit.case import load_case
    >>> timeline(load_case("larkhaven").as_of("2019-04-24"))
    The fire on the ferry Larkhaven, as known on 24 April 2019: 3 official items in the order \
of becoming public.
    15 March 2019: Port Quill Harbour Authority, statement
    16 March 2019: Merrow Coastguard, assessment
    23 April 2019: Strait Ferries, statement
    """
    if shows not in SHOWS:
        raise LookupError(unknown("timeline", shows, list(SHOWS)))
    records: list[Official | Evidence] = [
        *(case.officials if shows == "officials" else case.evidence).values()
    ]
    moments = (_moment(record) for record in records)
    ordered = sorted(moments, key=lambda m: (m.public.on, m.happened.on))
    return Timeline(case.title, shows, tuple(ordered), case.replay, case.cut)


def _moment(record: Official | Evidence) -> Moment:
    if isinstance(record, Evidence):
        return Moment(record.id, record.public, record.happened, record.id)
    changed = tuple(note.public for note in record.changes)
    return Moment(record.id, record.public, record.happened, record.body, record.kind, changed)
