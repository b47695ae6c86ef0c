"""What is known of a company's sellers, ready to be drawn from: paths on one level, exits by tenure, levels by year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hiring.statistics.planning.history import YEAR, Counts, Flags, History, Numbers
from hiring.statistics.planning.levels import Series

#: Tenure goes by quarters up to three years; who has been there longer sells on as in the third.
QUARTER, QUARTERS = 3, 12
ROUNDS = 6  # of fitting curves and years in turn
#: Exits by band of tenure: months 1–6, 7–12, the second year, later. A role's are drawn towards everybody's as if so
#: many months of sellers had been seen at their rate.
BANDS = np.array([6, 12, 24])
BORROWED = 60.0
#: A year of a role is a value of its own from so many months of sellers on.
FEWEST_MONTHS = 24


@dataclass(frozen=True, eq=False)
class Sellers:
    """A company ready to be drawn from.

    `paths`: sellers by months since the first, in money of a year at level 1, nan where a seller was not in the seat
    or it is not known. `exits` and `exposed`: exits and months at risk by role and band of tenure, with those borrowed.
    `year` and `by_role`: levels of the years known, of all together and of each role beside all.
    """

    history: History
    paths: Numbers
    exits: Numbers
    exposed: Numbers
    year: Series
    by_role: tuple[Series, ...]


def sellers(history: History) -> Sellers:
    """What a history tells; roles without a known month have nothing to draw from."""
    seat, tenure = history.in_seat(), history.tenure()
    revenue = np.where(seat, history.revenue, 0.0)
    block = (history.months - 1 - np.arange(history.months)) // YEAR  # 0: the latest twelve months
    whole = max(history.months // YEAR, 1)
    block = np.minimum(block, whole - 1)
    expected, level = _fitted(history, revenue, seat, np.clip(tenure, 0, None) // QUARTER, block, whole)
    deflated = np.where(seat, history.revenue / level[block], np.nan)
    return Sellers(
        history,
        _by_tenure(deflated, tenure, seat),
        *_exits(history, tenure),
        _series(revenue, expected, block, whole, np.ones(len(revenue), bool)),
        tuple(
            _series(revenue, expected * level[block], block, whole, history.role == role)
            for role in range(len(history.roles))
        ),
    )


def _fitted(
    history: History, revenue: Numbers, seat: Flags, quarter: Counts, block: Counts, count: int
) -> tuple[Numbers, Numbers]:
    """What each month should bring by role and tenure at level 1, and the level of each year: products, in turn."""
    cell = history.role[:, None] * QUARTERS + np.minimum(quarter, QUARTERS - 1)
    size = len(history.roles) * QUARTERS
    level, curve = np.ones(count), np.zeros(size)
    for _ in range(ROUNDS):
        curve = _ratio(
            np.bincount(cell.ravel(), revenue.ravel(), size),
            np.bincount(cell.ravel(), (seat * level[block]).ravel(), size),
        )
        by_month = np.where(seat, curve[cell], 0.0).sum(axis=0)
        level = _ratio(
            np.bincount(block, revenue.sum(axis=0), count), np.bincount(block, by_month, count), otherwise=1.0
        )
        level = np.where(level > 0, level, 1.0)
    return np.where(seat, curve[cell], 0.0), level


def _ratio(above: NDArray[Any], below: NDArray[Any], otherwise: float = 0.0) -> Numbers:
    return np.asarray(np.divide(above, below, out=np.full(len(above), otherwise), where=below > 0))


def _series(revenue: Numbers, expected: Numbers, block: Counts, count: int, who: Flags) -> Series:
    """Logarithms of sold over expected by year, the oldest first, and their variances, whole sellers varying."""
    values, variances = [], []
    for year in range(count - 1, -1, -1):
        of_year = block == year
        sold, should = revenue[who][:, of_year], expected[who][:, of_year]
        total = should.sum()
        if not total or not sold.sum() or (should > 0).sum() < FEWEST_MONTHS:
            continue
        ratio = sold.sum() / total
        off = sold.sum(axis=1) - ratio * should.sum(axis=1)
        variance = (off**2).sum() / sold.sum() ** 2
        values.append(
            np.log(ratio) + variance / 2
        )  # the logarithm of what is seen with error is too low by that
        variances.append(variance)
    return Series(np.array(values), np.array(variances))


def _by_tenure(revenue: Numbers, tenure: Counts, seat: Flags) -> Numbers:
    longest = int(tenure[seat].max(initial=0)) + 1
    paths = np.full((len(revenue), longest), np.nan)
    rows, columns = np.nonzero(seat)
    paths[rows, tenure[rows, columns]] = revenue[rows, columns]
    return paths


def band_of(tenure: Counts) -> Counts:
    """The band of tenure for exits, of months since the first."""
    return np.asarray(np.searchsorted(BANDS, tenure, side="right"))


def _exits(history: History, tenure: Counts) -> tuple[Numbers, Numbers]:
    months = np.arange(history.months)
    at_risk = (months >= history.start[:, None]) & (months <= history.end[:, None])
    left = at_risk & (months == history.end[:, None])
    cell = history.role[:, None] * (len(BANDS) + 1) + band_of(np.clip(tenure, 0, None))
    shape = (len(history.roles), len(BANDS) + 1)
    exits = np.bincount(cell[left], minlength=shape[0] * shape[1]).reshape(shape).astype(float)
    exposed = np.bincount(cell[at_risk], minlength=shape[0] * shape[1]).reshape(shape).astype(float)
    everybody = _ratio(exits.sum(axis=0), exposed.sum(axis=0), otherwise=exits.sum() / max(exposed.sum(), 1))
    return exits + BORROWED * everybody, exposed + BORROWED
