"""Shares and means of people who were each judged by one of a few: two hires of one manager tell less than of two.

A manager who is easily pleased is pleased with all of theirs. So an interval is that of fewer people than were judged:
of as many as would tell as much if each had a judge of their own (the design effect).
Source: Kish (1965), Survey Sampling, ch. 5; likeness within a judge by analysis of variance, Donner & Koval (1980).
Values in, values out; not yet knowable is a result, as in `rates`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hiring.statistics.rates import Z_95, Difference, Interval, difference_of_intervals, score_bounds

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Judged:
    """One group: what each was judged to be (0 or 1, or a score), and by whom, as numbers from 0 on."""

    values: Values
    judges: NDArray[np.int64]

    @property
    def sizes(self) -> Values:
        """How many each of its judges judged."""
        return np.unique_counts(self.judges).counts.astype(float)


def likeness(everybody: Judged) -> float:
    """How alike those of one judge are, 0 (as of several) to 1 (all the same); 0 where no judge has two.

    The share of the variance that lies between judges, by one-way analysis of variance.
    """
    values, sizes = everybody.values, everybody.sizes
    n, judges = len(values), len(sizes)
    if judges < 2 or n <= judges:
        return 0.0
    _, place = np.unique(everybody.judges, return_inverse=True)
    means = np.bincount(place, values) / sizes
    between = float((sizes * (means - values.mean()) ** 2).sum()) / (judges - 1)
    within = float(((values - means[place]) ** 2).sum()) / (n - judges)
    usual = (n - float((sizes**2).sum()) / n) / (judges - 1)
    spread = between + (usual - 1) * within
    return max(0.0, (between - within) / spread) if spread > 0 else 0.0


def worth(group: Judged, alike: float) -> float:
    """How many people with a judge of their own would tell as much as this group; at most as many as it has."""
    n = len(group.values)
    return n / (1 + (float((group.sizes**2).sum()) / n - 1) * alike) if n else 0.0


def share(group: Judged, alike: float, z: float = Z_95) -> Interval:
    """The share of a group, 0 to 1, with Wilson's interval of as many as it is worth; n is how many were judged."""
    n, tells = len(group.values), worth(group, alike)
    if n == 0:
        return Interval(math.nan, 0.0, 1.0, 0)
    seen = float(group.values.mean())
    low, high = score_bounds(seen * tells, tells, z)
    return Interval(seen, min(low, seen), max(high, seen), n)


def difference_of_shares(first: Judged, second: Judged, alike: float) -> Difference:
    """The share of the first less that of the second (−1 to 1), as `rates.difference`, of what both are worth."""
    if not len(first.values) or not len(second.values):
        one, two = share(first, alike), share(second, alike)
        return Difference(one.estimate, two.estimate, math.nan, -1.0, 1.0, 0.5, one.n, two.n)
    return difference_of_intervals(lambda z: share(first, alike, z), lambda z: share(second, alike, z))


def mean(group: Judged, alike: float) -> Interval:
    """The mean of a group with its 95 % interval, in the unit of the values; nan bounds below two people."""
    n, tells = len(group.values), worth(group, alike)
    if n < 2:
        return Interval(float(group.values[0]) if n else math.nan, math.nan, math.nan, n)
    middle = float(group.values.mean())
    reach = Z_95 * float(group.values.std(ddof=1)) / math.sqrt(tells)
    return Interval(middle, middle - reach, middle + reach, n)


def judged(values: Sequence[float] | Values, judges: Sequence[object]) -> Judged:
    """A group of these values, by whom each was judged; of whom no judge is known (None) had one of their own.

    `ValueError` for lists of different lengths or a missing value.
    """
    known = np.asarray(values, dtype=float)
    if known.size != len(judges):
        raise ValueError(f"{known.size} values but {len(judges)} judges")
    if np.isnan(known).any():
        raise ValueError(f"{int(np.isnan(known).sum())} of {known.size} values are missing")
    places: dict[object, int] = {}
    numbers = [
        places.setdefault(("alone", at) if one is None else one, len(places)) for at, one in enumerate(judges)
    ]
    return Judged(known, np.asarray(numbers, dtype=np.int64))
