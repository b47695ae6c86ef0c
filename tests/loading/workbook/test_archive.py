"""Archives that no spreadsheet program writes: refused by their directory or within bounds, never by running out."""

from __future__ import annotations

import io
import json
import os
import resource
import stat
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from helpers.workbooks_by_hand import MAIN, header, number, packed, parts_of, row, sheet, text, workbook

ROOT = Path(__file__).parents[3]
GOOD = header() + row(2, text("I1"), text("Grit"), number(4))
MEGABYTE = 1024 * 1024
LETTERS = [f"{first}{second}" for first in ("", *"ABCDEFGH") for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]


def parts(rows: str = GOOD) -> dict[str, str | bytes]:
    return dict(parts_of({"ratings": sheet(rows)}))


def with_entry(name: str, content: bytes = b"x", mode: int = 0) -> bytes:
    buffer = io.BytesIO(packed(parts()))
    with zipfile.ZipFile(buffer, "a") as archive:
        entry = zipfile.ZipInfo(name)
        entry.external_attr = mode << 16
        archive.writestr(entry, content)
    return buffer.getvalue()


def directory(content: bytes) -> tuple[int, int]:
    """Where the directory at the end of an archive starts and ends."""
    length, offset = struct.unpack("<II", content[-10:-2])
    return offset, offset + length


def overlapping() -> bytes:
    """Every part of the archive says that it stands where the first one does."""
    content = bytearray(packed(parts()))
    at, end = directory(content)
    while at < end:
        name, extra, comment = struct.unpack("<HHH", content[at + 28 : at + 34])
        content[at + 42 : at + 46] = struct.pack("<I", 0)
        at += 46 + name + extra + comment
    return bytes(content)


def many_entries(count: int) -> bytes:
    """A directory of that many entries, which all stand for one part of a byte."""
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 0, 0, 0, zlib.crc32(b"x"), 1, 1, 1, 0) + b"ax"
    entry = struct.pack(
        "<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 0, 0, 0, zlib.crc32(b"x"), 1, 1, 1, 0, 0, 0, 0, 0, 0
    )
    listed = (entry + b"a") * count
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count % 65_536, count % 65_536, len(listed), len(local), 0)
    return local + listed + end


