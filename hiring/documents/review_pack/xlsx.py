"""The pack as a workbook: what it says on the first sheet, and each exhibit with all its digits on one of its own.

Whatever came from a file or a person is written as text, never as a formula, an address or a number.
"""

from __future__ import annotations

import io
import math
import numbers
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from hiring.documents.review_pack import said
from hiring.findings.exhibit import Exhibit
from hiring.findings.review.pack import Pack

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIRST = "Review"
LONGEST_SHEET = 31  # letters, as Excel allows
LONGEST_CELL = 32_000  # letters; Excel allows 32,767
LONGEST_FOOTER = 240
WIDE, NARROW, USUAL = 60, 22, 14  # of columns, in letters
NUMBERS, TABLE = "The numbers of the figure", "The table below it"
NOT_IN_NAMES = "[]:*?/\\'"
AS_TOLD = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def as_xlsx(pack: Pack) -> bytes:
    """The workbook; the same pack gives the same bytes, and its one date is the day of the data."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, AS_TOLD) as book:
        book.set_properties(
            {
                "title": said.plain(pack.title),
                "subject": said.plain(pack.audience),
                "author": said.plain(pack.program),
                "comments": said.made_of(pack)[:255],
                "created": datetime.combine(pack.as_of, datetime.min.time()),
            }
        )
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        writer = _Writer(book, pack, bold, wrapped)
        shown = list(pack.exhibits())
        names = sheets(pack)
        writer.first(names)
        for name, one in zip(names, shown, strict=True):
            writer.exhibit(name, one)
    return file.getvalue()


def sheets(pack: Pack) -> list[str]:
    """The name of each exhibit's sheet, in their order."""
    return [_sheet(place, one.key) for place, one in enumerate(pack.exhibits(), start=1)]


def _sheet(place: int, key: str) -> str:
    plain = "".join(" " if letter in NOT_IN_NAMES else letter for letter in said.plain(key))
    return f"{place:02d} {plain}"[:LONGEST_SHEET].strip()


class _Writer:
    """Sheets of one workbook, as they are added."""

    def __init__(self, book: Any, pack: Pack, bold: Any, wrapped: Any) -> None:
        self.book, self.pack, self.bold, self.wrapped = book, pack, bold, wrapped

    def first(self, names: Sequence[str]) -> None:
        """What the pack says and was made of, and where each exhibit stands."""
        pack = self.pack
        sheet = self._added(FIRST, (NARROW, WIDE, WIDE))
        at = self._lines(sheet, 0, [(said.plain(pack.title), "", "")], self.bold)
        at = self._lines(sheet, at, [("", pack.lead, ""), ("", pack.standfirst, "")])
        at = self._lines(sheet, at + 1, [(head, text, "") for head, text in pack.made_of])
        at = self._lines(sheet, at + 1, [(one.label, one.value, one.note) for one in pack.figures])
        for section in pack.sections:
            at = self._lines(sheet, at + 1, [(section.title, "", "")], self.bold)
            at = self._lines(sheet, at, [(about, sentence, "") for about, sentence in section.lines])
        at = self._lines(sheet, at + 1, [("Sheet", "Exhibit", "Comment")], self.bold)
        shown = zip(names, pack.exhibits(), strict=True)
        at = self._lines(sheet, at, [(name, one.lead, pack.comments.get(one.key, "")) for name, one in shown])
        if pack.left_out:
            at = self._lines(sheet, at + 1, [("Not in this pack", "", "")], self.bold)
            at = self._lines(sheet, at, [("", lead, "") for lead in said.left_out(pack)])
        self._lines(sheet, at + 1, [("", said.FOOTER, "")])

    def exhibit(self, name: str, shown: Exhibit) -> None:
        """One exhibit: its words, what it was made of, its numbers with all digits, and the table below it."""
        sheet = self._added(name, (NARROW, *(USUAL,) * 12))
        at = self._row(sheet, 0, [said.plain(shown.lead)], self.bold)
        for head, text in [*said.told(self.pack, shown), *self.pack.made_of]:
            at = self._row(sheet, at, [head, said.plain(text)])
        for title, frame in ((NUMBERS, shown.numbers()), (TABLE, shown.table)):
            if not frame.empty:
                at = self._row(sheet, at + 1, [title], self.bold)
                at = self._frame(sheet, at, frame)

    def _added(self, name: str, widths: Iterable[float]) -> Worksheet:
        sheet = self.book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        told = said.made_of(self.pack).replace("&", "&&")
        sheet.set_footer(f"&L&8{said.kept(told, LONGEST_FOOTER, 'whole on the sheet')}&R&8&P")
        return sheet

    def _lines(
        self, sheet: Worksheet, at: int, lines: Iterable[tuple[str, str, str]], look: Any = None
    ) -> int:
        for line in lines:
            at = self._row(sheet, at, [said.plain(text) for text in line], look or self.wrapped)
        return at

    def _frame(self, sheet: Worksheet, at: int, frame: pd.DataFrame) -> int:
        at = self._row(sheet, at, [said.head(name) for name in frame.columns], self.bold)
        for row in zip(*(frame.iloc[:, place].tolist() for place in range(frame.shape[1])), strict=True):
            at = self._row(sheet, at, row)
        return at

    def _row(self, sheet: Worksheet, at: int, cells: Iterable[Any], look: Any = None) -> int:
        for column, cell in enumerate(cells):
            _write(sheet, at, column, cell, look)
        return at + 1


def _write(sheet: Worksheet, row: int, column: int, cell: Any, look: Any) -> None:
    """A number as a number with all its digits, all else as text; what is not known stays empty."""
    if cell is None or cell is pd.NA or cell is pd.NaT or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_string(row, column, "yes" if cell else "no", look)
    elif isinstance(cell, numbers.Real):
        if math.isfinite(cell):
            sheet.write_number(row, column, float(cell), look)
    elif isinstance(cell, date):
        sheet.write_string(row, column, cell.isoformat()[:10], look)
    else:
        sheet.write_string(row, column, said.kept(said.plain(cell), LONGEST_CELL, "cut"), look)
