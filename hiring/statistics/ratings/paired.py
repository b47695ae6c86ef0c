"""HR less Sales on the same candidates, among the candidates of each role, or of each round that both sat in."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from hiring.statistics.rates import mean_interval
from hiring.statistics.ratings.departments import HR, SALES
from hiring.statistics.ratings.scorecards import Rated

APART = "in different rounds"
COLUMNS = ["group", "n", "estimate", "low", "high", "count_people"]


def paired(found: Rated, by: str) -> pd.DataFrame:
    """A row a candidate and value of the column `by` of the cards: candidate, group, and `difference`, HR less Sales
    over the competencies that both scored there.
    """
    cards = found.cards[["candidate", "department", by]]
    scores = found.scores[["card", "competency", "score"]].merge(cards, left_on="card", right_index=True)
    keys = ["candidate", by]
    means = scores.groupby([*keys, "competency", "department"])["score"].mean().unstack()
    both = means.reindex(columns=[HR, SALES]).dropna()
    gap = (both[HR] - both[SALES]).groupby(keys).mean()
    return gap.rename("difference").reset_index().rename(columns={by: "group"})


def by_competency(found: Rated) -> pd.DataFrame:
    """A row a candidate and competency that both sides scored: `difference`, HR less Sales, and `last`, the day of the
    candidate's last interview.
    """
    cards = found.cards[["candidate", "department"]]
    scores = found.scores[["card", "competency", "score"]].merge(cards, left_on="card", right_index=True)
    means = scores.groupby(["candidate", "competency", "department"])["score"].mean().unstack()
    both = means.reindex(columns=[HR, SALES]).dropna()
    gap = (both[HR] - both[SALES]).rename("difference").reset_index()
    last = pd.to_datetime(found.cards.groupby("candidate")["scheduled_for"].max())
    return gap.assign(last=gap["candidate"].map(last))


def of_all(found: Rated) -> pd.Series:
    """HR less Sales of each candidate, over the competencies both scored wherever that was, by candidate."""
    return paired(_as_one(found), "all").set_index("candidate")["difference"]


def by_role(found: Rated) -> pd.DataFrame:
    """A row a role of `COLUMNS`: n candidates and the mean gap with its 95 % range (nan below two); `count_people` is
    how many interviewers the smaller side had among these candidates. The roles in the order of the alphabet.
    """
    return _summed(found, paired(found, "role_profile"), "role_profile")


def by_round(found: Rated) -> pd.DataFrame:
    """The same for each stage in which both sides scored a candidate, most candidates first; last (`APART`), those whom
    both scored, but never on the same competency in the same stage.
    """
    together = paired(found, "stage")
    rows = _summed(found, together, "stage").sort_values("n", ascending=False, kind="stable")
    whole = _as_one(found)
    everybody = paired(whole, "all")
    rest = everybody[~everybody["candidate"].isin(together["candidate"])]
    return pd.concat([rows, _summed(whole, rest, "all")], ignore_index=True)


def _summed(found: Rated, pairs: pd.DataFrame, by: str) -> pd.DataFrame:
    rows = []
    cards = found.cards[found.cards["department"].isin([HR, SALES])]
    for group, mine in pairs.groupby("group"):
        mean = mean_interval(mine["difference"])
        theirs = cards[(cards[by] == group) & cards["candidate"].isin(mine["candidate"])]
        people = theirs.groupby("department")["interviewer_id"].nunique()
        rows.append((group, mean.n, mean.estimate, mean.low, mean.high, int(people.min())))
    return pd.DataFrame(rows, columns=COLUMNS)


def _as_one(found: Rated) -> Rated:
    """The cards with a column that is the same for all."""
    return replace(found, cards=found.cards.assign(all=APART))
