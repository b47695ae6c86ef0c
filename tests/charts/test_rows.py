"""What forms with a row a name share: which rows, which scale, which words."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring import charts, words
from hiring.charts import ink, layout, rows, text
from hiring.findings.marks import Reference


def test_people_with_long_names_are_written_with_an_initial_and_hovered_in_full() -> None:
    frame = pd.DataFrame(
        {"name": ["Radomila Oakenshaw-Lie"], "estimate": [0.1], "low": [0.0], "high": [0.2], "n": [9]}
    )
    people = charts.dots_with_intervals(frame, are_people=True)
    assert people.layout.annotations[0].text == "R. Oakenshaw-Lie"
    assert people.data[-1].hovertext[0].startswith("<b>Radomila Oakenshaw-Lie</b>")
    assert charts.dots_with_intervals(frame).layout.annotations[0].text == "Radomila Oakensha…"


def test_the_word_of_the_reference_has_room_beside_the_ticks() -> None:
    frame = pd.DataFrame(
        {"name": ["A", "B"], "estimate": [0.44, 0.56], "low": [0.34, 0.46], "high": [0.54, 0.63]}
    )
    told = charts.dots_with_intervals(
        frame.assign(n=9), reference=Reference(0.49, "all"), extent=(0.33, 0.66)
    ).layout.xaxis
    assert list(told.ticktext) == [text.plain(words.percent(0.4)), text.plain(words.percent(0.6)), "all"]


def test_average_is_a_line_over_its_own_gridline_between_lower_and_higher(sources: pd.DataFrame) -> None:
    figure = charts.dots_with_intervals(
        sources, reference=Reference(0.55, "average"), ends=("lower", "higher")
    )
    line = figure.data[0]
    assert (list(line.x), list(line.y), line.line.color) == ([0.55, 0.55], [4.5, -0.5], ink.CANNOT_TELL)
    heads = {note.text: (note.x, note.xanchor) for note in figure.layout.annotations if note.yshift == 4}
    assert heads == {"hires": (1, "right"), "← lower": (0.55, "right"), "higher →": (0.55, "left")}


def test_a_row_may_say_itself_why_it_has_no_mark(sources: pd.DataFrame) -> None:
    figure = charts.dots_with_intervals(sources.assign(instead="no hire yet"))
    assert [note.y for note in figure.layout.annotations if note.text == "no hire yet"] == [4]


def test_a_short_reference_pushes_no_tick_away() -> None:
    figure = layout.empty_figure(100)
    rows.ground(figure, 1, above=False)
    rows.scale(figure, (-0.5, 0.5), words.signed, Reference(0.0, "0"))
    assert figure.axis("x")["ticktext"] == ["−0.4", "−0.2", "+0.2", "+0.4", "0"]


def test_names_above_leave_every_row_its_height() -> None:
    figure = layout.empty_figure(100)
    rows.ground(figure, 3, above=True)
    low, high = figure.axis("y")["range"]
    assert (low, high) == pytest.approx((2.38, -0.62))
