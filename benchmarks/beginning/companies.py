"""Twelve invented companies as their own systems would export them, with a truth that only the script knows.

Each `Sheet` is a file: every column as `label=what stands in it`; what no table of ours holds begins with `-`.
"""

from __future__ import annotations

import random
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from benchmarks.beginning.files import write
from benchmarks.beginning.specs import LAST_DAY, Company, Row, Sheet, spec_of, told

FIRST_DAY = date(2022, 3, 1)
ROLES = ("inside", "field")
#: What one unit is worth in euros, every month, as a finance department would say.
RATES = {"EUR": 1.0, "SEK": 0.09, "GBP": 1.17, "USD": 0.92, "BRL": 0.17, "PLN": 0.23}
DEPARTMENTS = ("hr", "hr", "boss", "finance", "it", "support", "hr", "finance")
OTHERS = 24  # people who are no sellers
SOLD = ("sales", "boss")


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
        write(folder / sheet.file, spec, sheet, _of(sheet, rows[sheet.kind]))
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
        start -= timedelta(days=0 if dept == "sales" else 400)  # whoever interviews was there before
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
