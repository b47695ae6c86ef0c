"""Marks are drawn by the form they name."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring import charts
from hiring.findings.exhibit import Marks
from hiring.findings.marks import Reference

ROWS = pd.DataFrame({"name": ["Board"], "estimate": [0.5], "low": [0.4], "high": [0.6], "n": [20]})


def test_marks_are_drawn_as_their_form_draws_them() -> None:
    given = {"reference": Reference(0.4, "all"), "labels": "above"}
    drawn = charts.draw(Marks("dots_with_intervals", ROWS, given))
    assert drawn.to_json() == charts.dots_with_intervals(ROWS, **given).to_json()


def test_a_form_of_two_frames_takes_the_one_with_the_values_as_its_rows() -> None:
    people = pd.DataFrame({"person_id": ["A", "B"], "name": ["Ada", "Bo"]})
    pairs = pd.DataFrame(
        [("A + B", "A", "B", 0.4, 0.1, 0.7, 24, "Clear")],
        columns=["id", "first_id", "second_id", "estimate", "low", "high", "n", "verdict"],
    )
    drawn = charts.draw(Marks("pairs_triangle", pairs, {"people": people}))
    assert drawn.to_json() == charts.pairs_triangle(pairs, people).to_json()


def test_every_form_is_known_by_its_own_name() -> None:
    assert all(getattr(charts, name) is form for name, form in charts.FORMS.items())


@pytest.mark.parametrize("marks", [Marks("pie", ROWS), Marks("", ROWS)])
def test_a_form_that_there_is_not_is_refused(marks: Marks) -> None:
    with pytest.raises(KeyError):
        charts.draw(marks)
