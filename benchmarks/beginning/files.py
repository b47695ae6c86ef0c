"""A file of an invented company, written as its system would: separator, encoding, days, numbers, periods."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from benchmarks.beginning.specs import Company, Row, Sheet, told


def write(path: Path, spec: Company, sheet: Sheet, rows: Sequence[Row]) -> None:
    """Write these rows as the sheet says."""
    labels, keys = list(sheet.fields), [key.removeprefix("-") for key in sheet.fields.values()]
    table: list[list[Any]] = [[_cell(sheet, key, row) for key in keys] for row in rows]
    if sheet.periods:
        table = [[*cells, *_turned(spec, sheet, row)] for cells, row in zip(table, rows, strict=True)]
        labels = [*labels, *_labels(spec, sheet), *([sheet.total] if sheet.total else [])]
        if sheet.total:
            table.append([sheet.total, *[""] * (len(keys) - 1), *_sums(spec, sheet, rows)])
    above = [[line] for line in sheet.above]
    if sheet.is_workbook:
        book = Workbook()
        for line in (*above, labels, *table):
            book.active.append(line)
        book.save(path)
        return
    with path.open("w", encoding=sheet.encoding, newline="") as target:
        csv.writer(target, delimiter=sheet.sep).writerows([*above, labels, *table])


def _labels(spec: Company, sheet: Sheet) -> list[str]:
    """The labels of the periods: of all months or quarters."""
    months = told()["months"][sheet.months].split()
    given = [{"q": q} for q in (1, 2, 3, 4)] if "{q}" in sheet.periods else [{"m": one} for one in months]
    return [sheet.periods.format(**one, y=year, yy=year % 100) for year in spec.years for one in given]


def _periods(spec: Company, sheet: Sheet, row: Row) -> list[float]:
    """The quota of each column: of a quarter the sum of its months."""
    width = 3 if "{q}" in sheet.periods else 1
    months = spec.months
    return [
        sum(row["cells"].get(month, 0) for month in months[first : first + width])
        for first in range(0, len(months), width)
    ]


def _turned(spec: Company, sheet: Sheet, row: Row) -> list[Any]:
    cells = _periods(spec, sheet, row)
    return [_number(sheet, one) if one else "" for one in [*cells, *([sum(cells)] if sheet.total else [])]]


def _sums(spec: Company, sheet: Sheet, rows: Sequence[Row]) -> list[Any]:
    sums = [sum(column) for column in zip(*(_periods(spec, sheet, row) for row in rows), strict=True)]
    return [_number(sheet, one) for one in [*sums, sum(sums)]]


def _number(sheet: Sheet, value: float) -> float | str:
    if sheet.is_workbook:
        return value
    return f"{value:,.2f}".translate(str.maketrans({",": sheet.thousands, ".": sheet.decimal}))


def _cell(sheet: Sheet, key: str, row: Row) -> Any:
    value = row.get(key, "")
    if value is None:
        return ""
    if isinstance(value, date):
        return value if sheet.day == "real" else value.strftime(sheet.day)
    if isinstance(value, float):
        return _number(sheet, value)
    return told()["words"][sheet.words].get(key, {}).get(value, value)
