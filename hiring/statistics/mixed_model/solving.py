"""The mixed model at given variance ratios: one Cholesky factor, and everything that follows from it.

With S = diag(√γ) (γ of a column is its block's variance over the residual variance) and G, b, y'My, ν
of `Sufficient`, the matrix of the mixed-model equations after the fixed effects are taken out is

    B = I + S G S = L L'        (Bates, Mächler, Bolker & Walker 2015, §3, with the projection done first)
    c = L⁻¹ S b                 residual sum of squares RSS = y'My − c'c
    û = S L⁻ᵀ c                 Var(u − û | y) = σ² S B⁻¹ S, the fixed effects being unknown included

B never has an eigenvalue below 1, so the factor exists whatever the data. Blocks at γ = 0 are left
out of it exactly, which is also what makes a zero variance a proper value and not a limit.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import lapack, solve_triangular

from hiring.statistics.mixed_model.sufficient import Sufficient

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Solution:
    """The model at one set of variance ratios (one for each block, in their order).

    `criterion` is −2 log of the restricted likelihood (or of the likelihood, for `method="ml"`) at
    its best residual variance, constants included as lme4 reports it.
    """

    data: Sufficient = field(repr=False)
    ratios: Array
    method: str
    scale: Array = field(repr=False)  # √γ of each active column
    active: NDArray[np.intp] = field(repr=False)  # the columns whose γ is above 0
    factor: Array = field(repr=False)  # L, of the active columns
    residual_variance: float
    criterion: float

    @cached_property
    def inverse_factor(self) -> Array:
        """L⁻¹, lower triangular, of the active columns."""
        return inverted(self.factor)

    @cached_property
    def effects(self) -> Array:
        """û, the best linear unbiased predictions of all columns."""
        found = np.zeros(self.data.columns)
        inverse = self.inverse_factor
        whitened = inverse @ (self.scale * self.data.scores[self.active])
        found[self.active] = self.scale * (inverse.T @ whitened)
        return found

    @cached_property
    def freedom(self) -> int:
        """What the residual sum of squares is divided by: ν for REML, the rows for ML."""
        return self.data.freedom if self.method == "reml" else self.data.rows


def solve(data: Sufficient, ratios: Array, method: str = "reml") -> Solution:
    """Factor the model at these ratios (all ≥ 0). No error can come of it; cost is columns³ / 3."""
    scale_of_all = np.zeros(data.columns)
    for ratio, span in zip(ratios, data.places.values(), strict=True):
        scale_of_all[span] = math.sqrt(ratio)
    active = np.flatnonzero(scale_of_all > 0)
    scale = scale_of_all[active]
    factor = factored(data.gram, active, scale)
    whitened = solve_triangular(factor, scale * data.scores[active], lower=True, check_finite=False)
    left = max(data.total - float(whitened @ whitened), np.finfo(float).tiny * bool(data.total))
    if method == "reml":
        freedom, determinant = data.freedom, log_determinant(factor) + data.basis.log_determinant
    else:
        freedom, determinant = data.rows, log_determinant(factored(data.raw_gram, active, scale))
    variance = left / freedom
    criterion = determinant + freedom * (1.0 + math.log(2.0 * math.pi * variance)) if left else -math.inf
    return Solution(data, ratios, method, scale, active, factor, variance, criterion)


def factored(gram: Array, active: NDArray[np.intp], scale: Array) -> Array:
    """The lower Cholesky factor of I + S G S over the active columns, in LAPACK's own order."""
    own = gram if active.size == gram.shape[0] else gram[np.ix_(active, active)]
    matrix = own * scale
    matrix *= scale[:, None]
    matrix.flat[:: active.size + 1] += 1.0
    if not active.size:
        return matrix
    factor, _ = lapack.dpotrf(matrix.T, lower=1, clean=1, overwrite_a=1)
    lower: Array = factor
    return lower


def inverted(factor: Array) -> Array:
    """The inverse of a lower triangular factor."""
    if not factor.size:
        return factor
    inverse, _ = lapack.dtrtri(factor, lower=1)
    lower: Array = inverse
    return lower


def log_determinant(factor: Array) -> float:
    """log |L L'|."""
    return 2.0 * float(np.log(np.diag(factor)).sum())
