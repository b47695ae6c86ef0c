"""`python -m benchmarks.hiring_plans`: do the ranges of a hiring plan hold what comes, in companies made up for it?

Companies of three sizes and six kinds, whose roles ramp up over three to ten months, whose sellers differ and leave
(weak ones sooner), whose deals are of very unequal size. Years go well or badly for all and for single roles. Data are
cut at past months, and the year that begins at the cut, or half a year after it, is foretold from before it. Figures go
to `hiring/statistics/planning/measured.json`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from benchmarks.evidence import commit
from hiring.statistics.planning import measured
from hiring.statistics.planning.backtest import RoleYear, role_years, tenures
from hiring.statistics.planning.history import YEAR, History
from hiring.statistics.planning.measured import Foretold

MONTHS = 78
NORMAL_80 = 1.2816  # spreads either way hold eighty of a hundred values that are normal
COMPANIES = {150: 36, 300: 36, 1000: 12}  # of each kind
FIRST_SEED = 1000  # others were looked at while the ranges were made
LEADS = (0, 6)


@dataclass(frozen=True)
class Kind:
    """What differs between companies: deals' spread, years' moves, a steady trend, exits a year, seasons."""

    name: str
    tail: float = 0.8
    move: float = 0.08
    trend: float = 0.0
    exits: float = 0.2
    season: float = 0.15


KINDS = (
    Kind("as most are"),
    Kind("a few deals make the year", tail=1.4),
    Kind("years differ much", move=0.2),
    Kind("growing by an eighth a year", trend=0.12, move=0.05),
    Kind("every third leaves a year", exits=0.35),
    Kind("shrinking, few leave, no two years apart", trend=-0.08, move=0.0, exits=0.08),
)


def company(seed: int, hires: int, kind: Kind, months: int = MONTHS) -> History:
    """One company, month by month."""
    random = np.random.default_rng([seed, hires, 31])
    roles = int(random.integers(3, 6))
    role = random.choice(roles, hires, p=random.dirichlet(np.full(roles, 8.0)))
    start = np.sort(random.integers(0, months, hires))
    ramp, size = random.integers(3, 11, roles), np.exp(random.normal(0, 0.6, roles))
    rate = random.uniform(0.3, 1.5, roles)
    quality = random.normal(0, 0.35, hires)
    calendar = np.arange(months)
    tenure = calendar - start[:, None]
    level = _years(random, months, roles, kind)[:, role].T
    shape = np.clip((tenure + 0.5) / ramp[role][:, None], 0, 1)
    wave = 1 + kind.season * np.sin(2 * np.pi * (calendar - 8) / YEAR)
    expected = rate[role][:, None] * shape * wave * np.exp(quality[:, None]) * level
    count = random.poisson(np.where(tenure >= 0, expected, 0.0))
    revenue = _deals(random, count, kind.tail) * size[role][:, None] * 40_000.0
    end = _ends(random, start, quality, kind, months)
    revenue *= np.where(
        calendar == end[:, None], random.random(hires)[:, None], 1.0
    )  # leaves within the month
    revenue[(tenure < 0) | (calendar > end[:, None])] = np.nan
    return History(tuple(f"Role {place}" for place in range(roles)), role, start, end, revenue)


def _years(random: np.random.Generator, months: int, roles: int, kind: Kind) -> np.ndarray:
    """How years go for everybody, and half as much for roles by themselves, from a month of the year of its own on."""
    begins = int(random.integers(0, YEAR))
    year = (np.arange(months) + begins) // YEAR
    count = int(year.max()) + 1
    whole = random.normal(0, kind.move, count)[:, None] + kind.trend * np.arange(count)[:, None]
    own = random.normal(0, kind.move / 2, (count, roles))
    return np.exp(whole + own)[year]


def _deals(random: np.random.Generator, count: np.ndarray, tail: float) -> np.ndarray:
    sizes = np.exp(random.normal(-(tail**2) / 2, tail, int(count.sum())))
    ends = np.cumsum(count.ravel())
    summed = np.concatenate([[0.0], np.cumsum(sizes)])
    return (summed[ends] - summed[ends - count.ravel()]).reshape(count.shape)


def _ends(
    random: np.random.Generator, start: np.ndarray, quality: np.ndarray, kind: Kind, months: int
) -> np.ndarray:
    monthly = -np.log(1 - kind.exits) / YEAR * np.exp(-0.8 * quality)
    stayed = np.ceil(random.exponential(1 / monthly)).astype(int)
    return np.minimum(start + stayed, months)


@dataclass(frozen=True)
class Beside(RoleYear):
    """A role's year foretold, and what last year's mean of a seller and its spread say of as many sellers."""

    plain_middle: float
    plain_spread: float  # the standard deviation of their sum


def foretold(seed: int, hires: int, kind: Kind, lead: int) -> list[Beside]:
    """Role-years of one company, of two cuts."""
    made, found = company(seed, hires, kind), []
    for cut in (MONTHS - YEAR * (1 + years) - lead for years in (0, 1)):
        before = made.until(cut)
        for one in role_years(made, cut, lead, 300):
            role = made.roles.index(one.role)
            middle, spread = plain(before, role, tenures(made, cut, role, lead + YEAR), lead)
            found.append(Beside(**asdict(one), plain_middle=middle, plain_spread=spread))
    return found


def plain(before: History, role: int, tenure: np.ndarray, lead: int) -> tuple[float, float]:
    """Last year's mean and spread of a seller of the role, over as many months of sellers as are planned."""
    year = (
        (before.role == role)[:, None] & before.in_seat() & (np.arange(before.months) >= before.months - YEAR)
    )
    worked = year.sum(axis=1)
    sold = np.where(year, before.revenue, 0.0).sum(axis=1)[worked > 0]
    worked = worked[worked > 0]
    if not len(worked):
        return 0.0, 0.0
    mean = sold.sum() / worked.sum()
    planned = np.clip(tenure + lead + YEAR, 0, YEAR)
    spread = ((sold - mean * worked) ** 2 / worked).sum() / max(len(worked) - 1, 1)
    return float(mean * planned.sum()), float(np.sqrt(spread * planned.sum()))


