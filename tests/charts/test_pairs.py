"""The triangle of pairs: filled, outlined, grey or empty, and every cell in its place."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from hiring import charts
from hiring.charts import ink


def _cells(figure: Any) -> dict[tuple[int, int], dict[str, Any]]:
    """The cells by line and column, both counted from 0."""
    return {
        (trace.y[at], round(trace.base[at])): {
            "fill": trace.marker.color[at],
            "edge": (trace.marker.line.color[at], trace.marker.line.width[at]),
            "text": (trace.text[at], trace.textfont.color),
            "hover": trace.hovertext[at],
            "told": trace.customdata[at],
        }
        for trace in figure.data
        for at in range(len(trace.y))
    }


def test_every_pair_is_below_the_one_name_and_left_of_the_other(
    people: pd.DataFrame, pairs: pd.DataFrame
) -> None:
    cells = _cells(charts.pairs_triangle(pairs, people))
    assert sorted(cells) == [(1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (3, 2)]
    assert [cells[place]["told"] for place in ((2, 0), (2, 1), (3, 1), (3, 0))] == [
        [0, "E3 + E1"],
        [1, "E2 + E3"],
        [2, "E2 + E4"],
        [3, "E1 + E4"],
    ]


def test_a_clear_pair_is_filled_and_its_text_in_the_colour_of_the_ground(
    people: pd.DataFrame, pairs: pd.DataFrame
) -> None:
    cell = _cells(charts.pairs_triangle(pairs, people))[2, 0]
    assert (cell["fill"], cell["text"]) == (ink.UP, ("<b>+0.4</b>", ink.BACKGROUND))


def test_a_leaning_pair_is_an_outline_with_its_estimate(people: pd.DataFrame, pairs: pd.DataFrame) -> None:
    cell = _cells(charts.pairs_triangle(pairs, people))[2, 1]
    assert (cell["fill"], cell["edge"]) == (ink.BACKGROUND, (ink.DOWN, 2))
    assert cell["text"] == ("−0.3", ink.DOWN)


def test_a_pair_that_cannot_be_told_is_grey_with_its_n(people: pd.DataFrame, pairs: pd.DataFrame) -> None:
    cell = _cells(charts.pairs_triangle(pairs, people))[3, 1]
    assert (cell["fill"], cell["text"]) == (ink.GRID, ("7", ink.MUTE))


def test_too_few_is_an_empty_cell_whose_estimate_nobody_reads(
    people: pd.DataFrame, pairs: pd.DataFrame
) -> None:
    figure = charts.pairs_triangle(pairs, people)
    cell = _cells(figure)[3, 0]
    assert (cell["fill"], cell["text"][0]) == (ink.PANEL, "")
    assert cell["hover"] == "<b>Adaeze Okafor + Rohan Patel</b><br>5 hires · Too few hires"
    assert "0.6" not in cell["hover"]


def test_a_pair_without_a_row_is_empty_and_tells_no_row(people: pd.DataFrame, pairs: pd.DataFrame) -> None:
    cell = _cells(charts.pairs_triangle(pairs, people, never="fewer than 5 hires together"))[1, 0]
    assert (cell["fill"], list(cell["told"])) == (ink.PANEL, [None, None])
    assert cell["hover"] == "<b>Adaeze Okafor + Mikkel Jensen</b><br>fewer than 5 hires together"


def test_a_hover_says_who_how_much_and_how_sure(people: pd.DataFrame, pairs: pd.DataFrame) -> None:
    assert _cells(charts.pairs_triangle(pairs, people))[2, 0]["hover"] == (
        "<b>Adaeze Okafor + Clara Duarte</b><br>+0.4, likely +0.1 to +0.7<br>24 hires · Clear"
    )


def test_names_stand_on_the_diagonal_with_an_initial_where_they_are_long(
    people: pd.DataFrame, pairs: pd.DataFrame
) -> None:
    notes = charts.pairs_triangle(pairs, people).layout.annotations
    assert [(note.text, note.x, note.y) for note in notes] == [
        ("A. Okafor", 0, 0),
        ("M. Jensen", 1, 1),
        ("C. Duarte", 2, 2),
        ("R. Patel", 3, 3),
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Olufemo Aldergrove", "O. Aldergrove"), ("Isandro Zawadzka-Thorn", "I. Zawadzka-T…")],
)
def test_the_last_name_has_room_beside_its_column(pairs: pd.DataFrame, name: str, shown: str) -> None:
    many = pd.DataFrame(
        {"person_id": [f"E{n}" for n in range(10)], "name": [*(f"Somebody Named{n}" for n in range(9)), name]}
    )
    figure = charts.pairs_triangle(pairs, many)
    assert figure.layout.annotations[-1].text == shown
    assert figure.layout.margin.r == 56


def test_a_told_direction_wins_over_the_sign(people: pd.DataFrame, pairs: pd.DataFrame) -> None:
    cells = _cells(charts.pairs_triangle(pairs.assign(direction="worse"), people))
    assert cells[2, 0]["fill"] == ink.DOWN


def test_rows_are_32_pixels_and_few_people_leave_room(people: pd.DataFrame, pairs: pd.DataFrame) -> None:
    layout = charts.pairs_triangle(pairs, people).layout
    assert layout.height == 4 * 32 + 8
    assert tuple(layout.xaxis.range) == (0, 5)


def test_a_cell_can_be_chosen_and_no_text_fades_then(people: pd.DataFrame, pairs: pd.DataFrame) -> None:
    figure = charts.pairs_triangle(pairs, people)
    assert figure.layout.clickmode == "event+select"
    for trace in figure.data:
        # The browser throws, and loses the click, where only one of the two is told.
        assert trace.unselected.textfont.color == trace.selected.textfont.color == trace.textfont.color
        assert trace.unselected.marker.opacity == 1


def test_pairs_of_nobody_leave_an_empty_triangle(people: pd.DataFrame, pairs: pd.DataFrame) -> None:
    cells = _cells(charts.pairs_triangle(pairs.head(0), people))
    assert {cell["fill"] for cell in cells.values()} == {ink.PANEL}
    assert len(cells) == 6


def test_one_person_is_no_triangle(people: pd.DataFrame, pairs: pd.DataFrame) -> None:
    notes = charts.pairs_triangle(pairs, people.head(1)).layout.annotations
    assert [note.text for note in notes] == ["nothing to show"]


def test_more_than_ten_people_are_refused(people: pd.DataFrame, pairs: pd.DataFrame) -> None:
    many = pd.DataFrame({"person_id": range(11), "name": [f"N {place}" for place in range(11)]})
    with pytest.raises(ValueError, match="11 people are too many to read, at most 10"):
        charts.pairs_triangle(pairs, many)
    assert charts.pairs_triangle(pairs, many.head(10)).layout.height == 328
