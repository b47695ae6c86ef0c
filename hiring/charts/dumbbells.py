"""Two values of the same people or things on one line, and how far they lie apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts import ink, layout, marks, rows
from hiring.charts.drawn import drawn
from hiring.charts.layout import Show
from hiring.charts.marks import Mark
from hiring.charts.sheet import Sheet, scatter
from hiring.charts.text import bold, lines, plain, shortened
from hiring.findings.marks import HR_AND_SALES, End, Reference

SIZE = 12


@drawn
def dumbbell(
    frame: pd.DataFrame,
    ends: tuple[End, End] = HR_AND_SALES,
    *,
    show: Show = words.number,
    show_gap: Show = words.signed,
    reference: Reference | None = None,
    noun: str = "candidate",
    extent: tuple[float, float] | None = None,
) -> Sheet:
    """Names above their lines in the frame's order, two marks each and what joins them.

    Columns: `name`, the column of each end (in the unit `show` writes), `n`; optional `gap`, `low`, `high` (the
    second less the first with its interval, in the unit `show_gap` writes), `verdict` of the gap (Clear: a heavy
    name and join; Can't tell: a mute name; Too few hires: words only), `right` (what stands at the right end;
    absent: the gap, its interval and n), `instead` (words of a row that may not be shown), `detail` (hover).
    Clicked marks carry their row's position as customdata.
    """
    records = marks.rows_of(frame, "name", ends[0].column, ends[1].column, "n")
    if not records:
        return layout.nothing()
    figure = layout.empty_figure(rows.ROW_ABOVE * len(records) + 40, right=4, top=10)
    rows.ground(figure, len(records), above=True)
    shown = [index for index, row in enumerate(records) if _is_shown(row, ends)]
    if shown:
        limits = extent or _extent([records[index] for index in shown], ends, reference)
        rows.scale(figure, limits, show, reference)
    else:
        layout.unseen(figure)
    for index, row in enumerate(records):
        _row(figure, index, row, ends, show, show_gap, noun, is_shown=index in shown)
    if shown:
        _name_ends(figure, shown[0], records[shown[0]], ends)
    return figure


def _is_shown(row: Mapping[str, Any], ends: Sequence[End]) -> bool:
    is_known = any(marks.optional(row, end.column) is not None for end in ends)
    return is_known and marks.optional(row, "verdict") != marks.TOO_FEW


def _extent(
    shown: Sequence[Mapping[str, Any]], ends: Sequence[End], reference: Reference | None
) -> tuple[float, float]:
    columns = [[row[end.column] for row in shown] for end in ends]
    return layout.extent_of(*columns, floor=reference.value if reference else None, room=0.18)


def _row(
    figure: Sheet,
    index: int,
    row: Mapping[str, Any],
    ends: tuple[End, End],
    show: Show,
    show_gap: Show,
    noun: str,
    *,
    is_shown: bool,
) -> None:
    verdict = marks.optional(row, "verdict")
    is_clear = verdict == marks.CLEAR
    slot = ink.MUTE if verdict in (marks.CANNOT_TELL, marks.TOO_FEW) else ink.INK
    rows.name(figure, index, shortened(row["name"], rows.LONGEST_ABOVE), slot=slot, heavy=is_clear)
    rows.at_right(figure, index, _right(row, show_gap, noun, is_shown=is_shown), slot=slot)
    if not is_shown:
        rows.instead(figure, index, row)
        return
    _join(figure, index, row, ends, is_clear=is_clear)
    hover = _hover(row, ends, show, show_gap, noun)
    for end in ends:
        if marks.optional(row, end.column) is not None:
            marker = marks.dot(_mark(end))
            figure.add_trace(marks.points([row[end.column]], [index], marker, [index], [hover]))


def _mark(end: End) -> Mark:
    if end.looks in ink.SIDES:
        color = ink.SIDES[end.looks]
        return Mark(color, color, ink.SYMBOLS[end.looks], SIZE, 2, color, True)
    fill = ink.BACKGROUND if end.looks == "hollow" else ink.CANNOT_TELL
    return Mark(ink.CANNOT_TELL, fill, "circle", SIZE, 2, ink.MUTE, False)


def _join(
    figure: Sheet, index: int, row: Mapping[str, Any], ends: tuple[End, End], *, is_clear: bool
) -> None:
    both = [row[end.column] for end in ends if marks.optional(row, end.column) is not None]
    figure.add_trace(
        scatter(
            x=both,
            y=[index] * len(both),
            mode="lines",
            line={"color": ink.MUTE if is_clear else ink.CONTEXT, "width": 3 if is_clear else 2},
            hoverinfo="skip",
        )
    )


def _right(row: Mapping[str, Any], show_gap: Show, noun: str, *, is_shown: bool) -> str:
    given = marks.optional(row, "right")
    if given is not None:
        return plain(given)
    gap, verdict = marks.optional(row, "gap"), marks.optional(row, "verdict")
    if gap is None or not is_shown:
        return rows.counted(row, noun)
    count = plain(words.number(row["n"]))
    if verdict == marks.CANNOT_TELL:
        return f"{plain(show_gap(gap))}, can't tell · {count}"
    span = plain(words.span(row.get("low"), row.get("high"), show_gap))
    written = plain(show_gap(gap))
    text = f"{bold(written) if verdict == marks.CLEAR else written}"
    return f"{text} ({span}) · {count}" if span != words.UNKNOWN else f"{text} · {count}"


def _hover(row: Mapping[str, Any], ends: Sequence[End], show: Show, show_gap: Show, noun: str) -> str:
    gap, verdict = marks.optional(row, "gap"), marks.optional(row, "verdict")
    values = ", ".join(
        f"{end.name} {show(row[end.column])}" for end in ends if marks.optional(row, end.column) is not None
    )
    likely = words.likely(row.get("low"), row.get("high"), show_gap)
    apart = "" if gap is None else f"apart {show_gap(gap)}, {likely}".removesuffix(f", {words.UNKNOWN}")
    last = (rows.counted(row, noun), plain(verdict or ""))
    return lines(
        bold(plain(row["name"])),
        plain(values),
        plain(apart),
        " · ".join(part for part in last if part),
        plain(marks.optional(row, "detail") or ""),
    )


def _name_ends(figure: Sheet, index: int, row: Mapping[str, Any], ends: tuple[End, End]) -> None:
    """Who is who, outside of the two marks of the first row that has them."""
    known = sorted(
        (end for end in ends if marks.optional(row, end.column) is not None), key=lambda end: row[end.column]
    )
    for end in known:
        is_lower = end is known[0] and len(known) > 1
        layout.write(
            figure,
            bold(plain(end.name)),
            x=row[end.column],
            xanchor="right" if is_lower else "left",
            xshift=-11 if is_lower else 11,
            y=index,
            font=layout.font(color=_mark(end).text),
        )
