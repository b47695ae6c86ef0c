"""How many interviews each holds, and what selling time Sales gives to them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring.statistics.ratings.not_known import NO_INTERVIEWS, NotKnown
from hiring.statistics.ratings.scorecards import people
from hiring.statistics.ratings.thresholds import HOURS_AROUND, HOURS_HELD, WEEKS

SALES = "Sales"


@dataclass(frozen=True)
class Load:
    """`interviewers`: interviewer_id, full_name, department, count_held (all), count_recent (latest 13 weeks), a_week
    (their mean), busiest_week (interviews in the fullest of those weeks), hours (assumed, of those weeks),
    selling_hours (the same for Sales, else 0); the busiest first. `months`: month, department, count_held, hours;
    whole months only. `count_recent` and `selling_hours` are the company's, `since` the first day of the 13 weeks.
    """

    interviewers: pd.DataFrame
    months: pd.DataFrame
    since: pd.Timestamp
    count_recent: int
    selling_hours: float
    hours_each: float


def load(
    scorecards: pd.DataFrame, as_of: pd.Timestamp, hours_each: float = HOURS_HELD + HOURS_AROUND
) -> Load | NotKnown:
    """Interviews held, from `craft/scorecards`, up to the day of the data."""
    if scorecards.empty:
        return NO_INTERVIEWS
    held = pd.to_datetime(scorecards["scheduled_for"]).dt.normalize()
    since = as_of.normalize() - pd.Timedelta(days=7 * WEEKS - 1)
    recent = scorecards[held >= since].assign(week=(held[held >= since] - since).dt.days // 7)
    known = people(scorecards)
    ids = known["interviewer_id"]
    count = ids.map(recent.groupby("interviewer_id").size()).fillna(0).astype(int)
    weeks = recent.groupby(["interviewer_id", "week"]).size().groupby("interviewer_id").max()
    rows = known.assign(
        count_held=ids.map(scorecards.groupby("interviewer_id").size()).astype(int),
        count_recent=count,
        a_week=count / WEEKS,
        busiest_week=ids.map(weeks).fillna(0).astype(int),
        hours=count * hours_each,
        selling_hours=(count * hours_each).where(known["department"] == SALES, 0.0),
    )
    rows = rows.sort_values(["count_recent", "count_held", "interviewer_id"], ascending=[False, False, True])
    return Load(
        rows.reset_index(drop=True),
        _months(scorecards["department"], held, as_of, hours_each),
        since,
        len(recent),
        float(rows["selling_hours"].sum()),
        hours_each,
    )


def _months(department: pd.Series, held: pd.Series, as_of: pd.Timestamp, hours_each: float) -> pd.DataFrame:
    """Interviews by month and department, without a month that is not over."""
    whole = held < (as_of + pd.Timedelta(days=1)).to_period("M").to_timestamp()
    month = held[whole].dt.to_period("M").dt.to_timestamp().rename("month")
    counts = department[whole].groupby([month, department[whole]]).size().unstack(fill_value=0)
    counts = counts.rename_axis(columns="department").reset_index().melt("month", value_name="count_held")
    counts = counts.sort_values(["month", "department"]).reset_index(drop=True)
    return counts.assign(hours=counts["count_held"] * hours_each)
