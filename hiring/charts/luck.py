"""How far luck alone would go: bars of shuffles, and one line where the company stands."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from hiring import words
from hiring.charts import ink, layout, marks
from hiring.charts.drawn import drawn
from hiring.charts.layout import Show
from hiring.charts.sheet import Part, Sheet, bar
from hiring.charts.text import bold, lines, plain

HEIGHT = 168
BARS = 24  # over the shuffles' own range
LINE, SECOND = 28, 44  # pixels above the bars for one and for two lines of words
AT_LEFT, AT_RIGHT = 0.36, 0.64  # of the width: between them the company's words leave no room beside them


@drawn
def luck_bars(
    shuffles: pd.DataFrame,
    company: float,
    *,
    axis: str,
    show: Show = words.signed,
    name: str = "your company",
    noun: str = "shuffle",
) -> Sheet:
    """How often shuffled data come to each value, and the company's own value as a line over them.

    Columns: `value`, one row a shuffle (what is not known is left out). `axis` is what the values are, in words
    ("spread between interviewers (SD)"), written under them. The axis holds the company's value wherever it lies;
    one that is not known leaves the bars alone. A bar's hover says how many of the shuffles it stands for.
    """
    values = np.array([float(row["value"]) for row in marks.rows_of(shuffles, "value")])
    values = values[np.isfinite(values)]
    if not len(values):
        return layout.nothing()
    limits = layout.extent_of(list(values), [company], room=0.06)
    where = _share(company, limits)
    figure = layout.empty_figure(HEIGHT, top=SECOND if _is_amid(where) else LINE, bottom=46)
    edges, counts = _bins(values)
    figure.add_trace(_bars(edges, counts, show, noun))
    figure.update_layout(yaxis={"range": [0, float(counts.max()) * 1.02]}, bargap=0)
    layout.value_axis(figure, "x", limits, *layout.written_ticks(*limits, show), grid=False)
    _caption(figure, f"{words.counted(len(values), noun)} of the same data", where)
    _axis_words(figure, axis)
    if math.isfinite(company):
        _company(figure, company, where, name)
    return figure


def _bins(values: np.ndarray) -> tuple[list[float], np.ndarray]:
    """Edges of even bins and what falls into them; values all alike share one narrow bin."""
    if values.min() == values.max():
        half = abs(float(values[0])) * 0.02 or 0.02
        return [float(values[0]) - half, float(values[0]) + half], np.array([len(values)])
    counts, edges = np.histogram(values, bins=min(BARS, max(2, len(values) // 4)))
    return [float(edge) for edge in edges], counts


def _bars(edges: Sequence[float], counts: np.ndarray, show: Show, noun: str) -> Part:
    step = edges[1] - edges[0]
    total = words.counted(int(counts.sum()), noun)
    hovers = [
        lines(
            bold(plain(f"{show(low)} to {show(high)}")),
            plain(f"{words.number(int(count))} of {total}"),
        )
        for low, high, count in zip(edges, edges[1:], counts, strict=False)
    ]
    return bar(
        x=[low + step / 2 for low in edges[:-1]],
        y=[int(count) for count in counts],
        width=step * 0.84,
        marker={"color": ink.CONTEXT, "opacity": 1},
        hovertext=hovers,
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _share(company: float, limits: tuple[float, float]) -> float:
    """How far to the right the company's line stands, 0 to 1; right of all where it is not known."""
    return (company - limits[0]) / (limits[1] - limits[0]) if math.isfinite(company) else 1.0


def _is_amid(where: float) -> bool:
    return AT_LEFT < where < AT_RIGHT


def _caption(figure: Sheet, caption: str, where: float) -> None:
    """What the bars are, in the corner that the company's name leaves free; above the name where neither is."""
    is_left = where > AT_LEFT
    layout.write(
        figure,
        plain(caption),
        x=0 if is_left else 1,
        xref="paper",
        xanchor="left" if is_left else "right",
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=SECOND - 22 if _is_amid(where) else 4,
        font=layout.font(layout.SMALL, ink.MUTE),
    )


def _axis_words(figure: Sheet, axis: str) -> None:
    layout.write(
        figure,
        plain(axis),
        x=0.5,
        xref="paper",
        y=0,
        yref="paper",
        yanchor="top",
        yshift=-24,
        font=layout.font(layout.SMALL, ink.MUTE),
    )


def _company(figure: Sheet, company: float, where: float, name: str) -> None:
    figure.add_shape(
        type="line",
        x0=company,
        x1=company,
        y0=0,
        y1=1,
        yref="paper",
        line={"color": ink.INK, "width": 2},
    )
    near_edge = 0.12
    anchor = "right" if where > 1 - near_edge else "left" if where < near_edge else "center"
    layout.write(
        figure,
        bold(plain(name)),
        x=company,
        xanchor=anchor,
        xshift={"right": 4, "left": -4, "center": 0}[anchor],
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=2,
    )
