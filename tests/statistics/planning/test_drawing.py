"""Years drawn from sellers' own months, against companies simple enough that what must come out is known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hiring.statistics.planning import plan as planning
from hiring.statistics.planning.drawing import AS_IT_WAS, Change, levels, months_drawn
from hiring.statistics.planning.history import YEAR, History
from hiring.statistics.planning.plan import Plan, Wanted, drawn, enough, plan, split
from hiring.statistics.planning.sellers import sellers

RAMP = 3  # months without a sale, in the company below
EACH = 100.0


def alike(count: int = 20, months: int = 48, leave_after: int | None = None) -> History:
    """Sellers who began one a month, each selling 100 a month from the fourth on, and leave after so many months."""
    start = np.arange(count)
    tenure = np.arange(months) - start[:, None]
    end = np.full(count, months) if leave_after is None else np.minimum(start + leave_after, months)
    revenue = np.where(tenure < RAMP, 0.0, EACH)
    revenue = np.where((tenure < 0) | (np.arange(months) > end[:, None]), np.nan, revenue)
    return History(("Field",), np.zeros(count, int), start, end, revenue)


def planned(
    history: History, target: float, starts: tuple[int, ...] = (0,), change: Change = AS_IT_WAS
) -> Plan:
    wanted = Wanted(0, target, starts, (1.0,))
    return plan(drawn(sellers(history), wanted, change), wanted)


def test_where_nobody_leaves_and_nothing_varies_the_year_is_known_to_the_amount() -> None:
    found = planned(alike(), 0.0)
    for value in (found.together.low, found.together.middle, found.together.high):
        assert value == pytest.approx(20 * 12 * EACH, rel=0.001)
    assert found.needs[-1] == 0
    assert found.chance(0) == 1


def test_who_begins_with_the_year_sells_after_the_ramp_and_so_many_are_needed() -> None:
    found = planned(alike(), 20 * 12 * EACH + 4500.0)
    assert found.each[0].middle == pytest.approx(9 * EACH, rel=0.001)  # nine of twelve months
    # 4500 / 900: five, give or take the thousandth that the levels move by.
    assert found.needs[0] == 5
    assert found.needs[-1] <= 6
    assert found.count in (5, 6)
    assert (found.chance(4), found.chance(6)) == (0, 1)


def test_who_begins_later_brings_less_and_a_month_less_of_ramp_brings_a_month_more() -> None:
    later = planned(alike(), 0.0, starts=(6,))
    assert later.each[0].middle == pytest.approx(3 * EACH, rel=0.001)
    sooner = planned(alike(), 0.0, starts=(6,), change=Change(months_shorter=1))
    assert sooner.each[0].middle == pytest.approx(4 * EACH, rel=0.001)
    # Those here already ramped: for them nothing changes.
    assert sooner.together == later.together


def test_sellers_still_in_their_ramp_go_on_from_their_own_month() -> None:
    history = alike()
    young = replace(history, start=np.where(np.arange(20) == 19, 47, history.start))
    revenue = young.revenue.copy()
    revenue[19] = np.nan
    revenue[19, 47] = 0.0
    found = planned(replace(young, revenue=revenue), 0.0)
    assert found.together.middle == pytest.approx(19 * 12 * EACH + 10 * EACH, rel=0.01)


def test_exits_are_those_seen_and_fewer_of_them_bring_more() -> None:
    leaving = alike(count=60, months=80, leave_after=20)
    known = sellers(leaving)
    rate = planning.leaving_a_year(known)
    months = 20 * 61.0 - 0  # each was at risk in 21 months, the one of leaving among them
    assert rate == pytest.approx(1 - (1 - 60 / (60 * 21)) ** 12, abs=0.03), months
    less = planning.fewer_leaving(known, 0.05)
    assert 0 < less.exits < 1
    assert planning.fewer_leaving(known, 1.0).exits == 0
    assert planned(leaving, 0.0, change=less).each[0].middle >= planned(leaving, 0.0).each[0].middle


def test_a_steady_rise_goes_on_but_not_for_certain() -> None:
    history = alike(months=60)
    grown = replace(history, revenue=history.revenue * 1.1 ** (np.arange(60) // 12))
    found = planned(grown, 0.0)
    flat = 20 * 12 * EACH * 1.1**4
    assert found.together.middle > flat
    assert found.together.low < flat * 1.1 < found.together.high


def test_a_role_of_few_is_not_planned_and_needs_no_share() -> None:
    history = alike()
    roles = np.where(np.arange(20) < 4, 1, 0)
    wanted = Wanted(0, 0.0, (0,), (1.0, 0.0))
    found = plan(drawn(sellers(replace(history, roles=("Field", "Rare"), role=roles)), wanted), wanted)
    assert history.can_be_planned().tolist() == [True]
    assert found.here[1].high == 0
    assert found.each[1].high == 0


def test_months_that_are_not_known_are_no_months_without_sales() -> None:
    history = alike()
    revenue = history.revenue.copy()
    revenue[:, 30:36] = np.nan
    found = planned(replace(history, revenue=revenue), 0.0)
    assert found.together.middle == pytest.approx(20 * 12 * EACH, rel=0.001)


def test_a_count_is_split_into_whole_sellers_that_add_up() -> None:
    assert split(7, (0.5, 0.25, 0.25)) == (3, 2, 2)
    assert split(0, (0.5, 0.5)) == (0, 0)
    assert sum(split(13, (0.3, 0.3, 0.4))) == 13


def uneven(count: int = 60, months: int = 60) -> History:
    """Sellers of whom each sells as much as luck gives, month by month, and some leave."""
    random = np.random.default_rng(3)
    start, stays = random.integers(0, months - 12, count), random.integers(12, 60, count)
    end, at = np.minimum(start + stays, months), np.arange(months)
    sold = random.gamma(2.0, EACH / 2, (count, months)) * random.lognormal(0, 0.4, count)[:, None]
    there = (at >= start[:, None]) & (at <= end[:, None])
    return History(("Field",), np.zeros(count, int), start, end, np.where(there, sold, np.nan))


def test_nine_draws_of_ten_are_met_by_the_number_told_and_not_by_one_less() -> None:
    assert [enough(range(1, 11)), enough((0, 0, 7)), enough((3,))] == [9, 7, 3]
    wanted = Wanted(2, 60_000.0, (1, 2, 3), (1.0,))
    known = sellers(uneven())
    for draws in (2, 4, 399, 400):
        found = plan(drawn(known, wanted, draws=draws), wanted)
        assert found.chance(found.count) >= 0.9 > found.chance(found.count - 1)


def test_more_hires_never_lower_the_chance_and_a_higher_target_never_takes_fewer() -> None:
    of = drawn(sellers(uneven()), Wanted(0, 0.0, (0, 3), (1.0,)))
    plans = [plan(of, Wanted(0, target, (0, 3), (1.0,))) for target in (3e4, 5e4, 8e4)]
    for found in plans:
        chances = [found.chance(count) for count in range(120)]
        assert chances == sorted(chances)
    assert [one.count for one in plans] == sorted(one.count for one in plans)


@pytest.mark.parametrize("target", [45_000.0, 60_000.0])
def test_the_chance_is_that_of_as_many_hires_drawn_one_by_one(target: float) -> None:
    """A second way: other luck, every hire a seller of their own, no division of a gap."""
    known, wanted, draws = sellers(uneven()), Wanted(0, target, (0, 3), (1.0,)), 1000
    found = plan(drawn(known, wanted), wanted)
    history, random = known.history, np.random.default_rng(99)
    here = history.months - history.start[history.is_here]
    for count in (0, found.count // 2, found.count):
        of_half = -np.repeat([0, 3], [count - count // 2, count // 2])
        given = levels(known, YEAR, draws, random)
        sold = months_drawn(known, 0, np.concatenate([here, of_half]), YEAR, given, random).sum(axis=1)
        assert found.chance(count) == pytest.approx((sold >= target).mean(), abs=0.08), count


def test_the_same_company_gives_the_same_plan() -> None:
    assert planned(alike(), 30_000.0) == planned(alike(), 30_000.0)
