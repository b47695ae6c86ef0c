"""The zip archive around a workbook, opened only if its directory keeps to the limits.

Everything is judged by the directory at the end of the file: nothing is unpacked to find out.
"""

from __future__ import annotations

import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from hiring.loading import plain_files
from hiring.loading.limits import Limits
from hiring.loading.messages import RefusedError, refuse

AGAIN = "open it in Excel and save it again, or save the sheet as CSV (UTF-8)"
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_END_BYTES, _LONGEST_COMMENT = 22, 65_535
_ENTRY_BYTES = 2_000  # of the directory, for one entry: its name is at most a few dozen
_RATIO_COUNTS_FROM = 64 * 1024 * 1024  # a small repetitive sheet may pack very well
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

#: What can go wrong while a part is unpacked.
DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    EOFError,
    struct.error,
    ValueError,
    RuntimeError,  # a part that says it is encrypted
)


def damaged(file: str, why: str = "the workbook is damaged or cut", found: str = "") -> RefusedError:
    """The refusal of a workbook that cannot be unpacked."""
    return refuse(file, why, found=found, wanted="a whole workbook", todo=AGAIN)


def _hostile(file: str, why: str, found: str, wanted: str) -> RefusedError:
    return refuse(file, f"{why}; nothing was unpacked", found=found, wanted=wanted, todo=AGAIN)


def archive_of(file: str, path: Path, limits: Limits) -> zipfile.ZipFile:
    """The archive at `path`, whose parts may be unpacked; raises `RefusedError` where it breaks a limit."""
    _check_directory(file, path, limits)
    try:
        archive = zipfile.ZipFile(path)
    except DAMAGED as error:
        raise damaged(file) from error
    try:
        entries = archive.infolist()
        for entry in entries:
            _check_entry(file, entry)
        _check_together(file, entries, archive.start_dir)
        _check_sizes(file, entries, limits)
    except RefusedError:
        archive.close()
        raise
    return archive


def _check_directory(file: str, path: Path, limits: Limits) -> None:
    """The directory stands at the very end, is the only one, and names no more parts than a workbook has."""
    size = path.stat().st_size
    start = max(size - _END_BYTES - _LONGEST_COMMENT, 0)
    with plain_files.opened(path) as source:
        source.seek(start)
        tail = source.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_BYTES:
        raise damaged(file)
    here, total, length, offset, comment = struct.unpack("<HHIIH", tail[at + 8 : at + _END_BYTES])
    if total > limits.max_workbook_parts or length > limits.max_workbook_parts * _ENTRY_BYTES:
        found = f"{total:,} entries, {length:,} bytes of directory"
        raise _hostile(file, "too many parts", found, f"at most {limits.max_workbook_parts:,} parts")
    if tail[max(at - 20, 0) :].startswith(_END_64) or 0xFFFFFFFF in (length, offset):
        raise _hostile(file, "too large an archive", "a zip archive of the 64-bit kind", "one under 4 GB")
    if here != total or offset + length != start + at or start + at + _END_BYTES + comment != size:
        raise damaged(file, "bytes before or behind the workbook that do not belong to it")


def _check_entry(file: str, entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    if entry.flag_bits & 0x1:
        raise refuse(
            file,
            "it is encrypted",
            found="a password",
            wanted="a workbook without a password",
            todo="open it in Excel, save it as .xlsx without a password or as CSV (UTF-8)",
        )
    if "\0" in name or "\\" in name or ":" in name or name.startswith("/") or ".." in name.split("/"):
        raise _hostile(file, "a part with a path that leads out of it", name, "parts within the workbook")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _hostile(file, "a part that is a link", name, "parts with content of their own")
    if entry.compress_type not in _METHODS:
        raise _hostile(file, "a part packed in a way no spreadsheet program uses", name, "plain zip")


def _check_together(file: str, entries: Sequence[zipfile.ZipInfo], directory: int) -> None:
    """Each part has a name and bytes of its own."""
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise _hostile(file, "two parts of one name", twice, "each part once")
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise _hostile(file, "parts that overlap", entry.filename, "parts with bytes of their own")
        end = entry.header_offset + 30 + len(entry.orig_filename) + entry.compress_size
    if end > directory:
        raise _hostile(file, "a part that reaches into the directory", "", "parts with bytes of their own")


def _check_sizes(file: str, entries: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    packed = sum(entry.compress_size for entry in entries)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > max(packed * limits.max_workbook_ratio, _RATIO_COUNTS_FROM):
        raise _hostile(
            file,
            "it unpacks to far more than a workbook holds",
            f"{packed:,} bytes that unpack to {unpacked:,}",
            f"at most {limits.max_workbook_ratio:g} times its packed size",
        )
    if unpacked > limits.max_workbook_gb * 1_000_000_000:
        raise _hostile(
            file,
            "too large",
            f"{unpacked / 1e9:,.1f} GB unpacked",
            f"at most {limits.max_workbook_gb:g} GB",
        )
