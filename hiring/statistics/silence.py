"""How long nothing has happened to an application that goes on, and which side it waits for.

It waits for the side whose open promise is furthest past its last day; where none is past, for the one that began last,
of two for the one due first; with an offer made, for the candidate. Nothing open: the agreement says of nobody that the
next step is theirs.
"""

from __future__ import annotations

import pandas as pd

from hiring.statistics import working_days
from hiring.statistics.working_days import days_of

#: What may have happened last, by its column of `agreement/running`; of one day the later counts.
MOMENTS = ("applied", "last_held", "last_submitted", "offer_made")
CANDIDATE, NOBODY = "Candidate", "Nobody"
SIDES = ("HR", "Sales", CANDIDATE, NOBODY)


def silences(
    running: pd.DataFrame, found: pd.DataFrame, holidays: pd.DataFrame, as_of: pd.Timestamp
) -> pd.DataFrame:
    """Rows of `agreement/running` with `last` (one of MOMENTS), `last_on`, `silent_for` (working days), `waits_for`
    and `is_overdue` (the promise it waits for is past its last day); the longest first. `found`: of `promises.judged`.
    """
    days = running[list(MOMENTS)].astype("datetime64[s]")
    days = days.where(days <= as_of)
    last_on = days.max(axis=1)
    last = [
        next((name for name in reversed(MOMENTS) if row[name] == when), MOMENTS[0])
        for when, row in zip(last_on, days.to_dict("records"), strict=True)
    ]
    until = pd.Series(as_of, running.index)
    made = running.assign(
        last=last,
        last_on=last_on,
        silent_for=working_days.between(days_of(last_on), days_of(until), working_days.calendar(holidays)),
    ).merge(_next(found), on="application_id", how="left")
    is_offered = made["offer_made"].notna()
    made["waits_for"] = made["department"].where(~is_offered, CANDIDATE).fillna(NOBODY)
    made["is_overdue"] = made["is_overdue"].eq(True) & ~is_offered
    return made.sort_values(["silent_for", "application_id"], ascending=[False, True], ignore_index=True)


def _next(found: pd.DataFrame) -> pd.DataFrame:
    """Of each application the open promise furthest past its day, else the one that began last: whose, whether past."""
    is_open = ~found["has_come"] & found["stopped_on"].isna() & found["is_running"].astype(bool)
    mine = found[is_open & found["application_id"].notna()]
    past, rest = mine[mine["is_overdue"]], mine[~mine["is_overdue"]]
    rest = rest.sort_values(["started_on", "due_on"], ascending=[False, True], kind="stable")
    mine = pd.concat([past.sort_values("due_on", kind="stable"), rest])
    return mine.drop_duplicates("application_id")[["application_id", "department", "is_overdue"]]


def by_side(found: pd.DataFrame) -> pd.DataFrame:
    """A row a side waited for, HR and Sales first: waits_for, n, median, longest (working days), count_overdue."""
    groups = found.groupby("waits_for")
    made = pd.DataFrame(
        {
            "n": groups.size(),
            "median": groups["silent_for"].median(),
            "longest": groups["silent_for"].max(),
            "count_overdue": groups["is_overdue"].sum(),
        }
    ).reindex(SIDES)
    made[["n", "count_overdue"]] = made[["n", "count_overdue"]].fillna(0).astype(int)
    return made.rename_axis("waits_for").reset_index()
