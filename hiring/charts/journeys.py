"""One person's way, line by line: when, who or what, and at the right each rating that was given there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd

from hiring.charts import ink, layout, marks
from hiring.charts.drawn import drawn
from hiring.charts.sheet import Sheet, scatter
from hiring.charts.text import bold, lines, plain, shortened

ROW, TOP, BOTTOM = 42, 4, 8
LEFT = 88  # pixels: the days stand in it, and the thread behind them
RATED_FROM = 0.56  # the share of the width from which ratings are drawn
SCALE = (1, 2, 3, 4, 5)
APART = 0.17  # how far equal ratings stand from each other, in points of the scale
LONGEST_WHAT, LONGEST_BESIDE, LONGEST = 34, 36, 58  # letters; beside ratings there is room for fewer

Row = dict[str, Any]


@drawn
def journey(frame: pd.DataFrame) -> Sheet:
    """A thread of marks downwards, two lines of words to each, sections named where they begin, ratings as dots.

    Columns, one row a line: `section`, `when`, `what` (heavy), `detail` and `recommends` (below it), `side` (HR, Sales,
    any other word for neither, "" where it is no interview), `scores` (each rating, 1 to 5), `ratings` (the same in
    words, for the hover), `is_start` (a solid mark).
    """
    if frame.empty:
        return layout.nothing()
    rows = marks.rows_of(
        frame, "section", "when", "what", "detail", "recommends", "side", "scores", "ratings"
    )
    places = _places(rows)
    deepest = places[-1] + 0.6
    figure = layout.empty_figure(
        round(TOP + BOTTOM + ROW * (deepest + 0.6)), left=LEFT, right=8, top=TOP, bottom=BOTTOM
    )
    figure.update_layout(xaxis={"range": [-0.03, 1]}, yaxis={"range": [deepest, -0.6]})
    _thread(figure, places)
    _scale(figure, rows, places)
    for row, place in zip(rows, places, strict=True):
        _words(figure, row, place)
        _dots(figure, row, place)
    _sections(figure, rows, places)
    _marks(figure, rows, places)
    return figure


def _places(rows: Sequence[Row]) -> list[float]:
    """How far down each line stands: a section further down for the name of one that begins."""
    places, place, section = [], 0.0, rows[0]["section"]
    for number, row in enumerate(rows):
        if number:
            place += 1 if row["section"] == section else 1.7
        section = row["section"]
        places.append(place)
    return places


def _thread(figure: Sheet, places: Sequence[float]) -> None:
    figure.add_shape(
        type="line",
        x0=0,
        x1=0,
        y0=places[0],
        y1=places[-1],
        line={"color": ink.CONTEXT, "width": 2},
        layer="below",
    )


def _scale(figure: Sheet, rows: Sequence[Row], places: Sequence[float]) -> None:
    """The five values over the first rating and a thin line down to the last; nothing where nobody rated."""
    rated = [place for row, place in zip(rows, places, strict=True) if row["side"]]
    if not rated or not any(row["scores"] for row in rows):
        return
    for value in SCALE:
        figure.add_shape(
            type="line",
            x0=_at(value),
            x1=_at(value),
            y0=rated[0] - 0.4,
            y1=rated[-1] + 0.4,
            line={"color": ink.GRID, "width": 1},
            layer="below",
        )
        layout.write(
            figure,
            str(value),
            x=_at(value),
            y=rated[0] - 0.22,
            yanchor="bottom",
            font=layout.font(layout.SMALL, ink.MUTE),
        )


def _words(figure: Sheet, row: Row, place: float) -> None:
    beside = LONGEST_BESIDE if row["scores"] else LONGEST
    told = " · ".join(part for part in (row["detail"], row["recommends"]) if part)
    layout.write(
        figure,
        plain(row["when"]),
        x=0,
        xshift=-12,
        xanchor="right",
        y=place,
        font=layout.font(layout.SMALL, ink.MUTE),
    )
    for text, shift, font in (
        (bold(shortened(row["what"], LONGEST_WHAT)), 8, layout.font()),
        (shortened(told, beside), -9, layout.font(layout.SMALL, ink.MUTE)),
    ):
        if text:
            layout.write(
                figure,
                text,
                x=0,
                xshift=16,
                xanchor="left",
                y=place,
                yshift=shift if told else 0,
                font=font,
            )


def _dots(figure: Sheet, row: Row, place: float) -> None:
    if not row["scores"]:
        return
    side = str(row["side"])
    figure.add_trace(
        scatter(
            x=[_at(score) for score in _spread(row["scores"])],
            y=[place] * len(row["scores"]),
            mode="markers",
            marker={
                "symbol": _symbol(side),
                "size": 10,
                "color": ink.BACKGROUND,
                "opacity": 1,
                "line": {"color": ink.SIDES.get(side, ink.MUTE), "width": 1.5},
            },
            hovertext=[_hover(row)] * len(row["scores"]),
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )


def _hover(row: Row) -> str:
    """The line in full."""
    told = (row["detail"], row["ratings"], row["recommends"])
    return lines(bold(plain(row["what"])), *(plain(part) for part in told))


def _at(score: float) -> float:
    """Where a rating stands in the width."""
    return RATED_FROM + (1 - RATED_FROM) * (score - SCALE[0] + 0.4) / (SCALE[-1] - SCALE[0] + 0.9)


def _spread(scores: Sequence[float]) -> list[float]:
    """The ratings on their scale, equal ones side by side around their value."""
    many, seen, at = Counter(scores), Counter[float](), []
    for score in scores:
        at.append(score + (seen[score] - (many[score] - 1) / 2) * APART)
        seen[score] += 1
    return at


def _sections(figure: Sheet, rows: Sequence[Row], places: Sequence[float]) -> None:
    before = rows[0]["section"]
    for row, place in zip(rows, places, strict=True):
        if row["section"] != before:
            layout.write(
                figure,
                bold(plain(row["section"])),
                x=0,
                xshift=16,
                xanchor="left",
                y=place - 0.85,
                font=layout.font(layout.SMALL, ink.INK),
            )
        before = row["section"]


def _marks(figure: Sheet, rows: Sequence[Row], places: Sequence[float]) -> None:
    """On the thread: the side's shape for an interview, solid for the start, else a ring."""
    for row, place in zip(rows, places, strict=True):
        side, is_start = str(row["side"]), bool(row["is_start"])
        color = ink.SIDES.get(side, ink.MUTE) if side else ink.INK
        figure.add_trace(
            scatter(
                x=[0],
                y=[place],
                mode="markers",
                marker={
                    "symbol": _symbol(side),
                    "size": 13 if is_start else 10,
                    "color": color if side or is_start else ink.BACKGROUND,
                    "opacity": 1,
                    "line": {"color": color, "width": 2},
                },
                hovertext=[_hover(row)],
                hovertemplate="%{hovertext}<extra></extra>",
            )
        )


def _symbol(side: str) -> str:
    return ink.SYMBOLS.get(side, "square" if side else "circle")
