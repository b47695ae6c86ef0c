"""`stg_<table>.sql`: every row read, every column in our type, the first fault of each row."""

from __future__ import annotations

from hiring.contract import Column, Kind, Table
from hiring.warehouse.staging_sql.cells import SQL_TYPES, faults, typed

#: What is kept of columns that are only compared: equal where all of them are equal, null where all are empty.
FINGERPRINT = "fingerprint"


def staging_select(table: Table) -> str:
    """The text of `stg_<table>.sql`: every row read, every column typed, the first fault of each row or null."""
    given = [f"        {c.name} as {c.name}_given," for c in table.columns]
    ours = [f"        {typed(c)} as {c.name}," for c in table.columns]
    kept = [_kept(column) for column in table.columns if not column.only_compared]
    compared = [column.name for column in table.columns if column.only_compared]
    known = " or ".join(f"{name} is not null" for name in compared)
    fingerprint = (
        [f"    case when {known} then hash({', '.join(compared)}) end as {FINGERPRINT},"] if compared else []
    )
    branches = [
        f"        when {condition}\n            then '{c.name}|{reason}|' || coalesce({c.name}_given, '')"
        for c in table.columns
        for condition, reason in faults(c)
    ]
    return "\n".join(
        [
            f"-- {_title(table)} as exported, one row per {table.one_row_per}, in our types, with its first fault.",
            "with typed as (",
            "    select",
            "        file_id,",
            *given,
            *ours,
            f"    from raw.{table.name}",
            ")",
            "",
            "select",
            "    file_id,",
            *kept,
            *fingerprint,
            "    case",
            *branches,
            "    end as fault,",
            "from typed",
            "",
        ]
    )


def staging_columns(table: Table) -> list[tuple[str, str]]:
    """(name, SQL type) of the columns of `stg_<table>.sql`, in their order: a table without a file needs no more."""
    columns = [("file_id", "integer")]
    for column in table.columns:
        if not column.only_compared:
            columns.append((column.name, SQL_TYPES.get(column.kind, "varchar")))
            if _is_kept_as_given(column):
                columns.append((f"{column.name}_given", "varchar"))
    compared = [(FINGERPRINT, "ubigint")] if any(column.only_compared for column in table.columns) else []
    return [*columns, *compared, ("fault", "varchar")]


def _is_kept_as_given(column: Column) -> bool:
    return bool(column.free) or column.kind is Kind.CURRENCY


def _kept(column: Column) -> str:
    """The typed column; beside it the cell as it was given, where it is not read as it is spelt."""
    given = f"{column.name}_given"
    if _is_kept_as_given(column):
        return f"    {column.name},\n    nullif({given}, {column.name}) as {given},"
    return f"    {column.name},"


def _title(table: Table) -> str:
    return table.name.replace("_", " ").capitalize()
