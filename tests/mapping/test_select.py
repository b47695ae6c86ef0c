"""Each rule as DuckDB works it out, cell by cell; what a rule cannot read comes back as it was."""

from __future__ import annotations

import duckdb
import pytest

from hiring.mapping.month_names import MONTHS
from hiring.mapping.rules import (
    DAY_FIRST,
    EMPTY,
    EPOCH,
    FILLED,
    ISO,
    MONTH_FIRST,
    SERIAL,
    CodeInCell,
    Constant,
    Day,
    Digest,
    First,
    Name,
    Number,
    Rule,
    Spelled,
    Text,
)
from hiring.mapping.select import expression


def read(rule: Rule, cell: str | None, **others: str | None) -> str | None:
    """What the rule makes of a cell of column `x` (and of others beside it)."""
    cells = {"x": cell, **others}
    columns = ", ".join(f"cast(? as varchar) as {name}" for name in cells)
    sql = f"select {expression(rule, {name: name for name in cells})} from (select {columns})"
    row = duckdb.connect().execute(sql, list(cells.values())).fetchone()
    assert row is not None
    return row[0]


@pytest.mark.parametrize(
    ("order", "cell", "read_as"),
    [
        (MONTH_FIRST, "7/22/2026", "2026-07-22"),
        (MONTH_FIRST, "03/04/2025", "2025-03-04"),
        (DAY_FIRST, "03/04/2025", "2025-04-03"),
        (MONTH_FIRST, "7/22/2026 11:30 PM", "2026-07-22"),
        (MONTH_FIRST, "2026-07-22", "2026-07-22"),  # an ISO day among the others means but one day
        (MONTH_FIRST, "13/04/2025", "13/04/2025"),
        (MONTH_FIRST, "7/22/26", "7/22/26"),  # no century is guessed
        (MONTH_FIRST, "soon", "soon"),
        (MONTH_FIRST, None, None),
        (ISO, "2024-01-31 06:00:00 UTC", "2024-01-31 06:00:00Z"),
        (ISO, "2024-01-31", "2024-01-31"),
        (SERIAL, "45631", "2024-12-05"),
        (SERIAL, "45631.75", "2024-12-05"),
        (EPOCH, "1698710400000", "2023-10-31 00:00:00Z"),  # staging tells the day by the company's zone
        (EPOCH, "1698710400", "2023-10-31 00:00:00Z"),
        (EPOCH, "45631", "45631"),
        (SERIAL, "soon", "soon"),
    ],
)
def test_a_day_is_read_in_the_order_of_its_column(order: str, cell: str | None, read_as: str | None) -> None:
    assert read(Day("x", order), cell) == read_as


@pytest.mark.parametrize("order", [ISO, DAY_FIRST, MONTH_FIRST, SERIAL, EPOCH])
@pytest.mark.parametrize(
    ("cell", "read_as"),
    [
        ("20210101", "2021-01-01"),
        ("2023/10/31", "2023-10-31"),
        ("2023-1-5", "2023-01-05"),
        ("2023.10.31", "2023-10-31"),
        ("2023/1/5 8:05", "2023-01-05"),
        ("2023-1-5T08:05:09", "2023-01-05"),
        ("20211301", "20211301"),  # no thirteenth month, and nobody writes the day second after the year
        ("31102023", "31102023"),
        ("2023-1-32", "2023-1-32"),
        ("2023/10-31", "2023/10-31"),
        ("2023-10", "2023-10"),
    ],
)
def test_a_year_in_front_needs_no_order(order: str, cell: str, read_as: str) -> None:
    assert read(Day("x", order), cell) == read_as


def test_a_moment_keeps_its_time() -> None:
    assert read(Day("x", DAY_FIRST, moment=True), "03/04/2025 17:05") == "2025-04-03 17:05:00"


