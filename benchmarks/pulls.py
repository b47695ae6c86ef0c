"""`python -m benchmarks.pulls`: whether the candidate seen just before pulls a rating, where it does and where not.

Companies of three sizes whose interviewers differ in leniency and in how they feel from week to week, whose openings
draw better and worse candidates, and whose screens decide who goes on. In some nothing pulls; in others a candidate
seen after one a point better is rated lower by a known amount. Figures go to `hiring/statistics/ratings/measured.json`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.evidence import commit
from hiring.statistics.ratings import measured
from hiring.statistics.ratings.contrast import DAYS, Contrast, contrast
from hiring.statistics.ratings.leniency import leniency, without_leniency
from hiring.statistics.ratings.measured import Pulls
from hiring.statistics.ratings.scorecards import rated

START = np.datetime64("2023-01-02T09:00")
WEEKS, ROLES, COMPETENCIES = 156, 3, 4
CANDIDATES = 10  # of each hire
LENIENCY, MOOD, CARRIED, POOL, NOISE = 0.4, 0.25, 0.7, 0.4, 0.7
COMPANIES = {150: 160, 300: 160, 1000: 80}
PULLS = {0.0: 1.0, -0.1: 0.25, -0.2: 0.25}  # and what share of the companies


def cards(seed: int, hires: int, pull: float) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Scorecards and ratings of one company, as the questions give them."""
    random = np.random.default_rng([seed, hires, 24])
    count, people = hires * CANDIDATES, max(12, hires // 10)
    opening = random.integers(0, hires, count)
    begins = random.integers(0, WEEKS - 6, hires)[opening]
    quality = random.normal(0, 0.8, count) + random.normal(0, POOL, hires)[opening]
    role, kind = random.integers(0, ROLES, hires)[opening], random.normal(0, LENIENCY, people)
    mood = _moods(random, people)
    rows = []
    for stage, share, week in (("screen", 1.0, 0), ("first", 0.5, 1), ("final", 0.25, 2)):
        met = np.flatnonzero(quality + random.normal(0, 0.6, count) >= np.quantile(quality, 1 - share))
        half = people // 3
        who = random.integers(0, half, len(met)) if stage == "screen" else None
        who = who if who is not None else half + _busy(random, people - half, len(met))
        minute = (begins[met] + week + random.integers(0, 3, len(met))) * 7 * 1440
        minute = minute + random.integers(0, 5, len(met)) * 1440 + random.integers(0, 16, len(met)) * 30
        rows.append(pd.DataFrame({"candidate": met, "who": who, "stage": stage, "minute": minute}))
    frame = pd.concat(rows).sort_values(["who", "minute"], kind="stable").reset_index(drop=True)
    frame["role"], frame["quality"] = role[frame["candidate"]], quality[frame["candidate"]]
    seen = frame["quality"] + kind[frame["who"]] + mood[frame["who"], frame["minute"] // (7 * 1440)]
    return _written(frame, seen + pull * _before(frame), random)


def _moods(random: np.random.Generator, people: int) -> np.ndarray:
    """How each feels from week to week, which carries over."""
    made = np.zeros((people, WEEKS + 8))
    made[:, 0] = random.normal(0, MOOD, people)
    for week in range(1, made.shape[1]):
        fresh = random.normal(0, MOOD * (1 - CARRIED**2) ** 0.5, people)
        made[:, week] = CARRIED * made[:, week - 1] + fresh
    return made


def _busy(random: np.random.Generator, people: int, count: int) -> np.ndarray:
    weights = 1 / np.arange(1, people + 1) ** 0.5
    return random.choice(people, count, p=weights / weights.sum())


def _before(frame: pd.DataFrame) -> np.ndarray:
    """How much better than usual the candidate of the role was whom the same person saw last, within a week."""
    ordered = frame.sort_values(["who", "role", "minute"], kind="stable")
    grouped = ordered.groupby(["who", "role"])
    near = ordered["minute"] - grouped["minute"].shift() <= DAYS * 1440
    return grouped["quality"].shift().where(near).fillna(0.0).reindex(frame.index).to_numpy()


def _written(
    frame: pd.DataFrame, seen: pd.Series, random: np.random.Generator
) -> tuple[pd.DataFrame, pd.DataFrame]:
    size = (len(frame), COMPETENCIES)
    own = random.normal(0, 0.3, (len(frame), 1))
    scores = np.clip(np.round(3 + seen.to_numpy()[:, None] + own + random.normal(0, NOISE, size)), 1, 5)
    ids = [f"M{place}" for place in range(len(frame))]
    held = START + frame["minute"].to_numpy().astype("timedelta64[m]")
    scorecards = pd.DataFrame(
        {
            "interview_id": ids,
            "application_id": [f"A{one}" for one in frame["candidate"]],
            "candidate_id": [f"C{one}" for one in frame["candidate"]],
            "role_profile": [f"Role {one}" for one in frame["role"]],
            "interviewer_id": [f"I{one:03d}" for one in frame["who"]],
            "full_name": [f"I{one:03d}" for one in frame["who"]],
            "department": np.where(frame["stage"] == "screen", "HR", "Sales"),
            "stage": frame["stage"],
            "scheduled_for": held.astype("datetime64[s]"),
            "recommendation": 3,
            "has_words": False,
        }
    )
    names = [f"Competency {place}" for place in range(COMPETENCIES)]
    ratings = pd.DataFrame(
        {
            "interview_id": np.repeat(ids, COMPETENCIES),
            "competency": names * len(frame),
            "score": scores.ravel(),
            "scale_max": 5.0,
        }
    )
    return scorecards, ratings


def found(seed: int, hires: int, pull: float) -> Contrast | None:
    """What the product finds in one company; None where it says that there are too few."""
    known = rated(*cards(seed, hires, pull))
    told = contrast(without_leniency(known, leniency(known)))  # type: ignore[arg-type]
    return told if isinstance(told, Contrast) else None


def summed(told: Sequence[Contrast | None], hires: int, pull: float) -> Pulls:
    """How often the pull lies below or above what shuffled orders give, over companies of one size and pull."""
    known = [one for one in told if one is not None]
    return Pulls(
        hires,
        pull,
        len(told),
        len(known),
        sum(one.slope < one.low for one in known),
        sum(one.slope > one.high for one in known),
        round(float(np.mean([one.slope - one.shuffled.mean() for one in known])) if known else 0.0, 4),
        round(float(np.median([one.count for one in known])) if known else 0.0),
    )


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pulls", description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="of the companies")
    parser.add_argument("--keep", type=Path, default=measured.FILE, help="file for the figures, as JSON")
    arguments = parser.parse_args()
    rows = []
    for pull, share in PULLS.items():
        for hires, count in COMPANIES.items():
            seeds = range(max(1, round(count * share * arguments.share)))
            rows.append(summed([found(seed, hires, pull) for seed in seeds], hires, pull))
            print(rows[-1], flush=True)
    told = {"measured_on": datetime.now(UTC).date().isoformat(), "commit": commit()}
    kept = {**told, "pulls": [asdict(one) for one in rows]}
    arguments.keep.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
