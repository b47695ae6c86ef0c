"""The posterior over uncertain variances: the grid, the weights, and whether its intervals keep their word."""

from __future__ import annotations

from functools import cache
from itertools import product

import numpy as np
import pytest
from scipy import special

from benchmarks.panels import company
from helpers.mixed_model_by_hand import by_hand
from hiring.statistics import mixed_model
from hiring.statistics.mixed_model import Prior, UnfitDataError, integration


@pytest.mark.parametrize("powers", [{}, {"interviewer": 0.5}, {"interviewer": 1.0, "pair": 0.25}])
def test_the_mixture_is_the_textbook_posterior_at_twelve_points_by_their_weight(powers) -> None:
    made = company(1, 120, 14, spreads=(0.2, 0.1, 0.3))
    fit = mixed_model.fit(made.outcome, made.fixed, made.blocks)
    assert fit.ratios["interviewer"] < 0.3**2
    assert fit.ratios["pair"] < 0.34**2
    source = max(fit.ratios["source"], 0.005)
    weights, logs, means, variances = made.totals.toarray(), [], [], []
    cells_u, cells_p = (0.105, 0.115, 0.12), (0.075, 0.095, 0.11, 0.12)
    for (u, one), (p, other) in product(
        zip((0.05, 0.16, 0.28), cells_u, strict=True), zip((0.03, 0.12, 0.22, 0.34), cells_p, strict=True)
    ):
        ratios = {"interviewer": u**2, "pair": p**2, "source": source}
        at = mixed_model.fit_at(made.outcome, made.fixed, made.blocks, ratios)
        hand = by_hand(
            made.outcome, made.fixed, made.blocks, list(at.variances.values()), at.residual_variance
        )
        away = u ** powers.get("interviewer", 0.0) * p ** powers.get("pair", 0.0)
        logs.append(-hand.reml / 2 - (u**2 + p**2) / (2 * 0.5**2) + np.log(one * other * away))
        means.append(weights @ hand.effects)
        variances.append(np.diag(weights @ hand.effects_variance @ weights.T))
    shares = np.exp(np.array(logs) - max(logs))
    shares /= shares.sum()
    found = mixed_model.integrated_posterior(fit, made.totals, prior=Prior(0.5, powers))
    mean = shares @ np.array(means)
    assert found.mean == pytest.approx(mean, abs=1e-9)
    spread = shares @ np.array(variances) + shares @ (np.array(means) - mean) ** 2
    assert found.sd == pytest.approx(np.sqrt(spread), abs=1e-9)
    above = shares @ special.ndtr(np.array(means) / np.sqrt(variances))
    assert found.probability_positive == pytest.approx(above, abs=1e-9)
    for bound, level in ((found.low, 0.025), (found.high, 0.975)):
        assert shares @ special.ndtr((bound - means) / np.sqrt(variances)) == pytest.approx(
            np.full(len(bound), level), abs=1e-9
        )


def test_a_sceptical_prior_makes_signs_less_sure_and_moves_nothing_else() -> None:
    made = company(5, 300, 30, spreads=(0.3, 0.1, 0.1))
    fit = mixed_model.fit(made.outcome, made.fixed, made.blocks)
    wide, narrow = Prior(0.5, {"interviewer": 0.5}), Prior(0.1)
    alone, doubted = (mixed_model.integrated_posterior(fit, made.totals, prior=one) for one in (wide, narrow))
    both = mixed_model.integrated_posterior(fit, made.totals, prior=wide, sceptical=narrow)
    for name in ("mean", "sd", "prior_sd", "reliability", "low", "high"):
        assert getattr(both, name) == pytest.approx(getattr(alone, name), abs=1e-12), name
    rates = [one.false_sign_rate for one in (alone, doubted)]
    same_side = (alone.probability_positive > 0.5) == (doubted.probability_positive > 0.5)
    assert both.false_sign_rate == pytest.approx(np.where(same_side, np.maximum(*rates), 0.5), abs=1e-12)
    assert (both.false_sign_rate > rates[0] + 0.001).any()
    assert ((both.probability_positive >= 0.5) == (alone.probability_positive >= 0.5))[same_side].all()


def test_doubts_about_the_side_leave_a_sign_at_evens() -> None:
    told = integration._least_sure([np.array([0.9, 0.3, 0.6]), np.array([0.7, 0.1, 0.4])])
    assert told.tolist() == [0.7, 0.3, 0.5]


def test_a_grid_of_one_point_is_the_posterior_at_that_point() -> None:
    made = company(3, 120, 14)
    fit = mixed_model.fit(made.outcome, made.fixed, made.blocks[:1])
    found = mixed_model.integrated_posterior(fit, block_grids={"interviewer": (0.8,)})
    at = mixed_model.fit_at(made.outcome, made.fixed, made.blocks[:1], {"interviewer": 0.64})
    wanted = mixed_model.posterior(at)
    for name, values in vars(wanted).items():
        assert getattr(found, name) == pytest.approx(values, abs=1e-9), name


def test_a_pair_whose_fitted_variance_is_zero_keeps_a_spread() -> None:
    made = company(11, 150, 14, spreads=(0.3, 0.0, 0.0))
    fit = mixed_model.fit(made.outcome, made.fixed, made.blocks)
    assert fit.variances["pair"] == 0
    pairs = fit.places["pair"]
    assert mixed_model.posterior(fit).sd[pairs].max() == 0
    assert mixed_model.integrated_posterior(fit).sd[pairs].min() > 0.05


