"""Writes tables as CSV: UTF-8, comma, LF, quotes only where a cell needs them; counts records and physical lines."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from hiring import contract

Row = tuple[str, ...]
Progress = Callable[[str, int], None]


def header(table: str) -> Row:
    """The canonical columns of a table."""
    return tuple(column.name for column in contract.BY_NAME[table].columns)


def lines_in(row: Row) -> int:
    """Physical lines a record takes."""
    return 1 + sum(cell.count("\n") for cell in row)


def write_table(out: Path, table: str, rows: Iterable[Row]) -> int:
    """Writes `<table>.csv` with its header; returns the records written. Rows are taken one by one."""
    written = 0
    with (out / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header(table))
        for row in rows:
            writer.writerow(row)
            written += 1
    return written


def plain_lines(columns: list[list[str]]) -> str:
    """Rows whose cells need no quotes, as text; empty text for no rows."""
    lines = "\n".join(map(",".join, zip(*columns, strict=True)))
    return f"{lines}\n" if lines else ""


def write_streams(
    out: Path,
    tables: tuple[str, ...],
    chunks: Iterator[tuple[list[list[str]], ...]],
    progress: Progress | None,
) -> dict[str, int]:
    """Writes several tables side by side from chunks of text columns; returns the records of each."""
    written = dict.fromkeys(tables, 0)
    files = [(out / f"{table}.csv").open("w", encoding="utf-8", newline="") for table in tables]
    try:
        for table, file in zip(tables, files, strict=True):
            file.write(",".join(header(table)) + "\n")
        for pieces in chunks:
            for table, file, columns in zip(tables, files, pieces, strict=True):
                file.write(plain_lines(columns))
                written[table] += len(columns[0])
            if progress is not None:
                progress(f"{tables[0]}.csv", written[tables[0]])
    finally:
        for file in files:
            file.close()
    return written
