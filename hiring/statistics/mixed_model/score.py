"""Would further effects be noticed? Score statistics of columns that are not in the fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from hiring.statistics.mixed_model.faults import UnfitDataError
from hiring.statistics.mixed_model.fits import Fit

Array = NDArray[np.float64]
UNSEEN = 1e-9  # of a column's square: what the fit leaves of it below this is rounding


@dataclass(frozen=True)
class Scores:
    """`statistics` (columns,), each standard normal when the fit is the truth, and their `correlation`.

    A column the fit leaves nothing of has statistic 0 and no correlation with any other.
    """

    statistics: Array
    correlation: Array


def scores(fit: Fit, columns: Any) -> Scores:
    """t_k = z_k'Py / √(σ² z_k'Pz_k) for each column z_k, P the fitted model's projection; no refit.

    `columns` is (hires, columns), sparse or dense. Raises `UnfitDataError` where the rows disagree.
    """
    at = fit.solution
    data = at.data
    z = sparse.csc_array(columns, dtype=float)
    if z.shape[0] != data.rows:
        raise UnfitDataError(
            f"The columns have {z.shape[0]} rows for {data.rows} outcomes; give one row an outcome."
        )
    by_fixed = z.T @ data.basis.orthonormal
    crossed = (z.T @ data.design).toarray() - by_fixed @ (data.design.T @ data.basis.orthonormal).T
    through = at.inverse_factor @ (at.scale[:, None] * crossed[:, at.active].T)
    information = (z.T @ z).toarray() - by_fixed @ by_fixed.T - through.T @ through
    before = np.asarray(z.multiply(z).sum(axis=0)).ravel()
    own = np.diag(information)
    seen = (own > UNSEEN * before) & (fit.residual_variance > 0)
    unit = np.where(seen, 1.0 / np.sqrt(np.where(seen, own, 1.0)), 0.0)
    raised = z.T @ data.unexplained - crossed @ at.effects
    correlation = information * unit * unit[:, None]
    np.fill_diagonal(correlation, 1.0)
    spread = np.sqrt(fit.residual_variance) or 1.0
    return Scores(statistics=raised * unit / spread, correlation=correlation)
