"""A graph that answers nobody holds up one job at most."""

import pytest
from procrastinate.contrib.django import app

from backend.core.clock import today
from backend.introductions.models import Introduction, State
from tests.people import ask, issue, member
from tests.waiting import until

pytestmark = pytest.mark.django_db(transaction=True)

JOBS = "import asyncio; from backend.jobs import worker; asyncio.run(worker.work())"


def test_jobs_are_done_while_the_graph_hangs(victim, process, do_jobs):
    victim.freeze()
    for number in range(20):  # far more than are done side by side
        app.configure_task("graph_warm", queueing_lock=f"warm-{number}").defer()
    over = ask(member("Ana"), member("Susan"), issue("Rent"), expires_on=today())
    app.configure_task("introductions_expire").defer()
    process(JOBS)
    until(lambda: Introduction.objects.get(pk=over.pk).state == State.EXPIRED)
