"""Bars of shuffles and the one line of the company, wherever it falls."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest

from hiring import charts, words
from hiring.charts import ink


def _draw(shuffles: pd.DataFrame, company: float) -> Any:
    return charts.luck_bars(shuffles, company, axis="spread (SD)", show=lambda value: words.number(value, 2))


def _notes(figure: Any) -> dict[str, Any]:
    return {note.text: note for note in figure.layout.annotations}


def test_every_shuffle_is_in_one_bar(shuffles: pd.DataFrame) -> None:
    bars = _draw(shuffles, 0.15).data[0]
    assert sum(bars.y) == 100
    assert len(bars.y) == 24
    assert bars.marker.color == ink.CONTEXT
    assert min(bars.x) - bars.width / 2 == pytest.approx(0.1, abs=0.001)


def test_a_bar_says_how_many_shuffles_it_stands_for(shuffles: pd.DataFrame) -> None:
    assert _draw(shuffles, 0.15).data[0].hovertext[0] == "<b>0.10 to 0.10</b><br>5 of 100 shuffles"


def test_the_company_is_one_ink_line_named_above_it(shuffles: pd.DataFrame) -> None:
    figure = _draw(shuffles, 0.18)
    line = figure.layout.shapes[0]
    assert (line.x0, line.x1, line.line.color) == (0.18, 0.18, ink.INK)
    name = _notes(figure)["<b>your company</b>"]
    assert (name.x, name.xanchor) == (0.18, "center")
    assert figure.layout.height == 168


@pytest.mark.parametrize(("company", "anchor"), [(0.9, "right"), (-0.4, "left")])
def test_the_axis_reaches_a_company_outside_of_all_shuffles(
    shuffles: pd.DataFrame, company: float, anchor: str
) -> None:
    figure = _draw(shuffles, company)
    low, high = figure.layout.xaxis.range
    assert low < min(company, 0.1) < max(company, 0.199) < high
    assert _notes(figure)["<b>your company</b>"].xanchor == anchor


def test_the_words_about_the_shuffles_keep_clear_of_the_companys_name(shuffles: pd.DataFrame) -> None:
    at = {
        company: _notes(_draw(shuffles, company))["100 shuffles of the same data"]
        for company in (0.1, 0.15, 0.2)
    }
    assert [note.xanchor for note in at.values()] == ["right", "left", "left"]
    assert [note.yshift for note in at.values()] == [4, 22, 4]
    assert _draw(shuffles, 0.15).layout.margin.t == 44


def test_the_axis_is_said_in_the_callers_words(shuffles: pd.DataFrame) -> None:
    assert _notes(_draw(shuffles, 0.15))["spread (SD)"].yanchor == "top"


def test_a_company_not_known_leaves_the_bars_alone(shuffles: pd.DataFrame) -> None:
    figure = _draw(shuffles, math.nan)
    assert not figure.layout.shapes
    assert "<b>your company</b>" not in _notes(figure)
    assert sum(figure.data[0].y) == 100


def test_shuffles_all_alike_are_one_bar() -> None:
    figure = charts.luck_bars(pd.DataFrame({"value": [0.3] * 10}), 0.3, axis="spread")
    assert list(figure.data[0].y) == [10]
    assert figure.data[0].x[0] == pytest.approx(0.3)
    assert len(set(figure.layout.xaxis.ticktext)) == len(figure.layout.xaxis.ticktext)


def test_values_not_known_are_no_shuffles(shuffles: pd.DataFrame) -> None:
    holey = pd.concat([shuffles, pd.DataFrame({"value": [math.nan, None]})])
    assert "100 shuffles of the same data" in _notes(_draw(holey, 0.15))
    assert list(_notes(_draw(pd.DataFrame({"value": [math.nan]}), 0.15))) == ["nothing to show"]
