"""The lines that hold no record, each listed with why it was passed over."""

from __future__ import annotations

from collections.abc import Iterator

from hiring.loading.messages import Message
from hiring.loading.opening import Opened

# Where export tools and Excel stop: 1, 2 or 5 times a power of ten, and Excel's last row.
_ROW_CAPS = frozenset(
    {digit * 10**zeros for digit in (1, 2, 5) for zeros in range(3, 7)}
    | {65_535, 65_536, 1_048_575, 1_048_576}
)


def is_row_cap(rows: int) -> bool:
    """Whether a file has just as many rows as an export tool stops at."""
    return rows in _ROW_CAPS


def skipped(file: str, line: int, why: str, found: str = "") -> Message:
    """One skipped line, or the first of a run of them."""
    return Message("skipped", file, line, None, found, "", f"skipped: {why}")


def blank_run(file: str, first: int, lines: int) -> Message:
    """A run of blank lines from physical line `first` on."""
    return skipped(file, first, "blank" if lines == 1 else f"{lines:,} blank lines from here on")


def preamble_messages(found: Opened) -> Iterator[Message]:
    """One message for each row above the header, the line that declares the separator included."""
    if found.dialect.declared:
        yield skipped(found.file, 1, "it declares the separator", f"sep={found.dialect.delimiter}")
    for row in found.dialect.preamble:
        why = "above the header" if any(row.cells) else "blank, above the header"
        yield skipped(found.file, row.first_line, why, row.text)


def blank_tail(found: Opened) -> Iterator[Message]:
    """One message for the blank lines that end the file, if there are any."""
    if lines := found.scan.trailing_blank_lines:
        yield blank_run(found.file, found.scan.lines - lines + 1, lines)
