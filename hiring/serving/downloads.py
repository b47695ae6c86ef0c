"""Frames as CSV files that a spreadsheet opens without harm and that still say what they hold.

The first line, and only that one, is a remark starting with `#`: what it is, the filters in words, the day the
data speak of, how many of how many rows, the digest of the warehouse. Spreadsheets show it above the table;
`pandas.read_csv(path, skiprows=1)` and `read_csv(…, skip = 1)` in DuckDB or R read the table below it. It is one
line whatever the filters hold, because readers can be told to skip one line but not "as many as there are".
The file is UTF-8 with a byte order mark: without one, Excel shows accents as two letters each.

Text that a spreadsheet would take for a formula gets an apostrophe in front. Numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
import math
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any

import pandas as pd

from hiring.words import seen

MIME = "text/csv"
APOSTROPHE = "'"
#: What makes a cell a formula. Full-width and small forms count too: Excel of some languages takes them.
STARTERS = frozenset("=+-@")
QUOTES = frozenset(
    "\"'`\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
#: Where a list separator is a semicolon (most of Europe), a comma file is cut there and a new cell begins.
SEPARATOR = re.compile(r"[;\t\r\n|]")
DIGEST_SHOWN = 16  # letters of the digest: enough to tell two warehouses apart, short enough to read out


@dataclass(frozen=True)
class Download:
    """A file ready to be taken out: its name, its rows, what the audit log calls it, and its bytes on demand."""

    name: str
    subject: str
    rows: int
    content: Callable[[], bytes]


def download(
    subject: str, frame: pd.DataFrame, told: str, *, as_of: date, digest: str, out_of: int | None = None
) -> Download:
    """A download of the frame as it is shown; its bytes are made when somebody asks for them."""
    content = partial(as_csv, frame, f"{subject} · {told}", as_of=as_of, digest=digest, out_of=out_of)
    return Download(file_name(subject, as_of), subject, len(frame), content)


def as_csv(frame: pd.DataFrame, told: str, *, as_of: date, digest: str, out_of: int | None = None) -> bytes:
    """The frame as a CSV file, its index left out.

    `told` is the filters in words, `out_of` how many rows there would be where the frame holds only the first
    of them. Days come as `2026-06-30`, truths as `true` and `false`, what is not known as an empty cell.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([safe(_remark(told, len(frame), as_of, digest, out_of))])
    writer.writerow([safe(str(name)) for name in frame.columns])
    writer.writerows(zip(*(_cells(frame.iloc[:, place]) for place in range(frame.shape[1])), strict=True))
    return lines.getvalue().encode("utf-8-sig", errors="replace")


def file_name(subject: str, as_of: date, ending: str = "csv") -> str:
    """A file name of plain letters, whatever the subject holds: "hiring-rows-set-aside-2026-06-30.csv"."""
    plain = "-".join(re.findall(r"[a-z0-9]+", subject.lower()))
    return f"hiring-{plain[:60] or 'table'}-{_day(as_of)}.{ending}"


def safe(text: str) -> str:
    """The text, with an apostrophe wherever a spreadsheet would start to read a formula in it."""
    if text[:1] in ("\t", "\r", "\n") or _starts_formula(text):
        text = APOSTROPHE + text
    cuts = [cut.end() for cut in SEPARATOR.finditer(text) if _starts_formula(text[cut.end() :])]
    for place in reversed(cuts):
        text = text[:place] + APOSTROPHE + text[place:]
    return text


def _starts_formula(text: str) -> bool:
    """Whether the first sign that counts is a starter: spaces, quotes and what cannot be seen do not count."""
    first = next((sign for sign in text if not _is_passed_over(sign)), "")
    return unicodedata.normalize("NFKC", first)[:1] in STARTERS


def _is_passed_over(sign: str) -> bool:
    return sign in QUOTES or sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf")


def _remark(told: str, rows: int, as_of: date, digest: str, out_of: int | None) -> str:
    counted = (
        f"{rows} row{'' if rows == 1 else 's'}"
        if out_of is None or out_of <= rows
        else f"the first {rows} of {out_of} rows"
    )
    version = f"digest {digest[:DIGEST_SHOWN]}" if digest else ""
    parts = (told, f"data as of {_day(as_of)}", counted, version)
    return re.sub(r"\s+", " ", "# " + seen(" · ".join(part for part in parts if part)))


def _day(value: date) -> str:
    """A day as `2026-06-30`, also where it came as the moment it begins."""
    return (value.date() if isinstance(value, datetime) else value).isoformat()


def _cells(column: pd.Series[Any]) -> list[str]:
    """One column as the text of its cells."""
    if (
        pd.api.types.is_datetime64_any_dtype(column.dtype)
        and (column.dropna().dt.normalize() == column.dropna()).all()
    ):
        return ["" if pd.isna(moment) else moment.date().isoformat() for moment in column]
    return [_cell(value) for value in column]


def _cell(value: Any) -> str:
    if hasattr(value, "item"):
        value = value.item()
    if value is None or value is pd.NaT or value is pd.NA:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return _number(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date) else safe(str(value))


def _number(value: float | Decimal) -> str:
    """A plain number without exponent; whole numbers that a gap in their column made fractions, whole again."""
    if not math.isfinite(value):
        return ""
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    whole = exact == exact.to_integral_value()
    return f"{exact.to_integral_value():f}" if whole and not isinstance(value, Decimal) else f"{exact:f}"
