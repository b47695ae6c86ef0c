"""What the views of "Interviewing craft" are made of: a figure with its words, a table, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.statistics.ratings.not_known import NotKnown, Standing
from hiring.statistics.verdicts import Label

LINE = f"line: likely range (95{words.THIN}%)"
#: Rows of a figure of people; the table has everybody.
MOST_ROWS = 12
VERDICTS = {
    Standing.CLEAR.value: Label.CLEAR.value,
    Standing.LEANING.value: Label.LEANING.value,
    Standing.CANNOT_TELL.value: Label.CANNOT_TELL.value,
    Standing.TOO_FEW.value: Label.TOO_FEW.value,
}


@dataclass(frozen=True)
class Figure:
    """An exhibit; `card` is the word it measures, `missing` stands in place of what is drawn."""

    card: str
    exhibit: Exhibit
    missing: NotKnown | None = None


def figure(
    card: str, lead: str, standfirst: str, marks: Marks, note: str, *, n: int | None = None, label: str = ""
) -> Figure:
    """The figure of what a card measures."""
    exhibit = Exhibit(
        key=key_of(card),
        lead=lead,
        standfirst=standfirst,
        marks=marks,
        alt=f"{lead}. {standfirst}".strip(),
        n=n,
        label=label,
        definition=(card,),
        note=note,
    )
    return Figure(card, exhibit)


def without(card: str, lead: str, why: NotKnown, standfirst: str = "") -> Figure:
    """The heading of what a card measures, and why there is nothing below it."""
    return Figure(card, undrawn(key_of(card), lead, standfirst), why)


def key_of(card: str) -> str:
    """What tells the figure apart from every other."""
    return f"craft_{card}"


def most_of(frame: pd.DataFrame, count: str) -> pd.DataFrame:
    """Those with the largest counts, in the frame's order."""
    kept = frame[count].sort_values(ascending=False, kind="stable").index[:MOST_ROWS]
    return frame[frame.index.isin(kept)].reset_index(drop=True)


def shown_of(count: int, noun: str) -> str:
    """ "Shown: the 12 of 76 with most scorecards."; nothing where all are."""
    return f"Shown: the {MOST_ROWS} of {count} with most {noun}s. " if count > MOST_ROWS else ""
