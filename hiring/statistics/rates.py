"""What counts and lists of numbers can say: an estimate, its 95 % interval and its n.

Nothing here reads a file or draws. A result that cannot be known is a result: the estimate is
`nan`, the bounds are as wide as the measure allows (or `nan` where it has no ends), n says why.
A negative count, more successes than people or a missing value is a caller's fault: `ValueError`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

if TYPE_CHECKING:
    import pandas as pd

Z_95 = NormalDist().inv_cdf(0.975)
FURTHEST_Z = 8.0  # beyond this a normal tail is below 1e-15: nothing more certain is ever said
HALVINGS = 48  # 8 / 2**48 is finer than a double can tell apart near 2
T_97_5 = {1: 12.706205, 2: 4.302653, 3: 3.182446, 4: 2.776445}  # Student's t where the series below is coarse


@dataclass(frozen=True)
class Interval:
    """An estimate with its 95 % interval, in the unit of the measure, and how many it rests on."""

    estimate: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class Difference:
    """`first` minus `second`, with its 95 % interval and the probability that it is above zero.

    The probability comes from the intervals themselves (see `sign_probability`), so the interval
    excludes zero exactly when the probability is above .975 or below .025.
    """

    first: float
    second: float
    estimate: float
    low: float
    high: float
    probability: float
    n_first: int
    n_second: int


def score_bounds(successes: Any, n: Any, z: float = Z_95) -> tuple[Any, Any]:
    """Wilson's score interval at any z; takes numbers or arrays of counts, n > 0."""

    def lowest(hits: Any) -> Any:
        reach = z * (hits * (n - hits) / n + z * z / 4) ** 0.5
        return (hits + z * z / 2 - reach) / (n + z * z) * (hits > 0)  # exactly 0 for none, however pow rounds

    return lowest(successes), 1 - lowest(n - successes)


def wilson(successes: int, n: int) -> Interval:
    """Share of successes, 0 to 1, with Wilson's 95 % score interval; of 0 it is nan, 0 to 1.

    Source: Wilson (1927); Newcombe (1998a), method 3. Chosen because its coverage holds at small
    n and at shares near 0 and 1, where the textbook interval leaves the scale.
    """
    _refuse_bad_counts(successes, n)
    if n == 0:
        return Interval(math.nan, 0.0, 1.0, 0)
    low, high = score_bounds(successes, n)
    return Interval(successes / n, low, high, n)


def rates_of(frame: pd.DataFrame, *, successes: str, n: str) -> pd.DataFrame:
    """The frame with columns `rate`, `low` and `high` added (Wilson, 0 to 1); rows of n = 0 get nan, 0, 1.

    `successes` and `n` name the columns of counts. The frame itself is left as it was.
    """
    hits = frame[successes].to_numpy(dtype=float)
    total = frame[n].to_numpy(dtype=float)
    if not (np.all(hits >= 0) and np.all(hits <= total)):
        raise ValueError(f"{successes} must be between 0 and {n} in every row")
    counted = np.where(total > 0, total, 1.0)
    low, high = score_bounds(hits, counted)
    return frame.assign(
        rate=np.where(total > 0, hits / counted, np.nan),
        low=low,
        high=np.where(total > 0, high, 1.0),
    )


def sign_probability(estimate: float, bounds_at: Callable[[float], tuple[float, float]]) -> float:
    """Probability that the true value is above zero, read off a family of intervals.

    `bounds_at(z)` gives the interval at z (1.96 for 95 %), wider as z grows. The widest interval
    that still keeps zero out has some z; the normal probability below that z is returned. It is the
    one-sided confidence of the sign: calibrated as far as the intervals are, and unable to
    disagree with them. An estimate of exactly zero, or an unknown one, gives .5.
    """
    if math.isnan(estimate) or estimate == 0:
        return 0.5
    within, beyond = 0.0, FURTHEST_Z
    for _ in range(HALVINGS):
        z = (within + beyond) / 2
        low, high = bounds_at(z)
        if low > 0 or high < 0:
            within = z
        else:
            beyond = z
    certainty = NormalDist().cdf(within)
    return certainty if estimate > 0 else 1 - certainty


def squared_and_added(first: Interval, second: Interval) -> tuple[float, float]:
    """Bounds of `first` minus `second` from the bounds of each, at the level those were made for.

    Source: Newcombe (1998b), method 10; Zou & Donner (2008) for any two separate estimates.
    """
    estimate = first.estimate - second.estimate
    down = math.hypot(first.estimate - first.low, second.high - second.estimate)
    up = math.hypot(first.high - first.estimate, second.estimate - second.low)
    return estimate - down, estimate + up


def difference_of_intervals(
    first_at: Callable[[float], Interval], second_at: Callable[[float], Interval]
) -> Difference:
    """The difference of two separate estimates, each given as its interval at any z."""
    first, second = first_at(Z_95), second_at(Z_95)
    estimate = first.estimate - second.estimate
    low, high = squared_and_added(first, second)
    probability = sign_probability(estimate, lambda z: squared_and_added(first_at(z), second_at(z)))
    return Difference(first.estimate, second.estimate, estimate, low, high, probability, first.n, second.n)


def difference(successes_first: int, n_first: int, successes_second: int, n_second: int) -> Difference:
    """Difference of two shares (−1 to 1), Newcombe's hybrid score interval; of 0 people, nan, −1 to 1.

    Source: Newcombe (1998b), Statistics in Medicine 17:873–890, method 10.
    """
    first, second = wilson(successes_first, n_first), wilson(successes_second, n_second)
    if n_first == 0 or n_second == 0:
        return Difference(first.estimate, second.estimate, math.nan, -1.0, 1.0, 0.5, n_first, n_second)

    def share(successes: int, n: int, z: float) -> Interval:
        return Interval(successes / n, *score_bounds(successes, n, z), n)

    return difference_of_intervals(
        lambda z: share(successes_first, n_first, z), lambda z: share(successes_second, n_second, z)
    )


