"""Small files of our own, for this account alone: put in place whole, added to by several at once, locked.

Each is opened as `plain_files` opens what lies in a folder: a link would lead a writer out of it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from hiring.loading import plain_files

#: Ours alone: what we keep names people.
PRIVATE = 0o600
PRIVATE_FOLDER = 0o700
#: Seconds between two looks at whether a lock has become free.
_LOOK_EVERY = 0.02


class HeldError(RuntimeError):
    """Somebody else holds the lock, and held it as long as we waited."""


def real(path: Path) -> Path:
    """Where a path leads in the end, links followed; of links in a circle, as far as they lead."""
    return Path(os.path.realpath(path))


def replaced(path: Path, content: bytes, mode: int = PRIVATE) -> None:
    """Put `content` in place of the file in one step; it is whole at every moment. `OSError` of the disk.

    Written beside it first, as `<name>.new`: whoever calls this keeps others from doing so at the same time.
    """
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        handle = plain_files.descriptor(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        try:
            written(handle, content)
        finally:
            os.close(handle)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def written(handle: int, content: bytes) -> None:
    """Write all of it and force it to disk."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


@contextmanager
def appending(path: Path, wait: float) -> Iterator[Callable[[bytes], None]]:
    """A way to add lines to the end of a file that several processes write to: whole, or not at all.

    Raises `HeldError` where others write longer than `wait` seconds, `OSError` of the disk.
    """
    handle = plain_files.descriptor(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, PRIVATE)
    try:
        _lock(handle, path, wait)
        yield partial(_append, handle)
    finally:
        os.close(handle)


def _append(handle: int, lines: bytes) -> None:
    size = os.fstat(handle).st_size
    if size and lines:
        os.lseek(handle, -1, os.SEEK_END)
        if os.read(handle, 1) != b"\n":  # a line that was cut short keeps to itself
            lines = b"\n" + lines
    try:
        written(handle, lines)
    except OSError:
        os.ftruncate(handle, size)
        raise


@contextmanager
def held(path: Path, wait: float = 0.0, mode: int = PRIVATE) -> Iterator[None]:
    """Hold the lock that the file `path` stands for; raises `HeldError` where it is not free within `wait` seconds.

    The operating system frees it when its process ends, so a killed one leaves no stale lock.
    """
    handle = _lock_file(path, mode)
    try:
        _lock(handle, path, wait)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, path: Path, wait: float) -> None:
    until = time.monotonic() + wait
    while not _took(handle):
        if time.monotonic() >= until:
            raise HeldError(f"{path.name} is held by somebody else")
        time.sleep(_LOOK_EVERY)


def _lock_file(path: Path, mode: int) -> int:
    try:
        return plain_files.descriptor(path, os.O_RDWR | os.O_CREAT, mode)
    except PermissionError:
        if not path.exists():
            raise
        return plain_files.descriptor(path)  # of another account that shares the folder


def _took(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:
        return _took_on_windows(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _took_on_windows(handle: int) -> bool:
    import msvcrt

    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True
