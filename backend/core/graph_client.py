"""The one graph of this process, where the settings say it is."""

from contextlib import suppress
from functools import cache

from django.conf import settings

from graph.connection import Graph, GraphError, GraphUnavailable
from graph.warm import warm as plan_queries


def graph() -> Graph:
    """Return the graph; it connects at the first statement, and anew if the settings change.

    Raises GraphUnavailable when there is no address: the bundled engine has never been started.
    """
    if not settings.NEO4J_URI:
        raise GraphUnavailable(
            "There is no graph engine: start one with `counterpart up`, or set NEO4J_URI."
        )
    return _graph(settings.NEO4J_URI, settings.NEO4J_USER, settings.NEO4J_PASSWORD)


@cache
def _graph(uri: str, user: str, password: str) -> Graph:
    return Graph(uri, user, password)


def warm() -> None:
    """Have a freshly started engine plan its queries, so that the first person is answered in time.

    Leaves it to that first person while the graph is away.
    """
    with suppress(GraphError):
        plan_queries(graph())
