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
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import expit, logit
from scipy.stats import hypergeom

from hiring.statistics.high_performers.expected import (
    HIGH_PERFORMER,
    HighPerformers,
    left_out_for,
)
from hiring.statistics.high_performers.logit import AT_ONCE, Cells, Numbers, Places, curvature
from hiring.statistics.rates import Z_95, score_bounds


def difference_bounds(
    counted: Numbers, n: Numbers, expected: Numbers, sd: Numbers
) -> tuple[Numbers, Numbers]:
    """The 95 % range of the share counted (of n) less the share expected, whose standard deviation is `sd`."""
    share = counted / n
    low, high = score_bounds(counted, n)
    expected_low, expected_high = chance_bounds(expected, sd)
    below = np.hypot(share - low, expected_high - expected)
    above = np.hypot(high - share, expected - expected_low)
    difference = share - expected
    return difference - below, difference + above


def chance_bounds(chance: Numbers, sd: Numbers) -> tuple[Numbers, Numbers]:
    """The 95 % range of a chance of this standard deviation, worked out in logits, so that it stays between 0 and 1."""
    inside = (sd > 0) & (chance > 0) & (chance < 1)
    some = np.where(inside, chance, 0.5)
    reach = Z_95 * sd / (some * (1 - some))
    low, high = (np.where(inside, expit(logit(some) + side * reach), chance) for side in (-1, 1))
    return low, high


def chance_by_luck(counted: Numbers, n: Numbers, expected: Numbers, told_by: Numbers) -> Numbers:
    """The chance that luck alone sets n hires as far from those who tell what was expected, on either side.

    Fisher's exact test of those counted against `told_by` hires of whom the expected share became so (twice the smaller
    tail of the hypergeometric distribution): what was expected is itself a count of hires, at times of very few.
    """
    others = np.round(told_by)
    successes = np.round(expected * others) + counted
    of_luck = hypergeom(n + others, successes, n)
    both = 2 * np.minimum(of_luck.cdf(counted), of_luck.sf(counted - 1))
    return np.asarray(np.minimum(both, 1), dtype=float)


def expected_sd(kept: HighPerformers, factor: str, outcome: str, chosen: pd.DataFrame) -> pd.DataFrame:
    """By group of this factor: `sd` of the mean of what was expected of its chosen hires, and `told_by` how many.

    `chosen`: rows of `kept.expected` of this factor alone, each with its hire's chance. The curvature is that of the
    fit of all hires with the group's own taken out. `told_by`: so many hires, each counted alone, tell the share of the
    whole company as surely; where the group is like all others that is what its expected share rests on.
    """
    model = kept.model(outcome, left_out_for(factor))
    of, known, trials, penalty, chance = model.of, model.known, model.trials, model.penalty, model.chance
    every = kept.expected[kept.expected["group"].isin(chosen["group"])]
    names = np.sort(chosen["group"].unique())
    of_whole = chance[of.of[chosen["hire"].to_numpy(np.int64)]]
    found = [np.zeros((0, 2))]
    for first in range(0, len(names), AT_ONCE):
        some = names[first : first + AT_ONCE]
        own = _by_cell(every, known[every["hire"].to_numpy(np.int64)], some, of)
        slopes = [_slope(chosen, one, some, of) for one in (chosen[outcome].to_numpy(float), of_whole)]
        slope = np.stack(slopes, axis=2)
        curve = curvature(of.design, (trials - own) * chance * (1 - chance), penalty)
        found.append(np.einsum("ijk,ijk->ik", slope, np.linalg.solve(curve, slope)))
    variance = np.concatenate(found)
    level = pd.Series(of_whole).groupby(chosen["group"].to_numpy()).mean().reindex(names).to_numpy(float)
    told_by = level * (1 - level) / np.maximum(variance[:, 1], 1e-12)
    return pd.DataFrame({"sd": np.sqrt(variance[:, 0]), "told_by": told_by}, index=names)


def baseline_sd(kept: HighPerformers, chosen: pd.DataFrame, *, is_level_known: bool) -> pd.Series:
    """By group, the standard deviation of the mean baseline of its chosen hires (rows with `group` and `hire`).

    `is_level_known`: of groups spread over the whole company. How many of a role become high performers is fixed by
    what the words mean, so the level of all its hires together is known, and only how they differ is not: the
    coefficients' covariance is taken given the roles' sums.
    """
    model, chance = kept.model(HIGH_PERFORMER), kept.hires["baseline"].to_numpy(float)
    of, penalty = model.of, model.penalty
    weights = of.summed(model.known * chance * (1 - chance))
    covariance = np.linalg.inv(curvature(of.design, weights[None], penalty)[0])
    if is_level_known:
        role = kept.hires["role_profile"]
        sums = np.array(
            [_summed(of, chance, (role == one).to_numpy(bool)) for one in sorted(role.unique())]
        ).T
        shared = covariance @ sums
        covariance = covariance - shared @ np.linalg.pinv(sums.T @ shared) @ shared.T
    names = np.sort(chosen["group"].unique())
    slope = _slope(chosen, chance[chosen["hire"].to_numpy(np.int64)], names, of)
    variance = np.einsum("ij,jk,ik->i", slope, covariance, slope)
    return pd.Series(np.sqrt(np.maximum(variance, 0)), index=names)


def _summed(of: Cells, chance: Numbers, which: NDArray[np.bool_]) -> Numbers:
    """How the sum of these hires' chances moves with the coefficients."""
    return np.asarray(of.summed(which * chance * (1 - chance)) @ of.design, dtype=float)


def _slope(members: pd.DataFrame, chance: Numbers, names: Places, of: Cells) -> Numbers:
    """How the mean chance of each group moves with the coefficients (groups, columns)."""
    counts = members["group"].value_counts().reindex(names).to_numpy(float)
    return np.asarray(
        _by_cell(members, chance * (1 - chance), names, of) @ of.design / counts[:, None], dtype=float
    )


def _by_cell(members: pd.DataFrame, values: Numbers, names: Places, of: Cells) -> Numbers:
    """The sum of the members' values by group (a row each, of the sorted `names`) and cell."""
    group = members["group"].to_numpy(np.int64)
    place = np.minimum(np.searchsorted(names, group), len(names) - 1)
    mine = names[place] == group
    where = (place[mine], of.of[members["hire"].to_numpy(np.int64)[mine]])
    made: Numbers = sparse.coo_array((values[mine], where), shape=(len(names), of.count)).toarray()
    return made
