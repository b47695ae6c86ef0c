"""The ways to vote, by hand: no row, tile or sentence out of which the vote on a few people could be worked out."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.findings.alignment import ways


def counted(*sizes: int, judged: tuple[int, ...] = (0, 0, 0, 0)) -> pd.DataFrame:
    """Both for, HR alone, Sales alone, neither: so many candidates, every tenth of whom got an offer."""
    votes = ((True, True), (True, False), (False, True), (False, False))
    rows = [
        (hr, sales, n, n // 10, n // 10, seen, seen // 5, seen / 4)
        for (hr, sales), n, seen in zip(votes, sizes, judged, strict=True)
    ]
    return pd.DataFrame(rows, columns=["hr", "sales", *ways.COUNTS])


def table(*sizes: int) -> dict[str, str]:
    rows = ways.table(ways.told(counted(*sizes)))
    return dict(zip(rows["Recommended"], rows["Applications"], strict=True))


def test_four_ways_of_enough_candidates_each_have_a_row() -> None:
    assert table(30, 50, 20, 10) == {
        "Both for the candidate": "30",
        "HR for, Sales not": "50",
        "Sales for, HR not": "20",
        "Neither for": "10",
    }
    told = ways.told(counted(30, 50, 20, 10))
    assert [one.title() for one in ways.numbers(told)] == ["Votes apart"]
    assert ways.parted(told) == "They recommended differently on 70 of 110 applications."


@pytest.mark.parametrize(
    ("sizes", "rows"),
    [
        (
            (27, 50, 4, 5),
            {"Both for the candidate": "27", "Only one of the two for": "54", "Neither for": "5"},
        ),
        (
            (27, 50, 20, 1),
            {"Both the same": "28", "HR for, Sales not": "50", "Sales for, HR not": "20"},
        ),
        ((27, 2, 1, 30), {"All whom both recommended on": "60"}),
        ((2, 1, 1, 0), {}),
    ],
)
def test_a_way_of_few_candidates_goes_in_one_row_with_its_neighbour(
    sizes: tuple[int, ...], rows: dict[str, str]
) -> None:
    assert table(*sizes) == rows


def test_a_side_whose_votes_are_in_one_row_with_the_others_has_no_sentence() -> None:
    told = ways.told(counted(27, 50, 4, 5))
    assert [one.title() for one in ways.numbers(told)] == ["Votes apart"]
    assert ways.numbers(told)[0].note.startswith("54 of 86 · likely ")
    assert ways.parted(told) == ""
    assert ways.numbers(ways.told(counted(27, 2, 1, 30))) == ()


def test_how_a_sides_own_hires_did_is_told_of_both_sides_or_of_neither() -> None:
    enough = ways.told(counted(60, 50, 40, 30, judged=(40, 20, 10, 0)))
    assert ways.parted(enough).endswith(
        " Of hires only HR was for 4 of 20 (5 expected), of those only Sales was for 2 of 10 (3 expected) became high "
        "performers. Who was right this does not tell."
    )
    few = ways.told(counted(60, 50, 40, 30, judged=(40, 20, 3, 0)))
    assert ways.parted(few) == "They recommended differently on 90 of 180 applications."
    assert ways.table(few)["High performers"].tolist()[2:] == ["too few to show"] * 2
