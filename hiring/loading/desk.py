"""What reading one folder of exports needs throughout, and what DuckDB is asked about a file before it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from hiring.loading import grouped, rows_own
from hiring.loading.limits import Limits
from hiring.loading.opening import Opened
from hiring.loading.our_tables import table_named
from hiring.loading.read_file import ReadFile, read_csv, strict_source
from hiring.loading.telling import Known
from hiring.mapping import evidence
from hiring.mapping.evidence import Counted

_LOOKED_AT = 20_000  # rows that tell whether a key is theirs, or whether they are grouped


@dataclass(frozen=True)
class Desk:
    """What reading one folder needs throughout: bounds, how to wait, and a DuckDB of its own."""

    limits: Limits
    known: Known
    wait: Callable[[Path], None]
    connection: duckdb.DuckDBPyConnection
    by_lines: bool

    def strict_count(
        self, path: Path, delimiter: str, columns: int, skip: int, *, several_lines: bool = False
    ) -> int | None:
        """How many records DuckDB's strict read finds, `None` if it refuses the file."""
        source, parameters = read_csv(path, delimiter, columns, skip, several_lines=several_lines)
        try:
            row = self.connection.cursor().execute(f"select count(*) from {source}", parameters).fetchone()
        except duckdb.Error:
            return None
        return int(row[0]) if row else None

    def counted(self, file: ReadFile, first_rows: int | None) -> Counted:
        """What the columns of a mapped file tell of themselves, over its first rows or (`None`) the whole file."""
        aggregates = evidence.wanted(file.plan, file.places) if file.plan else {}
        if not aggregates:
            return {}
        source, parameters = strict_source(file)
        rows = f"(select * from {source}" + (f" limit {first_rows})" if first_rows else ")")
        values = self._over(file, list(aggregates.values()), rows, parameters)
        return dict(zip(aggregates, values, strict=True)) if values else {}

    def _over(
        self, file: ReadFile, aggregates: list[str], rows: str, parameters: list[object]
    ) -> tuple[object, ...]:
        """The aggregates over some rows of a file; nothing of one that nobody counted, and that cannot be read."""
        select = f"select {', '.join(aggregates)} from {rows}"
        try:
            return self.connection.cursor().execute(select, parameters).fetchone() or ()
        except duckdb.Error:
            if file.is_counted:
                raise
            return ()  # whoever types it meets the same fault, and has the file read anew

    def look(self, file: ReadFile) -> Callable[[Sequence[str]], Sequence[int]]:
        """Counts over the first rows of a file, as it is read."""
        source, parameters = strict_source(file)
        rows = f"(select * from {source} limit {_LOOKED_AT})"

        def counts(aggregates: Sequence[str]) -> Sequence[int]:
            values = self._over(file, list(aggregates), rows, parameters)
            return [int(str(value)) for value in values] or [0] * len(aggregates)

        return counts

    def not_own(self, file: ReadFile, found: Opened) -> str:
        """Why a file in our own columns holds other things than its table's rows; nothing where it does not."""
        table = found.recognised.table
        if table is None or found.recognised.plan or file.path is None or not file.records:
            return ""
        is_named = table_named(found.file) is table
        return rows_own.not_own(table, found.dialect.header.cells, file.columns, self.look(file), is_named)

    def asked_of_groups(self, file: ReadFile, digest: str) -> ReadFile:
        """The file with the question whether it is a grouped report; raises `RefusedError` where it surely is."""
        if file.path is None:
            return file
        ask = grouped.judged(file, self.look(file))
        if ask is None or self.known.answered(ask, digest) is not None:
            return file
        return replace(file, asks=(*file.asks, ask))
