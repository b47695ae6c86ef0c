"""Scorecards of a few candidates, score by score."""

from __future__ import annotations

import pandas as pd

from hiring.statistics.ratings.not_known import NotKnown
from hiring.statistics.ratings.scorecards import Rated, rated


def cards_of(*rows: tuple[str, str, str, str, str, dict[str, int]]) -> Rated:
    """Rated scorecards of (candidate, role, stage, department, interviewer, scores by competency)."""
    cards = pd.DataFrame(
        [
            (
                f"I{at}",
                f"A{who}",
                who,
                role,
                stage,
                department,
                by,
                pd.Timestamp("2024-03-04") + pd.Timedelta(days=at),
            )
            for at, (who, role, stage, department, by, _) in enumerate(rows)
        ],
        columns=[
            *("interview_id", "application_id", "candidate_id", "role_profile"),
            *("stage", "department", "interviewer_id", "scheduled_for"),
        ],
    )
    scores = [
        (f"I{at}", competency, float(score), 5.0)
        for at, row in enumerate(rows)
        for competency, score in row[-1].items()
    ]
    found = rated(
        cards.assign(recommendation=None, submitted_on=pd.NaT),
        pd.DataFrame(scores, columns=["interview_id", "competency", "score", "scale_max"]),
    )
    assert not isinstance(found, NotKnown)
    return found
