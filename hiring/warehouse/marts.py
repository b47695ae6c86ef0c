"""The marts of a warehouse: what was typed is given meaning, one table a select."""

from __future__ import annotations

from hiring.warehouse import sql_files
from hiring.warehouse.engine import Engine, Step


def make_marts(engine: Engine) -> None:
    """Make every select of `queries/marts` a table of the warehouse, each once those it reads are made."""
    engine.make(
        [
            Step(
                f"marts.{name}",
                query.statement,
                joins_as_written=query.header("joins").startswith("as written"),
            )
            for name, query in sql_files.layer("marts").items()
        ],
        {},
    )
