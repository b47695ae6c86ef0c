"""Which warehouse file is served: a pointer file names it, and only an atomic replace changes the pointer.

A new file name per build lets readers that hold the old file finish with it; a reader that asks again follows
the pointer to the new one. A pointer that is empty or names a missing file falls back to the newest whole file.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hiring.loading import plain_files, private_files

POINTER = "current"
#: The name a build gives a warehouse file, and nobody else a file of theirs: digest, then chance.
NAME = re.compile(r"hiring-[0-9a-f]{16}-[0-9a-f]{8}\.duckdb")
_LONGEST_NAME = 1000


class BusyError(RuntimeError):
    """Another build of the same warehouse is running."""


def named(folder: Path) -> str:
    """The name that stands in the pointer; nothing where there is none or it is not one of ours."""
    try:
        name = plain_files.text(folder / POINTER, _LONGEST_NAME).strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return name if NAME.fullmatch(name) else ""


def hindrance(folder: Path) -> str:
    """What lies where the pointer file has to be, in words; empty for a plain file, and where there is none yet."""
    return plain_files.kind_in_the_way(folder / POINTER)


def served(folder: Path) -> Path | None:
    """The warehouse file now served from `folder`, or `None` where there is none yet."""
    name = named(folder)
    if name and _is_plain(folder / name):
        return folder / name
    found = [path for path in folder.glob("hiring-*.duckdb") if NAME.fullmatch(path.name) and _is_plain(path)]
    return max(found, key=_age, default=None)


def _is_plain(path: Path) -> bool:
    """Whether a warehouse is there to be opened: a pipe would be waited for, and a link leads elsewhere."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _age(path: Path) -> tuple[int, str]:
    """What sorts the newest file last; a file swept away meanwhile sorts first."""
    try:
        return path.stat().st_mtime_ns, path.name
    except OSError:
        return 0, path.name


def _flush(path: Path) -> None:
    """Force a file's bytes (or, where the system lets us, a folder's names) to disk."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def swap_in(built: Path, folder: Path, digest: str) -> Path:
    """Serve `built` from now on, under a name of its own; gives that path. The old file stays for its readers."""
    name = f"hiring-{digest[:16]}-{os.urandom(4).hex()}.duckdb"
    built.chmod(private_files.PRIVATE)
    _flush(built)
    target = folder / name
    built.replace(target)
    private_files.replaced(folder / POINTER, f"{name}\n".encode())
    with suppress(OSError, PermissionError):
        _flush(folder)
    return target


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder's build lock; raises `BusyError` at once where another build holds it.

    The operating system frees the lock when its process ends, so a killed build leaves no stale one.
    """
    try:
        with private_files.held(folder / "lock"):
            yield
    except private_files.HeldError as error:
        raise BusyError(
            "another build of this warehouse is running · wait for it to end, then build again"
        ) from error
