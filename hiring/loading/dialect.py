"""Where the header stands and what separates the cells, told from the first rows of a file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from hiring.loading import turned
from hiring.loading.recognise import known_labels
from hiring.mapping.presets import Preset

DELIMITERS = (",", ";", "\t", "|")
DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe"}
_DECLARED = re.compile(r'"?sep=([,;|\t])"?[,;|\t]*\Z', re.I)
_MOST_LABELS = 1_000  # looked at in a row that may be a header: more than a table may have columns
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Row:
    """One row among the first of a file: its cells, its first physical line and its last (from 1)."""

    cells: tuple[str, ...]
    first_line: int
    last_line: int
    text: str


@dataclass(frozen=True)
class Dialect:
    """The separator of a file, its header row, the rows above it, and a `sep=` line if it had one."""

    delimiter: str
    header: Row
    preamble: tuple[Row, ...]
    declared: bool
    known: int  # labels of the header that a canonical table or a preset knows

    def header_spellings(self) -> list[str]:
        """The header line as it stands, with no label in quotes, and with all in quotes; each once."""
        cells = self.header.cells
        quoted = (f'"{cell}"' for cell in cells)
        spellings = (self.header.text, self.delimiter.join(cells), self.delimiter.join(quoted))
        return list(dict.fromkeys(spellings))


def physical_lines(text: str) -> list[str]:
    """The lines of a text, ended by \\n, \\r\\n or \\r and nothing else, without their ends."""
    lines = _LINE_END.split(text)
    return lines[:-1] if lines and not lines[-1] else lines


def _rows(lines: list[str], delimiter: str, limit: int, first: int) -> list[Row]:
    """The first `limit` rows from line `first` (0-based) on; cells without outer spaces."""
    rows: list[Row] = []
    reader = csv.reader((line + "\n" for line in lines[first:]), delimiter=delimiter, skipinitialspace=True)
    start = first
    while len(rows) < limit:
        try:
            cells = next(reader, None)
        except csv.Error:
            break
        if cells is None:
            break
        end = first + reader.line_num
        rows.append(Row(tuple(cell.strip() for cell in cells), start + 1, end, "\n".join(lines[start:end])))
        start = end
    return rows


def _declared_delimiter(lines: list[str]) -> str | None:
    found = _DECLARED.fullmatch(lines[0].strip(" ")) if lines else None
    return found.group(1) if found else None


def _evenness(rows: list[Row]) -> tuple[int, int]:
    """How many rows have the commonest number of cells above one, and that number."""
    counts = [len(row.cells) for row in rows if len(row.cells) > 1]
    if not counts:
        return 0, 0
    common = max(set(counts), key=counts.count)
    return counts.count(common), common


def dialect_of(text: str, header_search_rows: int, presets: Sequence[Preset] = ()) -> Dialect | None:
    """The dialect of a file that starts with `text` (no byte mark); `None` if it holds no row at all.

    The header is the row, among the first `header_search_rows`, with the most labels a canonical
    table or a preset knows; where no row has any, the first row that is as wide as most.
    """
    lines = physical_lines(text)
    declared = _declared_delimiter(lines)
    first = 1 if declared else 0
    best: tuple[tuple[int, int, int], str, list[Row], int] | None = None
    for delimiter in (declared,) if declared else DELIMITERS:
        rows = _rows(lines, delimiter, header_search_rows, first)
        filled = [at for at, row in enumerate(rows) if any(row.cells)]
        if not filled:
            continue
        known = {at: known_labels(rows[at].cells[:_MOST_LABELS], presets) for at in filled}
        at = max(filled, key=lambda place: (known[place], -place))
        if not known[at]:
            wide = _evenness(rows)[1]
            at = next((place for place in filled if len(rows[place].cells) == wide), filled[0])
        rank = (known[at], *_evenness(rows))
        if best is None or rank > best[0]:
            best = (rank, delimiter, rows, at)
    if best is None:
        return None
    (known_best, *_), delimiter, rows, at = best
    first, header = _turned(rows, at, known_best)
    return Dialect(delimiter, header, tuple(rows[:first]), declared is not None, known_best)


def _turned(rows: list[Row], at: int, known: int) -> tuple[int, Row]:
    """The header's first row, and the header; of a sheet with a column for each period it may stand on two rows."""
    filled = [place for place, row in enumerate(rows) if any(row.cells)]
    if max(len(rows[place].cells) for place in filled) > _MOST_LABELS:
        return at, rows[at]
    found = turned.labels_of(rows, filled, at, known)
    if found is None:
        return at, rows[at]
    first, last, labels = found
    text = "\n".join(row.text for row in rows[first : last + 1])
    return first, Row(labels, rows[first].first_line, rows[last].last_line, text)


def split(line: str, delimiter: str) -> list[str]:
    """The cells of one whole row that stands alone."""
    return next(csv.reader(io.StringIO(line), delimiter=delimiter), [])
