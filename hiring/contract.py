"""The canonical tables and columns: what an export must hold to be understood.

One source for the reader (which file is which), the staging selects (what a value must look
like), the empty templates, the documentation and the tests. Nothing here reads a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell of a column must look like; `staging_sql` turns each kind into one rule."""

    ID = "id"  # printable ASCII after trimming; always text, leading zeros kept
    NAME = "name"  # anything but blank; never a null word ("Null" is a surname)
    TEXT = "text"  # free words
    EMAIL = "email"  # compared without case and outer spaces
    WORD = "word"  # one of a closed list (with the spellings accepted for each)
    DAY = "day"  # YYYY-MM-DD, or a moment whose day it is in the company's zone
    MOMENT = "moment"  # YYYY-MM-DD or YYYY-MM-DD HH:MM[:SS]
    MONTH = "month"  # first day of a month
    MONEY = "money"  # plain decimal, its currency in the column `currency`
    NUMBER = "number"  # plain decimal
    WHOLE = "whole"  # whole number
    TRUTH = "truth"  # true or false
    CURRENCY = "currency"  # three letters, ISO 4217


Words = tuple[tuple[str, tuple[str, ...]], ...]

DEPARTMENTS: Words = (
    ("Sales", ("sales", "account executive", "business development", "revenue", "account management")),
    ("HR", ("hr", "human resources", "people", "talent", "recruit", "people operations")),
)
STAGES: Words = (
    ("screen", ("screen", "phone", "recruiter")),
    ("technical", ("technical", "role play", "roleplay", "case", "presentation", "mock")),
    ("panel", ("panel", "onsite", "on-site", "group", "team")),
    ("final", ("final", "executive", "last")),
    ("first", ("first", "hiring manager", "second", "interview")),
)
TRUTHS: Words = (
    ("true", ("true", "yes", "y", "t", "1")),
    ("false", ("false", "no", "n", "f", "0")),
)


def _same(*words: str) -> Words:
    """Words accepted only as they are written (case aside)."""
    return tuple((word, (word,)) for word in words)


@dataclass(frozen=True)
class Column:
    """One column of a canonical table.

    `required`: the column must be in the file and filled, else the row is set aside.
    `words`: for `Kind.WORD`, each canonical word with the spellings accepted for it.
    `free`: a WORD column whose unknown spellings are kept as `other` instead of refused.
    """

    name: str
    kind: Kind
    required: bool = False
    words: Words = ()
    free: str = ""
    note: str = ""


@dataclass(frozen=True)
class Reference:
    """`column` must be found in `table.target` when that table has rows, else the row is set aside."""

    column: str
    table: str
    target: str


