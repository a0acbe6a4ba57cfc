"""Workers and their queue on the real server: what is done, when, how often, and after a kill."""

import asyncio
import time
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker
from procrastinate.exceptions import AlreadyEnqueued

from backend.core.clock import today
from backend.directory.models import Issue
from backend.introductions.models import Introduction, State
from backend.jobs import worker
from tests.faults.harm import Process
from tests.people import ask, issue, member
from tests.waiting import until

pytestmark = pytest.mark.django_db(transaction=True)

done: list[str] = []


@app.task(name="tests.note", queueing_lock="tests.note", lock="tests.note")
def note(word: str = "noted") -> None:
    done.append(word)


@app.task(name="tests.queue_and_roll_back")
def queue_and_roll_back() -> None:
    """Queue another in a transaction that is rolled back."""
    with transaction.atomic():
        note.defer()
        transaction.set_rollback(True)
    done.append("rolled back")


@pytest.fixture(autouse=True)
def nothing_done(do_jobs):
    done.clear()


# A task that can be stopped in its middle, when its effect is there: it says so in a file and waits
# for as long as another file is there.
STOPPABLE = """
import asyncio, os, pathlib, time
from procrastinate.contrib.django import app
from backend.directory.models import Issue
from backend.jobs import worker
from backend.servers import interrupts

interrupts.listen()
folder = pathlib.Path({folder!r})

@app.task(name="tests.stoppable")
def stoppable(slug):
    Issue.objects.get_or_create(slug=slug, name=slug)
    with (folder / slug).open("a") as file:
        file.write(f"{{os.getpid()}} ")
    while (folder / "gate").exists():
        time.sleep(0.02)

asyncio.run({work})
"""


@pytest.fixture
def start(tmp_path, settings):
    """Starts workers in processes of their own, and kills what is left of them."""
    settings.NEO4J_URI = "bolt://127.0.0.1:1"  # a graph that is away stops no job
    started = []

    def start(work: str) -> Process:
        code = STOPPABLE.format(folder=str(tmp_path), work=work)
        started.append(Process(code, tmp_path / f"worker-{len(started)}.log"))
        return started[-1]

    yield start
    for each in started:
        each.kill()


def queue(slug: str) -> None:
    app.configure_task("tests.stoppable").defer(slug=slug)


def begun(folder: Path, slug: str) -> list[str]:
    """By which processes a stoppable job was begun."""
    path = folder / slug
    return path.read_text().split() if path.exists() else []


def waiting_or_begun(name: str) -> int:
    return ProcrastinateJob.objects.filter(task_name=name).exclude(status="failed").count()


def test_what_was_queued_in_a_transaction_that_is_rolled_back_is_never_done(do_jobs):
    with transaction.atomic():
        app.configure_task("tests.note").defer()
        transaction.set_rollback(True)
    do_jobs()
    assert done == []
    with transaction.atomic():
        app.configure_task("tests.note").defer()
    do_jobs()
    assert done == ["noted"]
    do_jobs()
    assert done == ["noted"]


def test_a_job_queues_in_its_own_transaction(do_jobs):
    do_jobs("tests.queue_and_roll_back")
    assert done == ["rolled back"]


def test_a_name_that_is_no_task_is_refused_when_it_is_queued(do_jobs):
    with pytest.raises(Exception, match="Task cannot be imported"):
        do_jobs("introductions_expier")


def test_a_worker_that_is_killed_in_the_middle_has_its_job_done_again(start, tmp_path):
    (tmp_path / "gate").touch()
    queue("rent")
    first = start("worker.work(silence_s=2.0)")
    until(lambda: begun(tmp_path, "rent"))
    first.kill()
    (tmp_path / "gate").unlink()
    start("worker.work(silence_s=2.0)")
    until(lambda: not waiting_or_begun("tests.stoppable"))
    assert len(begun(tmp_path, "rent")) == 2
    assert Issue.objects.filter(slug="rent").count() == 1


def test_a_job_that_takes_longer_is_left_to_its_worker(start, tmp_path, do_jobs):
    silence_s = 5
    (tmp_path / "gate").touch()
    queue("rent")
    start(f"worker.work(silence_s={silence_s})")
    until(lambda: begun(tmp_path, "rent"))
    (alive,) = ProcrastinateWorker.objects.all()

    def has_lived_on() -> bool:
        now = ProcrastinateWorker.objects.get(pk=alive.pk)
        return (now.last_heartbeat - alive.last_heartbeat).total_seconds() > silence_s

    until(has_lived_on)
    with suppress(AlreadyEnqueued):  # its time has come just now
        app.configure_task("jobs_requeue").defer()
    until(lambda: not waiting_or_begun("jobs_requeue"))
    assert ProcrastinateJob.objects.get(task_name="tests.stoppable").status == "doing"
    (tmp_path / "gate").unlink()
    until(lambda: not waiting_or_begun("tests.stoppable"))
    assert len(begun(tmp_path, "rent")) == 1


def test_two_workers_do_each_job_once(start, tmp_path):
    slugs = [f"issue-{number}" for number in range(40)]
    for slug in slugs:
        queue(slug)
    start("worker.work()")
    start("worker.work()")
    until(lambda: not waiting_or_begun("tests.stoppable"))
    assert [len(begun(tmp_path, slug)) for slug in slugs] == [1] * len(slugs)


def test_what_is_due_is_done_without_anybody_queueing_it(start):
    over = ask(member("Ana"), member("Maya"), issue("Rent"), expires_on=today())
    start("worker.work()")
    until(lambda: Introduction.objects.get(pk=over.pk).state == State.EXPIRED)


def test_a_database_that_was_away_is_waited_for(start, tmp_path):
    process = start("worker.run()")
    queue("before")
    until(lambda: begun(tmp_path, "before"))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid != pg_backend_pid()"
        )
    queue("after")
    until(lambda: begun(tmp_path, "after"))
    assert process.is_alive()


def test_told_to_stop_a_worker_finishes_what_it_began(start, tmp_path):
    (tmp_path / "gate").touch()
    queue("begun")
    process = start("worker.run()")
    until(lambda: begun(tmp_path, "begun"))
    process.terminate()
    time.sleep(0.5)
    assert process.is_alive()
    (tmp_path / "gate").unlink()
    assert process.ended_by() == 0
    assert not waiting_or_begun("tests.stoppable")
    assert not ProcrastinateWorker.objects.exists()


def test_what_a_dead_worker_left_is_not_queued_beside_the_same(do_jobs):
    note.defer(word="left")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
    note.defer(word="waiting")
    do_jobs("jobs_requeue")
    do_jobs()
    assert done == ["waiting"]
    assert not waiting_or_begun("tests.note")


def test_a_job_in_whose_middle_workers_die_is_given_up(do_jobs):
    note.defer()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', attempts = 5")
    app.configure_task("jobs_requeue").defer()
    asyncio.run(worker.work(wait=False))
    assert done == []
    assert ProcrastinateJob.objects.get(task_name="tests.note").status == "failed"
