"""A cut lets nothing through of what came after it, and ranges are judged by what came."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.hiring_plans import KINDS, company, foretold, summed
from hiring.statistics.planning.backtest import cuts, role_years
from hiring.statistics.planning.history import History
from hiring.statistics.planning.sellers import sellers

CUT = 60


@pytest.fixture(scope="module")
def made() -> History:
    return company(3, 150, KINDS[0])


def test_what_came_after_the_cut_changes_no_range(made: History) -> None:
    revenue, end = made.revenue.copy(), made.end.copy()
    revenue[:, CUT:] *= 1000.0
    end[end > CUT] = CUT  # everybody leaves then
    other = replace(made, revenue=revenue, end=end)
    one, two = (role_years(each, CUT, 6) for each in (made, other))
    assert one
    for ours, theirs in zip(one, two, strict=True):
        assert (ours.low, ours.middle, ours.high) == (theirs.low, theirs.middle, theirs.high)
        assert ours.came != theirs.came


def test_who_came_later_is_not_there_and_who_left_later_is_still_here(made: History) -> None:
    before = made.until(CUT)
    assert before.months == CUT
    assert before.end.max() == CUT
    assert (before.start < CUT).all()
    assert before.is_here.sum() == ((made.start < CUT) & (made.end >= CUT)).sum()
    assert np.array_equal(before.revenue, made.revenue[made.start < CUT, :CUT], equal_nan=True)


def test_before_the_cut_everything_counts(made: History) -> None:
    revenue = made.revenue.copy()
    revenue[:, :CUT] *= 2.0
    one, two = role_years(made, CUT, 0), role_years(replace(made, revenue=revenue), CUT, 0)
    assert two[0].middle == pytest.approx(2 * one[0].middle, rel=0.001)


def test_years_are_cut_from_the_latest_back_while_two_years_lie_before(made: History) -> None:
    assert made.months == 78
    assert cuts(made, 0) == (66, 54, 42, 30)
    assert cuts(made, 6) == (60, 48, 36, 24)
    revenue = made.revenue.copy()
    revenue[:, 70] = np.nan
    assert cuts(replace(made, revenue=revenue), 0) == (54, 42, 30)


def test_levels_of_years_follow_a_company_whose_years_differ() -> None:
    known = sellers(company(1, 1000, KINDS[2]))
    assert len(known.year.values) == 6
    assert known.year.values.std() > 0.05
    assert (known.year.variances > 0).all()


@pytest.mark.proof
def test_most_ranges_hold_what_came_where_it_is_known() -> None:
    years = [one for seed in range(5) for kind in KINDS for one in foretold(seed, 150, kind, 0)]
    told = summed(years, "all kinds", 150, 0, 30)
    assert told.role_years == len(years)
    assert 0.7 <= told.held / told.role_years <= 0.95
    assert told.to_as_good < 1.2
    assert told.plain_held < told.held
