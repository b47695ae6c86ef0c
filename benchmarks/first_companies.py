"""Twelve invented companies as their own systems would export them, with a truth that only the script knows.

Each `Sheet` is a file: every column as `label=what stands in it`; what no table of ours holds begins with `-`.
"""

from __future__ import annotations

import csv
import random
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook

HERE = Path(__file__).with_suffix(".toml")
LAST_DAY = date(2025, 12, 31)
FIRST_DAY = date(2022, 3, 1)
ROLES = ("inside", "field")
#: What one unit is worth in euros, every month, as a finance department would say.
RATES = {"EUR": 1.0, "SEK": 0.09, "GBP": 1.17, "USD": 0.92, "BRL": 0.17, "PLN": 0.23}
Row = dict[str, Any]
DEPARTMENTS = ("hr", "hr", "boss", "finance", "it", "support", "hr", "finance")
OTHERS = 24  # people who are no sellers
SOLD = ("sales", "boss")


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


@dataclass
class Truth:
    """What a company's files really say: hires into Sales, revenue by owner and currency, quotas by owner."""

    hires: int = 0
    people: int = 0
    applications: int = 0
    revenue: Mapping[tuple[str, str], float] = field(default_factory=dict)
    quotas: Mapping[str, float] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)


def company(number: int, folder: Path) -> Truth:
    """Write the files of one company into a folder; gives what is true of it."""
    folder.mkdir(parents=True, exist_ok=True)
    spec, chance = spec_of(number), random.Random(f"company {number}")
    people = _people(spec, chance)
    rows = {
        "hr": people,
        "ats": _applicants(spec, chance, people),
        "crm": _deals(spec, chance, people),
        "quota": _quotas(spec, chance, people),
        "rates": _rates(spec),
    }
    for sheet in spec.sheets:
        _write(folder / sheet.file, spec, sheet, _of(sheet, rows[sheet.kind]))
    revenue: dict[tuple[str, str], float] = defaultdict(float)
    for deal in rows["crm"]:
        revenue[deal["owner"], deal["currency"]] += deal["amount"] if deal["stage"].startswith("won") else 0
    return Truth(
        sum(one["dept"] in SOLD for one in people),
        len(people),
        len({one["app"] for one in rows["ats"]}),
        {key: round(total, 2) for key, total in revenue.items() if total},
        {one["owner"]: sum(one["cells"].values()) for one in rows["quota"]},
        {sheet.file: len(_of(sheet, rows[sheet.kind])) for sheet in spec.sheets},
    )


def _of(sheet: Sheet, rows: Sequence[Row]) -> Sequence[Row]:
    """A list of those who are here, or of leavers, where a system keeps them apart."""
    if sheet.who == "here":
        return [row for row in rows if not row["end"]]
    return [row for row in rows if row["end"]] if sheet.who == "left" else rows


def _people(spec: Company, chance: random.Random) -> list[Row]:
    firsts, lasts = (part.split() for part in told()["names"][spec.names])
    pairs = [(first, last) for first in firsts for last in lasts]
    chance.shuffle(pairs)
    people: list[Row] = []
    for number, (first, last) in enumerate(pairs[: spec.hires + OTHERS]):
        dept = "sales" if number >= OTHERS else DEPARTMENTS[number % len(DEPARTMENTS)]
        start = FIRST_DAY + timedelta(days=chance.randrange(0, 1200 if dept == "sales" else 120))
        stayed = chance.randrange(90, 1400)
        end = start + timedelta(days=stayed)
        has_left = dept == "sales" and chance.random() < 0.45 and end < LAST_DAY
        boss = people[2] if people[2:] else None
        folded = unicodedata.normalize("NFKD", f"{first}.{last}").replace("ł", "l").replace("Ł", "L")
        plain = folded.encode("ascii", "ignore").decode().lower()
        people.append(
            {
                "id": spec.ids.format(101 + 7 * number),
                "first": first,
                "last": last,
                "name": f"{first} {last}",
                "lastfirst": f"{last}, {first}",
                "mail": f"{plain}@{spec.domain}",
                "dept": dept,
                "role": ROLES[number % 2] if dept == "sales" else dept,
                "boss": boss["name"] if boss else "",
                "boss_id": boss["id"] if boss else "",
                "site": spec.sites[number % len(spec.sites)],
                "start": start,
                "end": end if has_left else None,
                "why": ("voluntary", "involuntary")[number % 2] if has_left else "",
                "born": date(1970 + number % 30, 1 + number % 12, 1 + number % 27),
                "phone": f"+00 55 {1000 + number}",
                "hours": 40,
                "cost": 4000 + number % 7,
            }
        )
    return people


def _applicants(spec: Company, chance: random.Random, people: Sequence[Row]) -> list[Row]:
    """A row an interview: those who were hired, and as many again who were not."""
    firsts, lasts = (part.split() for part in told()["names"][spec.names])
    asked = [one for one in people if one["dept"] in ("hr", "boss")]
    rows: list[Row] = []
    hired = [one for one in people if one["dept"] == "sales"]
    for number in range(2 * len(hired)):
        one = hired[number] if number < len(hired) else None
        first, last = chance.choice(firsts), f"{chance.choice(lasts)}-{chance.choice(lasts)}"
        name = (one["first"], one["last"]) if one else (first, last)
        applied = (
            one["start"] if one else FIRST_DAY + timedelta(days=chance.randrange(60, 1100))
        ) - timedelta(days=chance.randrange(35, 70))
        status = "hired" if one else chance.choice(["rejected", "rejected", "withdrawn", "active"])
        made = {
            "app": f"B{20000 + number}",
            "cand": f"K{70000 + number}",
            "first": name[0],
            "last": name[1],
            "name": " ".join(name),
            "mail": f"person{number}@mail.example",
            "job": one["role"] if one else chance.choice(ROLES),
            "source": chance.choice(["board", "friend", "agency", "site"]),
            "applied": applied,
            "status": status,
            "city": spec.sites[number % len(spec.sites)],
            "phone": f"+00 66 {2000 + number}",
        }
        for place, step in enumerate(("screen", "final")[: 2 if one else 1]):
            rows.append(
                {
                    **made,
                    "round": step,
                    "met": applied + timedelta(days=7 + 9 * place),
                    "by": chance.choice(asked)["name"],
                    "held": "held" if one or chance.random() < 0.9 else "no_show",
                }
            )
    return rows


