"""Headers of reports that are no list of rows: trees with subtotals, sheets with a column for each period."""

from __future__ import annotations

from collections.abc import Sequence

from hiring.loading.messages import Message
from hiring.mapping import turning

#: So many columns that are periods make such a sheet.
FEWEST_PERIODS = 3
_ONE_ROW = "one row for each deal, person or interview"


def tree(file: str, labels: Sequence[str], line: int | None) -> Message | None:
    """Why a header is refused as one of a tree, whose rows are sums of the rows below them; `None` where it is none."""
    path = next((label for label in labels if " -> " in label), "")
    return _refused(file, line, path) if path else None


def of_periods(labels: Sequence[str], known: int) -> str:
    """Why a header with a column for each period is no table's as it stands; nothing where it is another.

    `known`: how many of its labels anything of ours has. A mapping turns such a sheet, where its cells are amounts.
    """
    without = [label for label in labels if turning.lacks_year(label)]
    if known and len(without) >= FEWEST_PERIODS and 2 * len(without) >= sum(map(bool, labels)):
        return f"a column for each period, without a year ({without[0]}, {without[1]} …): write it there, as in Q1 2026"
    named = [label for label in labels if turning.is_period(label)]
    if not known or len(named) < FEWEST_PERIODS or 2 * len(named) < sum(map(bool, labels)):
        return ""
    return f"a column for each period ({named[0]}, {named[1]} …): map it, and each becomes a row of its own"


def _refused(file: str, line: int | None, found: str) -> Message:
    return Message(
        "refused",
        file,
        line,
        found=found,
        wanted=_ONE_ROW,
        outcome="file refused: a tree, with sums at every depth",
        todo="take the grouping out of the report and export the list of rows",
    )
