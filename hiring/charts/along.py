"""What stands along the time of another measure: counts of something else in a strip below, marks over their time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hiring import words
from hiring.charts import ink, layout, marks
from hiring.charts.sheet import Sheet
from hiring.charts.text import lines, plain

STRIP = 0.18  # the part of the plot's height that the tallest bar of the strip takes
ROOM = 0.3  # by how much of its height the plot grows below, so that no interval stands in the strip
HALF = 0.3  # of a bar's width, where places are one apart


def has_strip(rows: Sequence[Mapping[str, Any]], counts: str) -> bool:
    """Whether anything is to be drawn in the strip of what `counts` names."""
    return bool(counts) and _most(rows) > 0


def draw(figure: Sheet, rows: Sequence[Mapping[str, Any]], counts: str) -> None:
    """The marks over their times, and the strip where there is one."""
    _over(figure, rows)
    if has_strip(rows, counts):
        _strip(figure, rows, counts)


def with_room(extent: tuple[float, float]) -> tuple[float, float]:
    """The range of the values with the strip below."""
    low, high = extent
    return low - ROOM * (high - low), high


def _strip(figure: Sheet, rows: Sequence[Mapping[str, Any]], noun: str) -> None:
    """A bar for each count, and beside them what they count and the most of it."""
    most = _most(rows)
    for index, row in enumerate(rows):
        count = marks.optional(row, "count") or 0
        if count:
            figure.add_shape(
                type="rect",
                x0=index - HALF,
                x1=index + HALF,
                y0=0,
                y1=STRIP * count / most,
                yref="paper",
                fillcolor=ink.CONTEXT,
                line={"width": 0},
                layer="below",
            )
    layout.write(
        figure,
        lines(plain(noun + "s"), plain(f"up to {words.number(most)}")),
        x=1,
        xref="paper",
        xanchor="left",
        xshift=6,
        y=STRIP / 2,
        yref="paper",
        align="left",
        font=layout.font(layout.SMALL, ink.MUTE),
    )


def _over(figure: Sheet, rows: Sequence[Mapping[str, Any]]) -> None:
    """A thin line through each time that has a mark, and the mark over it."""
    for index, row in enumerate(rows):
        mark = marks.optional(row, "mark")
        if not mark:
            continue
        line = {"color": ink.CONTEXT, "width": 1.5}
        figure.add_shape(type="line", x0=index, x1=index, y0=0, y1=1, yref="paper", line=line, layer="below")
        layout.write(
            figure,
            plain(mark),
            x=index,
            y=1,
            yref="paper",
            yanchor="bottom",
            font=layout.font(layout.SMALL, ink.INK),
        )


def said(row: Mapping[str, Any], noun: str) -> str:
    """ "17 meetings · A": what a hover says of it; empty where the frame has neither."""
    count = marks.optional(row, "count")
    mark = marks.optional(row, "mark")
    parts = (words.counted(int(count), noun) if noun and count is not None else "", str(mark or ""))
    return " · ".join(part for part in parts if part)


def _most(rows: Sequence[Mapping[str, Any]]) -> float:
    return max((float(marks.optional(row, "count") or 0) for row in rows), default=0.0)
