"""Whatever keeps something of a warehouse says so here, and all of it goes when another warehouse is served.

A server lives longer than a warehouse. What it keeps of one that is served no more answers nobody, fills its memory,
and may hold the name of somebody whom the new warehouse was built to forget.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable
from typing import Protocol, TypeVar


class Keeper(Protocol):
    """Something that keeps what stood in a warehouse or an export."""

    def forget(self) -> None:
        """Keep nothing of it any more."""


class Cached(Protocol):
    """A function that keeps what it gave, as `functools.lru_cache` makes them."""

    def cache_clear(self) -> None:
        """Keep nothing any more."""


C = TypeVar("C", bound=Cached)

_keepers: weakref.WeakSet[Keeper] = weakref.WeakSet()
_functions: list[Callable[[], None]] = []
_lock = threading.Lock()


def by(keeper: Keeper) -> None:
    """From now on `everything` makes this one forget too, as long as it is there."""
    with _lock:
        _keepers.add(keeper)


def too(function: C) -> C:
    """The function; `everything` makes it forget what it gave. Stands above `lru_cache`, whose values it is about."""
    _functions.append(function.cache_clear)
    return function


def everything() -> None:
    """Forget all that is kept of warehouses and exports; what is asked for again is worked out anew."""
    with _lock:
        keepers = list(_keepers)
    for keeper in keepers:
        keeper.forget()
    for forget in _functions:
        forget()
