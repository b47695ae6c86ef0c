"""Kaplan–Meier against the published remission data, and on truth that is known because it is simulated."""

from __future__ import annotations

import math
import pickle

import numpy as np
import pytest

from hiring.statistics.rates import wilson
from hiring.statistics.survival import difference_at, difference_by, difference_of_medians, kaplan_meier

# Freireich et al. (1963), weeks in remission; the treated group has 12 of 21 censored.
TREATED = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
RELAPSED = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]


def test_the_remission_curve_has_the_published_shares_and_greenwood_errors() -> None:
    curve = kaplan_meier(TREATED, RELAPSED)
    published = {  # weeks: (share, Greenwood's standard error, at risk)
        6: (0.8571, 0.0764, 21),
        7: (0.8067, 0.0869, 17),
        10: (0.7529, 0.0963, 15),
        13: (0.6902, 0.1068, 12),
        16: (0.6275, 0.1141, 11),
        22: (0.5378, 0.1282, 7),
        23: (0.4482, 0.1346, 6),
    }
    assert curve.times[curve.events > 0].tolist() == list(published)
    for week, (share, error, at_risk) in published.items():
        row = int(np.flatnonzero(curve.times == week)[0])
        assert curve.survival[row] == pytest.approx(share, abs=5e-5)
        greenwood = curve.log_errors[row] * abs(math.log(curve.survival[row])) * curve.survival[row]
        assert greenwood == pytest.approx(error, abs=5e-5)
        assert curve.at_risk[row] == at_risk


def test_the_remission_bands_are_the_log_log_ones() -> None:
    curve = kaplan_meier(TREATED, RELAPSED)
    for week, low, high in [(6, 0.620, 0.952), (10, 0.503, 0.889), (16, 0.368, 0.805), (23, 0.188, 0.680)]:
        found = curve.at(week)
        assert (found.low, found.high) == (pytest.approx(low, abs=5e-4), pytest.approx(high, abs=5e-4))


def test_the_remission_medians_are_the_published_ones() -> None:
    treated, placebo = kaplan_meier(TREATED, RELAPSED).median, kaplan_meier(PLACEBO, [1] * 21).median
    assert (treated.time, treated.low, treated.high) == (23, 13, None)
    assert (placebo.time, placebo.low, placebo.high) == (8, 4, 11)
    assert treated.reached


def test_the_state_at_a_time_holds_until_the_next_event() -> None:
    curve = kaplan_meier(TREATED, RELAPSED)
    assert curve.at(12.9).estimate == curve.at(10).estimate
    assert curve.at(0).estimate == 1
    assert curve.event_by(10).estimate == pytest.approx(1 - 0.752941, abs=1e-6)
    assert curve.event_by(10).low == pytest.approx(1 - curve.at(10).high)


def test_n_counts_those_whose_state_is_known_not_those_hired_too_late() -> None:
    curve = kaplan_meier([2, 5, 5, 8, 12], [1, 0, 1, 0, 0])
    assert [curve.known_by(time) for time in (0, 2, 5, 6, 8, 12)] == [5, 5, 5, 4, 4, 3]
    assert curve.at(6).n == 4
    assert curve.at_risk_at([0, 2, 5, 6, 12, 13]).tolist() == [5, 5, 4, 2, 1, 0]


def test_past_the_last_follow_up_nothing_is_claimed() -> None:
    beyond = kaplan_meier(TREATED, RELAPSED).at(40)
    assert math.isnan(beyond.estimate)
    assert beyond.low == 0
    assert beyond.high == pytest.approx(0.680, abs=5e-4)
    all_done = kaplan_meier(PLACEBO, [1] * 21).at(40)
    assert all_done.estimate == 0
    assert 0 == all_done.low < all_done.high < 0.2


def test_with_no_event_yet_the_band_is_as_wide_as_the_count_asks() -> None:
    curve = kaplan_meier([3, 4, 6, 9, 10], [0] * 5)
    assert curve.survival.tolist() == [1] * 6
    assert curve.at(6).low == pytest.approx(wilson(3, 3).low)
    assert curve.at(5).low == pytest.approx(wilson(3, 3).low)
    assert curve.at(6).high == 1
    assert (curve.median.time, curve.median.high, curve.median.reached) == (None, None, False)
    assert curve.median.followed_until == 10


