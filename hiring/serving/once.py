"""Work things out once: what was made is kept, and who asks meanwhile waits instead of making it again.

Fifty people who open the same page at once ask the same questions at the same moment. Without this each of them
would work out all of it, on the same two processors.

What is kept is bounded in number and in bytes, and goes when another warehouse is served (see `forgetting`).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

from hiring.loading import forgetting

T = TypeVar("T")


@dataclass(frozen=True)
class _Kept(Generic[T]):
    """What was made, and how many bytes it takes."""

    made: T
    size: int


class Once(Generic[T]):
    """What was made, by key; of more than `most`, or of more than `most_bytes`, that goes first which nobody asked
    for longest.

    `size_of` tells how many bytes something takes; what takes more than all may is given and not kept. It must not
    raise.
    """

    def __init__(self, most: int, most_bytes: int, size_of: Callable[[T], int]) -> None:
        self.most, self.most_bytes, self._size_of = most, most_bytes, size_of
        self._kept: OrderedDict[Hashable, _Kept[T]] = OrderedDict()
        self._making: dict[Hashable, Future[T]] = {}
        self._bytes = 0
        self._times_forgotten = 0
        self._lock = threading.Lock()
        forgetting.by(self)

    @property
    def bytes_kept(self) -> int:
        """How many bytes all that is kept takes."""
        return self._bytes

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under the key, else what `make` gives, which is then kept.

        Of several threads that ask at once one makes it and the others wait. An error reaches all of them and
        is not kept. What stops only the one who makes it, such as the end of its visit, lets another take over.
        """
        while True:
            with self._lock:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    return self._kept[key].made
                others = self._making.get(key)
                if others is None:
                    mine = self._making[key] = Future[T]()
                    begun = self._times_forgotten
                    break
            with suppress(CancelledError):
                return others.result()
        return self._made(key, mine, make, begun)

    def _made(self, key: Hashable, future: Future[T], make: Callable[[], T], begun: int) -> T:
        try:
            made = make()
            size = self._size_of(made)
        except BaseException as error:
            with self._lock:
                self._is_through(key, begun)
            if isinstance(error, Exception):
                future.set_exception(error)
            else:
                future.cancel()
            raise
        with self._lock:
            if self._is_through(key, begun):
                self._keep(key, _Kept(made, size))
        future.set_result(made)
        return made

    def _is_through(self, key: Hashable, begun: int) -> bool:
        """Whether what was being made is still wanted: all may have been forgotten since it was begun."""
        if begun != self._times_forgotten:
            return False
        del self._making[key]
        return True

    def _keep(self, key: Hashable, kept: _Kept[T]) -> None:
        if kept.size > self.most_bytes:
            return
        self._kept[key] = kept
        self._bytes += kept.size
        while len(self._kept) > self.most or self._bytes > self.most_bytes:
            _, gone = self._kept.popitem(last=False)
            self._bytes -= gone.size

    def has(self, key: Hashable) -> bool:
        """Whether what stands under the key is kept already."""
        with self._lock:
            return key in self._kept

    def forget(self) -> None:
        """Keep nothing any more; what is being made reaches those who wait for it and is not kept either."""
        with self._lock:
            self._kept.clear()
            self._making.clear()
            self._bytes = 0
            self._times_forgotten += 1
