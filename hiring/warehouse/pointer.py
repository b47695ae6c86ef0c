"""Which warehouse file is served: a pointer file names it, and only an atomic replace changes the pointer.

A new file name per build lets readers that hold the old file finish with it; a reader that asks again follows
the pointer to the new one. A pointer that is empty or names a missing file falls back to the newest whole file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

POINTER = "current"
PREFIX = "hiring-"
SUFFIX = ".duckdb"
BUILDING = "building-"


class BusyError(RuntimeError):
    """Another build of the same warehouse is running."""


def served(folder: Path) -> Path | None:
    """The warehouse file now served from `folder`, or `None` where there is none yet."""
    try:
        name = (folder / POINTER).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        name = ""
    named = folder / name if _is_ours(name) else None
    if named and named.is_file():
        return named
    return max(folder.glob(f"{PREFIX}*{SUFFIX}"), key=_age, default=None)


def _age(path: Path) -> tuple[int, str]:
    """What sorts the newest file last; a file swept away meanwhile sorts first."""
    try:
        return path.stat().st_mtime_ns, path.name
    except OSError:
        return 0, path.name


def _is_ours(name: str) -> bool:
    return name.startswith(PREFIX) and name.endswith(SUFFIX) and "/" not in name and "\\" not in name


def _flush(path: Path) -> None:
    """Force a file's bytes (or, where the system lets us, a folder's names) to disk."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def swap_in(built: Path, folder: Path, digest: str) -> Path:
    """Serve `built` from now on, under a name of its own; gives that path. The old file stays for its readers."""
    name = f"{PREFIX}{digest[:16]}-{os.urandom(4).hex()}{SUFFIX}"
    _flush(built)
    target = folder / name
    built.replace(target)
    fresh = folder / f"{POINTER}.new"
    fresh.write_text(name + "\n", encoding="utf-8")
    _flush(fresh)
    fresh.replace(folder / POINTER)
    with suppress(OSError, PermissionError):
        _flush(folder)
    return target


def sweep(folder: Path) -> None:
    """Delete warehouses no longer served and what a killed build left; files in use elsewhere are left alone."""
    keep = served(folder)
    for path in [*folder.glob(f"{PREFIX}*"), *folder.glob(f"{BUILDING}*")]:
        if keep is not None and path.name in (keep.name, keep.name + ".wal"):
            continue
        with suppress(OSError):
            if path.is_dir():
                _remove_folder(path)
            else:
                path.unlink()


def _remove_folder(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), key=lambda p: len(p.parts), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    folder.rmdir()


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder's build lock; raises `BusyError` at once where another build holds it.

    The operating system frees the lock when its process ends, so a killed build leaves no stale one.
    """
    with (folder / "lock").open("a+b") as handle:
        _lock(handle)
        yield


def _lock(handle: IO[bytes]) -> None:
    message = "another build of this warehouse is running · wait for it to end, then build again"
    try:
        import fcntl
    except ImportError:
        import msvcrt

        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError as error:
            raise BusyError(message) from error
        return
    try:
        fcntl.flock(handle.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise BusyError(message) from error
