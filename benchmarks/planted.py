"""Invented companies whose truth is known: canonical CSVs, written in a moment, with effects planted or none.

What a hire sells a month is exp(0.5 x quality) of what the role sells, with ramp and deal noise. Quality is the sum of
interviewers, pairs and source, of shifts by role, start year and office (SD .5 each), of the territory where it is said
to matter, and of luck; luck and deal noise together have SD 1, the unit of everything planted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np

AS_OF = date(2026, 6, 30)
FIRST_START = date(2023, 1, 2)
MONTHS_OF_HIRING = 36
OFFICES = ("North", "South", "East", "West")
ROLES = (("Inside", 4, 20_000.0), ("Field", 6, 40_000.0), ("Major", 10, 90_000.0), ("Channel", 8, 50_000.0))
SOURCES = ("Referral", "Agency", "Job board", "Outreach", "Campus")
INTERVIEWERS = {150: 18, 300: 30, 1000: 80}
SHIFT, SLOPE = 0.5, 0.5
DEAL_NOISE = 0.9  # sigma of the log of a month's revenue: over a year or so half an SD of quality
LUCK = 0.87  # what is left so that luck and deal noise together have SD 1
LEANS = 1.6  # how far territories of a panel that leans wholly to one side differ from the average one
LEAVING = 0.02  # a month, for the average hire
STAGES = ("screen", "first", "panel", "panel", "final", "panel", "panel", "panel", "panel")


@dataclass(frozen=True)
class Shape:
    """What a company is like, whatever is true in it.

    `quota_months`: how many months a quota is for. `deals`: won in a month on average; nothing: one in every month.
    `noise`: of the log of a deal. `panel`: fewest and most interviewers of a hire. `busy`: how unevenly interviews are
    shared out, 0 being evenly. `people`: interviewers for one usual. `leaving`: a month. `recorded`: share of seats
    that the exports hold. `recruiter`: one person sits with every hire of the hardest role, and with no others.
    `first_role`: share of the hires in the first role; nothing: all alike. `classes`: all start in a January or July.
    """

    name: str = ""
    quota_months: int = 1
    deals: float | None = None
    noise: float = DEAL_NOISE
    panel: tuple[int, int] = (3, 5)
    busy: float = 0.7
    people: float = 1.0
    leaving: float = LEAVING
    recorded: float = 1.0
    recruiter: bool = False
    first_role: float | None = None
    classes: bool = False


#: Kinds of company the proof also holds for, or not: each differs from the usual one in one thing.
SHAPES = (
    Shape("quarterly quotas", quota_months=3),
    Shape("yearly quotas", quota_months=12),
    Shape("deals of very unlike size", noise=1.6),
    Shape("a deal in three months", deals=0.33, noise=0.6),
    Shape("panels of one or two", panel=(1, 2)),
    Shape("panels of six to eight", panel=(6, 8), people=1.5),
    Shape("a few interviewers see nearly all", busy=2.0),
    Shape("twice as many interviewers", people=2.0),
    Shape("half leave within a year", leaving=0.06),
    Shape("two seats in five not recorded", recorded=0.6),
    Shape("one recruiter has the hardest role", recruiter=True),
    Shape("seven in ten hires in one role", first_role=0.7),
    Shape("hires start twice a year", classes=True),
)


@dataclass(frozen=True)
class Scenario:
    """Standard deviations planted on interviewers, pairs and sources; `territory`: SD of the outcome it moves."""

    name: str
    interviewers: float = 0.0
    pairs: float = 0.0
    sources: float = 0.0
    territory: float = 0.0
    shape: Shape = Shape()


@dataclass(frozen=True)
class Truth:
    """What was planted, and each hire's whole quality (deal noise not in it)."""

    interviewers: dict[str, float] = field(default_factory=dict)
    pairs: dict[tuple[str, str], float] = field(default_factory=dict)
    sources: dict[str, float] = field(default_factory=dict)
    quality: dict[str, float] = field(default_factory=dict)


Row = Sequence[object]


