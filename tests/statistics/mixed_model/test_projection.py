"""Fixed effects of any rank: what stays, what goes, and that the answer does not depend on it."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.panels import company
from hiring.statistics import mixed_model
from hiring.statistics.mixed_model.projection import basis_of


def test_of_an_intercept_and_all_dummies_the_last_dummy_goes() -> None:
    dummies = np.eye(3)[[0, 1, 2, 0, 1, 2, 0]]
    basis = basis_of(np.column_stack([np.ones(7), dummies]))
    assert sorted(basis.columns.tolist()) == [0, 1, 2]
    assert basis.rank == 3


def test_a_column_of_zeros_and_a_copy_are_dropped_wherever_they_stand() -> None:
    chance = np.random.default_rng(1)
    one, other = chance.standard_normal((2, 20))
    basis = basis_of(np.column_stack([np.zeros(20), one, 1e6 * one, other, one - other]))
    assert sorted(basis.columns.tolist()) == [1, 3]


def test_the_unit_of_a_covariate_does_not_decide_what_is_dependent() -> None:
    chance = np.random.default_rng(2)
    days = 738_000 + chance.integers(0, 2000, 50)
    fixed = np.column_stack([np.ones(50), days, 1e-9 * chance.standard_normal(50)])
    assert basis_of(fixed).rank == 3


def test_columns_that_are_nearly_the_same_both_stay() -> None:
    chance = np.random.default_rng(2)
    one, other = chance.standard_normal((2, 50))
    assert basis_of(np.column_stack([one, one + 1e-6 * other])).rank == 2
    assert basis_of(np.column_stack([one, one + 1e-12 * other])).rank == 1


def test_the_basis_gives_the_columns_back_and_their_determinant() -> None:
    fixed = np.random.default_rng(3).standard_normal((30, 4)) * [1, 10, 100, 0.01]
    basis = basis_of(fixed)
    assert basis.orthonormal @ basis.triangle == pytest.approx(fixed[:, basis.columns])
    assert basis.log_determinant == pytest.approx(np.linalg.slogdet(fixed.T @ fixed)[1])
    assert basis.without(fixed) == pytest.approx(np.zeros((30, 4)), abs=1e-10)


def test_redundant_columns_change_nothing_but_get_no_coefficient() -> None:
    made = company(1, 150, 14)
    plain = mixed_model.fit(made.outcome, made.fixed, made.blocks)
    doubled = np.column_stack([made.fixed, made.fixed[:, 1] - 2 * made.fixed[:, 2], np.zeros(150)])
    fit = mixed_model.fit(made.outcome, doubled, made.blocks)
    assert fit.variances == pytest.approx(plain.variances, abs=1e-9)
    assert fit.criterion == pytest.approx(plain.criterion, abs=1e-8)
    assert fit.kept.tolist() == [True] * made.fixed.shape[1] + [False, False]
    assert fit.coefficients == pytest.approx([*plain.coefficients, 0, 0], abs=1e-8)
    assert fit.standard_errors == pytest.approx([*plain.standard_errors, 0, 0], abs=1e-8)


def test_without_fixed_effects_the_outcome_is_taken_as_it_is() -> None:
    made = company(1, 150, 14)
    fit = mixed_model.fit(made.outcome, np.zeros((150, 0)), made.blocks)
    assert fit.coefficients.size == 0
    assert fit.solution.data.freedom == 150
