"""Kaplan–Meier curves: steps with bands, at most three, named on the curve."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from hiring import charts
from hiring.charts import ink


def test_curves_and_bands_are_steps(curves: pd.DataFrame) -> None:
    figure = charts.steps(curves)
    assert {trace.line.shape for trace in figure.data} == {"hv"}
    strong = [trace.line.color for trace in figure.data if trace.line.width == 2.5]
    assert strong == [ink.CURVE, ink.MUTE]
    fills = {trace.fillcolor for trace in figure.data if trace.fill == "tonexty"}
    assert fills == {ink.CURVE + "22", ink.MUTE + "22"}


def test_each_curve_is_named_in_its_own_colour(curves: pd.DataFrame) -> None:
    names = [(note.text, note.font.color) for note in charts.steps(curves).layout.annotations[1:]]
    assert names == [("<b>Inside sales</b>", ink.CURVE), ("<b>Major accounts</b>", ink.MUTE)]


def test_the_higher_curve_is_named_above_it_and_the_lower_below(curves: pd.DataFrame) -> None:
    assert [note.yanchor for note in charts.steps(curves).layout.annotations[1:]] == ["bottom", "top"]


def test_curves_that_run_together_are_named_on_either_side(curves: pd.DataFrame) -> None:
    level = curves.assign(share=0.9)
    assert [note.yanchor for note in charts.steps(level).layout.annotations[1:]] == ["bottom", "top"]


def test_a_curve_on_the_axis_is_not_named_among_the_ticks(curves: pd.DataFrame) -> None:
    low = curves.assign(share=[0.02 if group == "Major accounts" else 0.5 for group in curves["group"]])
    assert [note.yanchor for note in charts.steps(low).layout.annotations[1:]] == ["bottom", "bottom"]


def test_a_name_keeps_clear_of_the_edges(curves: pd.DataFrame) -> None:
    early = curves.assign(share=lambda frame: (frame["time"] > 0) * frame["share"].clip(lower=0.9))
    for note in charts.steps(early).layout.annotations[1:]:
        assert note.x >= 25 if note.xanchor == "right" else note.x <= 75


def test_more_than_three_curves_are_refused(curves: pd.DataFrame) -> None:
    four = pd.concat([curves.assign(group=name) for name in "abcd"])
    with pytest.raises(ValueError, match="4 curves are too many to read, at most 3"):
        charts.steps(four)


def test_the_axis_ends_where_told(curves: pd.DataFrame) -> None:
    figure = charts.steps(curves, until=60)
    assert max(max(trace.x) for trace in figure.data) == 60
    assert list(figure.layout.xaxis.ticktext) == ["0", "10", "20", "30", "40", "50", "60"]


def test_days_are_ticked_in_months(curves: pd.DataFrame) -> None:
    assert list(charts.steps(curves.assign(time=curves["time"] * 3.65)).layout.xaxis.tickvals) == [
        0, 90, 180, 270, 360,
    ]  # fmt: skip


def test_a_curve_that_is_not_yet_known_to_its_end_stops_there(curves: pd.DataFrame) -> None:
    unknown = curves.assign(share=[math.nan if time > 50 else 0.4 for time in curves["time"]])
    assert len(charts.steps(unknown).layout.annotations) == 3
