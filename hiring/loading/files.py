"""What lies in the exports folder: which entries are exports, and which are refused before reading."""

from __future__ import annotations

import os
import re
import stat
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hiring.loading import plain_files, web_pages
from hiring.loading.limits import Limits
from hiring.loading.messages import OF_SHEET, Message
from hiring.words import escaped

#: Endings of workbooks: a file of such a name that holds text is read as what it is, and that is said.
OF_WORKBOOKS = (".xls", ".xlsx", ".xlsm")
NOT_EXPORTS = frozenset({"config.toml", "answers.toml"})
OWN_MAPPINGS = "mappings"  # a folder beside the exports, see `hiring.mapping.own`
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_AS_CSV = "save it as CSV (UTF-8) and put that file here instead"
# First bytes → what it is, what to do.
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a workbook or a zip archive", f"open it, {_AS_CSV}"),
    (b"PK\x05\x06", "an empty zip archive", f"open it, {_AS_CSV}"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old or password-protected workbook",
        f"open it in Excel, save it as .xlsx without a password or {_AS_CSV}",
    ),
    (b"%PDF", "a PDF", "export the data as CSV (UTF-8)"),
    (b"PAR1", "a Parquet file", "export the data as CSV (UTF-8)"),
    (b"SQLite format 3\0", "an SQLite database", "export the data as CSV (UTF-8)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it and put the CSV file here"),
    (b"Rar!", "a RAR archive", "unpack it and put the CSV file here"),
    (b"BZh", "a bzip2 archive", "unpack it and put the CSV file here"),
    (b"\xfd7zXZ\0", "an xz archive", "unpack it and put the CSV file here"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it and put the CSV file here"),
    (b"\x89PNG", "a picture", "take it out of the exports folder"),
    (b"\xff\xd8\xff", "a picture", "take it out of the exports folder"),
    (b"GIF8", "a picture", "take it out of the exports folder"),
    (b"\x7fELF", "a program", "take it out of the exports folder"),
    (b"{\\rtf", "a text document", f"open it, {_AS_CSV}"),
)

#: A build of a thousand small files takes some twenty seconds, one of two thousand more than a minute and a gigabyte.
MOST_FILES = 1000


@dataclass(frozen=True)
class Entry:
    """One entry of the exports folder: its name as shown, its path, or why it is refused."""

    name: str
    path: Path
    refused: Message | None = None


def is_export(name: str) -> bool:
    """Whether an entry of that name is taken as an export: settings, notes and hidden files are not.

    Nor is `~$deals.xlsx`, which Excel lays beside a workbook while it is open.
    """
    folded = name.casefold()
    hidden = (name.startswith(".") and not name.startswith("..")) or name.startswith("~$")
    return not (hidden or folded in NOT_EXPORTS or folded.startswith("readme"))


