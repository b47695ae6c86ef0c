"""What writing a file anew comes to: the rows of each table it feeds, and the account of its lines."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from hiring.loading.messages import Message
from hiring.loading.recognise import Recognised
from hiring.mapping.reshaping import columns_of
from hiring.mapping.rules import Feed


@dataclass
class Sheet:
    """The rows that a file gives one table, written anew; `lines` holds the physical line of each.

    `headings`: of a turned sheet the heading whose cell each row is of.
    """

    path: Path
    columns: tuple[str, ...]
    feed: Feed | None = None
    lines: array[int] = field(default_factory=lambda: array("q"))
    headings: list[str] = field(default_factory=list)

    def line_array(self) -> np.ndarray:
        """The physical line of every row, int64."""
        return np.frombuffer(self.lines, dtype=np.int64) if self.lines else np.empty(0, dtype=np.int64)


@dataclass
class Rewritten:
    """What the rewriting of one file came to, with a sheet for each table that it feeds."""

    sheets: tuple[Sheet, ...]
    doubtful_path: Path
    records: int = 0
    skipped: list[Message] = field(default_factory=list)
    skipped_lines: int = 0
    set_aside: list[Message] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    doubtful: int = 0
    first_doubtful: int = 0  # its physical line
    several_lines: bool = False  # a cell holds a line break


def sheets_of(recognised: Recognised, scratch: Path) -> tuple[Sheet, ...]:
    """A sheet for each table that a file of this kind feeds, with nothing in it yet."""
    columns = tuple(name for name in recognised.columns if name)
    plan = recognised.plan
    if plan is None:
        return (Sheet(scratch.with_suffix(".rewritten.csv"), columns),)
    return tuple(
        Sheet(
            scratch.with_suffix(f".{index}.csv"),
            feed.sources if feed.is_row_for_row else columns_of(feed),
            feed,
        )
        for index, feed in enumerate(plan.feeds)
    )
