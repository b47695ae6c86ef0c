"""Which canonical table a file holds, and which of its columns is which."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from hiring.contract import TABLES, Table, normalised
from hiring.loading.messages import OF_SHEET, Message, shown

Columns = tuple[str | None, ...]


@dataclass(frozen=True)
class Recognised:
    """A file's table (`None`: nobody knows it), its columns by position, and what is in the way."""

    table: Table | None
    columns: Columns = ()
    unknown_columns: tuple[str, ...] = ()
    refused: Message | None = None


def _positions(table: Table, labels: Sequence[str]) -> Columns:
    """For each label the canonical column it names, `None` where the table has no such column.

    The one seam where a vendor's mapping (its header → our column) will come in.
    """
    known = {normalised(column.name): column.name for column in table.columns}
    return tuple(known.get(normalised(label)) for label in labels)


def _score(table: Table, labels: Sequence[str]) -> tuple[int, float]:
    """How well the labels fit: known columns less missing required ones, then the share of required."""
    found = {name for name in _positions(table, labels) if name}
    required = table.required_columns
    present = sum(name in found for name in required)
    return len(found) - (len(required) - present), present / len(required)


# What spreadsheet programs call a sheet that nobody named.
_UNNAMED_SHEET = re.compile(
    r"(?i)(?:work)?sheet ?1?|(?:tabelle|feuil|hoja|foglio|blad|planilha|arkusz) ?1|export|data"
)


def _called(file: str) -> str:
    """The name that may tell a file's table; of a sheet its own, unless it has none worth the word."""
    workbook, _, sheet = file.partition(OF_SHEET)
    name = PurePath(workbook).name.split(".")[0].casefold().strip()
    return name if not sheet or _UNNAMED_SHEET.fullmatch(sheet) else sheet.casefold().strip()


def table_named(file: str) -> Table | None:
    """The table that a file is named after: `employees.csv`, `Employees-2024.csv`, `hr.xlsx › employees (1)`."""
    stem = _called(file)
    for table in TABLES:
        name = table.name.replace("_", r"[_ -]?")
        if re.fullmatch(rf"{name}(?:[\W_]*(?:part)?[\W_]*\d[\d\W_]*)?", stem):
            return table
    return None


def table_of(file: str, labels: Sequence[str]) -> Table | None:
    """The table of a file with that name and header; `None` if it is none of ours."""
    if named := table_named(file):
        return named
    fitting = [table for table in TABLES if _score(table, labels)[1] >= 0.5]
    return max(fitting, key=lambda table: _score(table, labels), default=None)


def known_labels(labels: Sequence[str]) -> int:
    """How many of the labels the best-fitting table knows."""
    folded = {normalised(label) for label in labels}
    return max(len(folded & names) for names in _NAMES)


_NAMES = [frozenset(normalised(column.name) for column in table.columns) for table in TABLES]


def _repeated(labels: Sequence[str]) -> list[str]:
    counts = Counter(normalised(label) for label in labels if label)
    return [label for label in labels if label and counts[normalised(label)] > 1]


def _missing(table: Table, columns: Columns, unknown: Sequence[str]) -> str:
    """The missing required columns, the unexpected ones, and which may be meant; empty if complete."""
    missing = [name for name in table.required_columns if name not in columns]
    if not missing:
        return ""
    parts = [f"missing: {', '.join(missing)}"]
    if unknown:
        parts.append(f"unexpected: {', '.join(shown(label, 40) for label in unknown[:8])}")
    folded = {normalised(label): label for label in unknown}
    for name in missing:
        near = difflib.get_close_matches(normalised(name), list(folded), n=1, cutoff=0.5)
        near = near or (list(folded) if len(missing) == len(folded) == 1 else [])
        parts.extend(f"{shown(folded[label], 40)}: meant `{name}`?" for label in near)
    return "; ".join(parts)


def recognise(file: str, labels: Sequence[str], line: int | None) -> Recognised:
    """Table and columns of a file with this header, or why it is refused.

    `labels` are the header's cells by position, `line` its physical line (for the message).
    """
    table = table_of(file, labels)
    if table is None:
        return Recognised(None, (), tuple(label for label in labels if label))
    columns = _positions(table, labels)
    unknown = tuple(label for label, name in zip(labels, columns, strict=True) if name is None and label)
    refused = _refusal(file, table, labels, columns, unknown, line)
    return Recognised(table, columns, unknown, refused)


def _refusal(
    file: str, table: Table, labels: Sequence[str], columns: Columns, unknown: Sequence[str], line: int | None
) -> Message | None:
    if twice := _repeated(labels):
        return Message(
            "refused",
            file,
            line,
            twice[0],
            ", ".join(twice),
            "each column name once",
            "file refused: the same column name twice",
            "rename or remove one of them and export again",
        )
    if missing := _missing(table, columns, unknown):
        return Message(
            "refused",
            file,
            line,
            None,
            "",
            f"the columns of {table.name}: {', '.join(table.required_columns)}",
            f"file refused: header differs; {missing}",
            "rename the column in the export, or name it in a mapping under data/mappings/",
        )
    return None
