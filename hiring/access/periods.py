"""Periods of hiring by a name, relative to the day the data speak of; what a second period beside one may be.

A link that names a period means the same with later data: last year is then another year. Fiscal years are named by
the calendar year they end in: from April 2025 to March 2026 it is FY2026.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from hiring import words

LAST_YEAR, LAST_FOUR_QUARTERS = "last-year", "last-four-quarters"
THIS_FISCAL_YEAR, LAST_FISCAL_YEAR = "this-fiscal-year", "last-fiscal-year"
#: The latest twelve months of hires whose first year is over, as on the page "Overview".
LAST_JUDGED = "last-year-that-can-be-judged"
NAMES = (LAST_YEAR, LAST_FOUR_QUARTERS, THIS_FISCAL_YEAR, LAST_FISCAL_YEAR, LAST_JUDGED)
YEAR_BEFORE, ALL_EARLIER = "year-before", "all-earlier"
COMPARED = (YEAR_BEFORE, ALL_EARLIER)
YEAR, QUARTER = 12, 3  # months


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, under the name an address has for them; `year` is that of a single year."""

    name: str
    first: date
    last: date
    year: str = ""


def period(name: str, as_of: date, fiscal_year_starts_in: int) -> Period:
    """The days a name means to data that end on `as_of`; KeyError for a name there is not."""
    this_year = _start_of_fiscal_year(as_of, fiscal_year_starts_in)
    if name == LAST_YEAR:
        return _year(name, date(as_of.year - 1, 1, 1), 1)
    if name == THIS_FISCAL_YEAR:
        return _year(name, this_year, fiscal_year_starts_in)
    if name == LAST_FISCAL_YEAR:
        return _year(name, months_later(this_year, -YEAR), fiscal_year_starts_in)
    if name == LAST_JUDGED:
        last = months_later(as_of, -YEAR)
        return Period(name, months_later(last, -YEAR) + timedelta(days=1), last)
    if name == LAST_FOUR_QUARTERS:
        # A quarter that ends with the data's last day is over.
        tomorrow = as_of + timedelta(days=1)
        begun = _start_of_fiscal_year(tomorrow, fiscal_year_starts_in)
        end = months_later(begun, _months_between(begun, tomorrow) // QUARTER * QUARTER)
        return Period(name, months_later(end, -YEAR), end - timedelta(days=1))
    raise KeyError(name)


def offered(fiscal_year_starts_in: int) -> tuple[str, ...]:
    """The names to choose from: where the fiscal year is the calendar's, last year is no period twice."""
    if fiscal_year_starts_in == 1:
        return (LAST_YEAR, LAST_JUDGED, LAST_FOUR_QUARTERS, THIS_FISCAL_YEAR)
    return (LAST_YEAR, LAST_JUDGED, LAST_FOUR_QUARTERS, THIS_FISCAL_YEAR, LAST_FISCAL_YEAR)


def compared(name: str, first: date, last: date, earliest: date) -> tuple[date, date] | None:
    """The first and last day of the period beside one; None where nobody was hired as early.

    The year before are the same days a year earlier; of a period longer than a year, the twelve months before it,
    so that nobody stands on both sides.
    """
    day_before = first - timedelta(days=1)
    if name == ALL_EARLIER:
        begins, ends = earliest, day_before
    elif name == YEAR_BEFORE:
        begins = months_later(first, -YEAR)
        ends = min(months_later(last + timedelta(days=1), -YEAR) - timedelta(days=1), day_before)
    else:
        return None
    begins = max(begins, earliest)
    return (begins, ends) if begins <= ends else None


def whole_quarters(first: date, last: date, starts_in: int) -> tuple[date, date]:
    """The days from the start of the first day's quarter to the end of the last day's."""
    frequency = quarterly(starts_in)
    begins, ends = (pd.Timestamp(day).to_period(frequency) for day in (first, last))
    return begins.start_time.date(), ends.end_time.date()


def quarters(days: pd.Series, starts_in: int) -> pd.Series:
    """The quarter of the fiscal year each day falls in."""
    return pd.to_datetime(days).dt.to_period(quarterly(starts_in))


def quarterly(starts_in: int) -> str:
    """Quarters of a year that starts in this month, as pandas names them: by the month the year ends in."""
    return f"Q-{words.MONTHS[(starts_in - 2) % YEAR].upper()}"


def quarter_name(quarter: pd.Period) -> str:
    """ "2026 Q2"; of a fiscal year that is not the calendar's, named by the year it ends in: "FY2027 Q1"."""
    fiscal = "" if quarter.freqstr == quarterly(1) else "FY"
    return f"{fiscal}{quarter.qyear} Q{quarter.quarter}"


def months_later(day: date, months: int) -> date:
    """The same day so many months later or, below zero, earlier; the last of the month where it has no such day."""
    year, month = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError(day)


def _start_of_fiscal_year(day: date, starts_in: int) -> date:
    return date(day.year - (day.month < starts_in), starts_in, 1)


def _months_between(first: date, day: date) -> int:
    return (day.year - first.year) * YEAR + day.month - first.month


def _year(name: str, first: date, starts_in: int) -> Period:
    """A whole year from its first day on."""
    last = months_later(first, YEAR) - timedelta(days=1)
    return Period(name, first, last, str(first.year) if starts_in == 1 else f"FY{last.year}")
