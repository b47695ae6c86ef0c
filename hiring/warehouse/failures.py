"""How a build is told that did not end as builds do: disk or memory gave out, or it was stopped."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from hiring.loading.messages import Message
from hiring.warehouse.request import BuildResult

_ROOM = "make room on the disk of the warehouse folder, then build again"
_TODO = {
    errno.EFBIG: "raise the limit of file sizes for this account (ulimit -f), then build again",
    errno.EACCES: "let the account that builds write there, then build again",
    errno.EPERM: "let the account that builds write there, then build again",
    errno.EROFS: "let the account that builds write there, then build again",
    errno.ENOMEM: "close what else needs memory on this machine, then build again",
}
_OUTCOME = "build failed: nothing was swapped in"


def error_in_words(error: OSError) -> str:
    """The error as one line for a person: what happened, and to which file where it is known."""
    where = f": {error.filename}" if error.filename else ""
    return f"{error.strerror or error}{where}".splitlines()[0]


def out_of_room(error: Exception) -> OSError:
    """An error of DuckDB's or Python's about room on disk or in memory, as the system's own kind of error."""
    if isinstance(error, MemoryError):
        return OSError(errno.ENOMEM, "the build ran out of memory")
    line = str(error).splitlines()[0]
    known = [number for number in (errno.EFBIG, errno.EDQUOT, errno.ENOSPC) if os.strerror(number) in line]
    return OSError(known[0] if known else errno.ENOSPC, f"the build ran out of room: {line}")


def failed(error: OSError) -> BuildResult:
    """The record of a build that ended in an error of disk or memory."""
    todo = _TODO.get(error.errno or 0, _ROOM)
    return BuildResult(
        "failed",
        messages=(Message("failed", "the build", None, None, error_in_words(error), "", _OUTCOME, todo),),
    )


def stopped() -> BuildResult:
    """The record of a build that was stopped, or ended by a fault of our own."""
    found, todo = "stopped before its end", "build again; if it stops again, please report it"
    return BuildResult(
        "failed", messages=(Message("failed", "the build", None, None, found, "", _OUTCOME, todo),)
    )


def unrecorded(error: OSError) -> OSError:
    """The same error, which also says that the pages will not know of it."""
    no_record = "there was no room for a record of it either: Data health does not know"
    return OSError(error.errno or errno.EIO, f"{error_in_words(error)} · {no_record}")


def aside(error: OSError, folder: Path) -> OSError:
    """The same error of a check, which also says where its scratch lies."""
    return OSError(
        error.errno or errno.EIO,
        f"{error_in_words(error)} · a check works in {folder} · TMPDIR names a roomier place",
    )