def against_the_rest(frame: pd.DataFrame, *, successes: str, n: str) -> tuple[Difference, ...]:
    """Each row's share against that of all other rows together, in the frame's order."""
    hits, total = [int(x) for x in frame[successes]], [int(x) for x in frame[n]]
    all_hits, everyone = sum(hits), sum(total)
    return tuple(difference(s, k, all_hits - s, everyone - k) for s, k in zip(hits, total, strict=True))


def mean_interval(values: ArrayLike) -> Interval:
    """Mean with Student's t 95 % interval, in the unit of the values; nan bounds below two values."""
    x = _sorted(values)
    if x.size < 2:
        return Interval(float(x[0]) if x.size else math.nan, math.nan, math.nan, int(x.size))
    reach = _t_quantile(x.size - 1) * float(x.std(ddof=1)) / math.sqrt(x.size)
    return Interval(float(x.mean()), float(x.mean()) - reach, float(x.mean()) + reach, int(x.size))


def quantile_interval(values: ArrayLike, share: float) -> Interval:
    """The value that `share` of people stay below, with an interval that covers it at least 95 % of the time.

    Both ends are observed values (order statistics), chosen by binomial tails of at most 2.5 %
    each; nothing is assumed of the distribution. An end that so few values cannot bound is nan
    (for the median: fewer than six values).
    """
    if not 0 < share < 1:
        raise ValueError(f"share must be between 0 and 1, not {share}")
    x = _sorted(values)
    if x.size == 0:
        return Interval(math.nan, math.nan, math.nan, 0)
    below = _binomial_below(x.size, share)
    lowest = int(np.searchsorted(below, 0.025, side="right"))  # the rank that is too high in ≤ 2.5 %
    highest = int(np.searchsorted(below, 0.975, side="left")) + 1  # the rank that is too low in ≤ 2.5 %
    low = float(x[lowest - 1]) if lowest >= 1 else math.nan
    high = float(x[highest - 1]) if highest <= x.size else math.nan
    return Interval(float(np.quantile(x, share)), low, high, int(x.size))


def median_interval(values: ArrayLike) -> Interval:
    """Median with its exact order-statistic interval (95 % or more); nan bounds below six values."""
    return quantile_interval(values, 0.5)


def difference_of_medians(first: ArrayLike, second: ArrayLike) -> Difference:
    """Difference of two medians, in the unit of the values; nan bounds if either group has under six values.

    Each median's order-statistic interval, interpolated to the exact level (Hettmansperger &
    Sheather 1986), then squared and added. Preferred to a bootstrap because it gives the same
    answer every time, to Price and Bonett's variance because that covered 81 % on tied values, and
    to a rank test because ranks do not test medians when spreads differ. Attainment has ties (zero).
    """
    a, b = _sorted(first), _sorted(second)
    if a.size < 6 or b.size < 6:
        one, two = (float(np.median(x)) if x.size else math.nan for x in (a, b))
        return Difference(one, two, one - two, math.nan, math.nan, 0.5, int(a.size), int(b.size))
    return difference_of_intervals(lambda z: _median_at(a, z), lambda z: _median_at(b, z))


def _median_at(x: NDArray[np.float64], z: float) -> Interval:
    """Median of sorted values with the interpolated interval at z; endless beyond what n can carry."""
    n, tail = int(x.size), 1 - NormalDist().cdf(z)
    below = _binomial_below(n, 0.5)
    rank = min(int(np.searchsorted(below, tail, side="right")), n // 2)
    middle = float(np.median(x))
    if rank == 0:
        return Interval(middle, -math.inf, math.inf, n)
    outer, inner = float(below[rank - 1]), float(below[rank])
    step = (tail - outer) / (inner - outer)
    inward = min((n - rank) * step / (rank + (n - 2 * rank) * step), 1.0)
    low = (1 - inward) * x[rank - 1] + inward * x[rank]
    high = (1 - inward) * x[n - rank] + inward * x[n - rank - 1]
    return Interval(middle, min(float(low), middle), max(float(high), middle), n)


@lru_cache(maxsize=256)
def _binomial_below(n: int, share: float) -> NDArray[np.float64]:
    """P(B ≤ k) for k = 0 … n, B binomial."""
    k = range(n + 1)
    ways = np.array([math.lgamma(n + 1) - math.lgamma(i + 1) - math.lgamma(n - i + 1) for i in k])
    counts = np.arange(n + 1)
    return np.cumsum(np.exp(ways + counts * math.log(share) + (n - counts) * math.log1p(-share)))


def _t_quantile(degrees: int) -> float:
    """Student's t below which 97.5 % lie, to 3e-4 (Abramowitz & Stegun 26.7.5 from five degrees on)."""
    if degrees in T_97_5:
        return T_97_5[degrees]
    z = Z_95
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + math.fsum(term / degrees**power for power, term in enumerate(terms, start=1))


def _sorted(values: ArrayLike | Sequence[float]) -> NDArray[np.float64]:
    x = np.sort(np.asarray(values, dtype=float).ravel())
    if np.isnan(x).any():
        raise ValueError(f"{int(np.isnan(x).sum())} of {x.size} values are missing")
    return x


def _refuse_bad_counts(successes: int, n: int) -> None:
    if not 0 <= successes <= n:
        raise ValueError(f"successes must be between 0 and n, not {successes} of {n}")
