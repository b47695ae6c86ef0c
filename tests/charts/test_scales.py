"""Two measures of each name, each on its own scale."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hiring import charts, words
from hiring.charts import ink

HEADS = ("Cost per hire", "High performers")


def _notes(figure: Any) -> dict[str, Any]:
    return {note.text: note for note in figure.layout.annotations}


def test_each_measure_lies_on_its_own_scale_that_begins_at_nothing(prices: pd.DataFrame) -> None:
    figure = charts.two_scales(prices, heads=HEADS, shows=(words.money, words.percent))
    dots = [trace for trace in figure.data if trace.mode == "markers"]
    assert [(dot.xaxis, dot.x[0], dot.y[0]) for dot in dots] == [
        ("x", 3000, 0),
        ("x", 17_000, 1),
        ("x2", 0.32, 0),
        ("x2", 0.10, 1),
    ]
    assert figure.layout.xaxis.tickvals[0] == figure.layout.xaxis2.tickvals[0] == 0
    assert figure.layout.xaxis.ticktext[1] == "5k"
    assert figure.layout.xaxis.domain[1] < figure.layout.xaxis2.domain[0]


def test_nothing_is_claimed_of_either(prices: pd.DataFrame) -> None:
    figure = charts.two_scales(prices, heads=HEADS)
    assert {trace.marker.color for trace in figure.data if trace.mode == "markers"} == {ink.INK}


def test_what_is_not_known_is_words_and_no_mark(prices: pd.DataFrame) -> None:
    notes = _notes(charts.two_scales(prices, heads=HEADS))
    assert notes["nothing booked"].y == notes["too few: 6"].y == notes["Walk-in"].y == 2 - 0.4
    assert {"Cost per hire", "High performers", "20 of 62"} <= notes.keys()
    unknown = prices.assign(left=None, left_low=None, left_high=None)
    assert not charts.two_scales(unknown, heads=HEADS).layout.xaxis.showticklabels


def test_a_value_without_a_range_is_a_dot_alone(prices: pd.DataFrame) -> None:
    figure = charts.two_scales(prices.assign(left_low=None, left_high=None), heads=HEADS)
    lines = [trace for trace in figure.data if trace.mode == "lines" and trace.xaxis == "x"]
    assert all(line.x[0] is None for line in lines)
