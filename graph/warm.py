"""Having a freshly started engine plan every query, so that the first question is in time."""

from __future__ import annotations

from datetime import date

from graph.connection import Graph
from graph.groups import people_for_group
from graph.peers import retrieve
from graph.places import places_on

_NO_ISSUE = (1 << 26) - 1  # the last one that a bucket could be of
_LONG_AGO = date(2000, 1, 1)


def warm(graph: Graph, timeout: float = 30.0) -> None:
    """Ask what peers, places and groups ask, of nobody.

    Raises what `Graph.read` raises; `timeout` in seconds is for each query.
    """
    retrieve.warm(graph, timeout)
    places_on(graph, [_NO_ISSUE], own_places=[-1], as_of=_LONG_AGO, timeout=timeout)
    people_for_group(graph, [_NO_ISSUE], stage=None, as_of=_LONG_AGO, timeout=timeout)
