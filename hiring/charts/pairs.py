"""Who with whom: the lower triangle of a few people, their names on the diagonal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts import ink, layout, marks
from hiring.charts.drawn import drawn
from hiring.charts.layout import Show
from hiring.charts.sheet import Part, Sheet, bar
from hiring.charts.text import bold, lines, plain, short_names, shortened

ROW, GAP = 32, 3  # pixels a person and between two cells
MOST_PEOPLE = 10  # an eleventh, and cells are too narrow for their numbers on a phone
FEWEST_COLUMNS = 5  # fewer people than this leave room at the right: a cell stays a cell
RIGHT = 56  # pixels beside the last column, for the name that stands in it
LONGEST = 18  # letters of a name
LONGEST_LAST = 14  # of the last, which has but its own column and what is beside it
WHOLE = 12  # names stand whole where all are that short; else an initial stands for the first


@dataclass(frozen=True)
class _Cell:
    """One pair's place and how it is drawn; `index` is the row's position in the frame, None where it has no row."""

    line: int
    column: int
    fill: str
    edge: str
    width: float
    text: str
    ink: str
    index: int | None
    pair: object
    hover: str


@drawn
def pairs_triangle(
    pairs: pd.DataFrame,
    people: pd.DataFrame,
    *,
    show: Show = words.signed,
    noun: str = "hire",
    never: str = "too few to show",
) -> Sheet:
    """People down the diagonal in their order; a pair is the cell below the one name and left of the other.

    Columns of `people`: `person_id`, `name`; at most ten rows, more raise ValueError. Columns of `pairs`: `id`,
    `first_id`, `second_id` (of people, in any order), `estimate`, `low`, `high`, `n`, `verdict`; optional
    `direction` (absent: the sign of the estimate), `detail` (hover). Clear is filled, Leaning outlined, both with
    the estimate; Can't tell is grey with n; Too few hires, and pairs without a row (the hover says `never`), are
    left empty. Pairs with anyone else are not drawn. A clicked cell carries its row's position in `pairs` and
    its `id` as customdata.
    """
    persons = marks.rows_of(people, "person_id", "name")
    records = marks.rows_of(pairs, "id", "first_id", "second_id", "estimate", "low", "high", "n", "verdict")
    if len(persons) < 2:
        return layout.nothing()
    if len(persons) > MOST_PEOPLE:
        raise ValueError(f"{len(persons)} people are too many to read, at most {MOST_PEOPLE}")
    count = len(persons)
    figure = layout.empty_figure(ROW * count + 8, right=RIGHT, top=4, bottom=4)
    figure.update_layout(
        clickmode="event+select",
        barmode="overlay",
        yaxis={"range": [count - 0.5, -0.5]},
        xaxis={"range": [0, max(count, FEWEST_COLUMNS)]},
    )
    line_of = {person["person_id"]: line for line, person in enumerate(persons)}
    rows = {_key(row, line_of): index for index, row in enumerate(records)}
    cells = _cells(persons, records, rows, show, noun, never)
    for slot in dict.fromkeys(cell.ink for cell in cells):
        figure.add_trace(_bars([cell for cell in cells if cell.ink == slot], slot))
    _names(figure, persons)
    return figure


def _key(row: Mapping[str, Any], line_of: Mapping[Any, int]) -> tuple[int, int]:
    """The cell of a pair as line and column; a column of -1, which no cell has, where one is not on the diagonal."""
    both = line_of.get(row["first_id"], -1), line_of.get(row["second_id"], -1)
    return max(both), min(both)


def _cells(
    persons: Sequence[Mapping[str, Any]],
    records: Sequence[Mapping[str, Any]],
    rows: Mapping[tuple[int, int], int],
    show: Show,
    noun: str,
    never: str,
) -> list[_Cell]:
    cells = []
    for line in range(1, len(persons)):
        for column in range(line):
            who = f"{persons[column]['name']} + {persons[line]['name']}"
            index = rows.get((line, column))
            row = None if index is None else records[index]
            cells.append(_cell(line, column, who, index, row, show, noun, never))
    return cells


def _cell(
    line: int,
    column: int,
    who: str,
    index: int | None,
    row: Mapping[str, Any] | None,
    show: Show,
    noun: str,
    never: str,
) -> _Cell:
    if row is None or not marks.is_shown(row):
        hover = lines(bold(plain(who)), plain(never) if row is None else _count(row, noun))
        pair = None if row is None else row["id"]
        return _Cell(line, column, ink.PANEL, ink.PANEL, 0, "", ink.MUTE, index, pair, hover)
    fill, edge, width, text, slot = _looks(row, show)
    hover = marks.hover(row, who, show, noun)
    return _Cell(line, column, fill, edge, width, text, slot, index, row["id"], hover)


def _looks(row: Mapping[str, Any], show: Show) -> tuple[str, str, float, str, str]:
    """Fill, edge, its width, text and the text's slot of a pair that may be shown."""
    mark = marks.mark_for(str(row["verdict"]), _direction(row))
    if row["verdict"] == marks.CLEAR:
        return mark.fill, mark.color, 0, bold(plain(show(row["estimate"]))), ink.BACKGROUND
    if row["verdict"] == marks.LEANING:
        return mark.fill, mark.color, 2, plain(show(row["estimate"])), mark.color
    return ink.GRID, ink.GRID, 0, plain(words.number(row["n"])), ink.MUTE


def _direction(row: Mapping[str, Any]) -> float:
    direction = marks.optional(row, "direction")
    return (
        float(row["estimate"]) if direction is None else (1.0 if direction in ("higher", "better") else -1.0)
    )


def _count(row: Mapping[str, Any], noun: str) -> str:
    return f"{plain(words.counted(row['n'], noun))} · {plain(marks.TOO_FEW)}"


def _bars(cells: Sequence[_Cell], slot: str) -> Part:
    """Cells whose text has one colour: what is not chosen would fade, and can be given but one colour not to.

    Each cell is a bar: bars can be clicked, and take a fill, an edge and a text.
    """
    inset = 0.03  # of a column, at each side: some three pixels between two cells at the usual widths
    return bar(
        orientation="h",
        base=[cell.column + inset for cell in cells],
        x=[1 - 2 * inset] * len(cells),
        y=[cell.line for cell in cells],
        width=(ROW - GAP) / ROW,
        marker={
            "color": [cell.fill for cell in cells],
            "line": {"color": [cell.edge for cell in cells], "width": [cell.width for cell in cells]},
            "opacity": 1,
        },
        text=[cell.text for cell in cells],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"size": layout.SMALL, "color": slot},
        customdata=[[cell.index, cell.pair] for cell in cells],
        hovertext=[cell.hover for cell in cells],
        hovertemplate="%{hovertext}<extra></extra>",
        # Both, as the browser stumbles over the one without the other and a click is lost.
        selected={"textfont": {"color": slot}},
        unselected={"marker": {"opacity": 1}, "textfont": {"color": slot}},
    )


def _names(figure: Sheet, persons: Sequence[Mapping[str, Any]]) -> None:
    names = short_names([person["name"] for person in persons], WHOLE)
    for line, name in enumerate(names):
        is_last = line == len(names) - 1 and len(names) >= FEWEST_COLUMNS
        layout.write(
            figure,
            shortened(name, LONGEST_LAST if is_last else LONGEST),
            x=line,
            xanchor="left",
            xshift=3,
            y=line,
            font=layout.font(layout.SMALL),
        )