def test_a_block_beside_the_grid_is_held_a_little_above_zero() -> None:
    made = company(4, 120, 14, spreads=(0.2, 0.1, 0.0))
    blocks = [made.blocks[0], made.blocks[2]]
    fit = mixed_model.fit(made.outcome, made.fixed, blocks)
    assert fit.variances["source"] == 0
    found = mixed_model.integrated_posterior(fit, block_grids={"interviewer": (0.9,)})
    at = mixed_model.fit_at(made.outcome, made.fixed, blocks, {"interviewer": 0.81, "source": 0.005})
    assert found.sd == pytest.approx(mixed_model.posterior(at).sd)


@pytest.mark.parametrize(
    ("points", "ratio", "wanted"),
    [
        ((0.05, 0.16, 0.28), 0.0, (0.05, 0.16, 0.28)),
        ((0.05, 0.16, 0.28), 0.299, (0.05, 0.16, 0.28)),
        ((0.05, 0.16, 0.28), 0.301, (0.05, 0.16, 0.28, 0.45)),
        ((0.05, 0.16, 0.28), 0.5, (0.05, 0.16, 0.28, 0.45, 0.72)),
        ((0.03, 0.12, 0.22, 0.34), 0.4, (0.03, 0.12, 0.22, 0.34, 0.54)),
    ],
)
def test_a_grid_reaches_beyond_the_fitted_ratio(points, ratio, wanted) -> None:
    assert integration.reaching(points, ratio) == wanted


def test_cells_tile_the_line_from_zero() -> None:
    assert integration.cells((0.05, 0.16, 0.28)) == pytest.approx([0.105, 0.115, 0.12])
    assert integration.cells((0.2,)) == pytest.approx([0.4])


def test_maximum_likelihood_fits_are_integrated_by_the_restricted_likelihood_too() -> None:
    made = company(3, 120, 14, spreads=(0.3, 0.2, 0.1))
    blocks = made.blocks[:2]
    one, other = (
        mixed_model.integrated_posterior(mixed_model.fit(made.outcome, made.fixed, blocks, method=method))
        for method in ("reml", "ml")
    )
    assert one.mean == pytest.approx(other.mean, abs=1e-12)


@pytest.mark.parametrize(
    ("grids", "words"),
    [
        ({"crew": (0.1,)}, "grid names crew"),
        ({}, "grid names no block"),
        ({"source": ()}, "rising numbers above 0"),
        ({"source": (0.0, 0.1)}, "rising numbers above 0"),
        ({"source": (0.2, 0.1)}, "rising numbers above 0"),
    ],
)
def test_a_grid_that_cannot_be_is_refused(grids, words: str) -> None:
    made = company(3, 120, 14)
    fit = mixed_model.fit(made.outcome, made.fixed, made.blocks)
    with pytest.raises(UnfitDataError, match=words):
        mixed_model.integrated_posterior(fit, block_grids=grids)


COMPANIES = 40


@cache
def _kept(spreads: tuple[float, float, float], kind: str) -> dict[str, float]:
    """Over companies of 300 hires: how often intervals of pair totals and synergies hold the truth; claims."""
    held = {"total 80": [], "total 95": [], "synergy 95": []}
    claims = wrong = 0
    for seed in range(COMPANIES):
        made = company(100 + seed, 300, 30, spreads=spreads)
        fit = mixed_model.fit(made.outcome, made.fixed, made.blocks)
        ask = mixed_model.integrated_posterior if kind == "integrated" else mixed_model.posterior
        found, true = ask(fit, made.totals), made.totals @ made.planted
        near = np.abs(true - found.mean) <= 1.2815515655 * found.sd
        held["total 80"].append(near.mean())
        held["total 95"].append(((true >= found.low) & (true <= found.high)).mean())
        alone, pairs = ask(fit), fit.places["pair"]
        inside = (made.planted >= alone.low) & (made.planted <= alone.high)
        held["synergy 95"].append(inside[pairs].mean())
        claimed = found.false_sign_rate <= 0.025
        claims += int(claimed.sum())
        wrong += int((claimed & (np.sign(found.mean) * true <= 0)).sum())
    return {name: float(np.mean(shares)) for name, shares in held.items()} | {
        "claims": claims,
        "wrong": wrong,
    }


@pytest.mark.proof
def test_integrated_intervals_hold_the_planted_truth_about_as_often_as_they_say() -> None:
    found = _kept((0.2, 0.15, 0.1), "integrated")
    assert 0.75 <= found["total 80"] <= 0.85
    assert 0.92 <= found["total 95"] <= 0.98
    assert 0.90 <= found["synergy 95"] <= 0.98


def test_intervals_with_known_variances_are_too_short_which_is_why_they_are_integrated() -> None:
    plain, integrated = (_kept((0.2, 0.15, 0.1), kind) for kind in ("plain", "integrated"))
    assert plain["synergy 95"] < integrated["synergy 95"] - 0.05


@pytest.mark.proof
def test_strong_interviewers_are_covered_because_the_grid_reaches_for_them() -> None:
    found = _kept((0.45, 0.15, 0.1), "integrated")
    assert found["total 95"] >= 0.91
    assert found["wrong"] <= 0.025 * found["claims"]
    assert found["claims"] > 100


def test_nothing_is_claimed_where_nothing_is_true() -> None:
    found = _kept((0.0, 0.0, 0.0), "integrated")
    assert found["claims"] <= 1
