"""What the worker does once an hour, on real tables."""

import threading
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from backend.cli import due
from backend.core.clock import this_week, today
from backend.introductions.models import Impression, Introduction, State
from backend.matching.models import PeerList
from tests.people import ask, issue, member

pytestmark = pytest.mark.django_db(transaction=True)


def run_once(monkeypatch):
    """Let the worker's thread do its round, and end it."""
    stop = threading.Event()
    wait = stop.wait
    monkeypatch.setattr(stop, "wait", lambda seconds: stop.set() or wait(0))
    thread = threading.Thread(target=due.run, args=(stop,))
    thread.start()
    thread.join(10)
    assert not thread.is_alive()


def test_asks_expire_and_old_weeks_are_forgotten(monkeypatch):
    ana, maya, about = member("Ana"), member("Maya"), issue("Rent")
    over = ask(ana, maya, about, expires_on=today())
    still = ask(ana, member("Ben"), about, expires_on=today() + timedelta(days=1))
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
    run_once(monkeypatch)
    assert Introduction.objects.get(pk=over.pk).state == State.EXPIRED
    assert Introduction.objects.get(pk=still.pk).state == State.AWAITING
    assert Impression.objects.count() == 2
    assert set(PeerList.objects.values_list("official", flat=True)) == {maya.pk}


def test_a_database_that_is_away_ends_nothing(monkeypatch):
    tried = []

    def away():
        tried.append(1)
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(due, "introduction_expire_due", away)
    run_once(monkeypatch)
    assert tried == [1]
