"""The rows of one sheet's XML, one after the other, in bounded memory; what a spreadsheet shows but no cell says.

Rows as nearly every program writes them are told by one pattern that covers all of a row and are passed on as they
are. Any other row goes through an XML parser and is written anew (`odd_rows`). So whatever reads the cells later
meets only rows whose every cell stands where it says it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from hiring.loading.limits import Limits
from hiring.loading.messages import Message, counted, refuse
from hiring.loading.workbook.archive import damaged
from hiring.loading.workbook.cells import column_letters, place_of
from hiring.loading.workbook.contents import no_declarations
from hiring.loading.workbook.odd_rows import OddRow, odd_row

_CHUNK_BYTES = 1024 * 1024
_MOST_BESIDE = 4 * 1024 * 1024  # bytes of XML before the first row
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_MOST_MERGES = 100_000

_ATTRIBUTES = rb'(?: (?!r=)[A-Za-z0-9:]++="[^"<>]*+")*+'
_FORMULA = rb"<f(?: [^<>]*+)?+(?:(?<=/)>|(?<!/)>[^<]*+</f>)"
_VALUE = rb"<v>[^<]*+</v>|" + _FORMULA + rb"<v>[^<]++</v>|<is><t(?: [^<>/]*+)?+>[^<]*+</t></is>"
_CELL = rb'<c r="[A-Z]{1,2}[0-9]{1,7}"' + _ATTRIBUTES + rb" ?+(?:/>|>(?:" + _VALUE + rb")?+</c>)"
_USUAL = re.compile(rb'<row r="([0-9]{1,7})"((?: [A-Za-z0-9:]++="[^"<>]*+")*+) ?+>(?:' + _CELL + rb")*+")
_EMPTY = re.compile(rb"(?:\s*+<(?:[\w.-]++:)?+row(?=[\s/])[^<>]*+(?<=/)>)*+\s*+")
_OF_CELLS = re.compile(rb'<c r="[A-Z]{1,2}([0-9]++)"')
_HIDDEN = re.compile(rb'\shidden\s*=\s*["\'](?:1|true)["\']')
_SHEET_DATA = re.compile(rb"<((?:[\w.-]+:)?)sheetData\b[^<>]*+>")
_COLUMN = re.compile(rb"<(?:[\w.-]+:)?col\s[^<>]*>")
_BOUND = re.compile(rb'\s(min|max)\s*=\s*["\']([0-9]{1,5})["\']')
_MERGE = re.compile(rb'<(?:[\w.-]+:)?mergeCell\s[^<>]*?\bref\s*=\s*["\']([^"\'<>]{1,40})["\']')


@dataclass(frozen=True)
class Merge:
    """Cells merged into one: rows from 1, columns from 0, both ends included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int

    def __str__(self) -> str:
        first, last = column_letters(self.first_column), column_letters(self.last_column)
        return f"{first}{self.first_row}:{last}{self.last_row}"