def test_everyone_at_once_ends_at_zero_with_a_band() -> None:
    found = kaplan_meier([4] * 30, [1] * 30).at(4)
    assert (found.estimate, found.low) == (0, 0)
    assert found.high == pytest.approx(wilson(0, 30).high)


def test_an_event_comes_before_an_end_of_follow_up_on_the_same_day() -> None:
    assert kaplan_meier([5, 5, 9], [0, 1, 0]).at(5).estimate == pytest.approx(2 / 3)


def test_an_event_on_day_zero_counts() -> None:
    curve = kaplan_meier([0, 0, 3], [1, 0, 0])
    assert curve.times.tolist() == [0, 0, 3]
    assert curve.survival.tolist() == pytest.approx([1, 2 / 3, 2 / 3])
    assert curve.at(0).estimate == pytest.approx(2 / 3)


def test_an_empty_group_is_an_empty_curve_that_knows_nothing() -> None:
    curve = kaplan_meier([], [])
    assert (curve.n, curve.times.size, curve.followed_until, curve.reliable_until()) == (0, 0, 0.0, 0.0)
    assert math.isnan(curve.at(3).estimate)
    assert (curve.at(3).low, curve.at(3).high, curve.at(3).n) == (0, 1, 0)
    assert not curve.median.reached
    assert curve.at_risk_at([0, 1]).tolist() == [0, 0]


