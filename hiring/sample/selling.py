"""What each seller can be expected to sell in each month: the cells from which deals are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from hiring.sample.days import first_of, last_of, month_of, year_of
from hiring.sample.logins import Logins
from hiring.sample.sellers import Spell
from hiring.sample.streams import chance, stream
from hiring.sample.territories import Territories
from hiring.sample.world import AS_OF, CRM_STARTS, LAST_MONTH, REGION_CURRENCY, REGIONS, ROLES

STRENGTH = 0.42  # log of sales for one standard deviation of quality
QUOTA_GROWTH = 0.03  # a year, quotas and sales alike
SEASON = (0.88, 0.94, 1.12, 0.93, 0.97, 1.12, 0.9, 0.86, 1.1, 0.96, 1.02, 1.2)
LOST_FOR_ONE_WON = 1.0
OPEN_MONTHS = 2.6  # months of winning that an active seller has open
NOBODY = -1


@dataclass(frozen=True)
class Cells:
    """Columns of equal length: a login's month (or open pipeline) and what to expect of it.

    `owner` index of a login or NOBODY; `first`, `days` the days deals close on (created on, for open ones);
    `won`, `lost`, `open` expected numbers of deals before scaling; `amount` EUR a won deal.
    """

    owner: np.ndarray
    region: np.ndarray
    role: np.ndarray
    territory: np.ndarray
    month: np.ndarray
    first: np.ndarray
    days: np.ndarray
    won: np.ndarray
    lost: np.ndarray
    open: np.ndarray
    amount: np.ndarray

    def __len__(self) -> int:
        return len(self.owner)

    @property
    def currency(self) -> np.ndarray:
        """Index of the usual currency of each cell's region."""
        return np.take(np.array(REGION_CURRENCY, dtype=np.int64), self.region)


Row = tuple[float, ...]


def growth(month: int) -> float:
    """How much larger quotas and sales are than in 2021."""
    return (1 + QUOTA_GROWTH) ** max(0, year_of(month) - 2021)


def ramp(role: int, tenure_months: float) -> float:
    """Share of full productivity after so many months in the role: a straight line over the role's ramp."""
    return min(1.0, max(0.0, tenure_months / ROLES[role].ramp_months))


def quota_of(role: int, month: int) -> float:
    """The full monthly quota in EUR."""
    return ROLES[role].monthly_quota * growth(month)


def _month_row(spell: Spell, month: int, owner: int, land: Territories) -> Row | None:
    """The cell of one seller and month; none if they did not work in it."""
    first, last = max(first_of(month), spell.start, CRM_STARTS), min(last_of(month), spell.last)
    if last < first:
        return None
    role, region = spell.place_on(first)
    territory = spell.territory if region == spell.region else land.in_cell(region, spell.segment)[0]
    exposure = (last - first + 1) / (last_of(month) - first_of(month) + 1)
    middle = (first + last) / 2
    ready = ramp(role, (middle - spell.start) / 30.44 + 0.15) if role == spell.role else 1.0
    strength = float(np.exp(STRENGTH * spell.quality + land.potentials[territory]))
    won = ROLES[role].deals_a_month * exposure * ready * SEASON[month % 12] * strength**0.6
    amount = ROLES[role].level * quota_of(role, month) / ROLES[role].deals_a_month * strength**0.4
    lost = LOST_FOR_ONE_WON * won / strength**0.3
    return (owner, region, role, territory, month, first, last - first + 1, won, lost, 0.0, amount)


def _outside_row(spell: Spell, owner: int, first: int, days: int, won: float) -> Row:
    """A few deals that close before the hire or after the exit."""
    month = month_of(first)
    amount = quota_of(spell.role, month) / ROLES[spell.role].deals_a_month
    return (owner, spell.region, spell.role, spell.territory, month, first, days, won, 0.3 * won, 0.0, amount)


def _open_row(spell: Spell, owner: int, share: float) -> Row:
    role, region = spell.place_on(AS_OF)
    days = int(min(ROLES[role].cycle_days * 1.8 + 40, spell.last - max(spell.start, CRM_STARTS)))
    expected = OPEN_MONTHS * ROLES[role].deals_a_month * share
    amount = quota_of(role, LAST_MONTH) / ROLES[role].deals_a_month
    first = spell.last - max(days, 1) + 1
    return (owner, region, role, spell.territory, LAST_MONTH, first, max(days, 1), 0.0, 0.0, expected, amount)


def _seller_rows(
    spell: Spell, logins: Logins, land: Territories, random: np.random.Generator
) -> Iterator[Row]:
    for month in range(month_of(max(spell.start, CRM_STARTS)), month_of(spell.last) + 1):
        row = _month_row(spell, month, logins.index_for(spell.person, month), land)
        if row is not None:
            yield row
    last_login = logins.index_for(spell.person, month_of(spell.last))
    if spell.exit is None:
        yield _open_row(spell, last_login, 1.0)
        return
    if spell.exit > CRM_STARTS + 60:
        yield _open_row(spell, last_login, 0.08)
    if chance(random, 0.35):
        yield _outside_row(spell, last_login, spell.exit + 1, min(50, max(1, AS_OF - spell.exit)), 0.9)


def _stranger_rows(logins: Logins, land: Territories, share: float) -> Iterator[Row]:
    """Deals of logins that belong to no colleague: a trickle every month."""
    for index, owner in enumerate(logins.strangers):
        region = index % len(REGIONS)
        for month in range(month_of(CRM_STARTS), LAST_MONTH + 1):
            first = max(first_of(month), CRM_STARTS)
            territory = land.in_cell(region, index % 3)[0]
            yield (
                owner,
                region,
                0,
                territory,
                month,
                first,
                last_of(month) - first + 1,
                0.25 * share,
                0.2 * share,
                0.0,
                9000.0,
            )


def nobody_rows(land: Territories) -> Iterator[Row]:
    """Deals without an owner: one cell a region and month; their number is whatever is left."""
    for region in range(len(REGIONS)):
        for month in range(month_of(CRM_STARTS), LAST_MONTH + 1):
            first = max(first_of(month), CRM_STARTS)
            territory = land.in_cell(region, month % 3)[1]
            yield (
                NOBODY,
                region,
                0,
                territory,
                month,
                first,
                last_of(month) - first + 1,
                0.6,
                0.4,
                0.0,
                6000.0,
            )


def _columns(rows: list[Row]) -> Cells:
    table = np.array(rows, dtype=float).reshape(len(rows), 11)
    whole = [np.ascontiguousarray(table[:, index]).astype(np.int64) for index in range(7)]
    real = [np.ascontiguousarray(table[:, index]) for index in range(7, 11)]
    return Cells(*whole, *real)


def selling_cells(spells: list[Spell], logins: Logins, land: Territories, seed: int) -> Cells:
    """All cells of named owners, in order of seller and month."""
    random = stream(seed, "selling outside the spell")
    rows: list[Row] = []
    for spell in spells:
        if spell.journey is not None and chance(random, 0.10):
            before = max(CRM_STARTS, spell.start - 70)
            rows.append(
                _outside_row(
                    spell, logins.index_for(spell.person, month_of(before)), before, spell.start - before, 1.0
                )
            )
        rows.extend(_seller_rows(spell, logins, land, random))
    rows.extend(_stranger_rows(logins, land, max(0.2, len(spells) / 500)))
    return _columns(rows)


def ownerless_cells(land: Territories) -> Cells:
    """The cells of deals without an owner."""
    return _columns(list(nobody_rows(land)))
