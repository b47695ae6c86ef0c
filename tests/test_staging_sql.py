"""The committed staging selects are what the contract says."""

from __future__ import annotations

from hiring import contract
from hiring.config import QUERIES
from hiring.staging_sql import generated


def test_the_committed_staging_selects_are_compiled_from_the_contract() -> None:
    stale = [
        name
        for name, text in generated().items()
        if not (QUERIES / "staging" / name).is_file()
        or (QUERIES / "staging" / name).read_text("utf-8") != text
    ]
    assert stale == [], "run: python -m hiring.staging_sql"


def test_every_table_of_the_contract_is_typed_and_judged() -> None:
    names = set(generated())
    for table in contract.TABLES:
        assert {f"stg_{table.name}.sql", f"set_aside_{table.name}.sql"} <= names


def test_no_compiled_select_is_left_of_a_table_that_is_gone() -> None:
    known = {table.name for table in contract.TABLES}
    for path in (QUERIES / "staging").glob("*.sql"):
        if path.name.startswith(("stg_", "set_aside_")):
            assert path.stem.removeprefix("stg_").removeprefix("set_aside_").split("__")[0] in known, (
                path.name
            )
