"""Who differs: one row a name, a dot and its interval on a common scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from hiring import words
from hiring.charts import ink, layout, marks
from hiring.charts.cohorts import Reference
from hiring.charts.drawn import drawn
from hiring.charts.layout import Show
from hiring.charts.marks import Mark
from hiring.charts.text import bold, plain, shortened

ROW_BESIDE, ROW_ABOVE = 26, 46  # pixels a row, with the name left of its line or above it
LONGEST_BESIDE, LONGEST_ABOVE = 15, 44  # letters of a name that fit

Labels = Literal["beside", "above"]


@drawn
def dots_with_intervals(
    frame: pd.DataFrame,
    *,
    show: Show = words.percent,
    reference: Reference | None = None,
    labels: Labels = "beside",
    noun: str = "hire",
    ends: tuple[str, str] | None = None,
    extent: tuple[float, float] | None = None,
) -> go.Figure:
    """Names one under the other in the frame's order, the reference as a thin line.

    Columns: `name`, `estimate`, `low`, `high` (in the unit `show` writes), `n`; optional `verdict`
    (Clear filled, Leaning hollow, Can't tell grey, Too few hires words only; absent: plain ink),
    `direction` ("higher", "better", "lower" or "worse"; absent: side of the reference), `side` (HR or Sales),
    `right` (what stands at the right end; absent: n beside, the estimate and n above), `detail` (hover).
    `labels="beside"` is for names of 15 letters, "above" for long ones; `ends` are the words left and
    right of the reference ("lower", "higher"); `extent` gives two figures side by side the same scale.
    A clicked dot carries its row's position as customdata.
    """
    rows = marks.rows_of(frame, "name", "estimate", "low", "high", "n")
    if not rows:
        return layout.nothing()
    beside = labels == "beside"
    figure = _ground(len(rows), beside=beside, has_head=beside or ends is not None)
    shown = [row for row in rows if marks.is_shown(row)]
    if shown:
        _scale(figure, extent or _extent(shown, reference), show, reference)
    else:
        layout.unseen(figure)
    for place, row in enumerate(rows):
        _row(figure, place, row, show, noun, reference, beside=beside)
    if beside:
        _head(figure, noun)
    if ends and reference and shown:
        _ends(figure, ends, reference)
    return figure


def _ground(count: int, *, beside: bool, has_head: bool) -> go.Figure:
    height = count * (ROW_BESIDE if beside else ROW_ABOVE) + (58 if beside else 40)
    left, right, top = 108 if beside else 0, 52 if beside else 4, 28 if has_head else 10
    figure = layout.empty_figure(height, left=left, right=right, top=top, bottom=30)
    figure.update_layout(yaxis={"range": [count - 0.5, -0.5 if beside else -0.62]})
    return figure


def _extent(shown: Sequence[Mapping[str, Any]], reference: Reference | None) -> tuple[float, float]:
    return layout.extent_of(
        [row["estimate"] for row in shown],
        [row["low"] for row in shown],
        [row["high"] for row in shown],
        floor=reference.value if reference else None,
    )


def _scale(figure: go.Figure, limits: tuple[float, float], show: Show, reference: Reference | None) -> None:
    low, high = limits
    at = [
        value
        for value in layout.nice_ticks(low, high)
        if reference is None or abs(value - reference.value) > 0.13 * (high - low)
    ]
    labels = [plain(show(value)) for value in at]
    if reference:
        at, labels = [*at, reference.value], [*labels, plain(reference.name)]
        figure.add_shape(
            type="line",
            x0=reference.value,
            x1=reference.value,
            y0=0,
            y1=1,
            yref="paper",
            line={"color": ink.CANNOT_TELL, "width": 1},
            layer="below",
        )
    layout.value_axis(figure, "x", limits, at, labels)


def _row(
    figure: go.Figure,
    place: int,
    row: Mapping[str, Any],
    show: Show,
    noun: str,
    reference: Reference | None,
    *,
    beside: bool,
) -> None:
    mark = marks.mark_for(
        marks.optional(row, "verdict"), _direction(row, reference), marks.optional(row, "side")
    )
    _name(figure, place, row, mark, beside=beside)
    _right(figure, place, row, mark, show, noun, beside=beside)
    if marks.is_shown(row):
        _dot(figure, place, row, mark, marks.hover(row, str(row["name"]), show, noun))
        return
    layout.write(
        figure,
        "too few to show",
        x=0.5,
        xref="paper",
        y=place,
        bgcolor=ink.BACKGROUND,
        font=layout.font(layout.SMALL, ink.MUTE),
    )


def _direction(row: Mapping[str, Any], reference: Reference | None) -> float:
    told = marks.optional(row, "direction")
    if told in ("higher", "better"):
        return 1.0
    if told in ("lower", "worse"):
        return -1.0
    return float(row["estimate"]) - (reference.value if reference else 0.0)


def _dot(figure: go.Figure, place: int, row: Mapping[str, Any], mark: Mark, hover: str) -> None:
    figure.add_trace(
        go.Scatter(
            x=[row["low"], row["high"]],
            y=[place, place],
            mode="lines",
            line={"color": mark.color, "width": mark.width},
            hoverinfo="skip",
        )
    )
    figure.add_trace(
        go.Scatter(
            x=[row["estimate"]],
            y=[place],
            mode="markers",
            marker=marks.dot(mark),
            customdata=[place],
            hovertext=[hover],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected={"marker": {"opacity": 1}},
        )
    )


def _name(figure: go.Figure, place: int, row: Mapping[str, Any], mark: Mark, *, beside: bool) -> None:
    name = shortened(row["name"], LONGEST_BESIDE if beside else LONGEST_ABOVE)
    layout.write(
        figure,
        bold(name) if mark.is_bold else name,
        x=0,
        xref="paper",
        xanchor="left",
        xshift=-106 if beside else 0,
        y=place if beside else place - 0.36,
        font=layout.font(color=mark.text),
        bgcolor=ink.BACKGROUND,
        borderpad=1,
    )


def _right(
    figure: go.Figure, place: int, row: Mapping[str, Any], mark: Mark, show: Show, noun: str, *, beside: bool
) -> None:
    given = marks.optional(row, "right")
    layout.write(
        figure,
        plain(given) if given is not None else _count(row, show, noun, beside=beside),
        x=1,
        xref="paper",
        xanchor="right",
        xshift=50 if beside else 0,
        y=place if beside else place - 0.36,
        font=layout.font(layout.SMALL, ink.MUTE if beside else mark.text),
        bgcolor=ink.BACKGROUND,
    )


def _count(row: Mapping[str, Any], show: Show, noun: str, *, beside: bool) -> str:
    """What stands at the right end of a row when the frame does not say."""
    if beside:
        return plain(words.number(row["n"]))
    count = plain(words.counted(row["n"], noun))
    return f"{bold(plain(show(row['estimate'])))} · {count}" if marks.is_shown(row) else count


def _head(figure: go.Figure, noun: str) -> None:
    layout.write(
        figure,
        plain(noun + "s"),
        x=1,
        xref="paper",
        xanchor="right",
        xshift=50,
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=4,
        font=layout.font(layout.SMALL, ink.MUTE),
    )


def _ends(figure: go.Figure, ends: tuple[str, str], reference: Reference) -> None:
    for text, anchor, shift in ((f"← {plain(ends[0])}", "right", -6), (f"{plain(ends[1])} →", "left", 6)):
        layout.write(
            figure,
            text,
            x=reference.value,
            xanchor=anchor,
            xshift=shift,
            y=1,
            yref="paper",
            yanchor="bottom",
            yshift=4,
            font=layout.font(layout.SMALL, ink.MUTE),
        )
