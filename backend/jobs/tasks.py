"""The tasks. Each may be done twice or late: what it finds done already, it leaves alone."""

import logging
from collections.abc import Callable

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException, UniqueViolation
from procrastinate.jobs import Job, Status

from backend.core import graph_client
from backend.introductions.services.answering import introduction_expire_due
from backend.matching.peers.retention import weeks_forget
from backend.projection.day_rollover import queue_day_rollover

log = logging.getLogger(__name__)

# Days end on the hour. What is done so often costs next to nothing when nothing is due.
EVERY_HOUR = "0 * * * *"
# The sixth field is seconds.
EVERY_10_S = "* * * * * */10"
EVERY_15_S = "* * * * * */15"
# A job in whose middle so many workers died is taken to be what kills them.
ATTEMPTS = 5
FAILED_ARE_KEPT_H = 8 * 7 * 24

Work = Callable[[], object]


def _periodic(cron: str, *, lock: str | None = None) -> Callable[[Work], Work]:
    """Queue the function whenever its time comes, under its own name, unless it waits already."""

    def register(work: Work) -> Work:
        @app.periodic(cron=cron)
        @app.task(name=work.__name__, queueing_lock=work.__name__, lock=lock)
        def task(timestamp: int = 0) -> None:  # noqa: ARG001  (which time it was, for who asks)
            work()

        return work

    return register


@_periodic(EVERY_HOUR)
def introductions_expire() -> None:
    """Mark the asks whose time is over as expired."""
    introduction_expire_due()


@_periodic(EVERY_HOUR)
def retention() -> None:
    """Forget what is kept for some weeks only."""
    weeks_forget()


@_periodic(EVERY_HOUR)
def day_rollover() -> None:
    """Queue for the graph whom a new day changes though nobody edited anything."""
    queue_day_rollover()


# One at a time: a graph that hangs may hold up one job and not all that run side by side.
@_periodic(EVERY_15_S, lock="graph_warm")
def graph_warm() -> None:
    """Have the graph plan what members and staff ask of it, before they do: it may be a new one.

    A graph that has planned them before answers at once, since nobody asks.
    """
    graph_client.warm()


@app.periodic(cron=EVERY_10_S)
@app.task(name="jobs_requeue", queueing_lock="jobs_requeue", pass_context=True)
async def jobs_requeue(context: JobContext, timestamp: int = 0) -> None:  # noqa: ARG001
    """Queue anew what workers began that have been silent for too long: they were killed."""
    jobs = context.app.job_manager
    if context.job.worker_id is not None:  # a machine that slept has silent workers that live
        await jobs.update_heartbeat(context.job.worker_id)
    silence_s = context.additional_context["silence_s"]
    for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=silence_s):
        try:
            await _requeue(context, job)
        except ConnectorException as error:  # it has just ended, or another worker was quicker
            log.warning("Job %s is not queued anew: %s", job.id, error)


async def _requeue(context: JobContext, job: Job) -> None:
    jobs = context.app.job_manager
    if job.attempts >= ATTEMPTS:
        log.error("Job %s (%s) is given up: its workers die.", job.id, job.task_name)
        await jobs.finish_job(job, Status.FAILED, delete_job=False)
        return
    try:
        await jobs.retry_job(job)
    except UniqueViolation:  # the same is queued already
        await jobs.finish_job(job, Status.ABORTED, delete_job=True)


@app.periodic(cron=EVERY_HOUR)
@app.task(name="jobs_forget", queueing_lock="jobs_forget", pass_context=True)
async def jobs_forget(context: JobContext, timestamp: int = 0) -> None:  # noqa: ARG001
    """Delete the failed jobs that nobody has looked into for weeks."""
    await context.app.job_manager.delete_old_jobs(
        FAILED_ARE_KEPT_H, include_failed=True, include_cancelled=True, include_aborted=True
    )
