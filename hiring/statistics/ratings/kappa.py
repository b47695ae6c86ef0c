"""Cohen's weighted kappa: agreement beyond chance of two raters who gave everyone one of a few grades."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hiring.statistics.rates import Z_95, Interval

Weights = Literal["linear", "quadratic", "none"]


def weighted_kappa(table: ArrayLike, weights: Weights = "quadratic") -> Interval:
    """Kappa of a square table of counts (grades of one rater by grades of the other), with a 95 % interval.

    `weights` say how much a near miss counts: by the distance of the grades, by its square, or not at all. nan
    where there is nothing to tell apart. Variance: Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72:323.
    `ValueError` for a table that is not square or holds negative counts.
    """
    counts = np.asarray(table, dtype=float)
    if counts.ndim != 2 or counts.shape[0] != counts.shape[1] or (counts < 0).any():
        raise ValueError("wanted a square table of counts, none of them negative")
    n = float(counts.sum())
    if n == 0 or len(counts) < 2:
        return Interval(math.nan, math.nan, math.nan, int(n))
    share, agree = counts / n, _agreement_weights(len(counts), weights)
    rows, columns = share.sum(axis=1), share.sum(axis=0)
    by_chance = float((agree * np.outer(rows, columns)).sum())
    if by_chance >= 1:
        return Interval(math.nan, math.nan, math.nan, int(n))
    kappa = (float((agree * share).sum()) - by_chance) / (1 - by_chance)
    usual = np.add.outer(agree @ columns, agree.T @ rows)
    spread = (share * (agree - usual * (1 - kappa)) ** 2).sum() - (kappa - by_chance * (1 - kappa)) ** 2
    reach = Z_95 * math.sqrt(max(float(spread), 0.0) / n) / (1 - by_chance)
    return Interval(kappa, max(kappa - reach, -1.0), min(kappa + reach, 1.0), int(n))


def _agreement_weights(grades: int, weights: Weights) -> NDArray[np.float64]:
    apart = np.abs(np.subtract.outer(np.arange(grades), np.arange(grades))) / (grades - 1)
    if weights == "none":
        return np.eye(grades)
    return 1 - apart if weights == "linear" else 1 - apart**2
