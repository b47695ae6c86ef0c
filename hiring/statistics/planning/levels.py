"""How a level moves from year to year, of few years of it that are known with error: draws of the years to come.

A random walk, perhaps with a drift, seen with error (the local level model of Harvey 1989, ch. 2), over a grid of how
far a year may move, so that of three or four years known no more is taken for granted than they say.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hiring.statistics.planning.history import Numbers

#: How far a year may move, as a logarithm (0.1: about a tenth), and how likely each is before anything is seen.
MOVES = (0.0, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.3, 0.45)
USUAL_MOVE = 0.15
#: A steady rise or fall a year, and how likely.
DRIFTS = (-0.2, -0.15, -0.1, -0.05, 0.0, 0.05, 0.1, 0.15, 0.2)
USUAL_DRIFT = 0.1
LEAST_ERROR = 1e-8  # variance: of what is known exactly


@dataclass(frozen=True, eq=False)
class Series:
    """Logarithms of a level by year, the oldest first, and the variance of each one's error."""

    values: Numbers
    variances: Numbers


def drawn(
    series: Sequence[Series], years: int, draws: int, random: np.random.Generator, *, has_drift: bool
) -> Numbers:
    """Logarithms of the levels to come: draws by series by years; one without a value starts from 0."""
    grid = list(itertools.product(MOVES, DRIFTS if has_drift else (0.0,)))
    fits = [[_filtered(one, *point) for one in series] for point in grid]
    weights = np.array(
        [_prior(*point) + sum(one[2] for one in fit) for point, fit in zip(grid, fits, strict=True)]
    )
    weights = np.exp(weights - weights.max())
    picked = random.choice(len(grid), draws, p=weights / weights.sum())
    move, drift = np.array(grid)[picked].T
    level, variance, _ = np.array(fits).transpose(2, 0, 1)
    now = level[picked] + np.sqrt(variance[picked]) * random.standard_normal((draws, len(series)))
    steps = drift[:, None, None] + move[:, None, None] * random.standard_normal((draws, len(series), years))
    return np.asarray(now[:, :, None] + steps.cumsum(axis=2))


def _prior(move: float, drift: float) -> float:
    return -math.log1p((move / USUAL_MOVE) ** 2) - 0.5 * (drift / USUAL_DRIFT) ** 2


def _filtered(series: Series, move: float, drift: float) -> tuple[float, float, float]:
    """The level of the last year and its variance, and how likely the values are."""
    if not len(series.values):
        return 0.0, 0.0, 0.0
    level, variance = float(series.values[0]), max(float(series.variances[0]), LEAST_ERROR)
    likely = 0.0
    for value, error in zip(series.values[1:], series.variances[1:], strict=True):
        level, variance = level + drift, variance + move**2
        spread = variance + max(float(error), LEAST_ERROR)
        off = float(value) - level
        likely -= 0.5 * (math.log(spread) + off**2 / spread)
        level, variance = level + variance / spread * off, variance * (1 - variance / spread)
    return level, variance, likely
