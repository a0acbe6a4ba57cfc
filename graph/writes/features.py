"""What follows from an aggregate beside its own rows: an official's feature row, and buckets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph import buckets, features
from graph.features import AdoptionFeatures, FeatureRow, PlaceFeatures, WorkFeatures
from graph.writes.memberships import bucket_edges
from graph.writes.states import Edge, NodeState


@dataclass(frozen=True)
class Home:
    """An official's place, with what it has adopted (in force and dated) and its newest facts."""

    place: PlaceFeatures
    adoptions: Sequence[AdoptionFeatures] = ()
    facts: Sequence[tuple[str, float]] = ()


def with_features(official: NodeState, home: Home | None) -> NodeState:
    """The official with `home` and `features`, in the buckets that follow from these.

    Whatever the official had of these before is replaced.
    """
    ends: dict[str, list[int]] = {}
    for edge in official.edges:
        ends.setdefault(edge.type, []).append(edge.target)
    row = FeatureRow(
        official.id,
        official.properties.get("office_kind") or "",
        home.place if home else None,
        # By ids, so that the same facts make the same row in whatever order they are read.
        sorted(_work(edge) for edge in official.edges if edge.type == "WORKS_ON"),
        sorted(ends.get("AFFILIATED_WITH", ())),
        sorted(ends.get("ATTENDED", ())),
        home.adoptions if home else (),
        home.facts if home else (),
    )
    return replace(
        official,
        properties={
            **official.properties,
            "home": home.place.id if home else None,
            "features": features.write(row),
        },
        edges=(
            *(edge for edge in official.edges if edge.type != "IN_BUCKET"),
            *bucket_edges("IN_BUCKET", official.id, buckets.of(row)),
        ),
    )


def family_edges(issue: int, parent: int | None) -> tuple[Edge, ...]:
    """The edge of an issue into the bucket of its parent; none if it has no parent."""
    return bucket_edges("IN_FAMILY", issue, [buckets.by_parent(parent)] if parent else [])


def topic_edges(policy: int, issue: int) -> tuple[Edge, ...]:
    """The edge of a policy into the bucket of its issue."""
    return bucket_edges("IN_TOPIC", policy, [buckets.by_topic(issue)])


def year_edges(adoption: int, issue: int, adopted_on: date | None, status: str) -> tuple[Edge, ...]:
    """The edge of an adoption into the bucket of its policy's issue and its year.

    None if it is no longer in force, or nobody knows since when it is.
    """
    if adopted_on is None or status != "adopted":
        return ()
    return bucket_edges("IN_YEAR", adoption, [buckets.by_year(issue, adopted_on.year)])


def _work(edge: Edge) -> WorkFeatures:
    facts = edge.properties
    return WorkFeatures(
        edge.target,
        facts["stage"],
        facts["priority"],
        facts["seeks"] or (),
        facts["offers"] or (),
    )
