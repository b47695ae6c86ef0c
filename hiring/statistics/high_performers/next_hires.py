"""What the next hires of a source would bring if they came as its hires did so far: how many, and how far luck reaches.

Two things are not known of the next hires: the source's true chance, whose range is that of the levelled row, and how
the coin falls for each of so few. The chance is taken as normal in logits over its range, and the count as binomial
given the chance; the two together are summed up numerically (the predictive distribution; Gelman et al. 2013, Bayesian
Data Analysis, ch. 1.3 and 5.3).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import expit, logit
from scipy.stats import binom, norm

from hiring.statistics.rates import Z_95

#: A chance of none or of all has no logit; so close to either the range is cut off.
EDGE = 1e-3
#: Steps over the range of the chance, to so many standard deviations each side.
STEPS, REACH = 401, 5.0


@dataclass(frozen=True)
class NextHires:
    """Of so many next hires: how many would be high performers, `low` to `high` of them likely (95 %), and as expected.

    `expected` is what comparable hires would give; all are numbers of hires, `estimate` and `expected` not whole ones.
    """

    count: int
    estimate: float
    low: int
    high: int
    expected: float


def next_hires(count: int, expected: float, levelled: float, low: float, high: float) -> NextHires:
    """Of `count` hires at the chance `levelled` (its 95 % range `low` to `high`; shares, 0 to 1) against `expected`.

    `ValueError` for fewer than one hire, or a range that does not hold its middle.
    """
    if count < 1 or not 0 <= low <= levelled <= high <= 1:
        raise ValueError(f"{count} hires at {levelled} in {low} to {high} are none that can be counted")
    bottom, middle, top = logit(np.clip([low, levelled, high], EDGE, 1 - EDGE))
    steps = np.linspace(-REACH, REACH, STEPS)
    sd = np.where(steps < 0, middle - bottom, top - middle) / Z_95
    weights = norm.pdf(steps)
    chances = expit(middle + steps * sd)
    each = binom.cdf(np.arange(count + 1)[:, None], count, chances) @ (weights / weights.sum())
    return NextHires(
        count,
        count * levelled,
        int(np.searchsorted(each, 0.025, side="right")),
        int(np.searchsorted(each, 0.975)),
        count * expected,
    )
