"""What came back of the money spent on a year's hires, and when: leads, tiles and tables worked out by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from helpers.invented.cohorts import cohorts, hires
from hiring import words
from hiring.findings.shared_result import answer
from hiring.findings.sources import costs


def test_margin_is_set_against_cost_over_all_hires_of_the_year_who_are_through_the_months() -> None:
    # 70 % of 12 x 300 + 3 x 1000 is 4,620; the cost is 15 x 60 = 900. The two hires not yet through are not in it.
    (one,) = cohorts(
        hires("2024", 12),
        hires("2024", 3, revenue=1000.0),
        hires("2024", 2, is_mature=False, window_revenue=math.nan, window_cost=math.nan),
    )
    assert (one.back.estimate, one.back.n, one.waiting) == (pytest.approx(4620 / 900), 15, 2)


def test_hires_whose_pay_or_sales_end_before_are_left_out_and_counted() -> None:
    (one,) = cohorts(
        hires("2024", 11), hires("2024", 4, window_revenue=math.nan), hires("2024", 2, has_pay=False)
    )
    assert (one.back.n, one.cut, one.median.n) == (11, 4, 15)


def test_who_left_before_never_pays_back_and_is_counted() -> None:
    gone = hires("2024", 6, month=20, has_paid_back=False, has_left=True)
    (one,) = cohorts(hires("2024", 6), gone)
    assert (one.count_paid_back, one.count_left, one.median.time) == (6, 6, 4)


def test_the_lead_names_the_two_latest_years_and_their_months() -> None:
    found = cohorts(hires("2022", 12, month=9), hires("2023", 12, month=7), hires("2024", 12, month=8))
    assert answer.lead(found) == (
        "Half of the hires of 2024 had brought back their cost by month 8, of 2023 by month 7"
    )
    same = cohorts(hires("2023", 12, month=7), hires("2024", 12, month=7))
    assert answer.lead(same) == "Half of the hires of 2023 and 2024 had brought back their cost by month 7"
    alone = cohorts(hires("2023", 9), hires("2024", 12))
    assert answer.lead(alone) == "Half of the hires of 2024 had brought back their cost by month 4"


def test_a_half_not_reached_is_said_and_nothing_where_too_few_are_known() -> None:
    never = hires("2024", 12, month=9, has_paid_back=False)
    assert (
        answer.lead(cohorts(never)) == "Fewer than half of the hires of 2024 have brought back their cost yet"
    )
    assert answer.lead(cohorts(hires("2024", 9))) == answer.NOT_KNOWN
    assert answer.lead(()) == answer.NOT_KNOWN


def test_where_no_year_has_enough_hires_the_lead_tells_of_all_years_as_the_tile_does() -> None:
    both = pd.concat([hires("2023", 6, month=5), hires("2024", 5, month=5)])
    everyone = costs.paybacks_of(both).everyone
    assert costs.payback_number(costs.paybacks_of(both)).value == "5 months"
    found = cohorts(both)
    assert (
        answer.lead(found, everyone)
        == "Half of the 11 hires we can follow had brought back their cost by month 5"
    )
    assert answer.standfirst(found, 12, "EUR", everyone) == (
        "Likely month 5. No year of start alone has 10 hires to follow."
    )
    never = costs.paybacks_of(both.assign(has_paid_back=False)).everyone
    assert (
        answer.lead(found, never)
        == "Fewer than half of the 11 hires we can follow have brought back their cost yet"
    )
    assert answer.lead(found, costs.paybacks_of(both.head(9)).everyone) == answer.NOT_KNOWN


def test_the_one_number_is_of_the_latest_year_whose_hires_are_all_through_the_months() -> None:
    young = hires("2025", 12, is_mature=False, window_revenue=math.nan, window_cost=math.nan)
    found = cohorts(hires("2023", 12, revenue=240.0), hires("2024", 12), young)
    assert answer.one_number(found, 12, "EUR") == (
        f"For every EUR{words.FIXED}1 spent on finding and paying the hires of 2024, EUR{words.FIXED}3.5 of margin "
        "came back within 12 months"
    )
    assert answer.numbers(found, 12, "EUR").value == f"EUR{words.FIXED}3.5"
    only = cohorts(pd.concat([hires("2025", 11), young]))
    assert answer.one_number(only, 12, "EUR").endswith("within 12 months (so far: 11 of 23 hires)")
    assert answer.in_short(only, "EUR").endswith(f"back for EUR{words.FIXED}1, hires of 2025 so far")
    assert answer.one_number(cohorts(hires("2024", 9)), 12, "EUR") == ""
