"""Sellers beside their own managers: how both scored the same candidates, and how any other two of Sales did."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring.statistics.rates import Interval, mean_interval
from hiring.statistics.ratings.apart import far_apart
from hiring.statistics.ratings.departments import SALES
from hiring.statistics.ratings.scorecards import Rated


@dataclass(frozen=True)
class OwnManagers:
    """`sellers`: interviewer_id, manager_id, n (candidates both scored on the same competency), estimate, low, high
    (seller less manager, 95 %; nan below two), most candidates first. `gap`: the same over all, of candidates. `apart`:
    share of scores that lie far apart; `apart_others`: of any other two of Sales.
    """

    sellers: pd.DataFrame
    gap: Interval
    apart: Interval
    apart_others: Interval


def own_managers(found: Rated, managers: pd.DataFrame) -> OwnManagers:
    """`managers`: rows of `alignment/managers`; whoever has no manager among the interviewers is no seller here."""
    both = _twos(found)
    led = set(zip(managers["interviewer_id"], managers["manager_id"], strict=True))
    is_led = pd.Series([two in led for two in zip(both["one"], both["other"], strict=True)], index=both.index)
    leads = pd.Series([two in led for two in zip(both["other"], both["one"], strict=True)], index=both.index)
    own = both[is_led]
    others = both[~is_led & ~leads & (both["one"] < both["other"])]
    return OwnManagers(
        _sellers(own),
        mean_interval(_by_candidate(own).groupby("candidate")["difference"].mean()),
        far_apart(own["difference"], own["candidate"]),
        far_apart(others["difference"], others["candidate"]),
    )


def _twos(found: Rated) -> pd.DataFrame:
    """Any two of Sales on the same candidate and competency, each in both places: candidate, one, other, and
    `difference`, one less other.
    """
    cards = found.cards.loc[found.cards["department"] == SALES, ["candidate", "interviewer_id"]]
    scores = found.scores[["card", "competency", "score"]].merge(cards, left_on="card", right_index=True)
    keys = ["candidate", "competency"]
    means = scores.groupby([*keys, "interviewer_id"], as_index=False)["score"].mean()
    twos: pd.DataFrame = means.merge(means, on=keys, suffixes=("", "_other"))
    twos = twos[twos["interviewer_id"] != twos["interviewer_id_other"]]
    twos = twos.rename(columns={"interviewer_id": "one", "interviewer_id_other": "other"})
    twos["difference"] = twos["score"] - twos["score_other"]
    return twos


def _by_candidate(twos: pd.DataFrame) -> pd.DataFrame:
    return twos.groupby(["candidate", "one", "other"])["difference"].mean().reset_index()


def _sellers(own: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for (seller, manager), mine in _by_candidate(own).groupby(["one", "other"]):
        mean = mean_interval(mine["difference"])
        rows.append((seller, manager, mean.n, mean.estimate, mean.low, mean.high))
    told = pd.DataFrame(rows, columns=["interviewer_id", "manager_id", "n", "estimate", "low", "high"])
    return told.sort_values(["n", "interviewer_id"], ascending=[False, True], ignore_index=True)
