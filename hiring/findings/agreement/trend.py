"""How each side kept its promises over time: a sentence on the last years, the quarters, and what terms changed."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.access.periods import quarter_name
from hiring.config import SMALLEST_GROUP
from hiring.findings.agreement import naming
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.statistics import promises
from hiring.statistics.verdicts import SMALLEST_JUDGED

SIDES = ("HR", "Sales")
ROOM = 0.01  # a mark at the edge is drawn whole
BEFORE = {1: "a year before", 2: "two years before"}
STANDFIRST = "{counts}; by the quarter in which the clock began, of those whose days are over, likely range"


def trends(quarters: pd.DataFrame, years: pd.DataFrame, changed: dict[str, str]) -> tuple[Exhibit, ...]:
    """Of each side the share kept by quarter, both on one scale; over it the last years, below it changed terms."""
    told = quarters[quarters["n"] >= SMALLEST_GROUP]
    ends = (float(told["low"].min()) - ROOM, float(told["high"].max()) + ROOM) if len(told) else (0.0, 1.0)
    return tuple(
        _trend(side, told[told["department"] == side], said(years, side), ends, changed.get(side, ""))
        for side in SIDES
    )


def said(years: pd.DataFrame, side: str) -> tuple[str, str]:
    """The shares kept in the last four quarters and in those before, and their counts; empty where too few were due."""
    mine = _of_side(years, side)
    if 0 not in mine.index:
        return "", ""
    first = f"{side} kept {words.percent(float(mine['rate'][0]))} in the last four quarters"
    counts = (
        f"{words.number(k)} of {words.number(n)}" for k, n in zip(mine["count_kept"], mine["n"], strict=True)
    )
    return ", ".join(filter(None, (first, before(years, side)))), ", ".join(counts)


def before(years: pd.DataFrame, side: str) -> str:
    """ "68 % a year before, 75 % two years before", of what is known."""
    mine = _of_side(years, side)
    return ", ".join(
        f"{words.percent(float(mine['rate'][ago]))} {then}"
        for ago, then in BEFORE.items()
        if ago in mine.index
    )


def _of_side(years: pd.DataFrame, side: str) -> pd.DataFrame:
    return years[(years["department"] == side) & (years["n"] >= SMALLEST_JUDGED)].set_index("years_ago")


def terms(found: pd.DataFrame, lately: pd.DataFrame) -> dict[str, str]:
    """Of each side, the promises whose working days changed, the day they did and what they were before.

    And how many of the `lately` judged would be kept by the days of before: so much of a fall is the new limit.
    """
    told: dict[str, list[str]] = {}
    for row in naming.changes(found).to_dict("records"):
        told.setdefault(row["department"], []).append(
            f"Since {words.day(pd.Timestamp(row['in_force_from']))} “{row['promise']}” allows "
            f"{words.counted(row['within_days'], 'working day')}, before {words.number(row['before'])}"
            f"{_by_then(lately[lately['promise_id'] == row['promise_id']], row['before'])}."
        )
    return {side: " ".join(sentences) for side, sentences in told.items()}


def _by_then(mine: pd.DataFrame, before: float) -> str:
    """ ": of the last four quarters 54 % are kept, by the days of before 80 %"; "" of too few."""
    if len(mine) < SMALLEST_JUDGED:
        return ""
    kept, then = mine["state"] == promises.KEPT, mine["has_come"] & (mine["working_days"] <= before)
    now, by_then = (words.percent(float(one.mean())) for one in (kept, then))
    return f": of the last four quarters {now} are kept, by the days of before {by_then}"


def _trend(
    side: str, mine: pd.DataFrame, spoken: tuple[str, str], ends: tuple[float, float], changed: str
) -> Exhibit:
    lead, counts = spoken
    key, title = f"agreement_trend_{side.lower()}", lead or f"{side} by the quarter in which the clock began"
    if len(mine) < 2:
        return undrawn(key, title)
    drawn = mine.rename(columns={"rate": "estimate"}).assign(period=mine["quarter"].map(quarter_name))
    first, last = words.percent(mine["rate"].iloc[0]), words.percent(mine["rate"].iloc[-1])
    return Exhibit(
        key=key,
        lead=title,
        standfirst=STANDFIRST.format(counts=counts or "Share kept"),
        marks=Marks(
            "dots_over_time",
            drawn[["period", "estimate", "low", "high", "n"]].assign(side=side).reset_index(drop=True),
            {"noun": "case", "extent": ends, "height": 240},
        ),
        alt=f"{title}: {first} in {drawn['period'].iloc[0]}, {last} in {drawn['period'].iloc[-1]}.",
        n=int(mine["n"].sum()),
        definition=("promises_kept",),
        note=changed,
    )
