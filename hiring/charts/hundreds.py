"""What was counted of each group, what was to be expected of it, and what is left of the difference after luck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts import ink, layout, marks, rows
from hiring.charts.drawn import drawn
from hiring.charts.layout import Show
from hiring.charts.marks import Mark
from hiring.charts.sheet import Sheet, scatter
from hiring.charts.text import bold, lines, plain, shortened

Row = Mapping[str, Any]
Called = Mapping[str, str]
ROW = 19  # pixels
LEFT, LONGEST = 158, 24  # pixels for a name, and the letters that fit
JOINT = " + "  # between the names of two people, where a name breaks first
MORE_LINES = 0.9  # what a second line of a name adds, in rows
RIGHT = 62  # for "124 of 416"
SQUARE, TICK, DOT = 11, 15, 9
EXPECTED, COUNTED, LEVELLED, IN = "expected", "counted", "levelled", "in"
CALLED = {COUNTED: "counted", EXPECTED: "expected", LEVELLED: "after luck", IN: "in 100"}
APART = 0.05  # of the scale: words of 12 pixels stand apart from so far on


@drawn
def counted_and_expected(
    frame: pd.DataFrame,
    *,
    show: Show = words.number,
    noun: str = "hire",
    axis: str = "in 100 of these hires",
    most: float | None = None,
    called: Called = CALLED,
) -> Sheet:
    """Names left of their lines in the frame's order, under the heads of their sections; the scale begins at 0.

    A tick is what was to be expected, an open square what was counted, a dot with its range what is left after luck.
    Columns: `section` (rows of one stand together; empty: no head), `name`, `counted`, `expected` (in the unit
    `show` writes), `n`; optional `levelled`, `low`, `high` (a dot and its range; unknown: none), `verdict` (of the
    dot; absent or unknown: nothing is claimed of the row), `right` (words at the right end; absent: n), `instead`
    (words in place of the marks), `detail` (hover), `below` (a line under the name), `count` (hires, where the unit is
    in 100: the names of marks say hires). `most` is a value the scale must reach, so that two figures side by side have
    the same. `called` are the words for the marks, and for the unit behind their values.
    A clicked mark carries its row's position in the frame as customdata.
    """
    told = marks.rows_of(frame, "section", "name", "counted", "expected", "n")
    if not told:
        return layout.nothing()
    at, heads, count = _lines(told)
    figure = layout.empty_figure(round(count * ROW) + 46, left=LEFT, right=RIGHT, top=8, bottom=38)
    rows.ground(figure, count, above=False)
    if shown := [row for row in told if _is_shown(row)]:
        _scale(figure, most or _most(shown), show, axis)
    else:
        layout.unseen(figure)
    for name, line in heads.items():
        _name(figure, line, bold(plain(name)))
    for place, (row, line) in enumerate(zip(told, at, strict=True)):
        _row(figure, place, line, row, lines(*_written(row)), _hover(row, show, noun, called))
    if shown:
        _name_marks(figure, told, at, show, called)
    return figure


def _is_shown(row: Row) -> bool:
    return marks.optional(row, "counted") is not None and marks.optional(row, "instead") is None


def _is_levelled(row: Row) -> bool:
    return marks.optional(row, "levelled") is not None and marks.optional(row, "verdict") not in marks.UNTOLD


def _written(row: Row) -> list[str]:
    """A name, and what is said below it, each on two lines where one is too short, so that it names nobody else."""
    whole = str(row["name"]).strip()
    below = wrap(str(marks.optional(row, "below") or ""), LONGEST, max_lines=2, placeholder="…")
    first, joint, second = whole.partition(JOINT)
    parts = [first + joint.rstrip(), second] if joint else wrap(whole, LONGEST, max_lines=2, placeholder="…")
    parts = [whole] if len(whole) <= LONGEST else parts
    return [shortened(part, LONGEST) for part in [*parts, *below] if part]


def _more(row: Row) -> float:  # what the name of a row takes beyond its line
    return MORE_LINES * (len(_written(row)) - 1)


def _lines(told: Sequence[Row]) -> tuple[list[float], dict[str, float], float]:
    """The line of each row and of each section's head, and how many lines there are.

    Above a head one line stays free: it parts the sections, and holds the name of the dot. A name on two lines takes
    half a line more.
    """
    at: list[float] = []
    heads: dict[str, float] = {}
    line = 0.0
    for row in told:
        section = row["section"]
        if section and section not in heads:
            line += 1 if line or _is_levelled(row) else 0
            heads[section] = line
            line += 1
        elif not section and not at:
            line += 2  # the marks of the first row are named above it
        more = _more(row)
        at.append(line + more / 2)
        line += 1 + more
    return at, heads, line


def _values(row: Row) -> list[float]:
    values: list[Any] = [row["counted"], row["expected"]]
    values += [row["levelled"], row["low"], row["high"]] if _is_levelled(row) else []
    return [float(value) for value in values if value is not None and not pd.isna(value)]


def _most(shown: Sequence[Row]) -> float:
    return max(value for row in shown for value in _values(row)) or 1.0


def _scale(figure: Sheet, most: float, show: Show, axis: str) -> None:
    """From 0 to the next round number above all that is drawn; a little room keeps the labels of both ends."""
    ticks = layout.nice_ticks(0.0, most, 6)
    step = ticks[1] - ticks[0] if len(ticks) > 1 else most
    if ticks[-1] < most:
        ticks.append(ticks[-1] + step)
    limits = (-0.05 * ticks[-1], 1.04 * ticks[-1])
    layout.value_axis(figure, "x", limits, ticks, [plain(show(tick)) for tick in ticks])
    layout.write(
        figure,
        plain(axis),
        x=0,
        xanchor="left",
        y=0,
        yref="paper",
        yanchor="top",
        yshift=-20,
        font=layout.font(layout.SMALL, ink.MUTE),
    )


def _row(figure: Sheet, place: int, line: float, row: Row, name: str, hover: str) -> None:
    verdict = marks.optional(row, "verdict")
    is_claimed = verdict in (marks.CLEAR, marks.LEANING)
    slot = ink.MUTE if verdict is not None and not is_claimed else ink.INK
    _name(figure, line, bold(name) if verdict == marks.CLEAR else name, slot)
    right = marks.optional(row, "right")
    if right is None and marks.optional(row, "n") is not None:
        right = words.number(row["n"])
    layout.write(
        figure,
        plain(right or ""),
        x=1,
        xref="paper",
        xanchor="right",
        xshift=RIGHT - 2,
        y=line,
        font=layout.font(layout.SMALL, slot),
    )
    if _is_shown(row):
        _marks(figure, place, line, row, hover)
    elif marks.optional(row, "instead"):
        rows.instead(figure, line, row)


def _marks(figure: Sheet, place: int, line: float, row: Row, hover: str) -> None:
    """The range first and the square last, so that equal values can all be seen."""
    if _is_levelled(row):
        _range(figure, line, row)
    if marks.optional(row, "expected") is not None:
        marker = {"size": TICK, "symbol": "line-ns", "color": ink.INK, "line": {"color": ink.INK, "width": 2}}
        figure.add_trace(marks.points([row["expected"]], [line], marker, [place], [hover]))
    if _is_levelled(row):
        figure.add_trace(marks.points([row["levelled"]], [line], marks.dot(_mark(row)), [place], [hover]))
    marker = {
        "size": SQUARE,
        "symbol": "square",
        "color": ink.see_through(ink.BACKGROUND, 0),
        "line": {"color": ink.INK, "width": 1.5},
        "opacity": 1,
    }
    figure.add_trace(marks.points([row["counted"]], [line], marker, [place], [hover]))


def _name(figure: Sheet, line: float, markup: str, slot: str = ink.INK) -> None:
    layout.write(
        figure,
        markup,
        x=0,
        xref="paper",
        xanchor="left",
        xshift=2 - LEFT,
        align="left",
        y=line,
        font=layout.font(color=slot),
    )


def _range(figure: Sheet, line: float, row: Row) -> None:
    mark = _mark(row)
    figure.add_trace(
        scatter(
            x=[row["low"], row["high"]],
            y=[line, line],
            mode="lines",
            line={"color": mark.color, "width": mark.width},
            hoverinfo="skip",
        )
    )


def _mark(row: Row) -> Mark:
    return marks.mark_for(marks.optional(row, "verdict"), row["levelled"] - row["expected"])


def _hover(row: Row, show: Show, noun: str, called: Called) -> str:
    """Who, what was counted and expected, what is left of it, and what may be said."""
    expected = marks.optional(row, "expected")
    fact = [f"{called[COUNTED]} {show(row['counted'])}"]
    fact += [f"{called[EXPECTED]} {show(expected)}"] if expected is not None else []
    after = ""
    if _is_levelled(row):
        likely = words.likely(row["low"], row["high"], show)
        after = f"{called[LEVELLED]} {show(row['levelled'])}, {likely}"
    count = words.counted(row["n"], noun) if marks.optional(row, "n") is not None else ""
    verdict = marks.optional(row, "verdict") or ""
    return lines(
        bold(plain(row["name"])),
        plain(", ".join(filter(None, [*fact, called[IN]]))),
        plain(after),
        plain(" · ".join(part for part in (count, verdict) if part)),
        plain(marks.optional(row, "detail") or ""),
    )


def _name_marks(figure: Sheet, told: Sequence[Row], at: Sequence[float], show: Show, called: Called) -> None:
    """Name the marks once, above the first row of a section, and the dot once, where they lie far enough apart."""
    most = _most([row for row in told if _is_shown(row)])
    firsts = [
        place
        for place, row in enumerate(told)
        if _is_shown(row) and (not place or row["section"] != told[place - 1]["section"])
    ]
    is_apart = [place for place in firsts if _gap(told[place]) > APART * most]
    levelled = next((place for place in is_apart if _is_levelled(told[place])), None)
    for place in {*is_apart[:1], *([] if levelled is None else [levelled])}:
        row, line = told[place], at[place] - 1 - _more(told[place]) / 2
        for what, other in ((EXPECTED, COUNTED), (COUNTED, EXPECTED)):
            is_left = (row[what], what == COUNTED) < (row[other], other == COUNTED)
            _mark_name(
                figure, line, _said(what, row, show, called, is_first=is_left), row[what], is_left=is_left
            )
        if place == levelled:
            likely = f"{called[LEVELLED]} {show(row['levelled'])} {called[IN]}".rstrip()
            likely += f", {words.likely(row['low'], row['high'], show)}"
            small = layout.font(layout.SMALL, ink.MUTE)
            layout.write(figure, plain(likely), x=row["levelled"], y=line - 1, font=small)
            leader = {"color": ink.CONTEXT, "width": 1}
            figure.add_trace(
                scatter(
                    x=[row["levelled"]] * 2,
                    y=[line - 0.6, line + 0.7],
                    mode="lines",
                    line=leader,
                    hoverinfo="skip",
                )
            )


def _said(what: str, row: Row, show: Show, called: Called, *, is_first: bool) -> str:
    """ "expected 13 in 100", "counted 37": as the axis counts; where the row tells its hires, the unit only left."""
    unit = called[IN] if is_first or marks.optional(row, "count") is None else ""
    return f"{called[what]} {show(row[what])} {unit}".rstrip()


def _gap(row: Row) -> float:
    expected = marks.optional(row, "expected")
    return 0.0 if expected is None else abs(float(row["counted"]) - float(expected))


def _mark_name(figure: Sheet, line: float, text: str, x: float, *, is_left: bool) -> None:
    layout.write(
        figure,
        plain(text),
        x=x,
        xanchor="right" if is_left else "left",
        xshift=6 if is_left else -6,
        y=line,
        font=layout.font(layout.SMALL, ink.MUTE),
    )
