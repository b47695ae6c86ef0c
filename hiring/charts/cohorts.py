"""Groups in the order of time: one dot and its interval for each half-year or quarter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts import along, ink, layout, marks, upright
from hiring.charts.drawn import drawn
from hiring.charts.layout import Show
from hiring.charts.sheet import Sheet
from hiring.charts.text import lines, plain
from hiring.findings.marks import Reference

MOST_COHORTS = 8  # more, and values and counts would run into each other on a phone: the hover has them


@drawn
def dots_over_time(
    frame: pd.DataFrame,
    *,
    show: Show = words.percent,
    reference: Reference | None = None,
    noun: str = "hire",
    height: int = 320,
    extent: tuple[float, float] | None = None,
    counts: str = "",
) -> Sheet:
    """Cohorts side by side, the value above each interval, immature ones hollow and dotted.

    From nine cohorts on, values and counts are left to the hover. Columns, one row a cohort in the order of time:
    `period` (text, a space breaks the line: "2024 H1"), `estimate`, `low`, `high` (in the unit `show` writes), `n`;
    optional `side` (HR or Sales), `is_mature` (True if absent), `verdict` and `detail` ("Too few hires" and unknown
    estimates become words), `count` (of what `counts` names, in a strip below) and `mark` (letters over that time).
    `extent` gives two figures side by side the same scale. A clicked dot carries its row's position as customdata.
    """
    rows = marks.rows_of(frame, "period", "estimate", "low", "high", "n")
    if not rows:
        return layout.nothing()
    shown = [(index, row) for index, row in enumerate(rows) if marks.is_shown(row)]
    if not shown:
        return layout.nothing("too few to show")
    has_strip = along.has_strip(rows, counts)
    right = 56 if reference or has_strip else 8
    figure = layout.empty_figure(height, left=46, right=right, top=20, bottom=56)
    for index, row in shown:
        told = row | {"detail": marks.optional(row, "detail") or along.said(row, counts)}
        _cohort(figure, index, row, marks.hover(told, row["period"], show, noun))
        if len(rows) <= MOST_COHORTS:
            upright.value(figure, index, row, show, ink.INK if _is_mature(row) else ink.MUTE)
    for index, row in enumerate(rows):
        if not marks.is_shown(row):
            upright.too_few(figure, index)
    along.draw(figure, rows, counts)
    _axes(figure, rows, extent or upright.extent([row for _, row in shown], reference), show, has_strip)
    if reference:
        upright.reference_line(figure, reference, show)
    return figure


def _cohort(figure: Sheet, index: int, row: Mapping[str, Any], hover: str) -> None:
    is_mature = _is_mature(row)
    side = marks.optional(row, "side") or ""
    color = ink.SIDES.get(side, ink.INK) if is_mature else ink.CANNOT_TELL
    upright.interval(figure, index, row, color, 2, solid=is_mature)
    marker = {
        "size": 12,
        "symbol": ink.SYMBOLS.get(side, "circle"),
        "color": color if is_mature else ink.BACKGROUND,
        "line": {"color": color, "width": 2},
        "opacity": 1,
    }
    figure.add_trace(marks.points([index], [row["estimate"]], marker, [index], [hover]))


def _axes(
    figure: Sheet,
    rows: Sequence[Mapping[str, Any]],
    extent: tuple[float, float],
    show: Show,
    has_strip: bool,
) -> None:
    ends = along.with_room(extent) if has_strip else extent
    layout.value_axis(figure, "y", ends, *layout.written_ticks(*extent, show))
    places = range(len(rows)) if len(rows) <= MOST_COHORTS else _first_of_years(rows)
    ticks = [_tick(rows[place], is_alone=len(rows) > MOST_COHORTS) for place in places]
    upright.places_axis(figure, len(rows), places, ticks)


def _tick(row: Mapping[str, Any], *, is_alone: bool) -> str:
    """A cohort under its interval: "2024 / H1 / n 61"; where room is short the year alone. n may be untold."""
    year, *parts = str(row["period"]).split(" ")
    if is_alone:
        return plain(year)
    count = "" if marks.optional(row, "n") is None else f"n {plain(words.number(row['n']))}"
    return lines(plain(year), *(plain(part) for part in parts), count)


def _first_of_years(rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """The place of the first cohort of each year, the period's first word."""
    years = [str(row["period"]).split(" ")[0] for row in rows]
    return [index for index, year in enumerate(years) if year not in years[:index]]


def _is_mature(row: Mapping[str, Any]) -> bool:
    is_mature = marks.optional(row, "is_mature")
    return is_mature is None or bool(is_mature)
