"""The workbook behind a native chart: what its references name, texts as texts and numbers with all digits."""

from __future__ import annotations

import io
import math
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from hiring.documents.review_pack import said
from hiring.documents.review_pack.slides.native import bars, parts, scatter
from hiring.documents.review_pack.slides.native.parts import Sum
from hiring.documents.review_pack.slides.plot import Chart, Plot

#: Nothing is read as a formula, a number or an address that is not written as one.
AS_TOLD = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
WRITTEN = datetime(1980, 1, 1, tzinfo=UTC).replace(
    tzinfo=None
)  # the library knows no zones: no moment is meant


def of(chart: Chart) -> bytes:
    """The workbook; the same chart gives the same bytes."""
    columns = scatter.columns(chart) if isinstance(chart, Plot) else bars.columns(chart)
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, AS_TOLD) as book:
        book.set_properties({"created": WRITTEN})
        sheet = book.add_worksheet(parts.SHEET)
        for at, (name, head, cells) in enumerate(columns):
            sheet.write_string(0, at, said.plain(name))
            sheet.write_string(1, at, head)
            for row, cell in enumerate(cells, start=parts.HEADS):
                _write(sheet, row, at, cell)
    return file.getvalue()


def _write(sheet: Worksheet, row: int, column: int, cell: str | float | Sum) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, said.plain(cell))
    elif isinstance(cell, Sum):
        sheet.write_formula(row, column, f"={cell.cell}{cell.sign}{cell.other}", None, cell.value)
    elif math.isfinite(cell):
        sheet.write_number(row, column, cell)
