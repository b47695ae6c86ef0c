"""The contract: whole, without contradictions, and the same in the templates, the staging and the documents."""

from __future__ import annotations

import re
from datetime import date

import duckdb
import pytest

from helpers.reaching import reaches
from hiring import contract
from hiring.config import QUERIES
from hiring.contract import Kind, Table, id_text
from hiring.loading.our_tables import table_named
from hiring.warehouse.staging_sql.typing_select import staging_select

TABLES = [pytest.param(table, id=table.name) for table in contract.TABLES]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_columns_of_one_name_each_and_a_key_among_them(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert len(set(map(contract.normalised, names))) == len(names)
    assert set(table.key) <= set(names)
    assert table.required_columns
    assert table.one_row_per
    assert table.lights_up


@pytest.mark.parametrize("table", TABLES)
def test_what_a_table_refers_to_is_there_and_is_a_key(table: Table) -> None:
    for reference in table.references:
        other = contract.BY_NAME[reference.table]
        assert table.column(reference.column).kind is Kind.ID
        assert other.column(reference.target).kind is Kind.ID
        assert reference.target == other.key[0]


@pytest.mark.parametrize("table", TABLES)
def test_closed_words_have_words_and_money_has_its_currency_beside_it(table: Table) -> None:
    names = [column.name for column in table.columns]
    for column in table.columns:
        assert bool(column.words) == (column.kind is Kind.WORD)
        assert not column.free or column.kind is Kind.WORD
        if column.kind is Kind.MONEY:
            assert table.column("currency").required
        if column.kind is Kind.ID:
            assert column.name.endswith("_id")
        if column.name.endswith("_on"):
            assert column.kind in (Kind.DAY, Kind.MOMENT)
    assert names == list(dict.fromkeys(names))


@pytest.mark.parametrize("table", TABLES)
def test_a_file_of_the_tables_name_is_its_file(table: Table) -> None:
    assert table_named(f"{table.name}.csv") is table


def test_the_least_that_works_is_employees_and_opportunities() -> None:
    assert {table.name for table in contract.TABLES if table.needed} == {"employees", "opportunities"}


@pytest.mark.parametrize(
    ("label", "same"),
    [("Employee ID", "employee_id"), (" employee-id ", "employee_id"), ("EMPLOYEE\u00a0ID", "employee_id")],
)
def test_labels_are_compared_without_case_space_hyphen_and_underscore(label: str, same: str) -> None:
    assert contract.normalised(label) == contract.normalised(same)


@pytest.mark.parametrize("table", TABLES)
def test_staging_keeps_every_column_of_the_contract(table: Table) -> None:
    text = (QUERIES / "staging" / f"stg_{table.name}.sql").read_text(encoding="utf-8")
    kept = text.rsplit("\nselect\n", 1)[1]
    compared = [column.name for column in table.columns if column.only_compared]
    if compared:
        known = " or ".join(f"{name} is not null" for name in compared)
        assert f"\n    case when {known} then hash({', '.join(compared)}) end as fingerprint,\n" in kept
    for column in table.columns:
        found = re.search(rf"^    {column.name},$", kept, re.MULTILINE)
        assert (found is None) == column.only_compared, column.name


def test_no_column_that_is_only_compared_is_used_by_a_mart_or_a_check() -> None:
    for table in contract.TABLES:
        for column in (column for column in table.columns if column.only_compared):
            used = re.compile(rf"\b{table.name}\.{column.name}\b")
            for layer in ("marts", "checks"):
                for path in (QUERIES / layer).glob("*.sql"):
                    assert not used.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("table", TABLES)
def test_a_table_says_where_it_is_kept_and_each_column_what_it_means(table: Table) -> None:
    assert (bool(table.kept_in), bool(table.ask_for)) == (True, True)
    for column in table.columns:
        assert (bool(column.means), column.means.endswith(".")) == (True, False), column.name


@pytest.mark.parametrize("table", TABLES)
def test_the_example_of_each_column_is_read_as_it_stands(table: Table) -> None:
    connection = duckdb.connect()
    connection.execute("create schema raw")
    cells = ", ".join(f"? as {column.name}" for column in table.columns)
    examples = [column.example for column in table.columns]
    connection.execute(f"create table raw.{table.name} as select 0 as file_id, {cells}", examples)
    names = connection.extract_statements(staging_select(table))[0].named_parameters
    values = {"time_zone": "UTC", "latest_day": date(2046, 7, 1)}
    answer = connection.execute(staging_select(table), {name: values[name] for name in names})
    labels = [label for label, *_ in answer.description]
    read = dict(zip(labels, answer.fetchone(), strict=True))
    assert read.pop("fault") is None
    for column in (column for column in table.columns if not column.only_compared):
        assert read[column.name] is not None, column.name
        if column.words:
            assert read[column.name] == column.example


@pytest.mark.parametrize(
    "table", [table for table in contract.TABLES if table.system != "Ours"], ids=lambda table: table.name
)
def test_a_column_says_that_no_page_uses_it_as_long_as_none_does(table: Table) -> None:
    used = [column.name for column in table.columns if reaches(f"staging.{table.name}", column.name)]
    said = [column.name for column in table.columns if not column.unread]
    assert said == used, "say unread=True of what no question reaches, and of nothing else"


def test_these_tables_are_read_for_no_page_yet() -> None:
    assert [table.name for table in contract.TABLES if table.is_unread] == []


def test_a_column_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        contract.BY_NAME["employees"].column("salary")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        *(
            (text, True)
            for text in (
                "007",
                "a/b|c",
                "Zoë1",
                "СД-204/EU",
                "商談7号",
                "거래-7",
                "№7",
                "A№7",
                "Ada O’Neil",
                "A–7",
            )
        ),
        *(
            (text, True)
            for text in ("\u05d3\u05d9\u05dc-7", "\u0635\u0641\u0642\u0629-7", "\u0921\u0940\u0932 7")
        ),
        *(
            (text, False)
            for text in ("a\u200bb", "a\u00a0b", "\u0410B1", "B1\u0410", "\u05d01b", "Zoe\u0308")
        ),
        *((text, False) for text in ("\uff21", "x\u3164", "\U0001d400", "\u202eabc", "a\nb", "a\u0640")),
    ],
)
def test_an_id_is_judged_alike_in_sql_and_in_words(text: str, is_one: bool) -> None:
    fault = duckdb.execute(f"select {id_text.fault_sql('x')} from (select ? as x)", [text]).fetchone()
    assert fault == (not is_one,)
    assert (id_text.trouble(text) == "") is is_one
