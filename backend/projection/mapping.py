"""What the graph should hold of each aggregate, read from the tables.

The number of statements depends on the labels that are asked for, never on how many ids there are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q, QuerySet, Value

from backend.core.clock import today
from backend.directory.models import (
    Activity,
    Affiliation,
    Direction,
    Issue,
    Locality,
    Membership,
    Official,
    Organization,
    Term,
    Work,
)
from backend.directory.selectors.terms import by_interest
from backend.outbox.models import Aggregate
from backend.playbook.models import Adoption, Policy
from graph.writes import Edge, NodeState

Key = tuple[str, int]

# An aggregate's edges lead to nodes of labels further up (or of its own).
LABELS = (
    Aggregate.ISSUE,
    Aggregate.LOCALITY,
    Aggregate.ORGANIZATION,
    Aggregate.POLICY,
    Aggregate.ADOPTION,
    Aggregate.OFFICIAL,
)


@dataclass(frozen=True)
class Picture:
    """How the graph should look at these keys: nodes with their edges, and keys without a node."""

    states: tuple[NodeState, ...]
    gone: tuple[Key, ...]


def picture(keys: Iterable[Key]) -> Picture:
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
    return Picture(tuple(states), tuple(gone))


def projected(label: Aggregate) -> QuerySet[Any]:
    """Return the rows of the aggregate's table that have a node.

    Of people only members are in the graph, and none whose safety switch is on.
    """
    return _PROJECTED[label]()


_PROJECTED: Mapping[Aggregate, Callable[[], QuerySet[Any]]] = {
    Aggregate.ISSUE: Issue.objects.all,
    Aggregate.LOCALITY: Locality.objects.all,
    Aggregate.ORGANIZATION: Organization.objects.all,
    Aggregate.POLICY: Policy.objects.all,
    Aggregate.ADOPTION: Adoption.objects.all,
    Aggregate.OFFICIAL: lambda: Official.objects.filter(membership=Membership.MEMBER, hidden=False),
}


def _rows(label: Aggregate, ids: Sequence[int], *fields: str) -> Iterable[dict[str, Any]]:
    return projected(label).filter(pk__in=ids).order_by("pk").values("id", *fields)


def _issues(ids: Sequence[int]) -> list[NodeState]:
    return [
        _node(
            Aggregate.ISSUE,
            row,
            ("name", "slug"),
            _edge("PART_OF", row["id"], row["parent_id"]),
        )
        for row in _rows(Aggregate.ISSUE, ids, "name", "slug", "parent_id")
    ]


def _localities(ids: Sequence[int]) -> list[NodeState]:
    fields = ("name", "state", "kind", "population", "latitude", "longitude")
    return [
        _node(Aggregate.LOCALITY, row, fields) for row in _rows(Aggregate.LOCALITY, ids, *fields)
    ]


def _organizations(ids: Sequence[int]) -> list[NodeState]:
    activities: defaultdict[int, list[Edge]] = defaultdict(list)
    for row in (
        Activity.objects.filter(organization__in=ids)
        .order_by("pk")
        .values("id", "organization_id", "issue_id", "state", "locality_id")
    ):
        reach = {"state": row["state"], "locality_id": row["locality_id"]}
        activities[row["organization_id"]] += _edge("ACTIVE_ON", row["id"], row["issue_id"], reach)
    fields = ("name", "kind")
    return [
        _node(Aggregate.ORGANIZATION, row, fields, activities[row["id"]])
        for row in _rows(Aggregate.ORGANIZATION, ids, *fields)
    ]


def _policies(ids: Sequence[int]) -> list[NodeState]:
    return [
        _node(
            Aggregate.POLICY,
            row,
            ("name",),
            _edge("ADDRESSES", row["id"], row["issue_id"]),
        )
        for row in _rows(Aggregate.POLICY, ids, "name", "issue_id")
    ]


def _adoptions(ids: Sequence[int]) -> list[NodeState]:
    fields = ("title", "adopted_on", "precision", "status", "source")
    ends = ("policy_id", "locality_id", "adapted_from_id")
    return [
        _node(
            Aggregate.ADOPTION,
            row,
            fields,
            (
                *_edge("OF", row["id"], row["policy_id"]),
                *_edge("IN", row["id"], row["locality_id"]),
                *_edge("ADAPTED_FROM", row["id"], row["adapted_from_id"]),
            ),
        )
        for row in _rows(Aggregate.ADOPTION, ids, *fields, *ends)
    ]


def _officials(ids: Sequence[int]) -> list[NodeState]:
    edges: defaultdict[int, list[Edge]] = defaultdict(list)
    terms = _terms_shown(ids)
    for official_id, term in terms.items():
        place = term["seat__office__locality_id"]
        edges[official_id] += _edge("REPRESENTS", official_id, place)
    for row in _work(ids):
        facts = {name: row[name] for name in ("stage", "priority", "since", "seeks", "offers")}
        edges[row["official_id"]] += _edge("WORKS_ON", row["id"], row["issue_id"], facts)
    for row in (
        Affiliation.objects.filter(official__in=ids)
        .order_by("pk")
        .values("id", "official_id", "organization_id", "since")
    ):
        edges[row["official_id"]] += _edge(
            "AFFILIATED_WITH", row["id"], row["organization_id"], {"since": row["since"]}
        )
    return [
        NodeState(
            Aggregate.OFFICIAL.value,
            row["id"],
            {"paused": row["paused"], **_office(terms.get(row["id"]), today())},
            tuple(edges[row["id"]]),
        )
        for row in _rows(Aggregate.OFFICIAL, ids, "paused")
    ]


def _terms_shown(ids: Sequence[int]) -> dict[int, Mapping[str, Any]]:
    """Return each official's present term, else the next, else the last."""
    rows = (
        Term.objects.filter(official__in=ids)
        .order_by("official_id", *by_interest())
        .distinct("official_id")
        .values(
            "official_id",
            "during",
            "start_is_known",
            "seat__office_id",
            "seat__office__kind",
            "seat__office__locality_id",
        )
    )
    return {row["official_id"]: row for row in rows}


