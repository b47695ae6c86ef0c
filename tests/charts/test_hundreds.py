"""What was counted, what was to be expected, and what is left after luck, on one line."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from hiring import charts
from hiring.charts import ink


def _marks(figure: Any, row: int) -> list[tuple[str, float]]:
    found = [trace for trace in figure.data if trace.mode == "markers" and trace.customdata[0] == row]
    return [(trace.marker.symbol, trace.x[0]) for trace in found]


def _words(figure: Any) -> list[str]:
    return [word.text for word in figure.layout.annotations]


def _line(figure: Any, text: str) -> float:
    return next(float(word.y) for word in figure.layout.annotations if word.text == text and word.x == 0)


def test_tick_dot_and_square_lie_over_each_other_in_this_order(groups: pd.DataFrame) -> None:
    figure = charts.counted_and_expected(groups)
    assert _marks(figure, 0) == [("line-ns", 20.0), ("square", 35.0)]
    assert _marks(figure, 2) == [("line-ns", 20.0), ("circle", 27.0), ("square", 31.0)]


def test_the_square_is_open_so_that_equal_values_are_all_seen(groups: pd.DataFrame) -> None:
    squares = [trace for trace in charts.counted_and_expected(groups).data if trace.marker.symbol == "square"]
    assert {trace.marker.color for trace in squares} == {f"{ink.BACKGROUND}00"}
    assert {trace.marker.line.color for trace in squares} == {ink.INK}


def test_only_a_dot_of_which_something_may_be_said_has_colour(groups: pd.DataFrame) -> None:
    dots = [trace for trace in charts.counted_and_expected(groups).data if trace.marker.symbol == "circle"]
    assert [(dot.marker.color, dot.marker.line.color) for dot in dots] == [
        (ink.BACKGROUND, ink.UP),
        (ink.CANNOT_TELL, ink.CANNOT_TELL),
        (ink.DOWN, ink.DOWN),
    ]


def test_of_too_few_stand_what_was_counted_and_expected_and_nothing_after_luck(groups: pd.DataFrame) -> None:
    few = groups.assign(levelled=groups["levelled"].fillna(15.0), low=8.0, high=30.0)
    assert _marks(charts.counted_and_expected(few), 5) == [("line-ns", 21.0), ("square", 0.0)]


def test_sections_have_a_head_and_air_between_them(groups: pd.DataFrame) -> None:
    figure = charts.counted_and_expected(groups)
    heads = [_line(figure, "<b>Region</b>"), _line(figure, "<b>Source</b>")]
    assert heads == [0.0, 4.0]
    assert [_line(figure, name) for name in ("DACH", "North America", "Referral")] == [1.0, 2.0, 5.0]


def test_the_marks_are_named_once_and_the_dot_once_with_its_range(groups: pd.DataFrame) -> None:
    words = _words(charts.counted_and_expected(groups))
    assert [text for text in words if text.startswith(("expected", "counted", "after luck"))] == [
        "expected 20 in 100",
        "counted 35 in 100",
        "expected 20 in 100",
        "counted 31 in 100",
        "after luck 27 in 100, likely 19 to 36",
    ]


def test_where_rows_tell_their_hires_the_marks_are_named_as_the_axis_counts_the_unit_once(
    groups: pd.DataFrame,
) -> None:
    counted = groups.assign(count=(groups["counted"] * groups["n"] / 100).round())
    first = counted.iloc[0]
    words = _words(charts.counted_and_expected(counted))
    assert f"expected {first['expected']:.0f} in 100" in words
    assert f"counted {first['counted']:.0f}" in words


def test_the_scale_begins_at_nothing_and_ends_at_a_round_number(groups: pd.DataFrame) -> None:
    axis = charts.counted_and_expected(groups).layout.xaxis
    assert (axis.tickvals[0], axis.tickvals[-1]) == (0, 40)
    assert axis.range[0] < 0 < 40 < axis.range[1]


def test_a_line_of_words_stands_for_rows_that_are_left_out(groups: pd.DataFrame) -> None:
    row = {"section": "Source", "name": "35 others", "instead": "all in the list", "n": None, "right": ""}
    figure = charts.counted_and_expected(pd.concat([groups, pd.DataFrame([row])], ignore_index=True))
    assert "all in the list" in _words(figure)
    assert _marks(figure, 6) == []


def test_what_a_column_lacks_is_named(groups: pd.DataFrame) -> None:
    with pytest.raises(ValueError, match="lacks expected"):
        charts.counted_and_expected(groups.drop(columns="expected"))


def test_without_a_row_there_are_words_and_no_blank_axes(groups: pd.DataFrame) -> None:
    assert _words(charts.counted_and_expected(groups.head(0))) == ["nothing to show"]


def test_a_name_too_long_for_its_line_stands_on_two_and_is_not_cut(groups: pd.DataFrame) -> None:
    pair = "J. Whitlockton + M. Hollingroveson"
    row = {"section": "Pair", "name": pair, "counted": 50.0, "expected": 9.0, "n": 6, "right": "3 of 6"}
    last = {**row, "name": "A. Ray + B. Lee"}
    one = "Maximiliana Featherstonehaugh"
    frame = pd.DataFrame([row, last, {**last, "name": one}])
    figure = charts.counted_and_expected(frame)
    assert {
        "J. Whitlockton +<br>M. Hollingroveson",
        "A. Ray + B. Lee",
        "Maximiliana<br>Featherstonehaugh",
    } <= {*_words(figure)}
    assert _line(figure, "A. Ray + B. Lee") == pytest.approx(1 + 1 + 0.9)
    assert _line(figure, "<b>Pair</b>") == 0
    # The words above the first row stand on the head's line, as where its name has one line.
    named = [float(word.y) for word in figure.layout.annotations if word.text.startswith("counted")]
    assert named == [pytest.approx(0)]


def test_what_is_said_below_a_name_takes_a_line_of_its_own(groups: pd.DataFrame) -> None:
    figure = charts.counted_and_expected(
        groups.assign(below=["likely −4 to +12", *[None] * (len(groups) - 1)])
    )
    name = str(groups["name"].iloc[0])
    assert [one for one in _words(figure) if one.endswith("likely −4 to +12") and one.startswith(name)]
    assert figure.layout.height > charts.counted_and_expected(groups).layout.height


def test_what_is_said_below_a_name_breaks_rather_than_be_cut(groups: pd.DataFrame) -> None:
    said = "better than expected; through them: not known"
    figure = charts.counted_and_expected(groups.assign(below=[said, *[float("nan")] * (len(groups) - 1)]))
    (name,) = [one for one in _words(figure) if "through them" in one]
    assert name.endswith("better than expected;<br>through them: not known")
