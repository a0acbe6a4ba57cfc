"""Who could be in a group on an issue: the best of those that its buckets hold, from many states.

One trip that reads a bounded number of feature rows, the stage that was asked for first.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from zlib import crc32

import numpy as np

from graph import buckets, features
from graph.connection import Graph
from graph.eligibility import FREE
from graph.features import KINDS, STAGES, Columns
from graph.group_fit import fit
from graph.schema import BUCKET

DEADLINE_S = 1.2
READ = 2_000  # feature rows
SHORTLIST = 100
OF_A_STATE = 8  # on the shortlist, unless there are too few states to fill it

PEOPLE = f"""
UNWIND $buckets AS wanted
MATCH (:{BUCKET} {{id: wanted}})<-[:IN_BUCKET]-(o:Official)
WHERE {FREE}
WITH DISTINCT o LIMIT $most
RETURN collect(o.features) AS features
"""


@dataclass(frozen=True)
class Shortlist:
    """Ids of officials, the best first; `cut` says that there were more than could be read."""

    officials: tuple[int, ...]
    cut: bool


def people_for_group(
    graph: Graph,
    issues: Collection[int],
    *,
    stage: str | None,
    as_of: date,
    most: int = READ,
    timeout: float = DEADLINE_S,
) -> Shortlist:
    """Those who work on one of these issues and are free for it, best for a group at a stage.

    In office on the day, not paused, at no cap. Raises GraphUnavailable, GraphTimeout (after
    `timeout` seconds) or GraphError.
    """
    parameters = {"buckets": _buckets(sorted(issues), stage), "day": as_of, "most": most}
    (row,) = graph.read(PEOPLE, parameters, timeout)
    if not row["features"]:
        return Shortlist((), cut=False)
    columns = features.read(row["features"])
    ranked = _ranked(columns, issues, stage)
    return Shortlist(tuple(_spread(columns, ranked)), cut=len(row["features"]) >= most)


def _buckets(issues: Collection[int], stage: str | None) -> list[int]:
    """The buckets of all stages, the nearest stage first, then the highest priority."""
    kinds = [(each, priority) for each in STAGES for priority in (3, 2, 1)]
    kinds.sort(
        key=lambda kind: (
            -math.fsum(
                fit(
                    stage=kind[0], wanted=stage, priority=kind[1], offers=(), adopted=False
                ).values()
            )
        )
    )
    return [
        buckets.by_issue(issue, STAGES.index(each), priority)
        for each, priority in kinds
        for issue in issues
    ]


def _ranked(columns: Columns, issues: Collection[int], stage: str | None) -> list[int]:
    """Positions of the rows, the best first; equals in an order that favours nobody."""
    wanted = list(issues)
    issue, at, priority, _, offers = columns.works.columns
    adopted = columns.adoptions
    adopters = set(adopted.owner[np.isin(adopted.columns[1], wanted)].tolist())
    best: dict[int, float] = {}
    for row in np.flatnonzero(np.isin(issue, wanted)):
        owner = int(columns.works.owner[row])
        parts = fit(
            stage=STAGES[at[row]],
            wanted=stage,
            priority=int(priority[row]),
            offers=[kind for rank, kind in enumerate(KINDS) if int(offers[row]) >> rank & 1],
            adopted=owner in adopters,
        )
        best[owner] = max(best.get(owner, 0.0), math.fsum(parts.values()))
    return sorted(best, key=lambda owner: (-best[owner], lot(int(columns.official[owner]))))


def lot(official: int) -> int:
    """A number that is always the same for one person, and says nothing of them."""
    return crc32(f"lot {official}".encode())


def _spread(columns: Columns, ranked: Collection[int]) -> list[int]:
    """Officials for the shortlist: the best of each state before more of one."""
    of_state: dict[int, int] = {}
    first: list[int] = []
    more: list[int] = []
    for each in ranked:
        state = int(columns.state[each])
        of_state[state] = of_state.get(state, 0) + 1
        (first if of_state[state] <= OF_A_STATE else more).append(int(columns.official[each]))
    return [*first, *more][:SHORTLIST]
