"""Agreed weights and what the hires show, on one line each."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hiring import charts
from hiring.charts import ink


def _notes(figure: Any) -> dict[str, Any]:
    return {note.text: note for note in figure.layout.annotations}


def _dots(figure: Any) -> list[Any]:
    return [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers"]


def test_weights_are_bars_with_their_percent_at_the_end(competencies: pd.DataFrame) -> None:
    figure = charts.weights_and_evidence(competencies)
    bars = next(trace for trace in figure.data if trace.type == "bar")
    assert list(bars.x) == [0.2, 0.18, 0.12, 0]
    assert bars.marker.color == ink.CONTEXT
    end = _notes(figure)["20\u202f&#37;"]
    assert (end.x, end.y, end.xanchor) == (0.2, 0, "left")


def test_a_competency_without_a_weight_says_so(competencies: pd.DataFrame) -> None:
    assert _notes(charts.weights_and_evidence(competencies))["not in the profile"].y == 3


def test_evidence_lies_right_of_the_weights_with_its_verdicts_marks(competencies: pd.DataFrame) -> None:
    figure = charts.weights_and_evidence(competencies)
    assert tuple(figure.layout.xaxis.domain) == (0, 0.36)
    assert tuple(figure.layout.xaxis2.domain) == (0.44, 1)
    told = [(dot.x[0], dot.y[0], dot.xaxis, dot.marker.color) for dot in _dots(figure)]
    assert told == [
        (0.21, 0, "x2", ink.UP),
        (-0.02, 1, "x2", ink.CANNOT_TELL),
        (0.23, 2, "x2", ink.BACKGROUND),
    ]


def test_no_slope_is_drawn_that_may_not_be_shown(competencies: pd.DataFrame) -> None:
    words = _notes(charts.weights_and_evidence(competencies))["too few to show"]
    assert (words.x, words.y) == (0.72, 3)
    told = charts.weights_and_evidence(competencies.assign(instead="never rated"))
    assert _notes(told)["never rated"].y == 3


def test_a_flag_is_words_above_the_mark_and_a_heavy_name(competencies: pd.DataFrame) -> None:
    notes = _notes(charts.weights_and_evidence(competencies))
    assert (notes["no support"].font.color, notes["no support"].xanchor) == (ink.DOWN, "right")
    assert notes["under-weighted"].font.color == ink.UP
    assert notes["under-weighted"].y == notes["<b>Assertiveness</b>"].y == 1.6
    assert "<b>Product knowledge</b>" in notes
    assert "Resilience" in notes


def test_a_flag_without_a_direction_is_mute(competencies: pd.DataFrame) -> None:
    figure = charts.weights_and_evidence(competencies.drop(columns="flag_direction"))
    assert _notes(figure)["no support"].font.color == ink.MUTE


def test_two_roles_can_share_both_scales(competencies: pd.DataFrame) -> None:
    figures = [
        charts.weights_and_evidence(frame, extent=(-0.3, 0.5), heaviest=0.25)
        for frame in (competencies, competencies.tail(2))
    ]
    for figure in figures:
        assert tuple(figure.layout.xaxis2.range) == (-0.3, 0.5)
        assert tuple(figure.layout.xaxis.range) == (0, 0.25 * 1.45)


def test_zero_is_a_line_over_all_rows_and_a_tick(competencies: pd.DataFrame) -> None:
    figure = charts.weights_and_evidence(competencies)
    zero = next(trace for trace in figure.data if list(trace.x) == [0, 0])
    assert (zero.xaxis, zero.line.width) == ("x2", 1)
    assert list(zero.y) == list(figure.layout.yaxis.range)
    assert figure.layout.xaxis2.ticktext[-1] == "0"


def test_rows_are_46_pixels_with_a_head_over_each_panel(competencies: pd.DataFrame) -> None:
    figure = charts.weights_and_evidence(competencies, heads=("Agreed", "Seen"))
    assert figure.layout.height == 4 * 46 + 58
    low, high = figure.layout.yaxis.range
    assert low - high == 4
    notes = _notes(figure)
    assert (notes["Agreed"].x, notes["Seen"].x) == (0, 0.44)


def test_a_role_nobody_was_rated_for_has_no_scale(competencies: pd.DataFrame) -> None:
    figure = charts.weights_and_evidence(competencies.tail(1))
    assert not figure.layout.xaxis2.showticklabels
    assert _dots(figure) == []


def test_a_bar_and_a_dot_tell_their_row(competencies: pd.DataFrame) -> None:
    figure = charts.weights_and_evidence(competencies)
    assert [dot.customdata[0] for dot in _dots(figure)] == [0, 1, 2]
    bars = next(trace for trace in figure.data if trace.type == "bar")
    assert list(bars.customdata) == [0, 1, 2, 3]
    assert bars.hovertext[0] == "<b>Resilience</b><br>Agreed weight 20\u202f&#37;"
    assert bars.hovertext[3] == "<b>Curiosity</b><br>not in the profile"


def test_without_a_head_over_the_slopes_only_weights_are_drawn(competencies: pd.DataFrame) -> None:
    figure = charts.weights_and_evidence(competencies, heads=("Agreed weight", ""))
    assert tuple(figure.layout.xaxis.domain) == (0, 1)
    assert _dots(figure) == []
    assert "too few to show" not in _notes(figure)
