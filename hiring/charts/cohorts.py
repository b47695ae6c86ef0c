"""Groups in the order of time: one dot and its interval for each half-year, quarter or month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts import ink, layout, marks, upright
from hiring.charts.drawn import drawn
from hiring.charts.layout import Show
from hiring.charts.sheet import Part, Sheet, scatter
from hiring.charts.text import lines, plain
from hiring.findings.marks import Reference

MOST_COHORTS = 8  # more, and values and counts would run into each other on a phone: the hover has them
MOST_LABELLED = 12  # more months than this, and only January and July are written under the axis


@drawn
def dots_over_time(
    frame: pd.DataFrame,
    *,
    show: Show = words.percent,
    reference: Reference | None = None,
    noun: str = "hire",
    height: int = 320,
    extent: tuple[float, float] | None = None,
) -> Sheet:
    """Cohorts side by side, the value above each interval, immature ones hollow and dotted.

    From nine cohorts on, values and counts are left to the hover.
    Columns, one row a cohort in the order of time: `period` (text, a space breaks the line: "2024 H1"),
    `estimate`, `low`, `high` (in the unit `show` writes), `n`, `is_mature` (optional, True if absent),
    `verdict` and `detail` (optional; "Too few hires" and unknown estimates become words).
    `extent` gives two figures side by side the same scale. A clicked dot carries its row's position as customdata.
    """
    rows = marks.rows_of(frame, "period", "estimate", "low", "high", "n")
    if not rows:
        return layout.nothing()
    shown = [(index, row) for index, row in enumerate(rows) if marks.is_shown(row)]
    if not shown:
        return layout.nothing("too few to show")
    figure = layout.empty_figure(height, left=46, right=56 if reference else 8, top=20, bottom=56)
    for index, row in shown:
        _cohort(figure, index, row, marks.hover(row, row["period"], show, noun))
        if len(rows) <= MOST_COHORTS:
            upright.value(figure, index, row, show, ink.INK if _is_mature(row) else ink.MUTE)
    for index, row in enumerate(rows):
        if not marks.is_shown(row):
            upright.too_few(figure, index)
    _axes(figure, rows, extent or upright.extent([row for _, row in shown], reference), show)
    if reference:
        upright.reference_line(figure, reference, show)
    return figure


@drawn
def months_line(
    frame: pd.DataFrame,
    *,
    show: Show = words.percent,
    reference: Reference | None = None,
    noun: str = "offer",
    height: int = 280,
) -> Sheet:
    """A rate month by month: small dots with thin intervals, joined so that the eye finds their order.

    Columns, one row a month in the order of time: `month` (a date or timestamp, its first day),
    `estimate`, `low`, `high`, `n`, `is_mature` (optional: False while answers are still out, drawn hollow),
    `detail` (optional, a line of the hover). Months without an estimate leave a gap.
    """
    rows = marks.rows_of(frame, "month", "estimate", "low", "high", "n")
    if not rows:
        return layout.nothing()
    shown = [(index, row) for index, row in enumerate(rows) if marks.is_shown(row)]
    if not shown:
        return layout.nothing("too few to show")
    figure = layout.empty_figure(height, left=46, right=56 if reference else 8, top=12, bottom=44)
    estimates = [row["estimate"] if marks.is_shown(row) else None for row in rows]
    figure.add_trace(_thin_line(estimates))
    for index, row in shown:
        upright.interval(figure, index, row, ink.CONTEXT, 1.5, solid=True)
    figure.add_trace(_month_dots(shown, show, noun))
    extent = upright.extent([row for _, row in shown], reference)
    layout.value_axis(figure, "y", extent, *layout.written_ticks(*extent, show))
    places = [index for index, row in enumerate(rows) if _is_written(row["month"], len(rows))]
    upright.places_axis(figure, len(rows), places, [_month_tick(rows[index]["month"]) for index in places])
    if reference:
        upright.reference_line(figure, reference, show)
    return figure


def _cohort(figure: Sheet, index: int, row: Mapping[str, Any], hover: str) -> None:
    is_mature = _is_mature(row)
    color = ink.INK if is_mature else ink.CANNOT_TELL
    upright.interval(figure, index, row, color, 2, solid=is_mature)
    marker = {
        "size": 12,
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
) -> None:
    layout.value_axis(figure, "y", extent, *layout.written_ticks(*extent, show))
    places = range(len(rows)) if len(rows) <= MOST_COHORTS else _first_of_years(rows)
    ticks = [_tick(rows[place], is_alone=len(rows) > MOST_COHORTS) for place in places]
    upright.places_axis(figure, len(rows), places, ticks)


def _tick(row: Mapping[str, Any], *, is_alone: bool) -> str:
    """A cohort under its interval: "2024 / H1 / n 61"; where room is short the year alone."""
    year, *parts = str(row["period"]).split(" ")
    if is_alone:
        return plain(year)
    return lines(plain(year), *(plain(part) for part in parts), f"n {plain(words.number(row['n']))}")


def _first_of_years(rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """The place of the first cohort of each year, the period's first word."""
    years = [str(row["period"]).split(" ")[0] for row in rows]
    return [index for index, year in enumerate(years) if year not in years[:index]]


def _thin_line(estimates: Sequence[float | None]) -> Part:
    return scatter(
        x=list(range(len(estimates))),
        y=list(estimates),
        mode="lines",
        line={"color": ink.GRID, "width": 1},
        hoverinfo="skip",
        connectgaps=False,
    )


def _month_dots(shown: Sequence[tuple[int, Mapping[str, Any]]], show: Show, noun: str) -> Part:
    solid = [_is_mature(row) for _, row in shown]
    colors = [ink.INK if is_solid else ink.CANNOT_TELL for is_solid in solid]
    marker = {
        "size": 8,
        "color": [ink.INK if is_solid else ink.BACKGROUND for is_solid in solid],
        "line": {"color": colors, "width": 1.5},
        "opacity": 1,
    }
    places = [place for place, _ in shown]
    hovers = [marks.hover(row, words.month(row["month"]), show, noun) for _, row in shown]
    return marks.points(places, [row["estimate"] for _, row in shown], marker, places, hovers)


def _is_written(month: Any, count: int) -> bool:
    return count <= MOST_LABELLED or month.month in (1, 7)


def _month_tick(month: Any) -> str:
    return lines(words.MONTHS[month.month - 1], str(month.year))


def _is_mature(row: Mapping[str, Any]) -> bool:
    is_mature = marks.optional(row, "is_mature")
    return is_mature is None or bool(is_mature)
