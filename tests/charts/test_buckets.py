"""Outcomes by bucket of a rating."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from hiring import charts
from hiring.charts import ink
from hiring.findings.marks import Reference


def _draw(buckets: pd.DataFrame, **settings: Any) -> Any:
    return charts.calibration_steps(buckets, axis="mean rating", **settings)


def _notes(figure: Any) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_each_bucket_is_a_dot_with_its_interval_in_order(buckets: pd.DataFrame) -> None:
    figure = _draw(buckets)
    dots = [trace for trace in figure.data if trace.mode == "markers"]
    assert [(dot.x[0], dot.y[0], dot.marker.color) for dot in dots] == [
        (0, -0.31, ink.INK),
        (1, -0.4, ink.INK),
        (2, 0.33, ink.INK),
    ]
    intervals = [list(trace.y) for trace in figure.data if trace.mode == "lines" and len(trace.x) == 2]
    assert intervals == [[-0.55, -0.07], [-0.6, -0.2], [0.1, 0.56]]
    assert figure.layout.height == 320


def test_n_stands_under_each_tick_and_the_scale_is_named(buckets: pd.DataFrame) -> None:
    figure = _draw(buckets)
    assert list(figure.layout.xaxis.ticktext) == [
        "1.0–2.6<br>n 48",
        "2.6–3.4<br>n 51",
        "3.4–5.0<br>n 49",
    ]
    assert _notes(figure) == ["−0.3", "−0.4", "+0.3", "mean rating"]


def test_rising_steps_are_as_wide_as_their_buckets(buckets: pd.DataFrame) -> None:
    steps = _draw(buckets).data[0]
    assert list(steps.x) == [-0.5, 0.5, 0.5, 1.5, 1.5, 2.5]
    assert list(steps.y) == [-0.36, -0.36, -0.36, -0.36, 0.33, 0.33]
    assert steps.line.color == ink.CONTEXT


def test_no_steps_are_drawn_where_they_are_not_known(buckets: pd.DataFrame) -> None:
    for frame in (buckets.drop(columns="rising"), buckets.assign(rising=[0.1, math.nan, 0.2])):
        assert ink.CONTEXT not in {trace.line.color for trace in _draw(frame).data if trace.mode == "lines"}


def test_a_bucket_too_small_is_words_in_its_place(buckets: pd.DataFrame) -> None:
    figure = _draw(buckets.assign(verdict=[None, "Too few hires", None]))
    assert [note.x for note in figure.layout.annotations if note.text == "too<br>few"] == [1]
    assert [trace.customdata[0] for trace in figure.data if trace.mode == "markers"] == [0, 2]
    assert _notes(_draw(buckets.assign(verdict="Too few hires"))) == ["too few to show"]


def test_the_reference_is_named_in_the_margin(buckets: pd.DataFrame) -> None:
    figure = _draw(buckets, reference=Reference(0.0, "average"))
    assert _notes(figure)[-1] == "average<br>0.0"
    assert figure.layout.shapes[0].y0 == 0


def test_a_single_bucket_is_one_dot(buckets: pd.DataFrame) -> None:
    figure = _draw(buckets.head(1))
    assert tuple(figure.layout.xaxis.range) == (-0.55, 0.55)
    assert _notes(figure) == ["−0.3", "mean rating"]
