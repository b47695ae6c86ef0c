"""Which rows are worth drawing where there are more than a figure holds."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.findings.marks import kept_rows


@pytest.mark.parametrize(
    ("most", "kept"), [(3, [0, 2, 3]), (4, [0, 1, 2, 3]), (5, [0, 1, 2, 3, 4]), (9, [0, 1, 2, 3, 4, 5])]
)
def test_what_is_clear_is_kept_first_then_leaning_then_those_of_most_hires(
    most: int, kept: list[int]
) -> None:
    frame = pd.DataFrame(
        {
            "place": range(6),
            "n": [10, 99, 20, 8, 50, 300],
            "verdict": ["Clear", "Can't tell", "Leaning", "Clear", "Can't tell", "Too few hires"],
        }
    )
    assert kept_rows(frame, most)["place"].tolist() == kept


def test_those_without_a_comparison_come_last() -> None:
    frame = pd.DataFrame({"place": [0, 1], "n": [90, 8], "verdict": ["No comparison", "Can't tell"]})
    assert kept_rows(frame, 1)["place"].tolist() == [1]
