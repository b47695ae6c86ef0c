"""ATS exports in their vendors' shapes: applications, seats at interviews, ratings and offers out of several files."""

# ruff: noqa: E501 (a header is as wide as the vendor makes it)

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers.small_company import Built
from helpers.vendor_exports import account_of, built_from, said

APPLICATIONS = """\
Candidate ID,Candidate Name,Email,Application ID,Job Name,Requisition ID,Status,Stage,Source,Source Strategy,Application Date,Hired Date,Rejection Date,Rejection Reason,Employee ID
C1,Ada Byron,ada.private@mail.example,A1,Account Executive,R1,Hired,Offer,Referral,,2023-11-01,2024-01-02,,,00042
C2,Emmy Noether,emmy@mail.example,A2,Account Executive,R1,Rejected,Face to Face,LinkedIn,,2023-11-02,,2023-12-01,Other,
C2,Emmy Noether,emmy@mail.example,A3,Account Executive,R1,Active,Face to Face,LinkedIn,,2024-11-02,,,,
C3,Max Born,,A4,Account Executive,R1,Converted,Offer,Careers page,,2023-11-01,2024-01-20,,,00043
"""
INTERVIEWS = """\
Candidate Name,Application ID,Job Name,Stage,Interview,Interviewer(s),Scheduled Date,Status
Ada Byron,A1,AE,Phone screen,Phone screen,Hana Recruiter,2023-11-10 10:00,Complete
Ada Byron,A1,AE,Final,Panel,"Manager, Mona; Hana Recruiter",2023-11-20 14:00,Complete
Emmy Noether,A2,AE,Phone screen,Phone screen,Hana Recruiter,2023-11-11 10:00,No Show
Emmy Noether,A3,AE,Phone screen,Phone screen,Hana Recruiter,2026-12-11 10:00,Scheduled
"""
SCORECARDS = """\
Candidate Name,Application ID,Job Name,Interview Stage,Interview,Interviewer,Interview Date,Submitted At,Overall Recommendation,Grit,Negotiation
Ada Byron,A1,AE,Final,Panel,Mona Manager,2023-11-20,2023-11-21 09:00,Strong Yes,Strong Yes,Mixed
Ada Byron,A1,AE,Final,Panel,Hana Recruiter,2023-11-20,2023-11-22 09:00,No Decision,,Yes
Max Born,A4,AE,Onsite,Onsite,Mona Manager,2023-12-01,2023-12-02 09:00,Definitely Not,2,
"""
OFFERS = """\
Candidate Name,Application ID,Job Name,Offer Status,Offer Sent,Offer Accepted,Start Date
Ada Byron,A1,AE,Rejected,2023-12-10,,2024-01-13
Ada Byron,A1,AE,Accepted,2023-12-20,2024-01-02,2024-01-13
Max Born,A4,AE,Accepted,2024-01-10,2024-01-20,2024-02-01
"""
JOBS = """\
Job ID,Job Name,Requisition ID,Opening ID,Department,Office,Status,Opened,Closed,Hiring Manager
J1,Account Executive,R1,1,Sales,Berlin,Closed,2023-10-01,2024-01-21,Mona Manager
J1,Account Executive,R1,2,Sales,Berlin,Closed,2023-10-01,2024-01-21,Mona Manager
"""
GREENHOUSE = {
    "applications_report.csv": APPLICATIONS,
    "interviews_report.csv": INTERVIEWS,
    "scorecards_report.csv": SCORECARDS,
    "offers_report.csv": OFFERS,
    "jobs_report.csv": JOBS,
}


