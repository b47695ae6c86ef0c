"""Exports as workbooks: the same company whatever its exports are written in, and messages that name row and sheet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.small_company import BASE, CLOCK, OPPORTUNITIES, built
from hiring.warehouse.build import BuildResult, Request, build


def _cell(column: str, value: str) -> object:
    """What a spreadsheet makes of a value: days, truths and amounts of their own kind, nothing where nothing is."""
    if not value:
        return None
    if column.endswith(("_on", "_date")):
        return date.fromisoformat(value) if value[0] in "12" and "-" in value else int(value)
    if column == "is_won":
        return value == "true"
    return float(value) if column == "amount" else value


def _workbook(tables: Mapping[str, str], path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "Exported for the quarterly review"
    for name, text in tables.items():
        tab = book.create_sheet(name.title())
        header, *rows = (line.split(",") for line in text.strip("\n").split("\n"))
        tab.append(header)
        for row in rows:
            tab.append([_cell(column, value) for column, value in zip(header, row, strict=True)])
    book.save(path)


def _built(folder: Path, tables: Mapping[str, str]) -> BuildResult:
    exports = folder / "exports"
    exports.mkdir(parents=True)
    _workbook(tables, exports / "company.xlsx")
    return _again(folder)


def _again(folder: Path) -> BuildResult:
    request = Request(folder / "exports", folder / "warehouse", clock=CLOCK, wait=lambda _path: None)
    return build(request)


def test_the_same_exports_as_a_workbook_give_the_same_digest(tmp_path):
    as_workbook = _built(tmp_path / "book", BASE)
    as_csv = built(tmp_path / "csv", BASE)
    assert [str(message) for message in as_workbook.messages if message.kind != "note"] == []
    assert as_workbook.digest == as_csv.result.digest
    accounts = {account["file"]: account for account in as_workbook.files}
    assert accounts["company.xlsx › Opportunities"]["loaded"] == 6
    assert accounts["company.xlsx › Sheet"]["table"] is None


def test_a_day_number_is_set_aside_with_its_row_and_the_day_it_would_be(tmp_path):
    line = "O7,U-A,Lost,false,1.00,EUR,45631,\n"
    result = _built(tmp_path, BASE | {"opportunities": OPPORTUNITIES + line})
    (message,) = [str(row.message) for row in result.set_aside]
    assert message == (
        "company.xlsx › Opportunities · row 8 · column created_on · found 45631 · wanted a day such as 2026-03-31 · "
        "row set aside · a spreadsheet's day number? it would be 2024-12-05: export the column as a date"
    )


@pytest.mark.proof
def test_a_workbook_saved_again_with_the_same_tables_is_nothing_new(tmp_path):
    first = _built(tmp_path, BASE)
    _workbook(BASE, tmp_path / "exports" / "company.xlsx")
    again = _again(tmp_path)
    assert (first.outcome, again.outcome) == ("served", "unchanged")
