"""What leaves the house as CSV: harmless in a spreadsheet, whole, and saying what it is."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from hiring.serving import downloads

AS_OF = date(2026, 6, 30)
DIGEST = "0123456789abcdef0123456789abcdef"
FORMULAS = [
    "=cmd|'/c calc'!A1",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    " =1",
    "\N{NO-BREAK SPACE}=1",
    "\N{ZERO WIDTH SPACE}=1",
    "\N{RIGHT-TO-LEFT OVERRIDE}=1",
    '"=1"',
    " '=1",
    "\N{FULLWIDTH EQUALS SIGN}1",
    "\N{FULLWIDTH PLUS SIGN}1",
    "\N{FULLWIDTH HYPHEN-MINUS}1",
    "\N{FULLWIDTH COMMERCIAL AT}SUM(A1)",
    "\N{SMALL PLUS SIGN}1",
]
HARMLESS = [
    "Ada",
    "a=b",
    "a@b.example",
    "2026-06-30",
    "1+1",
    "\N{MINUS SIGN}3",
    "",
    "<b>",
    "[x](https://evil)",
]


def bytes_of(frame: pd.DataFrame, told: str = "All sales roles", **more: Any) -> bytes:
    return downloads.as_csv(frame, told, as_of=AS_OF, digest=DIGEST, **more)


def rows_of(content: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_exported_as_text_in_a_cell_and_in_a_heading(text: str) -> None:
    _, heading, row = rows_of(bytes_of(pd.DataFrame({text: [text]})))
    assert heading == row == ["'" + text]


@pytest.mark.parametrize("text", ["\t=1", "\r=1", "\n=1", "\tx"])
def test_a_leading_tab_or_line_break_is_no_way_around_it(text: str) -> None:
    cell = rows_of(bytes_of(pd.DataFrame({"name": [text]})))[2][0]
    assert cell.startswith("'")
    assert cell.replace("'", "") == text


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_exported_letter_by_letter(text: str) -> None:
    assert rows_of(bytes_of(pd.DataFrame({"name": ["x"], "found": [text]})))[2] == ["x", text]


def test_a_spreadsheet_that_cuts_at_semicolons_meets_no_formula_either() -> None:
    content = bytes_of(pd.DataFrame({"name": ["a;=1+1;b", "a; @SUM(A1)", "a;b"]}))
    cells = [cell for row in rows_of(content, ";")[2:] for cell in row]
    assert cells == ["a", "'=1+1", "b", "a", "' @SUM(A1)", "a", "b"]


def test_numbers_stay_numbers() -> None:
    frame = pd.DataFrame(
        {
            "amount": [-12.5, 3.0, 1e-7],
            "exact": [Decimal("-12.50"), Decimal("1E+3"), None],
            "count": pd.array([7, None, -1], dtype="Int64"),
            "mixed": [-1, "-1", float("inf")],
        }
    )
    assert rows_of(bytes_of(frame))[2:] == [
        ["-12.5", "-12.50", "7", "-1"],
        ["3", "1000", "", "'-1"],
        ["0.0000001", "", "-1", ""],
    ]


def test_days_truths_and_what_is_unknown_have_one_spelling() -> None:
    frame = pd.DataFrame(
        {
            "hired_on": pd.to_datetime(["2024-03-01", None]),
            "at": pd.to_datetime(["2024-03-01 14:30", None]),
            "is_won": [True, None],
            "day": [date(2024, 3, 1), None],
        }
    )
    assert rows_of(bytes_of(frame))[2:] == [
        ["2024-03-01", "2024-03-01 14:30:00", "true", "2024-03-01"],
        ["", "", "", ""],
    ]


def test_the_first_line_says_filters_day_rows_and_digest() -> None:
    assert rows_of(bytes_of(pd.DataFrame({"n": [1, 2]}), "Inside sales · all regions"))[0] == [
        "# Inside sales · all regions · data as of 2026-06-30 · 2 rows · digest 0123456789abcdef"
    ]


def test_the_first_line_holds_nothing_invisible_and_a_cell_what_its_system_holds() -> None:
    remark, _, row = rows_of(bytes_of(pd.DataFrame({"id": ["a\u202eb"]}), "Sal\u202ees"))
    assert remark[0].startswith("# Sales · data as of")
    assert row == ["a\u202eb"]


@pytest.mark.parametrize("told", ["Channel, Inside sales", "a\nb\r\n=1", 'said "so"', "x;=1+1", "=1"])
def test_the_first_line_is_one_cell_of_one_line_whatever_the_filters_hold(told: str) -> None:
    content = bytes_of(pd.DataFrame({"n": [1]}), told)
    assert len(content.splitlines()) == 3
    assert [len(row) for row in rows_of(content)] == [1, 1, 1]
    assert not any(cell.startswith("=") for cell in rows_of(content, ";")[0])


def test_a_cut_list_says_so_and_a_whole_one_does_not() -> None:
    frame = pd.DataFrame({"n": [1, 2]})
    assert "the first 2 of 900 rows" in rows_of(bytes_of(frame, out_of=900))[0][0]
    assert "· 2 rows ·" in rows_of(bytes_of(frame, out_of=2))[0][0]


def test_pandas_reads_back_what_was_shown() -> None:
    frame = pd.DataFrame({"name": ["Zoë, Ann", "王"], "amount": [-12.5, 1200.0], "line": [3, 14]})
    back = pd.read_csv(io.BytesIO(bytes_of(frame)), skiprows=1)
    pd.testing.assert_frame_equal(back, frame, check_dtype=False)


def test_an_empty_list_still_has_its_headings() -> None:
    assert rows_of(bytes_of(pd.DataFrame(columns=["file", "line"])))[1:] == [["file", "line"]]


def test_the_frame_is_left_as_it_was() -> None:
    frame = pd.DataFrame({"=a": ["=1"]})
    bytes_of(frame)
    assert list(frame.columns) == ["=a"]
    assert frame.iloc[0, 0] == "=1"


def test_a_day_that_came_as_a_moment_is_still_a_day() -> None:
    content = downloads.as_csv(pd.DataFrame({"n": [1]}), "All", as_of=pd.Timestamp(AS_OF), digest="")
    assert rows_of(content)[0] == ["# All · data as of 2026-06-30 · 1 row"]
    assert downloads.file_name("Hires", pd.Timestamp(AS_OF)) == "hiring-hires-2026-06-30.csv"


def test_a_download_has_a_plain_name_its_rows_and_its_bytes_on_demand() -> None:
    frame = pd.DataFrame({"n": [1, 2]})
    file = downloads.download("Rows set aside: ../x", frame, "All files", as_of=AS_OF, digest=DIGEST)
    assert (file.name, file.rows) == ("hiring-rows-set-aside-x-2026-06-30.csv", 2)
    assert rows_of(file.content())[0][0].startswith("# Rows set aside: ../x · All files · ")
