"""Relays and other holders of the relay's lock, in threads of the test."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from backend.projection import relay
from backend.projection.locks import Lock, held
from tests.waiting import PATIENCE_S


@contextmanager
def relay_in_thread() -> Iterator[None]:
    """A relay of this process; whatever it raises fails the test."""
    stop = threading.Event()
    problems: list[BaseException] = []

    def work() -> None:
        try:
            relay.run(stop)
        except BaseException as problem:  # noqa: BLE001 - told in the test's own thread
            problems.append(problem)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(PATIENCE_S)
    assert not thread.is_alive()
    assert not problems


@contextmanager
def held_by_another(lock: Lock):
    taken, release = threading.Event(), threading.Event()

    def hold() -> None:
        with held(lock):
            taken.set()
            release.wait(PATIENCE_S)
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    assert taken.wait(PATIENCE_S)
    try:
        yield
    finally:
        release.set()
        thread.join()
