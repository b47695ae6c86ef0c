"""The header of a sheet with a column for each period: on one row, on two, below a title; and headers that are none."""

from __future__ import annotations

import pytest

from hiring.loading.dialect import dialect_of


def header(text: str) -> tuple[tuple[str, ...], int, int]:
    found = dialect_of(text, 30)
    assert found is not None
    return found.header.cells, found.header.first_line, found.header.last_line


@pytest.mark.parametrize(
    ("text", "labels", "lines"),
    [
        (
            "Plan;;;\n;2025;;2026\nVerkäufer;Q3;Q4;Q1\nAda;1000;2000;3000\n",
            ("Verkäufer", "Q3 2025", "Q4 2025", "Q1 2026"),
            (2, 3),
        ),
        (
            "Quota 2026\nRep,Jan,Feb,Note\nAda,1000,2000,x\n",
            ("Rep", "Jan Quota 2026", "Feb Quota 2026", "Note"),
            (1, 2),
        ),
        (
            "Rep,Q1 2026,,Q2 2026,,Note\n,Quota,Actual,Quota,Actual,\nAda,1,2,3,4,x\n",
            ("Rep", "Quota Q1 2026", "Actual Q1 2026", "Quota Q2 2026", "Actual Q2 2026", "Note"),
            (1, 2),
        ),
        (",2026-01,2026-02\nAda,10,20\n", ("column 1", "2026-01", "2026-02"), (1, 1)),
        ("Titel,,\n\nWer,Jan-26,Feb-26\nAda,10,20\n", ("Wer", "Jan-26", "Feb-26"), (3, 3)),
    ],
)
def test_years_and_measures_above_belong_to_the_labels_below_them(
    text: str, labels: tuple[str, ...], lines: tuple[int, int]
) -> None:
    assert header(text) == (labels, *lines)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("employee_id,from_on,to_on\nE1,2026-01-01,2026-02-01\n", "employee_id"),
        ("Kunde,Beginn,Ende\nX,2026-01-01,2026-12-31\n", "Kunde"),
        ("Report 2026\nemployee_id,full_name,hire_date\nE1,Ada,2026-01-01\n", "employee_id"),
        ("a,b,c\n1,2026,2027\n", "a"),
    ],
)
def test_rows_that_hold_days_are_no_header(text: str, first: str) -> None:
    cells, at, last = header(text)
    assert cells[0] == first
    assert at == last
