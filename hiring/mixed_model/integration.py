"""The posterior with uncertain variances: an average over a small grid of them.

Below some hundreds of hires a fitted variance is itself a guess, and often 0; intervals that take it
as known are too short. Here the ratio of each gridded block's standard deviation to the residual's
runs over a few points; a point weighs

    exp(−REML criterion / 2) · exp(−(ratio / prior_scale)² / 2) · width of the point's cell

(a half-normal prior on the ratio), other blocks stay at their fitted ratio, and the result is the
mixture of the Gaussian posteriors at the points. Numerical integration over the hyperparameters of
a Gaussian model, as in Rue, Martino & Chopin (2009), with few points by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hiring.mixed_model.faults import UnfitDataError
from hiring.mixed_model.fits import Fit
from hiring.mixed_model.mixtures import below_zero, quantiles
from hiring.mixed_model.posterior import (
    Moments,
    Posterior,
    checked_weights,
    moments,
    posterior,
    reliability,
)
from hiring.mixed_model.solving import solve

Array = NDArray[np.float64]
GRIDS: Mapping[str, Sequence[float]] = {
    "interviewer": (0.05, 0.16, 0.28),
    "pair": (0.03, 0.12, 0.22, 0.34),
}
LEAST_HELD = 0.005  # smallest variance ratio of a block that is not on the grid
WITHIN = 1.07  # a grid reaches as far as its last point times this: .28 serves ratios up to .3
GROWTH = 1.6  # from one added point to the next: .28, .45, .72 …
NEGLIGIBLE = 1e-9  # of the heaviest point


def integrated_posterior(
    fit: Fit,
    weights: Any = None,
    block_grids: Mapping[str, Sequence[float]] | None = None,
    prior_scale: float = 0.5,
) -> Posterior:
    """The posterior of sums of effects, averaged over a grid of the blocks' standard deviation ratios.

    `weights` as in `posterior`. `block_grids` maps blocks to their points (ratios of standard
    deviations, above 0 and rising); without it `GRIDS` is used for those of its blocks the fit has:
    3 × 4 points. A grid whose last point lies below the fitted ratio is extended (`reaching`).
    Blocks that are not on the grid stay at their fitted variance ratio, .005 at least. Always by the
    REML criterion. `sd` is that of the mixture; `reliability` compares the mean posterior with the mean
    prior variance. Raises `UnfitDataError` for points that cannot be, or blocks the fit lacks.
    """
    rows = checked_weights(fit, weights)
    grids = _grids(fit, block_grids)
    if fit.residual_variance == 0.0:
        return posterior(fit, weights)
    logs: list[float] = []
    found: list[Moments] = []
    for ratios, log_weight in _points(fit, grids, prior_scale):
        at = solve(fit.solution.data, ratios, "reml")
        log = log_weight - at.criterion / 2
        if not logs or log > max(logs) + np.log(NEGLIGIBLE):
            logs.append(log)
            found.append(moments(at, rows))
    shares = np.exp(np.array(logs) - max(logs))
    return _mixed(shares / shares.sum(), found)


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
    fit: Fit, grids: Mapping[str, tuple[float, ...]], prior_scale: float
) -> Iterator[tuple[Array, float]]:
    """Variance ratios of all blocks at each point, with the log of prior times cell width."""
    held = {name: max(ratio, LEAST_HELD) for name, ratio in fit.ratios.items() if name not in grids}
    widths = {name: cells(points) for name, points in grids.items()}
    for places in product(*(range(len(points)) for points in grids.values())):
        chosen = dict(zip(grids, places, strict=True))
        at = {name: grids[name][place] for name, place in chosen.items()}
        width = float(np.prod([widths[name][place] for name, place in chosen.items()]))
        ratios = np.array([at[name] ** 2 if name in at else held[name] for name in fit.places])
        yield ratios, float(np.log(width)) - sum((sd / prior_scale) ** 2 for sd in at.values()) / 2


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
