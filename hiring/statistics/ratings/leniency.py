"""How many points higher or lower an interviewer rates than others would rate the same candidates.

rating = role + competencies + scale + candidate + interviewer + rest, with candidates and interviewers as crossed
random effects, over every candidate ever rated, hired or not: who was sent on was decided by these ratings, so leaving
out the others would bend them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from hiring.statistics.mixed_model import TooFewRowsError
from hiring.statistics.rates import Z_95
from hiring.statistics.ratings.crossed import Crossed, crossed
from hiring.statistics.ratings.not_known import NO_SHARED_CANDIDATES, TOO_FEW_CARDS, NotKnown, standing
from hiring.statistics.ratings.scorecards import Rated, people


@dataclass(frozen=True)
class Leniency:
    """Every interviewer's leniency in scale points, and what of a rating is whose.

    `interviewers`, the most lenient first: interviewer_id, full_name, department, count_scorecards, count_candidates,
    count_shared (candidates whom a colleague rated too), raw (mean difference from colleagues on those, nan without
    any), leniency, low, high (95 %), probability (of rating higher than the others), reliability, label (`Standing`).
    The three shares are of the variance of one scorecard's rating: what the candidate, the interviewer, and neither
    accounts for. The first is how much two interviewers' scorecards on one candidate agree, in level too.
    """

    interviewers: pd.DataFrame
    candidate_share: float
    interviewer_share: float
    rest_share: float
    interviewer_sd: float
    lowest: float
    highest: float
    count_scorecards: int
    count_candidates: int


def leniency(found: Rated) -> Leniency | NotKnown:
    """Every interviewer's leniency; not known where no candidate was rated by two, or ratings are too few."""
    cards = found.cards
    seen_by = cards.groupby("candidate")["interviewer_id"].transform("nunique")
    if not (seen_by > 1).any():
        return NO_SHARED_CANDIDATES
    known = people(cards)
    number = pd.Categorical(cards["interviewer_id"], categories=known["interviewer_id"]).codes.astype(np.intp)
    try:
        fitted = crossed(
            cards["rating"].to_numpy(float),
            _fixed(found),
            cards["candidate"].to_numpy(np.intp),
            number,
            tuple(known["interviewer_id"].astype(str)),
        )
    except TooFewRowsError:
        return TOO_FEW_CARDS
    counted = _counts(cards.assign(is_shared=seen_by > 1), known)
    rows = counted.assign(
        raw=known["interviewer_id"].map(_raw(cards)),
        leniency=fitted.effects,
        low=fitted.effects - Z_95 * fitted.sds,
        high=fitted.effects + Z_95 * fitted.sds,
        probability=fitted.probabilities,
        reliability=fitted.reliabilities,
    )
    rows["label"] = _labels(rows, fitted.p_alike)
    return _told(rows.sort_values("leniency", ascending=False).reset_index(drop=True), fitted, found)


def without_leniency(found: Rated, lenient: Leniency | NotKnown) -> pd.DataFrame:
    """The cards with `fair_rating`: the rating less its interviewer's leniency (the rating itself where not known)."""
    if isinstance(lenient, NotKnown):
        return found.cards.assign(fair_rating=found.cards["rating"])
    by_id = lenient.interviewers.set_index("interviewer_id")["leniency"]
    return found.cards.assign(fair_rating=found.cards["rating"] - found.cards["interviewer_id"].map(by_id))


def _fixed(found: Rated) -> np.ndarray:
    """Ones, the role, and what share of the card's scores was of each competency and on each scale."""
    cards = found.cards
    columns = [np.ones((len(cards), 1)), _dummies(cards["role_profile"])]
    for name in ("competency", "scale_max"):
        codes, values = found.scores[name].factorize(sort=True)
        shares = np.zeros((len(cards), len(values)))
        np.add.at(shares, (found.scores["card"].to_numpy(), codes), 1.0)
        columns.append(shares[:, 1:] / cards["count_scores"].to_numpy(float)[:, None])
    return np.hstack(columns)


def _dummies(values: pd.Series) -> np.ndarray:
    return pd.get_dummies(values.fillna("Not given"), drop_first=True).to_numpy(float)


def _counts(cards: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    grouped = cards.groupby("interviewer_id")
    shared = cards[cards["is_shared"]].groupby("interviewer_id")["candidate"].nunique()
    ids = known["interviewer_id"]
    return known.assign(
        count_scorecards=ids.map(grouped.size()).astype(int),
        count_candidates=ids.map(grouped["candidate"].nunique()).astype(int),
        count_shared=ids.map(shared).fillna(0).astype(int),
    )


def _raw(cards: pd.DataFrame) -> pd.Series:
    """Each interviewer's mean difference from the mean of the colleagues who rated the same candidate."""
    own = cards.groupby(["candidate", "interviewer_id"])["rating"].mean().reset_index()
    everyone = own.groupby("candidate")["rating"]
    count, total = everyone.transform("size"), everyone.transform("sum")
    shared = own[count > 1]
    others = (total[count > 1] - shared["rating"]) / (count[count > 1] - 1)
    return (shared["rating"] - others).groupby(shared["interviewer_id"]).mean()


def _labels(rows: pd.DataFrame, p_alike: float) -> list[str]:
    facts = zip(rows["probability"], rows["count_scorecards"], rows["reliability"], strict=True)
    return [standing(float(p), int(n), float(r), p_alike=p_alike).value for p, n, r in facts]


def _told(rows: pd.DataFrame, fitted: Crossed, found: Rated) -> Leniency:
    return Leniency(
        rows,
        *fitted.shares,
        interviewer_sd=fitted.rater_variance**0.5,
        lowest=found.lowest,
        highest=found.highest,
        count_scorecards=len(found.cards),
        count_candidates=int(found.cards["candidate"].nunique()),
    )
