"""What the graph should hold of each aggregate, read from the tables.

The number of statements depends on the labels that are asked for, never on how many ids there are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backend.directory.models import Activity, LocalityOverlap
from backend.outbox.models import Aggregate
from backend.playbook.models import Event, Expert
from backend.projection.officials import official_states
from backend.projection.pieces import any_of, edge, node
from backend.projection.scope import LABELS, Key, projected
from graph.writes import Edge, NodeState, family_edges, topic_edges, year_edges


@dataclass(frozen=True)
class DesiredState:
    """How the graph should look at these keys: nodes with their edges, and keys without a node."""

    states: tuple[NodeState, ...]
    gone: tuple[Key, ...]


def desired_state(keys: Iterable[Key]) -> DesiredState:
    """Read the present state of these aggregates; targets of edges stand before their sources.

    Call it in a transaction of one snapshot, so that the pieces of an aggregate fit together.
    """
    wanted: defaultdict[str, set[int]] = defaultdict(set)
    for label, id_ in keys:
        wanted[label].add(id_)
    states: list[NodeState] = []
    gone: list[Key] = []
    for label in LABELS:
        ids = sorted(wanted[label])
        if not ids:
            continue
        found = _READERS[label](ids)
        states += found
        gone += [(label.value, id_) for id_ in sorted(set(ids) - {state.id for state in found})]
    return DesiredState(tuple(states), tuple(gone))


def _rows(label: Aggregate, ids: Sequence[int], *fields: str) -> Iterable[dict[str, Any]]:
    return projected(label).filter(pk__in=any_of(ids)).order_by("pk").values("id", *fields)


def _issues(ids: Sequence[int]) -> list[NodeState]:
    return [
        node(
            Aggregate.ISSUE,
            row,
            ("name", "slug"),
            (
                *edge("PART_OF", row["id"], row["parent_id"]),
                *family_edges(row["id"], row["parent_id"]),
            ),
        )
        for row in _rows(Aggregate.ISSUE, ids, "name", "slug", "parent_id")
    ]


def _localities(ids: Sequence[int]) -> list[NodeState]:
    edges: defaultdict[int, list[Edge]] = defaultdict(list)
    newest = projected(Aggregate.PLACE_FACT).filter(locality__in=any_of(ids)).order_by("pk")
    for fact_id, locality_id in newest.values_list("pk", "locality_id"):
        edges[locality_id] += edge("HAS", fact_id, fact_id)
    overlaps = LocalityOverlap.objects.filter(second__in=any_of(ids)).order_by("pk")
    for key, first_id, second_id in overlaps.values_list("pk", "first_id", "second_id"):
        edges[second_id] += edge("OVERLAPS", key, first_id)
    fields = ("name", "state", "kind", "population", "latitude", "longitude")
    return [
        node(Aggregate.LOCALITY, row, fields, edges[row["id"]])
        for row in _rows(Aggregate.LOCALITY, ids, *fields)
    ]


def _place_facts(ids: Sequence[int]) -> list[NodeState]:
    fields = ("name", "value", "year", "source")
    return [
        node(Aggregate.PLACE_FACT, row, fields) for row in _rows(Aggregate.PLACE_FACT, ids, *fields)
    ]


def _organizations(ids: Sequence[int]) -> list[NodeState]:
    activities: defaultdict[int, list[Edge]] = defaultdict(list)
    for row in (
        Activity.objects.filter(organization__in=any_of(ids))
        .order_by("pk")
        .values("id", "organization_id", "issue_id", "state", "locality_id")
    ):
        reach = {"state": row["state"], "locality_id": row["locality_id"]}
        activities[row["organization_id"]] += edge("ACTIVE_ON", row["id"], row["issue_id"], reach)
    fields = ("name", "kind")
    return [
        node(Aggregate.ORGANIZATION, row, fields, activities[row["id"]])
        for row in _rows(Aggregate.ORGANIZATION, ids, *fields)
    ]


def _policies(ids: Sequence[int]) -> list[NodeState]:
    return [
        node(
            Aggregate.POLICY,
            row,
            ("name",),
            (
                *edge("ADDRESSES", row["id"], row["issue_id"]),
                *topic_edges(row["id"], row["issue_id"]),
            ),
        )
        for row in _rows(Aggregate.POLICY, ids, "name", "issue_id")
    ]


def _adoptions(ids: Sequence[int]) -> list[NodeState]:
    fields = ("title", "adopted_on", "precision", "status", "source")
    ends = ("policy_id", "locality_id", "adapted_from_id", "policy__issue_id")
    return [
        node(
            Aggregate.ADOPTION,
            # Nothing is known of a date that isn't there.
            {**row, "precision": row["precision"] or None},
            fields,
            (
                *edge("OF", row["id"], row["policy_id"]),
                *edge("IN", row["id"], row["locality_id"]),
                *edge("ADAPTED_FROM", row["id"], row["adapted_from_id"]),
                *year_edges(row["id"], row["policy__issue_id"], row["adopted_on"], row["status"]),
            ),
        )
        for row in _rows(Aggregate.ADOPTION, ids, *fields, *ends)
    ]


def _preemptions(ids: Sequence[int]) -> list[NodeState]:
    fields = ("state", "since", "source")
    return [
        node(Aggregate.PREEMPTION, row, fields, edge("FORBIDS", row["id"], row["policy_id"]))
        for row in _rows(Aggregate.PREEMPTION, ids, *fields, "policy_id")
    ]


def _events(ids: Sequence[int]) -> list[NodeState]:
    about: defaultdict[int, list[Edge]] = defaultdict(list)
    links = Event.issues.through.objects.filter(event__in=any_of(ids)).order_by("pk")
    for key, event_id, issue_id in links.values_list("pk", "event_id", "issue_id"):
        about[event_id] += edge("ABOUT", key, issue_id)
    fields = ("name", "on")
    return [
        node(Aggregate.EVENT, row, fields, about[row["id"]])
        for row in _rows(Aggregate.EVENT, ids, *fields)
    ]


def _experts(ids: Sequence[int]) -> list[NodeState]:
    """Read experts without their names, which are told from the tables."""
    known: defaultdict[int, list[Edge]] = defaultdict(list)
    links = Expert.issues.through.objects.filter(expert__in=any_of(ids)).order_by("pk")
    for key, expert_id, issue_id in links.values_list("pk", "expert_id", "issue_id"):
        known[expert_id] += edge("KNOWS", key, issue_id)
    return [
        node(
            Aggregate.EXPERT,
            row,
            ("organization_id",),
            (*known[row["id"]], *edge("SPEAKS_FOR", row["id"], row["organization_id"])),
        )
        for row in _rows(Aggregate.EXPERT, ids, "organization_id")
    ]


_READERS: Mapping[Aggregate, Callable[[Sequence[int]], list[NodeState]]] = {
    Aggregate.ISSUE: _issues,
    Aggregate.PLACE_FACT: _place_facts,
    Aggregate.LOCALITY: _localities,
    Aggregate.ORGANIZATION: _organizations,
    Aggregate.POLICY: _policies,
    Aggregate.PREEMPTION: _preemptions,
    Aggregate.ADOPTION: _adoptions,
    Aggregate.EVENT: _events,
    Aggregate.EXPERT: _experts,
    Aggregate.OFFICIAL: official_states,
}
