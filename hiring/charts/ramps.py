"""How fast a role ramps: one small figure a role, the same scale on each."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from hiring import words
from hiring.charts import ink, layout, marks
from hiring.charts.drawn import drawn
from hiring.charts.text import bold, lines, plain

LEAST_TOP = 1.2  # the scale reaches over the quota line even where nobody does
MOST_TOP = 2.0  # a few very good months must not press all curves to the floor
MONTHS_WRITTEN = (1, 6, 12, 18, 24, 30, 36)


@drawn
def ramp(
    frame: pd.DataFrame, role: str, *, crossed: float | None = None, height: int = 196, noun: str = "hire"
) -> go.Figure:
    """One role's median attainment by tenure month, the middle half as a band, the other roles thin.

    Columns, one row a role and month: `role`, `month` (1 is the first), `median`, `low`, `high` (the middle
    half; shares of the full quota, 1.0 = 100 %), `n`. Hand over all roles each time: they share the scale.
    `crossed` is the month at which the pace is reached, marked with a dot and "month 6"; None: no mark.
    """
    marks.rows_of(frame.head(1), "role", "month", "median", "low", "high", "n")
    if role not in set(frame["role"]):
        return layout.nothing()
    figure = layout.empty_figure(height, left=46, right=8, top=8, bottom=30)
    own = frame[frame["role"] == role].sort_values("month")
    _band(figure, own)
    for _, other in frame[frame["role"] != role].groupby("role", sort=True):
        _context(figure, other.sort_values("month"))
    _curve(figure, own, role, noun)
    if crossed is not None:
        _crossing(figure, own, crossed)
    _axes(figure, frame)
    return figure


def _band(figure: layout.Sheet, own: pd.DataFrame) -> None:
    for column, fill in (("low", "none"), ("high", "tonexty")):
        figure.add_trace(
            go.Scatter(
                x=own["month"].tolist(),
                y=own[column].tolist(),
                mode="lines",
                line={"width": 0, "color": ink.BAND},
                fill=fill,
                fillcolor=ink.BAND,
                hoverinfo="skip",
            )
        )


def _context(figure: layout.Sheet, other: pd.DataFrame) -> None:
    figure.add_trace(
        go.Scatter(
            x=other["month"].tolist(),
            y=other["median"].tolist(),
            mode="lines",
            line={"width": 1, "color": ink.CONTEXT},
            hoverinfo="skip",
        )
    )


def _curve(figure: layout.Sheet, own: pd.DataFrame, role: str, noun: str) -> None:
    hovers = [
        lines(
            bold(plain(f"{role}, month {row['month']}")),
            plain(f"{words.percent(row['median'])}, middle half {words.span(row['low'], row['high'])}"),
            plain(words.counted(row["n"], noun)),
        )
        for row in own.to_dict("records")
    ]
    figure.add_trace(
        go.Scatter(
            x=own["month"].tolist(),
            y=own["median"].tolist(),
            mode="lines",
            line={"width": 2.5, "color": ink.CURVE},
            hovertext=hovers,
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )


def _crossing(figure: layout.Sheet, own: pd.DataFrame, crossed: float) -> None:
    reached = own[own["month"] >= crossed].head(1)
    if reached.empty:
        return
    month, height = int(reached["month"].iloc[0]), float(reached["median"].iloc[0])
    figure.add_trace(
        go.Scatter(
            x=[month],
            y=[height],
            mode="markers",
            marker={"size": 10, "color": ink.CURVE, "opacity": 1},
            hoverinfo="skip",
        )
    )
    late = month > 0.75 * float(own["month"].max())
    layout.write(
        figure,
        f"month {plain(words.number(crossed))}",
        x=month,
        y=height,
        xanchor="right" if late else "left",
        xshift=4 if late else 6,
        yanchor="top",
        yshift=-8,
    )


def _axes(figure: layout.Sheet, frame: pd.DataFrame) -> None:
    highest = float(frame["high"].max()) if frame["high"].notna().any() else LEAST_TOP
    top = min(max(highest * 1.05, LEAST_TOP), MOST_TOP)
    layout.value_axis(figure, "y", (-0.02, top), [0, 0.5, 1], ["0", plain(words.percent(0.5)), "quota"])
    figure.add_shape(
        type="line",
        x0=0,
        x1=1,
        xref="paper",
        y0=1,
        y1=1,
        line={"color": ink.CONTEXT, "width": 1, "dash": "dot"},
        layer="below",
    )
    last = int(frame["month"].max())
    at = [month for month in MONTHS_WRITTEN if month <= last] if last >= 6 else list(range(1, last + 1))
    layout.value_axis(
        figure, "x", (1 - 0.03 * last, last * 1.06), at, [str(month) for month in at], grid=False
    )
