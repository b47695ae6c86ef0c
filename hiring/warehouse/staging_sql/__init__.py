"""The staging selects, compiled from the contract: one rule for each kind of cell, applied everywhere.

`python -m hiring.warehouse.staging_sql` writes `queries/staging/stg_<table>.sql` and `set_aside_<table>.sql`; both are
committed, read like any other query, and a test keeps them equal to what the contract says. Rules that compare
columns or tables are written by hand, in `set_aside_<table>__<rule>.sql` beside them.

A row keeps its first fault as one text, `column|reason|value as given`. Sound rows carry null there, which
costs nothing to store, and one pass over a file both types it and judges it.
"""

from __future__ import annotations

from hiring import contract
from hiring.warehouse.staging_sql.set_aside_select import set_aside_select
from hiring.warehouse.staging_sql.typing_select import staging_select


def generated() -> dict[str, str]:
    """File name in `queries/staging` → text, for every table of the contract."""
    texts: dict[str, str] = {}
    for table in contract.TABLES:
        texts[f"stg_{table.name}.sql"] = staging_select(table)
        texts[f"set_aside_{table.name}.sql"] = set_aside_select(table)
    return texts
