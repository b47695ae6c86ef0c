"""The whole invented company, put together from its parts; the tables are written from it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from hiring.sample.hidden import Hidden, Quality, plant, qualities
from hiring.sample.journeys import Journey
from hiring.sample.logins import Logins, logins
from hiring.sample.names import AWKWARD, NameBook, awkward_places, unique_mailboxes
from hiring.sample.rates import exchange_rates
from hiring.sample.recruiting import Recruitment, recruit
from hiring.sample.sellers import EARLY_HIRES, Spell, early_spells, hired_spells, senior_spells, with_people
from hiring.sample.staff import Colleague, staff
from hiring.sample.territories import Territories, territories
from hiring.sample.world import AS_OF, MAIL


@dataclass(frozen=True)
class Company:
    """All parts. `hires` are the spells with a role profile, in order of start; `sellers` are those and the seniors.

    Every `Spell.person` indexes `names`, `mails` and `employee_ids`, which hold all sellers.
    """

    seed: int
    people: list[Colleague]
    land: Territories
    recruitment: Recruitment
    hidden: Hidden
    hired: list[Journey]
    parts: list[Quality]
    hires: list[Spell]
    sellers: list[Spell]
    names: list[str]
    mails: list[str]
    staff_mails: list[str]
    employee_ids: list[str]
    logins: Logins
    rates: np.ndarray


def _named(spells: list[Spell], seed: int) -> list[Spell]:
    """The spells with the awkward names in their places."""
    own = [spell.person for spell in spells]
    distinct = sorted(set(own))
    places = awkward_places(len(distinct), seed)
    given = {distinct[place]: name for place, name in zip(places.tolist(), AWKWARD, strict=False)}
    return [replace(spell, name=given.get(spell.person, spell.name)) for spell in spells]


def _roster(spells: list[Spell]) -> tuple[list[str], list[str]]:
    """Names and employee ids of all sellers by person; the hires are numbered in order of their first day."""
    names = [""] * (max(spell.person for spell in spells) + 1)
    ids = [""] * len(names)
    given = 0
    for spell in spells:
        names[spell.person] = spell.name
        if spell.colleague is not None:
            ids[spell.person] = spell.colleague.employee_id
        elif not ids[spell.person]:
            given += 1
            ids[spell.person] = f"{10_000 + given:06d}"
    return names, ids


def _mails(people: list[Colleague], names: list[str], seniors: list[Spell]) -> tuple[list[str], list[str]]:
    """Addresses of the staff and of all sellers; a senior seller is both and has one."""
    boxes = [f"{box}@{MAIL}" for box in unique_mailboxes([person.name for person in people] + names)]
    staff_mails, mails = boxes[: len(people)], boxes[len(people) :]
    for spell in seniors:
        if spell.colleague is not None:
            mails[spell.person] = staff_mails[spell.colleague.number]
    return staff_mails, mails


def found(hires: int, seed: int) -> Company:
    """The company with exactly so many sales hires; the same numbers give the same company."""
    book = NameBook(seed)
    people = staff(hires, book, seed)
    land = territories(hires, seed)
    early = min(EARLY_HIRES, hires // 20)
    recruitment = recruit(hires - early, people, book, seed)
    everyone = (journey for journeys in recruitment.journeys for journey in journeys)
    hired = [journey for journey in everyone if journey.start is not None and journey.start <= AS_OF]
    hidden = plant(hired, people, seed)
    parts = qualities(hired, hidden, seed)
    spells = early_spells(early, people, land, book, seed) + hired_spells(
        hired, parts, hidden.favoured_manager, land, seed
    )
    spells = _named(with_people(spells, round(hires / 48), seed), seed)
    seniors = [
        replace(spell, person=len(spells) + index)
        for index, spell in enumerate(senior_spells(people, land, seed))
    ]
    sellers = spells + seniors
    names, ids = _roster(sellers)
    staff_mails, mails = _mails(people, names, seniors)
    return Company(
        seed=seed,
        people=people,
        land=land,
        recruitment=recruitment,
        hidden=hidden,
        hired=hired,
        parts=parts,
        hires=spells,
        sellers=sellers,
        names=names,
        mails=mails,
        staff_mails=staff_mails,
        employee_ids=ids,
        logins=logins(sellers, seed),
        rates=exchange_rates(seed),
    )
