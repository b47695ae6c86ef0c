"""Axes with round ticks, settings that a phone can live with."""

from __future__ import annotations

import math

import pytest

from hiring import words
from hiring.charts import layout
from hiring.charts.drawn import Drawn


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0.35, 0.76, [0.4, 0.5, 0.6, 0.7]),
        (0, 1, [0, 0.5, 1.0]),
        (-0.6, 0.6, [-0.5, 0, 0.5]),
        (0, 240, [0, 50, 100, 150, 200]),
        (3, 3, [3]),
        (math.nan, 1, []),
    ],
)
def test_ticks_are_round_and_few(low: float, high: float, ticks: list[float]) -> None:
    assert layout.nice_ticks(low, high) == pytest.approx(ticks)


def test_an_extent_leaves_room_and_ignores_what_is_unknown() -> None:
    assert layout.extent_of([1.0, math.nan, None], [3.0], room=0.1) == pytest.approx((0.8, 3.2))
    assert layout.extent_of([], [math.nan]) == (0.0, 1.0)
    assert layout.extent_of([2.0], floor=0.0, room=0.0) == (0.0, 2.0)


def test_a_figure_can_neither_be_zoomed_nor_typeset() -> None:
    figure = Drawn(layout.empty_figure(100))
    assert figure.layout.dragmode is False
    assert figure.layout.xaxis.fixedrange
    assert figure.layout.yaxis.fixedrange
    assert layout.CONFIG["typesetMath"] is False


def test_nothing_to_show_is_words_and_no_axis() -> None:
    figure = Drawn(layout.nothing())
    assert [note.text for note in figure.layout.annotations] == ["nothing to show"]
    assert not figure.layout.xaxis.showticklabels
    assert len(figure.data) == 1


def test_no_two_ticks_are_written_alike() -> None:
    assert layout.written_ticks(2.9, 4.1, words.number) == ([3.0, 4.0], ["3", "4"])
    assert layout.written_ticks(0.0, 1.0, words.percent) == (
        [0, 0.5, 1],
        ["0\u202f&#37;", "50\u202f&#37;", "100\u202f&#37;"],
    )
    assert layout.written_ticks(math.nan, 1.0, words.number) == ([], [])


def test_words_stand_in_the_order_they_were_written() -> None:
    figure = layout.empty_figure(100)
    layout.write(figure, "a", x=0, y=0)
    layout.write(figure, "b", x=0, y=0)
    assert [note.text for note in Drawn(figure).layout.annotations] == ["a", "b"]


def test_a_second_axis_is_quiet_too() -> None:
    figure = layout.empty_figure(100)
    layout.value_axis(figure, "x2", (0, 1), [0.5], ["half"])
    axis = Drawn(figure).layout.xaxis2
    assert (axis.fixedrange, list(axis.ticktext)) == (True, ["half"])
