"""What one unit costs when money and units come month by month: a ratio of two sums, with its interval.

Values in, values out. Not yet knowable is a result: nan, as in `rates`.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from hiring.statistics.rates import Interval, mean_interval

FEWEST_MONTHS = 6  # below half a year the months say nothing of how much months differ


def ratio_of_sums(amounts: ArrayLike, counts: ArrayLike) -> Interval:
    """Σ amounts ÷ Σ counts over months, in the unit of the amounts, with a 95 % interval; n is Σ counts.

    The interval says how far the ratio would move in other months like these: it is narrow where money
    follows the count (a fee a hire), wide where the same is spent whatever comes of it. Where each amount and count is
    of one hire instead, it says how far it would move with other hires, and a count may be an amount too. Both sums are
    compared month by month on the log scale, so that the lower end stays above zero.
    Source: the ratio estimator and its linearised variance, Cochran (1977), Sampling Techniques, ch. 6.
    Of no count the ratio is nan; below six months, or where nothing was spent, the bounds are nan.
    `ValueError` for lists of different lengths, negative counts or missing values.
    """
    money, units = np.asarray(amounts, dtype=float).ravel(), np.asarray(counts, dtype=float).ravel()
    if money.size != units.size:
        raise ValueError(f"{money.size} amounts but {units.size} counts")
    if np.isnan(money).any() or np.isnan(units).any() or (units < 0).any():
        raise ValueError("amounts and counts must be known, and counts not negative")
    spent, total = float(money.sum()), float(units.sum())
    count = int(total)
    if total == 0:
        return Interval(math.nan, math.nan, math.nan, 0)
    if money.size < FEWEST_MONTHS or spent <= 0:
        return Interval(spent / total, math.nan, math.nan, count)
    apart = money.size * (money / spent - units / total)  # each month's push on the log of the ratio; mean 0
    reach = mean_interval(apart).high
    return Interval(spent / total, spent / total * math.exp(-reach), spent / total * math.exp(reach), count)


def one_for_another(amount: Interval, share: Interval) -> Interval:
    """What one success costs: an amount a unit ÷ the share of units that succeed, with a 95 % interval; n of the share.

    Both are known with a range, and rest on different counts: on the log scale their reaches are put together as the
    square root of the sum of squares, each side by itself (Zou and Donner 2008, Statistics in Medicine 27, 1693-1702).
    Where nothing succeeded, or one of the two is not known, the ratio is nan; where an end is not known, so is its own.
    """
    if not (share.estimate > 0 and math.isfinite(amount.estimate)):
        return Interval(math.nan, math.nan, math.nan, share.n)
    ratio = amount.estimate / share.estimate
    if amount.estimate <= 0:
        return Interval(ratio, math.nan, math.nan, share.n)
    below = math.hypot(_apart(amount.estimate, amount.low), _apart(share.high, share.estimate))
    above = math.hypot(_apart(amount.high, amount.estimate), _apart(share.estimate, share.low))
    return Interval(ratio, ratio * math.exp(-below), ratio * math.exp(above), share.n)


def _apart(upper: float, lower: float) -> float:
    """How far two ends lie apart on the log scale; nan where one is not known."""
    return math.log(upper / lower) if upper > 0 and lower > 0 else math.nan
