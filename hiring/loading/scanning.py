"""One pass over the bytes of a file: its digest, its lines, its encoding and what hides in it."""

from __future__ import annotations

import codecs
import hashlib
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from hiring.loading import plain_files

CHUNK_BYTES = 4 * 1024 * 1024
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# UTF-8 read as Windows-1252 and saved as UTF-8 again: "é" became "Ã©", "’" became "â€™".
_DOUBLE_ENCODED = re.compile(rb"\xc3[\x82\x83]\xc2[\x80-\xbf]|\xc3\xa2\xe2\x82\xac")


def byte_mark(start: bytes) -> str:
    """The encoding that a byte order mark at the start of a file declares; empty if there is none."""
    return next((encoding for mark, encoding in MARKS if start.startswith(mark)), "")


@dataclass(frozen=True)
class Place:
    """Where a byte stands: `offset` from 0, physical `line` from 1, and its value."""

    offset: int
    line: int
    byte: int


@dataclass(frozen=True)
class Scan:
    """What one pass over a file found. Counts are of bytes and of physical lines."""

    size: int
    sha256: str
    newlines: int  # \n
    returns: int  # \r
    pairs: int  # \r\n
    delimiters: int
    longest_line: int
    ends_with_line_end: bool
    trailing_blank_lines: int
    header_copies: int  # how often the header line occurs, in any spelling, the header itself included
    has_empty_rows: bool  # rows of delimiters only
    double_encoded: int
    beyond_ascii: int  # characters
    nul: Place | None
    not_utf8: Place | None

    @property
    def lines(self) -> int:
        """Physical lines; the last counts with or without its line end."""
        ends = self.newlines + self.returns - self.pairs
        return ends + (0 if self.ends_with_line_end or not self.size else 1)

    @property
    def even_line_ends(self) -> bool:
        """Every line ends the same way, with \\n or with \\r\\n."""
        return self.returns == 0 or self.returns == self.pairs == self.newlines

    @property
    def only_returns(self) -> bool:
        """Every line ends with a lone \\r, as old Macs wrote them."""
        return self.newlines == 0 and self.returns > 0


