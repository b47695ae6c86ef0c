"""What came of each bucket of a rating: mean outcomes with their intervals, in the order of the scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts import ink, layout, marks, upright
from hiring.charts.drawn import drawn
from hiring.charts.layout import Show
from hiring.charts.sheet import Sheet, scatter
from hiring.charts.text import lines, plain
from hiring.findings.marks import Reference


@drawn
def calibration_steps(
    frame: pd.DataFrame,
    *,
    axis: str,
    show: Show = words.signed,
    reference: Reference | None = None,
    noun: str = "hire",
    height: int = 320,
) -> Sheet:
    """Buckets side by side, the mean above its interval, n under the tick; behind them the rising steps.

    Columns, lowest bucket first: `bucket` (text, "2.0–2.9"), `estimate`, `low`, `high` (in the unit `show`
    writes), `n`; optional `rising` (the nearest values that never fall, drawn as thin steps), `verdict` ("Too few
    hires" becomes words), `detail` (hover). `axis` says what the buckets are. A clicked dot carries its row's
    position as customdata.
    """
    rows = marks.rows_of(frame, "bucket", "estimate", "low", "high", "n")
    if not rows:
        return layout.nothing()
    shown = [(index, row) for index, row in enumerate(rows) if marks.is_shown(row)]
    if not shown:
        return layout.nothing("too few to show")
    figure = layout.empty_figure(height, left=46, right=56 if reference else 8, top=20, bottom=62)
    _steps(figure, rows)
    for index, row in shown:
        _dot(figure, index, row, show, noun)
    for index, row in enumerate(rows):
        if not marks.is_shown(row):
            upright.too_few(figure, index)
    limits = upright.extent([row for _, row in shown], reference)
    layout.value_axis(figure, "y", limits, *layout.written_ticks(*limits, show))
    upright.places_axis(figure, len(rows), range(len(rows)), [_tick(row) for row in rows])
    _axis_words(figure, axis)
    if reference:
        upright.reference_line(figure, reference, show)
    return figure


def _dot(figure: Sheet, index: int, row: Mapping[str, Any], show: Show, noun: str) -> None:
    upright.interval(figure, index, row, ink.INK, 2)
    upright.value(figure, index, row, show)
    marker = {"size": 12, "color": ink.INK, "line": {"color": ink.INK, "width": 2}, "opacity": 1}
    hover = marks.hover(row, str(row["bucket"]), show, noun)
    figure.add_trace(marks.points([index], [row["estimate"]], marker, [index], [hover]))


def _steps(figure: Sheet, rows: Sequence[Mapping[str, Any]]) -> None:
    """The rising values, each as wide as its bucket; nothing where one of them is not known."""
    rising = [marks.optional(row, "rising") for row in rows]
    if any(value is None for value in rising):
        return
    half = 0.5
    figure.add_trace(
        scatter(
            x=[edge for index in range(len(rising)) for edge in (index - half, index + half)],
            y=[value for value in rising for _ in range(2)],
            mode="lines",
            line={"color": ink.CONTEXT, "width": 2},
            hoverinfo="skip",
        )
    )


def _tick(row: Mapping[str, Any]) -> str:
    return lines(plain(row["bucket"]), f"n {plain(words.number(row['n']))}")


def _axis_words(figure: Sheet, axis: str) -> None:
    layout.write(
        figure,
        plain(axis),
        x=0.5,
        xref="paper",
        y=0,
        yref="paper",
        yanchor="top",
        yshift=-42,
        font=layout.font(layout.SMALL, ink.MUTE),
    )
