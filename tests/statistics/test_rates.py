"""Estimates and intervals against published examples and simulated truth."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hiring.statistics.rates import (
    Difference,
    against_the_rest,
    difference,
    difference_of_medians,
    mean_interval,
    median_interval,
    quantile_interval,
    rates_of,
    score_bounds,
    wilson,
)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_the_four_intervals_newcombe_printed(
    successes: int, n: int, low: float, high: float
) -> None:
    found = wilson(successes, n)
    assert found.estimate == pytest.approx(successes / n)
    assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))
    assert found.n == n


@pytest.mark.parametrize(
    ("counts", "estimate", "low", "high"),
    [
        ((56, 70, 48, 80), 0.2000, 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.6000, 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.5714, 0.0582, 0.8062),
        ((5, 56, 0, 29), 0.0893, -0.0381, 0.1926),
        ((0, 10, 0, 20), 0.0000, -0.1611, 0.2775),
        ((0, 10, 0, 10), 0.0000, -0.2775, 0.2775),
        ((10, 10, 0, 20), 1.0000, 0.6791, 1.0000),
        ((10, 10, 0, 10), 1.0000, 0.6075, 1.0000),
    ],
)
def test_the_difference_gives_the_intervals_newcombe_printed(
    counts: tuple[int, int, int, int], estimate: float, low: float, high: float
) -> None:
    found = difference(*counts)
    assert found.estimate == pytest.approx(estimate, abs=5e-5)
    assert found.low == pytest.approx(low, abs=5e-5)
    assert found.high == pytest.approx(high, abs=5e-5)


def test_nobody_is_a_result_with_everything_still_possible() -> None:
    nobody = wilson(0, 0)
    assert math.isnan(nobody.estimate)
    assert (nobody.low, nobody.high, nobody.n) == (0.0, 1.0, 0)
    unknown = difference(0, 0, 3, 10)
    assert math.isnan(unknown.estimate)
    assert (unknown.low, unknown.high, unknown.probability) == (-1.0, 1.0, 0.5)


@pytest.mark.parametrize(("successes", "n"), [(-1, 5), (6, 5), (0, -1)])
def test_impossible_counts_are_refused(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="between 0 and n"):
        wilson(successes, n)


def test_a_bound_never_leaves_zero_to_one_by_rounding() -> None:
    for n in range(1, 400):
        for z in (0.3, 1.0, 1.959964, 2.7, 5.5):
            assert score_bounds(0, n, z)[0] == 0.0
            assert score_bounds(n, n, z)[1] == 1.0


def test_wilson_covers_the_truth_about_95_times_in_100() -> None:
    for n in (10, 30, 100):
        shares = np.linspace(0.02, 0.98, 49)
        ways = np.array([math.comb(n, k) for k in range(n + 1)], dtype=float)
        bounds = [wilson(k, n) for k in range(n + 1)]
        covered = []
        for share in shares:
            chance = ways * share ** np.arange(n + 1) * (1 - share) ** (n - np.arange(n + 1))
            covered.append(sum(chance[k] for k in range(n + 1) if bounds[k].low <= share <= bounds[k].high))
        assert np.mean(covered) == pytest.approx(0.95, abs=0.012)
        assert min(covered) > 0.83


@cache
def _difference(*counts: int) -> Difference:
    return difference(*counts)


@pytest.mark.parametrize(
    ("one", "two"), [((15, 0.3), (60, 0.3)), ((40, 0.5), (40, 0.35)), ((25, 0.8), (90, 0.6))]
)
def test_newcombe_covers_the_truth_about_95_times_in_100(
    one: tuple[int, float], two: tuple[int, float]
) -> None:
    rng, draws = np.random.default_rng(11), 4000
    pairs = zip(rng.binomial(*one, draws).tolist(), rng.binomial(*two, draws).tolist(), strict=True)
    found = [_difference(a, one[0], b, two[0]) for a, b in pairs]
    covered = np.mean([d.low <= one[1] - two[1] <= d.high for d in found])
    assert covered == pytest.approx(0.95, abs=0.015)


def test_the_probability_of_the_sign_is_as_rare_as_it_says_when_nothing_differs() -> None:
    rng, draws = np.random.default_rng(12), 5000
    pairs = zip(rng.binomial(40, 0.45, draws).tolist(), rng.binomial(90, 0.45, draws).tolist(), strict=True)
    probability = np.array([_difference(a, 40, b, 90).probability for a, b in pairs])
    for beyond in (0.9, 0.975, 0.995):
        assert np.mean(probability > beyond) == pytest.approx(1 - beyond, abs=0.012)
        assert np.mean(probability < 1 - beyond) == pytest.approx(1 - beyond, abs=0.012)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(some.integers(1, 60), some.integers(1, 60), some.data())
def test_the_interval_excludes_zero_exactly_when_the_sign_is_975_in_1000_sure(
    n_one: int, n_two: int, data: some.DataObject
) -> None:
    one, two = data.draw(some.integers(0, n_one)), data.draw(some.integers(0, n_two))
    found = difference(one, n_one, two, n_two)
    assert (found.low > 0) == (found.probability > 0.975)
    assert (found.high < 0) == (found.probability < 0.025)
    turned = difference(two, n_two, one, n_one)
    assert turned.probability == pytest.approx(1 - found.probability)
    assert (turned.low, turned.high) == (pytest.approx(-found.high), pytest.approx(-found.low))


def test_a_frame_gets_rates_and_keeps_its_own_columns_untouched() -> None:
    frame = pd.DataFrame({"source": ["Referral", "Agency", "New"], "met": [56, 48, 0], "hires": [70, 80, 0]})
    before = frame.copy()
    found = rates_of(frame, successes="met", n="hires")
    pd.testing.assert_frame_equal(frame, before)
    assert found.columns.tolist() == ["source", "met", "hires", "rate", "low", "high"]
    for row in (0, 1):
        alone = wilson(int(frame.met[row]), int(frame.hires[row]))
        assert found.loc[row, ["rate", "low", "high"]].tolist() == pytest.approx(
            [alone.estimate, alone.low, alone.high]
        )
    assert math.isnan(found.rate[2])
    assert (found.low[2], found.high[2]) == (0.0, 1.0)


def test_an_empty_frame_gets_the_columns_and_a_bad_row_is_refused() -> None:
    empty = pd.DataFrame({"met": pd.Series(dtype="Int64"), "hires": pd.Series(dtype="Int64")})
    assert rates_of(empty, successes="met", n="hires").columns.tolist() == [
        "met",
        "hires",
        "rate",
        "low",
        "high",
    ]
    with pytest.raises(ValueError, match="between 0 and hires"):
        rates_of(pd.DataFrame({"met": [3], "hires": [2]}), successes="met", n="hires")


def test_each_source_is_held_against_all_the_others_together() -> None:
    frame = pd.DataFrame({"met": [8, 20, 12], "hires": [10, 50, 30]})
    found = against_the_rest(frame, successes="met", n="hires")
    assert found == (difference(8, 10, 32, 80), difference(20, 50, 20, 40), difference(12, 30, 28, 60))


@pytest.mark.parametrize(
    ("n", "low", "high"), [(6, 1, 6), (10, 2, 9), (20, 6, 15), (50, 18, 33), (100, 40, 61)]
)
def test_the_medians_interval_has_the_tabled_ranks(n: int, low: int, high: int) -> None:
    found = median_interval(list(range(n, 0, -1)))
    assert (found.estimate, found.low, found.high, found.n) == ((n + 1) / 2, low, high, n)


def test_too_few_values_leave_an_end_unknown() -> None:
    five = median_interval([1, 2, 3, 4, 5])
    assert five.estimate == 3
    assert math.isnan(five.low)
    assert math.isnan(five.high)
    top = quantile_interval(range(20), 0.9)
    assert top.low == 14
    assert math.isnan(top.high)
    assert math.isnan(median_interval([]).estimate)
    assert median_interval([]).n == 0


def test_a_quantiles_interval_covers_it_at_least_95_times_in_100() -> None:
    rng, truth = np.random.default_rng(13), math.exp(0.8416212)
    found = [quantile_interval(rng.lognormal(0, 1, 40), 0.8) for _ in range(2000)]
    assert 0.945 <= np.mean([interval.low <= truth <= interval.high for interval in found]) <= 0.985


def test_the_means_interval_is_students() -> None:
    extra_sleep = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]  # Student (1908), first drug
    found = mean_interval(extra_sleep)
    assert found.estimate == pytest.approx(0.75)
    assert (found.low, found.high) == (
        pytest.approx(-0.5297804, abs=1e-4),
        pytest.approx(2.0297804, abs=1e-4),
    )
    assert mean_interval([4.0, 6.0]).high == pytest.approx(5 + 12.706205)
    assert math.isnan(mean_interval([4.0]).low)
    assert mean_interval([]).n == 0


def test_missing_values_are_refused_not_dropped() -> None:
    with pytest.raises(ValueError, match="2 of 3 values are missing"):
        median_interval([1.0, math.nan, math.nan])


def test_the_difference_of_medians_covers_the_truth_with_ties_and_zeros() -> None:
    rng, draws = np.random.default_rng(14), 400
    found = []
    for _ in range(draws):
        one, two = (np.round(rng.lognormal(1, 0.8, n) * (rng.random(n) > 0.2)) for n in (15, 40))
        found.append(difference_of_medians(one, two))
    assert np.mean([d.low <= 0 <= d.high for d in found]) >= 0.94
    assert np.mean([not 0.025 <= d.probability <= 0.975 for d in found]) <= 0.06


def test_the_difference_of_medians_is_no_wider_than_its_level_asks() -> None:
    rng = np.random.default_rng(17)
    found = [difference_of_medians(rng.normal(size=10), rng.normal(size=60)) for _ in range(800)]
    assert 0.94 <= np.mean([d.low <= 0 <= d.high for d in found]) <= 0.975


def test_the_difference_of_medians_sees_what_is_there_and_repeats_itself() -> None:
    rng = np.random.default_rng(15)
    one, two = rng.normal(1.0, 1, 60), rng.normal(0, 1, 80)
    found = difference_of_medians(one, two)
    assert found == difference_of_medians(one[::-1], two)
    assert found.estimate == pytest.approx(np.median(one) - np.median(two))
    assert 0 < found.low < 1 < found.high
    assert found.probability > 0.999
    same = difference_of_medians(one, one)
    assert (same.estimate, same.probability) == (0, 0.5)
    assert same.low == pytest.approx(-same.high)


def test_the_difference_of_medians_agrees_with_its_probability() -> None:
    rng = np.random.default_rng(16)
    for shift in np.linspace(-1.5, 1.5, 40):
        found = difference_of_medians(rng.normal(shift, 1, 12), rng.normal(0, 1, 25))
        assert (found.low > 0) == (found.probability > 0.975)
        assert (found.high < 0) == (found.probability < 0.025)


def test_five_values_cannot_bound_a_difference_of_medians() -> None:
    found = difference_of_medians([1, 2, 3, 4, 5], range(20))
    assert (found.estimate, found.probability) == (3 - 9.5, 0.5)
    assert math.isnan(found.low)
    assert math.isnan(found.high)
    assert math.isnan(difference_of_medians([], range(20)).estimate)
