"""Requisitions: what was opened when, for whom, and how often the wish changed on the way."""

from __future__ import annotations

from dataclasses import dataclass

from numpy.random import Generator

from hiring.sample.days import workday
from hiring.sample.staff import HR, MANAGER, Colleague
from hiring.sample.streams import chance, pick
from hiring.sample.world import (
    AS_OF,
    CLIENTS,
    RECRUITING_ENDS,
    RECRUITING_STARTS,
    REGION_SHARES,
    REGIONS,
    RESTLESS_CLIENT,
    ROLES,
    SEGMENTS,
)

WISHES: tuple[tuple[str, str], ...] = (
    ("language", "a second language is now a must"),
    ("industry", "experience in machinery instead of software"),
    ("seniority", "two years more than agreed at intake"),
    ("territory", "the territory was redrawn after intake"),
    ("travel", "half the week on site"),
    ("salary band", "band lowered by one step"),
)
DAYS_LOST_A_CHANGE = 6


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a requisition after it was opened."""

    day: int
    raised_by: str
    what: str
    detail: str


@dataclass(frozen=True, slots=True)
class Opening:
    """One requisition as it stood at the start; what became of it is in its journeys."""

    opened: int
    intake: int | None
    role: int
    region: int
    segment: int
    openings: int
    client: str
    manager: Colleague
    recruiter: Colleague
    changes: tuple[Change, ...]

    @property
    def days_lost(self) -> int:
        """Days by which the changes held up everything after the screen."""
        return DAYS_LOST_A_CHANGE * len(self.changes)


def available(people: list[Colleague], kind: str, region: int, when: int) -> list[Colleague]:
    """Those of a kind at work on that day, in the region if anyone is."""
    there = [person for person in people if person.kind == kind and person.there_on(when)]
    return [person for person in there if person.region == region] or there


def _changes(random: Generator, opened: int, client: str) -> tuple[Change, ...]:
    count = int(random.poisson(2.1 if client == RESTLESS_CLIENT else 0.28))
    changes = []
    for index, (what, detail) in enumerate(
        WISHES[int(choice)] for choice in random.permutation(len(WISHES))[:count]
    ):
        when = workday(opened + 6 + 8 * index + int(random.integers(0, 12)))
        raised_by = pick(random, ("client", "sales", "hr"), (0.7, 0.25, 0.05) if client else (0.0, 0.8, 0.2))
        text = f"{client}: {detail}" if raised_by == "client" else detail
        if when <= AS_OF:
            changes.append(Change(when, raised_by, what, text))
    return tuple(changes)


def new_opening(random: Generator, people: list[Colleague], most: int) -> Opening:
    """A requisition on some day of the five years (more of them later), for at most `most` people."""
    reach = float(random.random()) ** 0.85
    opened = workday(RECRUITING_STARTS + int(reach * (RECRUITING_ENDS - RECRUITING_STARTS)))
    role = pick(random, range(len(ROLES)), [item.share for item in ROLES])
    region = pick(random, range(len(REGIONS)), REGION_SHARES)
    client = pick(random, CLIENTS, (0.34, 0.2, 0.16, 0.16, 0.14)) if chance(random, 0.32) else ""
    intake = None if chance(random, 0.1) else workday(opened + int(random.integers(0, 9)))
    managers = available(people, MANAGER, region, opened)
    recruiters = available(people, HR, region, opened)
    return Opening(
        opened=opened,
        intake=intake if intake is not None and intake <= AS_OF else None,
        role=role,
        region=region,
        segment=pick(random, range(len(SEGMENTS)), ROLES[role].segments),
        openings=min(most, pick(random, (1, 2, 3), (0.6, 0.28, 0.12))),
        client=client,
        manager=pick(random, managers, [person.busyness for person in managers]),
        recruiter=pick(random, recruiters, [person.busyness for person in recruiters]),
        changes=_changes(random, opened, client),
    )
