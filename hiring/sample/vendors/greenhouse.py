"""Greenhouse's reports: one row a meeting with its interviewers in one cell, one column for each attribute."""

from __future__ import annotations

from collections.abc import Iterable

from hiring.sample.vendors.reading import Row, Tables
from hiring.sample.vendors.report import Report

_STATUS = {
    "hired": "Hired",
    "rejected": "Rejected",
    "active": "Active",
    "withdrawn": "Withdrawn",
    "offer_declined": "Offer Declined",
}
_MEETING = {"held": "Complete", "no_show": "No Show", "cancelled": "Cancelled"}
_RECOMMENDED = {"1": "Definitely Not", "2": "No", "3": "Yes", "4": "Strong Yes"}
_SCORE = {"1": "Definitely Not", "2": "No", "3": "Mixed", "4": "Yes", "5": "Strong Yes"}
_STAGE = {
    "screen": "Phone Screen",
    "first": "First Interview",
    "technical": "Technical Interview",
    "panel": "Panel Interview",
    "final": "Final Interview",
}


def applications(tables: Tables) -> Report:
    """Report "All applications", rejected candidates and closed jobs taken in."""
    people = {row["candidate_id"]: row for row in tables.rows("candidates")}
    header = (
        "Candidate ID",
        "Candidate Name",
        "Email",
        "Application ID",
        "Job Name",
        "Requisition ID",
        "Status",
        "Source Strategy",
        "Source",
        "Application Date",
        "Hired Date",
        "Rejection Date",
        "Stage When Rejected",
        "Rejection Reason",
        "Employee ID",
    )
    return Report(
        "greenhouse-all-applications.csv",
        header,
        (_application(row, people.get(row["candidate_id"], {})) for row in tables.rows("applications")),
        line_end="\r\n",
    )


def _application(row: Row, person: Row) -> tuple[str, ...]:
    is_hired = row["status"] == "hired"
    return (
        row["candidate_id"],
        person.get("full_name", ""),
        person.get("email", ""),
        row["application_id"],
        row["role_profile"],
        row["requisition_id"],
        _STATUS.get(row["status"], row["status"]),
        row["source_detail"],
        row["source"],
        row["applied_on"],
        row["ended_on"] if is_hired else "",
        "" if is_hired else row["ended_on"],
        _STAGE.get(row["ended_stage"], row["ended_stage"]),
        row["reason"],
        row["employee_id"],
    )


def offers(tables: Tables) -> Report:
    """Report on offers: when one was sent, and when it was accepted."""
    header = ("Application ID", "Job Name", "Offer Status", "Offer Sent", "Offer Accepted")
    made = [row for row in tables.rows("applications") if row["offered_on"]]
    return Report(
        "greenhouse-offers.csv",
        header,
        [
            (
                row["application_id"],
                row["role_profile"],
                "Accepted" if row["accepted_on"] else "Rejected",
                row["offered_on"],
                row["accepted_on"],
            )
            for row in made
        ],
        line_end="\r\n",
    )


class _Interviewers:
    """Who sat there: the system knows people by name, however the canonical row named them."""

    def __init__(self, tables: Tables) -> None:
        logins, staff = list(tables.rows("ats_users")), list(tables.rows("employees"))
        self._by_id = {row["employee_id"]: row["full_name"] for row in staff}
        self._by_id |= {row["ats_user_id"]: row["full_name"] for row in logins}
        self._by_mail = {row["work_email"].strip().casefold(): row["full_name"] for row in staff}
        self._by_mail |= {row["email"].strip().casefold(): row["full_name"] for row in logins}
        self._by_mail[""] = ""

    def name(self, row: Row) -> str:
        """The name of a row's interviewer."""
        return (
            row["interviewer_name"]
            or self._by_id.get(row["interviewer_id"], row["interviewer_id"])
            or self._by_mail.get(row["interviewer_email"].strip().casefold(), row["interviewer_email"])
        )


