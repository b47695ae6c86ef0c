"""The quarter of a review: what a key means, which may be chosen, what is a quarter of nothing."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from hiring.access.scope import UsageError
from hiring.findings.review.quarter import latest, offered, quarter


@pytest.mark.parametrize(
    ("text", "starts_in", "first", "last", "told"),
    [
        ("2026Q3", 1, date(2026, 7, 1), date(2026, 9, 30), "2026 Q3 (Jul–Sep 2026)"),
        ("fy2026q3", 1, date(2026, 7, 1), date(2026, 9, 30), "2026 Q3 (Jul–Sep 2026)"),
        # A fiscal year from April on is named by the year it ends in.
        ("FY2026Q3", 4, date(2025, 10, 1), date(2025, 12, 31), "FY2026 Q3 (Oct–Dec 2025)"),
        ("FY2026Q4", 4, date(2026, 1, 1), date(2026, 3, 31), "FY2026 Q4 (Jan–Mar 2026)"),
        ("2026Q1", 4, date(2026, 1, 1), date(2026, 3, 31), "2026 Q1 (Jan–Mar 2026)"),
        ("FY2026Q1", 2, date(2025, 2, 1), date(2025, 4, 30), "FY2026 Q1 (Feb–Apr 2025)"),
    ],
)
def test_a_key_names_the_days_of_its_quarter(
    text: str, starts_in: int, first: date, last: date, told: str
) -> None:
    found = quarter(text, starts_in)
    assert (found.first, found.last, found.told) == (first, last, told)
    assert quarter(found.key, starts_in) == found
    assert found.year_before.first == first.replace(year=first.year - 1)


@pytest.mark.parametrize(
    "text", ["2026", "Q3 2026", "2026Q5", "FY26Q1", "", "=1+1", "2026Q3 ; drop", "２０２６Q3"]
)
def test_any_other_text_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(UsageError, match="wanted a quarter such as 2026Q3") as found:
        quarter(text, 1)
    assert "\n" not in str(found.value)


def test_the_latest_is_over_and_the_running_one_may_be_chosen_before_it() -> None:
    assert latest(date(2026, 6, 30), 1).key == "2026Q2"
    assert latest(date(2026, 6, 29), 1).key == "2026Q1"
    assert latest(date(2026, 6, 30), 4).key == "FY2027Q1"
    every = [one.key for one in offered(date(2025, 11, 5), date(2026, 5, 3), 1)]
    assert every == ["2026Q2", "2026Q1", "2025Q4"]
    assert [one.key for one in offered(date(2025, 11, 5), date(2026, 3, 31), 1)] == ["2026Q1", "2025Q4"]


def test_a_quarter_holds_its_own_days_and_none_that_is_not_known() -> None:
    days = pd.Series(pd.to_datetime(["2026-03-31", "2026-04-01", "2026-06-30", None, "2026-07-01"]))
    assert quarter("2026Q2", 1).holds(days).tolist() == [False, True, True, False, False]


def test_a_quarter_that_is_named_is_offered_too_where_the_data_say_something_of_it() -> None:
    def keys(also: str, starts_in: int = 4) -> list[str]:
        return [one.key for one in offered(date(2020, 1, 1), date(2026, 5, 3), starts_in, also)]

    usual = keys("")
    assert len(usual) == 13
    assert keys("2020Q1") == [*usual, "2020Q1"]  # of the calendar, in a company with a year of its own
    assert keys("FY2021Q1") == [*usual, "FY2021Q1"]
    assert keys(usual[3]) == keys("2019Q4") == keys("2026Q3") == keys("what?") == usual
