"""What a question stands on, by its SQL: marts, staging, and of each table of the exports the columns named."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from hiring import contract
from hiring.command_line.tracing import sources
from hiring.warehouse import sql_files
from hiring.warehouse.columns_read import ALL, columns_read
from hiring.warehouse.engine import tables_read
from hiring.warehouse.sql_files import Query

SCOPE = "_in_scope"  # what the name of every scope ends in


@dataclass(frozen=True)
class Place:
    """Something named, and where it stands; line 0 where that is a file as a whole."""

    what: str
    path: str
    line: int = 0

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{self.what} ({where})" if self.what else where


@lru_cache(maxsize=1)
def _selects() -> dict[str, Query]:
    """Every select that makes a table, by `schema.table`."""
    return {
        f"{layer}.{name}": query
        for layer in ("marts", "staging")
        for name, query in sql_files.layer(layer).items()
    }


def table_of_exports(table: str) -> str:
    """The table of the exports that a table of staging holds the typed rows of; empty where it is none."""
    name = table.removeprefix("staging.").removeprefix("stg_")
    return name if table.startswith("staging.") and name in contract.BY_NAME else ""


@lru_cache(maxsize=256)
def read_by(question: str) -> frozenset[str]:
    """`schema.table` that the question, its scopes put before it, reads itself."""
    every = sql_files.questions()
    return tables_read(sql_files.composed(every[question], every))


def standing_on(tables: Iterable[str]) -> list[str]:
    """These tables and all that they are made of, nearest first, down to the typed tables of the exports."""
    found = dict.fromkeys(sorted(tables))
    waiting = list(found)
    while waiting:
        table = waiting.pop(0)
        select = _selects().get(table)
        if select and not table_of_exports(table):
            new = [one for one in sorted(tables_read(select.statement)) if one not in found]
            found.update(dict.fromkeys(new))
            waiting += new
    return list(found)


def question_places(question: str) -> list[Place]:
    """The file of a question, and of the scopes it starts from."""
    every = sql_files.questions()
    named = set(re.findall(r"[a-z_]+", every[question].statement))
    scopes = [name for name in every if name.endswith(SCOPE) and name.rpartition("/")[2] in named]
    names = [question, *scopes]
    return [Place("", f"queries/questions/{name}.sql") for name in names]


def mart_places(tables: Iterable[str]) -> list[Place]:
    """Where each of these marts is made: its select, or the module that fills it."""
    return [_made_at(table) for table in tables if table.startswith("marts.")]


def staging_places(tables: Iterable[str]) -> list[Place]:
    """Where each of these tables of staging is made; of the exports' tables the select that types them."""
    places = [
        Place("", f"queries/staging/stg_{own}.sql") if (own := table_of_exports(table)) else _made_at(table)
        for table in tables
        if table.startswith("staging.")
    ]
    return list(dict.fromkeys(places))


@lru_cache(maxsize=256)
def _made_at(table: str) -> Place:
    if table in _selects():
        return Place("", f"queries/{table.replace('.', '/')}.sql")
    made = re.compile(rf"(^|create table ){re.escape(table)}\b")
    for module in sources.modules().within("hiring.warehouse"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and made.search(node.value):
                return Place(table, module.path, node.lineno)
    return Place(table, "hiring/warehouse")


def columns_of_exports(tables: Iterable[str]) -> dict[str, set[str]]:
    """Each table of the exports among these, with the columns that the selects among them name of it."""
    every = list(tables)
    columns: dict[str, set[str]] = {own: set() for table in every if (own := table_of_exports(table))}
    for table in every:
        if table in _selects() and not table_of_exports(table):
            for read, column in columns_read(_selects()[table].statement):
                if own := table_of_exports(read):
                    columns.setdefault(own, set()).add(column)
    return columns


def export_places(columns: dict[str, set[str]]) -> list[Place]:
    """Each table of the exports as the contract has it, with those of its columns, in the contract's order."""
    return [_export(name, named) for name, named in columns.items()]


def _export(name: str, named: set[str]) -> Place:
    own = [column.name for column in contract.BY_NAME[name].columns]
    columns = [column for column in own if ALL in named or column in named]
    what = f"{name}.csv: {', '.join(columns) or 'no column by its name'}"
    path, line = _agreed_at().get(name, ("hiring/contract", 0))
    return Place(what, path, line)


@lru_cache(maxsize=1)
def _agreed_at() -> dict[str, tuple[str, int]]:
    """Where the contract says what each table of the exports holds."""
    return {
        node.args[0].value: (module.path, node.lineno)
        for module in sources.modules().within("hiring.contract")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Table"
        if node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
    }
