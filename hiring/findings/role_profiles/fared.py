"""How a role's hires fared: months to quota pace, who met the bar, who left in the first year; two roles side by side.

The figures are those of the page "Outcomes and ramp", for the same hires. Frames in, frozen results out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.config import RAMPED_AT, SMALLEST_GROUP
from hiring.findings.outcomes.events import EXIT, LONGER, PACE, WHOLE_MONTHS, YEAR_DAYS, interval_words
from hiring.statistics.rates import Interval, difference, wilson
from hiring.statistics.survival import Curve, Median, difference_by, difference_of_medians, kaplan_meier
from hiring.statistics.verdicts import BETTER_LOWER, Comparison, Finding, judge_together

PACE_LABEL = f"Months to {words.percent(RAMPED_AT)} of quota"
LEFT_LABEL = "Left in the first year"
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
    pace, left = _pace(milestones, role), _left(milestones, role)
    met = _met(attained, role)
    return Fared(
        role,
        int((milestones["role_profile"] == role).sum()),
        pace.median if pace.n >= SMALLEST_GROUP else None,
        wilson(int(met.sum()), len(met)) if len(met) >= SMALLEST_GROUP else None,
        left.event_by(YEAR_DAYS) if left.n >= SMALLEST_GROUP else None,
    )


def fared_table(
    roles: Sequence[str], milestones: pd.DataFrame, attained: pd.DataFrame, window: int
) -> pd.DataFrame:
    """A row a measure, a column a role, values with their interval as they stand in a table cell.

    Where no hire has a quota, what needs one says so: nobody is "too few" then.
    """
    found = [fared(role, milestones, attained) for role in roles]
    lacking = TOO_FEW if milestones["has_quota"].any() else "no quota known"
    rows = {"Measure": [PACE_LABEL, f"Met the bar at month {window}", LEFT_LABEL, "Hires"]}
    for one in found:
        rows[one.role] = [
            _pace_cell(one.pace, lacking),
            _share_cell(one.met_bar, lacking),
            _share_cell(one.left, TOO_FEW),
            words.number(one.count),
        ]
    return pd.DataFrame(rows)


def fared_apart(
    first: str, second: str, milestones: pd.DataFrame, attained: pd.DataFrame, window: int
) -> tuple[Finding, ...]:
    """The three measures of one role against the other, judged together."""
    pair = (first, second)
    paces, leavers = [_pace(milestones, one) for one in pair], [_left(milestones, one) for one in pair]
    met = [_met(attained, one) for one in pair]
    names = f"{first} hires", f"{second} hires"
    bar = difference(int(met[0].sum()), len(met[0]), int(met[1].sum()), len(met[1]))
    pace = difference_of_medians(*paces)
    left = difference_by(leavers[0], leavers[1], YEAR_DAYS)
    return judge_together(
        [
            Comparison("until half are at quota pace", *names, pace, WHOLE_MONTHS, LONGER),
            Comparison(f"met the bar at month {window}", *names, bar),
            Comparison("left in the first year", *names, left, ways=BETTER_LOWER),
        ]
    )


def _pace(milestones: pd.DataFrame, role: str) -> Curve:
    seen = milestones["is_start_observed"] & milestones["has_quota"]
    mine = milestones[(milestones["role_profile"] == role) & seen]
    return kaplan_meier(mine[PACE.time].to_numpy(float), mine[PACE.happened].to_numpy(bool))


def _left(milestones: pd.DataFrame, role: str) -> Curve:
    mine = milestones[milestones["role_profile"] == role]
    return kaplan_meier(mine[EXIT.time].to_numpy(float), mine[EXIT.happened].to_numpy(bool))


def _met(attained: pd.DataFrame, role: str) -> pd.Series[bool]:
    known = attained["is_counted"] & attained["met_bar"].notna() & (attained["role_profile"] == role)
    return attained.loc[known, "met_bar"].astype(bool)


def _pace_cell(pace: Median | None, lacking: str) -> str:
    if pace is None:
        return lacking
    if pace.time is None:
        return interval_words(PACE, pace)
    return f"{words.number(pace.time)} ({interval_words(PACE, pace)})"


def _share_cell(share: Interval | None, lacking: str) -> str:
    return lacking if share is None else words.with_interval(share.estimate, share.low, share.high)
