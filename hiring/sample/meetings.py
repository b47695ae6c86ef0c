"""Interviews: who sits in, who comes, what each interviewer writes down and when."""

from __future__ import annotations

import math
from dataclasses import dataclass

from numpy.random import Generator

from hiring.sample.candidates import COMMON, Candidate
from hiring.sample.openings import Opening, available
from hiring.sample.staff import HR, MANAGER, SENIOR, Colleague
from hiring.sample.streams import chance, pick
from hiring.sample.world import (
    AGREED_WEIGHTS,
    ASSERTIVENESS,
    COACHABILITY,
    COMMUNICATION,
    ORGANISATION,
)

HELD, NO_SHOW, CANCELLED = "held", "no_show", "cancelled"
#: What HR's screen looks for: assertive candidates lose by it, years in sales are rewarded.
SCREEN_WEIGHTS = (-0.85, 0.32, 0.34, 0.0, 0.0, 0.18, 0.08, 0.10)
SCREEN_YEARS = 0.30
#: HR gives assertiveness less than a seller does for the same person.
HR_ON_ASSERTIVENESS = -0.75
RATED: dict[str, tuple[int, ...]] = {
    "screen": (ASSERTIVENESS, COACHABILITY, COMMUNICATION, ORGANISATION),
    "first": (ASSERTIVENESS, 3, 4, 6, 7),
    "panel": (ASSERTIVENESS, COACHABILITY, 3, 4, COMMUNICATION),
    "technical": (3, 4, 6, COMMUNICATION),
    "final": (ASSERTIVENESS, COACHABILITY, 7),
}
GRADES = (-0.95, -0.05, 0.95)  # views that part the four recommendations


@dataclass(frozen=True, slots=True)
class Meeting:
    """One interviewer in one meeting. `view` is hidden; `submitted` and `minute` make the scorecard's moment."""

    stage: str
    interviewer: Colleague
    day: int
    minute: int
    status: str
    view: float = 0.0
    submitted: int | None = None
    submitted_minute: int = 0
    recommendation: int | None = None
    scores: tuple[tuple[int, int], ...] = ()


def _signal(weights: tuple[float, ...], traits: tuple[float, ...]) -> float:
    """The weighted traits, with standard deviation 1 among all candidates."""
    total, squares = sum(weights), sum(weight * weight for weight in weights)
    spread = math.sqrt((1 - COMMON) * squares + COMMON * total * total)
    return sum(weight * trait for weight, trait in zip(weights, traits, strict=True)) / spread


def view_of(person: Colleague, stage: str, role: int, candidate: Candidate, random: Generator) -> float:
    """What an interviewer makes of a candidate: traits they look for, their own leniency, and noise."""
    if stage == "screen":
        signal = _signal(SCREEN_WEIGHTS, candidate.traits) + SCREEN_YEARS * candidate.years_standardised
    else:
        signal = _signal(AGREED_WEIGHTS[role], candidate.traits)
    return 0.8 * signal + 0.5 * person.leniency + person.noise * float(random.standard_normal())


def _scores(
    person: Colleague, stage: str, candidate: Candidate, view: float, random: Generator
) -> tuple[tuple[int, int], ...]:
    scores = []
    for competency in RATED[stage]:
        if chance(random, 0.04):
            continue
        wary = person.kind == HR and competency == ASSERTIVENESS
        impression = HR_ON_ASSERTIVENESS if wary else 0.25 * view
        seen = candidate.traits[competency] + impression + person.leniency
        points = 3.1 + 0.8 * seen + 0.55 * float(random.standard_normal())
        scores.append((competency, min(5, max(1, round(points)))))
    return tuple(scores)


def _submitted(person: Colleague, held: int, minute: int, random: Generator) -> tuple[int | None, int]:
    """When the scorecard came, if it did: HR mostly the same day, Sales often days later."""
    if chance(random, 0.03 if person.kind == HR else 0.08):
        return None, 0
    hours = float(random.gamma(1.4, 6.0) if person.kind == HR else random.gamma(1.15, 38.0))
    later, within = divmod(minute + 45 + int(hours * 60), 24 * 60)
    within = min(max(within, 7 * 60), 21 * 60)
    return held + later, within


def scorecard(
    person: Colleague, stage: str, role: int, candidate: Candidate, day: int, minute: int, random: Generator
) -> Meeting:
    """A held interview with its view, its scores and its moment."""
    view = view_of(person, stage, role, candidate, random)
    submitted, at = _submitted(person, day, minute, random)
    if submitted is None:
        return Meeting(stage, person, day, minute, HELD, view)
    recommendation = 1 + sum(view >= grade for grade in GRADES)
    scores = _scores(person, stage, candidate, view, random)
    return Meeting(stage, person, day, minute, HELD, view, submitted, at, recommendation, scores)


def _someone(
    people: list[Colleague], kind: str, opening: Opening, day: int, seen: set[int], random: Generator
) -> Colleague | None:
    free = [person for person in available(people, kind, opening.region, day) if person.number not in seen]
    return pick(random, free, [person.busyness for person in free]) if free else None


def _kinds(stage: str, random: Generator) -> tuple[str, ...]:
    if stage in ("panel", "technical"):
        return pick(random, ((SENIOR,), (SENIOR, MANAGER), (SENIOR, HR), (MANAGER,)), (0.35, 0.3, 0.2, 0.15))
    return pick(random, ((SENIOR,), (MANAGER,), (HR,)), (0.42, 0.23, 0.35))


def interviewers(
    stage: str, opening: Opening, people: list[Colleague], day: int, seen: set[int], random: Generator
) -> list[Colleague]:
    """Who sits in at a stage: distinct people, none of whom met this candidate before."""
    if stage == "screen":
        own = opening.recruiter if opening.recruiter.there_on(day) and chance(random, 0.75) else None
        chosen = [own or _someone(people, HR, opening, day, seen, random)]
    elif stage == "first":
        own = opening.manager if opening.manager.there_on(day) and chance(random, 0.7) else None
        chosen = [own or _someone(people, MANAGER, opening, day, seen, random)]
    else:
        chosen = []
        for kind in _kinds(stage, random):
            met = seen | {person.number for person in chosen if person}
            chosen.append(_someone(people, kind, opening, day, met, random))
    return [person for person in chosen if person]
