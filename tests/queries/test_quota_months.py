"""Quotas that speak of a part of the time only: what was sold outside of it is held against none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import Built, built
from helpers.vendor_exports import said

PEOPLE = (
    "employee_id,full_name,department,role_profile,hire_date\n"
    "A,Ada First,Sales,AE,2023-03-01\nB,Ben Second,Sales,AE,2024-01-01\n"
)
HIRED = {"A": "2023-03-01", "B": "2024-01-01"}
MONTHS = [date(2023 + month // 12, month % 12 + 1, 1) for month in range(24)]
#: Both sell the same every month, on the tenth, 60 % of what is asked of them.
DEALS = "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on\n" + "".join(
    f"{who}{month:%y%m},{who},Won,true,600,EUR,{hired},{month:%Y-%m}-10\n"
    for who, hired in HIRED.items()
    for month in MONTHS
    if str(month) >= hired
)


def quotas(first: date, last: date, amount: int = 1000) -> list[str]:
    """A quota a month for both, for the months from the first to the last."""
    ends = {month: (MONTHS[place + 1 :] or [date(2025, 1, 1)])[0] for place, month in enumerate(MONTHS)}
    return [
        f"{who},{month},{date.fromordinal(ends[month].toordinal() - 1)},{amount},EUR"
        for who in HIRED
        for month in MONTHS
        if first <= month <= last
    ]


def company(folder: Path, rows: list[str]) -> Built:
    text = "\n".join(["owner_id,period_start_on,period_end_on,amount,currency", *rows])
    tables = {"employees": PEOPLE, "crm_users": "", "opportunities": DEALS, "quotas": text}
    return built(folder, tables, as_of=date(2025, 1, 5), config_toml="[default_role]\nramp_months = 0\n")


def windows(made: Built, who: str) -> dict[int, tuple]:
    rows = made.rows(
        "select outcome_window, has_quota, attainment, ramped_attainment, met_bar from marts.hire_windows "
        f"where employee_id = '{who}' and is_mature order by 1"
    )
    return {row[0]: row[1:] for row in rows}


AT_60 = (True, pytest.approx(0.6), pytest.approx(0.6), False)
NOT_KNOWN = (False, None, None, None)


def test_sales_of_a_time_before_the_first_quota_are_no_attainment(tmp_path: Path) -> None:
    made = company(tmp_path, quotas(date(2024, 1, 1), date(2024, 12, 1)))
    assert windows(made, "B") == dict.fromkeys((3, 6, 9, 12), AT_60)
    assert windows(made, "A") == dict.fromkeys((3, 6, 9, 12, 18), NOT_KNOWN)
    assert made.rows("select employee_id, attainment is null from marts.hires order by 1") == [
        ("A", True),
        ("B", False),
    ]
    (line,) = [line for line in said(made) if "speak of" in line]
    assert line.startswith("quotas.csv · quotas of AE speak of 2024-01-01 to 2024-12-31 only: 1 hire worked")


@pytest.mark.proof
def test_sales_of_a_time_after_the_last_quota_are_no_attainment(tmp_path: Path) -> None:
    made = company(tmp_path, quotas(date(2023, 3, 1), date(2024, 6, 1)))
    assert windows(made, "A") == {**dict.fromkeys((3, 6, 9, 12), AT_60), 18: NOT_KNOWN}
    assert windows(made, "B") == {3: AT_60, 6: AT_60, 9: NOT_KNOWN, 12: NOT_KNOWN}


@pytest.mark.parametrize(
    ("first", "is_known"), breadth.first(2, [(date(2023, 4, 1), True), (date(2023, 5, 1), False)])
)
def test_a_first_quota_within_a_month_of_the_start_is_early_enough(
    tmp_path: Path, first: date, is_known: bool
) -> None:
    made = company(tmp_path, quotas(first, date(2024, 12, 1)))
    assert windows(made, "A")[12][0] is is_known


@pytest.mark.proof
def test_a_quota_of_nothing_says_that_nothing_was_asked_for(tmp_path: Path) -> None:
    made = company(
        tmp_path,
        quotas(date(2023, 3, 1), date(2023, 12, 1), amount=0) + quotas(date(2024, 1, 1), date(2024, 12, 1)),
    )
    assert windows(made, "A")[12] == (True, pytest.approx(3.6), pytest.approx(3.6), True)
    assert not [line for line in said(made) if "speak of" in line]


@pytest.mark.proof
def test_a_pace_is_of_three_months_whose_quotas_are_known(tmp_path: Path) -> None:
    made = company(tmp_path, quotas(date(2024, 1, 1), date(2024, 12, 1), amount=700))
    # Eleven months from January on are known of Ada; 600 of 700 is a pace from the first three of them.
    assert made.rows(
        "select employee_id, has_ramped, months_to_ramp from marts.hire_milestones order by 1"
    ) == [
        ("A", True, 13),
        ("B", True, 3),
    ]
    slow = company(tmp_path / "slow", quotas(date(2024, 1, 1), date(2024, 12, 1)))
    assert slow.rows(
        "select employee_id, has_ramped, months_to_ramp from marts.hire_milestones order by 1"
    ) == [
        ("A", False, 12),
        ("B", False, 12),
    ]


@pytest.mark.proof
def test_quotas_of_teams_alone_are_of_no_hire_and_it_is_said(tmp_path: Path) -> None:
    made = company(tmp_path, ["North team,2024-01-01,2024-12-31,90000,EUR"])
    assert windows(made, "A")[12] == NOT_KNOWN
    (line,) = [line for line in said(made) if "is of a hire" in line]
    assert line.startswith(
        "quotas.csv · found North team · none of 1 quota is of a hire: no attainment is told"
    )


MONTHLY = quotas(date(2023, 3, 1), date(2024, 12, 1))


def test_months_of_a_seller_whose_quotas_were_set_aside_are_asked_of_nobody(tmp_path: Path) -> None:
    """Two quotas of like length share days: neither counts, and half a year's sales are not held against the rest."""
    overlapping = [row for row in MONTHLY if not row.startswith("B,2024-0")] + [
        *("B,2024-01-01,2024-06-30,6000,EUR", "B,2024-03-01,2024-09-30,7000,EUR")
    ]
    made = company(tmp_path, overlapping)
    assert windows(made, "B") == dict.fromkeys((3, 6, 9, 12), NOT_KNOWN)
    assert windows(made, "A")[12] == AT_60


@pytest.mark.parametrize("amount", breadth.first(1, ["-1000", "a lot"]))
def test_a_quota_that_cannot_count_leaves_its_own_months_unknown(tmp_path: Path, amount: str) -> None:
    spoilt = [row.replace(",1000,", f",{amount},") if row.startswith("B,2024-08") else row for row in MONTHLY]
    made = company(tmp_path, spoilt)
    assert windows(made, "B") == {3: AT_60, 6: AT_60, 9: NOT_KNOWN, 12: NOT_KNOWN}


@pytest.mark.proof
def test_a_row_given_twice_leaves_nothing_unknown(tmp_path: Path) -> None:
    made = company(tmp_path, [*MONTHLY, next(row for row in MONTHLY if row.startswith("B,2024-08"))])
    assert windows(made, "B")[12] == AT_60
