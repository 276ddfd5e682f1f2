"""What an outside reader could know at the end of a day, told in a few lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediakit.case import Case, read_date
from mediakit.records import Claim, ClaimLevel, Official, When, wrapped

__all__ = ["Known", "known_on"]


@dataclass(frozen=True, repr=False)
class Known:
    """One day of a case: what is public, what is new, and how far each claim has been checked.

    ``new`` holds the official items since ``since``, the stop before; on the first stop, all of
    them. Items that bear on side matters only are counted and not told.
    """

    day: date
    officials: int
    reports: int
    new: tuple[Official, ...]
    claims: tuple[Claim, ...]
    since: When | None = None
    ends: date | None = None  # a copy of a case that is cut cannot go on beyond its day

    @property
    def code(self) -> str:
        """The line of code that gives the same day."""
        return f'case.as_of("{self.day.isoformat()}")'

    def why(self) -> str:
        """The ids of the official items that are new."""
        return f"Records: {', '.join(item.id for item in self.new) or 'none'}."

    @property
    def lines(self) -> tuple[str, ...]:
        """The day line by line, each as long as it is; what belongs to a heading is set in."""
        items = "1 official item" if self.officials == 1 else f"{self.officials} official items"
        told = "1 report" if self.reports == 1 else f"{self.reports} reports"
        lines = [f"Known on {When(self.day)}: {items}, {told}."]
        if self.ends:
            lines.append(f"This copy of the case ends on {When(self.ends)}.")
        lines.append(f"New since {self.since}:" if self.since else "Said until now:")
        lines += [f"  {_in_words(item)}" for item in self.new] or ["  no official item"]
        lines.append("How far each claim has been checked:")
        lines += [f"  {c.id}: {c.status.standing.words}" for c in self.claims if c.status]
        return (*lines, self.code)

    def __repr__(self) -> str:
        return wrapped("\n".join(self.lines))


def known_on(case: Case, day: str | date) -> Known:
    """What was public at the end of a day, and what of it is newer than the stop before.

    Parameters
    ----------
    case : Case
        A case, or a case cut to a day: then no later day can be asked for.
    day : str or date
        ``"2015-11-07"`` or a date.

    Returns
    -------
    Known
        Its counts are those of ``case.as_of(day)``.

    Raises
    ------
    ValueError
        When the text is not a date written year-month-day.

    Examples
    --------
    >>> import mediakit as mk
    >>> known_on(mk.load_case("larkhaven"), "2019-03-17")
    Known on 17 March 2019: 2 official items, 7 reports.
    Said until now:
      15 March 2019, Port Quill Harbour Authority (statement): Its camera
        shows smoke from the car deck; it draws no conclusion about the cause.
      16 March 2019, Merrow Coastguard (assessment): It thinks a fault in a
        vehicle more likely than a fault in the ship.
    How far each claim has been checked:
      fire: established
      fire-below: reported
      vehicle-likely: reported
    case.as_of("2019-03-17")
    """
    asked = read_date(day)
    cut = case.as_of(asked)
    shown = cut.cut or asked
    since = max((stop for stop in case.replay if stop.on < shown), default=None)
    main = [c for c in cut.claims.values() if c.level is not ClaimLevel.SIDE]
    new = (
        item
        for item in cut.officials.values()
        if (since is None or item.public.on > since.on)
        and any(claim.id in item.claims for claim in main)
    )
    return Known(
        shown,
        len(cut.officials),
        len(cut.documents),
        tuple(sorted(new, key=lambda item: item.public.on)),
        tuple(main),
        since,
        shown if asked > shown else None,
    )


def _in_words(item: Official) -> str:
    return f"{item.public}, {item.body} ({item.kind.value.replace('_', ' ')}): {item.said}"
