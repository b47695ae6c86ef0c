"""What one hire sold: the ramp beside the role's middle half, and the quarters by number."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.hire.answer import NOT_COUNTED, Row, is_open, name_of

RAMP_KEY = "hire_ramp"
RAMP_SUBTITLE = (
    "Sales of three months against full quota, by month since the start. Band and thin line: the role's middle half "
    "and middle hire; dotted: full quota"
)
QUARTERS_SUBTITLE = "Quarters since the start, by number, in the first selling role; own deals only"
NO_QUARTER = "No quarter is counted."
RAMP_TITLE = "The ramp against the role's"


def ramp(row: Row, months: pd.DataFrame, paces: pd.DataFrame) -> Exhibit:
    """Own pace by month beside the role's; `paces` is the answer to `outcomes/ramp_by_role`, of every hire seen."""
    own = months.loc[months["pace"].notna(), ["tenure_month", "pace"]]
    role = str(row["role_profile"])
    if own.empty:
        return undrawn(RAMP_KEY, RAMP_TITLE, RAMP_SUBTITLE)
    band = paces[(paces["role_profile"] == role) & (paces["count_hires"] >= SMALLEST_GROUP)]
    rows = band.rename(columns={"middle": "median", "count_hires": "n"})
    rows = rows[["tenure_month", "median", "low", "high", "n"]].merge(own, how="outer", on="tenure_month")
    last = max(int(own["tenure_month"].max()), 12)
    rows = rows[rows["tenure_month"] <= last].rename(columns={"tenure_month": "month", "pace": "own"})
    rows = rows.sort_values("month").reset_index(drop=True)
    title = ramp_title(rows, role)
    crossed = int(row["months_to_ramp"]) if row["has_ramped"] else None
    return Exhibit(
        key=RAMP_KEY,
        lead=title,
        standfirst=RAMP_SUBTITLE,
        marks=Marks("own_ramp", rows, {"name": name_of(row), "role": role, "crossed": crossed}),
        alt=f"{title}. {RAMP_SUBTITLE}",
        definition=("monthly_attainment", "ramp_time"),
        whose=f"one hire: {name_of(row)}, beside every hire of the role",
    )


def ramp_title(rows: pd.DataFrame, role: str) -> str:
    """How many months lie above, within and below the role's middle half."""
    both = rows[rows["own"].notna() & rows["median"].notna()]
    if both.empty:
        return f"Too few hires of {role} to show their ramp"
    above, below = int((both["own"] > both["high"]).sum()), int((both["own"] < both["low"]).sum())
    is_all = len(both) == rows["own"].notna().sum()
    of = f"of {words.counted(len(both), 'month')}"
    if above >= below and above:
        return f"Above the role's middle half in {words.number(above)} {of}"
    if below:
        return f"Below the role's middle half in {words.number(below)} {of}"
    return f"Within the role's middle half in {'every month' if is_all else f'each {of}'}"


def quarters(months: pd.DataFrame) -> pd.DataFrame:
    """One row a quarter of the calendar's length since the start; nothing of one that is not counted.

    Columns quarter, is_counted, count_deals, revenue, quota, attainment.
    """
    summed = months.groupby("tenure_quarter", as_index=False).agg(
        is_counted=("is_counted", "all"),
        count_deals=("count_deals", lambda values: values.sum(min_count=1)),
        revenue=("revenue", lambda values: values.sum(min_count=1)),
        quota=("quota", lambda values: values.sum(min_count=1)),
    )
    summed["attainment"] = summed["revenue"] / summed["quota"].where(summed["quota"] > 0)
    return summed.rename(columns={"tenure_quarter": "quarter"})


def quarters_title(frame: pd.DataFrame) -> str:
    """ "Five of six quarters above full quota"."""
    counted = frame[frame["is_counted"]]
    if counted.empty:
        return NO_QUARTER.removesuffix(".")
    above = int((counted["attainment"] >= 1).sum())
    of = words.counted(len(counted), "counted quarter")
    return f"{words.number(above) if above else 'None'} of {of} at full quota or above"


def quarters_table(frame: pd.DataFrame, of: Row) -> pd.DataFrame:
    """The quarters in words; a row that is not counted says so, or that by the calendar it is not over, no more."""
    return pd.DataFrame(
        [
            (
                words.number(row["quarter"]),
                words.number(row["count_deals"]) if row["is_counted"] else words.DASH,
                words.money(row["revenue"]) if row["is_counted"] else words.DASH,
                words.money(row["quota"]) if row["is_counted"] else words.DASH,
                words.percent(row["attainment"])
                if row["is_counted"]
                else is_open(of, int(row["quarter"])) or NOT_COUNTED,
            )
            for row in frame.to_dict("records")
        ],
        columns=["Quarter", "Deals", f"Revenue, {of['currency']}", "Full quota", "Of full quota"],
    )
