"""Sellers beside their own managers, worked out by hand."""

from __future__ import annotations

import math

import pandas as pd

from helpers.invented.scorecards import cards_of
from hiring.statistics.ratings.own_managers import own_managers

LED = pd.DataFrame({"interviewer_id": ["S1", "S2", "S9"], "manager_id": ["M1", "M1", "M9"]})
FOUND = cards_of(
    ("C1", "Desk", "first", "Sales", "S1", {"Drive": 4, "Care": 5}),
    ("C1", "Desk", "panel", "Sales", "M1", {"Drive": 2, "Care": 5}),  # one apart on the mean
    ("C1", "Desk", "panel", "HR", "H1", {"Drive": 1}),
    ("C2", "Desk", "first", "Sales", "S1", {"Drive": 3}),
    ("C2", "Desk", "panel", "Sales", "S2", {"Drive": 3}),
    ("C2", "Desk", "final", "Sales", "M1", {"Drive": 3}),
    ("C3", "Desk", "first", "Sales", "S1", {"Drive": 3}),
    ("C3", "Desk", "final", "Sales", "M1", {"Care": 1}),  # nothing in common
    ("C4", "Desk", "first", "Sales", "S2", {"Drive": 1}),
    ("C4", "Desk", "panel", "Sales", "X1", {"Drive": 4}),
)


def test_a_seller_is_set_beside_the_own_manager_alone_and_most_in_common_comes_first() -> None:
    found = own_managers(FOUND, LED)
    told = found.sellers[["interviewer_id", "manager_id", "n", "estimate"]]
    assert [tuple(row) for row in told.to_numpy()] == [("S1", "M1", 2, 0.5), ("S2", "M1", 1, 0.0)]
    assert (found.gap.n, found.gap.estimate) == (2, 0.5)  # C1: +1; C2: twice 0


def test_how_often_two_are_far_apart_stands_beside_any_other_two_of_sales() -> None:
    found = own_managers(FOUND, LED)
    assert (found.apart.n, found.apart.estimate) == (4, 0.25)  # drive of C1: 4 against 2
    assert (found.apart_others.n, found.apart_others.estimate) == (
        2,
        0.5,
    )  # S1 with S2 alike, S2 with X1 3 apart
    assert math.isnan(found.apart.low)  # of two candidates nothing can be said


def test_without_managers_nobody_is_set_beside_one() -> None:
    found = own_managers(FOUND, LED.iloc[:0])
    assert found.sellers.empty
    assert math.isnan(found.gap.estimate)
    assert (found.apart.n, found.apart_others.n) == (0, 6)