def zeros(megabytes: int) -> bytes:
    """The deflated form of that many megabytes of spaces."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b" " * MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * megabytes + packer.flush()


def bomb(megabytes: int, *, told: int | None = None) -> bytes:
    """A workbook whose sheet unpacks to that many megabytes; `told` is the size that its directory gives."""
    kept = {name: content for name, content in parts().items() if "sheet1" not in name}
    filling = zeros(megabytes)
    name = b"xl/worksheets/sheet1.xml"
    size = megabytes * MEGABYTE if told is None else told
    base = packed(kept)
    at, end = directory(base)
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, 0, len(filling), size, len(name), 0)
    entry = struct.pack(
        "<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, 0, len(filling), size, len(name), 0, 0, 0, 0, 0, at
    )
    listed = base[at:end] + entry + name
    body = base[:at] + local + name + filling
    count = len(kept) + 1
    return body + listed + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(listed), len(body), 0)


def entities() -> bytes:
    nested = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a0 "lol">{nested}]>'
    return packed(
        parts() | {"xl/sharedStrings.xml": f'{declared}<sst xmlns="{MAIN}"><si><t>&a9;</t></si></sst>'}
    )


def declared_in_the_book() -> bytes:
    book = str(parts()["xl/workbook.xml"])
    fetched = '<!DOCTYPE workbook [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + book.replace(
        "ratings", "&x;"
    )
    return packed(parts() | {"xl/workbook.xml": fetched})


def far_apart() -> bytes:
    return workbook(GOOD + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def elsewhere() -> bytes:
    return workbook(GOOD + '<row r="3"><c r="A1048576"><v>1</v></c></row>')


def one_row_of_many_cells() -> bytes:
    return workbook(GOOD + "<row>" + "<c><v>1</v></c>" * 1_000_000 + "</row>")


def many_shared_texts() -> bytes:
    return packed(
        parts() | {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">' + "<si/>" * 10_000_000 + "</sst>"}
    )


def sharing(length: int, cells: int, rows: int, around: str = "{}") -> bytes:
    """Every cell below the header holds one text of so many letters, which stands in the file once."""
    shared = f'<sst xmlns="{MAIN}"><si><t>{around.format("z" * length)}</t></si></sst>'
    cell = '<c r="{}{}" t="s"><v>0</v></c>'
    below = (
        f'<row r="{n}">{"".join(cell.format(letters, n) for letters in LETTERS[:cells])}</row>'
        for n in range(2, rows + 2)
    )
    return packed(parts(header() + "".join(below)) | {"xl/sharedStrings.xml": shared})


def one_part_for_many_sheets() -> bytes:
    found = parts_of({f"ratings ({n})": sheet(GOOD) for n in range(1, 4)})
    book = found["xl/_rels/workbook.xml.rels"]
    return packed(found | {"xl/_rels/workbook.xml.rels": book.replace("sheet2.xml", "sheet1.xml")})


def row_without_end() -> bytes:
    return workbook(GOOD + '<row r="3"><c r="A3" t="str"><v>' + "x y z " * 8_000_000)


HOSTILE = {
    "bomb": (lambda: bomb(4_000), "it unpacks to far more than a workbook holds; nothing was unpacked"),
    "bomb that lies": (lambda: bomb(4_000, told=1_000), "damaged"),
    "overlapping parts": (overlapping, "parts that overlap; nothing was unpacked"),
    "a million entries": (lambda: many_entries(1_000_000), "too many parts; nothing was unpacked"),
    "a link": (lambda: with_entry("xl/link", b"/etc/passwd", stat.S_IFLNK | 0o777), "a part that is a link"),
    "a path out": (lambda: with_entry("../../x"), "a part with a path that leads out of it"),
    "a path from the root": (lambda: with_entry("/etc/x"), "a part with a path that leads out of it"),
    "one name twice": (lambda: with_entry("XL/workbook.xml"), "two parts of one name"),
    "bytes before": (lambda: b"PK\3\4" + packed(parts()), "bytes before or behind the workbook"),
    "bytes behind": (lambda: packed(parts()) + b"more", "bytes before or behind the workbook"),
    "cut": (lambda: packed(parts())[:-40], "damaged or cut"),
    "not a workbook": (lambda: packed({"a.csv": "x"}), "type not accepted"),
    "a text document": (lambda: packed({"word/document.xml": "x"}), "found a text document"),
    "a binary workbook": (lambda: packed({"xl/workbook.bin": "x"}), "found a binary workbook (.xlsb)"),
    "an OpenDocument file": (lambda: packed({"content.xml": "x"}), "found an OpenDocument file (.ods)"),
    "entities": (entities, "its XML declares entities"),
    "entities in the book": (declared_in_the_book, "its XML declares entities"),
    "cells far apart": (far_apart, "too many columns"),
    "a cell elsewhere": (elsewhere, "a cell of row 3 stands elsewhere"),
    "many cells in a row": (one_row_of_many_cells, "more cells in row 3 than a sheet has columns"),
    "many shared texts": (many_shared_texts, "holds 10,000,000 texts"),
    "a text in every cell": (
        lambda: sharing(60_000, 3, 2_000),
        "its cells hold far more text than the file does",
    ),
    "its length hidden": (
        lambda: sharing(60_000, 3, 2_000, "{0}<?x </si></si> ?>"),
        "its cells hold far more text than the file does",
    ),
    "a text in every column": (lambda: sharing(2_000_000, 200, 1), "200 texts of up to 2,000,0"),
    "one part for many sheets": (one_part_for_many_sheets, "two of its sheets are one part"),
    "a row without end": (row_without_end, "a row that does not end"),
    "rows out of order": (lambda: workbook(GOOD + row(2, text("I2"))), "its rows are not in order at row 2"),
    "a text that is not there": (lambda: workbook(GOOD + row(3, '<c t="s"><v>7</v></c>')), "damaged"),
    "broken XML": (lambda: workbook(GOOD + "<row r='3'><c></row>"), "its XML is damaged"),
    "no cell at all": (lambda: workbook(""), "empty file"),
}
#: What reading may cost all of them together, the start of Python and DuckDB included.
MOST_SECONDS, MOST_MEGABYTES = 30, 512

READER = """
import json, re, resource, sys
from pathlib import Path
from hiring.loading.ingest import read_exports
found = read_exports(Path(sys.argv[1]), Path(sys.argv[2]), wait=lambda _: None)
# Linux counts what the process that started this one held into `ru_maxrss`, but not into its own high-water mark.
status = Path("/proc/self/status")
kilobytes = re.search(r"VmHWM:\\s*([0-9]+)", status.read_text()) if status.exists() else None
peak = (int(kilobytes[1]) if kilobytes else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024
left = sum(file.stat().st_size for file in Path(sys.argv[2]).iterdir())
print(json.dumps([peak, left, [[file.file, str(file.refused)] for file in found]]))
"""


@pytest.fixture(scope="module")
def refusals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Name → what was said of it; read by a process of its own, which is ended beyond its bounds."""
    root = tmp_path_factory.mktemp("hostile")
    exports = root / "exports"
    exports.mkdir()
    for name, (make, _) in HOSTILE.items():
        (exports / f"{name}.xlsx").write_bytes(make())
        os.utime(exports / f"{name}.xlsx", (0, 0))
    command = [sys.executable, "-c", READER, str(exports), str(root / "scratch")]
    read = subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS)),
    )
    assert read.returncode == 0, read.stderr
    peak, left, found = json.loads(read.stdout)
    assert peak < MOST_MEGABYTES
    assert left < 128 * MEGABYTE
    return {file.partition(".xlsx")[0]: said for file, said in found}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_within_bounds(refusals, name):
    assert "file refused: " in refusals[name]
    assert HOSTILE[name][1] in refusals[name]
    assert "\n" not in refusals[name]


def test_an_encrypted_part_is_refused_with_what_to_do(inbox):
    content = bytearray(packed(parts()))
    at, _ = directory(content)
    content[at + 8] |= 1
    message = inbox.refusal(bytes(content), "w.xlsx")
    assert "it is encrypted" in message
    assert "without a password" in message


def test_a_damaged_part_is_refused(inbox):
    content = bytearray(packed(parts()))
    at = content.index(b"xl/worksheets/sheet1.xml") + 40
    content[at : at + 20] = b"\xff" * 20
    assert "the workbook is damaged or cut" in inbox.refusal(bytes(content), "w.xlsx")


def test_a_workbook_without_its_usual_parts_is_read_all_the_same(inbox, rows):
    few = {name: part for name, part in parts().items() if name.startswith("xl/work") or "rels" in name}
    assert rows(inbox.read(packed(few), "w.xlsx"), "score") == [("4",)]


@pytest.mark.proof
def test_a_text_that_many_rows_share_is_read_as_often_as_it_stands_there(inbox, rows):
    found = inbox.read(sharing(60_000, 3, 500), "ratings.xlsx")  # more than one block of them
    assert [len(cell) for (cell,) in rows(found, "competency")] == [60_000] * 500
