"""Stages of a funnel and rows of a file."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring import charts


def _notes(figure: object) -> list[str]:
    return [note.text for note in figure.layout.annotations]  # type: ignore[attr-defined]


def test_a_funnel_says_who_came_and_what_share_went_on(stages: pd.DataFrame) -> None:
    figure = charts.funnel(stages)
    assert list(figure.data[0].x) == [4820, 1610, 131]
    assert _notes(figure)[:3] == [
        "Applied",
        "<b>4,820</b>",
        "33\u202f&#37; go on (32–35\u202f&#37;) · 3\u00a0d",
    ]


def test_the_last_stage_passes_nobody_on(stages: pd.DataFrame) -> None:
    assert _notes(charts.funnel(stages))[-2:] == ["Accepted", "<b>131</b>"]


def test_a_funnel_without_times_does_without_them(stages: pd.DataFrame) -> None:
    figure = charts.funnel(stages.drop(columns=["days", "pending"]))
    assert _notes(figure)[2] == "33\u202f&#37; go on (32–35\u202f&#37;)"


def test_a_single_row_set_aside_of_many_is_still_seen(files: pd.DataFrame) -> None:
    loaded, aside, skipped = charts.stacked_share(files).data
    assert aside.x[0] == pytest.approx(0.004, rel=0.01)
    assert loaded.x[0] + aside.x[0] + skipped.x[0] == pytest.approx(1)
    assert (loaded.x[1], aside.x[1], skipped.x[1]) == pytest.approx((0.9, 0.09, 0.01))


def test_a_file_is_written_with_its_counts(files: pd.DataFrame) -> None:
    assert _notes(charts.stacked_share(files)) == [
        "employees.csv",
        "100,000 rows · <b>1 set aside</b>",
        "interviews.csv",
        "900 rows · <b>90 set aside</b>",
        "empty.csv",
        "0 rows",
    ]


def test_a_file_without_rows_has_a_bar_without_length(files: pd.DataFrame) -> None:
    assert [trace.x[2] for trace in charts.stacked_share(files).data] == [0, 0, 0]
