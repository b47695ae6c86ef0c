"""Rates of exchange that cannot be right beside their neighbours: a slip of the decimal sign, one turned upside down.

A wrong rate sets no row aside, it only makes a month's deals ten times or a tenth of what they are: it is warned about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from statistics import median

from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message, note
from hiring.warehouse.engine import Engine

#: No steady currency moves by half within two months; one that does is worth a look.
MOST_TIMES = 1.5
#: A rate and the one turned upside down differ by this at least, or nobody could tell them apart.
LEAST_TIMES_TURNED = 1.1
#: How near to one the product of a rate and the one turned upside down is, a month apart.
NEAR_ONE = 0.04
_BESIDE = 4  # months beside it that a rate is held against
#: From here on a currency's worth says by itself which way round its rate is.
LEAST_TIMES_APART = 4.0
# Units of each for one euro, roughly, over the last ten years: only orders of magnitude are read from it. Currencies
# that lost most of their worth in that time are not in it.
_PER_EURO = {
    "EUR": 1.0, "USD": 1.1, "GBP": 0.86, "CHF": 1.0, "CAD": 1.5, "AUD": 1.6, "NZD": 1.75, "SGD": 1.5,
    "DKK": 7.5, "SEK": 10.8, "NOK": 10.8, "PLN": 4.4, "CZK": 25.5, "HUF": 360.0, "RON": 4.8, "ILS": 4.0,
    "CNY": 7.6, "HKD": 8.6, "JPY": 135.0, "KRW": 1350.0, "INR": 83.0, "THB": 38.0, "TWD": 34.0, "PHP": 59.0,
    "IDR": 16500.0, "VND": 25500.0, "MXN": 21.0, "BRL": 5.3, "ZAR": 17.5, "AED": 4.1, "SAR": 4.1, "CLP": 880.0,
}  # fmt: skip

_RATES = """
select rates.file_id, rates.row_id, rates.month, rates.currency, cast(rates.rate as double), base.base_currency
from staging.exchange_rates as rates cross join staging.base_currency as base
where rates.currency <> base.base_currency and rates.rate > 0
order by rates.currency, rates.month, rates.row_id
"""


@dataclass(frozen=True)
class Rate:
    """One rate of the exports: whose file, which month, how much."""

    file_id: int
    month: date
    rate: float


def warned(engine: Engine, files: list[ReadFile]) -> list[ReadFile]:
    """The files, each with one warning for every currency in it with rates that are out of line."""
    rates: dict[str, list[Rate]] = defaultdict(list)
    base = ""
    for file_id, _, month, currency, rate, base_currency in engine.query_rows(_RATES):
        rates[currency].append(Rate(file_id, month, rate))
        base = base_currency
    found: dict[int, list[Message]] = defaultdict(list)
    for currency, series in rates.items():
        for file_id, message in _warnings(files, currency, base, series):
            found[file_id].append(message)
    return [
        replace(file, notes=(*file.notes, *found[number])) if number in found else file
        for number, file in enumerate(files)
    ]


def _warnings(
    files: list[ReadFile], currency: str, base: str, series: list[Rate]
) -> Iterator[tuple[int, Message]]:
    todo = f"look at them: a rate is what one {currency} is worth in {base}"
    middle = median(rate.rate for rate in series)
    if is_upside_down(currency, base, middle):
        sentence = f"the rates of {currency} look turned upside down: {base} for one {currency} is wanted"
        yield series[0].file_id, note(files[series[0].file_id].file, sentence, found=f"{middle:g}", todo=todo)
        return
    odd = out_of_line(series)
    for file_id in dict.fromkeys(rate.file_id for rate, _ in odd):
        mine = [f"{rate.month:%Y-%m}: {rate.rate:g}, {why}" for rate, why in odd if rate.file_id == file_id]
        sentence = f"rates of {currency} out of line with the months beside them"
        yield file_id, note(files[file_id].file, sentence, found="; ".join(mine), todo=todo)


def out_of_line(series: list[Rate]) -> list[tuple[Rate, str]]:
    """The rates of one currency, by month, that do not fit those beside them, each with why in words."""
    found: list[tuple[Rate, str]] = []
    before: float | None = None  # the last rate that was in line
    for at, one in enumerate(series):
        nearest = sorted(range(len(series)), key=lambda other: abs(other - at))[1 : 1 + _BESIDE]
        if not nearest:
            continue
        beside = median(series[other].rate for other in nearest)
        if before is not None and _is_turned(one.rate, before):
            found.append((one, f"turned upside down beside {before:g}"))
        elif _is_turned(one.rate, beside) and before is None:
            found.append((one, f"turned upside down beside {beside:g}"))
        elif _times(one.rate, beside) > MOST_TIMES:
            found.append((one, f"beside {beside:g}"))
        else:
            before = one.rate
    return found


def is_upside_down(currency: str, base: str, rate: float) -> bool:
    """Whether a rate is that of the base currency in the other: told by what currencies are roughly worth."""
    if currency not in _PER_EURO or base not in _PER_EURO:
        return False
    wanted = _PER_EURO[base] / _PER_EURO[currency]
    return _times(wanted, 1.0) >= LEAST_TIMES_APART and _times(rate, wanted) > _times(rate, 1 / wanted) ** 2


def _times(one: float, other: float) -> float:
    """How many times the larger is of the smaller."""
    return max(one, other) / min(one, other)


def _is_turned(one: float, other: float) -> bool:
    return abs(one * other - 1) < NEAR_ONE and _times(one, other) > LEAST_TIMES_TURNED
