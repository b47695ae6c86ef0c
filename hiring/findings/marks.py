"""What findings give a chart to draw beside its rows: plain values, without a drawing library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from hiring.statistics.verdicts import UNTOLD, Label

Row = dict[str, Any]
#: How a dot with its interval is read, below each figure of them.
HOW_SURE = "Filled: clear. Hollow: leaning, luck could explain it. Grey: can't tell from the average."


@dataclass(frozen=True)
class Reference:
    """A value to compare with, drawn as a thin line; `name` stands beside it or under it ("earlier", "average")."""

    value: float
    name: str


@dataclass(frozen=True)
class End:
    """One of two marks of a row: `column` of the frame, the `name` beside it in the first row, and how it looks.

    HR and Sales have their colours and shapes; "hollow" and "filled" are grey, for two readings of the same thing.
    """

    column: str
    name: str
    looks: Literal["HR", "Sales", "hollow", "filled"]


HR_AND_SALES = (End("hr", "HR", "HR"), End("sales", "Sales", "Sales"))
RAW_AND_CORRECTED = (End("raw", "among hires", "hollow"), End("corrected", "all candidates", "filled"))


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """The frame's rows by column."""
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def kept_rows(frame: pd.DataFrame, most: int) -> pd.DataFrame:
    """The rows most worth drawing, in the frame's order: Clear first, then Leaning, then those of most hires.

    Columns: `n` and `verdict`.
    """
    worth = {str(Label.CLEAR): 0, str(Label.LEANING): 1, **dict.fromkeys(map(str, UNTOLD), 3)}
    order = pd.DataFrame({"worth": frame["verdict"].map(worth).fillna(2), "n": -frame["n"].astype(float)})
    kept = order.sort_values(["worth", "n"], kind="stable").index[:most]
    return frame[frame.index.isin(kept)].reset_index(drop=True)
