"""Everyone who sells: the hires with their careers, and the senior sellers who were there before."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from hiring.sample.days import day, first_of, month_of
from hiring.sample.hidden import Quality
from hiring.sample.journeys import Journey
from hiring.sample.names import NameBook
from hiring.sample.staff import MANAGER, SENIOR, Colleague
from hiring.sample.streams import chance, pick, stream
from hiring.sample.territories import Territories
from hiring.sample.world import AGENCY, AS_OF, ASSERTIVENESS, REGIONS, ROLES, SEGMENTS, SOURCES

EARLY_HIRES = 4  # hired before the CRM's history begins
DAYS_A_MONTH = 30.44
TRANSFER, LEAD = "transfer", "lead"


@dataclass(frozen=True)
class Change:
    """One change of job: the role and region from then on."""

    day: int
    kind: str
    role: int
    region: int


@dataclass(frozen=True)
class Spell:
    """One employment of one seller. `journey` is empty for those who came before the ATS; `colleague` for hires."""

    role: int
    region: int
    segment: int
    territory: int
    start: int
    quality: float
    manager: int
    exit: int | None = None
    exit_type: str = ""
    changes: tuple[Change, ...] = ()
    journey: Journey | None = None
    parts: Quality | None = None
    colleague: Colleague | None = None
    person: int = -1  # index of the person among all hired people; two spells of a rehire share it
    name: str = ""

    @property
    def last(self) -> int:
        """The last day at work, at most the as-of day."""
        return AS_OF if self.exit is None else self.exit

    def place_on(self, when: int) -> tuple[int, int]:
        """Role and region on a day."""
        role, region = self.role, self.region
        for change in self.changes:
            if change.day <= when:
                role, region = change.role, change.region
        return role, region


def leave(random: Generator, start: int, standing: float) -> tuple[int | None, str]:
    """Exit day and kind of someone who stands so many deviations above the average; none if still there."""
    base = 0.0130 * float(np.exp(-0.55 * standing))
    for month in range(200):
        hazard = base * (0.45 if month < 2 else 1.25 if month < 12 else 0.85)
        if chance(random, min(hazard, 0.5)):
            when = start + int((month + float(random.random())) * DAYS_A_MONTH) + 5
            if when > AS_OF:
                return None, ""
            kinds = ("voluntary", "involuntary", "other")
            return when, pick(random, kinds, (0.36, 0.6, 0.04) if standing < -0.3 else (0.82, 0.14, 0.04))
    return None, ""


def career(random: Generator, spell: Spell, standing: float, assertive: float) -> tuple[Change, ...]:
    """At most one transfer and one promotion to lead; assertive and strong sellers come to lead sooner."""
    changes: list[Change] = []
    role, region = spell.role, spell.region
    if chance(random, 0.12):
        when = first_of(month_of(spell.start) + int(random.integers(9, 30)))
        if chance(random, 0.6):
            role = pick(random, [other for other in range(len(ROLES)) if other != role])
        else:
            region = pick(random, [other for other in range(len(REGIONS)) if other != region])
        changes.append(Change(when, TRANSFER, role, region))
    for month in range(14, 60):
        if chance(random, min(0.4, 0.0075 * float(np.exp(0.6 * standing + 0.55 * assertive)))):
            when = first_of(month_of(spell.start) + month)
            if all(change.day != when for change in changes):
                changes.append(Change(when, LEAD, *_place_at(changes, spell, when)))
            break
    return tuple(
        sorted((change for change in changes if change.day < spell.last), key=lambda change: change.day)
    )


def _place_at(changes: list[Change], spell: Spell, when: int) -> tuple[int, int]:
    return replace(spell, changes=tuple(changes)).place_on(when)


def _territory(random: Generator, journey: Journey, favoured: int, land: Territories) -> int:
    """Agency hires mostly get the hard territories, the favoured manager's hires the easy ones."""
    choices = land.in_cell(journey.opening.region, journey.opening.segment)  # hardest first
    if journey.opening.manager.number == favoured and chance(random, 0.85):
        return choices[-1]
    if SOURCES[journey.source] == SOURCES[AGENCY] and chance(random, 0.9):
        return choices[0]
    return pick(random, choices)


