"""The proof on companies unlike the usual invented one: other quotas, deals, panels, leavers, records."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pandas as pd

from hiring import words
from hiring.findings.methods.proof import KINDS, NULL, PEOPLE, count_of, figures_of
from hiring.statistics.evidence.measured import Measured, Measurement

NOTHING = "not measured"
HELD = ("interviewers", "pairs")


def shapes(found: Measurement | None) -> pd.DataFrame:
    """A row a kind of company: false claims where nothing is true; order found and ranges held where people differ."""
    rows = () if found is None else found.shapes
    return pd.DataFrame([_row(shape, rows) for shape in dict.fromkeys(row.shape for row in rows)])


def in_words(found: Measurement | None) -> str:
    """What came of all these kinds together, in one sentence; empty where none was measured."""
    rows = () if found is None else found.shapes
    null = [row for row in rows if row.scenario == NULL]
    held = [figures_of(row, kind).covered_95 for row in rows if row.scenario == PEOPLE for kind in HELD]
    if not null or not held:
        return ""
    count = words.number(sum(row.companies for row in null))
    most = sum(
        max(count_of(row, figures_of(row, kind).share_with_false_claim) for kind in KINDS) for row in null
    )
    false = words.number(most) if most else "none"
    low, high = (round(100 * share) for share in (min(held), max(held)))
    return (
        f"Of {count} companies of {words.number(len(null))} other kinds in which nothing is true, {false} were told "
        f"something false; of 100 true values, ranges of 95{words.THIN}% hold {low} to {high}"
    )


def _row(shape: str, rows: Iterable[Measured]) -> dict[str, str]:
    of_shape = [row for row in rows if row.shape == shape]
    null = next((row for row in of_shape if row.scenario == NULL), None)
    planted = next((row for row in of_shape if row.scenario == PEOPLE), None)
    return {
        "Companies unlike the usual in one thing": shape,
        "Nothing is true: told something false": NOTHING if null is None else _false(null),
        "Interviewers differ: order found (by plain averages)": NOTHING
        if planted is None
        else _order(planted),
        f"95{words.THIN}% ranges hold: interviewers, pairs": NOTHING if planted is None else _held(planted),
    }


def _false(row: Measured) -> str:
    """Of the kind of claim that was false most often."""
    most = max(count_of(row, figures_of(row, kind).share_with_false_claim) for kind in KINDS)
    return f"{most} of {words.number(row.companies)}"


def _order(row: Measured) -> str:
    one = row.interviewers
    return f"{words.number(one.rank_correlation, 2)} ({words.number(one.rank_correlation_raw, 2)})"


def _held(row: Measured) -> str:
    shares = (row.interviewers.covered_95, row.pairs.covered_95)
    return ", ".join(
        f"{words.number(share * 100, 1)}{words.THIN}%" if math.isfinite(share) else "–" for share in shares
    )
