"""One random stream per purpose, so that a change in one part leaves the others as they were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar
from zlib import crc32

import numpy as np
from numpy.random import PCG64, Generator, SeedSequence

Item = TypeVar("Item")


def stream(seed: int, purpose: str) -> Generator:
    """The generator of `purpose` under `seed`: the same two always give the same numbers."""
    return Generator(PCG64(SeedSequence([seed, crc32(purpose.encode())])))


def pick(random: Generator, items: Sequence[Item], weights: Sequence[float] | None = None) -> Item:
    """One of `items`, by `weights` where given (any positive numbers)."""
    if weights is None:
        return items[int(random.integers(len(items)))]
    edges = np.cumsum(np.asarray(weights, dtype=float))
    index = int(np.searchsorted(edges, random.random() * edges[-1], side="right"))
    return items[min(index, len(items) - 1)]


def chance(random: Generator, probability: float) -> bool:
    """True with that probability."""
    return bool(random.random() < probability)
