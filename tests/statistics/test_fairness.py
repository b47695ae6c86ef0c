"""Selection rates held against each other: published values, scipy's exact test, what one person changes, and luck."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.stats import fisher_exact

from helpers.breadth import some
from hiring.statistics.fairness import (
    LEVEL,
    Group,
    Mark,
    by_luck,
    compared,
    fisher,
    flips,
    highest,
    ratio_of_rates,
)


def test_the_guidelines_own_example_is_half_the_highest_rate() -> None:
    """Questions and answers on the Uniform Guidelines, number 12: 48 of 80 and 12 of 40, 60 % and 30 %, one half."""
    (found,) = compared([Group("white", 48, 80), Group("black", 12, 40)])
    assert (found.group.name, found.highest.name) == ("black", "white")
    assert found.ratio.estimate == pytest.approx(0.5)
    assert found.mark is Mark.REVIEW
    assert not found.is_flipped


def test_the_exact_test_is_that_of_the_lady_who_tasted_tea() -> None:
    """Fisher (1935): 3 of 4 right; one-sided 17/70, two-sided 34/70."""
    assert fisher(3, 4, 1, 4) == pytest.approx(34 / 70)


@pytest.mark.parametrize("seed", range(some(5, 60)))
def test_the_exact_test_is_scipys(seed: int) -> None:
    random = np.random.default_rng(seed)
    n, m = (int(one) for one in random.integers(5, 900, 2))
    a, b = int(random.integers(0, n + 1)), int(random.integers(0, m + 1))
    assert fisher(a, n, b, m) == pytest.approx(fisher_exact([[a, n - a], [b, m - b]]).pvalue, abs=1e-9)


def test_where_everybody_or_nobody_is_selected_chance_explains_all() -> None:
    assert fisher(0, 20, 0, 30) == pytest.approx(1)
    assert fisher(20, 20, 30, 30) == pytest.approx(1)


@pytest.mark.parametrize(
    ("group", "top", "mark"),
    [
        ((12, 40), (48, 80), Mark.REVIEW),
        ((7, 20), (10, 20), Mark.FEW),  # 8 of 20 are four fifths of the half
        ((5, 20), (10, 20), Mark.BELOW),
        ((850, 1000), (900, 1000), Mark.VISIBLE),
        ((9, 20), (10, 20), Mark.NONE),
        ((8, 20), (10, 20), Mark.NONE),  # exactly four fifths is not below
    ],
)
def test_each_mark_is_given_by_its_rule(group, top, mark) -> None:
    (found,) = compared([Group("a", *group), Group("b", *top)])
    assert found.mark is mark


def test_one_person_flips_it_in_both_directions() -> None:
    assert flips(Group("a", 8, 20), Group("b", 10, 20))  # 7 of 20 would be below
    assert flips(Group("a", 7, 20), Group("b", 10, 20))
    assert not flips(Group("a", 5, 20), Group("b", 10, 20))
    assert not flips(Group("a", 10, 20), Group("b", 10, 20))


def test_of_the_same_rate_the_larger_group_is_the_highest() -> None:
    groups = [Group("a", 5, 10), Group("b", 10, 20)]
    assert highest(groups) == groups[1]
    (found,) = compared(groups)
    assert (found.ratio.estimate, found.p) == (pytest.approx(1), pytest.approx(1))


def test_of_one_group_or_where_nobody_was_selected_nothing_is_compared() -> None:
    assert compared([Group("a", 5, 10)]) == ()
    assert compared([Group("a", 0, 10), Group("b", 0, 20)]) == ()


def test_below_five_people_no_p_is_given() -> None:
    (found,) = compared([Group("a", 0, 4), Group("b", 18, 20)])
    assert math.isnan(found.p)
    assert found.mark is Mark.BELOW


def test_the_ratios_interval_is_there_where_nobody_of_a_group_was_selected() -> None:
    found = ratio_of_rates(Group("a", 0, 30), Group("b", 15, 30))
    assert (found.estimate, found.low) == (0, 0)
    assert 0.1 < found.high < 0.4


def test_the_ratios_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    random = np.random.default_rng(7)
    held = []
    for _ in range(600):
        top = Group("b", int(random.binomial(120, 0.4)), 120)
        found = ratio_of_rates(Group("a", int(random.binomial(60, 0.3)), 60), top)
        held.append(found.low <= 0.75 <= found.high)
    assert 0.93 <= np.mean(held) <= 0.98


@pytest.mark.parametrize(
    ("sizes", "rates", "below", "visible"),
    [
        ((30, 30), (0.5, 0.5), 0.20, 0.03),
        ((60, 30), (0.4, 0.4), 0.23, 0.03),
        ((100, 50), (0.3, 0.3), 0.20, 0.03),
        ((400, 200), (0.2, 0.2), 0.11, 0.04),
        ((100, 50), (0.3, 0.2), 0.71, 0.20),
        ((400, 200), (0.3, 0.2), 0.89, 0.74),
    ],
)
def test_the_rule_and_the_test_are_wrong_as_often_as_simulated(sizes, rates, below, visible) -> None:
    """The second group's rate against the first's, of 1,500 companies: four fifths alarm one fair one in five."""
    random = np.random.default_rng(1607)
    first, second = (random.binomial(n, rate, 1500) for n, rate in zip(sizes, rates, strict=True))
    assert np.mean(5 * second * sizes[0] < 4 * first * sizes[1]) == pytest.approx(below, abs=0.035)
    tests = [fisher(int(b), sizes[1], int(a), sizes[0]) < LEVEL for a, b in zip(first, second, strict=True)]
    assert np.mean(tests) == pytest.approx(visible, abs=0.035)


def test_luck_marks_few_for_review_and_far_more_ratios_below_four_fifths() -> None:
    sizes = [Group("a", 15, 30), Group("b", 15, 30)]
    found = by_luck([sizes] * 4, draws=500)
    assert found.reviews == pytest.approx(found.any_review, rel=0.3)
    assert found.below / 4 == pytest.approx(0.40, abs=0.06)  # either may be the lower: twice the rule's .20
    assert found.reviews / 4 < 0.06


def test_the_highest_of_many_groups_is_found_after_the_fact_and_luck_knows_it() -> None:
    two = by_luck([[Group("", 30, 60)] * 2], draws=400)
    six = by_luck([[Group("", 30, 60) for _ in range(6)]], draws=400)
    assert six.any_review > two.any_review


def test_luck_is_the_same_every_time() -> None:
    groups = [[Group("a", 15, 30), Group("b", 15, 40)]]
    assert by_luck(groups, draws=50) == by_luck(groups, draws=50)