def _deals(spec: Company, chance: random.Random, people: Sequence[Row]) -> list[Row]:
    rows: list[Row] = []
    for one in (one for one in people if one["dept"] == "sales"):
        day = one["start"] + timedelta(days=chance.randrange(20, 90))
        while day < (one["end"] or LAST_DAY) - timedelta(days=60):
            stage = chance.choice(["won", "won", "lost", "open" if day > date(2025, 9, 1) else "lost2"])
            closed = day + timedelta(days=chance.randrange(20, 58))
            rows.append(
                {
                    "deal": spec.deal_ids.format(5000 + len(rows)),
                    "account": f"{chance.choice(['Nord', 'Alba', 'Vela', 'Orion', 'Kappa'])} {len(rows) % 400} ltd",
                    "owner": one["name"],
                    "owner_mail": one["mail"],
                    "stage": stage,
                    "amount": round(chance.uniform(900, 48_000), 2),
                    "currency": chance.choices(spec.currencies, [5, 1][: len(spec.currencies)])[0],
                    "created": day,
                    "closed": closed if stage != "open" else None,
                    "kind": chance.choice(["new", "new", "expansion", "renewal"]),
                    "chance": 50,
                    "product": chance.choice(["Basic", "Plus"]),
                }
            )
            day += timedelta(days=chance.randrange(25, 80))
    return rows


def _rates(spec: Company) -> list[Row]:
    """Monthly rates of exchange, of the second currency to the first."""
    base, *others = spec.currencies
    days = [date(year, month, 1) for year in range(2022, 2026) for month in range(1, 13)]
    return [
        {"month": day, "code": code, "rate": round(RATES[code] / RATES[base], 4)}
        for code in others
        for day in days
    ]


def _quotas(spec: Company, chance: random.Random, people: Sequence[Row]) -> list[Row]:
    rows = []
    for one in (one for one in people if one["dept"] == "sales"):
        cells = {
            month: float(chance.randrange(20, 90) * 100)
            for month in spec.months
            if month >= one["start"].replace(day=1) and (not one["end"] or month <= one["end"])
        }
        if cells:
            rows.append(
                {"owner": one["name"], "lastfirst": one["lastfirst"], "team": one["site"], "cells": cells}
            )
    return rows


def _write(path: Path, spec: Company, sheet: Sheet, rows: Sequence[Row]) -> None:
    labels, keys = list(sheet.fields), [key.removeprefix("-") for key in sheet.fields.values()]
    table: list[list[Any]] = [[_cell(sheet, key, row) for key in keys] for row in rows]
    if sheet.periods:
        table = [[*cells, *_turned(spec, sheet, row)] for cells, row in zip(table, rows, strict=True)]
        labels = [*labels, *_labels(spec, sheet), *([sheet.total] if sheet.total else [])]
        if sheet.total:
            table.append([sheet.total, *[""] * (len(keys) - 1), *_sums(spec, sheet, rows)])
    above = [[line] for line in sheet.above]
    if sheet.is_workbook:
        book = Workbook()
        for line in (*above, labels, *table):
            book.active.append(line)
        book.save(path)
        return
    with path.open("w", encoding=sheet.encoding, newline="") as target:
        csv.writer(target, delimiter=sheet.sep).writerows([*above, labels, *table])


def _labels(spec: Company, sheet: Sheet) -> list[str]:
    """The labels of the periods: of all months or quarters."""
    months = told()["months"][sheet.months].split()
    given = [{"q": q} for q in (1, 2, 3, 4)] if "{q}" in sheet.periods else [{"m": one} for one in months]
    return [sheet.periods.format(**one, y=year, yy=year % 100) for year in spec.years for one in given]


def _periods(spec: Company, sheet: Sheet, row: Row) -> list[float]:
    """The quota of each column: of a quarter the sum of its months."""
    width = 3 if "{q}" in sheet.periods else 1
    months = spec.months
    return [
        sum(row["cells"].get(month, 0) for month in months[first : first + width])
        for first in range(0, len(months), width)
    ]


def _turned(spec: Company, sheet: Sheet, row: Row) -> list[Any]:
    cells = _periods(spec, sheet, row)
    return [_number(sheet, one) if one else "" for one in [*cells, *([sum(cells)] if sheet.total else [])]]


def _sums(spec: Company, sheet: Sheet, rows: Sequence[Row]) -> list[Any]:
    sums = [sum(column) for column in zip(*(_periods(spec, sheet, row) for row in rows), strict=True)]
    return [_number(sheet, one) for one in [*sums, sum(sums)]]


def _number(sheet: Sheet, value: float) -> float | str:
    if sheet.is_workbook:
        return value
    return f"{value:,.2f}".translate(str.maketrans({",": sheet.thousands, ".": sheet.decimal}))


def _cell(sheet: Sheet, key: str, row: Row) -> Any:
    value = row.get(key, "")
    if value is None:
        return ""
    if isinstance(value, date):
        return value if sheet.day == "real" else value.strftime(sheet.day)
    if isinstance(value, float):
        return _number(sheet, value)
    return told()["words"][sheet.words].get(key, {}).get(value, value)
