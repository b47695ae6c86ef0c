"""How far what was counted may truly lie from what was expected: a range for the difference of the two.

What was counted is a share of n hires, and its range is Wilson's, which says something sensible of 0 of 31. What was
expected is uncertain too: it rests on a fit of the other hires, whose coefficients have the inverse of the curvature
as their covariance. The two rest on different hires, so their ranges are put together as Newcombe does for two shares:
the square root of the sum of squares, each side by itself (Newcombe 1998, Interval estimation for the difference
between independent proportions, Statistics in Medicine 17, 873-890, method 10; for any two estimates Zou and Donner
2008, Construction of confidence intervals about effect measures, Statistics in Medicine 27, 1693-1702).
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.special import expit, logit

from hiring.statistics.high_performers.expected import (
    HighPerformers,
    compared,
    left_out_for,
    outcome_of,
)
from hiring.statistics.high_performers.logit import AT_ONCE, Numbers, curvature, whole
from hiring.statistics.rates import Z_95, score_bounds


def difference_bounds(
    counted: Numbers, n: Numbers, expected: Numbers, sd: Numbers
) -> tuple[Numbers, Numbers]:
    """The 95 % range of the share counted (of n) less the share expected, whose standard deviation is `sd`."""
    share = counted / n
    low, high = score_bounds(counted, n)
    expected_low, expected_high = expected_bounds(expected, sd)
    below = np.hypot(share - low, expected_high - expected)
    above = np.hypot(high - share, expected - expected_low)
    difference = share - expected
    return difference - below, difference + above


def expected_bounds(expected: Numbers, sd: Numbers) -> tuple[Numbers, Numbers]:
    """The 95 % range of an expected share, worked out in logits, so that it stays between nothing and all."""
    with np.errstate(divide="ignore", invalid="ignore"):
        reach = np.where(sd > 0, Z_95 * sd / (expected * (1 - expected)), 0.0)
        return expit(logit(expected) - reach), expit(logit(expected) + reach)


def expected_sd(kept: HighPerformers, factor: str, outcome: str, chosen: pd.DataFrame) -> pd.Series:
    """By group of this factor, the standard deviation of the mean chance of its chosen hires.

    `chosen`: rows of `kept.expected` of this factor alone, each with the chance of its hire. Weights are those of the fit of
    all hires, with the group's own hires taken out.
    """
    of = compared(kept.hires, left_out_for(factor))
    known, successes = outcome_of(kept.hires, outcome)
    trials, penalty = of.summed(known), of.penalty(kept.penalties[outcome])
    chance = expit(of.design @ whole(of, trials, of.summed(successes), penalty))
    every = kept.expected[kept.expected["group"].isin(chosen["group"])]
    names = np.sort(chosen["group"].unique())
    found = []
    for first in range(0, len(names), AT_ONCE):
        some = names[first : first + AT_ONCE]
        own = _by_cell(every, known[every["hire"].to_numpy(np.int64)], some, of.of, of.count)
        p = chosen[outcome].to_numpy(float)
        slope = _by_cell(chosen, p * (1 - p), some, of.of, of.count) @ of.design
        slope /= chosen["group"].value_counts().reindex(some).to_numpy(float)[:, None]
        curve = curvature(of.design, (trials - own) * chance * (1 - chance), penalty)
        found.append(np.einsum("ij,ij->i", slope, np.linalg.solve(curve, slope[:, :, None])[:, :, 0]))
    return pd.Series(np.sqrt(np.concatenate([*found, np.zeros(0)])), index=names)


def _by_cell(members: pd.DataFrame, values: Numbers, names: Numbers, cell: Numbers, count: int) -> Numbers:
    """The sum of values by group (a row each, of `names`) and cell."""
    place = np.searchsorted(names, members["group"].to_numpy())
    mine = (place < len(names)) & (names[np.minimum(place, len(names) - 1)] == members["group"].to_numpy())
    where = (place[mine], cell[members["hire"].to_numpy(np.int64)[mine]])
    made: Numbers = sparse.coo_array((values[mine], where), shape=(len(names), count)).toarray()
    return made
