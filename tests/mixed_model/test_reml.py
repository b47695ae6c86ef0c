"""The search: where it starts does not matter, what stands in when a step fails, where it stops."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.panels import company
from hiring import mixed_model
from hiring.mixed_model import reml
from hiring.mixed_model.sufficient import sufficient
from mixed_model_by_hand import grouping


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


def test_two_blocks_of_the_same_columns_share_their_variance() -> None:
    made = company(6, 300, 20, spreads=(0.5, 0.0, 0.0))
    panels = made.blocks[0]
    copy = mixed_model.Block("copy", panels.labels, panels.design)
    alone = mixed_model.fit(made.outcome, made.fixed, [panels])
    both = mixed_model.fit(made.outcome, made.fixed, [panels, copy])
    assert both.converged
    assert sum(both.variances.values()) == pytest.approx(alone.variances["interviewer"], rel=1e-4)
    assert both.criterion == pytest.approx(alone.criterion, abs=1e-6)
