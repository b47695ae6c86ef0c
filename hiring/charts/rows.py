"""What the forms with a row a name share: the scale, the name, the mark with its interval, the words at the end.

A name stands left of its line (`beside`, for short names) or above it. Rows count downwards from 0.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from hiring import words
from hiring.charts import ink, layout, marks
from hiring.charts.layout import Show
from hiring.charts.marks import Mark
from hiring.charts.sheet import Sheet, scatter
from hiring.charts.text import bold, plain
from hiring.findings.marks import Reference

ROW_BESIDE, ROW_ABOVE = 26, 46  # pixels a row, with the name left of its line or above it
LONGEST_BESIDE, LONGEST_ABOVE = 18, 44  # letters of a name that fit
LONGEST_WRAPPED, LINE = 34, 16  # letters of a line of a name that wraps, on a phone too; pixels a line
LEFT_BESIDE = 124  # pixels for a name left of its line
LIFT = 0.4  # from a line up to the words above it, in rows
TOO_FEW = "too few to show"
# How far the reference's tick pushes its neighbours away: half a tick with air, half a letter's width each, of the
# width of a plot that may be as narrow as this.
TICK, HALF_LETTER, NARROW = 22, 2.75, 300  # pixels


def ground(figure: Sheet, count: float, *, above: bool) -> None:
    """Rows from top to bottom; where names stand above, all is moved down a little to hold the first."""
    down = 0.12 if above else 0.0
    figure.update_layout(yaxis={"range": [count - 0.5 - down, -0.5 - down]})


def extent(shown: Sequence[Mapping[str, Any]], reference: Reference | None) -> tuple[float, float]:
    """The range that holds all intervals and the reference."""
    return layout.extent_of(
        [row["estimate"] for row in shown],
        [row["low"] for row in shown],
        [row["high"] for row in shown],
        floor=reference.value if reference else None,
    )


def scale(
    figure: Sheet,
    limits: tuple[float, float],
    show: Show,
    reference: Reference | None = None,
    *,
    axis: str = "x",
) -> None:
    """Round ticks within the limits and the reference as a thin line and a tick of its own."""
    low, high = limits
    ticks, written = layout.written_ticks(low, high, show)
    if reference is None:
        layout.value_axis(figure, axis, limits, ticks, written)
        return
    apart = (TICK + HALF_LETTER * len(reference.name)) / NARROW * (high - low)
    kept = [index for index, value in enumerate(ticks) if abs(value - reference.value) > apart]
    at, labels = [ticks[index] for index in kept], [written[index] for index in kept]
    # A trace, not a shape: shapes lie either above the marks or below the gridline of the reference's own tick.
    figure.add_trace(
        scatter(
            x=[reference.value, reference.value],
            y=figure.axis("y")["range"],
            mode="lines",
            line={"color": ink.CANNOT_TELL, "width": 1},
            hoverinfo="skip",
            xaxis=axis,
        )
    )
    layout.value_axis(figure, axis, limits, [*at, reference.value], [*labels, plain(reference.name)])


def mark_of(row: Mapping[str, Any], reference: Reference | None) -> Mark:
    """The mark of a row's verdict, direction (absent: the side of the reference) and side."""
    return marks.mark_for(
        marks.optional(row, "verdict"), _direction(row, reference), marks.optional(row, "side")
    )


def _direction(row: Mapping[str, Any], reference: Reference | None) -> float:
    direction = marks.optional(row, "direction")
    if direction == "neither":
        return math.nan
    if direction in ("higher", "better"):
        return 1.0
    if direction in ("lower", "worse"):
        return -1.0
    return float(row["estimate"]) - (reference.value if reference else 0.0)


def estimate(
    figure: Sheet, index: int, row: Mapping[str, Any], mark: Mark, hover: str, *, axis: str = "x", at: int
) -> None:
    """A dot with its interval on line `at`; `index` is the row's position in the frame, which a click tells."""
    figure.add_trace(
        scatter(
            x=[row["low"], row["high"]],
            y=[at, at],
            mode="lines",
            line={"color": mark.color, "width": mark.width},
            hoverinfo="skip",
            xaxis=axis,
        )
    )
    figure.add_trace(marks.points([row["estimate"]], [at], marks.dot(mark), [index], [hover], xaxis=axis))


def instead(figure: Sheet, at: float, row: Mapping[str, Any], *, x: float = 0.5) -> None:
    """Words where no mark may stand: the row's own (`instead`) or that there are too few."""
    layout.write(
        figure,
        plain(marks.optional(row, "instead") or TOO_FEW),
        x=x,
        xref="paper",
        y=at,
        bgcolor=ink.BACKGROUND,
        font=layout.font(layout.SMALL, ink.MUTE),
    )


def name(
    figure: Sheet, at: int, markup: str, *, slot: str = ink.INK, heavy: bool = False, beside: bool = False
) -> None:
    """The name of a row; takes text that has been through `shortened`."""
    layout.write(
        figure,
        bold(markup) if heavy else markup,
        x=0,
        xref="paper",
        xanchor="left",
        xshift=2 - LEFT_BESIDE if beside else 0,
        y=at if beside else at - LIFT,
        align="left",
        font=layout.font(color=slot),
        bgcolor=ink.BACKGROUND,
        borderpad=1,
    )


def at_right(figure: Sheet, at: int, markup: str, *, slot: str = ink.MUTE, beside: bool = False) -> None:
    """What stands at the right end of a row; takes text that has been through `plain`."""
    layout.write(
        figure,
        markup,
        x=1,
        xref="paper",
        xanchor="right",
        xshift=50 if beside else 0,
        y=at if beside else at - LIFT,
        font=layout.font(layout.SMALL, slot),
        bgcolor=ink.BACKGROUND,
    )


def head(figure: Sheet, markup: str, **position: Any) -> None:
    """A mute word above the plot, at the `x` and with the anchors told."""
    layout.write(
        figure,
        markup,
        **({"y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 4} | position),
        font=layout.font(layout.SMALL, ink.MUTE),
    )


def counted(row: Mapping[str, Any], noun: str) -> str:
    """A row's n with its noun, ready for a figure; nothing where it is not told."""
    return plain(words.counted(row["n"], noun)) if marks.optional(row, "n") is not None else ""
