"""Comparing the tables with the graph, node by node and edge by edge, in service.

Both sides are read in pages while people edit, so whatever looks different is looked at again:
under the relay's lock the graph stands still, and what is in the outbox is no difference yet.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from heapq import merge
from itertools import groupby, islice
from typing import Any

from backend.core import graph_client
from backend.introductions.selectors.exclusions import acting_towards
from backend.outbox.models import Aggregate, OutboxEntry
from backend.projection.day_rollover import queue_day_rollover
from backend.projection.dependents import dependents
from backend.projection.locks import Lock, held
from backend.projection.mapping import desired_state
from backend.projection.pieces import any_of
from backend.projection.rebuild import BATCH, TURN_S, Progress, no_progress, pages_of
from backend.projection.scope import LABELS, Key, projected
from backend.projection.writer import snapshot
from graph import writes
from graph.connection import Graph
from graph.writes import NodeState

EXAMPLES = 20

Pair = tuple[NodeState | None, NodeState | None]
# How it differs ("missing", "extra", "different"), and what it is.
Difference = tuple[str, str]


@dataclass(frozen=True)
class Verified:
    """What was compared and found. Missing and extra are meant from the graph's side.

    `nodes` and `edges` were compared; `missing`, `extra` and `different` count both kinds;
    `waiting` counts aggregates that still are in the outbox; `examples` names a few differences.
    """

    nodes: int
    edges: int
    missing: int
    extra: int
    different: int
    waiting: int
    examples: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        """Whether no difference was found."""
        return not (self.missing or self.extra or self.different)

    def as_dict(self) -> dict[str, Any]:
        """Return the fields for programs."""
        return asdict(self)


def verify(progress: Progress = no_progress) -> Verified:
    """Compare everything. Raises one of `writer.DOWN` if a side can't be reached.

    Also LockTaken if a batch of the relay takes longer than a minute.
    """
    graph = graph_client.graph()
    queue_day_rollover()
    compared: Counter[str] = Counter()
    suspects: list[Key] = []
    total = sum(projected(label).count() for label in LABELS)
    for label in LABELS:
        for pair in _side_by_side(_in_tables(label), _in_graph(graph, label)):
            state = pair[0] or pair[1]
            if state and _differences(*pair):
                suspects.append((state.label, state.id))
            compared["nodes"] += 1
            compared["edges"] += len(state.edges) if state else 0
            if compared["nodes"] % BATCH == 0:
                progress(f"Comparing {label}", compared["nodes"], max(total, compared["nodes"]))
    progress("Looking again at what differs", compared["nodes"], compared["nodes"])
    waiting, found = _look_again(graph, suspects)
    kinds = Counter(kind for kind, _ in found)
    return Verified(
        nodes=compared["nodes"],
        edges=compared["edges"],
        missing=kinds["missing"],
        extra=kinds["extra"],
        different=kinds["different"],
        waiting=waiting,
        examples=tuple(f"{kind}: {what}" for kind, what in found[:EXAMPLES]),
    )


def _look_again(graph: Graph, suspects: Sequence[Key]) -> tuple[int, list[Difference]]:
    """Return how many of these wait in the outbox, and the differences of the others."""
    waiting = 0
    differences: list[Difference] = []
    for start in range(0, len(suspects), BATCH):
        keys = suspects[start : start + BATCH]
        with held(Lock.RELAY, TURN_S):
            with snapshot():
                queued = _queued(graph, keys)
                tables = desired_state(key for key in keys if key not in queued)
            settled = [*((state.label, state.id) for state in tables.states), *tables.gone]
            there = _fetch(graph, settled)
        waiting += len(queued)
        expected = {(state.label, state.id): state for state in tables.states}
        for key in settled:
            differences += _differences(expected.get(key), there.get(key))
    return waiting, differences


def _queued(graph: Graph, keys: Sequence[Key]) -> set[Key]:
    """Return those of the keys that wait, or that follow or lead to officials who do."""
    ids = [id_ for _, id_ in keys]
    entries = OutboxEntry.objects.filter(aggregate_id__in=any_of(ids))
    officials = OutboxEntry.objects.filter(aggregate=Aggregate.OFFICIAL).values("aggregate_id")
    return set(keys) & {
        *entries.values_list("aggregate", "aggregate_id"),
        *((Aggregate.OFFICIAL.value, id_) for id_ in acting_towards(officials)),
        *_following(graph),
    }


def _following(graph: Graph) -> set[Key]:
    """Return what will be queued when the relay comes to what waits."""
    others = OutboxEntry.objects.exclude(aggregate=Aggregate.OFFICIAL)
    ahead = set(others.values_list("aggregate", "aggregate_id"))
    found: set[Key] = set()
    while ahead:
        page = set(islice(ahead, BATCH))
        found |= (new := dependents(graph, page) - found)
        ahead = (ahead - page) | {key for key in new if key[0] != Aggregate.OFFICIAL}
    return found


def _fetch(graph: Graph, keys: Iterable[Key]) -> dict[Key, NodeState]:
    return {
        (label, stored.state.id): stored.state
        for label, group in groupby(sorted(keys), key=lambda key: key[0])
        for stored in writes.fetch(graph, label, [id_ for _, id_ in group])
    }


def _in_tables(label: Aggregate) -> Iterator[NodeState]:
    for keys in pages_of(label):
        with snapshot():
            page = desired_state(keys)
        yield from page.states


def _in_graph(graph: Graph, label: Aggregate) -> Iterator[NodeState]:
    for batch in writes.iterate(graph, label.value):
        for stored in batch:
            yield stored.state


def _side_by_side(tables: Iterator[NodeState], graph: Iterator[NodeState]) -> Iterator[Pair]:
    """Pair up the nodes of two streams that are in order of id."""
    both = merge(
        ((state.id, 0, state) for state in tables),
        ((state.id, 1, state) for state in graph),
        key=lambda each: each[:2],
    )
    for _, group in groupby(both, key=lambda each: each[0]):
        sides = {side: state for _, side, state in group}
        yield sides.get(0), sides.get(1)


def _differences(expected: NodeState | None, found: NodeState | None) -> list[Difference]:
    """Compare one aggregate: its node, then each edge."""
    wanted, there = _pieces(expected), _pieces(found)
    kinds = dict.fromkeys(wanted.keys() - there.keys(), "missing")
    kinds |= dict.fromkeys(there.keys() - wanted.keys(), "extra")
    kinds |= {
        name: "different" for name in wanted.keys() & there.keys() if wanted[name] != there[name]
    }
    return [(kinds[name], name) for name in sorted(kinds)]


def _pieces(state: NodeState | None) -> dict[str, Any]:
    """Return what is to be compared of a node and of its edges, by their names."""
    if state is None:
        return {}
    name = f"{state.label} {state.id}"
    pieces: dict[str, Any] = {name: _known(state.properties)}
    for edge in state.edges:
        pieces[f"{name} {edge.type} {edge.key}"] = (edge.target, _known(edge.properties))
    return pieces


def _known(properties: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is unknown: a graph has no empty properties."""
    return {name: value for name, value in properties.items() if value is not None}
