"""When HR and Sales recommend differently: who prevailed, and what became of the hires; counts, no labels.

A department is for a candidate where its recommendations are "yes" or above on the mean (1 strong no to 4 strong yes).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from hiring.statistics.high_performers.expected import HIGH_PERFORMER
from hiring.statistics.outcomes import KEY
from hiring.statistics.rates import mean_interval, squared_and_added
from hiring.statistics.ratings.departments import HR, SALES

YES = 3.0
OUTCOME_COLUMNS = ["outcome", "department", "n_with", "n_without", "difference", "low", "high"]


def votes(cards: pd.DataFrame, applications: pd.DataFrame) -> pd.DataFrame:
    """A row an application on which both departments recommended: `hr` and `sales` (whether they were for it), with
    the columns of `applications` (`alignment/applications_decided`). `cards`: rows of `craft/scorecards`.
    """
    given = cards[cards["recommendation"].notna()]
    mean = given.assign(recommendation=given["recommendation"].astype(float))
    both = mean.groupby(["application_id", "department"])["recommendation"].mean().unstack()
    both = both.reindex(columns=[HR, SALES]).dropna()
    told = pd.DataFrame({"hr": both[HR] >= YES, "sales": both[SALES] >= YES}).reset_index()
    return told.merge(applications, on="application_id", how="inner")


def prevailed(found: pd.DataFrame, hires: pd.DataFrame) -> pd.DataFrame:
    """A row a way to vote (`hr`, `sales`): n applications, count_offers, count_hires, and of the hires with a full
    first year n_judged, count_high_performers and `expected` (by role, region and start year; in hires).

    `hires`: those of the evidence (`HighPerformers.hires`). The four ways stand in order: both for, HR alone, Sales
    alone, neither.
    """
    known = hires[hires[HIGH_PERFORMER].notna()] if len(hires) else hires
    known = known.reindex(columns=[*KEY, HIGH_PERFORMER, "baseline"])
    joined = (
        found.merge(known, on=KEY, how="left")
        if len(found)
        else found.assign(baseline=[], **{HIGH_PERFORMER: []})
    )
    rows = []
    for hr, sales in ((True, True), (True, False), (False, True), (False, False)):
        mine = joined[(joined["hr"] == hr) & (joined["sales"] == sales)]
        judged = mine[mine[HIGH_PERFORMER].notna()]
        rows.append(
            {
                "hr": hr,
                "sales": sales,
                "n": len(mine),
                "count_offers": int(mine["has_offer"].sum()),
                "count_hires": int(mine["is_hired"].sum()),
                "n_judged": len(judged),
                "count_high_performers": int(judged[HIGH_PERFORMER].astype(bool).sum()),
                "expected": float(judged["baseline"].astype(float).sum()),
            }
        )
    return pd.DataFrame(rows)


def held_up(cards: pd.DataFrame, hires: pd.DataFrame, outcomes: dict[str, str]) -> pd.DataFrame:
    """How much higher each department had rated the hires who later did so than those who did not.

    `cards`: rated scorecards (`Rated.cards`); `hires`: those of the evidence; `outcomes`: names by column of `hires`.
    Of hires rated by both departments: `outcome`, `department`, `n_with` and `n_without`, the `difference` of the mean
    ratings in scale points with its 95 % range (nan below two on a side).
    """
    rated = cards.groupby([*KEY, "department"])["rating"].mean().unstack()
    both = rated.reindex(columns=[HR, SALES]).dropna().reset_index()
    joined = both.merge(hires, on=KEY, how="inner") if len(hires) else both.iloc[:0]
    rows = []
    for column, name in outcomes.items():
        known = joined[joined[column].notna()] if column in joined else joined.iloc[:0]
        did = known[column].to_numpy(bool) if len(known) else np.zeros(0, dtype=bool)
        for department in (HR, SALES):
            given = known[department].to_numpy(float)
            with_it, without = mean_interval(given[did]), mean_interval(given[~did])
            low, high = squared_and_added(with_it, without)
            rows.append(
                (name, department, with_it.n, without.n, with_it.estimate - without.estimate, low, high)
            )
    return pd.DataFrame(rows, columns=OUTCOME_COLUMNS)
