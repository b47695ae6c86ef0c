"""How often two who scored the same competency of the same candidate lie far apart."""

from __future__ import annotations

import pandas as pd

from hiring.statistics.rates import Interval
from hiring.statistics.ratios import ratio_of_sums

#: In points of the scale. A point is what two who look at the same thing often differ by.
FAR = 2.0


def far_apart(differences: pd.Series, candidates: pd.Series) -> Interval:
    """The share of scores that lie `FAR` apart or further; scores of one candidate belong together, and the 95 % range
    says how far other candidates would move it. n is scores.
    """
    far = (differences.abs() >= FAR).groupby(candidates)
    return ratio_of_sums(far.sum(), far.size())
