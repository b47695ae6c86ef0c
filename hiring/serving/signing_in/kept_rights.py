"""The file of rights, read anew when it changed: a fault in it gives nobody anything, from that moment on."""

from __future__ import annotations

import threading
from pathlib import Path

from hiring.access.rights import reading
from hiring.access.rights.reading import RightsError
from hiring.access.rights.rules import Rights
from hiring.serving.signing_in import mode

Stamp = tuple[str, int, int, int, int]


class KeptRights:
    """What the file said when it was last looked at, and when it was last sound."""

    def __init__(self) -> None:
        self._stamp: Stamp | None = None
        self._found: Rights | RightsError | None = None
        self._sound: Rights | None = None
        self._lock = threading.Lock()

    def now(self, path: Path) -> Rights:
        """The rights as they stand in the file; raises `RightsError`."""
        with self._lock:
            stamp = _stamp(path)
            if self._found is None or stamp is None or stamp != self._stamp:
                self._stamp, self._found = stamp, _read(path)
            found = self._found
            if isinstance(found, RightsError):
                raise found
            self._sound = found
        return found

    def last_sound(self) -> Rights | None:
        """The last rights that could be read: only to know to whom a fault is told. Nobody sees anything by them."""
        return self._sound


def _read(path: Path) -> Rights | RightsError:
    try:
        return reading.read(path)
    except RightsError as error:
        return error


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (str(path), found.st_mtime_ns, found.st_size, found.st_ino, found.st_mode)


_kept = KeptRights()


def now() -> Rights:
    """The rights as they stand in the file this server names; raises `RightsError`."""
    return _kept.now(mode.rights_file())


def last_sound() -> Rights | None:
    """As `KeptRights.last_sound`."""
    return _kept.last_sound()
