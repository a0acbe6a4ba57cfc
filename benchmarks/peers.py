"""Suggestions on networks of several sizes: `python -m benchmarks.peers --sizes 1000,5000,20000`.

For each engine and size, in one run: this product; naive Cypher with the same filters, the same
score and the edges behind the ten; exhaustive scoring by NumPy in memory; one edit of work with and
without buckets. Prints a table and, if told to with --write, puts it into docs/bench.md with a plot
beside it.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np

from benchmarks import engines, memory, naive, report
from benchmarks.exhaustive import Exhaustive
from benchmarks.loading import home, load, official
from benchmarks.network import Network, make
from benchmarks.report import Compared, Measured
from graph.connection import Graph, GraphError
from graph.peers import Intent, retrieve, suggest
from graph.peers.inputs import Question
from graph.peers.weights import CURRENT
from graph.warm import warm
from graph.writes import NodeState, upsert, with_features

DAY = date(2026, 1, 1)
PATIENCE_S = 28.0
WARM_UP = 200  # questions of each kind, by others: Java compiles what is used often
WARM_UP_S = 30.0  # that naive Cypher is given for them
EDITS = 40
PLAIN = """MATCH (:Official {id: $id})-[w:WORKS_ON]->() WHERE w.key = $key
SET w.stage = $stage"""


@dataclass(frozen=True)
class Asked:
    """Who asks, by position, and on which issue; None for all that they work on."""

    official: int
    issue: int | None
    intent: Intent


def questions(network: Network, count: int, *, named: bool, seed: int = 11) -> list[Asked]:
    """People drawn at random, each asking about one of their issues, or about all."""
    dice = np.random.default_rng(seed)
    asked = []
    for at in dice.integers(0, network.size, count).tolist():
        first, last = network.works_of[at : at + 2]
        issue = int(dice.choice(network.issue[first:last])) if named else None
        intent: Intent = "learn" if dice.random() < 0.7 else "collaborate"
        asked.append(Asked(at, issue, intent))
    return asked


def measure(
    name: str, graph: engines.CountingGraph, network: Network, people: int, rows_s: float
) -> Measured:
    """All rows of one engine at one size."""
    exhaustive = Exhaustive(network)
    warm(graph)
    for named in (True, False):
        for number, asked in enumerate(questions(network, WARM_UP, named=named, seed=7)):
            _ask(graph, asked)
            _progress("warming up", number + 1, WARM_UP)
        ends = time.monotonic() + WARM_UP_S
        for asked in questions(network, WARM_UP, named=named, seed=7):
            if time.monotonic() < ends:
                _naively(graph, asked)
    one_issue = _compared(graph, exhaustive, questions(network, people, named=True))
    all_issues = _compared(graph, exhaustive, questions(network, people, named=False))
    return Measured(
        name,
        network.size,
        one_issue,
        all_issues,
        _edits(graph, network),
        rows_s,
        memory.held(graph.uri, graph.user, graph.password, network.size),
    )


def _compared(graph: engines.CountingGraph, exhaustive: Exhaustive, asked: list[Asked]) -> Compared:
    """The product, for one question in five naive Cypher right after; then scoring in memory.

    What else the machine does falls on both alike. Someone as good as the exhaustive tenth counts
    as one of the ten.
    """
    times, naively, lists, trips = [], [], [], 0
    for number, each in enumerate(asked):
        graph.trips = 0
        begun = time.perf_counter()
        lists.append(_ask(graph, each))
        times.append((time.perf_counter() - begun) * 1000)
        trips = max(trips, graph.trips)
        if number % 5 == 0:
            naively.append(_timed(lambda: _naively(graph, each)))  # noqa: B023
    known, overlaps = [], []
    for number, (each, found) in enumerate(zip(asked, lists, strict=True)):
        question = _question(graph, each)
        who, scores = exhaustive.scores(question)
        if len(who) >= 10:
            tenth = np.partition(scores, -10)[-10] - 1e-6
            score_of = dict(zip(who.tolist(), scores.tolist(), strict=True))
            overlaps.append(sum(score_of.get(peer, -1.0) >= tenth for peer in found) / 10)
        known.append(question)
        _progress("compared", number + 1, len(asked))
    in_memory = [_timed(lambda: _in_memory(exhaustive, each)) for each in known[::5]]  # noqa: B023
    return Compared(
        _spread(times),
        trips,
        float(np.mean(overlaps)),
        float(np.quantile(overlaps, 0.01)),
        _spread(naively),
        _spread(in_memory),
    )


def _question(graph: Graph, asked: Asked) -> Question:
    """What the product asks itself, with all that it learns on its way."""
    question = retrieve.question(
        graph,
        asked.official + 1,
        None if asked.issue is None else asked.issue + 1,
        intent=asked.intent,
        as_of=DAY,
        weights=CURRENT,
        timeout=PATIENCE_S,
    )
    assert question is not None, "everybody is in the graph"
    question, _ = retrieve.candidates(graph, question, 10, (), PATIENCE_S)
    return question


def _ask(graph: Graph, asked: Asked) -> list[int]:
    found = suggest(
        graph,
        asked.official + 1,
        10,
        issue=None if asked.issue is None else asked.issue + 1,
        intent=asked.intent,
        as_of=DAY,
        timeout=PATIENCE_S,
    )
    return [peer.official for peer in found.peers]


def _naively(graph: Graph, asked: Asked) -> None:
    parameters = {
        "official": asked.official + 1,
        "issue": -1 if asked.issue is None else asked.issue + 1,
        "day": DAY,
    }
    try:
        graph.read(naive.suggest(asked.intent), parameters, PATIENCE_S)
    except GraphError as error:
        print(f"naive Cypher gave up: {error}", file=sys.stderr)  # noqa: T201


def _in_memory(exhaustive: Exhaustive, asked: Question) -> None:
    _, scores = exhaustive.scores(asked)
    np.argpartition(scores, -min(10, len(scores)))


def _edits(graph: Graph, network: Network) -> tuple[float, float]:
    """Median milliseconds of changing the stage of one work: buckets included, and the edge alone.

    Ours is the projection's whole write of the official; the other is the least that can be done.
    """
    ours, bare = [], []
    for number in range(EDITS):
        state = official(network, number * network.size // EDITS)
        for turn, stage in enumerate(("exploring", "drafting")):
            place = home(network, state.properties["home"] - 1)
            edited = with_features(_edited(state, stage), place)
            edge = next(edge for edge in edited.edges if edge.type == "WORKS_ON")
            parameters = {"id": state.id, "key": edge.key, "stage": stage}
            bare.append(_timed(lambda: graph.write(PLAIN, parameters)))  # noqa: B023
            version = 2 * number + turn + 2
            ours.append(_timed(lambda: upsert(graph, [edited], version=version, epoch=1)))  # noqa: B023
        _progress("edits", number + 1, EDITS)
    return float(np.median(ours)), float(np.median(bare))


def _edited(state: NodeState, stage: str) -> NodeState:
    """The official with their first work at another stage."""
    first, *others = (edge for edge in state.edges if edge.type == "WORKS_ON")
    works = [replace(first, properties={**first.properties, "stage": stage}), *others]
    rest = [edge for edge in state.edges if edge.type != "WORKS_ON"]
    return replace(state, edges=(*rest, *works))


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _spread(times: list[float]) -> tuple[float, float]:
    return float(np.median(times)), float(np.quantile(times, 0.95))


def _progress(what: str, done: int, total: int) -> None:
    if done == total or done % max(1, total // 20) == 0:
        print(f"  {what}: {done:,} of {total:,}", file=sys.stderr)  # noqa: T201


def main() -> int:
    """Measure what was asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,5000,20000")
    parser.add_argument("--engines", default=",".join(engines.NAMES))
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--write", action="store_true", help="put it into docs/bench.md")
    options = parser.parse_args()
    # Stopped by a signal, it leaves no engine behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    rows = []
    for size in map(int, options.sizes.split(",")):
        network = make(size)
        for name in options.engines.split(","):
            print(f"{name}, {size:,} officials", file=sys.stderr)  # noqa: T201
            rows.append(_measured(name, network, options.people))
            print(report.table(rows))  # noqa: T201
            if options.write:
                report.write(rows)
    return 0


def _measured(name: str, network: Network, people: int) -> Measured:
    with tempfile.TemporaryDirectory(prefix="counterpart-bench-") as folder:
        with engines.running(name, Path(folder)) as graph:
            begun = time.perf_counter()
            rows = load(graph, network, lambda done, of: _progress("loading", done, of))
            rows_s = rows / (time.perf_counter() - begun)
        # Anew, for what it does in the background after a load is not what members wait for.
        engines.read_through(Path(folder))
        with engines.running(name, Path(folder)) as graph:
            return measure(name, graph, network, people, rows_s)


if __name__ == "__main__":
    sys.exit(main())
