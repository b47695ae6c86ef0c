"""Workbooks of other systems' exports: mapped by their header, numbers and days as the cells hold them."""

from __future__ import annotations

import io
from datetime import date

from openpyxl import Workbook

from hiring.loading.ingest import Known, read_exports
from hiring.mapping import presets

HEADER = [
    "(Do Not Modify) Opportunity",
    "(Do Not Modify) Row Checksum",
    "(Do Not Modify) Modified On",
    "Topic",
]
HEADER += ["Owner", "Status", "Est. revenue", "Currency", "Actual Close Date", "Created On"]


def dynamics(amounts: list[object], closed: list[object]) -> bytes:
    """An opportunities export of Dynamics, its first three columns hidden, one row of it filtered away."""
    book = Workbook()
    tab = book.active
    tab.title = "All Opportunities"
    tab.append(HEADER)
    for at, (amount, day) in enumerate(zip(amounts, closed, strict=True)):
        tab.append(
            [
                f"D{at}",
                "sum",
                date(2024, 5, 1),
                "two\nlines",
                "Ada First",
                "Won",
                amount,
                "EUR",
                day,
                date(2024, 1, 2),
            ]
        )
    for letter in "ABC":
        tab.column_dimensions[letter].hidden = True
    tab.row_dimensions[3].hidden = True
    book.create_sheet("hiddenSheet").sheet_state = "veryHidden"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read(inbox, content: bytes):
    inbox.put(content, "deals.xlsx")
    known = Known(presets=presets.installed())
    (found,) = read_exports(inbox.folder, inbox.scratch, known=known, wait=lambda _: None)
    assert found.read == found.records + len(found.set_aside) + found.skipped_lines
    return found


def test_an_export_of_dynamics_is_mapped_with_its_days_and_amounts(inbox, rows):
    days = [date(2024, 3, 4), date(2024, 3, 5), date(2024, 3, 31)]
    found = read(inbox, dynamics([1.234, 1234.5, 1000000], days))
    assert found.asks == ()
    assert rows(found, "opportunity_id", "owner_name", "amount", "currency", "closed_on", "is_won") == [
        ("D0", "Ada First", "1.2340", "EUR", "2024-03-04", "true"),
        ("D1", "Ada First", "1234.5", "EUR", "2024-03-05", "true"),
        ("D2", "Ada First", "1000000", "EUR", "2024-03-31", "true"),
    ]
    said = "\n".join(map(str, found.notes))
    assert "3 hidden columns, read like the others: A, B, C" in said
    assert "row 3 · 1 hidden row," in said
    assert [found.line_of(place) for place in range(3)] == [2, 3, 4]


def test_days_kept_as_text_are_asked_about_and_bare_day_numbers_in_a_column_of_dates_are_read(inbox, rows):
    found = read(inbox, dynamics([1, 2], ["03/04/2024", "05/04/2024"]))
    assert [ask.key for ask in found.asks] == [
        "date order of Actual Close Date in deals.xlsx › All Opportunities"
    ]
    bare = read(inbox, dynamics([1], [45355]))
    assert rows(bare, "closed_on") == [("2024-03-04",)]
