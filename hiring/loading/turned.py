"""The header of a sheet with a column for each period, where years or measures stand in a row of their own above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from hiring.mapping import periods, turning

_ROWS_ABOVE = 3  # filled rows over a header that may belong to it
_ROWS_BELOW = 4  # filled rows below the likeliest header that may be the true one


class Row(Protocol):
    """One row among the first of a file."""

    @property
    def cells(self) -> tuple[str, ...]: ...  # noqa: D102


def labels_of(
    rows: Sequence[Row], filled: Sequence[int], at: int, known: int
) -> tuple[int, int, tuple[str, ...]] | None:
    """(first row, last row, labels) of a header with periods, for the row `at` that looks likeliest; else `None`.

    `filled`: places of rows that hold anything. `known`: labels of that row which something of ours has.
    """
    best: tuple[int, int, int, tuple[str, ...]] | None = None
    for last in [place for place in filled if place >= at][: _ROWS_BELOW + 1]:
        if _holds_amounts(rows[last].cells):
            continue
        alone = _count(rows[last].cells)
        may_stand_alone = last == at or (not known and _fills(rows[at]) < _fills(rows[last]))
        if may_stand_alone and alone >= turning.FEWEST and (best is None or alone > best[0]):
            best = (alone, last, last, rows[last].cells)
        for first in [place for place in reversed(filled) if place < last][:_ROWS_ABOVE]:
            labels = _joined(rows[first].cells, rows[last].cells)
            count = _count(labels)
            if count >= turning.FEWEST and count > alone and (best is None or count > best[0]):
                best = (count, first, last, labels)
    return (best[1], best[2], _named(best[3])) if best else None


def _fills(row: Row) -> int:
    return sum(map(bool, row.cells))


def _joined(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """Labels over two rows: what stands above holds for the empty cells to its right, as merged cells are written."""
    labels, over = [], ""
    for place, own in enumerate(below):
        mine = above[place] if place < len(above) else ""
        over = mine or over
        both = f"{own} {over}".strip()
        # A note at the end stands below the last year, too, but is no measure of it: those repeat.
        is_part = periods.heading(own) is not None or below.count(own) > 1
        if over and own and is_part and not turning.is_period(own) and periods.heading(both):
            labels.append(both)
        else:
            labels.append(own or mine)
    return tuple(labels)


def _count(labels: Sequence[str]) -> int:
    """How many columns are periods, in the measures that have several."""
    named = {str(place): label for place, label in enumerate(labels) if label}
    return sum(len(group.keys) for group in turning.groups(named) if len(group.keys) >= turning.FEWEST)


def _holds_amounts(cells: Sequence[str]) -> bool:
    """Whether a row holds numbers that are no periods: then it is a row below the header."""
    return any(cell and not any(map(str.isalpha, cell)) and _is_number(cell) for cell in cells)


def _is_number(cell: str) -> bool:
    bare = cell.strip(" €$£()%-+").replace(",", "").replace(".", "").replace(" ", "").replace("\u00a0", "")
    return bare.isdecimal() and periods.heading(cell) is None and len(bare) != 1


def _named(labels: Sequence[str]) -> tuple[str, ...]:
    """The labels, with a name for each column before the first period that has none: people often stand there."""
    first = next((at for at, label in enumerate(labels) if periods.heading(label)), 0)
    return tuple(label or (f"column {at + 1}" if at < first else "") for at, label in enumerate(labels))
