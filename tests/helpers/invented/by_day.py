"""Small random companies, and their outcomes worked out again day by day: no select of the product is used.

Sums are exact fractions. Days come from pandas, so that ends of months and leap years are counted by somebody else.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import pairwise
from math import ceil, log

import pandas as pd

AS_OF = date(2025, 6, 30)
BEGIN = date(2021, 1, 1)
WINDOWS = (3, 6, 9, 12, 18, 24)
CALENDARS = ("monthly", "quarterly", "yearly", "gaps", "touching", "odd weeks", "none")
#: Half a cent: who is short of the bar by no more has met it.
NEARLY = Fraction(1, 200)
#: From this seed on the CRM's file has lost what was closed from a day up to another: a hole, the end, the begin.
OF_WHOLE_FILES = 12
LOST = (
    (date(2022, 9, 1), date(2024, 2, 1)),
    (date(2024, 2, 1), date(2026, 1, 1)),
    (date(2021, 1, 1), date(2023, 6, 1)),
)
SELLING, OUTSIDE = ("Inside sales", "Field sales"), "Support"


@dataclass(frozen=True)
class Spell:
    """One employment of an invented seller; `jobs`: first day and role of each job in it."""

    who: str
    hired: date
    left: date | None
    jobs: tuple[tuple[date, str], ...]


@dataclass(frozen=True)
class Stint:
    """One selling role held in an employment, the first of them being the hire; `ends`: the day before a move."""

    who: str
    hired: date
    left: date | None
    number: int
    role: str
    starts: date
    ends: date | None
    clock: date  # the first day of the first selling role


@dataclass(frozen=True)
class Quota:
    """One row of the quota file."""

    who: str
    first: date
    last: date
    amount: Fraction


@dataclass(frozen=True)
class Deal:
    """One won deal; `shares`: who is credited with how much of it."""

    deal: str
    amount: Fraction
    opened: date
    closed: date
    shares: tuple[tuple[str, Fraction], ...]


@dataclass(eq=False)
class Company:
    """An invented company with its settings."""

    bar: Fraction
    ramp: int
    share: Fraction
    is_list_of_today: bool
    spells: list[Spell] = field(default_factory=list)
    quotas: list[Quota] = field(default_factory=list)
    deals: list[Deal] = field(default_factory=list)
    absences: list[tuple[str, date, date | None]] = field(default_factory=list)


@cache
def after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where there is none."""
    return (pd.Timestamp(day) + pd.DateOffset(months=months)).date()


def _money(chance: random.Random, most: int) -> Fraction:
    return Fraction(chance.randrange(1, most * 100), 100)


def _calendar(chance: random.Random, who: str, kind: str) -> list[Quota]:
    """Quota rows of one seller over the years, none beside another."""
    if kind == "none":
        return []
    step = {"quarterly": 3, "yearly": 12}.get(kind, 1)
    rows, start, end = [], BEGIN, date(2026, 12, 31)
    while start < end:
        weeks = timedelta(days=7 * chance.choice((4, 5)))
        following = start + weeks if kind == "odd weeks" else after(start, step)
        last = following if kind == "touching" else following - timedelta(days=1)
        amount = Fraction(0) if chance.random() < 0.05 else _money(chance, 4000 * step)
        if kind != "gaps" or chance.random() < 0.6:
            rows.append(Quota(who, start, last, amount))
        start = following
    return rows


def _spells(chance: random.Random, who: str) -> list[Spell]:
    """One to three spells of one seller, none beside another."""
    spells: list[Spell] = []
    hired = BEGIN + timedelta(days=chance.randrange(0, 1500))
    for _ in range(3):
        left = (
            hired + timedelta(days=chance.choice((0, chance.randrange(700))))
            if chance.random() < 0.5
            else None
        )
        spells.append(Spell(who, hired, left, _jobs(chance, hired, left)))
        if left is None or chance.random() < 0.4:
            break
        hired = left + timedelta(days=chance.randrange(1, 200))
        if hired > AS_OF:
            break
    return spells


def _absences(chance: random.Random, spell: Spell) -> list[tuple[str, date, date | None]]:
    """Longer absences in a spell: none for most, some that overlap, some that last."""
    found: list[tuple[str, date, date | None]] = []
    while chance.random() < 0.3:
        first = spell.hired + timedelta(days=chance.randrange(0, 500))
        last = first + timedelta(days=chance.randrange(0, 200))
        if first <= AS_OF and first not in {day for _, day, _ in found}:
            found.append((spell.who, first, None if chance.random() < 0.1 else last))
    return found


