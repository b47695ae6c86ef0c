"""Files gone wrong in every way we could think of: heads of real-shaped exports, cut, shuffled, re-encoded, typed over.

`mutated(number)` is the same file for the same number, for ever: a failure is found again by its number.
"""

from __future__ import annotations

import csv
import gzip
import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from openpyxl import Workbook

from hiring.config import SAMPLE

ROWS = 25  # of each export: enough for every habit of it to show
NASTY = (
    "",
    " ",
    '"',
    '""',
    "'",
    "\\",
    "\t",
    "\n",
    "\r\n",
    ",",
    ";",
    "|",
    "NULL",
    "N/A",
    "-",
    "#N/A",
    "00:00.0",
    "2026-02-30",
    "0000-00-00",
    "9999-12-31",
    "31/12/2024",
    "12/31/2024",
    "31.12.2024",
    "5-Mar-24",
    "45631",
    "1e308",
    "-1",
    "1,234.50",
    "1.234,50",
    "(1,200)",
    "$5k",
    "€ 12",
    "99999999999999999999999999",
    "NaN",
    "inf",
    "true",
    "=1+1",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "a@b@c",
    "Müller, Zoë",
    "Ada Byron; Carl Gauss",
    "Total",
    "Grand Totals (5 records)",
    "Confidential Information - Do Not Distribute",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\x00",
    "\x1a",
    "\x85",
    "\u2028",
    "王小明",
    "🎯" * 40,
    "x" * 70_000,
    "%s%n",
    "../../etc/passwd",
)
Lines = list[list[str]]
Chance = random.Random


@dataclass(frozen=True)
class Mutated:
    """A file to be thrown at the reader: its name, its bytes, and what was done to it."""

    name: str
    content: bytes
    done: tuple[str, ...]


@cache
def heads() -> tuple[tuple[str, Lines], ...]:
    """(name, header and first rows) of every export of both samples."""
    found = []
    for folder in (SAMPLE, SAMPLE.parent / "sample-vendors"):
        for path in sorted(folder.glob("*.csv")):
            encoding = "iso-8859-1" if path.name.startswith("report") else "utf-8-sig"
            with path.open(encoding=encoding, newline="") as file:
                rows = csv.reader(file)
                found.append((path.name, [row for _, row in zip(range(ROWS + 1), rows, strict=False)]))
    return tuple(found)


def mutated(number: int) -> Mutated:
    """The file of this number: a head, changed in its cells, in its text, in its bytes, each by chance."""
    chance = random.Random(number)
    name, rows = chance.choice(heads())
    lines, done = [list(row) for row in rows], []
    for change in chance.sample(CELLS, chance.choice((0, 1, 1, 2, 3))):
        change(lines, chance)
        done.append(change.__name__)
    if chance.random() < 0.08:
        return Mutated(f"{number}-{Path(name).stem}.xlsx", *_workbook(lines, chance, done))
    text = _written(lines, chance)
    for alter in chance.sample(TEXTS, chance.choice((0, 0, 1, 1, 2))):
        text = alter(text, chance)
        done.append(alter.__name__)
    content = _encoded(text, chance)
    for spoil in chance.sample(BYTES, chance.choice((0, 0, 0, 0, 0, 1, 2))):
        content = spoil(content, chance)
        done.append(spoil.__name__)
    ending = chance.choice((".csv",) * 14 + (".tsv", ".txt", ".CSV", ".csv.gz", ".xlsx", ".json"))
    if ending == ".csv.gz" and chance.random() < 0.8:
        content = gzip.compress(content, mtime=0)
    return Mutated(f"{number}-{Path(name).stem}{ending}", content, tuple(done))


def _cell(lines: Lines, chance: Chance) -> tuple[int, int]:
    row = chance.randrange(len(lines))
    return row, chance.randrange(max(1, len(lines[row])))


def types_over_cells(lines: Lines, chance: Chance) -> None:
    for _ in range(chance.choice((1, 3, 20))):
        row, column = _cell(lines, chance)
        lines[row][column : column + 1] = [chance.choice(NASTY)]


