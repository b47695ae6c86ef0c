"""Answers become what a plan rests on: months of sellers, the year to plan, how hiring went. Frames in, values out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from hiring.access import periods
from hiring.findings.sources.costs import Costs
from hiring.statistics.planning.history import YEAR, History
from hiring.statistics.verdicts import SMALLEST_JUDGED

#: The mix to begin with is that of the hires who started so many months ago or later.
RECENT = 24
DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True, eq=False)
class Known:
    """Sellers month by month, and the month that is now (the first not over): its first day."""

    history: History
    now: date

    def day(self, months: int) -> date:
        """The first day of the month so many from now."""
        return periods.months_later(self.now, months)

    @property
    def last_year(self) -> float:
        """What the sellers of roles that can be planned sold in the last twelve months."""
        planned = self.history.can_be_planned()[self.history.role]
        return float(np.nansum(self.history.revenue[planned, -YEAR:]))

    @property
    def mix(self) -> tuple[float, ...]:
        """Each role's share of the sellers who began in the last two years, among roles that can be planned."""
        recent = self.history.role[self.history.start >= self.history.months - RECENT]
        counts = np.bincount(recent, minlength=len(self.history.roles)) * self.history.can_be_planned()
        return tuple(float(one) for one in counts / max(counts.sum(), 1))


@dataclass(frozen=True)
class Year:
    """A fiscal year to plan: its name, first day, and months from now to it."""

    name: str
    first: date
    lead: int


@dataclass(frozen=True)
class Hiring:
    """How hiring went: middle days from opening to acceptance and on to the start, offers a hire, hours a hire.

    None for what no file tells, or tells of too few; `has_pay`: whether a file tells what people are paid;
    `count_open`: openings that are neither filled nor closed.
    """

    days_to_accept: float | None
    days_to_start: float | None
    count_timed: int
    acceptance: float | None
    count_answered: int
    interviews: tuple[tuple[str, float], ...]
    cost: float | None
    days_by_role: tuple[tuple[str, float], ...] = ()
    has_pay: bool = True
    count_open: int = 0

    @property
    def days(self) -> float | None:
        """Days from opening to start."""
        return None if self.days_to_accept is None else self.days_to_accept + (self.days_to_start or 0)

    @property
    def months(self) -> int:
        """Months from opening to start, rounded up; 1 where it is not known."""
        return max(int(np.ceil((self.days or 0) / DAYS_A_MONTH)), 1)


def known_of(months: pd.DataFrame, company: pd.Series, gaps: pd.DataFrame) -> Known | None:
    """Rows of `hiring_plan/months_by_hire` as months of sellers; None where no month is on file."""
    as_of = company["as_of"].date()
    now = _month(as_of + timedelta(days=1))
    if months.empty or pd.isna(company["first_opportunity_on"]):
        return None
    first = periods.months_later(_month(company["first_opportunity_on"].date()), 1)
    count = _between(first, now)
    if count < YEAR:
        return None
    people = months.drop_duplicates("seller").reset_index(drop=True)
    row = months["seller"].map({one: at for at, one in enumerate(people["seller"])}).to_numpy(int)
    roles = tuple(sorted(people["role_profile"].unique()))
    start = _places(people["sales_start_on"], first)
    end = np.minimum(
        np.where(people["seat_ended_on"].isna(), count, _places(people["seat_ended_on"], first)), count
    )
    column = np.arange(count)
    revenue = np.where((column >= start[:, None]) & (column <= end[:, None]), 0.0, np.nan)
    at = _places(months["month"], first)
    there = months["month"].notna().to_numpy() & (at >= 0) & (at < count)
    np.add.at(revenue, (row[there], at[there]), months["revenue"].to_numpy(float)[there])
    for gap in gaps.to_dict("records"):
        to = count if pd.isna(gap["to_on"]) else _between(first, gap["to_on"].date()) + 1
        revenue[:, max(_between(first, gap["from_on"].date()), 0) : to] = np.nan
    role = people["role_profile"].map({name: at for at, name in enumerate(roles)}).to_numpy(int)
    return Known(History(roles, role, start, end, revenue), now)


def years(known: Known, company: pd.Series, count: int = 2) -> tuple[Year, ...]:
    """The fiscal years that begin after the data, the next one first."""
    starts_in, made = int(company["fiscal_year_starts_in"]), []
    day = known.now - timedelta(days=1)
    for _ in range(count):
        day = periods.period(periods.THIS_FISCAL_YEAR, day, starts_in).last + timedelta(days=1)
        year = periods.period(periods.THIS_FISCAL_YEAR, day, starts_in)
        made.append(Year(year.year, day, _between(known.now, day)))
    return tuple(made)


def hiring_of(days: pd.DataFrame, offers: pd.DataFrame, interviews: pd.DataFrame, costs: Costs) -> Hiring:
    """How hiring went, of the questions on accepted offers, all offers, held interviews, and of costs."""
    accepted, answered = int(offers["count_accepted"].sum()), int(offers["count_decided"].sum())
    sides = interviews.groupby("department")["count_interviews"].sum() if accepted else pd.Series(dtype=float)
    per_hire = costs.everyone.per_hire
    return Hiring(
        _middle(days["days_to_accept"]),
        _middle(days["days_to_start"].dropna()),
        len(days),
        accepted / answered if answered >= SMALLEST_JUDGED and accepted else None,
        answered,
        tuple(
            (str(side), float(sides[side]) / accepted) for side in ("HR", "Sales", "Other") if side in sides
        ),
        per_hire.estimate if per_hire.n else None,
        tuple(
            (str(role), _days(rows))
            for role, rows in days.groupby("role_profile")
            if len(rows) >= SMALLEST_JUDGED
        ),
    )


def _middle(values: pd.Series) -> float | None:
    return float(values.median()) if len(values) >= SMALLEST_JUDGED else None


def _days(rows: pd.DataFrame) -> float:
    start = rows["days_to_start"].dropna()
    return float(rows["days_to_accept"].median()) + (float(start.median()) if len(start) else 0.0)


def _month(day: date) -> date:
    return day.replace(day=1)


def _between(first: date, day: date) -> int:
    return YEAR * (day.year - first.year) + day.month - first.month


def _places(days: pd.Series, first: date) -> np.ndarray:
    stamps = pd.to_datetime(days)
    months = YEAR * (stamps.dt.year - first.year) + stamps.dt.month - first.month
    return months.fillna(-1).to_numpy().astype(int)
