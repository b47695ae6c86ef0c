"""From a folder of exports to what DuckDB may read strictly; the only loading module that asks DuckDB."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from hiring import contract
from hiring.loading import files
from hiring.loading.limits import Limits
from hiring.loading.messages import RefusedError, note, refuse
from hiring.loading.opening import Opened, opened
from hiring.loading.plain import adds_up, records_by_lines, worth_trying
from hiring.loading.read_file import ReadFile, read_csv, source_sql
from hiring.loading.recognise import table_named
from hiring.loading.rewriting import Rewritten, rewritten
from hiring.loading.skips import blank_tail, is_row_cap, preamble_messages

__all__ = ["ReadFile", "read_exports", "source_sql"]

_TRIES = 3  # a file that changes while it is read is read again so often
_READERS = 2  # files read side by side
_LARGE = 64 * 1024 * 1024  # bytes from which it would be felt that rows are counted before they are typed


@dataclass(frozen=True)
class _Desk:
    """What reading one folder needs throughout: bounds, how to wait, and a DuckDB of its own."""

    limits: Limits
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


def read_exports(
    folder: Path,
    scratch: Path,
    *,
    limits: Limits = Limits(),  # noqa: B008 (frozen)
    by_lines: bool = False,
    progress: Callable[[str], None] | None = None,
    wait: Callable[[Path], None] | None = None,
) -> list[ReadFile]:
    """Read every export of `folder`, in order of name; links and rewritten files go to `scratch`.

    `by_lines` takes the lines of a large file that looks plain for its rows (`is_counted` is then false):
    DuckDB reads such a file once only, and whoever does must find as many rows, or have it read anew without.
    `progress` is told the shown name of each file as its turn comes; `wait` is called between two
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
    with duckdb.connect() as connection, ThreadPoolExecutor(_READERS) as readers:
        desk = _Desk(limits, wait, connection, by_lines)
        turns = [
            readers.submit(_read_one, entry, scratch / f"export_{number:04d}", desk)
            for number, entry in enumerate(entries)
        ]
        results = []
        for entry, turn in zip(entries, turns, strict=True):
            if progress:
                progress(entry.name)
            results.append(turn.result())
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
            entry.name,
            "it cannot be read",
            found=error.strerror or "",
            todo="look at its permissions and at the free space",
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
    by_lines = desk.by_lines and found.scan.size >= _LARGE
    records: int | None = records_by_lines(found)
    if not by_lines:
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
        is_counted=not by_lines,
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
        several_lines=result.several_lines,
    )


def _confirm(found: Opened, result: Rewritten, desk: _Desk) -> None:
    """Ask DuckDB for a second opinion: on what was written, and on each doubtful row as it was found."""
    broken = result.several_lines
    width, separator = len(found.dialect.header.cells), found.dialect.delimiter
    written = desk.strict_count(result.path, ",", len(result.columns), 1, several_lines=broken)
    doubtful: int | None = 0
    if result.doubtful:
        doubtful = desk.strict_count(result.doubtful_path, separator, width, 1, several_lines=broken)
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
