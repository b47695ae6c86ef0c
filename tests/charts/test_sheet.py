"""What a form draws is plain values, and comes out as JSON that a browser can read."""

from __future__ import annotations

import json
import math

import numpy as np
import pandas as pd
import pytest

from hiring.charts.sheet import Sheet, bar, scatter


def test_numbers_of_frames_become_plain_ones_and_what_is_not_known_null() -> None:
    sheet = Sheet()
    values = [
        np.float64(0.5),
        np.int64(3),
        np.bool_(True),
        2,
        math.nan,
        np.nan,
        math.inf,
        None,
        pd.NA,
        pd.NaT,
    ]
    sheet.add_trace(scatter(x=values, y=(np.float32(0.25),), customdata=range(2)))
    trace = json.loads(sheet.to_json())["data"][0]
    assert trace["x"] == [0.5, 3, True, 2, None, None, None, None, None, None]
    assert (trace["y"], trace["customdata"], trace["type"]) == ([0.25], [0, 1], "scatter")


def test_what_no_figure_can_hold_is_refused_and_named() -> None:
    sheet = Sheet()
    sheet.add_trace(bar(x=[object]))
    with pytest.raises(TypeError, match="a figure holds numbers and text, not type"):
        sheet.to_json()


def test_a_layout_told_in_parts_keeps_what_was_told_before() -> None:
    sheet = Sheet(xaxis={"range": [0, 1], "tickfont": {"size": 12}})
    sheet.update_layout(xaxis={"tickfont": {"color": "#000001"}, "range": [0, 2]}, height=80)
    assert sheet.axis("x") == {"range": [0, 2], "tickfont": {"size": 12, "color": "#000001"}}
    assert sheet.axis("x2") == {}
    assert sheet.to_dict()["layout"]["height"] == 80


def test_what_a_layout_was_told_is_not_changed_with_it() -> None:
    settings = {"tickfont": {"size": 12}}
    sheet = Sheet(xaxis=settings)
    sheet.update_layout(xaxis={"tickfont": {"size": 13}})
    assert settings == {"tickfont": {"size": 12}}


def test_text_comes_out_letter_by_letter() -> None:
    sheet = Sheet()
    sheet.add_word({"text": "Søren \u2028 </script>"})
    sheet.add_shape(type="line", x0=0)
    layout = json.loads(sheet.to_json())["layout"]
    assert layout["annotations"] == [{"text": "Søren \u2028 </script>"}]
    assert layout["shapes"] == [{"type": "line", "x0": 0}]
