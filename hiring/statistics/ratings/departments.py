"""Where HR and Sales differ about the same candidates: on which competency, by how much, and how often they agree."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from hiring.statistics.rates import Interval, mean_interval
from hiring.statistics.ratings.alpha import alpha_interval
from hiring.statistics.ratings.kappa import weighted_kappa
from hiring.statistics.ratings.limits import Limits, limits_of_agreement
from hiring.statistics.ratings.not_known import NotKnown
from hiring.statistics.ratings.scorecards import TOP_RECOMMENDATION, Rated
from hiring.statistics.ratings.thresholds import FEWEST_PAIRS

HR, SALES = "HR", "Sales"


@dataclass(frozen=True)
class DepartmentAgreement:
    """HR's and Sales' ratings of the same candidates, over the competencies both scored.

    `people`: candidate_id, hr, sales, difference (HR less Sales, in scale points), and count_competencies that both
    scored; the widest gap first.
    `competencies`: competency, count_candidates, difference, low, high (95 %; nan below two), the widest gap first.
    `limits` are Bland and Altman's of HR less Sales; `alpha` is Krippendorff's, with the two departments as raters;
    `kappa` is quadratic-weighted, of the two departments' mean recommendations rounded, None where there are none.
    """

    people: pd.DataFrame
    competencies: pd.DataFrame
    limits: Limits
    alpha: Interval
    kappa: Interval | None


def department_agreement(found: Rated) -> DepartmentAgreement | NotKnown:
    """How far HR and Sales agree; not known below thirty candidates rated by both on the same competency."""
    cards = found.cards[["candidate", "candidate_id", "department"]]
    scores = found.scores.merge(cards, left_on="card", right_index=True)
    both = scores.groupby(["candidate", "competency", "department"])["score"].mean().unstack()
    both = both.reindex(columns=[HR, SALES]).dropna().reset_index()
    if both["candidate"].nunique() < FEWEST_PAIRS:
        return _too_few(int(both["candidate"].nunique()))
    people = both.groupby("candidate")[[HR, SALES]].mean()
    names = cards.drop_duplicates("candidate").set_index("candidate")["candidate_id"]
    told = pd.DataFrame(
        {
            "candidate_id": names.loc[people.index].to_numpy(),
            "hr": people[HR].to_numpy(),
            "sales": people[SALES].to_numpy(),
            "count_competencies": both.groupby("candidate").size().to_numpy(),
        }
    )
    told = told.assign(difference=told["hr"] - told["sales"])
    n = len(told)
    return DepartmentAgreement(
        told.sort_values("difference", key=abs, ascending=False, kind="stable").reset_index(drop=True),
        _competencies(both),
        limits_of_agreement(told["hr"], told["sales"]),
        alpha_interval(np.concatenate([told["hr"], told["sales"]]), np.tile(np.arange(n), 2)),
        _kappa(found.cards),
    )


def interviewer_agreement(found: Rated) -> Interval:
    """Krippendorff's alpha over all interviewers and candidates, of one scorecard's rating; n is candidates."""
    own = found.cards.groupby(["candidate", "interviewer_id"])["rating"].mean().reset_index()
    return alpha_interval(own["rating"], own["candidate"])


def _competencies(both: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for competency, own in both.groupby("competency"):
        mean = mean_interval(own[HR] - own[SALES])
        told = {"count_candidates": mean.n, "difference": mean.estimate, "low": mean.low, "high": mean.high}
        rows.append({"competency": competency, **told})
    return pd.DataFrame(rows).sort_values("difference", key=abs, ascending=False, ignore_index=True)


def _kappa(cards: pd.DataFrame) -> Interval | None:
    """Of the two departments' recommendations; several of one department count as their mean, rounded."""
    given = cards[cards["recommendation"].notna()]
    mean = given.assign(recommendation=given["recommendation"].astype(float))
    both = mean.groupby(["candidate", "department"])["recommendation"].mean().unstack()
    both = both.reindex(columns=[HR, SALES]).dropna()
    if both.empty:
        return None
    grades = int(TOP_RECOMMENDATION)
    first, second = ((both[name] + 0.5).astype(int).clip(1, grades) - 1 for name in (HR, SALES))
    table = np.zeros((grades, grades))
    np.add.at(table, (first.to_numpy(), second.to_numpy()), 1.0)
    return weighted_kappa(table)


def _too_few(count: int) -> NotKnown:
    return NotKnown(
        f"{count} candidates were rated by HR and by Sales on the same competency; {FEWEST_PAIRS} are needed.",
        "",
        "Widen the filters, or let both departments score the same competencies.",
    )