@pytest.mark.parametrize(
    ("durations", "observed", "words"),
    [
        ([1, -2], [1, 1], "not negative"),
        ([1, math.nan], [1, 1], "must be given"),
        ([1], [1, 0], "1 durations but 2"),
    ],
)
def test_impossible_follow_ups_are_refused(durations: list[float], observed: list[int], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        kaplan_meier(durations, observed)


def test_the_order_of_the_rows_changes_nothing_and_the_input_is_left_alone() -> None:
    durations, observed = np.array(TREATED, dtype=float), np.array(RELAPSED)
    shuffled = np.random.default_rng(1).permutation(21)
    one, two = kaplan_meier(durations, observed), kaplan_meier(durations[shuffled], observed[shuffled])
    assert one.survival.tolist() == two.survival.tolist()
    assert one.low.tolist() == two.low.tolist()
    assert durations.tolist() == TREATED


def test_a_curve_survives_being_stored() -> None:
    curve = kaplan_meier(TREATED, RELAPSED)
    assert pickle.loads(pickle.dumps(curve)).at(10) == curve.at(10)


def test_the_curve_is_drawn_only_as_far_as_enough_people_are_followed() -> None:
    curve = kaplan_meier(TREATED, RELAPSED)
    assert (curve.reliable_until(), curve.reliable_until(2)) == (25, 34)
    assert curve.reliable_until(22) == 0


def test_the_difference_of_two_curves_is_published_shares_apart() -> None:
    treated, placebo = kaplan_meier(TREATED, RELAPSED), kaplan_meier(PLACEBO, [1] * 21)
    found = difference_at(treated, placebo, 10)
    assert found.estimate == pytest.approx(0.752941 - 8 / 21, abs=1e-6)
    assert 0 < found.low < found.estimate < found.high < 1
    assert found.probability > 0.975
    turned = difference_by(treated, placebo, 10)
    assert turned.estimate == pytest.approx(-found.estimate)
    assert (turned.low, turned.high) == (pytest.approx(-found.high), pytest.approx(-found.low))
    assert turned.probability == pytest.approx(1 - found.probability)


def test_a_difference_not_yet_knowable_says_so() -> None:
    young, old = kaplan_meier([2, 3], [0, 0]), kaplan_meier(TREATED, RELAPSED)
    found = difference_at(young, old, 10)
    assert math.isnan(found.estimate)
    assert (found.low, found.high, found.probability, found.n_first) == (-1, 1, 0.5, 0)


def test_the_difference_and_its_probability_agree() -> None:
    rng = np.random.default_rng(3)
    for pace in np.linspace(4, 40, 30):
        one, two = (kaplan_meier(rng.exponential(mean, 25), rng.random(25) < 0.8) for mean in (pace, 12))
        found = difference_at(one, two, 8)
        assert (found.low > 0) == (found.probability > 0.975)
        assert (found.high < 0) == (found.probability < 0.025)


def test_band_and_difference_cover_the_truth_despite_censoring() -> None:
    rng, draws, covered, kept = np.random.default_rng(4), 250, 0, 0
    for _ in range(draws):
        curves = []
        for n, latest in ((30, 24), (60, 36)):
            time, followed = rng.exponential(20, n), rng.uniform(2, latest, n)
            curves.append(kaplan_meier(np.minimum(time, followed), time <= followed))
        share, apart = curves[0].at(12), difference_at(curves[0], curves[1], 12)
        covered += share.low <= math.exp(-12 / 20) <= share.high
        kept += apart.low <= 0 <= apart.high
    assert covered / draws == pytest.approx(0.95, abs=0.035)
    assert kept / draws == pytest.approx(0.95, abs=0.035)


def test_the_difference_of_medians_is_that_of_the_published_ones_and_squares_their_bounds() -> None:
    treated, placebo = kaplan_meier(TREATED, RELAPSED), kaplan_meier(PLACEBO, [1] * 21)
    found = difference_of_medians(treated, placebo)
    assert (found.first, found.second, found.estimate) == (23, 8, 15)
    assert treated.median.high is None
    assert found.high == math.inf
    assert found.low == pytest.approx(15 - math.hypot(23 - treated.median.low, placebo.median.high - 8))
    assert found.low > 0
    assert found.probability > 0.975


def test_a_difference_of_medians_turns_its_sign_with_its_groups() -> None:
    rng = np.random.default_rng(4)
    one = kaplan_meier(np.ceil(rng.weibull(1.2, 80) * 90), rng.random(80) < 0.8)
    two = kaplan_meier(np.ceil(rng.weibull(1.2, 60) * 70), rng.random(60) < 0.8)
    there, back = difference_of_medians(one, two), difference_of_medians(two, one)
    assert (there.estimate, there.low, there.high) == (-back.estimate, -back.high, -back.low)
    assert there.probability == pytest.approx(1 - back.probability)


def test_a_median_that_is_not_reached_leaves_the_difference_unknown() -> None:
    found = difference_of_medians(kaplan_meier([5, 6, 7], [1, 0, 0]), kaplan_meier([5, 6, 7], [1, 1, 1]))
    assert math.isnan(found.estimate)
    assert found.probability == 0.5
    assert (found.n_first, found.n_second) == (3, 3)
    assert math.isnan(difference_of_medians(kaplan_meier([], []), kaplan_meier([5], [1])).estimate)


def test_equal_groups_seldom_have_clearly_different_medians_and_unequal_ones_often() -> None:
    rng = np.random.default_rng(20)

    def group(n: int, scale: float):
        times, ends = scale * rng.weibull(1.2, n), rng.uniform(30, 700, n)
        return kaplan_meier(np.ceil(np.minimum(times, ends)), times <= ends)

    def clear(scale: float) -> int:
        found = [difference_of_medians(group(60, 90), group(120, scale)) for _ in range(100)]
        return sum(difference.low > 0 or difference.high < 0 for difference in found)

    assert clear(90) <= 9  # 5 of 100 is what the interval promises
    assert clear(200) >= 90


def test_a_difference_of_months_far_apart_can_be_as_rare_as_it_is() -> None:
    """Half of 84 at month 4 against half of 72 at month 8: no early event holds the chance at one in ten thousand."""
    soon = kaplan_meier(np.repeat([3, 4, 5, 6], 21), np.ones(84, dtype=bool))
    late = kaplan_meier(np.repeat([3, 6, 7, 8, 9, 10], [1, 6, 15, 20, 15, 15]), np.ones(72, dtype=bool))
    found = difference_of_medians(soon, late)
    assert found.estimate == -4
    assert found.probability < 1e-5
