"""How much of the scale an interviewer uses: one who gives everybody a three tells nobody apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import ndtr

from hiring.statistics.ratings.not_known import Standing, standing
from hiring.statistics.ratings.pooling import pooled
from hiring.statistics.ratings.scorecards import Rated, people
from hiring.statistics.ratings.thresholds import FEWEST_OF_ONE

SMALLEST_SD = 0.05  # points: an interviewer who gave everybody the same still has a logarithm


@dataclass(frozen=True)
class Spread:
    """How wide everybody's scores are, in scale points.

    `interviewers`, the narrowest first: interviewer_id, full_name, department, count_scorecards, count_scores, raw (SD
    of the scores), spread, low, high (drawn in, 95 %), share_of_scale (spread over the widest SD the scale allows),
    count_grades (different grades given), most_given, most_given_share, label (`Standing`, beside the typical spread).
    With fewer than eight scorecards spread is nan. `typical` is the mean spread, `widest` the SD of somebody who gives
    only the lowest and the highest grade.
    """

    interviewers: pd.DataFrame
    typical: float
    widest: float


def spread(found: Rated) -> Spread:
    """Every interviewer's spread: the SD of their scores within each competency, over all they scored."""
    scores = found.scores.assign(
        apart=found.scores["score"]
        - found.scores.groupby(["interviewer_id", "competency"])["score"].transform("mean")
    )
    counted = _counted(scores, found.cards)
    enough = counted["log_variance"].notna()
    drawn = pooled(counted.loc[enough, "log_sd"], counted.loc[enough, "log_variance"])
    known = counted[enough].assign(
        spread=np.exp(drawn.values),
        low=np.exp(drawn.low),
        high=np.exp(drawn.high),
        share_of_scale=np.exp(drawn.values) / (found.width / 2),
    )
    chances = ndtr((drawn.values - drawn.mean) / drawn.sds)
    known["label"] = [
        standing(float(p), int(n), p_alike=drawn.p_alike).value
        for p, n in zip(chances, known["count_scorecards"], strict=True)
    ]
    rows = counted[~enough].assign(label=Standing.TOO_FEW.value)
    told = pd.concat([known.sort_values("spread"), rows]) if len(rows) else known.sort_values("spread")
    told = told.drop(columns=["log_sd", "log_variance"]).reset_index(drop=True)
    return Spread(told, float(np.exp(drawn.mean)), found.width / 2)


def _counted(scores: pd.DataFrame, cards: pd.DataFrame) -> pd.DataFrame:
    """Each interviewer's counts, SD and the logarithm of it with its variance (nan below eight scorecards).

    Scores of one card hang together, so that a card and not a score is what is counted.
    """
    per_card = scores.assign(square=scores["apart"] ** 2).groupby("card")["square"].agg(["sum", "size"])
    per_card["interviewer_id"] = cards["interviewer_id"]
    by_one = per_card.groupby("interviewer_id")
    told = pd.DataFrame(
        {
            "count_scorecards": by_one.size(),
            "count_scores": by_one["size"].sum(),
            "squares": by_one["sum"].sum(),
        }
    )
    free = told["count_scores"] - scores.groupby("interviewer_id")["competency"].nunique()
    variance = (told.pop("squares") / free).where(free > 0)
    per_card["apart"] = per_card["sum"] - per_card["interviewer_id"].map(variance) * per_card["size"]
    error = per_card.groupby("interviewer_id")["apart"].var(ddof=1) * told["count_scorecards"]
    level = variance.clip(lower=SMALLEST_SD**2)
    of_log = (error / (2 * told["count_scores"] * level) ** 2).clip(lower=1 / (2 * told["count_scores"]))
    is_enough = (told["count_scorecards"] >= FEWEST_OF_ONE) & (free > 0)
    told["raw"] = variance**0.5
    told["log_sd"] = np.where(is_enough, 0.5 * np.log(level), np.nan)
    told["log_variance"] = of_log.where(is_enough)
    return people(cards).merge(told.join(_grades(scores)), left_on="interviewer_id", right_index=True)


def _grades(scores: pd.DataFrame) -> pd.DataFrame:
    """How many grades each interviewer gave, and the one given most: of two given as often, the one given first."""
    given = (
        scores.assign(grade=scores["score"].round()).groupby(["interviewer_id", "grade"], sort=False).size()
    )
    counted = given.rename("often").reset_index()
    by_one = counted.groupby("interviewer_id")["often"]
    counted = counted.assign(
        count_grades=by_one.transform("size"), share=counted["often"] / by_one.transform("sum")
    )
    most = counted.sort_values("often", ascending=False, kind="stable").drop_duplicates("interviewer_id")
    names = {"grade": "most_given", "share": "most_given_share"}
    return most.set_index("interviewer_id").rename(columns=names)[["count_grades", *names.values()]]
