"""What both departments write down together: what happened, how they find each other, briefs, what went wrong."""

from __future__ import annotations

from collections.abc import Iterator

from hiring.sample.company import Company
from hiring.sample.days import day, first_of, iso, month_of, workday
from hiring.sample.hiring_tables import applicants, application_id, requisition_id
from hiring.sample.journeys import DECLINED
from hiring.sample.meetings import NO_SHOW
from hiring.sample.streams import chance, pick, stream
from hiring.sample.world import AS_OF, COMPETENCIES

Row = tuple[str, ...]
#: None of them changed what a hire sells: a mark on an axis is no cause.
EVENTS: tuple[tuple[int, str, str, str, str], ...] = (
    (day(2022, 1, 10), "comp_plan", "New commission plan", "", ""),
    (day(2022, 9, 5), "product", "Second product line", "", ""),
    (day(2023, 4, 3), "territory", "Territories redrawn", "DACH", ""),
    (day(2024, 1, 15), "reorganisation", "One sales team for each region", "", ""),
    (day(2024, 10, 7), "tool", "New dialler", "", "Inside sales"),
    (day(2025, 2, 3), "comp_plan", "Accelerator above quota", "", "Major accounts"),
    (day(2025, 11, 17), "other", "Office moved", "North America", ""),
)
PULSE_STARTS = day(2023, 2, 20)
PULSE_WORDS = (
    "Quick answers",
    "Too many changes of mind",
    "Good intake talks",
    "I never hear what came of it",
)
#: Mean answer of each department (0 to 10): both find the other worse than themselves are found.
FEELING = {
    ("hr", "understood_the_role"): 6.4,
    ("hr", "works_well_together"): 6.0,
    ("sales", "understood_the_role"): 7.1,
    ("sales", "works_well_together"): 5.6,
}
ASKED = {"hr": 9, "sales": 26}
CHECKED_AFTER = (30, 90, 180)
OPTIONS = (
    ("hire without it", "wait for one who has it"),
    ("offer to the second on the list", "reopen the search"),
    ("one more talk by video", "decide on what is known"),
)


def events(_: Company) -> Iterator[Row]:
    """What happened to the company."""
    for index, (when, kind, title, region, role) in enumerate(EVENTS):
        yield (f"E{index + 1:03d}", iso(when), kind, title, region, role)


def pulse(company: Company) -> Iterator[Row]:
    """Answers of both departments to two questions each quarter."""
    random, number = stream(company.seed, "pulse"), 0
    for month in range(month_of(PULSE_STARTS), month_of(AS_OF) + 1, 3):
        for (department, question), mean in FEELING.items():
            for _ in range(ASKED[department]):
                when = workday(first_of(month) + 18 + int(random.integers(0, 12)))
                score = min(10, max(0, round(mean + 1.9 * float(random.standard_normal()))))
                if chance(random, 0.55) and when <= AS_OF:
                    number += 1
                    words = pick(random, PULSE_WORDS) if chance(random, 0.1) else ""
                    yield (f"U{number:05d}", iso(when), department, question, str(score), words)


def check_ins(company: Company) -> Iterator[Row]:
    """Talks with hires after one, three and six months, where their manager holds them: what is seen on the job."""
    random = stream(company.seed, "check-ins")
    for spell in company.hires:
        manager = company.people[spell.manager]
        for after in CHECKED_AFTER:
            held = workday(spell.start + after)
            if spell.journey is None or not chance(random, 0.7) or held > spell.last:
                continue
            again = chance(random, min(0.97, max(0.2, 0.75 + 0.1 * spell.quality)))
            for competency, trait in enumerate(spell.journey.candidate.traits):
                points = 3.1 + 0.7 * trait + 0.6 * float(random.standard_normal())
                yield (
                    company.employee_ids[spell.person],
                    iso(held),
                    manager.employee_id,
                    COMPETENCIES[competency],
                    str(min(5, max(1, round(points)))),
                    "5",
                    "true" if again else "false",
                )


def requisition_requirements(company: Company) -> Iterator[Row]:
    """What an opening in three asks for beside the profile of its role."""
    random = stream(company.seed, "requirements of openings")
    for index, opening in enumerate(company.recruitment.openings):
        if not chance(random, 0.35):
            continue
        asked = sorted(random.permutation(len(COMPETENCIES))[:2].tolist())
        for competency in asked:
            note = f"{opening.client} asks for it" if chance(random, 0.5) and opening.client else ""
            weight = f"{0.1 + 0.05 * int(random.integers(0, 4)):.2f}"
            yield (requisition_id(index), COMPETENCIES[competency], weight, "3", note)


def role_briefs_read(company: Company) -> Iterator[Row]:
    """Who of Sales explained an opening to whom of HR; of every fourth opening nobody wrote it down."""
    random = stream(company.seed, "briefs")
    for index, opening in enumerate(company.recruitment.openings):
        when = workday(opening.opened + 1 + int(random.integers(0, 9)))
        if not chance(random, 0.75) or when > AS_OF:
            continue
        explained = opening.manager.employee_id if chance(random, 0.8) else ""
        yield (requisition_id(index), explained, opening.recruiter.employee_id, iso(when))


def incidents(company: Company) -> Iterator[Row]:
    """Changes of a client's mind, candidates who did not come, offers declined late; the last ones are still open."""
    random = stream(company.seed, "incidents")
    found: list[tuple[int, str, str, str, str]] = []
    for index, opening in enumerate(company.recruitment.openings):
        found += [
            (change.day, "client_change", "sales", requisition_id(index), "")
            for change in opening.changes
            if change.raised_by == "client"
        ]
    for index, number, journey, _ in applicants(company):
        of = (requisition_id(index), application_id(number))
        missed = [meeting.day for meeting in journey.meetings if meeting.status == NO_SHOW]
        if missed and chance(random, 0.12):
            found.append((missed[0], "no_show", "hr", *of))
        if journey.status == DECLINED and journey.ended is not None and chance(random, 0.3):
            found.append((journey.ended, "late_decline", "hr", *of))
    for index, (opened, kind, raised, requisition, application) in enumerate(sorted(found)):
        ours, theirs = pick(random, OPTIONS)
        took = 1 + int(random.gamma(1.3, 4.0)) + (4 if kind == "client_change" else 0)
        is_over = opened + took <= AS_OF
        decision = (ours if chance(random, 0.45) else theirs) if is_over else ""
        resolved = iso(opened + took) if is_over else ""
        yield (
            f"N{index + 1:04d}",
            iso(opened),
            kind,
            raised,
            requisition,
            application,
            ours,
            theirs,
            decision,
            resolved,
        )
