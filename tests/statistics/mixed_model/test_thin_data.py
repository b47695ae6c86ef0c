"""Thin and odd data: each has an answer without a missing value, or one clear sentence."""

from __future__ import annotations

import math
import pickle

import numpy as np
import pytest
from scipy import sparse

from benchmarks.panels import company
from helpers.mixed_model_by_hand import grouping
from hiring.statistics import mixed_model
from hiring.statistics.mixed_model import Block, TooFewRowsError, UnfitDataError

ONES = np.ones((12, 1))
TEAMS = grouping("team", [str(place % 3) for place in range(12)])
OUTCOME = np.random.default_rng(1).standard_normal(12)


def _all_finite(fit: mixed_model.Fit) -> bool:
    found = mixed_model.posterior(fit)
    parts = [
        *fit.effects.values(),
        list(fit.variances.values()),
        fit.coefficients,
        fit.standard_errors,
        *vars(found).values(),
    ]
    return bool(np.isfinite(np.concatenate([np.asarray(part, dtype=float).ravel() for part in parts])).all())


@pytest.mark.parametrize("outcome", [np.zeros(12), np.full(12, 3.7), np.full(12, 1e9)])
def test_an_outcome_that_never_varies_has_no_variance_anywhere(outcome: np.ndarray) -> None:
    fit = mixed_model.fit(outcome, ONES, [TEAMS])
    assert fit.variances == {"team": 0.0}
    assert fit.residual_variance == 0.0
    assert fit.criterion == -math.inf
    assert fit.coefficients == pytest.approx([outcome[0]])
    assert fit.converged
    assert _all_finite(fit)
    for found in (
        mixed_model.posterior(fit),
        mixed_model.integrated_posterior(fit, block_grids={"team": (0.1,)}),
    ):
        assert found.mean.tolist() == found.sd.tolist() == [0, 0, 0]
        assert found.probability_positive.tolist() == [0.5, 0.5, 0.5]
        assert found.reliability.tolist() == [0, 0, 0]


def test_an_outcome_the_fixed_effects_explain_leaves_nothing_to_the_blocks() -> None:
    fixed = np.column_stack([np.ones(12), np.arange(12.0)])
    fit = mixed_model.fit(fixed @ [3.0, 0.1], fixed, [TEAMS])
    assert (fit.variances["team"], fit.residual_variance) == (0.0, 0.0)
    assert fit.coefficients == pytest.approx([3.0, 0.1])


@pytest.mark.parametrize(
    "block",
    [
        Block("odd", (), np.zeros((12, 0))),
        Block("odd", ("only",), np.ones((12, 1))),
        Block("odd", ("only",), np.r_[np.ones(5), np.zeros(7)][:, None]),
        Block("odd", ("here", "never"), np.column_stack([np.r_[np.ones(5), np.zeros(7)], np.zeros(12)])),
        Block("odd", ("one", "two"), np.ones((12, 2))),
        Block("odd", tuple(map(str, range(12))), np.eye(12)),
        Block("odd", tuple(map(str, range(12))), 3 * np.eye(12)),
        Block("odd", ("a", "b"), np.zeros((12, 2))),
    ],
    ids=[
        *("empty", "everybody", "one label", "one label seen", "same panel always", "a label a hire"),
        *("a label a hire, weighted", "nobody"),
    ],
)
def test_a_block_the_data_cannot_tell_is_held_at_zero_and_named(block: Block) -> None:
    fit = mixed_model.fit(OUTCOME, ONES, [block, TEAMS])
    assert fit.inestimable == ("odd",)
    assert fit.variances["odd"] == 0.0
    assert fit.effects["odd"].tolist() == [0.0] * len(block.labels)
    without = mixed_model.fit(OUTCOME, ONES, [TEAMS])
    assert fit.criterion == pytest.approx(without.criterion, abs=1e-9)
    assert fit.variances["team"] == pytest.approx(without.variances["team"], abs=1e-9)
    assert _all_finite(fit)


def test_an_interviewer_in_every_panel_moves_nobody_and_learns_nothing() -> None:
    made = company(7, 200, 14)
    panels = made.blocks[0]
    design = sparse.hstack([np.ones((200, 1)), panels.design])
    always = Block("interviewer", ("everywhere", *panels.labels), design)
    fit = mixed_model.fit(made.outcome, made.fixed, [always])
    found = mixed_model.posterior(fit)
    assert fit.effects["interviewer"][0] == pytest.approx(0, abs=1e-9)
    assert found.reliability[0] == pytest.approx(0, abs=1e-9)
    assert found.probability_positive[0] == pytest.approx(0.5, abs=1e-6)


def test_a_label_nobody_has_keeps_its_prior() -> None:
    made = company(7, 200, 14, spreads=(0.5, 0.2, 0.1))
    panels = made.blocks[0]
    wider = Block("interviewer", (*panels.labels, "new"), sparse.hstack([panels.design, np.zeros((200, 1))]))
    fit = mixed_model.fit(made.outcome, made.fixed, [wider])
    found = mixed_model.posterior(fit)
    assert found.mean[-1] == 0
    assert found.sd[-1] == pytest.approx(found.prior_sd[-1])
    assert found.reliability[-1] == pytest.approx(0, abs=1e-12)


