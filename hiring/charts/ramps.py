"""How fast a role ramps: one small figure a role, the same scale on each; and one person over the role's band."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts import ink, layout, marks
from hiring.charts.drawn import drawn
from hiring.charts.sheet import Sheet, scatter
from hiring.charts.text import bold, lines, plain, short_names, shortened

LEAST_TOP = 1.2  # the scale reaches over the quota line even where nobody does
MOST_TOP = 2.5  # a few very good months must not press all curves to the floor
MONTHS_WRITTEN = (1, 6, 12, 18, 24, 30, 36, 48, 60)
LONGEST_NAME = 15  # letters beside the end of a line

Row = dict[str, Any]


@drawn
def ramp(
    frame: pd.DataFrame, role: str, *, crossed: float | None = None, height: int = 196, noun: str = "hire"
) -> Sheet:
    """One role's median attainment by tenure month, the middle half as a band, the other roles thin.

    Columns, one row a role and month: `role`, `month` (1 is the first), `median`, `low`, `high` (the middle
    half; shares of the full quota, 1.0 = 100 %), `n`. Hand over all roles each time: they share the scale.
    `crossed` is the month at which the pace is reached, marked with a dot and "month 6"; None: no mark.
    """
    rows = marks.rows_of(frame, "role", "month", "median", "low", "high", "n")
    months = {
        name: _months_of(rows, name)
        for name in sorted({row["role"] for row in rows if not pd.isna(row["role"])})
    }
    own = months.get(role)
    if not own:
        return layout.nothing()
    figure = layout.empty_figure(height, left=46, right=8, top=8, bottom=30)
    _band(figure, own)
    for name, other in months.items():
        if name != role:
            _context(figure, other)
    _curve(figure, own, role, noun)
    if crossed is not None:
        _crossing(figure, own, crossed)
    _axes(figure, rows)
    return figure


@drawn
def own_ramp(frame: pd.DataFrame, name: str, *, role: str, crossed: int | None = None) -> Sheet:
    """One person's pace by month over the role's middle half; a gap where a month is not counted.

    Columns, one row a month: `month` (1 is the first), `own`, and of the role `median`, `low`, `high` (shares of full
    quota), `n`; each may be missing in a row. `crossed` is the month in which the pace is reached, marked with a dot.
    """
    rows = marks.rows_of(frame, "month", "own", "median", "low", "high", "n")
    known = [row for row in rows if marks.optional(row, "own") is not None]
    if not known:
        return layout.nothing()
    figure = layout.empty_figure(330, left=52, right=104, top=12, bottom=30)
    if banded := [row for row in rows if marks.optional(row, "median") is not None]:
        _band(figure, banded)
        _context(figure, banded, ink.MUTE)
        height = banded[-1]["median"]
        _end(figure, banded[-1]["month"], height, shortened(role, LONGEST_NAME), -10 if height <= 1 else 10)
    figure.add_trace(
        scatter(
            x=[row["month"] for row in rows],
            y=[marks.optional(row, "own") for row in rows],
            mode="lines",
            line={"width": 2.5, "color": ink.CURVE},
            hovertext=[_own_hover(row, name) for row in rows],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )
    short = shortened(short_names([name], LONGEST_NAME)[0], LONGEST_NAME)
    _end(figure, known[-1]["month"], known[-1]["own"], bold(short), color=ink.CURVE)
    if crossed is not None:
        _crossing(figure, [row | {"median": row["own"]} for row in known], crossed)
    _axes(figure, rows, most=None)
    _end(figure, 1, 1, "full quota", x=1, xref="paper")
    return figure


def _own_hover(row: Row, name: str) -> str:
    own, who = marks.optional(row, "own"), f"{name}, month {row['month']:.0f}"
    told = "not counted" if own is None else f"{words.percent(own)} of full quota"
    if marks.optional(row, "median") is None:
        return lines(bold(plain(who)), plain(told))
    half = f"middle half of the role {words.span(row['low'], row['high'])}"
    return lines(bold(plain(who)), plain(told), plain(half), plain(words.counted(row["n"], "hire")))


def _end(
    figure: Sheet,
    month: float,
    height: float,
    text: str,
    yshift: float = 0,
    color: str = ink.MUTE,
    **place: Any,
) -> None:
    """A word behind the end of a line."""
    font = layout.font(layout.SMALL, color)
    at = {"x": month, "y": height, "xanchor": "left", "xshift": 6, "yshift": yshift, "font": font}
    layout.write(figure, text, **(at | place))


def _months_of(rows: Sequence[Row], role: str) -> list[Row]:
    """A role's rows in the order of its months."""
    return sorted((row for row in rows if row["role"] == role), key=lambda row: float(row["month"]))


