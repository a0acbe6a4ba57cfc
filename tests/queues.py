"""The queue of jobs in tests: empty at first, and worked off by a worker in this process."""

import asyncio
from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from backend.jobs import worker


@pytest.fixture
def do_jobs(transactional_db) -> Iterator[Callable[..., None]]:
    """Queues the named tasks and does whatever is queued; none of it may fail."""
    _clear()
    yield _do
    _clear()


def _do(*names: str) -> None:
    for name in names:
        app.configure_task(name, allow_unknown=False).defer()
    asyncio.run(worker.work(wait=False))
    assert not ProcrastinateJob.objects.filter(status="failed").exists()


def _clear() -> None:
    # Django empties the tables of its own models only, and these are not.
    tables = ("jobs", "events", "periodic_defers", "workers")
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(f'procrastinate_{each}' for each in tables)}")
