"""Who ramped and who left: a row a person, a cell a quarter since start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts import ink, layout, marks
from hiring.charts.drawn import drawn
from hiring.charts.sheet import Sheet, bar
from hiring.charts.text import bold, lines, plain, shortened

ROW = 22  # pixels a person
LONGEST_NAME = 16
#: Attainment from which a step begins, its slot, and its words below the grid.
LEVELS = (
    (0.0, ink.STEPS[1], f"<{words.THIN}40{words.THIN}%"),
    (0.4, ink.STEPS[3], f"40{words.DASH}79"),
    (0.8, ink.STEPS[6], f"80{words.DASH}119"),
    (1.2, ink.STEPS[9], f"120{words.THIN}%+"),
)


@drawn
def tenure_grid(frame: pd.DataFrame) -> Sheet:
    """People in the frame's order, attainment by tenure quarter in four steps, leavers with a line.

    Columns, one row a person and quarter reached: `person_id` (tells namesakes apart), `person` (what is
    shown), `quarter` (1 is the first three months), `attainment` (share of quota; unknown leaves the cell
    in outline), `left_after` (the last quarter before they left; empty for those who are still here).
    A quarter not reached has no row and stays blank. A clicked cell carries its row's position.
    """
    rows = marks.rows_of(frame, "person_id", "person", "quarter", "attainment", "left_after")
    if not rows:
        return layout.nothing()
    people = list(dict.fromkeys(row["person_id"] for row in rows))
    last = max((int(row["quarter"]) for row in rows), default=4)
    figure = layout.empty_figure(ROW * len(people) + 78, left=112, right=4, top=26, bottom=52)
    line_of = {person: index for index, person in enumerate(people)}
    _axes(figure, len(people), last)
    _cells(figure, rows, line_of)
    for person in people:
        first = next(row for row in rows if row["person_id"] == person)
        _person(figure, line_of[person], first, last)
    _legend(figure)
    return figure


def level_of(attainment: float) -> tuple[str, str]:
    """The slot and the words of the step an attainment falls into; below nothing counts as nothing."""
    reached = [(slot, text) for start, slot, text in LEVELS if attainment >= start]
    return reached[-1] if reached else LEVELS[0][1:]


def _axes(figure: Sheet, count: int, last: int) -> None:
    figure.update_layout(yaxis={"range": [count - 0.5, -0.5]}, bargap=0.07)
    quarters = list(range(1, last + 1))
    layout.value_axis(
        figure, "x", (0.5, last + 0.5), quarters, [f"Q{quarter}" for quarter in quarters], grid=False
    )
    figure.update_layout(xaxis={"side": "top"})


def _cells(figure: Sheet, rows: list[dict[str, Any]], line_of: Mapping[Any, int]) -> None:
    known = [not pd.isna(row["attainment"]) for row in rows]
    colors = [
        level_of(float(row["attainment"]))[0] if is_known else ink.BACKGROUND
        for row, is_known in zip(rows, known, strict=True)
    ]
    figure.add_trace(
        bar(
            orientation="h",
            base=[int(row["quarter"]) - 0.47 for row in rows],
            x=[0.94] * len(rows),
            y=[line_of[row["person_id"]] for row in rows],
            width=(ROW - 3) / ROW,
            marker={
                "color": colors,
                "line": {
                    "color": [
                        ink.GRID if not is_known else color
                        for is_known, color in zip(known, colors, strict=True)
                    ],
                    "width": 1,
                },
                "opacity": 1,
            },
            customdata=list(range(len(rows))),
            hovertext=[_hover(row) for row in rows],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected={"marker": {"opacity": 1}},
        )
    )


def _hover(row: Mapping[str, Any]) -> str:
    return lines(
        bold(plain(row["person"])),
        plain(f"quarter {row['quarter']} since start: {words.percent(row['attainment'])} of quota"),
    )


def _person(figure: Sheet, index: int, row: Mapping[str, Any], last: int) -> None:
    left_after = marks.optional(row, "left_after")
    layout.write(
        figure,
        shortened(row["person"], LONGEST_NAME),
        x=0,
        xref="paper",
        xanchor="left",
        xshift=-111,
        y=index,
        font=layout.font(layout.SMALL, ink.INK if left_after is None else ink.MUTE),
    )
    if left_after is not None and int(left_after) < last:
        _gone(figure, index, int(left_after), last)


def _gone(figure: Sheet, index: int, left_after: int, last: int) -> None:
    figure.add_shape(
        type="line",
        x0=left_after + 0.6,
        x1=last + 0.5,
        y0=index,
        y1=index,
        line={"color": ink.CONTEXT, "width": 2},
    )
    layout.write(
        figure,
        "left",
        x=left_after + 0.5,
        xanchor="left",
        xshift=3,
        y=index,
        bgcolor=ink.BACKGROUND,
        borderpad=3,
        font=layout.font(layout.SMALL, ink.MUTE),
    )


def _legend(figure: Sheet) -> None:
    for index, (_, slot, text) in enumerate(LEVELS):
        start = index / len(LEVELS)
        figure.add_shape(
            type="rect",
            xref="paper",
            yref="paper",
            xsizemode="pixel",
            ysizemode="pixel",
            xanchor=start,
            yanchor=0,
            x0=0,
            x1=12,
            y0=-34,
            y1=-22,
            line={"width": 0},
            fillcolor=slot,
        )
        layout.write(
            figure,
            plain(text),
            x=start,
            xref="paper",
            xanchor="left",
            xshift=18,
            y=0,
            yref="paper",
            yanchor="middle",
            yshift=-28,
            font=layout.font(layout.SMALL, ink.MUTE),
        )
