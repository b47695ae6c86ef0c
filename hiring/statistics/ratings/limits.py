"""Bland and Altman's limits: by how much two ratings of the same people differ, on average and at most times.

Source: Bland & Altman (1986), Lancet 327:307–310. Unlike a correlation this sees that one side is always stricter.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtrit

from hiring.statistics.rates import Z_95, Interval, mean_interval
from hiring.statistics.ratings.thresholds import FEWEST_PAIRS


@dataclass(frozen=True)
class Limits:
    """`bias` is the mean of first − second; nineteen differences of twenty lie between `lower` and `upper`.

    All with 95 % intervals, in the unit of the ratings; `sd` is of the differences. `slope` is by how much the
    difference grows with each unit of the two's mean.
    """

    bias: Interval
    lower: Interval
    upper: Interval
    sd: float
    slope: float
    n: int

    @property
    def is_enough(self) -> bool:
        """Whether there are people enough to print the limits."""
        return self.n >= FEWEST_PAIRS


def limits_of_agreement(first: ArrayLike, second: ArrayLike) -> Limits:
    """The limits of agreement of two ratings of the same people, pairs with a gap left out; nan below two pairs."""
    a, b = np.asarray(first, dtype=float).ravel(), np.asarray(second, dtype=float).ravel()
    if a.size != b.size:
        raise ValueError(f"{a.size} first ratings but {b.size} second ones")
    both = ~(np.isnan(a) | np.isnan(b))
    a, b = a[both], b[both]
    n, gap, middle = int(a.size), a - b, (a + b) / 2
    bias = mean_interval(gap)
    if n < 2:
        nowhere = Interval(math.nan, math.nan, math.nan, n)
        return Limits(bias, nowhere, nowhere, math.nan, math.nan, n)
    sd = float(gap.std(ddof=1))
    reach = float(stdtrit(n - 1, 0.975)) * sd * math.sqrt(3 / n)
    ends = (bias.estimate - Z_95 * sd, bias.estimate + Z_95 * sd)
    lower, upper = (Interval(end, end - reach, end + reach, n) for end in ends)
    across = float(((middle - middle.mean()) ** 2).sum())
    slope = float((gap * (middle - middle.mean())).sum()) / across if across > 0 else math.nan
    return Limits(bias, lower, upper, sd, slope, n)
