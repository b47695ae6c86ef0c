"""A workbook of our own, made of checked rows, for python-calamine to read: it never meets the user's file.

calamine reserves memory for every cell between the first and the last of a sheet, and ends the whole program where
that is too much (a file of 2 KB can ask for 500 GB). Here each of its sheets is a block of a few thousand rows whose
cells stand where they say.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import IO, Self, TypeVar
from xml.sax.saxutils import quoteattr

from python_calamine import CalamineError, CalamineWorkbook

from hiring.loading.limits import Limits
from hiring.loading.messages import refuse
from hiring.loading.workbook.archive import damaged
from hiring.loading.workbook.cells import Cell
from hiring.loading.workbook.contents import Contents, no_declarations
from hiring.loading.workbook.rows import SheetRows

_BLOCK_ROWS = 10_000
_BLOCK_BYTES = 32 * 1024 * 1024
_BLOCK_TEXT = 64 * 1024 * 1024  # bytes of shared texts that a block's cells may hold: it is held in memory
_ROW_TEXT = 256 * 1024 * 1024  # and those of one row: a thousand of Excel's longest texts
_CHUNK_BYTES = 1024 * 1024
_SHORTEST_TEXT = 12  # bytes of a shared text with its marks; a part of empty ones is no workbook's
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_SHEET_START = f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>'.encode()
Answer = TypeVar("Answer")
_SHEET_END = b"</sheetData></worksheet>"
_SHARES = b't="s"'
_TEXT_END = re.compile(rb"</(?:[\w.-]{1,40}:)?si(?![\w.-])")
_LONGEST_END = 50


@dataclass(frozen=True)
class Blocks:
    """The names of the sheets that one of the user's sheets became, and what was seen in it."""

    names: tuple[str, ...]
    rows: SheetRows


