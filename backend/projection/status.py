"""How far the graph is behind the tables, and whether it is there at all."""

from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Count, Min, Q
from django.utils import timezone

from backend.core import graph_client
from backend.outbox.models import DeadLetter, OutboxEntry
from backend.projection.models import Projection
from backend.projection.scope import LABELS, projected
from graph import writes
from graph.connection import GraphTimeout, GraphUnavailable

# An engine that has only just been started is slow at first.
GRAPH_DEADLINE_S = 5.0


@dataclass(frozen=True)
class Status:
    """The projection now. What the graph would have to say is None while it is out of reach.

    `waiting` counts entries of the outbox and `oldest_s` is the age of the first in seconds.
    `retrying` counts the aggregates with a retry, `given_up` those that are not tried any more.
    `tables` and `graph` count nodes by label. The graph is whole when both epochs are the same.
    """

    reachable: bool
    waiting: int
    oldest_s: float
    retrying: int
    given_up: int
    epoch: int
    graph_epoch: int | None
    tables: dict[str, int]
    graph: dict[str, int] | None

    def as_dict(self) -> dict[str, Any]:
        """Return the fields for programs."""
        return asdict(self)


def status() -> Status:
    """Look at both sides; a graph that is away costs at most a few seconds."""
    queue = OutboxEntry.objects.aggregate(waiting=Count("pk"), oldest=Min("created_at"))
    age = timezone.now() - queue["oldest"] if queue["oldest"] else None
    letters = DeadLetter.objects.aggregate(
        retrying=Count("pk", filter=Q(retry_at__isnull=False)),
        given_up=Count("pk", filter=Q(retry_at__isnull=True)),
    )
    try:
        graph = graph_client.graph()
        graph_epoch = writes.projection_epoch(graph, timeout=GRAPH_DEADLINE_S)
        counts = writes.counts(graph, timeout=GRAPH_DEADLINE_S)
        found = {label.value: counts[label.value] for label in LABELS}
    except (GraphUnavailable, GraphTimeout):
        graph_epoch = found = None
    return Status(
        reachable=found is not None,
        waiting=queue["waiting"],
        oldest_s=round(age.total_seconds(), 3) if age else 0.0,
        retrying=letters["retrying"],
        given_up=letters["given_up"],
        epoch=Projection.load().epoch,
        graph_epoch=graph_epoch,
        tables={label.value: projected(label).count() for label in LABELS},
        graph=found,
    )
