"""What the ATS exports of interviews, ratings, surveys and logins."""

from __future__ import annotations

from collections.abc import Iterator

from numpy.random import Generator

from hiring.sample.company import Company
from hiring.sample.days import iso, moment
from hiring.sample.hiring_tables import applicants, application_id
from hiring.sample.journeys import ACTIVE, DECLINED, HIRED, WITHDRAWN, Journey
from hiring.sample.meetings import HELD, Meeting
from hiring.sample.staff import HR, Colleague
from hiring.sample.streams import chance, pick, stream
from hiring.sample.world import AS_OF, COMPETENCIES

Row = tuple[str, ...]
WORDS = {
    1: ("Not for this role.", "Could not name one deal of their own.", "Talked over every question."),
    2: (
        "Pleasant, but thin on numbers.",
        "Would need a lot of help in the first year.",
        "Answers stayed general.",
    ),
    3: (
        "Solid examples, asks good questions.",
        "Prepared well, knows our market.",
        "Clear about wins and losses.",
    ),
    4: (
        "Best discovery I have seen this year.",
        "Would want them on my team tomorrow.",
        "Took the lead in the role play.",
    ),
}
LONG_WORDS = (
    'Said: "I lost that deal because I stopped asking", and meant it.',
    "Strong on:\n- discovery\n- price, terms, and timing\nWeak on: patience",
    "Second meeting needed; travel, language and start date are open.\nOtherwise yes.",
    "Self-assured, some would say loud. For major accounts I would want exactly that.",
)
SURVEY_WORDS = (
    "Quick and friendly.",
    "Waited two weeks for an answer.",
    "Nobody told me why.",
    "Fair questions, good talks.",
    "The role was not what the advert said, sadly.",
)


def ats_user_id(person: Colleague) -> str:
    """The ATS login of an interviewer."""
    return f"ats-{person.number + 1:04d}"


def ats_users(company: Company) -> Iterator[Row]:
    """A login for each interviewer; those known by e-mail or name have no employee id there."""
    for person in company.people:
        if not person.interviews:
            continue
        known = person.known_by in ("employee_id", "ats_user_id") and person.number % 11 != 4
        mail = (
            ""
            if person.number % 43 == 8 and person.known_by != "email"
            else company.staff_mails[person.number]
        )
        yield (ats_user_id(person), person.name, mail, person.employee_id if known else "")
    yield ("ats-9001", "Reception Calendar", "", "")
    yield ("ats-9002", "Visiting Assessor", "assessor@larkmoor.example", "")


def _who(company: Company, person: Colleague) -> tuple[str, str, str]:
    """Interviewer id, e-mail and name as the export has them: one of the three."""
    if person.known_by == "email":
        return "", company.staff_mails[person.number], ""
    if person.known_by == "name":
        return "", "", person.name
    return (ats_user_id(person) if person.known_by == "ats_user_id" else person.employee_id), "", ""


def _comment(random: Generator, meeting: Meeting) -> str:
    if meeting.recommendation is None or not chance(random, 0.28):
        return ""
    return pick(random, LONG_WORDS) if chance(random, 0.05) else pick(random, WORDS[meeting.recommendation])


def numbered_meetings(company: Company) -> Iterator[tuple[str, int, Meeting]]:
    """(interview id, application number, meeting) in order."""
    count = 0
    for _, number, journey, _ in applicants(company):
        for meeting in journey.meetings:
            count += 1
            yield f"I{count:07d}", number, meeting


def interviews(company: Company) -> Iterator[Row]:
    """One row per interviewer and meeting."""
    random = stream(company.seed, "comments")
    for interview, number, meeting in numbered_meetings(company):
        yield (
            interview,
            application_id(number),
            meeting.stage,
            *_who(company, meeting.interviewer),
            moment(meeting.day, meeting.minute),
            meeting.status,
            moment(meeting.submitted, meeting.submitted_minute),
            "" if meeting.recommendation is None else str(meeting.recommendation),
            _comment(random, meeting),
        )


def ratings(company: Company) -> Iterator[Row]:
    """One row per competency scored in one interview."""
    for interview, _, meeting in numbered_meetings(company):
        for competency, score in meeting.scores:
            yield (interview, COMPETENCIES[competency], str(score), "5")


def _liking(journey: Journey, random: Generator) -> float:
    """How a candidate answers: the outcome first, then the wait, then whether HR or Sales said no."""
    base = {HIRED: 9.0, DECLINED: 7.6, WITHDRAWN: 6.4}.get(journey.status, 6.1 if journey.meetings else 5.2)
    waited = (journey.ended or journey.applied) - journey.applied
    rooms = sum(meeting.status == HELD and meeting.interviewer.kind != HR for meeting in journey.meetings)
    return base - 0.025 * max(0, waited - 25) + 0.25 * min(rooms, 3) + 1.7 * float(random.standard_normal())


def candidate_surveys(company: Company) -> Iterator[Row]:
    """Answers to the survey sent when an application ended; most who were turned down early do not answer."""
    random = stream(company.seed, "surveys")
    for _, number, journey, _ in applicants(company):
        if journey.status == ACTIVE or journey.ended is None:
            continue
        share = {HIRED: 0.62, DECLINED: 0.35, WITHDRAWN: 0.16}.get(
            journey.status, 0.24 if journey.meetings else 0.08
        )
        answered = journey.ended + 1 + int(random.gamma(1.5, 4.0))
        if not chance(random, share) or answered > AS_OF:
            continue
        score = min(10, max(0, round(_liking(journey, random))))
        words = pick(random, SURVEY_WORDS) if chance(random, 0.3) else ""
        yield (application_id(number), iso(answered), str(score), words)
