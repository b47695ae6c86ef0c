"""Headers of reports that hold sums instead of rows: trees with subtotals, pivots with a column for each period."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hiring.loading.messages import Message

_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez)[a-zä]*"
_PERIOD = re.compile(
    rf"(?i){_MONTH}[ ./'-]*(?:\d{{4}}|\d{{2}})|\d{{4}}[ ./-]?{_MONTH}"  # Jan 2024, Jan-24
    r"|\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.](?:\d{1,2}[-/.])?\d{4}"  # 2024-01, 31/01/2024
    r"|(?:q[1-4]|h[12])[ ./'-]*(?:fy)?\d{2,4}|(?:fy)?\d{4}[ ./'-]*(?:q[1-4]|h[12]|w\d{1,2})"  # Q1 2024, 2024-W05
)
#: So many columns that are periods make a pivot.
FEWEST_PERIODS = 3
_ONE_ROW = "one row for each deal, person or interview"


def sums(file: str, labels: Sequence[str], line: int | None, known: int) -> Message | None:
    """Why a header is refused as one of sums, `None` where it is none; `known`: how many labels anything of ours has.

    Rows of a tree are sums of the rows below them, cells of a pivot are sums of rows that are not there.
    """
    if tree := next((label for label in labels if " -> " in label), ""):
        outcome, todo = "a tree, with sums at every depth", "take the grouping out of the report"
        return _refused(file, line, tree, outcome, todo)
    periods = [label for label in labels if _PERIOD.fullmatch(label.strip())]
    if known and len(periods) >= FEWEST_PERIODS and 2 * len(periods) >= sum(map(bool, labels)):
        outcome, todo = "a pivot, with a column for each period", "take the periods out of the columns"
        return _refused(file, line, f"{periods[0]}, {periods[1]}, {periods[2]}", outcome, todo)
    return None


def _refused(file: str, line: int | None, found: str, outcome: str, todo: str) -> Message:
    return Message(
        "refused",
        file,
        line,
        found=found,
        wanted=_ONE_ROW,
        outcome=f"file refused: {outcome}",
        todo=f"{todo} and export the list of rows",
    )
