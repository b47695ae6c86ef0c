"""Ticks and gridlines where a browser has them, by their pixels."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from hiring.charts import Drawn, ink, layout, paper
from hiring.charts.sheet import Sheet, scatter

SVG = "{http://www.w3.org/2000/svg}"


def _sheet() -> Sheet:
    """A figure of 200 by 100 whose plot lies from 40 to 190 and from 20 to 80."""
    return layout.empty_figure(100, left=40, right=10, top=20, bottom=20)


def _read(sheet: Sheet) -> ET.Element:
    return ET.fromstring(paper.as_svg(Drawn(sheet), width=200))


def _labels(root: ET.Element) -> dict[str, tuple[float, float, str | None]]:
    return {
        "".join(one.itertext()): (float(one.get("x", 0)), float(one.get("y", 0)), one.get("text-anchor"))
        for one in root.iter(f"{SVG}text")
    }


def _lines(root: ET.Element) -> list[tuple[float, ...]]:
    names = ("x1", "y1", "x2", "y2")
    return [tuple(float(one.get(name, 0)) for name in names) for one in root.iter(f"{SVG}line")]


def test_ticks_of_the_axis_below_are_centred_under_their_gridlines() -> None:
    sheet = _sheet()
    layout.value_axis(sheet, "x", (0, 10), [0, 5], ["0", "5&#37;"])
    root = _read(sheet)
    assert _lines(root) == [(40, 20, 40, 80), (115, 20, 115, 80)]
    labels = _labels(root)
    assert {words: (at, anchor) for words, (at, _, anchor) in labels.items()} == {
        "0": (40, "middle"),
        "5%": (115, "middle"),
    }
    assert 80 + 6 + 8 < labels["0"][1] < 100


def test_ticks_at_the_side_end_before_the_plot_at_the_height_of_their_lines() -> None:
    sheet = _sheet()
    layout.value_axis(sheet, "y", (0, 10), [5], ["half"])
    root = _read(sheet)
    assert _lines(root) == [(40, 50, 190, 50)]
    assert _labels(root)["half"] == (31, pytest.approx(50 + 0.34 * 12, abs=0.01), "end")


def test_ticks_of_an_axis_on_top_stand_above_the_plot() -> None:
    sheet = _sheet()
    layout.value_axis(sheet, "x", (0, 10), [5], ["Q1"], grid=False)
    sheet.update_layout(xaxis={"side": "top"})
    root = _read(sheet)
    assert not _lines(root)
    assert 5 < _labels(root)["Q1"][1] < 20 - 6


def test_a_tick_off_its_axis_is_left_out_and_one_at_its_end_is_not() -> None:
    sheet = _sheet()
    layout.value_axis(sheet, "x", (0, 0.3), [-0.1, 0.1 + 0.2, 0.4], ["a", "b", "c"])
    assert list(_labels(_read(sheet))) == ["b"]


def test_words_at_a_tick_on_the_pictures_own_edge_are_whole() -> None:
    sheet = layout.empty_figure(100)
    layout.value_axis(sheet, "x", (0, 10), [0, 5], ["0&#37;", "5"])
    labels = _labels(_read(sheet))
    assert labels["0%"][0] == pytest.approx((0.5 + 0.8) * 12 / 2)
    assert labels["5"][0] == 100


def test_a_second_axis_takes_its_part_of_the_width_and_its_own_marks() -> None:
    sheet = _sheet()
    layout.value_axis(sheet, "y", (0, 10), [5], ["5"])
    sheet.update_layout(xaxis={"domain": [0.0, 0.4], "range": [0, 1]})
    layout.value_axis(sheet, "x2", (0, 10), [5], ["five"])
    sheet.update_layout(xaxis2={"domain": [0.6, 1.0], "anchor": "y"})
    marker: dict[str, Any] = {"size": 8, "color": ink.INK}
    for axis, value in (("x", 1), ("x2", 5)):
        sheet.add_trace(scatter(x=[value], y=[5], mode="markers", marker=marker, xaxis=axis))
    root = _read(sheet)
    assert [float(one.get("cx", 0)) for one in root.iter(f"{SVG}circle")] == [100, 160]
    assert (160, 20, 160, 80) in _lines(root)
    assert (40, 50, 100, 50) in _lines(root)
    assert _labels(root)["five"][0] == 160


def test_values_of_an_axis_without_a_range_are_refused() -> None:
    sheet = _sheet()
    sheet.add_trace(scatter(x=[1], y=[1], mode="markers", marker={"size": 8, "color": ink.INK}))
    with pytest.raises(paper.UnknownError, match="the x axis has values and no range"):
        _read(sheet)
