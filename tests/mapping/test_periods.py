"""Headings as periods: quarters, months and years of several languages, fiscal ones, days, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from hiring.mapping.periods import FISCAL, days, heading, is_total, of_days, period


def span(label: str, year_starts_in: int = 1, quarters: str = "calendar") -> str:
    one = heading(label)
    found = period(one, year_starts_in, quarters) if one else None
    return f"{found.start} {found.end}" if found else ""


@pytest.mark.parametrize(
    ("label", "days"),
    [
        ("Q1 2026", "2026-01-01 2026-03-31"),
        ("2026-Q3", "2026-07-01 2026-09-30"),
        ("Q4'26", "2026-10-01 2026-12-31"),
        ("1Q26", "2026-01-01 2026-03-31"),
        ("1. Quartal 2026", "2026-01-01 2026-03-31"),
        ("T2 2026", "2026-04-01 2026-06-30"),
        ("1er trimestre 2026", "2026-01-01 2026-03-31"),
        ("H2 2025", "2025-07-01 2025-12-31"),
        ("1. Halbjahr 2026", "2026-01-01 2026-06-30"),
        ("Jan-26", "2026-01-01 2026-01-31"),
        ("Februar 2024", "2024-02-01 2024-02-29"),
        ("août 2026", "2026-08-01 2026-08-31"),
        ("2026-01", "2026-01-01 2026-01-31"),
        ("03/2026", "2026-03-01 2026-03-31"),
        ("Jan-Mar 2026", "2026-01-01 2026-03-31"),
        ("2026", "2026-01-01 2026-12-31"),
        ("FY26 Q1", "2026-01-01 2026-03-31"),
    ],
)
def test_a_heading_is_its_first_and_last_day(label: str, days: str) -> None:
    assert span(label) == days


def test_a_fiscal_year_is_named_by_its_end_and_starts_in_the_companys_month() -> None:
    assert span("FY26 Q1", 4) == "2025-04-01 2025-06-30"
    assert span("FY2026", 10) == "2025-10-01 2026-09-30"
    assert span("Q1 2026", 4) == "2026-01-01 2026-03-31"
    assert span("Q1 2026", 4, FISCAL) == "2025-04-01 2025-06-30"
    assert span("Jan 2026", 4, FISCAL) == "2026-01-01 2026-01-31"


@pytest.mark.parametrize(
    "label",
    [
        "",
        "Name",
        "Q5 2026",
        "13/2026",
        "Amount",
        "March",
        "Q1",
        "Region 7",
        "100",
        "2026-02-30",
        "decision 12",
        "Q1 Q2 2026",
    ],
)
def test_what_names_no_span_is_none(label: str) -> None:
    assert span(label) == ""


def test_a_period_may_wait_for_its_year_and_carry_a_measure_or_be_a_sum() -> None:
    assert (heading("Q1").year, heading("Q1").first) == (None, 1)
    assert heading("Quota Q1 2026").measure == "quota"
    assert heading("Q1 2026").measure == ""
    assert heading("Total 2026").is_total
    assert not heading("2026").is_total


def test_days_are_read_in_the_order_that_makes_each_the_first_or_the_last_of_a_month() -> None:
    def read(*labels: str) -> list[str]:
        found = days([heading(label) for label in labels])
        return [f"{one.start} {one.end}" for one in of_days(found)] if found else []

    assert read("01.01.2026", "01.04.2026") == ["2026-01-01 2026-03-31", "2026-04-01 2026-06-30"]
    assert read("1/1/2026", "2/1/2026") == ["2026-01-01 2026-01-31", "2026-02-01 2026-02-28"]
    assert read("31.01.2026", "28.02.2026") == ["2026-01-01 2026-01-31", "2026-02-01 2026-02-28"]
    assert read("2026-01-01 00:00:00", "2026-07-01 00:00:00") == [
        "2026-01-01 2026-06-30",
        "2026-07-01 2026-12-31",
    ]
    assert read("1 Jan 2026", "1 Feb 2026") == ["2026-01-01 2026-01-31", "2026-02-01 2026-02-28"]
    assert read("05.01.2026", "12.01.2026") == []
    assert read("01.01.2026", "01.04.2026", "01.05.2026")[1:] == [
        "2026-04-01 2026-04-30",
        "2026-05-01 2026-05-31",
    ]
    assert days([heading("01/01/2026")]) == [date(2026, 1, 1)]


def test_a_row_of_sums_is_told_by_its_first_word_or_its_last() -> None:
    assert [is_total(cell) for cell in ("Total", "Summe Nord", "North total", "Gesamt:")] == [True] * 4
    assert [is_total(cell) for cell in ("Ada Byron", "", "Tot Ally")] == [False] * 3
