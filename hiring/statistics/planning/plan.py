"""How many sellers to hire for a target: what those here are likely to bring, and what each of those to come would."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

import numpy as np

from hiring.statistics.planning.drawing import AS_IT_WAS, Change, Levels, levels, months_drawn
from hiring.statistics.planning.history import YEAR, Counts, Numbers
from hiring.statistics.planning.sellers import Sellers

DRAWS = 400
#: Of each role and draw so many sellers begin in each month, so that luck among a few is no part of what one brings.
EACH_MONTH = 6
#: A range holds what lies between these shares of the draws.
LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9
SEED = 11
MOST = 10_000  # sellers: whoever would need more cannot reach the target by hiring


@dataclass(frozen=True)
class Wanted:
    """A year and what it should bring: months from now to its first, the target in money.

    `starts`: months from now in which sellers begin, as many in each; `mix`: of those to come, each role's share.
    """

    lead: int
    target: float
    starts: tuple[int, ...]
    mix: tuple[float, ...]


@dataclass(frozen=True)
class Range:
    """The middle of the draws and the tenth and the ninetieth of a hundred."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, eq=False)
class Drawn:
    """Revenue of the year, draws by roles: of those here, and of one who starts in the months wanted."""

    here: Numbers
    each: Numbers


@dataclass(frozen=True)
class Plan:
    """What came of the draws: revenue of those here by role and together, one new seller's, sellers needed.

    `needs`: of each draw, from the fewest up; `MOST` where hiring does not reach the target.
    """

    here: tuple[Range, ...]
    together: Range
    each: tuple[Range, ...]
    needs: tuple[int, ...]

    @property
    def count(self) -> int:
        """Sellers that suffice in nine draws of ten."""
        return enough(self.needs)

    def chance(self, count: int) -> float:
        """The share of draws in which so many hires reach the target."""
        return bisect_right(self.needs, count) / len(self.needs)


def drawn(
    known: Sellers,
    wanted: Wanted,
    change: Change = AS_IT_WAS,
    draws: int = DRAWS,
    here: Numbers | None = None,
) -> Drawn:
    """Years of those here and of hires of each role that can be planned; the target and the mix bear on neither.

    `here`: years of those here, where they are drawn already: no other start or ramp of hires bears on them.
    """
    given = levels(known, wanted.lead + YEAR, draws, np.random.default_rng(SEED))
    can = known.history.can_be_planned()
    if here is None:
        here = _by_role(
            known, [_tenures(known, role) for role in range(len(can))], wanted.lead, given, change
        )
    comers = np.repeat(-np.array(wanted.starts, dtype=int), EACH_MONTH)
    each = _by_role(known, [comers if one else comers[:0] for one in can], wanted.lead, given, change)
    return Drawn(here, each / max(len(comers), 1))


def needs(of: Drawn, target: float, mix: Sequence[float]) -> tuple[int, ...]:
    """Sellers that each draw takes, from the fewest up."""
    gap = np.clip(target - of.here.sum(axis=1), 0.0, None)
    brought = of.each @ np.array(mix)
    needed = np.where(gap > 0, np.minimum(gap / np.maximum(brought, 1e-9), MOST), 0.0)
    return tuple(int(one) for one in np.sort(np.ceil(needed - 1e-9)))


def enough(needed: Sequence[int]) -> int:
    """Of sellers needed, draw by draw from the fewest up: as many as suffice in nine draws of ten."""
    return needed[ceil(HIGH * len(needed)) - 1]


def plan(of: Drawn, wanted: Wanted) -> Plan:
    """What it takes; roles that cannot be planned bring nothing and must have no share of the mix."""
    return Plan(
        tuple(_range(one) for one in of.here.T),
        _range(of.here.sum(axis=1)),
        tuple(_range(one) for one in of.each.T),
        needs(of, wanted.target, wanted.mix),
    )


def leaving_a_year(known: Sellers) -> float:
    """The share of sellers who leave within a year, at the rates of the last column of exits: of all, by months."""
    rate = known.exits.sum() / max(known.exposed.sum(), 1e-9)
    return float(1 - (1 - min(rate, 1.0)) ** YEAR)


def fewer_leaving(known: Sellers, points: float) -> Change:
    """Exits so many points a year lower, as a share of what they are; none where fewer leave than that."""
    now = leaving_a_year(known)
    wished = 1 - (1 - max(now - points, 0.0)) ** (1 / YEAR)
    rate = 1 - (1 - now) ** (1 / YEAR)
    return replace(AS_IT_WAS, exits=wished / rate if rate else 0.0)


def split(count: int, mix: Sequence[float]) -> tuple[int, ...]:
    """A count of sellers by role, whole ones, the largest remainders rounded up."""
    exact = count * np.array(mix)
    whole = np.floor(exact + 1e-9).astype(int)
    order = np.argsort(-(exact - whole), kind="stable")
    whole[order[: count - int(whole.sum())]] += 1
    return tuple(int(one) for one in whole)


def _tenures(known: Sellers, role: int) -> Counts:
    history = known.history
    there = (history.role == role) & history.is_here & history.can_be_planned()[role]
    return np.asarray(history.months - history.start[there])


def _by_role(known: Sellers, tenures: Sequence[Counts], lead: int, given: Levels, change: Change) -> Numbers:
    """Revenue of the year: draws by roles; each role is drawn by chances of its own, the same under every change."""
    columns = []
    for role, tenure in enumerate(tenures):
        random = np.random.default_rng([SEED, role])
        total = months_drawn(known, role, tenure, lead + YEAR, given, random, change)
        columns.append(total[:, lead:].sum(axis=1))
    return np.stack(columns, axis=1)


def _range(draws: Numbers) -> Range:
    low, middle, high = np.quantile(draws, (LOW, MIDDLE, HIGH))
    return Range(float(low), float(middle), float(high))
