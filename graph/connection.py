"""The only way to the graph: Cypher over Bolt, each statement within a deadline.

The driver's synchronous face waits for ever on a frozen engine, either one. So this one runs the
asynchronous driver on an event loop in a thread, gives up on time, and throws away a connection
that was given up on. One `Graph` may be shared by all threads, and survives a fork.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import logging
import os
import threading
import weakref
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar

import neo4j
from neo4j import exceptions, time

Row = dict[str, Any]
Parameters = Mapping[str, Any]
Statement = tuple[str, Parameters]

_T = TypeVar("_T")

READ_DEADLINE_S = 1.0
WRITE_DEADLINE_S = 10.0
_POOL_SIZE = 20
_CONNECT_S = 5.0
_ATTEMPTS = 5
_PAUSE_S = 0.01  # doubled after each attempt
_GRACE_S = 0.1  # for the loop's thread to hand the news of a missed deadline over


class GraphError(Exception):
    """A statement failed: the graph could not do it, or could not be asked."""


class GraphUnavailable(GraphError):  # noqa: N818 - reads as what is the matter
    """Nobody answers at the graph's address, or it refused to let us in."""


class GraphTimeout(GraphError):  # noqa: N818
    """The graph did not answer within the deadline. A write may or may not have happened."""


class GraphConflict(GraphError):  # noqa: N818
    """A uniqueness constraint refused the write."""


class Graph:
    """A graph at a Bolt address (`bolt://`, `neo4j://`, `neo4j+s://`).

    `database` is None for the server's own default, which the bundled engine has set to ours.
    Without a password nobody signs in. Nothing is connected before the first statement.
    """

    def __init__(
        self, uri: str, user: str | None, password: str | None, database: str | None = None
    ) -> None:
        self._uri = uri
        self._auth = (user or "neo4j", password) if password else None
        self._database = database
        self._lock = threading.Lock()
        self._worker: _Worker | None = None
        _graphs.add(self)

    def read(
        self, cypher: str, params: Parameters | None = None, timeout: float = READ_DEADLINE_S
    ) -> list[Row]:
        """Rows of a reading statement, one dict a row; dates and times are Python's own.

        `timeout` in seconds bounds the whole call. Raises GraphUnavailable, GraphTimeout or
        GraphError.
        """
        worker = self._ready()
        return worker.call(worker.run(neo4j.READ_ACCESS, cypher, params or {}, timeout), timeout)

    def write(
        self, cypher: str, params: Parameters | None = None, timeout: float = WRITE_DEADLINE_S
    ) -> list[Row]:
        """One statement that writes, in a transaction of its own. Raises as `read` does.

        GraphConflict says that a uniqueness constraint was hit. Only a transaction that the engine
        rolled back itself, to be tried again, is tried again.
        """
        worker = self._ready()
        return worker.call(worker.run(neo4j.WRITE_ACCESS, cypher, params or {}, timeout), timeout)

    def write_transaction(
        self, statements: Sequence[Statement], timeout: float = WRITE_DEADLINE_S
    ) -> list[list[Row]]:
        """All statements or none, in this order; the rows of each. Raises as `write` does."""
        worker = self._ready()
        return worker.call(worker.run_all(statements, timeout), timeout)

    def close(self) -> None:
        """Close the connections. The next statement opens new ones."""
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop()

    def _ready(self) -> _Worker:
        with self._lock:
            if self._worker is None:
                self._worker = _Worker(self._uri, self._auth, self._database)
            return self._worker

    def _forget(self) -> None:
        """In a forked child: the loop's thread stayed behind, and the sockets are the parent's."""
        self._lock = threading.Lock()
        if self._worker is not None:
            _left_behind.append(self._worker)  # never finalised: its sockets are in use elsewhere
            self._worker = None


_graphs: weakref.WeakSet[Graph] = weakref.WeakSet()
_left_behind: list[_Worker] = []


def _after_fork() -> None:
    for graph in list(_graphs):
        graph._forget()


os.register_at_fork(after_in_child=_after_fork)


class _OtherNotices(logging.Filter):
    """Drops the server's remark that no node or edge of a named type exists yet."""

    def filter(self, record: logging.LogRecord) -> bool:
        return "01N5" not in record.getMessage()


logging.getLogger("neo4j.notifications").addFilter(_OtherNotices())


