"""What became of single rows: files of good rows with a few bad ones, built once and looked up by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.small_company import CLOCK, Built
from hiring.warehouse.build import Request, build

DEALS = "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on"


@dataclass(frozen=True)
class Fate:
    """Why a row was set aside."""

    column: str
    found: str
    wanted: str
    reason: str
    todo: str


def deal(
    number: object,
    *,
    owner: str = "U-A",
    stage: str = "Won",
    is_won: str = "true",
    amount: str = "10.00",
    currency: str = "EUR",
    created_on: str = "2024-01-05",
    closed_on: str = "2024-06-01",
) -> str:
    """One row of opportunities, sound where nothing else is said."""
    return f"{number},{owner},{stage},{is_won},{amount},{currency},{created_on},{closed_on}"


def quoted(value: str) -> str:
    """A cell in quotes."""
    return '"' + value.replace('"', '""') + '"'


def padded(header: str, bad: Sequence[str], good: Callable[[int], str], times: int = 12) -> str:
    """A file whose bad rows come first (from line 2 on), with so many good ones that they are few."""
    count = times * max(len(bad), 1)
    return "\n".join([header, *bad, *(good(number) for number in range(count))]) + "\n"


def deals(bad: Sequence[str], times: int = 12) -> str:
    """Opportunities: the given rows from line 2 on, then sound ones."""
    return padded(DEALS, bad, lambda number: deal(f"G{number}"), times)


def fates(company: Built, table: str) -> dict[int, Fate]:
    """Line → fate, of every row of a table that was set aside."""
    rows = company.rows(
        "select line, column_name, found, wanted, reason, todo from marts.rows_set_aside "
        f"where table_name = '{table}' order by place"
    )
    return {line: Fate(*(text or "" for text in texts)) for line, *texts in rows}


def built_from(exports: Path, warehouse: Path, **request: Any) -> Built:
    """Build a folder of files as it lies there."""
    asked = {"clock": CLOCK, "wait": lambda _path: None, **request}
    return Built(build(Request(exports, warehouse, **asked)), warehouse)
