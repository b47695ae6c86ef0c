"""How many more hires would settle it, read off this company's own data.

The model's equations are solved as if every hire stood there k times: who sits with whom stays as it is, only the
information grows, everybody's alike. So it is seen that a pair's combination learns slowly however often the two sit
together, because their own effects have to be learned from the same panels. Growing k-fold takes k − 1 times the years
that the hires took to come; beyond five years nobody waits for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from scipy.special import ndtri

from hiring.statistics.evidence.designs import Numbers, Places
from hiring.statistics.mixed_model.posterior import moments
from hiring.statistics.mixed_model.solving import Solution, solve
from hiring.statistics.rates import Z_95

#: A difference one would act on: from the middle of a role to where two in five are better, 0.3 SD.
WORTH_ACTING_ON = 0.3
#: How often a difference of that size should then be called Clear: at even chances half of them would be missed.
POWER = 0.8
#: Beyond, a difference is out of reach: who interviews whom, and for what, will be another.
MOST_YEARS = 5.0
#: Hires of less than a year are no pace: they count as if they had come within one.
FEWEST_YEARS = 1.0
#: Times the hires there are, as far as five years can take a company of one.
FACTORS = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0)
_Z_POWER = float(ndtri(POWER))


def grown(at: Solution) -> tuple[Solution, ...]:
    """The model with every hire there as often as each of `FACTORS` says, variances as they are."""
    made = (
        solve(replace(at.data, gram=at.data.gram * factor), at.ratios, "reml")
        for factor in FACTORS
        if factor > 1
    )
    return (at, *(replace(one, residual_variance=at.residual_variance) for one in made))


def years_of(days: pd.Series) -> float:
    """Over how many years these hires came, one at least: the company's pace."""
    span = pd.to_datetime(days)
    return max(FEWEST_YEARS, (span.max() - span.min()).days / 365.25) if len(span) else FEWEST_YEARS


def more_hires(
    models: Sequence[Solution],
    weights: Any,
    hires: Places,
    effect: float = WORTH_ACTING_ON,
    *,
    years: float = FEWEST_YEARS,
) -> Numbers:
    """For each sum: hires still wanted until four in five such effects would be Clear; nan: not within five years.

    `models`: `grown` at variances worth knowing; `hires`: those behind each sum now, which came within `years`. With a
    share R of a sum's variance seen and its prior spread s, an effect d stands R d / (s sqrt(1 - R)) from zero on
    average, and about that with a variance of R.
    """
    lowest = np.array([_reached_z(at, weights, effect) for at in models])
    most = 1 + MOST_YEARS / years
    return np.array(
        [_until_clear(lowest[:, index], int(count), most) for index, count in enumerate(hires)], dtype=float
    )


def _until_clear(reached_z: Numbers, count: int, most: float) -> float:
    """Hires still wanted by one sum, from where it would stand at each of `FACTORS`; nan beyond `most` times."""
    reached = np.flatnonzero(reached_z >= Z_95)
    if not len(reached):
        return float("nan")
    first = int(reached[0])
    if first == 0:
        return 0.0
    part = (Z_95 - reached_z[first - 1]) / (reached_z[first] - reached_z[first - 1])
    low, high = np.log(FACTORS[first - 1]), np.log(FACTORS[first])
    factor = float(np.exp(low + part * (high - low)))
    return float(np.ceil(count * (factor - 1))) if factor <= most else float("nan")


def _reached_z(at: Solution, weights: Any, effect: float) -> Numbers:
    """How far from zero four in five sums of that effect would stand at least, in their own standard deviations."""
    found = moments(at, weights)
    left, prior = found.variance, found.prior_variance
    is_seen = (prior > 0) & (left > 0)
    share = np.where(is_seen, 1 - left / np.where(is_seen, prior, 1.0), 0.0)
    expected = share * effect / np.sqrt(np.where(is_seen, left, 1.0))
    return np.asarray(expected - _Z_POWER * np.sqrt(np.clip(share, 0.0, 1.0)), dtype=float)
