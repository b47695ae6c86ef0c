"""Invented companies whose truth is known: canonical CSVs, written in a moment, with effects planted or none.

What a hire sells a month is exp(0.5 x quality) of what the role sells, with ramp and deal noise. Quality is the sum of
interviewers, pairs and source, of shifts by role, start year and office (SD .5 each), of the territory where it is said
to matter, and of luck; luck and deal noise together have SD 1, the unit of everything planted. `Ground` says otherwise
of shifts, roles, quotas and deals.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np

from benchmarks.grounds import SLOPE, Ground

AS_OF = date(2026, 6, 30)
FIRST_START = date(2023, 1, 2)
OFFICES = ("North", "South", "East", "West")
SOURCES = ("Referral", "Agency", "Job board", "Outreach", "Campus")
INTERVIEWERS = {150: 18, 300: 30, 1000: 80}
LUCK = 0.87  # what is left so that luck and deal noise together have SD 1
LEANS = 1.6  # how far territories of a panel that leans wholly to one side differ from the average one
STAGES = ("screen", "first", "panel", "panel", "final", "panel", "panel", "panel", "panel")
MID_MONTH = timedelta(days=14)
CYCLE = 40  # days a deal is open, on average, where deals come as they come


@dataclass(frozen=True)
class Scenario:
    """Standard deviations planted on interviewers, pairs and sources; `territory`: SD of the outcome it moves."""

    name: str
    interviewers: float = 0.0
    pairs: float = 0.0
    sources: float = 0.0
    territory: float = 0.0
    ground: Ground = field(default_factory=Ground)


@dataclass(frozen=True)
class Truth:
    """What was planted, and each hire's whole quality (deal noise not in it)."""

    interviewers: dict[str, float] = field(default_factory=dict)
    pairs: dict[tuple[str, str], float] = field(default_factory=dict)
    sources: dict[str, float] = field(default_factory=dict)
    quality: dict[str, float] = field(default_factory=dict)


Row = Sequence[object]
Tables = dict[str, list[Row]]


def write(folder: Path, hires: int, scenario: Scenario, seed: int) -> Truth:
    """Write one company of so many hires, all of them seven months and longer ago, and give its truth."""
    tables, truth = made(hires, scenario, seed)
    kept(folder, tables, HEADERS)
    return truth


