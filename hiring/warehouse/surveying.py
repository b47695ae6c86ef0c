"""Looking at the files of an exports folder before they mean anything: which are known, and what one holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from hiring.loading import decoding, dialect, files, first_rows
from hiring.loading.inbox import at_once, entries_of, silent
from hiring.loading.ingest import Known, ReadFile, read_exports
from hiring.loading.leaving_out import left_out
from hiring.loading.limits import Limits
from hiring.loading.messages import Message, RefusedError, refuse
from hiring.loading.opening import plain, too_wide
from hiring.loading.read_file import strict_source
from hiring.loading.recognise import recognise
from hiring.loading.scanning import byte_mark
from hiring.loading.workbook.sheets import WorkbookSheet
from hiring.mapping.facts import MOST_WORDS, Facts, Words
from hiring.mapping.presets import Preset
from hiring.warehouse import looks

#: Rows whose cells are looked at for suggestions.
_SAMPLE = 200
_HEAD_BYTES = 1024 * 1024
KNOWN, NEAR, UNKNOWN, REFUSED = "known", "near", "unknown", "refused"


@dataclass(frozen=True)
class Glance:
    """A file, or a sheet, as its header alone tells: `state`, what it `holds` when known, and what is in the way.

    `mapping`: the name of the preset it is read by. `tables`: the tables it feeds.
    """

    file: str
    state: str
    holds: str = ""
    message: Message | None = None
    mapping: str = ""
    tables: tuple[str, ...] = ()


def named(folder: Path, limits: Limits = Limits()) -> list[tuple[str, tuple[int, int, int]]]:  # noqa: B008 (frozen)
    """The files of the folder with what tells one state of each from another; `OSError` where it cannot be read."""
    return [(entry.name, files.stamp(entry.path)) for entry in files.listed(folder, limits)]


def glances(
    folder: Path,
    presets: tuple[Preset, ...],
    only: str = "",
    limits: Limits = Limits(),  # noqa: B008 (frozen)
) -> list[Glance]:
    """What each export of the folder, or of `only` one file, seems to be, by its header.

    Raises `OSError` where the folder cannot be read.
    """
    with looks.folder() as scratch:
        entries = entries_of(folder, scratch, limits, lambda _path: None, silent, only)
        return [
            _glance(entry, scratch / f"{number:04d}", presets, limits) for number, entry in enumerate(entries)
        ]


def read_by(folder: Path, presets: tuple[Preset, ...], name: str, file: str) -> list[str]:
    """The other files of the folder that the mapping called `name` reads as well; none where the folder is gone."""
    if not folder.is_dir():
        return []
    return [one.file for one in glances(folder, presets) if one.mapping == name and one.file != file]


def _glance(entry: files.Entry, scratch: Path, presets: tuple[Preset, ...], limits: Limits) -> Glance:
    if entry.refused:
        return Glance(entry.name, REFUSED, message=entry.refused)
    path = entry.text if isinstance(entry, WorkbookSheet) else entry.path
    try:
        start = first_rows.start_of(path, _HEAD_BYTES)
        if not start or files.is_gzip(start):  # damaged, or packed twice: in the reader's own words
            start = files.first_bytes(plain(entry.name, path, scratch, limits)[0], _HEAD_BYTES)
        elif refused := files.content_refusal(entry.name, start):
            raise RefusedError(refused)
        shape = dialect.dialect_of(
            decoding.head_text(start, byte_mark(start)), limits.header_search_rows, presets
        )
        if shape is None:
            raise refuse(
                entry.name, "nothing but blank lines", wanted="a header and rows", todo="export it again"
            )
        if too_many := too_wide(entry.name, shape.header, limits):
            raise too_many
    except RefusedError as refusal:
        return Glance(entry.name, REFUSED, message=refusal.message)
    found = recognise(entry.name, shape.header.cells, shape.header.first_line, presets)
    if found.ask or found.refused:
        return Glance(entry.name, NEAR, message=found.ask.message if found.ask else found.refused)
    if found.table is None:
        return Glance(
            entry.name, NEAR if found.near else UNKNOWN, message=left_out(entry.name, found).notes[0]
        )
    if found.plan is None:
        return Glance(entry.name, KNOWN, found.table.name, tables=(found.table.name,))
    feeds = tuple(dict.fromkeys(feed.table for feed in found.plan.feeds))
    return Glance(entry.name, KNOWN, found.plan.title, mapping=found.plan.preset, tables=feeds)


def survey(folder: Path, file: str, limits: Limits = Limits()) -> Facts:  # noqa: B008 (frozen)
    """What a file holds, with all its columns; of a large one what its first rows do.

    Raises `RefusedError` where it cannot be read as a table, `OSError` where folder or scratch fail.
    """
    with looks.folder() as scratch, duckdb.connect() as connection:
        first_folder, is_whole = first_rows.folder_of(folder, file, scratch / "first rows", limits)
        surveyed = Known(surveys=True)
        wait = None if is_whole else at_once
        found = read_exports(
            first_folder, scratch / "files", limits=limits, known=surveyed, only=file, wait=wait
        )
        if not found:
            raise refuse(file, "it is not there any more", todo="put it into the exports folder again")
        read = found[0]
        if read.refused:
            raise RefusedError(read.refused)
        if read.plan is None:
            raise refuse(file, "nothing in it could be read", todo="look into the file")
        return replace(_facts(connection, read), is_whole=is_whole)


def _facts(connection: duckdb.DuckDBPyConnection, read: ReadFile) -> Facts:
    labels = tuple(label for _, label in read.plan.labels) if read.plan else ()
    if read.path is None:
        return Facts(read.file, labels)
    source, values = strict_source(read)

    def rows(select: str) -> list[tuple[object, ...]]:
        return connection.execute(select.replace("SOURCE", source), values).fetchall()

    places = read.places
    first = rows(f"select {', '.join(places.values())} from SOURCE limit {_SAMPLE}")
    cells = {
        key: tuple(str(row[at]) for row in first if row[at] is not None and str(row[at]).strip())
        for at, key in enumerate(places)
    }
    return Facts(read.file, labels, cells, _words(rows, read), read.count_rows)


def _words(rows: Callable[[str], list[tuple[object, ...]]], read: ReadFile) -> dict[str, Words]:
    """The words of each column that has few of them, most frequent first: one look at the whole file tells which."""
    places = read.places
    counts = rows(
        "select "
        + ", ".join(f"approx_count_distinct({column})" for column in places.values())
        + " from SOURCE"
    )
    # The count is near, not exact: a column is left out only where it is far above.
    few = [key for key, count in zip(places, counts[0], strict=True) if int(str(count)) <= 2 * MOST_WORDS]
    found = {}
    for key in few:
        words = rows(
            f"select {places[key]}, count(*) from SOURCE where trim({places[key]}) <> '' group by 1 "
            f"order by 2 desc, 1 limit {MOST_WORDS + 1}"
        )
        if len(words) <= MOST_WORDS:
            found[key] = tuple((str(word), int(str(count))) for word, count in words)
    return found
