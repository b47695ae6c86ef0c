"""The search: where it starts does not matter, what stands in when a step fails, where it stops."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.panels import company
from helpers.mixed_model_by_hand import by_hand, grouping
from hiring.statistics import mixed_model
from hiring.statistics.mixed_model import reml
from hiring.statistics.mixed_model.slopes import Slopes
from hiring.statistics.mixed_model.sufficient import sufficient


@pytest.mark.parametrize("ratio", [0.0, 1e-6, 0.3, 50.0])
def test_the_search_ends_at_the_same_place_from_wherever_it_starts(ratio: float) -> None:
    made = company(4, 300, 20, spreads=(0.4, 0.3, 0.2))
    plain = mixed_model.fit(made.outcome, made.fixed, made.blocks)
    start = dict.fromkeys(plain.variances, ratio)
    other = mixed_model.fit(made.outcome, made.fixed, made.blocks, start=start)
    assert other.converged
    assert other.criterion == pytest.approx(plain.criterion, abs=1e-6)
    assert other.variances == pytest.approx(plain.variances, abs=1e-3)


def test_em_steps_alone_come_to_the_same_variances(monkeypatch: pytest.MonkeyPatch) -> None:
    made = company(4, 300, 20, spreads=(0.4, 0.3, 0.2))
    plain = mixed_model.fit(made.outcome, made.fixed, made.blocks)
    monkeypatch.setattr(reml, "_lower", lambda *_: None)
    monkeypatch.setattr(reml, "MOST_STEPS", 400)
    slow = mixed_model.fit(made.outcome, made.fixed, made.blocks, tolerance=1e-6)
    assert slow.steps > plain.steps
    assert slow.variances == pytest.approx(plain.variances, abs=2e-3)


def test_an_em_step_never_raises_the_criterion() -> None:
    made = company(4, 300, 20)
    data = sufficient(made.outcome, made.fixed, made.blocks)
    chance = np.random.default_rng(5)
    for _ in range(20):
        at = reml.solve(data, 10 ** chance.uniform(-4, 2, 3), "reml")
        moved = reml._em(at, reml.slopes(at), np.ones(3, dtype=bool))
        assert moved.criterion <= at.criterion + 1e-9


def test_an_em_step_is_the_mean_square_of_the_effects_and_their_variance() -> None:
    made = company(4, 150, 14, spreads=(0.4, 0.3, 0.2))
    data = sufficient(made.outcome, made.fixed, made.blocks)
    at = reml.solve(data, np.array([0.2, 0.1, 0.05]), "reml")
    hand = by_hand(
        made.outcome, made.fixed, made.blocks, at.ratios * at.residual_variance, at.residual_variance
    )
    squares = hand.effects**2 + np.diag(hand.effects_variance)
    wanted = [squares[place].mean() / at.residual_variance for place in data.places.values()]
    moved = reml._em(at, reml.slopes(at), np.ones(3, dtype=bool))
    assert moved.ratios == pytest.approx(wanted, rel=1e-8)


def test_a_step_that_is_too_long_is_halved_until_it_helps() -> None:
    made = company(4, 300, 20, spreads=(0.4, 0.3, 0.2))
    data = sufficient(made.outcome, made.fixed, made.blocks)
    at = reml.solve(data, np.full(3, 0.01), "reml")
    aim = np.array([6.0, 3.0, 1.0])
    found = reml._lower(at, aim, np.full(3, 1e6))
    assert found is not None
    assert found.criterion < at.criterion < reml.solve(data, at.ratios + aim, "reml").criterion
    assert np.log2(aim / (found.ratios - at.ratios)) % 1 == pytest.approx(0, abs=1e-9)
    assert reml._lower(at, -0.5 * at.ratios, np.full(3, 1e6)) is None


def test_a_step_out_of_bounds_is_solved_again_along_the_bound() -> None:
    both = np.array([True, True])
    here = Slopes(np.array([16.0, 28.0]), np.array([[100.0, 99.0], [99.0, 100.0]]))
    ratios = np.array([0.4, 0.01])
    free = -np.linalg.solve(here.information, here.gradient)
    assert free[0] > 0 > ratios[1] + free[1]
    step = reml._newton(here, both, ratios)
    assert step == pytest.approx([-(16 - 99 * 0.01) / 100, -0.01], rel=1e-6)
    held = reml._newton(here, np.array([True, False]), ratios)
    assert held == pytest.approx([-0.16, 0.0], rel=1e-6)


def test_a_step_that_takes_all_but_rounding_takes_all() -> None:
    made = company(4, 300, 20, spreads=(0.0, 0.3, 0.2))
    data = sufficient(made.outcome, made.fixed, made.blocks)
    at = reml.solve(data, np.full(3, 0.4), "reml")
    found = reml._lower(at, np.array([-0.4 * (1 - 1e-15), 0.0, 0.0]), np.full(3, 1e6))
    assert found is not None
    assert found.ratios.tolist() == [0.0, 0.4, 0.4]


def test_a_start_that_is_all_but_zero_does_no_harm() -> None:
    made = company(4, 300, 20)
    data = sufficient(made.outcome, made.fixed, made.blocks)
    next_to, at_zero = (
        reml.slopes(reml.solve(data, np.array([0.1, tiny, 0.0]), "reml")) for tiny in (1e-17, 0)
    )
    assert next_to.gradient == pytest.approx(at_zero.gradient, rel=1e-6)


def test_a_search_that_runs_out_of_steps_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    made = company(4, 300, 20)
    monkeypatch.setattr(reml, "MOST_STEPS", 1)
    assert not mixed_model.fit(made.outcome, made.fixed, made.blocks).converged


def test_a_block_that_explains_every_outcome_stops_at_the_ceiling() -> None:
    members = [str(place % 10) for place in range(60)]
    outcome = np.array([float(member) ** 2 for member in members])
    fit = mixed_model.fit(outcome, np.ones((60, 1)), [grouping("team", members)])
    assert fit.converged
    assert fit.ratios["team"] == pytest.approx(reml.LARGEST)
    assert fit.residual_variance < 1e-3
    assert fit.effects["team"] == pytest.approx(np.arange(10.0) ** 2 - 28.5, abs=1e-3)
    assert np.isfinite(fit.criterion)


def test_a_block_at_zero_is_not_in_the_factor() -> None:
    made = company(4, 150, 14)
    data = sufficient(made.outcome, made.fixed, made.blocks)
    at = reml.solve(data, np.array([0.2, 0.0, 0.05]), "reml")
    assert at.factor.shape == (14 + 8, 14 + 8)


def test_two_blocks_of_the_same_columns_share_their_variance() -> None:
    made = company(6, 300, 20, spreads=(0.5, 0.0, 0.0))
    panels = made.blocks[0]
    copy = mixed_model.Block("copy", panels.labels, panels.design)
    alone = mixed_model.fit(made.outcome, made.fixed, [panels])
    both = mixed_model.fit(made.outcome, made.fixed, [panels, copy])
    assert both.converged
    assert sum(both.variances.values()) == pytest.approx(alone.variances["interviewer"], rel=1e-4)
    assert both.criterion == pytest.approx(alone.criterion, abs=1e-6)
