"""Sheets made for the eye: merged cells, headers over two lines, trees and pivots; refused, with what to do."""

from __future__ import annotations

from collections.abc import Sequence

from hiring.loading.messages import Message, RefusedError, refuse
from hiring.loading.workbook.rows import Merge
from hiring.loading.workbook.tables import Row
from hiring.words import one_line

_FLAT = "one header row, and below it one row for each thing, no cells merged"
_UNMERGE = "unmerge the cells, write the whole label into one header row and fill every row"


def _across(merge: Merge) -> bool:
    return merge.last_column > merge.first_column


def _down(merge: Merge) -> bool:
    return merge.last_row > merge.first_row


def _covers(merge: Merge, row: int) -> bool:
    return merge.first_row <= row <= merge.last_row


def _two_lines(merges: Sequence[Merge], header: int) -> tuple[Merge, int] | None:
    """The merged cells that make a header of two lines, and the row that belongs to the header with it."""
    above = [merge for merge in merges if merge.last_row == merge.first_row == header - 1 and _across(merge)]
    if len(above) > 1 or any(merge.first_column > 0 for merge in above):
        return above[-1], header - 1
    for merge in merges:
        if _covers(merge, header) and (_down(merge) or _across(merge)):
            return merge, merge.first_row if merge.first_row < header else header + 1
    return None


def _row_in_words(head: Sequence[Row], row: int) -> str:
    cells = next((cells for number, cells in head if number == row), [])
    return ", ".join(one_line(cell, 30) for cell in cells if cell) or "nothing"


def merged_header(
    file: str, merges: Sequence[Merge], head: Sequence[Row], header: int
) -> RefusedError | None:
    """The refusal of a sheet whose header in that row is merged, or stands on two lines; it shows both."""
    found = _two_lines(merges, header)
    if found is None:
        return None
    merge, other = found
    first, second = sorted((header, other))
    return refuse(
        file,
        f"header differs; merged cells ({merge}) in a header of two lines",
        line=header,
        found=f"{_row_in_words(head, first)} / {_row_in_words(head, second)}",
        wanted=_FLAT,
        todo=_UNMERGE,
    )


def merged_rows(file: str, merges: Sequence[Merge], header: int, width: int) -> RefusedError | None:
    """The refusal of a sheet where one cell stands for several rows; a notice across half of it is none such."""
    for merge in merges:
        columns = merge.last_column - merge.first_column + 1
        if merge.first_row > header and _down(merge) and merge.first_column < width and columns * 2 < width:
            return refuse(
                file,
                "merged cells in the rows: which row the value belongs to cannot be told",
                line=merge.first_row,
                found=str(merge),
                wanted=_FLAT,
                todo=_UNMERGE,
            )
    return None


def tree(file: str, labels: Sequence[str], header: int) -> RefusedError | None:
    """The refusal of a grouped report: one column holds a path of levels, with a subtotal at each."""
    path = next((label for label in labels if " -> " in label), "")
    if not path:
        return None
    return refuse(
        file,
        "a tree with subtotals: its rows would count several times over",
        line=header,
        found=path,
        wanted=_FLAT,
        todo="export the flat list: take the grouping off the report, with one row for each record",
    )


def pivot(file: str) -> Message:
    """What is said of a workbook that holds a pivot table and nothing else; it stops no build."""
    return Message(
        "note",
        file,
        found="a pivot table",
        outcome="not loaded: a pivot table, whose rows are sums of others",
        todo="export the list that the pivot was made of; quotas with a column a period may be mapped: page Map a file",
    )
