"""``python3 -m tests.benchmarks``: figures side by side with networkx and pgmpy, in one run.

Counting origins and circles, on chains, copies, circles and tangles of 1,000 to 1,000,000
reports, beside networkx; and one belief, each copy counted and each origin counted once,
beside the exact posterior of the same small network by pgmpy. Values are compared as well as
times. Times and memory are reported and no test rests on them.

Both packages come with the extra ``bench``; what is not installed is left out, in one line.
Exit codes: 0 done, 1 done and something was left out or differs.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from importlib.util import find_spec
from multiprocessing import get_context
from typing import Any, NamedTuple

from mediakit.records import (
    Basis,
    Claim,
    ClaimLevel,
    Document,
    DocumentKind,
    Link,
    Report,
    Source,
    SourceKind,
    When,
)

RING = 10  # reports in each small circle
INSTALL = "python3 -m pip install -e '.[bench]'"
DAY = When(date(2020, 1, 1))


def chain(size: int) -> Iterator[list[int]]:
    """Each report takes from the one before."""
    yield from ([i - 1] if i else [] for i in range(size))


def copies(size: int) -> Iterator[list[int]]:
    """Every report takes from the first."""
    yield from ([0] if i else [] for i in range(size))


def circles(size: int) -> Iterator[list[int]]:
    """Circles of ten; every second one also takes from the first report, which is an origin."""
    yield []
    for i in range(1, size):
        ring, place = divmod(i - 1, RING)
        first, last = 1 + ring * RING, min(ring * RING + RING, size - 1)
        after = first if i == last else i + 1
        yield [after, 0] if place == 0 and ring % 2 else [after]


def one_circle(size: int) -> Iterator[list[int]]:
    """All the reports in one circle."""
    yield from ([(i + 1) % size] for i in range(size))


def tangle(size: int) -> Iterator[list[int]]:
    """Each report takes from none, one or two others at random, earlier or later."""
    dice = random.Random(size)
    for _ in range(size):
        yield [dice.randrange(size) for _ in range(dice.choice((0, 1, 1, 2)))]


SHAPES: dict[str, Callable[[int], Iterator[list[int]]]] = {
    "chain": chain,
    "copies": copies,
    "circles": circles,
    "one circle": one_circle,
    "tangle": tangle,
}


class Counted(NamedTuple):
    """What one tool found, how long it took, and how far memory rose meanwhile."""

    origins: int
    circles: int
    seconds: float
    megabytes: float


def claim_of(links: Iterator[list[int]]) -> Claim:
    """The links as a claim with its reports, each by a source of its own."""
    reports = []
    for i, taken in enumerate(links):
        name = f"r{i}"
        source = Source(name, name, SourceKind.OUTLET)
        took = tuple(Link(f"r{to}", Basis.CITED) for to in dict.fromkeys(taken))
        document = Document(name, name, DocumentKind.ARTICLE, DAY, name, took_from=took)
        reports.append(Report(document, source, name, took))
    return Claim("c", "Something happened.", ClaimLevel.EVENT, reports=tuple(reports))


def with_mediakit(shape: str, size: int) -> Counted:
    """Origins and circles from the records of the reports."""
    from mediakit.corroboration import corroborate

    claim = claim_of(SHAPES[shape](size))
    before, start = peak(), time.perf_counter()
    found = corroborate(claim)
    seconds = time.perf_counter() - start
    return Counted(found.at_most, len(found.circles), seconds, peak() - before)


def with_networkx(shape: str, size: int) -> Counted:
    """The same from its graph: strongly connected components, and those with no way out.

    The time holds the building of the graph, as mediakit's holds the reading of the records.
    """
    import networkx

    links = list(SHAPES[shape](size))
    before, start = peak(), time.perf_counter()
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from((i, to) for i, taken in enumerate(links) for to in taken)
    ends = rings = 0
    for component in networkx.strongly_connected_components(graph):
        ends += all(to in component for i in component for to in graph.successors(i))
        rings += len(component) > 1 or any(graph.has_edge(i, i) for i in component)
    seconds = time.perf_counter() - start
    return Counted(ends, rings, seconds, peak() - before)


def peak() -> float:
    """The most memory this process has held, in MB; 0 where the system does not tell."""
    if find_spec("resource") is None:
        return 0.0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(most) / (2**20 if sys.platform == "darwin" else 2**10)


def alone(measure: Callable[[str, int], Counted], shape: str, size: int) -> Counted:
    """Measured in a process of its own, so that no other measurement's memory is counted."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, shape, size).result()


