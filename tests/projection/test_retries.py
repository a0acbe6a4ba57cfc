"""What the relay does with what it can't bring."""

import time
from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.utils import timezone

from backend.core import graph_client
from backend.directory.models import Official
from backend.outbox.models import DeadLetter
from backend.projection import relay, retries
from backend.projection.mapping import desired_state
from backend.projection.verify import verify
from backend.projection.writer import Writer
from graph.connection import Graph, GraphUnavailable
from tests.projection import network
from tests.projection.network import made_and_queued, queue, waiting
from tests.waiting import until, within

pytestmark = pytest.mark.django_db(transaction=True)

UNREADABLE = "UPDATE directory_term SET during = '[2020-01-06,12000-01-01)' WHERE official_id = %s"
READABLE = "UPDATE directory_term SET during = '[2020-01-06,2090-01-01)' WHERE official_id = %s"


def run_sql(sql: str, id_: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, [id_])


def due_now() -> None:
    DeadLetter.objects.filter(retry_at__isnull=False).update(retry_at=timezone.now())


@pytest.fixture
def poisoned(projection: Graph) -> network.Network:
    """Ten networks, in one of which a date is too late for Python."""
    nets = [network.make(f"Person {number}") for number in range(10)]
    run_sql(UNREADABLE, nets[4].official.pk)
    queue(*(key for net in nets for key in net.everything()))
    return nets[4]


def test_poison_is_set_apart_and_the_others_arrive(projection, poisoned):
    Writer(projection).process_batch()
    assert waiting() == 0
    letter = DeadLetter.objects.get()
    assert (letter.aggregate, letter.aggregate_id) == ("Official", poisoned.official.pk)
    assert (letter.attempts, letter.reason) == (1, "DataError")
    found = projection.read("MATCH (n:Official) RETURN count(n) AS n")
    assert found == [{"n": 9}]


def test_what_the_graph_would_refuse_is_set_apart(projection, monkeypatch):
    nets = [network.make(f"Person {number}") for number in range(5)]
    bad = nets[2].policy.pk

    def with_a_stranger(keys):
        found = desired_state(keys)
        for state in found.states:
            if (state.label, state.id) == ("Policy", bad):
                state.properties["undeclared"] = 1
        return found

    monkeypatch.setattr("backend.projection.writer.desired_state", with_a_stranger)
    queue(*(key for net in nets for key in net.everything()))
    Writer(projection).process_batch()
    reasons = {
        (letter.aggregate, letter.aggregate_id): letter.reason
        for letter in DeadLetter.objects.all()
    }
    assert reasons.pop(("Policy", bad)) == "ValueError"
    # Their adoptions have nowhere to point to until it is there.
    assert set(reasons.values()) == {f"no Policy {bad} for OF"}
    assert len(reasons) == 2

    monkeypatch.setattr("backend.projection.writer.desired_state", desired_state)
    due_now()
    relay.drain()
    assert verify().is_clean
    assert not DeadLetter.objects.exists()


def test_pauses_grow_until_it_is_given_up(projection, poisoned):
    pauses = []
    Writer(projection).process_batch()
    for attempt in range(2, retries.ATTEMPTS + 1):
        assert Writer(projection).process_batch() == 0, "before its time it is left alone"
        due_now()
        began = timezone.now()
        assert Writer(projection).process_batch() == 1
        letter = DeadLetter.objects.get()
        assert letter.attempts == attempt
        if letter.retry_at:
            pauses.append((letter.retry_at - began).total_seconds())
    assert letter.retry_at is None
    assert pauses == sorted(pauses)
    assert pauses[0] == pytest.approx(1.0, abs=0.5)
    assert sum(pauses) > 60
    assert Writer(projection).process_batch() == 0


def test_an_edit_tries_again_what_was_given_up_and_success_clears(projection, poisoned):
    Writer(projection).process_batch()
    DeadLetter.objects.update(retry_at=None, attempts=retries.ATTEMPTS)
    run_sql(READABLE, poisoned.official.pk)
    queue(("Official", poisoned.official.pk))
    Writer(projection).process_batch()
    assert not DeadLetter.objects.exists()
    assert verify().is_clean


def test_a_missing_target_is_waited_for(projection):
    net = network.make()
    queue(("Official", net.official.pk))
    Writer(projection).process_batch()
    letter = DeadLetter.objects.get()
    assert letter.reason.startswith("no ")
    queue(*net.everything()[1:])
    relay.drain()
    assert not DeadLetter.objects.exists()
    found = verify()
    assert found.is_clean
    assert found.nodes == 8


def test_draining_does_not_wait_for_what_is_far_away(projection, poisoned):
    Writer(projection).process_batch()
    DeadLetter.objects.update(retry_at=timezone.now() + timedelta(seconds=60))
    with within(2):
        relay.drain()


def test_while_the_graph_is_away_nothing_is_lost_or_counted(transactional_db):
    made_and_queued()
    nowhere = Graph("bolt://127.0.0.1:9", None, None)
    with pytest.raises(GraphUnavailable):
        Writer(nowhere).process_batch()
    nowhere.close()
    assert waiting() == 8
    assert not DeadLetter.objects.exists()


def test_the_relay_backs_off_and_catches_up(projection, running, monkeypatch):
    nowhere = Graph("bolt://127.0.0.1:9", None, None)
    asked: list[float] = []

    def away() -> Graph:
        asked.append(time.monotonic())
        return nowhere

    monkeypatch.setattr(graph_client, "graph", away)
    made_and_queued()
    with running():
        until(lambda: len(asked) >= 4)
        assert waiting() == 8
        monkeypatch.setattr(graph_client, "graph", lambda: projection)
        until(lambda: waiting() == 0)
    nowhere.close()
    pauses = [later - sooner for sooner, later in pairwise(asked)]
    for number, pause in enumerate(pauses):
        assert pause >= relay.FIRST_PAUSE_S * 2**number
    assert not DeadLetter.objects.exists()
    assert verify().is_clean


def test_paused_people_stay_and_only_their_mark_changes(projection):
    net = made_and_queued()
    relay.drain()
    Official.objects.update(paused=True)
    queue(("Official", net.official.pk))
    relay.drain()
    assert projection.read("MATCH (n:Official) RETURN n.paused AS paused") == [{"paused": True}]
