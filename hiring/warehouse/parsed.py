"""Our own SQL as DuckDB reads it, once a process: reading a long select takes longer than answering it of few rows."""

from __future__ import annotations

from functools import lru_cache

import duckdb

from hiring.loading import forgetting


@lru_cache(maxsize=1)
def parser() -> duckdb.DuckDBPyConnection:
    """A connection that only parses."""
    return duckdb.connect()


@forgetting.too
@lru_cache(maxsize=1024)
def parsed(sql: str) -> duckdb.Statement:
    """The one statement of a text, for any connection to execute, with `named_parameters`, its `$names`.

    Values stay outside, as parameters. Raises `duckdb.ParserException` on wrong SQL.
    """
    (statement,) = parser().cursor().extract_statements(sql)
    return statement
