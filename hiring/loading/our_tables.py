"""Which table of ours a header is: it holds the table's own key, lacks one column at most, and no other thing's key."""

from __future__ import annotations

import difflib
import re
import shlex
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from hiring.contract import TABLES, Table, normalised
from hiring.loading.messages import OF_SHEET, Message
from hiring.loading.other_things import key_of_others, own_key
from hiring.words import one_line

Columns = tuple[str | None, ...]
#: Required columns that may be missing of a file that is still taken for a table's, and then refused by name.
MOST_MISSING = 1


@dataclass(frozen=True)
class Recognised:
    """The table a header is (`None`: none of ours), else `why` it is none, and which it is `near` but for columns."""

    table: Table | None
    why: str = "its header is none of the known tables'"
    near: Table | None = None
    is_of_others: bool = False


def positions(table: Table, labels: Sequence[str]) -> Columns:
    """For each label the canonical column it names, `None` where the table has no such column."""
    known = {normalised(column.name): column.name for column in table.columns}
    return tuple(known.get(normalised(label)) for label in labels)


def _missing_of(table: Table, labels: Sequence[str]) -> list[str]:
    found = positions(table, labels)
    return [name for name in table.required_columns if name not in found]


def _score(table: Table, labels: Sequence[str]) -> tuple[int, float]:
    """How well the labels fit: known columns less missing required ones, then the share of required."""
    found = {name for name in positions(table, labels) if name}
    required = table.required_columns
    missing = len(_missing_of(table, labels))
    return len(found) - missing, 1 - missing / len(required)


# What spreadsheet programs call a sheet that nobody named.
_UNNAMED_SHEET = re.compile(
    r"(?i)(?:work)?sheet ?1?|(?:tabelle|feuil|hoja|foglio|blad|planilha|arkusz) ?1|export|data"
)


def _called(file: str) -> str:
    """The name that may tell a file's table; of a sheet its own, unless it has none worth the word."""
    workbook, _, sheet = file.partition(OF_SHEET)
    name = PurePath(workbook).name.split(".")[0].casefold().strip()
    return name if not sheet or _UNNAMED_SHEET.fullmatch(sheet) else sheet.casefold().strip()


# What may follow a table's name: a number or a date, perhaps as the number of a part.
_NUMBERED = re.compile(r"[\W_]*+(?:part)?+[\W_]*+\d[\d\W_]*+")


def table_named(file: str) -> Table | None:
    """The table that a file is named after: `employees.csv`, `Employees-2024.csv`, `hr.xlsx › employees (1)`."""
    stem = _called(file)
    for table in TABLES:
        rest = _behind(stem, table.name.split("_"))
        if rest is not None and (not rest or _NUMBERED.fullmatch(rest)):
            return table
    return None


def _behind(stem: str, words: Sequence[str]) -> str | None:
    """What of a name comes after these words, which `_`, a space, `-` or nothing may part; `None` without them."""
    for index, word in enumerate(words):
        stem = stem[1:] if index and stem[:1] in ("_", " ", "-") else stem
        if not stem.startswith(word):
            return None
        stem = stem[len(word) :]
    return stem


def table_of(file: str, labels: Sequence[str]) -> Table | None:
    """The table of a file with that name and header; `None` if it is none of ours."""
    return recognised(file, labels).table


def recognised(file: str, labels: Sequence[str]) -> Recognised:
    """The table of a file with that name and header: the best of those whose own it may be; a name settles a tie."""
    keyed = [table for table in TABLES if not _lacks_key(table, labels)]
    fitting = [table for table in keyed if len(_missing_of(table, labels)) <= MOST_MISSING]
    ours = [table for table in fitting if not _foreign_key(table, labels)]
    named = table_named(file)
    best = max((_score(table, labels) for table in ours), default=None)
    first = [table for table in ours if _score(table, labels) == best]
    if named in first:
        first = [named]
    if len(first) > 1:
        names = " and ".join(table.name for table in first)
        return Recognised(None, f"its header may be that of {names}")
    if not first:
        return _none(named, labels, fitting)
    (table,) = first
    missing = _missing_of(table, labels)
    if missing and table is not named:
        return Recognised(None, _near_words(table, labels), table)
    return Recognised(table)


