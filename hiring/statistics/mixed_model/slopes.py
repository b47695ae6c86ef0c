"""Which way the criterion falls: its gradient and its average information in the variance ratios.

With r = Z'Py = b − G û (P the projection of the fitted model, σ² at its best value) and blocks k, l:

    gradient_k        = tr(Z_k'PZ_k) − |r_k|²/σ²
    tr(Z_k'PZ_k)      = (q_k − tr_k B⁻¹)/γ_k,  or tr G_kk − |L⁻¹ S G_·k|² where γ_k is 0 or next to it
    information_kl    = w_k'Pw_l/σ² − |r_k|²|r_l|²/(ν σ⁴),   w_k = Z_k r_k

The second is the average of observed and expected information (Gilmour, Thompson & Cullis 1995),
with the residual variance profiled out: no trace of a product of matrices is needed, and it is never
indefinite. For maximum likelihood the trace is taken with V⁻¹ in place of P.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hiring.statistics.mixed_model.solving import Solution, factored, inverted

Array = NDArray[np.float64]
LEAST_LEFT = 1e-8  # of a block's information: what profiling leaves below this is rounding

TOO_SMALL_TO_DIVIDE_BY = 1e-6


@dataclass(frozen=True)
class Slopes:
    """Gradient (blocks,) and average information (blocks, blocks) of the criterion at a solution."""

    gradient: Array
    information: Array


def slopes(at: Solution) -> Slopes:
    """Gradient and information at a solution whose residual variance is above 0."""
    data, variance = at.data, at.residual_variance
    places = list(data.places.values())
    left = data.scores - data.gram[:, at.active] @ at.effects[at.active]  # r
    by_block = np.zeros((data.columns, len(places)))
    for column, index in enumerate(places):
        by_block[index, column] = left[index]
    squares = np.einsum("ij,ij->j", by_block, by_block)
    reached = data.gram @ by_block
    through = at.inverse_factor @ (at.scale[:, None] * reached[at.active])
    curvature = by_block.T @ reached - through.T @ through
    information = curvature / variance - np.outer(squares, squares) / (at.freedom * variance**2)
    information += np.diag(LEAST_LEFT * np.diag(curvature) / variance)
    return Slopes(_traces(at) - squares / variance, information)


def _traces(at: Solution) -> Array:
    """tr(Z_k'PZ_k) for every block, P in units of the residual variance (V⁻¹ for maximum likelihood)."""
    if at.method == "reml":
        gram, inverse = at.data.gram, at.inverse_factor
    else:
        gram = at.data.raw_gram
        inverse = inverted(factored(gram, at.active, at.scale))
    in_factor = np.full(at.data.columns, -1)
    in_factor[at.active] = np.arange(at.active.size)
    kept = np.einsum("ij,ij->j", inverse, inverse)  # the diagonal of B⁻¹
    traces = []
    for ratio, span in zip(at.ratios, at.data.places.values(), strict=True):
        own = np.diag(gram)[span]
        if ratio * own.sum() > TOO_SMALL_TO_DIVIDE_BY:
            traces.append(float((1.0 - kept[in_factor[span]]).sum()) / ratio)
        else:
            explained = inverse @ (at.scale[:, None] * gram[at.active, span])
            traces.append(float(own.sum()) - float((explained * explained).sum()))
    return np.array(traces)
