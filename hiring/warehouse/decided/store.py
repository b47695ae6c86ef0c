"""The file of decisions: SQLite in WAL mode, for this account alone; rows are added to it, and none is changed.

It lies beside the warehouse's folder, in `decisions/<name of that folder>.sqlite`, or where `HIRING_DECISIONS` says.
What is damaged is left as it lies, for whoever has a copy to put back.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from hiring import config
from hiring.loading import plain_files, private_files

#: Counts up when a column is added; a file of a later format is not touched.
FORMAT = 2
#: Marks the file as ours: "HiDe" in letters.
OURS = 0x48694465
#: Several servers may write at once; a row takes milliseconds.
LONGEST_WAIT = 5.0
_PREPARATIONS = """create table preparations (
    preparation_id text not null, version integer not null, quarter text not null, audience text not null,
    exhibit text not null, left_out integer not null, comment text not null, written_at text not null,
    written_by text not null, primary key (preparation_id, version))"""
#: What the first write adds to a file of an earlier format; who only reads such a file takes the columns' defaults.
_ADDED = {1: ("alter table promises add column status text not null default 'open'", _PREPARATIONS)}
_TABLES = (
    """create table decisions (
    decision_id text not null, version integer not null, quarter text not null, text text not null,
    side text not null, owner_id text not null, due_on text not null, measure text not null, wanted real,
    then_value real, then_low real, then_high real, then_n integer not null, status text not null,
    written_at text not null, written_by text not null, primary key (decision_id, version))""",
    """create table promises (
    promise_id text not null, version integer not null, text text not null, side text not null,
    within_days integer not null, starts_on text not null, hr_id text not null, sales_id text not null,
    written_at text not null, written_by text not null, status text not null default 'open',
    primary key (promise_id, version))""",
    """create table packs (
    pack_id text primary key not null, quarter text not null, audience text not null, frozen_at text not null,
    frozen_by text not null, digest text not null, content text not null, is_erased integer not null)""",
    _PREPARATIONS,
    # The warehouses whose erased people are out of here.
    "create table reached (warehouse text primary key not null)",
)
#: Whether to let the account write, make room, and so on: by SQLite's own code.
_WHY = {
    sqlite3.SQLITE_BUSY: ("somebody else is writing in it", "try again"),
    sqlite3.SQLITE_LOCKED: ("somebody else is writing in it", "try again"),
    sqlite3.SQLITE_FULL: ("its disk is full", "make room there, then try again"),
    sqlite3.SQLITE_IOERR: ("its disk gives an error", "look after the disk, then try again"),
    sqlite3.SQLITE_READONLY: ("it may not be written", "let this account write the file and its folder"),
    sqlite3.SQLITE_CANTOPEN: (
        "it cannot be opened",
        "let this account read and write the file and its folder",
    ),
    sqlite3.SQLITE_CORRUPT: ("it is damaged", "put a copy of it back; it was left as it is"),
    sqlite3.SQLITE_NOTADB: (
        "it is damaged, or another kind of file",
        "put a copy of it back; it was left as it is",
    ),
}


class StoreError(OSError):
    """The file cannot be read or written; the text is one line for whoever wanted to."""


def path_of(warehouse: Path) -> Path:
    """Where the decisions made on the warehouse in this folder lie."""
    home = private_files.real(warehouse)
    return config.decisions_named() or home.parent / "decisions" / f"{home.name}.sqlite"


@contextmanager
def reading(warehouse: Path) -> Iterator[sqlite3.Connection | None]:
    """A look at the file, also where it may only be read; None where nothing was ever written. `StoreError`."""
    path = path_of(warehouse)
    with _in_words(path, "read"):
        _accept(path, warehouse)
        if not path.exists():
            yield None
            return
        connection = _to_read(path)
        try:
            _accept_content(connection, path)
            yield connection
        finally:
            connection.close()


@contextmanager
def writing(warehouse: Path) -> Iterator[sqlite3.Connection]:
    """A transaction, on disk as a whole or not at all; the file is made where there is none. Raises `StoreError`."""
    path = path_of(warehouse)
    with _in_words(path, "written"):
        _accept(path, warehouse)
        if not path.exists():
            _make(path)
        connection = _connected(path, "rw")
        try:
            connection.execute("begin immediate")
            _bring_up_to_date(connection, _accept_content(connection, path))
            yield connection
            connection.execute("commit")
        finally:
            connection.close()  # what was not committed is rolled back


def is_there(warehouse: Path) -> bool:
    """Whether anything was ever written: a file, or what lies in its place."""
    return os.path.lexists(path_of(warehouse))


def rewrite(warehouse: Path) -> None:
    """Write the whole file anew, so that nothing is left in it of what rows no longer hold. Raises `StoreError`."""
    path = path_of(warehouse)
    with _in_words(path, "written"), closing(_connected(path, "rw")) as connection:
        connection.execute("vacuum")
        (is_held, _, _) = connection.execute("pragma wal_checkpoint(truncate)").fetchone()
        if is_held:
            raise OSError(0, "somebody is reading in it", str(path))


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=LONGEST_WAIT, isolation_level=None
    )
    connection.row_factory = sqlite3.Row
    connection.execute("pragma trusted_schema = off")
    if mode == "rw":
        connection.execute("pragma synchronous = full")
        connection.execute("pragma secure_delete = on")
    return connection


def _to_read(path: Path) -> sqlite3.Connection:
    connection = _connected(path, "ro")
    try:
        connection.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        # In a folder that may not be written SQLite cannot share the file: read it as it lies, if all of it lies there.
        connection.close()
        is_whole = not _beside(path, "-wal").exists() or not _beside(path, "-wal").stat().st_size
        if _code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or not is_whole:
            raise
        return _connected(path, "ro&immutable=1")
    return connection


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


def _accept(path: Path, warehouse: Path) -> None:
    """Raises `OSError` where a link leads elsewhere, or where builds read and delete."""
    if path.parent.is_symlink() and not config.decisions_named():
        raise OSError(0, "a link where the folder of decisions would be", str(path.parent))
    for one in (path, _beside(path, "-wal"), _beside(path, "-shm")):
        if other := plain_files.kind_in_the_way(one):
            raise plain_files.UnfitError(one, other, plain_files.PLAIN)
    for folder, what in ((config.exports_named() or config.EXPORTS, "exports"), (warehouse, "warehouse")):
        if private_files.real(folder) in private_files.real(path).parents:
            raise OSError(0, f"a file within the folder of the {what}", str(path))


def _bring_up_to_date(connection: sqlite3.Connection, found: int) -> None:
    """Add to a file of an earlier format what it has not; within the transaction, so wholly or not at all."""
    for earlier in range(found, FORMAT):
        for statement in _ADDED[earlier]:
            connection.execute(statement)
        connection.execute(f"pragma user_version = {earlier + 1}")


def _accept_content(connection: sqlite3.Connection, path: Path) -> int:
    """The file's format. Raises `OSError` where it is none of ours, or of a later version."""
    (mark,), (found,) = (
        connection.execute(f"pragma {name}").fetchone() for name in ("application_id", "user_version")
    )
    if mark != OURS:
        raise OSError(0, "a file that holds no decisions of ours", str(path))
    if not 1 <= found <= FORMAT:
        raise OSError(0, f"a file of format {found}, which this version does not know", str(path))
    return int(found)


