"""Time to an event: Kaplan–Meier curves as steps, with their bands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts import ink, layout, marks
from hiring.charts.drawn import drawn
from hiring.charts.sheet import Sheet, scatter
from hiring.charts.text import bold, lines, plain, shortened

MOST_CURVES = 3  # a fourth band hides the others
LONGEST_NAME = 26
LETTER = 0.026  # the part of the axis a letter takes on a phone, where room is shortest
LEAST_BELOW = 0.08  # a share with room for a name between it and the ticks
INKS = (ink.CURVE, ink.MUTE, ink.STEPS[5])


@drawn
def steps(
    frame: pd.DataFrame,
    *,
    unit: str = "days since start",
    half_line: bool = True,
    height: int = 330,
    until: float | None = None,
) -> Sheet:
    """At most three curves, each with its band and its name on it; the first group is drawn strongest.

    Columns, one row a step, in the order of groups and times: `group`, `time` (in the unit named under the
    axis), `share` (0–1, with the event or still without it: as the page asks), `low`, `high` (the band).
    `until` ends the axis; `half_line` dots the 50 % line. More than three groups raise ValueError.
    """
    rows = marks.rows_of(frame, "group", "time", "share", "low", "high")
    if not rows:
        return layout.nothing()
    groups = list(dict.fromkeys(row["group"] for row in rows))
    if len(groups) > MOST_CURVES:
        raise ValueError(f"{len(groups)} curves are too many to read, at most {MOST_CURVES}")
    figure = layout.empty_figure(height, left=50, right=12, top=10, bottom=48)
    longest = until or max(float(row["time"]) for row in rows)
    _axes(figure, longest, unit, half_line=half_line)
    curves = [[row for row in rows if row["group"] == group and row["time"] <= longest] for group in groups]
    for curve, slot in zip(curves, INKS, strict=False):
        _band(figure, curve, slot)
    for group, curve, slot in zip(groups, curves, INKS, strict=False):
        _curve(figure, str(group), curve, slot, unit)
    for index, (group, slot) in enumerate(zip(groups, INKS, strict=False)):
        _label(figure, str(group), curves, index, slot, longest)
    return figure


def _axes(figure: Sheet, longest: float, unit: str, *, half_line: bool) -> None:
    shares = [0, 0.25, 0.5, 0.75, 1]
    layout.value_axis(figure, "y", (-0.02, 1.04), shares, [plain(words.percent(share)) for share in shares])
    at = layout.nice_ticks(0, longest, most=6) if "day" not in unit else _day_ticks(longest)
    layout.value_axis(
        figure, "x", (-0.01 * longest, longest * 1.05), at, [words.number(value) for value in at]
    )
    figure.update_layout(xaxis={"showgrid": False})
    layout.write(
        figure,
        plain(unit),
        x=0.5,
        xref="paper",
        y=0,
        yref="paper",
        yanchor="top",
        yshift=-24,
        font=layout.font(layout.SMALL, ink.MUTE),
    )
    if half_line:
        figure.add_shape(
            type="line",
            x0=0,
            x1=1,
            xref="paper",
            y0=0.5,
            y1=0.5,
            line={"color": ink.CONTEXT, "width": 1, "dash": "dot"},
            layer="below",
        )


def _day_ticks(longest: float) -> list[float]:
    """Days are read in months and quarters: the smallest of these steps that gives at most six ticks."""
    step = next((days for days in (10, 30, 60, 90, 180, 365) if longest / days <= 6), 730)
    return [float(day) for day in range(0, int(longest) + 1, step)]


def _band(figure: Sheet, curve: Sequence[dict[str, Any]], slot: str) -> None:
    known = [row for row in curve if not (pd.isna(row["low"]) or pd.isna(row["high"]))]
    for column, fill in (("low", "none"), ("high", "tonexty")):
        figure.add_trace(
            scatter(
                x=[row["time"] for row in known],
                y=[row[column] for row in known],
                mode="lines",
                line={"width": 0, "shape": "hv", "color": ink.see_through(slot, 0x22)},
                fill=fill,
                fillcolor=ink.see_through(slot, 0x22),
                hoverinfo="skip",
            )
        )


def _curve(figure: Sheet, group: str, curve: Sequence[dict[str, Any]], slot: str, unit: str) -> None:
    figure.add_trace(
        scatter(
            x=[row["time"] for row in curve],
            y=[row["share"] for row in curve],
            mode="lines",
            line={"width": 2.5, "shape": "hv", "color": slot},
            hovertext=[
                lines(
                    bold(plain(group)),
                    plain(f"{words.number(row['time'])} {unit}"),
                    plain(f"{words.percent(row['share'])}, {words.likely(row['low'], row['high'])}"),
                )
                for row in curve
            ],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )


def _label(
    figure: Sheet,
    group: str,
    curves: Sequence[Sequence[dict[str, Any]]],
    index: int,
    slot: str,
    longest: float,
) -> None:
    """Put a curve's name on its free side: above the highest, below the others unless they lie on the axis."""
    known = [row for row in curves[index] if not pd.isna(row["share"])]
    if not known:
        return
    rising = float(known[-1]["share"]) >= float(known[0]["share"])
    highest = _is_highest(curves, index, longest)
    to_the_left = rising == highest
    spot = _spot(known, 0.75 if highest else 0.5, to_the_left, len(group) * LETTER * longest, longest)
    is_above = highest or float(spot["share"]) < LEAST_BELOW
    layout.write(
        figure,
        bold(shortened(group, LONGEST_NAME)),
        x=spot["time"],
        y=spot["share"],
        xanchor="right" if to_the_left else "left",
        xshift=-10 if to_the_left else 10,
        yanchor="bottom" if is_above else "top",
        yshift=2 if is_above else -4,
        font=layout.font(color=slot),
    )


def _spot(
    known: Sequence[dict[str, Any]], part: float, to_the_left: bool, width: float, longest: float
) -> dict[str, Any]:
    """The step nearest to `part` of the curve's way that leaves a name of that width room on its side."""
    start, end = float(known[0]["share"]), float(known[-1]["share"])
    roomy = [
        row for row in known if (row["time"] >= width if to_the_left else row["time"] <= longest - width)
    ]
    return min(roomy or known, key=lambda row: abs(float(row["share"]) - start - part * (end - start)))


def _is_highest(curves: Sequence[Sequence[dict[str, Any]]], index: int, longest: float) -> bool:
    """Whether a curve runs above the others half-way along the axis; of those that run together, the first."""
    heights = [_share_at(curve, longest / 2) for curve in curves]
    highest = max((height for height in heights if not math.isnan(height)), default=0.0)
    return heights[index] >= highest and highest not in heights[:index]


def _share_at(curve: Sequence[dict[str, Any]], time: float) -> float:
    past = [float(row["share"]) for row in curve if row["time"] <= time and not pd.isna(row["share"])]
    return past[-1] if past else math.nan
