"""A finished figure says what it said when it was drawn, and is drawn once for the same values."""

from __future__ import annotations

import json
import pickle

import plotly.graph_objects as go
import plotly.tools

from hiring.charts.drawn import Drawn, drawn
from hiring.remembering import size_of

calls: list[str] = []


@drawn
def line(name: str) -> go.Figure:
    """One line."""
    calls.append(name)
    return go.Figure(go.Scatter(x=[1, 2], y=[3, 4], name=name), layout={"height": 120})


def test_a_figure_is_drawn_once_for_the_same_values() -> None:
    assert line("A & <b>") is line("A & <b>")
    line("B")
    assert calls == ["A & <b>", "B"]


def test_a_finished_figure_says_what_it_said_when_it_was_drawn() -> None:
    figure = go.Figure(go.Scatter(x=[1, 2], y=[0.1, None], name="</script>"), layout={"height": 120})
    finished = Drawn(figure)
    assert finished.to_json() == figure.to_json()
    assert finished.data[0].name == "</script>"
    assert list(finished.data[0].y) == [0.1, None]
    assert finished.layout.height == 120


def test_streamlits_way_to_a_figures_values_is_open_and_harmless() -> None:
    finished = line("C")
    told = plotly.tools.return_figure_from_figure_or_data(finished, validate_figure=True)
    told["data"].clear()
    assert json.loads(finished.to_json())["data"][0]["name"] == "C"


def test_a_finished_figure_takes_as_many_bytes_as_its_text_and_is_the_same_once_read_back() -> None:
    finished = line("D")
    text = finished.to_json()
    assert len(text) <= size_of(finished) <= len(text) + 200
    assert pickle.loads(pickle.dumps(finished)).to_json() == text