def types_over_a_column(lines: Lines, chance: Chance) -> None:
    _, column = _cell(lines, chance)
    value = chance.choice(NASTY)
    for row in lines[1:]:
        row[column : column + 1] = [value]


def types_over_labels(lines: Lines, chance: Chance) -> None:
    for _ in range(chance.choice((1, 2, 5))):
        column = chance.randrange(len(lines[0]) or 1)
        labels = lines[0] or [""]
        lines[0][column : column + 1] = [
            chance.choice((*NASTY[:12], f"{labels[column]}s", labels[0], "Name", "Notes"))
        ]


def shuffles_columns(lines: Lines, chance: Chance) -> None:
    order = list(range(len(lines[0])))
    chance.shuffle(order)
    lines[:] = [[row[place] for place in order if place < len(row)] for row in lines]


def shuffles_cells(lines: Lines, chance: Chance) -> None:
    for row in lines[1:]:
        chance.shuffle(row)


def shuffles_rows(lines: Lines, chance: Chance) -> None:
    chance.shuffle(lines)


def repeats_rows(lines: Lines, chance: Chance) -> None:
    for _ in range(chance.choice((1, 5))):
        lines.insert(chance.randrange(len(lines) + 1), list(chance.choice(lines)))


def loses_cells(lines: Lines, chance: Chance) -> None:
    for _ in range(chance.choice((1, 5, 40))):
        row, column = _cell(lines, chance)
        del lines[row][column : column + 1]


def gains_cells(lines: Lines, chance: Chance) -> None:
    for _ in range(chance.choice((1, 5))):
        row, column = _cell(lines, chance)
        lines[row].insert(column, chance.choice(NASTY))


def loses_columns(lines: Lines, chance: Chance) -> None:
    for _ in range(chance.choice((1, 3))):
        column = chance.randrange(max(1, len(lines[0])))
        for row in lines:
            del row[column : column + 1]
        if not lines[0]:
            lines[0].append("x")


def stands_below_a_title(lines: Lines, chance: Chance) -> None:
    title = [["Report - as of 09/01/2026"], [], ["prepared by", "somebody"]]
    lines[:0] = title[: chance.randrange(1, 4)]


def ends_in_a_footer(lines: Lines, chance: Chance) -> None:
    lines += [[], [chance.choice(("Total", "Grand Totals (25 records)", "Brackenfold"))], [""] * 3]


def has_no_rows(lines: Lines, _chance: Chance) -> None:
    del lines[1:]


def takes_a_header_of_another(lines: Lines, chance: Chance) -> None:
    lines[0] = list(chance.choice(heads())[1][0])


CELLS: tuple[Callable[[Lines, Chance], None], ...] = (
    types_over_cells,
    types_over_a_column,
    types_over_labels,
    shuffles_columns,
    shuffles_cells,
    shuffles_rows,
    repeats_rows,
    loses_cells,
    gains_cells,
    loses_columns,
    stands_below_a_title,
    ends_in_a_footer,
    has_no_rows,
    takes_a_header_of_another,
)


def _written(lines: Lines, chance: Chance) -> str:
    out = io.StringIO(newline="")
    ways = {
        "delimiter": chance.choice((",", ",", ",", ";", "\t", "|")),
        "lineterminator": chance.choice(("\n", "\n", "\r\n", "\r")),
        "quoting": chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
    }
    csv.writer(out, **ways).writerows(lines)  # type: ignore[arg-type]
    return out.getvalue()


def _place(text: str | bytes, chance: Chance) -> int:
    return chance.randrange(len(text) + 1)


def cuts_the_end(text: str, chance: Chance) -> str:
    return text[: _place(text, chance)]


def cuts_the_beginning(text: str, chance: Chance) -> str:
    return text[_place(text, chance) :]


def cuts_the_middle(text: str, chance: Chance) -> str:
    start, end = sorted((_place(text, chance), _place(text, chance)))
    return text[:start] + text[min(end, start + 200) :]


