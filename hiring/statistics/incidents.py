"""What came up unforeseen, by kind: how many, how many working days until it was decided, and as whose option."""

from __future__ import annotations

import pandas as pd

from hiring.statistics import working_days
from hiring.statistics.survival import kaplan_meier
from hiring.statistics.working_days import days_of

KINDS = ("no_show", "late_decline", "client_change", "other")
ALL = "all"
ENDS = ("HR", "Sales", "both", "another", "not written", "open")


def by_kind(rows: pd.DataFrame, holidays: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    """A row a kind of `agreement/incidents` and one of all: kind, n, `first_on` (the day), `count_options` (both sides'
    are written down), median, low, high (working days until decided, Kaplan–Meier: what is open is followed until
    today; nan where not reached), longest (open ones too), and of ENDS how many ended so.
    """
    today = pd.Series(as_of, rows.index)
    timed = rows.assign(
        days=working_days.between(
            days_of(rows["opened_on"]),
            days_of(rows["resolved_on"].fillna(today)),
            working_days.calendar(holidays),
        )
    )
    groups = [(kind, timed[timed["kind"] == kind]) for kind in KINDS]
    told = [(kind, mine) for kind, mine in groups if len(mine)]
    return pd.DataFrame([_row(kind, mine) for kind, mine in [*told, (ALL, timed)] if len(mine)])


def _row(kind: str, mine: pd.DataFrame) -> dict[str, object]:
    median = kaplan_meier(mine["days"], mine["resolved_on"].notna()).median
    ends = mine["ended"].value_counts()
    return {
        "kind": kind,
        "n": len(mine),
        "first_on": mine["opened_on"].min(),
        "count_options": int((mine["has_option_hr"] & mine["has_option_sales"]).sum()),
        "median": median.time,
        "low": median.low,
        "high": median.high,
        "longest": mine["days"].max(),
        **{end: int(ends.get(end, 0)) for end in ENDS},
    }
