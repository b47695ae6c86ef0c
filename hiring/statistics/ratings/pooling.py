"""Many noisy estimates of one kind drawn towards their mean, each by how little it is known: empirical Bayes.

How much the true values differ (τ²) comes from the estimates themselves: DerSimonian & Laird (1986), Controlled
Clinical Trials 7:177–188.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import chdtrc

from hiring.statistics.rates import Z_95, Interval

FEWEST_FOR_MORRIS = 3


@dataclass(frozen=True)
class Pooled:
    """`mean` and its `mean_sd`, the `between` variance τ², and of each estimate the drawn-in value with its SD.

    `p_alike`: how often luck alone spreads estimates as wide where the true values are all the same (Cochran's Q).
    """

    mean: float
    mean_sd: float
    between: float
    values: NDArray[np.float64]
    sds: NDArray[np.float64]
    p_alike: float = 1.0

    @property
    def low(self) -> NDArray[np.float64]:
        """Lower ends of the 95 % intervals."""
        return self.values - Z_95 * self.sds

    @property
    def high(self) -> NDArray[np.float64]:
        """Upper ends of the 95 % intervals."""
        return self.values + Z_95 * self.sds

    def overall(self, n: int) -> Interval:
        """The mean with its 95 % interval."""
        return Interval(self.mean, self.mean - Z_95 * self.mean_sd, self.mean + Z_95 * self.mean_sd, n)


def pooled(estimates: ArrayLike, variances: ArrayLike) -> Pooled:
    """Estimates drawn towards their mean; of no estimates the mean is nan.

    The SD of a drawn-in value counts what is not known of the mean and of τ² too (Morris 1983, JASA 78:47–55, 1.5),
    without which 95 % intervals of forty interviewers would hold 90 %. `ValueError` for missing values or variances
    that are not above zero.
    """
    x, v = np.asarray(estimates, dtype=float).ravel(), np.asarray(variances, dtype=float).ravel()
    if x.size != v.size or np.isnan(x).any() or not (v > 0).all():
        raise ValueError("wanted as many variances above zero as estimates, none of them missing")
    if x.size == 0:
        return Pooled(math.nan, math.nan, 0.0, x, v)
    between = _between(x, v)
    weights = 1 / (between + v)
    mean, mean_variance = float((weights * x).sum() / weights.sum()), float(1 / weights.sum())
    own = between / (between + v)  # how much of an estimate is kept
    sds = _sds(x - mean, v, between)
    p_alike = float(chdtrc(x.size - 1, _spread(x, v))) if x.size > 1 else 1.0
    return Pooled(mean, math.sqrt(mean_variance), between, mean + own * (x - mean), sds, p_alike)


def _sds(apart: NDArray[np.float64], v: NDArray[np.float64], between: float) -> NDArray[np.float64]:
    """Morris's SD of drawn-in values that lie `apart` from the mean before they are drawn in."""
    k = apart.size
    if k <= FEWEST_FOR_MORRIS:
        return np.asarray(
            np.sqrt(v)
        )  # so few say nothing of how much they differ: nothing is gained by drawing in
    drawn = (k - 3) / (k - 1) * v / (between + v)
    unsure = 2 / (k - 3) * (v.mean() + between) / (v + between) * (drawn * apart) ** 2
    return np.asarray(np.sqrt(v * (1 - (k - 1) / k * drawn) + unsure))


def _between(x: NDArray[np.float64], v: NDArray[np.float64]) -> float:
    """DerSimonian and Laird's variance between the true values, not below zero."""
    weights = 1 / v
    room = weights.sum() - (weights**2).sum() / weights.sum()
    if room <= 0:
        return 0.0
    return max(0.0, float((_spread(x, v) - (x.size - 1)) / room))


def _spread(x: NDArray[np.float64], v: NDArray[np.float64]) -> float:
    """Cochran's Q: how far the estimates lie from their mean, each by how well it is known."""
    mean = (x / v).sum() / (1 / v).sum()
    return float(((x - mean) ** 2 / v).sum())
