"""Who referred hires and what became of these: words and cells by hand, small groups withheld."""

from __future__ import annotations

import pandas as pd

from hiring.findings.sources import referrers
from hiring.words import THIN

COLUMNS = ["group", "n_hires", "n", "count", "expected", "count_stayed"]


def rows(*made: tuple[str, int, int, int, float, int]) -> pd.DataFrame:
    return pd.DataFrame(made, columns=COLUMNS)


def cells(table: pd.DataFrame) -> list[list[str]]:
    return table.map(lambda cell: cell.replace(THIN, "")).to_numpy().tolist()


def test_each_group_is_counted_beside_expected_and_all_referred_lead() -> None:
    found = rows(
        ("high performer", 9, 8, 3, 1.4, 7), ("no seller", 6, 5, 1, 0.8, 5), ("nobody", 40, 30, 6, 6.2, 24)
    )
    told = referrers.lead(found).replace("\xa0", " ")
    assert told == "Of 13 hires with a named referrer 4 became high performers, expected 2; no verdict"
    assert cells(referrers.table(found)) == [
        [
            "Already a high performer when they referred",
            "9",
            "3 of 8 (14–69%), expected 1",
            "7 of 8 (53–98%)",
        ],
        ["Colleagues who do not sell", "6", "1 of 5 (4–62%), expected 1", "5 of 5 (57–100%)"],
        ["Nobody, or not written down", "40", "6 of 30 (10–37%)", "24 of 30 (63–90%)"],
    ]


def test_whole_numbers_of_expected_add_up_to_the_sum_in_the_heading() -> None:
    found = rows(
        ("high performer", 8, 8, 3, 1.4, 7), ("other seller", 9, 9, 4, 1.4, 7), ("no seller", 6, 6, 2, 1.4, 5)
    )
    assert referrers.lead(found).endswith("expected 4; no verdict")
    told = [row[2].split(", expected ")[1] for row in cells(referrers.table(found))]
    assert told == ["1", "2", "1"]


def test_a_small_group_takes_the_next_smallest_with_it_and_the_sum_of_all() -> None:
    found = rows(
        ("high performer", 4, 4, 3, 1.4, 4), ("no seller", 6, 5, 1, 0.8, 5), ("nobody", 40, 30, 6, 6.2, 24)
    )
    assert referrers.lead(found) == referrers.TITLE
    assert [row[2:] for row in cells(referrers.table(found))] == [
        ["too few to show", ""],
        ["too few to show", ""],
        ["6 of 30 (10–37%)", "24 of 30 (63–90%)"],
    ]


def test_whose_first_year_is_not_over_is_counted_as_a_hire_and_nothing_more() -> None:
    found = rows(("other seller", 7, 0, 0, 0.0, 0), ("nobody", 40, 30, 6, 6.2, 24))
    assert referrers.lead(found) == referrers.TITLE
    assert cells(referrers.table(found))[0] == ["Other sellers", "7", "too few to show", ""]


def test_who_came_without_a_colleague_is_named_so_and_a_file_without_referrers_is_none() -> None:
    hires = pd.DataFrame({"referrer": ["no seller", None]})
    assert referrers.grouped(hires)["referrer"].tolist() == ["no seller", "nobody"]
    assert referrers.is_any(hires)
    assert not referrers.is_any(hires.iloc[1:])
