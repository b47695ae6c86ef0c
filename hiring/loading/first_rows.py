"""The first rows of a large file as a file of their own: enough to look at, in a bounded time and memory."""

from __future__ import annotations

import gzip
import os
import zlib
from pathlib import Path

import numpy as np

from hiring.loading import files
from hiring.loading.limits import Limits
from hiring.loading.messages import OF_SHEET
from hiring.loading.scanning import byte_mark
from hiring.loading.workbook.sheets import is_workbook

#: A file with no more lines than this is looked at whole; of a larger one these are read and typed in about a second.
MOST_ROWS = 100_000
#: Wide rows reach this sooner.
MOST_BYTES = 32 * 1024 * 1024
#: So many lines before the bound at most is looked for one on which no cell is left open.
_NEAR = 1000


def folder_of(folder: Path, file: str, scratch: Path, limits: Limits) -> tuple[Path, bool]:
    """Where to read an export of the folder from to look at it, and whether that is the whole of it.

    A large file's first rows are put into `scratch` under its name. Workbooks are read whole: no sheet holds many
    more rows than a look takes. Raises `OSError` where folder or scratch fail.
    """
    named = file.partition(OF_SHEET)[0]
    entry = next(iter(files.listed(folder, limits, named)), None)
    if entry is None or entry.refused or is_workbook(entry.path):
        return folder, True
    head = first_lines(entry.path, MOST_ROWS, MOST_BYTES)
    if head is None:
        return folder, True
    scratch.mkdir(parents=True, exist_ok=True)
    target = scratch / entry.path.name
    target.write_bytes(head)
    status = entry.path.lstat()
    os.utime(target, ns=(status.st_atime_ns, status.st_mtime_ns))
    return scratch, False


def first_lines(path: Path, most_rows: int, most_bytes: int) -> bytes | None:
    """The header and the first rows of a text file, packed or not, ended where no quoted cell is left open.

    `None` where the file holds no more than that, or where no line ends within these bytes.
    """
    content = start_of(path, most_bytes + 1)
    mark = byte_mark(content)
    unit = np.dtype({"utf-16-le": "<u2", "utf-16-be": ">u2"}.get(mark, "u1"))
    values = np.frombuffer(content[: len(content) // unit.itemsize * unit.itemsize], unit)
    ends = np.flatnonzero(values == ord("\n"))
    if not len(ends):
        ends = np.flatnonzero(values == ord("\r"))
    most_lines = most_rows + 1  # the header is one of them
    lines = len(ends) + bool(len(ends) and ends[-1] < len(values) - 1)
    if not len(ends) or (len(content) <= most_bytes and lines <= most_lines):
        return None
    ends = ends[:most_lines]
    quotes = np.flatnonzero(values == ord('"'))
    near = ends[-_NEAR:]
    closed = near[np.searchsorted(quotes, near) % 2 == 0]
    last = int(closed[-1]) if len(closed) else int(ends[-1])
    return content[: (last + 1) * unit.itemsize]


def start_of(path: Path, count: int) -> bytes:
    """The first bytes of a text, unpacked where it is packed; none where that cannot be: the reader says why."""
    if not files.is_gzip(files.first_bytes(path)):
        return files.first_bytes(path, count)
    try:
        with gzip.open(path, "rb") as packed:
            return packed.read(count)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        return b""
