"""What came back of the money spent on a year's hires, and when: leads, tiles and tables worked out by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from hiring import words
from hiring.findings.shared_result import answer, renewals


def hires(
    year: str, count: int, *, month: int = 4, revenue: float = 300.0, cost: float = 60.0, **columns: object
) -> pd.DataFrame:
    """Hires of a year who paid back in one month, all alike unless a column says otherwise."""
    row = {
        "start_year": year,
        "has_left": False,
        "is_mature": True,
        "has_login": True,
        "has_recruiting_cost": True,
        "has_pay": True,
        "months_to_payback": month,
        "has_paid_back": True,
        "window_revenue": revenue,
        "window_cost": cost,
        "source": "Board",
    }
    return pd.DataFrame([row | columns] * count)


def cohorts(*frames: pd.DataFrame) -> tuple[answer.Cohort, ...]:
    return answer.cohorts_of(pd.concat(frames, ignore_index=True))


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
    assert answer.one_number(cohorts(hires("2024", 9)), 12, "EUR") == ""


def test_the_table_tells_cost_missing_and_shows_no_pay_of_few() -> None:
    sums = pd.DataFrame(
        {
            "start_year": ["2022", "2023", "2024"],
            "count_hires": [4, 9, 12],
            "own": [4e5, 9e5, 3.6e6],
            "inherited": [0.0, 0.0, 1e5],
            "recruiting": [math.nan, 9e3, 1.1e4],
            "count_with_recruiting": [0, 9, 11],
            "pay": [1e5, 7e5, 8e5],
            "count_with_pay": [4, 9, 12],
        }
    )
    rows = answer.table(sums, cohorts(hires("2024", 12)), "EUR").to_dict("records")
    assert [row["Hired in"] for row in rows] == ["2023", "2024"]
    few, many = ({key: str(cell).replace(words.FIXED, " ") for key, cell in row.items()} for row in rows)
    assert few["Cost so far"] == "finding EUR 9k; pay too few to show"
    assert many["Cost so far"] == "finding EUR 11k (11 of 12 hires); pay EUR 800k"
    assert many["Sold so far"] == "EUR 3.6M, and EUR 100k inherited"
    assert many["Paid back so far"] == "12 of 12, half by month 4 (4–4)"
    assert few["Paid back so far"] == "not known"
    without = sums.tail(1).assign(
        recruiting=math.nan, count_with_recruiting=0, pay=math.nan, count_with_pay=0
    )
    assert answer.table(without, (), "EUR")["Cost so far"].tolist() == ["finding not known; pay not known"]


def accounts(year: str, *rows: tuple[int, bool, bool, bool]) -> pd.DataFrame:
    made = [
        {
            "start_year": year,
            "employee_id": f"S{place % 5}",
            "is_old": old,
            "is_renewed": renewed,
            "had_seller_left": left,
        }
        for count, old, renewed, left in rows
        for place in range(count)
    ]
    return pd.DataFrame(made)


def test_renewed_accounts_are_counted_of_those_old_enough_and_the_others_are_said() -> None:
    rows = accounts(
        "2023",
        (6, True, True, False),
        (10, True, False, False),
        (4, True, True, True),
        (3, False, True, False),
    )
    found = renewals.renewed(rows)
    assert (found.n, found.estimate) == (20, 0.5)
    assert renewals.title(rows) == "10 of 20 accounts that hires won first were renewed about a year later"
    assert "3 accounts are too young" in renewals.standfirst(rows)
    table = renewals.by_seller(rows).to_dict("records")
    assert [(row["When the renewal came up"], row["Renewed"]) for row in table] == [
        ("Their seller was still here", "6 of 16"),
        ("Their seller had left", f"too few accounts: <{words.THIN}5"),
    ]


def test_without_accounts_or_kinds_one_line_says_what_is_missing() -> None:
    known = pd.DataFrame({"count_with_account": [0], "count_renewals": [3]})
    assert renewals.lacking(known)[0] == "No won deal names its account."
    assert renewals.lacking(known.assign(count_with_account=9, count_renewals=0))[0] == (
        "No won deal is marked as a renewal."
    )
    assert renewals.lacking(known.assign(count_with_account=9)) == ("", "")


def test_a_year_of_accounts_is_drawn_of_five_sellers_and_hollow_where_many_are_too_young() -> None:
    first = accounts("2022", (20, True, True, False))
    young = accounts("2023", (18, True, False, False), (3, False, False, False))
    few = accounts("2024", (20, True, True, False)).assign(employee_id="S1")
    frame = renewals.exhibit(pd.concat([first, young, few], ignore_index=True)).numbers()
    assert frame[["period", "estimate", "n", "is_mature"]].to_numpy().tolist() == [
        ["2022", 1.0, 20, True],
        ["2023", 0.0, 18, False],
    ]
