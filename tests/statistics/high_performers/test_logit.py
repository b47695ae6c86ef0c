"""The ridge logit against an optimiser of the same penalised likelihood, and against what can be worked out by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import minimize
from scipy.special import expit, logit

from hiring.statistics.high_performers import logit as model


def levels(count: int = 90, seed: int = 1) -> tuple[pd.DataFrame, np.ndarray]:
    random = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "role": random.choice(["A", "B", "C"], count),
            "region": random.choice(["North", "South"], count),
        }
    )
    return frame, (random.random(count) < np.where(frame["region"] == "North", 0.5, 0.15)).astype(float)


def test_cells_are_the_combinations_that_there_are_and_each_hire_has_its_own() -> None:
    of = model.cells(pd.DataFrame({"role": ["A", "B", "A", None], "year": [1, 1, 1, 2]}))
    assert of.count == 3
    assert of.of.tolist() == [0, 1, 0, 2]
    assert of.factors == ("role", "role", "role", "year", "year")  # a missing role is a level of its own
    assert of.design.sum(axis=1).tolist() == [3, 3, 3]


def test_the_fit_is_the_highest_point_of_the_penalised_likelihood() -> None:
    frame, y = levels()
    of = model.cells(frame)
    penalty = of.penalty({"role": 2.0, "region": 0.5})
    found = model.whole(of, of.summed(np.ones(len(y))), of.summed(y), penalty)

    def loss(beta: np.ndarray) -> float:
        eta = of.design[of.of] @ beta
        return float((np.logaddexp(0, eta) - y * eta).sum() + (penalty * beta**2).sum() / 2)

    best = minimize(loss, np.zeros(of.design.shape[1]), method="BFGS", options={"gtol": 1e-8})
    assert found == pytest.approx(best.x, abs=1e-5)
    chance = expit(of.design @ found)
    weights = of.summed(np.ones(len(y))) * chance * (1 - chance)
    curve = model.curvature(of.design, weights[None], penalty)[0]
    step = 1e-3 * np.eye(len(found))
    turned = [
        [loss(found + a + b) - loss(found + a) - loss(found + b) + loss(found) for b in step] for a in step
    ]
    assert curve == pytest.approx(np.array(turned) / 1e-6, abs=0.02)


def test_levels_held_to_nothing_leave_the_share_of_all() -> None:
    frame, y = levels()
    of = model.cells(frame)
    found = model.whole(of, of.summed(np.ones(90)), of.summed(y), of.penalty({"role": 1e9, "region": 1e9}))
    assert expit(found[0]) == pytest.approx(y.mean(), abs=1e-3)


def test_many_fits_at_once_are_the_same_fits_one_by_one() -> None:
    frame, y = levels()
    of = model.cells(frame)
    trials, successes = of.summed(np.ones(90)), of.summed(y)
    penalty = of.penalty({"role": 1.0, "region": 1.0})
    less = np.minimum(np.arange(of.count), trials)
    both = model.fitted(
        of.design,
        np.array([trials, trials - less / 2]),
        np.array([successes, successes / 2]),
        penalty,
        np.zeros((2, 6)),
    )
    for place, (n, k) in enumerate(((trials, successes), (trials - less / 2, successes / 2))):
        assert both[place] == pytest.approx(model.whole(of, n, k, penalty), abs=1e-6)


@pytest.mark.parametrize("all_of_them", [0.0, 1.0])
def test_nobody_and_everybody_have_a_chance_that_is_no_infinity(all_of_them: float) -> None:
    of = model.cells(pd.DataFrame({"role": ["A"] * 40}))
    found = model.whole(
        of, of.summed(np.ones(40)), of.summed(np.full(40, all_of_them)), of.penalty({"role": 4.0})
    )
    assert abs(expit(of.design @ found)[0] - all_of_them) * 40 < 0.1


def test_the_factor_that_differs_is_held_loosely_and_the_other_tightly() -> None:
    frame, y = levels(count=600)
    of = model.cells(frame)
    chosen = model.chosen_penalties(of, of.summed(np.ones(600)), of.summed(y))
    assert chosen["region"] <= 4
    assert chosen["role"] >= 16


def test_the_evidence_is_the_integral_over_a_single_coefficient() -> None:
    # One level, no intercept to speak of: the integral over its coefficient can be summed up point by point.
    of = model.Cells(np.array([[0.0, 1.0]]), np.zeros(30, dtype=np.int64), ("role",))
    trials, successes = np.array([30.0]), np.array([9.0])
    grid = np.linspace(-8, 8, 4001)
    for penalty in (0.5, 4.0):
        log = successes * grid - trials * np.logaddexp(0, grid) - penalty * grid**2 / 2
        exact = np.log(np.sum(np.exp(log)) * (grid[1] - grid[0]) * np.sqrt(penalty / (2 * np.pi)))
        found = model.evidence(of, trials, successes, np.array([[0.01, penalty]]))
        assert found[0] == pytest.approx(exact, abs=0.02)
    assert logit(9 / 30) < 0
