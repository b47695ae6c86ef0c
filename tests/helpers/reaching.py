"""Which columns of the exports reach a page: followed by name from staging through marts into questions.

A column of a relation is used by a select that does more with it than hand it on under its own name; where it is
only handed on, it is used if what it is handed to is. A question hands on to a page. By name alone, so that it
rather finds a use too many: what is said to reach nothing reaches nothing.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from hiring import contract
from hiring.config import QUERIES

_SCOPES = re.compile(r"^\w+_in_scope$")


def _relations() -> dict[str, str]:
    """Relation → its select without comments; a loaded table is `staging.<table>`, a question its path."""
    compiled = {f"stg_{table.name}" for table in contract.TABLES}
    found = {}
    for path in sorted(QUERIES.rglob("*.sql")):
        layer, name = path.relative_to(QUERIES).parts[0], path.stem
        if layer == "checks" or name.startswith("set_aside_") or name in compiled:
            continue  # what is checked or set aside is not shown
        relation = f"{layer}.{name}" if layer != "questions" else _question(path)
        found[relation] = re.sub(r"--.*", "", path.read_text("utf-8"))
    return found


def _question(path: Path) -> str:
    return path.stem if _SCOPES.match(path.stem) else path.relative_to(QUERIES).as_posix()


RELATIONS = _relations()


def _named(relation: str) -> str:
    """A pattern of the relation as a select names it, with what it is called there if anything."""
    names = {relation, relation.replace("staging.", "staging.stg_")}
    either = "|".join(re.escape(name) for name in sorted(names))
    return rf"(?<![\w.])(?:{either})\b(?:\s+as\s+(\w+))?"


@cache
def _reads(reader: str, relation: str) -> bool:
    return reader != relation and bool(re.search(_named(relation), RELATIONS[reader]))


@cache
def reaches(relation: str, column: str) -> bool:
    """Whether some question makes something of this column of this relation."""
    return any(_uses(reader, relation, column) for reader in RELATIONS if _reads(reader, relation))


def _uses(reader: str, relation: str, column: str) -> bool:
    text = RELATIONS[reader]
    places = len(re.findall(rf"\b{column}\b", text))
    handed_on = len(re.findall(rf"^ *(?:\w+\.)?{column},?$", text, re.MULTILINE))
    if not places and not _hands_on_whole(text, relation):
        return False
    if reader.endswith(".sql"):
        return True
    return _is_read(reader) if places > handed_on else reaches(reader, column)


def _hands_on_whole(text: str, relation: str) -> bool:
    """Whether every column of the relation may come out under a star, without a word of any."""
    if not re.search(r"^ *(?:select )?(?:\w+\.)?\*", _last_select(text), re.MULTILINE):
        return False
    called = {name for name in re.findall(_named(relation), text) if name} | {relation.split(".")[-1]}
    alone = re.search(rf"select \*\s+from {_named(relation)}", text)
    return bool(alone) or any(re.search(rf"\b{name}\.\*", text) for name in called)


def _last_select(text: str) -> str:
    """What a select gives: the select list of its end."""
    return re.split(r"^(?=select\b)", text, flags=re.MULTILINE)[-1]


@cache
def _is_read(relation: str) -> bool:
    """Whether any question starts from this relation, by whatever way."""
    return relation.endswith(".sql") or any(
        _is_read(reader) for reader in RELATIONS if _reads(reader, relation)
    )
