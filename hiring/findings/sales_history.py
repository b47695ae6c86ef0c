"""Whether the CRM's file begins after the hires did, has a hole, or a file ends long before the day the data speak of.

Without this a page would say that nobody is old enough, or that whoever came last sold nothing.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import FEWEST_PEOPLE
from hiring.findings import sales_gaps

#: Days without anybody hired or leaving, from which on an export looks as if it stopped there.
LONGEST_WITHOUT_A_CHANGE = 365


def warnings(history: pd.DataFrame, gaps: pd.DataFrame) -> list[tuple[str, str]]:
    """(fact, what follows and what to do) for each part of a file that is missing.

    From `shared/sales_history` and `shared/sales_gaps`.
    """
    row = history.iloc[0]
    if not row["count_hires"]:
        return []
    missing = sales_gaps.missing(gaps)
    told = (
        _began_late(row),
        _has_a_hole(missing),
        _ended_early(row, missing),
        _left_unsaid(row),
    )
    return [one for one in told if one]


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


def _has_a_hole(missing: list[sales_gaps.Gap]) -> tuple[str, str] | None:
    """Of several holes the longest: who closes it meets the next."""
    holes = [gap for gap in missing if not gap.is_last]
    if not holes:
        return None
    hole = max(holes, key=lambda gap: gap.days)
    held = f"only {words.counted(hole.count_won, 'deal')}" if hole.count_won else "no deal"
    ends = words.day(hole.to_on)
    return (
        f"The CRM's file holds {held} won between {words.day(hole.from_on)} and {ends}, when "
        f"{words.counted(hole.count_hires, 'hire')} were at work.",
        "That time counts as one without sales, and whoever was hired then looks worst. Export the deals won in it "
        f"too; where nobody has them any more, leave the opportunities opened before {ends} out of the file: then "
        "nobody is judged by that time.",
    )


def _ended_early(row: pd.Series[Any], missing: list[sales_gaps.Gap]) -> tuple[str, str] | None:
    last, as_of = _day(row["last_won_on"]), row["as_of"].date()
    if last is None or not any(gap.is_last for gap in missing):
        return None
    # Before the first hire nothing could be built as of that day.
    step = (
        f"; if the CRM's file has to end there, build with --as-of {last.isoformat()}"
        if row["count_hires_by_then"]
        else ""
    )
    return (
        f"The CRM's file holds no deal won after {words.day(last)}, and the data speak of {words.day(as_of)}.",
        "Every month since counts as one without sales, and whoever was hired late looks worst. Where deals were won "
        f"since, export them too{step}.",
    )


def _left_unsaid(row: pd.Series[Any]) -> tuple[str, str] | None:
    last, as_of = _day(row["last_change_on"]), row["as_of"].date()
    if last is None or (as_of - last).days <= LONGEST_WITHOUT_A_CHANGE or row["count_spells"] < FEWEST_PEOPLE:
        return None
    return (
        f"In the HR file nobody was hired or left after {words.day(last)}, and the data speak of {words.day(as_of)}.",
        "If its export stops there, whoever left since looks as if they stayed and sold nothing more. Export it anew.",
    )


def _day(value: object) -> date | None:
    return None if pd.isna(value) else pd.Timestamp(value).date()  # type: ignore[call-overload,arg-type]
