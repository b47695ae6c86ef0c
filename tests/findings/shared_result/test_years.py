"""The table of the years of start, and of how many hires it is: cells and sentences worked out by hand."""

from __future__ import annotations

import math

import pandas as pd

from helpers.invented.cohorts import cohorts, hires
from hiring import words
from hiring.findings.shared_result import years


def test_the_table_tells_cost_missing_and_shows_no_pay_of_few() -> None:
    sums = pd.DataFrame(
        {
            "start_year": ["2022", "2023", "2024"],
            "count_hires": [4, 9, 12],
            "own": [4e5, 9e5, 3.6e6],
            "inherited": [0.0, 0.0, 1e5],
            "recruiting": [math.nan, 9e3, 1.1e4],
            "count_with_recruiting": [0, 9, 11],
            "pay": [1e5, 7e5, 8e5],
            "count_with_pay": [4, 9, 12],
        }
    )
    rows = years.table(sums, cohorts(hires("2024", 12)), "EUR").to_dict("records")
    assert [row["Hired in"] for row in rows] == ["2023", "2024"]
    few, many = ({key: str(cell).replace(words.FIXED, " ") for key, cell in row.items()} for row in rows)
    assert few["Cost so far"] == "finding EUR 9k; pay too few to show"
    assert many["Cost so far"] == "finding EUR 11k (11 of 12 hires); pay EUR 800k"
    assert many["Sold so far"] == "EUR 3.6M, and EUR 100k inherited"
    assert many["Paid back so far"] == "12 of 12, half by month 4 (4–4)"
    assert few["Paid back so far"] == "not known"
    without = sums.tail(1).assign(
        recruiting=math.nan, count_with_recruiting=0, pay=math.nan, count_with_pay=0
    )
    assert years.table(without, (), "EUR")["Cost so far"].tolist() == ["finding not known; pay not known"]


def paid(*frames: pd.DataFrame) -> str:
    sums = pd.DataFrame([{"start_year": "2024", "count_hires": sum(map(len, frames))}]).assign(
        own=0.0, inherited=0.0, recruiting=1.0, count_with_recruiting=1, pay=1.0, count_with_pay=1
    )
    return str(years.table(sums, cohorts(*frames), "EUR")["Paid back so far"].iloc[0])


def test_who_left_unpaid_is_told_where_neither_they_nor_those_still_to_pay_are_few() -> None:
    """25 of 29 and "fewer than 5 left" are exactly 4."""
    gone, here = (hires("2024", n, has_paid_back=False, has_left=left) for n, left in ((6, True), (3, False)))
    assert paid(hires("2024", 25), gone.head(4)).startswith("25 of 29, half by month 4 (")
    assert paid(hires("2024", 25), gone.head(4)).endswith("; the others left first or have not yet paid back")
    assert paid(hires("2024", 25), gone).endswith("; 6 left first")
    assert paid(hires("2024", 25), gone, here).endswith("; the others left first or have not yet paid back")
    assert paid(hires("2024", 25), gone, here, here).endswith("; 6 left first")


def test_a_sentence_says_of_how_many_hires_the_rows_and_the_figures_are() -> None:
    sums = pd.DataFrame({"start_year": ["2023", "2024"], "count_hires": [3, 17]})
    found = cohorts(
        hires("2024", 11), hires("2024", 4, window_cost=math.nan), hires("2024", 2, has_pay=False)
    )
    assert years.counts(sums, found, 12) == (
        "The rows hold 17 hires, without those of years with fewer than 5. Of 17 hired in 2024, 15 can be followed to "
        "payback and 11 have pay and sales on file through month 12."
    )
    assert years.counts(sums.tail(1), (), 12) == "The rows hold 17 hires."
    assert years.counts(sums.head(1), (), 12) == "Every year of start has too few hires."
