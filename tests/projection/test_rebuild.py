"""Writing the graph anew, and telling when that is needed."""

import threading

import pytest
from django.db import connection, transaction

from backend.core import graph_client
from backend.directory.models import Issue, Locality, Official
from backend.outbox.models import DeadLetter, OutboxEntry
from backend.projection import rebuild as rebuilding
from backend.projection import relay
from backend.projection.models import Projection, last_version
from backend.projection.rebuild import RebuildRunning, is_needed, rebuild
from backend.projection.scope import LABELS
from backend.projection.status import status
from backend.projection.verify import verify
from graph import writes
from graph.connection import Graph
from tests.projection import network
from tests.projection.network import made_and_queued, queue
from tests.projection.relays import held_by_another
from tests.waiting import until

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_empty_graph_is_filled(projection):
    made_and_queued("Ana")
    network.make("Bo")  # never queued
    told = []
    done = rebuild(lambda *step: told.append(step))
    assert (done.written, done.removed) == (16, 0)
    assert done.epoch == Projection.load().epoch == writes.projection_epoch(projection)
    assert told[-1][1:] == (16, 16)
    found = verify()
    assert found.is_clean
    assert (found.nodes, found.edges) == (16, 2 * 21)  # ten of them to buckets


def test_what_should_not_be_there_is_swept(projection):
    net = made_and_queued()
    relay.drain()
    strangers = [
        writes.NodeState("Official", 900_001, {"paused": False}),
        writes.NodeState("Issue", 900_002, {"name": "Gone", "slug": "gone"}),
    ]
    writes.upsert(projection, strangers, version=last_version(), epoch=0)
    Official.objects.update(hidden=True)  # and nobody queued it
    writes.tombstone(projection, [("Policy", 900_003)], version=last_version(), epoch=0)
    assert not verify().is_clean

    rebuild()

    assert verify().is_clean
    counts = writes.counts(projection)
    assert (counts["Official"], counts["Issue"], counts["Tombstone"]) == (0, 2, 0)
    assert writes.fetch(projection, "Official", [net.official.pk]) == []


def test_people_edit_while_it_runs(projection, running):
    nets = [network.make(f"Person {number}") for number in range(4)]
    rebuild()
    done = threading.Event()

    def edit() -> None:
        turn = 0
        while not done.is_set():
            turn += 1
            net = nets[turn % len(nets)]
            with transaction.atomic():  # as services do: rows and entries, or neither
                Locality.objects.filter(pk=net.place.pk).update(name=f"Name {turn}")
                Official.objects.filter(pk=net.official.pk).update(hidden=turn % 3 == 0)
                queue(("Locality", net.place.pk), ("Official", net.official.pk))
            done.wait(0.03)
        connection.close()

    editor = threading.Thread(target=edit)
    editor.start()
    try:
        with running():
            for _ in range(2):
                rebuild()
                assert verify().is_clean
    finally:
        done.set()
        editor.join()
    relay.drain()
    found = verify()
    assert (found.is_clean, found.waiting) == (True, 0)


def test_without_a_relay_it_brings_what_was_queued(projection):
    made_and_queued()
    rebuild()
    assert not OutboxEntry.objects.exists()


def test_it_clears_retries_that_are_over(projection):
    net = network.make()
    DeadLetter.objects.create(aggregate="Official", aggregate_id=net.official.pk, reason="then")
    rebuild()
    assert not DeadLetter.objects.exists()


def test_only_one_at_a_time(projection):
    with held_by_another(rebuilding.Lock.REBUILD), pytest.raises(RebuildRunning):
        rebuild()


def test_a_graph_that_is_not_ours_is_rebuilt_by_the_relay(projection, running):
    network.make()
    with running():
        until(lambda: writes.projection_epoch(projection) == Projection.load().epoch)
    assert verify().is_clean
    assert verify().nodes == 8


def test_a_graph_of_an_older_format_is_rebuilt_by_the_relay(projection, running):
    network.make()
    rebuild()
    projection.write("MATCH (p:Projection) REMOVE p.format")
    projection.write("MATCH (o:Official) REMOVE o.features, o.home")
    assert is_needed(projection)
    assert status().graph_epoch is None
    with running():
        until(lambda: not is_needed(projection))
    assert verify().is_clean


def test_a_rebuild_that_was_broken_off_is_done_again(projection):
    network.make()
    rebuild()
    assert not is_needed(projection)

    def give_up(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(give_up)
    assert is_needed(projection)
    rebuild()
    assert not is_needed(projection)


def test_a_graph_ahead_of_restored_tables_is_overwritten(projection):
    """The tables come back from a backup: the sequence starts where the graph has been before."""
    made_and_queued()
    relay.drain()
    rebuild()
    before = last_version()
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval('projection_version', 1)")
    Issue.objects.update(name="As it was")
    assert is_needed(projection)
    rebuild()
    assert last_version() > before
    assert verify().is_clean
    assert not is_needed(projection)


def test_status(projection):
    made_and_queued()
    Official.objects.create(name="Only A. Record")
    rebuild()
    queue(("Issue", Issue.objects.first().pk))
    DeadLetter.objects.create(aggregate="Issue", aggregate_id=1, reason="x", retry_at=None)
    now = status()
    nodes = dict.fromkeys((label.value for label in LABELS), 0) | {
        **dict.fromkeys(("Official", "Locality", "Organization", "Policy"), 1),
        "Issue": 2,
        "Adoption": 2,
    }
    assert now.tables == now.graph == nodes
    assert (now.reachable, now.waiting, now.retrying, now.given_up) == (True, 1, 0, 1)
    assert 0 <= now.oldest_s < 60
    assert now.epoch == now.graph_epoch
    assert now.as_dict()["waiting"] == 1


def test_status_without_a_graph(transactional_db, monkeypatch):
    nowhere = Graph("bolt://127.0.0.1:9", None, None)
    monkeypatch.setattr(graph_client, "graph", lambda: nowhere)
    network.make()
    now = status()
    nowhere.close()
    assert (now.reachable, now.graph, now.graph_epoch) == (False, None, None)
    assert now.tables["Issue"] == 2
