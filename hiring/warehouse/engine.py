"""Where the build's SQL runs: DuckDB, with the warehouse being built as its own file and a scratch beside it.

Three catalogues: `raw` (views over the exports), `staging` (a scratch file, thrown away) and the new warehouse,
whose only schema is `marts`. The order of a layer comes from the parser: what a select reads is built first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

import duckdb

from hiring.loading import forgetting
from hiring.warehouse.parsed import parsed, parser

#: A build shares a laptop with its user; DuckDB spills to the scratch beyond this.
MEMORY_LIMIT = "1000MB"
#: Most tables are small, and DuckDB gives a small one a single thread.
_AT_ONCE = 2
#: A build that stops is begun anew, and nobody reads its files before they are whole and flushed (`pointer.swap_in`): a
#: log of each of 150 tables, forced to disk one by one, would be half of what a small company's build takes.
#: Below so many rows in all, to share a select out among threads costs more than the select itself.
_FEW_ROWS = 50_000
_UNLOGGED = "(recovery_mode no_wal_writes)"


def literal(value: object) -> str:
    """A value of our own (a path in our scratch, a count) as SQL text, for views, which take no parameters."""
    if isinstance(value, int):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"


def syntax_tree(sql: str) -> Any:
    """A select as DuckDB's own parser reads it; raises `ValueError` on wrong SQL."""
    row = parser().cursor().execute("select json_serialize_sql(?)", [sql]).fetchone()
    tree = json.loads(row[0]) if row else {"error": True}
    if tree.get("error"):
        raise ValueError(f"not one readable select: {tree.get('error_message')}")
    return tree["statements"]


@forgetting.too
@lru_cache(maxsize=512)
def tables_read(sql: str) -> frozenset[str]:
    """`schema.table` names a select reads, by DuckDB's own parser; raises `ValueError` on wrong SQL."""
    found: set[str] = set()
    _collect(syntax_tree(sql), found)
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


@dataclass(frozen=True)
class Step:
    """A table (or view) to make from a select; `name` with its schema.

    `joins_as_written` keeps the right side of every join as the one that is held in memory.
    """

    name: str
    select: str
    is_view: bool = False
    joins_as_written: bool = False


def in_order(steps: Iterable[Step]) -> TopologicalSorter[str]:
    """The names of the steps, each ready once those are done that it reads; ready to be asked.

    Raises `ValueError` when two steps read each other.
    """
    selects = {step.name: step.select for step in steps}
    order = TopologicalSorter(
        {name: (tables_read(select) & selects.keys()) - {name} for name, select in selects.items()}
    )
    try:
        order.prepare()
    except CycleError as error:
        raise ValueError(f"selects that read each other: {sorted(set(error.args[1]))}") from error
    return order


def _raise_first(done: Future[None], running: Mapping[Future[None], str]) -> None:
    """Raise what a finished step raised, if it did, once nothing waits to be begun any more."""
    error = done.exception()
    if error is not None:
        for future in running:
            future.cancel()
        raise error