def _has_most(table: Table, labels: Sequence[str]) -> bool:
    """Whether a header has most of the columns that must be there: with one of two it is near half of all tables."""
    return 2 * len(_missing_of(table, labels)) < len(table.required_columns)


def _near_words(table: Table, labels: Sequence[str]) -> str:
    if not _has_most(table, labels):
        return Recognised(None).why
    return f"its header is near that of {table.name}, but {_missing(table, labels)}"


def _none(named: Table | None, labels: Sequence[str], fitting: Sequence[Table]) -> Recognised:
    """Why a header is no table's: another thing's key in it, or what it lacks of the table it is called after."""
    if fitting:
        table = named if named and named in fitting else max(fitting, key=lambda one: _score(one, labels))
        # One that was never close to a table of ours is not held against it.
        than = f" than {table.name}" if table is named or _has_most(table, labels) else ""
        why = f"{_foreign_key(table, labels)} is the key of another thing{than or ', none of ours'}"
        return Recognised(None, why, is_of_others=True)
    if named and (lacking := _missing(named, labels)):
        return Recognised(None, f"it is called {named.name}, but {lacking}", named)
    return _neighbour(labels)


def _neighbour(labels: Sequence[str]) -> Recognised:
    """The table of which a header has the key and most of the columns that must be there, where one comes nearest."""
    near = [
        table
        for table in TABLES
        if not _lacks_key(table, labels) and _has_most(table, labels) and not _foreign_key(table, labels)
    ]
    best = max((_score(table, labels) for table in near), default=None)
    first = [table for table in near if _score(table, labels) == best]
    if len(first) != 1:
        return Recognised(None)
    return Recognised(None, _near_words(first[0], labels), first[0])


def _lacks_key(table: Table, labels: Sequence[str]) -> bool:
    found = positions(table, labels)
    return not all(name in found for name in own_key(table))


def _foreign_key(table: Table, labels: Sequence[str]) -> str:
    return key_of_others(labels, table, has_all=not _missing_of(table, labels))


def way_to_map(file: str) -> str:
    """What to do with a file nobody knows."""
    return f"if it belongs here, say what it holds: {_mapping(file)}"


def way_to_say(file: str) -> str:
    """What to do about words of a file that nobody has said the meaning of."""
    return f"say what they mean: {_mapping(file)}"


def _mapping(file: str) -> str:
    workbook, _, sheet = file.partition(OF_SHEET)
    of_sheet = f" --sheet {shlex.quote(sheet)}" if sheet else ""
    return f"page Map a file, or python -m hiring map {shlex.quote(workbook)}{of_sheet}"


def _missing(table: Table, labels: Sequence[str]) -> str:
    """The missing required columns, the unexpected ones, and which may be meant; empty if complete."""
    columns = positions(table, labels)
    unknown = [label for label, name in zip(labels, columns, strict=True) if name is None and label]
    missing = _missing_of(table, labels)
    if not missing:
        return ""
    parts = [f"missing: {', '.join(missing)}"]
    if unknown:
        parts.append(f"unexpected: {', '.join(one_line(label, 40) for label in unknown[:8])}")
    folded = {normalised(label): label for label in unknown}
    for name in missing:
        near = difflib.get_close_matches(normalised(name), list(folded), n=1, cutoff=0.5)
        near = near or (list(folded) if len(missing) == len(folded) == 1 else [])
        parts.extend(f"{one_line(folded[label], 40)}: meant `{name}`?" for label in near)
    return "; ".join(parts)


def _repeated(labels: Sequence[str]) -> list[str]:
    counts = Counter(normalised(label) for label in labels if label)
    return [label for label in labels if label and counts[normalised(label)] > 1]


def refusal(file: str, table: Table, labels: Sequence[str], line: int | None) -> Message | None:
    """Why a file of the table cannot be read by its header, `None` if it can."""
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
    if missing := _missing(table, labels):
        return Message(
            "refused",
            file,
            line,
            None,
            "",
            f"the columns of {table.name}: {', '.join(table.required_columns)}",
            f"file refused: header differs; {missing}",
            "rename the column in the export, or map the file (page Map a file, or python -m hiring map)",
        )
    return None
