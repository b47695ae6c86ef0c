"""Of a file that says which groups people are of no line is quoted, of others every line as it stood."""

from __future__ import annotations

from hiring.loading.confined import NOT_SHOWN, unquoted
from hiring.loading.messages import Message
from hiring.loading.read_file import ReadFile

TORN = Message("set aside", "x.csv", 4, None, "C1,Ada,woman,too,much", "3 fields")
CELL = Message("set aside", "x.csv", 5, "years_in_sales", "many", "a number")
ABOVE = Message("skipped", "x.csv", 1, None, "Export of May")
BLANK = Message("skipped", "x.csv", 9)


def _file(table: str | None, **more: object) -> ReadFile:
    return ReadFile("x.csv", table=table, set_aside=(TORN, CELL), skipped=(ABOVE, BLANK), **more)  # type: ignore[arg-type]


def test_no_line_of_candidates_is_quoted_and_a_cell_of_another_column_is() -> None:
    file = unquoted(_file("candidates"))
    assert [one.found for one in file.set_aside] == [NOT_SHOWN, "many"]
    assert [one.found for one in file.skipped] == [NOT_SHOWN, ""]
    assert [one.line for one in file.set_aside] == [4, 5]


def test_lines_of_every_other_table_stay_as_they_stood() -> None:
    for table in ("employees", "applications", None):
        assert unquoted(_file(table)) == _file(table)


def test_where_candidates_are_a_part_of_the_file_none_of_its_lines_is_quoted() -> None:
    file = unquoted(_file("applications", parts=(_file("candidates"),)))
    assert file.set_aside[0].found == NOT_SHOWN
    assert file.parts[0].set_aside[0].found == NOT_SHOWN
