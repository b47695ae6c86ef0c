"""The workbook behind a native chart: what its references name, texts as texts and numbers with all digits."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import xlsxwriter

from hiring.documents.review_pack.slides.native import bars, parts, scatter
from hiring.documents.review_pack.slides.plot import Chart, Plot
from hiring.words import seen

#: Nothing is read as a formula, a number or an address that is not written as one.
AS_TOLD = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
WRITTEN = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the library knows no zones: no moment is meant


def of(chart: Chart) -> bytes:
    """The workbook; the same chart gives the same bytes."""
    series = scatter.columns(chart) if isinstance(chart, Plot) else bars.columns(chart)
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, AS_TOLD) as book:
        book.set_properties({"created": WRITTEN})
        sheet = book.add_worksheet(parts.SHEET)
        at = 0
        for name, columns in series:
            sheet.write_string(0, at, seen(name))
            for head, values in columns:
                sheet.write_string(1, at, head)
                for row, value in enumerate(values, start=parts.HEADS):
                    if isinstance(value, str):
                        sheet.write_string(row, at, seen(value))
                    else:
                        sheet.write_number(row, at, value)
                at += 1
    return file.getvalue()
