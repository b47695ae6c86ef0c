"""What reports print under their last row: totals, notices, an organisation's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

TAIL_ROWS = 30
_TOTAL = re.compile(
    r"(?i)(?:grand[\s-]*|sub[\s-]*|report\s+)?totals?+\b.*|sum|summe|gesamt(?:summe|ergebnis)?|insgesamt"
    r"|total\s+général|suma|totaal|records?+\s*+:?+\s*+[\d,.]+|[\d,.]+\s+(?:records|rows)"
)
_NOTICE = re.compile(
    r"(?i).*(?:confidential|do not distribute|copyright|©|\(c\)\s*\d{4}|all rights reserved)"
    r"|(?:generated|exported|printed|created|report run|run|filtered|downloaded)\s+(?:by|on|at|from)\b"
    r"|as of\b"
)
# Bounded: at each digit of a long cell the whole rest of it would be looked at.
_DECLARED = re.compile(
    r"(?i)\(?\b(\d[\d,.]{0,15})\s{1,4}(?:records|rows)\b"
    r"|(?:records|rows)\s{0,4}+:?+\s{0,4}+(\d[\d,.]{0,15})"
)


@dataclass(frozen=True)
class TailRow:
    """One of the last rows of a file: its cells, and whether a blank line stands before it."""

    cells: tuple[str, ...]
    after_blank: bool = False


@dataclass(frozen=True)
class Shape:
    """What a row of the file should look like: how many cells, and where the required ones are."""

    width: int
    required: tuple[int, ...]


def _only(row: TailRow) -> str:
    """The text of a row with one filled cell; empty if it has several or none."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    return filled[0] if len(filled) == 1 else ""


def _is_sure(row: TailRow, shape: Shape) -> bool:
    """Whether a row is a footer on its own evidence: what it says, and required cells left empty."""
    first = next((cell.strip() for cell in row.cells if cell.strip()), "")
    if len(row.cells) == shape.width and all(row.cells[place].strip() for place in shape.required):
        return False
    alone = len(row.cells) != shape.width or _only(row) != ""
    return bool(_TOTAL.fullmatch(first) or (alone and _NOTICE.match(first)))


def footer_rows(rows: Sequence[TailRow], shape: Shape) -> int:
    """How many of the last rows are a footer.

    A row with one lone cell (an organisation's name) belongs to it only beside a sure footer row or
    after a blank line; else it is a short row, perhaps of a file that was cut.
    """
    start = len(rows)
    while start and (_is_sure(rows[start - 1], shape) or _is_lone(rows[start - 1], shape)):
        start -= 1
    block = rows[start:]
    if any(_is_sure(row, shape) for row in block):
        return len(block)
    return len(block) if 0 < len(block) <= 2 and block[0].after_blank else 0


def _is_lone(row: TailRow, shape: Shape) -> bool:
    return len(row.cells) < shape.width and bool(_only(row))


def declared_records(rows: Sequence[TailRow]) -> int | None:
    """How many records a footer says there are, `None` if it does not say."""
    for row in rows:
        for cell in row.cells:
            if found := _DECLARED.search(cell):
                digits = re.sub(r"\D", "", found.group(1) or found.group(2))
                return int(digits[:15]) if digits else None
    return None
