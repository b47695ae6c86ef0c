"""Where the build's SQL runs: DuckDB, with the warehouse being built as its own file and a scratch beside it.

Three catalogues: `raw` (views over the exports), `staging` (a scratch file, thrown away) and the new warehouse,
whose only schema is `marts`. The order of a layer comes from the parser: what a select reads is built first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb

#: A build shares a laptop with its user; DuckDB spills to the scratch beyond this.
MEMORY_LIMIT = "1200MB"


def literal(value: object) -> str:
    """A value of our own (a path in our scratch, a count) as SQL text, for views, which take no parameters."""
    if isinstance(value, int):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"


@lru_cache(maxsize=1)
def _parser() -> duckdb.DuckDBPyConnection:
    """A connection that only parses."""
    return duckdb.connect()


@lru_cache(maxsize=512)
def tables_read(sql: str) -> frozenset[str]:
    """`schema.table` names a select reads, by DuckDB's own parser; raises `ValueError` on wrong SQL."""
    row = _parser().cursor().execute("select json_serialize_sql(?)", [sql]).fetchone()
    tree = json.loads(row[0]) if row else {"error": True}
    if tree.get("error"):
        raise ValueError(f"not one readable select: {tree.get('error_message')}")
    found: set[str] = set()
    _collect(tree["statements"], found)
    return frozenset(found)


def _collect(node: Any, found: set[str]) -> None:
    if isinstance(node, dict):
        if node.get("type") == "BASE_TABLE" and node.get("schema_name"):
            found.add(f"{node['schema_name']}.{node['table_name']}")
        for child in node.values():
            _collect(child, found)
    elif isinstance(node, list):
        for child in node:
            _collect(child, found)


def in_order(selects: Mapping[str, str], schema: str) -> list[str]:
    """Names of `selects` so that each comes after those of its own schema that it reads.

    Raises `ValueError` when two selects read each other.
    """
    reads = {
        name: {table.split(".")[1] for table in tables_read(sql) if table.startswith(f"{schema}.")}
        for name, sql in selects.items()
    }
    done: list[str] = []
    while len(done) < len(selects):
        ready = [n for n in selects if n not in done and not (reads[n] & selects.keys()) - set(done) - {n}]
        if not ready:
            raise ValueError(
                f"selects of {schema} that read each other: {sorted(selects.keys() - set(done))}"
            )
        done.extend(ready)
    return done


class Engine:
    """A build's connection to DuckDB. `warehouse` is created; `scratch` is a folder the caller deletes."""

    def __init__(self, warehouse: Path, scratch: Path) -> None:
        self._connection = duckdb.connect(
            str(warehouse),
            config={
                "memory_limit": MEMORY_LIMIT,
                "temp_directory": str(scratch / "spill"),
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
                "allow_community_extensions": "false",
            },
        )
        self.query_rows("create schema marts")
        self.query_rows("attach ':memory:' as raw")
        self.query_rows(f"attach {literal(scratch / 'staging.duckdb')} as staging")

    def _wanted(self, sql: str, parameters: Mapping[str, object]) -> dict[str, object]:
        statements = self._connection.extract_statements(sql)
        names: Iterable[str] = statements[0].named_parameters
        return {name: parameters[name] for name in names}

    def register(self, name: str, sources: Iterable[tuple[int, str, list[object]]]) -> None:
        """Make `raw.<name>` a view over sources of (file id, select with `?`, its values), in that order."""
        parts = []
        for file_id, select, values in sources:
            filled = select
            for value in values:
                filled = filled.replace("?", literal(value).replace("?", "\0"), 1)
            filled = filled.replace("\0", "?")
            parts.append(f"select {file_id} as file_id, source.* from ({filled}) as source")
        self._connection.execute(f"create view raw.{name} as " + "\nunion all\n".join(parts))

    def materialize(
        self, name: str, sql: str, parameters: Mapping[str, object], *, joins_as_written: bool = False
    ) -> None:
        """Create the table `name` from a select, with only those `parameters` the select wants.

        `joins_as_written` keeps the right side of every join as the one that is held in memory.
        """
        statement = f"create table {name} as\n{sql}"
        if joins_as_written:
            self._connection.execute("set disabled_optimizers = 'join_order,build_side_probe_side'")
        try:
            self._connection.execute(statement, self._wanted(statement, parameters))
        finally:
            if joins_as_written:
                self._connection.execute("reset disabled_optimizers")

    @contextmanager
    def scratched(self) -> Iterator[None]:
        """Tables made inside are written as they come: to pack what is thrown away a minute later costs a fifth."""
        self._connection.execute("set force_compression = 'uncompressed'")
        try:
            yield
        finally:
            self._connection.execute("set force_compression = 'auto'")
            # From here on no row's place means anything, and keeping to it takes memory.
            self._connection.execute("set preserve_insertion_order = false")

    def view(self, name: str, sql: str) -> None:
        """Create the view `name`."""
        self._connection.execute(f"create view {name} as {sql}")

    def insert(self, name: str, rows: list[tuple[object, ...]]) -> None:
        """Put rows into a table."""
        if rows:
            marks = ", ".join("?" for _ in rows[0])
            self._connection.executemany(f"insert into {name} values ({marks})", rows)

    def query_rows(self, sql: str, parameters: object = None) -> list[tuple[Any, ...]]:
        """Rows of any statement, as tuples."""
        return self._connection.execute(sql, parameters).fetchall()

    def close(self) -> None:
        """Close everything; the warehouse file is then whole on disk."""
        self._connection.execute("checkpoint")
        self._connection.close()
