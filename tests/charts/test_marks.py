"""Filled is Clear, hollow is Leaning, grey is can't tell, words are too few."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from hiring import words
from hiring.charts import ink, marks
from hiring.statistics import verdicts


def test_the_labels_are_those_of_the_verdicts() -> None:
    ours = {marks.CLEAR, marks.LEANING, marks.CANNOT_TELL, *marks.UNTOLD}
    assert ours == {label.value for label in verdicts.Label}


def test_a_clear_mark_is_filled_in_the_colour_of_its_direction() -> None:
    up, down = marks.mark_for("Clear", 0.4), marks.mark_for("Clear", -0.4)
    assert (up.color, up.fill, up.is_bold) == (ink.UP, ink.UP, True)
    assert (down.color, down.fill) == (ink.DOWN, ink.DOWN)


def test_a_claim_of_which_neither_way_is_better_has_no_colour_of_better_or_worse() -> None:
    clear, leaning = marks.mark_for("Clear", math.nan), marks.mark_for("Leaning", math.nan)
    assert (clear.color, clear.fill, leaning.color, leaning.fill) == (
        ink.INK,
        ink.INK,
        ink.INK,
        ink.BACKGROUND,
    )


def test_a_leaning_mark_is_hollow() -> None:
    mark = marks.mark_for("Leaning", -0.1)
    assert (mark.color, mark.fill) == (ink.DOWN, ink.BACKGROUND)


def test_a_mark_that_cannot_be_told_is_grey_whichever_way_it_points() -> None:
    assert marks.mark_for("Can't tell", 1.0) == marks.mark_for("Can't tell", -1.0)
    assert marks.mark_for("Can't tell", 1.0).color == ink.CANNOT_TELL


def test_a_side_keeps_its_colour_and_shape() -> None:
    mark = marks.mark_for("Clear", -1.0, "Sales")
    assert (mark.color, mark.symbol) == (ink.SALES, "diamond")
    assert marks.mark_for(None, 0, "HR").color == ink.HR


def test_a_mark_without_a_verdict_is_plain_ink() -> None:
    assert marks.mark_for(None, 1.0).color == ink.INK


def test_an_unknown_verdict_is_refused() -> None:
    with pytest.raises(ValueError, match="'Sure' is none of"):
        marks.mark_for("Sure", 1.0)


@pytest.mark.parametrize(
    "row", [{"estimate": math.nan}, {"estimate": None}, {"estimate": 1.0, "verdict": "Too few hires"}]
)
def test_too_few_and_unknown_are_not_drawn(row: dict[str, object]) -> None:
    assert not marks.is_shown(row)


def test_a_hover_says_who_then_how_much_then_how_many() -> None:
    row = {"estimate": 0.57, "low": 0.46, "high": 0.67, "n": 86, "verdict": "Clear", "detail": "<b>"}
    assert marks.hover(row, "A & B", words.percent, "hire") == (
        "<b>A &amp; B</b><br>57\u202f&#37;, likely 46 to 67\u202f&#37;<br>86 hires · Clear<br>&lt;b&gt;"
    )


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match="the frame lacks low, n; it has estimate"):
        marks.rows_of(pd.DataFrame({"estimate": [1]}), "estimate", "low", "n")
