"""What HR and Sales promised each other: kept, missed, still open, or not owed any more.

A clock runs in working days. Open past its last day is missed, whether or not it still comes. What an application or
an opening ended before the time was over was not owed any more; nor what the other department ended, however late: one
side is not charged with what the other did not want.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from hiring.access import periods
from hiring.statistics import working_days
from hiring.statistics.rates import rates_of
from hiring.statistics.working_days import days_of

KEPT, MISSED, OPEN, NOT_OWED = "kept", "missed", "open", "not owed"
YEARS = 3  # how far back it is told how promises were kept


def judged(cases: pd.DataFrame, holidays: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """Rows of `agreement/promise_cases` with `due_on`, `working_days` (until it came, or until today while it is owed),
    `days_over` (of these past the last day), `is_over` (the last day is) and `state`: kept, missed, open or not owed.
    """
    calendar, today = working_days.calendar(holidays), days_of(pd.Series([as_of]))
    started, came, stopped = (days_of(cases[name]) for name in ("started_on", "kept_on", "stopped_on"))
    due = working_days.due(started, cases["within_days"].to_numpy(float), calendar)
    has_come, has_stopped = ~np.isnat(came), ~np.isnat(stopped)
    other = {"HR": "Sales", "Sales": "HR"}
    by_other = (cases["stopped_by"] == cases["department"].map(other)).to_numpy(bool)
    state = np.select(
        [has_come & (came <= due), has_come, has_stopped & (by_other | (stopped <= due)), due < today[0]],
        [KEPT, MISSED, NOT_OWED, MISSED],
        OPEN,
    )
    until = np.where(has_come, came, np.where(has_stopped, stopped, today[0]))
    return cases.assign(
        due_on=due.astype("datetime64[s]"),
        working_days=working_days.between(started, until, calendar),
        days_over=working_days.between(due, until, calendar),
        has_come=has_come,
        is_over=due < today[0],
        is_overdue=~has_come & ~has_stopped & (due < today[0]) & cases["is_running"].to_numpy(bool),
        state=state,
    )


def by_promise(found: pd.DataFrame) -> pd.DataFrame:
    """A row a promise: promise_id, promise, department, `within_days` (the latest), n (kept or missed), count_kept,
    count_late (missed, and came), rate, low, high (Wilson 95 %), median_days (working days, of what came), median_over
    (working days past the last one, of what came late), count_open,
    count_not_owed, count_waiting (owed now and past the last day), most_over (days, of these), and of the applicants
    behind those kept and those missed how many withdrew (withdrew_kept, withdrew_missed); in the promises' order.
    """
    groups = found.groupby("promise_id", sort=True)
    late = found[found["has_come"] & (found["state"] == MISSED)]
    late = late.assign(days_late=late["working_days"] - late["within_days"])
    made = pd.DataFrame(
        {
            "promise": groups["promise"].last(),
            "department": groups["department"].last(),
            "within_days": groups["within_days"].last().astype(int),
            "n": groups["state"].agg(lambda one: int(one.isin([KEPT, MISSED]).sum())),
            "count_kept": groups["state"].agg(lambda one: int((one == KEPT).sum())),
            "count_late": late.groupby("promise_id").size(),
            "count_open": groups["state"].agg(lambda one: int((one == OPEN).sum())),
            "count_not_owed": groups["state"].agg(lambda one: int((one == NOT_OWED).sum())),
            "count_waiting": groups["is_overdue"].sum().astype(int),
            "median_days": found[found["has_come"]].groupby("promise_id")["working_days"].median(),
            "median_over": late["days_late"].groupby(late["promise_id"]).median(),
            "most_over": found[found["is_overdue"]].groupby("promise_id")["days_over"].max(),
            "withdrew_kept": _withdrew(found, KEPT),
            "withdrew_missed": _withdrew(found, MISSED),
        }
    ).reset_index()
    counts = ["count_late", "withdrew_kept", "withdrew_missed"]
    made[counts] = made[counts].fillna(0).astype(int)
    return rates_of(made, successes="count_kept", n="n")


def _withdrew(found: pd.DataFrame, state: str) -> pd.Series:
    rows = found[(found["state"] == state) & found["is_withdrawn"].astype(bool)]
    return rows.groupby("promise_id")["application_id"].nunique()


def by_quarter(found: pd.DataFrame, starts_in: int) -> pd.DataFrame:
    """A row a department and quarter of the fiscal year in which clocks began: quarter, n, count_kept, rate, low, high.

    Only clocks whose days are over: before, what is kept is known and what will be missed is not.
    """
    over = _over(found)
    return _kept(
        over.assign(quarter=periods.quarters(over["started_on"], starts_in)), ["department", "quarter"]
    )


def by_year(
    found: pd.DataFrame, as_of: pd.Timestamp, starts_in: int, terms_from: pd.Timestamp | None = None
) -> pd.DataFrame:
    """A row a department and four quarters, back from the last that is over: `years_ago` (0 to 2), and so on.

    Years in which a clock began before `terms_from` are held to other limits of days and left out, but for the last.
    """
    mine = _by_age(found, as_of, starts_in)
    mine = mine[mine["years_ago"].between(0, YEARS - 1)]
    is_before = pd.to_datetime(mine["started_on"]) < (terms_from or pd.Timestamp.min)
    before = mine.loc[is_before, "years_ago"].min()
    is_alike = (mine["years_ago"] == 0) | ~(mine["years_ago"] >= before)
    return _kept(mine[is_alike], ["department", "years_ago"])


def of_last_year(found: pd.DataFrame, as_of: pd.Timestamp, starts_in: int) -> pd.DataFrame:
    """The judged cases of the latest four quarters of `by_year`, for `by_promise`."""
    mine = _by_age(found, as_of, starts_in)
    return mine[mine["years_ago"] == 0]


def _by_age(found: pd.DataFrame, as_of: pd.Timestamp, starts_in: int) -> pd.DataFrame:
    end = pd.Timestamp(periods.period(periods.LAST_FOUR_QUARTERS, as_of.date(), starts_in).last)
    mine = _over(found)
    began = pd.to_datetime(mine["started_on"])
    ends = [end - pd.offsets.MonthEnd(12 * ago) for ago in range(YEARS + 1)]
    return mine.assign(years_ago=sum((began <= one).astype(int) for one in ends) - 1)


def _over(found: pd.DataFrame) -> pd.DataFrame:
    """What was kept or missed and whose days are over."""
    return found[found["state"].isin([KEPT, MISSED]) & found["is_over"]]


def _kept(decided: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    groups = decided.assign(is_kept=decided["state"] == KEPT).groupby(by)
    made = groups["is_kept"].agg(n="size", count_kept="sum").reset_index()
    return rates_of(made, successes="count_kept", n="n")
