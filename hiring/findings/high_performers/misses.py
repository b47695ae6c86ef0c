"""Rows that can't be told and whose line misses the tick: these hires did differ; whether through a person is open."""

from __future__ import annotations

import pandas as pd

from hiring.statistics.verdicts import Label

#: Of hires who did better or worse than expected, whoever interviewed them: what one cannot tell is the interviewer.
DID = "{way} than expected; through them: not known"


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
