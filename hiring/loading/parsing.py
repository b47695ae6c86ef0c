"""Records out of physical lines: the csv module's strict reader, watched for lines and for size."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from hiring.loading.limits import Limits
from hiring.loading.messages import RefusedError, refuse
from hiring.loading.quoting import QUOTE, cells_of, open_quote

_TODO = "put the quote right (a quote inside a quoted cell is written twice) or export again"
_LINE_ENDS = "\r\n"


@dataclass(frozen=True)
class Record:
    """One record: its first physical line, its cells, its text as found, and what is wrong with it.

    `doubtful`: it holds quotes inside cells or spaces around quotes, which readers may take
    differently.
    """

    line: int
    cells: list[str]
    text: str
    trouble: str = ""
    doubtful: bool = False


class _Lines:
    """Physical lines of a file, counted; those of the record being read are kept."""

    def __init__(self, source: TextIO, file: str, delimiter: str, limits: Limits) -> None:
        self._source = source
        self.file = file
        self._delimiter = delimiter
        self._limits = limits
        self._size = 0
        self.number = 0
        self.current: list[str] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._source)
        self.number += 1
        self._size += len(line)
        self.current.append(line)
        if self._size > self._limits.max_row_characters and len(self.current) > 1:
            raise self.unclosed(f"not closed within {self._limits.max_row_characters:,} characters")
        return line

    def take(self) -> str:
        """The text of the record just read, with its line end; the next one starts after it."""
        text = self.current[0] if len(self.current) == 1 else "".join(self.current)
        self.current = []
        self._size = 0
        return text

    def unclosed(self, why: str = "never closed") -> RefusedError:
        """The refusal of a file in which the record being read does not end."""
        text = "".join(self.current)
        offset = max(open_quote(text, self._delimiter), 0)
        first = self.number - len(self.current) + 1
        line = first + _line_ends(text[:offset])
        return refuse(
            self.file,
            f"a quote opened on this line is {why}",
            line=line,
            found=text[offset : offset + 200],
            wanted="a closing quote",
            todo=_TODO,
        )


def _line_ends(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def records(source: TextIO, file: str, delimiter: str, above: int, limits: Limits) -> Iterator[Record]:
    """The records below the first `above` physical lines, in order; memory stays within one record.

    `source` is opened with `newline=""`. Raises `RefusedError` where it is uncertain where a row ends.
    """
    lines = _Lines(source, file, delimiter, limits)
    for _ in range(above):
        if next(lines, None) is None:
            return
        lines.take()
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        line = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield _recovered(lines, line, delimiter, limits)
            continue
        if ' "' in (lines.current[0] if len(lines.current) == 1 else "".join(lines.current)):
            yield _recovered(lines, line, delimiter, limits)
            continue
        text = lines.take()
        doubtful = QUOTE in text and any(QUOTE in cell for cell in cells)
        trouble = _oversize(cells, limits) if len(text) > limits.max_field_characters else ""
        yield Record(line, cells, text, trouble, doubtful)


def _oversize(cells: list[str], limits: Limits) -> str:
    longest = max(map(len, cells), default=0)
    if longest > limits.max_field_characters:
        return f"a cell of {longest:,} characters, {limits.max_field_characters:,} at most"
    total = sum(map(len, cells))
    if total > limits.max_row_characters:
        return f"a row of {total:,} characters, {limits.max_row_characters:,} at most"
    return ""


def _recovered(lines: _Lines, line: int, delimiter: str, limits: Limits) -> Record:
    """The record on which the strict reader stumbled, read by our own rules to where it ends."""
    inside = open_quote("".join(lines.current), delimiter) >= 0
    while inside:
        more = next(lines, None)
        if more is None:
            raise lines.unclosed()
        inside = open_quote(more, delimiter, inside=True) >= 0
    physical = len(lines.current)
    text = lines.take()
    cells = cells_of(text.rstrip(_LINE_ENDS), delimiter)
    if cells is not None:
        return Record(line, cells, text, _oversize(cells, limits), doubtful=True)
    if physical == 1 and text.count(QUOTE) % 2 == 0:
        return Record(line, [], text, "text after a closing quote")
    raise refuse(
        lines.file,
        "text after a closing quote: it is uncertain where this row ends",
        line=line,
        found=text[:200],
        wanted="a separator after a closing quote",
        todo=_TODO,
    )
