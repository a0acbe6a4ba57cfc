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
from graph.connection import GraphUnavailable
from graph.writes import aggregates
from tests.faults.harm import caught_up, in_background
from tests.projection import network
from tests.projection.network import made_and_queued, queue, waiting
from tests.projection.relays import relay_in_thread

pytestmark = pytest.mark.django_db(transaction=True)

# A relay that dies by SIGKILL once the graph has a batch and before the entries are deleted.
DIES_AFTER_THE_GRAPH_WAS_WRITTEN = """
import os, signal, threading
from backend.projection import relay
from backend.projection.writer import Writer
write = Writer._write_halving
def write_and_die(*args):
    write(*args)
    os.kill(os.getpid(), signal.SIGKILL)
Writer._write_halving = write_and_die
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
            time.sleep(dice.uniform(1.0, 2.0))
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
    deadline = time.monotonic() + 30
    while status().epoch == epoch:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    killed.kill()
    assert status().epoch > status().graph_epoch

    process()
    while status().epoch != status().graph_epoch:
        assert time.monotonic() < deadline + 60
        time.sleep(0.1)
    caught_up()


def test_the_graph_killed_while_writes_go_on(nets, victim, process):
    one = process()
    with in_background(editing(nets)) as edits:
        time.sleep(1.5)
        victim.kill()
        before = len(edits)
        time.sleep(2)
        assert len(edits) > before + 10, "people went on editing"
        assert waiting() > 10
        assert not status().reachable
        victim.start()
        time.sleep(1)
    caught_up()
    assert one.is_alive()
    assert not DeadLetter.objects.exists()


def test_the_graph_frozen_for_a_while(nets, victim, process):
    one = process()
    with in_background(editing(nets)) as edits:
        time.sleep(1)
        victim.freeze()
        before = len(edits)
        time.sleep(3)
        assert len(edits) > before + 10, "people went on editing"
        assert max(edits) < 2, "and none of them waited for the graph"
        assert OutboxEntry.objects.exists()
        victim.thaw()
    caught_up()
    assert one.is_alive()


def test_the_graph_frozen_for_longer_than_the_relay_waits(nets, victim, monkeypatch):
    """What it gave up on may still be carried out when the engine goes on."""
    monkeypatch.setattr(aggregates, "DEADLINE_S", 0.7)
    monkeypatch.setattr(relay, "LONGEST_PAUSE_S", 0.5)
    with relay_in_thread(), in_background(editing(nets)):
        for _ in range(3):
            victim.freeze()
            time.sleep(2.5)
            assert waiting()
            victim.thaw()
            time.sleep(0.5)
    with relay_in_thread():
        caught_up()


def test_a_graph_that_lost_everything_is_filled_again(nets, victim, process):
    process()
    caught_up()
    graph_client.graph().write("MATCH (n) DETACH DELETE n")
    victim.kill()
    victim.start()
    queue(("Official", nets[0].official.pk))
    deadline = time.monotonic() + 60
    while status().graph_epoch != status().epoch:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    caught_up()


def test_draining_by_hand_says_at_once_that_the_graph_is_away(nets, victim):
    victim.kill()
    made_and_queued("Late")
    begun = time.monotonic()
    with pytest.raises(GraphUnavailable):
        relay.drain()
    assert time.monotonic() - begun < 2
    victim.start()
    relay.drain()
    caught_up()
