"""What the last good build of the same exports folder held: the yardstick for a fall or a changed scale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from hiring.warehouse import pointer
from hiring.warehouse.sealed import connect, is_whole


@dataclass(frozen=True)
class Measure:
    """Where the values of a number column lie: 5 %, 50 %, 95 % and 99 % of them are at or below these."""

    low: float
    middle: float
    high: float
    top: float


@dataclass(frozen=True)
class Former:
    """Facts of the warehouse now served."""

    path: Path
    fingerprint: str
    digest: str
    exports: str
    built_on: date
    depends_on_clock: bool
    loaded: dict[str, int]
    measures: dict[tuple[str, str], Measure]
    people: dict[str, tuple[str, date]]
    files: tuple[dict[str, object], ...]
    erased_lists: frozenset[str] = frozenset()  # digests of the files that named whom to forget

    def is_whole(self) -> bool:
        """Whether the file can be read to its end; a damaged one must be built anew."""
        with connect(self.path) as connection:
            return is_whole(connection)

    def is_of(self, fingerprint: str, exports: str, clock: date) -> bool:
        """Whether a build of these very exports, of the folder of that mark, would give this warehouse again today."""
        is_past = self.built_on <= clock  # else it was built by a clock that was wrong, and would stay so
        same_day = not self.depends_on_clock or self.built_on == clock
        is_same = self.fingerprint == fingerprint and self.exports == exports
        return is_same and is_past and same_day


def former_build(folder: Path) -> Former | None:
    """Facts of the served warehouse, or `None` where there is none that can be read (a damaged one is none)."""
    path = pointer.served(folder)
    if path is None:
        return None
    try:
        with connect(path) as connection:
            return _facts(path, connection)
    except (duckdb.Error, TypeError, OSError):
        return None


def _facts(path: Path, connection: duckdb.DuckDBPyConnection) -> Former | None:
    row = connection.execute(
        "select fingerprint, digest, exports, built_on, depends_on_clock from marts.build"
    ).fetchone()
    if row is None:
        return None
    files = connection.execute(
        "select file, table_name, count_read, count_loaded, count_set_aside, count_skipped "
        "from marts.files_read order by place"
    ).fetchall()
    lists = connection.execute(
        "select sha256 from marts.files_read where table_name = 'erased_people'"
    ).fetchall()
    loaded: dict[str, int] = {}
    for _, table, _, count, _, _ in files:
        if table:
            loaded[table] = loaded.get(table, 0) + count
    measures = connection.execute(
        "select table_name, column_name, low, middle, high, top from marts.measures"
    ).fetchall()
    people = connection.execute(
        "select employee_id, full_name, min(hire_date) from marts.spells group by 1, 2"
    ).fetchall()
    fingerprint, digest, exports, built_on, depends_on_clock = row
    return Former(
        path,
        fingerprint,
        digest,
        exports,
        built_on,
        depends_on_clock,
        loaded=loaded,
        measures={(table, column): Measure(*marks) for table, column, *marks in measures},
        people={employee_id: (name, hired) for employee_id, name, hired in people},
        files=tuple(
            dict(zip(("file", "table", "read", "loaded", "quarantined", "skipped"), file, strict=True))
            for file in files
        ),
        erased_lists=frozenset(digest for (digest,) in lists),
    )
