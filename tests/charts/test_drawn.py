"""A finished figure says what it said when it was drawn, and is drawn once for the same values."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path

import plotly.io
import plotly.tools
import pytest

from hiring.charts.drawn import Drawn, drawn
from hiring.charts.sheet import Sheet, scatter
from hiring.serving.kept import size_of

calls: list[str] = []


@drawn
def line(name: str) -> Sheet:
    """One line."""
    calls.append(name)
    return _sheet(x=[1, 2], y=[3, 4], name=name)


def _sheet(**trace: object) -> Sheet:
    sheet = Sheet(height=120)
    sheet.add_trace(scatter(**trace))
    return sheet


def test_a_finished_figure_says_what_it_said_when_it_was_drawn() -> None:
    finished = Drawn(_sheet(x=[1, 2], y=[0.1, None], name="</script>"))
    assert finished.data[0].name == "</script>"
    assert list(finished.data[0].y) == [0.1, None]
    assert finished.layout.height == 120


def test_streamlits_way_to_a_figures_values_is_open_and_harmless() -> None:
    finished = line("C")
    told = plotly.tools.return_figure_from_figure_or_data(finished, validate_figure=True)
    assert json.loads(plotly.io.to_json(told, validate=False)) == finished.to_dict()
    told["data"].clear()
    assert json.loads(finished.to_json())["data"][0]["name"] == "C"


def test_a_finished_figure_takes_as_many_bytes_as_its_text_and_is_the_same_once_read_back() -> None:
    finished = line("D")
    text = finished.to_json()
    assert len(text) <= size_of(finished) <= len(text) + 200
    assert pickle.loads(pickle.dumps(finished)).to_json() == text


def test_what_is_not_in_the_grammar_of_plotly_is_told_when_a_figure_is_looked_at() -> None:
    with pytest.raises(ValueError, match="colour"):
        _ = Drawn(_sheet(x=[1], colour="red")).data


def test_drawing_loads_nothing_of_plotly_but_the_name_of_a_figure() -> None:
    script = """import sys
import pandas as pd
from hiring import charts
charts.dots_with_intervals(pd.DataFrame([("A", .5, .4, .6, 9)], columns=["name", "estimate", "low", "high", "n"]))
charts.ramp(pd.DataFrame(columns=["role", "month", "median", "low", "high", "n"]), "A")
print([name for name in sys.modules if name.startswith(("plotly.io", "plotly.graph_objs", "plotly.validators"))])
charts.hand_over()
print("plotly.graph_objs" in sys.modules, "plotly.io" in sys.modules)
"""
    root = Path(__file__).parents[2]
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True
    )
    assert told.stdout.splitlines() == ["[]", "True True"]
