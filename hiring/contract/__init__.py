"""The canonical tables and columns: what an export must hold to be understood.

One source for the reader (which file is which), the staging selects (what a value must look like), the empty
templates, the documentation and the tests. Nothing here reads a file.
"""

from __future__ import annotations

from hiring.contract import agreed, ats, crm, hris, openings, ours
from hiring.contract.kinds import (
    DEPARTMENTS,
    LOOKS_LIKE,
    STAGES,
    TRUTHS,
    Column,
    Kind,
    Reference,
    Table,
    Words,
)

__all__ = [
    "BY_NAME",
    "DEPARTMENTS",
    "LOOKS_LIKE",
    "STAGES",
    "TABLES",
    "TRUTHS",
    "Column",
    "Kind",
    "Reference",
    "Table",
    "Words",
    "normalised",
]

TABLES: tuple[Table, ...] = (
    *hris.TABLES,
    *openings.TABLES,
    *ats.TABLES,
    *agreed.TABLES,
    *crm.TABLES,
    *ours.TABLES,
)
BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}


_PASSED_OVER = dict.fromkeys(map(ord, " _-\t\u00a0"))


def normalised(label: str) -> str:
    """A header label as it is compared: without case, outer space, spaces, hyphens and underscores."""
    return label.casefold().translate(_PASSED_OVER)
