"""The committed staging selects are what the contract says."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from hiring import contract
from hiring.config import QUERIES
from hiring.warehouse.staging_sql import generated
from hiring.warehouse.staging_sql.typing_select import staging_columns


def test_the_committed_staging_selects_are_compiled_from_the_contract() -> None:
    stale = [
        name
        for name, text in generated().items()
        if not (QUERIES / "staging" / name).is_file()
        or (QUERIES / "staging" / name).read_text("utf-8") != text
    ]
    assert stale == [], "run: python -m hiring.warehouse.staging_sql"


def test_every_table_of_the_contract_is_typed_and_judged() -> None:
    names = set(generated())
    for table in contract.TABLES:
        assert {f"stg_{table.name}.sql", f"set_aside_{table.name}.sql"} <= names


def test_no_compiled_select_is_left_of_a_table_that_is_gone() -> None:
    known = {table.name for table in contract.TABLES}
    for path in (QUERIES / "staging").glob("*.sql"):
        if path.name.startswith(("stg_", "set_aside_")):
            assert path.stem.removeprefix("stg_").removeprefix("set_aside_").split("__")[0] in known, (
                path.name
            )


@pytest.mark.parametrize("table", contract.TABLES, ids=lambda table: table.name)
def test_an_empty_table_has_the_columns_and_types_its_select_would_give(table: contract.Table) -> None:
    connection = duckdb.connect()
    connection.execute("create schema raw")
    cells = ", ".join(f"{column.name} varchar" for column in table.columns)
    connection.execute(f"create table raw.{table.name} (file_id integer, {cells})")
    select = generated()[f"stg_{table.name}.sql"]
    names = connection.extract_statements(select)[0].named_parameters
    values = {"time_zone": "UTC", "latest_day": date(2046, 7, 1)}
    connection.execute(f"create table typed as {select}", {name: values[name] for name in names})
    columns = ", ".join(f"{name} {kind}" for name, kind in staging_columns(table))
    connection.execute(f"create table empty ({columns})")
    described = [connection.execute(f"describe {made}").fetchall() for made in ("empty", "typed")]
    assert described[0] == described[1]
