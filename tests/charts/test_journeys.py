"""One person's way: the marks on the thread, the words beside them, each rating on its scale."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring import charts
from hiring.charts import ink
from hiring.charts.journeys import RATED_FROM


def _thread(figure: charts.Drawn) -> list[tuple[str, str, str]]:
    """Symbol, fill and edge of each mark on the thread, downwards."""
    on_it = [trace for trace in figure.data if list(trace.x) == [0]]
    return [(trace.marker.symbol, trace.marker.color, trace.marker.line.color) for trace in on_it]


def test_an_interview_has_the_shape_of_its_side_and_the_start_is_solid(way: pd.DataFrame) -> None:
    assert _thread(charts.journey(way)) == [
        ("circle", ink.BACKGROUND, ink.INK),
        ("circle", ink.HR, ink.HR),
        ("diamond", ink.SALES, ink.SALES),
        ("circle", ink.INK, ink.INK),
        ("circle", ink.BACKGROUND, ink.INK),
    ]


def test_each_rating_stands_on_its_scale_and_equal_ones_side_by_side(way: pd.DataFrame) -> None:
    (dots,) = (trace for trace in charts.journey(way).data if list(trace.x) != [0])
    scale = [shape.x0 for shape in charts.journey(way).layout.shapes if shape.x0 == shape.x1 and shape.x0 > 0]
    assert len(scale) == 5
    assert RATED_FROM < scale[0] < scale[4] < 1
    three, *fives = dots.x
    assert three == pytest.approx(scale[2])
    assert sum(fives) / 2 == pytest.approx(scale[4])
    assert fives[0] < scale[4] < fives[1]
    assert dots.marker.line.color == ink.HR
    assert set(dots.hovertext) == {"<b>H. Hr</b><br>HR · screen<br>A 3 · B 5 · C 5<br>yes"}


def test_the_words_say_when_who_and_what_and_a_section_is_named_where_it_begins(way: pd.DataFrame) -> None:
    words = [note.text for note in charts.journey(way).layout.annotations]
    assert words[:5] == ["1", "2", "3", "4", "5"]
    assert words[5:8] == ["30 Jun", "<b>Applied</b>", "Referral"]
    assert "Sales · final · no scorecard" in words
    assert words[-1] == "<b>Since</b>"


def test_nobody_rated_is_no_scale(way: pd.DataFrame) -> None:
    unrated = way.assign(scores=[()] * len(way))
    assert not [
        shape for shape in charts.journey(unrated).layout.shapes if shape.x0 == shape.x1 and shape.x0 > 0
    ]


def test_the_figure_grows_with_its_lines(way: pd.DataFrame) -> None:
    short, long = charts.journey(way.head(2)), charts.journey(way)
    assert long.layout.height - short.layout.height == pytest.approx(42 * (2 + 1.7), abs=1)
