"""HR less Sales by role and by round, worked out by hand."""

from __future__ import annotations

import pytest

from helpers.invented.scorecards import cards_of
from hiring.statistics.ratings.paired import APART, by_competency, by_role, by_round

FOUND = cards_of(
    ("C1", "Desk", "screen", "HR", "H1", {"Drive": 4, "Care": 2}),
    ("C1", "Desk", "first", "Sales", "S1", {"Drive": 2}),  # two apart, on drive alone
    ("C2", "Desk", "panel", "HR", "H1", {"Drive": 3}),
    ("C2", "Desk", "panel", "Sales", "S1", {"Drive": 4}),
    ("C2", "Desk", "panel", "Sales", "S2", {"Drive": 5}),  # 3 against 4.5
    ("C3", "Field", "panel", "HR", "H2", {"Drive": 5}),
    ("C3", "Field", "panel", "Sales", "S2", {"Drive": 5}),
    ("C4", "Field", "screen", "HR", "H2", {"Care": 5}),
    ("C4", "Field", "first", "Sales", "S2", {"Drive": 1}),  # nothing in common
)


def test_roles_stand_with_their_candidates_gap_and_the_smaller_sides_people() -> None:
    rows = by_role(FOUND).set_index("group")
    assert rows[["n", "estimate", "count_people"]].to_dict("index") == {
        "Desk": {"n": 2, "estimate": 0.25, "count_people": 1},  # +2 and -1.5
        "Field": {"n": 1, "estimate": 0.0, "count_people": 1},
    }
    assert rows["low"].isna().tolist() == [False, True]


def test_each_competency_that_both_scored_has_its_gap_wherever_each_saw_the_candidate() -> None:
    rows = by_competency(FOUND).set_index("candidate")
    assert rows["difference"].tolist() == [2.0, -1.5, 0.0]
    assert set(rows["competency"]) == {"Drive"}
    assert rows["last"].notna().all()


def test_rounds_that_both_sat_in_stand_beside_candidates_whom_they_saw_apart() -> None:
    rows = by_round(FOUND)
    assert rows["group"].tolist() == ["panel", APART]
    assert rows["n"].tolist() == [2, 1]
    assert rows["estimate"].tolist() == pytest.approx([-0.75, 2.0])


def test_where_everybody_was_seen_apart_or_nobody_was_there_is_no_row_of_it() -> None:
    apart = cards_of(
        ("C1", "Desk", "screen", "HR", "H1", {"Drive": 4}),
        ("C1", "Desk", "first", "Sales", "S1", {"Drive": 2}),
    )
    assert by_round(apart)["group"].tolist() == [APART]
    alone = cards_of(("C1", "Desk", "screen", "HR", "H1", {"Drive": 4}))
    assert by_round(alone).empty
    assert by_role(alone).empty
