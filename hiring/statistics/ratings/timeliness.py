"""Scorecards within the working days the two departments promised each other.

The clock runs from the day of the interview, in working days (no weekend, no holiday of the company). A scorecard not
written when its days are over is missed, whether or not it still comes; one whose days are not over is not judged.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiring.access import periods
from hiring.statistics import working_days
from hiring.statistics.rates import rates_of
from hiring.statistics.ratings.not_known import (
    NO_INTERVIEWS,
    NO_PROMISE,
    NO_SUBMITTED,
    NONE_PROMISED,
    NotKnown,
)
from hiring.statistics.ratings.scorecards import people
from hiring.statistics.verdicts import SMALLEST_JUDGED
from hiring.statistics.working_days import days_of

#: What starts the clock of a scorecard at each stage: the screen's own promise, else that of every interview.
SCREEN, SCREEN_HELD, INTERVIEW_HELD = "screen", "screen_held", "interview_held"


@dataclass(frozen=True)
class Timeliness:
    """`interviewers`: interviewer_id, full_name, department, count_held and
    count_due (whose promised days are over), of those count_on_time, count_late and count_unwritten; count_open (days
    not over), count_not_promised; rate, low, high (on time of due, Wilson 95 %), median_days (working days until it
    came, over those that came); the least punctual first. `departments`: the same for each department.
    `is_lately`: only of the last four quarters; `before`: the year before, under the limits of today.
    """

    interviewers: pd.DataFrame
    departments: pd.DataFrame
    is_lately: bool = False
    before: Timeliness | None = None


def timeliness(
    scorecards: pd.DataFrame, promises: pd.DataFrame, holidays: pd.DataFrame, as_of: pd.Timestamp
) -> Timeliness | NotKnown:
    """On-time scorecards, from `craft/scorecards`, `craft/scorecard_promises` and the holidays."""
    if scorecards.empty:
        return NO_INTERVIEWS
    if scorecards["submitted_on"].isna().all():
        return NO_SUBMITTED
    judged = judged_cards(scorecards, promises, holidays, as_of)
    if (judged["state"] == "not promised").all():
        return NO_PROMISE if promises.empty else NONE_PROMISED
    return Timeliness(
        _summed(judged, "interviewer_id", people(scorecards)),
        _summed(judged, "department", judged[["department"]].drop_duplicates().sort_values("department")),
    )


def lately(
    scorecards: pd.DataFrame,
    promises: pd.DataFrame,
    holidays: pd.DataFrame,
    as_of: pd.Timestamp,
    starts_in: int = 1,
) -> Timeliness | NotKnown:
    """The same of the last four quarters that are over, as `promises.of_last_year` takes them, beside the year before;
    of all the time there is where too few are due in them. Fiscal years start in the month given.
    """
    every = timeliness(scorecards, promises, holidays, as_of)
    if isinstance(every, NotKnown):
        return every
    judged = judged_cards(scorecards, promises, holidays, as_of)
    is_over = (judged["due_on"] < as_of) | (judged["state"] == "not promised")
    end = pd.Timestamp(periods.period(periods.LAST_FOUR_QUARTERS, as_of.date(), starts_in).last)
    held = pd.to_datetime(scorecards["scheduled_for"]).dt.normalize()
    ends = [end - pd.offsets.MonthEnd(12 * ago) for ago in range(3)]
    now, past = (scorecards[is_over & (held > since) & (held <= until)] for until, since in pairwise(ends))
    found = timeliness(now, promises, holidays, as_of)
    if isinstance(found, NotKnown) or found.departments["count_due"].sum() < SMALLEST_JUDGED:
        return every
    before = timeliness(past, promises[promises["in_force_to"].isna()], holidays, as_of)
    return replace(found, is_lately=True, before=None if isinstance(before, NotKnown) else before)


def judged_cards(
    scorecards: pd.DataFrame, promises: pd.DataFrame, holidays: pd.DataFrame, as_of: pd.Timestamp
) -> pd.DataFrame:
    """The scorecards with `due_on`, `working_days` (until it came) and `state`.

    `state` is on time, late, unwritten, open or not promised: nobody promised anything for that department and stage
    on that day.
    """
    calendar = working_days.calendar(holidays)
    held, came = days_of(scorecards["scheduled_for"]), days_of(scorecards["submitted_on"])
    allowed = _allowed(scorecards, promises)
    promised, written = ~np.isnan(allowed), ~np.isnat(came)
    due = working_days.due(held, allowed, calendar)
    took = working_days.between(held, came, calendar)
    over = due < days_of(pd.Series([as_of]))[0]
    state = np.select(
        [~promised, written & (came <= due), written, over],
        ["not promised", "on time", "late", "unwritten"],
        "open",
    )
    return scorecards.assign(due_on=due.astype("datetime64[s]"), working_days=took, state=state)


def _allowed(scorecards: pd.DataFrame, promises: pd.DataFrame) -> NDArray[np.float64]:
    """Working days each scorecard was promised within, nan where nothing was; the tightest where two hold."""
    held = pd.to_datetime(scorecards["scheduled_for"]).dt.normalize()
    starts = np.where(scorecards["stage"] == SCREEN, SCREEN_HELD, INTERVIEW_HELD)
    allowed = np.full(len(scorecards), np.nan)
    for promise in promises.itertuples():
        since, until = pd.Timestamp(promise.in_force_from), pd.Timestamp(promise.in_force_to)  # type: ignore[arg-type]
        holds = (scorecards["department"] == promise.department) & (starts == promise.starts_at)
        holds &= pd.isna(since) | (held >= since)
        holds &= pd.isna(until) | (held <= until)
        allowed[holds] = np.fmin(allowed[holds], float(promise.within_days))  # type: ignore[arg-type]
    return allowed


def _summed(judged: pd.DataFrame, by: str, known: pd.DataFrame) -> pd.DataFrame:
    """Counts and the share on time of each group of `known`."""
    counts = pd.crosstab(judged[by], judged["state"])
    for state in ("on time", "late", "unwritten", "open", "not promised"):
        if state not in counts:
            counts[state] = 0
    grouped = judged.groupby(by)
    rows = pd.DataFrame(
        {
            "count_held": grouped.size(),
            "count_due": counts["on time"] + counts["late"] + counts["unwritten"],
            "count_on_time": counts["on time"],
            "count_late": counts["late"],
            "count_unwritten": counts["unwritten"],
            "count_open": counts["open"],
            "count_not_promised": counts["not promised"],
            "median_days": grouped["working_days"].median(),
        }
    )
    told = rates_of(known.merge(rows, left_on=by, right_index=True), successes="count_on_time", n="count_due")
    return told.sort_values(["rate", "count_due"], ascending=[True, False]).reset_index(drop=True)
