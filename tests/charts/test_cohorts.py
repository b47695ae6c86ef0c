"""Cohorts: values above, immature ones hollow and dotted, too few in words."""

from __future__ import annotations

import math

import pandas as pd

from hiring import charts, words
from hiring.charts import ink
from hiring.findings.marks import Reference


def _notes(figure: object) -> list[str]:
    return [note.text for note in figure.layout.annotations]  # type: ignore[attr-defined]


def test_an_immature_cohort_is_hollow_and_its_interval_dotted(cohorts: pd.DataFrame) -> None:
    figure = charts.dots_over_time(cohorts)
    lines = [trace for trace in figure.data if trace.mode == "lines"]
    dots = [trace for trace in figure.data if trace.mode == "markers"]
    assert [line.line.dash for line in lines] == ["solid", "solid", "dot"]
    assert [dot.marker.color for dot in dots] == [ink.INK, ink.INK, ink.BACKGROUND]
    assert [list(line.y) for line in lines] == [[0.4, 0.68], [0.45, 0.73], [0.3, 0.7]]


def test_every_cohort_is_mature_where_the_frame_does_not_say(cohorts: pd.DataFrame) -> None:
    figure = charts.dots_over_time(cohorts.drop(columns="is_mature"))
    assert {trace.line.dash for trace in figure.data if trace.mode == "lines"} == {"solid"}


def test_a_cohort_is_written_with_its_value_and_its_n(cohorts: pd.DataFrame) -> None:
    figure = charts.dots_over_time(cohorts)
    assert list(figure.layout.xaxis.ticktext) == [
        "2024<br>H1<br>n 48",
        "2024<br>H2<br>n 47",
        "2025<br>H1<br>n 12",
    ]
    assert _notes(figure) == ["54\u202f&#37;", "60\u202f&#37;", "50\u202f&#37;"]


def test_without_n_and_range_the_value_stands_over_the_dot_and_the_tick_is_the_time_alone(
    cohorts: pd.DataFrame,
) -> None:
    figure = charts.dots_over_time(cohorts.assign(low=math.nan, high=math.nan, n=math.nan))
    assert list(figure.layout.xaxis.ticktext) == ["2024<br>H1", "2024<br>H2", "2025<br>H1"]
    assert [note.y for note in figure.layout.annotations] == cohorts["estimate"].tolist()
    assert {note.yshift for note in figure.layout.annotations} == {9}  # clear of the dot
    assert {note.yshift for note in charts.dots_over_time(cohorts).layout.annotations} == {3}


def test_the_reference_is_named_in_the_margin(cohorts: pd.DataFrame) -> None:
    figure = charts.dots_over_time(cohorts, reference=Reference(0.55, "earlier"))
    assert _notes(figure)[-1] == "earlier<br>55\u202f&#37;"
    assert figure.layout.shapes[0].y0 == 0.55


def test_a_cohort_too_small_to_show_is_words_in_its_place(cohorts: pd.DataFrame) -> None:
    figure = charts.dots_over_time(cohorts.assign(estimate=[0.54, math.nan, 0.5]))
    assert [note.x for note in figure.layout.annotations if note.text == "too<br>few"] == [1]
    assert [trace.customdata[0] for trace in figure.data if trace.mode == "markers"] == [0, 2]


def test_cohorts_all_too_small_leave_no_axis(cohorts: pd.DataFrame) -> None:
    assert _notes(charts.dots_over_time(cohorts.assign(estimate=math.nan))) == ["too few to show"]


def test_many_cohorts_leave_years_under_the_axis_and_values_to_the_hover(cohorts: pd.DataFrame) -> None:
    quarters = [f"{year} Q{quarter}" for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4)]
    many = pd.concat([cohorts] * 4).assign(period=quarters)
    figure = charts.dots_over_time(many)
    assert list(figure.layout.xaxis.ticktext) == ["2023", "2024", "2025"]
    assert list(figure.layout.xaxis.tickvals) == [0, 4, 8]
    assert _notes(figure) == []


def test_a_measure_is_written_in_its_own_unit(cohorts: pd.DataFrame) -> None:
    figure = charts.dots_over_time(cohorts.assign(estimate=74, low=60, high=90), show=words.short_days)
    assert _notes(figure) == ["74\u00a0d"] * 3
    assert list(figure.layout.yaxis.ticktext) == ["60\u00a0d", "70\u00a0d", "80\u00a0d", "90\u00a0d"]


def test_what_else_happened_stands_over_its_time_and_counts_of_something_else_below(
    cohorts: pd.DataFrame,
) -> None:
    told = cohorts.assign(count=[4, 0, 8], mark=["A", None, "B, C"])
    figure = charts.dots_over_time(told, counts="meeting")
    bars = [(shape.x0, shape.x1, shape.y1) for shape in figure.layout.shapes if shape.type == "rect"]
    assert bars == [(-0.3, 0.3, 0.09), (1.7, 2.3, 0.18)]
    lines = [shape.x0 for shape in figure.layout.shapes if shape.type == "line"]
    assert lines == [0, 2]
    assert [note.text for note in figure.layout.annotations if note.yref == "paper"] == [
        *("A", "B, C"),
        "meetings<br>up to 8",
    ]
    low, high = figure.layout.yaxis.range
    plain_low, plain_high = charts.dots_over_time(cohorts).layout.yaxis.range
    assert (low < plain_low, high) == (True, plain_high)
    assert "4 meetings" in figure.data[1].hovertext[0]


def test_a_strip_without_any_count_is_not_drawn(cohorts: pd.DataFrame) -> None:
    figure = charts.dots_over_time(cohorts.assign(count=0, mark=None), counts="meeting")
    assert not figure.layout.shapes
    assert figure.layout.yaxis.range == charts.dots_over_time(cohorts).layout.yaxis.range
