"""Mixed models with crossed and multiple-membership random effects, by numpy and scipy alone.

y = X β + Σ Z_k u_k + e, u_k ~ N(0, σ_k²), e ~ N(0, σ²). The steps, one a module: `blocks` and
`projection` (what goes in), `sufficient` (the sums that are enough), `solving` (one factor at given
variances), `slopes` and `reml` (finding the variances), `fits` (what is handed out), `posterior`,
`integration` and `mixtures` (what may be said of sums of effects), `score` (what the fit has missed).
"""

from __future__ import annotations

from hiring.statistics.mixed_model.blocks import Block
from hiring.statistics.mixed_model.faults import TooFewRowsError, UnfitDataError
from hiring.statistics.mixed_model.fits import Fit, fit, fit_at, fit_in_stages
from hiring.statistics.mixed_model.integration import GRIDS, Prior, integrated_posterior
from hiring.statistics.mixed_model.posterior import Posterior, posterior
from hiring.statistics.mixed_model.score import Scores, scores

__all__ = [
    "GRIDS",
    "Block",
    "Fit",
    "Posterior",
    "Prior",
    "Scores",
    "TooFewRowsError",
    "UnfitDataError",
    "fit",
    "fit_at",
    "fit_in_stages",
    "integrated_posterior",
    "posterior",
    "scores",
]
