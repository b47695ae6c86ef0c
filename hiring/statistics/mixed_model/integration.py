"""The posterior with uncertain variances: an average over a small grid of them.

Below some hundreds of hires a fitted variance is itself a guess, and often 0; intervals that take it
as known are too short. Here the ratio of each gridded block's standard deviation to the residual's
runs over a few points; a point weighs

    exp(−REML criterion / 2) · ratio^power · exp(−(ratio / scale)² / 2) · width of the point's cell

(a half-normal prior on the ratio, which a power above 0 keeps away from 0 as in Chung, Rabe-Hesketh, Dorie,
Gelman & Liu 2013), other blocks stay at their fitted ratio, and the result is the mixture of the Gaussian
posteriors at the points. Numerical integration over the hyperparameters of
a Gaussian model, as in Rue, Martino & Chopin (2009), with few points by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, product
from math import log, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hiring.statistics.mixed_model.faults import UnfitDataError
from hiring.statistics.mixed_model.fits import Fit
from hiring.statistics.mixed_model.mixtures import below_zero, quantiles
from hiring.statistics.mixed_model.posterior import (
    Moments,
    Posterior,
    checked_weights,
    moments,
    posterior,
    reliability,
)
from hiring.statistics.mixed_model.solving import solve

Array = NDArray[np.float64]
GRIDS: Mapping[str, Sequence[float]] = {
    "interviewer": (0.05, 0.16, 0.28),
    "pair": (0.03, 0.12, 0.22, 0.34),
}
LEAST_HELD = 0.005  # smallest variance ratio of a block that is not on the grid
WITHIN = 1.07  # a grid reaches as far as its last point times this: .28 serves ratios up to .3
GROWTH = 1.6  # from one added point to the next: .28, .45, .72 …
NEGLIGIBLE = 1e-9  # of the heaviest point


@dataclass(frozen=True)
class Prior:
    """What is held of a gridded block's standard deviation ratio before any hire is seen.

    Its density goes as ratio^power · exp(−(ratio / scale)² / 2); `powers` names blocks, the others have power 0.
    """

    scale: float = 0.5
    powers: Mapping[str, float] = field(default_factory=dict)

    def log_density(self, at: Mapping[str, float]) -> float:
        """Log of the density of these ratios by block, up to a constant."""
        return sum(
            self.powers.get(name, 0.0) * log(sd) - (sd / self.scale) ** 2 / 2 for name, sd in at.items()
        )


HALF_NORMAL = Prior()


def integrated_posterior(
    fit: Fit,
    weights: Any = None,
    block_grids: Mapping[str, Sequence[float]] | None = None,
    prior: Prior = HALF_NORMAL,
    sceptical: Prior | None = None,
) -> Posterior:
    """The posterior of sums of effects, averaged over a grid of the blocks' standard deviation ratios.

    `weights` as in `posterior`. `block_grids` maps blocks to their points (ratios of standard
    deviations, above 0 and rising); without it `GRIDS` is used for those of its blocks the fit has:
    3 × 4 points. A grid whose last point lies below the fitted ratio is extended (`reaching`).
    Blocks that are not on the grid stay at their fitted variance ratio, .005 at least. Always by the
    REML criterion. `sd` is that of the mixture; `reliability` compares the mean posterior with the mean
    prior variance. With a `sceptical` prior too, `probability_positive` is the less sure of the two
    (.5 where they disagree about the sign), all else is by `prior`. Raises `UnfitDataError` for points
    that cannot be, or blocks the fit lacks.
    """
    rows = checked_weights(fit, weights)
    grids = _grids(fit, block_grids)
    if fit.residual_variance == 0.0:
        return posterior(fit, weights)
    priors = [prior] if sceptical is None else [prior, sceptical]
    logs: list[Array] = []
    found: list[Moments] = []
    for at, ratios, log_width in _points(fit, grids):
        solved = solve(fit.solution.data, ratios, "reml")
        log_weights = np.array([one.log_density(at) for one in priors]) + log_width - solved.criterion / 2
        if not logs or (log_weights > np.max(logs, axis=0) + np.log(NEGLIGIBLE)).any():
            logs.append(log_weights)
            found.append(moments(solved, rows))
    mixed, *others = (_mixed(_shares(np.array(column)), found) for column in zip(*logs, strict=True))
    return replace(
        mixed,
        probability_positive=_least_sure([one.probability_positive for one in (mixed, *others)]),
    )


def _shares(logs: Array) -> Array:
    """Weights from their logs, summing to 1."""
    weights = np.exp(logs - logs.max())
    shares: Array = weights / weights.sum()
    return shares


def _least_sure(probabilities: Sequence[Array]) -> Array:
    """The probability nearest to a half of each sum; a half where they lie on both sides of it."""
    every = np.array(probabilities)
    low, high = every.min(axis=0), every.max(axis=0)
    return np.where(low >= 0.5, low, np.where(high <= 0.5, high, 0.5))


def reaching(points: Sequence[float], ratio: float) -> tuple[float, ...]:
    """The points, with more added, each 1.6 times the one before, until the fitted ratio lies well within."""
    reached = tuple(float(point) for point in points)
    if ratio > reached[-1] * WITHIN:
        while reached[-1] < ratio * 1.3:
            reached = (*reached, round(reached[-1] * GROWTH, 2))
    return reached


def cells(points: Sequence[float]) -> Array:
    """The width each point stands for: to halfway between its neighbours, from 0 on, the last one even."""
    edges = [0.0, *((a + b) / 2 for a, b in pairwise(points))]
    beyond = 2 * points[-1] - edges[-1]
    return np.diff([*edges, beyond])


def _grids(fit: Fit, given: Mapping[str, Sequence[float]] | None) -> dict[str, tuple[float, ...]]:
    """Each gridded block's points, reaching to its fitted ratio."""
    grids = {name: points for name, points in GRIDS.items() if name in fit.places} if given is None else given
    strangers = [name for name in grids if name not in fit.places]
    if strangers or not grids:
        raise UnfitDataError(
            f"The grid names {', '.join(strangers) or 'no block'}; the fit has {', '.join(fit.places) or 'none'}."
        )
    for name, points in grids.items():
        if not points or points[0] <= 0 or any(b <= a for a, b in pairwise(points)):
            raise UnfitDataError(f"The grid of {name} is {tuple(points)}; wanted are rising numbers above 0.")
    return {name: reaching(points, sqrt(fit.ratios[name])) for name, points in grids.items()}


