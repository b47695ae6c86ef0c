"""What a footer says of the number of records, wherever in a line it says so."""

from __future__ import annotations

import pytest

from hiring.loading.footers import Shape, TailRow, declared_records, footer_rows


@pytest.mark.parametrize(
    ("cell", "records"),
    [
        ("12 records", 12),
        ("(1,234 rows)", 1_234),
        ("Exported 12.345 Records by Ada", 12_345),
        ("Records: 17", 17),
        ("rows : 1,000", 1_000),
        ("3 of 9 rows", 9),
        ("rows", None),
        ("12 recordings", None),
        ("1 234 567", None),
        ("1,1." * 20_000, None),
        ("records " * 10_000, None),
        ("records:" + " " * 60_000 + "9", None),  # no sentence leaves that much room
    ],
)
def test_the_number_of_records_is_read(cell: str, records: int | None) -> None:
    assert declared_records([TailRow((cell,))]) == records


@pytest.mark.parametrize(
    ("cell", "is_footer"),
    [
        ("Grand Total", True),
        ("Totals (3)", True),
        ("Record: 1,234", True),
        ("records  :  12", True),
        ("12 rows", True),
        ("Totally", False),
        ("record" + " " * 60_000 + "x", False),
    ],
)
def test_a_last_row_that_says_so_is_a_footer(cell: str, is_footer: bool) -> None:
    assert footer_rows([TailRow((cell,))], Shape(3, (0,))) == is_footer
