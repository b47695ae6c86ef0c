"""A made-up company of hires whose first year counts, drawn by seed."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hiring.statistics.high_performers.expected import HighPerformers, high_performers

DAY = pd.Timestamp("2023-01-02")


def outcomes_of(count: int, seed: int = 0) -> pd.DataFrame:
    """Answers to `evidence/outcomes`: three roles, three regions that differ, three years; some without a quota."""
    random = np.random.default_rng(seed)
    region = random.integers(0, 3, count)
    is_best = random.random(count) < np.array([0.1, 0.2, 0.4])[region]
    return pd.DataFrame(
        {
            "employee_id": [f"H{place:03d}" for place in range(count)],
            "hire_date": DAY,
            "role_profile": np.array(["Inside", "Field", "Major"])[random.integers(0, 3, count)],
            "region": np.array(["East", "North", "South"])[region],
            "segment": "SMB",
            "source": np.array(["Agency", "Referral"])[random.integers(0, 2, count)],
            "start_year": 2022 + random.integers(0, 3, count),
            "profile_version": np.array(["1", "2"])[random.integers(0, 2, count)],
            "years_in_sales": np.where(random.random(count) < 0.1, np.nan, random.uniform(0, 15, count)),
            "previous_industry": None,
            "count_votes": 0,
            "mean_vote": np.nan,
            "is_high_performer": is_best,
            "is_best_fifth": pd.array(is_best, dtype="boolean"),
            "met_bar": pd.array(np.where(random.random(count) < 0.1, None, is_best), dtype="boolean"),
            "has_stayed": random.random(count) < 0.8,
        }
    )


def seats_of(outcomes: pd.DataFrame, seed: int = 0, people: int = 8) -> pd.DataFrame:
    """Answers to `evidence/seats`: two interviewers a hire."""
    random = np.random.default_rng(seed)
    panels = [random.choice(people, 2, replace=False) for _ in range(len(outcomes))]
    seats = outcomes[["employee_id", "hire_date"]]
    seats = seats.loc[seats.index.repeat(2)].reset_index(drop=True)
    return seats.assign(
        interviewer_id=[f"I{who}" for panel in panels for who in panel], department="Sales", stage="panel"
    )


@pytest.fixture
def outcomes() -> pd.DataFrame:
    return outcomes_of(180)


@pytest.fixture
def seats(outcomes: pd.DataFrame) -> pd.DataFrame:
    return seats_of(outcomes)


@pytest.fixture
def kept(outcomes: pd.DataFrame, seats: pd.DataFrame) -> HighPerformers:
    return high_performers(outcomes, seats)
