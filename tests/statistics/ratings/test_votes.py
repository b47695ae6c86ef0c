"""Votes of the two departments: who was for whom, who prevailed, whose ratings held up; worked out by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from hiring.statistics.high_performers.expected import HIGH_PERFORMER
from hiring.statistics.ratings import votes


def cards(*rows: tuple[str, str, float | None]) -> pd.DataFrame:
    """Scorecards of (application, department, recommendation)."""
    return pd.DataFrame(rows, columns=["application_id", "department", "recommendation"])


def decided(**status: str) -> pd.DataFrame:
    """Applications by id: hired ones led to the hire of the same number."""
    return pd.DataFrame(
        {
            "application_id": list(status),
            "role_profile": "Desk",
            "status": list(status.values()),
            "has_offer": [one in ("hired", "offer_declined") for one in status.values()],
            "is_hired": [one == "hired" for one in status.values()],
            "employee_id": [f"E{name}" if one == "hired" else None for name, one in status.items()],
            "hire_date": pd.Timestamp("2024-01-08"),
        }
    )


def hires(**became: bool | None) -> pd.DataFrame:
    """Hires of the evidence by application, with whether they became high performers and a chance of a quarter."""
    return pd.DataFrame(
        {
            "employee_id": [f"E{name}" for name in became],
            "hire_date": pd.Timestamp("2024-01-08"),
            HIGH_PERFORMER: pd.array(list(became.values()), dtype="boolean"),
            "baseline": 0.25,
        }
    )


CARDS = cards(
    ("A1", "HR", 3), ("A1", "Sales", 4),
    ("A2", "HR", 4), ("A2", "Sales", 2), ("A2", "Sales", 3),  # 2.5 on the mean is not for
    ("A3", "HR", 2), ("A3", "Sales", 3),
    ("A4", "HR", 1), ("A4", "Sales", 1),
    ("A5", "HR", 3),  # Sales never met them
    ("A6", "HR", 3), ("A6", "Sales", None),  # nor did they say
    ("A7", "HR", 4), ("A7", "Sales", 1),
)  # fmt: skip
STATUS = {
    "A1": "hired",
    "A2": "offer_declined",
    "A3": "hired",
    "A4": "rejected",
    "A5": "hired",
    "A7": "rejected",
}


def test_a_department_is_for_a_candidate_from_yes_on_the_mean_on() -> None:
    found = votes.votes(CARDS, decided(**STATUS)).set_index("application_id")
    assert found["hr"].to_dict() == {"A1": True, "A2": True, "A3": False, "A4": False, "A7": True}
    assert found["sales"].to_dict() == {"A1": True, "A2": False, "A3": True, "A4": False, "A7": False}


def test_each_way_to_vote_is_counted_with_offers_hires_and_what_became_of_them() -> None:
    found = votes.votes(CARDS, decided(**STATUS))
    rows = votes.prevailed(found, hires(A1=True, A3=False)).set_index(["hr", "sales"])
    counts = ["n", "count_offers", "count_hires", "n_judged", "count_high_performers"]
    assert rows.loc[(True, True), counts].tolist() == [1, 1, 1, 1, 1]
    assert rows.loc[(True, False), counts].tolist() == [2, 1, 0, 0, 0]
    assert rows.loc[(False, True), counts].tolist() == [1, 1, 1, 1, 0]
    assert rows.loc[(False, False), counts].tolist() == [1, 0, 0, 0, 0]
    assert rows["expected"].tolist() == [0.25, 0, 0.25, 0]


def test_a_hire_whose_first_year_is_not_known_is_counted_and_not_judged() -> None:
    found = votes.prevailed(votes.votes(CARDS, decided(**STATUS)), hires(A1=None)).iloc[0]
    assert (found["count_hires"], found["n_judged"]) == (1, 0)


@pytest.mark.parametrize("known", [hires(), pd.DataFrame()], ids=["nobody's", "no evidence"])
def test_without_hires_votes_are_still_counted(known: pd.DataFrame) -> None:
    found = votes.prevailed(votes.votes(CARDS, decided(**STATUS)), known)
    assert found["n"].tolist() == [1, 2, 1, 1]
    assert found["n_judged"].tolist() == [0, 0, 0, 0]


def test_ratings_held_up_by_how_much_higher_they_were_for_those_who_did() -> None:
    rated = pd.DataFrame(
        [
            (f"E{number}", pd.Timestamp("2024-01-08"), department, rating)
            for number, hr, sales in ((1, 4, 3), (2, 5, 3), (3, 3, 4), (4, 2, 2), (5, 4, None))
            for department, rating in (("HR", hr), ("Sales", sales))
            if rating is not None
        ],
        columns=["employee_id", "hire_date", "department", "rating"],
    )
    known = hires(**{"1": True, "2": True, "3": False, "4": False, "5": True})
    told = votes.held_up(rated, known, {HIGH_PERFORMER: "became"}).set_index("department")
    assert told.loc["HR", ["n_with", "n_without", "difference"]].tolist() == [2, 2, 2.0]  # 4.5 against 2.5
    assert told.loc["Sales", ["n_with", "n_without", "difference"]].tolist() == [2, 2, 0.0]
    assert told.loc["HR", "low"] < 2 < told.loc["HR", "high"]
    none = votes.held_up(rated, hires(), {HIGH_PERFORMER: "became"})
    assert none["n_with"].tolist() == [0, 0]
    assert all(math.isnan(one) for one in none["difference"])
