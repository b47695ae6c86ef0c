"""The server begun anew in its own place: same command, same process number, nothing of its memory.

Forgetting frees what was kept, and the freed memory is handed out again piece by piece: until then the words of the
old warehouse may lie in it. A process that replaces itself gives all of it back at once.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import sys
from contextlib import suppress
from pathlib import Path

import streamlit as st

LOG = logging.getLogger(__name__)
SYSTEM = os.name
SAID = "a build forgot somebody: the dashboard begins anew, open pages come back by themselves"
BY_HAND = "a build forgot somebody: start the dashboard anew, its memory may still hold what was forgotten"


def is_possible() -> bool:
    """Whether this process may be replaced: Windows would make a second one, and a worker belongs to its master."""
    return SYSTEM == "posix" and multiprocessing.parent_process() is None


def begin_anew() -> None:
    """Replace this process by a fresh one of the same command; comes back only where that cannot be, and says so."""
    if not is_possible():
        LOG.warning(BY_HAND)
        return
    LOG.warning(SAID)
    _close_when_replaced()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    try:
        os.execve(sys.executable, _command(), _environment())  # noqa: S606 (this very command, no shell)
    except OSError as error:
        LOG.error("%s (%s)", BY_HAND, error.strerror)


def _command() -> list[str]:
    return [sys.executable, *sys.orig_argv[1:]]


def _environment() -> dict[str, str]:
    """The same surroundings, and the port that open pages know, where another one was taken than was asked for."""
    return {**os.environ, "STREAMLIT_SERVER_PORT": str(st.get_option("server.port"))}


def _close_when_replaced() -> None:
    """No file, connection or listening socket of this process stays open in the one that takes its place.

    Streamlit hands its listening socket on to children: the new process would find its own port taken.
    """
    for handle in _open_handles():
        with suppress(OSError):
            os.set_inheritable(handle, False)


def _open_handles() -> list[int]:
    try:
        return [handle for path in Path("/dev/fd").iterdir() if (handle := int(path.name)) > 2]
    except (OSError, ValueError):
        return list(range(3, os.sysconf("SC_OPEN_MAX")))