def test_without_any_block_the_fit_is_least_squares() -> None:
    fit = mixed_model.fit(OUTCOME, ONES, [])
    assert fit.coefficients == pytest.approx([OUTCOME.mean()])
    assert fit.residual_variance == pytest.approx(OUTCOME.var(ddof=1))
    assert fit.standard_errors == pytest.approx([OUTCOME.std(ddof=1) / math.sqrt(12)])
    assert mixed_model.posterior(fit).mean.size == 0


@pytest.mark.parametrize(("rows", "columns"), [(0, 1), (1, 1), (3, 3), (2, 5)])
def test_as_many_fixed_effects_as_outcomes_is_too_few_rows(rows: int, columns: int) -> None:
    fixed = np.random.default_rng(1).standard_normal((rows, columns))
    block = Block("team", ("a", "b"), np.ones((rows, 2)))
    rank = min(rows, columns)
    with pytest.raises(
        TooFewRowsError, match=f"{rows} outcomes for {rank} fixed effects; at least {rank + 1}"
    ):
        mixed_model.fit(np.arange(float(rows)), fixed, [block])


def test_one_row_to_spare_is_enough() -> None:
    fixed = np.column_stack([np.ones(3), np.arange(3.0)])
    fit = mixed_model.fit([1.0, 4.0, 2.0], fixed, [Block("team", ("a", "b"), np.eye(2)[[0, 1, 1]])])
    assert fit.variances == {"team": 0.0}
    assert _all_finite(fit)


def _nan(values: np.ndarray) -> np.ndarray:
    spoiled = np.array(values, dtype=float)
    spoiled.flat[1] = math.nan
    return spoiled


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: mixed_model.fit(_nan(OUTCOME), ONES, [TEAMS]), "1 outcomes are missing"),
        (lambda: mixed_model.fit(OUTCOME, _nan(ONES), [TEAMS]), "fixed effect is missing"),
        (lambda: mixed_model.fit(OUTCOME, np.ones(12), [TEAMS]), "wanted are"),
        (lambda: mixed_model.fit(OUTCOME[:-1], ONES, [TEAMS]), "wanted are"),
        (lambda: mixed_model.fit(OUTCOME[:-1], ONES[:-1], [TEAMS]), "team has 12 rows for 11"),
        (lambda: mixed_model.fit(OUTCOME, ONES, [TEAMS, TEAMS]), "Two blocks are called team"),
        (lambda: mixed_model.fit(OUTCOME, ONES, [TEAMS], method="mle"), "one of reml, ml"),
        (lambda: mixed_model.fit(OUTCOME, ONES, [TEAMS], start={"crew": 1.0}), "given for crew"),
        (lambda: mixed_model.fit_at(OUTCOME, ONES, [TEAMS], {"team": -1.0}), "negative or missing"),
        (lambda: mixed_model.fit_at(OUTCOME, ONES, [TEAMS], {"team": math.nan}), "negative or missing"),
        (lambda: Block("team", ("a",), np.ones((3, 2))), "1 labels for 2 columns"),
        (lambda: Block("team", ("a", "b"), _nan(np.ones((3, 2)))), "missing or infinite weight"),
        (
            lambda: mixed_model.posterior(mixed_model.fit(OUTCOME, ONES, [TEAMS]), np.ones((1, 2))),
            "2 columns for 3 effects",
        ),
        (
            lambda: mixed_model.scores(mixed_model.fit(OUTCOME, ONES, [TEAMS]), np.ones((5, 1))),
            "5 rows for 12 outcomes",
        ),
    ],
)
def test_what_cannot_be_fitted_is_refused_in_one_sentence(make, words: str) -> None:
    with pytest.raises(UnfitDataError, match=words) as refusal:
        make()
    assert "\n" not in str(refusal.value)
    assert isinstance(refusal.value, ValueError)


def test_a_fit_can_be_kept_and_read_back() -> None:
    fit = mixed_model.fit(OUTCOME, ONES, [TEAMS])
    again = pickle.loads(pickle.dumps(fit))
    assert mixed_model.posterior(again).sd.tolist() == mixed_model.posterior(fit).sd.tolist()


def test_nothing_given_is_changed() -> None:
    outcome, fixed, design = OUTCOME.copy(), ONES.copy(), TEAMS.design.toarray()
    block = Block("team", TEAMS.labels, design)
    fit = mixed_model.fit(outcome, fixed, [block])
    mixed_model.integrated_posterior(fit, np.eye(3), block_grids={"team": (0.1, 0.3)})
    assert outcome.tolist() == OUTCOME.tolist()
    assert fixed.tolist() == ONES.tolist()
    assert design.tolist() == TEAMS.design.toarray().tolist()
