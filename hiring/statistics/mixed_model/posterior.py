"""What the data say of effects and of sums of effects: a mean, a spread, a sign.

A sum w'u (an interviewer pair's total is one for each of the two and one for the pair) has

    mean  w'û        sd  σ |L⁻¹ S w|        prior sd  σ |S w|

with the matrices of `solving`: the joint posterior of all effects, so that what two effects share
is neither counted twice nor forgotten, and the fixed effects are unknown too. Variances are taken
as fitted; `integration` lets them be uncertain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse, special

from hiring.statistics.mixed_model.faults import UnfitDataError
from hiring.statistics.mixed_model.fits import Fit
from hiring.statistics.mixed_model.solving import Solution

Array = NDArray[np.float64]
Z_95 = float(special.ndtri(0.975))


@dataclass(frozen=True)
class Posterior:
    """One entry a sum, in the outcome's units: arrays of length (sums,).

    `low` and `high` are the 2.5 % and 97.5 % quantiles, `probability_positive` that the sum is
    above 0 (.5 where the data know nothing of it and its prior has no spread). `prior_sd` is its
    spread before any hire was seen, `reliability` the share of that variance the data have
    explained: 0 nothing, 1 all.
    """

    mean: Array
    sd: Array
    probability_positive: Array
    prior_sd: Array
    reliability: Array
    low: Array
    high: Array

    @property
    def false_sign_rate(self) -> Array:
        """Chance that the sum's sign is not the likelier one (the lfsr of Stephens 2017), 0 to .5."""
        return np.minimum(self.probability_positive, 1.0 - self.probability_positive)


@dataclass(frozen=True)
class Moments:
    """Mean, variance and prior variance of each sum at one set of variance ratios."""

    mean: Array
    variance: Array
    prior_variance: Array


def posterior(fit: Fit, weights: Any = None) -> Posterior:
    """The posterior of sums of effects at the fitted variances.

    `weights` is (sums, effects), sparse or dense, its columns being the effects of all blocks in
    their order (`fit.places`); None asks for every effect by itself. Raises `UnfitDataError` where the
    columns do not fit.
    """
    at = moments(fit.solution, checked_weights(fit, weights))
    sd = np.sqrt(at.variance)
    return Posterior(
        mean=at.mean,
        sd=sd,
        probability_positive=special.ndtr(in_sds(at.mean, sd)),
        prior_sd=np.sqrt(at.prior_variance),
        reliability=reliability(at.variance, at.prior_variance),
        low=at.mean - Z_95 * sd,
        high=at.mean + Z_95 * sd,
    )


def checked_weights(fit: Fit, weights: Any) -> Any:
    """Weights as a sparse array by row, or None for every effect by itself."""
    if weights is None:
        return None
    rows = sparse.csr_array(weights, dtype=float)
    if rows.shape[1] != fit.solution.data.columns:
        raise UnfitDataError(
            f"The weights have {rows.shape[1]} columns for {fit.solution.data.columns} effects; give one an effect."
        )
    return rows


def moments(at: Solution, weights: Any) -> Moments:
    """Moments of the sums at a solution, by one product with the inverse factor."""
    variance = at.residual_variance
    if weights is None:
        spread, prior = np.zeros(at.data.columns), np.zeros(at.data.columns)
        prior[at.active] = at.scale**2
        spread[at.active] = prior[at.active] * np.einsum("ij,ij->j", at.inverse_factor, at.inverse_factor)
        return Moments(at.effects, variance * spread, variance * prior)
    scaled = weights[:, at.active].multiply(at.scale).tocsr()
    through = scaled @ at.inverse_factor.T
    return Moments(
        mean=weights @ at.effects,
        variance=variance * np.einsum("ij,ij->i", through, through),
        prior_variance=variance * np.asarray(scaled.multiply(scaled).sum(axis=1)).ravel(),
    )


def in_sds(values: Array, sd: Array) -> Array:
    """Values over their spread; a value without spread is 0 when it is 0, else beyond every bound."""
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Array = np.where(sd > 0, values / sd, np.where(values == 0, 0.0, np.inf * np.sign(values)))
    return np.where(np.isnan(found), 0.0, found)


def reliability(variance: Array, prior_variance: Array) -> Array:
    """1 − posterior variance over prior variance, within 0 and 1; 0 where there was no variance."""
    seen = prior_variance > 0
    share = 1.0 - variance / np.where(seen, prior_variance, 1.0)
    return np.where(seen, np.clip(share, 0.0, 1.0), 0.0)