def _jobs(chance: random.Random, hired: date, left: date | None) -> tuple[tuple[date, str], ...]:
    """The jobs of one spell: mostly one selling role, sometimes another before or after it."""
    jobs = [(hired, chance.choice(SELLING))]
    if chance.random() < 0.15:
        jobs = [(hired, OUTSIDE)]
    while chance.random() < 0.3:
        day = jobs[-1][0] + timedelta(days=chance.randrange(20, 700))
        others = [role for role in (*SELLING, OUTSIDE) if role != jobs[-1][1]]
        if day > (left or AS_OF):
            break
        jobs.append((day, chance.choice(others)))
    return tuple(jobs) if any(role in SELLING for _, role in jobs) else ((hired, SELLING[0]),)


@cache
def invented(seed: int, sellers: int = 9) -> Company:
    """A company of that seed: calendars of every kind, leavers, rehires, splits, refunds, inherited deals."""
    chance = random.Random(seed)
    company = Company(
        bar=Fraction(chance.choice(("0.5", "0.8", "0.95", "1.0"))),
        ramp=chance.choice((0, 3, 6)),
        share=Fraction(chance.choice(("0.07", "0.2", "0.3"))),
        is_list_of_today=chance.random() < 0.5,
    )
    people = [f"P{number}" for number in range(sellers)]
    for who in people:
        company.spells += _spells(chance, who)
        company.absences += _absences(chance, company.spells[-1])
        company.quotas += _calendar(chance, who, chance.choice(CALENDARS))
    for number in range(sellers * 12):
        who, other = chance.sample(people, 2)
        spell = chance.choice([spell for spell in company.spells if spell.who == who])
        opened = spell.hired + timedelta(days=chance.randrange(-40, 500))
        closed = opened + timedelta(days=chance.randrange(0, 90))
        amount = -_money(chance, 900) if chance.random() < 0.1 else _money(chance, 9000)
        shares: tuple[tuple[str, Fraction], ...] = ((who, Fraction(1)),)
        if chance.random() < 0.25:
            shares = ((who, Fraction(chance.randrange(1, 100), 100)), (other, Fraction(70, 100)))
        company.deals.append(Deal(f"D{number}", amount, opened, min(closed, AS_OF), shares))
    _sold_exactly(chance, company)
    if seed >= OF_WHOLE_FILES:
        first, following = LOST[seed % len(LOST)]
        company.deals = [deal for deal in company.deals if not first <= deal.closed < following]
    return company


def _sold_exactly(chance: random.Random, company: Company) -> None:
    """Give some hires deals that bring them to their bar, to the ten-thousandth, so that thresholds are met."""
    for number, spell in enumerate(stints(company)):
        window = chance.choice(WINDOWS)
        found = outcome(company, spell, window)
        missing = company.bar * found.ramped - found.revenue
        if chance.random() < 0.6 and missing > 0:
            amount = Fraction(chance.choice((ceil, int))(missing * 10000), 10000)
            mine = [day for day in present(company, spell) if day <= last_day(company, spell)]
            if not mine:
                continue
            closed = mine[: month_start(spell, window)][-1]
            if amount > 0:
                company.deals.append(
                    Deal(f"E{number}", amount, spell.starts, closed, ((spell.who, Fraction(1)),))
                )


def tables(company: Company) -> tuple[dict[str, str], str]:
    """The company's exports as text, and its settings."""
    employees = ["employee_id,full_name,department,role_profile,hire_date,termination_date"]
    changes = ["employee_id,effective_on,job_title,role_profile"]
    for spell in company.spells:
        role = spell.jobs[-1 if company.is_list_of_today else 0][1]
        place = f"Sales,{role}" if role in SELLING else "Help desk,"
        employees.append(f"{spell.who},Name {spell.who},{place},{spell.hired},{spell.left or ''}")
        if len(spell.jobs) > 1:
            # Who came back to the first role looks like a list of today unless the first job is told too.
            is_back = spell.jobs[0][1] == spell.jobs[-1][1]
            told = spell.jobs if company.is_list_of_today or is_back else spell.jobs[1:]
            changes += [
                f"{spell.who},{day},{role} job,{role if role in SELLING else ''}" for day, role in told
            ]
    quotas = ["owner_id,period_start_on,period_end_on,amount,currency"]
    quotas += [f"{q.who},{q.first},{q.last},{float(q.amount):.4f},EUR" for q in company.quotas]
    deals = ["opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on"]
    deals += [
        f"{d.deal},{d.shares[0][0]},Won,true,{float(d.amount):.4f},EUR,{d.opened},{d.closed}"
        for d in company.deals
    ]
    deals.append(f"Z,P0,Lost,false,1,EUR,{BEGIN},{BEGIN}")
    splits = ["opportunity_id,owner_id,share"]
    splits += [
        f"{d.deal},{who},{float(part)}" for d in company.deals if len(d.shares) > 1 for who, part in d.shares
    ]
    away = ["employee_id,from_on,to_on"]
    away += [f"{who},{first},{last or ''}" for who, first, last in company.absences]
    written = {
        "absences": away,
        "employees": employees,
        "job_changes": changes,
        "quotas": quotas,
        "opportunities": deals,
        "opportunity_splits": splits,
    }
    settings = (
        f"[default_role]\nramp_months = {company.ramp}\nbar = {float(company.bar)}\n"
        f"high_performer_share = {float(company.share)}\n"
    )
    text = {name: "\n".join(rows) for name, rows in written.items() if len(rows) > 1}
    return {"crm_users": "", **text}, settings


