"""Which panel a hire had: last stage, departments, size and vote, as levels that may have a row."""

from __future__ import annotations

from datetime import date

import pandas as pd

from hiring.statistics.high_performers.groups import (
    AGAINST,
    IN_FAVOUR,
    WITH_SELLER,
    WITHOUT_SELLER,
    with_levels,
)

DAY = date(2024, 1, 2)


def hires(votes: list[tuple[int, float | None]]) -> pd.DataFrame:
    """Hires E0, E1, …, each with so many recommendations and their mean."""
    return pd.DataFrame(
        {
            "employee_id": [f"E{place}" for place in range(len(votes))],
            "hire_date": DAY,
            "role_profile": "Field",
            "profile_version": None,
            "years_in_sales": 3.0,
            "previous_industry": None,
            "start_year": 2024,
            "count_votes": [count for count, _ in votes],
            "mean_vote": pd.Series([mean for _, mean in votes], dtype=float),
        }
    )


def seats(*sat: tuple[str, str, str, str]) -> pd.DataFrame:
    columns = ["employee_id", "interviewer_id", "department", "stage"]
    return pd.DataFrame(list(sat), columns=columns).assign(hire_date=DAY)


def known(levels: pd.Series) -> list[str | None]:
    return [level if isinstance(level, str) else None for level in levels]


def test_a_vote_below_yes_is_against_and_one_recommendation_is_no_vote() -> None:
    found = with_levels(hires([(4, 2.75), (4, 3.0), (1, 1.0), (0, None)]), seats())
    assert known(found["vote"]) == [AGAINST, IN_FAVOUR, None, None]


def test_a_last_stage_without_anybody_is_neither_with_a_seller_nor_without() -> None:
    sat = seats(
        ("E0", "A", "Sales", "final"),
        ("E0", "B", "HR", "screen"),
        ("E1", "A", "HR", "final"),
        ("E2", "A", "Sales", "panel"),
    )
    found = with_levels(hires([(0, None)] * 4), sat)
    assert known(found["last_stage"]) == [
        WITH_SELLER,
        WITHOUT_SELLER,
        None,
        None,
    ]
    assert known(found["panel_size"]) == [
        "Panels of 2",
        "Panels of 1",
        "Panels of 1",
        None,
    ]
    assert known(found["panel_mix"]) == [
        "Panels of HR and Sales",
        "Panels of HR only",
        "Panels of Sales only",
        None,
    ]


def test_the_largest_panels_are_one_group() -> None:
    sat = seats(*(("E0", f"I{place}", "HR", "panel") for place in range(9)))
    assert with_levels(hires([(0, None)]), sat)["panel_size"].tolist() == ["Panels of 7 or more"]
