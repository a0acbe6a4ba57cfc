"""Changes on their way from the outbox to the graph."""

import threading

import pytest
from django.db import connection, transaction

from backend.directory.models import Locality, Membership, Official
from backend.outbox.models import DeadLetter, OutboxEntry
from backend.projection import relay
from backend.projection.locks import Lock, LockTaken
from backend.projection.verify import verify
from backend.projection.writer import Writer
from graph import writes
from graph.connection import Graph
from tests.projection import network
from tests.projection.network import made_and_queued, queue, waiting
from tests.projection.relays import held_by_another
from tests.waiting import PATIENCE_S, until

pytestmark = pytest.mark.django_db(transaction=True)


def stored(graph: Graph, label: str, id_: int) -> writes.Stored | None:
    return next(iter(writes.fetch(graph, label, [id_])), None)


def assert_same(nodes: int) -> None:
    found = verify()
    assert found.is_clean, found.examples
    assert (found.nodes, found.waiting) == (nodes, 0)


def test_what_is_queued_arrives_whatever_the_order(projection):
    made_and_queued()
    relay.drain()
    assert_same(nodes=8)
    assert waiting() == DeadLetter.objects.count() == 0


def test_a_new_name_replaces_the_old_one(projection):
    net = made_and_queued()
    relay.drain()
    Locality.objects.update(name="Tucson'}) DETACH DELETE n //")
    queue(("Locality", net.place.pk))
    relay.drain()
    found = stored(projection, "Locality", net.place.pk)
    assert found.state.properties["name"] == "Tucson'}) DETACH DELETE n //"
    assert_same(nodes=8)


def test_work_that_was_dropped_and_added(projection):
    net = made_and_queued()
    relay.drain()
    net.work.delete()
    network.people.work(net.official, net.parent)
    queue(("Official", net.official.pk))
    relay.drain()
    assert_same(nodes=8)
    edges = stored(projection, "Official", net.official.pk).state.edges
    assert [edge.target for edge in edges if edge.type == "WORKS_ON"] == [net.parent.pk]


@pytest.mark.parametrize(
    "change", [{"hidden": True}, {"membership": Membership.LEFT}, {"membership": "invited"}]
)
def test_who_goes_is_gone_and_may_come_back(projection, change):
    net = made_and_queued()
    relay.drain()
    before = {name: getattr(net.official, name) for name in change}

    Official.objects.update(**change)
    queue(("Official", net.official.pk))
    relay.drain()
    assert stored(projection, "Official", net.official.pk) is None
    assert writes.counts(projection)["WORKS_ON"] == 0
    assert_same(nodes=7)

    Official.objects.update(**before)
    queue(("Official", net.official.pk))
    relay.drain()
    assert_same(nodes=8)


def test_a_record_never_arrives(projection):
    record = Official.objects.create(name="Only A. Record")
    queue(("Official", record.pk))
    relay.drain()
    assert projection.read("MATCH (n:Official) RETURN count(n) AS n") == [{"n": 0}]


def test_what_was_deleted_goes(projection):
    net = made_and_queued()
    relay.drain()
    gone = net.adoption.pk
    net.adoption.delete()
    queue(("Adoption", gone))
    relay.drain()
    assert_same(nodes=7)


def test_bringing_again_changes_nothing(projection):
    net = made_and_queued()
    relay.drain()
    before = stored(projection, "Official", net.official.pk).state
    queue(*net.everything(), *net.everything())
    relay.drain()
    assert stored(projection, "Official", net.official.pk).state == before
    assert_same(nodes=8)


def test_entries_of_one_aggregate_are_brought_once(projection):
    net = network.make()
    queue(*net.everything())
    queue(*net.everything())
    assert Writer(projection).process_batch() == 8
    assert waiting() == 0


def test_batches_smaller_than_the_queue(projection):
    made_and_queued("Ana")
    made_and_queued("Bo")
    writer = Writer(projection, batch=3)
    while writer.process_batch():
        pass
    relay.drain()
    assert_same(nodes=16)


