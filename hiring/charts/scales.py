"""Two measures of each name, each on its own scale: what costs much beside what is good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts import ink, layout, marks, rows
from hiring.charts.drawn import drawn
from hiring.charts.layout import Show
from hiring.charts.sheet import Sheet
from hiring.charts.text import bold, lines, plain, shortened

PARTS = ((0.0, 0.46), (0.54, 1.0))  # of the width
LEFT = 14  # pixels, for half of the tick at the left end
LONGEST = 18  # letters of a name that fit beside the first value on a phone
AXES = ("x", "x2")
SIDES = ("left", "right")


@drawn
def two_scales(
    frame: pd.DataFrame,
    *,
    heads: tuple[str, str],
    shows: tuple[Show, Show] = (words.number, words.percent),
) -> Sheet:
    """Names above their lines in the frame's order; left one measure with its interval, right another.

    Nothing is claimed of either: all marks are ink. Columns: `name`; `left`, `left_low`, `left_high` and the same of
    `right` (in the units `shows` write; a value that is not known gives way to words, an interval that is not known
    leaves the dot alone); `left_words` and `right_words` stand at each one's end: its value and n, or why there is
    none. Both scales begin at nothing.
    A clicked dot carries its row's position as customdata.
    """
    records = marks.rows_of(frame, "name", *SIDES)
    if not records:
        return layout.nothing()
    figure = layout.empty_figure(rows.ROW_ABOVE * len(records) + 58, left=LEFT, right=4, top=28)
    rows.ground(figure, len(records), above=True)
    for side, axis, part, show, head in zip(SIDES, AXES, PARTS, shows, heads, strict=True):
        _scale(figure, records, side, axis, show)
        rows.head(
            figure, plain(head), x=part[0], xref="paper", xanchor="left", xshift=0 if part[0] else -LEFT
        )
        for index, row in enumerate(records):
            _measure(figure, index, row, side, axis, part[1], show, head)
    figure.update_layout(xaxis={"domain": list(PARTS[0])}, xaxis2={"domain": list(PARTS[1]), "anchor": "y"})
    for index, row in enumerate(records):
        rows.name(figure, index, shortened(row["name"], LONGEST))
    return figure


def _scale(figure: Sheet, records: Sequence[Mapping[str, Any]], side: str, axis: str, show: Show) -> None:
    """From nothing to a little beyond the last end; no axis where nothing is known."""
    ends = [marks.optional(row, name) for row in records for name in (side, f"{side}_high")]
    most = max((float(end) for end in ends if end is not None), default=0.0)
    if most <= 0:
        layout.hide_axis(figure, axis)
        return
    limits = (-0.04 * most, 1.06 * most)
    layout.value_axis(figure, axis, limits, *layout.written_ticks(0.0, limits[1], show))


def _measure(
    figure: Sheet,
    index: int,
    row: Mapping[str, Any],
    side: str,
    axis: str,
    end: float,
    show: Show,
    head: str,
) -> None:
    """One dot with its interval, and the words at the end of its line."""
    told = marks.optional(row, f"{side}_words") or ""
    layout.write(
        figure,
        plain(told),
        x=end,
        xref="paper",
        xanchor="right",
        y=index - rows.LIFT,
        font=layout.font(layout.SMALL, ink.MUTE),
    )
    value = marks.optional(row, side)
    if value is None:
        return
    low, high = (marks.optional(row, f"{side}_{name}") for name in ("low", "high"))
    ends = words.likely(low, high, show) if low is not None and high is not None else ""
    hover = lines(bold(plain(row["name"])), plain(f"{head}: {show(value)}"), plain(ends), plain(told))
    drawn_row = {"estimate": value, "low": low, "high": high}
    rows.estimate(figure, index, drawn_row, marks.mark_for(None, 0.0), hover, axis=axis, at=index)