def _make(path: Path) -> None:
    """An empty file of ours, put in its place whole; whoever else made it first has made the same."""
    path.parent.mkdir(mode=private_files.PRIVATE_FOLDER, parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        os.close(plain_files.descriptor(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, private_files.PRIVATE))
        connection = _connected(fresh, "rw")
        try:
            connection.execute(f"pragma application_id = {OURS}")
            connection.execute(f"pragma user_version = {FORMAT}")
            for table in _TABLES:
                connection.execute(table)
            connection.execute("pragma journal_mode = wal")
        finally:
            connection.close()
        try:
            os.link(fresh, path)
        except FileExistsError:
            return
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            _beside(fresh, end).unlink(missing_ok=True)


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def _in_words(path: Path, done: str) -> Iterator[None]:
    """What goes wrong inside with the file, as one line."""
    try:
        yield
    except StoreError:
        raise
    except sqlite3.Error as error:
        why, todo = _WHY.get(_code(error), (str(error).splitlines()[0], "put that right, then try again"))
        raise StoreError(f"decisions cannot be {done}: {why}: {path} · {todo}") from error
    except plain_files.UnfitError as error:
        raise StoreError(f"decisions cannot be {done}: {error}") from error
    except OSError as error:
        where = error.filename or path
        raise StoreError(
            f"decisions cannot be {done}: {error.strerror or error}: {where} · put that right, or name another file "
            "in HIRING_DECISIONS"
        ) from error
