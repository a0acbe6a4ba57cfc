"""Ctrl-C and its like: the first one ends the work in order, later ones are ignored meanwhile."""

import contextlib
import signal
from collections.abc import Callable, Iterator
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class _State:
    ending = False
    waiting = False
    held = 0
    instead: Callable[[], object] | None = None


def listen() -> None:
    """From now on the first signal that asks this process to end raises KeyboardInterrupt."""
    for number in SIGNALS:
        # A process started with nohup is meant to outlive its terminal.
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _on_signal)


@contextlib.contextmanager
def held() -> Iterator[None]:
    """Let a step that must not be cut in two (the start of a server) finish first."""
    _State.held += 1
    try:
        yield
    finally:
        _State.held -= 1
        if _State.waiting and not _State.held:
            _interrupt()


@contextlib.contextmanager
def instead(action: Callable[[], object]) -> Iterator[None]:
    """Call an action at the first signal, for work that ends by itself; the second interrupts."""
    _State.instead = action
    try:
        yield
    finally:
        _State.instead = None


def _on_signal(_number: int, _frame: FrameType | None) -> None:
    if _State.held:
        _State.waiting = True
    elif _State.instead is not None:
        action, _State.instead = _State.instead, None
        action()
    elif not _State.ending:
        _interrupt()


def _interrupt() -> None:
    _State.waiting = False
    _State.ending = True
    raise KeyboardInterrupt
