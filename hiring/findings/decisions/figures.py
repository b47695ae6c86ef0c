"""What a measure was then, what was agreed, and what it is now: a row a decision, shares and days apart."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.decisions.answer import Told
from hiring.findings.exhibit import WHOLE_COMPANY, Exhibit, Marks
from hiring.findings.review.measures import days
from hiring.statistics.verdicts import DAYS, POINTS

MOST = 12
CALLED = {"counted": "then", "expected": "agreed", "levelled": "now", "in": ""}
STANDFIRST = "Square: the review's quarter. Tick: what was agreed. Dot with its likely range: the last one that is over"
NOTE = "Kept, missed or open is what both sides said; nothing here is judged."


def exhibits(found: Sequence[Told]) -> tuple[Exhibit, ...]:
    """One of shares and one of days, as far as there is a decision to draw; dropped ones are not."""
    drawn = [one for one in found if one.state != "dropped" and _is_known(one)]
    shares = [one for one in drawn if one.measure is not None and one.measure.unit == POINTS][:MOST]
    times = [one for one in drawn if one.measure is not None and one.measure.unit == DAYS][:MOST]
    made = []
    if shares:
        given = {"noun": "case", "axis": "in 100 such cases", "called": {**CALLED, "in": "in 100"}}
        made.append(
            _exhibit(
                "decisions_shares", "shares", shares, Marks("counted_and_expected", _rows(shares, 100), given)
            )
        )
    if times:
        more = {"show": days, "noun": "case", "axis": "days", "called": CALLED}
        made.append(
            _exhibit("decisions_days", "days", times, Marks("counted_and_expected", _rows(times, 1), more))
        )
    return tuple(made)


def _is_known(one: Told) -> bool:
    now = one.measure.now if one.measure is not None else None
    is_then = words.is_known(one.row["then_value"]) and one.row["then_n"] >= SMALLEST_GROUP
    return bool(is_then and now is not None and now.n >= SMALLEST_GROUP and math.isfinite(now.estimate))


def _exhibit(key: str, what: str, drawn: Sequence[Told], marks: Marks) -> Exhibit:
    wanted = [one for one in drawn if words.is_known(one.row["wanted"])]
    reached = sum(map(_is_reached, wanted))
    lead = f"{what.capitalize()}: {reached} of {len(wanted)} now where both sides wanted them, or beyond"
    return Exhibit(
        key,
        lead if wanted else f"What became of the {what} that decisions should move",
        STANDFIRST,
        marks,
        ". ".join(f"{one.about}: {one.said}" for one in drawn),
        n=None,
        definition=tuple(dict.fromkeys(one.measure.card for one in drawn if one.measure is not None)),
        note=NOTE,
        whose=WHOLE_COMPANY,
    )


def _is_reached(one: Told) -> bool:
    """Whether the measure is now where it was wanted or beyond, in its good direction."""
    if one.measure is None:
        return False
    wanted, now = one.row["wanted"], one.measure.now.estimate
    return bool(now >= wanted if one.measure.is_more_better else now <= wanted)


def _rows(drawn: Sequence[Told], unit: int) -> pd.DataFrame:
    """A row a decision, those of one measure together; values in units of which one of theirs has so many."""
    rows = [
        {
            "section": one.measure.label,
            "name": one.row["text"],
            "counted": unit * float(one.row["then_value"]),
            "expected": math.nan if one.row["wanted"] is None else unit * float(one.row["wanted"]),
            "levelled": unit * one.measure.now.estimate,
            "low": unit * one.measure.now.low,
            "high": unit * one.measure.now.high,
            "n": one.measure.now.n,
            "right": one.state,
        }
        for one in drawn
        if one.measure is not None
    ]
    return pd.DataFrame(rows).sort_values("section", kind="stable").reset_index(drop=True)
