"""The grammar of certainty: filled is Clear, hollow is Leaning, grey is can't tell, words are too few."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts import ink
from hiring.charts.layout import Show
from hiring.charts.sheet import Part, scatter
from hiring.charts.text import bold, lines, plain

CLEAR = "Clear"
LEANING = "Leaning"
CANNOT_TELL = "Can't tell"
TOO_FEW = "Too few hires"
NO_COMPARISON = "No comparison"
#: Words and no mark.
UNTOLD = (TOO_FEW, NO_COMPARISON)


@dataclass(frozen=True)
class Mark:
    """How one estimate is drawn; `text` is the slot of its name, `is_bold` whether the name is heavy."""

    color: str
    fill: str
    symbol: str
    size: int
    width: float
    text: str
    is_bold: bool


def mark_for(verdict: str | None, direction: float, side: str | None = None) -> Mark:
    """The mark of a verdict; without one (None) a plain estimate in ink.

    `direction` is the sign of what is claimed and picks up or down (nan: neither is better, so ink); `side` (HR or
    Sales) takes the people's colour and shape instead. A verdict that is not one of ours raises ValueError.
    """
    symbol = ink.SYMBOLS.get(side or "", "circle")
    if verdict is None:
        color = ink.SIDES.get(side or "", ink.INK)
        return Mark(color, color, symbol, 11, 2, ink.INK, False)
    if verdict not in (CLEAR, LEANING, CANNOT_TELL, *UNTOLD):
        raise ValueError(f"verdict {verdict!r} is none of Clear, Leaning, Can't tell, {', '.join(UNTOLD)}")
    way = ink.INK if math.isnan(direction) else ink.UP if direction >= 0 else ink.DOWN
    color = ink.SIDES.get(side or "", way)
    if verdict == CLEAR:
        return Mark(color, color, symbol, 11, 3, ink.INK, True)
    if verdict == LEANING:
        return Mark(color, ink.BACKGROUND, symbol, 11, 2, ink.INK, False)
    return Mark(ink.CANNOT_TELL, ink.CANNOT_TELL, symbol, 9, 2, ink.MUTE, False)


def dot(mark: Mark) -> dict[str, Any]:
    """The marker settings of a mark."""
    return {
        "size": mark.size,
        "symbol": mark.symbol,
        "color": mark.fill,
        "line": {"color": mark.color, "width": 2},
        "opacity": 1,
    }


def points(
    x: Sequence[float],
    y: Sequence[float],
    marker: Mapping[str, Any],
    places: Sequence[int],
    hovers: Sequence[str],
    **more: Any,
) -> Part:
    """Marks that carry the positions of their rows as customdata; what is not chosen does not fade."""
    return scatter(
        x=x,
        y=y,
        mode="markers",
        marker=marker,
        customdata=places,
        hovertext=hovers,
        hovertemplate="%{hovertext}<extra></extra>",
        unselected={"marker": {"opacity": 1}},
        **more,
    )


def is_shown(row: Mapping[str, Any]) -> bool:
    """Whether a row's estimate may be drawn: it is known, and its verdict is not "too few"."""
    estimate = row.get("estimate")
    known = estimate is not None and not pd.isna(estimate) and math.isfinite(estimate)
    return bool(known) and optional(row, "verdict") not in UNTOLD


def optional(row: Mapping[str, Any], column: str) -> Any:
    """The value of a column that the frame may lack; None where it is missing or empty."""
    value = row.get(column)
    return None if value is None or pd.isna(value) else value


def hover(row: Mapping[str, Any], who: str, show: Show, noun: str) -> str:
    """Who, the estimate with its likely range, and n with the verdict: the same order on every figure."""
    estimate = plain(show(row["estimate"]))
    likely = plain(words.likely(row.get("low"), row.get("high"), show))
    count = plain(words.counted(row["n"], noun)) if optional(row, "n") is not None else ""
    verdict = plain(optional(row, "verdict") or "")
    return lines(
        bold(plain(who)),
        f"{estimate}, {likely}" if likely != words.UNKNOWN else estimate,
        " · ".join(part for part in (count, verdict) if part),
        plain(optional(row, "detail") or ""),
    )


def rows_of(frame: pd.DataFrame, *wanted: str) -> list[dict[str, Any]]:
    """The frame's rows as dictionaries; a wanted column that is missing raises ValueError and is named."""
    missing = [column for column in wanted if column not in frame.columns]
    if missing:
        raise ValueError(f"the frame lacks {', '.join(missing)}; it has {', '.join(map(str, frame.columns))}")
    names = [str(column) for column in frame.columns]
    # Column by column: pandas' own way row by row takes longer than most figures do.
    columns = [frame.iloc[:, index].tolist() for index in range(len(names))]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
