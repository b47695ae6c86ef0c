"""What must hold of any company: order, scale and shift of the data change only what they should."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from scipy import sparse

from benchmarks.panels import Company, company
from hiring.statistics import mixed_model
from hiring.statistics.mixed_model import Block

SPREADS = some.tuples(*[some.sampled_from([0.0, 0.2, 0.6])] * 3)
COMPANIES = some.builds(
    lambda seed, spreads, hires: company(seed, hires, 14, least=4, spreads=spreads),
    some.integers(0, 10_000),
    SPREADS,
    some.integers(40, 160),
)


def _fit(made: Company, outcome: np.ndarray | None = None, **others) -> mixed_model.Fit:
    return mixed_model.fit(
        made.outcome if outcome is None else outcome, made.fixed, made.blocks, tolerance=1e-9, **others
    )


def _close(found: mixed_model.Fit, wanted: mixed_model.Fit, factor: float = 1.0) -> None:
    for name, variance in wanted.variances.items():
        assert found.variances[name] / factor**2 == pytest.approx(variance, abs=2e-5)
        assert found.effects[name] / factor == pytest.approx(wanted.effects[name], abs=5e-5)
    assert found.residual_variance / factor**2 == pytest.approx(wanted.residual_variance, rel=2e-5)


@settings(max_examples=25)
@given(COMPANIES, some.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(made: Company, chance) -> None:
    order = list(range(made.outcome.size))
    chance.shuffle(order)
    blocks = [Block(block.name, block.labels, block.design[order]) for block in made.blocks]
    mixed = mixed_model.fit(made.outcome[order], made.fixed[order], blocks, tolerance=1e-9)
    _close(mixed, _fit(made))


@settings(max_examples=15)
@given(COMPANIES)
def test_the_order_of_the_labels_and_blocks_does_not_matter(made: Company) -> None:
    blocks = [
        Block(block.name, tuple(reversed(block.labels)), block.design[:, ::-1])
        for block in reversed(made.blocks)
    ]
    turned = mixed_model.fit(made.outcome, made.fixed, blocks, tolerance=1e-9)
    plain = _fit(made)
    for name in plain.effects:
        assert turned.effects[name][::-1] == pytest.approx(plain.effects[name], abs=5e-5)


@settings(max_examples=25)
@given(COMPANIES, some.sampled_from([1e-6, 0.5, 1e6]))
def test_scaling_the_outcome_scales_what_is_found(made: Company, factor: float) -> None:
    scaled, plain = _fit(made, factor * made.outcome), _fit(made)
    _close(scaled, plain, factor)
    assert scaled.coefficients / factor == pytest.approx(plain.coefficients, abs=1e-4)
    for kind in (mixed_model.posterior, mixed_model.integrated_posterior):
        found, wanted = kind(scaled, made.totals), kind(plain, made.totals)
        assert found.low / factor == pytest.approx(wanted.low, abs=2e-4)
        assert found.probability_positive == pytest.approx(wanted.probability_positive, abs=2e-4)
        assert found.reliability == pytest.approx(wanted.reliability, abs=2e-4)


@settings(max_examples=25)
@given(COMPANIES, some.sampled_from([-1e6, 0.25, 1e5]))
def test_shifting_the_outcome_moves_only_the_intercept(made: Company, shift: float) -> None:
    moved, plain = _fit(made, made.outcome + shift), _fit(made)
    _close(moved, plain)
    assert moved.criterion == pytest.approx(plain.criterion, abs=1e-6)
    assert moved.coefficients[0] - shift == pytest.approx(plain.coefficients[0], abs=1e-4)
    assert moved.coefficients[1:] == pytest.approx(plain.coefficients[1:], abs=1e-4)
    assert moved.standard_errors == pytest.approx(plain.standard_errors, abs=1e-5)


@settings(max_examples=25)
@given(COMPANIES)
def test_a_posterior_is_never_wider_than_its_prior_nor_its_interval_the_wrong_way_round(
    made: Company,
) -> None:
    fit = _fit(made)
    for found in (
        mixed_model.posterior(fit, made.totals),
        mixed_model.integrated_posterior(fit, made.totals),
    ):
        assert ((found.reliability >= 0) & (found.reliability <= 1)).all()
        assert (found.low <= found.mean).all()
        assert (found.mean <= found.high).all()
        assert ((found.false_sign_rate >= 0) & (found.false_sign_rate <= 0.5)).all()
        assert ((found.mean > 1e-9) <= (found.probability_positive > 0.3)).all()
    plain = mixed_model.posterior(fit, made.totals)
    assert (plain.sd <= plain.prior_sd * (1 + 1e-9)).all()


@settings(max_examples=15)
@given(COMPANIES, some.floats(-3, 3))
def test_a_sum_is_as_far_from_zero_as_its_weights_say(made: Company, factor: float) -> None:
    fit = _fit(made)
    once = mixed_model.integrated_posterior(fit, made.totals)
    more = mixed_model.integrated_posterior(fit, sparse.csr_array(factor * made.totals))
    assert more.mean == pytest.approx(factor * once.mean, abs=1e-9)
    assert more.sd == pytest.approx(abs(factor) * once.sd, abs=1e-9)
    low, high = (once.low, once.high) if factor >= 0 else (once.high, once.low)
    assert more.low == pytest.approx(factor * low, abs=1e-7)
    assert more.high == pytest.approx(factor * high, abs=1e-7)


def test_the_same_data_give_the_same_bits() -> None:
    made = company(9, 160, 14)
    one, other = (mixed_model.integrated_posterior(_fit(made), made.totals) for _ in range(2))
    assert one.high.tobytes() == other.high.tobytes()
    assert one.probability_positive.tobytes() == other.probability_positive.tobytes()