def write(folder: Path, hires: int, scenario: Scenario, seed: int) -> Truth:
    """Write one company of so many hires, all of them seven months and longer ago, and give its truth."""
    shape = scenario.shape
    random = np.random.default_rng([seed, hires, sum(map(ord, scenario.name + shape.name))])
    folder.mkdir(parents=True, exist_ok=True)
    usual = INTERVIEWERS.get(hires, max(8, round(hires**0.6)))
    people = [f"I{n:03d}" for n in range(round(usual * shape.people))]
    effects = dict(zip(people, _drawn(random, len(people), scenario.interviewers), strict=True))
    sources = dict(zip(SOURCES, _drawn(random, len(SOURCES), scenario.sources), strict=True))
    truth = Truth(effects, {}, sources)
    pools = [people[place :: len(OFFICES)] for place in range(len(OFFICES))]
    from_month = {who: int(random.integers(-24, 12)) for who in people}
    shifts = [random.normal(0, SHIFT, count) for count in (len(ROLES), 4, len(OFFICES))]
    tables: dict[str, list[Row]] = {name: [] for name in HEADERS}
    for who in people:
        tables["employees"].append((who, f"Person {who}", "Sales", "", "North", "", "2015-01-05", ""))
    tables["opportunities"].append(("D0", "", "Lost", "false", 1, "EUR", "2022-11-01", "2022-12-01"))
    starts = np.sort(random.integers(0, MONTHS_OF_HIRING, hires))
    if shape.classes:
        starts = starts // 6 * 6
    for number, month in enumerate(starts.tolist()):
        _hire(f"H{number:05d}", month, random, scenario, truth, pools, from_month, shifts, tables)
    for name, rows in tables.items():
        _written(folder / f"{name}.csv", HEADERS[name], rows)
    return truth


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
    shape: Shape,
) -> list[str]:
    """People of the office who were there, the busy ones more often."""
    there = [who for who in pool if from_month[who] <= month] or list(pool)
    busy = 1 / np.arange(1, len(there) + 1) ** shape.busy
    fewest, most = shape.panel
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
    tables: dict[str, list[Row]],
) -> None:
    shape = scenario.shape
    office, role = int(random.integers(len(OFFICES))), int(random.integers(len(ROLES)))
    if shape.first_role is not None:
        role = 0 if random.random() < shape.first_role else 1 + role % (len(ROLES) - 1)
    panel = _panel(random, pools[office], from_month, month, shape)
    if shape.recruiter:
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
    exit_month = _exit(random, quality, shape.leaving)
    end = _months_on(start, exit_month) if exit_month is not None else None
    left = end.isoformat() if end is not None and end <= AS_OF else ""
    tables["employees"].append(
        (name, f"Person {name}", "Sales", ROLES[role][0], OFFICES[office], "All", start.isoformat(), left)
    )
    tables["crm_users"].append((f"U{name}", f"Person {name}", name))
    applied = start - timedelta(days=60)
    tables["applications"].append((f"A{name}", f"C{name}", ROLES[role][0], source, applied, "hired", name))
    seen = [who for who in panel if shape.recorded == 1 or random.random() < shape.recorded]
    for seat, (who, stage) in enumerate(zip(seen, STAGES, strict=False)):
        when = f"{(applied + timedelta(days=10 + seat)).isoformat()} 10:00"
        tables["interviews"].append((f"V{name}-{seat}", f"A{name}", stage, who, when, "held"))
    _sold(name, role, start, end, quality, shape, random, tables)
    _territory(name, start, potential, random, tables)


def _exit(random: np.random.Generator, quality: float, leaving: float) -> int | None:
    hazard = min(0.3, leaving * float(np.exp(-0.5 * quality)))
    months = int(random.geometric(hazard))
    return months if months < 60 else None


def _sold(
    name: str,
    role: int,
    start: date,
    end: date | None,
    quality: float,
    shape: Shape,
    random: np.random.Generator,
    tables: dict[str, list[Row]],
) -> None:
    _, ramp, usual = ROLES[role]
    handicap = float(np.exp(random.normal(0, 0.15)))  # larger territory, larger quota, more revenue
    for tenure in range(24):
        first = _months_on(start, tenure)
        close = first + timedelta(days=14)
        if close > AS_OF or (end is not None and close > end):
            break
        level = usual * handicap * min(1.0, (tenure + 1) / (ramp + 1)) * np.exp(SLOPE * quality)
        for number in range(1 if shape.deals is None else int(random.poisson(shape.deals))):
            noise = float(np.exp(random.normal(0, shape.noise) - shape.noise**2 / 2))
            amount = round(float(level * noise / (shape.deals or 1)), 2)
            deal = (
                f"D{name}-{tenure}-{number}",
                f"U{name}",
                "Won",
                "true",
                amount,
                "EUR",
                first,
                close,
                f"T{name}",
            )
            tables["opportunities"].append(deal)
    tables["quotas"].extend(_quotas(f"U{name}", start, usual * handicap, shape.quota_months))


def _quotas(owner: str, start: date, a_month: float, months: int) -> list[Row]:
    """Quotas for whole months, quarters or years of the calendar, from the one of the start to about two years on."""
    first, made = start.replace(month=(start.month - 1) // months * months + 1, day=1), list[Row]()
    until = min(AS_OF, _months_on(start.replace(day=1), 23))
    while first <= until:
        after = _months_on(first, months)
        made.append((owner, first, after - timedelta(days=1), round(a_month * months, 2), "EUR"))
        first = after
    return made


def _territory(
    name: str, start: date, potential: float, random: np.random.Generator, tables: dict[str, list[Row]]
) -> None:
    for before in range(1, 13):
        month = _months_on(start.replace(day=1), -before)
        amount = round(100_000 * float(np.exp(0.3 * potential + random.normal(0, 0.3))), 2)
        tables["territory_revenue"].append((f"T{name}", month, amount, "EUR"))


def _months_on(day: date, months: int) -> date:
    place = day.year * 12 + day.month - 1 + months
    return day.replace(year=place // 12, month=place % 12 + 1, day=min(day.day, 28))
