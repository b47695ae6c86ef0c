"""How often ranges of the hiring plan held what came, in companies made up for it, beside last year's mean and spread.

Figures kept with the code (`hiring/statistics/planning/measured.json`, written by `python -m benchmarks.hiring_plans`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

import pandas as pd

from hiring import words
from hiring.statistics.planning import measured
from hiring.statistics.planning.measured import ALL, Foretold, Measurement

TITLE = "Do the ranges of the hiring plan hold the year to come?"
NOT_MEASURED = "Not measured yet: python -m benchmarks.hiring_plans makes companies whose future is known."


@cache
def kept() -> Measurement | None:
    """The figures kept with the code; nothing where they were never measured."""
    try:
        return measured.read()
    except OSError:
        return None


def table(found: Measurement | None) -> pd.DataFrame:
    """A row a kind of company and time before the year, a column a size: role-years whose range held what came."""
    rows = () if found is None else found.foretold
    sizes = sorted({row.hires for row in rows})
    made = []
    for lead, kind in dict.fromkeys((row.lead, row.kind) for row in rows):
        of_kind = {row.hires: row for row in rows if (row.lead, row.kind) == (lead, kind)}
        when = "as it begins" if not lead else f"{words.months(lead)} before"
        name = kind[0].upper() + kind[1:]
        made.append([f"{name}, {when}", *(_cell(of_kind.get(size)) for size in sizes)])
    return pd.DataFrame(made, columns=["Ranges that held", *(words.counted(size, "hire") for size in sizes)])


def in_words(found: Measurement | None) -> str:
    """On what it was measured, how many ranges held, what last year's mean and spread would do, where it fails."""
    if found is None:
        return NOT_MEASURED
    every = [row for row in found.foretold if row.kind == ALL]
    kinds = [row for row in found.foretold if row.kind != ALL]
    held, plain = ([getattr(row, name) / row.role_years for row in every] for name in ("held", "plain_held"))
    worst = min(kinds, key=lambda row: row.held / row.role_years)
    wider = max(kinds, key=lambda row: row.to_as_good)
    not_narrower = (
        f" No narrower where companies are {wider.kind}: up to {_times(wider.to_as_good)} times."
        if wider.to_as_good > 1
        else ""
    )
    return (
        f"Measured on {words.day(date.fromisoformat(found.measured_on))} (code {found.commit}), data cut and the year "
        f"after foretold. Ranges that should hold 80 of 100 held {words.span(min(held), max(held))} by size of "
        f"company. Last year's mean and spread of a seller, without ramp, exits and years that differ, give narrower "
        f"ranges (ours are {_span(row.to_plain for row in every)} times as wide), which held "
        f"{words.span(min(plain), max(plain))}; widened to hold as many as ours, they are the wider ones: ours are "
        f"{_span(row.to_as_good for row in every)} times as wide.{not_narrower} Fewest held where {worst.kind}: "
        f"{words.number(worst.held)} of {words.number(worst.role_years)} at {words.counted(worst.hires, 'hire')}."
    )


def _span(ratios: Iterable[float]) -> str:
    known = sorted(ratios)
    return f"{_times(known[0])} to {_times(known[-1])}"


def _times(ratio: float) -> str:
    return words.number(ratio, 2)


def _cell(row: Foretold | None) -> str:
    if row is None:
        return words.UNKNOWN
    share = words.percent(row.held / row.role_years)
    return f"{words.number(row.held)} of {words.number(row.role_years)} ({share})"
