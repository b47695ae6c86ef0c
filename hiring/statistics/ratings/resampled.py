"""How far the mean validity of interviewers moves with who happened to be hired: hires drawn anew, whole.

A hire is rated by a whole panel, so interviewers' correlations are not known independently of each other: adding up
their own uncertainties makes the mean look twice as sure as it is. Here hires are drawn with replacement, each with all
its ratings (Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 8.6), and everything that is made of
them is made again: the correlations, how much narrower hires' ratings are than candidates', and what selection took.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from hiring.statistics.ratings.correlations import FURTHEST, case_three

Numbers = NDArray[np.float64]
Summing = Callable[[Numbers], Numbers]

DRAWS = 400  # the SD of a mean is then known to 4 %
SEED = 1993  # any; the same data must give the same range tomorrow
NOTHING_LEFT = 1e-9  # a variance below this is rounding


@dataclass(frozen=True)
class Resampled:
    """Arrays of draws × interviewers (in the order given): raw correlation and its Case III, nan where not known."""

    raw: Numbers
    case_three: Numbers

    def sds(self, mine: NDArray[np.bool_], weights: Numbers, known: Numbers) -> tuple[float, float]:
        """The SD of the mean of Fisher's z, and that of the corrected mean, of the interviewers `mine`.

        `weights`: of each interviewer in the mean; `known`: in the mean of what the correction adds, which is one for
        all interviewers, whosever mean is looked at.
        """
        is_known = ~np.isnan(self.raw) & ~np.isnan(self.case_three)
        z = np.arctanh(np.clip(np.where(is_known, self.raw, 0.0), -FURTHEST, FURTHEST))
        level = _mean(z, (is_known & mine) * weights)
        added = _mean(np.where(is_known, self.case_three - self.raw, 0.0), is_known * known)
        return float(np.std(level, ddof=1)), float(np.std(np.tanh(level) + added, ddof=1))


def _mean(values: Numbers, weights: Numbers) -> Numbers:
    """The weighted mean of each row."""
    return np.asarray((values * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), NOTHING_LEFT))


def resampled(seats: pd.DataFrame, interviewers: Sequence[str], spread: float) -> Resampled:
    """From `validity.rated_hires`, for these interviewers; `spread`: SD of the panels' ratings of all candidates."""
    hired = seats.drop_duplicates("application_id").reset_index(drop=True)
    own = seats[seats["interviewer_id"].isin(interviewers)]
    place = pd.Index(hired["application_id"]).get_indexer(pd.Index(own["application_id"]))
    who = pd.Index(list(interviewers)).get_indexer(pd.Index(own["interviewer_id"]))
    count, wide = len(hired), len(interviewers)
    drawn = np.random.default_rng(SEED).multinomial(count, np.full(count, 1 / count), DRAWS).astype(float).T

    def summed(values: Numbers) -> Numbers:
        """Each draw's sums by interviewer: draws × interviewers."""
        return np.asarray((sparse.csr_array((values, (who, place)), shape=(wide, count)) @ drawn).T)

    rating, panel, outcome = (own[name].to_numpy(float) for name in ("rating", "composite", "outcome"))
    counts = summed(np.ones(len(own)))
    raw = _correlated(summed, counts, rating, outcome)
    with_panel = _correlated(summed, counts, rating, panel)
    c, y = hired["composite"].to_numpy(float), hired["outcome"].to_numpy(float)

    def whole(values: Numbers) -> Numbers:
        return np.asarray((values @ drawn)[:, None])

    everybody = np.full((DRAWS, 1), float(count))
    by_panel = _correlated(whole, everybody, c, y)
    among_hires = np.sqrt(np.maximum(_variance(whole, everybody, c), NOTHING_LEFT) * count / (count - 1))
    ratio = np.maximum(1.0, spread / among_hires)
    # Where the panel's own correlations are not known there is nothing to correct by.
    lifted = case_three(raw, with_panel, by_panel, ratio)
    return Resampled(raw, np.where(np.isnan(lifted), raw, lifted))


def _variance(summed: Summing, counts: Numbers, values: Numbers) -> Numbers:
    return np.asarray(summed(values**2) / counts - (summed(values) / counts) ** 2)


def _correlated(summed: Summing, counts: Numbers, first: Numbers, second: Numbers) -> Numbers:
    """The correlation in each draw; nan where one of the two does not vary."""
    a, b = first - first.mean(), second - second.mean()
    with np.errstate(divide="ignore", invalid="ignore"):
        together = summed(a * b) / counts - summed(a) * summed(b) / counts**2
        of_a, of_b = _variance(summed, counts, a), _variance(summed, counts, b)
        varies = (of_a > NOTHING_LEFT) & (of_b > NOTHING_LEFT)
        return np.where(varies, together / np.sqrt(np.abs(of_a * of_b)), np.nan)
