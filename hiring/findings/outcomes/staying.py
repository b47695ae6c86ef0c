"""Who stays: the first year by role, how people left, and who left before paying back what they cost.

Frames in, frames and words out.
"""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from hiring import words
from hiring.access.scope import GROSS_MARGIN
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, strongest
from hiring.findings.outcomes.events import EXIT, YEAR_DAYS, curve_of, upper
from hiring.findings.outcomes.pairs import Hires, no_filter, no_surer
from hiring.findings.outcomes.windows import COLUMNS, Compared, compared_row, one_by_one
from hiring.statistics.rates import wilson
from hiring.statistics.survival import Curve, difference_at, kaplan_meier
from hiring.statistics.verdicts import (
    NEUTRAL,
    Comparison,
    Direction,
    Finding,
    Label,
    judge_together,
)

WAYS_OUT = {"voluntary": "by their own choice", "involuntary": "by the company's", "other": "another way"}
STANDING_OUT = {Direction.HIGHER: "more often stay a year", Direction.LOWER: "more often leave within a year"}
SUBTITLE = "Share still employed a year after the start, with its likely range"
PAYBACK_SUBTITLE = (
    f"Cost: pay so far and recruiting; earned: {words.percent(GROSS_MARGIN)} of their own sales, an assumed margin. "
    "Share of all hires with known cost, likely range"
)
NO_COSTS = "What these hires cost is not known, so nobody can be said to have paid it back."
#: Where the files are there and no cost is of any of these hires.
COSTS_OF_OTHERS = "No booked cost is of these hires: of their source and month, or of their employment."
ON_FILE = "High performers counts only those of them whose first year of sales is on file."
COST_TABLES = ("employment_costs", "sourcing_costs", "applications")
NOT_SAID = "with no reason recorded"


def stay_by_role(milestones: pd.DataFrame, among: Hires | None = None) -> Compared:
    """The share still here a year after the start (Kaplan–Meier) of each role, the highest first.

    Each is judged against all others, chosen or not.
    """
    roles = sorted(milestones["role_profile"].astype(str).unique())
    mine = [curve_of(milestones, role, EXIT) for role in roles]
    findings = no_surer(_judged, among or no_filter(milestones), roles)
    rows = [compared_row(finding, curve.at(YEAR_DAYS)) for finding, curve in zip(findings, mine, strict=True)]
    frame = pd.DataFrame(rows, columns=COLUMNS).sort_values("estimate", ascending=False, kind="stable")
    frame = frame.assign(name=frame["group"]).reset_index(drop=True)
    overall = _curve(milestones).at(YEAR_DAYS)
    title = _title(findings, overall.estimate)
    intervals = [
        f"{row['group']} {words.with_interval(row['estimate'], row['low'], row['high'])}"
        for row in frame.to_dict("records")
        if row["verdict"] != Label.TOO_FEW.value
    ]
    exhibit = Exhibit(
        key="stay by role_profile",
        lead=title,
        standfirst=SUBTITLE,
        marks=one_by_one(frame, overall),
        alt=f"{title}: {'; '.join(intervals)}." if intervals else f"{title}.",
        n=len(milestones),
        label=strongest(finding.verdict.label for finding in findings),
        definition=("first_year_retention",),
        note=_ways_out(milestones),
    )
    return Compared("role_profile", exhibit, "role", is_at_window=False)


def _judged(milestones: pd.DataFrame) -> dict[str, Finding]:
    """Each role of these hires against all others, judged together."""
    roles = sorted(milestones["role_profile"].astype(str).unique())
    is_mine = [milestones["role_profile"] == role for role in roles]
    compared = [
        Comparison(
            "still here after a year",
            role,
            "all others",
            difference_at(_curve(milestones[mine]), _curve(milestones[~mine]), YEAR_DAYS),
            ways=NEUTRAL,
        )
        for role, mine in zip(roles, is_mine, strict=True)
    ]
    return {one.comparison.group: one for one in judge_together(compared)}


def _curve(hires: pd.DataFrame) -> Curve:
    return kaplan_meier(hires[EXIT.time].to_numpy(float), hires[EXIT.happened].to_numpy(bool))


