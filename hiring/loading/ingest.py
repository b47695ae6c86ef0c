"""From a folder of exports to what DuckDB may read strictly; the only loading module that asks DuckDB."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import duckdb
import numpy as np

from hiring import contract
from hiring.loading import files
from hiring.loading.limits import Limits
from hiring.loading.messages import Message, RefusedError, note, refuse
from hiring.loading.opening import Opened, opened
from hiring.loading.plain import adds_up, worth_trying
from hiring.loading.recognise import table_named
from hiring.loading.rewriting import Rewritten, rewritten
from hiring.loading.skips import blank_tail, is_row_cap, preamble_messages

_TRIES = 3  # a file that changes while it is read is read again so often


@dataclass(frozen=True)
class ReadFile:
    """One export as it was read: where DuckDB finds it, its columns, and the account of its lines.

    Always: `read == records + len(set_aside) + skipped_lines`. A refused or unknown file has no
    `path` and counts nothing.
    """

    file: str
    table: str | None
    path: Path | None = None
    delimiter: str = ","
    columns: tuple[str | None, ...] = ()
    header_lines: int = 0
    records: int = 0
    read: int = 0
    skipped: tuple[Message, ...] = ()
    skipped_lines: int = 0
    set_aside: tuple[Message, ...] = ()
    notes: tuple[Message, ...] = ()
    unknown_columns: tuple[str, ...] = ()
    refused: Message | None = None
    sha256: str = ""
    source: Path | None = None  # the user's own file
    stamp: tuple[int, int, int] = (0, 0, 0)  # its size, time of change and inode when it was read
    rewritten_lines: np.ndarray | None = field(default=None, compare=False, repr=False)
    first_line: int = 1

    def line_of(self, record: int) -> int:
        """The physical line (from 1) in the user's file where `record` (from 0) of `path` starts."""
        if self.rewritten_lines is not None:
            return int(self.rewritten_lines[record])
        return self.first_line + record

    def changed_since(self) -> bool:
        """Whether the user's file was written to, replaced or taken away since it was read."""
        return self.source is not None and files.stamp(self.source) != self.stamp


_READ = """read_csv(
    ?,
    auto_detect = false,
    header = false,
    skip = ?,
    delim = ?,
    quote = '"',
    escape = '"',
    strict_mode = true,
    null_padding = false,
    ignore_errors = false,
    columns = {columns}
)"""


def _read_csv(path: Path, delimiter: str, columns: int, skip: int) -> tuple[str, list[object]]:
    """A strict `read_csv` call with every column as text, named `c0`, `c1` …; and its parameters."""
    named = ", ".join(f"c{position}: 'varchar'" for position in range(columns))
    return _READ.replace("{columns}", "{" + named + "}"), [str(path), skip, delimiter]


def source_sql(read_file: ReadFile, table: contract.Table) -> tuple[str, list[object]]:
    """A select of every canonical column of the table as text, in contract order, and its parameters.

    Columns the file has not are null. An empty cell and a quoted empty cell are both null.
    """
    if read_file.path is None:
        raise ValueError(f"{read_file.file} has nothing to load")
    source, parameters = _read_csv(
        read_file.path, read_file.delimiter, len(read_file.columns), read_file.header_lines
    )
    places = {name: position for position, name in enumerate(read_file.columns) if name}
    chosen = [
        f"    c{places[column.name]} as {column.name}"
        if column.name in places
        else f"    cast(null as varchar) as {column.name}"
        for column in table.columns
    ]
    return "select\n" + ",\n".join(chosen) + f"\nfrom {source}", parameters


@dataclass(frozen=True)
class _Desk:
    """What reading one folder needs throughout: bounds, how to wait, and a DuckDB of its own."""

    limits: Limits
    wait: Callable[[Path], None]
    connection: duckdb.DuckDBPyConnection

    def strict_count(self, path: Path, delimiter: str, columns: int, skip: int) -> int | None:
        """How many records DuckDB's strict read finds, `None` if it refuses the file."""
        source, parameters = _read_csv(path, delimiter, columns, skip)
        try:
            row = self.connection.execute(f"select count(*) from {source}", parameters).fetchone()
        except duckdb.Error:
            return None
        return int(row[0]) if row else None


