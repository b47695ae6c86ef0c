"""Correlations of a rating with what came of it, and what they would be had everybody been hired.

Only hires have an outcome, and they were chosen by these very ratings: among them a rating varies less and tells
less. Thorndike's correction for selection on a third variable (Case III) puts that back.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

#: A correlation this near to one has an endless Fisher z; ratings are never that good.
FURTHEST = 0.995
FEWEST_PAIRS = 4  # Fisher's z has the variance 1/(n − 3)


def correlation(first: ArrayLike, second: ArrayLike) -> float:
    """Pearson's correlation, -1 to 1; nan where one of the two never varies, or below four pairs."""
    a, b = np.asarray(first, dtype=float).ravel(), np.asarray(second, dtype=float).ravel()
    if a.size < FEWEST_PAIRS:
        return math.nan
    a, b = a - a.mean(), b - b.mean()
    size = math.sqrt(float(a @ a) * float(b @ b))
    # What is left of equal numbers after rounding is no variation.
    return float(a @ b) / size if size > 1e-12 * max(1.0, float(a @ a), float(b @ b)) else math.nan


def fisher_z(value: float) -> float:
    """Fisher's z of a correlation, kept finite."""
    return math.atanh(min(max(value, -FURTHEST), FURTHEST))


def fisher_bounds(value: float, n: int, z: float = 1.959963984540054) -> tuple[float, float]:
    """The interval of a correlation of n pairs by Fisher's z (95 % unless told); nan below four pairs."""
    if n < FEWEST_PAIRS or math.isnan(value):
        return math.nan, math.nan
    middle, reach = fisher_z(value), z / math.sqrt(n - 3)
    return math.tanh(middle - reach), math.tanh(middle + reach)


def case_two(value: float, ratio: float) -> float:
    """Thorndike's Case II: as if people had been chosen by this very rating; `ratio` is its SD among all to hires.

    Kept for comparison: people are chosen by what a panel says together, which is Case III.
    """
    return value * ratio / math.sqrt(1 + value**2 * (ratio**2 - 1))


def case_three(
    outcome: NDArray[np.float64] | float,
    with_chosen_by: NDArray[np.float64] | float,
    chosen_by_outcome: NDArray[np.float64] | float,
    ratio: NDArray[np.float64] | float,
) -> NDArray[np.float64]:
    """Thorndike's Case III: the correlation with the outcome had nobody been selected.

    All three are correlations among hires: rating with `outcome`, rating `with` what hires were `chosen_by`, and
    that with the outcome; `ratio` is the SD of what they were chosen by, all candidates' to hires'.
    Source: Thorndike (1949), Personnel Selection; Sackett & Yang (2000), Journal of Applied Psychology 85:112–118.
    It assumes straight lines, equal scatter, and that nothing else decided who was hired.
    """
    r, x, y = (np.asarray(v, dtype=float) for v in (outcome, with_chosen_by, chosen_by_outcome))
    wider = np.asarray(ratio, dtype=float) ** 2 - 1
    return np.asarray((r + x * y * wider) / np.sqrt((1 + x**2 * wider) * (1 + y**2 * wider)))
