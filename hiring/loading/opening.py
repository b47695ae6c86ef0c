"""One export opened: unpacked, as UTF-8, its dialect told, its table recognised; nothing parsed yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hiring.loading import decoding, files
from hiring.loading.dialect import DELIMITER_NAMES, Dialect, Row, dialect_of
from hiring.loading.limits import Limits
from hiring.loading.messages import Message, RefusedError, note, refuse
from hiring.loading.recognise import Recognised, recognise
from hiring.loading.scanning import Scan, byte_mark, scan
from hiring.loading.unpacking import unpacked
from hiring.mapping.presets import Preset

_HEAD_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Opened:
    """A file ready to be read: UTF-8 text at `path`, what the scan of that text found, and its shape.

    `spoiled`: lines whose records are set aside whatever they hold, each with its message.
    """

    file: str
    path: Path
    sha256: str
    scan: Scan
    dialect: Dialect
    recognised: Recognised
    notes: tuple[Message, ...]
    spoiled: Mapping[int, Message] = field(default_factory=dict)


def plain(file: str, path: Path, scratch: Path, limits: Limits) -> tuple[Path, tuple[Message, ...]]:
    """The file itself, or what was packed in it; refused if its first bytes are no CSV's."""
    start = files.first_bytes(path)
    notes: tuple[Message, ...] = ()
    if files.is_gzip(start):
        target = scratch.with_suffix(".unpacked.csv")
        unpacked(file, path, target, limits)
        path, start = target, files.first_bytes(target)
        notes = (note(file, "read as a gzip file"),)
        if files.is_gzip(start):
            raise refuse(file, "a gzip file inside a gzip file", wanted="a CSV file", todo="unpack it first")
    if refused := files.content_refusal(file, start):
        raise RefusedError(refused)
    return path, notes


def opened(
    file: str, original: Path, scratch: Path, limits: Limits, presets: tuple[Preset, ...] = ()
) -> Opened:
    """Open one export; raises `RefusedError` where it cannot be read as a table at all."""
    path, notes = plain(file, original, scratch, limits)
    start = files.first_bytes(path, _HEAD_BYTES)
    mark = byte_mark(start)
    most_rows = limits.header_search_rows
    dialect = dialect_of(decoding.head_text(start, mark), most_rows, presets)
    if dialect is None:
        raise refuse(file, "nothing but blank lines", wanted="a header and rows", todo="export it again")
    is_text = not mark.startswith("utf-16")
    raw = _scanned(path, dialect, until_nul=is_text)
    if raw.nul and is_text:
        raise decoding.nul_refusal(file, raw.nul, start[:4096])
    digest = raw.sha256 if path == original else scan(original).sha256
    encoding, encoding_notes = decoding.encoding_of(file, raw, mark)
    text_path, text, line_notes = _as_utf8(file, path, raw, encoding, dialect, scratch)
    if encoding == "cp1252":
        dialect = (
            dialect_of(decoding.head_text(files.first_bytes(text_path, _HEAD_BYTES), ""), most_rows, presets)
            or dialect
        )
    notes += (
        encoding_notes + decoding.double_encoding(file, text) + line_notes + _remarks(file, text, dialect)
    )
    recognised = _recognised(file, dialect, text, limits, presets)
    return Opened(file, text_path, digest, text, dialect, recognised, notes)


def _scanned(path: Path, dialect: Dialect, *, until_nul: bool = False) -> Scan:
    spellings = (text.encode(errors="replace") for text in dialect.header_spellings())
    width = len(dialect.header.cells)
    return scan(path, dialect.delimiter, tuple(spellings), width, until_nul=until_nul)


def _as_utf8(
    file: str, path: Path, raw: Scan, encoding: str, dialect: Dialect, scratch: Path
) -> tuple[Path, Scan, tuple[Message, ...]]:
    """The UTF-8 text of the file, its scan and remarks; a new file only where the bytes have to change."""
    remarks: tuple[Message, ...] = ()
    if encoding != "utf-8":
        target = scratch.with_suffix(".utf8.csv")
        decoding.rewritten_as_utf8(file, path, encoding, target)
        path, raw = target, _scanned(target, dialect)
    if raw.only_returns:
        target = scratch.with_suffix(".lines.csv")
        decoding.returns_as_newlines(path, target)
        path, raw = target, _scanned(target, dialect)
        remarks = (note(file, "lines end with a lone carriage return; read as line ends"),)
    return path, raw, remarks


def _remarks(file: str, text: Scan, dialect: Dialect) -> tuple[Message, ...]:
    remarks = []
    if file.casefold().endswith(files.OF_WORKBOOKS):
        ending = file.rpartition(".")[2]
        remarks.append(note(file, f"named .{ending}, but no workbook: read as the text that it is"))
    if dialect.delimiter != ",":
        remarks.append(note(file, f"separated by {DELIMITER_NAMES[dialect.delimiter]}"))
    if not text.ends_with_line_end:
        remarks.append(
            note(
                file,
                "the last line has no line end; if rows are missing, the file was cut here",
                line=text.lines,
            )
        )
    return tuple(remarks)


def _recognised(
    file: str, dialect: Dialect, text: Scan, limits: Limits, presets: tuple[Preset, ...]
) -> Recognised:
    header = dialect.header
    if text.longest_line > limits.max_line_bytes:
        raise refuse(
            file,
            f"a line longer than {limits.max_line_bytes:,} bytes",
            wanted="one line for each row",
            todo="export it again with line ends",
        )
    # Of a header too wide to be read only so much is looked at: a line of a million commas costs nothing.
    recognised = recognise(file, header.cells[: limits.max_columns], header.first_line, presets)
    known = sum(name is not None for name in recognised.columns)
    if text.lines <= header.last_line and known > 1 and len(recognised.unknown_columns) > 2:
        raise refuse(
            file,
            "header differs: header and rows on one line",
            line=header.first_line,
            found=header.text[:200],
            wanted="one line for the header and one for each row",
            todo="export it again with line ends",
        )
    if refused := too_wide(file, header, limits):
        raise refused
    return recognised


def too_wide(file: str, header: Row, limits: Limits) -> RefusedError | None:
    """The refusal of a header with more labels than a table may have columns."""
    if len(header.cells) <= limits.max_columns:
        return None
    return refuse(
        file,
        "too many columns",
        line=header.first_line,
        found=f"{len(header.cells):,} columns",
        wanted=f"at most {limits.max_columns:,}",
        todo="export only the columns of the template",
    )
