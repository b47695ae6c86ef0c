"""Hires of the page Shared result by their year of start, all alike unless a column says otherwise."""

from __future__ import annotations

import pandas as pd

from hiring.findings.shared_result import answer


def hires(
    year: str, count: int, *, month: int = 4, revenue: float = 300.0, cost: float = 60.0, **columns: object
) -> pd.DataFrame:
    """Hires of a year who paid back in one month, all alike unless a column says otherwise."""
    row = {
        "start_year": year,
        "has_left": False,
        "is_mature": True,
        "has_login": True,
        "has_recruiting_cost": True,
        "has_pay": True,
        "months_to_payback": month,
        "has_paid_back": True,
        "window_revenue": revenue,
        "window_cost": cost,
        "source": "Board",
    }
    return pd.DataFrame([row | columns] * count)


def cohorts(*frames: pd.DataFrame) -> tuple[answer.Cohort, ...]:
    return answer.cohorts_of(pd.concat(frames, ignore_index=True))