def interviews(tables: Tables) -> Report:
    """Report on interviews: one row a meeting, its interviewers in one cell."""
    who = _Interviewers(tables)
    meetings: dict[tuple[str, ...], list[str]] = {}
    for row in tables.rows("interviews"):
        key = (row["application_id"], row["stage"], row["scheduled_for"], row["status"])
        meetings.setdefault(key, []).append(who.name(row))
    header = ("Application ID", "Stage", "Interview", "Interviewer(s)", "Scheduled Date", "Status")
    return Report(
        "greenhouse-interviews.csv",
        header,
        [
            (
                application,
                _STAGE.get(stage, stage),
                _STAGE.get(stage, stage),
                ", ".join(dict.fromkeys(filter(None, names))),
                scheduled,
                _MEETING.get(status, status),
            )
            for (application, stage, scheduled, status), names in meetings.items()
        ],
        line_end="\r\n",
    )


def scorecards(tables: Tables) -> Report:
    """Report on scorecards: one row a scorecard, one column for each attribute anybody was rated on."""
    who = _Interviewers(tables)
    scores: dict[str, dict[str, str]] = {}
    for row in tables.rows("ratings"):
        scores.setdefault(row["interview_id"], {})[row["competency"]] = row["score"]
    attributes = sorted({row["competency"] for row in tables.rows("ratings")})
    handed_in = [row for row in tables.rows("interviews") if row["submitted_on"]]
    header = (
        "Application ID",
        "Interview Stage",
        "Interview",
        "Interviewer",
        "Interview Date",
        "Submitted At",
        "Overall Recommendation",
        "Overall Notes",
    )
    return Report(
        "greenhouse-scorecards.csv",
        (*header, *attributes),
        [
            (
                row["application_id"],
                _STAGE.get(row["stage"], row["stage"]),
                _STAGE.get(row["stage"], row["stage"]),
                who.name(row),
                row["scheduled_for"][:10],
                row["submitted_on"],
                _RECOMMENDED.get(row["recommendation"], row["recommendation"]),
                row["comment"],
                *_cells(scores.get(row["interview_id"], {}), attributes),
            )
            for row in handed_in
        ],
        line_end="\r\n",
    )


def _cells(scores: dict[str, str], attributes: list[str]) -> Iterable[str]:
    return (_SCORE.get(scores.get(name, ""), scores.get(name, "")) for name in attributes)


def jobs(tables: Tables) -> Report:
    """Report on jobs, with the custom fields that the company keeps on each."""
    header = (
        "Job ID",
        "Job Name",
        "Requisition ID",
        "Department",
        "Status",
        "Opened",
        "Closed",
        "Kickoff Date",
        "Hiring Manager ID",
        "Recruiter ID",
        "Region",
        "Segment",
        "Openings",
    )
    return Report(
        "greenhouse-jobs.csv",
        header,
        [
            (
                f"4{index:06}",
                row["role_profile"],
                row["requisition_id"],
                "Sales",
                "Closed" if row["closed_on"] else "Open",
                *(row[column] for column in ("opened_on", "closed_on", "intake_on")),
                *(
                    row[column]
                    for column in ("hiring_manager_id", "recruiter_id", "region", "segment", "openings")
                ),
            )
            for index, row in enumerate(tables.rows("requisitions"), 1)
        ],
        line_end="\r\n",
    )


def surveys(tables: Tables) -> Report:
    """Candidate surveys, with the application's id added; the column "Notes" repeats."""
    header = (
        "Submitted On",
        "Offices",
        "Departments",
        "Application ID",
        "1. How likely are you to recommend applying here?",
        "Notes",
        "2. What should we keep?",
        "Notes",
    )
    return Report(
        "greenhouse-candidate-surveys.csv",
        header,
        [
            (
                row["answered_on"],
                "",
                "Sales",
                row["application_id"],
                row["recommend_score"],
                row["comment"],
                "",
                "",
            )
            for row in tables.rows("candidate_surveys")
        ],
        line_end="\r\n",
    )
