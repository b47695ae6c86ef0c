"""How many more hires would settle it, read off this company's own data.

The model's equations are solved as if every hire stood there k times: who sits with whom stays as it is, only the
information grows. So it is seen that a pair's combination learns slowly however often the two sit together, because
their own effects have to be learned from the same panels.
"""

from __future__ import annotations

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


def more_hires(at: Solution, weights: Any, hires: Places, effect: float = WORTH_ACTING_ON) -> Numbers:
    """For each sum: hires still wanted until such an effect would be expected to be Clear; nan: not within reach.

    `at`: the model at variances worth knowing; `hires`: those behind each sum now. With a share R of a sum's variance
    seen and its prior spread s, an effect d is expected to stand at z = R d / (s sqrt(1 - R)) from zero.
    """
    factors = np.array(FACTORS)
    expected = np.array([_expected_z(at, weights, factor, effect) for factor in FACTORS])
    found = np.full(len(hires), np.nan)
    for place in range(len(hires)):
        reached = np.flatnonzero(expected[:, place] >= Z_95)
        if not len(reached):
            continue
        first = int(reached[0])
        if first == 0:
            found[place] = 0.0
            continue
        low, high = expected[first - 1, place], expected[first, place]
        part = (Z_95 - low) / (high - low)
        factor = np.exp(np.interp(part, [0, 1], np.log(factors[first - 1 : first + 1])))
        found[place] = np.ceil(hires[place] * (factor - 1))
    return found


def _expected_z(at: Solution, weights: Any, factor: float, effect: float) -> Numbers:
    grown = solve(replace(at.data, gram=at.data.gram * factor), at.ratios, "reml")
    found = moments(replace(grown, residual_variance=at.residual_variance), weights)
    left, prior = found.variance, found.prior_variance
    is_seen = (prior > 0) & (left > 0)
    share = np.where(is_seen, 1 - left / np.where(is_seen, prior, 1.0), 0.0)
    return np.asarray(share * effect / np.sqrt(np.where(is_seen, left, 1.0)), dtype=float)
