"""Folders for what a look at a file writes: gone when the look is over, and after a kill at the next look or build.

They hold what stands in exports, names included, in the system's folder for temporary files. Each holds a locked file
as long as whoever made it lives: the system frees the lock with the process, however that ends.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hiring.warehouse import pointer, workplace

PREFIX = "hiring-look-"
FILES = "files"
#: The name of such a folder, and all that lies in it. Folders of people's own may be called nearly so.
NAME = re.compile(rf"{PREFIX}[0-9a-f]{{16}}")
_WITHIN = frozenset({FILES, "lock"})


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder for as long as the block lasts. Raises `OSError` where none can be made."""
    sweep()
    with (
        workplace.within(Path(tempfile.gettempdir()) / f"{PREFIX}{secrets.token_hex(8)}") as path,
        pointer.alone(path),
    ):
        files = path / FILES
        files.mkdir()  # whoever sweeps leaves a folder without it alone: it is about to be locked
        yield files


def sweep() -> None:
    """Delete the folders of those who were killed; what belongs to somebody else, or is in use, is left alone."""
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if NAME.fullmatch(path.name) and _is_left_behind(path):
                shutil.rmtree(path)


def _is_left_behind(path: Path) -> bool:
    if path.is_symlink() or (hasattr(os, "getuid") and path.stat().st_uid != os.getuid()):
        return False
    if {entry.name for entry in path.iterdir()} != _WITHIN or not (path / FILES).is_dir():
        return False
    with suppress(pointer.BusyError), pointer.alone(path):
        return True
    return False
