"""The audit log: who took what out or changed what, a line each, outside the warehouse, which may be deleted any time.

It lies beside the warehouse's folder, in `audit/<name of that folder>.jsonl`, or where `HIRING_AUDIT` says. Whoever
takes something out has a line there first: where none can be written, nothing is handed over.
"""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from hiring import config
from hiring.access import chain
from hiring.access.viewer import Viewer
from hiring.loading import plain_files, private_files

#: Several servers and command lines may write at once; a line takes milliseconds.
LONGEST_WAIT = 10.0
#: Where earlier versions kept it: within the warehouse's folder.
_OLDER = "audit.jsonl"
_LOOKED_AT = 64 * 1024  # bytes in which a line of ours stands, be the first one cut short


class AuditError(OSError):
    """The log cannot be written; the text is one line for whoever wanted something that must stand in it."""


def log_path(warehouse: Path) -> Path:
    """Where the log of the warehouse in this folder lies."""
    home = private_files.real(warehouse)
    return config.audit_named() or home.parent / "audit" / f"{home.name}.jsonl"


def write_down(
    warehouse: Path, viewer: Viewer, action: str, subject: str, rows: int, reason: str = ""
) -> None:
    """Append one line to the log: who took what out, how much, when (UTC), why where that was asked.

    Raises `AuditError`.
    """
    line: dict[str, object] = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "viewer": viewer.viewer_id,
        "role": viewer.role,
        "action": action,
        "subject": subject,
        "rows": rows,
        **({"reason": reason} if reason else {}),
    }
    _append(warehouse, line)


def ready(warehouse: Path) -> None:
    """Raises `AuditError` where no line could be written: asked before something is done that cannot be undone."""
    _append(warehouse, None)


def carry_over(warehouse: Path) -> None:
    """Bring the log of an earlier version out of the warehouse's folder; where that cannot be, it stays there."""
    if _older_lines(warehouse):
        with suppress(AuditError):
            ready(warehouse)


def verified(warehouse: Path, holds: str = "") -> chain.Verified:
    """Whether the log is whole, as `chain.verified`; none there is an empty one. Raises `OSError`."""
    try:
        with plain_files.opened(log_path(warehouse)) as file:
            return chain.verified((line.rstrip(b"\n") for line in file), holds)
    except FileNotFoundError:
        return chain.verified((), holds)


def _append(warehouse: Path, line: dict[str, object] | None) -> None:
    log = log_path(warehouse)
    try:
        if log.parent.is_symlink() and not config.audit_named():
            raise OSError(0, "a link where the folder of the log would be", str(log.parent))
        log.parent.mkdir(mode=private_files.PRIVATE_FOLDER, parents=True, exist_ok=True)
        _accept(log, warehouse)
        with private_files.appending(log, LONGEST_WAIT) as append:
            older = _older_lines(warehouse)
            append(older + _written(line, older, log))
            if older:
                (warehouse / _OLDER).unlink()
    except private_files.HeldError as error:
        raise AuditError(f"the audit log cannot be written: {error} · try again") from error
    except OSError as error:
        where = f": {error.filename}" if error.filename else f": {log}"
        raise AuditError(
            f"the audit log cannot be written: {error.strerror or error}{where} · put that right, or name another "
            "file in HIRING_AUDIT"
        ) from error


def _written(line: dict[str, object] | None, older: bytes, log: Path) -> bytes:
    """The line as it is added: in plain ASCII, so that it is one to every reader; a team's as a link of the chain."""
    if line is None:
        return b""
    if config.rights_named() is not None:
        line = chain.after(_last_line(older) or _last_line(_end_of(log)), line)
    return json.dumps(line).encode() + b"\n"


def _last_line(content: bytes) -> bytes:
    return content.removesuffix(b"\n").rpartition(b"\n")[2]


def _end_of(log: Path) -> bytes:
    """The end of the log, as far as its last line can reach."""
    with plain_files.opened(log) as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - _LOOKED_AT))
        return file.read()


def _accept(log: Path, warehouse: Path) -> None:
    """Raises `OSError` where lines would be added to something of somebody else's, or where builds read and delete."""
    where = private_files.real(log)
    for folder, what in ((config.exports_named() or config.EXPORTS, "exports"), (warehouse, "warehouse")):
        if private_files.real(folder) in where.parents:
            raise OSError(0, f"a log within the folder of the {what}", str(log))
    with suppress(FileNotFoundError), plain_files.opened(log) as file:
        start = file.read(_LOOKED_AT)
        is_ours = start.startswith(b'{"at"') or any(map(_is_line, start.splitlines()))
        if start.strip() and not is_ours:
            raise OSError(0, "a file that is no audit log", str(log))


def _is_line(line: bytes) -> bool:
    """Whether a line is one of an audit log."""
    try:
        return {"at", "viewer", "action"} <= set(json.loads(line))
    except (ValueError, TypeError, RecursionError):
        return False


def _older_lines(warehouse: Path) -> bytes:
    """What the log of an earlier version holds; nothing where there is none of ours, or it could not be taken away."""
    older = warehouse / _OLDER
    with suppress(OSError, ValueError):
        if not stat.S_ISREG(older.lstat().st_mode) or private_files.real(older) == private_files.real(
            log_path(warehouse)
        ):
            return b""
        with plain_files.opened(older) as file:
            content = file.read()
        if _is_line(content.partition(b"\n")[0]) and os.access(warehouse, os.W_OK):
            return content if content.endswith(b"\n") else content + b"\n"
    return b""
