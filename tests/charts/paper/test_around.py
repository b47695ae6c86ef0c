"""Words hang on their anchors, and lines and rectangles lie where a browser puts them."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from hiring.charts import Drawn, ink, layout, paper

SVG = "{http://www.w3.org/2000/svg}"
FIGURE = {"left": 20, "right": 20, "top": 10, "bottom": 10}


def _drawn(**word: Any) -> ET.Element:
    """A figure of 200 by 100 whose plot, from 20 to 180 and 10 to 90, holds 0 to 1, with one word."""
    sheet = layout.empty_figure(100, **FIGURE)
    layout.value_axis(sheet, "x", (0, 1), [], [])
    layout.value_axis(sheet, "y", (0, 1), [], [])
    if word:
        layout.write(sheet, word.pop("text", "word"), **word)
    return ET.fromstring(paper.as_svg(Drawn(sheet), width=200))


@pytest.mark.parametrize(
    ("place", "x", "anchor"),
    [
        ({"x": 0.5}, 100, "middle"),
        ({"x": 0.5, "xanchor": "left"}, 102, "start"),
        ({"x": 0.5, "xanchor": "right", "xshift": 4}, 102, "end"),
        ({"x": 0, "xref": "paper"}, 22, "start"),
        ({"x": 1, "xref": "paper"}, 178, "end"),
        ({"x": 0.5, "xref": "paper"}, 100, "middle"),
        ({"x": 0.5, "xanchor": "left", "borderpad": 3}, 104, "start"),
    ],
)
def test_a_word_hangs_on_its_anchor(place: dict[str, Any], x: float, anchor: str) -> None:
    word = _drawn(y=0.5, **place).find(f".//{SVG}text")
    assert word is not None
    assert float(word.get("x", 0)) == pytest.approx(x, abs=0.01)
    assert word.get("text-anchor") == anchor


def test_a_word_above_its_anchor_stands_higher_than_one_below() -> None:
    at = {}
    for side in ("bottom", "middle", "top"):
        word = _drawn(x=0.5, y=0.5, yanchor=side).find(f".//{SVG}text")
        assert word is not None
        at[side] = float(word.get("y", 0))
    half = 13 * 1.25 / 2 + 2
    assert at["middle"] - at["bottom"] == pytest.approx(half, abs=0.02)
    assert at["top"] - at["middle"] == pytest.approx(half, abs=0.02)
    shifted = _drawn(x=0.5, y=0.5, yanchor="middle", yshift=10).find(f".//{SVG}text")
    assert shifted is not None
    assert at["middle"] - float(shifted.get("y", 0)) == pytest.approx(10, abs=0.02)


def test_lines_and_bold_letters_of_a_word_are_set_as_such() -> None:
    root = _drawn(text="one<br><b>two &amp; 3</b> four", x=0.5, y=0.5)
    word = root.find(f".//{SVG}text")
    assert word is not None
    lines = word.findall(f"{SVG}tspan")
    assert ["".join(line.itertext()) for line in lines] == ["one", "two & 3 four"]
    assert float(lines[1].get("y", 0)) - float(lines[0].get("y", 0)) == pytest.approx(13 * 1.3, abs=0.02)
    assert {line.get("x") for line in lines} == {"100"}
    assert [bold.text for bold in word.iter(f"{SVG}tspan") if bold.get("font-weight")] == ["two & 3"]


def test_lines_told_to_lie_left_begin_together() -> None:
    word = _drawn(text="one<br>and two", x=0.5, y=0.5, xanchor="left", align="left").find(f".//{SVG}text")
    assert word is not None
    assert word.get("text-anchor") == "start"
    assert {line.get("x") for line in word} == {"102"}


def test_a_ground_lies_behind_its_word() -> None:
    root = _drawn(text="word", x=0.5, y=0.5, bgcolor=ink.BACKGROUND)
    *_, ground, word = root
    assert (ground.tag, word.tag) == (f"{SVG}rect", f"{SVG}text")
    left, width = float(ground.get("x", 0)), float(ground.get("width", 0))
    assert left + width / 2 == pytest.approx(100, abs=0.02)
    assert 25 < width < 45


def test_a_word_off_its_axis_is_left_out() -> None:
    assert _drawn(x=1.2, y=0.5).find(f".//{SVG}text") is None


def test_shapes_lie_below_or_above_and_count_pixels_where_told() -> None:
    sheet = layout.empty_figure(100, **FIGURE)
    layout.value_axis(sheet, "y", (0, 10), [5], ["5"])
    pixels = {"xref": "paper", "yref": "paper", "xsizemode": "pixel", "ysizemode": "pixel"}
    sheet.add_shape(
        type="rect",
        xanchor=0.5,
        yanchor=0,
        x0=0,
        x1=12,
        y0=-8,
        y1=-2,
        line={"width": 0},
        fillcolor=ink.INK,
        **pixels,
    )
    line = {"color": ink.MUTE, "width": 1, "dash": "dot"}
    sheet.add_shape(type="line", x0=0, x1=1, xref="paper", y0=5, y1=5, line=line, layer="below")
    root = ET.fromstring(paper.as_svg(Drawn(sheet), width=200))
    below, grid = root.findall(f"{SVG}line")
    assert [below.get(name) for name in ("x1", "x2", "y1", "y2", "stroke-dasharray")] == [
        "20", "180", "50", "50", "3,3",
    ]  # fmt: skip
    assert grid.get("stroke-dasharray") is None
    box = root.findall(f"{SVG}rect")[-1]
    assert [box.get(name) for name in ("x", "y", "width", "height")] == ["100", "92", "12", "6"]
