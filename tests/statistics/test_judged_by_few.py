"""People judged by a few: an interval holds where managers differ in mood and nothing else is true."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hiring.statistics import judged_by_few, rates
from hiring.statistics.judged_by_few import Judged, judged

ROLES, HIRES = 5, 60


def test_with_a_judge_each_it_is_wilsons_interval() -> None:
    group = judged([1, 1, 0, 1, 0, 1, 1, 1, 0, 1], [None] * 10)
    assert judged_by_few.likeness(group) == 0
    seen, wanted = judged_by_few.share(group, 0.0), rates.wilson(7, 10)
    assert (seen.estimate, seen.low, seen.high, seen.n) == pytest.approx(
        (wanted.estimate, wanted.low, wanted.high, wanted.n)
    )


def test_judges_who_say_the_same_of_all_theirs_count_as_one_person_each() -> None:
    group = judged([1] * 4 + [0] * 4 + [1] * 4, ["a"] * 4 + ["b"] * 4 + ["c"] * 4)
    assert judged_by_few.likeness(group) == pytest.approx(1)
    assert judged_by_few.worth(group, 1.0) == pytest.approx(3)
    seen, wanted = judged_by_few.share(group, 1.0), rates.wilson(2, 3)
    assert (seen.low, seen.high, seen.n) == (pytest.approx(wanted.low), pytest.approx(wanted.high), 12)


def test_likeness_is_that_of_the_analysis_of_variance() -> None:
    # Means 2 and 5 around 3.5: between 18 (one degree), within 4 of 6 (2/3); four each.
    group = judged([1, 2, 2, 3, 4, 5, 5, 6], list("aaaabbbb"))
    within = 4 / 6
    assert judged_by_few.likeness(group) == pytest.approx((18 - within) / (18 + 3 * within))


def test_of_nobody_nothing_is_known() -> None:
    nobody, some = judged([], []), judged([1, 0, 1], ["a", "a", "b"])
    assert math.isnan(judged_by_few.share(nobody, 0.2).estimate)
    assert judged_by_few.likeness(nobody) == 0
    found = judged_by_few.difference_of_shares(nobody, some, 0.2)
    assert (math.isnan(found.estimate), found.low, found.high, found.n_second) == (True, -1.0, 1.0, 3)
    assert math.isnan(judged_by_few.mean(judged([3.0], ["a"]), 0.0).low)


def test_a_mean_is_as_wide_as_of_those_it_is_worth() -> None:
    group = judged([1, 2, 2, 3, 4, 5, 5, 6], list("aaaabbbb"))
    alone, alike = judged_by_few.mean(group, 0.0), judged_by_few.mean(group, 1.0)
    assert alone.estimate == alike.estimate == 3.5
    assert (alike.high - 3.5) / (alone.high - 3.5) == pytest.approx(2)  # eight against two


@pytest.mark.parametrize(("values", "judges"), [([1.0], []), ([math.nan], ["a"])])
def test_lists_that_do_not_fit_are_the_callers_fault(values: list[float], judges: list[str]) -> None:
    with pytest.raises(ValueError, match="values"):
        judged(values, judges)


@pytest.mark.parametrize("managers", [2, 4, 10])
def test_where_only_managers_differ_a_role_seldom_seems_to(managers: int) -> None:
    """Each role has managers of its own, who differ in mood; taken for so many single votes it would seem so often."""
    random = np.random.default_rng([1, managers])
    wrong, as_single_votes, asked = 0, 0, 0
    for _ in range(60):
        role = np.repeat(np.arange(ROLES), HIRES)
        manager = random.integers(0, managers, ROLES * HIRES) + role * managers
        mood = random.normal(0, 1, managers * ROLES)
        says = (random.random(ROLES * HIRES) < 1 / (1 + np.exp(-(0.9 + mood[manager])))).astype(float)
        everybody = judged(says, manager.tolist())
        alike = judged_by_few.likeness(everybody)
        for one in range(ROLES):
            mine = role == one
            found = judged_by_few.difference_of_shares(
                Judged(says[mine], everybody.judges[mine]),
                Judged(says[~mine], everybody.judges[~mine]),
                alike,
            )
            plain = rates.difference(
                int(says[mine].sum()), int(mine.sum()), int(says[~mine].sum()), int((~mine).sum())
            )
            wrong += found.low > 0 or found.high < 0
            as_single_votes += plain.low > 0 or plain.high < 0
            asked += 1
    assert wrong / asked < 0.08
    assert as_single_votes > 2 * wrong
