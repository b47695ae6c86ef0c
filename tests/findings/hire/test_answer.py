"""One hire in a sentence and six numbers: each state of the first year, without a guess of gender."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pandas as pd
import pytest

from hiring.access.scope import Choices, Scope
from hiring.findings.hire import answer

NO_LOGIN = {"is_login_missing": True, "is_start_observed": False, "is_counted": False}

SCOPE = Scope(
    Choices((), (), (), (), date(2020, 1, 1), date(2026, 6, 30), 12), date(2020, 1, 1), date(2026, 6, 30)
)
#: What changes in the row, and what is said then.
STATES: dict[str, tuple[dict[str, Any], str]] = {
    "sold": ({}, "Malvina Silverthorn sold 4.5 times the ramped quota in the first year"),
    "little": ({"ramped_attainment": 0.414}, "sold 41 % of the ramped quota in the first year"),
    "nothing sold": ({"revenue": 0.0, "ramped_attainment": 0.0}, "closed no deal in the first year"),
    "not counted": ({"is_counted": False}, "'s first year is not counted"),
    "not yet": (
        {"sales_start_on": pd.Timestamp("2025-11-18"), "ends_on": pd.Timestamp("2026-11-18")},
        "has been here for 7 months; the first year is not over",
    ),
    "just started": (
        {"sales_start_on": pd.Timestamp("2026-06-15"), "ends_on": pd.Timestamp("2027-06-15")},
        "has been here for less than a month; the first year is not over",
    ),
    "left before": (
        {
            "has_left": True,
            "termination_date": pd.Timestamp("2025-05-20"),
            "last_day": pd.Timestamp("2025-05-20"),
        },
        "left after 7 months, before the first year was over",
    ),
    "moved": ({"is_ended_by_move": True}, "moved to another role before the first year was over"),
    "no login": (NO_LOGIN, "'s sales are not known: no CRM login is matched"),
    "before": (
        {"is_start_observed": False, "is_before_crm": True},
        "started before the CRM's history: first sales are not on file",
    ),
    "deals missing": (
        {"is_start_observed": False},
        "started when the CRM's file lacks deals: first sales are not on file",
    ),
}


@pytest.mark.parametrize("state", STATES)
def test_the_lead_says_how_the_first_year_went_or_why_not(row: dict[str, Any], state: str) -> None:
    changed, told = STATES[state]
    said = answer.lead(row | changed, has_quotas=True).replace("\u202f", " ").replace("\xa0", " ")
    assert said.endswith(told)
    assert len(said) <= 90
    assert not re.search(r"\b(he|she|his|her|him|hers)\b", said, re.IGNORECASE)


def test_who_has_just_started_is_here_for_less_than_a_month(row: dict[str, Any]) -> None:
    new = row | {"sales_start_on": pd.Timestamp("2026-06-15")}
    assert "here for less than a month." in answer.standfirst(new)


def test_without_quotas_the_lead_counts_deals(row: dict[str, Any]) -> None:
    told = "Malvina Silverthorn closed 49 deals; there is no quota to hold them against"
    assert answer.lead(row | {"is_counted": False}, has_quotas=False) == told


@pytest.mark.parametrize("name", ["A" * 300, "Wolfeschlegelsteinhausenbergerdorff " * 3, "x\n\u202ey"])
@pytest.mark.parametrize("state", STATES)
def test_a_long_name_is_cut_and_never_the_finding(row: dict[str, Any], state: str, name: str) -> None:
    changed, told = STATES[state]
    said = answer.lead(row | changed | {"full_name": name}, has_quotas=True)
    assert len(said) <= 90
    assert (
        said.replace("\u202f", " ").replace("\xa0", " ").endswith(told.removeprefix("Malvina Silverthorn "))
    )


def test_who_has_no_name_goes_by_the_id(row: dict[str, Any]) -> None:
    assert answer.name_of(row | {"full_name": None}) == answer.name_of(row | {"full_name": " "}) == "E1"


@pytest.mark.parametrize(
    ("start", "last", "months"),
    [
        ("2024-10-18", "2026-06-30", 20),
        ("2024-01-01", "2024-12-31", 12),
        ("2024-01-31", "2024-02-28", 1),
        ("2024-05-05", "2024-05-05", 0),
    ],
)
def test_months_here_are_whole_months_of_the_calendar(
    row: dict[str, Any], start: str, last: str, months: int
) -> None:
    days = {"sales_start_on": pd.Timestamp(start), "last_day": pd.Timestamp(last)}
    assert answer.full_months(row | days) == months


def _numbers(row: dict[str, Any], interviews: pd.DataFrame) -> dict[str, tuple[str, str]]:
    milestones = pd.DataFrame(
        [("Mid-market", True, True, day, True, month, True) for day, month in ((70, 5), (84, 6), (90, 7))]
        * 3,
        columns=[
            *("role_profile", "is_start_observed", "has_quota", "days_to_first_deal"),
            *("has_first_deal", "months_to_ramp", "has_ramped"),
        ],
    )
    told = answer.numbers(row, interviews, milestones, SCOPE)
    return {one.label: (one.value.replace("\xa0", " ").replace("\u202f", " "), one.note) for one in told}


def test_six_numbers_each_beside_the_role_or_what_it_is_of(
    row: dict[str, Any], interviews: pd.DataFrame
) -> None:
    assert _numbers(row, interviews) == {
        "First year": ("448 %", "EUR\xa02.4M of 525k ramped quota"),
        "Place in role": ("1 of 93", "Mid-market, first year"),
        "First deal": ("day 46", "half of the role: day 84"),
        "At pace": ("month 3", "half of the role: month 6"),
        "Deals so far": ("49", "EUR\xa04.2M, EUR\xa050k more inherited"),
        "Ratings": ("4.0 of 5", "3 ratings, 2 scorecards"),
    }


def test_what_is_not_counted_is_a_dash_and_says_no_more(
    row: dict[str, Any], interviews: pd.DataFrame
) -> None:
    told = _numbers(row | {"is_counted": False, "place": None}, interviews)
    assert told["First year"] == told["Place in role"] == ("–", "not counted")


def test_what_has_not_come_yet_says_so_and_of_leavers_never(
    row: dict[str, Any], interviews: pd.DataFrame
) -> None:
    none = row | {"has_first_deal": False, "has_ramped": False}
    told = _numbers(none, interviews.head(0))
    assert (told["First deal"][0], told["At pace"][0], told["Ratings"][0]) == ("not yet", "not yet", "–")
    left = none | {"has_left": True, "termination_date": pd.Timestamp("2026-06-01")}
    assert _numbers(left, interviews)["At pace"][0] == "never"
    unseen = none | {"is_start_observed": False}
    assert _numbers(unseen, interviews)["First deal"] == ("–", "not known: the CRM's file lacks deals")
    before = unseen | {"is_before_crm": True}
    assert _numbers(before, interviews)["First deal"] == ("–", "before the CRM's history")


def test_whom_no_login_is_matched_to_has_unknown_sales_and_not_none(
    row: dict[str, Any], interviews: pd.DataFrame
) -> None:
    lost = row | NO_LOGIN | {"count_own_deals": 0, "has_first_deal": False, "has_left": True}
    told = list(_numbers(lost, interviews).values())
    assert told[:5] == [("\u2013", "not known: no CRM login is matched")] * 5
