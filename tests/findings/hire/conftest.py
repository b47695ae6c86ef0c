"""One hire, invented: 20 months in Mid-market, a first year far above quota, no move and no exit."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest


@pytest.fixture
def row() -> dict[str, Any]:
    return {
        "hire": "E1.2024-10-18",
        "employee_id": "E1",
        "full_name": "Malvina Silverthorn",
        "role_profile": "Mid-market",
        "region": "DACH",
        "segment": "Mid-size",
        "source": "Direct outreach",
        "manager_name": "Olufemo Aldergrove",
        "hire_date": pd.Timestamp("2024-10-18"),
        "sales_start_on": pd.Timestamp("2024-10-18"),
        "role_ended_on": pd.NaT,
        "termination_date": pd.NaT,
        "has_left": False,
        "last_day": pd.Timestamp("2026-06-30"),
        "as_of": pd.Timestamp("2026-06-30"),
        "is_start_observed": True,
        "is_login_missing": False,
        "is_before_crm": False,
        "applied_on": pd.Timestamp("2024-06-30"),
        "offered_on": pd.Timestamp("2024-08-16"),
        "accepted_on": pd.Timestamp("2024-08-19"),
        "count_applications": 18,
        "profile_version": "2",
        "profile_effective_on": pd.Timestamp("2022-10-01"),
        "ends_on": pd.Timestamp("2025-10-18"),
        "is_counted": True,
        "is_ended_by_move": False,
        "revenue": 2_355_749.0,
        "ramped_quota": 525_386.0,
        "ramped_attainment": 4.4838,
        "is_high_performer": True,
        "place": 1,
        "count_placed": 93,
        "has_first_deal": True,
        "days_to_first_deal": 46,
        "has_ramped": True,
        "months_to_ramp": 3,
        "count_own_deals": 49,
        "own_revenue": 4_199_070.0,
        "inherited_revenue": 50_440.0,
        "second_year_ends_on": pd.Timestamp("2026-10-18"),
        "is_second_year_counted": False,
        "currency": "EUR",
    }


@pytest.fixture
def interviews() -> pd.DataFrame:
    rows = [
        ("I1", "H1", "Hana Hr", "HR", "screen", "2024-07-04", True, 4, "Closing", 3.0),
        ("I1", "H1", "Hana Hr", "HR", "screen", "2024-07-04", True, 4, "Discovery", 5.0),
        ("I2", "S1", "Sol Sales", "Sales", "final", "2024-07-12", True, 2, "Closing", 4.0),
        ("I3", "S2", "Sam Seller", "Sales", "final", "2024-07-13", False, None, None, None),
    ]
    columns = [
        "interview_id",
        "interviewer_id",
        "full_name",
        "department",
        "stage",
        "held_on",
        "is_handed_in",
    ]
    frame = pd.DataFrame(rows, columns=[*columns, "recommendation", "competency", "score"])
    return frame.assign(held_on=pd.to_datetime(frame["held_on"]))


@pytest.fixture
def months() -> pd.DataFrame:
    """Seven quarters of which the third and the last are not counted; pace is known where a quarter is."""
    rows = []
    for month in range(1, 22):
        quarter = (month + 2) // 3
        is_counted = quarter not in (3, 7)
        rows.append(
            (
                month,
                quarter,
                is_counted,
                2 if is_counted else None,
                150.0 * quarter if is_counted else None,
                300.0 if is_counted else None,
                quarter / 2 if is_counted else None,
            )
        )
    columns = ["tenure_month", "tenure_quarter", "is_counted", "count_deals", "revenue", "quota", "pace"]
    return pd.DataFrame(rows, columns=columns)


@pytest.fixture
def changes() -> pd.DataFrame:
    return pd.DataFrame(columns=["starts_on", "role_profile", "region", "segment", "manager_name"])
