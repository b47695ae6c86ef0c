"""Noisy estimates are drawn in as far as they are noisy, and their intervals hold the truth."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hiring.statistics.ratings.pooling import pooled

# Worked out by hand below.
ESTIMATES = [0.1, 0.5, 0.9]
VARIANCES = [0.04, 0.04, 0.04]


def test_equal_estimates_keep_the_share_of_their_variance_that_is_true() -> None:
    found = pooled(ESTIMATES, VARIANCES)
    # Q = 8, C = 50: τ² = (8 − 2)/50 = .12, so that .12/.16 of each difference is kept.
    assert found.between == pytest.approx(0.12)
    assert found.values == pytest.approx([0.2, 0.5, 0.8])
    assert found.mean_sd == pytest.approx(math.sqrt(0.16 / 3))
    assert found.sds == pytest.approx([0.2] * 3)  # three say too little of how much they differ


def test_estimates_no_further_apart_than_chance_become_one() -> None:
    found = pooled([0.1, 0.11, 0.12], [0.04, 0.04, 0.04])
    assert found.between == 0
    assert found.values == pytest.approx([0.11] * 3)
    assert (pooled([0.1, 0.11, 0.12, 0.11], [0.04] * 4).sds < 0.2).all()


def test_the_less_an_estimate_is_known_the_further_it_is_drawn_in() -> None:
    found = pooled([0.0, 1.0, 2.0, 2.0], [0.05, 0.05, 0.05, 1.0])
    assert found.values[3] < found.values[2]
    assert found.sds[3] > found.sds[2]


def test_one_estimate_is_its_own_mean_and_none_has_no_mean() -> None:
    assert pooled([0.4], [0.1]).values == pytest.approx([0.4])
    assert math.isnan(pooled([], []).mean)


def test_the_intervals_hold_the_true_values_nineteen_times_of_twenty() -> None:
    random = np.random.default_rng(7)
    held = []
    for _ in range(200):
        variances = random.uniform(0.01, 0.1, 40)
        truth = random.normal(0.3, 0.2, 40)
        found = pooled(truth + random.normal(size=40) * np.sqrt(variances), variances)
        held.append(np.mean((found.low <= truth) & (truth <= found.high)))
    assert 0.93 <= np.mean(held) <= 0.97


@pytest.mark.parametrize(
    ("estimates", "variances"), [([1.0], [0.0]), ([math.nan], [1.0]), ([1.0, 2.0], [1.0])]
)
def test_a_missing_estimate_or_variance_is_a_fault(estimates, variances) -> None:
    with pytest.raises(ValueError, match="as many variances above zero"):
        pooled(estimates, variances)


def test_how_often_luck_spreads_as_wide_is_cochrans_q() -> None:
    """Q = 1 + 0 + 1 on two degrees: e^(-1)."""
    assert pooled([-1.0, 0.0, 1.0], [1.0, 1.0, 1.0]).p_alike == pytest.approx(math.exp(-1))
    assert pooled([0.2], [1.0]).p_alike == 1.0
    assert pooled([-6.0, 0.0, 6.0], [1.0, 1.0, 1.0]).p_alike < 1e-12
