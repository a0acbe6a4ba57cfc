"""Brings aggregates to the graph in batches, with what a batch must hold to survive anything.

The relay's lock is held for the whole of a batch, so versions are drawn, rows are read and the
graph is written in one order. A crash at any point leaves the entries where they were, and bringing
an aggregate a second time changes nothing.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import InterfaceError, OperationalError, connection, transaction

from backend.introductions.selectors.exclusions import acting_towards
from backend.outbox import services as outbox
from backend.outbox.models import Aggregate, OutboxEntry
from backend.projection import retries
from backend.projection.dependents import queue_dependents
from backend.projection.locks import Lock, held
from backend.projection.mapping import desired_state
from backend.projection.models import Projection, next_version
from backend.projection.pieces import any_of
from backend.projection.scope import LABELS, Key
from graph import writes
from graph.connection import Graph, GraphTimeout, GraphUnavailable
from graph.schema import RELATIONSHIP_TYPES
from graph.writes import NodeState

log = logging.getLogger(__name__)

BATCH = 500

# What is wrong with these is no aggregate's fault: nothing is counted, everything stays queued.
DOWN = (GraphUnavailable, GraphTimeout, OperationalError, InterfaceError)


@dataclass(frozen=True)
class Claim:
    """A batch: the entries that were read, and each aggregate once."""

    entries: tuple[int, ...]
    keys: tuple[Key, ...]


class Writer:
    """Writes to one graph; any number of writers may exist, and one works at a time."""

    def __init__(self, graph: Graph, batch: int = BATCH) -> None:
        """Take the graph, and how many entries to read at once."""
        self._graph = graph
        self._batch = batch

    def process_batch(self) -> int:
        """Bring one batch; return how many aggregates it held, 0 when nothing was waiting.

        Raises one of DOWN if the graph or the database is away (nothing is lost then), and
        LockTaken if another writer is at work for longer than a second.
        """
        with held(Lock.RELAY):
            claim = self.claim()
            if claim.keys:
                queue_dependents(self._graph, claim.keys)
                self._apply(claim, Projection.load().epoch)
        return len(claim.keys)

    def apply(self, keys: Sequence[Key]) -> None:
        """Bring these aggregates, queued or not, and nobody else who follows from them.

        The caller holds the relay's lock.
        """
        self._apply(Claim((), tuple(keys)), Projection.load().epoch)

    def claim(self) -> Claim:
        """Read what is waiting. The caller holds the relay's lock."""
        # Always from the start and never `id > last`: ids become visible out of order.
        read = OutboxEntry.objects.order_by("pk").values_list("pk", "aggregate", "aggregate_id")
        entries = list(read[: self._batch])
        keys = [(label, id_) for _, label, id_ in entries] + retries.due(self._batch)
        # Targets before sources: a batch that has to be halved then finds them in the graph.
        ordered = sorted(set(keys), key=lambda key: (LABELS.index(Aggregate(key[0])), key[1]))
        return Claim(tuple(pk for pk, _, _ in entries), tuple(ordered))

    def _apply(self, claim: Claim, epoch: int) -> None:
        failed = self._write_halving(claim.keys, epoch)
        with transaction.atomic(durable=True):
            OutboxEntry.objects.filter(pk__in=claim.entries).delete()
            retries.clear(key for key in claim.keys if key not in failed)
            retries.note(failed)
        for (label, id_), reason in failed.items():
            log.warning("%s %s could not be brought to the graph: %s", label, id_, reason)

    def _write_halving(self, keys: Sequence[Key], epoch: int) -> dict[Key, str]:
        """Write all; if that fails, halve until those at fault stand alone. Return the reasons."""
        try:
            return self._write(keys, epoch)
        except Exception as error:  # noqa: BLE001 - whatever one aggregate does, others proceed
            self._raise_if_down(error)
            if len(keys) == 1:
                return {keys[0]: _kind(error)}
        middle = len(keys) // 2
        first, second = keys[:middle], keys[middle:]
        return self._write_halving(first, epoch) | self._write_halving(second, epoch)

    def _raise_if_down(self, error: Exception) -> None:
        if isinstance(error, GraphTimeout):
            # Too slow a write, or a graph that answers nobody? The latter raises here.
            self._graph.read("RETURN 1 AS one")
        elif isinstance(error, DOWN):
            raise error

    def _write(self, keys: Sequence[Key], epoch: int) -> dict[Key, str]:
        """Write the present state; return the keys with an edge to nowhere, and where that is."""
        version = next_version()
        with snapshot():
            now = desired_state(keys)
        self._queue_who_points_at(now.states)
        report = writes.upsert(self._graph, now.states, version=version, epoch=epoch)
        writes.tombstone(self._graph, now.gone, version=version, epoch=epoch)
        return {
            (each.label, each.id): f"no {RELATIONSHIP_TYPES[each.edge.type].target} "
            f"{each.edge.target} for {each.edge.type}"
            for each in report.missing
            # Officials are no failure: whoever appears queues those who point at them.
            if RELATIONSHIP_TYPES[each.edge.type].target != Aggregate.OFFICIAL
        }

    def _queue_who_points_at(self, states: Sequence[NodeState]) -> None:
        """Queue those with an edge to officials who are about to (re)appear, before they do.

        Whoever was hidden for a while has lost the edges that led to them; these belong to others,
        whom nobody has queued. Those who aren't in the graph yet are queued already.
        """
        official = Aggregate.OFFICIAL.value
        ids = [state.id for state in states if state.label == official]
        absent = set(ids) - writes.present(self._graph, official, ids) if ids else set()
        if pointing := acting_towards(any_of(absent)) - set(ids) if absent else set():
            known = writes.present(self._graph, official, sorted(pointing))
            outbox.record_many(Aggregate.OFFICIAL, sorted(known))


@contextmanager
def snapshot() -> Iterator[None]:
    """Let every statement inside see the tables as of one moment."""
    with transaction.atomic(durable=True):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _kind(error: Exception) -> str:
    """Name what went wrong, and the server's code if it gave one, without any values."""
    code = getattr(error.__cause__, "code", None)
    return f"{type(error).__name__} ({code})" if code else type(error).__name__