def test_other_separators_are_read_where_the_column_has_them() -> None:
    assert read(Day("x", DAY_FIRST, separators="."), "3.4.2025") == "2025-04-03"
    assert read(Day("x", DAY_FIRST, separators="."), "3/4/2025") == "3/4/2025"


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [
        ("31 Jan 2024", "2024-01-31"),
        ("31-Jan-2024", "2024-01-31"),
        ("Jan 31, 2024", "2024-01-31"),
        ("January 31, 2024", "2024-01-31"),
        ("31-Jan-24", "31-Jan-24"),
        ("31. Okt 2023", "2023-10-31"),
        ("5 mars 2024", "2024-03-05"),
        ("20 sept. 2019", "2019-09-20"),
        ("1er août 2023", "2023-08-01"),
        ("1er AOU\u0302T 2023", "2023-08-01"),  # the accent as a sign of its own
        ("5 de março de 2024", "2024-03-05"),
        ("14 de diciembre de 2022", "2022-12-14"),
        ("3 mei 2021", "2021-05-03"),
        ("9 ottobre 2020", "2020-10-09"),
        ("2 października 2023", "2023-10-02"),
        ("17-maj-2022", "2022-05-17"),
        ("31OCT2023", "2023-10-31"),
        ("Sept 5, 2024 11:30 PM", "2024-09-05"),
        ("29 Feb 2024", "2024-02-29"),
        ("29 Feb 2023", "29 Feb 2023"),  # no such day
        ("31 juin 2023", "31 juin 2023"),
        ("5 jui 2023", "5 jui 2023"),  # June or July?
        ("5 foo 2023", "5 foo 2023"),
        ("Okt 2023", "Okt 2023"),
        ("5 mars 2024 or so", "5 mars 2024 or so"),
        ("5 m\u0430rs 2024", "5 m\u0430rs 2024"),  # a Cyrillic letter in the month
        ("\u200f5 mars 2024", "\u200f5 mars 2024"),
        ("5 mars 20244", "5 mars 20244"),
        ("5 mars 0024", "5 mars 0024"),
        ("5\u00a0mars 2024", "5\u00a0mars 2024"),
        ("2024-mar-05", "2024-mar-05"),
    ],
)
def test_months_by_name_need_no_order(cell: str, read_as: str) -> None:
    assert read(Day("x", ISO, named_months=True), cell) == read_as


@pytest.mark.proof
def test_every_months_name_of_nine_languages_is_read() -> None:
    for word, month in MONTHS.items():
        assert read(Day("x", ISO, named_months=True), f"7 {word.upper()} 2024") == f"2024-{month}-07"


@pytest.mark.parametrize(
    ("century", "cell", "read_as"),
    [
        ("2000", "31/10/23", "2023-10-31"),
        ("2000", "31/10/98", "2098-10-31"),
        ("1950", "31/10/23", "2023-10-31"),
        ("1950", "31/10/98", "1998-10-31"),
        ("1950", "1/2/49 8:05", "2049-02-01"),
        ("1950", "20-Sep-19", "2019-09-20"),
        ("1950", "Sep 20, 87", "1987-09-20"),
        ("1950", "31/10/2023", "2023-10-31"),
        ("2000", "30/02/23", "30/02/23"),
        ("", "31/10/23", "31/10/23"),
        ("", "20-Sep-19", "20-Sep-19"),
    ],
)
def test_a_century_that_was_said_is_that_of_years_of_two_digits(
    century: str, cell: str, read_as: str
) -> None:
    rule = Day("x", DAY_FIRST, separators="/-", named_months=True, century=century)
    assert read(rule, cell) == read_as


@pytest.mark.parametrize(
    ("order", "cell", "read_as"),
    [
        (DAY_FIRST, "31/10/2023 23:30 +0200", "2023-10-31 23:30:00+0200"),
        (MONTH_FIRST, "10/31/2023 11:30:15 PM UTC", "2023-10-31 23:30:15Z"),
        (DAY_FIRST, "31/10/2023 23:30 GMT-05:00", "2023-10-31 23:30:00-05:00"),
        (ISO, "2023/10/31 23:30:00 +0200", "2023-10-31 23:30:00+0200"),
        (ISO, "31 Oct 2023 23:30 -0500", "2023-10-31 23:30:00-0500"),
        (ISO, "2023-10-31 23:30:00 -0500", "2023-10-31 23:30:00-0500"),
        (ISO, "2023-10-31 23:30:00.000 UTC", "2023-10-31 23:30:00.000Z"),
        (ISO, "2023-10-31T23:30:00.000+0000", "2023-10-31T23:30:00.000+0000"),
        (ISO, "2023-10-31 23:30:00 GMT+02:00", "2023-10-31 23:30:00+02:00"),
        (DAY_FIRST, "31/10/2023", "2023-10-31"),
        (DAY_FIRST, "31/10/2023 23:30 CST", "31/10/2023 23:30 CST"),  # of China, Cuba or Chicago
        (DAY_FIRST, "31-10-2023", "31-10-2023"),  # no year is taken for a zone
    ],
)
def test_a_moment_with_a_zone_keeps_it_for_staging_to_tell_the_day(
    order: str, cell: str, read_as: str
) -> None:
    assert read(Day("x", order, named_months=True, zoned=True), cell) == read_as


