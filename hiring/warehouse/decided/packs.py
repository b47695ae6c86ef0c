"""Packs of a review as they were frozen: put once, read again, never changed but by erasing somebody."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path

from hiring.warehouse.decided import store
from hiring.warehouse.decided.versions import ConflictError, Found

#: Letters of a pack: some thousand times a page.
LONGEST_CONTENT = 20_000_000


@dataclass(frozen=True)
class Pack:
    """A frozen pack; `digest` is the SHA-256 of `content`, and stands for what was left of it where `is_erased`."""

    pack_id: str
    quarter: str
    audience: str
    frozen_at: str
    frozen_by: str
    digest: str
    content: str
    is_erased: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether the content is the one that was put there."""
        return digest_of(self.content) == self.digest


class ChangedError(store.StoreError):
    """A pack whose content is not the one that was frozen; the text is one line."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(
            f"the pack of {pack.quarter} frozen on {pack.frozen_at[:10]} is not as it was frozen: its text has another "
            "digest · put a copy of the file of decisions back"
        )


def digest_of(content: str) -> str:
    """The SHA-256 of a content, in hex."""
    return hashlib.sha256(content.encode()).hexdigest()


def add(warehouse: Path, pack: Pack) -> None:
    """Keep a pack. Raises `ConflictError` where its id is there, `StoreError`, and `ValueError` for too long a one."""
    if len(pack.content) > LONGEST_CONTENT or not pack.is_whole:
        raise ValueError("a pack of another digest, or longer than can be kept")
    values = asdict(pack)
    with store.writing(warehouse) as connection:
        standing = _row(connection, pack.pack_id)
        if standing is not None:
            raise ConflictError(standing, pack)
        marks = ", ".join(f":{name}" for name in values)
        connection.execute(f"insert into packs ({', '.join(values)}) values ({marks})", values)


def every(warehouse: Path) -> Found[Pack]:
    """All packs without their content, the last frozen first; and in a line what cannot be read."""
    found: list[Pack] = []
    try:
        with store.reading(warehouse) as connection:
            rows = (
                ()
                if connection is None
                else connection.execute(
                    "select pack_id, quarter, audience, frozen_at, frozen_by, digest, '' as content, is_erased "
                    "from packs order by frozen_at desc, pack_id"
                )
            )
            found += map(_pack, rows)
    except store.StoreError as error:
        return Found(tuple(found), str(error))
    return Found(tuple(found))


def get(warehouse: Path, pack_id: str) -> Pack | None:
    """The pack of this id with its content; None where there is none. Raises `StoreError`, and `ChangedError`."""
    with store.reading(warehouse) as connection:
        found = None if connection is None else _row(connection, pack_id)
    if found is not None and not found.is_whole:
        raise ChangedError(found)
    return found


def _row(connection: sqlite3.Connection, pack_id: str) -> Pack | None:
    found = connection.execute("select * from packs where pack_id = ?", (pack_id,)).fetchone()
    return None if found is None else _pack(found)


def _pack(row: sqlite3.Row) -> Pack:
    return Pack(**{**dict(row), "is_erased": bool(row["is_erased"])})
