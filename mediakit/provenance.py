"""Provenance: who told whom, from one report of a claim back to where it was first told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mediakit.links import distances, edges_of, origin_line, reports_of, told_anew
from mediakit.records import Claim, Link, Report, unknown, wrapped

if TYPE_CHECKING:
    from mediakit.figures import Figure

__all__ = ["Provenance", "Step", "trace"]

DEEPEST = 12  # steps shown by indenting; further ones by number, or a long chain fills the page


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
        """The longest way from the report to an origin, in links. 0: it is an origin itself.

        Where the trail only runs in a circle: the links until it meets itself.
        """
        shown = max(step.depth for step in self.steps)  # a report met again is not followed again
        return max(shown, distances(self.claim.reports)[self.steps[0].report.id])

    @property
    def origins(self) -> tuple[Report, ...]:
        """The reports on this chain that tell the account anew."""
        edges = edges_of(self.claim.reports)
        told = {report.id: report for report in self.claim.reports}
        ends = (s.report for s in self.steps if told_anew(s.report, edges[s.report.id], told))
        return tuple(dict.fromkeys(ends))

    def __repr__(self) -> str:
        start = self.steps[0].report
        hops = self.hops
        noun = "step" if hops == 1 else "steps"
        lines = [f"Chain of {self.claim.id!r} from {start.name}, {hops} {noun} back:"]
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
        lines += [origin_line(report) for report in self.origins]
        return wrapped("\n".join(lines))

    def plot(self) -> Figure:
        """The chain as a picture, with its words and its table."""
        from mediakit.corroboration import corroborate
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
    reports = reports_of(claim)
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


def _farthest(reports: Mapping[str, Report]) -> Report:
    """The report with the most links between it and an origin; the oldest of equals."""
    distance = distances(reports.values())
    return max(reports.values(), key=lambda r: (distance[r.id], -r.document.public.on.toordinal()))
