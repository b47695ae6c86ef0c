"""Quantiles of mixtures of normal distributions against a root finder."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import optimize, special

from hiring.statistics.mixed_model.mixtures import below_zero, quantiles


def _cdf(value: float, shares: np.ndarray, means: np.ndarray, sds: np.ndarray) -> float:
    return float(shares @ special.ndtr((value - means) / sds))


@pytest.mark.parametrize("level", [0.025, 0.5, 0.975])
def test_a_quantile_is_where_the_mixture_reaches_its_level(level: float) -> None:
    chance = np.random.default_rng(1)
    shares = chance.dirichlet(np.ones(12))
    means, sds = chance.standard_normal((12, 40)), 10 ** chance.uniform(-4, 1, (12, 40))
    found = quantiles(shares, means, sds, level)
    for column in range(40):
        parts = shares, means[:, column], sds[:, column]
        wanted = optimize.brentq(lambda x, p=parts: _cdf(x, *p) - level, -60, 60, xtol=1e-13)
        assert found[column] == pytest.approx(wanted, abs=1e-9)


def test_one_part_is_that_normal_distribution() -> None:
    found = quantiles(np.ones(1), np.array([[1.0]]), np.array([[2.0]]), 0.975)
    assert found == pytest.approx([1 + 2 * 1.959963985])
    assert below_zero(np.ones(1), np.array([[1.0]]), np.array([[2.0]])) == pytest.approx([0.308537539])


def test_two_parts_far_apart_are_met_at_the_heavier() -> None:
    means, sds = np.array([[-100.0], [100.0]]), np.array([[1.0], [1.0]])
    assert quantiles(np.array([0.9, 0.1]), means, sds, 0.5)[0] == pytest.approx(
        -100 + special.ndtri(0.5 / 0.9)
    )


def test_no_spread_at_all_is_the_point_itself() -> None:
    shares, zeros = np.array([0.5, 0.5]), np.zeros((2, 3))
    assert quantiles(shares, zeros, zeros, 0.025).tolist() == [0, 0, 0]
    assert below_zero(shares, zeros, zeros).tolist() == [0.5, 0.5, 0.5]
