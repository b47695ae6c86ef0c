"""Whether the CRM's file begins after the hires did, has a hole, or a file ends long before the day the data speak of.

Without this a page would say that nobody is old enough, or that whoever came last sold nothing.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import FEWEST_PEOPLE

#: Days without anybody hired or leaving, from which on an export looks as if it stopped there.
LONGEST_WITHOUT_A_CHANGE = 365


def warnings(history: pd.DataFrame, gaps: pd.DataFrame) -> list[tuple[str, str]]:
    """(fact, what follows and what to do) for each part of a file that is missing.

    From `shared/sales_history` and `shared/sales_gaps`.
    """
    row = history.iloc[0]
    if not row["count_hires"]:
        return []
    sentences = (_began_late(row), _has_a_hole(gaps), _ended_early(row, gaps), _left_unsaid(row))
    return [one for one in sentences if one]


def is_begin_late(history: pd.DataFrame) -> bool:
    """Whether it stands above every page that most hires started before the CRM's file begins."""
    return bool(history.iloc[0]["count_hires"]) and _began_late(history.iloc[0]) is not None


def unobserved(counted: pd.DataFrame) -> str:
    """What helps where no hire's first sales are on file (`shared/hires_counted`); nothing where some hire's are."""
    row = None if counted.empty else counted.iloc[0]
    if row is None or not row["count_hires"]:
        return ""
    if row["count_not_observed"] == row["count_hires"]:
        return "Their first sales are on no file: export the older opportunities."
    if (
        row["count_not_observed"] + row["count_started_unseen"] + row["count_without_login"]
        < row["count_hires"]
    ):
        return ""
    if row["count_without_login"] >= row["count_started_unseen"]:
        return "No CRM login is matched to them: see Data health."
    return "Their first sales are on no file: export the missing deals."


def left_out(counted: pd.DataFrame, window: int) -> str:
    """How many hires are in no figure for want of their sales, and of which (`shared/hires_counted`); "" for none."""
    if counted.empty:
        return ""
    begun, reached = (int(counted.iloc[0][name]) for name in ("count_started_unseen", "count_unseen"))
    said = []
    if reached:
        they = "that hire is" if reached == 1 else "they are"
        said.append(
            f"{words.counted(reached, 'hire')} reached month {window}, but the CRM's file lacks deals of that time: "
            f"{they} in no figure of it."
        )
    if begun:
        said.append(
            f"{started_unseen(begun)}, so {'its' if begun == 1 else 'their'} first sales are in no figure."
        )
    if count := int(counted.iloc[0]["count_without_login"]):
        said.append(without_login(count))
    return " ".join(said)


def started_unseen(count: int) -> str:
    """ "8 hires started at a time of which the CRM's file lacks deals"."""
    return f"{words.counted(count, 'hire')} started at a time of which the CRM's file lacks deals"


def without_login(count: int) -> str:
    """ "2 hires have no matched CRM login, while deals of owners nobody is found for may be theirs: …" """
    have, are = ("has", "that hire is") if count == 1 else ("have", "they are")
    return (
        f"{words.counted(count, 'hire')} {have} no matched CRM login, while deals of owners nobody is found for may "
        f"be theirs: {are} in no figure of sales. Data health lists the owners."
    )


def _began_late(row: pd.Series[Any]) -> tuple[str, str] | None:
    unseen, every = int(row["count_not_observed"]), int(row["count_hires"])
    began = _day(row["first_opportunity_on"])
    if began is None or unseen * 2 <= every:
        return None
    are = "is" if unseen == 1 else "are"
    return (
        f"{words.number(unseen)} of {words.counted(every, 'hire')} started before the CRM's file begins "
        f"({words.day(began)}).",
        f"What they sold first is not on record, so they {are} in no figure of sales, however long they have been "
        "here. Export the older opportunities too.",
    )


def _has_a_hole(gaps: pd.DataFrame) -> tuple[str, str] | None:
    """Of several holes the longest: who closes it meets the next."""
    holes = gaps[~gaps["is_end"].astype(bool)].to_dict("records")
    if not holes:
        return None
    hole = max(holes, key=lambda one: one["to_on"] - one["from_on"])
    won = int(hole["count_won"])
    held = f"only {words.counted(won, 'deal')}" if won else "no deal"
    return (
        f"The CRM's file holds {held} won between {words.day(hole['from_on'].date())} and "
        f"{words.day(hole['to_on'].date())}, when {words.counted(int(hole['count_hires']), 'hire')} were at work.",
        "What was sold in that time is not known, so whoever was to be judged by it is in no figure of sales. "
        "Export the deals won in it too.",
    )


def _ended_early(row: pd.Series[Any], gaps: pd.DataFrame) -> tuple[str, str] | None:
    last, as_of = _day(row["last_won_on"]), row["as_of"].date()
    if last is None or not gaps["is_end"].any():
        return None
    # Before the first hire nothing could be built as of that day.
    step = (
        "; if the file has to end there, whoever builds the dashboard can have all data end that day: "
        f"--as-of {last.isoformat()}"
        if row["count_hires_by_then"]
        else ""
    )
    return (
        f"The CRM's file holds no deal won after {words.day(last)}, though the data run to {words.day(as_of)}.",
        "What was sold since is not known, so whoever was to be judged by it is in no figure of sales. Where deals "
        f"were won since, export them too{step}.",
    )


def _left_unsaid(row: pd.Series[Any]) -> tuple[str, str] | None:
    last, as_of = _day(row["last_change_on"]), row["as_of"].date()
    if last is None or (as_of - last).days <= LONGEST_WITHOUT_A_CHANGE or row["count_spells"] < FEWEST_PEOPLE:
        return None
    return (
        f"In the HR file nobody was hired or left after {words.day(last)}, though the data run to {words.day(as_of)}.",
        "If its export stops there, whoever left since looks as if they stayed and sold nothing more. Export it anew.",
    )


def _day(value: object) -> date | None:
    return None if pd.isna(value) else pd.Timestamp(value).date()  # type: ignore[call-overload,arg-type]
