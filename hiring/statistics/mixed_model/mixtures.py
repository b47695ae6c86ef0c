"""Mixtures of normal distributions: tail areas and quantiles, for many sums at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import special

Array = NDArray[np.float64]
MOST_STEPS = 60
CLOSE_ENOUGH = 1e-12  # of a tail area


def below_zero(shares: Array, means: Array, sds: Array) -> Array:
    """P(sum < 0) of each column; `means` and `sds` are (parts, sums). A sum that is 0 without spread gives .5."""
    return _below(np.zeros(means.shape[1]), shares, means, sds)


def quantiles(shares: Array, means: Array, sds: Array, level: float) -> Array:
    """The value each column's mixture stays below with probability `level`.

    It lies between the parts' own quantiles. Newton's method within that bracket, which shrinks at each
    step; a step that would leave it becomes a halving.
    """
    reach = float(special.ndtri(level))
    own = means + reach * sds
    low, high = own.min(axis=0), own.max(axis=0)
    value = shares @ own
    for _ in range(MOST_STEPS):
        over = _below(value, shares, means, sds) - level
        if np.all((np.abs(over) < CLOSE_ENOUGH) | (high <= low)):
            break
        low, high = np.where(over < 0, value, low), np.where(over > 0, value, high)
        with np.errstate(divide="ignore", invalid="ignore"):
            stepped = value - over / _density(value, shares, means, sds)
        inside = (stepped > low) & (stepped < high)
        value = np.where(inside, stepped, (low + high) / 2)
    return value


def _below(value: Array, shares: Array, means: Array, sds: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        distance = np.where(sds > 0, (value - means) / sds, 0.0)
    found: Array = shares @ special.ndtr(distance)
    return found


def _density(value: Array, shares: Array, means: Array, sds: Array) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        distance = (value - means) / sds
        height = np.where(sds > 0, np.exp(-0.5 * distance**2) / (np.sqrt(2 * np.pi) * sds), 0.0)
    found: Array = shares @ height
    return found
