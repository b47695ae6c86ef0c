"""Two marks of the same people, and what joins them."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest

from hiring import charts, words
from hiring.charts import ink
from hiring.findings.marks import RAW_AND_CORRECTED, End


def _draw(gaps: pd.DataFrame, **settings: Any) -> Any:
    return charts.dumbbell(gaps, show=lambda value: words.number(value, 1), **settings)


def _notes(figure: Any) -> list[tuple[str, float]]:
    return [(note.text, note.y) for note in figure.layout.annotations]


def _marks(figure: Any, row: int) -> list[Any]:
    return [trace for trace in figure.data if trace.mode == "markers" and trace.customdata[0] == row]


def test_hr_and_sales_keep_their_colours_and_shapes_whoever_is_higher(gaps: pd.DataFrame) -> None:
    for row, (hr, sales) in enumerate([(3.1, 4.0), (3.9, 3.5)]):
        told = [(mark.x[0], mark.marker.color, mark.marker.symbol) for mark in _marks(_draw(gaps), row)]
        assert told == [(hr, ink.HR, "circle"), (sales, ink.SALES, "diamond")]
    assert _marks(_draw(gaps), 0)[0].marker.size == 12


def test_the_join_is_heavy_only_where_the_gap_is_clear(gaps: pd.DataFrame) -> None:
    joins = [trace for trace in _draw(gaps).data if trace.mode == "lines"]
    assert [(join.line.color, join.line.width) for join in joins] == [
        (ink.MUTE, 3),
        (ink.CONTEXT, 2),
        (ink.CONTEXT, 2),
    ]
    assert list(joins[0].x) == [3.1, 4.0]


def test_the_gap_stands_at_the_right_with_what_may_be_said_of_it(gaps: pd.DataFrame) -> None:
    right = [note.text for note in _draw(gaps).layout.annotations if note.xanchor == "right" and note.x == 1]
    assert right == [
        "<b>+0.9</b> (+0.6 to +1.2) · 88",
        "−0.4 (−0.8 to +0.1) · 86",
        "−0.1, can't tell · 97",
        "3 candidates",
    ]


def test_a_clear_name_is_heavy_and_a_grey_one_mute(gaps: pd.DataFrame) -> None:
    names = {note.text: note.font.color for note in _draw(gaps).layout.annotations if note.x == 0}
    assert names == {
        "<b>Assertiveness</b>": ink.INK,
        "Team play": ink.INK,
        "Coachability": ink.MUTE,
        "Planning": ink.MUTE,
    }


def test_too_few_is_words_without_marks_and_stretches_no_axis(gaps: pd.DataFrame) -> None:
    figure = _draw(gaps)
    assert ("too few to show", 3) in _notes(figure)
    assert _marks(figure, 3) == []
    assert figure.layout.xaxis.range[0] > 2.5


def test_both_ends_are_named_outside_of_the_first_rows_marks(gaps: pd.DataFrame) -> None:
    ends = {note.text: note for note in _draw(gaps.iloc[[1, 0]]).layout.annotations}
    assert (ends["<b>Sales</b>"].x, ends["<b>Sales</b>"].xanchor) == (3.5, "right")
    assert (ends["<b>HR</b>"].x, ends["<b>HR</b>"].xanchor) == (3.9, "left")
    assert ends["<b>HR</b>"].font.color == ink.HR


def test_a_first_row_of_too_few_leaves_the_names_to_the_next(gaps: pd.DataFrame) -> None:
    assert ("<b>HR</b>", 1) in _notes(_draw(gaps.iloc[[3, 0]]))


def test_raw_is_hollow_and_corrected_filled_in_grey() -> None:
    frame = pd.DataFrame({"name": ["All"], "raw": [0.12], "corrected": [0.21], "n": [412]})
    figure = charts.dumbbell(frame, RAW_AND_CORRECTED, noun="hire")
    raw, corrected = _marks(figure, 0)
    assert (raw.x[0], raw.marker.color, raw.marker.line.color) == (0.12, ink.BACKGROUND, ink.CANNOT_TELL)
    assert (corrected.x[0], corrected.marker.color) == (0.21, ink.CANNOT_TELL)
    assert ("412 hires", pytest.approx(-0.4)) in _notes(figure)


def test_other_columns_and_names_can_be_given() -> None:
    frame = pd.DataFrame({"name": ["A"], "before": [1.0], "after": [2.0], "n": [9]})
    ends = (End("before", "then", "hollow"), End("after", "now", "filled"))
    texts = [note.text for note in charts.dumbbell(frame, ends).layout.annotations]
    assert texts[-2:] == ["<b>then</b>", "<b>now</b>"]


def test_one_of_two_values_is_shown_alone(gaps: pd.DataFrame) -> None:
    figure = _draw(gaps.head(1).assign(hr=math.nan, gap=math.nan))
    assert [mark.x[0] for mark in _marks(figure, 0)] == [4.0]
    assert _marks(figure, 0)[0].hovertext[0] == "<b>Assertiveness</b><br>Sales 4.0<br>88 candidates · Clear"


def test_a_hover_says_both_values_and_how_far_apart(gaps: pd.DataFrame) -> None:
    assert _marks(_draw(gaps), 0)[1].hovertext[0] == (
        "<b>Assertiveness</b><br>HR 3.1, Sales 4.0<br>apart +0.9, likely +0.6 to +1.2<br>88 candidates · Clear"
    )


def test_rows_are_46_pixels_and_the_scale_can_be_given(gaps: pd.DataFrame) -> None:
    layout = _draw(gaps, extent=(0.8, 5.2)).layout
    assert layout.height == 4 * 46 + 40
    assert tuple(layout.xaxis.range) == (0.8, 5.2)
    assert list(layout.xaxis.ticktext) == ["1.0", "2.0", "3.0", "4.0", "5.0"]


def test_rows_that_may_not_be_shown_leave_no_scale(gaps: pd.DataFrame) -> None:
    figure = _draw(gaps.tail(1))
    assert not figure.layout.xaxis.showticklabels
    assert [text for text, _ in _notes(figure)] == ["Planning", "3 candidates", "too few to show"]