def puts_in_signs(text: str, chance: Chance) -> str:
    for _ in range(chance.choice((1, 4, 20))):
        place = _place(text, chance)
        text = text[:place] + chance.choice((*NASTY[:12], "\r", "\0", '"\n')) + text[place:]
    return text


def loses_its_quotes(text: str, _chance: Chance) -> str:
    return text.replace('"', "")


def loses_a_quote(text: str, chance: Chance) -> str:
    places = [place for place, sign in enumerate(text) if sign == '"']
    place = chance.choice(places) if places else _place(text, chance)
    return text[:place] + text[place + 1 :]


def mixes_line_ends(text: str, chance: Chance) -> str:
    return "".join(chance.choice(("\r\n", "\n", "\r")) if sign == "\n" else sign for sign in text)


def comes_twice(text: str, _chance: Chance) -> str:
    return text + text


def begins_with_sep(text: str, chance: Chance) -> str:
    return f"sep={chance.choice(',;|')}\n{text}"


def has_blank_lines(text: str, chance: Chance) -> str:
    for _ in range(chance.choice((1, 6))):
        place = text.find("\n", _place(text, chance)) + 1
        text = text[:place] + chance.choice(("\n", "  \n", ",,,\n", "\n\n\n")) + text[place:]
    return text


def is_a_page(text: str, _chance: Chance) -> str:
    return f"<!DOCTYPE html><html><body><table><tr><td>{text}</td></tr></table></body></html>"


def is_json(text: str, _chance: Chance) -> str:
    return '[{"rows": "' + text.replace("\n", "\\n") + '"}]'


TEXTS: tuple[Callable[[str, Chance], str], ...] = (
    cuts_the_end,
    cuts_the_beginning,
    cuts_the_middle,
    puts_in_signs,
    loses_its_quotes,
    loses_a_quote,
    mixes_line_ends,
    comes_twice,
    begins_with_sep,
    has_blank_lines,
    is_a_page,
    is_json,
)


def _encoded(text: str, chance: Chance) -> bytes:
    encoding = chance.choice(
        ("utf-8",) * 14 + ("utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp437", "utf-32")
    )
    return text.encode(encoding, errors=chance.choice(("replace", "ignore")))


def loses_bytes(content: bytes, chance: Chance) -> bytes:
    start = _place(content, chance)
    return content[:start] + content[start + chance.choice((1, 2, 50)) :]


def gains_bytes(content: bytes, chance: Chance) -> bytes:
    start = _place(content, chance)
    return content[:start] + chance.randbytes(chance.choice((1, 4, 60))) + content[start:]


def changes_bytes(content: bytes, chance: Chance) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 10, 200))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def is_encoded_twice(content: bytes, _chance: Chance) -> bytes:
    return content.decode("latin-1").encode("utf-8")


def ends_in_zeros(content: bytes, _chance: Chance) -> bytes:
    return content + b"\0" * 512


def is_zipped(content: bytes, chance: Chance) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for place in range(chance.choice((1, 2))):
            packed.writestr(zipfile.ZipInfo(f"part{place}.csv"), content)
    return out.getvalue()


BYTES: tuple[Callable[[bytes, Chance], bytes], ...] = (
    loses_bytes,
    gains_bytes,
    changes_bytes,
    is_encoded_twice,
    ends_in_zeros,
    is_zipped,
)


def _workbook(lines: Lines, chance: Chance, done: list[str]) -> tuple[bytes, tuple[str, ...]]:
    """The rows as a workbook, whose bytes may be spoilt too."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in lines:
        sheet.append(["".join(sign for sign in cell if sign >= " ")[:30_000] for cell in row])
    out = io.BytesIO()
    book.save(out)
    content = out.getvalue()
    for spoil in chance.sample(BYTES, chance.choice((0, 0, 1, 2))):
        content = spoil(content, chance)
        done.append(spoil.__name__)
    return content, (*done, "is_a_workbook")
