"""Exchange rates month by month: euros for one pound or dollar, wandering slowly."""

from __future__ import annotations

import numpy as np

from hiring.sample.streams import stream
from hiring.sample.world import CURRENCIES, LAST_MONTH, MONEY_STARTS

_START = {"EUR": 1.0, "GBP": 1.16, "USD": 0.90}


def exchange_rates(seed: int) -> np.ndarray:
    """Array (months since MONEY_STARTS, CURRENCIES) of rates to four decimals; the euro's own is 1."""
    random = stream(seed, "exchange rates")
    months = LAST_MONTH - MONEY_STARTS + 1
    rates = np.ones((months, len(CURRENCIES)))
    for index, currency in enumerate(CURRENCIES):
        if currency == "EUR":
            continue
        level, base = _START[currency], _START[currency]
        for month in range(months):
            level += 0.06 * (base - level) + float(random.normal(0, 0.011))
            rates[month, index] = round(level, 4)
    return rates
