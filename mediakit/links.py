"""Links between reports: who took from whom as a graph, its ends and its circles.

The walks visit every report and every link once, and none of them recurses, so a million
reports are no trouble.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from mediakit.records import Claim, DocumentKind, Ground, Report
from mediakit.words import listed

__all__ = [
    "Edges",
    "circle_in_words",
    "components",
    "distances",
    "edges_of",
    "origin_line",
    "reports_of",
    "shortest_circle",
    "told_anew",
]

Edges = Mapping[str, Sequence[str]]


def reports_of(claim: Claim) -> dict[str, Report]:
    if not claim.reports:
        raise ValueError(
            f"no report makes the claim {claim.id!r} here; "
            "look at a later day, or at the whole case without as_of"
        )
    return {r.id: r for r in claim.reports}


def edges_of(reports: Iterable[Report], firm: bool = False) -> dict[str, list[str]]:
    """Report id -> the ids it took from; ``firm`` keeps only links a reader can check."""
    reports = list(reports)
    here = {r.id for r in reports}
    return {
        r.id: [k.to for k in r.links if k.to in here and (not firm or k.basis.firm)]
        for r in reports
    }


def told_anew(report: Report, taken_from: Sequence[str], reports: Mapping[str, Report]) -> bool:
    """True for a report that took from none shown, or that looked for itself as well.

    A page brought up to date may name as its source a report that came after it. That link
    does not undo the first telling. A link to an older report does, whenever it was found.
    """
    if report.document.kind is DocumentKind.AI_ANSWER:
        return False
    day = report.document.public
    dated = [k.to for k in report.links if k.public and k.to in reports]
    afterwards = {to for to in dated if reports[to].document.public > day}
    return report.document.ground is Ground.OWN or afterwards.issuperset(taken_from)


def origin_line(report: Report) -> str:
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


def shortest_circle(circle: Sequence[str], reports: Mapping[str, Report]) -> tuple[Report, ...]:
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
    return f"A circle: {listed(steps)}. The trail shows no origin outside itself."


def distances(reports: Iterable[Report]) -> dict[str, int]:
    """Report id -> the most links between it and an origin; a circle is one place."""
    edges = edges_of(reports)
    distance: dict[str, int] = {}
    for circle in components(edges):  # origins come out first
        beyond = [distance[to] for id_ in circle for to in edges[id_] if to in distance]
        for id_ in circle:
            distance[id_] = max(beyond, default=-1) + 1
    return distance
