"""Small files of a folder that others write to, opened in one way: a plain file, of a bounded size, or not at all.

A pipe is never waited for, a link never followed, a device never asked; a folder is looked at only so far. What
is in the way is told in the words in which exports are refused.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import IO

from hiring.words import one_line

#: Nobody writes a megabyte of settings or answers by hand; TOML of that size is read in about a second.
MOST_TEXT = 1_000_000
#: Entries of one folder, hidden ones included: more are not even listed. A million would take a minute a look.
MOST_ENTRIES = 100_000
PLAIN = "a plain file"
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISLNK, "a link"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
)
# What a system lacks of these (Windows all of them) is made up for by the look before the opening.
_WARILY = sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY", "O_NOCTTY")
)


class UnfitError(OSError):
    """An entry that is not what it has to be: what was `found` in its place, and what was `wanted`."""

    def __init__(self, path: Path, found: str, wanted: str) -> None:
        todo = " · take it away" if wanted == PLAIN else ""
        super().__init__(errno.EINVAL, f"{found}, wanted {wanted}{todo}", str(path))
        self.found = found
        self.wanted = wanted

    def __str__(self) -> str:
        """One line, without the path to the folder."""
        return f"{one_line(Path(str(self.filename)).name)} · found {self.found} · wanted {self.wanted}"


def kind(mode: int) -> str:
    """What an entry of this mode is, in words, where it is no plain file."""
    return next((words for test, words in _KINDS if test(mode)), "a device")


def kind_in_the_way(path: Path) -> str:
    """What lies at `path` instead of a plain file, in words; empty for a plain file, and for nothing at all.

    Raises `OSError` where that cannot be told.
    """
    try:
        mode = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return ""
    return "" if stat.S_ISREG(mode) else kind(mode)


def descriptor(path: Path, flags: int = os.O_RDONLY, mode: int = 0o666) -> int:
    """A plain file opened with these flags; `mode` is that of a new one, less the umask.

    Raises `UnfitError` for anything else, `OSError` of the disk.
    """
    if other := kind_in_the_way(path):
        raise UnfitError(path, other, PLAIN)
    handle = os.open(path, flags | _WARILY, mode)
    found = os.fstat(handle).st_mode
    if not stat.S_ISREG(found):  # put there since the look before
        os.close(handle)
        raise UnfitError(path, kind(found), PLAIN)
    return handle


def opened(path: Path) -> IO[bytes]:
    """A plain file to be read; raises as `descriptor`."""
    return os.fdopen(descriptor(path), "rb")


def content(path: Path, most: int = MOST_TEXT) -> bytes:
    """All bytes of a plain file. Raises `UnfitError` for another kind of entry and for more than `most` bytes,
    `OSError` of the disk, a missing file among them.
    """
    with opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        found = file.read(most + 1) if size <= most else b""
    if size > most or len(found) > most:
        raise UnfitError(path, f"{max(size, len(found)):,} bytes", f"at most {most:,} bytes")
    return found


def text(path: Path, most: int = MOST_TEXT) -> str:
    """The text of a plain file in UTF-8, its lines ending with `\\n`; raises as `content`, and `UnicodeDecodeError`."""
    return content(path, most).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def write_new(path: Path, given: bytes) -> None:
    """Write a file that is not there yet and force it to disk; raises `OSError`, also where anything is there."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _WARILY, 0o666), "wb") as file:
        file.write(given)
        file.flush()
        os.fsync(file.fileno())


def put(path: Path, given: bytes) -> None:
    """Put the bytes in place of the file in one step; until then their file has a hidden name.

    Whose the file is, and what others may do with it, stays as it was. Raises `UnfitError` where something else than
    a plain file lies there, `OSError` of the disk.
    """
    if other := kind_in_the_way(path):
        raise UnfitError(path, other, PLAIN)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        write_new(fresh, given)
        _as_before(fresh, path)
        fresh.replace(path)
    finally:
        with suppress(FileNotFoundError):
            fresh.unlink()


def _as_before(fresh: Path, path: Path) -> None:
    """Give a file the owner, group and mode of the one it takes the place of, as far as this account may."""
    if os.name != "posix" or not path.exists():
        return
    before = path.lstat()
    with suppress(PermissionError):
        os.chown(fresh, before.st_uid, before.st_gid)
    with suppress(PermissionError):
        fresh.chmod(stat.S_IMODE(before.st_mode))


def entries(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, hidden or not, in no order.

    Raises `UnfitError` for more than `MOST_ENTRIES`, `OSError` where the folder cannot be listed.
    """
    found: list[os.DirEntry[str]] = []
    with os.scandir(folder) as listed:
        for entry in listed:
            if len(found) == MOST_ENTRIES:
                raise UnfitError(folder, f"more than {MOST_ENTRIES:,} entries", f"at most {MOST_ENTRIES:,}")
            found.append(entry)
    return found
