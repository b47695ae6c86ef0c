"""One report as a vendor's system writes it: its header, its rows, and the habits of its file."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class Report:
    """A file of a vendor: `after` are lines below the table, such as a footer."""

    name: str
    header: tuple[str, ...]
    rows: Iterable[tuple[str, ...]]
    encoding: str = "utf-8"
    line_end: str = "\n"
    quotes_all: bool = False
    after: tuple[str, ...] = ()
    delimiter: str = ","

    def write(self, folder: Path) -> int:
        """Write the file into the folder, its rows taken one by one; gives how many there were."""
        quoting: Literal[0, 1] = csv.QUOTE_ALL if self.quotes_all else csv.QUOTE_MINIMAL
        with (folder / self.name).open("w", encoding=self.encoding, newline="") as file:
            writer = csv.writer(file, lineterminator=self.line_end, quoting=quoting, delimiter=self.delimiter)
            writer.writerow(self.header)
            written = 0
            for row in self.rows:
                writer.writerow(row)
                written += 1
            file.writelines(line + self.line_end for line in self.after)
        return written