def _title(findings: tuple[Finding, ...], overall: float) -> str:
    clear = [finding for finding in findings if finding.verdict.label == Label.CLEAR]
    if clear:
        parts = [
            f"{' and '.join(named)} hires {what} than the others"
            for way, what in STANDING_OUT.items()
            if (named := [f.comparison.group for f in clear if f.verdict.direction == way])
        ]
        return "; ".join(parts)
    if math.isnan(overall):
        return "Nobody has been followed for a year yet"
    stay = f"{words.percent(overall)} of hires stayed a year"
    judged = [finding for finding in findings if finding.verdict.label != Label.TOO_FEW]
    return f"{stay}; no role stands out" if judged else stay


def _ways_out(milestones: pd.DataFrame) -> str:
    """How many stayed a year, left within it (and how), or are still in it: they add up to all hires."""
    is_early = milestones["has_left"] & (milestones["days_to_exit"] <= YEAR_DAYS)
    # Who is here on the last day of the year has stayed it, as on the curve.
    left, stayed = milestones[is_early], int((~is_early & (milestones["days_to_exit"] >= YEAR_DAYS)).sum())
    count, young = len(milestones), len(milestones) - len(left) - stayed
    seen = f"Of {words.counted(count, 'hire')} {words.number(stayed)} stayed a year, {len(left)} left in it"
    kinds = left["termination_type"].map(lambda kind: WAYS_OUT.get(str(kind), NOT_SAID)).value_counts()
    ways = [f"{words.number(kinds[kind])} {kind}" for kind in (*WAYS_OUT.values(), NOT_SAID) if kind in kinds]
    how = f" ({', '.join(ways)})" if len(left) >= SMALLEST_GROUP else ""
    still = f" and {words.number(young)} {'is' if young == 1 else 'are'} still in it" if young else ""
    over = stayed + len(left)
    share = ""
    if young and over:
        plain = f"{words.number(stayed)} of {words.number(over)} is {words.percent(stayed / over)}"
        share = f" ({plain}; the share also counts the days of those still in it.)"
    return f"{seen}{how}{still}.{share}"


def cost_files_missing(company: pd.Series[Any]) -> str:
    """The files that would tell what hires cost and that have not come; "" where all are there."""
    loaded = str(company["tables_loaded"]).split(",")
    return " and ".join(f"{table}.csv" for table in COST_TABLES if table not in loaded)


def payback_title(payback: pd.DataFrame) -> str:
    """How many of those who left had not paid back what they cost."""
    if payback.empty:
        return "Who left before paying back is not known"
    left = payback[payback["has_left"]]
    early = int((~left["has_paid_back"]).sum())
    if left.empty:
        return "Nobody whose cost and sales are known has left"
    if len(left) < SMALLEST_GROUP:
        return "Too few have left to say who had paid back what they cost"
    return upper(
        f"of {words.counted(len(left), 'leaver')} whose cost is known {words.number(early)} left before paying it back"
    )


def payback_note(payback: pd.DataFrame) -> str:
    """Of how many hires the payback is told as of an earlier day, and why; empty where of nobody."""
    count = int(payback["is_cut"].sum())
    if not count:
        return ""
    return (
        f"Of {words.counted(count, 'hire')} as it stood before a time of which the CRM's file lacks deals: what came "
        "later is in no row."
    )


def payback_table(payback: pd.DataFrame) -> pd.DataFrame:
    """A row a role: hires with known costs, how many paid back, left before it, or are still to; shares of all."""
    heads = ["Role", "Left before paying back", "Paid back", "Here, not yet", "Hires"]
    rows = [_payback_row(str(role), one) for role, one in payback.groupby("role_profile", sort=True)]
    if len(rows) > 1:
        rows.append(_payback_row("All", payback))
    return pd.DataFrame(rows, columns=heads)


def _payback_row(role: str, hires: pd.DataFrame) -> list[str]:
    n = len(hires)
    if n < SMALLEST_GROUP:
        return [role, "too few", "too few", "too few", words.number(n)]
    back, left = hires["has_paid_back"].to_numpy(bool), hires["has_left"].to_numpy(bool)
    early = int((left & ~back).sum())
    share = wilson(early, n)
    return [
        role,
        f"{words.number(early)} · {words.with_interval(share.estimate, share.low, share.high)}",
        words.number(int(back.sum())),
        words.number(int((~left & ~back).sum())),
        words.number(n),
    ]
