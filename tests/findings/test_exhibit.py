"""One exhibit: what leaves in its numbers is what its figure shows, with all digits, and nothing else."""

from __future__ import annotations

import pickle

import numpy as np
import pandas as pd
import pytest

from hiring.findings.exhibit import NO_MARKS, Exhibit, Marks, strongest, undrawn
from hiring.findings.marks import RAW_AND_CORRECTED, End
from hiring.statistics.verdicts import Label

FOREST = pd.DataFrame(
    {
        "id": ["e-1", "e-2"],
        "name": ["A. Okafor", "R. Patel"],
        "estimate": [0.123456789012, 0.9],
        "low": [-0.1, 0.5],
        "high": [0.3, 1.2],
        "n": [20, 3],
        "verdict": ["Leaning", "Too few hires"],
        "direction": ["higher", None],
        "right": ["20 hires", "3 hires"],
        "detail": ["plain +0.2", ""],
        "instead": [None, "alone"],
    }
)


def dots(rows: pd.DataFrame) -> pd.DataFrame:
    return Marks("dots_with_intervals", rows).numbers()


def test_the_numbers_have_all_digits_and_no_column_that_only_steers_the_drawing() -> None:
    found = dots(FOREST)
    assert list(found.columns) == ["name", "estimate", "low", "high", "n", "verdict"]
    assert found["estimate"].iloc[0] == 0.123456789012


def test_of_a_row_of_too_few_only_its_name_its_count_and_its_label_come_out() -> None:
    assert dots(FOREST).iloc[1].dropna().to_dict() == {"name": "R. Patel", "n": 3, "verdict": "Too few hires"}
    weights = FOREST.assign(weight=0.5)
    found = Marks("weights_and_evidence", weights).numbers()
    assert found.iloc[1].dropna().to_dict() == {"name": "R. Patel", "weight": 0.5, "verdict": "Too few hires"}


def test_a_count_that_is_kept_back_stays_the_least_that_it_can_be() -> None:
    found = dots(FOREST.assign(is_least=[True, False], here=[7, 3]))
    assert found["n"].tolist() == ["20 or more", 3]
    assert found["n in this selection"].tolist() == [7, 3]
    assert "n in this selection" not in dots(FOREST.assign(here=FOREST["n"]))


def test_a_column_in_which_nothing_is_known_is_left_out() -> None:
    assert "low" not in dots(FOREST.assign(low=np.nan))


def test_the_two_values_of_a_dumbbell_are_called_as_in_it() -> None:
    rows = pd.DataFrame({"name": ["A"], "raw": [0.1], "corrected": [0.2], "n": [9], "interviewers": [4]})
    found = Marks("dumbbell", rows, {"ends": RAW_AND_CORRECTED}).numbers()
    assert list(found.columns) == ["name", "among hires", "all candidates", "n"]
    ends = (End("raw", "then", "hollow"), End("corrected", "now", "filled"))
    assert list(Marks("dumbbell", rows, {"ends": ends}).numbers().columns) == ["name", "then", "now", "n"]
    assert list(Marks("dumbbell", rows.assign(hr=1.0, sales=2.0)).numbers().columns) == [
        "name",
        "HR",
        "Sales",
        "n",
    ]


def test_of_a_triangle_only_the_pairs_of_its_people_come_out_and_nobodys_id() -> None:
    pairs = pd.DataFrame(
        {
            "id": ["A + B", "A + C"],
            "first_id": ["A", "A"],
            "second_id": ["B", "C"],
            "name": ["Ada + Bo", "Ada + Cy"],
            "estimate": [0.1, 0.2],
            "n": [9, 9],
            "verdict": ["Clear", "Clear"],
        }
    )
    people = pd.DataFrame({"person_id": ["A", "B"], "name": ["Ada", "Bo"]})
    marks = Marks("pairs_triangle", pairs, {"people": people})
    assert marks.numbers().to_dict("records") == [
        {"name": "Ada + Bo", "estimate": 0.1, "n": 9, "verdict": "Clear"}
    ]
    assert marks.count() == 1


def test_a_ramp_gives_its_own_role_and_luck_the_companys_own_value_first() -> None:
    rows = pd.DataFrame(
        {"role": ["Desk", "Field"], "month": [1, 1], "median": [0.2, 0.3], "low": 0.1, "high": 0.4, "n": 9}
    )
    assert Marks("ramp", rows, {"role": "Field"}).numbers()["role"].tolist() == ["Field"]
    luck = Marks("luck_bars", pd.DataFrame({"value": [0.1, 0.2]}), {"company": 0.3, "axis": "SD"})
    assert luck.numbers().to_dict("list") == {
        "of": ["your company", "shuffle", "shuffle"],
        "value": [0.3, 0.1, 0.2],
    }
    assert luck.count() == 3


def test_a_grid_of_people_gives_what_is_drawn_of_each_and_neither_ids_nor_sales() -> None:
    rows = pd.DataFrame(
        {
            "person_id": ["E1 2024"],
            "employee_id": ["E1"],
            "full_name": ["Anna Berg"],
            "person": ["A. Berg"],
            "quarter": [1],
            "attainment": [0.5],
            "left_after": [np.nan],
            "revenue": [10.0],
        }
    )
    assert Marks("tenure_grid", rows).numbers().to_dict("records") == [
        {"person": "A. Berg", "quarter": 1, "attainment": 0.5}
    ]


def test_without_a_row_there_are_no_numbers_and_nothing_is_drawn() -> None:
    assert NO_MARKS.numbers().empty
    assert NO_MARKS.count() == 0
    assert not undrawn("key", "Nobody here").is_drawn


@pytest.mark.parametrize(
    ("labels", "label"),
    [
        ([Label.CANNOT_TELL, Label.LEANING, Label.CLEAR], "Clear"),
        (["Can't tell", "Leaning", None], "Leaning"),
        (["Can't tell", "Too few hires"], "Can't tell"),
        (["Too few hires", None, float("nan")], ""),
        ([], ""),
    ],
)
def test_the_label_of_an_exhibit_is_the_strongest_in_it(labels: list[object], label: str) -> None:
    assert strongest(labels) == label


def test_an_exhibit_can_be_written_down_so_that_it_is_kept() -> None:
    exhibit = Exhibit("key", "lead", "standfirst", Marks("dots_with_intervals", FOREST), "alt")
    assert pickle.loads(pickle.dumps(exhibit)).marks.rows.equals(FOREST)
