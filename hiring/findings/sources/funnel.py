"""The way from the application to the hire: who goes on at each stage, and how long it takes.

Frames in, words and frames out; no streamlit. Whoever still waits is counted beside a share, never in it.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.numbers import Number
from hiring.findings.sources.answer import KEPT_BACK, NOT_SHOWN
from hiring.findings.sources.tables import few, share_cell
from hiring.statistics.rates import Interval, wilson
from hiring.statistics.survival import Median, kaplan_meier
from hiring.statistics.verdicts import SMALLEST_JUDGED

STAGES = {
    "applied": "Applied",
    "screen": "Screen",
    "first": "First interview",
    "technical": "Technical interview",
    "panel": "Panel interview",
    "final": "Final interview",
    "offer": "Offer",
    "hired": "Offer accepted",
}
LAST = "hired"
#: Rejections come sooner than offers: with more than a tenth under way, those that ended are mostly rejections.
MOST_UNDER_WAY = 0.1
FUNNEL_SUBTITLE = (
    "Applications that came to each stage; in between: the share that went on with its likely range, and "
    "the median days in the stage"
)
READING = (
    "A stage counts who was in it: not every role has every stage, and who skips one has not passed it. The shares are "
    "of those who have left a stage; the folded table counts who still waits in it, and its days count their wait so "
    "far. Not everybody whose offer was accepted is a hire in Sales yet."
)
WITHOUT_INTERVIEWS = (
    "Until then the funnel knows applying, the offer and the answer, and no stage in between."
)


def stages_of(by_stage: pd.DataFrame, in_stage: pd.DataFrame) -> pd.DataFrame:
    """The answers to `funnel_by_stage` and `days_in_stage`, one row a stage in use, in order.

    Columns: `stage` (in words), `n` came to it, `passed` share of those no longer waiting that went on (nan for the
    last stage and for too few) with `low`, `high`, `judged` (n of that share), `pending` still in it, `days` the
    median days with `days_low`, `days_high` (nan where not reached). Waiting applications count in the days as far
    as they have waited (Kaplan–Meier).
    """
    counts = ["count_reached", "count_passed", "count_waiting"]
    total = by_stage.dropna(subset=counts).groupby(["stage_order", "stage"], as_index=False)[counts].sum()
    return pd.DataFrame([_stage(row, in_stage) for row in total.to_dict("records")])


def exhibit(applied: pd.DataFrame, by_stage: pd.DataFrame, in_stage: pd.DataFrame) -> Exhibit:
    """Who came to each stage and went on; nobody is in it twice, but everybody in many of its rows."""
    stages, lead = stages_of(by_stage, in_stage), funnel_title(applied)
    return Exhibit(
        key="sources_funnel",
        lead=lead,
        standfirst=FUNNEL_SUBTITLE,
        marks=Marks("funnel", stages, {"noun": "application"}),
        alt=f"{lead}.",
        n=int(applied["count_applications"].sum()),
        definition=("pass_through", "time_in_stage"),
        note=f"{READING} {left_out(by_stage)}".strip(),
    )


def stage_table(stages: pd.DataFrame) -> pd.DataFrame:
    """The funnel in figures: who came, what share went on, median days, who still waits."""
    return pd.DataFrame(
        [
            {
                "Stage": row["stage"],
                "Came to it": words.number(row["n"]),
                "Went on": _went_on(row),
                "Days in it, median": _days_cell(row),
                "Still in it": words.number(row["pending"]) if row["key"] != LAST else "",
            }
            for row in stages.to_dict("records")
        ]
    )


def without_days(by_stage: pd.DataFrame) -> str:
    """How many stays in a stage are in no figure of days, for want of a day; empty where none is."""
    count = int(by_stage["count_without_days"].sum())
    if not count:
        return ""
    return (
        f"Days leave out {words.counted(count, 'stay')} in a stage with a day missing or the two the wrong way round: "
        "look at ended_on, offered_on and accepted_on."
    )


def left_out(by_stage: pd.DataFrame) -> str:
    """What is in no figure of the funnel: stays without days, and what is kept back from the viewer."""
    remarks = without_days(by_stage)
    if by_stage["count_reached"].notna().all():
        return remarks
    hidden = "Whoever came from a source to a stage with too few others is in no count of that stage."
    return f"{remarks} {KEPT_BACK} {hidden}".strip()


def pass_through_by_source(by_stage: pd.DataFrame) -> pd.DataFrame:
    """One row a source, one column a stage: the share that went on, with its interval and n."""
    order = by_stage.sort_values("stage_order")["stage"].drop_duplicates()
    cells = {
        (str(row["source"]), str(row["stage"])): NOT_SHOWN
        if pd.isna(row["count_reached"])
        else share_cell(_passed(row))
        for row in by_stage.to_dict("records")
    }
    sources = sorted(by_stage["source"].unique())
    return pd.DataFrame(
        [
            {"Source": name}
            | {_named(stage): cells.get((name, stage), "0") for stage in order if stage != LAST}
            for name in sources
        ]
    )


def ends(by_source: pd.DataFrame) -> Interval:
    """Of all applications no longer under way, the share that ended in an accepted offer."""
    accepted, total = int(by_source["count_accepted"].sum()), int(by_source["count_applications"].sum())
    return wilson(accepted, total - int(by_source["count_open"].sum()))


def funnel_title(by_source: pd.DataFrame) -> str:
    """The heading over the funnel: how many of the applications end in an accepted offer."""
    share = ends(by_source)
    under_way = int(by_source["count_open"].sum())
    if share.n < SMALLEST_JUDGED or under_way > MOST_UNDER_WAY * (share.n + under_way):
        return "Too early to say how many applications end in an accepted offer"
    return f"{words.percent(share.estimate)} of applications end in an accepted offer"


def applications_number(by_source: pd.DataFrame) -> Number:
    """The tile of applications: how many, and how many are still under way."""
    total, still = int(by_source["count_applications"].sum()), int(by_source["count_open"].sum())
    return Number("applications", words.number(total), f"{words.number(still)} still under way")


def _stage(row: Mapping[Hashable, Any], in_stage: pd.DataFrame) -> dict[str, object]:
    passed = _passed(row)
    is_shown = passed.n >= SMALLEST_JUDGED and row["stage"] != LAST
    days = _days(in_stage[in_stage["stage"] == row["stage"]])
    return {
        "key": row["stage"],
        "stage": _named(str(row["stage"])),
        "n": int(row["count_reached"]),
        "passed": passed.estimate if is_shown else math.nan,
        "low": passed.low if is_shown else math.nan,
        "high": passed.high if is_shown else math.nan,
        "judged": passed.n,
        "pending": int(row["count_waiting"]),
        "days": _known(days.time) if days.n >= SMALLEST_JUDGED else math.nan,
        "days_low": _known(days.low),
        "days_high": _known(days.high),
    }


def _passed(row: Mapping[Hashable, Any]) -> Interval:
    """The share that went on, of those who no longer wait in the stage."""
    return wilson(int(row["count_passed"]), int(row["count_reached"]) - int(row["count_waiting"]))


def _days(rows: pd.DataFrame) -> Median:
    counts = rows["count_applications"].to_numpy(int)
    days = np.repeat(rows["days_in_stage"].to_numpy(float), counts)
    return kaplan_meier(days, np.repeat(rows["has_left"].to_numpy(bool), counts)).median


def _went_on(row: Mapping[Hashable, Any]) -> str:
    if row["key"] == LAST:
        return ""
    if row["judged"] < SMALLEST_JUDGED:
        return f"too few: {few(row['judged'])}" if row["judged"] else words.UNKNOWN
    estimate, low, high = (row[name] for name in ("passed", "low", "high"))
    return f"{words.with_interval(estimate, low, high)} · {words.number(int(str(row['judged'])))}"


def _days_cell(row: Mapping[Hashable, Any]) -> str:
    days, low, high = (row[name] for name in ("days", "days_low", "days_high"))
    if row["key"] == LAST:
        return ""
    return words.with_interval(days, low, high, words.number)


def _named(stage: str) -> str:
    return STAGES.get(stage, stage)


def _known(value: float | None) -> float:
    return math.nan if value is None else value
