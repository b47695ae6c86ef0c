"""Who has met, and what goes with it, worked out by hand."""

from __future__ import annotations

import math

import pandas as pd

from helpers.invented.scorecards import cards_of
from hiring.statistics.ratings.met import Met, met

#: Held on the days from 4 March 2024 on, one a day in this order.
FOUND = cards_of(
    ("C1", "Desk", "screen", "HR", "H1", {"Drive": 4}),  # 4 March
    ("C1", "Desk", "first", "Sales", "S1", {"Drive": 2}),  # 5 March: two apart, not met
    ("C2", "Desk", "screen", "HR", "H1", {"Drive": 3}),
    ("C2", "Desk", "screen", "HR", "H2", {"Drive": 5}),  # 7 March
    ("C2", "Desk", "first", "Sales", "S1", {"Drive": 3}),  # 8 March: H1 not met, 0 apart; H2 met, two apart
    ("C3", "Field", "screen", "HR", "H2", {"Care": 3}),  # 9 March
    ("C3", "Field", "first", "Sales", "S1", {"Drive": 3}),  # 10 March: nothing in common
    ("C3", "Field", "final", "Sales", "S2", {"Care": 3}),
)
MEETINGS = pd.DataFrame(
    {
        "hr_id": ["H2", "H1"],
        "sales_id": ["S1", "S1"],
        "met_on": pd.to_datetime(["2024-03-06", "2024-03-08"]),
    }
)


def told(as_of: str = "2024-03-31", meetings: pd.DataFrame = MEETINGS) -> Met:
    return met(FOUND, FOUND.cards, meetings, pd.Timestamp(as_of))


def test_pairs_who_hire_for_the_same_role_are_counted_and_those_who_have_not_met_named_by_role() -> None:
    found = told()
    assert (found.count_pairs, found.count_met) == (3, 2)  # H1 has no role in common with S2
    assert [tuple(row) for row in found.unmet.to_numpy()] == [("H2", "S2", "Field", 1)]
    alone = told(meetings=MEETINGS.iloc[:0])
    assert [tuple(row) for row in alone.unmet.to_numpy()] == [
        ("H1", "S1", "Desk", 2),
        ("H2", "S1", "Desk, Field", 2),
        ("H2", "S2", "Field", 1),
    ]


def test_who_no_longer_interviews_is_hiring_for_nothing() -> None:
    assert told("2025-03-31").count_pairs == 0
    assert told("2025-03-08").count_pairs == 2  # since 9 March 2024: H2 with S1 and with S2, for Field


def test_scores_are_far_apart_from_two_points_on_and_two_had_met_only_from_the_day_after() -> None:
    apart = told().apart
    assert (apart.had.n, apart.had.estimate) == (1, 1.0)
    assert (apart.had_not.n, apart.had_not.estimate) == (3, 1 / 3)  # C1 and C2 with H1, C3 with S2


def test_what_two_saw_in_one_round_says_nothing_of_either_kind() -> None:
    together = FOUND.cards.assign(stage="panel", scheduled_for=pd.Timestamp("2024-03-04 09:00"))
    found = met(cards_with(together), together, MEETINGS, pd.Timestamp("2024-03-31"))
    assert found.apart.had.n + found.apart.had_not.n == 0
    assert found.days.had.n + found.days.had_not.n == 0


def cards_with(cards: pd.DataFrame) -> type(FOUND):
    return type(FOUND)(cards, FOUND.scores, 1.0, 5.0, is_of_competencies=True, count_unrated=0)


def test_the_way_from_hrs_last_interview_to_the_first_by_sales_is_told_in_days() -> None:
    days = told().days
    assert (days.had.n, days.had.estimate) == (2, 1.0)  # C2: H2 on the 7th; C3: H2 on the 9th
    assert (days.had_not.n, days.had_not.estimate) == (1, 1.0)
    assert math.isnan(days.had.low)
