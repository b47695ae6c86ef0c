"""Scorecards with their ratings: what two questions answered, put together for all that is said of ratings."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring.statistics.ratings.not_known import NO_INTERVIEWS, NO_RATINGS, NotKnown

#: The recommendation runs from 1 (strong no) to 4 (strong yes).
TOP_RECOMMENDATION = 4.0
TOP_SCORE = 5.0
OVERALL = "Recommendation"


@dataclass(frozen=True)
class Rated:
    """Scorecards that hold a rating, in the order they were held.

    `cards`: one row a scorecard: those of `craft/scorecards`, `candidate` (a number), `rating` (the mean
    of its scores) and `count_scores`. `scores`: one row a score: card (the row in `cards`), interviewer_id,
    competency, score, scale_max. The scale runs from `lowest` (1, or 0 where a score lies below) to `highest`.
    """

    cards: pd.DataFrame
    scores: pd.DataFrame
    lowest: float
    highest: float
    is_of_competencies: bool
    count_unrated: int

    @property
    def width(self) -> float:
        """How many points the scale is wide."""
        return self.highest - self.lowest


def rated(scorecards: pd.DataFrame, ratings: pd.DataFrame) -> Rated | NotKnown:
    """The scorecards (`craft/scorecards`) with their scores (`craft/ratings`).

    Where no score was exported the recommendation is the only score of a card. Scores of an interview that several
    people held under one id belong to nobody and are left out. Neither frame is changed.
    """
    if scorecards.empty:
        return NO_INTERVIEWS
    single = scorecards[~scorecards.duplicated("interview_id", keep=False)]
    is_of_competencies = not ratings.empty
    if is_of_competencies:
        scores = ratings.merge(single[["interview_id", "interviewer_id"]], on="interview_id")
    else:
        scores = _recommendations(scorecards)
    if scores.empty:
        return NO_RATINGS
    keys = ["interview_id", "interviewer_id"]
    means = scores.groupby(keys, sort=False)["score"].agg(rating="mean", count_scores="size").reset_index()
    cards = scorecards.merge(means, on=keys).reset_index(drop=True)
    cards["candidate"] = cards["candidate_id"].fillna(cards["application_id"]).factorize()[0]
    place = cards[keys].assign(card=cards.index)
    top = TOP_SCORE if is_of_competencies else TOP_RECOMMENDATION
    return Rated(
        cards,
        scores.merge(place, on=keys)[["card", "interviewer_id", "competency", "score", "scale_max"]],
        0.0 if float(scores["score"].min()) < 1 else 1.0,
        top,
        is_of_competencies,
        len(scorecards) - len(cards),
    )


def _recommendations(scorecards: pd.DataFrame) -> pd.DataFrame:
    """The recommendation of each scorecard as its one score."""
    given = scorecards[scorecards["recommendation"].notna()]
    return pd.DataFrame(
        {
            "interview_id": given["interview_id"],
            "interviewer_id": given["interviewer_id"],
            "competency": OVERALL,
            "score": given["recommendation"].astype(float),
            "scale_max": TOP_RECOMMENDATION,
        }
    )


def people(cards: pd.DataFrame) -> pd.DataFrame:
    """One row an interviewer, in order of id: interviewer_id, full_name, department."""
    names = cards[["interviewer_id", "full_name", "department"]].drop_duplicates("interviewer_id")
    return names.sort_values("interviewer_id").reset_index(drop=True)
