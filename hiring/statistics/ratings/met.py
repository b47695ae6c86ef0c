"""Who of HR and Sales has met, and how pairs who had met rate and hand over beside pairs who had not.

Two have met from the day after they first sat in one round with a candidate, or at the intake talk of an opening. What
they saw in one round itself says nothing of either kind, and is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring.statistics.rates import Interval, median_interval
from hiring.statistics.ratings.apart import far_apart
from hiring.statistics.ratings.departments import HR, SALES
from hiring.statistics.ratings.scorecards import Rated

#: Who interviewed for a role within so many days of the data is hiring for it.
LATELY = 365
PAIR = ["hr_id", "sales_id"]


@dataclass(frozen=True)
class Beside:
    """Pairs who had met before beside pairs who had not: of each `(had met, had not)`."""

    had: Interval
    had_not: Interval


@dataclass(frozen=True)
class Met:
    """`count_pairs` of HR and Sales hire for the same role, of whom `count_met` have met.

    `unmet`: the others: hr_id, sales_id, role_profiles (in words), n (candidates both interviewed lately), most first.
    `apart`: share of scores of the same competency that lie far apart. `days`: median days from HR's last interview to
    the first by Sales.
    """

    count_pairs: int
    count_met: int
    unmet: pd.DataFrame
    apart: Beside
    days: Beside


def met(found: Rated, cards: pd.DataFrame, meetings: pd.DataFrame, as_of: pd.Timestamp) -> Met:
    """`cards`: rows of `craft/scorecards`, rated or not; `meetings`: rows of `alignment/met_first`."""
    held = cards.assign(held_on=pd.to_datetime(cards["scheduled_for"]).dt.normalize())
    first = meetings.assign(met_on=pd.to_datetime(meetings["met_on"]))
    pairs = _hiring_together(held[held["held_on"] > as_of - pd.Timedelta(days=LATELY)])
    pairs = pairs.merge(first, on=PAIR, how="left")
    unmet = pairs[pairs["met_on"].isna()].sort_values(["n", *PAIR], ascending=[False, True, True])
    return Met(
        len(pairs),
        int(pairs["met_on"].notna().sum()),
        unmet.drop(columns="met_on").reset_index(drop=True),
        _apart(found, first),
        _days(held, first),
    )


def _hiring_together(held: pd.DataFrame) -> pd.DataFrame:
    """A row a pair that interviewed for the same role: their roles in words, and how many candidates both met."""
    roles = held[["interviewer_id", "department", "role_profile"]].drop_duplicates()
    both = _paired(roles, ["role_profile"], [])
    told = both.sort_values("role_profile").groupby(PAIR)["role_profile"].agg(", ".join)
    seen = _paired(
        held[["application_id", "interviewer_id", "department"]].drop_duplicates(), ["application_id"], []
    )
    pairs = told.rename("role_profiles").reset_index()
    counts = seen.groupby(PAIR).size().rename("n").reset_index()
    return pairs.merge(counts, on=PAIR, how="left").fillna({"n": 0}).astype({"n": int})


def _paired(rows: pd.DataFrame, on: list[str], beside: list[str]) -> pd.DataFrame:
    """Each of HR with each of Sales, where they have `on` in common; `beside` stands of both, as `x` and `x_sales`."""
    kept = [*on, "interviewer_id", *beside]
    hr = rows.loc[rows["department"] == HR, kept].rename(columns={"interviewer_id": "hr_id"})
    sales = rows.loc[rows["department"] == SALES, kept].rename(columns={"interviewer_id": "sales_id"})
    return hr.merge(sales, on=on, suffixes=("", "_sales"))


def _had_met(rows: pd.DataFrame, first: pd.DataFrame) -> pd.Series:
    """Whether the two had met before the first of the days on which they saw the candidate."""
    known = rows[PAIR].merge(first, on=PAIR, how="left")["met_on"]
    return pd.Series(known.to_numpy() < rows["seen_on"].to_numpy(), index=rows.index)


def _apart(found: Rated, first: pd.DataFrame) -> Beside:
    """Over every candidate whom both of a pair scored on the same competency, in different rounds."""
    cards = found.cards.assign(held_on=pd.to_datetime(found.cards["scheduled_for"]).dt.normalize())
    kept = ["application_id", "interviewer_id", "department", "stage", "held_on"]
    scores = found.scores[["card", "competency", "score"]].merge(
        cards[kept], left_on="card", right_index=True
    )
    both = _paired(scores, ["application_id", "competency"], ["score", "stage", "held_on"])
    both = both[(both["stage"] != both["stage_sales"]) | (both["held_on"] != both["held_on_sales"])]
    both = both.assign(
        difference=both["score"] - both["score_sales"],
        seen_on=both[["held_on", "held_on_sales"]].min(axis=1),
    ).reset_index(drop=True)
    had = _had_met(both, first)
    return Beside(
        *(far_apart(mine["difference"], mine["application_id"]) for mine in (both[had], both[~had]))
    )


def _days(held: pd.DataFrame, first: pd.DataFrame) -> Beside:
    """From HR's last interview to the first by Sales on a later day, one a candidate handed over."""
    both = _paired(held, ["application_id"], ["held_on"])
    opened = held[held["department"] == SALES].groupby("application_id")["held_on"].min()
    both = both[both["held_on_sales"] == both["application_id"].map(opened)]
    both = both[both["held_on"] < both["held_on_sales"]].sort_values(["held_on", *PAIR])
    one = both.drop_duplicates("application_id", keep="last").reset_index(drop=True)
    days = (one["held_on_sales"] - one["held_on"]).dt.days
    had = _had_met(one.assign(seen_on=one["held_on"]), first)
    return Beside(median_interval(days[had]), median_interval(days[~had]))