def read_exports(
    folder: Path,
    scratch: Path,
    *,
    limits: Limits = Limits(),  # noqa: B008 (frozen)
    progress: Callable[[str], None] | None = None,
    wait: Callable[[Path], None] | None = None,
) -> list[ReadFile]:
    """Read every export of `folder`, in order of name; links and rewritten files go to `scratch`.

    `progress` is told the shown name of each file before it is read; `wait` is called between two
    looks at a file that may still be growing. Raises `OSError` where folder or scratch fail.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    entries = files.listed(folder, limits)
    wait = wait or files.rest
    growing = files.growing([entry.path for entry in entries if not entry.refused], wait)
    entries = [
        replace(entry, refused=_unfinished(entry.name).message) if entry.path in growing else entry
        for entry in entries
    ]
    results = []
    with duckdb.connect() as connection:
        desk = _Desk(limits, wait, connection)
        for number, entry in enumerate(entries):
            if progress:
                progress(entry.name)
            results.append(_read_one(entry, scratch / f"export_{number:04d}", desk))
    return results


def _read_one(entry: files.Entry, scratch: Path, desk: _Desk) -> ReadFile:
    """Read one export; whatever is wrong with it ends in a message, never in an exception of its own."""
    named = table_named(entry.name)
    if entry.refused:
        return ReadFile(entry.name, named.name if named else None, refused=entry.refused)
    try:
        for _ in range(_TRIES):
            stamp = files.stamp(entry.path)
            found = opened(entry.name, entry.path, scratch, desk.limits)
            result = replace(_loaded(found, scratch, desk), source=entry.path, stamp=stamp)
            if not result.changed_since():
                return replace(result, sha256=found.sha256)
            files.growing([entry.path], desk.wait)
        raise _unfinished(entry.name)
    except RefusedError as refusal:
        return ReadFile(entry.name, named.name if named else None, refused=refusal.message)
    except OSError as error:
        gone = refuse(
            entry.name, "it cannot be read", found=error.strerror or "", todo="look at its permissions"
        )
        return ReadFile(entry.name, named.name if named else None, refused=gone.message)


def _unfinished(file: str) -> RefusedError:
    return refuse(file, "it is still being written", todo="build again when the export has finished")


def _loaded(found: Opened, scratch: Path, desk: _Desk) -> ReadFile:
    """The file read the fast way if DuckDB's strict read and the byte count agree, else by our parser."""
    recognised = found.recognised
    if recognised.table is None:
        unknown = note(
            found.file,
            "not loaded: its header is none of the known tables'",
            found=", ".join(recognised.unknown_columns)[:200],
        )
        return ReadFile(found.file, None, notes=(unknown,), unknown_columns=recognised.unknown_columns)
    if recognised.refused:
        raise RefusedError(recognised.refused)
    result = _in_place(found, scratch, desk) or _rewritten(found, scratch, desk)
    return _with_remarks(result, recognised.table)


def _with_remarks(result: ReadFile, table: contract.Table) -> ReadFile:
    """The file with what its number of rows says: none at all, or as many as an export tool stops at."""
    rows = result.records + len(result.set_aside)
    if rows == 0:
        if table.needed:
            raise refuse(
                result.file,
                "no rows",
                found="a header only",
                wanted=f"rows of {table.name}",
                todo="export it again",
            )
        empty = note(result.file, "no rows: as if the file were absent")
        return replace(result, path=None, notes=(*result.notes, empty))
    if is_row_cap(rows):
        capped = note(
            result.file,
            f"exactly {rows:,} rows: did the export stop at a limit?",
            todo="compare with the count shown in the system it comes from",
        )
        return replace(result, notes=(*result.notes, capped))
    return result


def _in_place(found: Opened, scratch: Path, desk: _Desk) -> ReadFile | None:
    """The file as DuckDB reads it where it lies; `None` if that cannot account for every line."""
    table, header = found.recognised.table, found.dialect.header
    if table is None or not worth_trying(found, desk.limits):
        return None
    link = _linked(found.path, scratch)
    records = desk.strict_count(link, found.dialect.delimiter, len(header.cells), header.last_line)
    if records is None or not adds_up(found, records):
        return None
    skipped_lines = found.scan.trailing_blank_lines + header.first_line - 1
    return ReadFile(
        file=found.file,
        table=table.name,
        path=link,
        delimiter=found.dialect.delimiter,
        columns=found.recognised.columns,
        header_lines=header.last_line,
        records=records,
        read=records + skipped_lines,
        skipped=(*preamble_messages(found), *blank_tail(found)),
        skipped_lines=skipped_lines,
        notes=found.notes,
        unknown_columns=found.recognised.unknown_columns,
        first_line=header.last_line + 1,
    )


def _rewritten(found: Opened, scratch: Path, desk: _Desk) -> ReadFile:
    """The file read by our own parser; refused unless DuckDB's strict read of the result agrees."""
    result = rewritten(found, scratch, desk.limits)
    _confirm(found, result, desk)
    return ReadFile(
        file=found.file,
        table=found.recognised.table.name if found.recognised.table else None,
        path=result.path,
        columns=result.columns,
        header_lines=1,
        records=result.records,
        read=result.records + len(result.set_aside) + result.skipped_lines,
        skipped=tuple(result.skipped),
        skipped_lines=result.skipped_lines,
        set_aside=tuple(result.set_aside),
        notes=(*found.notes, *result.notes),
        unknown_columns=found.recognised.unknown_columns,
        rewritten_lines=result.line_array(),
    )


def _confirm(found: Opened, result: Rewritten, desk: _Desk) -> None:
    """Ask DuckDB for a second opinion: on what was written, and on each doubtful row as it was found."""
    written = desk.strict_count(result.path, ",", len(result.columns), 1)
    width = len(found.dialect.header.cells)
    doubtful = (
        desk.strict_count(result.doubtful_path, found.dialect.delimiter, width, 1) if result.doubtful else 0
    )
    result.doubtful_path.unlink()
    if (written, doubtful) != (result.records, result.doubtful):
        raise refuse(
            found.file,
            "two readers disagree on where its rows end",
            line=result.first_doubtful or None,
            found="quotes inside cells",
            wanted="cells with quotes put in quotes, and those quotes doubled",
            todo="put the quotes right or export again",
        )


def _linked(path: Path, scratch: Path) -> Path:
    """A link to the file under a name of ours: DuckDB takes `*`, `?` and `[` in a name for a pattern."""
    link = scratch.with_suffix(".csv")
    link.unlink(missing_ok=True)
    try:
        link.symlink_to(path.absolute())
    except OSError:  # no right to make symbolic links (Windows)
        os.link(path, link)
    return link
