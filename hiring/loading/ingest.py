"""From a folder of exports to what DuckDB may read strictly."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import duckdb

from hiring.loading import files
from hiring.loading.confined import unquoted
from hiring.loading.desk import Desk
from hiring.loading.inbox import entries_of, silent, unfinished
from hiring.loading.leaving_out import left_out, unasked
from hiring.loading.limits import Limits
from hiring.loading.messages import RefusedError, refuse
from hiring.loading.opening import Opened, opened
from hiring.loading.our_tables import table_named
from hiring.loading.plain import adds_up, records_by_lines, worth_trying
from hiring.loading.read_file import ReadFile, source_sql
from hiring.loading.recognise import LEFT_OUT, Recognised, planned
from hiring.loading.remarks import with_remarks
from hiring.loading.rewriting import rewritten
from hiring.loading.sheets_written import Rewritten, Sheet
from hiring.loading.skips import blank_tail, preamble_messages
from hiring.loading.telling import Known, with_rules, with_year
from hiring.loading.workbook.sheets import WorkbookSheet
from hiring.mapping.changed import changed
from hiring.mapping.facts import whole_plan

__all__ = ["Known", "ReadFile", "read_exports", "source_sql"]

_TRIES = 3  # a file that changes while it is read is read again so often
_READERS = 2  # files read side by side
_ADDED_TO = ("matches", "refused_matches")  # tables of files that people add to while a build runs
_LARGE = 64 * 1024 * 1024  # bytes from which it would be felt that rows are counted before they are typed


def read_exports(
    folder: Path,
    scratch: Path,
    *,
    limits: Limits = Limits(),  # noqa: B008 (frozen)
    known: Known = Known(),  # noqa: B008 (frozen)
    by_lines: bool = False,
    progress: Callable[[str], None] | None = None,
    wait: Callable[[Path], None] | None = None,
    only: str = "",
) -> list[ReadFile]:
    """Read every export of `folder`, or `only` one, in order of name; links and rewritten files go to `scratch`.

    `by_lines` takes the lines of a large file that looks plain for its rows (`is_counted` is then false):
    DuckDB reads such a file once only, and whoever does must find as many rows, or have it read anew without.
    `progress` is told the shown name of each file as its turn comes; `wait` is called between two
    looks at a file that may still be growing. Raises `OSError` where folder or scratch fail.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    wait, progress = wait or files.rest, progress or silent
    entries = entries_of(folder, scratch, limits, wait, progress, only)
    with duckdb.connect() as connection, ThreadPoolExecutor(_READERS) as readers:
        desk = Desk(limits, known, wait, connection, by_lines)
        turns = [
            readers.submit(_read_one, entry, scratch / f"export_{number:04d}", desk)
            for number, entry in enumerate(entries)
        ]
        results = []
        for entry, turn in zip(entries, turns, strict=True):
            progress(entry.name)
            result = turn.result()
            results += [result, *result.parts]
    return unasked(results)


def _read_one(entry: files.Entry, scratch: Path, desk: Desk) -> ReadFile:
    """Read one export; whatever is wrong with it ends in a message, never in an exception of its own."""
    named = table_named(entry.name)
    if entry.refused:
        return ReadFile(entry.name, named.name if named else None, refused=entry.refused)
    try:
        for _ in range(_TRIES):
            stamp = files.stamp(entry.path)
            if isinstance(entry, WorkbookSheet):
                return _read_sheet(entry, scratch, desk)
            found = opened(entry.name, entry.path, scratch, desk.limits, desk.known.presets)
            result = replace(_loaded(found, scratch, desk), source=entry.path, stamp=stamp)
            if not result.changed_since():
                return replace(result, sha256=found.sha256)
            files.growing([entry.path], desk.wait)
        raise unfinished(entry.name)
    except RefusedError as refusal:
        message = entry.placed(refusal.message) if isinstance(entry, WorkbookSheet) else refusal.message
        return ReadFile(entry.name, named.name if named else None, refused=message)
    except OSError as error:
        gone = refuse(
            entry.name,
            "it cannot be read",
            found=error.strerror or "",
            todo="look at its permissions and at the free space",
        )
        return ReadFile(entry.name, named.name if named else None, refused=gone.message)


def _read_sheet(sheet: WorkbookSheet, scratch: Path, desk: Desk) -> ReadFile:
    """Read one sheet of a workbook, whose rows lie as text in a file of ours; its lines become the sheet's rows."""
    text = opened(sheet.name, sheet.text, scratch, desk.limits, desk.known.presets)
    found = sheet.looked_over(text)
    return sheet.in_rows(replace(_loaded(found, scratch, desk), sha256=found.sha256))