@cache
def stints(company: Company) -> list[Stint]:
    """Every selling role that began by the day the figures speak of."""
    found = []
    for spell in company.spells:
        begun = [(day, role) for day, role in spell.jobs if day <= AS_OF]
        ends = [day - timedelta(days=1) for day, _ in begun[1:]] + [None]
        selling = [(day, role, end) for (day, role), end in zip(begun, ends, strict=True) if role in SELLING]
        found += [
            Stint(spell.who, spell.hired, spell.left, number, role, day, end, selling[0][0])
            for number, (day, role, end) in enumerate(selling, start=1)
        ]
    return found


def hires(company: Company) -> list[Stint]:
    """The first selling role of every spell."""
    return [stint for stint in stints(company) if stint.number == 1]


def spell_end(company: Company, stint: Stint) -> date:
    """The last day of the employment that counts."""
    later = [s.hired for s in company.spells if s.who == stint.who and s.hired > stint.hired]
    ends = [
        AS_OF,
        *([stint.left] if stint.left else []),
        *([min(later) - timedelta(days=1)] if later else []),
    ]
    return min(ends)


def last_day(company: Company, stint: Stint) -> date:
    """The last day of the role that counts."""
    return min([spell_end(company, stint), *([stint.ends] if stint.ends else [])])


def has_left(stint: Stint) -> bool:
    """Whether an exit, and no move, ended the role."""
    return stint.ends is None and stint.left is not None and stint.left <= AS_OF


@cache
def days(first: date, last: date) -> list[date]:
    """Every day from the first to the last."""
    return [day.date() for day in pd.date_range(first, last, freq="D")]


@cache
def owed_on(company: Company, who: str) -> dict[date, Fraction]:
    """What that person's quotas ask for on every day they speak of."""
    owed: dict[date, Fraction] = {}
    for row in company.quotas:
        if row.who == who:
            mine = days(row.first, row.last)
            for day in mine:
                owed[day] = owed.get(day, Fraction(0)) + row.amount / len(mine)
    return owed


@cache
def reach(company: Company, role: str) -> tuple[date, date] | None:
    """The first and the last day of which the quotas of those who hold the role speak, while they hold it."""
    spoken = [
        (max(row.first, stint.starts), min(row.last, stint.ends or row.last))
        for stint in stints(company)
        for row in company.quotas
        if stint.role == role and row.who == stint.who
        if stint.starts <= row.last and (stint.ends or row.first) >= row.first
    ]
    return (min(first for first, _ in spoken), max(last for _, last in spoken)) if spoken else None


def is_quota_known(company: Company, stint: Stint, number: int) -> bool:
    """Whether the quotas of the role speak of that month (from 1) of the stint, give or take a month."""
    spoken, mine = reach(company, stint.role), present(company, stint)
    days_of = mine[month_start(stint, number - 1) : month_start(stint, number)]
    if spoken is None or not days_of:
        return True
    month, end = timedelta(days=31), min(days_of[-1], last_day(company, stint))
    return spoken[0] <= max(stint.starts + month, days_of[0]) and spoken[1] >= end - month


