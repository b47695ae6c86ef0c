"""How a review's pack was prepared: of each exhibit whether it is left out, and what was written of it, by version."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hiring.warehouse.decided import store, versions
from hiring.warehouse.decided.decisions import QUARTER
from hiring.warehouse.decided.versions import ConflictError, Found

MOST_COMMENT = 400  # letters: two sentences below a figure
AUDIENCES = ("meeting", "names")
#: Of two who write of one exhibit at once the later wins, as soon as it has seen what the other wrote.
TRIES = 5
_KEY = re.compile(r"\w{1,60}")


@dataclass(frozen=True)
class Preparation:
    """One version of how an exhibit is prepared; raises `WrongError` where a value is none that can be kept."""

    preparation_id: str
    version: int
    quarter: str
    audience: str
    exhibit: str
    left_out: int
    comment: str
    written_at: str
    written_by: str

    def __post_init__(self) -> None:
        versions.check_count("version", self.version, 1, 1_000_000)
        if not QUARTER.fullmatch(str(self.quarter)):
            raise versions.wrong("quarter", self.quarter, "a quarter such as 2026Q3")
        versions.check_word("audience", self.audience, AUDIENCES)
        if not _KEY.fullmatch(str(self.exhibit)):
            raise versions.wrong("exhibit", self.exhibit, "the key of an exhibit")
        if self.preparation_id != key_of(self.quarter, self.audience, self.exhibit):
            raise versions.wrong("preparation", self.preparation_id, "quarter, audience and exhibit")
        versions.check_count("left out", self.left_out, 0, 1)
        if self.comment != versions.cleaned(self.comment) or len(self.comment) > MOST_COMMENT:
            raise versions.wrong("comment", self.comment, f"one line of at most {MOST_COMMENT} letters")


PREPARATIONS = versions.Ledger("preparations", "preparation_id", Preparation)


def key_of(quarter: str, audience: str, exhibit: str) -> str:
    """What tells the preparation of an exhibit from every other."""
    return f"{quarter} {audience} {exhibit}"


def of(warehouse: Path, quarter: str, audience: str) -> Found[Preparation]:
    """As each exhibit of this pack is prepared now; nothing in a file from before packs were prepared in it."""
    with suppress(store.StoreError), store.reading(warehouse) as connection:
        if connection is None or not _has_table(connection):
            return Found(())
    found = PREPARATIONS.every(warehouse)
    mine = (one for one in found.rows if (one.quarter, one.audience) == (quarter, audience))
    return Found(versions.current(tuple(mine), "preparation_id"), found.trouble)


def kept(rows: Sequence[Preparation]) -> tuple[tuple[str, ...], dict[str, str]]:
    """Which exhibits these leave out, and what they say to others."""
    left_out = tuple(one.exhibit for one in rows if one.left_out)
    return left_out, {one.exhibit: one.comment for one in rows if one.comment}


def _has_table(connection: sqlite3.Connection) -> bool:
    told = connection.execute("select 1 from sqlite_master where type = 'table' and name = 'preparations'")
    return told.fetchone() is not None


def put(warehouse: Path, row: Preparation) -> None:
    """Write it as the next version, whichever stands there. Raises `StoreError`, and `ConflictError` in the end."""
    for left in reversed(range(TRIES)):
        try:
            return PREPARATIONS.put(warehouse, row)
        except ConflictError as other:
            if not left:
                raise
            standing = other.standing.version if other.standing else 0
            row = versions.again(row, standing + 1)
    return None
