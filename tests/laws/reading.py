"""What the laws look at: a folder's own files, its Python as trees, its SQL as text and tree."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp

ROOT = Path(__file__).parents[2]
NOT_OURS = {".git", ".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}


@cache
def own_files(root: Path) -> tuple[Path, ...]:
    """Every file of the project, relative to its root: what git tracks or would, else what lies there."""
    if (root / ".git").exists():
        command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0")
        files = [Path(name) for name in names if name and (root / name).is_file()]
    else:
        files = [path.relative_to(root) for path in root.rglob("*") if path.is_file()]
    return tuple(sorted(file for file in files if not NOT_OURS & set(file.parts)))


@dataclass(frozen=True)
class Module:
    """A Python file: where it is, the dotted name others import it by, and its tree."""

    path: Path
    name: str
    text: str
    tree: ast.Module

    @property
    def where(self) -> str:
        return self.path.as_posix()


@cache
def modules(root: Path) -> tuple[Module, ...]:
    """What runs in the product: the front door, the pages and the package."""
    product = ("streamlit_app.py", "pages", "hiring")
    found = []
    for path in own_files(root):
        if path.suffix == ".py" and path.parts[0] in product:
            text = (root / path).read_text(encoding="utf-8")
            name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
            found.append(Module(path, name, text, ast.parse(text)))
    return tuple(found)


@dataclass(frozen=True)
class Query:
    """A file of `queries/`: its layer, the name it is asked by, its lines and its statements."""

    path: Path
    text: str

    @property
    def layer(self) -> str:
        return self.path.parts[1]

    @property
    def name(self) -> str:
        """`<page>/<question>` for a question, the bare file name for the rest."""
        return "/".join(self.path.with_suffix("").parts[2:])

    @property
    def where(self) -> str:
        return self.path.as_posix()

    @property
    def header(self) -> list[str]:
        """The comment lines the file begins with, without their dashes."""
        lines = []
        for line in self.text.splitlines():
            if not line.startswith("--"):
                break
            lines.append(line.removeprefix("--").strip())
        return lines

    def statements(self) -> list[exp.Expression | None]:
        return _statements(self.text)

    def reads(self) -> Iterator[tuple[str, str]]:
        """(schema, table) of every table read, CTEs left out; the schema is empty where none is written."""
        for statement in self.statements():
            if statement is None:
                continue
            own = {cte.alias for cte in statement.find_all(exp.CTE)}
            for table in statement.find_all(exp.Table):
                if isinstance(table.this, exp.Identifier) and (table.db or table.name not in own):
                    yield table.db, table.name


@cache
def _statements(text: str) -> list[exp.Expression | None]:
    return sqlglot.parse(text, dialect="duckdb")


@cache
def queries(root: Path) -> tuple[Query, ...]:
    """Every SQL file of `queries/`."""
    return tuple(
        Query(path, (root / path).read_text(encoding="utf-8"))
        for path in own_files(root)
        if path.suffix == ".sql" and path.parts[0] == "queries"
    )


def keep(faults: list[str]) -> None:
    """Fail with the faults as a law gives them, one a line."""
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


def written(root: Path, files: dict[str, str]) -> Path:
    """`root` with these files in it: a small project for a law to judge."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
