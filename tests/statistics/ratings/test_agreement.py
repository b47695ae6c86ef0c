"""Agreement of raters against the published tables, and against what each measure must do at its ends."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hiring.statistics.ratings.alpha import alpha, alpha_interval
from hiring.statistics.ratings.intraclass import intraclass
from hiring.statistics.ratings.kappa import weighted_kappa
from hiring.statistics.ratings.limits import limits_of_agreement

# Shrout & Fleiss (1979), Psychological Bulletin 86:420, table 2: six targets, four judges.
JUDGES = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
# Krippendorff (2011), example C: four observers, twelve units, gaps.
GAP = math.nan
OBSERVERS = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, GAP, GAP, GAP],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, GAP, 3],
        [GAP, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, GAP],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, GAP],
    ]
)
# Bland & Altman (1986), Lancet 327:307, table 1: peak flow, first readings, large and mini meter.
LARGE = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427]
MINI = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451]
GRADES = [[20, 5, 1], [3, 15, 6], [1, 4, 25]]


def _long(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return table.ravel(), np.tile(np.arange(table.shape[1]), table.shape[0])


def test_the_six_intraclass_correlations_of_shrout_and_fleiss() -> None:
    found = intraclass(JUDGES)
    single = [found.one_way.estimate, found.agreement.estimate, found.consistency.estimate]
    of_four = [
        found.one_way_of_mean.estimate,
        found.agreement_of_mean.estimate,
        found.consistency_of_mean.estimate,
    ]
    assert single == pytest.approx([0.1657, 0.2898, 0.7148], abs=5e-5)
    assert of_four == pytest.approx([0.4428, 0.6201, 0.9093], abs=5e-5)
    assert (found.raters, found.agreement.n) == (4, 6)


def test_their_intervals_are_mcgraw_and_wongs() -> None:
    found = intraclass(JUDGES)
    assert (found.one_way.low, found.one_way.high) == pytest.approx((-0.1329, 0.7226), abs=5e-5)
    assert (found.agreement.low, found.agreement.high) == pytest.approx((0.0188, 0.7611), abs=5e-5)
    assert (found.consistency.low, found.consistency.high) == pytest.approx((0.3425, 0.9459), abs=5e-5)


def test_raters_who_agree_in_order_but_not_in_level_are_consistent_and_do_not_agree() -> None:
    table = np.array([[1, 3], [2, 4], [3, 5], [4, 6]])
    found = intraclass(table)
    assert found.consistency.estimate == pytest.approx(1.0)
    assert found.agreement.estimate < 0.6


def test_the_same_rating_for_everyone_tells_nobody_apart() -> None:
    assert math.isnan(intraclass(np.full((4, 3), 3.0)).agreement.estimate)


@pytest.mark.parametrize("table", [[[1, 2, 3]], [[1], [2]], [[1, math.nan], [2, 3]]])
def test_a_table_too_small_or_with_gaps_has_no_intraclass_correlation(table) -> None:
    with pytest.raises(ValueError, match=r"wanted a table|missing"):
        intraclass(table)


@pytest.mark.parametrize(
    ("level", "value"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_alpha_of_krippendorffs_own_example(level, value: float) -> None:
    assert alpha(*_long(OBSERVERS), level) == pytest.approx(value, abs=5e-4)


def test_a_unit_seen_by_one_rater_changes_no_alpha() -> None:
    values, units = _long(OBSERVERS)
    more = alpha(np.append(values, 5.0), np.append(units, 99))
    assert more == pytest.approx(alpha(values, units))


def test_alpha_is_nan_where_nothing_can_be_compared() -> None:
    assert math.isnan(alpha([1, 2, 3], [1, 2, 3], "ordinal"))
    assert math.isnan(alpha([2, 2, 2, 2], [1, 1, 2, 2]))
    assert math.isnan(alpha([], []))


def test_alpha_takes_only_the_four_levels() -> None:
    with pytest.raises(ValueError, match="level must be"):
        alpha([1, 2], [1, 1], "quadratic")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="2 values but 1 units"):
        alpha([1, 2], [1])


def test_the_interval_of_alpha_holds_the_truth_nineteen_times_of_twenty() -> None:
    random = np.random.default_rng(31)
    held = 0
    for _ in range(300):
        people = np.repeat(random.normal(size=80), 3)
        found = alpha_interval(people + random.normal(size=240), np.repeat(np.arange(80), 3))
        held += found.low <= 0.5 <= found.high
    assert 0.92 <= held / 300 <= 0.98
    assert found.n == 80


def test_alpha_of_equal_steps_does_not_mind_large_numbers() -> None:
    values, units = _long(OBSERVERS)
    assert alpha(values + 1e8, units) == pytest.approx(alpha(values, units), abs=1e-6)


@pytest.mark.parametrize(
    ("weights", "value"),
    [("linear", (0.696133, 0.5715, 0.8208)), ("quadratic", (0.766187, 0.6475, 0.8849))],
)
def test_weighted_kappa_with_its_interval(weights, value: tuple[float, float, float]) -> None:
    found = weighted_kappa(GRADES, weights)
    assert (found.estimate, found.low, found.high) == pytest.approx(value, abs=1e-4)
    assert found.n == 80


def test_kappa_without_weights_counts_only_equal_grades() -> None:
    assert weighted_kappa([[45, 15], [25, 15]], "none").estimate == pytest.approx(0.1304, abs=5e-5)


def test_kappa_is_nan_where_both_gave_everyone_the_same_grade_or_nobody_was_rated() -> None:
    assert math.isnan(weighted_kappa([[9, 0], [0, 0]]).estimate)
    assert math.isnan(weighted_kappa([[0, 0], [0, 0]]).estimate)


@pytest.mark.parametrize("table", [[[1, 2]], [[1, -1], [0, 2]], [1, 2]])
def test_kappa_refuses_what_is_no_table_of_counts(table) -> None:
    with pytest.raises(ValueError, match="square table of counts"):
        weighted_kappa(table)


def test_the_limits_of_bland_and_altman() -> None:
    found = limits_of_agreement(LARGE, MINI)
    assert (found.bias.estimate, found.sd) == pytest.approx((-2.118, 38.765), abs=5e-4)
    assert (found.lower.estimate, found.upper.estimate) == pytest.approx((-78.1, 73.9), abs=0.05)
    # Their own intervals, with limits at two standard deviations: -114.3 to -45.1 and 40.9 to 110.1 (SE 16.3).
    assert found.lower.high - found.lower.estimate == pytest.approx(34.5, abs=0.1)
    assert (found.n, found.is_enough) == (17, False)


def test_limits_leave_out_pairs_with_a_gap_and_need_two() -> None:
    found = limits_of_agreement([1.0, 2.0, math.nan, 4.0], [1.0, 3.0, 3.0, math.nan])
    assert (found.n, found.bias.estimate) == (2, -0.5)
    assert math.isnan(limits_of_agreement([3.0], [2.0]).sd)
    with pytest.raises(ValueError, match="2 first ratings but 1"):
        limits_of_agreement([1, 2], [1])


def test_a_difference_that_grows_with_the_level_shows_in_the_slope() -> None:
    level = np.arange(1.0, 6.0)
    assert limits_of_agreement(1.2 * level, level).slope == pytest.approx(0.2 / 1.1)
