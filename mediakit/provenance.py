"""Provenance: who took it from whom, how many origins stand behind a claim, and circles.

Counting is all that happens here. Nothing says whether a claim is true: one origin can be
right, and five can be wrong together. What the count tells is how often it was *told anew*.

The walks below visit every report and every link once, so a million reports are no trouble.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from mediakit.figures import Figure

__all__ = ["Corroboration", "Origin", "Provenance", "Step", "connect", "corroborate", "trace"]

Edges = Mapping[str, Sequence[str]]

DEEPEST = 12  # steps shown by indenting; further ones by number, or a long chain fills the page


# --- the chain of one report ---------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """One line of a chain: a report, and the link by which the line above took from it."""

    depth: int
    report: Report
    link: Link | None = None
    seen_above: bool = False


@dataclass(frozen=True, repr=False)
class Provenance:
    """The chain from one report of a claim back to where the account was first told.

    >>> import mediakit as mk
    >>> chain = mk.trace(mk.load_case("larkhaven").claims["who-ordered"], "kuestenbote")
    >>> chain.hops, [origin.name for origin in chain.origins]
    (3, ['a colleague she does not name'])
    """

    claim: Claim
    steps: tuple[Step, ...]

    @property
    def hops(self) -> int:
        """The longest way from the report to an origin, in links. 0: it is an origin itself."""
        return max(step.depth for step in self.steps)

    @property
    def origins(self) -> tuple[Report, ...]:
        """The reports on this chain that tell the account anew."""
        edges = edges_of(self.claim.reports)
        ends = (s.report for s in self.steps if _told_anew(s.report, edges[s.report.id]))
        return tuple(dict.fromkeys(ends))

    def __repr__(self) -> str:
        start = self.steps[0].report
        noun = "step" if self.hops == 1 else "steps"
        lines = [f"Chain of {self.claim.id!r} from {start.name}, {self.hops} {noun} back:"]
        lines += [_step_line(step) for step in self.steps]
        if not self.origins:
            lines.append("No origin is shown: the trail ends in a circle or in a chatbot's answer.")
        return wrapped("\n".join(lines))

    def why(self) -> str:
        """Each link of the chain with its basis and how we know it."""
        lines = []
        above: dict[int, Report] = {}
        for step in self.steps:
            above[step.depth] = step.report
            if step.link is not None:
                taker = above[step.depth - 1]
                note = f" ({step.link.note})" if step.link.note else ""
                lines.append(
                    f"{taker.name} [{taker.id}] took it from {step.report.name} "
                    f"[{step.report.id}]: {step.link.basis.words}{note}."
                )
        lines += [_origin_line(report) for report in self.origins]
        return wrapped("\n".join(lines))

    def plot(self) -> Figure:
        """The chain as a picture, with its words and its table."""
        from mediakit.figures import chain_figure

        ids = {step.report.id for step in self.steps}
        reports = tuple(r for r in self.claim.reports if r.id in ids)
        return chain_figure(corroborate(replace(self.claim, reports=reports)))


def _step_line(step: Step) -> str:
    report = step.report
    indent = "  " + "   " * min(step.depth, DEEPEST)
    basis = f": {step.link.basis.words}" if step.link else ""
    number = f"step {step.depth} " if step.depth > DEEPEST else ""
    arrow = f"{number}← " if step.link else ""
    again = " (as above)" if step.seen_above else ""
    return f"{indent}{arrow}{report.name}, {report.document.public}{basis}{again}"


def _origin_line(report: Report) -> str:
    if report.document.kind is DocumentKind.AI_ANSWER:
        return (
            f"{report.name} [{report.id}] is an answering machine: its links are for checking, "
            "and it is no origin of its own."
        )
    note = report.document.ground_note
    if report.document.ground is Ground.OWN:
        return f"{report.name} [{report.id}] is an origin with a ground of its own: {note}."
    shown = f" ({note})" if note else ""
    return f"{report.name} [{report.id}] is an origin that shows no ground of its own{shown}."


def trace(claim: Claim, report: str | None = None) -> Provenance:
    """Follow one report of a claim back to where the account was first told.

    The chain shows what reports say about their sources and what we could match. It can't show
    a source that everybody keeps quiet about.

    Parameters
    ----------
    claim : Claim
        A claim of a case, with its reports: ``case.claims["who-ordered"]``.
    report : str, optional
        The id of the report to start from. Left out: the report with the longest chain, the
        oldest of them when several are equally long.

    Returns
    -------
    Provenance
        The steps from the report (depth 0) to each origin. ``.hops`` counts links, ``.why()``
        says how each link is known.

    Raises
    ------
    LookupError
        When no report of this claim has the id; the message lists the ids.
    ValueError
        When nobody has made the claim, for example before a time cut.

    Examples
    --------
    >>> import mediakit as mk
    >>> claim = mk.load_case("larkhaven").claims["who-ordered"]
    >>> mk.trace(claim, "kuestenbote")
    Chain of 'who-ordered' from Küstenbote, 3 steps back:
      Küstenbote, 21 April 2019
         ← Harbour Times, 20 April 2019: cited in the text
            ← Ines Vollmer, 20 April 2019: cited in the text
               ← a colleague she does not name, 20 April 2019: cited in the text
    """
    reports = _reports(claim)
    if report is not None and report not in reports:
        raise LookupError(unknown("report", report, reports))
    start = reports[report] if report is not None else _farthest(reports)
    steps: list[Step] = []
    seen: set[str] = set()
    waiting: list[tuple[int, Report, Link | None]] = [(0, start, None)]
    while waiting:
        depth, here, link = waiting.pop()
        steps.append(Step(depth, here, link, here.id in seen))
        if here.id in seen:
            continue
        seen.add(here.id)
        nearer = [(depth + 1, reports[k.to], k) for k in here.links if k.to in reports]
        waiting += reversed(nearer)
    return Provenance(claim, tuple(steps))


def _reports(claim: Claim) -> dict[str, Report]:
    if not claim.reports:
        raise ValueError(
            f"no report makes the claim {claim.id!r} here; "
            "look at a later day, or at the whole case without as_of"
        )
    return {r.id: r for r in claim.reports}


def _farthest(reports: Mapping[str, Report]) -> Report:
    """The report with the most links between it and an origin; the oldest of equals."""
    edges = edges_of(reports.values())
    distance: dict[str, int] = {}
    for circle in components(edges):  # origins come out first
        beyond = [distance[to] for id_ in circle for to in edges[id_] if to in distance]
        for id_ in circle:
            distance[id_] = max(beyond, default=-1) + 1
    return max(reports.values(), key=lambda r: (distance[r.id], -r.document.public.on.toordinal()))


# --- how many origins ------------------------------------------------------------------------


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

    ``at_least`` counts the bodies that show a ground of their own. ``at_most`` also counts
    those that show none, and reports whose link to another is only our inference: they may
    share a source that nobody outside sees, or they may not.

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
        if self.at_most == 1 and self.origins and len(self.reports) > 1:
            words.append(
                f"Every report goes back to {self.origins[0].name}: repeated, not corroborated."
            )
        elif self.at_least >= 2:
            named = [o.name for o in self.origins if o.ground is Ground.OWN]
            words.append(f"Each with a ground of its own: {_listed(named)}.")
        return words

    def why(self) -> str:
        """The reports behind each origin, what each origin rests on, and why it is a range."""
        lines = [f"Reports of {self.claim.id!r}: {_listed([r.id for r in self.reports])}."]
        lines += [_origin_line(report) for o in self.origins for report in o.reports]
        lines += [_origin_line(r) for r in self.answers]
        lines += [circle_in_words(circle) for circle in self.circles]
        lines += self._why_a_range()
        return wrapped("\n".join(lines))

    def _why_a_range(self) -> list[str]:
        lines = []
        quiet = [o.name for o in self.origins if o.ground is Ground.UNDISCLOSED]
        if self.at_least < self.at_most and quiet:
            lines.append(
                f"A range, because {_listed(quiet)} showed no ground that an outsider "
                "could tell from the others: they may share a source."
            )
        soft = [
            f"{r.name} [{r.id}]"
            for r in self.reports
            if r.links and not any(link.basis.firm for link in r.links)
        ]
        if soft:
            lines.append(
                f"A range, because the link of {_listed(soft)} is our inference; "
                "without it there would be one more origin."
            )
        if self.at_most == 1 and self.origins:
            lines.append("One origin can be right. It has been told once, however often repeated.")
        return lines

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


def _listed(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


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
    reports = _reports(claim)
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
        circles=tuple(_shortest(circle, reports) for circle in circles),
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
    reports = _reports(claim)
    yours: dict[str, tuple[Link, ...]] = {}
    for taker, given in links.items():
        origins = [given] if isinstance(given, str) else list(given)
        for id_ in (taker, *origins):
            if id_ not in reports:
                raise LookupError(unknown("report", id_, reports))
        if taker in origins:
            raise ValueError(f"{taker!r} can't have taken the account from itself; name another")
        yours[taker] = tuple(Link(to, Basis.CITED, "your link") for to in origins)
    told = tuple(replace(r, links=yours.get(r.id, ())) for r in claim.reports)
    return corroborate(replace(claim, reports=told))


def edges_of(reports: Iterable[Report], firm: bool = False) -> dict[str, list[str]]:
    """Report id -> the ids it took from; ``firm`` keeps only links a reader can check."""
    reports = list(reports)
    here = {r.id for r in reports}
    return {
        r.id: [k.to for k in r.links if k.to in here and (not firm or k.basis.firm)]
        for r in reports
    }


def _ends(
    reports: Mapping[str, Report], firm: bool
) -> tuple[tuple[Origin, ...], list[list[str]], int]:
    """The bodies that told it anew, the circles met, and how many origins there may be."""
    edges = edges_of(reports.values(), firm)
    bodies: dict[str, list[Report]] = {}
    circles = []
    hidden = 0
    for component in components(edges):
        anew = [reports[i] for i in component if _told_anew(reports[i], edges[i])]
        for report in anew:
            bodies.setdefault(report.body, []).append(report)
        if len(component) > 1 or component[0] in edges[component[0]]:
            circles.append(component)
            way_out = {to for i in component for to in edges[i]} - set(component)
            # A circle with no way out shows no origin; one may stand behind it, unseen.
            hidden += not anew and not way_out
    origins = tuple(_origin(body, ends) for body, ends in bodies.items())
    return origins, circles, len(origins) + hidden


def _told_anew(report: Report, taken_from: Sequence[str]) -> bool:
    """True for a report that took from none shown, or that looked for itself as well."""
    if report.document.kind is DocumentKind.AI_ANSWER:
        return False
    return not taken_from or report.document.ground is Ground.OWN


def _origin(body: str, ends: list[Report]) -> Origin:
    own = any(r.document.ground is Ground.OWN for r in ends)
    return Origin(body, tuple(ends), Ground.OWN if own else Ground.UNDISCLOSED)


# --- circles -----------------------------------------------------------------------------------


def components(edges: Edges) -> list[list[str]]:
    """Strongly connected components, origins first (Tarjan, 1972, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found: list[list[str]] = []
    for root in edges:
        if root in index:
            continue
        work = [(root, iter(edges[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, targets = work[-1]
            target = next(targets, None)
            if target is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    found.append(_popped(stack, node))
                    on_stack.difference_update(found[-1])
            elif target not in index:
                index[target] = low[target] = len(index)
                stack.append(target)
                on_stack.add(target)
                work.append((target, iter(edges[target])))
            elif target in on_stack:
                low[node] = min(low[node], index[target])
    return found


def _popped(stack: list[str], last: str) -> list[str]:
    """What lies on the stack down to ``last``, taken off."""
    taken = [stack.pop()]
    while taken[-1] != last:
        taken.append(stack.pop())
    return taken


def _shortest(circle: Sequence[str], reports: Mapping[str, Report]) -> tuple[Report, ...]:
    """The shortest way round, starting at the oldest report of the circle."""
    inside = set(circle)
    start = min(circle, key=lambda i: (reports[i].document.public.on, i))
    came_from: dict[str, str] = {}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for link in reports[here].links:
            if link.to == start:
                return _way_back(start, here, came_from, reports)
            if link.to in inside and link.to not in came_from:
                came_from[link.to] = here
                queue.append(link.to)
    return tuple(reports[i] for i in circle)


def _way_back(
    start: str, last: str, came_from: Mapping[str, str], reports: Mapping[str, Report]
) -> tuple[Report, ...]:
    way = [last]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return tuple(reports[i] for i in reversed(way))


def circle_in_words(circle: Sequence[Report]) -> str:
    """A circle as a sentence: who names whom, until the first is named again."""
    names = [r.name for r in circle]
    steps = [f"{a} names {b}" for a, b in zip(names, [*names[1:], names[0]], strict=True)]
    return f"A circle: {_listed(steps)}. The trail shows no origin outside itself."
