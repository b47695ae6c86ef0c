"""Ratings with a known truth: candidates, interviewers of known leniency and validity, and who was hired."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

START = pd.Timestamp("2024-01-01 09:00")


@dataclass(frozen=True)
class Invented:
    """`scorecards` and `ratings` as the questions give them; `outcomes` of hires; the truth by interviewer number."""

    scorecards: pd.DataFrame
    ratings: pd.DataFrame
    outcomes: pd.DataFrame
    leniency: np.ndarray
    validity: np.ndarray


def invented(
    seed: int,
    hires: int,
    share: float,
    interviewers: int = 30,
    panel: int = 4,
    *,
    validity: tuple[float, float] = (0.35, 0.12),
    halo: float = 0.25,
    lenient: float = 0.4,
) -> Invented:
    """A company whose candidates each met a panel; the `share` its panel rated best was hired.

    A rating is validity × quality + halo (what the whole panel shares) + noise of the interviewer, with variance 1
    among all candidates, plus leniency; the outcome is the quality.
    """
    random = np.random.default_rng(seed)
    count = round(hires / share)
    truth = np.clip(random.normal(*validity, interviewers), 0.02, 0.8)
    leniency = random.normal(0, lenient, interviewers)
    quality, shared = random.normal(size=(2, count))
    weights = 1 / np.arange(1, interviewers + 1) ** 0.5
    chances = np.log(weights) + random.gumbel(size=(count, interviewers))  # draws without replacement
    who = np.argsort(-chances, axis=1)[:, :panel].ravel()
    candidate = np.repeat(np.arange(count), panel)
    rest = np.sqrt(1 - truth[who] ** 2 - halo)
    seen = truth[who] * quality[candidate] + np.sqrt(halo) * shared[candidate]
    seen = seen + rest * random.normal(size=who.size)
    mean = np.bincount(candidate, weights=seen) / panel
    hired = mean >= np.quantile(mean, 1 - share)
    scorecards = _cards(candidate, who, hired)
    scores = {"interview_id": scorecards["interview_id"], "competency": "Discovery"}
    ratings = pd.DataFrame({**scores, "score": 3 + seen + leniency[who], "scale_max": 5.0})
    chosen = np.flatnonzero(hired)
    outcomes = pd.DataFrame(
        {"employee_id": [f"E{c}" for c in chosen], "hire_date": START, "score": quality[chosen]}
    )
    return Invented(scorecards, ratings, outcomes, leniency, truth)


def _cards(candidate: np.ndarray, who: np.ndarray, hired: np.ndarray) -> pd.DataFrame:
    names = [f"I{number:03d}" for number in who]
    return pd.DataFrame(
        {
            "interview_id": [f"M{place}" for place in range(who.size)],
            "application_id": [f"A{c}" for c in candidate],
            "candidate_id": [f"C{c}" for c in candidate],
            "role_profile": "Inside sales",
            "employee_id": [f"E{c}" if hired[c] else None for c in candidate],
            "hire_date": [START if hired[c] else pd.NaT for c in candidate],
            "interviewer_id": names,
            "full_name": [f"Person {name}" for name in names],
            "department": np.where(who % 2 == 0, "HR", "Sales"),
            "stage": "panel",
            "scheduled_for": START,
            "submitted_on": START + pd.Timedelta(hours=3),
            "recommendation": 3,
            "has_words": who % 4 == 0,
        }
    )
