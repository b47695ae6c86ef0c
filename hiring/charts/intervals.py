"""Who differs: one row a name, a dot and its interval on a common scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pandas as pd

from hiring import words
from hiring.charts import layout, marks, rows
from hiring.charts.drawn import drawn
from hiring.charts.layout import Show
from hiring.charts.marks import Mark
from hiring.charts.sheet import Sheet
from hiring.charts.text import bold, plain, short_names, shortened, wrapped
from hiring.findings.marks import Reference

END = 0.05  # of the scale
Labels = Literal["beside", "above", "wrapped"]


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
    are_people: bool = False,
) -> Sheet:
    """Names one under the other in the frame's order, the reference as a thin line.

    Columns: `name`, `estimate`, `low`, `high` (in the unit `show` writes), `n`; optional `verdict`
    (Clear filled, Leaning hollow, Can't tell grey, Too few hires words only; absent: plain ink),
    `direction` ("higher", "better", "lower", "worse", or "neither" where a claim is no praise and no blame; absent:
    side of the reference), `side` (HR or Sales),
    `right` (what stands at the right end; absent: n beside, the estimate and n above), `detail` (hover),
    `instead` (words of a row that may not be shown; absent: that there are too few).
    `labels="beside"` is for names of 15 letters, "above" for long ones, "wrapped" for sentences, which no line holds;
    `are_people` cuts long names to an initial and the rest. `ends` are the words left and right of the reference
    ("lower", "higher"); `extent` gives two figures side by side the same scale.
    A clicked dot carries its row's position in the frame as customdata.
    """
    records = marks.rows_of(frame, "name", "estimate", "low", "high", "n")
    if not records:
        return layout.nothing()
    beside = labels == "beside"
    names = _names([row["name"] for row in records], labels, are_people=are_people)
    tallest = max(name.count("<br>") for name in names)
    figure = _ground(len(records), tallest, beside=beside, has_head=beside or ends is not None)
    _scale(figure, records, show, reference, ends, extent, has_room=beside)
    for index, row in enumerate(records):
        _row(figure, index, row, names[index], show, noun, reference, beside=beside)
    if beside:
        rows.head(figure, plain(noun + "s"), x=1, xref="paper", xanchor="right", xshift=50)
    return figure


def _ground(count: int, more_lines: int, *, beside: bool, has_head: bool) -> Sheet:
    row = rows.ROW_BESIDE if beside else rows.ROW_ABOVE + rows.LINE * more_lines
    # Half of the first name's lines stands above its middle, which is rows.LIFT above its mark: all of it has room.
    more = 0 if beside else max(0, round((more_lines + 1) * rows.LINE / 2 - 0.22 * row) - 4)
    height = count * row + (58 if beside else 40) + more
    left, right, top = rows.LEFT_BESIDE if beside else 0, 52 if beside else 4, (28 if has_head else 10) + more
    figure = layout.empty_figure(height, left=left, right=right, top=top, bottom=30)
    rows.ground(figure, count, above=not beside)
    return figure


def _scale(
    figure: Sheet,
    kept: Sequence[Mapping[str, Any]],
    show: Show,
    reference: Reference | None,
    ends: tuple[str, str] | None,
    extent: tuple[float, float] | None,
    *,
    has_room: bool,
) -> None:
    """The axis with the words left and right of the reference; nothing where no row may be shown."""
    shown = [row for row in kept if marks.is_shown(row)]
    if not shown:
        layout.unseen(figure)
        return
    low, high = extent or rows.extent(shown, reference)
    room = END * (high - low) if low == 0 and not has_room else 0.0  # half of the tick at nothing
    rows.scale(figure, (low - room, high), show, reference)
    if ends and reference:
        lower, higher = plain(ends[0]), plain(ends[1])
        rows.head(figure, f"← {lower}", x=reference.value, xanchor="right", xshift=-6)
        rows.head(figure, f"{higher} →", x=reference.value, xanchor="left", xshift=6)


def _row(
    figure: Sheet,
    index: int,
    row: Mapping[str, Any],
    name: str,
    show: Show,
    noun: str,
    reference: Reference | None,
    *,
    beside: bool,
) -> None:
    mark = rows.mark_of(row, reference)
    rows.name(figure, index, name, slot=mark.text, heavy=mark.is_bold, beside=beside)
    _right(figure, index, row, mark, show, noun, beside=beside)
    if marks.is_shown(row):
        hover = marks.hover(row, str(row["name"]), show, noun)
        rows.estimate(figure, index, row, mark, hover, at=index)
    else:
        rows.instead(figure, index, row)


def _names(names: Sequence[object], labels: Labels, *, are_people: bool) -> list[str]:
    if labels == "wrapped":
        return [wrapped(name, rows.LONGEST_WRAPPED) for name in names]
    longest = rows.LONGEST_BESIDE if labels == "beside" else rows.LONGEST_ABOVE
    written = short_names(names, longest) if are_people else names
    return [shortened(name, longest) for name in written]


def _right(
    figure: Sheet, at: int, row: Mapping[str, Any], mark: Mark, show: Show, noun: str, *, beside: bool
) -> None:
    given = marks.optional(row, "right")
    markup = plain(given) if given is not None else _count(row, show, noun, beside=beside)
    if beside:
        rows.at_right(figure, at, markup, beside=True)
    else:
        rows.at_right(figure, at, markup, slot=mark.text)


def _count(row: Mapping[str, Any], show: Show, noun: str, *, beside: bool) -> str:
    """What stands at the right end of a row when the frame does not say."""
    if beside:
        return plain(words.number(row["n"]))
    count = rows.counted(row, noun)
    return f"{bold(plain(show(row['estimate'])))} · {count}" if marks.is_shown(row) else count
