"""A small network to write into the graph: places, issues, organizations and officials."""

from collections.abc import Iterable
from datetime import date
from itertools import count

from graph.connection import Graph
from graph.writes import Edge, NodeState, bucket_edges, upsert

_keys = count(1)

HOUSING, ZONING, RENT, PARKING, CLIMATE = 1, 2, 3, 4, 5


def locality(id_: int, **given: object) -> NodeState:
    properties = {
        "name": f"Place {id_}",
        "state": "az",
        "kind": "place",
        "population": 50_000,
        "latitude": 33.0 + id_ / 10,
        "longitude": -112.0,
    }
    return NodeState("Locality", id_, {**properties, **given})


def issue(id_: int, name: str, parent: int | None = None) -> NodeState:
    edges = (Edge("PART_OF", str(id_), parent),) if parent else ()
    return NodeState("Issue", id_, {"name": name, "slug": name.lower()}, edges)


ISSUES = (
    issue(HOUSING, "Housing"),
    issue(ZONING, "Zoning", HOUSING),
    issue(RENT, "Rent", HOUSING),
    issue(PARKING, "Parking", ZONING),
    issue(CLIMATE, "Climate"),
)


def organization(id_: int) -> NodeState:
    properties = {"name": f"Organization {id_}", "kind": "national"}
    return NodeState("Organization", id_, properties)


def policy(id_: int, issue_: int) -> NodeState:
    return NodeState(
        "Policy", id_, {"name": f"Policy {id_}"}, (Edge("ADDRESSES", str(id_), issue_),)
    )


def adoption(id_: int, policy_: int, place: int, **given: object) -> NodeState:
    properties = {
        "title": f"Ordinance {id_}",
        "adopted_on": date(2022, 5, 1),
        "precision": "day",
        "status": "adopted",
        "source": "minutes",
    }
    edges = (Edge("OF", str(id_), policy_), Edge("IN", str(id_), place))
    return NodeState("Adoption", id_, {**properties, **given}, edges)


def work(
    issue_: int,
    stage: str = "drafting",
    *,
    key: int | None = None,
    priority: int = 2,
    seeks: Iterable[str] = (),
    offers: Iterable[str] = (),
) -> Edge:
    return Edge(
        "WORKS_ON",
        str(key or next(_keys)),
        issue_,
        {
            "stage": stage,
            "priority": priority,
            "since": date(2023, 1, 1),
            "seeks": list(seeks),
            "offers": list(offers),
        },
    )


def official(
    id_: int,
    place: int | None,
    works: Iterable[Edge] = (),
    organizations: Iterable[int] = (),
    **given: object,
) -> NodeState:
    properties = {
        "office_kind": "council",
        "office_id": 1,
        "in_office_from": date(2020, 1, 1),
        "in_office_until": None,
        "paused": False,
    }
    seat = (Edge("REPRESENTS", str(id_), place),) if place else ()
    member = tuple(
        Edge("AFFILIATED_WITH", f"{id_}0{each}", each, {"since": None}) for each in organizations
    )
    found = tuple(works)
    return NodeState(
        "Official",
        id_,
        {**properties, **given},
        (*seat, *found, *member, *bucket_edges(id_, found)),
    )


def load(graph: Graph, *states: NodeState, version: int = 1, epoch: int = 1) -> None:
    """Write them, and fail when a target is missing."""
    report = upsert(graph, states, version=version, epoch=epoch)
    assert report.missing == ()
