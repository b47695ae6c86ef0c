"""What the HRIS exports: employees, job changes, reviews and employment costs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from hiring.sample.company import Company
from hiring.sample.days import first_of, iso, month_of
from hiring.sample.logins import BY_EMAIL, BY_ID, STRANGERS
from hiring.sample.sellers import LEAD, Spell
from hiring.sample.staff import OTHER, Colleague
from hiring.sample.streams import chance, stream
from hiring.sample.world import (
    AS_OF,
    CURRENCIES,
    GROWTH,
    MONEY_STARTS,
    REGION_CURRENCY,
    REGIONS,
    ROLES,
    SEGMENTS,
)

Row = tuple[str, ...]
PAYROLL_ON_TOP = 1.24  # employer's share on top of salary


def _staff_row(company: Company, person: Colleague) -> Row:
    manager = "" if person.manager is None else company.people[person.manager].employee_id
    region = REGIONS[person.region] if person.kind != "top" else ""
    ended = (
        ("", "") if person.left is None else (iso(person.left), "voluntary" if person.number % 3 else "other")
    )
    mail = company.staff_mails[person.number]
    hired = iso(person.hired)
    return (
        person.employee_id,
        person.name,
        mail,
        person.department,
        person.title,
        "",
        manager,
        region,
        "",
        hired,
        hired,
        *ended,
    )


def _department(role: int, index: int) -> str:
    """How the HRIS writes a sales department: not the same for everyone."""
    if role == GROWTH:
        return "Account Management"
    return "Business Development" if role == 0 and index % 5 == 0 else "Sales"


def _hire_row(company: Company, spell: Spell, original: int) -> Row:
    """The spell as it was at the hire; what changed later is in job_changes."""
    role = ROLES[spell.role]
    mail = company.mails[spell.person]
    return (
        company.employee_ids[spell.person],
        spell.name,
        mail.upper() if spell.person % 61 == 9 else mail,
        _department(spell.role, spell.person),
        role.title,
        role.name,
        company.people[spell.manager].employee_id,
        REGIONS[spell.region],
        SEGMENTS[spell.segment],
        iso(spell.start),
        iso(original),
        iso(spell.exit),
        spell.exit_type,
    )


def employees(company: Company) -> Iterator[Row]:
    """One row per spell: staff first, then the hires in order of their first day."""
    yield from (_staff_row(company, person) for person in company.people)
    first: dict[int, int] = {}
    for spell in company.hires:
        first.setdefault(spell.person, spell.start)
        yield _hire_row(company, spell, first[spell.person])


def job_changes(company: Company) -> Iterator[Row]:
    """Transfers and promotions to lead, and a few changes of title among the others."""
    for spell in company.hires:
        for change in spell.changes:
            role = ROLES[change.role]
            leads = change.kind == LEAD
            title = f"Team lead, {role.name}" if leads else role.title
            yield (
                company.employee_ids[spell.person],
                iso(change.day),
                title,
                role.name,
                company.people[spell.manager].employee_id,
                REGIONS[change.region],
                SEGMENTS[spell.segment],
                "true" if leads else "false",
            )
    for person in company.people:
        if person.kind == OTHER and person.number % 9 == 0 and person.left is None:
            when = iso(max(person.hired, AS_OF - 700) + person.number)
            yield (
                person.employee_id,
                when,
                f"Senior {person.title[0].lower()}{person.title[1:]}",
                "",
                "",
                "",
                "",
                "false",
            )


def absences(company: Company) -> Iterator[Row]:
    """Longer absences of some of the staff, one of them not over yet; no reason is ever exported."""
    away = [person for person in company.people if person.left is None and person.number % 13 == 3]
    for index, person in enumerate(away):
        first = max(person.hired, AS_OF - 900) + 2 * person.number
        last = first + 45 + 7 * (person.number % 17)
        yield (person.employee_id, iso(first), iso(last) if index < len(away) - 1 else "")


def performance_reviews(company: Company) -> Iterator[Row]:
    """Half-yearly reviews of hires by their manager: closer to the manager's mood than to the sales."""
    random = stream(company.seed, "performance reviews")
    for spell in company.hires:
        half = month_of(spell.start) // 6 + 1
        while first_of(half * 6 + 6) - 1 <= spell.last:
            mood = company.people[spell.manager].leniency
            seen = 0.55 * spell.quality + 0.8 * mood + 0.7 * float(random.standard_normal())
            score = min(5, max(1, round(3.4 + 0.8 * seen)))
            again = "true" if seen > -0.5 else "false"
            if not chance(random, 0.06):
                again = "" if chance(random, 0.05) else again
                period = iso(first_of(half * 6 + 6) - 1)
                yield (
                    company.employee_ids[spell.person],
                    period,
                    str(score),
                    "5",
                    company.people[spell.manager].employee_id,
                    again,
                )
            half += 1


def employment_costs(company: Company) -> Iterator[Row]:
    """Salary, variable pay and the employer's share of every hire, month by month, in the region's currency."""
    random = stream(company.seed, "employment costs")
    for spell in company.hires:
        base = ROLES[spell.role].salary * float(np.exp(random.normal(0, 0.08)))
        for month in range(max(month_of(spell.start), MONEY_STARTS), month_of(spell.last) + 1):
            region = spell.place_on(first_of(month))[1]
            currency = REGION_CURRENCY[region]
            days = min(first_of(month + 1), spell.last + 1) - max(first_of(month), spell.start)
            share = days / (first_of(month + 1) - first_of(month))
            variable = 0.22 * float(np.exp(0.25 * spell.quality)) * (0.7 + 0.6 * random.random())
            euros = base / 12 * share * (1 + variable) * PAYROLL_ON_TOP * 1.03 ** (month // 12 - 2021)
            amount = euros / company.rates[month - MONEY_STARTS, currency]
            yield (
                company.employee_ids[spell.person],
                iso(first_of(month)),
                f"{round(amount / 10) * 10}.00",
                CURRENCIES[currency],
            )


def crm_users(company: Company) -> Iterator[Row]:
    """CRM logins: most with the employee id, some with only an e-mail, some of nobody known."""
    for login in company.logins.all:
        if login.stranger >= 0:
            name, mail = STRANGERS[login.stranger]
            yield (login.owner_id, name, mail, "")
            continue
        name, mail = company.names[login.seller], company.mails[login.seller]
        if login.known_by == BY_ID:
            yield (login.owner_id, name, mail, company.employee_ids[login.seller])
        elif login.known_by == BY_EMAIL:
            yield (login.owner_id, name, mail.title() if login.seller % 2 else f" {mail}", "")
        else:
            yield (login.owner_id, name, f"{mail.split('@')[0]}@before-merger.example", "")
