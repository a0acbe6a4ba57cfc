"""Where an issue is dealt with: places that adopted something on it, or whose members work on it.

One trip, and a bounded part of the graph: buckets, and a number of adoptions that is cut off.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from graph import buckets
from graph.connection import Graph
from graph.schema import BUCKET

DEADLINE_S = 1.0
ADOPTIONS = 10_000  # that are looked at, to find the newest
ADOPTERS = 200
WORKERS = 400

# Those who have something to show come first: so many buckets may be full of others.
_STAGES = (
    "implementing", "defending", "adopted", "introduced", "drafting", "exploring", "stopped",
)  # fmt: skip
_PRIORITIES = (3, 2, 1)

PLACES = f"""
CALL () {{
    UNWIND $issues AS wanted
    MATCH (:Issue {{id: wanted}})<-[:ADDRESSES]-(:Policy)<-[:OF]-(d:Adoption)
    WHERE d.status = 'adopted'
    WITH d LIMIT {ADOPTIONS}
    MATCH (d)-[:IN]->(p:Locality)
    WHERE p.id <> $home
    WITH p.id AS id, max(coalesce(d.adopted_on, $long_ago)) AS last
    ORDER BY last DESC, id LIMIT {ADOPTERS}
    RETURN collect(id) AS adopters
}}
CALL () {{
    UNWIND $buckets AS wanted
    MATCH (:{BUCKET} {{id: wanted}})<-[:IN_BUCKET]-(o:Official)-[:REPRESENTS]->(p:Locality)
    WHERE p.id <> $home
        AND (o.in_office_from IS NULL OR o.in_office_from <= $day)
        AND (o.in_office_until IS NULL OR o.in_office_until > $day)
    WITH p LIMIT {WORKERS}
    RETURN collect(DISTINCT p.id) AS workers
}}
RETURN adopters, workers
"""


@dataclass(frozen=True)
class Places:
    """Ids of localities: the newest adopters, and where members in office work on it."""

    adopters: tuple[int, ...]
    workers: tuple[int, ...]


def places_on(
    graph: Graph,
    issues: Collection[int],
    *,
    home: int,
    as_of: date,
    timeout: float = DEADLINE_S,
) -> Places:
    """Places but `home` where one of these issues is dealt with.

    Raises GraphUnavailable, GraphTimeout (after `timeout` seconds) or GraphError.
    """
    wanted = sorted(issues)
    parameters = {
        "issues": wanted,
        "buckets": [
            buckets.by_issue(issue, stage, priority)
            for stage in _STAGES
            for priority in _PRIORITIES
            for issue in wanted
        ],
        "home": home,
        "day": as_of,
        "long_ago": date(1700, 1, 1),
    }
    (row,) = graph.read(PLACES, parameters, timeout)
    return Places(tuple(row["adopters"]), tuple(row["workers"]))
