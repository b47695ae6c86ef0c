"""A quota's start without an end runs to its owner's next start; the last one as long as the one before it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from helpers.small_company import BASE, built

HEAD = "owner_id,period_start_on,amount,currency\n"


def test_a_start_runs_to_the_next_start_of_the_same_owner(tmp_path: Path) -> None:
    rows = "U-A,2024-01-01,100,EUR\nU-B,2024-02-01,7,EUR\nU-A,2024-07-01,120,EUR\nU-B,2024-03-01,8,EUR\n"
    company = built(tmp_path, {**BASE, "quotas": HEAD + rows})
    assert company.rows(
        "select owner_id, period_start_on, period_end_on from marts.quotas order by 1, 2"
    ) == [
        ("U-A", date(2024, 1, 1), date(2024, 6, 30)),
        ("U-A", date(2024, 7, 1), date(2024, 12, 31)),
        ("U-B", date(2024, 2, 1), date(2024, 2, 29)),
        ("U-B", date(2024, 3, 1), date(2024, 3, 31)),
    ]
    said = [str(one) for one in company.result.messages if "as long as the one before" in str(one)]
    assert said == [
        "quotas.csv · column period_start_on · found 2 quotas without an end and without a later start · taken to be "
        "as long as the one before · add the last day where it is another"
    ]


def test_a_lone_start_is_set_aside(tmp_path: Path) -> None:
    company = built(tmp_path, {**BASE, "quotas": HEAD + "U-A,2024-01-01,100,EUR\n"})
    assert [(row.line, row.column, row.reason) for row in company.result.set_aside] == [
        (2, "period_end_on", "without_an_end")
    ]
