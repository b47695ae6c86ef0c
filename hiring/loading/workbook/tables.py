"""A sheet's rows as a CSV of our own, one row of the sheet on its line, so that the rest of the loader reads it."""

from __future__ import annotations

import csv
from array import array
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import numpy as np

from hiring.loading.footers import TAIL_ROWS
from hiring.loading.limits import Limits
from hiring.loading.messages import Message, RefusedError, counted, note, refuse
from hiring.loading.workbook.cells import Cell, column_letters, text_of

_MANY_CELLS, _MOST_EMPTY = 20_000_000, 10  # from so many cells on, at most so many empty ones to a filled one
Row = tuple[int, list[str]]  # its number from 1, its cells without the empty ones behind the last value


@dataclass(frozen=True)
class Table:
    """What was written: `rows_of_lines` gives the row of each line where a cell holds a line break, else `None`.

    `width` columns were written, 0 where the sheet is empty; `head` holds the first rows with their numbers.
    """

    width: int
    head: tuple[Row, ...]
    rows_of_lines: np.ndarray | None
    notes: tuple[Message, ...]


class Room:
    """How many characters the cells of a workbook may hold yet: many cells may share one long text."""

    def __init__(self, file: str, most: int) -> None:
        self._file, self._most, self._taken = file, most, 0

    def take(self, cells: Iterable[str]) -> None:
        """Count these; raises `RefusedError` where they no longer fit in."""
        self._taken += sum(map(len, cells))
        if self._taken > self._most:
            raise refuse(
                self._file,
                "its cells hold far more text than the file does: they share a few long ones",
                found=f"more than {self._most:,} characters",
                wanted="a table",
                todo="take the column of long texts out, or save the table as CSV (UTF-8)",
            )


class _Writer:
    """Writes rows; cells right of the table are left out and counted."""

    def __init__(self, sink: TextIO, width: int, file: str) -> None:
        self._sink, self._width, self._file = sink, width, file
        self._written = self._filled = 0
        self._csv = csv.writer(sink, lineterminator="\n", quoting=csv.QUOTE_ALL)
        self._row = 0
        self.lines = array("q")
        self.has_breaks = False
        self.outside = 0
        self.first_outside = 0

    def write(self, number: int, cells: list[str], *, short: bool = False) -> None:
        """Write one row, with blank lines for those that were passed over; `short`: without empty cells behind."""
        for blank in range(self._row + 1, number):
            self._sink.write("\n")
            self.lines.append(blank)
        self._row = number
        if len(cells) > self._width:
            self.outside += 1
            self.first_outside = self.first_outside or number
            cells = cells[: self._width]
        if not any(cells):  # of those that are left
            self._sink.write("\n")
            self.lines.append(number)
            return
        self._count(number, cells)
        breaks = "".join(cells).count("\n")
        self.has_breaks = self.has_breaks or breaks > 0
        self.lines.extend([number] * (breaks + 1))
        self._csv.writerow(cells if short else cells + [""] * (self._width - len(cells)))

    def _count(self, number: int, cells: list[str]) -> None:
        self._written += self._width
        self._filled += len(cells) - cells.count("")
        if self._written > max(_MANY_CELLS, _MOST_EMPTY * self._filled):
            raise refuse(
                self._file,
                "nearly all of its cells are empty",
                line=number,
                found=f"{self._filled:,} filled cells among {self._written:,}",
                wanted="a table",
                todo="take out what stands beside the table, or save the table as CSV (UTF-8)",
            )


def _rows(rows: Iterable[tuple[int, list[Cell]]], file: str, limits: Limits, room: Room) -> Iterator[Row]:
    """The rows with something in them, as text."""
    for number, values in rows:
        cells = [value if type(value) is str and "\r" not in value else text_of(value) for value in values]
        while cells and not cells[-1].strip():
            cells.pop()
        if len(cells) > limits.max_columns:
            raise refuse(
                file,
                "too many columns",
                line=number,
                found=f"a cell in column {column_letters(len(cells) - 1)}",
                wanted=f"at most {limits.max_columns:,} columns",
                todo="take out what stands beside the table, or save the table as CSV (UTF-8)",
            )
        if cells:
            room.take(cells)
            yield number, cells


def _head(filled: Iterator[Row], limits: Limits) -> list[Row]:
    """The first rows, among which the header is; takes them from `filled`."""
    head: list[Row] = []
    for row in filled:
        head.append(row)
        if row[0] > limits.header_search_rows:
            break
    return head


def _is_alone(cells: list[str]) -> bool:
    """Whether a row is one lone text, as the last lines of a report are."""
    return len(cells) == 1


def written(
    rows: Iterable[tuple[int, list[Cell]]], file: str, target: Path, limits: Limits, room: Room
) -> Table:
    """Write the rows of one sheet to `target`; as wide as the widest of the first rows, where the header is."""
    filled = _rows(rows, file, limits, room)
    head = _head(filled, limits)
    width = max((len(cells) for _, cells in head), default=0)
    try:
        with target.open("w", encoding="utf-8", newline="") as sink:
            writer = _Writer(sink, width, file)
            waiting: deque[Row] = deque(head)
            for row in filled:
                waiting.append(row)
                if len(waiting) > TAIL_ROWS:
                    writer.write(*waiting.popleft())
            for number, cells in waiting:
                writer.write(number, cells, short=_is_alone(cells))
    except RefusedError:
        target.unlink()
        raise
    said: tuple[Message, ...] = ()
    if writer.outside:
        words = f"cells to the right of the table are not loaded, in {counted(writer.outside, 'row')}"
        said = (note(file, words, line=writer.first_outside),)
    lines = np.frombuffer(writer.lines, dtype=np.int64) if writer.has_breaks else None
    return Table(width, tuple(head), lines, said)
