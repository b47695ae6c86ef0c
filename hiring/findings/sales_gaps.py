"""A time without a won deal is missing from the CRM's file where hires were at work who win many in as long.

A fixed number of days would cry over a company that sells a few large deals a year, or only from autumn to Christmas,
and say nothing of two missing months where something is won every day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

#: So many deals expected and none won: by chance one in twenty thousand times, if deals came evenly, and they do not.
FEWEST_EXPECTED = 10.0
#: Where nothing is known of how often hires win, a quarter without a deal may be.
LONGEST_WITHOUT_A_DEAL = 92
#: A season without sales comes again a year on, for most of its days; what lasts nearly a year is none.
LONGEST_SEASON, SEASON_IN_COMMON, YEAR = 330, 0.8, timedelta(days=365)


@dataclass(frozen=True)
class Gap:
    """From one won deal (or the first opportunity) to the next (or the day the data speak of)."""

    from_on: date
    to_on: date
    is_last: bool
    count_hires: int
    expected: (
        float | None
    )  # deals that the hires then at work would have won; None where their pace is not known
    count_won: int = 0  # deals won within, where several gaps are one

    @property
    def days(self) -> int:
        """How long it lasted."""
        return (self.to_on - self.from_on).days


def missing(gaps: pd.DataFrame) -> list[Gap]:
    """The gaps (`shared/sales_gaps`) in which deals must be missing, in order; those that touch are one."""
    every = list(_read(gaps))
    found: list[Gap] = []
    for gap in every:
        if not _is_missing(gap, every):
            continue
        if found and found[-1].to_on == gap.from_on:
            found[-1] = _joined(found[-1], gap)
        else:
            found.append(gap)
    return found


def _read(gaps: pd.DataFrame) -> Iterator[Gap]:
    for row in gaps.to_dict("records"):
        won, outside = int(row["count_won"]), float(row["days_worked_outside"])
        yield Gap(
            row["from_on"].date(),
            row["to_on"].date(),
            bool(row["is_last"]),
            int(row["count_hires"]),
            won / outside * float(row["days_worked"]) if won and outside > 0 else None,
        )


def _is_missing(gap: Gap, every: Sequence[Gap]) -> bool:
    if gap.expected is None:
        return gap.is_last and gap.days > LONGEST_WITHOUT_A_DEAL
    return gap.expected >= FEWEST_EXPECTED and not any(_is_season(gap, other) for other in every)


def _is_season(gap: Gap, other: Gap) -> bool:
    """Whether the same part of the year before or after was one without a won deal, too."""
    if other is gap or max(gap.days, other.days) > LONGEST_SEASON:
        return False
    shared = (
        min(gap.to_on + year, other.to_on) - max(gap.from_on + year, other.from_on) for year in (YEAR, -YEAR)
    )
    return max(shared).days >= SEASON_IN_COMMON * gap.days


def _joined(first: Gap, then: Gap) -> Gap:
    expected = (first.expected or 0.0) + (then.expected or 0.0)
    most = max(first.count_hires, then.count_hires)
    return Gap(first.from_on, then.to_on, then.is_last, most, expected, first.count_won + 1)
