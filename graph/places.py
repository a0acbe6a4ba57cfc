"""Where an issue is dealt with: places that adopted something on it, or whose members work on it.

One trip, and a bounded part of the graph: buckets, the latest years and the furthest stages first.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from graph import buckets
from graph.connection import Graph
from graph.eligibility import ELSEWHERE, IN_OFFICE
from graph.features import STAGES
from graph.schema import BUCKET

DEADLINE_S = 1.0
ADOPTERS = 200
WORKERS = 400
YEARS = 40  # that are looked back

# Those who have something to show come first: there may be more than are brought.
_STAGES = (
    "implementing", "defending", "adopted", "introduced", "drafting", "exploring", "stopped",
)  # fmt: skip
_PRIORITIES = (3, 2, 1)

PLACES = f"""
CALL () {{
    UNWIND $years AS wanted
    MATCH (:{BUCKET} {{id: wanted}})<-[:IN_YEAR]-(:Adoption)-[:IN]->(p:Locality)
    WHERE NOT p.id IN $own.places
    WITH p LIMIT {ADOPTERS}
    RETURN collect(DISTINCT p.id) AS adopters
}}
CALL () {{
    UNWIND $buckets AS wanted
    MATCH (:{BUCKET} {{id: wanted}})<-[:IN_BUCKET]-(o:Official)
    WHERE {ELSEWHERE}
        AND {IN_OFFICE}
    WITH o LIMIT {WORKERS}
    RETURN collect(DISTINCT o.home) AS workers
}}
RETURN adopters, workers
"""


@dataclass(frozen=True)
class Places:
    """Ids of localities: the latest adopters, and where members in office work on it."""

    adopters: frozenset[int]
    workers: frozenset[int]


def places_on(
    graph: Graph,
    issues: Collection[int],
    *,
    own_places: Collection[int],
    as_of: date,
    timeout: float = DEADLINE_S,
) -> Places:
    """Places where one of these issues is dealt with; adoptions only with a date.

    Left out are `own_places`, the asker's and those that overlap it (one at least).
    Raises GraphUnavailable, GraphTimeout (after `timeout` seconds) or GraphError.
    """
    wanted = sorted(issues)
    parameters = {
        "years": [
            buckets.by_year(issue, as_of.year - ago) for ago in range(YEARS) for issue in wanted
        ],
        "buckets": [
            buckets.by_issue(issue, STAGES.index(stage), priority)
            for stage in _STAGES
            for priority in _PRIORITIES
            for issue in wanted
        ],
        "own": {"places": sorted(own_places)},
        "day": as_of,
    }
    (row,) = graph.read(PLACES, parameters, timeout)
    return Places(frozenset(row["adopters"]), frozenset(row["workers"]))
