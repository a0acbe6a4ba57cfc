"""Making the first answer after an engine's start as quick as the others."""

from contextlib import suppress

from backend.projection import client
from graph import coalitions
from graph.connection import GraphError


def warm() -> None:
    """Have the engine plan its queries; left to the first person while the graph is away."""
    with suppress(GraphError):
        coalitions.warm(client.graph())
