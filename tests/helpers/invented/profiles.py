"""Hires, ratings and profiles with known slopes, for tests of what is said about role profiles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

COMPETENCIES = ("Closing", "Discovery", "Listening", "Planning")
PROFILE = {
    "version": "1",
    "effective_on": "2025-01-01",
    "is_current": True,
    "minimum_score": 3.0,
    "looks_like": "Asks why",
    "is_must_have": False,
    "agreed_by_sales_on": "2024-12-01",
    "agreed_by_hr_on": "2024-12-05",
}


def profile_rows(role: str, weights: Mapping[str, float], **changed: Any) -> pd.DataFrame:
    """Rows as `role_profiles/profiles` gives them, of one version of one role."""
    rows = [
        {"role_profile": role, "competency": name, "weight": weight, **PROFILE, **changed}
        for name, weight in weights.items()
    ]
    frame = pd.DataFrame(rows)
    days = ["effective_on", "agreed_by_sales_on", "agreed_by_hr_on"]
    return frame.assign(**{day: pd.to_datetime(frame[day]) for day in days})


def company(
    slopes: Mapping[str, Sequence[float]],
    hires: int | Mapping[str, int],
    *,
    seed: int = 1,
    noise: float = 1.0,
    candidates: int = 0,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Outcomes and ratings: role → the true slope of each of the `COMPETENCIES`, and its hires.

    Two interviewers score every hire alike in every competency; `candidates` more people were rated, not hired.
    """
    random = np.random.default_rng(seed)
    outcomes, ratings, number = [], [], 0
    for role, of_role in slopes.items():
        count = hires if isinstance(hires, int) else hires[role]
        z = random.standard_normal((count, len(of_role)))
        score = z @ np.array(of_role) + noise * random.standard_normal(count)
        for traits, result in zip(z, score, strict=True):
            number += 1
            outcomes.append({"employee_id": f"E{number}", "role_profile": role, "score": result})
            ratings += _scores(f"A{number}", f"E{number}", traits)
    for number_left in range(candidates):
        ratings += _scores(f"C{number_left}", None, random.standard_normal(len(COMPETENCIES)))
    return pd.DataFrame(outcomes), ratings_frame(ratings)


def _scores(application: str, employee: str | None, traits: Sequence[float]) -> list[dict[str, Any]]:
    return [
        {
            "application_id": application,
            "interviewer_id": interviewer,
            "competency": name,
            "score": 3 + 0.5 * float(trait),
            "employee_id": employee,
        }
        for name, trait in zip(COMPETENCIES, traits, strict=False)
        for interviewer in ("I1", "I2")
    ]


def ratings_frame(rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows as `role_profiles/ratings` gives them; columns that a row leaves out are empty.

    An interviewer meets a candidate once, and all candidates are for one role, unless a row says otherwise.
    """
    columns = ["application_id", "interviewer_id", "competency", "score", "employee_id", "hire_date"]
    ids = [
        {
            "interview_id": f"{row.get('application_id')} {row.get('interviewer_id')}",
            "role_profile": "Inside",
            **row,
        }
        for row in rows
    ]
    return pd.DataFrame(ids, columns=["interview_id", "role_profile", *columns])
