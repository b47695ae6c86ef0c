"""What became of hires whom a colleague referred, by what the colleague had shown by then: counts, no verdict."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from hiring import words
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP
from hiring.statistics.rates import wilson

#: By the word in `sources/referrers_by_hire`; who came without a colleague last.
NOBODY = "nobody"
GROUPS = {
    "high performer": "High performers by then",
    "other seller": "Other sellers",
    "not known by then": "Sellers, first year not over by then",
    "no seller": "Colleagues who do not sell",
    "not found": "Somebody not found among the people",
    NOBODY: "Nobody, or not written down",
}
TITLE = "Who referred them, and what became of the hires"
STANDFIRST = "Hires with a full first year; expected: by role, region and start year; likely range in 100"
TOO_FEW = "too few to show"


def grouped(hires: pd.DataFrame) -> pd.DataFrame:
    """The answer to `sources/referrers_by_hire`, who came without a colleague named so."""
    return hires.assign(referrer=hires["referrer"].fillna(NOBODY))


def is_any(hires: pd.DataFrame) -> bool:
    """Whether anybody is known to have been referred."""
    return bool(hires["referrer"].notna().any())


def lead(rows: pd.DataFrame) -> str:
    """What became of all whom a colleague referred, where no group of them is too small to show; else the subject."""
    told = rows[rows["group"] != NOBODY]
    n, count = int(told["n"].sum()), int(told["count"].sum())
    if too_small(rows["n"]).any() or n < SMALLEST_GROUP:
        return TITLE
    return f"{_of(count, n)} hires referred became high performers, expected {words.number(told['expected'].sum())}"


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """A row a group of `described.became`; small ones are withheld, and never one alone."""
    hidden = too_small(rows["n"]) | (rows["n"] == 0)
    made = [
        (GROUPS[row["group"]], words.number(row["n_hires"]), *((TOO_FEW, "") if is_hidden else _told(row)))
        for row, is_hidden in zip(rows.to_dict("records"), hidden, strict=True)
    ]
    return pd.DataFrame(made, columns=["Referred by", "Hires", "High performers", "Stayed a year"])


def _told(row: Mapping[Hashable, Any]) -> tuple[str, str]:
    n, count, stayed = int(row["n"]), int(row["count"]), int(row["count_stayed"])
    high, there = wilson(count, n), wilson(stayed, n)
    return (
        f"{_of(count, n)} ({words.span(high.low, high.high)}), expected {words.number(row['expected'])}",
        f"{_of(stayed, n)} ({words.span(there.low, there.high)})",
    )


def _of(count: int, n: int) -> str:
    return f"{words.number(count)} of {words.number(n)}"