def _may_be_export(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is looked at as an export; the folder with people's own mappings is not."""
    is_mappings = entry.name == OWN_MAPPINGS and entry.is_dir(follow_symlinks=False)
    return is_export(entry.name) and not is_mappings


def names(folder: Path, only: str = "") -> list[str]:
    """The names of the exports of a folder, or of the one that is shown as `only`, in order.

    Raises `UnfitError` where there are more than `MOST_FILES`, `OSError` where the folder cannot be listed.
    """
    found = sorted(
        entry.name
        for entry in plain_files.entries(folder)
        if _may_be_export(entry) and only in ("", escaped(entry.name))
    )
    if len(found) > MOST_FILES:
        raise plain_files.UnfitError(folder, f"{len(found):,} files", f"at most {MOST_FILES:,}")
    return found


def listed(folder: Path, limits: Limits, only: str = "") -> list[Entry]:
    """The exports of a folder (or `only` one) by name, not looking into subfolders and never following a link.

    The folder itself may be reached by a link: whoever names it knows where it lies. Raises as `names`.
    """
    found = [(name, folder / name) for name in names(folder, only)]
    return [Entry(escaped(name), path, _refusal(name, path, limits)) for name, path in found]


def _refused(name: str, found: str, wanted: str, outcome: str, todo: str) -> Message:
    return Message("refused", name, None, None, found, wanted, f"file refused: {outcome}", todo)


def _refusal(name: str, path: Path, limits: Limits) -> Message | None:
    """Why an entry is not even opened, `None` if it may be."""
    try:
        status = path.lstat()
    except OSError as error:
        return _refused(
            name, error.strerror or "", "a CSV file", "it cannot be read", "look at its permissions"
        )
    if not stat.S_ISREG(status.st_mode):
        return _refused(
            name,
            plain_files.kind(status.st_mode),
            "a CSV file",
            "not a regular file",
            "put the file itself here",
        )
    if trouble := name_trouble(name):
        return _refused(
            name,
            trouble,
            "a plain file name",
            "a name that cannot be trusted",
            "rename the file, with letters, digits, - and _ only",
        )
    if status.st_size == 0:
        return _refused(name, "0 bytes", "a header and rows", "empty file", "export it again")
    if status.st_size > limits.max_file_bytes:
        return _refused(
            name,
            f"{status.st_size / 1e9:,.1f} GB",
            f"at most {limits.max_file_gb:,g} GB",
            "too large",
            "export a shorter period, or raise max_file_gb in config.toml",
        )
    return None


def name_trouble(name: str) -> str:
    """What is wrong with a file name, in words; empty if nothing is."""
    if any(unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for character in name):
        return "invisible characters in the name"
    if "\\" in name or ":" in name or ".." in name:
        return "a path in the name"
    if OF_SHEET in name:
        return "the sign › in the name"
    if _RESERVED.fullmatch(name):
        return "a name reserved by Windows"
    if len(name) > 200:
        return f"a name of {len(name):,} characters"
    return ""


def content_refusal(name: str, start: bytes) -> Message | None:
    """Why a file that starts with these bytes is no CSV, `None` if it may be one."""
    for magic, found, todo in _MAGIC:
        if start.startswith(magic):
            return _refused(name, found, "a CSV file", "type not accepted", todo)
    if start[8:12] == b"DUCK":
        return _refused(
            name, "a DuckDB database", "a CSV file", "type not accepted", "export the data as CSV (UTF-8)"
        )
    if start[:1] == b"\x80" and start[1:2] in b"\x02\x03\x04\x05":
        return _refused(
            name, "a Python pickle", "a CSV file", "type not accepted", "export the data as CSV (UTF-8)"
        )
    return _page_refusal(name, web_pages.kind_of(start))


_PAGES = {
    web_pages.SIGN_IN: ("header is HTML: session expired?", "sign in again and repeat the export"),
    web_pages.PAGE: ("header is HTML: session expired?", "sign in again and repeat the export"),
    web_pages.TABLE: (
        "a table in HTML, whatever its name says",
        f"open it in Excel, {_AS_CSV}, or export CSV",
    ),
    web_pages.SHEET: (
        "a sheet in XML, whatever its name says",
        f"open it in Excel, {_AS_CSV}, or export CSV",
    ),
}


def _page_refusal(name: str, kind: str) -> Message | None:
    return _refused(name, kind, "a CSV file", *_PAGES[kind]) if kind else None


def is_gzip(start: bytes) -> bool:
    """Whether a file that starts with these bytes is packed with gzip."""
    return start.startswith(b"\x1f\x8b")


def first_bytes(path: Path, count: int = 65_536) -> bytes:
    """The first `count` bytes of a plain file; raises `OSError` where it cannot be read."""
    with plain_files.opened(path) as file:
        return file.read(count)


def rest(_: Path) -> None:
    """The real wait between two looks at a file that may still be written."""
    time.sleep(0.3)


def growing(paths: list[Path], wait: Callable[[Path], None], looks: int = 60) -> set[Path]:
    """Wait until none of the files grows any more; those that still do after so many looks.

    Files last written more than three seconds ago are taken as finished.
    """
    now = time.time()
    seen = {path: stamp(path) for path in paths}
    fresh = {path for path in paths if now - seen[path][1] / 1e9 < 3}
    for _ in range(looks if fresh else 0):
        wait(min(fresh))
        fresh = {path for path in fresh if stamp(path) != seen[path]}
        if not fresh:
            break
        seen.update((path, stamp(path)) for path in fresh)
    return fresh


def stamp(path: Path) -> tuple[int, int, int]:
    """Size in bytes, time of the last change in ns and inode: differs once a file was written to.

    Three zeros for a file that is gone.
    """
    try:
        status = path.lstat()
    except OSError:
        return 0, 0, 0
    return status.st_size, status.st_mtime_ns, status.st_ino
