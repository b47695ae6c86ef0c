"""A company of a few rows, small enough to work out by hand: tables as text, built through the whole product."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hiring.warehouse.asking import connect
from hiring.warehouse.build import BuildResult, Request, build

CLOCK = date(2026, 7, 1)

EMPLOYEES = """
employee_id,full_name,work_email,department,role_profile,region,segment,hire_date,termination_date
M1,Mona Manager,mona@firm.example,Sales,,North,,2015-01-01,
H1,Hana Recruiter,hana@firm.example,People team,,North,,2016-01-01,
A,Ada First,ada@firm.example,Sales,Inside sales,North,SMB,2024-01-10,
B,Ben Second,ben@firm.example,Sales,Inside sales,South,SMB,2024-03-01,2024-12-31
"""
CRM_USERS = """
owner_id,full_name,email,employee_id
U-A,Ada First,,A
U-B,Ben Second,BEN@firm.example ,
U-X,Xena Unknown,xena@other.example,
"""
OPPORTUNITIES = """
opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on
O1,U-A,Won,true,1000.00,EUR,2023-12-01,2024-02-01
O2,U-A,Won,true,500.50,EUR,2024-02-01,2024-06-10
O3,U-B,Won,true,700.00,EUR,2024-04-01,2024-07-01
O4,U-B,Won,true,70.00,EUR,2024-04-01,2025-02-01
O5,U-X,Won,true,11.00,EUR,2024-04-01,2025-02-01
O6,U-A,Lost,false,99.00,EUR,2024-04-01,2025-03-01
"""
BASE = {"employees": EMPLOYEES, "crm_users": CRM_USERS, "opportunities": OPPORTUNITIES}


def write_exports(folder: Path, tables: Mapping[str, str], **files: str) -> Path:
    """Write each table as `<table>.csv` and each other file (`config_toml="…"`) into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_bytes((text.strip("\n") + "\n").encode())
    for name, text in files.items():
        (folder / name.replace("_toml", ".toml")).write_text(text, encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Built:
    """A finished build, to be asked in SQL."""

    result: BuildResult
    folder: Path

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of a select over the served warehouse."""
        assert self.result.warehouse is not None, "\n".join(map(str, self.result.messages))
        connection = connect(self.result.warehouse)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def each(self, selects: Iterable[str]) -> list[list[tuple[Any, ...]]]:
        """Rows of each of many selects, over one connection."""
        assert self.result.warehouse is not None
        with connect(self.result.warehouse) as connection:
            return [connection.execute(select).fetchall() for select in selects]

    def one(self, sql: str) -> Any:
        """The single value of a select."""
        rows = self.rows(sql)
        assert [len(row) for row in rows] == [1], rows
        return rows[0][0]

    def account(self, table: str) -> tuple[int, int, int, int]:
        """(read, loaded, set aside, skipped) of a table, over its files."""
        mine = [file for file in self.result.files if file["table"] == table]
        names = ("read", "loaded", "quarantined", "skipped")
        return tuple(sum(int(str(file[n])) for file in mine) for n in names)  # type: ignore[return-value]


def built(
    folder: Path,
    tables: Mapping[str, str] | None = None,
    *,
    as_of: date | None = None,
    clock: date = CLOCK,
    base: Mapping[str, str] = BASE,
    **files: str,
) -> Built:
    """Build the base company with `tables` put over it (an empty text takes a table away)."""
    every = {name: text for name, text in {**base, **(tables or {})}.items() if text}
    exports = write_exports(folder / "exports", every, **files)
    for path in exports.glob("*.csv"):
        if path.stem not in every:
            path.unlink()
    warehouse = folder / "warehouse"
    request = Request(exports, warehouse, as_of=as_of, clock=clock, wait=lambda _path: None)
    return Built(build(request), warehouse)


def each_built_once(
    factory: pytest.TempPathFactory, companies: Mapping[str, Callable[[], Mapping[str, str]]], settings: str
) -> Callable[[str], Path]:
    """`of("name")`: the warehouse of one of these companies, built when it is first asked for."""
    made: dict[str, Path] = {}

    def of(name: str) -> Path:
        if name not in made:
            done = built(factory.mktemp("company"), companies[name](), base={}, config_toml=settings)
            assert done.result.is_good, "\n".join(map(str, done.result.messages))
            made[name] = done.folder
        return made[name]

    return of
