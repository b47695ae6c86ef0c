"""Steps, bands, bars and markers, by their pixels."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from hiring.charts import Drawn, ink, layout, paper
from hiring.charts.sheet import Part, bar, scatter

SVG = "{http://www.w3.org/2000/svg}"
LINE = {"color": ink.INK, "width": 2}


def _drawn(*traces: Part, **settings: Any) -> ET.Element:
    """Marks on a plot of 100 by 100 pixels for 0 to 10, up and across."""
    sheet = layout.empty_figure(100, top=0, bottom=0)
    layout.value_axis(sheet, "x", (0, 10), [], [])
    layout.value_axis(sheet, "y", (0, 10), [], [])
    sheet.update_layout(**settings)
    for trace in traces:
        sheet.add_trace(trace)
    return ET.fromstring(paper.as_svg(Drawn(sheet), width=100))


def _paths(root: ET.Element) -> list[str]:
    return [one.get("d", "") for one in root.iter(f"{SVG}path")]


def _boxes(root: ET.Element) -> list[tuple[float, ...]]:
    marks = root.find(f"{SVG}g")
    assert marks is not None
    return [
        tuple(float(one.get(name, 0)) for name in ("x", "y", "width", "height"))
        for one in marks.iter(f"{SVG}rect")
    ]


def test_a_step_goes_across_before_it_rises() -> None:
    root = _drawn(scatter(x=[0, 5, 10], y=[0, 2, 8], mode="lines", line=LINE | {"shape": "hv"}))
    assert _paths(root) == ["M0,100 L50,100 L50,80 L100,80 L100,20"]


def test_a_band_reaches_from_one_line_to_the_next_where_both_are_known() -> None:
    edge = {"x": [0, 1, 2, 3], "mode": "lines", "line": {"color": ink.BAND, "width": 0}}
    low = scatter(y=[1, 2, None, 4], fill="none", fillcolor=ink.BAND, **edge)
    high = scatter(y=[5, 6, 7, 8], fill="tonexty", fillcolor=ink.see_through(ink.BAND, 0x80), **edge)
    root = _drawn(low, high)
    assert _paths(root) == ["M0,50 L10,40 L10,80 L0,90Z", "M30,20 L30,60Z"]
    assert next(root.iter(f"{SVG}path")).get("fill-opacity") == "0.5"


def test_bars_begin_at_their_base_and_are_as_wide_as_told() -> None:
    flat = bar(orientation="h", base=[2], x=[3], y=[5], width=1, marker={"color": ink.INK})
    assert _boxes(_drawn(flat)) == [(20, 45, 30, 10)]
    assert _boxes(_drawn(bar(x=[5], y=[4], width=2, marker={"color": ink.INK}))) == [(40, 60, 20, 40)]
    assert _boxes(
        _drawn(bar(x=[5], y=[4], width=2, marker={"color": ink.INK}), yaxis={"range": [10, 0]})
    ) == [(40, 0, 20, 40)]


def test_bars_stand_on_each_other_where_they_are_stacked() -> None:
    both = [bar(orientation="h", x=[length], y=[5], width=1, marker={"color": ink.INK}) for length in (4, 2)]
    assert _boxes(_drawn(*both, barmode="stack")) == [(0, 45, 40, 10), (40, 45, 20, 10)]
    with pytest.raises(paper.UnknownError, match="barmode group"):
        _drawn(*both)


def test_the_words_of_a_bar_stand_in_its_middle() -> None:
    words = {"textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "constraintext": "none"}
    told = bar(
        orientation="h",
        x=[4, 4],
        y=[2, 6],
        width=2,
        marker={"color": [ink.UP, ink.DOWN]},
        text=["<b>7</b>", ""],
        textfont={"size": 12, "color": ink.INK},
        **words,
    )
    found = list(_drawn(told).iter(f"{SVG}text"))
    assert [("".join(one.itertext()), one.get("x"), one.get("text-anchor")) for one in found] == [
        ("7", "20", "middle")
    ]
    assert float(found[0].get("y", 0)) == pytest.approx(80 + 0.34 * 12, abs=0.01)


def test_markers_have_their_shape_fill_and_edge_each_and_none_where_a_value_is_missing() -> None:
    look = {"size": 10, "color": [ink.HR, ink.SALES, ink.HR], "line": {"color": ink.INK, "width": 2}}
    root = _drawn(scatter(x=[1, 2, 3], y=[5, None, 5], mode="markers", marker=look))
    assert [(one.get("cx"), one.get("r")) for one in root.iter(f"{SVG}circle")] == [("10", "5"), ("30", "5")]
    diamond = scatter(
        x=[5], y=[5], mode="markers", marker={"size": 10, "symbol": "diamond", "color": ink.SALES}
    )
    assert _paths(_drawn(diamond)) == ["M50,43.5 L56.5,50 L50,56.5 L43.5,50Z"]


def test_lines_lie_over_bars_as_in_a_browser() -> None:
    line = scatter(x=[0, 10], y=[5, 5], mode="lines", line=LINE)
    root = _drawn(line, bar(x=[5], y=[4], width=2, marker={"color": ink.INK}))
    marks = root.find(f"{SVG}g")
    assert marks is not None
    assert [one.tag for one in marks] == [f"{SVG}rect", f"{SVG}path"]