class Engine:
    """A build's connection to DuckDB. `warehouse` is created; `scratch` is a folder the caller deletes.

    `rows`: about how many will be read; of few, each select runs on one thread.
    """

    def __init__(self, warehouse: Path, scratch: Path, rows: int = 0) -> None:
        self._connection = duckdb.connect(
            ":memory:",
            config={
                "fsync_mode": "NONE",
                "memory_limit": MEMORY_LIMIT,
                "temp_directory": str(scratch / "spill"),
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
                "allow_community_extensions": "false",
            },
        )
        self._idle: list[duckdb.DuckDBPyConnection] = []
        if rows < _FEW_ROWS:
            self._connection.execute("set threads = 1")
        self._connection.execute(f"attach {literal(warehouse)} as warehouse {_UNLOGGED}")
        self._connection.execute("use warehouse")
        self._connection.execute("create schema marts")
        self._connection.execute("attach ':memory:' as raw")
        self._connection.execute(f"attach {literal(scratch / 'staging.duckdb')} as staging {_UNLOGGED}")

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

    def materialize(self, name: str, sql: str, parameters: Mapping[str, object]) -> None:
        """Create the table `name` from a select, with only those `parameters` the select wants."""
        self._made(Step(name, sql), parameters)

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor for one step at a time, kept for the next; one that failed is not."""
        try:
            cursor = self._idle.pop()
        except IndexError:
            cursor = self._connection.cursor()
            cursor.execute("use warehouse")
        yield cursor
        self._idle.append(cursor)

    def _made(self, step: Step, parameters: Mapping[str, object]) -> None:
        with self._cursor() as connection:
            if step.is_view:
                connection.execute(parsed(f"create view {step.name} as {step.select}"))
                return
            statement = parsed(f"create table {step.name} as\n{step.select}")
            if step.joins_as_written:
                connection.execute("set disabled_optimizers = 'join_order,build_side_probe_side'")
            try:
                connection.execute(statement, {name: parameters[name] for name in statement.named_parameters})
            finally:
                if step.joins_as_written:
                    connection.execute("reset disabled_optimizers")

    def make(self, steps: Iterable[Step], parameters: Mapping[str, object]) -> None:
        """Make every step once those it reads are made, two at a time; raises the error of the first that fails.

        A step that keeps its joins as written changes a setting of the whole database: it runs by itself.
        """
        known = {step.name: step for step in steps}
        order = in_order(known.values())
        alone: list[str] = []
        running: dict[Future[None], str] = {}
        with ThreadPoolExecutor(_AT_ONCE) as workers:
            while order.is_active():
                for name in order.get_ready():
                    if known[name].joins_as_written:
                        alone.append(name)
                    else:
                        running[workers.submit(self._made, known[name], parameters)] = name
                if running:
                    done, _ = wait(running, return_when=FIRST_COMPLETED)
                    for future in done:
                        order.done(running.pop(future))
                        _raise_first(future, running)
                elif alone:
                    name = alone.pop()
                    self._made(known[name], parameters)
                    order.done(name)

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

    def empty(self, name: str, columns: Iterable[tuple[str, str]]) -> None:
        """Create the table `name` without a row, of columns of (name, SQL type)."""
        self._connection.execute(
            parsed(f"create table {name} ({', '.join(f'{own} {kind}' for own, kind in columns)})")
        )

    def view(self, name: str, sql: str, *, replaces: bool = False) -> None:
        """Create the view `name`, in place of one that is there where it `replaces` that."""
        self._connection.execute(parsed(f"create {'or replace ' * replaces}view {name} as {sql}"))

    def insert(self, name: str, rows: list[tuple[object, ...]]) -> None:
        """Put rows into a table, all or none: a row on its own would be forced to disk on its own, in milliseconds."""
        if not rows:
            return
        marks = ", ".join("?" for _ in rows[0])
        self._connection.begin()
        try:
            self._connection.executemany(f"insert into {name} values ({marks})", rows)
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()

    def query_rows(self, sql: str, parameters: object = None) -> list[tuple[Any, ...]]:
        """Rows of a statement, as tuples."""
        return self._connection.execute(parsed(sql), parameters).fetchall()

    def columns(self, schema: str) -> dict[str, tuple[str, ...]]:
        """The columns of every table of a schema of the warehouse, in their order."""
        found = self.query_rows(
            "select table_name, list(column_name order by column_index) from duckdb_columns() "
            "where database_name = 'warehouse' and schema_name = ? group by all",
            [schema],
        )
        return {name: tuple(columns) for name, columns in found}

    def close(self) -> None:
        """Close everything; the warehouse file is then whole on disk."""
        self._connection.execute("checkpoint warehouse")
        for cursor in self._idle:
            cursor.close()
        self._connection.close()
