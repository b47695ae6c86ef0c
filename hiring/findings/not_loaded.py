"""Why a table is not there: no file of it came, one came that nobody knew, or one of which no row was loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.findings.data_health.lines import visible
from hiring.findings.overview.not_knowable import NOT_LOADED

Named = Callable[[str], str]

NOTHING_READ = ", so nothing in it was read"


@dataclass(frozen=True)
class Missing:
    """Files still to be `add`ed, and what became of those that are there: sentences with the way out."""

    add: tuple[str, ...]
    came: tuple[str, ...]

    def remedy(self, words_of_page: str) -> str:
        """What is said below the fact: of files that came first, then what the page says of them."""
        return " ".join(filter(None, (*self.came, words_of_page)))


def missing(files: pd.DataFrame, tables: Sequence[str], named: Named) -> Missing:
    """Of the tables a page lacks, from rows of `data_health/files_read`; `named`: the table a file is called after.

    A table with rows is not to be added: then something else is in the way, and the page says what.
    """
    add, there = [], []
    for table in tables:
        sentence = _came(files, table, named)
        if sentence is None:
            add.append(f"{table}.csv")
        elif sentence:
            there.append(sentence)
    unknown = int(files["table_name"].isna().sum()) - sum(_is_named(files, table, named) for table in tables)
    if add and unknown > 0:
        which = "the file that was" if unknown == 1 else f"one of the {words.number(unknown)} files that were"
        there.append(
            f"Where {which} not recognised holds it, map that: Data health names what was not loaded."
        )
    return Missing(tuple(add), tuple(there))


def short(files: pd.DataFrame, table: str, named: Named) -> str:
    """Why a table is not loaded, to go on after "needs quotas.csv, "."""
    sentence = (_came(files, table, named) or "").partition(":")[0]
    own = f"{table}.csv came "
    if sentence.startswith(own):
        return f"which came {sentence.removeprefix(own).removesuffix(NOTHING_READ)}."
    return f"{NOT_LOADED} {sentence}." if sentence else NOT_LOADED


def came(files: pd.DataFrame, tables: pd.DataFrame, named: Named) -> frozenset[str]:
    """The tables of which a file came and nothing is loaded (`data_health/tables_expected`)."""
    absent = tables.loc[tables["count_rows"] == 0, "table_name"].astype(str)
    return frozenset(table for table in absent if _came(files, table, named))


def _came(files: pd.DataFrame, table: str, named: Named) -> str | None:
    """What became of the files of a table; None where none came, "" where rows of one are loaded."""
    mine = files[files["table_name"] == table]
    if mine["count_loaded"].sum() > 0:
        return ""
    if len(mine):
        read = int(mine["count_read"].sum())
        came = _listed(mine["file"]) or f"A file of {table}"
        if not mine["count_set_aside"].sum():
            return f"{came} came with the exports and holds no row: export it again."
        return (
            f"{came} came with {words.counted(read, 'row')}, and none was loaded: Data health says why each was "
            "set aside."
        )
    called = [str(file) for file in _unknown(files) if named(str(file)) == table]
    if not called:
        return None
    return (
        f"{_listed(called)} came with the exports and was not recognised{NOTHING_READ}: say what it holds on the page "
        "Map a file."
    )


def _unknown(files: pd.DataFrame) -> pd.Series:
    return files.loc[files["table_name"].isna(), "file"].dropna()


def _is_named(files: pd.DataFrame, table: str, named: Named) -> int:
    return sum(named(str(file)) == table for file in _unknown(files))


def _listed(files: Iterable[object]) -> str:
    return " and ".join(visible(file) for file in files if isinstance(file, str))
