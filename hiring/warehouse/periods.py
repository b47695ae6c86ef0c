"""The first and the last day of each file's rows: whether an export covers the time it should is seen at a glance."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

import duckdb

from hiring import contract
from hiring.loading.ingest import ReadFile, source_sql
from hiring.warehouse import refusals
from hiring.warehouse.engine import Engine

#: A larger file is not read once more only to tell its period: the build that goes through does.
_MOST_BYTES = 64 * 1024 * 1024


def of_staged(engine: Engine, files: list[ReadFile]) -> list[ReadFile]:
    """The files with the period of the rows that staging could type."""
    found: dict[int, tuple[date, date]] = {}
    for table in dict.fromkeys(file.table for file in files if file.table and file.path):
        column = contract.BY_NAME[table].first_day
        if column is None:
            continue
        rows = engine.query_rows(
            f"select file_id, cast(min({column.name}) as date), cast(max({column.name}) as date) "
            f"from staging.stg_{table} where fault is null and {column.name} is not null group by file_id"
        )
        found |= {int(file_id): (first, last) for file_id, first, last in rows}
    return [replace(file, period=found.get(number)) for number, file in enumerate(files)]


def early(files: list[ReadFile]) -> list[ReadFile]:
    """The same of files of which a build ends before it stages them, as far as their days are read by then."""
    if not refusals.end_early(files):
        return files
    with duckdb.connect() as connection:
        return [replace(file, period=_of_file(connection, file)) for file in files]


def _of_file(connection: duckdb.DuckDBPyConnection, file: ReadFile) -> tuple[date, date] | None:
    column = contract.BY_NAME[file.table].first_day if file.table else None
    if column is None or file.path is None or file.asks:  # what is asked may be the order of its days
        return None
    with suppress(duckdb.Error, OSError):
        if file.path.stat().st_size > _MOST_BYTES:
            return None
        rows, values = source_sql(file, contract.BY_NAME[file.table or ""])
        day = f"substr(cast({column.name} as varchar), 1, 10)"
        looks_so = f"{day} like '____-__-__'"  # asked first: over a file a bare try_cast refuses the row
        found = connection.execute(
            f"select min(day), max(day) from (select case when {looks_so} then try_cast({day} as date) end as day "
            f"from ({rows}))",
            values,
        ).fetchone()
        if found and found[0]:
            return found[0], found[1]
    return None
