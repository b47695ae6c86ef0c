"""The canonical files as rows by column, without the lines that are no rows."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Row = dict[str, str]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True)
class Tables:
    """The canonical files of a folder; each asking reads one anew, so that no large one is held in memory."""

    folder: Path

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table, in order; a table without a file has none."""
        path = self.folder / f"{table}.csv"
        if not path.exists():
            return
        with path.open(encoding="utf-8", newline="") as file:
            lines = csv.reader(file)
            columns = next(lines)
            for cells in lines:
                if len(cells) == len(columns) and cells != columns:
                    yield dict(zip(columns, cells, strict=True))


def day(text: str, shape: str) -> str:
    """A day as a system writes it (`shape` such as `{d}/{m}/{y}`); what is no day stays as it is."""
    found = _DAY.match(text)
    if not found:
        return text
    year, month, number = found.groups()
    return shape.format(y=year, m=month, d=number) + text[found.end() :]
