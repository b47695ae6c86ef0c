"""A ratio of two sums over months: against a worked example, and how often its interval holds."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hiring.statistics.rates import Interval
from hiring.statistics.ratios import FEWEST_MONTHS, one_for_another, ratio_of_sums


def test_the_interval_follows_the_worked_example() -> None:
    found = ratio_of_sums([100, 200, 300, 100, 200, 300], [1, 2, 1, 1, 2, 3])
    # 1200 / 10; pushes 6·(money/1200 − count/10) = −.1 −.2 .9 −.1 −.2 −.3, Σ² = 1.00 → SE = √(1/5)/√6; t(5) = 2.5706.
    reach = 2.5706 * math.sqrt(1.0 / 5) / math.sqrt(6)
    assert (found.estimate, found.n) == (120.0, 10)
    assert found.low == pytest.approx(120 * math.exp(-reach), rel=1e-3)
    assert found.high == pytest.approx(120 * math.exp(reach), rel=1e-3)


def test_a_fee_that_follows_the_count_leaves_no_doubt_and_a_fixed_cost_much() -> None:
    counts = [1, 4, 2, 0, 3, 2, 5, 1]
    fee = ratio_of_sums([900 * count for count in counts], counts)
    fixed = ratio_of_sums([900 * sum(counts) / 8] * 8, counts)
    assert (fee.low, fee.high) == (pytest.approx(900), pytest.approx(900))
    assert fixed.estimate == fee.estimate
    assert fixed.low < 600 < 1300 < fixed.high


def test_months_in_which_nothing_happened_change_little() -> None:
    counts, money = [1, 4, 2, 3, 2, 5, 1, 2] * 3, [800, 900, 700, 800, 950, 900, 850, 700] * 3
    without, with_empty = ratio_of_sums(money, counts), ratio_of_sums([*money, 0, 0], [*counts, 0, 0])
    assert with_empty.estimate == without.estimate
    assert with_empty.low == pytest.approx(without.low, rel=0.01)


@pytest.mark.parametrize("fixed", [True, False])
def test_the_interval_holds_the_true_ratio_about_95_times_in_100(fixed: bool) -> None:
    chance = np.random.default_rng(7)
    held = 0
    for _ in range(400):
        hires = chance.poisson(1.5, 36)
        spread = np.exp(chance.normal(-0.02, 0.2, 36))  # mean 1
        money = 5000 * spread if fixed else 9000 * hires * spread
        found = ratio_of_sums(money, hires)
        held += found.low <= (5000 / 1.5 if fixed else 9000) <= found.high
    assert 0.92 <= held / 400 <= 0.98


def test_without_a_count_nothing_is_known() -> None:
    found = ratio_of_sums([100, 100], [0, 0])
    assert found.n == 0
    assert math.isnan(found.estimate)
    assert math.isnan(found.low)


@pytest.mark.parametrize(
    ("money", "counts"), [([10.0] * (FEWEST_MONTHS - 1), [1] * (FEWEST_MONTHS - 1)), ([0.0] * 8, [1] * 8)]
)
def test_few_months_and_no_money_give_a_ratio_without_bounds(money, counts) -> None:
    found = ratio_of_sums(money, counts)
    assert found.estimate == money[0]
    assert math.isnan(found.low)
    assert math.isnan(found.high)


@pytest.mark.parametrize(
    ("money", "counts"), [([1.0], [1, 2]), ([1.0, math.nan], [1, 1]), ([1.0], [-1]), ([1.0], [math.nan])]
)
def test_values_that_cannot_be_are_refused(money, counts) -> None:
    with pytest.raises(ValueError, match="counts"):
        ratio_of_sums(money, counts)


def test_what_one_success_costs_follows_the_worked_example() -> None:
    found = one_for_another(Interval(3000, 2500, 3600, 79), Interval(0.3, 0.2, 0.45, 62))
    # 3000 / 0.3; logs: ln 1.2 = .1823 each side of the cost, ln 1.5 = .4055 each side of the share; √ = .4446
    assert (found.estimate, found.n) == (pytest.approx(10_000), 62)
    assert found.low == pytest.approx(10_000 * math.exp(-0.4446), rel=1e-3)
    assert found.high == pytest.approx(10_000 * math.exp(0.4446), rel=1e-3)


def test_what_a_success_costs_is_not_known_where_none_was_or_no_cost_is() -> None:
    known, nan = Interval(0.3, 0.2, 0.45, 62), math.nan
    for amount, share in (
        (Interval(3000, 2500, 3600, 79), Interval(0.0, 0.0, 0.1, 30)),
        (Interval(nan, nan, nan, 0), known),
        (Interval(3000, 2500, 3600, 79), Interval(nan, nan, nan, 0)),
    ):
        assert math.isnan(one_for_another(amount, share).estimate)
    without_ends = one_for_another(Interval(3000, nan, nan, 3), known)
    assert (without_ends.estimate, math.isnan(without_ends.low)) == (pytest.approx(10_000), True)
