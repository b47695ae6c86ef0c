"""The gradient against differences of the criterion, at the bound too."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.panels import company
from helpers.mixed_model_by_hand import grouping
from hiring.statistics.mixed_model.slopes import slopes
from hiring.statistics.mixed_model.solving import solve
from hiring.statistics.mixed_model.sufficient import sufficient

POINTS = [(0.1, 0.2, 0.3), (0.0, 0.2, 0.3), (0.1, 0.0, 0.0), (0.0, 0.0, 0.0), (5.0, 1e-6, 0.01)]


@pytest.mark.parametrize("method", ["reml", "ml"])
@pytest.mark.parametrize("point", POINTS)
def test_the_gradient_is_the_slope_of_the_criterion(method: str, point: tuple[float, ...]) -> None:
    made = company(2, 110, 14, least=3)
    data = sufficient(made.outcome, made.fixed, made.blocks)
    ratios = np.array(point)
    found = slopes(solve(data, ratios, method)).gradient
    for block in range(3):
        step = np.zeros(3)
        step[block] = 1e-5
        one, two = (solve(data, ratios + times * step, method).criterion for times in (1, 2))
        here = solve(data, ratios, method).criterion
        assert found[block] == pytest.approx((4 * one - two - 3 * here) / 2e-5, rel=1e-3, abs=1e-3)


def test_the_average_information_is_between_the_observed_and_the_expected() -> None:
    made = company(2, 900, 40, spreads=(0.5, 0.4, 0.3))
    data = sufficient(made.outcome, made.fixed, made.blocks)
    ratios = np.array([0.25, 0.16, 0.09])
    found = slopes(solve(data, ratios)).information
    observed = np.zeros((3, 3))
    for block in range(3):
        step = np.zeros(3)
        step[block] = 1e-4
        up, down = (slopes(solve(data, ratios + sign * step)).gradient for sign in (1, -1))
        observed[:, block] = (up - down) / 2e-4
    assert np.linalg.eigvalsh(found).min() > 0
    assert np.diag(found) == pytest.approx(np.diag(observed), rel=0.6)


@pytest.mark.parametrize("ratio", [10.0, 1e4, 1e5])
def test_the_information_stays_positive_where_profiling_leaves_only_rounding(ratio: float) -> None:
    members = [str(place % 10) for place in range(60)]
    outcome = np.array([float(member) ** 2 for member in members])
    data = sufficient(outcome, np.ones((60, 1)), [grouping("team", members)])
    assert slopes(solve(data, np.array([ratio]))).information[0, 0] > 0
