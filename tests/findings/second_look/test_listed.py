"""The list: who, when, by whom and why, with both sides' ratings; and what is said over it."""

from __future__ import annotations

from datetime import date

import pandas as pd

from hiring.findings.second_look.listed import heading, table
from hiring.statistics.profiles.near_hires import NearHires

PEOPLE = pd.DataFrame(
    {
        "application_id": ["P3", "P2", "P1"],
        "full_name": ["Cy Three", "Bo Two", "Al One"],
        "role_profile": ["Field", "Inside", "Field"],
        "ended_on": [date(2024, 6, 3), date(2024, 5, 2), date(2024, 4, 1)],
        "stage": ["screen", "applied", "final"],
        "department": ["HR", None, "Sales"],
        "reason": ["Too loud", None, "Green"],
    }
)
RATED = pd.DataFrame(
    {
        "application_id": ["P3", "P3", "P3", "P1"],
        "department": ["HR", "HR", "Sales", "HR"],
        "stage": ["screen", "final", "first", "screen"],
        "competency": ["Drive", "Drive", "Care", "Care"],
        "score": [4.0, 5.0, 3.0, 1.0],
    }
)
NEAR = NearHires(("P2", "P3"), count_asked=9, count_rated=7, count_hires=150)


def test_a_row_says_who_when_by_whom_why_and_both_sides_ratings_the_newest_first() -> None:
    found = table(NEAR, PEOPLE, RATED).map(lambda cell: cell.replace("\u00a0", " "))
    assert found.to_numpy().tolist() == [
        ["Cy Three", "Field", "3 Jun 2024, screen, by HR", "Too loud", "HR: Drive 4.5; Sales: Care 3"],
        ["Bo Two", "Inside", "2 May 2024, before any interview, by a side not recorded", "not recorded", ""],
    ]


def test_no_column_tells_how_near_anybody_comes() -> None:
    assert list(table(NEAR, PEOPLE, RATED)) == ["Person", "Role", "Turned down", "Reason", "Ratings"]


def test_over_it_stands_of_how_many_and_who_could_not_be_compared() -> None:
    lead, standfirst = heading(NEAR, date(2024, 6, 30))
    assert lead.replace("\u00a0", " ") == (
        "2 of 9 turned down in the 180 days to 30 Jun 2024 are listed: their ratings resemble those of hires above the "
        "median"
    )
    assert standfirst == (
        "No claim that they would have sold. 2 of all were rated on too little to compare. "
        "The comparison rests on 150 hires."
    )


def test_with_too_few_hires_it_says_how_many_more_are_needed() -> None:
    lead, standfirst = heading(NearHires(count_asked=9, count_hires=100, hires_needed=20), date(2024, 6, 30))
    assert lead == ""
    assert "100 hires" in standfirst
    assert "20 more are needed" in standfirst
