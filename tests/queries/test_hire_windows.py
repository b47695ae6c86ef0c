"""Tenure months and outcome windows: who is old enough, what leavers owe, who met the bar."""

from __future__ import annotations

import pytest

from helpers.standing import seen

EMPLOYEES = """
employee_id,full_name,work_email,department,role_profile,region,segment,hire_date,termination_date
A,Ada First,ada@firm.example,Sales,Inside sales,North,SMB,2024-01-01,
B,Ben Second,ben@firm.example,Sales,Inside sales,South,SMB,2024-01-01,2024-03-15
C,Cem Third,cem@firm.example,Sales,Inside sales,South,SMB,2024-11-15,
"""
DEALS = """
opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on
O0,A,Lost,false,1,EUR,2024-01-01,2025-01-01
O1,A,Won,true,100,EUR,2024-01-05,2024-01-31
O2,A,Won,true,250,EUR,2024-01-05,2024-02-01
O3,A,Won,true,999,EUR,2023-12-05,2024-02-02
O4,B,Won,true,500,EUR,2024-01-05,2024-02-10
O5,B,Won,true,500,EUR,2024-01-05,2024-04-10
"""
QUOTAS = "owner_id,period_start_on,period_end_on,amount,currency\n" + "\n".join(
    f"{who},2024-{month:02d}-01,2024-{month:02d}-{days},{days * 4},EUR"
    for who in ("A", "B")
    for month, days in ((1, 31), (2, 29), (3, 31))
    if not (who == "B" and month == 3)
)
SETTINGS = "[default_role]\nramp_months = 3\nbar = 1.0\n"


def company(settings: str = SETTINGS):
    tables = {"employees": EMPLOYEES, "crm_users": "", "opportunities": DEALS, "quotas": QUOTAS}
    return seen(tables, config_toml=settings)


def test_a_tenure_month_holds_the_own_deals_of_its_days_and_no_inherited_one() -> None:
    rows = company().rows(
        "select tenure_month, revenue::double, quota::double from marts.hire_months "
        "where employee_id = 'A' and tenure_month <= 3 order by 1"
    )
    # O3 was opened before Ada came: it is not her own.
    assert rows == [(1, 100.0, 124.0), (2, 250.0, 116.0), (3, 0.0, 124.0)]


def test_the_ramp_asks_a_growing_part_of_the_quota() -> None:
    rows = company().rows(
        "select tenure_month, ramped_quota::double from marts.hire_months "
        "where employee_id = 'A' and tenure_month <= 4 order by 1"
    )
    # Three months of ramp: a quarter, a half, three quarters, then all (no quota is given for month 4).
    assert rows == [(1, 31.0), (2, 58.0), (3, 93.0), (4, 0.0)]


def test_a_leaver_sells_nothing_after_the_exit_but_still_owes_the_quota() -> None:
    rows = company().rows(
        "select tenure_month, revenue::double, quota::double, is_employed from marts.hire_months "
        "where employee_id = 'B' and tenure_month <= 4 order by 1"
    )
    assert [row[1] for row in rows] == [0.0, 500.0, 0.0, 0.0]  # the deal of 10 April is after the exit
    # January and February as given (240 over 60 days: 4 a day); March has 16 days after the exit, April 30.
    assert [row[2] for row in rows] == pytest.approx([124.0, 116.0, 16 * 4.0, 30 * 4.0])
    assert [row[3] for row in rows] == [True, True, True, False]


def test_a_window_is_over_only_when_its_months_are_complete() -> None:
    rows = company().rows(
        "select outcome_window, is_mature from marts.hire_windows where employee_id = 'C' order by 1"
    )
    assert rows == [(3, False), (6, False), (9, False), (12, False), (18, False), (24, False)]
    rows = company().rows(
        "select outcome_window, is_mature from marts.hire_windows where employee_id = 'A' order by 1"
    )
    assert rows == [(3, True), (6, True), (9, True), (12, True), (18, False), (24, False)]


def test_meeting_the_bar_takes_the_ramped_quota_and_staying_to_the_end_of_the_window() -> None:
    rows = company().rows(
        "select employee_id, ramped_attainment, is_still_there, met_bar from marts.hire_windows "
        "where outcome_window = 3 and employee_id in ('A', 'B') order by 1"
    )
    assert rows[0][1] == pytest.approx(350 / 182)
    assert rows[0][2:] == (True, True)
    # Ben sold far more than he owed, and left within the three months.
    assert rows[1][1] > 1
    assert rows[1][2:] == (False, False)


