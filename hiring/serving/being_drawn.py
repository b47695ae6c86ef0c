"""Which pages are being drawn right now, so that what would disturb them waits until they are through."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class BeingDrawn:
    """Pages (and files taken out of them) being made: one mark each."""

    def __init__(self) -> None:
        self._now: set[object] = set()
        self._lock = threading.Lock()

    def now(self) -> frozenset[object]:
        """A mark for each that is being made."""
        with self._lock:
            return frozenset(self._now)

    def are_through(self, marks: frozenset[object]) -> bool:
        """Whether none of these is being made any more."""
        return marks.isdisjoint(self.now())

    @contextmanager
    def one(self) -> Iterator[None]:
        """Make one within; it is through however it ends."""
        mark = object()
        with self._lock:
            self._now.add(mark)
        try:
            yield
        finally:
            with self._lock:
                self._now.discard(mark)
