"""A row a person, a cell a quarter reached, leavers with a line to the end."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring import charts
from hiring.charts import grids, ink


@pytest.mark.parametrize(
    ("attainment", "slot"),
    [(-0.2, 1), (0.0, 1), (0.399, 1), (0.4, 3), (0.799, 3), (0.8, 6), (1.199, 6), (1.2, 9), (4.0, 9)],
)
def test_attainment_falls_into_four_steps(attainment: float, slot: int) -> None:
    assert grids.level_of(attainment)[0] == ink.STEPS[slot]


def test_a_quarter_not_reached_has_no_cell(tenures: pd.DataFrame) -> None:
    cells = charts.tenure_grid(tenures).data[0]
    assert list(cells.y) == [0, 0, 0, 1, 2]
    assert [base + 0.47 for base in cells.base] == pytest.approx([1, 2, 3, 1, 1])


def test_namesakes_keep_their_own_rows(tenures: pd.DataFrame) -> None:
    names = [note for note in charts.tenure_grid(tenures).layout.annotations if note.text == "L. Novak"]
    assert [note.y for note in names] == [1, 2]


def test_an_unknown_attainment_is_an_outline(tenures: pd.DataFrame) -> None:
    cells = charts.tenure_grid(tenures).data[0]
    assert (cells.marker.color[-1], cells.marker.line.color[-1]) == (ink.BACKGROUND, ink.GRID)


def test_a_leaver_is_mute_with_a_line_to_the_end(tenures: pd.DataFrame) -> None:
    figure = charts.tenure_grid(tenures)
    assert [(note.y, note.x) for note in figure.layout.annotations if note.text == "left"] == [(1, 1.5)]
    gone = [shape for shape in figure.layout.shapes if shape.type == "line"]
    assert [(line.y0, line.x1) for line in gone] == [(1, 3.5)]
    names = [note.font.color for note in figure.layout.annotations if note.text == "L. Novak"]
    assert names == [ink.MUTE, ink.INK]