@cache
def gaps(company: Company) -> list[tuple[date, date]]:
    """First and last day of each time of which the file lacks what was won: ten deals were to be expected in it."""
    won = {deal.closed for deal in company.deals}
    ends = sorted(won | {AS_OF, _begin(company)})
    worked = [(stint, _worked(company, stint)) for stint in hires(company)]
    sold = sum(
        who == stint.who and deal.closed in worked_days
        for stint, worked_days in worked
        for deal in company.deals
        for who, _ in deal.shares
    )
    every = sum(len(worked_days) for _, worked_days in worked)
    long, found = [], []
    for first, following in pairwise(ends):
        if (following - first).days > 31:
            inside = {first + timedelta(days=n) for n in range((following - first).days)}
            long.append((first, following, sum(len(worked_days & inside) for _, worked_days in worked)))
    for first, following, within in long:
        is_last = first >= max(won)
        count, inside_days, outside_days = sold, within, every - within
        if not sold and is_last:
            count, inside_days = len(company.deals), (following - first).days
            outside_days = (max(won) - min(won)).days
        if not outside_days:
            continue
        times = Fraction(inside_days, outside_days)
        is_surprising = count * times >= 10 and count * log(1 + times) >= 7
        if is_surprising and not _is_season(first, following, long):
            last = date.max if is_last else following - timedelta(days=1)
            found.append((first + timedelta(days=1), last))
    return found


def _begin(company: Company) -> date:
    """The day the first opportunity was opened."""
    return min([BEGIN, *(deal.opened for deal in company.deals)])


@cache
def _worked(company: Company, stint: Stint) -> frozenset[date]:
    """The days of the role on which somebody past the start was to win something."""
    took = [(deal.closed - deal.opened).days for deal in company.deals if deal.closed >= deal.opened]
    first = max(stint.starts, _begin(company)) + timedelta(days=ceil(2 * sum(took) / len(took)))
    return (
        frozenset(days(first, last_day(company, stint))[:-1])
        if first < last_day(company, stint)
        else frozenset()
    )


def _is_season(first: date, following: date, every: list[tuple[date, date, int]]) -> bool:
    """Whether the year before or after had none of its days, too: four in five of them, and less than a year long."""
    mine = set(days(first, following)[:-1])
    for other_first, other_following, _ in every:
        other = set(days(other_first, other_following)[:-1])
        if other_first != first and max(len(mine), len(other)) <= 330:
            for year in (timedelta(days=365), -timedelta(days=365)):
                if len({day + year for day in mine} & other) >= 0.8 * len(mine):
                    return True
    return False


def is_known(company: Company, stint: Stint, window: int) -> bool:
    """Whether the file holds what was won on all days of the window; up to a month of its start it need not."""
    mine = [(first, last) for first, last in gaps(company) if (last - stint.starts).days >= 31]
    shown = [stint.starts, *present(company, stint)[: month_start(stint, window)]]
    return not any(first <= day <= last for first, last in mine for day in shown)


@dataclass(frozen=True)
class Month:
    """What a hire sold and owed in one month since the hire."""

    number: int
    revenue: Fraction
    quota: Fraction
    ramped: Fraction


@cache
def away_days(company: Company, who: str) -> frozenset[date]:
    """Every day up to that of the figures on which the person was away."""
    spans = [(first, min(last or AS_OF, AS_OF)) for name, first, last in company.absences if name == who]
    return frozenset(day for first, last in spans for day in days(first, last))


@cache
def present(company: Company, stint: Stint) -> list[date]:
    """The days of the role on which its clock goes on: neither away nor past a move."""
    away = away_days(company, stint.who)
    return [day for day in days(stint.starts, stint.ends or AS_OF) if day not in away]


def _clock(company: Company, stint: Stint, day: date) -> int:
    """How many days of the clock have passed before that day, or before the last present one by then.

    Below 0 before the first present one.
    """
    away = sum(other <= day for other in away_days(company, stint.who) if other >= stint.starts)
    if stint.ends:
        away -= sum(stint.ends < other <= day for other in away_days(company, stint.who))
    return (day - stint.starts).days - away


def month_start(stint: Stint, number: int) -> int:
    """The day of the clock, counted from 0, on which month `number` (from 0) begins."""
    return (after(stint.starts, number) - stint.starts).days


def months_since(company: Company, stint: Stint) -> int:
    """Whole months from the start of the role to the day the figures speak of, absences left out."""
    passed = _clock(company, stint, AS_OF)
    return max((n for n in range(80) if month_start(stint, n) <= passed), default=0)


def own_sales(company: Company, stint: Stint) -> list[tuple[int, Fraction]]:
    """Day of the clock and part of every deal that counts in the windows: opened since the hire, closed in the role."""
    end = last_day(company, stint)
    return [
        (max(_clock(company, stint, deal.closed), 0), deal.amount * part)
        for deal in company.deals
        for who, part in deal.shares
        if who == stint.who and deal.opened >= stint.clock and stint.starts <= deal.closed <= end
    ]


