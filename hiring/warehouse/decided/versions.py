"""Rows that are changed by adding a later version: all of them are kept, and none is written over another's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from hiring import words
from hiring.warehouse.decided import store

LONGEST_TEXT = 200
#: What both sides say of a decision or a promise; the first of one that was just written.
STATUSES = ("open", "kept", "missed", "dropped")
_LONGEST_ID = 200
#: In the place of whoever was erased.
ERASED = "erased"
_WORD = re.compile(r"[A-Za-z0-9-]{0,40}")

T = TypeVar("T", bound=Any)


class WrongError(ValueError):
    """A value that cannot be kept; the text is one line: which, what was found, what was wanted."""


class ConflictError(RuntimeError):
    """Somebody else wrote that version first: `standing` is what stands now, `written` what was to."""

    def __init__(self, standing: Any, written: Any) -> None:
        super().__init__("somebody else changed this in the meantime")
        self.standing = standing
        self.written = written


@dataclass(frozen=True)
class Found(Generic[T]):
    """Every version that could be read, by key and version, and in a line what could not."""

    rows: tuple[T, ...]
    trouble: str = ""


@dataclass(frozen=True)
class Ledger(Generic[T]):
    """The rows of a table of the store: each a frozen dataclass of its columns, told apart by `key` and `version`."""

    table: str
    key: str
    kind: Callable[..., T]

    def every(self, warehouse: Path) -> Found[T]:
        """All versions; of a file that is damaged or locked those that can be read. Raises nothing."""
        rows: list[T] = []
        unread = 0
        try:
            with store.reading(warehouse) as connection:
                if connection is None:
                    return Found(())
                for found in connection.execute(f"select * from {self.table} order by {self.key}, version"):
                    try:
                        rows.append(self.kind(**dict(found)))
                    except (ValueError, TypeError):
                        unread += 1
        except store.StoreError as error:
            return Found(tuple(rows), str(error))
        left = f"{words.counted(unread, 'row')} of {self.table} cannot be read, left as found"
        return Found(tuple(rows), left if unread else "")

    def put(self, warehouse: Path, row: T) -> None:
        """Add a version. Raises `ConflictError` where it is there already, `StoreError`; then nothing is written."""
        values = asdict(row)
        names = ", ".join(values)
        with store.writing(warehouse) as connection:
            found = connection.execute(
                f"select * from {self.table} where {self.key} = ? order by version desc limit 1",
                (values[self.key],),
            ).fetchone()
            if (found["version"] if found is not None else 0) != row.version - 1:
                raise ConflictError(found and self.kind(**dict(found)), row)
            marks = ", ".join(f":{name}" for name in values)
            connection.execute(f"insert into {self.table} ({names}) values ({marks})", values)


def again(row: T, version: int) -> T:
    """The same row as another version."""
    return replace(row, version=version)


def current(rows: tuple[T, ...], key: str) -> tuple[T, ...]:
    """The last version of each, of rows by key and version."""
    return tuple({getattr(row, key): row for row in rows}.values())


def cleaned(text: str) -> str:
    """A text on one line, without control signs and what is invisible, its letters composed."""
    return " ".join(unicodedata.normalize("NFC", words.seen(text)).split())


def check_text(name: str, value: object) -> None:
    """Raises `WrongError` for what is no sentence on one line."""
    if not isinstance(value, str) or not value or value != cleaned(value) or len(value) > LONGEST_TEXT:
        raise wrong(name, value, f"one line of 1 to {LONGEST_TEXT} letters")


def check_id(name: str, value: object) -> None:
    """Raises `WrongError` for what is no id of a person; "" is nobody."""
    if not isinstance(value, str) or value != words.seen(value) or len(value) > _LONGEST_ID:
        raise wrong(name, value, f"an id of at most {_LONGEST_ID} letters")


def check_word(name: str, value: object, allowed: tuple[str, ...] = ()) -> None:
    """Raises `WrongError` for what is none of these words, or no plain word at all."""
    if not isinstance(value, str) or not (value in allowed if allowed else _WORD.fullmatch(value)):
        raise wrong(name, value, " or ".join(allowed) or "a plain word")


def check_day(name: str, value: object) -> None:
    """Raises `WrongError` for what is no day such as 2026-03-31."""
    try:
        date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError as error:
        raise wrong(name, value, "a day such as 2026-03-31") from error


def check_count(name: str, value: object, least: int, most: int) -> None:
    """Raises `WrongError` for what is no whole number from `least` to `most`."""
    if type(value) is not int or not least <= value <= most:
        raise wrong(name, value, f"a whole number from {least:,} to {most:,}")


def wrong(name: str, value: object, wanted: str) -> WrongError:
    """What is told of a value that cannot be kept."""
    return WrongError(f"{name.replace('_', ' ')} · found {words.as_written(value)} · wanted {wanted}")
