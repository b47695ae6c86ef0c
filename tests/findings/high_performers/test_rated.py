"""How later high performers were rated when hired, beside the others: means, differences and their ranges by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from scipy import stats

from hiring.findings.high_performers.outcomes import HIGH_PERFORMERS, MET_THE_BAR
from hiring.findings.high_performers.rated import rated, recommended, roles_of
from hiring.statistics.profiles.agreed import profiles_of

HIGH = [4.0, 5.0, 4.5, 3.5, 5.0, 4.0]
OTHERS = [3.0, 3.5, 2.5, 4.0, 3.0]


def _rows(
    role: str, competency: str, scores: list[float], *, is_high: bool | None, first: int = 0
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "employee_id": [f"{role}{first + place}" for place in range(len(scores))],
            "hire_date": pd.Timestamp("2024-01-01"),
            "role_profile": role,
            "competency": competency,
            "score": scores,
            "is_high_performer": is_high,
            "met_bar": is_high,
            "is_still_there": True,
        }
    )


RATINGS = pd.concat(
    [
        _rows("Inside sales", "Discovery", HIGH, is_high=True),
        _rows("Inside sales", "Discovery", OTHERS, is_high=False, first=10),
        _rows("Inside sales", "persistence ", HIGH[:3], is_high=True),
        _rows("Channel", "Discovery", [3.0], is_high=True),
    ],
    ignore_index=True,
)
AGREED = profiles_of(
    pd.DataFrame(
        {
            "role_profile": "Inside sales",
            "version": "2",
            "effective_on": pd.Timestamp("2023-01-01"),
            "is_current": True,
            "competency": ["Persistence", "Discovery"],
            "weight": [3.0, 1.0],
            "minimum_score": math.nan,
            "looks_like": "",
            "is_must_have": False,
            "agreed_by_sales_on": pd.NaT,
            "agreed_by_hr_on": pd.NaT,
        }
    )
)


def test_the_difference_of_two_means_has_the_range_of_both() -> None:
    rows = rated(RATINGS, AGREED, "Inside sales", HIGH_PERFORMERS).marks.rows
    row = rows[rows["name"] == "Discovery"].iloc[0]
    mean = sum(HIGH) / 6 - sum(OTHERS) / 5
    reaches = [
        stats.t.ppf(0.975, len(one) - 1) * pd.Series(one).std() / math.sqrt(len(one))
        for one in (HIGH, OTHERS)
    ]
    assert row["estimate"] == pytest.approx(mean)
    assert row["low"] == pytest.approx(mean - math.hypot(*reaches), abs=2e-3)
    assert row["high"] == pytest.approx(mean + math.hypot(*reaches), abs=2e-3)
    assert row["n"] == 11
    assert row["detail"] == "high performers: 4.3, 6 hires; the others: 3.2, 5 hires"


def test_competencies_stand_in_order_of_their_weight_whatever_their_capitals() -> None:
    rows = rated(RATINGS, AGREED, "Inside sales", HIGH_PERFORMERS).marks.rows
    assert rows["name"].tolist() == ["Persistence", "Discovery"]
    assert rows["weight"].tolist() == [0.75, 0.25]


def test_of_fewer_than_five_on_a_side_nothing_is_told() -> None:
    row = rated(RATINGS, AGREED, "Inside sales", HIGH_PERFORMERS).marks.rows.iloc[0]
    assert (row["verdict"], row["instead"]) == ("Too few hires", "fewer than 5 of one group")
    assert math.isnan(row["estimate"])


def test_the_lead_counts_how_many_are_higher_and_by_more_than_their_range() -> None:
    assert (
        rated(RATINGS, AGREED, "Inside sales", HIGH_PERFORMERS).lead
        == "Inside sales: rated higher on 1 of 1 competency; 1 gap is wider than its range"
    )
    assert (
        rated(RATINGS, AGREED, "Channel", HIGH_PERFORMERS).lead
        == "Channel: too few high performers to compare their ratings"
    )


def test_a_role_without_a_rating_is_not_drawn() -> None:
    found = rated(RATINGS, AGREED, "Major accounts", MET_THE_BAR)
    assert not found.is_drawn
    assert found.lead == "No rating of these hires is known"


def test_hires_whose_outcome_is_not_known_are_in_neither_group() -> None:
    unknown = _rows("Inside sales", "Discovery", [1.0] * 6, is_high=None, first=30)
    both = pd.concat([RATINGS, unknown], ignore_index=True)
    assert rated(both, AGREED, "Inside sales", MET_THE_BAR).n == 11


def test_roles_come_by_how_many_of_their_hires_were_rated() -> None:
    assert roles_of(RATINGS) == ["Inside sales", "Channel"]


def test_a_strong_yes_is_counted_by_side_and_outcome() -> None:
    def of(side: str, count: int, strong: int, *, is_high: bool) -> pd.DataFrame:
        return pd.DataFrame(
            {
                "role_profile": "Inside sales",
                "department": side,
                "count_strong_yes": [1] * strong + [0] * (count - strong),
                "is_high_performer": is_high,
            }
        )

    rows = pd.concat(
        [
            of("HR", 6, 4, is_high=True),
            of("HR", 8, 2, is_high=False),
            of("Sales", 5, 5, is_high=True),
            of("Sales", 4, 1, is_high=False),
        ]
    )
    assert (
        recommended(rows, "Inside sales", HIGH_PERFORMERS)
        == "Strong yes, Inside sales: from HR for 4 of 6 high performers and 2 of 8 of the others, no clear difference."
    )
    assert recommended(rows, "Channel", HIGH_PERFORMERS) == ""