@cache
def _owed(company: Company, stint: Stint) -> list[tuple[int, int, Fraction]]:
    """First day of the clock and the one after the last, of every month of the role, and the quota of its days."""
    owed, end, mine = owed_on(company, stint.who), last_day(company, stint), present(company, stint)
    spans = [
        (month_start(stint, n), month_start(stint, n + 1))
        for n in range(min(months_since(company, stint) + 1, 60))
        if n == 0 or month_start(stint, n) < len(mine)
    ]
    asked = [[day for day in mine[first:following] if day <= end] for first, following in spans]
    with_quota = [span for span in asked if any(day in owed for day in span)]
    counted = sum(len(span) for span in with_quota)
    given = sum((owed.get(day, Fraction(0)) for span in with_quota for day in span), Fraction(0))
    later = given / counted if counted and has_left(stint) else Fraction(0)
    return [
        (
            first,
            following,
            sum((owed.get(day, Fraction(0)) for day in span), Fraction(0))
            + later * (following - first - len(span)),
        )
        for (first, following), span in zip(spans, asked, strict=True)
    ]


def tenure(company: Company, stint: Stint) -> list[Month]:
    """Every month of the role up to the running one or the move, five years at most."""
    sold = own_sales(company, stint)
    months = []
    for number, (first, following, quota) in enumerate(_owed(company, stint), start=1):
        part = Fraction(number, company.ramp + 1) if number <= company.ramp else Fraction(1)
        revenue = sum((amount for day, amount in sold if first <= day < following), Fraction(0))
        months.append(Month(number, revenue, quota, quota * part))
    return months


@dataclass(frozen=True)
class Outcome:
    """What a window of a hire comes to; `met_bar` is `None` where there is no quota to meet."""

    revenue: Fraction
    quota: Fraction
    ramped: Fraction
    has_quota: bool
    is_mature: bool
    is_ended_by_move: bool
    met_bar: bool | None

    @property
    def attainment(self) -> Fraction | None:
        return self.revenue / self.ramped if self.has_quota and self.ramped else None


@cache
def has_quota(company: Company, stint: Stint) -> bool:
    """Whether the quota file asks for anything on any day of the role's first five years: a quota of 0 asks nothing."""
    owed, end = owed_on(company, stint.who), last_day(company, stint)
    return any(
        owed.get(day, 0) > 0 and day <= end for day in present(company, stint)[: month_start(stint, 60)]
    )


def outcome(company: Company, stint: Stint, window: int) -> Outcome:
    """The window's sums and whether the bar was met: still there at its end, and sold enough."""
    months = tenure(company, stint)[:window]
    revenue, quota, ramped = (
        sum((getattr(month, name) for month in months), Fraction(0))
        for name in ("revenue", "quota", "ramped")
    )
    over = month_start(stint, window)
    stayed = not has_left(stint) or _clock(company, stint, stint.left or AS_OF) >= over
    has_any = has_quota(company, stint) and all(is_quota_known(company, stint, m.number) for m in months)
    met: bool | None = None
    if has_any and not stayed:
        met = False
    elif has_any and ramped:
        met = revenue >= company.bar * ramped - NEARLY
    moved = stint.ends is not None and len(present(company, stint)) < over
    return Outcome(revenue, quota, ramped, has_any, months_since(company, stint) >= window, moved, met)


def high_performers(company: Company, window: int) -> set[tuple[str, date]]:
    """(who, hired) of the best share of each role at that window; who equals the last of them is one too."""
    chosen = set()
    for role in SELLING:
        mine = [(spell, outcome(company, spell, window)) for spell in hires(company) if spell.role == role]
        mature = [
            (spell, found)
            for spell, found in mine
            if found.is_mature and not found.is_ended_by_move and is_known(company, spell, window)
        ]
        best = sorted((_standing(found) for _, found in mature), reverse=True)
        if not best:
            continue
        mark = best[ceil(company.share * len(best)) - 1]
        chosen |= {
            (spell.who, spell.hired)
            for spell, found in mature
            if found.revenue > 0 and _standing(found) >= mark
        }
    return chosen


def _standing(found: Outcome) -> tuple[Fraction, Fraction]:
    return round((found.attainment or Fraction(0)) * 10**9), found.revenue  # type: ignore[return-value]