@pytest.fixture(scope="module")
def greenhouse(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The company with all five Greenhouse reports; for reading only."""
    return built_from(tmp_path_factory.mktemp("greenhouse"), GREENHOUSE)


SEATS = """select application_id, stage, full_name, cast(scheduled_for as varchar), status, recommendation,
    cast(submitted_on as date) from marts.interviews order by 1, 4, 3"""


def test_greenhouse_reports_come_together(greenhouse: Built) -> None:
    assert greenhouse.rows(SEATS) == [
        ("A1", "screen", "Hana Recruiter", "2023-11-10 10:00:00", "held", None, None),
        ("A1", "final", "Hana Recruiter", "2023-11-20 14:00:00", "held", None, date(2023, 11, 22)),
        ("A1", "final", "Mona Manager", "2023-11-20 14:00:00", "held", 4, date(2023, 11, 21)),
        ("A2", "screen", "Hana Recruiter", "2023-11-11 10:00:00", "no_show", None, None),
        # No interview stands in the report for this scorecard: it stands for one that was held.
        ("A4", "panel", "Mona Manager", "2023-12-01 00:00:00", "held", 1, date(2023, 12, 2)),
    ]


def test_wide_attribute_columns_become_ratings_of_their_interviewer(greenhouse: Built) -> None:
    ratings = """select interviews.full_name, ratings.competency, cast(ratings.score as double)
        from marts.ratings join marts.interviews on ratings.interview_id = interviews.interview_id order by 1, 2"""
    assert greenhouse.rows(ratings) == [
        ("Hana Recruiter", "Negotiation", 4.0),
        ("Mona Manager", "Grit", 2.0),
        ("Mona Manager", "Grit", 5.0),
        ("Mona Manager", "Negotiation", 3.0),
    ]


def test_the_latest_offer_gives_an_application_its_days(greenhouse: Built) -> None:
    days = "select application_id, offered_on, accepted_on from marts.applications where status = 'hired' order by 1"
    assert greenhouse.rows(days) == [
        ("A1", date(2023, 12, 20), date(2024, 1, 2)),
        ("A4", date(2024, 1, 10), date(2024, 1, 20)),
    ]
    assert account_of(greenhouse, "offers_report.csv") == (3, 2, 0, 1)


def test_hires_find_their_application_source_and_panel(greenhouse: Built) -> None:
    hires = "select employee_id, source, application_id from marts.hires order by 1"
    assert greenhouse.rows(hires) == [("00042", "Referral", "A1"), ("00043", "Careers page", "A4")]
    seats = "select employee_id, count(*) from marts.panel_seats group by employee_id order by 1"
    assert greenhouse.rows(seats) == [("00042", 2), ("00043", 1)]


def test_every_file_of_several_tables_keeps_one_account_that_adds_up(greenhouse: Built) -> None:
    assert account_of(greenhouse, "applications_report.csv") == (4, 4, 0, 0)
    assert account_of(greenhouse, "interviews_report.csv") == (4, 3, 0, 1)
    assert account_of(greenhouse, "scorecards_report.csv") == (3, 3, 0, 0)
    assert account_of(greenhouse, "jobs_report.csv") == (2, 1, 0, 1)
    assert greenhouse.one("select count(*) from marts.files_read") == 8


def test_a_score_that_cannot_be_read_names_its_line_and_column(tmp_path: Path) -> None:
    cards = SCORECARDS.replace("Strong Yes,Strong Yes,Mixed", "Strong Yes,rather,Mixed")
    more = "".join(
        f"X,A4,AE,Onsite,Onsite,Mona Manager,2023-12-{day:02},2023-12-30 09:00,Yes,Yes,Yes\n"
        for day in range(2, 15)
    )
    built = built_from(tmp_path, {**GREENHOUSE, "scorecards_report.csv": cards + more})
    rows = [(row.file, row.table, row.line, row.found) for row in built.result.set_aside]
    assert rows == [("scorecards_report.csv", "ratings", 2, "rather")]
    assert account_of(built, "scorecards_report.csv") == (16, 15, 1, 0)
    twice = cards.replace("rather,Mixed", "rather,so so")
    again = built_from(tmp_path / "twice", {**GREENHOUSE, "scorecards_report.csv": twice + more})
    assert len(again.result.set_aside) == 2
    assert account_of(again, "scorecards_report.csv") == (16, 15, 1, 0)
    kept = "select count(*) from marts.interviews where application_id = 'A1' and recommendation = 4"
    assert built.one(kept) == 1


def test_an_offer_of_nobody_is_set_aside_with_its_line(tmp_path: Path) -> None:
    more = "".join(f"Nobody {n},A9{n},AE,Accepted,2023-12-1{n},,\n" for n in range(1))
    offers = OFFERS + more
    held = built_from(tmp_path, {**GREENHOUSE, "offers_report.csv": offers})
    assert [(row.line, row.column, row.found, row.reason) for row in held.result.set_aside] == [
        (5, "Application ID", "A90", "not_in_applications")
    ]


@pytest.mark.proof
def test_offers_without_applications_are_listed_and_not_loaded(tmp_path: Path) -> None:
    built = built_from(tmp_path, {"offers_report.csv": OFFERS})
    assert any("not loaded: it completes applications" in line for line in said(built))
    assert built.result.is_good


LEVER = """\
Opportunity ID,Candidate Name,Emails,Posting,Posting Team,Stage,Owner,Origin,Sources,Tags,Created At,Archived At,Archive Reason,Hired At
L1,Ada Byron,ada@firm.example,AE,Sales,Offer,Hana,referred,Employee,,2023-11-01 09:00:00,2024-01-02 09:00:00,Hired,2024-01-02 09:00:00
L2,Emmy Noether,emmy@mail.example,AE,Sales,Screen,Hana,sourced,LinkedIn,,2023-11-02 09:00:00,2023-12-01 09:00:00,Candidate withdrew,
L3,Max Born,max@mail.example,AE,Sales,Screen,Hana,applied,Website,,2023-11-03 09:00:00,2023-12-02 09:00:00,Underqualified,
L4,Lise Meitner,lise@mail.example,AE,Sales,Screen,Hana,applied,Website,,2023-11-04 09:00:00,,,
"""
LEVER_FEEDBACK = """\
Opportunity ID,Candidate Name,Posting,Interview,Interviewer,Feedback Form,Score,Completed At
L1,Ada Byron,AE,Phone screen,Hana Recruiter,Screen form,3 - Hire,2023-11-10 12:00:00
L3,Max Born,AE,Onsite,Mona Manager,Onsite form,1 - Strong No Hire,2023-11-20 12:00:00
"""


def test_lever_tells_status_by_days_and_reason(tmp_path: Path) -> None:
    built = built_from(tmp_path, {"opportunities.csv": LEVER, "feedback.csv": LEVER_FEEDBACK})
    rows = "select application_id, status, ended_on, source, source_detail from marts.applications order by 1"
    assert built.rows(rows) == [
        ("L1", "hired", date(2024, 1, 2), "referred", "Employee"),
        ("L2", "withdrawn", date(2023, 12, 1), "sourced", "LinkedIn"),
        ("L3", "rejected", date(2023, 12, 2), "applied", "Website"),
        ("L4", "active", None, "applied", "Website"),
    ]
    assert [row[:3] + row[5:6] for row in built.rows(SEATS)] == [
        ("L1", "screen", "Hana Recruiter", 3),
        ("L3", "panel", "Mona Manager", 1),
    ]


ASHBY = """\
Job Consideration's ID,Job Consideration's Candidate,Job Consideration's Job,Job Consideration's Credited To,Job Consideration's Outcome,Job Consideration's Source,Job Consideration's Created At,Job Consideration's Hired At,Job Consideration's Archived At
H1,Ada Byron,AE,"Hana Recruiter, Mona Manager",Hired,Referral,2023-11-01,2024-01-02,
H2,Emmy Noether,AE,Unassigned,Archived,LinkedIn,2023-11-02,,2023-12-01
"""


@pytest.mark.proof
def test_ashbys_possessive_columns(tmp_path: Path) -> None:
    built = built_from(tmp_path, {"report.csv": ASHBY})
    rows = "select application_id, status, ended_on, source, source_detail from marts.applications order by 1"
    assert built.rows(rows) == [
        ("H1", "hired", date(2024, 1, 2), "Referral", "Hana Recruiter, Mona Manager"),
        ("H2", "rejected", date(2023, 12, 1), "LinkedIn", None),
    ]


GREENHOUSE_API = {
    "application.csv": "id,applied_at,candidate_id,is_deleted,prospect,rejected_at,source_id,status\n"
    "101,2023-11-01 06:00:00.000,11,false,false,,4000,hired\n"
    "102,2023-11-02 06:00:00.000,12,false,false,2023-12-01 06:00:00.000,4001,rejected\n"
    "103,2023-11-02 06:00:00.000,13,true,false,,4001,active\n",
    "source.csv": "id,name,source_type_id\n4000,Referral,1\n4001,LinkedIn,2\n4002,Unused,2\n",
    "scheduled_interview.csv": "id,application_id,interview_id,organizer_id,start,status\n"
    "501,101,9,1,2023-11-20 14:00:00,complete\n502,102,9,1,2023-11-21 14:00:00,complete\n",
    "scheduled_interviewer.csv": "interviewer_id,scheduled_interview_id,scorecard_id\n"
    "71,501,801\n72,501,\n71,502,802\n",
    "interview.csv": "id,name,job_stage_id\n9,Panel interview,3\n",
    "scorecard.csv": "id,application_id,overall_recommendation,submitted_at,interviewer_id\n"
    "801,101,strong_yes,2023-11-21 09:00:00,71\n802,102,no,2023-11-22 09:00:00,71\n",
    "scorecard_attribute.csv": "scorecard_id,name,rating,index\n801,Grit,strong_yes,1\n802,Grit,no_decision,1\n",
    "user.csv": "id,first_name,last_name,site_admin,disabled,employee_id\n"
    "71,Mona,Manager,false,false,00001\n72,Hana,Recruiter,false,false,\n",
    "user_email.csv": "user_id,email,verified\n72,hana@firm.example,true\n",
}


@pytest.mark.proof
def test_greenhouses_tables_complete_each_other_over_three_steps(tmp_path: Path) -> None:
    built = built_from(tmp_path, GREENHOUSE_API)
    rows = """select application_id, stage, full_name, cast(scheduled_for as varchar), status, recommendation
        from marts.interviews order by 1, 3"""
    assert built.rows(rows) == [
        ("101", "panel", "Hana Recruiter", "2023-11-20 14:00:00", "held", None),
        ("101", "panel", "Mona Manager", "2023-11-20 14:00:00", "held", 4),
        ("102", "panel", "Mona Manager", "2023-11-21 14:00:00", "held", 2),
    ]
    applications = "select application_id, source, status, ended_on from marts.applications order by 1"
    assert built.rows(applications) == [
        ("101", "Referral", "hired", None),
        ("102", "LinkedIn", "rejected", date(2023, 12, 1)),
    ]
    assert built.rows("select competency, cast(score as double) from marts.ratings") == [("Grit", 5.0)]
    logins = "select ats_user_id, full_name, person_id, matched_by from marts.ats_logins order by 1"
    assert built.rows(logins) == [
        ("71", "Mona Manager", "00001", "id"),
        ("72", "Hana Recruiter", "00002", "e-mail"),
    ]
    assert account_of(built, "application.csv") == (3, 2, 0, 1)
    assert account_of(built, "source.csv") == (3, 2, 0, 1)
    assert account_of(built, "scheduled_interview.csv") == (2, 2, 0, 0)


@pytest.mark.proof
def test_surveys_without_an_application_are_left_out_and_named_with_the_column_they_lack(
    tmp_path: Path,
) -> None:
    survey = (
        "Submitted On,Offices,Departments,1. How likely are you to recommend us?,Notes,2. Was it fair?,Notes\n"
        "2024-01-05,Berlin,Sales,9,good,yes,\n"
    )
    built = built_from(tmp_path, {"survey.csv": survey})
    assert built.result.outcome == "served"
    (line,) = [line for line in said(built) if line.startswith("survey.csv")]
    assert "not loaded: its header is near Greenhouse candidate surveys, but lacks Application ID" in line


@pytest.mark.proof
def test_a_survey_with_applications_takes_the_first_of_two_columns_called_notes(tmp_path: Path) -> None:
    survey = (
        "Application ID,Submitted On,Offices,1. How likely are you to recommend us?,Notes,2. Was it fair?,Notes\n"
        "A1,2024-01-05,Berlin,9,good,yes,meh\n"
    )
    built = built_from(tmp_path, {**GREENHOUSE, "survey.csv": survey})
    assert account_of(built, "survey.csv") == (1, 1, 0, 0)
    assert built.rows("select column_name from marts.columns_not_loaded where file = 'survey.csv'") == [
        ("Offices",),
        ("2. Was it fair?",),
        ("Notes",),
    ]


@pytest.mark.proof
def test_the_same_exports_give_the_same_digest_under_any_names(tmp_path: Path, greenhouse: Built) -> None:
    names = dict(zip(sorted(GREENHOUSE), sorted(GREENHOUSE)[::-1], strict=True))
    renamed = {f"x_{names[name]}": text for name, text in GREENHOUSE.items()}
    assert built_from(tmp_path, renamed).result.digest == greenhouse.result.digest
