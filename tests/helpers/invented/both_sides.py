"""Exports of a company whose HR and Sales rate the same candidates, drawn from a seed; nothing like the sample."""

from __future__ import annotations

import io
from datetime import date

import numpy as np
import pandas as pd

AS_OF = date(2024, 12, 31)
HR, SALES = [f"H{n}" for n in range(6)], [f"S{n}" for n in range(8)]
COMPETENCIES = ("Drive", "Care", "Listening")
GRADES = ("rejected", "withdrawn", "hired", "offer_declined")

STAFF = pd.DataFrame(
    {
        "employee_id": [*HR, *SALES],
        "full_name": [*(f"Hana {n}" for n in range(6)), *(f"Sam {n}" for n in range(8))],
        "work_email": [f"{one.lower()}@firm.example" for one in (*HR, *SALES)],
        "department": ["HR"] * 6 + ["Sales"] * 8,
        "hire_date": "2015-01-01",
        # S0 leads the first half of the sellers, nobody leads S0.
        "manager_id": [*[None] * 7, "S0", "S0", "S0", None, None, None, None],
    }
)
AGREEMENT = pd.DataFrame(
    [
        ("P1", "HR screens who applied", "hr", "applied", "screen_held", 3, "2020-01-01"),
        ("P2", "Sales meets who was screened", "sales", "screen_held", "interview_held", 5, "2020-01-01"),
    ],
    columns=["promise_id", "promise", "owed_by", "starts_at", "ends_at", "within_days", "effective_on"],
)
TOUCHPOINTS = pd.DataFrame(
    [
        (f"T{at}", day, kind)
        for at, (day, kind) in enumerate(
            [
                ("2023-02-01", "sit_down"),
                *(("2024-01-15", "social"), ("2024-02-01", "calibration"), ("2024-02-02", "calibration")),
                *(("2024-08-01", "sit_down"), ("2024-11-04", "sit_down"), ("2025-03-01", "sit_down")),
            ]
        )
    ],
    columns=["touchpoint_id", "held_on", "kind"],
)


def exports(seed: int, count: int = 160) -> dict[str, pd.DataFrame]:
    """Every table; HR held a screen with each candidate, Sales a first talk days later, now and then S0 a last one."""
    random = np.random.default_rng(seed)
    workdays = pd.bdate_range("2023-01-02", "2024-10-31")
    applied = pd.Series(np.sort(random.choice(workdays, count)))
    screened = applied + pd.to_timedelta(random.integers(0, 9, count), unit="D")
    met = screened + pd.to_timedelta(random.integers(1, 14, count), unit="D")
    status = random.choice(GRADES, count, p=[0.5, 0.2, 0.2, 0.1])
    applications = pd.DataFrame(
        {
            "application_id": [f"A{n}" for n in range(count)],
            "candidate_id": [f"C{n}" for n in range(count)],
            "source": "Board",
            "applied_on": applied.dt.date,
            "status": status,
            "ended_on": (met + pd.Timedelta(days=20)).dt.date,
            "role_profile": random.choice(["Desk", "Field"], count),
            "offered_on": [None] * count,
            "reason": reasons(seed, status),
        }
    )
    interviews, ratings = [], []
    for n in range(count):
        rows = [("screen", random.choice(HR), screened[n]), ("first", random.choice(SALES), met[n])]
        if n % 4 == 0:
            rows.append(("final", "S0", met[n] + pd.Timedelta(days=3)))
        for stage, who, day in rows:
            key = f"I{len(interviews)}"
            interviews.append(
                (key, f"A{n}", stage, who, f"{day.date()} 10:00", "held", random.integers(1, 5))
            )
            scored = random.choice(COMPETENCIES, 2, replace=False)
            ratings += [(key, competency, random.integers(1, 6), 5) for competency in scored]
    return {
        "employees": STAFF,
        "applications": applications,
        "interviews": pd.DataFrame(
            interviews,
            columns=[
                *("interview_id", "application_id", "stage", "interviewer_id"),
                *("scheduled_for", "status", "recommendation"),
            ],
        ),
        "ratings": pd.DataFrame(ratings, columns=["interview_id", "competency", "score", "scale_max"]),
        "working_agreement": AGREEMENT,
        "touchpoints": TOUCHPOINTS,
        "candidate_surveys": surveys(seed, applications),
    }


def reasons(seed: int, status: np.ndarray) -> list[str | None]:
    """Of who left by their own decision why, in other letters too; of some nothing, of two something of their own."""
    random = np.random.default_rng(seed + 1)
    given = random.choice(
        ["Pay", "pay", "Too slow", "Moved", None], len(status), p=[0.3, 0.2, 0.25, 0.15, 0.1]
    )
    found = [
        why if one in ("withdrawn", "offer_declined") else None
        for one, why in zip(status, given, strict=True)
    ]
    for at in np.flatnonzero(status == "withdrawn")[:2]:
        found[at] = "Told Sam 3 no"
    return found


def surveys(seed: int, applications: pd.DataFrame) -> pd.DataFrame:
    """What half of them answered, hired ones gladly; some twice, some only after the day of the data."""
    random = np.random.default_rng(seed + 2)
    rows = []
    for row in applications.to_dict("records"):
        for wait in (5, 30, 400)[: int(random.integers(1, 4))]:
            if random.random() < 0.45:
                score = int(random.integers(5, 11) if row["status"] == "hired" else random.integers(0, 11))
                rows.append((row["application_id"], row["ended_on"] + pd.Timedelta(days=wait), score))
    return pd.DataFrame(rows, columns=["application_id", "answered_on", "recommend_score"])


def as_text(tables: dict[str, pd.DataFrame]) -> dict[str, str]:
    """The tables as files have them."""
    return {name: frame.to_csv(index=False) for name, frame in tables.items()}


def read_back(text: str) -> pd.DataFrame:
    """A file as pandas reads it."""
    return pd.read_csv(io.StringIO(text))