def _points(
    fit: Fit, grids: Mapping[str, tuple[float, ...]]
) -> Iterator[tuple[dict[str, float], Array, float]]:
    """Each point of the grid by block, the variance ratios of all blocks there, and the log of its cell's width."""
    held = {name: max(ratio, LEAST_HELD) for name, ratio in fit.ratios.items() if name not in grids}
    widths = {name: cells(points) for name, points in grids.items()}
    for places in product(*(range(len(points)) for points in grids.values())):
        chosen = dict(zip(grids, places, strict=True))
        at = {name: grids[name][place] for name, place in chosen.items()}
        width = float(np.prod([widths[name][place] for name, place in chosen.items()]))
        yield at, np.array([at[name] ** 2 if name in at else held[name] for name in fit.places]), log(width)


def _mixed(shares: Array, found: Sequence[Moments]) -> Posterior:
    """One posterior of the Gaussians at all points, each by its share."""
    means = np.array([at.mean for at in found])
    sds = np.sqrt(np.array([at.variance for at in found]))
    mean = shares @ means
    within = shares @ sds**2
    prior = shares @ np.array([at.prior_variance for at in found])
    return Posterior(
        mean=mean,
        sd=np.sqrt(within + shares @ (means - mean) ** 2),
        probability_positive=1.0 - below_zero(shares, means, sds),
        prior_sd=np.sqrt(prior),
        reliability=reliability(within, prior),
        low=quantiles(shares, means, sds, 0.025),
        high=quantiles(shares, means, sds, 0.975),
    )
