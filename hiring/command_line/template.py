"""The verb `template`: an empty file of every table, and beside them what each column means, with a filled row.

The filled rows stand in a file that no build reads: an example in a table would be a hire whom nobody knows.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from hiring import contract
from hiring.access.scope import UsageError
from hiring.command_line.subparsers import Verbs
from hiring.contract import Column, Table
from hiring.loading import plain_files

#: Files that begin so are notes, to every reader of an exports folder.
EXPLANATIONS = "README-columns.md"
_BEFORE = """# What stands in each file

Each file beside this one holds a table as its header alone. Fill those you have and delete the others; an optional
column that you have not may be deleted, too. Below stand, for each file, its columns and a filled row. The rows are
invented, and this file is never read: copy a row to see how one looks, and delete it again.
"""


def add(verbs: Verbs) -> None:
    """Put the verb among the others."""
    about = f"write the empty files, with headers, and {EXPLANATIONS} with what each column means and a filled row"
    template = verbs.add_parser("template", help=about, description=about)
    template.add_argument("--out", type=Path, metavar="DIR", required=True)
    template.add_argument("--json", action="store_true")
    template.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    contents = {
        f"{table.name}.csv": _line(column.name for column in table.columns) for table in contract.TABLES
    }
    contents[EXPLANATIONS] = explanations()
    for name in contents:
        if (out / name).exists() or (out / name).is_symlink():
            raise UsageError(f"{out / name} is already there · give an empty folder with --out DIR")
    for name, text in contents.items():
        plain_files.write_new(out / name, text.encode())
    print(
        f"{len(contract.TABLES)} empty files in {out}: fill those you have, delete the others · "
        f"{EXPLANATIONS} says what stands in each",
        file=sys.stderr,
        flush=True,
    )
    if arguments.json:
        print(json.dumps(list(contents)))
    return 0


def explanations() -> str:
    """What each column of each table means, what may stand in it, and a filled row of each table."""
    return "\n".join([_BEFORE, *map(_of_table, contract.TABLES)])


def example_row(table: Table) -> str:
    """A filled row of a table, as a line of its file."""
    return _line(column.example for column in table.columns)


def _of_table(table: Table) -> str:
    lines = [f"## {table.name}.csv", "", f"One row per {table.one_row_per}.", ""]
    lines += ["| column | must be filled | what stands in it | example |", "| --- | --- | --- | --- |"]
    lines += [_cells(column) for column in table.columns]
    header = _line(column.name for column in table.columns)
    return "\n".join([*lines, "", "```", header + example_row(table) + "```", ""])


def _cells(column: Column) -> str:
    must = (column.filled_where or "yes") if column.required else ""
    stands = f"{column.means}. {_may_stand(column)}"
    return (
        "| "
        + " | ".join(cell.replace("|", "\\|") for cell in (column.name, must, stands, f"`{column.example}`"))
        + " |"
    )


def _may_stand(column: Column) -> str:
    kept = kind_or_words(column) if column.words else contract.LOOKS_LIKE[column.kind]
    one_of = "one of " if column.words and not column.free else ""
    text = f"{one_of}{kept}."
    return text[:1].upper() + text[1:]


def _line(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def kind_or_words(column: Column) -> str:
    """The kind of a column, or the words that may stand in it."""
    if not column.words:
        return str(column.kind)
    if not column.free:
        return ", ".join(f"`{word}`" for word, _ in column.words)
    read = "; ".join(
        f"`{word}`" + (f": {', '.join(spellings)}" if spellings != (word,) else "")
        for word, spellings in column.words
    )
    return f"free text, read by how its words begin: {read}; all else `{column.free}`"
