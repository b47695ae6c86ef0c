"""How many more hires would settle it, read off this company's own data.

The model's equations are solved as if every hire stood there k times: who sits with whom stays as it is, only the
information grows. So it is seen that a pair's combination learns slowly however often the two sit together, because
their own effects have to be learned from the same panels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from hiring.evidence.designs import Numbers, Places
from hiring.mixed_model.posterior import moments
from hiring.mixed_model.solving import Solution, solve
from hiring.rates import Z_95

#: A difference one would act on: from the middle of a role to where two in five are better, 0.3 SD.
WORTH_ACTING_ON = 0.3
#: Times the hires there are; beyond the last, nobody will wait for it.
FACTORS = (1.0, 2.0, 4.0, 8.0, 16.0)


def grown(at: Solution) -> tuple[Solution, ...]:
    """The model with every hire there as often as each of `FACTORS` says, variances as they are."""
    made = (
        solve(replace(at.data, gram=at.data.gram * factor), at.ratios, "reml")
        for factor in FACTORS
        if factor > 1
    )
    return (at, *(replace(one, residual_variance=at.residual_variance) for one in made))


def more_hires(
    models: Sequence[Solution], weights: Any, hires: Places, effect: float = WORTH_ACTING_ON
) -> Numbers:
    """For each sum: hires still wanted until such an effect would be expected to be Clear; nan: not within reach.

    `models`: `grown` at variances worth knowing; `hires`: those behind each sum now. With a share R of a sum's variance
    seen and its prior spread s, an effect d is expected to stand at z = R d / (s sqrt(1 - R)) from zero.
    """
    expected = np.array([_expected_z(at, weights, effect) for at in models])
    return np.array(
        [_until_clear(expected[:, place], int(count)) for place, count in enumerate(hires)], dtype=float
    )


def _until_clear(expected: Numbers, count: int) -> float:
    """Hires still wanted by one sum, from where it would stand at each of `FACTORS`."""
    reached = np.flatnonzero(expected >= Z_95)
    if not len(reached):
        return float("nan")
    first = int(reached[0])
    if first == 0:
        return 0.0
    part = (Z_95 - expected[first - 1]) / (expected[first] - expected[first - 1])
    low, high = np.log(FACTORS[first - 1]), np.log(FACTORS[first])
    return float(np.ceil(count * (np.exp(low + part * (high - low)) - 1)))


def _expected_z(at: Solution, weights: Any, effect: float) -> Numbers:
    found = moments(at, weights)
    left, prior = found.variance, found.prior_variance
    is_seen = (prior > 0) & (left > 0)
    share = np.where(is_seen, 1 - left / np.where(is_seen, prior, 1.0), 0.0)
    return np.asarray(share * effect / np.sqrt(np.where(is_seen, left, 1.0)), dtype=float)