def test_a_rolled_back_change_is_no_event(projection):
    net = made_and_queued()
    relay.drain()
    version = stored(projection, "Official", net.official.pk).version
    with transaction.atomic():
        Official.objects.update(paused=True)
        queue(("Official", net.official.pk))
        transaction.set_rollback(True)
    assert waiting() == 0
    relay.drain()
    assert stored(projection, "Official", net.official.pk).version == version


def test_an_entry_that_commits_after_a_later_one_is_not_lost(projection):
    net = made_and_queued()
    relay.drain()
    first_written, go_on = threading.Event(), threading.Event()

    def slow_edit() -> None:
        with transaction.atomic():
            Official.objects.update(paused=True)
            queue(("Official", net.official.pk))
            first_written.set()
            go_on.wait(PATIENCE_S)
        connection.close()

    slow = threading.Thread(target=slow_edit)
    slow.start()
    assert first_written.wait(PATIENCE_S)
    queue(("Issue", net.issue.pk))  # a higher id, committed before the lower one
    relay.drain()
    go_on.set()
    slow.join()

    assert waiting() == 1
    relay.drain()
    assert stored(projection, "Official", net.official.pk).state.properties["paused"] is True


def test_while_one_writes_the_others_stand_by(projection):
    made_and_queued()
    with held_by_another(Lock.RELAY), pytest.raises(LockTaken):
        Writer(projection).process_batch()
    assert waiting() == 8
    assert Writer(projection).process_batch() == 8


def test_two_relays_share_a_queue_and_each_entry_is_brought_once(projection, running, monkeypatch):
    claimed: list[int] = []
    claim = Writer.claim

    def noted(writer: Writer):
        found = claim(writer)
        claimed.extend(found.entries)
        return found

    monkeypatch.setattr(Writer, "claim", noted)
    monkeypatch.setattr(relay, "Writer", lambda graph: Writer(graph, batch=5))
    for number in range(10):
        made_and_queued(f"Person {number}")
    queued = set(OutboxEntry.objects.values_list("pk", flat=True))
    with running(), running():
        until(lambda: waiting() == 0)
    assert len(claimed) == len(set(claimed)), "nor any that came of them"
    assert len(queued) == 80
    assert queued <= set(claimed)
    relay.drain()
    assert_same(nodes=80)


def listening() -> bool:
    """Whether the relay waits for the bell."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity "
            "WHERE datname = current_database() AND state = 'idle' AND query LIKE 'LISTEN%'"
        )
        return cursor.fetchone() == (1,)


def test_a_commit_rings_the_relay(projection, running, monkeypatch):
    """Without the bell it would take the idle time."""
    monkeypatch.setattr(relay, "IDLE_S", 2 * PATIENCE_S)
    net = made_and_queued()
    with running():
        until(lambda: waiting() == 0 and listening())
        Official.objects.update(paused=True)
        queue(("Official", net.official.pk))
        until(lambda: stored(projection, "Official", net.official.pk).state.properties["paused"])
        queue(("Official", net.official.pk))  # or stopping takes the idle time


def test_a_relay_that_lost_its_connections_goes_on(projection, running):
    net = made_and_queued()
    with running():
        until(lambda: waiting() == 0)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        Official.objects.update(paused=True)
        queue(("Official", net.official.pk))
        until(lambda: waiting() == 0)
    assert_same(nodes=8)


def test_after_many_changes_the_officials_are_counted(projection, monkeypatch):
    def counted():
        return projection.read("MATCH (t:DegreeCount {key: 'Official:all'}) RETURN t.number AS n")

    made_and_queued()
    relay.drain()
    assert counted() == []
    monkeypatch.setattr(relay, "MANY", 8)
    made_and_queued("Bo")
    relay.drain()
    assert counted() == [{"n": 2}]