class _Worker:
    """An event loop in a daemon thread, and the driver that lives on it."""

    def __init__(self, uri: str, auth: tuple[str, str] | None, database: str | None) -> None:
        self._database = database
        self._loop = asyncio.new_event_loop()
        self._driver = neo4j.AsyncGraphDatabase.driver(
            uri,
            auth=auth,
            max_connection_pool_size=_POOL_SIZE,
            connection_timeout=_CONNECT_S,
            connection_acquisition_timeout=_CONNECT_S,
            keep_alive=True,
            user_agent="counterpart",
        )
        self._thread = threading.Thread(target=self._loop.run_forever, name="graph", daemon=True)
        self._thread.start()

    def call(self, work: Coroutine[Any, Any, _T], timeout: float) -> _T:
        """Run on the loop from any other thread and translate what went wrong."""
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result(timeout + _GRACE_S)
        except (TimeoutError, concurrent.futures.TimeoutError) as error:
            future.cancel()
            raise GraphTimeout(f"The graph did not answer within {timeout:g} s.") from error
        except exceptions.ConstraintError as error:
            raise GraphConflict(f"The graph refused a duplicate: {error.message}") from error
        except _UNAVAILABLE as error:
            raise GraphUnavailable(f"The graph cannot be reached: {error}") from error
        except exceptions.Neo4jError as error:
            raise _translated(error) from error
        except exceptions.DriverError as error:
            raise GraphError(f"The graph's driver failed: {error}") from error

    async def run(self, access: str, cypher: str, params: Parameters, timeout: float) -> list[Row]:
        query = neo4j.Query(cypher, timeout=timeout)

        async def attempt() -> list[Row]:
            async with self._session(access) as session:
                return await _rows(await session.run(query, dict(params)))

        return await _persist(attempt, timeout, reads=access == neo4j.READ_ACCESS)

    async def run_all(self, statements: Sequence[Statement], timeout: float) -> list[list[Row]]:
        async def attempt() -> list[list[Row]]:
            async with (
                self._session(neo4j.WRITE_ACCESS) as session,
                await session.begin_transaction(timeout=timeout) as transaction,
            ):
                answers = [
                    await _rows(await transaction.run(cypher, dict(params)))
                    for cypher, params in statements
                ]
                await transaction.commit()
                return answers

        return await _persist(attempt, timeout, reads=False)

    def _session(self, access: str) -> neo4j.AsyncSession:
        # A cancelled session kills its connection as it leaves its `async with`.
        return self._driver.session(
            database=self._database, default_access_mode=access, fetch_size=-1
        )

    def stop(self) -> None:
        closing = asyncio.run_coroutine_threadsafe(
            asyncio.wait_for(self._driver.close(), 1.0), self._loop
        )
        with suppress(Exception):  # a frozen engine does not say good-bye
            closing.result(1.0 + _GRACE_S)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(1.0)
        if not self._thread.is_alive():
            self._loop.close()


_LOST = (exceptions.ServiceUnavailable, exceptions.SessionExpired)
_UNAVAILABLE = (
    *_LOST,
    exceptions.AuthError,
    exceptions.ConnectionAcquisitionTimeoutError,
    OSError,
)


async def _persist(attempt: Callable[[], Awaitable[_T]], timeout: float, *, reads: bool) -> _T:
    """Within the deadline, try again what certainly left no trace.

    That is a transaction that the engine rolled back and calls transient (the bundled one does
    so even to a lone writer, now and then), and a read whose pooled connection led to an engine
    that has been restarted since: the driver has dropped those by the second time.
    """
    async with asyncio.timeout(timeout):
        for number in range(_ATTEMPTS):
            last = number == _ATTEMPTS - 1
            try:
                return await attempt()
            except exceptions.TransientError:
                if last:
                    raise
                await asyncio.sleep(_PAUSE_S * 2**number)
            except _LOST:
                if not reads or number:
                    raise
    raise AssertionError("the last attempt returns or raises")


def _translated(error: exceptions.Neo4jError) -> GraphError:
    code = error.code or ""
    if "Timeout" in code or "TimedOut" in code:
        return GraphTimeout("The graph stopped a statement that ran longer than its limit.")
    # The bundled engine names a broken constraint in words only.
    if "DuplicatedKey" in str(error) or "ConstraintValidation" in code:
        return GraphConflict(f"The graph refused a duplicate: {error.message}")
    return GraphError(f"The graph refused a statement: {error.message}")


async def _rows(result: neo4j.AsyncResult) -> list[Row]:
    keys = result.keys()
    return [
        {key: _native(value) for key, value in zip(keys, record.values(), strict=True)}
        async for record in result
    ]


_PLAIN = frozenset({str, int, float, bool, bytes, type(None)})


def _native(value: Any) -> Any:
    """The same value with Python's own dates and times, lists and maps included."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is list:
        return [_native(each) for each in value]
    if kind is dict:
        return {key: _native(each) for key, each in value.items()}
    if isinstance(value, time.Date | time.DateTime | time.Time):
        return value.to_native()
    return value
