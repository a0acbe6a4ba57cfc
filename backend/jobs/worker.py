"""The jobs process: does what is queued until told to stop."""

import asyncio
import logging

import psycopg
from procrastinate import PsycopgConnector
from procrastinate.connector import BaseConnector
from procrastinate.contrib.django import app, connector_params
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException

from backend.servers import child, interrupts

log = logging.getLogger(__name__)

# A worker that was silent for so long is taken for dead, and what it began is done again.
SILENCE_S = 30.0
# How many jobs a process does side by side, each in a thread of its own.
SIDE_BY_SIDE = 4
# Until it is tried again whether a database that was away is back.
PAUSE_S = 2.0


class Connector(PsycopgConnector):
    """Its own statements use a pool; what a job queues is queued in that job's transaction."""

    def get_sync_connector(self) -> BaseConnector:
        """Return the connection of Django in this thread."""
        return DjangoConnector()


async def work(*, silence_s: float = SILENCE_S, wait: bool = True) -> None:
    """Do jobs until cancelled (what is begun is finished first), or until none is left to do.

    Raises ConnectorException or a psycopg.Error when the database is away. Several processes may
    do this, but only once in each at a time.
    """
    connector = Connector(kwargs=connector_params(), min_size=1)
    with app.replace_connector(connector):
        async with app.open_async():
            await app.run_worker_async(
                concurrency=SIDE_BY_SIDE,
                wait=wait,
                delete_jobs="successful",
                install_signal_handlers=False,
                update_heartbeat_interval=silence_s / 3,
                stalled_worker_timeout=silence_s,
                additional_context={"silence_s": silence_s},
            )


async def run() -> None:
    """Do jobs until a signal says stop. A database that is away is waited for."""
    loop = asyncio.get_running_loop()
    told = asyncio.Event()
    with interrupts.instead(lambda: loop.call_soon_threadsafe(told.set)):
        stopping = asyncio.create_task(told.wait())
        while not stopping.done():
            working = asyncio.create_task(work())
            await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
            working.cancel()
            await asyncio.wait({working})
            if not working.cancelled() and (error := working.exception()):
                if not isinstance(error, ConnectorException | psycopg.Error):
                    raise error
                log.warning("Jobs wait: %s", type(error).__name__)
            await asyncio.wait({stopping}, timeout=PAUSE_S)


def main() -> None:
    """Work until told to stop, or until the supervisor is gone."""
    with child.process():
        asyncio.run(run())


if __name__ == "__main__":
    main()
