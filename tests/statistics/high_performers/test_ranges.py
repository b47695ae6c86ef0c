"""The range of counted less expected, by hand and at its edges."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import fisher_exact

from hiring.statistics.high_performers import logit
from hiring.statistics.high_performers.expected import (
    HIGH_PERFORMER,
    HighPerformers,
    compared,
    outcome_of,
)
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.high_performers.ranges import (
    baseline_sd,
    chance_bounds,
    chance_by_luck,
    difference_bounds,
    expected_sd,
)
from hiring.statistics.rates import wilson


def bounds(counted: int, n: int, expected: float, sd: float) -> tuple[float, float]:
    low, high = difference_bounds(
        np.array([float(counted)]), np.array([float(n)]), np.array([expected]), np.array([sd])
    )
    return float(low[0]), float(high[0])


def members(kept: HighPerformers, factor: Factor):
    mine = kept.groups.loc[kept.groups["factor"] == factor, "group"]
    return kept.expected[kept.expected["group"].isin(mine)]


def test_against_a_number_that_is_known_it_is_the_range_of_the_count() -> None:
    alone = wilson(24, 47)
    assert bounds(24, 47, 0.34, 0.0) == pytest.approx((alone.low - 0.34, alone.high - 0.34))


def test_nobody_of_thirty_one_is_surely_less_than_all_but_no_surety_of_nothing() -> None:
    low, high = bounds(0, 31, 0.25, 0.03)
    assert -0.32 < low < -0.25  # what was expected may be a little more
    assert -0.16 < high < -0.12  # three of 31 are possible: Wilson's 11 in a hundred
    assert abs(high + 0.25) > abs(low + 0.25)


def test_what_is_not_known_of_expected_widens_it_side_by_side() -> None:
    narrow, wide = bounds(10, 40, 0.25, 0.0), bounds(10, 40, 0.25, 0.05)
    least, most = (float(one[0]) for one in chance_bounds(np.array([0.25]), np.array([0.05])))
    assert wide[0] == pytest.approx(-np.hypot(narrow[0], most - 0.25))
    assert wide[1] == pytest.approx(np.hypot(narrow[1], 0.25 - least))


@pytest.mark.parametrize("chance", [0.0, 0.001, 0.5, 1.0])
def test_a_chance_stays_between_nothing_and_all(chance: float) -> None:
    low, high = (float(one[0]) for one in chance_bounds(np.array([chance]), np.array([0.1])))
    assert 0 <= low <= chance <= high <= 1


def test_the_sd_of_expected_is_that_of_fits_of_hires_drawn_anew(kept: HighPerformers) -> None:
    # The posterior of the coefficients of the fit without the row's hires, drawn and averaged over its hires.
    of = compared(kept.hires)
    known, successes = outcome_of(kept.hires, HIGH_PERFORMER)
    every = members(kept, Factor.SOURCE)
    found = expected_sd(kept, Factor.SOURCE, HIGH_PERFORMER, every)["sd"]
    for group in found.index:
        own = every.loc[every["group"] == group, "hire"].to_numpy(int)
        others = np.setdiff1d(np.arange(len(kept.hires)), own)
        trials, counted = (
            np.bincount(of.of[others], weights=one[others], minlength=of.count) for one in (known, successes)
        )
        penalty = of.penalty(kept.penalties[HIGH_PERFORMER])
        beta = logit.whole(of, trials, counted, penalty)
        chance = 1 / (1 + np.exp(-of.design @ beta))
        covariance = np.linalg.inv(
            logit.curvature(of.design, (trials * chance * (1 - chance))[None], penalty)[0]
        )
        drawn = np.random.default_rng(0).multivariate_normal(beta, covariance, 4000)
        means = (1 / (1 + np.exp(-drawn @ of.design.T)))[:, of.of[own]].mean(axis=1)
        assert found[group] == pytest.approx(means.std(), rel=0.2)  # drawn, not in a straight line


def test_of_hires_spread_over_the_company_only_how_they_differ_is_not_known(kept: HighPerformers) -> None:
    every = members(kept, Factor.SOURCE)
    free, held = (baseline_sd(kept, every, is_level_known=known) for known in (False, True))
    assert (held < free / 2).all()
    everybody = every.assign(group=0).drop_duplicates("hire")
    assert baseline_sd(kept, everybody, is_level_known=True)[0] == pytest.approx(0, abs=1e-6)


def _by_luck(counted: int, n: int, expected: float, told_by: float) -> float:
    found = chance_by_luck(*(np.array([float(one)]) for one in (counted, n, expected, told_by)))
    return float(found[0])


def test_the_chance_by_luck_is_that_of_fishers_exact_test_against_those_who_tell_what_was_expected() -> None:
    less = fisher_exact([[5, 72], [70, 220]], alternative="less").pvalue
    assert _by_luck(5, 77, 70 / 290, 290) == pytest.approx(2 * less)
    more = fisher_exact([[42, 72], [33, 220]], alternative="greater").pvalue
    assert _by_luck(42, 114, 33 / 253, 253) == pytest.approx(2 * more)
    assert _by_luck(12, 50, 0.24, 200) == 1.0


def test_of_what_few_hires_tell_much_may_be_luck() -> None:
    assert _by_luck(140, 185, 34 / 36, 5000) < 1e-12
    assert 0.005 < _by_luck(140, 185, 34 / 36, 36) < 0.05


def test_where_nothing_is_true_luck_is_not_found_too_seldom() -> None:
    random = np.random.default_rng(7)
    n, others = (random.integers(8, 120, 20_000) for _ in range(2))
    counted, told = random.binomial(n, 0.8), random.binomial(others, 0.8)
    found = chance_by_luck(counted.astype(float), n.astype(float), told / others, others.astype(float))
    for level in (0.05, 0.01, 0.001):
        assert np.mean(found <= level) <= level


def test_a_group_is_told_by_about_as_many_as_are_not_in_it(kept: HighPerformers) -> None:
    every = members(kept, Factor.SOURCE)
    told = expected_sd(kept, Factor.SOURCE, HIGH_PERFORMER, every)["told_by"]
    sizes = every["group"].value_counts().reindex(told.index)
    others = len(kept.hires) - sizes
    assert (told < 1.2 * others).all()
    assert (told > 0.3 * others).all()
