"""Several calls at the same moment: real threads with a connection each."""

import threading
from collections.abc import Callable, Sequence

from django.db import connection

from backend.core.errors import DomainError
from tests.waiting import PATIENCE_S


def at_once(*calls: Callable[[], object]) -> Sequence[object]:
    """Run all at the same moment; return each one's result, or the code of its refusal."""
    results: list[object] = [None] * len(calls)
    gate = threading.Barrier(len(calls))

    def run(number: int, call: Callable[[], object]) -> None:
        try:
            gate.wait(PATIENCE_S)
            results[number] = call()
        except DomainError as error:
            results[number] = error.problems[0].code
        except BaseException as problem:  # noqa: BLE001 - told in the test's own thread
            results[number] = problem
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
        assert not thread.is_alive(), "two of them wait for each other"
    for result in results:
        if isinstance(result, BaseException):
            raise result
    return results
