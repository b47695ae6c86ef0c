"""How soon hires came to lead, beside one pace for all, and where somebody may be asked: counted by hand."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from hiring.statistics import leading

MONTH = leading.MONTH_DAYS


def hires(rows: list[dict[str, Any]]) -> pd.DataFrame:
    usual = {
        "hire_date": pd.Timestamp("2021-01-01"),
        "sales_start_on": pd.Timestamp("2021-01-01"),
        "role_profile": "R",
        "region_now": "North",
        "days_to_lead": None,
        "days_observed": 40 * MONTH,
        "months_since_hire": 40,
        "leads_today": False,
        "is_selling": True,
        "is_counted": True,
        "met_bar": False,
        "is_high_performer": False,
        "manager_id": "m",
        "is_manager_gone": False,
    }
    made = [usual | {"employee_id": f"e{place}"} | row for place, row in enumerate(rows)]
    return pd.DataFrame(made).assign(days_to_lead=lambda f: f["days_to_lead"].astype("Float64"))


def test_who_led_from_the_first_day_or_since_an_unknown_one_is_not_followed() -> None:
    found = leading.followed(
        hires([{"days_to_lead": 0}, {"leads_today": True}, {"days_to_lead": 10 * MONTH}, {}])
    )
    assert found["employee_id"].tolist() == ["e2", "e3"]
    assert found["came"].tolist() == [True, False]
    assert found["months"].tolist() == pytest.approx([10, 40])


def test_expected_is_the_sum_of_hazards_and_adds_up_to_all_who_came() -> None:
    """Four followed: one comes at month 10 (1 of 4), one leaves at 20, one comes at 30 (1 of 2), one stays to 40."""
    rows = [
        {"days_to_lead": 10 * MONTH, "role_profile": "A"},
        {"days_observed": 20 * MONTH, "role_profile": "A"},
        {"days_to_lead": 30 * MONTH, "role_profile": "B"},
        {"role_profile": "B"},
    ]
    chosen = leading.with_expected(leading.followed(hires(rows)))
    assert chosen["expected"].tolist() == pytest.approx([0.25, 0.25, 0.75, 0.75])
    told = leading.groups(chosen, "role_profile").set_index("name")
    assert told["came"].to_dict() == {"A": 1, "B": 1}
    assert told["expected"].to_dict() == pytest.approx({"A": 0.5, "B": 1.5})
    assert leading.curve(chosen).event_by(30).estimate == pytest.approx(1 - 0.75 * 0.5)


def test_ratings_stand_against_those_of_the_role_who_could_have_come() -> None:
    chosen = leading.followed(
        hires(
            [
                {"days_to_lead": 10 * MONTH},
                {},
                {"days_observed": 23 * MONTH},
                {"role_profile": "S"},
            ]
        )
    )
    ratings = chosen[["employee_id", "hire_date", "role_profile"]].assign(
        competency="C", score=[5.0, 3.0, 1.0, 2.0]
    )
    found = leading.comparable(ratings, chosen).set_index("employee_id")["score"]
    # e2 was there too short; the mean of R is 4, of S 2, of all three (5 + 3 + 2) / 3.
    assert found.to_dict() == pytest.approx({"e0": 1 + 10 / 3, "e1": -1 + 10 / 3, "e3": 10 / 3})


def test_who_may_be_asked_sold_two_years_met_the_bar_and_leads_nobody() -> None:
    rows = [
        {"met_bar": True, "sales_start_on": pd.Timestamp("2022-01-01")},
        {"is_high_performer": True},
        {"met_bar": True, "months_since_hire": 23},
        {"met_bar": True, "leads_today": True},
        {"met_bar": True, "is_selling": False},
        {"met_bar": None},
    ]
    assert leading.bench(hires(rows))["employee_id"].tolist() == ["e1", "e0"]


def test_a_team_needs_a_lead_when_its_own_left_or_more_than_ten_come_to_each() -> None:
    """Eleven under m; eleven under k, of whom one leads (ten to two); two under one who left; one under nobody."""
    rows = [
        *({"manager_id": "m"} for _ in range(11)),
        *({"manager_id": "k", "leads_today": place == 0, "region_now": "South"} for place in range(11)),
        {"manager_id": "g", "is_manager_gone": True, "region_now": "South", "met_bar": True},
        {"manager_id": "g", "is_manager_gone": True, "region_now": "South"},
        {"manager_id": None},
    ]
    found = leading.teams(hires(rows))
    assert found["is_need"].to_dict() == {"g": True, "k": False, "m": True}
    assert found["n"].to_dict() == {"g": 2, "k": 11, "m": 11}
    told = leading.need(hires(rows), found).set_index("region_now")
    assert told.loc["North", ["n", "leads", "in_need", "ready"]].tolist() == [12, 0, 11, 0]
    assert told.loc["South", ["n", "leads", "in_need", "ready"]].tolist() == [13, 1, 2, 1]
