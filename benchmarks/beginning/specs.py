"""What `companies.toml` says of twelve invented companies: their files, headers and words."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).with_name("companies.toml")
LAST_DAY = date(2025, 12, 31)
Row = dict[str, Any]


@dataclass(frozen=True)
class Sheet:
    """A file of a company, and how its cells are written."""

    kind: str
    file: str
    columns: str
    words: str
    sep: str = ";"
    encoding: str = "utf-8"
    day: str = "%d.%m.%Y"
    decimal: str = ","
    thousands: str = "."
    periods: str = ""
    months: str = "number"
    total: str = ""
    above: Sequence[str] = ()
    who: str = ""

    @property
    def is_workbook(self) -> bool:
        """Whether it is a workbook, whose cells are numbers."""
        return self.file.endswith(".xlsx")

    @property
    def fields(self) -> dict[str, str]:
        """Label → what stands there, `-` before what no table of ours holds."""
        return dict(part.split("=") for part in self.columns.split("|"))


@dataclass(frozen=True)
class Company:
    """Whose files they are."""

    what: str
    names: str
    sheets: Sequence[Sheet]
    domain: str = "firm.example"
    ids: str = "{}"
    deal_ids: str = "{}"
    hires: int = 60
    sites: Sequence[str] = ("North", "South")
    currencies: Sequence[str] = ("EUR",)
    quotas_since: int = 2024

    @property
    def years(self) -> range:
        """The years of which there are quotas."""
        return range(self.quotas_since, LAST_DAY.year + 1)

    @property
    def months(self) -> list[date]:
        """The first days of their months."""
        return [date(year, month, 1) for year in self.years for month in range(1, 13)]


@cache
def told() -> dict[str, Any]:
    """Names, words and companies as they stand in the file beside this module."""
    return tomllib.loads(HERE.read_text(encoding="utf-8"))


def spec_of(number: int) -> Company:
    """One of the companies."""
    said = told()["company"][str(number)]
    return Company(**{**said, "sheets": [Sheet(**sheet) for sheet in said["sheets"]]})