def _office(term: Mapping[str, Any] | None, on: date) -> dict[str, Any]:
    """Return the office and its days; nothing of a member who never held one."""
    if term is None:
        return {}
    begins = term["during"].lower
    # An unknown first day is stored as when the seat was free. They can't have begun before, so
    # it still says that a coming term has not begun.
    known = term["start_is_known"] or (begins is not None and begins > on)
    return {
        "office_kind": term["seat__office__kind"],
        "office_id": term["seat__office_id"],
        "in_office_from": begins if known else None,
        "in_office_until": term["during"].upper,
    }


def _work(ids: Sequence[int]) -> Iterable[Mapping[str, Any]]:
    def kinds(direction: Direction) -> ArrayAgg:
        return ArrayAgg(
            "help__kind",
            filter=Q(help__direction=direction),
            order_by="help__kind",
            default=Value([]),
        )

    return (
        Work.objects.filter(official__in=ids)
        .order_by("pk")
        .values("id", "official_id", "issue_id", "stage", "priority", "since")
        .annotate(seeks=kinds(Direction.SEEKS), offers=kinds(Direction.OFFERS))
    )


def _node(
    label: Aggregate, row: Mapping[str, Any], fields: Iterable[str], edges: Iterable[Edge] = ()
) -> NodeState:
    return NodeState(label.value, row["id"], {name: row[name] for name in fields}, tuple(edges))


def _edge(
    type_: str, key: int, target: int | None, facts: Mapping[str, Any] | None = None
) -> tuple[Edge, ...]:
    """Return the edge, or none if there is nothing at its other end."""
    return () if target is None else (Edge(type_, str(key), target, dict(facts or {})),)


_READERS: Mapping[Aggregate, Callable[[Sequence[int]], list[NodeState]]] = {
    Aggregate.ISSUE: _issues,
    Aggregate.LOCALITY: _localities,
    Aggregate.ORGANIZATION: _organizations,
    Aggregate.POLICY: _policies,
    Aggregate.ADOPTION: _adoptions,
    Aggregate.OFFICIAL: _officials,
}
