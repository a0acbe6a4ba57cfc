"""Writing the whole graph anew, in service: nobody who reads it or edits the tables waits.

Every aggregate is written over with a new epoch, then whatever still carries an older one goes.
What is edited meanwhile is relayed between the batches, with the new epoch too.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from itertools import chain

from backend.core import graph_client
from backend.outbox.models import Aggregate
from backend.projection.locks import Lock, LockTaken, held
from backend.projection.models import Projection, last_version, raise_version
from backend.projection.scope import LABELS, Key, projected
from backend.projection.writer import Writer
from graph import schema, writes
from graph.connection import Graph

log = logging.getLogger(__name__)

BATCH = 500
# Longer than any batch of another writer may take.
TURN_S = 60.0

# What is being done, how much of it is done, and how much there is in all.
Progress = Callable[[str, int, int], None]


class RebuildRunning(Exception):  # noqa: N818 - reads as what is the matter
    """Another process is rebuilding the graph now."""


@dataclass(frozen=True)
class Rebuilt:
    """What a rebuild did: the new epoch, aggregates written, stale nodes and edges removed."""

    epoch: int
    written: int
    removed: int
    seconds: float

    def as_dict(self) -> dict[str, int | float]:
        """Return the fields for programs."""
        return asdict(self)


def no_progress(what: str, done: int, total: int) -> None:
    """Tell nobody."""


def rebuild(progress: Progress = no_progress) -> Rebuilt:
    """Write every aggregate anew with a new epoch, then remove what is older.

    Raises RebuildRunning; or one of `writer.DOWN` if the graph or the database goes away: then
    start over, or let the relay do so.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(held(Lock.REBUILD, wait_s=0))
        except LockTaken:
            raise RebuildRunning("Another process is rebuilding the graph now.") from None
        return _rebuild(graph_client.graph(), progress)


def rebuild_if_needed(stop: threading.Event) -> None:
    """Rebuild a graph that is not what we have been writing to, unless somebody is at it.

    That is a new one, one of an older format, one whose rebuild was broken off, one put back from a
    backup, or one that is ahead of tables put back from a backup. Leaves off when told to stop.
    """

    def progress(*_: object) -> None:
        if stop.is_set():
            raise _ToldToStop

    try:
        if is_needed(graph_client.graph()):
            log.warning("The graph is not the one we wrote: it is rebuilt.")
            rebuild(progress)
    except RebuildRunning:
        return
    except _ToldToStop:
        return


class _ToldToStop(Exception):  # noqa: N818 - reads as what is the matter
    pass


def is_needed(graph: Graph) -> bool:
    """Tell whether the graph's epoch or format is another, or its versions are ahead of ours."""
    if writes.projection_epoch(graph) != Projection.load().epoch:
        return True
    version, _ = writes.newest(graph)
    return version > last_version()


def _rebuild(graph: Graph, progress: Progress) -> Rebuilt:
    begun = time.monotonic()
    schema.ensure(graph)
    epoch = _begin(graph)
    writer = Writer(graph)
    written = 0
    total = sum(projected(label).count() for label in LABELS)
    for keys in chain.from_iterable(pages_of(label) for label in LABELS):
        with held(Lock.RELAY, TURN_S):
            writer.apply(keys)
        with suppress(LockTaken):
            # Whether or not a relay runs, what is edited meanwhile does not wait.
            writer.process_batch()
        written += len(keys)
        progress(f"Writing {keys[0][0]}", written, max(written, total))
    with held(Lock.RELAY, TURN_S):
        removed = writes.sweep(graph, epoch=epoch)
        writes.count_degrees(graph)
        writes.set_projection_epoch(graph, epoch)
    return Rebuilt(epoch, written, removed, round(time.monotonic() - begun, 3))


def _begin(graph: Graph) -> int:
    """Begin an epoch that neither side has seen. From here on every writer writes with it."""
    with held(Lock.RELAY, TURN_S):
        version, epoch = writes.newest(graph)
        raise_version(version)
        state = Projection.load()
        state.epoch = max(state.epoch, epoch) + 1
        state.save(update_fields=["epoch"])
    return state.epoch


def pages_of(label: Aggregate) -> Iterator[list[Key]]:
    """Yield the keys of a label, by id. What is added behind a page's back is in the outbox."""
    last = 0
    while True:
        page = projected(label).filter(pk__gt=last).order_by("pk")
        ids = list(page.values_list("pk", flat=True)[:BATCH])
        if not ids:
            return
        yield [(label.value, id_) for id_ in ids]
        last = ids[-1]
