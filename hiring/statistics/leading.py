"""Who came to lead people: how soon, of which groups, beside what one pace for all would give; who stands ready where.

Frames in (the answers to `leadership/hires` and `leadership/moves`), frames and curves out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from hiring.statistics.rates import wilson
from hiring.statistics.survival import Curve, kaplan_meier

MONTH_DAYS = 365.25 / 12
#: Who has sold for two years or longer may be asked; a team of more than ten sellers to each who leads in it is large.
READY_MONTHS, MANY = 24, 10


def followed(hires: pd.DataFrame) -> pd.DataFrame:
    """The hires who began without leading, with `came` (to lead, on a known day) and `months` until then or to now.

    Left out: who led from the first day, and who leads since a day nobody wrote down.
    """
    days = hires["days_to_lead"].astype("Float64").astype(float)
    from_start, undated = days <= 0, hires["leads_today"].astype(bool) & days.isna()
    kept = hires.assign(came=days.notna(), days=days.fillna(hires["days_observed"].astype(float)))
    kept = kept[~from_start & ~undated]
    return kept.assign(months=kept["days"].clip(lower=0) / MONTH_DAYS).reset_index(drop=True)


def curve(chosen: pd.DataFrame) -> Curve:
    """How long until they lead: who leaves or is too new counts up to then."""
    return kaplan_meier(chosen["months"].to_numpy(float), chosen["came"].to_numpy(bool))


def with_expected(chosen: pd.DataFrame) -> pd.DataFrame:
    """Each hire's `expected`: how many such would have come in the time they were followed, at one pace for all.

    The sum of the company's hazards up to then (Nelson–Aalen), as in a log-rank test, so it adds up to all who came.
    """
    whole = curve(chosen)
    hazard = np.cumsum(whole.events / np.maximum(whole.at_risk, 1)) if whole.n else np.empty(0)
    at = np.searchsorted(whole.times, chosen["months"].to_numpy(float), "right") - 1
    return chosen.assign(expected=hazard[at] if whole.n else np.empty(0))


def groups(chosen: pd.DataFrame, column: str) -> pd.DataFrame:
    """A row a group, the largest first: n, how many came, how many were expected, the range of their share."""
    rows = []
    for name, mine in chosen.groupby(column, sort=True):
        share = wilson(int(mine["came"].sum()), len(mine))
        rows.append(
            {
                "name": str(name),
                "n": len(mine),
                "came": int(mine["came"].sum()),
                "expected": float(mine["expected"].sum()),
                "low": share.low,
                "high": share.high,
            }
        )
    columns = ["name", "n", "came", "expected", "low", "high"]
    return pd.DataFrame(rows, columns=columns).sort_values("n", ascending=False, kind="stable")


def comparable(ratings: pd.DataFrame, chosen: pd.DataFrame) -> pd.DataFrame:
    """Ratings of those who came to lead and of those who could have: two years or longer there; less their role's mean.

    What is taken off is given back as the mean of all, so a score still reads as one.
    """
    could = chosen[chosen["came"] | (chosen["days"] >= READY_MONTHS * MONTH_DAYS)]
    key = ["employee_id", "hire_date"]
    mine = ratings.merge(could[[*key, "came"]], on=key)
    of_role = mine.groupby(["role_profile", "competency"])["score"].transform("mean")
    of_all = mine.groupby("competency")["score"].transform("mean")
    return mine.assign(score=mine["score"] - of_role + of_all)


def bench(hires: pd.DataFrame) -> pd.DataFrame:
    """Sellers of two years or more who met the bar or are high performers, and lead nobody; the longest there first."""
    did = hires[["met_bar", "is_high_performer"]].astype("boolean").fillna(False).any(axis=1)
    ready = hires["is_selling"].astype(bool) & (hires["months_since_hire"] >= READY_MONTHS)
    found = hires[ready & did & hires["is_counted"].astype(bool) & ~hires["leads_today"].astype(bool)]
    return found.sort_values(["sales_start_on", "employee_id"], kind="stable")


def working_in(hires: pd.DataFrame, regions: Sequence[str]) -> pd.DataFrame:
    """Those who work in one of these regions now; of none named, all."""
    return hires[hires["region_now"].isin(regions)].reset_index(drop=True) if regions else hires


def teams(hires: pd.DataFrame) -> pd.DataFrame:
    """A row a team (sellers of today who report to the same person): sellers, leads among them, whether it needs one.

    It does where its lead has left, or where it has more than ten sellers to each who leads in it, its own lead too.
    """
    today = hires[hires["is_selling"].astype(bool) & hires["manager_id"].notna()]
    by = today.groupby("manager_id", sort=True)
    found = pd.DataFrame(
        {
            "n": by.size(),
            "leads": by["leads_today"].sum().astype(int),
            "is_gone": by["is_manager_gone"].any().astype(bool),
        }
    )
    here = found["leads"] + (~found["is_gone"]).astype(int)
    found["is_large"] = found["n"] - found["leads"] > MANY * here
    return found.assign(is_need=found["is_gone"] | found["is_large"])


def teams_of(hires: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """Those of the teams found in which sellers of these hires are."""
    return found[found.index.isin(hires.loc[hires["is_selling"].astype(bool), "manager_id"].dropna())]


def need(hires: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """A row a region: sellers today, who of them leads, how many are in a team in need, how many may be asked.

    `found`: the teams, whole, whichever sellers of them are chosen.
    """
    today = hires[hires["is_selling"].astype(bool)]
    ready = bench(hires).index
    rows = today.assign(
        leads=today["leads_today"].astype(bool),
        in_need=today["manager_id"].map(found["is_need"]).astype("boolean").fillna(False).astype(bool),
        ready=today.index.isin(ready),
    )
    summed = rows.groupby("region_now")[["leads", "in_need", "ready"]].sum().astype(int)
    return summed.assign(n=rows.groupby("region_now").size()).reset_index()
