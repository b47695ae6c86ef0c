"""The score of a suggestion, 0-100, and what it is made of: how alike the names are, and what else speaks for it.

| part | points | what for |
|---|---|---|
| name | 0 to 50 | words of the name that agree: case, accents, order, titles and short forms aside |
| address | 0 or 10 | the same before the @ |
| id | 0, 5 or 10 | the employee number given there (10) or the login's own id (5), zeros apart |
| dates | -25 to 15 | what was done there lies within the employment, and begins with it |
| region | -5 to 5 | deals, interviews or the application lie in the person's region |
| role | -5 to 5 | the job that people there usually have |
| free | -10 to 5 | nobody is found for the person in that system yet |

The points are a rule of thumb, tuned on invented companies whose truth is known (`tests/identity`). A score only
puts suggestions in order: whatever it is, a person decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hiring.identity.evidence import ATS_APPLICATION, ATS_USER, CRM, Alike, Employee, Login

NAME, MAILBOX, GIVEN_ID, OWN_ID = 50, 10, 10, 5
WITHIN, BEGINS, OUTSIDE = 5, 10, -25
SUITS, DIFFERS = 5, -5
FREE, TAKEN = 5, -10
#: Days a record may lie before the first day in the HR file, and after the last: handovers and late bookings.
EARLY, LATE = timedelta(days=31), timedelta(days=92)
#: A first deal, or a first day after the application, comes within a year.
BEGINNING = timedelta(days=366)
#: Below this a suggestion would more often be wrong than right.
LEAST = 50
STRONG, FAIR = 80, 65
#: Departments whose people interview.
INTERVIEWING = ("Sales", "HR")


@dataclass(frozen=True)
class Part:
    """One reason for or against: which part, its points, and why, in words."""

    name: str
    points: int
    why: str


def strength(score: int) -> str:
    """A score in a word: `strong`, `fair` or `weak`."""
    return "strong" if score >= STRONG else "fair" if score >= FAIR else "weak"


def total(parts: tuple[Part, ...]) -> int:
    """The score, 0-100."""
    return max(0, min(100, sum(part.points for part in parts)))


def parts(login: Login, employee: Employee, alike: Alike) -> tuple[Part, ...]:
    """What speaks for and against, each with its points; parts that say nothing are left out."""
    found = (
        _name(alike),
        _mailbox(alike),
        _id(alike),
        _dates(login, employee),
        _region(login, employee),
        _role(login, employee),
        _free(login, employee),
    )
    return tuple(part for part in found if part is not None and part.points)


def _name(alike: Alike) -> Part:
    points = round(NAME * alike.name_share)
    if alike.name_share >= 0.995:
        return Part("name", points, "same name")
    if alike.count_alike >= max(2, alike.count_words):
        return Part("name", points, "names spelt alike")
    if not alike.count_alike:
        return Part("name", 0, "")
    return Part("name", points, f"{alike.count_alike} of {max(2, alike.count_words)} names agree")


def _mailbox(alike: Alike) -> Part | None:
    return Part("address", MAILBOX, "same address before the @") if alike.is_mailbox_alike else None


def _id(alike: Alike) -> Part | None:
    if alike.is_given_id_alike:
        return Part("id", GIVEN_ID, "the employee number given there, zeros apart")
    # Ids that count up from 1 in both systems agree by chance: without a name they say nothing.
    if alike.is_own_id_alike and alike.count_alike:
        return Part("id", OWN_ID, "same id, zeros apart")
    return None


def _dates(login: Login, employee: Employee) -> Part | None:
    if login.first_on is None or employee.first_hired_on is None:
        return None
    if login.system == ATS_APPLICATION:
        return _start_after_application(login.first_on, employee)
    noun = "deals" if login.system == CRM else "interviews"
    if login.first_on < employee.first_hired_on - EARLY:
        return Part("dates", OUTSIDE, f"{noun} before the first day at work")
    if employee.left_on and (login.last_on or login.first_on) > employee.left_on + LATE:
        return Part("dates", OUTSIDE, f"{noun} long after the last day at work")
    if login.system == CRM and _begins(login.first_on, employee):
        return Part("dates", WITHIN + BEGINS, "first deal within a year of being hired")
    return Part("dates", WITHIN, f"{noun} while employed")


def _begins(first_on: date, employee: Employee) -> bool:
    hired = (employee.first_hired_on, employee.last_hired_on)
    return any(day is not None and day - EARLY <= first_on <= day + BEGINNING for day in hired)


def _start_after_application(applied_on: date, employee: Employee) -> Part:
    hired = (employee.first_hired_on, employee.last_hired_on)
    if any(day is not None and applied_on <= day <= applied_on + BEGINNING for day in hired):
        return Part("dates", WITHIN + BEGINS, "started within a year of applying")
    return Part("dates", OUTSIDE, "did not start within a year of applying")


def _region(login: Login, employee: Employee) -> Part | None:
    if not login.region or not employee.region:
        return None
    if login.region == employee.region:
        return Part("region", SUITS, "same region")
    return Part("region", DIFFERS, "another region")


def _role(login: Login, employee: Employee) -> Part | None:
    if login.system == ATS_APPLICATION:
        if not login.role_profile or not employee.role_profile:
            return None
        same = login.role_profile == employee.role_profile
        return Part("role", SUITS, "same role") if same else Part("role", DIFFERS, "another role")
    suits = employee.department in (INTERVIEWING if login.system == ATS_USER else ("Sales",))
    where = f"works in {employee.department}" if employee.department else "no department"
    return Part("role", SUITS if suits else DIFFERS, where)


def _free(login: Login, employee: Employee) -> Part:
    if login.system in employee.has:
        reason = "already has an application" if login.system == ATS_APPLICATION else "already has a login"
        return Part("free", TAKEN, reason)
    reason = "has no application yet" if login.system == ATS_APPLICATION else "has no login yet"
    return Part("free", FREE, reason)
