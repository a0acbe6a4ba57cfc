"""A network as aggregates of the graph, written in bulk into an engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from benchmarks.network import OFFICES, Network
from graph import schema
from graph.connection import Graph
from graph.features import KINDS, STAGES, AdoptionFeatures, PlaceFeatures
from graph.writes import (
    Edge,
    Home,
    NodeState,
    count_degrees,
    family_edges,
    topic_edges,
    with_features,
    year_edges,
)

BATCH = 2000
DEADLINE_S = 60.0

Progress = Callable[[int, int], None]


def states(network: Network) -> Iterator[NodeState]:
    """Every aggregate, targets before sources; ids are positions plus one."""
    for at, county in enumerate(network.county.tolist()):
        yield NodeState(
            "Locality",
            at + 1,
            {
                "name": f"Place {at + 1}",
                "state": f"s{network.state[at]}",
                "kind": "place",
                "population": int(network.population[at]),
                "latitude": float(network.latitude[at]),
                "longitude": float(network.longitude[at]),
            },
            () if county == at else (Edge("OVERLAPS", str(at + 1), county + 1),),
        )
    for at, parent in enumerate(network.parent.tolist()):
        above = (
            (Edge("PART_OF", str(at + 1), parent + 1), *family_edges(at + 1, parent + 1))
            if parent >= 0
            else ()
        )
        yield NodeState("Issue", at + 1, {"name": f"Issue {at + 1}", "slug": f"i{at + 1}"}, above)
    for at in range(network.organizations):
        yield NodeState("Organization", at + 1, {"name": f"Group {at + 1}", "kind": "national"})
    for at in range(len(network.parent)):
        addresses = (Edge("ADDRESSES", str(at + 1), at + 1), *topic_edges(at + 1, at + 1))
        yield NodeState("Policy", at + 1, {"name": f"Policy {at + 1}"}, addresses)
    yield from _adoptions(network)
    for at in range(network.size):
        yield official(network, at)


def _adoptions(network: Network) -> Iterator[NodeState]:
    for at, (place, issue, year) in enumerate(
        zip(network.adopter, network.adopted_issue, network.adopted_year, strict=True)
    ):
        yield NodeState(
            "Adoption",
            at + 1,
            {
                "title": f"Ordinance {at + 1}",
                "adopted_on": date(int(year), 1, 1),
                "precision": "year",
                "status": "adopted",
                "source": "minutes",
            },
            (
                Edge("OF", str(at + 1), int(issue) + 1),
                Edge("IN", str(at + 1), int(place) + 1),
                *year_edges(at + 1, int(issue) + 1, date(int(year), 1, 1), "adopted"),
            ),
        )


def official(network: Network, at: int) -> NodeState:
    """One official with all edges, the buckets' too."""
    first, last = network.works_of[at : at + 2]
    works = [
        Edge(
            "WORKS_ON",
            str(row + 1),
            int(network.issue[row]) + 1,
            {
                "stage": STAGES[network.stage[row]],
                "priority": int(network.priority[row]),
                "since": None,
                "seeks": _kinds(int(network.seeks[row])),
                "offers": _kinds(int(network.offers[row])),
            },
        )
        for row in range(first, last)
    ]
    first, last = network.memberships_of[at : at + 2]
    state = NodeState(
        "Official",
        at + 1,
        {
            "office_kind": OFFICES[network.office[at]],
            "office_id": at + 1,
            "in_office_from": date(2020, 1, 1),
            "in_office_until": None,
            "paused": False,
            "capped": False,
        },
        (
            Edge("REPRESENTS", str(at + 1), int(network.place[at]) + 1),
            *works,
            *(
                Edge(
                    "AFFILIATED_WITH",
                    str(row + 1),
                    int(network.organization[row]) + 1,
                    {"since": None},
                )
                for row in range(first, last)
            ),
        ),
    )
    return with_features(state, home(network, int(network.place[at])))


def home(network: Network, place: int) -> Home:
    """A place with what it has adopted."""
    features = PlaceFeatures(
        place + 1,
        f"s{network.state[place]}",
        float(network.latitude[place]),
        float(network.longitude[place]),
        int(network.population[place]),
    )
    adoptions = [
        AdoptionFeatures(issue + 1, issue + 1, date(year, 1, 1))
        for issue, year in zip(
            network.adopted_issue[network.adopted_in[place]].tolist(),
            network.adopted_year[network.adopted_in[place]].tolist(),
            strict=True,
        )
    ]
    return Home(features, adoptions)


def load(graph: Graph, network: Network, progress: Progress) -> int:
    """Write a network into an empty graph by bare UNWIND and CREATE; how many nodes and edges."""
    schema.ensure(graph)
    made: set[int] = set()
    rows = done = 0
    batch: list[NodeState] = []
    for state in states(network):
        if batch and (len(batch) == BATCH or batch[0].label != state.label):
            rows += _write(graph, batch, made)
            done += len(batch) if batch[0].label == "Official" else 0
            progress(done, network.size)
            batch = []
        batch.append(state)
    rows += _write(graph, batch, made)
    count_degrees(graph)
    progress(network.size, network.size)
    return rows


def _write(graph: Graph, batch: list[NodeState], made: set[int]) -> int:
    label = batch[0].label
    names = ", ".join(f"{name}: row.{name}" for name in schema.NODE_TYPES[label].properties)
    statements: list[tuple[str, dict[str, Any]]] = [
        (
            f"UNWIND $rows AS row CREATE (:{label} {{id: row.id, version: 1, epoch: 1, {names}}})",
            {"rows": [{"id": state.id, **state.properties} for state in batch]},
        )
    ]
    edges: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for state in batch:
        for edge in state.edges:
            ends = {"source": state.id, "target": edge.target, "key": edge.key}
            edges[edge.type].append({**ends, **edge.properties})
    wanted = {
        row["target"]
        for name, found in edges.items()
        if schema.RELATIONSHIP_TYPES[name].target == schema.BUCKET
        for row in found
    } - made
    made |= wanted
    statements.append(
        (f"UNWIND $ids AS id CREATE (:{schema.BUCKET} {{id: id}})", {"ids": sorted(wanted)})
    )
    statements += [(creation(name), {"rows": found}) for name, found in edges.items()]
    graph.write_transaction(statements, timeout=DEADLINE_S)
    return len(batch) + len(wanted) + sum(map(len, edges.values()))


def creation(name: str) -> str:
    """The statement that makes edges of a type out of rows."""
    kind = schema.RELATIONSHIP_TYPES[name]
    properties = "".join(f", {each}: row.{each}" for each in kind.properties)
    return f"""UNWIND $rows AS row MATCH (a:{kind.source} {{id: row.source}})
        MATCH (b:{kind.target} {{id: row.target}})
        CREATE (a)-[:{name} {{key: row.key, version: 1, epoch: 1{properties}}}]->(b)"""


def _kinds(bits: int) -> list[str]:
    return [kind for at, kind in enumerate(KINDS) if bits >> at & 1]
