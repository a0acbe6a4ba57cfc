"""Processes are killed and frozen while people edit; afterwards both sides are the same."""

import random
import time

import pytest
from django.db import transaction

from backend.core import graph_client
from backend.directory.models import Locality, Official
from backend.outbox.models import DeadLetter, OutboxEntry
from backend.projection import relay
from backend.projection.rebuild import rebuild
from backend.projection.status import status
from graph import writes
from graph.connection import READ_DEADLINE_S, GraphUnavailable
from graph.writes import aggregates
from tests.faults.harm import brought, caught_up, in_background
from tests.projection import network
from tests.projection.network import made_and_queued, queue, waiting
from tests.projection.relays import relay_in_thread
from tests.waiting import until, within

pytestmark = pytest.mark.django_db(transaction=True)

# A relay that dies by SIGKILL once the graph has a batch and before the entries are deleted.
DIES_AFTER_THE_GRAPH_WAS_WRITTEN = """
import os, signal, threading
from backend.projection import relay
from graph import writes
tombstone = writes.tombstone
def tombstone_and_die(*args, **kwargs):
    tombstone(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)
writes.tombstone = tombstone_and_die
relay.run(threading.Event())
"""

# A relay that dies while the graph works on a batch: the same statements again make it last.
DIES_INSIDE_A_GRAPH_TRANSACTION = """
import os, signal, threading
from backend.projection import relay
from graph.connection import Graph
write = Graph.write_transaction
def slowly_and_die(self, statements, timeout):
    threading.Timer(0.005, os.kill, (os.getpid(), signal.SIGKILL)).start()
    write(self, [*statements[:2] * 200, *statements[2:]], timeout)
Graph.write_transaction = slowly_and_die
relay.run(threading.Event())
"""

REBUILDS = "from backend.projection.rebuild import rebuild; rebuild()"


@pytest.fixture
def nets(victim) -> list[network.Network]:
    """Five networks in a graph that is whole."""
    made = [network.make(f"Person {number}") for number in range(5)]
    rebuild()
    return made


def editing(nets: list[network.Network]):
    """An edit of one of them, by turns: a new name, pausing, hiding and coming back."""

    def edit(turn: int) -> None:
        net = nets[turn % len(nets)]
        with transaction.atomic():  # as services do: rows and entries, or neither
            Locality.objects.filter(pk=net.place.pk).update(name=f"Name {turn}")
            Official.objects.filter(pk=net.official.pk).update(
                hidden=turn % 4 == 0, paused=turn % 3 == 0
            )
            queue(("Official", net.official.pk), ("Locality", net.place.pk))

    return edit


@pytest.mark.parametrize(
    "code", [DIES_AFTER_THE_GRAPH_WAS_WRITTEN, DIES_INSIDE_A_GRAPH_TRANSACTION]
)
def test_a_relay_killed_before_it_commits(nets, process, code):
    editing(nets)(1)
    nets[2].work.delete()
    Official.objects.filter(pk=nets[3].official.pk).update(hidden=True)
    queue(("Official", nets[2].official.pk), ("Official", nets[3].official.pk))
    assert process(code).ended_by() == -9
    assert waiting() == 4
    is_written = code is DIES_AFTER_THE_GRAPH_WAS_WRITTEN
    (place,) = writes.fetch(graph_client.graph(), "Locality", [nets[1].place.pk])
    assert (place.state.properties["name"] == "Name 1") == is_written
    hidden = writes.fetch(graph_client.graph(), "Official", [nets[3].official.pk])
    assert (hidden == []) == is_written

    process()
    caught_up()
    assert not DeadLetter.objects.exists()


def test_relays_killed_at_any_moment(nets, process):
    dice = random.Random(7)
    with in_background(editing(nets)):
        for _ in range(4):
            one = process()
            brought()
            time.sleep(dice.uniform(0.0, 0.5))
            assert one.is_alive()
            one.kill()
    process()
    caught_up()


def test_a_rebuild_killed_on_its_way_is_finished_by_the_relay(nets, process):
    for number in range(3_000):
        Locality.objects.create(
            division_id=f"ocd-division/country:us/state:nv/place:p{number}",
            name=f"Place {number}",
            kind="place",
            state="nv",
        )
    epoch = status().epoch
    killed = process(REBUILDS)
    until(lambda: status().epoch != epoch)
    killed.kill()
    assert status().epoch > status().graph_epoch

    process()
    until(lambda: status().epoch == status().graph_epoch)
    caught_up()


def test_the_graph_killed_while_writes_go_on(nets, victim, process):
    one = process()
    with in_background(editing(nets)) as edits:
        brought()
        victim.kill()
        before = len(edits)
        until(lambda: len(edits) > before + 10, "editing")
        assert waiting() > 10
        assert not status().reachable
        victim.start()
        brought()
    caught_up()
    assert one.is_alive()
    assert not DeadLetter.objects.exists()


def test_the_graph_frozen_for_a_while(nets, victim, process):
    one = process()
    with in_background(editing(nets)) as edits:
        brought()
        victim.freeze()
        before = len(edits)
        until(lambda: len(edits) > before + 50, "editing")
        assert min(edits[before:]) < READ_DEADLINE_S, "and nobody waited for the graph"
        assert OutboxEntry.objects.exists()
        victim.thaw()
    caught_up()
    assert one.is_alive()


def test_the_graph_frozen_for_longer_than_the_relay_waits(nets, victim, monkeypatch, caplog):
    """What it gave up on may still be carried out when the engine goes on."""
    monkeypatch.setattr(aggregates, "DEADLINE_S", 0.7)
    monkeypatch.setattr(relay, "LONGEST_PAUSE_S", 0.5)
    with relay_in_thread(), in_background(editing(nets)):
        for _ in range(3):
            caplog.clear()
            victim.freeze()
            until(lambda: "The relay waits: GraphTimeout" in caplog.text, "giving up")
            assert waiting()
            victim.thaw()
            brought()
    with relay_in_thread():
        caught_up()


def test_a_graph_that_lost_everything_is_filled_again(nets, victim, process):
    process()
    caught_up()
    graph_client.graph().write("MATCH (n) DETACH DELETE n")
    victim.kill()
    victim.start()
    queue(("Official", nets[0].official.pk))
    until(lambda: status().graph_epoch == status().epoch)
    caught_up()


def test_draining_by_hand_says_at_once_that_the_graph_is_away(nets, victim):
    victim.kill()
    made_and_queued("Late")
    with within(1), pytest.raises(GraphUnavailable):
        relay.drain()
    victim.start()
    relay.drain()
    caught_up()
