"""ATS: who applied, who interviewed them, what came of it."""

from __future__ import annotations

from hiring.contract.kinds import (
    CURRENCY,
    MONTH,
    STAGES,
    Column,
    Kind,
    Reference,
    Table,
    amount,
    column,
    identifier,
    same,
)


def _group(name: str, example: str) -> Column:
    """A column that says which group a person is of."""
    return Column(
        name,
        Kind.TEXT,
        "For the page Fairness only, never an input; nobody's is shown",
        example,
        confined=True,
    )


TABLES: tuple[Table, ...] = (
    Table(
        "candidates",
        "ATS",
        "person",
        (
            identifier("candidate_id", "Id of the candidate", "C000001", required=True),
            column(
                "full_name", Kind.TEXT, "Name; suggests who a hire is whom nothing joins", "Edvina Merrivale"
            ),
            column(
                "email",
                Kind.EMAIL,
                "Joins a hire whose application has no employee_id to the same work_email",
                "edvina.merrivale@brackenfold.example",
            ),
            column("years_in_sales", Kind.NUMBER, "Years in sales before they applied, 0 to 60", "4"),
            column("previous_industry", Kind.TEXT, "Industry they came from", "Software"),
            _group("gender", "female"),
            _group("ethnicity", "group C"),
            _group("age_band", "30 to 44"),
        ),
        key=("candidate_id",),
        lights_up="background facts of candidates",
        kept_in="applicant system",
        ask_for="candidates; gender, ethnicity, age band only where allowed",
    ),
    Table(
        "applications",
        "ATS",
        "candidate and requisition",
        (
            identifier("application_id", "Id of the application", "A0000001", required=True),
            identifier("candidate_id", "Who applied", "C002414", required=True),
            identifier("requisition_id", "The opening they applied for", "R-00001"),
            column("role_profile", Kind.TEXT, "Role applied for; empty: that of the opening", "Mid-market"),
            column(
                "source",
                Kind.TEXT,
                "Where they came from; hires are compared by it",
                "Referral",
                required=True,
            ),
            column("source_detail", Kind.TEXT, "The source more closely", "Spring fair", unread=True),
            column(
                "referred_by",
                Kind.TEXT,
                "Who referred them: employee_id, e-mail or name",
                "000139",
            ),
            column("applied_on", Kind.DAY, "Day of the application", "2026-01-20", required=True),
            Column(
                "status",
                Kind.WORD,
                "Where it stands",
                "hired",
                True,
                same("active", "hired", "rejected", "withdrawn", "offer_declined"),
            ),
            column("ended_on", Kind.DAY, "Day it was decided; empty: still open", "2026-03-05"),
            Column(
                "ended_stage",
                Kind.WORD,
                "Stage it ended in",
                "final",
                words=STAGES,
                free="other",
                unread=True,
            ),
            Column(
                "ended_by",
                Kind.WORD,
                "Who ended it",
                "candidate",
                words=same("hr", "sales", "candidate"),
            ),
            column("reason", Kind.TEXT, "Why it ended", "opening already filled"),
            column("offered_on", Kind.DAY, "Day of the offer", "2026-03-01"),
            column("accepted_on", Kind.DAY, "Day the offer was accepted", "2026-03-05"),
            identifier("employee_id", "The person's id in the HR system, when hired", "010018"),
        ),
        key=("application_id",),
        lights_up="sources, the funnel, offer acceptance and time to hire",
        kept_in="applicant system",
        ask_for="all applications, **the rejected too**",
    ),
    Table(
        "ats_users",
        "ATS",
        "ATS login",
        (
            identifier("ats_user_id", "The login's id in the applicant system", "ats-0004", required=True),
            column("full_name", Kind.NAME, "Name of who uses it", "Priyanka Santangela", required=True),
            column(
                "email", Kind.EMAIL, "Joins it to a work_email", "priyanka.santangela@brackenfold.example"
            ),
            identifier(
                "employee_id", "The person's id in the HR system; it goes before the e-mail", "000104"
            ),
        ),
        key=("ats_user_id",),
        lights_up="interviewers known by their ATS login",
        kept_in="applicant system",
        ask_for="users, with e-mail",
    ),
    Table(
        "interviews",
        "ATS",
        "interviewer and meeting with the candidate",
        (
            identifier(
                "interview_id",
                "Id of the meeting, the same for all its interviewers",
                "I0000001",
                required=True,
            ),
            identifier("application_id", "The application it was for", "A0000001", required=True),
            Column("stage", Kind.WORD, "Stage of the interview", "panel", True, STAGES, free="other"),
            identifier(
                "interviewer_id", "An employee or a login of the system, or one of the next two", "ats-0004"
            ),
            column(
                "interviewer_email", Kind.EMAIL, "Their e-mail", "priyanka.santangela@brackenfold.example"
            ),
            column(
                "interviewer_name",
                Kind.TEXT,
                "Their name; without id and e-mail it joins to the one login of that name",
                "Priyanka Santangela",
            ),
            column("scheduled_for", Kind.MOMENT, "When it was to begin", "2026-02-07 16:30", required=True),
            Column(
                "status",
                Kind.WORD,
                "Whether it took place; only held ones are counted",
                "held",
                True,
                same("held", "no_show", "cancelled"),
            ),
            column("submitted_on", Kind.MOMENT, "When the scorecard came in", "2026-02-07 19:44"),
            column("recommendation", Kind.WHOLE, "1 strong no, 2 no, 3 yes, 4 strong yes", "4"),
            column(
                "comment",
                Kind.TEXT,
                "What the interviewer wrote; only whether there is any is used",
                "Asks good questions",
            ),
        ),
        key=("interview_id", "interviewer_id", "interviewer_email", "interviewer_name"),
        lights_up="who interviewed whom, no-shows and interviewer combinations",
        references=(Reference("application_id", "applications", "application_id"),),
        kept_in="applicant system",
        ask_for="scorecards or interview report",
    ),
    Table(
        "ratings",
        "ATS",
        "competency score in one interview",
        (
            identifier("interview_id", "The interview it was given in", "I0000001", required=True),
            column(
                "competency",
                Kind.TEXT,
                "Competency, named as in `role_profiles`",
                "Coachability",
                required=True,
            ),
            column("score", Kind.NUMBER, "The score, from 0 to scale_max", "3", required=True),
            column("scale_max", Kind.NUMBER, "The best score there is; empty: 5", "5"),
        ),
        key=("interview_id", "competency"),
        lights_up="what interviewers saw in each competency",
        references=(Reference("interview_id", "interviews", "interview_id"),),
        kept_in="applicant system",
        ask_for="scorecard answers",
    ),
    Table(
        "candidate_surveys",
        "ATS",
        "answer",
        (
            identifier("application_id", "The application it is about", "A0000001", required=True),
            column("answered_on", Kind.DAY, "Day of the answer", "2026-03-07", required=True),
            column("recommend_score", Kind.WHOLE, "Would recommend us, 0 to 10", "9", required=True),
            column("comment", Kind.TEXT, "What the candidate wrote", "Quick and friendly", unread=True),
        ),
        key=("application_id", "answered_on"),
        lights_up="candidate experience",
        references=(Reference("application_id", "applications", "application_id"),),
        kept_in="applicant system",
        ask_for="candidate survey",
    ),
    Table(
        "sourcing_costs",
        "ATS",
        "source and month",
        (
            column("source", Kind.TEXT, "Source, named as in `applications`", "Referral", required=True),
            MONTH,
            amount("What the source cost in that month", "687.00"),
            CURRENCY,
        ),
        key=("source", "month"),
        lights_up="cost per hire",
        kept_in="talent team, finance",
        ask_for="what each source cost",
    ),
)
