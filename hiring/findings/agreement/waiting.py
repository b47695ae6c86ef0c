"""What waits now: promises past their last day, and applications to which nothing has happened for long."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.agreement import naming
from hiring.findings.agreement.trend import SIDES
from hiring.statistics import silence
from hiring.statistics.silence import CANDIDATE, NOBODY

NOTHING_LATE = "Nothing that was promised waits past its last day"
NOTHING_RUNS = "No application is running"
FOR = {CANDIDATE: "the candidate, who has an offer", NOBODY: "no step that was promised"}
SILENT = (
    "Working days in which nothing happened: no application, meeting, scorecard or offer. A promise may be overdue for "
    "longer, where something else has happened since"
)
READING = (
    "An application waits for the side whose promise is furthest past its last day; where none is past, for the side "
    "whose open promise began last, of two for the one due first; with an offer, for the candidate. Promises overdue "
    "are counted one by one, applications once, and openings wait in no application. Silence is what the systems hold: "
    "a call that nobody wrote down is not in it."
)
HAPPENED = {
    "applied": "the application",
    "last_held": "a meeting",
    "last_submitted": "a scorecard",
    "offer_made": "the offer",
}


def overdue_lead(rows: pd.DataFrame, cases: pd.DataFrame | None = None) -> str:
    """How many promises are past their last day and still owed, by the side that owes them, and how many of openings.

    `cases`: those that were judged; what is about an opening stands in no count of applications.
    """
    waiting = {side: int(rows.loc[rows["department"] == side, "count_waiting"].sum()) for side in SIDES}
    count = sum(waiting.values())
    if not count:
        return NOTHING_LATE
    late = (
        cases[cases["is_overdue"]]
        if cases is not None
        else pd.DataFrame({"application_id": [], "department": []})
    )
    openings = late[late["application_id"].isna()].groupby("department").size()
    of = " and ".join(
        f"{words.number(many)} of {side}{_about(int(openings.get(side, 0)))}"
        for side, many in waiting.items()
        if many
    )
    return f"{words.counted(count, 'promise')} {'are' if count > 1 else 'is'} overdue now: {of}"


def _about(openings: int) -> str:
    return (
        f" ({words.number(openings)} about {'an opening' if openings == 1 else 'openings'})"
        if openings
        else ""
    )


def overdue(cases: pd.DataFrame, owners: pd.DataFrame) -> pd.DataFrame:
    """Judged cases past their last day, both sides by the day due, each with who owes it; ready to be listed.

    `owners`: rows of `agreement/owners`.
    """
    mine = cases[cases["is_overdue"]].merge(owners, on=["promise_id", "case_id"], how="left")
    mine = mine.sort_values(["due_on", "case_id"])
    about = mine["application_id"].fillna(mine["requisition_id"]) + " · " + mine["role_profile"]
    promised = zip(mine["promise"], mine["within_days"], about, strict=True)
    return pd.DataFrame(
        {
            "Owed by": mine["full_name"].fillna(mine["department"]),
            "Promise": [f"{naming.within(what, days)}: {of}" for what, days, of in promised],
            "Working days over": [
                f"{words.number(over)}, due {words.day(due, year=False)}"
                for over, due in zip(mine["days_over"], pd.to_datetime(mine["due_on"]), strict=True)
            ],
        }
    ).reset_index(drop=True)


def silence_lead(found: pd.DataFrame) -> str:
    """The longest silence of an application that is running, and how many are."""
    if found.empty:
        return NOTHING_RUNS
    longest = words.counted(found["silent_for"].max(), "working day")
    return f"Longest without any event: {longest}; {words.counted(len(found), 'application')} running"


def by_side(found: pd.DataFrame) -> pd.DataFrame:
    """For whom applications wait, how long nothing has happened, and how many are past the day promised."""
    rows = silence.by_side(found)
    rows = rows[rows["waits_for"].isin(SIDES) | (rows["n"] > 0)]
    few = rows["n"] < SMALLEST_GROUP
    return pd.DataFrame(
        {
            "Waits for": [FOR.get(side, side) for side in rows["waits_for"]],
            "Applications": [words.number(n) for n in rows["n"]],
            "Without any event": [
                "too few to show"
                if hidden
                else f"half at most {words.number(half)}, the longest {words.counted(longest, 'day')}"
                for half, longest, hidden in zip(rows["median"], rows["longest"], few, strict=True)
            ],
            "Of them past a day promised": [
                words.number(n) if side in SIDES else "nothing is due"
                for n, side in zip(rows["count_overdue"], rows["waits_for"], strict=True)
            ],
        }
    )


def longest_by_role(found: pd.DataFrame) -> pd.DataFrame:
    """Of each role the application that has waited longest, by its id, the longest first."""
    running = found.groupby("role_profile").size()
    mine = found.drop_duplicates("role_profile")
    return pd.DataFrame(
        {
            "The longest of each role": mine["application_id"] + " · " + mine["role_profile"],
            "Running": [words.number(running[role]) for role in mine["role_profile"]],
            "Nothing has happened for": [
                f"{words.counted(days, 'working day')}, since {HAPPENED[last]} of {words.day(day, year=False)}"
                for days, last, day in zip(mine["silent_for"], mine["last"], mine["last_on"], strict=True)
            ],
            "Waits for": [
                f"{FOR.get(side, side)}{', past a day promised' if late else ''}"
                for side, late in zip(mine["waits_for"], mine["is_overdue"], strict=True)
            ],
        }
    ).reset_index(drop=True)
