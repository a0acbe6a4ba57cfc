"""How long the tests wait for what must come, and how much later than promised it may come.

Both are for a machine that is busy with other things: no test says how fast this one is.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Whatever has not come by then does not come.
PATIENCE_S = 120.0
# What is given up on or answered "within a second" may take this much longer. Whoever waits for a
# frozen server instead, or sleeps through a call, is later still.
LATE_S = 5.0

_LOOK_AGAIN_S = 0.01


def until(happened: Callable[[], object], what: str = "it") -> None:
    """Wait for something to happen."""
    deadline = time.monotonic() + PATIENCE_S
    while not happened():
        assert time.monotonic() < deadline, f"{what} did not happen in {PATIENCE_S:.0f} s"
        time.sleep(_LOOK_AGAIN_S)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Assert that the block ends in the seconds that are promised."""
    began = time.monotonic()
    yield
    took = time.monotonic() - began
    assert took < seconds + LATE_S, f"promised in {seconds} s, it took {took:.1f} s"
