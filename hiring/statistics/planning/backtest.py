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
    """A role's year foretold: the range and the middle of the draws, and what came.

    `plain_middle` and `plain_spread`: what last year's mean and spread of a seller say of as many sellers: the
    spread is the standard deviation of their sum.
    """

    role: str
    cut: int
    low: float
    middle: float
    high: float
    came: float
    plain_middle: float
    plain_spread: float

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
        here = cut - before.start[(before.role == role) & before.is_here]
        later = history.start[
            (history.role == role) & (history.start >= cut) & (history.start < cut + months)
        ]
        total = months_drawn(known, int(role), np.concatenate([here, cut - later]), months, given, random)
        low, middle, high = np.quantile(total[:, lead:].sum(axis=1), (LOW, 0.5, HIGH))
        of_role = history.revenue[history.role == role]
        came = float(np.nansum(of_role[:, cut + lead : cut + months]))
        plain = _plain(before, int(role), np.concatenate([here, cut - later]), lead)
        foretold = (float(low), float(middle), float(high))
        made.append(RoleYear(history.roles[role], cut, *foretold, came, *plain))
    return tuple(made)


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


def _plain(before: History, role: int, tenure: Counts, lead: int) -> tuple[float, float]:
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
