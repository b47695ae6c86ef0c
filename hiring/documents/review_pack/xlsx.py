"""The pack as a workbook: what it says, its numbers, each exhibit with all its digits, its tables, how it was made.

A sheet of numbers begins with their heads and goes on with nothing but rows; what they mean stands below them.

Whatever came from a file or a person is written as text, never as a formula, an address or a number.
"""

from __future__ import annotations

import io
import math
import numbers
import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from hiring import words
from hiring.documents.review_pack import said
from hiring.findings.exhibit import Exhibit
from hiring.findings.review.pack import SHARE, Digits, Pack

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIRST, FIGURES, ABOUT = "Review", "Numbers", "About"
ORIGIN = "{title}, {company}, data as of {day}; how it was made stands on the sheet " + ABOUT + "."
PERCENT, WHOLE, PARTS = "0.0%", "#,##0", "#,##0.00"
COUNTS = re.compile(r"n|.*, n|Within days")  # columns that are no share, in a row of shares
LONGEST_SHEET = 31  # letters, as Excel allows
LONGEST_CELL = 32_000  # letters; Excel allows 32,767
LONGEST_FOOTER = 240
WIDE, NARROW, USUAL = 60, 22, 14  # of columns, in letters
TABLE = "The table below it"
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
        writer = _Writer(book, pack)
        names = sheets(pack)
        writer.first(names)
        writer.table(FIGURES, _figures(pack))
        for name, one in zip(names, pack.exhibits(), strict=True):
            writer.exhibit(name, one)
        for name, frame in pack.tables:
            writer.table(name, frame)
        writer.about()
    return file.getvalue()


def sheets(pack: Pack) -> list[str]:
    """The name of each exhibit's sheet, in their order."""
    return [_sheet(place, one.key) for place, one in enumerate(pack.exhibits(), start=1)]


def _figures(pack: Pack) -> pd.DataFrame:
    """The numbers of the decision page with all digits."""
    told = [(one, pack.digits.get(one.label, Digits())) for one in pack.figures]
    return pd.DataFrame(
        {
            "Number": [one.label for one, _ in told],
            "Unit": [digits.unit for _, digits in told],
            "Value": [digits.value for _, digits in told],
            "Likely from": [digits.low for _, digits in told],
            "to": [digits.high for _, digits in told],
            "n": [digits.n for _, digits in told],
            "Year before": [digits.before for _, digits in told],
            "Year before, n": [digits.n_before for _, digits in told],
            "In words": [f"{one.value} · {one.note}" for one, _ in told],
        },
        dtype=object,
    )


def _sheet(place: int, key: str) -> str:
    plain = "".join(" " if letter in NOT_IN_NAMES else letter for letter in said.plain(key))
    return f"{place:02d} {plain}"[:LONGEST_SHEET].strip()


