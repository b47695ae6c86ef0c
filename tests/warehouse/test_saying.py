"""How a build's result is told on a terminal: where the rows that are not told one by one can be read."""

from __future__ import annotations

from datetime import date

import pytest

from hiring.warehouse import saying
from hiring.warehouse.account import SetAside
from hiring.warehouse.build import BuildResult

TODAY = date(2026, 7, 1)


def rows(count: int) -> tuple[SetAside, ...]:
    return tuple(
        SetAside("x.csv", "employees", n, "hire_date", "not_a_day", "41 May", "a day", "")
        for n in range(count)
    )


@pytest.mark.parametrize(
    ("outcome", "count", "where"),
    [
        ("served", 220, "lists them all"),
        ("refused", 200, "lists them all"),
        ("refused", 220, "lists the first 200"),
    ],
)
def test_where_the_other_rows_are_listed_is_true_of_every_outcome(
    outcome: str, count: int, where: str
) -> None:
    told = list(saying.messages(BuildResult(outcome, set_aside=rows(count)), TODAY))
    assert told[-1] == f"… and {count - 20} more rows set aside: the Data page {where}"