def _loaded(found: Opened, scratch: Path, desk: Desk) -> ReadFile:
    """The file, and what changed in its header since it was mapped."""
    since = changed(desk.known.presets, found.dialect.header.cells)
    return replace(_read(found, scratch, desk), changed=since)


def _read(found: Opened, scratch: Path, desk: Desk) -> ReadFile:
    """The file read the fast way if DuckDB's strict read and the byte count agree, else by our parser."""
    if desk.known.surveys:
        labels = found.dialect.header.cells
        found = replace(found, recognised=planned(labels, whole_plan(labels)))
    if ask := found.recognised.ask:
        answer = desk.known.answered(ask, found.sha256)
        if answer is None:
            return replace(_left_out(found, replace(found.recognised, ask=None)), asks=(ask,))
        if answer != LEFT_OUT:
            plan = found.recognised.plans[ask.choices.index(answer)]
            found = replace(found, recognised=planned(found.dialect.header.cells, plan))
    recognised = found.recognised
    if recognised.refused:
        raise RefusedError(recognised.refused)
    if recognised.table is None:
        return _left_out(found, recognised)
    found, of_year = with_year(found, desk.known)
    result = _in_place(found, scratch, desk) or _rewritten(found, scratch, desk)
    if why := desk.not_own(result, found):
        return _left_out(found, replace(recognised, why=why))
    result = with_rules(with_remarks(result, recognised.table), found, desk.counted, desk.look, desk.known)
    result = replace(result, asks=(*result.asks, *([of_year] if of_year else [])))
    return desk.asked_of_groups(unquoted(result), found.sha256)


def _left_out(found: Opened, recognised: Recognised) -> ReadFile:
    below = found.scan.lines - found.scan.trailing_blank_lines - found.dialect.header.last_line
    return left_out(found.file, recognised, max(below, 0))


def _in_place(found: Opened, scratch: Path, desk: Desk) -> ReadFile | None:
    """The file as DuckDB reads it where it lies; `None` if that cannot account for every line."""
    table, header = found.recognised.table, found.dialect.header
    plan = found.recognised.plan
    if table is None or not worth_trying(found, desk.limits) or (plan and not plan.reads_in_place):
        return None
    at = _copied if table.name in _ADDED_TO else _linked
    link = at(found.path, scratch)
    # A mapped file is asked about its cells before it is staged: it has to be known to be readable by then.
    by_lines = desk.by_lines and plan is None and found.scan.size >= _LARGE
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
        plan=plan,
        is_counted=not by_lines,
    )


def _rewritten(found: Opened, scratch: Path, desk: Desk) -> ReadFile:
    """The file read by our own parser; refused unless DuckDB's strict read of the result agrees."""
    result = rewritten(found, scratch, desk.limits)
    _confirm(found, result, desk)
    main, *others = (_of_sheet(found, result, sheet) for sheet in result.sheets)
    return replace(
        main,
        records=result.records,
        rows=main.records,
        read=result.records + len(result.set_aside) + result.skipped_lines,
        skipped=tuple(result.skipped),
        skipped_lines=result.skipped_lines,
        set_aside=tuple(result.set_aside),
        notes=(*found.notes, *result.notes),
        unknown_columns=found.recognised.unknown_columns,
        parts=tuple(replace(part, is_part=True) for part in others),
    )


def _of_sheet(found: Opened, result: Rewritten, sheet: Sheet) -> ReadFile:
    plan, table = found.recognised.plan, found.recognised.table
    return ReadFile(
        file=found.file,
        table=sheet.feed.table if sheet.feed else table.name if table else None,
        path=sheet.path,
        columns=sheet.columns,
        header_lines=1,
        records=len(sheet.lines),
        rewritten_lines=sheet.line_array(),
        headings=tuple(sheet.headings),
        several_lines=result.several_lines,
        plan=replace(plan, feeds=(sheet.feed,)) if plan and sheet.feed else None,
        sha256=found.sha256,
    )


def _confirm(found: Opened, result: Rewritten, desk: Desk) -> None:
    """Ask DuckDB for a second opinion: on what was written, and on each doubtful row as it was found."""
    broken = result.several_lines
    width, separator = len(found.dialect.header.cells), found.dialect.delimiter
    agrees = all(
        desk.strict_count(sheet.path, ",", len(sheet.columns), 1, several_lines=broken) == len(sheet.lines)
        for sheet in result.sheets
    )
    doubtful: int | None = 0
    if result.doubtful:
        doubtful = desk.strict_count(result.doubtful_path, separator, width, 1, several_lines=broken)
    result.doubtful_path.unlink()
    if not agrees or doubtful != result.doubtful:
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


def _copied(path: Path, scratch: Path) -> Path:
    """A copy of a small file under a name of ours: what was counted is what will be staged."""
    return Path(shutil.copyfile(path, scratch.with_suffix(".csv")))