def compare_counts(most: int, beside: bool) -> bool:
    """One line for each shape and size; False when a count differs."""
    print(f"Origins and circles, mediakit{' | networkx' if beside else ''}")
    print("(origins / circles, seconds, MB more than the graph itself)")
    same = True
    for shape in SHAPES:
        for size in (10**n for n in range(3, 7) if 10**n <= most):
            ours = alone(with_mediakit, shape, size)
            line = f"{shape:<10} {size:>9,}  {told(ours)}"
            if beside:
                theirs = alone(with_networkx, shape, size)
                agree = ours[:2] == theirs[:2]
                same &= agree
                ratio = ours.seconds / theirs.seconds
                line += f" | {told(theirs)}  time x {ratio:.2f}, {'same' if agree else 'DIFFERENT'}"
            print(line, flush=True)
    return same


def told(counted: Counted) -> str:
    return (
        f"{counted.origins:>7,} / {counted.circles:>7,} "
        f"{counted.seconds:>7.2f} s {counted.megabytes:>6,.0f} MB"
    )


# prior, likelihood ratio, reports
BELIEFS = [(0.01, 3, 9), (0.05, 2, 9), (0.3, 4, 6)]


def compare_beliefs() -> bool:
    """The naive and the collapsed figure, and pgmpy's posterior of the two networks."""
    from mediakit.belief import Update, update

    print("\nA belief after copies of one report: mediakit | pgmpy")
    same = True
    for prior, ratio, reports in BELIEFS:
        found = update(prior, ratio, origins=1, reports=reports)
        assert isinstance(found, Update)
        for name, ours, copied in (
            ("each copy counted", found.naive.low, False),
            ("each origin once", found.collapsed.low, True),
        ):
            theirs, seconds = posterior(prior, ratio, reports, copied)
            agree = abs(ours - theirs) <= 1e-12
            same &= agree
            print(
                f"prior {prior:.0%}, ratio {ratio}, {reports} reports, {name:<17}: {ours:.12f} | "
                f"{theirs:.12f}  ({seconds:.2f} s) {'same to 1e-12' if agree else 'DIFFERENT'}"
            )
    return same


def posterior(prior: float, ratio: float, reports: int, copied: bool) -> tuple[float, float]:
    """P(true | all reports) by variable elimination, in a network of copies or of witnesses."""
    from pgmpy.factors.discrete import TabularCPD
    from pgmpy.inference import VariableElimination
    from pgmpy.models import DiscreteBayesianNetwork

    start = time.perf_counter()
    names = [f"r{i}" for i in range(reports)]
    above = ["claim", *names[:-1]] if copied else ["claim"] * reports
    says = [[1 - 0.8 / ratio, 0.2], [0.8 / ratio, 0.8]]  # columns: the claim is false, is true
    copies_it = [[1.0, 0.0], [0.0, 1.0]]
    network = DiscreteBayesianNetwork(list(zip(above, names, strict=True)))
    tables = [TabularCPD("claim", 2, [[1 - prior], [prior]])]
    for parent, name in zip(above, names, strict=True):
        values = says if parent == "claim" else copies_it
        tables.append(TabularCPD(name, 2, values, [parent], [2]))
    network.add_cpds(*tables)
    query = VariableElimination(network).query(
        ["claim"], evidence=dict.fromkeys(names, 1), show_progress=False
    )
    chances: Any = query.values
    return float(chances[1]), time.perf_counter() - start


def main(arguments: Sequence[str]) -> int:
    """Print the figures and return the exit code."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.benchmarks", description=__doc__)
    parser.add_argument("--most", type=int, default=10**6, help="most reports (default 1,000,000)")
    most = parser.parse_args(arguments).most
    beside = find_spec("networkx") is not None
    beliefs = find_spec("pgmpy") is not None
    same = compare_counts(most, beside)
    if beliefs:
        same &= compare_beliefs()
    for package, there in (("networkx", beside), ("pgmpy", beliefs)):
        if not there:
            print(f"{package} is not installed, so nothing was compared with it: {INSTALL}")
    if not same:
        print("Some values differ: see the lines marked DIFFERENT.")
    return 0 if same and beside and beliefs else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
