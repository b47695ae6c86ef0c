"""What may lie where a plain file has to be, and a time after which nobody waits for it any more."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Seconds that no look at a folder takes: where something is waited for, a test fails instead of hanging.
PATIENCE = 60


def pipe(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def link(path: Path) -> None:
    """To a text that would do: whoever follows it reads it."""
    elsewhere = path.parent.parent / "elsewhere.txt"
    elsewhere.write_text("", encoding="utf-8")
    path.symlink_to(elsewhere)


def dangling(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


def plug(path: Path) -> None:
    """A socket. Its name may be 100 letters long, its folder included."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


#: How each is made, and what it is called.
KINDS = ((pipe, "a pipe"), (folder, "a folder"), (link, "a link"), (dangling, "a link"), (plug, "a socket"))


@contextmanager
def in_time() -> Iterator[None]:
    """Raises `TimeoutError` within, where something takes longer than anything does that waits for nobody."""

    def over(_signal: int, _frame: object) -> None:
        raise TimeoutError("something was waited for")

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
