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
def prices() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["Referral", "Agency", "Walk-in"],
            "left": [3000.0, 17_000.0, math.nan],
            "left_low": [2600.0, 16_000.0, math.nan],
            "left_high": [3100.0, 18_000.0, math.nan],
            "left_words": ["3k", "17k", "nothing booked"],
            "right": [0.32, 0.10, math.nan],
            "right_low": [0.22, 0.04, math.nan],
            "right_high": [0.45, 0.22, math.nan],
            "right_words": ["20 of 62", "5 of 49", "too few: 6"],
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
def own_months() -> pd.DataFrame:
    """One person's pace, of which month 4 is not counted, and a role known from month 2 on."""
    return pd.DataFrame(
        [
            (1, 0.0, None, None, None, None, ""),
            (2, 0.5, 0.4, 0.1, 0.8, 30, ""),
            (3, 6.0, 0.6, 0.2, 1.1, 29, ""),
            (4, None, 0.8, 0.3, 1.3, 28, ""),
            (5, 2.0, 0.9, 0.4, 1.4, 27, ""),
        ],
        columns=["month", "own", "median", "low", "high", "n", "of"],
    )


@pytest.fixture
def way() -> pd.DataFrame:
    """Applied, two interviews, of which one was not written down, the start, the first deal."""
    columns = ["section", "when", "what", "detail", "side", "scores", "ratings", "recommends", "is_start"]
    return pd.DataFrame(
        [
            ("Until", "30 Jun", "Applied", "Referral", "", (), "", "", False),
            (
                "Until",
                "4 Jul",
                "H. Hr",
                "HR · screen",
                "HR",
                (3.0, 5.0, 5.0),
                "A 3 · B 5 · C 5",
                "yes",
                False,
            ),
            ("Until", "5 Jul", "S. Sales", "Sales · final", "Sales", (), "", "no scorecard", False),
            ("Until", "1 Aug", "Start", "Inside sales", "", (), "", "", True),
            ("Since", "day 9", "First deal", "", "", (), "", "", False),
        ],
        columns=columns,
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
def people() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "person_id": ["E1", "E2", "E3", "E4"],
            "name": ["Adaeze Okafor", "Mikkel Jensen", "Clara Duarte", "Rohan Patel"],
        }
    )


@pytest.fixture
def pairs() -> pd.DataFrame:
    rows = [
        ("E3 + E1", "E3", "E1", 0.42, 0.12, 0.71, 24, "Clear"),
        ("E2 + E3", "E2", "E3", -0.3, -0.6, 0.02, 14, "Leaning"),
        ("E2 + E4", "E2", "E4", 0.1, -0.2, 0.4, 7, "Can't tell"),
        ("E1 + E4", "E1", "E4", 0.6, -0.4, 1.6, 5, "Too few hires"),
        ("E1 + E9", "E1", "E9", 0.9, 0.5, 1.3, 40, "Clear"),
    ]
    columns = ["id", "first_id", "second_id", "estimate", "low", "high", "n", "verdict"]
    return pd.DataFrame(rows, columns=columns)


@pytest.fixture
def shuffles() -> pd.DataFrame:
    """A hundred values from 0.10 to 0.199, ten of them at or above 0.19."""
    return pd.DataFrame({"value": [0.1 + place / 1000 for place in range(100)], "axis": "spread (SD)"})


@pytest.fixture
def competencies() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["Resilience", "Product knowledge", "Assertiveness", "Curiosity"],
            "weight": [0.2, 0.18, 0.12, math.nan],
            "estimate": [0.21, -0.02, 0.23, math.nan],
            "low": [0.06, -0.16, -0.03, math.nan],
            "high": [0.36, 0.12, 0.49, math.nan],
            "n": [162, 162, 162, 0],
            "verdict": ["Clear", "Can't tell", "Leaning", "Too few hires"],
            "flag": [None, "no support", "under-weighted", None],
            "flag_direction": [None, "lower", "higher", None],
        }
    )


@pytest.fixture
def gaps() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["Assertiveness", "Team play", "Coachability", "Planning"],
            "hr": [3.1, 3.9, 3.8, 4.0],
            "sales": [4.0, 3.5, 3.7, 1.0],
            "gap": [0.9, -0.4, -0.1, -3.0],
            "low": [0.6, -0.8, -0.4, -9.0],
            "high": [1.2, 0.05, 0.2, 9.0],
            "n": [88, 86, 97, 3],
            "verdict": ["Clear", "Leaning", "Can't tell", "Too few hires"],
        }
    )


@pytest.fixture
def buckets() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "bucket": ["1.0–2.6", "2.6–3.4", "3.4–5.0"],
            "estimate": [-0.31, -0.4, 0.33],
            "low": [-0.55, -0.6, 0.1],
            "high": [-0.07, -0.2, 0.56],
            "n": [48, 51, 49],
            "rising": [-0.36, -0.36, 0.33],
        }
    )


@pytest.fixture
def groups() -> pd.DataFrame:
    """Regions of which nothing is claimed, then sources of which something is."""
    return pd.DataFrame(
        [
            ("Region", "DACH", 35.0, 20.0, None, None, None, 116, None, "41 of 116"),
            ("Region", "North America", 6.0, 20.0, None, None, None, 78, None, "5 of 78"),
            ("Source", "Referral", 31.0, 20.0, 27.0, 19.0, 36.0, 62, "Leaning", "19 of 62"),
            ("Source", "Direct outreach", 25.0, 23.0, 24.0, 16.0, 33.0, 55, "Can't tell", "14 of 55"),
            ("Source", "Agency", 12.0, 20.0, 15.0, 8.0, 19.0, 50, "Clear", "6 of 50"),
            ("Source", "Career fair", 0.0, 21.0, None, None, None, 3, "Too few hires", "0 of 3"),
        ],
        columns=[
            "section",
            "name",
            "counted",
            "expected",
            "levelled",
            "low",
            "high",
            "n",
            "verdict",
            "right",
        ],
    )
