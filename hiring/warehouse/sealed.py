"""The sealed connection: read-only, no file, no network, no extension, and no way to unlock it again."""

from __future__ import annotations

from pathlib import Path

import duckdb

_SEAL: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "lock_configuration": "true",
    "memory_limit": "1GB",
    "threads": "2",
}


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """A sealed, read-only connection to a warehouse file. Every opener uses this one: DuckDB refuses to open
    one file twice with different settings in one process."""
    return duckdb.connect(str(path), read_only=True, config=_SEAL)


def is_whole(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether every table of a warehouse can be read to its end: DuckDB checks each block it reads."""
    try:
        tables = connection.execute("select schema_name || '.' || table_name from duckdb_tables()").fetchall()
        for (table,) in tables:
            connection.execute(f"select max(hash(rows_kept)) from {table} as rows_kept").fetchall()
    except duckdb.Error:
        return False
    return True
