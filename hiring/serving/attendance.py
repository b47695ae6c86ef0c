"""How many people are being served right now: whoever works ahead unasked waits until nobody is."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Attendance:
    """Counts those who are being served; those who are `unseen` do not count."""

    def __init__(self) -> None:
        self._served = 0
        self._unseen: set[str] = set()
        self._here: set[object] = set()
        self._lock = threading.Lock()

    @property
    def is_quiet(self) -> bool:
        """Whether nobody is being served."""
        return self._served == 0

    def here(self) -> frozenset[object]:
        """Those who are being served now, the unseen ones too: one mark each."""
        with self._lock:
            return frozenset(self._here)

    def are_through(self, marks: frozenset[object]) -> bool:
        """Whether none of those who were here is being served any more."""
        return marks.isdisjoint(self.here())

    @contextmanager
    def unseen(self, visit: str) -> Iterator[None]:
        """As long as this lasts, this visit is nobody's."""
        self._unseen.add(visit)
        try:
            yield
        finally:
            self._unseen.discard(visit)

    @contextmanager
    def serving(self, visit: str) -> Iterator[None]:
        """Serve this visit; it is over however it ends."""
        counts, mark = int(visit not in self._unseen), object()
        with self._lock:
            self._served += counts
            self._here.add(mark)
        try:
            yield
        finally:
            with self._lock:
                self._served -= counts
                self._here.discard(mark)
