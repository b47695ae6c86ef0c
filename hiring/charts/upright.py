"""What the forms with their groups side by side share: intervals, values above them, the line to compare with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hiring.charts import ink, layout, marks
from hiring.charts.layout import Show
from hiring.charts.sheet import Sheet, scatter
from hiring.charts.text import lines, plain
from hiring.findings.marks import Reference


def interval(
    figure: Sheet, index: int, row: Mapping[str, Any], color: str, width: float, *, solid: bool = True
) -> None:
    """The upright line from low to high; none where the interval is not known."""
    if marks.optional(row, "low") is None or marks.optional(row, "high") is None:
        return
    figure.add_trace(
        scatter(
            x=[index, index],
            y=[row["low"], row["high"]],
            mode="lines",
            line={"color": color, "width": width, "dash": "solid" if solid else "dot"},
            hoverinfo="skip",
        )
    )


def value(figure: Sheet, index: int, row: Mapping[str, Any], show: Show, slot: str = ink.INK) -> None:
    """The estimate written above its interval, or above its dot where that is not known."""
    top = marks.optional(row, "high")
    layout.write(
        figure,
        plain(show(row["estimate"])),
        x=index,
        y=row["estimate"] if top is None else top,
        yanchor="bottom",
        yshift=3 if top is not None else 9,
        bgcolor=ink.BACKGROUND,
        font=layout.font(color=slot),
    )


def too_few(figure: Sheet, index: int) -> None:
    """Words in the place of a group that may not be shown."""
    layout.write(
        figure,
        lines("too", "few"),
        x=index,
        y=0.5,
        yref="paper",
        font=layout.font(layout.SMALL, ink.MUTE),
        bgcolor=ink.BACKGROUND,
    )


def extent(shown: Sequence[Mapping[str, Any]], reference: Reference | None) -> tuple[float, float]:
    """The range that holds all intervals and the reference, with room for the values above."""
    return layout.extent_of(
        [row["estimate"] for row in shown],
        [row["low"] for row in shown],
        [row["high"] for row in shown],
        floor=reference.value if reference else None,
        room=0.1,
    )


def places_axis(figure: Sheet, count: int, places: Sequence[int], ticks: Sequence[str]) -> None:
    """The axis of groups in their order, written at `places`."""
    layout.value_axis(figure, "x", (-0.55, max(count, 1) - 0.45), list(places), ticks, grid=False)


def reference_line(figure: Sheet, reference: Reference, show: Show) -> None:
    """A dotted line across, named with its value in the right margin."""
    figure.add_shape(
        type="line",
        x0=0,
        x1=1,
        xref="paper",
        y0=reference.value,
        y1=reference.value,
        line={"color": ink.CANNOT_TELL, "width": 1.5, "dash": "dot"},
        layer="below",
    )
    layout.write(
        figure,
        lines(plain(reference.name), plain(show(reference.value))),
        x=1,
        xref="paper",
        xanchor="left",
        xshift=6,
        y=reference.value,
        align="left",
        font=layout.font(layout.SMALL, ink.MUTE),
    )
