"""Bringing what is in the tables to a graph at once, in whatever transaction a test is."""

from itertools import count

from backend.projection.mapping import desired_state
from backend.projection.scope import LABELS, projected
from graph import writes
from graph.connection import Graph

_versions = count(1)


def project(graph: Graph) -> None:
    """Write every aggregate as it is now. Who is in the graph and no more in it is left there."""
    keys = [
        (label.value, pk)
        for label in LABELS
        for pk in projected(label).values_list("pk", flat=True)
    ]
    report = writes.upsert(graph, desired_state(keys).states, version=next(_versions), epoch=1)
    assert not report.missing
