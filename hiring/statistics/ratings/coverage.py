"""How many of the competencies that a role's profile asks for its scorecards rate, and which of them nobody rates.

Asked for is what stands in the version of the role's profile in force on the day of the interview. No profile says
which stage is to rate what: so a single scorecard may well rate half of them, and what counts is whether anybody did.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring.statistics.rates import mean_interval, rates_of
from hiring.statistics.ratings.not_known import NO_INTERVIEWS, NO_RATINGS, NO_SUBMITTED, NotKnown

SIDES = ("HR", "Sales")
NO_PROFILES = NotKnown(
    "No role profile was in force when these interviews were held.",
    "role_profiles.csv",
    "The file says which competencies each role asks for, and since when.",
)


@dataclass(frozen=True)
class Coverage:
    """What scorecards rate of what is asked for.

    `by_department` and `by_stage` (department, stage): count_cards, count_people (who wrote them), count_asked,
    count_rated, and rate, low, high: the mean over scorecards of the share each rated (95 %). `by_competency`, the
    least rated first: competency, count_candidates (with a scorecard of HR and of Sales where there are any such, whose
    role asks for it), of those count_rated
    (somebody scored it), rate, low, high (Wilson 95 %), and for each department `HR`, `Sales`, ... the share of its
    scorecards that scored it. `count_without`: scorecards of a day without a profile.
    """

    by_department: pd.DataFrame
    by_stage: pd.DataFrame
    by_competency: pd.DataFrame
    count_without: int


def coverage(scorecards: pd.DataFrame, ratings: pd.DataFrame, profiles: pd.DataFrame) -> Coverage | NotKnown:
    """From `craft/scorecards`, `craft/ratings` and `role_profiles/profiles`, of scorecards that came in."""
    if scorecards.empty:
        return NO_INTERVIEWS
    if ratings.empty:
        return NO_RATINGS
    single = scorecards[~scorecards.duplicated("interview_id", keep=False)]
    written = single[single["submitted_on"].notna() | single["interview_id"].isin(ratings["interview_id"])]
    if written.empty:
        return NO_SUBMITTED
    asked = _asked(written, profiles)
    if asked.empty:
        return NO_PROFILES
    scored = ratings[["interview_id", "competency"]].drop_duplicates().assign(is_rated=True)
    asked = asked.merge(scored, on=["interview_id", "competency"], how="left")
    asked["is_rated"] = asked["is_rated"].eq(True)
    return Coverage(
        _by_cards(asked, ["department"]),
        _by_cards(asked, ["department", "stage"]),
        _by_competency(asked),
        len(written) - asked["interview_id"].nunique(),
    )


def _asked(written: pd.DataFrame, profiles: pd.DataFrame) -> pd.DataFrame:
    """A row a scorecard and competency of the version in force that day."""
    versions = profiles[["role_profile", "version", "effective_on"]].drop_duplicates()
    held = pd.to_datetime(written["scheduled_for"]).dt.normalize()
    candidate = written["candidate_id"].fillna(written["application_id"])
    cards = written[["interview_id", "interviewer_id", "role_profile", "department", "stage"]]
    pairs = cards.assign(held=held, candidate=candidate).merge(versions, on="role_profile")
    pairs = pairs[pd.to_datetime(pairs["effective_on"]) <= pairs["held"]]
    latest = pairs.sort_values(["effective_on", "version"]).drop_duplicates("interview_id", keep="last")
    competencies = profiles[["role_profile", "version", "competency"]]
    return latest.merge(competencies, on=["role_profile", "version"])


def _by_cards(asked: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    cards = (
        asked.groupby([*by, "interviewer_id", "interview_id"])["is_rated"].agg(["sum", "size"]).reset_index()
    )
    rows = []
    for key, mine in cards.groupby(by):
        mean = mean_interval(mine["sum"] / mine["size"])
        counts = len(mine), mine["interviewer_id"].nunique(), int(mine["size"].sum()), int(mine["sum"].sum())
        rows.append((*key, *counts, mean.estimate, max(mean.low, 0.0), min(mean.high, 1.0)))
    columns = [*by, "count_cards", "count_people", "count_asked", "count_rated", "rate", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


def _by_competency(asked: pd.DataFrame) -> pd.DataFrame:
    shares = asked.groupby(["competency", "department"])["is_rated"].mean().unstack()
    sides = asked[asked["department"].isin(SIDES)].groupby("candidate")["department"].nunique()
    # Who was turned down at the first side's screen could not be rated on what the other looks at.
    met_both = asked["candidate"].isin(sides.index[sides == len(SIDES)])
    asked = asked[met_both] if met_both.any() else asked
    anybody = asked.groupby(["competency", "candidate"])["is_rated"].any().groupby("competency")
    counts = pd.DataFrame({"count_candidates": anybody.size(), "count_rated": anybody.sum()}).reset_index()
    told = rates_of(counts, successes="count_rated", n="count_candidates")
    ordered = told.sort_values(["rate", "competency"]).reset_index(drop=True)
    return ordered.merge(shares, left_on="competency", right_index=True)