def test_the_bar_is_the_roles_own_where_one_is_set() -> None:
    settings = SETTINGS + '[roles."Inside sales"]\nramp_months = 0\nbar = 0.95\n'
    rows = company(settings).rows(
        "select bar, ramped_attainment, met_bar from marts.hire_windows where outcome_window = 3 and employee_id = 'A'"
    )
    assert rows == [(0.95, pytest.approx(350 / 364), True)]


def test_without_a_quota_nobody_is_said_to_have_met_or_missed_a_bar() -> None:
    rows = company().rows("select distinct met_bar from marts.hire_windows where employee_id = 'C'")
    assert rows == [(None,)]


def test_the_first_deal_is_the_first_own_one() -> None:
    rows = company().rows(
        "select employee_id, days_to_first_deal, has_first_deal from marts.hire_milestones order by 1"
    )
    assert rows == [("A", 30, True), ("B", 40, True), ("C", 47, False)]  # Cem is still waiting on 2025-01-01


def test_quota_is_reached_at_the_end_of_the_first_whole_period_at_quota() -> None:
    rows = company().rows(
        "select employee_id, days_to_quota, has_reached_quota from marts.hire_milestones order by 1"
    )
    # January 100 of 124, February 250 + 999 of 116. Ben reaches it in February too.
    assert rows == [("A", 59, True), ("B", 59, True), ("C", 47, False)]


def test_who_has_no_quota_is_not_held_against_those_of_the_role_who_have_one() -> None:
    sellers = [
        f"S{n},Seller {n},s{n}@firm.example,Sales,{'Inside sales' if n < 8 else 'Field'},North,SMB,2024-01-01,"
        for n in range(11)
    ]
    deals = [f"D{n},S{n},Won,true,{1000 - 100 * n},EUR,2024-01-05,2024-02-01" for n in range(10)]
    deals.append("Z,S10,Lost,false,1,EUR,2024-01-05,2025-06-01")
    # Of Inside sales the four who sold least have a quota; of Field nobody has one.
    quotas = [f"S{n},2024-01-01,2024-12-31,1000,EUR" for n in range(4, 8)]
    built_of = seen(
        {
            "employees": "\n".join([EMPLOYEES.strip().splitlines()[0], *sellers]),
            "crm_users": "",
            "opportunities": "\n".join([DEALS.strip().splitlines()[0], *deals]),
            "quotas": "\n".join(["owner_id,period_start_on,period_end_on,amount,currency", *quotas]),
        }
    )
    rows = built_of.rows(
        "select employee_id, is_counted, is_high_performer from marts.hire_windows "
        "where outcome_window = 12 order by employee_id"
    )
    known = {who: is_high for who, is_counted, is_high in rows if is_counted}
    assert {who for who, is_high in known.items() if is_high is None} == {"S0", "S1", "S2", "S3"}
    # A fifth of the four with a quota, rounded up: whoever attained most. A fifth of Field: who sold most.
    assert {who for who, is_high in known.items() if is_high} == {"S4", "S8"}


@pytest.mark.proof
def test_high_performers_are_the_top_share_of_the_role_at_equal_tenure() -> None:
    sellers = [
        f"S{n},Seller {n},s{n}@firm.example,Sales,Inside sales,North,SMB,2024-01-01," for n in range(10)
    ]
    employees = EMPLOYEES.strip().splitlines()[0] + "\n" + "\n".join(sellers)
    deals = (
        DEALS.strip().splitlines()[0]
        + "\n"
        + "\n".join(f"D{n},S{n},Won,true,{n + 1},EUR,2024-01-05,2024-02-01" for n in range(10))
        + "\nZ,S0,Lost,false,1,EUR,2024-01-05,2025-01-01"
    )
    small = seen({"employees": employees, "crm_users": "", "opportunities": deals})
    rows = small.rows(
        "select employee_id from marts.hire_windows where outcome_window = 12 and is_high_performer order by 1"
    )
    assert rows == [("S8",), ("S9",)]  # a fifth of ten
