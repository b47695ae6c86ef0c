"""What every figure shares: type, ground, hover box, axes that a phone can scroll past."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from hiring.charts import ink
from hiring.charts.sheet import Sheet, axis_name, scatter
from hiring.charts.text import plain

LABEL = 13  # the size of labels, in pixels
SMALL = 12  # the size of ticks and counts: nothing is smaller
STEPS_OF_TEN = (1, 2, 5, 10, 20)

#: How the browser treats every figure: nothing to zoom, pan or typeset.
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "typesetMath": False,
}

Show = Callable[[float], str]


def empty_figure(height: int, *, left: int = 0, right: int = 0, top: int = 8, bottom: int = 30) -> Sheet:
    """A figure of a fixed height in pixels with our ground, type and hover box, and nothing in it.

    The settings sit in the layout, not in a template: Streamlit puts its own template there, and Plotly's
    would be 7 kB of unused colours in every figure.
    """
    figure = Sheet(
        template={},
        height=height,
        margin={"l": left, "r": right, "t": top, "b": bottom, "pad": 0},
        font={"size": LABEL, "color": ink.INK},
        paper_bgcolor=ink.BACKGROUND,
        plot_bgcolor=ink.BACKGROUND,
        showlegend=False,
        dragmode=False,
        hovermode="closest",
        bargap=0.3,
        hoverlabel={
            "bgcolor": ink.PANEL,
            "bordercolor": ink.CONTEXT,
            "font": {"size": LABEL, "color": ink.INK},
            "align": "left",
        },
    )
    hide_axis(figure, "x")
    hide_axis(figure, "y")
    return figure


def hide_axis(figure: Sheet, which: str) -> None:
    """Leave an axis without line, grid, ticks and zoom."""
    figure.update_layout(**{axis_name(which): _quiet_axis() | {"showticklabels": False}})


def value_axis(
    figure: Sheet,
    which: str,
    extent: tuple[float, float],
    at: Sequence[float],
    labels: Sequence[str],
    *,
    grid: bool = True,
) -> None:
    """Give an axis ("x", "y" or a second one, "x2") its range, its ticks and, unless told otherwise, thin gridlines."""
    figure.update_layout(
        **{
            axis_name(which): _quiet_axis()
            | {
                "range": list(extent),
                "showticklabels": True,
                "showgrid": grid,
                "gridcolor": ink.GRID,
                "gridwidth": 1,
                "tickmode": "array",
                "tickvals": list(at),
                "ticktext": list(labels),
                "tickfont": {"size": SMALL, "color": ink.MUTE},
                "ticklabelstandoff": 6,
                "tickangle": 0,
            }
        }
    )


def _quiet_axis() -> dict[str, Any]:
    return {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "fixedrange": True,
        "automargin": False,
        "ticks": "",
        "title": {"text": ""},
    }


def nice_ticks(low: float, high: float, most: int = 5) -> list[float]:
    """At most `most` round values within low and high, evenly spaced; one value where there is no room."""
    if not (math.isfinite(low) and math.isfinite(high)) or high <= low:
        return [low] if math.isfinite(low) else []
    power = 10.0 ** math.floor(math.log10((high - low) / most))
    steps = (power * nice for nice in STEPS_OF_TEN)
    return next(at for at in (_multiples(step, low, high) for step in steps) if len(at) <= most)


def written_ticks(low: float, high: float, show: Show, most: int = 5) -> tuple[list[float], list[str]]:
    """Round values within low and high with their labels: as many as are written differently, at most `most`."""
    at: list[float] = []
    labels: list[str] = []
    for fewer in range(most, 0, -1):
        at = nice_ticks(low, high, fewer)
        labels = [show(value) for value in at]
        if len(set(labels)) == len(labels):
            break
    return at, [plain(label) for label in labels]


def _multiples(step: float, low: float, high: float) -> list[float]:
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [round(step * index, 10) for index in range(first, last + 1)]


def extent_of(
    *columns: Sequence[float | None], floor: float | None = None, room: float = 0.08
) -> tuple[float, float]:
    """The range that holds all known values with a little room; `floor` is a value it must reach down to.

    Tick labels at the very end of a range vanish, hence the room. (0, 1) where nothing is known.
    """
    known = [value for column in columns for value in column if value is not None and math.isfinite(value)]
    if floor is not None:
        known.append(floor)
    if not known:
        return (0.0, 1.0)
    low, high = min(known), max(known)
    spread = (high - low) or abs(high) or 1.0
    return (low - room * spread, high + room * spread)


def write(figure: Sheet, text: str, **position: Any) -> None:
    """A word on the figure: 13 px ink, no arrow, unless `position` says otherwise.

    `text` is the figure's own words, or data that has been through `text.plain`.
    """
    defaults: dict[str, Any] = {"showarrow": False, "font": {"size": LABEL, "color": ink.INK}}
    figure.add_word(defaults | position | {"text": text})


def font(size: int = LABEL, color: str = ink.INK) -> dict[str, Any]:
    """A size in pixels and a slot of the palette, as figures want them."""
    return {"size": size, "color": color}


def nothing(words: str = "nothing to show") -> Sheet:
    """What stands where a frame without rows, or without one that may be shown, would leave blank axes."""
    figure = empty_figure(80, bottom=8)
    write(figure, words, x=0.5, y=0.5, xref="paper", yref="paper", font=font(LABEL, ink.MUTE))
    unseen(figure)
    return figure


def unseen(figure: Sheet) -> None:
    """A trace without points: the browser refuses a figure that has none at all."""
    figure.add_trace(scatter(x=[None], y=[None], mode="markers", hoverinfo="skip"))
