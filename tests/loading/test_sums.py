"""Headers of trees and of sheets with a column for each period: a tree is refused, a sheet waits for its mapping."""

from __future__ import annotations

import pytest

from hiring.loading.recognise import recognise
from hiring.mapping.presets import installed


def refusal(header: str) -> str:
    found = recognise("report.csv", header.split("|"), 3, installed())
    return str(found.refused) if found.refused else ""


def test_a_tree_is_refused() -> None:
    said = refusal("Date -> Job -> Stage|Count")
    assert said.startswith("report.csv · line 3 · found Date -> Job -> Stage")
    assert "a tree, with sums at every depth" in said
    assert said.endswith("take the grouping out of the report and export the list of rows")


@pytest.mark.parametrize(
    "header",
    [
        "Deal owner|Jan 2024|Feb 2024|Mar 2024",
        "Deal owner|Deal Stage|2024-01|2024-02|2024-03|2024-04",
        "Opportunity Owner|Q1 2024|Q2 2024|Q3 2024|Total",
        "Job Consideration's Job|1/1/2024|8/1/2024|15/1/2024|22/1/2024",
    ],
)
def test_a_column_for_each_period_is_not_loaded_and_says_that_a_mapping_turns_it(header: str) -> None:
    found = recognise("report.csv", header.split("|"), 3, installed())
    assert (found.table, found.refused, found.ask) == (None, None, None)
    assert found.why.startswith("a column for each period (")
    assert found.why.endswith("map it, and each becomes a row of its own")


@pytest.mark.parametrize(
    "header",
    [
        "Dish|Jan 2024|Feb 2024|Mar 2024",  # nothing of ours: listed, not loaded
        "Deal owner|Jan 2024|Feb 2024",
        "Deal owner|Deal Name|Amount|Deal Stage|Close Date|Jan 2024|Feb 2024|Mar 2024",
        "Deal owner|marching|decision 12|2024",
    ],
)
def test_fewer_or_other_labels_are_no_sheet_of_periods(header: str) -> None:
    found = recognise("report.csv", header.split("|"), 3, installed())
    assert "a column for each period" not in found.why


def test_periods_without_a_year_are_told_with_the_way_to_write_them() -> None:
    found = recognise("quota.csv", ["Owner", "Q1", "Q2", "Q3", "Q4"], 1, installed())
    assert found.why == "a column for each period, without a year (Q1, Q2 …): write it there, as in Q1 2026"
