"""Which times without a won deal are missing from the CRM's file, by how much would have been won in them."""

from __future__ import annotations

import pandas as pd

from hiring.findings import sales_gaps

COLUMNS = ["from_on", "to_on", "is_last", "count_hires", "days_worked", "days_worked_outside", "count_won"]


def found(*rows: tuple[str, str, bool, int, int, int]) -> list[str]:
    """The first days of the gaps that are missing; each of 9 hires."""
    frame = pd.DataFrame(
        [
            (pd.Timestamp(first), pd.Timestamp(last), is_last, 9, *rest)
            for first, last, is_last, *rest in rows
        ],
        columns=COLUMNS,
    )
    return [gap.from_on.isoformat() for gap in sales_gaps.missing(frame)]


def test_ten_deals_expected_and_none_won_is_no_chance() -> None:
    assert found(("2024-03-01", "2024-05-01", False, 100, 1000, 100)) == ["2024-03-01"]
    assert found(("2024-03-01", "2024-05-01", False, 99, 1000, 100)) == []
    assert found() == []


def test_where_nobodys_pace_is_known_a_quarter_at_the_end_may_be_without_a_deal() -> None:
    assert found(("2026-03-29", "2026-06-29", True, 800, 0, 5)) == []
    assert found(("2026-03-28", "2026-06-29", True, 800, 0, 5)) == ["2026-03-28"]
    assert found(("2020-01-01", "2026-06-29", True, 800, 4000, 0)) == ["2020-01-01"]
    assert found(("2020-01-01", "2026-06-29", False, 800, 4000, 0)) == []  # then nothing can be said of it


def test_what_comes_again_a_year_on_is_a_season() -> None:
    years = [(f"{year}-01-02", f"{year}-08-30", False, 500, 1000, 100) for year in (2023, 2024, 2025)]
    assert found(*years, ("2025-12-29", "2026-06-30", True, 500, 1000, 100)) == []
    assert found(years[0], ("2025-01-02", "2025-08-30", False, 500, 1000, 100)) == [
        "2023-01-02",
        "2025-01-02",
    ]


def test_what_lasts_a_year_is_no_season_though_it_comes_twice() -> None:
    years = [(f"{year}-01-02", f"{year}-12-30", False, 500, 1000, 100) for year in (2023, 2024)]
    assert found(*years) == ["2023-01-02", "2024-01-02"]
