"""Quotas, territory revenue, exchange rates and what sourcing cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from hiring.sample.company import Company
from hiring.sample.days import first_of, iso, last_of, month_of
from hiring.sample.sellers import Spell
from hiring.sample.selling import SEASON, growth, quota_of
from hiring.sample.streams import stream
from hiring.sample.world import (
    AGENCY,
    CAMPUS,
    CRM_STARTS,
    CURRENCIES,
    GROWTH,
    INSIDE,
    LAST_MONTH,
    MONEY_STARTS,
    RECRUITING_STARTS,
    REFERRAL,
    REGION_CURRENCY,
    ROLES,
    SEGMENTS,
    SOURCES,
)

Row = tuple[str, ...]
MONTHLY_ROLES = (INSIDE, GROWTH)  # the others have quarterly quotas
# EUR a month whatever comes of it, and EUR a hire.
SOURCE_COSTS = ((600, 2500), (0, 17500), (5200, 0), (3800, 0), (900, 0), (1600, 0))


def _periods(spell: Spell) -> Iterator[tuple[int, int]]:
    """(first month, months) of each quota period the spell touches."""
    month, end = month_of(max(spell.start, CRM_STARTS)), month_of(spell.last)
    while month <= end:
        role = spell.place_on(max(spell.start, first_of(month)))[0]
        length = 1 if role in MONTHLY_ROLES else 3
        start = month - month % length
        yield start, length
        month = start + length


def _quota(company: Company, spell: Spell, start: int, length: int) -> tuple[str, str]:
    """The full quota of a period in the region's currency at the rate of the year's first month."""
    role, region = spell.place_on(max(spell.start, first_of(start)))
    currency = REGION_CURRENCY[region]
    rate = company.rates[max(start - start % 12, MONEY_STARTS) - MONEY_STARTS, currency]
    amount = sum(quota_of(role, month) for month in range(start, start + length)) / rate
    return f"{round(amount / 100) * 100}.00", CURRENCIES[currency]


def quotas(company: Company) -> Iterator[Row]:
    """The full quota of each seller's first login, a month or a quarter at a time."""
    covered: dict[int, int] = {}
    for spell in company.sellers:
        login = company.logins.first[spell.person]
        for start, length in _periods(spell):
            if start < covered.get(login, 0):
                continue
            covered[login] = start + length
            amount = _quota(company, spell, start, length)
            yield (
                company.logins.all[login].owner_id,
                iso(first_of(start)),
                iso(last_of(start + length - 1)),
                *amount,
            )


def territory_revenue(company: Company) -> Iterator[Row]:
    """Revenue of every territory by month from the ledger, which reaches back before the CRM."""
    random = stream(company.seed, "territory revenue")
    land = company.land
    for index, name in enumerate(land.names):
        currency = REGION_CURRENCY[land.regions[index]]
        segment = index // land.per_cell % len(SEGMENTS)
        usual = ROLES[segment].monthly_quota * 2.2 * float(np.exp(land.potentials[index]))
        for month in range(MONEY_STARTS, LAST_MONTH + 1):
            euros = usual * growth(month) * SEASON[month % 12] * float(np.exp(random.normal(0, 0.16)))
            amount = euros / company.rates[month - MONEY_STARTS, currency]
            yield (name, iso(first_of(month)), f"{round(amount / 10) * 10}.00", CURRENCIES[currency])


def exchange_rate_rows(company: Company) -> Iterator[Row]:
    """Euros for one unit, month by month."""
    for index, currency in enumerate(CURRENCIES):
        if currency == "EUR":
            continue
        for month in range(MONEY_STARTS, LAST_MONTH + 1):
            yield (iso(first_of(month)), currency, f"{company.rates[month - MONEY_STARTS, index]:.4f}")


def sourcing_costs(company: Company) -> Iterator[Row]:
    """What each source cost by month: fees follow the hires; campus has no figures before 2023."""
    random = stream(company.seed, "sourcing costs")
    accepted = Counter(
        (journey.source, month_of(journey.accepted)) for journey in company.hired if journey.accepted
    )
    size = max(0.2, len(company.hires) / 480)
    for source, (monthly, each) in enumerate(SOURCE_COSTS):
        for month in range(month_of(RECRUITING_STARTS), LAST_MONTH + 1):
            if source == CAMPUS and month < 2023 * 12:
                continue
            spread = float(np.exp(random.normal(0, 0.2)))
            amount = monthly * size * spread + each * accepted[source, month] * (
                spread if source == AGENCY else 1
            )
            if amount or source not in (AGENCY, REFERRAL):
                yield (SOURCES[source], iso(first_of(month)), f"{amount:.2f}", "EUR")
