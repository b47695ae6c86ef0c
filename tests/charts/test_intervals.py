"""Rows of dots: what is clear stands out, what is not stays grey."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring import charts
from hiring.charts import ink
from hiring.findings.marks import Reference

ALL = Reference(0.55, "all hires")


def test_marks_follow_the_verdicts_and_the_side_of_the_reference(sources: pd.DataFrame) -> None:
    figure = charts.dots_with_intervals(sources, reference=ALL)
    dots = [trace for trace in figure.data if trace.mode == "markers"]
    assert [(dot.marker.color, dot.marker.line.color) for dot in dots] == [
        (ink.UP, ink.UP),
        (ink.BACKGROUND, ink.UP),
        (ink.CANNOT_TELL, ink.CANNOT_TELL),
        (ink.DOWN, ink.DOWN),
    ]
    assert [dot.customdata[0] for dot in dots] == [0, 1, 2, 3]


def test_too_few_is_words_with_its_n_and_no_mark(sources: pd.DataFrame) -> None:
    figure = charts.dots_with_intervals(sources, reference=ALL)
    said = [(note.text, note.y) for note in figure.layout.annotations if note.y == 4]
    assert said == [("Internal move", 4), ("3", 4), ("too few to show", 4)]


def test_only_clear_names_are_bold_and_grey_ones_are_mute(sources: pd.DataFrame) -> None:
    figure = charts.dots_with_intervals(sources)
    names = {note.text: note.font.color for note in figure.layout.annotations if note.xanchor == "left"}
    assert names["<b>Referral</b>"] == ink.INK
    assert names["Inbound"] == ink.INK
    assert names["Agency"] == ink.MUTE


def test_a_told_direction_wins_over_the_side_of_the_reference(sources: pd.DataFrame) -> None:
    slower = sources.head(1).assign(direction="worse")
    dot = next(trace for trace in charts.dots_with_intervals(slower).data if trace.mode == "markers")
    assert dot.marker.color == ink.DOWN


def test_labels_above_carry_the_estimate_and_the_count(sources: pd.DataFrame) -> None:
    figure = charts.dots_with_intervals(sources, labels="above")
    right = [note.text for note in figure.layout.annotations if note.xanchor == "right"]
    assert right[0] == "<b>68\u202f&#37;</b> · 72 hires"
    assert right[4] == "3 hires"


def test_two_figures_can_share_a_scale(sources: pd.DataFrame) -> None:
    figure = charts.dots_with_intervals(sources, extent=(-0.06, 1.06))
    assert tuple(figure.layout.xaxis.range) == (-0.06, 1.06)


def test_the_reference_is_a_tick_and_no_other_tick_runs_into_it(sources: pd.DataFrame) -> None:
    axis = charts.dots_with_intervals(sources, reference=ALL).layout.xaxis
    assert axis.ticktext[-1] == "all hires"
    assert axis.tickvals[-1] == 0.55
    assert all(abs(value - 0.55) > 0.06 for value in axis.tickvals[:-1])


def test_rows_grow_the_figure(sources: pd.DataFrame) -> None:
    assert charts.dots_with_intervals(sources).layout.height == 5 * 26 + 58
    assert charts.dots_with_intervals(sources, labels="above").layout.height == 5 * 46 + 40


def test_rows_that_may_not_be_shown_leave_no_scale(sources: pd.DataFrame) -> None:
    figure = charts.dots_with_intervals(sources.tail(1), reference=ALL, ends=("lower", "higher"))
    assert not figure.layout.xaxis.showticklabels
    assert [note.text for note in figure.layout.annotations] == [
        "Internal move",
        "3",
        "too few to show",
        "hires",
    ]


def test_a_frame_without_its_columns_is_refused(sources: pd.DataFrame) -> None:
    with pytest.raises(ValueError, match="the frame lacks estimate"):
        charts.dots_with_intervals(sources.drop(columns="estimate"))


def test_long_names_wrap_and_every_letter_is_there(sources: pd.DataFrame) -> None:
    long = "HR looks at every application and holds the first call within the week it came in"
    frame = sources.head(2).assign(name=[long, "Short <one>"])
    figure = charts.dots_with_intervals(frame, labels="wrapped")
    names = [note.text for note in figure.layout.annotations if note.xanchor == "left"]
    written = [name.removeprefix("<b>").removesuffix("</b>") for name in names]
    assert written[0].replace("<br>", " ") == long
    assert max(len(line) for line in written[0].split("<br>")) <= 34
    assert written[1] == "Short &lt;one&gt;"
    assert figure.layout.height > charts.dots_with_intervals(frame, labels="above").layout.height


def test_a_name_without_a_space_wraps_too(sources: pd.DataFrame) -> None:
    figure = charts.dots_with_intervals(sources.head(1).assign(name="x" * 70), labels="wrapped")
    name = next(note.text for note in figure.layout.annotations if note.xanchor == "left")
    assert name.replace("<br>", "").strip("<b>/") == "x" * 70
    assert name.count("<br>") == 2
