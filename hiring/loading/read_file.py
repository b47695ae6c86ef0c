"""One export as it was read, and the select that gives its columns to DuckDB."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np

from hiring import contract
from hiring.loading import files
from hiring.loading.messages import Message
from hiring.mapping.asking import Ask
from hiring.mapping.changed import Changed
from hiring.mapping.rules import LINKS, OF_PERIODS, Plan, sources
from hiring.mapping.select import Places, feed_select


@dataclass(frozen=True)
class ReadFile:
    """One export as it was read: where DuckDB finds it, its columns, and the account of its lines.

    Always: `read == records + len(set_aside) + skipped_lines`. A refused or unknown file has no
    `path` and counts nothing. A file that feeds several tables is followed by a part for each further one:
    its `records` are rows of that table, and it reads no line of its own.
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
    several_lines: bool = False  # a cell of `path` holds a line break
    plan: Plan | None = None  # of one feed; then `columns` are keys of the file's own columns
    is_part: bool = False
    parts: tuple[ReadFile, ...] = field(default=(), compare=False, repr=False)
    asks: tuple[Ask, ...] = ()
    near: str | None = None  # of a file that is not loaded: the table whose columns it has but for some
    rows_seen: int = 0  # of a file that is not loaded: lines below its header
    changed: Changed = Changed()  # noqa: RUF009 (frozen); its header, since somebody here mapped such files
    period: tuple[date, date] | None = None  # first and last day of its rows, as far as they were looked at
    rows: int | None = None  # of `path`, where one record is not one row
    headings: tuple[str, ...] = field(default=(), compare=False, repr=False)  # of each row of a turned sheet
    kept: np.ndarray | None = field(
        default=None, compare=False, repr=False
    )  # places of the rows that are staged

    @property
    def count_rows(self) -> int:
        """How many rows of its table the file gives."""
        return self.records if self.rows is None else self.rows

    @property
    def places(self) -> Places:
        """Key of a column → its name in the strict read, for a file with a plan."""
        return {key: f"c{index}" for index, key in enumerate(self.columns) if key}

    def label_of(self, column: str) -> str:
        """What the user's own file calls a canonical column."""
        return self.plan.label_of(self.table, column) if self.plan and self.table else column

    def label_in(self, column: str, record: int) -> str:
        """What the user's own file calls a canonical column in the staged row `record`: of a period, its heading."""
        rule = self.plan.main.rule(column) if self.plan and self.headings else None
        if rule is None or not {*sources(rule)} & OF_PERIODS:
            return self.label_of(column)
        return self.headings[record if self.kept is None else int(self.kept[record])]

    is_counted: bool = True  # by DuckDB's strict read; else `records` are lines, and staging has to agree

    def line_of(self, record: int) -> int:
        """The physical line (from 1) in the user's file where the staged row `record` (from 0) starts."""
        if self.kept is not None:
            record = int(self.kept[record])
        if self.rewritten_lines is not None:
            return int(self.rewritten_lines[record])
        return self.first_line + record

    def changed_since(self) -> bool:
        """Whether the user's file was written to, replaced or taken away since it was read."""
        return self.source is not None and files.stamp(self.source) != self.stamp


#: Bytes DuckDB reads at once: by its own measure what a thread reads at a time fills less than one row group of
#: the table it goes to, and every row is copied once more to keep the file's order.
_BUFFER, _LARGE_BUFFER = 32_000_000, 64_000_000

_READ = """read_csv(
    ?,
    auto_detect = false,
    header = false,
    skip = ?,
    delim = ?,
    quote = '"',
    escape = '"',
    strict_mode = true,
    buffer_size = ?,
    parallel = ?,
    null_padding = false,
    ignore_errors = false,
    columns = {columns}
)"""


def read_csv(
    path: Path, delimiter: str, columns: int, skip: int, *, several_lines: bool
) -> tuple[str, list[object]]:
    """A strict `read_csv` call with every column as text, named `c0`, `c1` …; and its parameters.

    A file whose cells hold line breaks is read by one thread: starting in the middle of such a file,
    DuckDB can take a line within a cell for a row.
    """
    named = ", ".join(f"c{position}: 'varchar'" for position in range(columns))
    buffer = _LARGE_BUFFER if path.stat().st_size > _LARGE_BUFFER else _BUFFER
    return _READ.replace("{columns}", "{" + named + "}"), [
        str(path),
        skip,
        delimiter,
        buffer,
        not several_lines,
    ]


def source_sql(
    read_file: ReadFile, table: contract.Table, *, arranged: bool = False
) -> tuple[str, list[object]]:
    """A select of every canonical column of the table as text, in contract order, and its parameters.

    Columns the file has not are null. An empty cell and a quoted empty cell are both null. `arranged`: with
    the links and `is_skipped` behind them.
    """
    source, parameters = strict_source(read_file)
    if read_file.plan:
        # The source comes first: marks within the plan's own patterns are no parameters.
        select = feed_select(read_file.plan.main, table, "source_rows", read_file.places, arranged=arranged)
        with_source = f"with source_rows as (select * from {source})"
        joined = f",\n{select.removeprefix('with ')}" if select.startswith("with ") else f"\n{select}"
        return with_source + joined, parameters
    places = {name: position for position, name in enumerate(read_file.columns) if name}
    chosen = [
        f"    c{places[column.name]} as {column.name}"
        if column.name in places
        else f"    cast(null as varchar) as {column.name}"
        for column in table.columns
    ]
    if arranged:
        chosen += [f"    cast(null as varchar) as {link}" for link in LINKS] + ["    false as is_skipped"]
    return "select\n" + ",\n".join(chosen) + f"\nfrom {source}", parameters


def strict_source(read_file: ReadFile) -> tuple[str, list[object]]:
    """The strict read of a file's columns as text, and its parameters; `ValueError` where there is nothing to load."""
    if read_file.path is None:
        raise ValueError(f"{read_file.file} has nothing to load")
    return read_csv(
        read_file.path,
        read_file.delimiter,
        len(read_file.columns),
        read_file.header_lines,
        several_lines=read_file.several_lines,
    )
