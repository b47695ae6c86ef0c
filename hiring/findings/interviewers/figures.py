"""What the views of "Interviewing craft" are made of: a figure with its words, a table, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from hiring import words
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
    """A figure's heading, subtitle, frame and note; `card` is the word it measures, `missing` stands in its place.

    `extent`: the scale, where that of the values would magnify what hardly differs.
    """

    title: str
    subtitle: str = ""
    frame: pd.DataFrame = field(default_factory=pd.DataFrame)
    note: str = ""
    card: str = ""
    missing: NotKnown | None = None
    extent: tuple[float, float] | None = None

    @property
    def alt(self) -> str:
        """The finding, for those who do not see the figure."""
        return f"{self.title}. {self.subtitle}".strip()


def most_of(frame: pd.DataFrame, count: str) -> pd.DataFrame:
    """Those with the largest counts, in the frame's order."""
    kept = frame[count].sort_values(ascending=False, kind="stable").index[:MOST_ROWS]
    return frame[frame.index.isin(kept)].reset_index(drop=True)


def shown_of(count: int, noun: str) -> str:
    """ "Shown: the 12 of 76 with most scorecards."; nothing where all are."""
    return f"Shown: the {MOST_ROWS} of {count} with most {noun}s. " if count > MOST_ROWS else ""
