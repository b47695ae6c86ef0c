"""A fitted model: variances, fixed effects with their errors, and the predicted random effects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.linalg import solve_triangular

from hiring.statistics.mixed_model.blocks import Block
from hiring.statistics.mixed_model.faults import UnfitDataError
from hiring.statistics.mixed_model.reml import Search, search
from hiring.statistics.mixed_model.solving import Solution, solve
from hiring.statistics.mixed_model.sufficient import Sufficient, sufficient

Array = NDArray[np.float64]
METHODS = ("reml", "ml")


@dataclass(frozen=True)
class Fit:
    """What a fit found. Variances are in squared units of the outcome, effects in its units.

    `coefficients` and `standard_errors` are (columns of the fixed effects,): generalised least
    squares at the fitted variances; a column that follows from those before it has 0 for both and
    False in `kept`. `effects` maps each block to its labels' predictions, in the labels' order.
    `criterion` is the REML criterion or the ML deviance (−∞ when the fixed effects explain every
    outcome exactly: then all variances are 0). `inestimable` names the blocks held at 0 because
    data of this shape cannot tell their variance. `converged` is False where the search was still
    moving when its steps ran out.
    """

    variances: dict[str, float]
    residual_variance: float
    criterion: float
    coefficients: Array
    standard_errors: Array
    kept: NDArray[np.bool_]
    effects: dict[str, Array]
    method: str
    steps: int
    converged: bool
    inestimable: tuple[str, ...]
    solution: Solution = field(repr=False)

    @property
    def places(self) -> dict[str, slice]:
        """Where each block's effects lie when all stand in one row, as the weights of a sum do."""
        return self.solution.data.places

    @property
    def labels(self) -> dict[str, tuple[str, ...]]:
        """Each block's labels, in the order of its effects."""
        return self.solution.data.labels

    @property
    def ratios(self) -> dict[str, float]:
        """Each block's variance over the residual variance."""
        return dict(zip(self.places, self.solution.ratios.tolist(), strict=True))


def fit(
    outcome: ArrayLike,
    fixed: ArrayLike,
    blocks: Sequence[Block],
    method: str = "reml",
    tolerance: float = 1e-7,
    start: Mapping[str, float] | None = None,
) -> Fit:
    """Fit y = X β + Σ Z_k u_k + e with u_k ~ N(0, σ_k²) and e ~ N(0, σ²), all independent.

    `outcome` is (hires,), `fixed` (hires, columns) dense and of any rank, `blocks` the random
    effects. `method` is "reml" or "ml". `tolerance` is in units of the criterion: 1e-7 for numbers
    that leave the program, 1e-3 is enough for a page that is being filtered. `start` gives variance
    ratios to begin from, for instance those of a fit of nearly the same hires; without it moments are
    used. Raises `UnfitDataError` or its `TooFewRowsError`.
    """
    _known(method)
    data = sufficient(outcome, fixed, blocks)
    first = None if start is None else _in_order(data, start)
    return _fit(search(data, method, tolerance, first))


def fit_at(
    outcome: ArrayLike,
    fixed: ArrayLike,
    blocks: Sequence[Block],
    ratios: Mapping[str, float],
    method: str = "reml",
) -> Fit:
    """The same model at variance ratios that are already known: one pass, no search.

    `ratios` names every block with its variance over the residual variance; the residual variance
    is fitted. Raises as `fit` does, and for a ratio that is missing or negative.
    """
    _known(method)
    data = sufficient(outcome, fixed, blocks)
    known = np.zeros(len(data.places)) if data.total == 0.0 else _in_order(data, ratios)
    return _fit(Search(solve(data, known, method), 0, True))


def fit_in_stages(
    outcome: ArrayLike,
    fixed: ArrayLike,
    blocks: Sequence[Block],
    first: Sequence[Block],
    tolerance: float = 1e-7,
) -> Fit:
    """REML in two stages for large companies: variances from `first`, effects of `blocks`.

    `first` are the same blocks with fewer labels, such as the pairs seen ten times in place of those
    seen five times. Their variance ratios are estimated where a factor is small, then the full model
    is solved once with them. Meant for 3,000 hires and more; `steps` counts those of the first stage.
    """
    estimated = search(sufficient(outcome, fixed, first), "reml", tolerance)
    found = dict(zip(estimated.solution.data.places, estimated.solution.ratios.tolist(), strict=True))
    data = sufficient(outcome, fixed, blocks)
    ratios = np.zeros(len(data.places)) if data.total == 0.0 else _in_order(data, found)
    return _fit(Search(solve(data, ratios, "reml"), estimated.steps, estimated.converged))


def _known(method: str) -> None:
    if method not in METHODS:
        raise UnfitDataError(f"The method is {method!r}; wanted is one of {', '.join(METHODS)}.")


def _in_order(data: Sufficient, ratios: Mapping[str, float]) -> Array:
    """Ratios in the order of the blocks."""
    if set(ratios) != set(data.places):
        raise UnfitDataError(
            f"Ratios are given for {', '.join(ratios)}; wanted is one for each of {', '.join(data.places)}."
        )
    found = np.array([float(ratios[name]) for name in data.places])
    if not (np.isfinite(found) & (found >= 0)).all():
        raise UnfitDataError("A variance ratio is negative or missing; give 0 or more for every block.")
    return found


def _fit(found: Search) -> Fit:
    at = found.solution
    data, variance = at.data, at.residual_variance
    coefficients, errors, kept = _fixed_effects(at)
    return Fit(
        variances={
            name: variance * ratio for name, ratio in zip(data.places, at.ratios.tolist(), strict=True)
        },
        residual_variance=variance,
        criterion=at.criterion,
        coefficients=coefficients,
        standard_errors=errors,
        kept=kept,
        effects={name: at.effects[span] for name, span in data.places.items()},
        method=at.method,
        steps=found.steps,
        converged=found.converged,
        inestimable=data.inestimable,
        solution=at,
    )


def _fixed_effects(at: Solution) -> tuple[Array, Array, NDArray[np.bool_]]:
    """β̂ = R⁻¹Q'(y − Zû) and the roots of the diagonal of σ² R⁻¹(I + H H')R⁻ᵀ, with H = Q'Z S L⁻ᵀ.

    This is the upper left block of the inverse of Henderson's equations: the fixed effects' own
    uncertainty, that of the random effects included.
    """
    data = at.data
    basis = data.basis
    coefficients, errors = np.zeros(data.fixed_columns), np.zeros(data.fixed_columns)
    kept = np.zeros(data.fixed_columns, dtype=bool)
    kept[basis.columns] = True
    if not basis.rank:
        return coefficients, errors, kept
    fitted = basis.orthonormal.T @ (data.outcome - data.design @ at.effects)
    coefficients[basis.columns] = solve_triangular(basis.triangle, fitted, check_finite=False)
    inverse = solve_triangular(basis.triangle, np.eye(basis.rank), check_finite=False)
    seen = (data.design.T @ basis.orthonormal)[at.active] * at.scale[:, None]
    through = inverse @ (at.inverse_factor @ seen).T
    squares = np.einsum("ij,ij->i", inverse, inverse) + np.einsum("ij,ij->i", through, through)
    errors[basis.columns] = np.sqrt(at.residual_variance * squares)
    return coefficients, errors, kept