def kept(folder: Path, tables: Tables, headers: Mapping[str, str]) -> None:
    """Write the tables under their headers; what a row lacks at its end is empty."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        _written(folder / f"{name}.csv", headers[name], rows)


def made(hires: int, scenario: Scenario, seed: int) -> tuple[Tables, Truth]:
    """The rows of one company, table by table, and its truth."""
    ground = scenario.ground
    random = np.random.default_rng([seed, hires, sum(map(ord, scenario.name + ground.name))])
    usual = INTERVIEWERS.get(hires, max(8, round(hires**0.6)))
    people = [f"I{n:03d}" for n in range(round(usual * ground.people))]
    effects = dict(zip(people, _drawn(random, len(people), scenario.interviewers), strict=True))
    sources = dict(zip(SOURCES, _drawn(random, len(SOURCES), scenario.sources), strict=True))
    truth = Truth(effects, {}, sources)
    pools = [people[place :: len(OFFICES)] for place in range(len(OFFICES))]
    from_month = {who: int(random.integers(-24, 12)) for who in people}
    shifts = [random.normal(0, ground.shift, count) for count in (len(ground.roles), 4, len(OFFICES))]
    tables: Tables = {name: [] for name in HEADERS}
    for who in people:
        tables["employees"].append((who, f"Person {who}", "Sales", "", "North", "", "2015-01-05", ""))
    tables["opportunities"].append(("D0", "", "Lost", "false", 1, "EUR", "2022-11-01", "2022-12-01"))
    starts = np.sort(random.integers(0, ground.months, hires))
    if ground.twice_a_year:
        starts = starts // 6 * 6
    for number, month in enumerate(starts.tolist()):
        _hire(f"H{number:05d}", month, random, scenario, truth, pools, from_month, shifts, tables)
    return tables, truth


HEADERS = {
    "employees": "employee_id,full_name,department,role_profile,region,segment,hire_date,termination_date",
    "crm_users": "owner_id,full_name,employee_id",
    "applications": "application_id,candidate_id,role_profile,source,applied_on,status,employee_id",
    "interviews": "interview_id,application_id,stage,interviewer_id,scheduled_for,status",
    "opportunities": "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on,territory",
    "quotas": "owner_id,period_start_on,period_end_on,amount,currency",
    "territory_revenue": "territory,month,amount,currency",
}


def _drawn(random: np.random.Generator, count: int, spread: float) -> list[float]:
    return [float(value) for value in random.normal(0, 1, count) * spread]


def _written(path: Path, header: str, rows: Iterable[Row]) -> None:
    width = header.count(",") + 1
    lines = [",".join(map(str, (*row, *[""] * (width - len(row))))) for row in rows]
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")


def _panel(
    random: np.random.Generator,
    pool: Sequence[str],
    from_month: dict[str, int],
    month: int,
    ground: Ground,
) -> list[str]:
    """People of the office who were there, the busy ones more often."""
    there = [who for who in pool if from_month[who] <= month] or list(pool)
    busy = 1 / np.arange(1, len(there) + 1) ** ground.busy
    fewest, most = ground.panel
    size = min(int(random.integers(fewest, most + 1)), len(there))
    return sorted(str(who) for who in random.choice(there, size, replace=False, p=busy / busy.sum()))


def _hire(
    name: str,
    month: int,
    random: np.random.Generator,
    scenario: Scenario,
    truth: Truth,
    pools: Sequence[Sequence[str]],
    from_month: dict[str, int],
    shifts: Sequence[np.ndarray],
    tables: Tables,
) -> None:
    ground = scenario.ground
    office, role = int(random.integers(len(OFFICES))), int(random.integers(len(ground.roles)))
    if not math.isnan(ground.first_role):
        role = 0 if random.random() < ground.first_role else 1 + role % (len(ground.roles) - 1)
    panel = _panel(random, pools[office], from_month, month, ground)
    if ground.recruiter:
        hardest = int(np.argmin(shifts[0]))
        panel = sorted({*(who for who in panel if who != pools[0][0]), *([pools[0][0]] * (role == hardest))})
    source = SOURCES[int(random.integers(len(SOURCES)))]
    both = list(combinations(panel, 2))
    for pair in both:
        truth.pairs.setdefault(pair, float(random.normal()) * scenario.pairs)
    # Every other interviewer mostly sees hires for rich territories, the others for poor ones.
    lean = float(np.mean([1.0 if int(who[1:]) // len(OFFICES) % 2 else -1.0 for who in panel]))
    potential = LEANS * lean * (scenario.territory > 0) + float(random.normal(0, 0.5))
    quality = (
        sum(truth.interviewers[who] for who in panel)
        + sum(truth.pairs[pair] for pair in both)
        + truth.sources[source]
        + float(shifts[0][role] + shifts[1][month // 12] + shifts[2][office])
        + scenario.territory * potential
        + float(random.normal(0, LUCK))
    )
    truth.quality[name] = quality
    start = _months_on(FIRST_START, month) + timedelta(days=int(random.integers(0, 27)))
    exit_month = _exit(random, quality, ground.leaving)
    end = _months_on(start, exit_month) if exit_month is not None else None
    left = end.isoformat() if end is not None and end <= AS_OF else ""
    tables["employees"].append(
        (
            name,
            f"Person {name}",
            "Sales",
            ground.roles[role][0],
            OFFICES[office],
            "All",
            start.isoformat(),
            left,
        )
    )
    tables["crm_users"].append((f"U{name}", f"Person {name}", name))
    applied = start - timedelta(days=60)
    tables["applications"].append(
        (f"A{name}", f"C{name}", ground.roles[role][0], source, applied, "hired", name)
    )
    seen = [who for who in panel if ground.recorded == 1 or random.random() < ground.recorded]
    for seat, (who, stage) in enumerate(zip(seen, STAGES, strict=False)):
        when = f"{(applied + timedelta(days=10 + seat)).isoformat()} 10:00"
        tables["interviews"].append((f"V{name}-{seat}", f"A{name}", stage, who, when, "held"))
    _sold(name, ground, role, start, end, quality, random, tables)
    _territory(name, start, potential, random, tables)


def _exit(random: np.random.Generator, quality: float, leaving: float) -> int | None:
    hazard = min(0.3, leaving * float(np.exp(-0.5 * quality)))
    months = int(random.geometric(hazard))
    return months if months < 60 else None


def _sold(
    name: str,
    ground: Ground,
    role: int,
    start: date,
    end: date | None,
    quality: float,
    random: np.random.Generator,
    tables: Tables,
) -> None:
    _, ramp, usual = ground.roles[role]
    handicap = float(np.exp(random.normal(0, 0.15)))  # larger territory, larger quota, more revenue
    for tenure in range(24):
        first = _months_on(start, tenure)
        latest = first if ground.deals > 0 else first + MID_MONTH
        if latest > AS_OF or (end is not None and latest > end):
            break
        ramped = min(1.0, (tenure + 1) / (ramp + 1))
        level = usual * handicap * float(np.exp(SLOPE * quality))
        for place, (close, created, amount) in enumerate(
            _closed(ground, first, start, ramped, level, random)
        ):
            if close > AS_OF or (end is not None and close > end):
                continue
            deal = f"D{name}-{tenure}-{place}" if place else f"D{name}-{tenure}"
            row = (deal, f"U{name}", "Won", "true", round(amount, 2), "EUR", created, close, f"T{name}")
            tables["opportunities"].append(row)
    month = start.replace(day=1, month=start.month - (start.month - 1) % ground.quota_months)
    for _ in range(0, 24 + ground.quota_months - 1, ground.quota_months):
        if month > AS_OF:
            break
        nxt = _months_on(month, ground.quota_months)
        amount = round(usual * handicap * ground.quota_months, 2)
        tables["quotas"].append((f"U{name}", month, nxt - timedelta(days=1), amount, "EUR"))
        month = nxt


def _closed(
    ground: Ground, first: date, start: date, ramped: float, level: float, random: np.random.Generator
) -> Iterator[tuple[date, date, float]]:
    """The deals won in the month from `first` on: the day, the day it was opened, the amount."""
    if math.isnan(ground.deals):
        noise = np.exp(random.normal(0, ground.tail) - ground.tail**2 / 2)
        yield first + MID_MONTH, first, float(level * ramped * noise)
        return
    for _ in range(int(random.poisson(ground.deals * ramped))):
        close = first + timedelta(days=int(random.integers(0, 28)))
        opened = max(start, close - timedelta(days=int(random.exponential(CYCLE))))
        noise = np.exp(random.normal(0, ground.tail) - ground.tail**2 / 2)
        yield close, opened, float(level / ground.deals * noise)


def _territory(name: str, start: date, potential: float, random: np.random.Generator, tables: Tables) -> None:
    for before in range(1, 13):
        month = _months_on(start.replace(day=1), -before)
        amount = round(100_000 * float(np.exp(0.3 * potential + random.normal(0, 0.3))), 2)
        tables["territory_revenue"].append((f"T{name}", month, amount, "EUR"))


def _months_on(day: date, months: int) -> date:
    place = day.year * 12 + day.month - 1 + months
    return day.replace(year=place // 12, month=place % 12 + 1, day=min(day.day, 28))