@dataclass
class _Pass:
    """The running state of one pass; `feed` takes the chunks in order."""

    delimiter: bytes
    headers: tuple[bytes, ...]
    columns: int
    size: int = 0
    newlines: int = 0
    returns: int = 0
    pairs: int = 0
    delimiters: int = 0
    line_start: int = 0
    longest_line: int = 0
    header_copies: int = 0
    has_empty_rows: bool = False
    double_encoded: int = 0
    beyond_ascii: int = 0
    nul: Place | None = None
    not_utf8: Place | None = None
    tail: bytes = b""
    keep: int = 4096  # bytes of `tail`: longer than any needle
    decoder: codecs.IncrementalDecoder = field(
        default_factory=lambda: codecs.getincrementaldecoder("utf-8")("strict")
    )

    def feed(self, chunk: bytes) -> None:
        """Count one chunk; needles are looked for across the seam with the chunk before."""
        if self.nul is None and (at := chunk.find(b"\0")) >= 0:
            self.nul = self._place(chunk, at)
        self._needles(chunk)
        if self.not_utf8 is None and not (chunk.isascii() and not self.decoder.getstate()[0]):
            self._encoding(chunk)
        self._lines(chunk)
        self.size += len(chunk)
        self.tail = (self.tail + chunk[-self.keep :])[-self.keep :]

    def _lines(self, chunk: bytes) -> None:
        if self.returns or b"\r" in chunk:
            self.returns += chunk.count(b"\r")
            self.pairs += chunk.count(b"\r\n") + (self.tail[-1:] == b"\r" and chunk[:1] == b"\n")
        values = np.frombuffer(chunk, np.uint8)
        self.delimiters += int(np.count_nonzero(values == self.delimiter[0]))
        ends = np.flatnonzero(values == 10)
        self.newlines += len(ends)
        if len(ends):
            gaps = int(np.diff(ends).max()) - 1 if len(ends) > 1 else 0
            self.longest_line = max(self.longest_line, gaps, self.size + int(ends[0]) - self.line_start)
            self.line_start = self.size + int(ends[-1]) + 1

    def _needles(self, chunk: bytes) -> None:
        for header in self.headers:
            seam = self.tail[-len(header) + 1 :] + chunk[: len(header) - 1] if len(header) > 1 else b""
            self.header_copies += chunk.count(header) + seam.count(header)
        self.has_empty_rows = self.has_empty_rows or self._empty_row(chunk)

    def _empty_row(self, chunk: bytes) -> bool:
        """Whether a row of empty cells, quoted or not, stands in the chunk or across its start."""
        for cell in (b"", b'""'):
            row = b"\n" + self.delimiter.join([cell] * self.columns)
            near = self.tail[-len(row) - 1 :] + chunk[: len(row) + 1]
            # One search for what is rare, two more only where it is found.
            for part in (part for part in (chunk, near) if row in part):
                if row + b"\n" in part or row + b"\r" in part:
                    return True
        return False

    def _encoding(self, chunk: bytes) -> None:
        waiting = len(self.decoder.getstate()[0])
        self.double_encoded += len(_DOUBLE_ENCODED.findall(chunk))
        values = np.frombuffer(chunk, np.uint8)
        self.beyond_ascii += int(np.count_nonzero(values >= 0xC0))
        try:
            self.decoder.decode(chunk)
        except UnicodeDecodeError as error:
            self.not_utf8 = self._place(chunk, error.start - waiting)

    def _place(self, chunk: bytes, at: int) -> Place:
        """Where `chunk[at]` stands; a character begun in the chunk before stands at its first byte."""
        before = max(at, 0)
        ends = self.newlines + chunk.count(b"\n", 0, before)
        if ends == 0:
            ends = self.returns + chunk.count(b"\r", 0, before)
        return Place(self.size + at, ends + 1, chunk[at] if at >= 0 else self.tail[at])

    def finish(self) -> None:
        """Judge what only the end of the file shows: a last line and a last character."""
        self.longest_line = max(self.longest_line, self.size - self.line_start)
        if self.not_utf8 is None and (waiting := len(self.decoder.getstate()[0])):
            self.not_utf8 = self._place(b"", -waiting)


def _trailing_blank_lines(tail: bytes) -> int:
    run = tail[len(tail.rstrip(b"\r\n")) :]  # a pattern that may split "\r\n" in two would try every way
    return max(len(re.findall(rb"\r\n|\n|\r", run)) - 1, 0)


def scan(
    path: Path,
    delimiter: str = ",",
    headers: tuple[bytes, ...] = (),
    columns: int = 2,
    *,
    until_nul: bool = False,
) -> Scan:
    """Read the file once, in chunks of 4 MB, and say what is in it; with `until_nul` no further than a zero byte.

    `headers` are the spellings of its header to count, `columns` how many it has. `OSError` where it cannot be read.
    """
    keep = max(4096, 3 * columns + 8, *map(len, headers))
    running = _Pass(delimiter.encode(), headers, columns, keep=keep)
    digest = hashlib.sha256()
    with plain_files.opened(path) as file, ThreadPoolExecutor(max_workers=1) as beside:
        while chunk := file.read(CHUNK_BYTES):
            digested = beside.submit(digest.update, chunk)  # hashing a large chunk leaves Python free
            running.feed(chunk)
            digested.result()
            if until_nul and running.nul:
                break
    running.finish()
    return Scan(
        size=running.size,
        sha256=digest.hexdigest(),
        newlines=running.newlines,
        returns=running.returns,
        pairs=running.pairs,
        delimiters=running.delimiters,
        longest_line=running.longest_line,
        ends_with_line_end=running.tail[-1:] in (b"\n", b"\r"),
        trailing_blank_lines=_trailing_blank_lines(running.tail),
        header_copies=running.header_copies,
        has_empty_rows=running.has_empty_rows,
        double_encoded=running.double_encoded,
        beyond_ascii=running.beyond_ascii,
        nul=running.nul,
        not_utf8=running.not_utf8,
    )