class _Writer:
    """Sheets of one workbook, as they are added."""

    def __init__(self, book: Any, pack: Pack) -> None:
        self.book, self.pack = book, pack
        self.bold, self.wrapped = (
            book.add_format({"bold": True}),
            book.add_format({"text_wrap": True, "valign": "top"}),
        )
        self.looks = {form: book.add_format({"num_format": form}) for form in (PERCENT, WHOLE, PARTS)}
        day = words.day(pack.as_of)
        self.origin = ORIGIN.format(title=said.plain(pack.title), company=said.plain(pack.company), day=day)

    def first(self, names: Sequence[str]) -> None:
        """What the pack says, and where each exhibit stands."""
        pack = self.pack
        sheet = self._added(FIRST, (NARROW, WIDE, WIDE))
        at = self._lines(sheet, 0, [(said.plain(pack.title), "", "")], self.bold)
        at = self._lines(sheet, at, [("", pack.lead, ""), ("", pack.standfirst, ""), ("", self.origin, "")])
        at = self._lines(sheet, at + 1, [(one.label, one.value, one.note) for one in pack.figures])
        for section in pack.sections:
            at = self._lines(sheet, at + 1, [(section.title, "", "")], self.bold)
            at = self._lines(sheet, at, [(about, sentence, "") for about, sentence in section.lines])
        at = self._lines(sheet, at + 1, [("Sheet", "Exhibit", "Comment")], self.bold)
        shown = zip(names, pack.exhibits(), strict=True)
        at = self._lines(sheet, at, [(name, one.lead, pack.comments.get(one.key, "")) for name, one in shown])
        if pack.left_out:
            at = self._lines(sheet, at + 1, [("Not in this pack", "", "")], self.bold)
            self._lines(sheet, at, [("", lead, "") for lead in said.left_out(pack)])

    def about(self) -> None:
        """How the pack was made."""
        sheet = self._added(ABOUT, (NARROW, WIDE))
        at = self._lines(sheet, 0, [(head, text, "") for head, text in self.pack.made_of])
        self._lines(sheet, at + 1, [("", said.FOOTER, "")])

    def table(self, name: str, frame: pd.DataFrame) -> None:
        """A table of its own, and below it whence it comes."""
        sheet = self._added(name, _widths(frame))
        at = self._frame(sheet, 0, frame)
        sheet.freeze_panes(1, 0)
        self._row(sheet, at + 1, [self.origin])

    def exhibit(self, name: str, shown: Exhibit) -> None:
        """One exhibit: its numbers with all digits, the table below it, then its words and whence it comes."""
        sheet = self._added(name, (NARROW, *(USUAL,) * 12))
        numbers = shown.numbers()
        at = (
            0
            if numbers.empty
            else self._frame(sheet, 0, numbers, in_percent=said.in_percent(shown.marks)) + 1
        )
        if not numbers.empty:
            sheet.freeze_panes(1, 0)
        if not shown.table.empty:
            at = self._row(sheet, at, [TABLE], self.bold)
            at = self._frame(sheet, at, shown.table) + 1
        at = self._row(sheet, at, [said.plain(shown.lead)], self.bold)
        for head, text in said.told(self.pack, shown):
            at = self._row(sheet, at, [head, said.plain(text)])
        self._row(sheet, at, [self.origin])

    def _added(self, name: str, widths: Iterable[float]) -> Worksheet:
        sheet = self.book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        told = said.joined((said.plain(self.pack.company), said.plain(self.pack.title))).replace("&", "&&")
        sheet.set_footer(f"&L&8{said.kept(told, LONGEST_FOOTER, 'cut')}&R&8&P")
        return sheet

    def _lines(
        self, sheet: Worksheet, at: int, lines: Iterable[tuple[str, str, str]], look: Any = None
    ) -> int:
        for line in lines:
            at = self._row(sheet, at, [said.plain(text) for text in line], look or self.wrapped)
        return at

    def _frame(self, sheet: Worksheet, at: int, frame: pd.DataFrame, in_percent: Collection[str] = ()) -> int:
        """Rows under their heads; shares as percent: columns in percent, or rows whose `Unit` is a share."""
        at = self._row(sheet, at, [said.head(name) for name in frame.columns], self.bold)
        names = [str(name) for name in frame.columns]
        units = frame["Unit"].tolist() if "Unit" in names else [""] * len(frame)
        cells = zip(*(frame.iloc[:, place].tolist() for place in range(frame.shape[1])), strict=True)
        for row, unit in zip(cells, units, strict=True):
            for column, (name, cell) in enumerate(zip(names, row, strict=True)):
                is_share = name in in_percent or (unit == SHARE and not COUNTS.fullmatch(name))
                _write(sheet, at, column, cell, self._look(cell, is_share=is_share))
            at += 1
        return at

    def _look(self, cell: Any, *, is_share: bool) -> Any:
        if isinstance(cell, bool) or not isinstance(cell, numbers.Real) or not math.isfinite(cell):
            return None
        return self.looks[PERCENT if is_share else WHOLE if float(cell).is_integer() else PARTS]

    def _row(self, sheet: Worksheet, at: int, cells: Iterable[Any], look: Any = None) -> int:
        for column, cell in enumerate(cells):
            _write(sheet, at, column, cell, look)
        return at + 1


def _widths(frame: pd.DataFrame) -> list[float]:
    """Of each column as wide as its longest words, within what a screen holds."""
    longest = [
        max((len(str(cell)) for cell in column if isinstance(cell, str)), default=0)
        for _, column in frame.items()
    ]
    return [min(WIDE, max(USUAL, letters + 2)) for letters in longest]


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
