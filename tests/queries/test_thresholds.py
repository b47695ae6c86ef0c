"""Who stands exactly at a threshold: the bar, the pace of a ramp, the best share, the first year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import Built, built

EMPLOYEE_HEAD = "employee_id,full_name,department,role_profile,hire_date,termination_date\n"
DEAL_HEAD = "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on\n"
QUOTA_HEAD = "owner_id,period_start_on,period_end_on,amount,currency\n"
QUARTERS = (("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31"))
NO_RAMP = '[roles."AE"]\nramp_months = 0\nbar = {}\n'


def _company(
    folder: Path,
    sold: dict[str, str],
    quotas: str,
    settings: str = NO_RAMP.format("1.0"),
    closed: str = "05-02",
) -> Built:
    """Sellers hired on 2023-01-01 who each closed one deal, and a deal in 2024 that moves the day of the figures."""
    employees = EMPLOYEE_HEAD + "".join(f"{who},Name {who},Sales,AE,2023-01-01,\n" for who in sold)
    deals = DEAL_HEAD + "".join(
        f"D{who},{who},Won,true,{amount},EUR,2023-01-02,2023-{closed}\n" for who, amount in sold.items()
    )
    deals += f"Z,{next(iter(sold))},Won,true,1,EUR,2023-01-02,2024-03-02\n"
    tables = {"employees": employees, "crm_users": "", "opportunities": deals, "quotas": quotas}
    return built(folder, tables, config_toml='base_currency = "EUR"\n' + settings)


def _met(company: Built, window: int = 12) -> dict[str, bool]:
    return dict(
        company.rows(f"select employee_id, met_bar from marts.hire_windows where outcome_window = {window}")
    )


YEARLY = QUOTA_HEAD + "".join(
    f"{who},2023-01-01,2023-12-31,{amount},EUR\n"
    for who, amount in (("E3", 100000), ("E4", 70000), ("E5", 33333))
)
QUARTERLY = "".join(
    f"{who},2023-{first},2023-{last},{amount},EUR\n"
    for who, amounts in (("E1", (10000,) * 4), ("E2", (10001, 10003, 10007, 10009)))
    for (first, last), amount in zip(QUARTERS, amounts, strict=True)
)
SOLD = {"E1": "40000", "E2": "40020", "E3": "100000", "E4": "70000", "E5": "33333"}


def test_who_sold_exactly_the_quota_met_it(tmp_path: Path) -> None:
    company = _company(tmp_path, SOLD, YEARLY + QUARTERLY)
    assert _met(company) == dict.fromkeys(SOLD, True)
    assert company.rows(
        "select distinct attainment, ramped_attainment from marts.hire_windows where outcome_window = 12"
    ) == [(1.0, 1.0)]


def test_a_cent_short_of_the_quota_has_not_met_it(tmp_path: Path) -> None:
    short = {who: f"{int(amount) - 1}.99" for who, amount in SOLD.items()}
    assert _met(_company(tmp_path, short, YEARLY + QUARTERLY)) == dict.fromkeys(SOLD, False)


@pytest.mark.proof
def test_a_bar_that_no_double_holds_is_met_by_exactly_that_part(tmp_path: Path) -> None:
    quotas = QUOTA_HEAD + "".join(
        f"{who},2023-01-01,2023-12-31,{10**n},EUR\n" for n, who in enumerate("ABCDEF", 3)
    )
    for part in breadth.some(("0.57", "1.1"), ("0.07", "0.57", "0.83", "1.1")):
        sold = {who: f"{float(part) * 10**n:.2f}" for n, who in enumerate("ABCDEF", 3)}
        company = _company(tmp_path / part, sold, quotas, NO_RAMP.format(part))
        assert _met(company) == dict.fromkeys("ABCDEF", True), part


@pytest.mark.parametrize(("missing", "has_ramped"), [(0.0, True), (0.01, False)])
def test_the_pace_of_a_ramp_is_kept_by_exactly_that_part_of_the_quota(
    tmp_path: Path, missing: float, has_ramped: bool
) -> None:
    """Four fifths of 365 a day in the first three months, which have 90 days: 26,280."""
    quotas = QUOTA_HEAD + f"A,2023-01-01,2023-12-31,{365 * 365},EUR\n"
    company = _company(tmp_path, {"A": f"{26280 - missing:.2f}"}, quotas, closed="01-15")
    assert company.one("select has_ramped from marts.hire_milestones") is has_ramped


@pytest.mark.proof
def test_the_best_share_of_a_round_number_is_no_hire_more(tmp_path: Path) -> None:
    """Seven hundredths of a hundred are seven; as doubles they are seven and a bit, rounded up to eight."""
    sold = {f"S{n:03}": f"{1000 + n}" for n in range(100)}
    settings = "[default_role]\nhigh_performer_share = 0.07\nramp_months = 0\n"
    company = _company(tmp_path, sold, "", settings)
    assert company.rows(
        "select employee_id from marts.hire_windows where outcome_window = 12 and is_high_performer order by 1"
    ) == [(f"S{n:03}",) for n in range(93, 100)]


@pytest.mark.proof
def test_who_equals_the_last_of_the_best_share_belongs_to_it(tmp_path: Path) -> None:
    sold = {"A": "100", "B": "900", "C": "500", "D": "500", "E": "10"}
    settings = "[default_role]\nhigh_performer_share = 0.4\nramp_months = 0\n"
    company = _company(tmp_path, sold, "", settings)
    rows = company.rows(
        "select employee_id from marts.hire_windows where outcome_window = 12 and is_high_performer order by 1"
    )
    assert rows == [("B",), ("C",), ("D",)]


@pytest.mark.proof
def test_who_sold_nothing_is_no_high_performer_even_where_nobody_did(tmp_path: Path) -> None:
    company = _company(tmp_path, dict.fromkeys("ABCDE", "0"), "", "[default_role]\nramp_months = 0\n")
    rows = company.rows("select distinct is_high_performer from marts.hire_windows where outcome_window = 9")
    assert rows == [(False,)]


@pytest.mark.proof
def test_staying_to_the_anniversary_is_staying_twelve_months_and_a_day_less_is_not(tmp_path: Path) -> None:
    employees = EMPLOYEE_HEAD + (
        "A,Ada,Sales,AE,2023-01-01,2024-01-01\nB,Ben,Sales,AE,2023-01-01,2023-12-31\n"
        "C,Cem,Sales,AE,2024-02-29,2025-02-28\nD,Dea,Sales,AE,2024-02-29,2025-02-27\n"
    )
    deals = DEAL_HEAD + "Z,A,Lost,false,1,EUR,2023-01-02,2025-06-02\n"
    company = built(
        tmp_path, {"employees": employees, "crm_users": "", "opportunities": deals}, as_of=date(2025, 6, 30)
    )
    rows = company.rows(
        "select employee_id, is_still_there from marts.hire_windows where outcome_window = 12 order by 1"
    )
    assert rows == [("A", True), ("B", False), ("C", True), ("D", False)]