def summed(years: Sequence[Beside], kind: str, hires: int, lead: int, companies: int) -> Foretold:
    """How many ranges of one kind and size held, how wide they are, and what last year's mean and spread would do."""
    width = np.array([one.high - one.low for one in years])
    width_plain = np.array([2 * NORMAL_80 * max(one.plain_spread, 1e-9) for one in years])
    off = np.array([abs(one.came - one.plain_middle) for one in years]) / width_plain * 2
    held = float(np.mean([one.is_held for one in years]))
    as_good = float(np.quantile(off, held))  # times as wide the plain range has to be to hold as many
    return Foretold(
        kind,
        hires,
        lead,
        companies,
        len(years),
        int(sum(one.is_held for one in years)),
        int(sum(one.came < one.low for one in years)),
        round(float(np.median(width / np.array([max(one.middle, 1e-9) for one in years]))), 3),
        int((off <= 1).sum()),
        round(float(np.median(width / width_plain)), 3),
        round(float(np.median(width / width_plain)) / as_good, 3),
    )


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hiring_plans", description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="of the companies")
    parser.add_argument("--keep", type=Path, default=measured.FILE, help="file for the figures, as JSON")
    arguments = parser.parse_args()
    rows = []
    for lead in LEADS:
        for hires, count in COMPANIES.items():
            seeds = range(FIRST_SEED, FIRST_SEED + max(1, round(count * arguments.share)))
            every: list[Beside] = []
            for kind in KINDS:
                years = [one for seed in seeds for one in foretold(seed, hires, kind, lead)]
                rows.append(summed(years, kind.name, hires, lead, len(seeds)))
                print(rows[-1], flush=True)
                every += years
            rows.append(summed(every, measured.ALL, hires, lead, len(seeds) * len(KINDS)))
            print(rows[-1], flush=True)
    told = {"measured_on": datetime.now(UTC).date().isoformat(), "commit": commit()}
    kept = {**told, "foretold": [asdict(one) for one in rows]}
    arguments.keep.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
