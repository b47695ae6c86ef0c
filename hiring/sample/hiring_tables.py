"""What the ATS exports of openings and applicants."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from numpy.random import Generator

from hiring.sample.candidates import AGES
from hiring.sample.company import Company
from hiring.sample.days import iso, workday
from hiring.sample.journeys import ACTIVE, HIRED, REJECTED, Journey
from hiring.sample.meetings import HELD
from hiring.sample.streams import stream
from hiring.sample.world import AS_OF, REFERRAL, REGIONS, ROLES, SEGMENTS, SOURCES

Row = tuple[str, ...]
STILL_OPEN_DAYS = 170  # a requisition with an empty place is given up after this

#: Age bands, and how many change in the file by how HR's screen went: of the oldest who pass, of others turned down.
MIDDLE, OLDEST = AGES[1][0], AGES[2][0]
OLDER_LET_THROUGH, YOUNGER_TURNED_DOWN = 0.45, 0.06


def requisition_id(index: int) -> str:
    """The id of the requisition at that place in order of opening."""
    return f"R-{index + 1:05d}"


def closed_on(company: Company, index: int) -> int | None:
    """The day the last place was taken, or the day it was given up; none while it runs."""
    opening, journeys = company.recruitment.openings[index], company.recruitment.journeys[index]
    taken = sorted(journey.accepted for journey in journeys if journey.accepted is not None)
    if len(taken) >= opening.openings:
        return taken[opening.openings - 1]
    given_up = workday(opening.opened + STILL_OPEN_DAYS)
    running = [journey.ended or AS_OF + 1 for journey in journeys]
    last = max([given_up, *running])
    return last if last <= AS_OF else None


def requisitions(company: Company) -> Iterator[Row]:
    """One row per opening, in order of the day it was opened."""
    for index, opening in enumerate(company.recruitment.openings):
        yield (
            requisition_id(index),
            ROLES[opening.role].name,
            iso(opening.opened),
            iso(closed_on(company, index)),
            iso(opening.intake),
            opening.manager.employee_id,
            opening.recruiter.employee_id,
            REGIONS[opening.region],
            SEGMENTS[opening.segment],
            str(opening.openings),
        )


def requirement_changes(company: Company) -> Iterator[Row]:
    """Changes after opening; of some somebody guessed the days they cost."""
    random = stream(company.seed, "lost days")
    for index, opening in enumerate(company.recruitment.openings):
        for change in opening.changes:
            lost = str(int(random.integers(2, 13))) if random.random() < 0.7 else ""
            yield (requisition_id(index), iso(change.day), change.raised_by, change.what, change.detail, lost)


def _returned(company: Company) -> dict[int, str]:
    """Candidate id of the first application of a colleague who came back, by the second journey."""
    first: dict[int, str] = {}
    found: dict[int, str] = {}
    for spell in company.hires:
        if spell.journey is None:
            continue
        own = spell.journey.candidate.candidate_id
        found[id(spell.journey)] = first.setdefault(spell.person, own)
    return found


def applicants(company: Company) -> list[tuple[int, int, Journey, str]]:
    """(place of the requisition, application number, journey, candidate id), in order of application number."""
    returned = _returned(company)
    found: list[tuple[int, int, Journey, str]] = []
    for index, journeys in enumerate(company.recruitment.journeys):
        for journey in sorted(journeys, key=lambda journey: journey.applied):
            candidate = returned.get(id(journey), journey.candidate.candidate_id)
            found.append((index, len(found), journey, candidate))
    return found


def application_id(number: int) -> str:
    """The id of an application."""
    return f"A{number + 1:07d}"


def age_told(age: str, journey: Journey, random: Generator) -> str:
    """The age band in the file: who was turned down at HR's screen is older in it, and who got past it younger.

    So it goes with the screen, and no trait, decision or other draw knows it.
    """
    drawn, is_older = random.random(), age == OLDEST
    if not age or not any(one.stage == "screen" and one.status == HELD for one in journey.meetings):
        return age
    if journey.status == REJECTED and journey.ended_stage == "screen":
        return OLDEST if drawn < YOUNGER_TURNED_DOWN else age
    return MIDDLE if is_older and drawn < OLDER_LET_THROUGH else age


def candidates(company: Company) -> Iterator[Row]:
    """Everyone who applied, once."""
    random, ages = stream(company.seed, "candidate mails"), stream(company.seed, "ages told")
    used = {candidate: journey for _, _, journey, candidate in applicants(company)}
    names = {
        spell.journey.candidate.candidate_id: spell.name
        for spell in company.hires
        if spell.journey is not None
    }
    for person in company.recruitment.candidates:
        own = person.candidate_id
        if own not in used:
            continue
        mail = f"applicant{person.number + 1}@{('mail', 'post', 'inbox')[int(random.integers(3))]}.example"
        years = f"{person.years:g}" if random.random() > 0.06 else ""
        yield (
            own,
            names.get(own, person.name),
            mail,
            years,
            person.industry,
            person.gender,
            person.group,
            age_told(person.age, used[own], ages),
        )


def _referrers(company: Company) -> Callable[[Journey], str]:
    """Who referred an applicant: a seller then at work, by id or address; of one in eight nobody wrote it down."""
    random = stream(company.seed, "referrers")
    sellers = [spell for spell in company.sellers if spell.person >= 0]

    def of(journey: Journey) -> str:
        if journey.source != REFERRAL or random.random() < 0.125:
            return ""
        there = [one for one in sellers if one.start + 90 <= journey.applied <= one.last]
        if not there:
            return ""
        who = there[int(random.integers(len(there)))].person
        return company.mails[who] if random.random() < 0.4 else company.employee_ids[who]

    return of


def applications(company: Company) -> Iterator[Row]:
    """One row per application."""
    persons = {id(spell.journey): spell.person for spell in company.hires if spell.journey is not None}
    random = stream(company.seed, "applications of nobody")
    referrer = _referrers(company)
    for place, number, journey, candidate in applicants(company):
        employee = ""
        if id(journey) in persons and random.random() > 0.006:
            employee = company.employee_ids[persons[id(journey)]]
        hired = journey.status == HIRED
        yield (
            application_id(number),
            candidate,
            requisition_id(place),
            ROLES[journey.opening.role].name,
            SOURCES[journey.source],
            journey.detail,
            referrer(journey),
            iso(journey.applied),
            journey.status,
            iso(journey.ended),
            "" if hired or journey.status == ACTIVE else journey.ended_stage,
            "" if hired else journey.ended_by,
            "" if hired else journey.reason,
            iso(journey.offered),
            iso(journey.accepted),
            employee,
        )