@dataclass
class SheetRows:
    """Reads one sheet's rows once; the other fields are complete when the last row has been given.

    `formulas` holds, by row, the formula of each column (from 0) that was saved without its value.
    """

    file: str
    source: IO[bytes]
    limits: Limits
    hidden_rows: int = 0
    first_hidden: int = 0
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    formulas: dict[int, dict[int, str]] = field(default_factory=dict)
    _row: int = 0
    _prefix: bytes = b""
    _rest: bytes = b""

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """(row from 1, its XML) of each row with cells, from top to bottom."""
        if self._begin():
            yield from self._each()
        self._end()

    def _more(self) -> bytes:
        chunk = self.source.read(_CHUNK_BYTES)
        if b"<!" in self._rest[-1:] + chunk:
            raise no_declarations(self.file)
        return chunk

    def _begin(self) -> bool:
        """Read what stands before the rows; whether there are any."""
        while chunk := self._more():
            self._rest += chunk
            if found := _SHEET_DATA.search(self._rest):
                self._prefix = found.group(1)
                self._columns(self._rest[: found.start()])
                self._rest = self._rest[found.end() :]
                return not found.group().endswith(b"/>")
            if len(self._rest) > _MOST_BESIDE:
                break
        raise damaged(self.file, "no rows where the rows of a sheet should be")

    def _columns(self, head: bytes) -> None:
        for found in _COLUMN.finditer(head):
            if _HIDDEN.search(found.group()):
                bounds = {name: int(value) for name, value in _BOUND.findall(found.group())}
                first, last = bounds.get(b"min", 1), bounds.get(b"max", 1)
                self.hidden_columns.append((first - 1, min(last, _LAST_COLUMN) - 1))

    def _each(self) -> Iterator[tuple[int, bytes]]:
        row_end, rows_end = b"</" + self._prefix + b"row>", b"</" + self._prefix + b"sheetData>"
        while True:
            *whole, self._rest = self._rest.split(row_end)
            for row in whole:
                yield self._judged(row, row_end)
            self._rest = self._below_empty(self._rest)
            if self._rest.startswith(rows_end):
                return
            if len(self._rest) > self.limits.max_line_bytes:
                found_bytes = f"{len(self._rest):,} bytes"
                raise damaged(self.file, "a row that does not end", found_bytes)
            chunk = self._more()
            if not chunk:
                raise damaged(self.file)
            self._rest += chunk

    @staticmethod
    def _below_empty(xml: bytes) -> bytes:
        """What stands below rows without cells."""
        found = _EMPTY.match(xml)
        return xml[found.end() :] if found and found.end() else xml

    def _judged(self, row: bytes, row_end: bytes) -> tuple[int, bytes]:
        row = self._below_empty(row)
        usual = _USUAL.fullmatch(row) if b't="e"' not in row else None
        if usual and set(_OF_CELLS.findall(row)) <= {usual.group(1)}:
            self._next(int(usual.group(1)), _HIDDEN.search(usual.group(2)) is not None)
            return self._row, row + b"</row>"
        odd = odd_row(self.file, row + row_end, self._row + 1)
        self._next(odd.number, odd.is_hidden)
        self._odd(odd)
        return self._row, odd.xml

    def _next(self, number: int, is_hidden: bool) -> None:
        if not self._row < number <= _LAST_ROW:
            raise damaged(self.file, f"its rows are not in order at row {number:,}")
        self._row = number
        if is_hidden:
            self.hidden_rows += 1
            self.first_hidden = self.first_hidden or number

    def _odd(self, odd: OddRow) -> None:
        if odd.last_column >= self.limits.max_columns:
            raise refuse(
                self.file,
                "too many columns",
                line=odd.number,
                found=f"a cell in column {column_letters(odd.last_column)}",
                wanted=f"at most {self.limits.max_columns:,} columns",
                todo="take out what stands beside the table, or save the table as CSV (UTF-8)",
            )
        if odd.formulas:
            self.formulas[odd.number] = odd.formulas
        if len(self.formulas) > self.limits.max_set_aside:
            raise damaged(
                self.file, f"more than {self.limits.max_set_aside:,} rows have formulas without values"
            )

    def _end(self) -> None:
        """Read what stands behind the rows: which cells are merged."""
        while True:
            keep = 0
            for found in _MERGE.finditer(self._rest):
                keep = found.end()
                self._merged(found.group(1).decode("ascii", "replace"))
            self._rest = self._rest[max(keep, len(self._rest) - 200) :]
            chunk = self._more()
            if not chunk:
                return
            self._rest += chunk

    def _merged(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, end = place_of(first), place_of(last or first)
        if start and end:
            self.merges.append(Merge(start[0], end[0], start[1], end[1]))
        if len(self.merges) > _MOST_MERGES:
            raise damaged(self.file, f"more than {_MOST_MERGES:,} merged cells")

    def remarks(self, width: int) -> list[Message]:
        """What is hidden in the sheet, of the first `width` columns; all of it is read."""
        columns = [
            column_letters(index)
            for first, last in self.hidden_columns
            for index in range(first, min(last + 1, width))
        ]
        said: list[tuple[str, int | None]] = []
        if self.hidden_rows:
            words = f"{counted(self.hidden_rows, 'hidden row')}, read like the others (a filter?)"
            said.append((words, self.first_hidden))
        if columns:
            words = (
                f"{counted(len(columns), 'hidden column')}, read like the others: {', '.join(columns[:20])}"
            )
            said.append((words, None))
        return [
            Message("note", self.file, line, None, "", "", words, "unhide them in Excel to see them")
            for words, line in said
        ]
