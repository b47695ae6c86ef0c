"""The sheets of a workbook as entries of the exports folder: each is an export of its own."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from hiring.loading.files import Entry, first_bytes, stamp
from hiring.loading.limits import Limits
from hiring.loading.messages import OF_SHEET, Message, RefusedError, note, refuse
from hiring.loading.opening import Opened
from hiring.loading.our_tables import table_named
from hiring.loading.read_file import ReadFile
from hiring.loading.workbook import headings, tables
from hiring.loading.workbook.archive import DAMAGED, archive_of, damaged
from hiring.loading.workbook.contents import Contents, Tab, contents_of
from hiring.loading.workbook.repacking import Blocks, Repackaged, Repacked
from hiring.loading.workbook.rows import SheetRows
from hiring.loading.workbook.tables import Table

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


@dataclass(frozen=True)
class WorkbookSheet(Entry):
    """One sheet: its table as CSV in `text`, and what the workbook says beside it; `path` is the workbook."""

    text: Path = field(default_factory=Path)
    stamp: tuple[int, int, int] = (0, 0, 0)  # of the workbook when it was read
    seen: SheetRows | None = field(default=None, repr=False)
    table: Table | None = field(default=None, repr=False)
    notes: tuple[Message, ...] = ()
    is_pivot: bool = False
    is_only: bool = False

    def row_of(self, line: int) -> int:
        """The row of the sheet that stands on that line of `text`."""
        lines = self.table.rows_of_lines if self.table else None
        return int(lines[min(line, len(lines)) - 1]) if lines is not None else line

    def placed(self, message: Message) -> Message:
        """A message about a line of `text`, said of the row of the sheet."""
        return message if message.line is None else replace(message, line=self.row_of(message.line))

    def in_rows(self, read: ReadFile) -> ReadFile:
        """The table as it was read from `text`, with rows of the sheet wherever it spoke of lines."""
        lines = read.rewritten_lines
        rows = self.table.rows_of_lines if self.table else None
        if rows is not None and lines is None:
            lines = np.arange(read.first_line, read.first_line + read.records)
        is_pivot = self.is_pivot and self.is_only and read.table is None and not read.refused
        return replace(
            read,
            source=self.path,
            stamp=self.stamp,
            skipped=tuple(map(self.placed, read.skipped)),
            set_aside=tuple(map(self.placed, read.set_aside)),
            notes=(
                *((headings.pivot(self.name),) if is_pivot else ()),
                *map(self.placed, read.notes),
                *(() if read.is_part else self.notes),
            ),
            asks=tuple(replace(ask, message=self.placed(ask.message)) for ask in read.asks),
            parts=tuple(map(self.in_rows, read.parts)),
            rewritten_lines=rows[lines - 1] if rows is not None and lines is not None else lines,
        )

    def looked_over(self, found: Opened) -> Opened:
        """The opened table with the rows that formulas spoil; raises `RefusedError` where it is no flat list."""
        if self.seen is None or self.table is None:
            return found
        header, labels = self.row_of(found.dialect.header.first_line), found.dialect.header.cells
        if refused := headings.tree(self.name, labels, header):
            raise refused
        recognised = found.recognised
        is_named = recognised.near is not None and table_named(self.name) is recognised.near
        if recognised.table is None and recognised.ask is None and not is_named:
            return found
        merges, plan = self.seen.merges, found.recognised.plan
        if (
            plan and plan.main.is_turned
        ):  # its headings are joined, and cells beside the people need not be filled
            below = self.row_of(found.dialect.header.last_line)
            needed = {at for at, name in enumerate(found.recognised.columns) if name}
            merges = [one for one in merges if one.first_row > below and one.first_column in needed]
        refused = headings.merged_header(self.name, merges, self.table.head, header)
        refused = refused or headings.merged_rows(self.name, merges, header, self.table.width)
        if refused:
            raise refused
        return replace(found, spoiled=self._spoiled(found))

    def _spoiled(self, found: Opened) -> Mapping[int, Message]:
        """Line of `text` → why its row cannot be loaded: a formula stands where a value should be."""
        formulas = self.seen.formulas if self.seen else {}
        # While it is asked which export this is, any column may be needed.
        named = found.recognised.columns or found.dialect.header.cells
        known = {place for place, name in enumerate(named) if name}
        spoiled = {}
        for row, cells in formulas.items():
            column = min((place for place in cells if place in known), default=None)
            if column is not None:
                label = found.dialect.header.cells[column]
                spoiled[self._line_of(row)] = _without_value(
                    self.name, self._line_of(row), label, cells[column]
                )
        return spoiled

    def _line_of(self, row: int) -> int:
        lines = self.table.rows_of_lines if self.table else None
        return row if lines is None else int(np.searchsorted(lines, row)) + 1


def _without_value(file: str, line: int, label: str, formula: str) -> Message:
    return Message(
        "set aside",
        file,
        line,
        label,
        formula,
        "a value",
        "row set aside: formula without value",
        "open the workbook in Excel and save it, or export again",
    )


def is_workbook(path: Path) -> bool:
    """Whether a file is a zip archive, as every .xlsx is; raises `OSError` where it cannot be read."""
    return first_bytes(path, 4) in _ZIP


def with_sheets(entry: Entry, scratch: Path, limits: Limits, progress: Callable[[str], None]) -> list[Entry]:
    """The entry itself, or each sheet of the workbook that it is, with its rows in files named after `scratch`."""
    if entry.refused:
        return [entry]
    try:
        if not is_workbook(entry.path):
            return [entry]
        progress(entry.name)
        return list(_sheets(entry, scratch, limits))
    except RefusedError as refusal:
        return [replace(entry, refused=refusal.message)]
    except OSError as error:
        gone = refuse(
            entry.name,
            "it cannot be read",
            found=error.strerror or "",
            todo="look at its permissions and at the free space",
        )
        return [replace(entry, refused=gone.message)]


def _sheets(entry: Entry, scratch: Path, limits: Limits) -> list[WorkbookSheet]:
    before = stamp(entry.path)
    repacked = scratch.with_suffix(".repacked.zip")
    with archive_of(entry.name, entry.path, limits) as archive:
        contents = contents_of(entry.name, archive)
        try:
            blocks = _repacked(entry.name, archive, contents, repacked, limits)
            room = tables.Room(
                entry.name, limits.most_cell_text(sum(x.file_size for x in archive.infolist()))
            )
        except DAMAGED as error:
            raise damaged(entry.name) from error
    book = Repackaged(entry.name, repacked)
    found = []
    for number, (tab, mine) in enumerate(zip(contents.tabs, blocks, strict=True)):
        name, text = mine.rows.file, scratch.with_suffix(f".sheet_{number}.csv")
        table = tables.written(book.rows(mine), name, text, limits, room)
        if table.width:
            notes = (*_remarks(name, tab, contents), *mine.rows.remarks(table.width), *table.notes)
            found.append(
                WorkbookSheet(name, entry.path, None, text, before, mine.rows, table, notes, tab.has_pivot)
            )
    repacked.unlink()
    if not found:
        raise refuse(
            entry.name, "empty file", found="no cell", wanted="a header and rows", todo="export it again"
        )
    return [replace(sheet, is_only=len(found) == 1) for sheet in found]


def _repacked(
    file: str, archive: zipfile.ZipFile, contents: Contents, path: Path, limits: Limits
) -> list[Blocks]:
    with Repacked(file, archive, contents, path, limits) as repacked:
        repacked.share()
        blocks = [repacked.add(f"{file}{OF_SHEET}{tab.name}", tab.part) for tab in contents.tabs]
        repacked.finish()
    return blocks


def _remarks(file: str, tab: Tab, contents: Contents) -> list[Message]:
    said = []
    if tab.is_hidden:
        said.append("a hidden sheet, read like the others")
    if contents.has_macros:
        said.append("the workbook holds macros: they were not run, its values are those last saved")
    if contents.has_links:
        said.append(
            "the workbook refers to other files: they were not opened, its values are those last saved"
        )
    return [note(file, words) for words in said]
