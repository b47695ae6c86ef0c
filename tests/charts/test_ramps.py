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


def test_one_person_is_strong_over_the_band_and_breaks_where_a_month_is_not_counted(
    own_months: pd.DataFrame,
) -> None:
    figure = charts.own_ramp(own_months, "Malvina Silverthorn", role="Mid-market")
    own = next(trace for trace in figure.data if trace.line.color == ink.CURVE)
    assert (own.line.width, list(own.x), list(own.y)) == (2.5, [1, 2, 3, 4, 5], [0, 0.5, 6, None, 2])
    assert "not counted" in own.hovertext[3]
    assert "middle half of the role 30\N{EN DASH}130&#37;" in own.hovertext[3].replace("\u202f", "")
    low, high = (trace for trace in figure.data if trace.line.width == 0)
    assert (list(low.x), list(high.y)) == ([2, 3, 4, 5], [0.8, 1.1, 1.3, 1.4])
    words = [note.text for note in figure.layout.annotations]
    assert words == ["Mid-market", "<b>M. Silverthorn</b>", "full quota"]


def test_the_scale_holds_all_that_one_person_sold_on_round_ticks(own_months: pd.DataFrame) -> None:
    axis = charts.own_ramp(own_months, "Ada", role="Mid-market").layout.yaxis
    assert axis.range[1] >= 6
    assert list(axis.tickvals) == [0, 2, 4, 6]


def test_the_month_of_the_pace_is_marked_on_the_own_line(own_months: pd.DataFrame) -> None:
    figure = charts.own_ramp(own_months, "Ada", role="Mid-market", crossed=3)
    dot = next(trace for trace in figure.data if trace.mode == "markers")
    assert (list(dot.x), list(dot.y)) == ([3], [6.0])


def test_somebody_without_a_counted_month_has_no_line(own_months: pd.DataFrame) -> None:
    figure = charts.own_ramp(own_months.assign(own=None), "Ada", role="Mid-market")
    assert [note.text for note in figure.layout.annotations] == ["nothing to show"]
