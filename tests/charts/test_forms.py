"""What every form owes its reader, whichever it is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.forms import EVIL, FORMS
from hiring import charts

COLORS = re.compile(r"#(?!0000(?:0[1-9]|1\d|20|38)(?:[0-9A-F]{2})?\b)[0-9a-fA-F]{6}")


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> tuple[Callable[[pd.DataFrame], go.Figure], pd.DataFrame, str]:
    draw, frame, column = FORMS[request.param]
    return draw, request.getfixturevalue(frame), column


def _texts(figure: go.Figure) -> list[str]:
    """Every text of a figure that the browser reads as markup."""
    texts: list[str] = [note.text for note in figure.layout.annotations]
    for axis in _axes(figure):
        texts += axis.ticktext or ()
    for trace in figure.data:
        for told in (trace.hovertext, trace.text):
            texts += told if isinstance(told, tuple | list) else ()
    return texts


def _axes(figure: go.Figure) -> list[go.layout.XAxis | go.layout.YAxis]:
    axes = [*figure.select_xaxes(), *figure.select_yaxes()]
    assert axes
    return axes


def test_every_form_is_tried_here() -> None:
    forms = {name for name in charts.__all__ if hasattr(getattr(charts, name), "__wrapped__")}
    assert forms
    assert not forms - FORMS.keys()


def test_no_form_changes_its_frame(form: tuple[Callable[..., go.Figure], pd.DataFrame, str]) -> None:
    draw, frame, _ = form
    before = frame.copy(deep=True)
    draw(frame)
    pd.testing.assert_frame_equal(frame, before)


def test_every_colour_is_a_slot_of_the_theme(
    form: tuple[Callable[..., go.Figure], pd.DataFrame, str],
) -> None:
    draw, frame, _ = form
    assert not COLORS.findall(draw(frame).to_json())


def test_no_form_keeps_zoom_legend_or_a_template_of_its_own(
    form: tuple[Callable[..., go.Figure], pd.DataFrame, str],
) -> None:
    draw, frame, _ = form
    figure = go.Figure(draw(frame).to_dict())
    assert (figure.layout.dragmode, figure.layout.showlegend) == (False, False)
    assert all(axis.fixedrange for axis in _axes(figure))


def test_every_form_keeps_to_the_grammar_of_plotly(
    form: tuple[Callable[..., go.Figure], pd.DataFrame, str],
) -> None:
    draw, frame, _ = form
    drawn = draw(frame).to_dict()
    assert json.loads(go.Figure(drawn).to_json())["data"] == drawn["data"]


def test_a_frame_without_rows_is_said_in_words(
    form: tuple[Callable[..., go.Figure], pd.DataFrame, str], ramps: pd.DataFrame
) -> None:
    draw, frame, column = form
    figure = charts.ramp(ramps.head(0), "Inside sales") if column == "role" else draw(frame.head(0))
    assert [note.text for note in figure.layout.annotations] == ["nothing to show"]


def test_markup_in_a_file_reaches_no_figure(form: tuple[Callable[..., go.Figure], pd.DataFrame, str]) -> None:
    draw, frame, column = form
    figure = go.Figure(draw(frame.assign(**{column: EVIL})).to_dict())
    texts = _texts(figure)
    told = [text for text in texts if "&lt;img" in text]
    assert told
    for text in told:
        assert "<img" not in text
        assert "$" not in text
        assert "%{" not in text
        assert "#000001" not in text
    assert "&amp;lt;b&amp;gt;" in json.dumps(texts)


def test_nothing_is_smaller_than_twelve_pixels(
    form: tuple[Callable[..., go.Figure], pd.DataFrame, str],
) -> None:
    draw, frame, _ = form
    figure = go.Figure(draw(frame).to_dict())
    sizes = [note.font.size for note in figure.layout.annotations if note.font.size]
    sizes += [axis.tickfont.size for axis in _axes(figure) if axis.tickfont.size]
    sizes += [trace.textfont.size for trace in figure.data if getattr(trace, "text", None)]
    assert min(sizes) >= 12
