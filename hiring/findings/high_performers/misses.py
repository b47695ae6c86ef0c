"""Rows that can't be told and whose line misses the tick: these hires did differ; whether through a person is open."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from hiring import words
from hiring.findings.interviewers.rows import LONGEST_LEAD
from hiring.statistics.verdicts import UNTOLD, Label

#: Of hires who did better or worse than expected, whoever interviewed them: what one cannot tell is the interviewer.
DID = "their hires did {way}; through them: can't tell"


def side(rows: pd.DataFrame) -> pd.Series:
    """Of each row 1 where its line lies above the tick and -1 where below, as both are written; else 0."""
    low, high, tick = (
        rows[name].astype(float).round() for name in ("levelled_low", "levelled_high", "expected")
    )
    missed = (low > tick).astype(int) - (high < tick).astype(int)
    return missed.where(rows["label"] == str(Label.CANNOT_TELL), 0)


def said(rows: pd.DataFrame) -> pd.Series:
    """Of each row whose line misses the tick what that says, and what it does not; else empty."""
    sides = side(rows)
    better, worse = (DID.format(way=way) for way in ("better", "worse"))
    return pd.Series("", index=rows.index).mask(sides > 0, better).mask(sides < 0, worse)


def heading(frame: pd.DataFrame, nouns: Mapping[str, str]) -> str:
    """How many of those compared have hires who did better or worse: of the first kind that has any; else empty.

    `nouns`: what one of each section is called, in the order in which they are asked.
    """
    if frame.empty:
        return ""
    sides = side(frame)
    for section, noun in nouns.items():
        mine = frame["section"] == section
        better, worse = (int((sides[mine] == way).sum()) for way in (1, -1))
        if better or worse:
            told = int((mine & ~frame["label"].isin(UNTOLD)).sum())
            return _counted(better, worse, words.counted(told, noun))
    return ""


def _counted(better: int, worse: int, of: str) -> str:
    way, count = ("better", better) if better else ("worse", worse)
    did = f"Hires of {words.number(count)} of {of} did {way} than expected"
    if better and worse:
        return f"{did}, of {words.number(worse)} worse; why, we can't tell"
    none = ", of none worse" if better else ", of none better"
    whole = f"{did}{none}; whether through them, we can't tell"
    whole = whole if len(whole) <= LONGEST_LEAD else f"{did}{none}; why, we can't tell"
    return whole if len(whole) <= LONGEST_LEAD else f"{did}; why, we can't tell"
