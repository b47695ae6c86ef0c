"""What HR and Sales agreed: role profiles, promises and meetings; and the two lists kept by hand."""

from __future__ import annotations

from collections.abc import Iterator

from hiring.sample.company import Company
from hiring.sample.days import day, first_of, iso, month_of, workday
from hiring.sample.hiring_tables import applicants, requisition_id
from hiring.sample.journeys import REJECTED
from hiring.sample.logins import BY_NAME, CONFIRMED
from hiring.sample.profiles import profile_versions
from hiring.sample.streams import stream
from hiring.sample.world import AS_OF, COMPETENCIES, REGIONS, ROLES

Row = tuple[str, ...]
PROMISES: tuple[tuple[str, str, str, str, int], ...] = (
    (
        "Sales holds the intake talk soon after opening a requisition",
        "sales",
        "requisition_opened",
        "intake_held",
        5,
    ),
    ("HR looks at every application and holds the first call", "hr", "applied", "screen_held", 6),
    ("Sales meets everyone HR passes on", "sales", "screen_held", "interview_held", 8),
    ("Sales writes the scorecard after an interview", "sales", "interview_held", "scorecard_submitted", 2),
    ("HR writes the scorecard after a screen", "hr", "screen_held", "scorecard_submitted", 1),
    ("HR makes the offer once the last scorecard is in", "hr", "scorecard_submitted", "offer_made", 6),
    ("HR tells every candidate the outcome", "hr", "scorecard_submitted", "candidate_told", 4),
    ("Sales answers HR on applications they flagged", "sales", "applied", "candidate_told", 30),
)
AGREEMENT_DAYS = (day(2021, 4, 1), day(2024, 1, 15))
SIT_DOWNS_MISSED = (3, 4, 5, 11)  # quarters in which the departments did not sit down


def role_profiles(_: Company) -> Iterator[Row]:
    """Every version of every role's profile, one row a competency."""
    for version in profile_versions():
        for competency, weight in enumerate(version.weights):
            yield (
                ROLES[version.role].name,
                version.name,
                iso(version.effective),
                COMPETENCIES[competency],
                f"{weight:.2f}",
                "3" if weight >= 0.15 else "2",
                version.looks_like(competency),
                "true" if weight >= 0.18 else "false",
                iso(version.agreed_by_sales),
                iso(version.agreed_by_hr),
            )


def working_agreement(_: Company) -> Iterator[Row]:
    """The promises; in 2024 both sides tightened two of them."""
    for index, (words, owed_by, starts, ends, within) in enumerate(PROMISES):
        promise = f"P{index + 1:02d}"
        yield (promise, words, owed_by, starts, ends, str(within), iso(AGREEMENT_DAYS[0]))
        if index in (1, 3):
            yield (promise, words, owed_by, starts, ends, str(within - 1), iso(AGREEMENT_DAYS[1]))


def _meetings(company: Company) -> Iterator[tuple[int, str, str, int, int]]:
    random = stream(company.seed, "touchpoints")
    for index, opening in enumerate(company.recruitment.openings):
        if opening.intake is not None:
            people = 1 + int(random.integers(0, 2)), 1 + int(random.integers(0, 2))
            yield (opening.intake, "intake", requisition_id(index), *people)
    start = month_of(AGREEMENT_DAYS[0])
    for quarter in range((month_of(AS_OF) - start) // 3 + 1):
        first = first_of(start + 3 * quarter)
        if quarter not in SIT_DOWNS_MISSED:
            yield (
                workday(first + 12),
                "sit_down",
                "",
                2 + int(random.integers(0, 3)),
                3 + int(random.integers(0, 4)),
            )
        if quarter % 2 == 0:
            yield (
                workday(first + 40),
                "social",
                "",
                4 + int(random.integers(0, 6)),
                8 + int(random.integers(0, 14)),
            )
        for region in range(len(REGIONS)):
            if random.random() < 0.6:
                yield (workday(first + 25 + region), "calibration", "", 2, 2 + int(random.integers(0, 3)))


def touchpoints(company: Company) -> Iterator[Row]:
    """Meetings of the two departments in order of their day."""
    meetings = sorted(meeting for meeting in _meetings(company) if meeting[0] <= AS_OF)
    for index, (when, kind, requisition, hr_people, sales_people) in enumerate(meetings):
        yield (f"T{index + 1:05d}", iso(when), kind, requisition, str(hr_people), str(sales_people))


def matches(company: Company) -> Iterator[Row]:
    """Logins that no id and no e-mail ties to a person, confirmed by hand; two more still wait for it."""
    by_name = [login for login in company.logins.all if login.known_by == BY_NAME and login.seller >= 0]
    for login in by_name[:CONFIRMED]:
        yield ("crm", login.owner_id, company.employee_ids[login.seller], "HR operations", "2026-04-14")


def refused_matches(company: Company) -> Iterator[Row]:
    """A shared desk that was once taken for the first seller who came: they are not the same."""
    desk = company.logins.all[company.logins.strangers[-1]]
    yield (
        "crm",
        desk.owner_id,
        company.employee_ids[company.logins.all[0].seller],
        "HR operations",
        "2026-04-14",
    )


def erased_people(company: Company) -> Iterator[Row]:
    """Two people to forget: one whose application is still in the export, one who is long gone."""
    hired = {spell.journey.candidate.candidate_id for spell in company.hires if spell.journey is not None}
    seen: set[str] = set()
    for _, _, journey, candidate in applicants(company):
        once = candidate not in seen and candidate not in hired
        seen.add(candidate)
        if once and journey.status == REJECTED and not journey.meetings and journey.applied > day(2024, 9, 1):
            yield ("ats", candidate, "2026-05-12")
            break
    yield ("hris", "000099", "2025-11-03")
