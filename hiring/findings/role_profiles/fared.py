"""How a role's hires fared: months to quota pace, who met the bar, who left in the first year; two roles side by side.

The figures are those of the page "Outcomes and ramp", for the same hires. Frames in, frozen results out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd

from hiring import words
from hiring.config import RAMPED_AT, SMALLEST_GROUP
from hiring.findings.outcomes.events import EXIT, PACE, YEAR_DAYS, curve_of, interval_words, times_apart
from hiring.findings.outcomes.pairs import Hires, PairMeasure, pairs_judged
from hiring.statistics.rates import Interval, difference, wilson
from hiring.statistics.survival import Median, difference_by
from hiring.statistics.verdicts import BETTER_LOWER, Finding

PACE_LABEL = f"Months to {words.percent(RAMPED_AT)} of quota"
LEFT_LABEL = "Left in the first year"
#: Of which hires the months are: the number in the cell is theirs.
OF_PACE = "of hires with a quota"
TOO_FEW = "too few"


@dataclass(frozen=True)
class Fared:
    """One role's hires in the scope; a figure is None where fewer than five hires tell of it.

    `pace`: months until half have had three months at 80 % of quota; `met_bar`: share at the end of the window;
    `left`: share gone within 365 days (Kaplan–Meier); `count`: its hires, however new.
    """

    role: str
    count: int
    pace: Median | None
    met_bar: Interval | None
    left: Interval | None


def fared(role: str, milestones: pd.DataFrame, attained: pd.DataFrame) -> Fared:
    """From the answers to `outcomes/milestones_by_hire` and `outcomes/attainment_by_hire`."""
    pace, left = curve_of(milestones, role, PACE), curve_of(milestones, role, EXIT)
    met = _met(attained, role)
    return Fared(
        role,
        int((milestones["role_profile"] == role).sum()),
        pace.median if pace.n >= SMALLEST_GROUP else None,
        wilson(int(met.sum()), len(met)) if len(met) >= SMALLEST_GROUP else None,
        left.event_by(YEAR_DAYS) if left.n >= SMALLEST_GROUP else None,
    )


def fared_table(roles: Sequence[str], milestones: pd.DataFrame, attained: pd.DataFrame) -> pd.DataFrame:
    """How soon the hires of each role sold, with interval and n, and how many they are; a column a role.

    Who met the bar and who stayed stands in the table of every role. Where no hire has a quota, the cell says so.
    """
    lacking = TOO_FEW if milestones["has_quota"].any() else "no quota known"
    rows = {"Measure": [f"{PACE_LABEL}, {OF_PACE}", "Hires it is followed in"]}
    for one in (fared(role, milestones, attained) for role in roles):
        rows[one.role] = [_pace_cell(one.pace, lacking), words.number(one.count)]
    return pd.DataFrame(rows)


def fared_apart(
    first: str, second: str, milestones: Hires, attained: Hires, window: int
) -> tuple[Finding, ...]:
    """The three measures of one role against the other, each judged among every two roles."""
    bar = PairMeasure(
        f"met the bar at month {window}", _met, lambda one, other: difference(*_hits(one), *_hits(other))
    )
    left = PairMeasure(
        "left in the first year",
        partial(curve_of, event=EXIT),
        lambda one, other: difference_by(one, other, YEAR_DAYS),
        ways=BETTER_LOWER,
    )
    measures = ((times_apart(PACE), milestones), (bar, attained), (left, milestones))
    return tuple(one for measure, hires in measures for one in pairs_judged(measure, hires, (first, second)))


def _hits(met: pd.Series[bool]) -> tuple[int, int]:
    return int(met.sum()), len(met)


def _met(attained: pd.DataFrame, role: str) -> pd.Series[bool]:
    known = attained["is_counted"] & attained["met_bar"].notna() & (attained["role_profile"] == role)
    return attained.loc[known, "met_bar"].astype(bool)


def _pace_cell(pace: Median | None, lacking: str) -> str:
    if pace is None:
        return lacking
    if pace.time is None:
        return f"{interval_words(PACE, pace)} · {words.number(pace.n)}"
    return f"{words.number(pace.time)} ({interval_words(PACE, pace)}) · {words.number(pace.n)}"
