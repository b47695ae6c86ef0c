"""Whether ranges held what came: a company's data cut at a past month, a year foretold from before it, and compared.

Of the time after the cut only how many sellers of each role began in which month is used: that is the plan.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hiring.statistics.planning.drawing import levels, months_drawn
from hiring.statistics.planning.history import YEAR, Counts, History
from hiring.statistics.planning.sellers import sellers

DRAWS = 400
#: A range runs between these shares of the draws.
LOW, HIGH = 0.1, 0.9
#: A cut leaves at least so many months before it.
FEWEST_MONTHS_BEFORE = 24
SEED = 7


@dataclass(frozen=True)
class RoleYear:
    """A role's year foretold: the range and the middle of the draws, and what came."""

    role: str
    cut: int
    low: float
    middle: float
    high: float
    came: float

    @property
    def is_held(self) -> bool:
        """Whether the range holds what came."""
        return self.low <= self.came <= self.high


def role_years(history: History, cut: int, lead: int, draws: int = DRAWS) -> tuple[RoleYear, ...]:
    """The year that begins `lead` months after a cut, of every role that could be planned then and had sellers."""
    before = history.until(cut)
    known, random = sellers(before), np.random.default_rng([SEED, cut])
    months = lead + YEAR
    given = levels(known, months, draws, random)
    made = []
    for role in np.flatnonzero(before.can_be_planned()):
        tenure = tenures(history, cut, int(role), months)
        total = months_drawn(known, int(role), tenure, months, given, random)
        low, middle, high = np.quantile(total[:, lead:].sum(axis=1), (LOW, 0.5, HIGH))
        of_role = history.revenue[history.role == role]
        came = float(np.nansum(of_role[:, cut + lead : cut + months]))
        made.append(RoleYear(history.roles[role], cut, float(low), float(middle), float(high), came))
    return tuple(made)


def tenures(history: History, cut: int, role: int, months: int) -> Counts:
    """Months since each seller of a role who is here at the cut began; below 0: who began in the months after it."""
    start = history.start[history.role == role]
    here = start[(start < cut) & (history.end[history.role == role] >= cut)]
    later = start[(start >= cut) & (start < cut + months)]
    return np.concatenate([cut - here, cut - later])


def cuts(history: History, lead: int) -> tuple[int, ...]:
    """The months at which a company's own data are cut: the last whole year, and years before it, the latest first.

    Years of which sales are not known are left out.
    """
    latest = history.months - YEAR - lead
    found = range(latest, FEWEST_MONTHS_BEFORE - 1, -YEAR)
    return tuple(cut for cut in found if _is_known(history, cut + lead))


def _is_known(history: History, first: int) -> bool:
    """Whether the sales of all who were in the seat are known for the year from this month on."""
    year = np.arange(first, first + YEAR)
    there = (history.start[:, None] <= year) & (history.end[:, None] > year)
    return bool(np.isfinite(history.revenue[:, year][there]).all())