class Repacked:
    """The workbook being written to `path`: first `share` the texts, then `add` every sheet, then `finish`."""

    def __init__(
        self, file: str, source: zipfile.ZipFile, contents: Contents, path: Path, limits: Limits
    ) -> None:
        self.file, self.source, self.contents, self.limits, self.path = file, source, contents, limits, path
        self._target = zipfile.ZipFile(path, "w", zipfile.ZIP_STORED)
        self._sheets: list[str] = []
        self._longest = 0  # bytes of the longest text that cells share

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, _trace: TracebackType | None) -> None:
        self._target.close()

    def add(self, sheet: str, part: str) -> Blocks:
        """Write the rows of the part as blocks; `sheet` is how its messages name it."""
        names: list[str] = []
        with self.source.open(part) as opened:
            rows = SheetRows(sheet, opened, self.limits)
            each = iter(rows)
            left = next(each, None)
            while left:
                names.append(f"block {len(self._sheets)}")
                self._sheets.append(names[-1])
                with self._target.open(f"xl/worksheets/sheet{len(self._sheets)}.xml", "w") as sink:
                    left = self._block(left, each, sink)
        return Blocks(tuple(names), rows)

    def _block(
        self, first: tuple[int, bytes], rows: Iterator[tuple[int, bytes]], sink: IO[bytes]
    ) -> tuple[int, bytes] | None:
        """Write one block, which starts with `first`; the row the next block starts with, `None` at the end."""
        sink.write(_SHEET_START)
        row: tuple[int, bytes] | None = first
        written = 0
        given = self._given(first)
        while row and row[0] < first[0] + _BLOCK_ROWS and written < _BLOCK_BYTES and given <= _BLOCK_TEXT:
            written += sink.write(row[1])
            row = next(rows, None)
            given += self._given(row) if row else 0
        sink.write(_SHEET_END)
        return row

    def _given(self, row: tuple[int, bytes]) -> int:
        """How many bytes of shared texts the row's cells hold at most; raises `RefusedError` where that is too much."""
        cells = row[1].count(_SHARES)
        if cells * self._longest > _ROW_TEXT:
            raise refuse(
                self.file,
                "its cells share a text that is too long",
                line=row[0],
                found=f"{cells:,} texts of up to {self._longest:,} bytes",
                wanted=f"at most {_ROW_TEXT:,} bytes in a row",
                todo="save the table as CSV (UTF-8)",
            )
        return cells * self._longest

    def share(self) -> None:
        """Write the texts that cells share."""
        if self.contents.shared:
            self._copy(
                self.contents.shared, "xl/sharedStrings.xml", self.limits.max_shared_gb, _SHORTEST_TEXT
            )

    def finish(self) -> None:
        """Write how cells are shown, and what names the blocks."""
        if self.contents.styles:
            self._copy(self.contents.styles, "xl/styles.xml", self.limits.max_shared_gb / 10, 0)
        for name, text in self._described():
            self._target.writestr(name, text)

    def _copy(self, part: str, name: str, most_gb: float, shortest: int) -> None:
        """Copy a part that calamine holds in memory as a whole."""
        size = self.source.getinfo(part).file_size
        if size > most_gb * 1_000_000_000:
            raise refuse(
                self.file,
                "too large",
                found=f"{size / 1e6:,.0f} MB in {part}",
                wanted=f"at most {most_gb * 1000:,.0f} MB",
                todo="save the table as CSV (UTF-8)",
            )
        texts, before = 0, b""
        lengths = _Lengths()
        with self.source.open(part) as source, self._target.open(name, "w") as sink:
            while chunk := source.read(_CHUNK_BYTES):
                seam = before + chunk
                if b"<!" in seam:
                    raise no_declarations(self.file)
                texts += seam.count(b"<si") + seam.count(b":si")
                before = chunk[-2:]
                lengths.feed(chunk)
                sink.write(chunk)
        if texts * shortest > size:
            raise damaged(self.file, f"{part} holds {texts:,} texts in {size:,} bytes")
        if shortest:
            self._longest = lengths.longest

    def _described(self) -> Iterator[tuple[str, str]]:
        numbers = range(1, len(self._sheets) + 1)
        sheets = "".join(
            f"<sheet name={quoteattr(name)} sheetId={quoteattr(str(n))} r:id={quoteattr(f's{n}')}/>"
            for n, name in zip(numbers, self._sheets, strict=True)
        )
        days = '<workbookPr date1904="1"/>' if self.contents.days_from_1904 else ""
        yield (
            "xl/workbook.xml",
            f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_TYPES}">{days}<sheets>{sheets}</sheets></workbook>',
        )
        related = [(f"s{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
        related += [("styles", "styles", "styles.xml")] if self.contents.styles else []
        related += [("shared", "sharedStrings", "sharedStrings.xml")] if self.contents.shared else []
        yield "xl/_rels/workbook.xml.rels", _relations(related)
        yield "_rels/.rels", _relations([("book", "officeDocument", "xl/workbook.xml")])
        yield (
            "[Content_Types].xml",
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
        )


def _relations(related: list[tuple[str, str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{key}" Type="{_TYPES}/{kind}" Target="{target}"/>'
        for key, kind, target in related
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


class _Lengths:
    """The longest text of a part that cells share, in bytes of its XML, told chunk by chunk."""

    def __init__(self) -> None:
        self.longest = 0
        self._since = 0  # bytes since the last end of a text
        self._tail = b""

    def feed(self, chunk: bytes) -> None:
        """Look at the next chunk; an end that the seam cuts in two is found with what came before."""
        seam = self._tail + chunk
        at = 0
        self._since -= len(self._tail)
        for found in _TEXT_END.finditer(seam):
            self.longest = max(self.longest, self._since + found.end() - at)
            self._since, at = 0, found.end()
        self._since += len(seam) - at
        self._tail = seam[max(at, len(seam) - _LONGEST_END) :]
        self.longest = max(self.longest, self._since)


def _asked(file: str, ask: Callable[[], Answer]) -> Answer:
    """What calamine answers; a workbook that it cannot read is refused, be it by an error or a panic of its own."""
    try:
        return ask()
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise damaged(file, found=str(error)[:200]) from error
    except BaseException as panic:
        if type(panic).__name__ != "PanicException":
            raise
        raise damaged(file, found=str(panic)[:200]) from panic


class Repackaged:
    """The finished workbook, read by calamine; raises `RefusedError` where the user's own is damaged."""

    def __init__(self, file: str, path: Path) -> None:
        self._book = _asked(file, lambda: CalamineWorkbook.from_path(path))

    def rows(self, blocks: Blocks) -> Iterator[tuple[int, list[Cell]]]:
        """(row from 1, its cells from column A on) of every row from the first with a value to the last."""
        for name in blocks.names:
            first, cells = _asked(blocks.rows.file, partial(self._block, name))
            for index, row in enumerate(cells):
                yield first + index, row

    def _block(self, name: str) -> tuple[int, list[list[Cell]]]:
        sheet = self._book.get_sheet_by_name(name)
        if sheet.start is None:
            return 1, []
        row, column = sheet.start
        empty: list[Cell] = [""] * column
        return row + 1, [[*empty, *cells] for cells in sheet.to_python()]
