"""The SQL of `queries/`: found by name, each with its first sentence, its parameters and what it ignores.

No database here: files in, text out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from hiring.config import QUERIES

_PARAMETER = re.compile(r"\$([a-z_]+)")
_SCOPES = (
    "hires_in_scope",
    "applications_in_scope",
    "openings_in_scope",
    "people_in_scope",
    "logins_in_scope",
    "hire_in_scope",
)


@dataclass(frozen=True)
class Query:
    """One select of `queries/`: `name` is its path below its layer's folder, without the ending."""

    name: str
    text: str

    @property
    def sentence(self) -> str:
        """The first line, which says what the select gives."""
        return self.text.splitlines()[0].removeprefix("-- ")

    def header(self, word: str) -> str:
        """The rest of the header line `-- word: …`, or an empty text."""
        for line in self.text.splitlines():
            if not line.startswith("--"):
                break
            if line.startswith(f"-- {word}:"):
                return line.split(":", 1)[1].strip()
        return ""

    def names(self, word: str) -> tuple[str, ...]:
        """The columns named before the first semicolon of the header line `-- word: one, another; because …`."""
        listed = self.header(word).partition(";")[0]
        return tuple(name.strip() for name in listed.split(",") if name.strip())

    @cached_property
    def statement(self) -> str:
        """The select without its comment lines."""
        return "\n".join(
            line for line in self.text.splitlines() if not line.lstrip().startswith("--")
        ).strip()

    @property
    def parameters(self) -> frozenset[str]:
        """Names of the `$parameters` the select wants."""
        return frozenset(_PARAMETER.findall(self.statement))


def layer(name: str, root: Path = QUERIES) -> dict[str, Query]:
    """Every query below `queries/<name>/`, by name, in order of name."""
    return dict(_ours(name)) if root == QUERIES else _read(root / name)


@lru_cache(maxsize=16)
def _ours(name: str) -> dict[str, Query]:
    """A layer of the product's own; read once."""
    return _read(QUERIES / name)


def _read(folder: Path) -> dict[str, Query]:
    found = {}
    for path in sorted(folder.rglob("*.sql")):
        key = path.relative_to(folder).with_suffix("").as_posix()
        found[key] = Query(key, path.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=1)
def questions() -> dict[str, Query]:
    """Every question that may be asked, by name; read once."""
    return layer("questions")


def composed(question: Query, every: dict[str, Query]) -> str:
    """The question with the scopes it reads (filters and viewer written out) put before it."""
    statement = question.statement
    needed = [scope for scope in _SCOPES if re.search(rf"\b{scope}\b", statement)]
    if not needed:
        return statement
    scopes = ",\n".join(f"{name} as (\n{every['shared/' + name].statement}\n)" for name in needed)
    if re.match(r"with\s+recursive\b", statement):
        raise ValueError(f"{question.name}: a question with a scope cannot be recursive")
    if re.match(r"with\s", statement):
        return f"with {scopes},\n{statement[4:].lstrip()}"
    return f"with {scopes}\n{statement}"
