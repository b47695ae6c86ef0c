"""Scorecards written before a colleague's could be read.

No export says who read what. What can be known is whether there was anything new to read: a scorecard is independent
for sure if, between the start of its interview and its own submission, no colleague's scorecard on the same candidate
came in. What lay there before the interview was there for everybody, and is not counted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from hiring.statistics.rates import rates_of
from hiring.statistics.ratings.not_known import NO_INTERVIEWS, NO_SUBMITTED, NotKnown
from hiring.statistics.ratings.scorecards import people

NO_COLLEAGUES = NotKnown(
    "No candidate has scorecards of two interviewers.",
    "",
    "Whether one was written before the other was seen can only be asked where there are two.",
)
DAY_ONLY = NotKnown(
    "Scorecards carry the day they were submitted, and not the time.",
    "interviews.csv",
    "Export submitted_on with its time of day: on one day, nobody can tell which came first.",
)


@dataclass(frozen=True)
class Independence:
    """`interviewers`: interviewer_id, full_name, department, count_written (scorecards on candidates a colleague wrote
    about, too), count_independent, rate, low, high (Wilson 95 %); the least independent first. `departments` likewise.
    """

    interviewers: pd.DataFrame
    departments: pd.DataFrame


def independence(scorecards: pd.DataFrame) -> Independence | NotKnown:
    """Independent scorecards, from `craft/scorecards`."""
    if scorecards.empty:
        return NO_INTERVIEWS
    written = scorecards[scorecards["submitted_on"].notna()]
    if written.empty:
        return NO_SUBMITTED
    came = pd.to_datetime(written["submitted_on"])
    if (came == came.dt.normalize()).all():
        return DAY_ONLY
    judged = judged_cards(written)
    if judged.empty:
        return NO_COLLEAGUES
    departments = judged[["department"]].drop_duplicates().sort_values("department")
    return Independence(
        _summed(judged, "interviewer_id", people(judged)), _summed(judged, "department", departments)
    )


def judged_cards(written: pd.DataFrame) -> pd.DataFrame:
    """The scorecards on candidates whom a colleague wrote about too, with `is_independent`."""
    several = written.groupby("application_id")["interviewer_id"].transform("nunique") > 1
    mine = written[several].reset_index(drop=True)
    mine = mine.assign(place=mine.index)
    others = mine[["application_id", "interviewer_id", "submitted_on"]]
    pairs = mine[["application_id", "place", "interviewer_id", "scheduled_for", "submitted_on"]].merge(
        others, on="application_id", suffixes=("", "_other")
    )
    between = (
        (pairs["interviewer_id"] != pairs["interviewer_id_other"])
        & (pairs["submitted_on_other"] >= pairs["scheduled_for"])
        & (pairs["submitted_on_other"] < pairs["submitted_on"])
    )
    could_read = np.isin(mine["place"], pairs.loc[between, "place"])
    return mine.drop(columns="place").assign(is_independent=~could_read)


def _summed(judged: pd.DataFrame, by: str, known: pd.DataFrame) -> pd.DataFrame:
    grouped = judged.groupby(by)["is_independent"]
    rows = pd.DataFrame({"count_written": grouped.size(), "count_independent": grouped.sum()})
    told = rates_of(
        known.merge(rows, left_on=by, right_index=True), successes="count_independent", n="count_written"
    )
    return told.sort_values(["rate", "count_written"], ascending=[True, False]).reset_index(drop=True)