def hired_spells(
    hired: list[Journey], parts: list[Quality], favoured: int, land: Territories, seed: int
) -> list[Spell]:
    """One spell a hired journey, with its exit and its changes of job; in order of start."""
    random = stream(seed, "careers")
    totals = np.array([quality.total for quality in parts])
    standings = (totals - totals.mean()) / totals.std() if len(totals) > 1 else totals * 0
    spells = []
    for journey, quality, standing in zip(hired, parts, standings.tolist(), strict=True):
        opening, start = journey.opening, journey.start or AS_OF
        spell = Spell(
            role=opening.role,
            region=opening.region,
            segment=opening.segment,
            territory=_territory(random, journey, favoured, land),
            start=start,
            quality=float(standing),
            manager=opening.manager.number,
            journey=journey,
            parts=quality,
            name=journey.candidate.name,
        )
        gone, kind = leave(random, start, standing)
        spell = replace(spell, exit=gone, exit_type=kind)
        assertive = journey.candidate.traits[ASSERTIVENESS]
        spells.append(replace(spell, changes=career(random, spell, standing, assertive)))
    return sorted(spells, key=lambda spell: spell.start)


def early_spells(
    count: int, people: list[Colleague], land: Territories, book: NameBook, seed: int
) -> list[Spell]:
    """Hires from before the CRM's history: their first months cannot be seen."""
    random = stream(seed, "early hires")
    managers = [person for person in people if person.kind == MANAGER and person.hired < day(2020, 8, 1)]
    spells = []
    for _ in range(count):
        boss = pick(random, managers)
        segment = int(random.integers(len(SEGMENTS)))
        start = int(random.integers(day(2020, 8, 3), day(2021, 2, 1)))
        spells.append(
            Spell(
                role=pick(random, range(len(ROLES))),
                region=boss.region,
                segment=segment,
                territory=pick(random, land.in_cell(boss.region, segment)),
                start=start,
                quality=round(float(random.normal(0.2, 0.6)), 4),
                manager=boss.number,
                name=book.next(),
            )
        )
    return sorted(spells, key=lambda spell: spell.start)


def senior_spells(people: list[Colleague], land: Territories, seed: int) -> list[Spell]:
    """The senior sellers: no hires (they have no role profile), but they sell from the first day of the CRM."""
    random = stream(seed, "senior sellers")
    spells = []
    for person in people:
        if person.kind != SENIOR:
            continue
        segment = int(random.integers(len(SEGMENTS)))
        territory = pick(random, land.in_cell(person.region, segment))
        standing = round(float(random.normal(0.4, 0.5)), 4)
        role = (0, 1, 2)[segment]
        boss = person.manager if person.manager is not None else 1
        spells.append(
            Spell(
                role,
                person.region,
                segment,
                territory,
                person.hired,
                standing,
                boss,
                person.left,
                colleague=person,
                name=person.name,
            )
        )
    return spells


def with_people(spells: list[Spell], rehires: int, seed: int) -> list[Spell]:
    """Gives every spell its person; some later hires turn out to be colleagues who had left and came back."""
    random = stream(seed, "rehires")
    persons = [replace(spell, person=place) for place, spell in enumerate(spells)]
    taken: set[int] = set()
    for place in random.permutation(len(spells)).tolist():
        later = persons[place]
        if len(taken) >= 2 * rehires:
            break
        if place in taken or later.journey is None or later.start < day(2022, 9, 1):
            continue
        before = [
            other
            for other, spell in enumerate(persons)
            if other not in taken
            and spell.exit_type == "voluntary"
            and spell.exit
            and spell.exit + 130 < later.start
            and spell.journey is not None
            and spell.person == other
            and spell.journey.candidate != later.journey.candidate
        ]
        if before:
            first = pick(random, before)
            persons[place] = replace(later, person=first, name=persons[first].name)
            taken |= {place, first}
    return persons
