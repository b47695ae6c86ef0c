"""Where a build or a check keeps what it needs only while it runs: for this account alone, and gone afterwards.

It holds copies of exports, so what a killed one leaves is deleted by the next.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hiring.loading import private_files

#: The names of a build's scratch, within the warehouse's folder, and of a check's.
NAME = re.compile(r"building-[0-9a-f]{16}")
ASIDE = re.compile(r"hiring-check-[0-9a-f]{16}")
_IN_USE = "lock"  # held as long as the check runs whose scratch it lies in


@contextmanager
def inside(warehouse: Path) -> Iterator[Path]:
    """A folder within the warehouse's for what a build needs while it runs; whatever stays, the next one sweeps."""
    with within(warehouse / f"building-{secrets.token_hex(8)}") as path:
        yield path


@contextmanager
def aside() -> Iterator[Path]:
    """The same for a check, which leaves the warehouse's folder as it is: in the system's own place (`TMPDIR`)."""
    sweep_aside()
    name = f"hiring-check-{secrets.token_hex(8)}"
    with within(Path(tempfile.gettempdir()) / name) as path, private_files.held(path / _IN_USE, wait=1):
        yield path


def sweep_aside() -> None:
    """Delete what killed checks of this account left: it holds copies of exports."""
    folder = Path(tempfile.gettempdir())
    for path in folder.glob("hiring-check-*"):
        with suppress(OSError, private_files.HeldError):
            found = path.lstat()
            is_ours = stat.S_ISDIR(found.st_mode) and found.st_uid == _account()
            if ASIDE.fullmatch(path.name) and is_ours and (path / _IN_USE).exists():
                with private_files.held(path / _IN_USE):
                    pass
                shutil.rmtree(path)


def _account() -> int:
    return os.geteuid() if os.name == "posix" else 0  # elsewhere every file is said to be of 0


@contextmanager
def within(path: Path) -> Iterator[Path]:
    """A folder that is there, for this account alone, as long as it is needed."""
    path.mkdir(mode=private_files.PRIVATE_FOLDER)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)  # never through a link, not even one put there meanwhile
