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

#: Of what is sold: the time until it, whether it happened, and the days of one of its units.
EVENTS = (
    ("days_to_first_deal", "has_first_deal", 1),
    ("days_to_quota", "has_reached_quota", 1),
    ("months_to_ramp", "has_ramped", 31),
)


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


def is_begin_told(history: pd.DataFrame) -> bool:
    """Whether it stands above every page that most hires started before the CRM's file begins."""
    return bool(history.iloc[0]["count_hires"]) and _began_late(history.iloc[0]) is not None


def unobserved(counted: pd.DataFrame) -> str:
    """What helps where no hire's first sales are on file (`shared/hires_counted`); nothing where some hire's are."""
    row = None if counted.empty else counted.iloc[0]
    if row is None or not row["count_hires"] or row["count_not_observed"] < row["count_hires"]:
        return ""
    return "Their first sales are on no file: export the older opportunities."


def ended_on(history: pd.DataFrame) -> date | None:
    """The day of the last won deal, where the CRM's file looks as if it ended there; else None."""
    row = history.iloc[0]
    return _day(row["last_won_on"]) if row["count_hires"] and _ended_early(row) else None


def seen(hires: pd.DataFrame, ended: date | None, window: int) -> pd.DataFrame:
    """The hires, of whom those count whose months up to the window's end lie before the CRM's file ends.

    Whose do not would look as if they had sold nothing. Who had no first deal is followed to the file's end.
    """
    if ended is None:
        return hires
    frame = hires.assign(
        is_counted=hires["is_counted"].astype(bool) & ~after(hires["sales_start_on"], ended, window)
    )
    if "days_to_first_deal" in frame:
        left = (pd.Timestamp(ended) - frame["sales_start_on"]).dt.days
        days = frame["days_to_first_deal"].where(frame["has_first_deal"].astype(bool), left)
        frame["days_to_first_deal"] = days.where(left >= 0)
    return frame


def count_unseen(hires: pd.DataFrame, seen_hires: pd.DataFrame) -> int:
    """How many hires would count but for the end of the CRM's file: the frame before `seen`, and after."""
    return int(hires["is_counted"].sum() - seen_hires["is_counted"].sum())


def followed(milestones: pd.DataFrame, ended: date | None) -> pd.DataFrame:
    """Rows of `outcomes/milestones_by_hire`, each event of sales followed to the end of the CRM's file at most.

    Who started after it is not observed in what is sold; exits stay as they are.
    """
    if ended is None:
        return milestones
    left = (pd.Timestamp(ended) - milestones["sales_start_on"]).dt.days
    frame = milestones.assign(is_start_observed=milestones["is_start_observed"].astype(bool) & (left >= 0))
    for time, happened, days in EVENTS:
        most = (left // days).clip(lower=0)
        waits = ~frame[happened].astype(bool) & (frame[time] > most)
        frame[time] = frame[time].mask(waits, most)
    return frame


def after(starts: pd.Series[Any], ended: date, months: int) -> pd.Series[bool]:
    """Whether so many months from each start are over only after a day."""
    return starts + pd.DateOffset(months=months) > pd.Timestamp(ended) + pd.Timedelta(days=1)


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
        "; if the file has to end there, whoever builds the dashboard can have all data end that day: "
        f"--as-of {last.isoformat()}"
        if row["count_hires_by_then"]
        else ""
    )
    return (
        f"The CRM's file holds no deal won after {words.day(last)}, though the data run to {words.day(as_of)}.",
        "Months since then look like months without sales, and whoever was hired late looks worst. Where deals were "
        f"won since, export them too{step}.",
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
