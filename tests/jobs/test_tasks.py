"""What is due while nobody edits anything, done through the queue, once and once more."""

from datetime import timedelta

import pytest
from django.utils import timezone

from backend.audit.models import AuditEntry
from backend.core import graph_client
from backend.core.clock import this_week, today
from backend.introductions.models import Impression, Introduction, State
from backend.matching.models import PeerList
from backend.outbox.models import OutboxEntry
from backend.projection.models import Projection
from graph.connection import Graph, GraphUnavailable
from tests import people
from tests.people import ask, issue, member

pytestmark = pytest.mark.django_db(transaction=True)

DAY = timedelta(days=1)


def test_asks_expire_once(do_jobs):
    ana, maya, about = member("Ana"), member("Maya"), issue("Rent")
    over = ask(ana, maya, about, expires_on=today())
    still = ask(ana, member("Ben"), about, expires_on=today() + DAY)
    OutboxEntry.objects.all().delete()
    for _ in range(2):
        do_jobs("introductions_expire")
        assert Introduction.objects.get(pk=over.pk).state == State.EXPIRED
        assert Introduction.objects.get(pk=still.pk).state == State.AWAITING
        assert AuditEntry.objects.filter(action="introduction.expire").count() == 1
        assert OutboxEntry.objects.count() == 2


def test_weeks_long_over_are_forgotten(do_jobs):
    ana, maya = member("Ana"), member("Maya")
    for weeks in (0, 8, 9):
        week = this_week() - timedelta(weeks=weeks)
        Impression.objects.create(official=ana, shown=maya, week=week)
        PeerList.objects.create(
            official=(ana if weeks == 9 else maya),
            intent="learn" if weeks else "collaborate",
            week=week,
            weights_version="1",
            length=1,
            own_work=[],
            made_at=timezone.now(),
        )
    for _ in range(2):
        do_jobs("retention")
        assert Impression.objects.count() == 2
        assert set(PeerList.objects.values_list("official", flat=True)) == {maya.pk}


def test_a_new_day_queues_for_the_graph_whom_it_changes(do_jobs):
    person = member(at=people.place())
    member("Ben", at=people.place("There"))
    people.seat_of(person, people.place("Where she serves from today"), since=today())
    Projection.objects.create(day=today() - DAY)
    OutboxEntry.objects.all().delete()
    for _ in range(2):
        do_jobs("day_rollover")
        (entry,) = OutboxEntry.objects.all()
        assert (entry.aggregate, entry.aggregate_id) == ("Official", person.pk)
        assert Projection.load().day == today()


def test_warming_asks_the_graph_for_members_and_staff_and_leaves_one_that_is_away(
    do_jobs, monkeypatch
):
    asked = []

    def graph() -> Graph:
        asked.append(True)
        raise GraphUnavailable("It is away.")

    monkeypatch.setattr(graph_client, "graph", graph)
    do_jobs("graph_warm")
    assert len(asked) >= 2
