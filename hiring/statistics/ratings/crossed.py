"""Two crossed random effects, one of them of very many groups: value = X b + group + rater + rest, by REML.

Candidates are too many for a dense solve, and they need none: given γ, the ratio of their variance to the rest's, the
covariance of a group of n is I + γ11', and what is left after taking θ = 1 − 1/√(1 + nγ) of its mean from each group's
y, X and Z is an ordinary model with the raters only. So the engine fits that, its criterion plus Σ log(1 + nγ) is the
REML criterion of the whole, and γ is searched along one line. Source of the transformation: Fuller & Battese (1973),
Journal of the American Statistical Association 68:626–632.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import chdtrc

from hiring.statistics import mixed_model

Numbers = NDArray[np.float64]
#: Candidates who settle γ: its standard error is then below 2 %, and a company of a million ratings waits no longer.
MOST_GROUPS = 20_000
SMALLEST_LOG, LARGEST_LOG = -7.0, 5.0  # γ from a thousandth to a hundred and fifty
STEPS = 16  # golden sections: 12 × .618^16 settles γ to half a per cent
TOLERANCE = 1e-7


@dataclass(frozen=True)
class Crossed:
    """Each rater's effect in the unit of the values, with its posterior SD, P(above zero) and reliability (0–1).

    Variances are of one value: between groups, between raters, and what is left. `p_alike`: how often luck alone has
    raters differ as much (likelihood ratio of a variance at its bound: Self & Liang 1987).
    """

    effects: Numbers
    sds: Numbers
    probabilities: Numbers
    reliabilities: Numbers
    group_variance: float
    rater_variance: float
    rest_variance: float
    p_alike: float

    @property
    def shares(self) -> tuple[float, float, float]:
        """What share of the variance of one value is the group's, the rater's, and neither's."""
        parts = (self.group_variance, self.rater_variance, self.rest_variance)
        whole = sum(parts)
        return (
            (parts[0] / whole, parts[1] / whole, parts[2] / whole)
            if whole > 0
            else (math.nan, math.nan, math.nan)
        )


@dataclass(frozen=True)
class _Data:
    values: Numbers
    fixed: Numbers
    raters: sparse.csr_array
    groups: NDArray[np.intp]
    labels: tuple[str, ...]

    def of_every(self, step: int) -> _Data:
        """The rows of every `step`-th group."""
        kept = self.groups % step == 0
        return _Data(
            self.values[kept], self.fixed[kept], self.raters[kept], self.groups[kept] // step, self.labels
        )

    def fit(self, gamma: float, *, with_raters: bool = True) -> tuple[mixed_model.Fit, float]:
        """The engine's fit given γ, and the REML criterion of the whole; without raters as if they were all alike."""
        counts = np.bincount(self.groups).astype(float)
        taken = 1 - 1 / np.sqrt(1 + counts * gamma)
        rows = np.arange(self.groups.size)
        members = sparse.csr_array((np.ones(rows.size), (self.groups, rows)), shape=(counts.size, rows.size))
        to_mean = sparse.diags_array(taken / np.maximum(counts, 1)) @ members
        back = members.T
        block = mixed_model.Block(
            "rater", labels=self.labels, design=sparse.csc_array(self.raters - back @ (to_mean @ self.raters))
        )
        fit = mixed_model.fit(
            self.values - back @ (to_mean @ self.values),
            self.fixed - back @ (to_mean @ self.fixed),
            [block] if with_raters else [],
            tolerance=TOLERANCE,
        )
        return fit, float(fit.criterion + np.log1p(counts * gamma).sum())


def crossed(
    values: Numbers,
    fixed: Numbers,
    groups: NDArray[np.intp],
    raters: NDArray[np.intp],
    labels: tuple[str, ...],
) -> Crossed:
    """The effects of raters over all groups; `groups` and `raters` number each value's from 0, no number unused.

    `fixed` is (values, columns), its first column of ones; columns that say nothing new are dropped by the engine.
    """
    rows = np.arange(values.size)
    design = sparse.csr_array((np.ones(values.size), (rows, raters)), shape=(values.size, len(labels)))
    data = _Data(values, fixed, design, groups, labels)
    step = -(-(int(groups.max()) + 1) // MOST_GROUPS)
    settled = data.of_every(step) if step > 1 else data
    gamma = math.exp(_lowest(lambda log: settled.fit(math.exp(log))[1], SMALLEST_LOG, LARGEST_LOG))
    fit, criterion = data.fit(gamma)
    gain = data.fit(gamma, with_raters=False)[1] - criterion
    found = mixed_model.posterior(fit)
    rest = float(fit.residual_variance)
    return Crossed(
        found.mean,
        found.sd,
        found.probability_positive,
        found.reliability,
        gamma * rest,
        float(fit.variances["rater"]),
        rest,
        float(chdtrc(1, gain)) / 2 if gain > 0 else 1.0,
    )


def _lowest(height: Callable[[float], float], low: float, high: float) -> float:
    """Where a function with one valley is lowest between two ends, by golden sections."""
    golden = (math.sqrt(5) - 1) / 2
    left, right = high - golden * (high - low), low + golden * (high - low)
    at_left, at_right = height(left), height(right)
    for _ in range(STEPS):
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - golden * (high - low)
            at_left = height(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + golden * (high - low)
            at_right = height(right)
    return (low + high) / 2
