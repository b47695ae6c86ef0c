"""What is new since a day: of decisions those whose day came and that are still open, the longest due first."""

from __future__ import annotations

from datetime import date

import pandas as pd

from hiring.findings.review.news import Named, due


def decision(key: str, due_on: str, status: str = "open", version: int = 1) -> dict[str, object]:
    return {
        "decision_id": key,
        "version": version,
        "due_on": due_on,
        "status": status,
        "text": f"do {key}",
        "side": "HR",
        "quarter": "2026Q1",
    }


def told(*rows: dict[str, object]) -> list[str]:
    said = due(pd.DataFrame(rows), date(2026, 4, 1), date(2026, 6, 30))
    return [one.replace("\xa0", " ") for one in said]


def test_open_decisions_whose_day_came_since_then_are_told_the_longest_due_first() -> None:
    assert told(
        decision("late", "2026-06-30"),
        decision("early", "2026-04-01"),
        decision("before", "2026-03-31"),
        decision("to come", "2026-07-01"),
        decision("done", "2026-05-01", status="kept"),
    ) == [
        "Due 1 Apr 2026 and open: do early (HR, 2026Q1).",
        "Due 30 Jun 2026 and open: do late (HR, 2026Q1).",
    ]


def test_only_the_last_version_of_a_decision_counts() -> None:
    assert told(decision("a", "2026-05-01"), decision("a", "2026-09-01", version=2)) == []
    assert told(decision("a", "2026-05-01"), decision("a", "2026-05-01", status="kept", version=2)) == []


def test_where_nothing_was_decided_nothing_is_due() -> None:
    assert due(pd.DataFrame(), date(2026, 4, 1), date(2026, 6, 30)) == []


def test_who_may_see_names_reads_whose_a_decision_is() -> None:
    named = Named({"7": "Mona Manager"}, pd.DataFrame())
    rows = [
        {**decision("a", "2026-05-01"), "owner_id": "7"},
        {**decision("b", "2026-05-02"), "owner_id": ""},
        {**decision("c", "2026-05-03"), "owner_id": "erased"},
    ]
    said = due(pd.DataFrame(rows), date(2026, 4, 1), date(2026, 6, 30), named)
    assert [one.replace("\xa0", " ") for one in said] == [
        "Due 1 May 2026 and open: do a (HR, Mona Manager, 2026Q1).",
        "Due 2 May 2026 and open: do b (HR, 2026Q1).",
        "Due 3 May 2026 and open: do c (HR, erased, 2026Q1).",
    ]
