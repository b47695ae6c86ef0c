"""Everyone who was there before the hires: leaders, recruiters, sales managers, senior sellers and the rest.

None of them has a role profile, so none counts as a hire. Recruiters, sales managers and senior sellers interview.
"""

from __future__ import annotations

from dataclasses import dataclass

from numpy.random import Generator

from hiring.sample.days import day
from hiring.sample.names import NameBook
from hiring.sample.streams import chance, pick, stream
from hiring.sample.world import AS_OF, REGIONS

TOP, HR, MANAGER, SENIOR, OTHER = "top", "hr", "manager", "senior", "other"
OTHER_TITLES: tuple[tuple[str, str], ...] = (
    ("Finance", "Financial controller"),
    ("Marketing", "Campaign manager"),
    ("Engineering", "Software engineer"),
    ("Operations", "Order desk specialist"),
    ("Support", "Support engineer"),
)


@dataclass(frozen=True, slots=True)
class Colleague:
    """One person on the payroll. The last four only matter for those who interview.

    `leniency` shifts this person's scores (in points of a candidate's view), `noise` blurs them,
    `busyness` is the relative number of interviews, `known_by` how the ATS names them in an export.
    """

    number: int
    name: str
    kind: str
    department: str
    title: str
    region: int
    hired: int
    left: int | None
    manager: int | None  # number of the manager
    leniency: float = 0.0
    noise: float = 0.6
    busyness: float = 1.0
    known_by: str = "employee_id"  # or ats_user_id, email, name

    @property
    def employee_id(self) -> str:
        """The id in the HRIS."""
        return f"{101 + self.number:06d}"

    @property
    def interviews(self) -> bool:
        """Whether this person ever interviews."""
        return self.kind in (HR, MANAGER, SENIOR)

    def there_on(self, when: int) -> bool:
        """Whether this person is employed on that day."""
        return self.hired <= when and (self.left is None or when < self.left)


def headcounts(hires: int) -> dict[str, int]:
    """People of each kind for a company that makes so many sales hires; more slowly than the hires grow."""
    factor = max(0.35, (hires / 480) ** 0.65)
    per_region = {HR: 6, MANAGER: 5, SENIOR: 8}
    counts = {kind: max(2, round(number * factor)) * len(REGIONS) for kind, number in per_region.items()}
    return counts | {OTHER: round(70 * factor)}


def _dates(random: Generator, kind: str, index: int) -> tuple[int, int | None]:
    """Hire and exit day: most were there before the first requisition, some came later, some left."""
    late = index % 4 == 3
    hired = int(
        random.integers(day(2021, 9, 1), day(2024, 6, 1))
        if late
        else random.integers(day(2014, 3, 1), day(2020, 9, 1))
    )
    leaves = (kind != OTHER and index % 6 == 5) or (kind == OTHER and chance(random, 0.3))
    earliest = max(hired + 500, day(2022, 9, 1))
    return hired, int(random.integers(earliest, AS_OF)) if leaves and earliest < AS_OF else None


def _titles(kind: str, index: int) -> tuple[str, str]:
    if kind == HR:
        return ("People", "Recruiting lead") if index % 6 == 0 else ("HR", "Recruiter")
    if kind == MANAGER:
        return "Sales", "Regional sales manager"
    if kind == SENIOR:
        return "Sales", "Senior account executive"
    return OTHER_TITLES[index % len(OTHER_TITLES)]


def _known_by(random: Generator) -> str:
    return pick(random, ("employee_id", "ats_user_id", "email", "name"), (0.70, 0.17, 0.07, 0.06))


def _leaders(book: NameBook) -> list[Colleague]:
    jobs = (
        ("Executive office", "Chief executive"),
        ("Sales", "Chief revenue officer"),
        ("HR", "Chief people officer"),
    )
    return [
        Colleague(
            number, book.next(), TOP, department, title, 0, day(2014, 1, 7), None, 0 if number else None
        )
        for number, (department, title) in enumerate(jobs)
    ]


def staff(hires: int, book: NameBook, seed: int) -> list[Colleague]:
    """Everyone who is not a hire, numbered from 0 in order; a manager's number is always lower."""
    random = stream(seed, "staff")
    people = _leaders(book)
    managers: dict[int, list[int]] = {region: [] for region in range(len(REGIONS))}
    counts = headcounts(hires)
    for kind in (HR, MANAGER, SENIOR, OTHER):
        for index in range(counts[kind]):
            region = index % len(REGIONS)
            boss = {HR: 2, MANAGER: 1, OTHER: 0}.get(kind)
            hired, left = _dates(random, kind, index // len(REGIONS))
            department, title = _titles(kind, index // len(REGIONS) if kind == HR else index)
            person = Colleague(
                number=len(people),
                name=book.next(),
                kind=kind,
                department=department,
                title=title,
                region=region,
                hired=hired,
                left=left,
                manager=pick(random, managers[region]) if boss is None else boss,
                leniency=round(float(random.normal(0, 0.35)), 3),
                noise=round(float(random.uniform(0.4, 1.0)), 3),
                busyness=round(1 / (1 + index // len(REGIONS)) ** 0.7, 3),
                known_by=_known_by(random),
            )
            people.append(person)
            if kind == MANAGER:
                managers[region].append(person.number)
    return people
