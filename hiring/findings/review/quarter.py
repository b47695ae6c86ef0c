"""The quarter a review is of: the calendar's ("2026Q3") or the company's fiscal year's ("FY2026Q3")."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Self

import pandas as pd

from hiring import words
from hiring.access import periods
from hiring.access.scope import UsageError

_FORM = re.compile(r"(FY)?([0-9]{4})Q([1-4])")
WANTED = "a quarter such as 2026Q3, or FY2026Q3 of the fiscal year that ends in 2026"
#: So many of the latest quarters are offered on the page; an address and the command line may name any other.
MOST_OFFERED = 12


@dataclass(frozen=True)
class Quarter:
    """A quarter and its year before; `first` and `last` are its days."""

    period: pd.Period
    is_fiscal: bool

    @property
    def key(self) -> str:
        """ "2026Q3", "FY2026Q3": as an address, a command and a file have it."""
        return f"{'FY' if self.is_fiscal else ''}{self.period.qyear}Q{self.period.quarter}"

    @property
    def first(self) -> date:
        """Its first day."""
        return self.period.start_time.date()

    @property
    def last(self) -> date:
        """Its last day."""
        return self.period.end_time.date()

    @property
    def named(self) -> str:
        """ "FY2026 Q3": as it stands in a sentence."""
        return f"{'FY' if self.is_fiscal else ''}{self.period.qyear} Q{self.period.quarter}"

    @property
    def told(self) -> str:
        """ "FY2026 Q3 (Jul–Sep 2026)": with its months, as no company's quarters are everybody's."""
        first, last = (words.MONTHS[day.month - 1] for day in (self.first, self.last))
        return f"{self.named} ({first}{words.DASH}{last} {self.last.year})"

    def back(self, quarters: int) -> Self:
        """The quarter so many before it."""
        return type(self)(self.period - quarters, self.is_fiscal)

    @property
    def year_before(self) -> Self:
        """The same quarter a year earlier: a year holds every season once."""
        return self.back(4)

    def holds(self, days: pd.Series) -> pd.Series[bool]:
        """Whether each day falls in it; what is not known does not."""
        return days.between(pd.Timestamp(self.first), pd.Timestamp(self.last))


@dataclass(frozen=True)
class FourQuarters(Quarter):
    """The quarter and the three before it."""

    @property
    def first(self) -> date:
        """The first day of the earliest."""
        return (self.period - 3).start_time.date()


def quarter(text: str, fiscal_year_starts_in: int) -> Quarter:
    """The quarter of this key; raises `UsageError` for any other text.

    Where the fiscal year is the calendar's both forms mean the same quarter, and are told as the calendar's.
    """
    found = _FORM.fullmatch(text.strip().upper())
    if found is None:
        raise UsageError(f"quarter · found {words.one_line(text, 20)!r} · wanted {WANTED}")
    is_fiscal = bool(found[1]) and fiscal_year_starts_in != 1
    freq = periods.quarterly(fiscal_year_starts_in if is_fiscal else 1)
    return Quarter(pd.Period(year=int(found[2]), quarter=int(found[3]), freq=freq), is_fiscal)


def latest(as_of: date, fiscal_year_starts_in: int) -> Quarter:
    """The last quarter that is over on this day, of the company's own year."""
    freq = periods.quarterly(fiscal_year_starts_in)
    running = pd.Timestamp(as_of).to_period(freq)
    is_over = running.end_time.date() <= as_of
    return Quarter(running if is_over else running - 1, fiscal_year_starts_in != 1)


def until(of: Quarter, as_of: date, fiscal_year_starts_in: int) -> date:
    """The day up to which its review tells: the data's; of one that a later quarter has followed its own last."""
    is_past = of.last < latest(as_of, fiscal_year_starts_in).last
    return of.last if is_past else as_of


def offered(first: date, as_of: date, fiscal_year_starts_in: int, also: str = "") -> tuple[Quarter, ...]:
    """The quarters that may be chosen, newest first: those over, and the running one before them.

    One of the key `also` is among them, last, where the data say something of it.
    """
    newest = latest(as_of, fiscal_year_starts_in)
    every = [newest.back(number) for number in range(-1 if newest.last < as_of else 0, MOST_OFFERED)]
    with suppress(UsageError):
        every += [one for one in [quarter(also, fiscal_year_starts_in)] if one not in every]
    return tuple(one for one in every if one.last >= first and one.first <= as_of)