@pytest.mark.parametrize(
    ("decimal", "cell", "read_as"),
    [
        (".", "1,234.50", "1234.50"),
        (".", "1,234,567", "1234567"),
        (".", "$1,234", "$1234"),  # the sign is held against the row's currency later
        (".", "USD -4,365.59", "USD -4365.59"),
        (".", "1 234.50", "1234.50"),
        (".", "3,5", "3,5"),
        (".", "12,34,567", "12,34,567"),
        (".", "250k", "250k"),
        (".", "-0.5", "-0.5"),
        (".", "'-12.5", "-12.5"),
        (",", "1.234,56", "1234.56"),
        (",", "3,5", "3.5"),
        (",", "1.234.567", "1234567"),
        (",", "1 234,56 €", "1234.56 €"),
        (",", "12.5", "12.5"),
        (",", None, None),
    ],
)
def test_a_number_is_read_by_its_columns_decimal_sign(
    decimal: str, cell: str | None, read_as: str | None
) -> None:
    assert read(Number("x", decimal), cell) == read_as


@pytest.mark.parametrize(
    ("cell", "share"),
    [
        ("70.00%", "0.700000"),
        ("70", "0.700000"),
        ("100 %", "1.000000"),
        ("50\u00a0%", "0.500000"),
        ("33.333333333333", "0.333333"),
        ("-5%", "-0.050000"),
        ("most", "most"),
        (None, None),
    ],
)
def test_hundredths_are_read_as_a_share(cell: str | None, share: str | None) -> None:
    assert read(Number("x", ".", percent=True), cell) == share


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Byron, Ada", "Ada Byron"),
        ("Byron-King , Ada Augusta", "Ada Augusta Byron-King"),
        ("Ada Byron", "Ada Byron"),
        ("Ada Byron (00123)", "Ada Byron"),
        ("Byron, Ada (00123)", "Ada Byron"),
        ("Ada Byron, Jr.", "Ada Byron, Jr."),
        ("Ada Byron (Contractor)", "Ada Byron (Contractor)"),
    ],
)
def test_a_name_is_turned_round_and_freed_of_its_id(cell: str, name: str) -> None:
    assert read(Name(("x",)), cell) == name


def test_first_and_last_name_are_joined_and_two_empty_ones_are_none() -> None:
    assert read(Name(("x", "y")), "Ada", y="Byron") == "Ada Byron"
    assert read(Name(("x", "y")), " ", y="Byron") == "Byron"
    assert read(Name(("x", "y")), "", y=None) is None


def test_words_are_told_by_their_spellings_and_the_rest_stays() -> None:
    rule = Spelled("x", (("rejected", ("archived", "out*")),))
    assert [read(rule, cell) for cell in ("Archived ", "Out of range", "Hired", None)] == [
        "rejected",
        "rejected",
        "Hired",
        None,
    ]


def test_words_may_leave_the_rest_empty_or_give_it_one_word() -> None:
    assert read(Spelled("x", (("true", ("won",)),), EMPTY), "Prospecting") is None
    assert read(Spelled("x", (("voluntary", ("resigned",)),), "other"), "Retired") == "other"
    assert read(Spelled("x", (("voluntary", ("resigned",)),), "other"), None) is None


def test_anything_in_a_cell_may_be_a_word() -> None:
    rule = First((Spelled("x", (("hired", (FILLED,)),), EMPTY), Constant("active")))
    assert [read(rule, cell) for cell in ("2024-01-01", "", None)] == ["hired", "active", "active"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("USD -4,365.59", "USD"),
        ("1200 EUR", "EUR"),
        ("€ 12", "EUR"),
        ("£12", "GBP"),
        ("$12", None),
        ("12", None),
    ],
)
def test_the_currency_in_a_cell(cell: str, code: str | None) -> None:
    assert read(CodeInCell("x"), cell) == code


@pytest.mark.parametrize(
    ("cell", "text"),
    [("'+33 6", "+33 6"), ("'=A1", "=A1"), ("'tis", "'tis"), ("-", None), ("N/A", None), ("N/As", "N/As")],
)
def test_a_text_loses_a_formula_guard_and_words_for_nothing(cell: str, text: str | None) -> None:
    assert read(Text("x", ("-", "n/a")), cell) == text


def test_an_id_of_ours_is_the_same_for_the_same_day_and_person() -> None:
    rule = Digest((Text("x"), Day("day", ISO), Name(("who",))))
    one = read(rule, "A1", day="2024-01-31 10:00", who="Byron, Ada")
    assert one == read(rule, "A1", day="2024-01-31", who="Ada Byron")
    assert one != read(rule, "A1", day="2024-02-01", who="Ada Byron")
    assert one != read(rule, "A2", day="2024-01-31", who="Ada Byron")
