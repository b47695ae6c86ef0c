"""How fast each role ramps: small figures side by side on one scale. Frames in, frames and words out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.config import RAMPED_AT, SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.outcomes.events import PACE, Curves, Gap, half_sentence, interval_words, upper
from hiring.statistics.survival import Median

SHORTEST_RAMP_AXIS = 18  # months: most roles ramp within
MOST_ROLES = 6  # small figures side by side; further roles stand in the table
SUBTITLE = (
    "Sales of three months against full quota by month since the start, of hires of six months or more. Line: the "
    "middle hire that month, leavers as zero; band: the middle half; thin: the other roles. Dot: the month by which "
    f"half have had three months at {words.percent(RAMPED_AT)} of quota; hires do so in different months, so the line "
    "may be lower there"
)
NOBODY_YET = "Too few of these hires have six months of sales on record."
WAIT = "A curve of the first months alone would say little. Choose an earlier period to see one, or wait."
EXPORT = "The CRM's file lacks deals: export them too."
PANELS = 3  # small figures side by side


@dataclass(frozen=True)
class Ramp:
    """One role's small figure under its name and its hires."""

    role: str
    counted: str
    exhibit: Exhibit

    @property
    def crossed(self) -> float | None:
        """The month by which half are at pace; None where that is not known."""
        month: float | None = self.exhibit.marks.given["crossed"]
        return month


def ramp_frame(paces: pd.DataFrame, window: int) -> pd.DataFrame:
    """Rows of the form `ramp`, for the roles with most hires, from the answer to `outcomes/ramp_by_role`.

    Columns role, month, median, low, high (shares of full quota), n. Months with fewer than five hires are left
    out; the axis is as long as the window, 18 months at least.
    """
    frame = paces[paces["count_hires"] >= SMALLEST_GROUP]
    frame = frame[frame["tenure_month"] <= max(window, SHORTEST_RAMP_AXIS)]
    sizes = frame.groupby("role_profile")["count_hires"].max().sort_values(ascending=False, kind="stable")
    frame = frame[frame["role_profile"].isin(sizes.index[:MOST_ROLES])]
    renamed = frame.rename(
        columns={
            "role_profile": "role",
            "tenure_month": "month",
            "middle": "median",
            "count_hires": "n",
        }
    )
    return renamed[["role", "month", "median", "low", "high", "n"]].reset_index(drop=True)


def remedy(gaps: pd.DataFrame) -> str:
    """What would help where there is no curve, from the answer to `shared/sales_gaps`."""
    return EXPORT if len(gaps) else WAIT


def ramps(frame: pd.DataFrame, paces: Curves) -> list[Ramp]:
    """One small figure a role, the role whose half is at pace soonest first."""
    found = []
    for role, rows in frame.groupby("role", sort=True):
        name = str(role)
        median = paces.median(name) if name in paces.roles else None
        crossed = None if median is None else median.time
        pace = "" if median is None else _pace_told(median.time, interval_words(PACE, median))
        exhibit = Exhibit(
            key=f"ramp {name}",
            lead=f"{name}: {pace}" if pace else name,
            standfirst=SUBTITLE,
            marks=Marks("ramp", frame, {"role": name, "crossed": crossed}),
            alt=pace,
            n=int(rows["n"].max()),
            definition=("monthly_attainment", "ramp_time"),
            note=pace,
        )
        found.append(Ramp(name, _counted(int(rows["n"].max()), median), exhibit))
    return sorted(found, key=lambda one: (one.crossed is None, one.crossed or 0, one.role))


def _counted(n: int, pace: Median | None) -> str:
    """ "60 of 72 hires": of how many hires the curve is, of those that the month by its dot is of."""
    of = 0 if pace is None else pace.n
    return (
        f"{words.number(n)} of {words.counted(of, 'hire')}"
        if of > n
        else f"{words.counted(n, 'hire')} of 6+ months"
    )


def _pace_told(time: float | None, likely: str) -> str:
    if time is None:
        return f"half at pace {likely}"
    return f"half at pace by month {words.number(time)}, likely {likely}"


def ramp_title(paces: Curves, gap: Gap | None) -> str:
    """The finding over the small figures: the two roles apart, or when half of all are at pace."""
    if gap is not None and gap.is_clear:
        return half_sentence(paces, (gap.fast, gap.slow))
    time = paces.everyone.median.time
    half = (
        "fewer than half are at quota pace yet"
        if time is None
        else f"half are at quota pace by month {time:.0f}"
    )
    return upper(f"{half}; no role can be told apart" if len(paces.roles) > 1 else half)


def in_rows(found: Sequence[Ramp]) -> list[Sequence[Ramp]]:
    """The small figures in rows of `PANELS`."""
    return [found[start : start + PANELS] for start in range(0, len(found), PANELS)]
