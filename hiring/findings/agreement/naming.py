"""The name of a promise with its days: without them "1,434 of 2,796" sounds as if the others never came."""

from __future__ import annotations

import pandas as pd

from hiring import words


def within(promise: str, days: float) -> str:
    """ "Sales meets everyone HR passes on within 8 working days"."""
    return f"{promise} within {words.counted(days, 'working day')}"


def named(rows: pd.DataFrame, found: pd.DataFrame) -> pd.Series[str]:
    """Of each row of `promises.by_promise` its name: "… within 2 working days (1 since 15 Jan 2024)" where it changed.

    `found`: the judged cases, of which each knows the days that were in force when its clock began.
    """
    versions = changes(found).set_index("promise_id")
    names = []
    for row in rows.to_dict("records"):
        mine = versions.loc[versions.index == row["promise_id"]]
        if mine.empty:
            names.append(within(row["promise"], row["within_days"]))
            continue
        later = ", ".join(f"{words.number(n)} since {_day(day)}" for day, n in _terms(mine))
        names.append(f"{within(row['promise'], mine['before'].iloc[0])} ({later})")
    return pd.Series(names, index=rows.index, dtype=object)


def changes(found: pd.DataFrame) -> pd.DataFrame:
    """The versions of promises whose working days differ from those `before`, by promise and day."""
    versions = found.dropna(subset=["in_force_from"])
    versions = versions.drop_duplicates(["promise_id", "in_force_from"]).sort_values(
        ["promise_id", "in_force_from"]
    )
    versions = versions.assign(before=versions.groupby("promise_id")["within_days"].shift())
    return versions[versions["before"].notna() & (versions["before"] != versions["within_days"])]


def _terms(mine: pd.DataFrame) -> zip[tuple[object, float]]:
    return zip(mine["in_force_from"], mine["within_days"], strict=True)


def _day(day: object) -> str:
    return words.day(pd.Timestamp(str(day)))
