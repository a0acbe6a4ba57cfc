"""A small network to write into the graph: places, issues, organizations and officials."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count

from graph.connection import Graph
from graph.features import AdoptionFeatures, PlaceFeatures
from graph.writes import (
    Edge,
    Home,
    NodeState,
    Stored,
    family_edges,
    iterate,
    topic_edges,
    upsert,
    with_features,
    year_edges,
)

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


def overlapping(id_: int, *others: int) -> NodeState:
    """A locality that shares ground with others of lesser ids."""
    edges = tuple(Edge("OVERLAPS", f"{id_}-{other}", other) for other in others)
    return replace(locality(id_), edges=edges)


def issue(id_: int, name: str, parent: int | None = None) -> NodeState:
    part = (Edge("PART_OF", str(id_), parent),) if parent else ()
    edges = (*part, *family_edges(id_, parent))
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
    edges = (Edge("ADDRESSES", str(id_), issue_), *topic_edges(id_, issue_))
    return NodeState("Policy", id_, {"name": f"Policy {id_}"}, edges)


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
    state = NodeState("Official", id_, {**properties, **given}, (*seat, *works, *member))
    return with_features(state, Home(_place(locality(place))) if place else None)


def load(graph: Graph, *states: NodeState, version: int = 1, epoch: int = 1) -> None:
    """Write them, and fail when a target is missing; then bring what follows from the whole."""
    report = upsert(graph, states, version=version, epoch=epoch)
    assert report.missing == ()
    settle(graph)


def settle(graph: Graph) -> None:
    """Give adoptions their buckets, and officials their feature rows."""
    issues = {each.state.id: ends(each.state)["ADDRESSES"][0] for each in _all(graph, "Policy")}
    adopted: dict[int, list[AdoptionFeatures]] = {}
    for was in _all(graph, "Adoption"):
        policy_, place = (ends(was.state)[type_][0] for type_ in ("OF", "IN"))
        facts = was.state.properties
        years = year_edges(was.state.id, issues[policy_], facts["adopted_on"], facts["status"])
        own = tuple(edge for edge in was.state.edges if edge.type != "IN_YEAR")
        _rewrite(graph, was, replace(was.state, edges=(*own, *years)))
        if years:
            features = AdoptionFeatures(policy_, issues[policy_], facts["adopted_on"])
            adopted.setdefault(place, []).append(features)
    figures = {each.state.id: each.state.properties for each in _all(graph, "PlaceFact")}
    homes = {}
    for place_ in _all(graph, "Locality"):
        own_facts = (figures[id_] for id_ in ends(place_.state).get("HAS", ()))
        homes[place_.state.id] = Home(
            _place(place_.state),
            adopted.get(place_.state.id, ()),
            sorted((each["name"], each["value"]) for each in own_facts),
        )
    for was in _all(graph, "Official"):
        (home,) = ends(was.state).get("REPRESENTS", (None,))
        _rewrite(graph, was, with_features(was.state, homes[home] if home else None))


def ends(state: NodeState) -> dict[str, list[int]]:
    """Where its edges lead, by their types."""
    found: dict[str, list[int]] = {}
    for edge in state.edges:
        found.setdefault(edge.type, []).append(edge.target)
    return found


def _place(state: NodeState) -> PlaceFeatures:
    known = state.properties
    return PlaceFeatures(
        state.id, known["state"], known["latitude"], known["longitude"], known["population"]
    )


def _all(graph: Graph, label: str) -> list[Stored]:
    return [each for batch in iterate(graph, label) for each in batch]


def _rewrite(graph: Graph, was: Stored, state: NodeState) -> None:
    if set(map(repr, state.edges)) != set(map(repr, was.state.edges)) or state.properties != (
        was.state.properties
    ):
        upsert(graph, [state], version=was.version, epoch=was.epoch)
