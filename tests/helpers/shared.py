"""What several tests, in whichever process, need alike: made once a run, by the first that needs it."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

#: Names the folder to the processes that a run starts.
FOLDER = "HIRING_TESTS_SHARED"


def begin() -> Path | None:
    """Open the folder of this run; gives it to whoever is to `end` it, nothing where a parent opened it."""
    if os.environ.get(FOLDER):
        return None
    opened = Path(tempfile.mkdtemp(prefix="hiring-tests-"))
    os.environ[FOLDER] = str(opened)
    return opened


def end(opened: Path) -> None:
    """Leave nothing behind."""
    del os.environ[FOLDER]
    shutil.rmtree(opened)


def once(name: str, make: Callable[[Path], None]) -> Path:
    """The folder that `make` fills, whole, whoever made it; for reading only.

    A process that wants what another is making waits for it, and begins itself where that one failed.
    """
    shared = Path(os.environ[FOLDER])
    whole = shared / name
    if not whole.exists():
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not whole.exists():
                begun = Path(tempfile.mkdtemp(dir=shared))
                make(begun)
                begun.rename(whole)
    return whole
