"""The chance that a hire ends up in the top third of the role, seen by this interviewer or pair.

    1 − Φ((Φ⁻¹(2/3) − m) ÷ √(1 − s² + v))

The score has a standard deviation of 1 within the role; m is the estimate, v its variance, and s² how much such effects
differ at all: what is known of the effect no longer counts as luck. Nothing known (m = 0, v = s²) is a third.
"""

from __future__ import annotations

import numpy as np
from scipy.special import ndtr, ndtri

from hiring.statistics.evidence.designs import Numbers

TOP = 1 / 3
LEAST_SPREAD = 0.1  # of the score: what is left to luck is never less


def chance(mean: Numbers, sd: Numbers, prior_sd: Numbers) -> Numbers:
    """The chance of each sum, 0 to 1."""
    left = np.sqrt(np.maximum(1 - prior_sd**2 + sd**2, LEAST_SPREAD**2))
    return np.asarray(1 - ndtr((float(ndtri(1 - TOP)) - mean) / left), dtype=float)
