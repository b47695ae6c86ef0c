"""One role a figure, all on one scale."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring import charts
from hiring.charts import ink


def test_the_own_role_is_strong_and_the_others_are_thin(ramps: pd.DataFrame) -> None:
    figure = charts.ramp(ramps, "Major accounts")
    widths = {trace.line.color: trace.line.width for trace in figure.data if trace.line.width}
    assert widths == {ink.CONTEXT: 1, ink.CURVE: 2.5}
    curve = next(trace for trace in figure.data if trace.line.color == ink.CURVE)
    assert list(curve.y) == ramps[ramps["role"] == "Major accounts"]["median"].tolist()


def test_all_roles_share_the_scale(ramps: pd.DataFrame) -> None:
    first, second = (
        charts.ramp(ramps, role).layout.yaxis.range for role in ("Inside sales", "Major accounts")
    )
    assert first == second
    assert first[1] == pytest.approx(1.89)  # a little over the highest band of all roles, 1.8


def test_the_month_of_reaching_the_pace_is_marked_on_the_curve(ramps: pd.DataFrame) -> None:
    figure = charts.ramp(ramps, "Inside sales", crossed=8)
    dot = next(trace for trace in figure.data if trace.mode == "markers")
    assert (list(dot.x), [round(value, 6) for value in dot.y]) == ([8], [0.8])
    assert [note.text for note in figure.layout.annotations] == ["month 8"]


def test_a_pace_not_reached_is_not_marked(ramps: pd.DataFrame) -> None:
    assert not charts.ramp(ramps, "Inside sales").layout.annotations
    assert not charts.ramp(ramps, "Inside sales", crossed=40).layout.annotations


def test_a_role_without_hires_says_so(ramps: pd.DataFrame) -> None:
    assert charts.ramp(ramps, "Channel").layout.annotations[0].text == "nothing to show"


def test_the_quota_line_is_named_and_always_in_sight(ramps: pd.DataFrame) -> None:
    slow = ramps.assign(median=0.1, low=0.05, high=0.2)
    axis = charts.ramp(slow, "Inside sales").layout.yaxis
    assert axis.ticktext[-1] == "quota"
    assert axis.range[1] > 1


def test_months_of_no_role_are_nobodys_curve(ramps: pd.DataFrame) -> None:
    stray = ramps.head(1).assign(role=None)
    figure = charts.ramp(pd.concat([ramps, stray]), "Inside sales")
    assert figure.to_json() == charts.ramp(ramps, "Inside sales").to_json()
