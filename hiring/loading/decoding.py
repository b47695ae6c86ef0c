"""From whatever encoding a file has to UTF-8 with even line ends; what was assumed is always noted."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from hiring.loading.messages import Message, note, refuse
from hiring.loading.scanning import CHUNK_BYTES, Place, Scan

_TODO = "export it again as UTF-8"
_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")  # bytes without a meaning in Windows-1252


def head_text(start: bytes, mark: str) -> str:
    """The first bytes of a file as text, without its mark: as `encoding_of` would have it, as far as these bytes tell.

    A sign cut off at their end is left out; what does not decode otherwise is replaced.
    """
    if mark:
        return start.decode(mark, errors="replace").removeprefix("\ufeff")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return start.decode("cp1252", errors="replace")


def looks_like_utf16(start: bytes) -> bool:
    """Whether every second byte of the start is zero, as in UTF-16 without its mark."""
    pairs = len(start) // 2
    return pairs > 2 and max(start[0::2].count(0), start[1::2].count(0)) > 0.4 * pairs


def nul_refusal(file: str, place: Place, start: bytes) -> Exception:
    """The refusal of a file with a zero byte, which no text has."""
    if looks_like_utf16(start):
        return refuse(
            file,
            f"byte 0x00 at offset {place.offset:,} as in UTF-16 without its mark",
            line=place.line,
            found="byte 0x00",
            wanted="UTF-8",
            todo=_TODO,
        )
    return refuse(
        file,
        f"a zero byte (NUL) at offset {place.offset:,}",
        line=place.line,
        found="byte 0x00",
        wanted="text",
        todo="the file is damaged or no text: export it again",
    )


def encoding_of(file: str, scan: Scan, mark: str) -> tuple[str, tuple[Message, ...]]:
    """The encoding a file has and what to note about it.

    Its mark decides; without one it is UTF-8 if every byte fits, else Windows-1252.
    """
    if mark.startswith("utf-16"):
        return mark, (note(file, f"read as {mark.upper()}, told by its byte order mark"),)
    marked = (note(file, "byte order mark removed"),) if mark else ()
    if scan.not_utf8 is None:
        return "utf-8", marked
    offset = scan.not_utf8
    assumed = note(
        file,
        "read as Windows-1252, since this line is not UTF-8",
        line=offset.line,
        found=f"byte 0x{offset.byte:02X}",
        todo=f"if names look wrong, {_TODO}",
    )
    return "cp1252", (*marked, assumed)


def double_encoding(file: str, scan: Scan) -> tuple[Message, ...]:
    """A warning if characters look encoded twice (`JosÃ©`), with how many; they are never repaired."""
    if not scan.double_encoded:
        return ()
    share = scan.double_encoded / max(scan.beyond_ascii, 1)
    return (
        note(
            file,
            f"{scan.double_encoded:,} characters look encoded twice, as in JosÃ© for José "
            f"({min(share, 1):.0%} of those beyond ASCII); kept as they are",
            todo=_TODO,
        ),
    )


def rewritten_as_utf8(file: str, path: Path, encoding: str, target: Path) -> None:
    """Write the text of `path` to `target` as UTF-8 without a mark; lines keep their places.

    Raises `RefusedError` at a byte that the encoding does not have.
    """
    try:
        with path.open(encoding=encoding, newline="") as source, target.open("wb") as sink:
            first = True
            while text := source.read(CHUNK_BYTES):
                sink.write((text.removeprefix("\ufeff") if first else text).encode())
                first = False
    except UnicodeDecodeError as error:
        offset = _first_undefined(path) if encoding == "cp1252" else None
        byte = offset.byte if offset else error.object[error.start]
        raise refuse(
            file,
            "neither UTF-8 nor Windows-1252" if offset else f"not {encoding.upper()} throughout",
            line=offset.line if offset else None,
            found=f"byte 0x{byte:02X}",
            wanted="UTF-8",
            todo=_TODO,
        ) from error


def _first_undefined(path: Path) -> Place | None:
    """The first byte that Windows-1252 does not have."""
    offset, line = 0, 1
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            if found := _UNDEFINED.search(chunk):
                line += chunk.count(b"\n", 0, found.start())
                return Place(offset + found.start(), line, chunk[found.start()])
            offset += len(chunk)
            line += chunk.count(b"\n")
    return None


def returns_as_newlines(path: Path, target: Path) -> None:
    """Write `path` to `target` with \\n for every \\r (old Macs); lines keep their places."""
    with path.open("rb") as source, target.open("wb") as sink:
        while chunk := source.read(CHUNK_BYTES):
            sink.write(chunk.replace(b"\r", b"\n"))
