"""Invented companies in which nothing is true: whole exports, every table the pages make a comparison of.

No interviewer, pair, panel, source, role, region, office, manager, year of start, background or rating has anything to
do with what a hire sells, how soon, or how long they stay; every offer is as likely to be accepted as any other.
People differ, and luck does: sales come as deals of very unequal size, people ramp up, leave, and have quotas by the
month, the quarter or the year. Who is hired of three candidates is decided by their ratings. In every other company
interviewers differ in how kindly they rate, which is true and then no false claim (`Known.lenient`); in the others they
do not.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from benchmarks import planted
from benchmarks.grounds import Ground
from benchmarks.planted import AS_OF, HEADERS, SOURCES, Row, Scenario, Tables

COMPETENCIES = ("Coachability", "Discovery", "Negotiation", "Organisation", "Persistence")
INDUSTRIES = ("Software", "Telecom", "Banking", "Retail", "Media")
#: All the same job under four names.
ALIKE = tuple((name, 6, 40_000.0) for name in ("Inside", "Field", "Major", "Channel"))
QUOTAS = (1, 3, 12)
TAILS = (0.6, 1.1)  # sigma of the log of a deal: even sizes, and a few deals that make the year
CANDIDATES = 3  # of each hire, one of whom is hired
DECLINING = 0.25  # of openings: the second best had an offer first and said no
LENIENCY, HALO, ERROR = 0.5, 0.5, 0.7  # SD of scores on a scale to 5; candidates differ by 0.7
MANAGERS = 9
MOOD = 0.5  # SD between managers of what they say of their hires; between hires of one manager it is 1
STAGES = ("screen", "first", "panel", "panel", "final")
ADDED = {
    "employees": f"{HEADERS['employees']},manager_id",
    "applications": f"{HEADERS['applications']},ended_on,offered_on,accepted_on",
    "interviews": f"{HEADERS['interviews']},submitted_on,recommendation",
    "ratings": "interview_id,competency,score,scale_max",
    "candidates": "candidate_id,full_name,years_in_sales,previous_industry",
    "role_profiles": "role_profile,version,effective_on,competency,weight",
    "performance_reviews": "employee_id,period_end_on,score,scale_max,reviewer_id,would_hire_again",
}


@dataclass(frozen=True)
class Known:
    """What is true after all: whether interviewers differ in leniency."""

    lenient: bool


def write(folder: Path, hires: int, seed: int) -> Known:
    """Write one company of so many hires; quotas, the size of deals and leniency go by the seed."""
    ground = Ground(
        shift=0.0, roles=ALIKE, months=41, quota_months=QUOTAS[seed % 3], deals=1.5, tail=TAILS[seed // 2 % 2]
    )
    tables, _ = planted.made(hires, Scenario("nothing is true on any page", ground=ground), seed)
    known = Known(seed % 2 == 1)
    random = np.random.default_rng([seed, hires, 10])
    _recruited(tables, random, known)
    _agreed(tables, random)
    _reviewed(tables, np.random.default_rng([seed, hires, 11]))
    planted.kept(folder, tables, {**HEADERS, **ADDED})
    return known


def _agreed(tables: Tables, random: np.random.Generator) -> None:
    """A profile for each role, and a manager for each hire."""
    for role, *_ in ALIKE:
        weights = random.dirichlet([4.0] * len(COMPETENCIES)).round(2)
        rows = zip(COMPETENCIES, weights.tolist(), strict=True)
        tables.setdefault("role_profiles", []).extend((role, "1", "2022-01-01", *row) for row in rows)
    managers = [f"M{place:02d}" for place in range(MANAGERS)]
    tables["employees"] = [
        (*row, managers[int(random.integers(MANAGERS))] if row[3] else "") for row in tables["employees"]
    ]
    for who in managers:
        tables["employees"].append((who, f"Person {who}", "Sales", "", "North", "", "2015-01-05", ""))


def _reviewed(tables: Tables, random: np.random.Generator) -> None:
    """A review of each hire, by a manager who may be easily pleased; no role is better spoken of."""
    header = f"{ADDED['employees']}".split(",")
    hired, manager = header.index("hire_date"), header.index("manager_id")
    mood = {f"M{place:02d}": float(random.normal(0, MOOD)) for place in range(MANAGERS)}
    for row in tables["employees"]:
        whose = str(row[manager]) if len(row) > manager else ""
        if whose:
            seen = mood[whose] + float(random.normal())
            day = date.fromisoformat(str(row[hired])) + timedelta(days=int(random.integers(90, 400)))
            score = int(np.clip(round(3.4 + 0.8 * seen), 1, 5))
            line = (row[0], day, score, 5, whose, "true" if seen > -0.5 else "false")
            tables.setdefault("performance_reviews", []).append(line)


def _recruited(tables: Tables, random: np.random.Generator, known: Known) -> None:
    """Three candidates before each panel, in place of the one: the best rated is hired."""
    people = [str(row[0]) for row in tables["employees"] if not row[3]]
    departments = {
        who: ("Sales", "HR")[place // len(planted.OFFICES) % 2] for place, who in enumerate(people)
    }
    kindness = dict(
        zip(people, random.normal(0, LENIENCY * known.lenient, len(people)).tolist(), strict=True)
    )
    tables["employees"] = [
        (*row[:2], departments.get(str(row[0]), row[2]), *row[3:]) for row in tables["employees"]
    ]
    panels: dict[str, list[str]] = defaultdict(list)
    for _, application, _, who, *_ in tables["interviews"]:
        panels[str(application)].append(str(who))
    hired = tables["applications"]
    for name in ("applications", "interviews", "ratings", "candidates"):
        tables[name] = []
    for row in hired:
        _opening(row, panels[str(row[0])], kindness, random, tables)


def _opening(
    row: Row, panel: list[str], kindness: dict[str, float], random: np.random.Generator, tables: Tables
) -> None:
    """The candidates of one opening, whoever its panel rated best in the place of the hire."""
    seats = random.permutation(panel).tolist()
    scores = _scores(random, [kindness[who] for who in seats])
    order = np.argsort(-scores.mean(axis=(1, 2)))
    declined = bool(random.random() < DECLINING)
    for place, one in enumerate(order.tolist()):
        _application(row, place, declined=declined, random=random, tables=tables)
        seen = (
            seats if place < 2 else seats[: max(1, len(seats) - 2)]
        )  # the weakest is not asked to come again
        _interviews(row, place, seen, scores[one], random, tables)


def _scores(random: np.random.Generator, kindness: list[float]) -> np.ndarray:
    """Whole points of each candidate, interviewer and competency."""
    shape = (CANDIDATES, len(kindness), len(COMPETENCIES))
    general, own = random.normal(0, 0.5, (shape[0], 1, 1)), random.normal(0, 0.5, (shape[0], 1, shape[2]))
    halo = random.normal(0, HALO, (*shape[:2], 1))
    given = 3 + general + own + np.array(kindness)[None, :, None] + halo + random.normal(0, ERROR, shape)
    return np.clip(given.round(), 1, 5)


def _application(
    row: Row, place: int, *, declined: bool, random: np.random.Generator, tables: Tables
) -> None:
    application, candidate, role, source, applied, *_ = row
    offered = applied + timedelta(days=30)  # type: ignore[operator]
    answered = offered + timedelta(days=int(random.integers(2, 9)))
    tail = f"-{place}" if place else ""
    told: tuple[object, ...]
    if place == 0:
        told = (source, applied, "hired", row[6], "", offered, answered)
    else:
        other = SOURCES[int(random.integers(len(SOURCES)))]
        says_no = place == 1 and declined
        told = (other, applied, "offer_declined" if says_no else "rejected", "", answered)
        told += (offered,) if says_no else ()
    tables["applications"].append((f"{application}{tail}", f"{candidate}{tail}", role, *told))
    years, industry = int(random.gamma(2.0, 3.0)), INDUSTRIES[int(random.integers(len(INDUSTRIES)))]
    tables["candidates"].append((f"{candidate}{tail}", f"Candidate {candidate}{tail}", years, industry))


def _interviews(
    row: Row, place: int, seats: list[str], scores: np.ndarray, random: np.random.Generator, tables: Tables
) -> None:
    applied = row[4]
    for seat, who in enumerate(seats):
        day = applied + timedelta(days=10 + seat)  # type: ignore[operator]
        wrote = day + timedelta(days=int(random.integers(0, 5)))
        name = f"V{row[0]}-{place}-{seat}"
        grade = int(np.clip(scores[seat].mean().round() - 1, 1, 4))
        application = f"{row[0]}-{place}" if place else row[0]
        tables["interviews"].append(
            (name, application, STAGES[seat], who, f"{day} 10:00", "held", f"{wrote} 18:00", grade)
        )
        rows = zip(COMPETENCIES, scores[seat].tolist(), strict=True)
        tables["ratings"].extend((name, competency, int(score), 5) for competency, score in rows)


__all__ = ["AS_OF", "Known", "write"]
