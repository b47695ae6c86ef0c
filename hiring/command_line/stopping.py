"""A command that is told to end, ends in order: what it made for itself is cleared away, and it says so.

`kill`, a service manager and a closed terminal send signals that end a process where it stands unless it listens.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: What asks a process to end; a system has them or not.
_ASKING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class StoppedError(KeyboardInterrupt):
    """Somebody asked the process to end, by other means than the keyboard."""


class Stop:
    """Whether somebody asked: a library may have turned what we raised then into an error of its own."""

    def __init__(self) -> None:
        self.is_asked = False

    def ask(self, _number: int, _frame: FrameType | None) -> None:
        """Raises `StoppedError`; those that ask again do not disturb the clearing up."""
        self.is_asked = True
        for number in _ASKING:
            signal.signal(number, signal.SIG_IGN)
        raise StoppedError


@contextmanager
def in_order() -> Iterator[Stop]:
    """Within, a signal that asks the process to end raises `StoppedError`; one that is ignored stays so (`nohup`)."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():  # no other may say what a signal does
        yield stop
        return
    before = {number: signal.getsignal(number) for number in _ASKING}
    try:
        for number, handler in before.items():
            if handler == signal.SIG_DFL:
                signal.signal(number, stop.ask)
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
