"""Axes with round ticks, settings that a phone can live with."""

from __future__ import annotations

import math

import pytest

from hiring.charts import layout


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
    figure = layout.empty_figure(100)
    assert figure.layout.dragmode is False
    assert figure.layout.xaxis.fixedrange
    assert figure.layout.yaxis.fixedrange
    assert layout.CONFIG["typesetMath"] is False


def test_nothing_to_show_is_words_and_no_axis() -> None:
    figure = layout.nothing()
    assert [note.text for note in figure.layout.annotations] == ["nothing to show"]
    assert not figure.layout.xaxis.showticklabels
    assert len(figure.data) == 1
