"""Periods by name: which days they are, in calendar and in fiscal years, and which period stands beside another."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from hiring.access import periods

JUNE = date(2026, 6, 30)  # the last day of a quarter: that quarter is over


@pytest.mark.parametrize(
    ("name", "starts_in", "as_of", "first", "last", "year"),
    [
        ("last-year", 1, JUNE, date(2025, 1, 1), date(2025, 12, 31), "2025"),
        ("last-year", 4, JUNE, date(2025, 1, 1), date(2025, 12, 31), "2025"),
        ("last-four-quarters", 1, JUNE, date(2025, 7, 1), JUNE, ""),
        ("last-four-quarters", 1, date(2026, 6, 29), date(2025, 4, 1), date(2026, 3, 31), ""),
        ("last-four-quarters", 2, JUNE, date(2025, 5, 1), date(2026, 4, 30), ""),
        ("last-four-quarters", 1, date(2025, 12, 31), date(2025, 1, 1), date(2025, 12, 31), ""),
        ("this-fiscal-year", 1, JUNE, date(2026, 1, 1), date(2026, 12, 31), "2026"),
        ("this-fiscal-year", 4, JUNE, date(2026, 4, 1), date(2027, 3, 31), "FY2027"),
        ("this-fiscal-year", 4, date(2026, 3, 31), date(2025, 4, 1), date(2026, 3, 31), "FY2026"),
        ("last-fiscal-year", 4, JUNE, date(2025, 4, 1), date(2026, 3, 31), "FY2026"),
        ("last-fiscal-year", 12, JUNE, date(2024, 12, 1), date(2025, 11, 30), "FY2025"),
        ("last-fiscal-year", 3, date(2024, 5, 1), date(2023, 3, 1), date(2024, 2, 29), "FY2024"),
    ],
)
def test_a_period_is_these_days_to_data_that_end_then(
    name: str, starts_in: int, as_of: date, first: date, last: date, year: str
) -> None:
    assert periods.period(name, as_of, starts_in) == periods.Period(name, first, last, year)


def test_the_same_name_means_other_days_with_later_data() -> None:
    assert periods.period("last-year", date(2027, 1, 1), 1).year == "2026"


def test_there_is_no_period_of_another_name() -> None:
    with pytest.raises(KeyError):
        periods.period("next-year", JUNE, 1)


def test_last_year_is_not_offered_twice_where_the_fiscal_year_is_the_calendar_s() -> None:
    assert "last-fiscal-year" not in periods.offered(1)
    assert set(periods.offered(4)) == set(periods.NAMES)


def test_the_last_year_that_can_be_judged_ends_a_year_before_the_data_do() -> None:
    found = periods.period("last-year-that-can-be-judged", date(2026, 6, 30), 1)
    assert (found.first, found.last) == (date(2024, 7, 1), date(2025, 6, 30))


EARLIEST = date(2020, 9, 6)


@pytest.mark.parametrize(
    ("name", "first", "last", "beside"),
    [
        ("year-before", date(2025, 1, 1), date(2025, 12, 31), (date(2024, 1, 1), date(2024, 12, 31))),
        ("year-before", date(2025, 1, 1), date(2025, 3, 31), (date(2024, 1, 1), date(2024, 3, 31))),
        ("year-before", date(2024, 2, 1), date(2024, 2, 29), (date(2023, 2, 1), date(2023, 2, 28))),
        ("year-before", date(2023, 1, 1), date(2025, 12, 31), (date(2022, 1, 1), date(2022, 12, 31))),
        ("year-before", date(2021, 1, 1), date(2021, 12, 31), (EARLIEST, date(2020, 12, 31))),
        ("year-before", EARLIEST, JUNE, None),
        ("all-earlier", date(2025, 1, 1), date(2025, 12, 31), (EARLIEST, date(2024, 12, 31))),
        ("all-earlier", EARLIEST, JUNE, None),
        ("", date(2025, 1, 1), date(2025, 12, 31), None),
    ],
)
def test_beside_a_period_stands_one_that_shares_no_day_with_it(
    name: str, first: date, last: date, beside: tuple[date, date] | None
) -> None:
    assert periods.compared(name, first, last, EARLIEST) == beside
    assert beside is None or beside[1] < first


def test_a_month_later_is_the_last_day_where_there_is_no_such_day() -> None:
    assert periods.months_later(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert periods.months_later(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert periods.months_later(date(2025, 5, 31), -11) == date(2024, 6, 30)


@pytest.mark.parametrize(
    ("starts_in", "named"),
    [
        (1, ["2025 Q4", "2026 Q1", "2026 Q2"]),
        (4, ["FY2026 Q3", "FY2026 Q4", "FY2027 Q1"]),
        (2, ["FY2026 Q4", "FY2027 Q1", "FY2027 Q1"]),  # February to April is the first
    ],
)
def test_a_day_falls_in_the_quarter_of_the_fiscal_year_named_by_its_end(starts_in, named) -> None:
    days = pd.Series(pd.to_datetime(["2025-12-31", "2026-03-31", "2026-04-01"]))
    assert [periods.quarter_name(one) for one in periods.quarters(days, starts_in)] == named
