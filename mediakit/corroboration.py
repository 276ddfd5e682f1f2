"""Corroboration: how many independent origins stand behind a claim.

Counting is all that happens here. Nothing says whether a claim is true: one origin can be
right, and five can be wrong together. What the count tells is how often it was *told anew*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mediakit.links import (
    circle_in_words,
    components,
    edges_of,
    origin_line,
    reports_of,
    shortest_circle,
    told_anew,
)
from mediakit.records import (
    Basis,
    Claim,
    DocumentKind,
    Ground,
    Link,
    Report,
    unknown,
    wrapped,
)
from mediakit.words import listed

if TYPE_CHECKING:
    from mediakit.figures import Figure

__all__ = ["Corroboration", "Origin", "connect", "corroborate"]


@dataclass(frozen=True)
class Origin:
    """A body that told the account without taking it from a report shown here."""

    body: str
    reports: tuple[Report, ...]
    ground: Ground

    @property
    def name(self) -> str:
        """The name a reader knows the origin by."""
        return self.reports[0].name


@dataclass(frozen=True, repr=False)
class Corroboration:
    """How many independent origins stand behind the reports of a claim.

    ``at_least`` counts the bodies that show a ground of their own, and is 1 when all who told
    it anew show none: they may share one source. ``at_most`` also counts those that show none,
    and reports whose link to another is only our inference.

    >>> import mediakit as mk
    >>> found = mk.corroborate(mk.load_case("larkhaven").claims["fire-below"])
    >>> found.at_least, found.at_most, [origin.name for origin in found.origins][:2]
    (3, 3, ['Port Quill Harbour Authority', 'Tomas Brandt'])
    """

    claim: Claim
    reports: tuple[Report, ...]
    origins: tuple[Origin, ...]
    at_least: int
    at_most: int
    circles: tuple[tuple[Report, ...], ...] = ()

    @property
    def answers(self) -> tuple[Report, ...]:
        """Reports by answering machines. They repeat pages and are never an origin."""
        return tuple(r for r in self.reports if r.document.kind is DocumentKind.AI_ANSWER)

    def __repr__(self) -> str:
        noun = "report" if len(self.reports) == 1 else "reports"
        head = f"Corroboration of {self.claim.id!r}: {len(self.reports)} {noun}, {self._count()}."
        return wrapped("\n".join([head, *self._in_words()]))

    def _count(self) -> str:
        if self.at_least == self.at_most:
            if self.at_most == 1:
                return "1 origin, as far as published"
            return f"{self.at_most or 'no'} independent origins"
        return f"{self.at_least} to {self.at_most} independent origins"

    def _in_words(self) -> list[str]:
        words = [circle_in_words(circle) for circle in self.circles]
        adrift = any(not r.links for r in self.answers)  # a chatbot that names no page
        if self.at_most == 1 and self.origins and len(self.reports) > 1 and not adrift:
            words.append(
                f"Every report goes back to {self.origins[0].name}: repeated, not corroborated."
            )
        elif self.at_least >= 2:
            named = [o.name for o in self.origins if o.ground is Ground.OWN]
            words.append(f"Each with a ground of its own: {listed(named)}.")
        return words

    def why(self) -> str:
        """The reports behind each origin, what each origin rests on, and why it is a range."""
        lines = [f"Reports of {self.claim.id!r}: {listed([r.id for r in self.reports])}."]
        lines += [origin_line(report) for o in self.origins for report in o.reports]
        lines += [origin_line(r) for r in self.answers]
        lines += [circle_in_words(circle) for circle in self.circles]
        lines += self._why_a_range()
        return wrapped("\n".join(lines))

    def _why_a_range(self) -> list[str]:
        lines = []
        quiet = [o.name for o in self.origins if o.ground is Ground.UNDISCLOSED]
        if self.at_least < self.at_most and quiet:
            lines.append(
                f"A range, because {listed(quiet)} showed no ground that an outsider "
                "could tell from the others: they may share a source."
            )
        soft = [f"{r.name} [{r.id}]" for r in self.reports if self._may_be_one_more(r)]
        if self.at_least < self.at_most and soft:
            lines.append(
                f"A range, because no reader can check the link of {listed(soft)} in the text; "
                "without it there would be one more origin."
            )
        if self.at_most == 1 and self.origins:
            lines.append("One origin can be right. It has been told once, however often repeated.")
        return lines

    def _may_be_one_more(self, report: Report) -> bool:
        """True when only links that nobody can check keep it from being another origin."""
        if not report.links or any(link.basis.firm for link in report.links):
            return False
        counted = report.body in {origin.body for origin in self.origins}
        return not counted and report.document.kind is not DocumentKind.AI_ANSWER

    def table(self) -> tuple[tuple[str, ...], ...]:
        """Rows of (report, date, took it from, how we know), oldest first."""
        names = {r.id: r.name for r in self.reports}
        rows = []
        for r in self.reports:
            links = [link for link in r.links if link.to in names]
            took = "; ".join(names[link.to] for link in links)
            how = "; ".join(link.basis.words for link in links)
            ground = (
                "shows a ground of its own"
                if r.document.ground is Ground.OWN
                else "shows no ground"
            )
            rows.append((r.name, str(r.document.public), took or "nobody shown", how or ground))
        return tuple(rows)

    def plot(self) -> Figure:
        """The reports and their links as a picture, with its words and its table."""
        from mediakit.figures import chain_figure

        return chain_figure(self)


def corroborate(claim: Claim) -> Corroboration:
    """Count the independent origins behind a claim.

    More origins => better corroborated, not truer. Copies add nothing: nine papers that took
    one account from one another are one origin. Two offices of one body are one origin. An
    answering machine is none. The count can't see a source that everybody keeps quiet about,
    which is why it is a range.

    Parameters
    ----------
    claim : Claim
        A claim of a case, with its reports.

    Returns
    -------
    Corroboration
        ``.at_least`` and ``.at_most`` in origins (0 and up), ``.origins``, ``.circles``.
        A claim whose reports only name one another has no origin shown: 0 to 1.

    Raises
    ------
    ValueError
        When nobody has made the claim, for example before a time cut.

    Examples
    --------
    >>> import mediakit as mk
    >>> case = mk.load_case("larkhaven")
    >>> mk.corroborate(case.claims["who-ordered"])
    Corroboration of 'who-ordered': 6 reports, 1 origin, as far as published.
    Every report goes back to a colleague she does not name: repeated, not corroborated.
    >>> mk.corroborate(case.claims["sister-ship"])
    Corroboration of 'sister-ship': 6 reports, 2 independent origins.
    Each with a ground of its own: Port Quill Fire Brigade and Coast News Agency.

    References
    ----------
    Yousif, Aboody and Keil (2019), on how readers fail to discount copies.
    """
    reports = reports_of(claim)
    merged, circles, most_merged = _ends(reports, firm=False)
    soft = any(not link.basis.firm for report in claim.reports for link in report.links)
    most_apart = _ends(reports, firm=True)[2] if soft else most_merged
    shown = sum(1 for origin in merged if origin.ground is Ground.OWN)
    return Corroboration(
        claim,
        claim.reports,
        merged,
        at_least=max(shown, 1 if merged else 0),
        at_most=max(most_apart, most_merged),
        circles=tuple(shortest_circle(circle, reports) for circle in circles),
    )


def connect(claim: Claim, links: Mapping[str, str | Sequence[str]]) -> Corroboration:
    """Count the origins of a claim with links of your own in place of the case's.

    It counts what you connect and does not say whether you are right: compare with
    :func:`corroborate`.

    Parameters
    ----------
    claim : Claim
        A claim of a case, with its reports.
    links : dict, report id -> report id, or a list of them
        From each report you connect to where it took the account from.

    Returns
    -------
    Corroboration
        The count with your links only. With none, every report may be an origin.

    Raises
    ------
    LookupError
        When an id is no report of this claim; the message lists the ids.
    ValueError
        When a report is connected to itself.

    Examples
    --------
    >>> import mediakit as mk
    >>> claim = mk.load_case("larkhaven").claims["who-ordered"]
    >>> mk.connect(claim, {"le-phare": "kuestenbote", "kuestenbote": "harbour-times"}).at_most
    4
    """
    reports = reports_of(claim)
    yours: dict[str, tuple[Link, ...]] = {}
    for taker, given in links.items():
        origins = [given] if isinstance(given, str) else list(given)
        for id_ in (taker, *origins):
            if id_ not in reports:
                raise LookupError(unknown("report", id_, reports))
        if taker in origins:
            raise ValueError(f"{taker!r} can't have taken the account from itself; name another")
        yours[taker] = tuple(Link(to, Basis.CITED, "your link") for to in origins)
    told = tuple(
        # Your links alone decide: what a report shows of its own ground is for the case to count.
        replace(
            r, links=yours.get(r.id, ()), document=replace(r.document, ground=Ground.UNDISCLOSED)
        )
        for r in claim.reports
    )
    return corroborate(replace(claim, reports=told))


def _ends(
    reports: Mapping[str, Report], firm: bool
) -> tuple[tuple[Origin, ...], list[list[str]], int]:
    """The bodies that told it anew, the circles met, and how many origins there may be."""
    edges = edges_of(reports.values(), firm)
    bodies: dict[str, list[Report]] = {}
    circles = []
    hidden = 0
    for component in components(edges):
        anew = [reports[i] for i in component if told_anew(reports[i], edges[i], reports)]
        for report in anew:
            bodies.setdefault(report.body, []).append(report)
        if len(component) > 1 or component[0] in edges[component[0]]:
            circles.append(component)
            way_out = {to for i in component for to in edges[i]} - set(component)
            # A circle with no way out shows no origin; one may stand behind it, unseen.
            hidden += not anew and not way_out
    origins = tuple(_origin(body, ends) for body, ends in bodies.items())
    return origins, circles, len(origins) + hidden


def _origin(body: str, ends: list[Report]) -> Origin:
    own = any(r.document.ground is Ground.OWN for r in ends)
    return Origin(body, tuple(ends), Ground.OWN if own else Ground.UNDISCLOSED)
