"""Days to a first deal and to quota where there is hardly a day to count, and a quota that is nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers.small_company import BASE, Built, built

AWAY = "employee_id,from_on,to_on\n"
OWED = "owner_id,period_start_on,period_end_on,amount,currency\n"


def company(folder: Path, **tables: str) -> Built:
    return built(folder, {**BASE, **tables}, as_of=date(2025, 6, 30), config_toml='base_currency = "EUR"\n')


def milestones(made: Built, who: str) -> list[tuple]:
    return made.rows(
        "select days_to_first_deal, has_first_deal, days_to_quota, has_reached_quota, months_to_ramp "
        f"from marts.hire_milestones where employee_id = '{who}'"
    )


@pytest.mark.proof
def test_who_was_away_from_the_first_day_on_is_followed_for_no_day_and_never_for_less(tmp_path: Path) -> None:
    head = "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on\n"
    never = head + "O,U-B,Won,true,7,EUR,2024-01-05,2024-04-01\n"
    made = company(tmp_path, opportunities=never, absences=AWAY + "A,2023-12-01,\n")
    assert milestones(made, "A") == [(0, False, 0, False, 0)]


def test_a_quota_of_nothing_is_no_quota(tmp_path: Path) -> None:
    periods = "U-A,2024-02-01,2024-02-29,0,EUR\nU-B,2024-04-01,2024-04-30,500,EUR\n"
    made = company(tmp_path, quotas=OWED + periods)
    told = made.rows("select employee_id, bool_or(has_quota) from marts.hire_months group by 1 order by 1")
    assert told == [("A", False), ("B", True)]