@dataclass(frozen=True)
class Table:
    """One canonical table: its columns, its key and what it is good for."""

    name: str
    system: str
    one_row_per: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    needed: bool = False
    lights_up: str = ""
    references: tuple[Reference, ...] = ()

    @property
    def required_columns(self) -> tuple[str, ...]:
        """Names of the columns that must be there and filled, in contract order."""
        return tuple(column.name for column in self.columns if column.required)

    def column(self, name: str) -> Column:
        """The column of that name; `KeyError` if the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def _id(name: str, *, required: bool = False, note: str = "") -> Column:
    return Column(name, Kind.ID, required, note=note)


def _col(name: str, kind: Kind, *, required: bool = False, note: str = "") -> Column:
    return Column(name, kind, required, note=note)


_AMOUNT = _col("amount", Kind.MONEY, required=True)
_CURRENCY = _col("currency", Kind.CURRENCY, required=True)
_MONTH = _col("month", Kind.MONTH, required=True)

TABLES: tuple[Table, ...] = (
    Table(
        "employees",
        "HRIS",
        "employment spell (a rehire has two)",
        (
            _id("employee_id", required=True),
            _col("full_name", Kind.NAME, required=True),
            _col("work_email", Kind.EMAIL),
            Column("department", Kind.WORD, True, DEPARTMENTS, free="Other", note="free text, read as Sales, HR or Other"),
            _col("job_title", Kind.TEXT),
            _col("role_profile", Kind.TEXT, note="sales roles only"),
            _id("manager_id"),
            _col("region", Kind.TEXT),
            _col("segment", Kind.TEXT),
            _col("hire_date", Kind.DAY, required=True),
            _col("original_hire_date", Kind.DAY),
            _col("termination_date", Kind.DAY),
            Column("termination_type", Kind.WORD, words=_same("voluntary", "involuntary", "other")),
        ),
        key=("employee_id", "hire_date"),
        needed=True,
        lights_up="who was hired, when, into which role, and who left",
    ),
    Table(
        "job_changes",
        "HRIS",
        "change of job",
        (
            _id("employee_id", required=True),
            _col("effective_on", Kind.DAY, required=True),
            _col("job_title", Kind.TEXT, required=True),
            _col("role_profile", Kind.TEXT),
            _id("manager_id"),
            _col("region", Kind.TEXT),
            _col("segment", Kind.TEXT),
            _col("leads_people", Kind.TRUTH),
        ),
        key=("employee_id", "effective_on"),
        lights_up="transfers after the hire and who came to lead people",
        references=(Reference("employee_id", "employees", "employee_id"),),
    ),
    Table(
        "performance_reviews",
        "HRIS",
        "review",
        (
            _id("employee_id", required=True),
            _col("period_end_on", Kind.DAY, required=True),
            _col("score", Kind.NUMBER, required=True),
            _col("scale_max", Kind.NUMBER, required=True),
            _id("reviewer_id"),
            _col("would_hire_again", Kind.TRUTH),
        ),
        key=("employee_id", "period_end_on", "reviewer_id"),
        lights_up="whether the manager would hire the person again",
        references=(Reference("employee_id", "employees", "employee_id"),),
    ),
    Table(
        "employment_costs",
        "HRIS",
        "employee and month",
        (_id("employee_id", required=True), _MONTH, _AMOUNT, _CURRENCY),
        key=("employee_id", "month"),
        lights_up="hire payback",
        references=(Reference("employee_id", "employees", "employee_id"),),
    ),
    Table(
        "requisitions",
        "ATS",
        "opening",
        (
            _id("requisition_id", required=True),
            _col("role_profile", Kind.TEXT, required=True),
            _col("opened_on", Kind.DAY, required=True),
            _col("closed_on", Kind.DAY),
            _col("intake_on", Kind.DAY),
            _id("hiring_manager_id"),
            _id("recruiter_id"),
            _col("region", Kind.TEXT),
            _col("segment", Kind.TEXT),
            _col("openings", Kind.WHOLE),
        ),
        key=("requisition_id",),
        lights_up="time to fill",
    ),
    Table(
        "requirement_changes",
        "ATS",
        "change of an opening after it was opened",
        (
            _id("requisition_id", required=True),
            _col("changed_on", Kind.DAY, required=True),
            Column("raised_by", Kind.WORD, True, _same("client", "sales", "hr")),
            _col("what", Kind.TEXT, required=True),
            _col("detail", Kind.TEXT),
        ),
        lights_up="what changed after intake",
        references=(Reference("requisition_id", "requisitions", "requisition_id"),),
    ),
    Table(
        "candidates",
        "ATS",
        "person",
        (
            _id("candidate_id", required=True),
            _col("full_name", Kind.TEXT),
            _col("email", Kind.EMAIL),
            _col("years_in_sales", Kind.NUMBER),
            _col("previous_industry", Kind.TEXT),
            _col("gender", Kind.TEXT, note="fairness page only"),
            _col("ethnicity", Kind.TEXT, note="fairness page only"),
            _col("age_band", Kind.TEXT, note="fairness page only"),
        ),
        key=("candidate_id",),
        lights_up="background facts of candidates",
    ),
    Table(
        "applications",
        "ATS",
        "candidate and requisition",
        (
            _id("application_id", required=True),
            _id("candidate_id", required=True),
            _id("requisition_id"),
            _col("role_profile", Kind.TEXT),
            _col("source", Kind.TEXT, required=True),
            _col("source_detail", Kind.TEXT),
            _col("applied_on", Kind.DAY, required=True),
            Column("status", Kind.WORD, True, _same("active", "hired", "rejected", "withdrawn", "offer_declined")),
            _col("ended_on", Kind.DAY),
            Column("ended_stage", Kind.WORD, words=STAGES, free="other"),
            Column("ended_by", Kind.WORD, words=_same("hr", "sales", "candidate")),
            _col("reason", Kind.TEXT),
            _col("offered_on", Kind.DAY),
            _col("accepted_on", Kind.DAY),
            _id("employee_id", note="when hired"),
        ),
        key=("application_id",),
        lights_up="sources, the funnel, offer acceptance and time to hire",
    ),
    Table(
        "ats_users",
        "ATS",
        "ATS login",
        (
            _id("ats_user_id", required=True),
            _col("full_name", Kind.NAME, required=True),
            _col("email", Kind.EMAIL),
            _id("employee_id"),
        ),
        key=("ats_user_id",),
        lights_up="interviewers known by their ATS login",
    ),
    Table(
        "interviews",
        "ATS",
        "interviewer and meeting with the candidate",
        (
            _id("interview_id", required=True),
            _id("application_id", required=True),
            Column("stage", Kind.WORD, True, STAGES, free="other", note="free text, read as one of the stages"),
            _id("interviewer_id", note="an employee or an ATS user; or one of the next two"),
            _col("interviewer_email", Kind.EMAIL),
            _col("interviewer_name", Kind.TEXT),
            _col("scheduled_for", Kind.MOMENT, required=True),
            Column("status", Kind.WORD, True, _same("held", "no_show", "cancelled")),
            _col("submitted_on", Kind.MOMENT),
            _col("recommendation", Kind.WHOLE, note="1 strong no to 4 strong yes"),
            _col("comment", Kind.TEXT),
        ),
        key=("interview_id", "interviewer_id", "interviewer_email", "interviewer_name"),
        lights_up="who interviewed whom, no-shows and interviewer combinations",
        references=(Reference("application_id", "applications", "application_id"),),
    ),
    Table(
        "ratings",
        "ATS",
        "competency score in one interview",
        (
            _id("interview_id", required=True),
            _col("competency", Kind.TEXT, required=True),
            _col("score", Kind.NUMBER, required=True),
            _col("scale_max", Kind.NUMBER, note="5 where it is not given"),
        ),
        key=("interview_id", "competency"),
        lights_up="what interviewers saw in each competency",
        references=(Reference("interview_id", "interviews", "interview_id"),),
    ),
    Table(
        "candidate_surveys",
        "ATS",
        "answer",
        (
            _id("application_id", required=True),
            _col("answered_on", Kind.DAY, required=True),
            _col("recommend_score", Kind.WHOLE, required=True, note="0 to 10"),
            _col("comment", Kind.TEXT),
        ),
        key=("application_id", "answered_on"),
        lights_up="candidate experience",
        references=(Reference("application_id", "applications", "application_id"),),
    ),
    Table(
        "sourcing_costs",
        "ATS",
        "source and month",
        (_col("source", Kind.TEXT, required=True), _MONTH, _AMOUNT, _CURRENCY),
        key=("source", "month"),
        lights_up="cost per hire",
    ),
    Table(
        "role_profiles",
        "Agreed",
        "competency in a version of a role's profile",
        (
            _col("role_profile", Kind.TEXT, required=True),
            _col("version", Kind.TEXT, required=True),
            _col("effective_on", Kind.DAY, required=True),
            _col("competency", Kind.TEXT, required=True),
            _col("weight", Kind.NUMBER, required=True),
            _col("minimum_score", Kind.NUMBER),
            _col("looks_like", Kind.TEXT),
            _col("must_have", Kind.TRUTH),
            _col("agreed_by_sales_on", Kind.DAY),
            _col("agreed_by_hr_on", Kind.DAY),
        ),
        key=("role_profile", "version", "competency"),
        lights_up="what Sales and HR agreed to look for",
    ),
    Table(
        "working_agreement",
        "Agreed",
        "promise",
        (
            _id("promise_id", required=True),
            _col("promise", Kind.TEXT, required=True),
            Column("owed_by", Kind.WORD, True, _same("hr", "sales")),
            Column(
                "starts_at",
                Kind.WORD,
                True,
                _same(
                    "requisition_opened",
                    "intake_held",
                    "applied",
                    "screen_held",
                    "interview_held",
                    "scorecard_submitted",
                    "offer_made",
                    "candidate_told",
                ),
            ),
            Column(
                "ends_at",
                Kind.WORD,
                True,
                _same(
                    "requisition_opened",
                    "intake_held",
                    "applied",
                    "screen_held",
                    "interview_held",
                    "scorecard_submitted",
                    "offer_made",
                    "candidate_told",
                ),
            ),
            _col("within_days", Kind.WHOLE, required=True, note="working days"),
            _col("effective_on", Kind.DAY),
        ),
        key=("promise_id", "effective_on"),
        lights_up="promises kept and missed, both sides",
    ),
    Table(
        "touchpoints",
        "Agreed",
        "meeting of the two departments",
        (
            _id("touchpoint_id", required=True),
            _col("held_on", Kind.DAY, required=True),
            Column("kind", Kind.WORD, True, _same("intake", "calibration", "sit_down", "social")),
            _id("requisition_id"),
            _col("hr_people", Kind.WHOLE),
            _col("sales_people", Kind.WHOLE),
        ),
        key=("touchpoint_id",),
        lights_up="how often the two departments meet",
    ),
    Table(
        "crm_users",
        "CRM",
        "CRM login",
        (
            _id("owner_id", required=True),
            _col("full_name", Kind.NAME, required=True),
            _col("email", Kind.EMAIL),
            _id("employee_id"),
        ),
        key=("owner_id",),
        lights_up="whose deal it is, where the deal names only a login",
    ),
    Table(
        "opportunities",
        "CRM",
        "opportunity",
        (
            _id("opportunity_id", required=True),
            _id("owner_id", note="or one of the next two; empty is credited to nobody"),
            _col("owner_email", Kind.EMAIL),
            _col("owner_name", Kind.TEXT),
            _col("stage", Kind.TEXT, required=True),
            _col("is_won", Kind.TRUTH),
            _AMOUNT,
            _CURRENCY,
            _col("created_on", Kind.DAY, required=True),
            _col("closed_on", Kind.DAY),
            Column("kind", Kind.WORD, words=_same("new", "expansion", "renewal"), free="other"),
            _col("account", Kind.TEXT),
            _col("territory", Kind.TEXT),
        ),
        key=("opportunity_id",),
        needed=True,
        lights_up="what the hires sold",
    ),
    Table(
        "opportunity_splits",
        "CRM",
        "credit",
        (
            _id("opportunity_id", required=True),
            _id("owner_id", required=True),
            _col("share", Kind.NUMBER, required=True, note="0 to 1"),
        ),
        key=("opportunity_id", "owner_id"),
        lights_up="deals credited to several sellers",
        references=(Reference("opportunity_id", "opportunities", "opportunity_id"),),
    ),
    Table(
        "quotas",
        "CRM",
        "owner and period",
        (
            _id("owner_id", required=True),
            _col("period_start_on", Kind.DAY, required=True),
            _col("period_end_on", Kind.DAY, required=True),
            _AMOUNT,
            _CURRENCY,
        ),
        key=("owner_id", "period_start_on"),
        lights_up="quota attainment",
    ),
    Table(
        "territory_revenue",
        "CRM",
        "territory and month",
        (_col("territory", Kind.TEXT, required=True), _MONTH, _AMOUNT, _CURRENCY),
        key=("territory", "month"),
        lights_up="whether hires of different interviewers were given equal territories",
    ),
    Table(
        "exchange_rates",
        "CRM",
        "month and currency",
        (_MONTH, _CURRENCY, _col("rate", Kind.NUMBER, required=True, note="units of the base currency for one unit")),
        key=("month", "currency"),
        lights_up="deals in more than one currency",
    ),
    Table(
        "matches",
        "Ours",
        "confirmed match of a login to a person",
        (
            Column("system", Kind.WORD, True, _same("crm", "ats_user", "ats_application")),
            _id("system_id", required=True),
            _id("employee_id", required=True),
            _col("confirmed_by", Kind.TEXT),
            _col("confirmed_on", Kind.DAY),
        ),
        key=("system", "system_id"),
        lights_up="people whom no id or e-mail joins",
    ),
    Table(
        "erased_people",
        "Ours",
        "person to forget",
        (
            _col("system", Kind.TEXT, required=True),
            _id("person_id", required=True),
            _col("erased_on", Kind.DAY, required=True),
        ),
        key=("system", "person_id"),
        lights_up="people who asked to be forgotten stay forgotten",
    ),
)

BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}


def normalised(label: str) -> str:
    """A header label as it is compared: without case, outer space, spaces, hyphens and underscores."""
    return "".join(character for character in label.casefold() if character not in " _-\t\u00a0")
