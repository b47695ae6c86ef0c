"""The table of the years of start: what their hires sold, cost and paid back, of how many, and who is in no row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.shared_result.answer import NO_YEAR, Cohort, told
from hiring.findings.sources.costs import range_of
from hiring.findings.sources.tables import few
from hiring.statistics.verdicts import SMALLEST_JUDGED

TOO_FEW = "too few to show"
SO_FAR = (
    "All so far, not only the months above, in their first selling role here; sold is revenue; cost is both: finding, "
    "what a hire of their source cost the whole company, and pay on file"
)
PAY_APART = f"Pay is shown for {SMALLEST_JUDGED} hires or more, rounded, so that nobody's own can be worked out of it."
FEWER = f", without those of years with fewer than {SMALLEST_GROUP}"


def table(sums: pd.DataFrame, cohorts: Sequence[Cohort], currency: str) -> pd.DataFrame:
    """One row a year of `shared_result/cohorts` with enough hires: sold, spent and paid back so far."""
    by_name = {one.name: one for one in cohorts}
    return pd.DataFrame(
        [
            {
                "Hired in": str(row["start_year"]),
                "Hires": words.number(row["count_hires"]),
                "Sold so far": _sold(row, currency),
                "Cost so far": f"finding {_cost(row, 'recruiting', currency)}; pay {_cost(row, 'pay', currency)}",
                "Paid back so far": _paid(by_name.get(str(row["start_year"]))),
            }
            for row in sums.to_dict("records")
            if row["count_hires"] >= SMALLEST_GROUP
        ]
    )


def counts(sums: pd.DataFrame, cohorts: Sequence[Cohort], window: int) -> str:
    """Of how many hires the rows are, and why other places tell of fewer: in the year of the one number."""
    by_year = sums.set_index(sums["start_year"].astype(str))["count_hires"]
    shown = by_year[by_year >= SMALLEST_GROUP]
    if shown.empty:
        return "Every year of start has too few hires."
    rows = f"The rows hold {_of(int(shown.sum()))}" + ("" if len(shown) == len(by_year) else FEWER)
    one = told(cohorts)
    every = 0 if one is None else int(shown.get(one.name, 0))
    if one is None or not one.back.n < every:
        return f"{rows}."
    followed, through = words.number(one.median.n), words.number(one.back.n)
    return (
        f"{rows}. Of {words.number(every)} hired in {one.name}, {followed} can be followed to payback and {through} "
        f"have pay and sales on file through month {window}."
    )


def cut(cohorts: Sequence[Cohort], window: int) -> str:
    """How many are through the window and have no figure in it; "" for none."""
    count = sum(one.cut for one in cohorts)
    if not count:
        return ""
    return (
        f"{_of(count)} past month {window} moved to another role before it, or their sales or pay are not on file to "
        "there: they stand in no margin."
    )


def none_drawn(cohorts: Sequence[Cohort]) -> str:
    """Why the figure has no year; "" where it has."""
    return "" if any(one.median.n >= SMALLEST_JUDGED for one in cohorts) else NO_YEAR


def _sold(row: Mapping[Any, Any], currency: str) -> str:
    return f"{words.money(row['own'], currency)}, and {words.money(row['inherited'], currency)} inherited"


def _cost(row: Mapping[Any, Any], column: str, currency: str) -> str:
    """A sum with of how many hires it is, where not of all; pay of few is not told, nor is what is missing zero."""
    count, every = int(row[f"count_with_{column}"]), int(row["count_hires"])
    if not count:
        return words.UNKNOWN
    if count < (SMALLEST_JUDGED if column == "pay" else SMALLEST_GROUP):
        return TOO_FEW
    part = f" ({words.number(count)} of {_of(every)})" if count < every else ""
    return f"{words.money(row[column], currency)}{part}"


def _paid(one: Cohort | None) -> str:
    if one is None:
        return words.UNKNOWN
    if one.median.n < SMALLEST_JUDGED:
        return f"too few: {few(one.median.n)}"
    half = (
        f", half by month {words.number(one.median.time)} ({range_of(one.median)})"
        if one.median.reached
        else ""
    )
    # Few who left, or few who are still to pay back, would come out as those not paid back less the others.
    still = one.median.n - one.count_paid_back - one.count_left
    is_told = one.count_left >= SMALLEST_GROUP and (not still or still >= SMALLEST_GROUP)
    left = f"; {words.number(one.count_left)} left first" if is_told else ""
    if not is_told and one.count_paid_back < one.median.n:
        left = "; the others left first or have not yet paid back"
    return f"{words.number(one.count_paid_back)} of {words.number(one.median.n)}{half}{left}"


def _of(count: int) -> str:
    return words.counted(count, "hire")
