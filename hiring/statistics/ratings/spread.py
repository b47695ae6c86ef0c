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
    counted = _counted(scores, people(found.cards))
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


def _counted(scores: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Each interviewer's counts, SD and the logarithm of it with its variance (nan below eight scorecards)."""
    rows = [
        _of_one(who, own)
        for who, own in scores.assign(square=scores["apart"] ** 2).groupby("interviewer_id", sort=False)
    ]
    return known.merge(pd.DataFrame(rows), on="interviewer_id")


def _of_one(who: object, scores: pd.DataFrame) -> dict[str, object]:
    """One interviewer. Scores of one card hang together, so that a card and not a score is what is counted."""
    per_card = scores.groupby("card")["square"].agg(["sum", "size"])
    count, cards = len(scores), len(per_card)
    free = count - scores["competency"].nunique()
    variance = float(per_card["sum"].sum()) / free if free > 0 else np.nan
    grades = scores["score"].round().value_counts()
    row: dict[str, object] = {
        "interviewer_id": who,
        "count_scorecards": cards,
        "count_scores": count,
        "raw": variance**0.5,
        "count_grades": len(grades),
        "most_given": float(grades.index[0]),
        "most_given_share": float(grades.iloc[0]) / count,
        "log_sd": np.nan,
        "log_variance": np.nan,
    }
    if cards >= FEWEST_OF_ONE and free > 0:
        level = max(variance, SMALLEST_SD**2)
        error = float((per_card["sum"] - variance * per_card["size"]).var(ddof=1)) * cards / count**2
        row["log_sd"] = 0.5 * np.log(level)
        row["log_variance"] = max(error / (4 * level**2), 1 / (2 * count))
    return row
