"""Who they are: the hires who had the outcome, the best first. For viewers who may see names only."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.findings.high_performers.outcomes import Outcome
from hiring.findings.interviewers.rows import brief, called

BAR, HIGH, BY = "Met the bar", "High performer", "Interviewed by"
FIRST = ("Name", "Attainment, %", "Role", "Region", BY, BAR, HIGH, "Today", "Source")
#: Pixels, so that nothing of these is cut beside each other.
WIDTHS = {"Name": 145, "Today": 55, "Role": 115, "Region": 130, BY: 450, "Source": 110}
#: Rows shown at once.
MOST_SHOWN = 8
BELOW = "Only who was still employed then meets the bar."


def best_first(hires: pd.DataFrame, outcome: Outcome) -> pd.DataFrame:
    """Those who had the outcome, from the answer to `outcomes/hires_listed`: most against ramped quota first."""
    did = hires[outcome.column].astype("boolean").fillna(False).astype(bool) & hires["is_counted"].astype(
        bool
    )
    order = ["window_ramped_attainment", "window_revenue", "employee_id"]
    return hires[did].sort_values(order, ascending=[False, False, True], na_position="last", kind="stable")


def with_interviewers(listed: pd.DataFrame, seats: pd.DataFrame) -> pd.DataFrame:
    """The list with who interviewed each, from `high_performers/interviewers_by_hire`, where interviews are on file.

    A column that says yes of everybody is what the list is of, and is left out.
    """
    shown = listed.drop(
        columns=[name for name in (BAR, HIGH) if name in listed and (listed[name] == "yes").all()]
    )
    if len(seats):
        known = seats[["interviewer_id", "full_name"]].dropna().astype(str).drop_duplicates("interviewer_id")
        names = dict(known.itertuples(index=False, name=None))
        short = brief(list(names.values()))
        who = [short.get(name, name) for name in (called(one, names) for one in seats["interviewer_id"])]
        keys = [seats["employee_id"].astype(str), seats["hire_date"].dt.date]
        panels = pd.Series(who, index=seats.index, dtype=object).groupby(keys).agg(", ".join).to_dict()
        by = [panels.get(key, words.DASH) for key in zip(shown["Employee"], shown["Hired"], strict=True)]
        shown = shown.assign(**{BY: by})
    first = [name for name in FIRST if name in shown]
    return shown[[*first, *(name for name in shown if name not in first)]]


def rows_shown(count: int) -> int:
    """How many rows of a list of so many stand on the page at once."""
    return min(count, MOST_SHOWN)


def middle(hires: pd.DataFrame) -> str:
    """What the attainment in the list is, beside that of the middle hire, from `outcomes/hires_listed`."""
    known = hires.loc[hires["is_counted"].astype(bool), "window_ramped_attainment"].dropna()
    if known.empty:
        return ""
    middle = f"{words.percent(known.median())} is the middle of all {words.counted(len(known), 'hire')}"
    return f"Attainment: sold by month 12, of the ramped quota; {middle}."


def why_below(listed: pd.DataFrame) -> str:
    """A word where somebody in the list of high performers did not meet the bar."""
    is_below = BAR in listed and ((listed[BAR] == "no") & (listed[HIGH] == "yes")).any()
    return BELOW if is_below else ""
