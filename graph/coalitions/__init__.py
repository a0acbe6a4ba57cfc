"""Who and where else: places that deal with an issue, and people for a group on it."""

from __future__ import annotations

from datetime import date

from graph.coalitions.groups import people_for_group
from graph.coalitions.places import places_on
from graph.connection import Graph

_NO_ISSUE = (1 << 26) - 1  # the last one that a bucket could be of
_LONG_AGO = date(2000, 1, 1)


def warm(graph: Graph, timeout: float = 30.0) -> None:
    """Have a freshly started engine plan the queries, so that the first question is in time.

    Raises what `Graph.read` raises; `timeout` in seconds is for each query.
    """
    places_on(graph, [_NO_ISSUE], home=-1, as_of=_LONG_AGO, timeout=timeout)
    people_for_group(graph, [_NO_ISSUE], stage=None, as_of=_LONG_AGO, timeout=timeout)
