"""Which columns of which tables a select names, by DuckDB's own parser: as far as the select itself says it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from hiring.loading import forgetting
from hiring.warehouse.engine import syntax_tree

ALL = "*"


@forgetting.too
@lru_cache(maxsize=512)
def columns_read(sql: str) -> frozenset[tuple[str, str]]:
    """(`schema.table`, column) of what a select names; `*` for the column where it takes all of a table.

    A column without the name of its table is that table's where its select reads no other.
    """
    return frozenset(found for node in _selects(syntax_tree(sql)) for found in _named_in(node))


def _selects(node: Any) -> Iterator[dict[str, Any]]:
    """Every select within, those of its subqueries and named parts too."""
    if isinstance(node, dict):
        if node.get("type") == "SELECT_NODE":
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from _selects(child)


def _own(node: Any) -> Iterator[dict[str, Any]]:
    """Every part of a select but those of the selects within it."""
    if isinstance(node, dict):
        yield node
        node = [child for child in node.values() if not _is_select(child)]
    if isinstance(node, list):
        for child in node:
            yield from _own(child)


def _is_select(node: Any) -> bool:
    return isinstance(node, dict) and node.get("type") == "SELECT_NODE"


def _named_in(select: dict[str, Any]) -> Iterator[tuple[str, str]]:
    parts = [part for key, child in select.items() if key != "cte_map" for part in _own(child)]
    tables, is_alone = _tables(parts)
    only = next(iter(tables.values())) if is_alone else ""
    for part in parts:
        if part.get("class") == "COLUMN_REF" and part.get("column_names"):
            first, *rest = part["column_names"]
            if rest and first in tables:
                yield tables[first], rest[0]
            elif only and not rest:
                yield only, first
        elif part.get("class") == "STAR":
            named = part.get("relation_name") or ""
            yield from ((table, ALL) for alias, table in tables.items() if named in ("", alias))


def _tables(parts: list[dict[str, Any]]) -> tuple[dict[str, str], bool]:
    """`schema.table` by the name a select has for it, and whether it reads that one and nothing else."""
    kinds = ("BASE_TABLE", "SUBQUERY", "TABLE_FUNCTION")
    sources = [part for part in parts if part.get("type") in kinds and "class" not in part]
    tables = {
        part.get("alias") or part["table_name"]: f"{part['schema_name']}.{part['table_name']}"
        for part in sources
        if part.get("schema_name")
    }
    return tables, len(sources) == len(tables) == 1
