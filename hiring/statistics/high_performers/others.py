"""What was to be expected of one group of two, told by the other: the ridge logit of `expected`, for any yes or no."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import expit

from hiring.statistics.high_performers import logit
from hiring.statistics.high_performers.ranges import difference_bounds


@dataclass(frozen=True)
class Against:
    """A group beside what the others' rows tell of it: `count` of `n`, in a hundred what was `counted` and `expected`,
    and their `difference` with its 95 % range.
    """

    n: int
    count: int
    counted: float
    expected: float
    difference: float
    low: float
    high: float


def against_others(levels: pd.DataFrame, is_so: NDArray[np.bool_], is_group: NDArray[np.bool_]) -> Against:
    """The rows of `is_group` against all others, compared by the columns of `levels`.

    Both groups have a row at least; ValueError otherwise.
    """
    if is_group.all() or not is_group.any():
        raise ValueError("one of the two groups is empty")
    of = logit.cells(levels)
    ones, so = np.ones(len(levels)), is_so.astype(float)
    penalty = of.penalty(logit.chosen_penalties(of, of.summed(ones), of.summed(so)))
    outside = (~is_group).astype(float)
    trials = of.summed(outside)
    found = logit.whole(of, trials, of.summed(outside * so), penalty)
    chance = expit(of.design @ found)
    mine = of.of[is_group]
    p = chance[mine]
    slope = (p * (1 - p)) @ of.design[mine] / len(mine)
    curve = logit.curvature(of.design, (trials * chance * (1 - chance))[None], penalty[None])[0]
    sd = float(np.sqrt(slope @ np.linalg.solve(curve, slope)))
    n, count, expected = len(mine), int(is_so[is_group].sum()), float(p.mean())
    low, high = difference_bounds(*(np.array([float(value)]) for value in (count, n, expected, sd)))
    share = count / n
    bounds = 100 * float(low[0]), 100 * float(high[0])
    return Against(n, count, 100 * share, 100 * expected, 100 * (share - expected), *bounds)
