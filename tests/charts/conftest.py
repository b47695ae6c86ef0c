"""Small frames, invented, in the shape that the forms document."""

from __future__ import annotations

import math

import pandas as pd
import pytest


@pytest.fixture
def cohorts() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "period": ["2024 H1", "2024 H2", "2025 H1"],
            "estimate": [0.54, 0.60, 0.50],
            "low": [0.40, 0.45, 0.30],
            "high": [0.68, 0.73, 0.70],
            "n": [48, 47, 12],
            "is_mature": [True, True, False],
        }
    )


@pytest.fixture
def sources() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["Referral", "Inbound", "Agency", "Career fair", "Internal move"],
            "estimate": [0.68, 0.58, 0.55, 0.41, math.nan],
            "low": [0.57, 0.47, 0.43, 0.28, math.nan],
            "high": [0.78, 0.68, 0.66, 0.54, math.nan],
            "n": [72, 81, 66, 51, 3],
            "verdict": ["Clear", "Leaning", "Can't tell", "Clear", "Too few hires"],
        }
    )


@pytest.fixture
def ramps() -> pd.DataFrame:
    return pd.DataFrame(
        [
            (role, month, pace * month, pace * month / 2, pace * month * 1.5, 40 - month)
            for role, pace in (("Inside sales", 0.1), ("Major accounts", 0.05))
            for month in range(1, 13)
        ],
        columns=["role", "month", "median", "low", "high", "n"],
    )


@pytest.fixture
def tenures() -> pd.DataFrame:
    return pd.DataFrame(
        [
            ("E1", "B. Adeyemi", 1, 0.2, None),
            ("E1", "B. Adeyemi", 2, 0.9, None),
            ("E1", "B. Adeyemi", 3, 1.3, None),
            ("E2", "L. Novak", 1, 0.5, 1),
            ("E3", "L. Novak", 1, None, None),
        ],
        columns=["person_id", "person", "quarter", "attainment", "left_after"],
    )


@pytest.fixture
def curves() -> pd.DataFrame:
    return pd.DataFrame(
        [
            (group, float(time), time * pace, max(0.0, time * pace - 0.1), min(1.0, time * pace + 0.1))
            for group, pace in (("Inside sales", 0.01), ("Major accounts", 0.004))
            for time in range(0, 101, 10)
        ],
        columns=["group", "time", "share", "low", "high"],
    )


@pytest.fixture
def stages() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "stage": ["Applied", "Screen", "Accepted"],
            "n": [4820, 1610, 131],
            "passed": [0.334, 0.081, math.nan],
            "low": [0.32, 0.07, math.nan],
            "high": [0.347, 0.095, math.nan],
            "days": [3.0, 6.0, math.nan],
            "pending": [12, 8, 0],
        }
    )


@pytest.fixture
def files() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["employees.csv", "interviews.csv", "empty.csv"],
            "loaded": [100_000, 900, 0],
            "set_aside": [1, 90, 0],
            "skipped": [0, 10, 0],
        }
    )


@pytest.fixture
def offers() -> pd.DataFrame:
    months = pd.date_range("2024-01-01", periods=14, freq="MS")
    return pd.DataFrame(
        {
            "month": months,
            "estimate": [0.7] * 13 + [0.5],
            "low": [0.5] * 14,
            "high": [0.9] * 14,
            "n": [9] * 14,
            "is_mature": [True] * 13 + [False],
        }
    )
