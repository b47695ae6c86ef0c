"""Counts that shrink or divide: the stages of a funnel, the rows of a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts import ink, layout, marks
from hiring.charts.drawn import drawn
from hiring.charts.sheet import Sheet, bar
from hiring.charts.text import bold, lines, plain, shortened

FUNNEL_ROW = 52  # pixels a stage
FILE_ROW = 40  # pixels a file
LEAST_SEEN = 0.004  # the part of a bar's length under which it would vanish: it is drawn this long


@drawn
def funnel(frame: pd.DataFrame, *, noun: str = "candidate") -> Sheet:
    """Stages from top to bottom, how many came to each, and between them what share went on.

    Columns, one row a stage in order: `stage`, `n` (came to it), `passed` (share that went on to
    the next, 0–1; empty for the last), `low`, `high` (its interval), `days` (optional: median
    days in the stage), `pending` (optional: still in it, not counted in the share).
    A clicked bar carries its row's position as customdata.
    """
    rows = marks.rows_of(frame, "stage", "n", "passed", "low", "high")
    if not rows:
        return layout.nothing()
    figure = layout.empty_figure(FUNNEL_ROW * len(rows) + 12, top=4, bottom=4)
    most = max((float(row["n"]) for row in rows), default=1.0) or 1.0
    figure.update_layout(
        yaxis={"range": [len(rows) - 0.45, -0.62]}, xaxis={"range": [0, most * 1.005], "fixedrange": True}
    )
    figure.add_trace(
        bar(
            orientation="h",
            x=[max(float(row["n"]), LEAST_SEEN * most if row["n"] else 0) for row in rows],
            y=list(range(len(rows))),
            width=0.3,
            marker={"color": ink.CONTEXT, "opacity": 1},
            customdata=list(range(len(rows))),
            hovertext=[_stage_hover(row, noun) for row in rows],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected={"marker": {"opacity": 1}},
        )
    )
    for index, row in enumerate(rows):
        _stage(figure, index, row)
    return figure


@drawn
def stacked_share(frame: pd.DataFrame, *, noun: str = "row") -> Sheet:
    """One bar a file, filled to what was loaded; what was set aside in ink at its end, with the counts.

    Columns, one row a file in order: `name`, `loaded`, `set_aside`, `skipped` (counts of rows). Bars have the
    same length whatever a file's size: they say what share came in. A clicked bar carries its row's position.
    """
    rows = marks.rows_of(frame, "name", "loaded", "set_aside", "skipped")
    if not rows:
        return layout.nothing()
    figure = layout.empty_figure(FILE_ROW * len(rows) + 8, top=4, bottom=4)
    figure.update_layout(
        barmode="stack",
        yaxis={"range": [len(rows) - 0.45, -0.62]},
        xaxis={"range": [0, 1], "fixedrange": True},
    )
    parts = (("loaded", ink.CONTEXT), ("set_aside", ink.INK), ("skipped", ink.GRID))
    lengths = [_lengths([float(row[column]) for column, _ in parts]) for row in rows]
    for part, (_, slot) in enumerate(parts):
        figure.add_trace(
            bar(
                orientation="h",
                x=[length[part] for length in lengths],
                y=list(range(len(rows))),
                width=0.22,
                marker={"color": slot, "opacity": 1},
                customdata=list(range(len(rows))),
                hovertext=[_file_hover(row, noun) for row in rows],
                hovertemplate="%{hovertext}<extra></extra>",
                unselected={"marker": {"opacity": 1}},
            )
        )
    for index, row in enumerate(rows):
        _file(figure, index, row, noun)
    return figure


def _stage(figure: Sheet, index: int, row: Mapping[str, Any]) -> None:
    _left(figure, index, shortened(row["stage"], 34))
    _at_right(figure, index, bold(plain(words.number(row["n"]))), ink.INK)
    if marks.optional(row, "passed") is None:
        return
    went_on = plain(f"{words.percent(row['passed'])} go on")
    likely = plain(f" ({words.span(row['low'], row['high'])})")
    days = marks.optional(row, "days")
    layout.write(
        figure,
        went_on + likely + (plain(f" · {words.short_days(days)}") if days is not None else ""),
        x=0.5,
        xref="paper",
        y=index - 0.33,
        font=layout.font(layout.SMALL, ink.MUTE),
    )


def _stage_hover(row: Mapping[str, Any], noun: str) -> str:
    pending, days = marks.optional(row, "pending"), marks.optional(row, "days")
    passed = marks.optional(row, "passed")
    return lines(
        bold(plain(row["stage"])),
        plain(words.counted(row["n"], noun)),
        plain(f"{words.percent(passed)} went on, {words.likely(row['low'], row['high'])}")
        if passed is not None
        else "",
        plain(f"{words.number(pending)} still in it") if pending is not None else "",
        plain(f"{words.days(days)} in it, median") if days is not None else "",
    )


def _file(figure: Sheet, index: int, row: Mapping[str, Any], noun: str) -> None:
    _left(figure, index, shortened(row["name"], 40))
    text = plain(words.counted(row["loaded"], noun))
    if row["set_aside"]:
        text += f" · {bold(plain(words.number(row['set_aside'])) + ' set aside')}"
    _at_right(figure, index, text, ink.MUTE)


def _file_hover(row: Mapping[str, Any], noun: str) -> str:
    return lines(
        bold(plain(row["name"])),
        plain(f"{words.counted(row['loaded'], noun)} loaded"),
        plain(f"{words.number(row['set_aside'])} set aside, {words.number(row['skipped'])} skipped"),
    )


def _lengths(counts: Sequence[float]) -> list[float]:
    """The parts of a bar as lengths of 1; a part that is there is never too short to see."""
    whole = sum(counts)
    if not whole:
        return [0.0] * len(counts)
    seen = [max(count / whole, LEAST_SEEN) if count else 0.0 for count in counts]
    return [length / sum(seen) for length in seen]


def _left(figure: Sheet, index: int, text: str) -> None:
    layout.write(figure, text, x=0, xref="paper", xanchor="left", y=index - 0.33)


def _at_right(figure: Sheet, index: int, text: str, slot: str) -> None:
    layout.write(
        figure,
        text,
        x=1,
        xref="paper",
        xanchor="right",
        y=index - 0.33,
        font=layout.font(layout.SMALL, slot),
    )