def _band(figure: Sheet, own: Sequence[Row]) -> None:
    for column, fill in (("low", "none"), ("high", "tonexty")):
        figure.add_trace(
            scatter(
                x=[row["month"] for row in own],
                y=[row[column] for row in own],
                mode="lines",
                line={"width": 0, "color": ink.BAND},
                fill=fill,
                fillcolor=ink.BAND,
                hoverinfo="skip",
            )
        )


def _context(figure: Sheet, other: Sequence[Row], color: str = ink.CONTEXT) -> None:
    figure.add_trace(
        scatter(
            x=[row["month"] for row in other],
            y=[row["median"] for row in other],
            mode="lines",
            line={"width": 1, "color": color},
            hoverinfo="skip",
        )
    )


def _curve(figure: Sheet, own: Sequence[Row], role: str, noun: str) -> None:
    hovers = [
        lines(
            bold(plain(f"{role}, month {row['month']}")),
            plain(f"{words.percent(row['median'])}, middle half {words.span(row['low'], row['high'])}"),
            plain(words.counted(row["n"], noun)),
        )
        for row in own
    ]
    figure.add_trace(
        scatter(
            x=[row["month"] for row in own],
            y=[row["median"] for row in own],
            mode="lines",
            line={"width": 2.5, "color": ink.CURVE},
            hovertext=hovers,
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )


def _crossing(figure: Sheet, own: Sequence[Row], crossed: float) -> None:
    reached = next((row for row in own if row["month"] >= crossed), None)
    if reached is None:
        return
    month, height = int(reached["month"]), float(reached["median"])
    figure.add_trace(
        scatter(
            x=[month],
            y=[height],
            mode="markers",
            marker={"size": 10, "color": ink.CURVE, "opacity": 1},
            hoverinfo="skip",
        )
    )
    late = month > 0.75 * float(own[-1]["month"])
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


def _axes(figure: Sheet, rows: Sequence[Row], most: float | None = MOST_TOP) -> None:
    """`most` is how high the scale may reach; with None it holds all there is, a person's own pace too."""
    heights = [marks.optional(row, column) for row in rows for column in ("own", "high")]
    top = max([LEAST_TOP, *(1.05 * float(height) for height in heights if height is not None)])
    if most is None:
        layout.value_axis(figure, "y", (-0.02 * top, top), *layout.written_ticks(0, top, words.percent))
    else:
        at, labels = [0, 0.5, 1], ["0", plain(words.percent(0.5)), "quota"]
        layout.value_axis(figure, "y", (-0.02, min(top, most)), at, labels)
    figure.add_shape(
        type="line",
        x0=0,
        x1=1,
        xref="paper",
        y0=1,
        y1=1,
        line={"color": ink.CONTEXT if most else ink.INK, "width": 1, "dash": "dot"},
        layer="below",
    )
    last = max(int(row["month"]) for row in rows)
    at = [month for month in MONTHS_WRITTEN if month <= last] if last >= 6 else list(range(1, last + 1))
    layout.value_axis(
        figure, "x", (1 - 0.03 * last, last * 1.06), at, [str(month) for month in at], grid=False
    )
