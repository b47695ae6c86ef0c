"""Whether a file is plain: every record one line, so that DuckDB may read it where it lies.

DuckDB's strict read forgives empty cells too many at the end of a row (`1,Smith, John,` becomes
three cells), so its count alone proves nothing; separators are counted as well.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from hiring.loading.dialect import physical_lines, split
from hiring.loading.footers import TAIL_ROWS, Shape, TailRow, footer_rows
from hiring.loading.limits import Limits
from hiring.loading.opening import Opened

_TAIL_BYTES = 64 * 1024


def worth_trying(found: Opened, limits: Limits) -> bool:
    """Whether nothing seen so far rules out that every record is one line of the file as it is."""
    scan, header = found.scan, found.dialect.header
    return (
        len(header.cells) > 1
        and not found.spoiled
        and header.first_line == header.last_line
        and scan.even_line_ends
        and scan.header_copies == 1
        and not scan.has_empty_rows
        and scan.longest_line <= limits.max_field_characters
        and not _has_footer(found)
    )


def shape_of(found: Opened) -> Shape:
    """What a row of this file should look like."""
    return Shape(len(found.dialect.header.cells), found.recognised.required_places)


def _has_footer(found: Opened) -> bool:
    """Whether the last lines look like a footer; one that does not parse alone is taken for one."""
    with found.path.open("rb") as file:
        file.seek(max(found.scan.size - _TAIL_BYTES, 0))
        lines = physical_lines(file.read().decode("utf-8", errors="replace"))
    below = found.scan.lines - found.dialect.header.last_line
    lines = lines[-min(TAIL_ROWS, max(below, 0)) :] if below > 0 else []
    rows: list[TailRow] = []
    blank = False
    for line in lines:
        if line.strip():
            try:
                rows.append(TailRow(tuple(split(line, found.dialect.delimiter)), blank))
            except csv.Error:
                return True
        blank = not line.strip()
    return footer_rows(rows, shape_of(found)) > 0


def records_by_lines(found: Opened) -> int:
    """How many records the file has if each is one line."""
    return found.scan.lines - found.dialect.header.last_line - found.scan.trailing_blank_lines


def adds_up(found: Opened, records: int) -> bool:
    """Whether that many records account for every line and every separator of the file."""
    scan, dialect = found.scan, found.dialect
    if records != records_by_lines(found):
        return False
    above = sum(row.text.count(dialect.delimiter) for row in (*dialect.preamble, dialect.header))
    above += 1 if dialect.declared else 0
    surplus = scan.delimiters - above - records * (len(dialect.header.cells) - 1)
    return not (surplus and _any_surplus_row(found.path, dialect.delimiter, len(dialect.header.cells)))


def _any_surplus_row(path: Path, delimiter: str, columns: int) -> bool:
    """Whether any row that ends in an empty cell has more cells than the header."""
    suspects = csv.reader(_lines_ending_empty(path, delimiter, columns), delimiter=delimiter, strict=True)
    try:
        return any(len(cells) != columns for cells in suspects)
    except csv.Error:
        return True


def _lines_ending_empty(path: Path, delimiter: str, columns: int) -> Iterator[str]:
    """Lines with more separators than columns need that end in an empty cell, quoted or not."""
    endings = (delimiter, '""')
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            ending = line.rstrip("\r\n")
            if ending.endswith(endings) and ending.count(delimiter) >= columns:
                yield ending
