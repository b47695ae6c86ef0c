"""Years to come drawn from a company's own sellers: whole paths of revenue, exits by tenure, levels that all share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hiring.statistics.planning.history import YEAR, Counts, Flags, Numbers
from hiring.statistics.planning.levels import drawn
from hiring.statistics.planning.sellers import Sellers, band_of

#: A month of tenure is drawn from by itself while so many sellers are known in it; later ones repeat the year before.
FEWEST_DONORS = 5
#: What is sold in the month of leaving, of a whole month: who leaves is there for half of it on average.
MONTH_OF_EXIT = 0.5


@dataclass(frozen=True)
class Change:
    """What is done to the draws, and is arithmetic: nothing says that it can be had, or what else would change.

    `months_shorter`: those still to be hired sell in a month as others did so many months later. `exits`: what exits
    are multiplied by, of everybody from now on.
    """

    months_shorter: int = 0
    exits: float = 1.0


AS_IT_WAS = Change()


@dataclass(frozen=True, eq=False)
class Levels:
    """What is drawn once for a plan and then shared by all: levels of each draw, role and year, and exits."""

    by_year: Numbers  # draws by roles by years
    hazard: Numbers  # draws by roles by bands


def levels(sellers: Sellers, months: int, draws: int, random: np.random.Generator) -> Levels:
    """Draws of how the years go and how many leave."""
    years = -(-months // YEAR)
    year = drawn([sellers.year], years, draws, random, has_drift=True)
    roles = drawn(sellers.by_role, years, draws, random, has_drift=False)
    hazard = random.gamma(
        np.maximum(sellers.exits, 1e-12), 1 / sellers.exposed, (draws, *sellers.exits.shape)
    )
    return Levels(np.exp(year + roles), np.minimum(hazard, 1.0))


def months_drawn(
    sellers: Sellers,
    role: int,
    tenure: Counts,
    months: int,
    given: Levels,
    random: np.random.Generator,
    change: Change = AS_IT_WAS,
) -> Numbers:
    """Revenue of sellers of one role month by month: draws by months, summed over the sellers.

    `tenure`: months since each began in the first month to come; below 0: begins so many months later.
    """
    draws = len(given.by_year)
    donors = sellers.paths[(sellers.history.role == role) & np.isfinite(sellers.paths).any(axis=1)]
    if not len(donors) or not len(tenure):
        return np.zeros((draws, months))
    pool = random.integers(0, len(donors), (draws, len(donors)))
    shape = (draws, len(tenure))
    own = np.full(shape, -1)
    alive, is_new = np.ones(shape, bool), tenure < 0
    supported = _supported(donors)
    total = np.zeros((draws, months))
    for month in range(months):
        now = tenure + month
        began = now >= 0
        hazard = given.hazard[:, role][:, band_of(np.clip(now, 0, None))] * change.exits
        leaves = alive & began & (random.random(shape) < hazard)
        at = _repeated(np.clip(now + np.where(is_new, change.months_shorter, 0), 0, None), supported)
        own = _followed(own, donors, pool, at, alive & began, random)
        sold = np.where(alive & began, donors[own, at] * np.where(leaves, MONTH_OF_EXIT, 1.0), 0.0)
        alive &= ~leaves
        total[:, month] = sold.sum(axis=1) * given.by_year[:, role, month // YEAR]
    return total


def _supported(donors: Numbers) -> int:
    """How many months of tenure are known of enough sellers, from the first on."""
    known = np.isfinite(donors).sum(axis=0) >= min(FEWEST_DONORS, len(donors))
    return int(np.argmin(known)) if not known.all() else len(known)


def _repeated(tenure: Counts, supported: int) -> Counts:
    """Tenure within what is known: later months go round in the last year of it."""
    span = min(YEAR, max(supported, 1))
    return np.where(tenure < supported, tenure, max(supported, 1) - span + (tenure - supported) % span)


def _followed(
    own: Counts, donors: Numbers, pool: Counts, at: Counts, wanted: Flags, random: np.random.Generator
) -> Counts:
    """Whose path each follows: the one so far while it is known, else another one's who was in the seat that month."""
    known = np.isfinite(donors)
    lost = wanted & ~((own >= 0) & known[own, at])
    rows, columns = np.nonzero(lost)
    for _ in range(8):
        if not len(rows):
            return own
        tried = pool[rows, random.integers(0, pool.shape[1], len(rows))]
        fits = known[tried, at[columns]]
        own[rows[fits], columns[fits]] = tried[fits]
        rows, columns = rows[~fits], columns[~fits]
    for month in np.unique(at[columns]):  # few are known so late: whoever is
        there, whose = at[columns] == month, np.flatnonzero(known[:, month])
        own[rows[there], columns[there]] = random.choice(whose, int(there.sum()))
    return own
