"""One person's pace by month over the middle half of their role."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts import ink, layout, marks
from hiring.charts.drawn import drawn
from hiring.charts.ramps import LEAST_TOP, MONTHS_WRITTEN
from hiring.charts.sheet import Sheet, scatter
from hiring.charts.text import bold, lines, plain, short_names, shortened

HEIGHT = 330
LONGEST_NAME = 15  # letters beside the end of a line
TOP_TICKS = 5

Row = dict[str, Any]


@drawn
def own_ramp(frame: pd.DataFrame, name: str, *, role: str, crossed: int | None = None) -> Sheet:
    """The own line over the role's band and middle line, full quota dotted; a gap where a month is not counted.

    Columns, one row a month: `month` (1 is the first), `own`, `median`, `low`, `high` (shares of full quota), `n` (how
    many hires the band is of). `crossed` is the month in which the pace is reached, marked with a dot.
    """
    rows = marks.rows_of(frame, "month", "own", "median", "low", "high", "n")
    known = [row for row in rows if marks.optional(row, "own") is not None]
    if not known:
        return layout.nothing()
    figure = layout.empty_figure(HEIGHT, left=52, right=104, top=12, bottom=34)
    banded = [row for row in rows if marks.optional(row, "median") is not None]
    _role(figure, banded, role)
    months = [row["month"] for row in rows]
    figure.add_trace(
        scatter(
            x=months,
            y=[marks.optional(row, "own") for row in rows],
            mode="lines",
            line={"width": 2.5, "color": ink.CURVE},
            hovertext=[_hover(row, name) for row in rows],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )
    last = known[-1]
    _end(
        figure,
        last["month"],
        last["own"],
        bold(shortened(short_names([name], LONGEST_NAME)[0], LONGEST_NAME)),
        ink.CURVE,
    )
    _crossing(figure, rows, crossed)
    _axes(figure, rows)
    return figure


def _hover(row: Row, name: str) -> str:
    own = marks.optional(row, "own")
    told = "not counted" if own is None else f"{words.percent(own)} of full quota"
    role = "" if marks.optional(row, "median") is None else f"role: {words.span(row['low'], row['high'])}"
    of = "" if not role else words.counted(row["n"], "hire")
    return lines(bold(plain(f"{name}, month {row['month']:.0f}")), plain(told), plain(role), plain(of))


def _role(figure: Sheet, rows: Sequence[Row], role: str) -> None:
    if not rows:
        return
    months = [row["month"] for row in rows]
    for column, fill in (("low", "none"), ("high", "tonexty")):
        figure.add_trace(
            scatter(
                x=months,
                y=[row[column] for row in rows],
                mode="lines",
                line={"width": 0, "color": ink.BAND},
                fill=fill,
                fillcolor=ink.BAND,
                hoverinfo="skip",
            )
        )
    figure.add_trace(
        scatter(
            x=months,
            y=[row["median"] for row in rows],
            mode="lines",
            line={"width": 1.5, "color": ink.MUTE},
            hoverinfo="skip",
        )
    )
    last = rows[-1]["median"]
    name = shortened(role, LONGEST_NAME)
    _end(figure, months[-1], last, name, ink.MUTE, yshift=-12 if last <= 1 else 12)


def _end(figure: Sheet, month: float, height: float, text: str, color: str, **place: float) -> None:
    font = layout.font(layout.SMALL, color)
    layout.write(figure, text, x=month, y=height, xanchor="left", xshift=6, font=font, **place)


def _crossing(figure: Sheet, rows: Sequence[Row], crossed: int | None) -> None:
    reached = next(
        (row for row in rows if row["month"] == crossed and marks.optional(row, "own") is not None), None
    )
    if reached is None:
        return
    figure.add_trace(
        scatter(
            x=[reached["month"]],
            y=[reached["own"]],
            mode="markers",
            marker={"size": 11, "color": ink.CURVE, "opacity": 1},
            hoverinfo="skip",
        )
    )
    layout.write(
        figure,
        plain(f"at pace, month {words.number(crossed)}"),
        x=reached["month"],
        y=reached["own"],
        xanchor="right" if float(reached["month"]) > 0.6 * float(rows[-1]["month"]) else "left",
        xshift=8,
        yanchor="top",
        yshift=-8,
        font=layout.font(layout.SMALL),
    )


def _axes(figure: Sheet, rows: Sequence[Row]) -> None:
    heights = [marks.optional(row, column) for row in rows for column in ("own", "high")]
    highest = max([LEAST_TOP, *(height for height in heights if height is not None)])
    top = highest * 1.06
    at, labels = layout.written_ticks(0, top, words.percent, TOP_TICKS)
    layout.value_axis(figure, "y", (-0.02 * top, top), at, labels)
    figure.add_shape(
        type="line", x0=0, x1=1, xref="paper", y0=1, y1=1, line={"color": ink.INK, "width": 1, "dash": "dot"}
    )
    layout.write(
        figure,
        "full quota",
        xref="paper",
        x=1,
        y=1,
        xanchor="left",
        xshift=6,
        font=layout.font(layout.SMALL, ink.MUTE),
    )
    last = math.ceil(max(float(row["month"]) for row in rows))
    months = [month for month in MONTHS_WRITTEN if month <= last]
    layout.value_axis(
        figure, "x", (1 - 0.03 * last, last * 1.03), months, [str(month) for month in months], grid=False
    )
