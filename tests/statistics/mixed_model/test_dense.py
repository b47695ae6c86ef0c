"""The engine against textbook matrices on panels by chance, and against a blind search of the likelihood."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import optimize

from benchmarks.panels import Company, company
from helpers.mixed_model_by_hand import by_hand
from hiring.statistics import mixed_model

SMALL = {"hires": 110, "interviewers": 14, "least": 3}


def _company(seed: int) -> Company:
    return company(seed, **SMALL, spreads=(0.5, 0.3, 0.2))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("method", ["reml", "ml"])
def test_a_fit_is_what_the_textbook_gives_at_the_same_variances(seed: int, method: str) -> None:
    made = _company(seed)
    fit = mixed_model.fit(made.outcome, made.fixed, made.blocks, method=method)
    hand = by_hand(made.outcome, made.fixed, made.blocks, list(fit.variances.values()), fit.residual_variance)
    assert fit.criterion == pytest.approx(getattr(hand, method), abs=1e-8)
    assert fit.coefficients == pytest.approx(hand.coefficients, abs=1e-9)
    assert fit.standard_errors == pytest.approx(hand.errors, abs=1e-9)
    assert np.concatenate(list(fit.effects.values())) == pytest.approx(hand.effects, abs=1e-9)


@pytest.mark.parametrize("seed", range(4))
def test_the_joint_posterior_of_pair_totals_is_the_textbooks(seed: int) -> None:
    made = _company(seed)
    fit = mixed_model.fit(made.outcome, made.fixed, made.blocks)
    hand = by_hand(made.outcome, made.fixed, made.blocks, list(fit.variances.values()), fit.residual_variance)
    weights = made.totals.toarray()
    found = mixed_model.posterior(fit, made.totals)
    assert found.mean == pytest.approx(weights @ hand.effects, abs=1e-9)
    assert found.sd**2 == pytest.approx(np.diag(weights @ hand.effects_variance @ weights.T), abs=1e-10)
    alone = mixed_model.posterior(fit)
    assert alone.sd**2 == pytest.approx(np.diag(hand.effects_variance), abs=1e-10)
    prior = [fit.variances[name] for name in ("interviewer", "interviewer", "pair")]
    assert found.prior_sd**2 == pytest.approx(np.full(len(weights), sum(prior)))
    assert found.reliability == pytest.approx(1 - found.sd**2 / found.prior_sd**2)


@pytest.mark.parametrize("method", ["reml", "ml"])
def test_no_blind_search_of_the_likelihood_finds_better_variances(method: str) -> None:
    made = _company(1)
    fit = mixed_model.fit(made.outcome, made.fixed, made.blocks, method=method)

    def height(roots: np.ndarray) -> float:
        *blocks, residual = roots**2
        return getattr(by_hand(made.outcome, made.fixed, made.blocks, blocks, residual), method)

    best = optimize.minimize(height, [0.5, 0.3, 0.2, 1.0], method="Nelder-Mead", options={"xatol": 1e-6})
    assert fit.criterion <= best.fun + 1e-7
    assert [*fit.variances.values(), fit.residual_variance] == pytest.approx(best.x**2, abs=2e-3)


def test_known_ratios_give_the_textbook_answer_without_a_search() -> None:
    made = _company(2)
    ratios = {"interviewer": 0.1, "pair": 0.0, "source": 0.4}
    fit = mixed_model.fit_at(made.outcome, made.fixed, made.blocks, ratios)
    assert fit.ratios == ratios
    assert fit.steps == 0
    hand = by_hand(made.outcome, made.fixed, made.blocks, list(fit.variances.values()), fit.residual_variance)
    assert fit.criterion == pytest.approx(hand.reml, abs=1e-8)
    assert np.concatenate(list(fit.effects.values())) == pytest.approx(hand.effects, abs=1e-9)


def test_two_stages_take_the_ratios_of_the_first_and_the_effects_of_all() -> None:
    made = company(5, 600, 40)
    often = made.with_pairs_from(10)
    first = mixed_model.fit(made.outcome, made.fixed, often)
    both = mixed_model.fit_in_stages(made.outcome, made.fixed, made.blocks, often)
    assert both.ratios == first.ratios
    assert len(both.effects["pair"]) == len(made.blocks[1].labels) > len(first.effects["pair"])
    again = mixed_model.fit_at(made.outcome, made.fixed, made.blocks, first.ratios)
    assert both.effects["pair"].tolist() == again.effects["pair"].tolist()
    whole = mixed_model.fit(made.outcome, made.fixed, made.blocks)
    assert np.corrcoef(whole.effects["interviewer"], both.effects["interviewer"])[0, 1] > 0.99
