"""Work things out once: what was made is kept, and who asks meanwhile waits instead of making it again.

Fifty people who open the same page at once ask the same questions at the same moment. Without this each of them
would work out all of it, on the same two processors.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """What was made, by key; of more than `most` the one goes first that nobody asked for longest."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._making: dict[Hashable, Future[T]] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under the key, else what `make` gives, which is then kept.

        Of several threads that ask at once one makes it and the others wait. An error reaches all of them and
        is not kept. What stops only the one who makes it, such as the end of its visit, lets another take over.
        """
        while True:
            with self._lock:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    return self._kept[key]
                others = self._making.get(key)
                if others is None:
                    mine = self._making[key] = Future[T]()
                    break
            with suppress(CancelledError):
                return others.result()
        return self._made(key, mine, make)

    def _made(self, key: Hashable, future: Future[T], make: Callable[[], T]) -> T:
        try:
            made = make()
        except BaseException as error:
            with self._lock:
                del self._making[key]
            if isinstance(error, Exception):
                future.set_exception(error)
            else:
                future.cancel()
            raise
        with self._lock:
            del self._making[key]
            self._kept[key] = made
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        future.set_result(made)
        return made

    def has(self, key: Hashable) -> bool:
        """Whether what stands under the key is kept already."""
        with self._lock:
            return key in self._kept

    def clear(self) -> None:
        """Keep nothing any more; what is being made is still kept once it is there."""
        with self._lock:
            self._kept.clear()
