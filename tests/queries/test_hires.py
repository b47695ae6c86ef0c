"""Who counts as a hire, as of when, and against which quota: worked out by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers.small_company import CRM_USERS, EMPLOYEES, OPPORTUNITIES
from helpers.standing import seen, standing

QUOTAS = """
owner_id,period_start_on,period_end_on,amount,currency
U-A,2024-01-01,2024-01-31,310,EUR
U-A,2024-02-01,2024-02-29,290,EUR
U-B,2024-12-01,2025-02-28,900,EUR
"""


def test_a_manager_without_a_role_profile_is_no_hire(tmp_path: Path) -> None:
    assert standing(tmp_path).rows("select employee_id from marts.hires order by 1") == [("A",), ("B",)]


@pytest.mark.proof
def test_the_job_title_stands_in_only_where_nobody_has_a_role_profile() -> None:
    employees = """
employee_id,full_name,department,job_title,hire_date
A,Ada First,Sales,Seller,2024-01-10
C,Cy Third,Marketing,Writer,2024-01-10
"""
    rows = seen({"employees": employees}).rows("select employee_id, role_profile from marts.hires")
    assert rows == [("A", "Seller")]


@pytest.mark.proof
def test_free_department_names_are_read_as_sales_hr_or_other() -> None:
    words = seen(
        {
            "employees": EMPLOYEES.rstrip()
            + "\nF1,Fred,,Finance & Admin,,,,2020-01-01,\nR1,Rita,,Inside Sales EMEA,,,,2020-01-01,"
        },
    ).rows("select given, read_as from marts.words_read where column_name = 'department' order by 1")
    assert words == [
        ("Finance & Admin", "Other"),
        ("Inside Sales EMEA", "Sales"),
        ("People team", "HR"),
        ("Sales", "Sales"),
    ]


def test_as_of_is_the_latest_event_and_never_the_clock() -> None:
    company = seen(clock=date(2026, 7, 1))
    assert company.one("select as_of from marts.company") == date(2025, 3, 1)  # the lost deal closed last


@pytest.mark.proof
def test_events_after_the_builds_clock_do_not_move_as_of() -> None:
    lost = "\nO7,U-A,Open,false,5.00,EUR,2024-04-01,2027-01-01"
    company = seen({"opportunities": OPPORTUNITIES.rstrip() + lost})
    assert company.one("select as_of from marts.company") == date(2025, 3, 1)


def test_a_given_as_of_is_kept_and_later_deals_are_not_counted() -> None:
    company = seen(as_of=date(2024, 6, 30))
    assert company.rows("select employee_id, credited_revenue from marts.hires order by 1") == [
        ("A", 1500.50),
        ("B", 0.0),
    ]
    assert company.one("select is_as_of_given from marts.company")


def test_quota_is_prorated_by_days_from_the_hire_to_the_exit() -> None:
    rows = seen({"quotas": QUOTAS}).rows("select employee_id, quota, attainment from marts.hires order by 1")
    # Ada: 22 of 31 days of January, all of February. Ben: December of a quarter of 90 days, then he left.
    assert rows[0][1] == pytest.approx(310 * 22 / 31 + 290, abs=1e-5)
    assert rows[0][2] == pytest.approx(1500.50 / 510, abs=1e-6)
    assert rows[1][1] == pytest.approx(900 * 31 / 90, abs=1e-5)


def test_a_hire_without_a_quota_has_no_attainment(tmp_path: Path) -> None:
    assert standing(tmp_path).rows("select quota, attainment from marts.hires") == [(None, None)] * 2


@pytest.mark.proof
def test_months_since_hire_are_whole_months_and_month_ends_count() -> None:
    employees = (
        EMPLOYEES.rstrip()
        + "\nC,Cy,,Sales,Inside sales,,,2024-01-31,\nD,Di,,Sales,Inside sales,,,2024-02-01,"
    )
    company = seen({"employees": employees}, as_of=date(2024, 2, 29))
    rows = company.rows("select employee_id, months_since_hire from marts.hires order by 1")
    assert rows == [("A", 1), ("C", 1), ("D", 0)]


def test_a_start_before_the_crms_history_is_not_observed() -> None:
    employees = (
        EMPLOYEES.rstrip()
        + "\nC,Cy,,Sales,Inside sales,,,2023-10-30,\nD,Di,,Sales,Inside sales,,,2023-10-31,"
    )
    users = CRM_USERS.rstrip() + "\nUC,Cy,,C\nUD,Di,,D"
    company = seen({"employees": employees, "crm_users": users})
    # The first opportunity was created on 2023-12-01: 31 days before is 2023-10-31.
    rows = company.rows(
        "select employee_id, is_start_observed from marts.hires where employee_id in ('C', 'D') order by 1"
    )
    assert rows == [("C", False), ("D", True)]


def test_the_base_currency_is_the_most_frequent_one_unless_it_is_set(tmp_path: Path) -> None:
    assert standing(tmp_path / "a").one("select base_currency from marts.company") == "EUR"
    rates = "month,currency,rate\n" + "\n".join(
        f"{y}-{m:02d}-01,EUR,2" for y in (2024, 2025) for m in range(1, 13)
    )
    company = seen({"exchange_rates": rates}, config_toml='base_currency = "USD"\n')
    assert company.rows("select base_currency, is_base_currency_set from marts.company") == [("USD", True)]
    assert company.one("select credited_revenue from marts.hires where employee_id = 'A'") == 3001.0
